import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimal, decimalText, fromUnits } from '../shared/core/decimal.ts'
import { AppError } from '../shared/core/errors.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let asker: Desk
let supervisor: Desk
let manager: Desk
const places: string[] = []
let items = 0

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  asker = await host.as('Admin Cutting', 'CUT')
  supervisor = await host.as('SPV Cutting', 'CUT')
  manager = await host.as('Manager')
  for (const code of ['RAK-1', 'RAK-2']) places.push((await admin.masters.createLocation({ code, name: code, kind: 'INTERNAL' })).id)
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const place = fc.constantFrom(0, 1)
const quantity = fc.integer({ min: 1, max: 400 }).map(hundredths => String(hundredths / 4))
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('receive' as const), at: place, quantity }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('issue' as const), at: place, quantity }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('issueOnDebt' as const), at: place, quantity }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const), at: place, quantity, steps: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('transfer' as const), at: place, quantity }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('count' as const), at: place, quantity }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), which: fc.nat(5) }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never
/** What may be refused by the rules; anything else is a fault. */
const refusals: readonly string[] = ['stock-short', 'lot-short', 'debt-exceeded', 'debt-not-approved', 'debt-closed', 'reversed-already', 'document-move', 'conflict', 'own-debt']

async function newItem(): Promise<string> {
  items += 1
  const unitId = await unitIdOf(admin, 'Kg')
  return (await admin.masters.createItem({ code: `INV-${items}`, name: `Kain ${items}`, kind: 'RAW_MATERIAL', unitId })).id
}
const query = <T>(sql: string, ...given: unknown[]) => host.database.prepare(sql).all(...given) as T[]
interface DebtRow { readonly id: string; readonly version: number; readonly quantity: number; readonly issued: number }

async function perform(itemId: string, one: Act): Promise<void> {
  const { warehouse } = admin
  if (one.kind === 'undo') {
    const moves = query<{ seq: number }>('select seq from stockMove where itemId = ? order by seq', itemId)
    if (moves.length > 0) await warehouse.reverseMove({ seq: moves[one.which % moves.length]!.seq, reason: 'uji' })
    return
  }
  if (one.kind === 'close') {
    const debts = query<DebtRow>('select * from materialDebt where itemId = ? order by number', itemId)
    const debt = debts[one.which % Math.max(1, debts.length)]
    if (debt) await manager.warehouse.closeDebt({ id: debt.id, version: debt.version, reason: 'uji' })
    return
  }
  const here = places[one.at]!
  if (one.kind === 'receive') await warehouse.receiveStock({ itemId, quantity: one.quantity, toLocationId: here })
  if (one.kind === 'issue') await warehouse.issueStock({ itemId, quantity: one.quantity, fromLocationId: here })
  if (one.kind === 'transfer') await warehouse.transferStock({ itemId, quantity: one.quantity, fromLocationId: here, toLocationId: places[1 - one.at]! })
  if (one.kind === 'issueOnDebt') {
    const [debt] = query<DebtRow>('select * from materialDebt where itemId = ? and locationId = ? order by approvedAt is null, issued, number desc', itemId, here)
    const [balance] = query<{ onHand: number }>('select onHand from stockBalance where itemId = ? and locationId = ?', itemId, here)
    // Mostly as much as there is and a part of the debt, sometimes more than may be.
    const most = Math.max(0, balance?.onHand ?? 0) + Math.min(decimal(one.quantity), debt ? debt.quantity - debt.issued + 10_000 : 0)
    if (most > 0) await warehouse.issueStock({ itemId, quantity: decimalText(fromUnits(most)), fromLocationId: here, ...(debt && { debtId: debt.id }) })
  }
  if (one.kind === 'count') {
    const [balance] = query<{ onHand: number }>('select onHand from stockBalance where itemId = ? and locationId = ?', itemId, here)
    await warehouse.adjustStock({ itemId, locationId: here, counted: one.quantity, expected: decimalText(fromUnits(balance?.onHand ?? 0)), reason: 'uji' })
  }
  if (one.kind === 'ask') {
    host.clock.advance(1000)
    const { requestId } = await asker.warehouse.requestDebt({ itemId, locationId: here, sectionId: host.section('CUT'), required: one.quantity, quantity: one.quantity, dueDay: '2026-12-31', reason: 'uji' })
    if (one.steps > 0) await supervisor.approvals.approveStep({ id: requestId!, step: 0 })
    if (one.steps > 1) await manager.approvals.approveStep({ id: requestId!, step: 1 })
  }
}

function expectSound(itemId: string): void {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  const answered = query<{ locationId: string; approved: number }>('select locationId, sum(quantity) as approved from materialDebt where itemId = ? and approvedAt is not null group by 1', itemId)
  for (const { locationId, onHand, owed, reserved } of query<{ locationId: string; onHand: number; owed: number; reserved: number }>('select * from stockBalance where itemId = ?', itemId)) {
    const approved = answered.find(row => row.locationId === locationId)?.approved ?? 0
    expect(onHand).toBeGreaterThanOrEqual(-approved)
    expect(owed).toBeLessThanOrEqual(approved)
    expect(reserved).toBeLessThanOrEqual(onHand + owed)
  }
}

test('WH-2 WH-20 whatever is done in whatever order, nothing is below zero unless somebody answered for it, and the books agree', async () => {
  let [below, settled] = [0, 0]
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 30 }), fc.nat(24), async (acts, restartAt) => {
    const itemId = await newItem()
    for (const [at, one] of acts.entries()) {
      if (at === restartAt && restartAt % 8 === 0) await host.restart()
      try {
        await perform(itemId, one)
      } catch (error) {
        if (!(error instanceof AppError) || !refusals.includes(error.code)) throw error
      }
      expectSound(itemId)
      below += query('select id from stockBalance where itemId = ? and onHand < 0', itemId).length
    }
    settled += query('select seq from debtSettlement').length
  }), { numRuns: 20 })
  // The walk came through what it is about.
  expect(below).toBeGreaterThan(0)
  expect(settled).toBeGreaterThan(0)
}, 120_000)
