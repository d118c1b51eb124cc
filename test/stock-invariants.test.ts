import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimal, decimalText, fromUnits } from '../shared/core/decimal.ts'
import { AppError } from '../shared/core/errors.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { issuesOf } from '../src-renderer/core/error-text.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { importer } from './support/import-files.ts'
import { unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let asker: Desk
let supervisor: Desk
let manager: Desk
let keeper: Desk
/** What a doll takes of what no walk touches, and the BOM that says so. */
let bom: { readonly id: string }
const places: string[] = []
let items = 0

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  asker = await host.as('Admin Cutting', 'CUT')
  supervisor = await host.as('SPV Cutting', 'CUT')
  manager = await host.as('Manager')
  keeper = await host.as('Warehouse Admin', 'WH')
  bom = await newBom()
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
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('issueOnDebt' as const), at: place, quantity }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), at: place, quantity, steps: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('transfer' as const), at: place, quantity }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('count' as const), at: place, quantity }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), which: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('order' as const), at: place, quantity }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('handOver' as const), which: fc.nat(5), quantity }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('takeBack' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('callOff' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never
/** What may be refused by the rules; anything else is a fault. */
const refusals: readonly string[] = ['over-fulfilment', 'wrong-state', 'stock-short', 'lot-short', 'debt-exceeded', 'debt-not-approved', 'debt-closed', 'reversed-already', 'document-move', 'conflict', 'own-debt']

/** A line of several is refused by its own reason. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof AppError)) return false
  return error.code === 'invalid-input' ? issuesOf(error).every(({ reason }) => refusals.includes(reason.replace('errors.', ''))) : refusals.includes(error.code)
}

async function newItem(): Promise<string> {
  items += 1
  const unitId = await unitIdOf(admin, 'Kg')
  return (await admin.masters.createItem({ code: `INV-${items}`, name: `Kain ${items}`, kind: 'RAW_MATERIAL', unitId })).id
}
const query = <T>(sql: string, ...given: unknown[]) => host.database.prepare(sql).all(...given) as T[]
const chosen = <T>(rows: readonly T[], which: number): T | undefined => rows[which % Math.max(1, rows.length)]
interface OrderRow { readonly id: string; readonly version: number; readonly status: string; readonly lineId: string; readonly issueId: string | null }
/** The requisitions for an item, with the newest hand-over that stands. */
const orders = (itemId: string) => query<OrderRow>(`
  select requisition.id, requisition.version, requisition.status, line.id as lineId,
    (select max(id) from requisitionIssue where requisitionLineId = line.id and receivedAt is null and reversedAt is null) as issueId
  from requisition join requisitionLine as line on line.requisitionId = requisition.id where line.itemId = ? order by number`, itemId)
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
  if (one.kind === 'restart') return restart(itemId)
  if (one.kind === 'handOver') {
    const order = chosen(orders(itemId).filter(({ status }) => status === 'APPROVED'), one.which)
    if (order) await warehouse.issueRequisition({ id: order.id, version: order.version, lines: [{ lineId: order.lineId, quantity: one.quantity }] })
    return
  }
  if (one.kind === 'takeBack') {
    const order = chosen(orders(itemId).filter(({ issueId }) => issueId !== null), one.which)
    if (order) await warehouse.reverseRequisitionIssue({ id: order.id, version: order.version, issueId: order.issueId!, reason: 'uji' })
    return
  }
  if (one.kind === 'callOff') {
    const order = chosen(orders(itemId), one.which)
    if (order) await asker.warehouse.cancelRequisition({ id: order.id, version: order.version, reason: 'uji' })
    return
  }
  const here = places[one.at]!
  if (one.kind === 'order') {
    const asked = await asker.warehouse.createRequisition({ sectionId: host.section('CUT'), supplyLocationId: here, storeLocationId: null, neededBy: '2026-12-31', lines: [{ itemId, quantity: one.quantity }] })
    await keeper.warehouse.approveRequisition({ id: asked.id, version: asked.version })
  }
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

/** What a host knows is in its books alone. */
async function restart(itemId: string): Promise<void> {
  const books = () => [...query('select * from stockBalance where itemId = ? order by id', itemId), ...query('select * from stockReservation where itemId = ? order by id', itemId), ...query('select max(seq) from stockMove')]
  const before = books()
  await host.restart()
  expect(books()).toEqual(before)
}

async function newBom(): Promise<{ readonly id: string }> {
  const unitId = await unitIdOf(admin, 'Pcs')
  const make = async (code: string, kind: 'RAW_MATERIAL' | 'WIP' | 'FINISHED_GOOD') => (await admin.masters.createItem({ code, name: code, kind, unitId })).id
  const [eye, head, doll] = [await make('MATA', 'RAW_MATERIAL'), await make('KEPALA', 'WIP'), await make('BONEKA', 'FINISHED_GOOD')]
  const taking = async (itemId: string, lines: readonly { readonly componentItemId: string; readonly quantity: string; readonly wastagePercent: string }[]) => {
    const draft = await admin.engineering.createBom({ itemId, outputQuantity: '1', sectionId: null })
    await admin.engineering.saveBomLines({ bomHeaderId: draft.id, rows: lines.map(line => ({ ...line, unitId })) })
    return admin.engineering.activateBom({ id: draft.id, version: draft.version })
  }
  await taking(head, [{ componentItemId: eye, quantity: '2', wastagePercent: '5' }])
  return taking(doll, [{ componentItemId: head, quantity: '1', wastagePercent: '0' }, { componentItemId: eye, quantity: '0.5', wastagePercent: '2.5' }])
}

function expectSound(itemId: string): void {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  const answered = query<{ locationId: string; approved: number }>('select locationId, sum(quantity) as approved from materialDebt where itemId = ? and approvedAt is not null group by 1', itemId)
  for (const { locationId, onHand, owed, reserved } of query<{ locationId: string; onHand: number; owed: number; reserved: number }>('select * from stockBalance where itemId = ?', itemId)) {
    const approved = answered.find(row => row.locationId === locationId)?.approved ?? 0
    expect(onHand).toBeGreaterThanOrEqual(-approved)
    expect(owed).toBeLessThanOrEqual(approved)
    expect(reserved).toBeGreaterThanOrEqual(0)
    expect(reserved).toBeLessThanOrEqual(onHand + owed)
  }
  // What is reserved lies in lots that are there.
  expect(query('select lotId from lotBalance where onHand < 0 or reserved < 0 or reserved > onHand')).toEqual([])
  expect(query(`select stockReservation.id from stockReservation left join lotBalance using (lotId, locationId) where stockReservation.quantity <= 0 or lotBalance.reserved is null`)).toEqual([])
}

test('WH-2 WH-4 WH-20 whatever is done in whatever order, nothing is below zero unless somebody answered for it, and the books agree', async () => {
  let [below, settled, kept, handed] = [0, 0, 0, 0]
  const needs = () => admin.engineering.explodeBom({ id: bom.id, quantity: '480' })
  const needed = await needs()
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 30 }), async acts => {
    const itemId = await newItem()
    for (const one of acts) {
      try {
        await perform(itemId, one)
      } catch (error) {
        if (!isRefusal(error)) throw error
      }
      expectSound(itemId)
      kept += query('select id from stockReservation where itemId = ?', itemId).length
      below += query('select id from stockBalance where itemId = ? and onHand < 0', itemId).length
    }
    settled += query('select seq from debtSettlement').length
    handed += query('select id from requisitionIssue').length
    expect(await needs()).toEqual(needed)
  }), { numRuns: 60 })
  // The walk came through what it is about.
  expect(below).toBeGreaterThan(0)
  for (const count of [settled, kept, handed]) expect(count).toBeGreaterThan(0)
}, 120_000)

test('IO-3 after all of it, a list that is exported and imported changes nothing', async () => {
  const owner = await importer(host, 'Superadmin')
  const newest = () => query<{ seq: number }>(`select max(seq) as seq from auditEntry where entity in ('item', 'stockMove', 'stockBalance')`)[0]!.seq
  const before = newest()
  const batch = await owner.stage('items', await owner.fetch(await owner.desk.imports.exportList({ target: 'items', format: 'csv', language: 'id' })))
  expect(batch).toMatchObject({ faultyCount: 0, newCount: 0, changedCount: 0, sameCount: batch.rowCount })
  await owner.desk.imports.applyImport(batch)
  expect(newest()).toBe(before)
})
