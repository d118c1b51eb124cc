import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '../shared/core/errors.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { issuesOf } from '../src-renderer/core/error-text.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer } from './support/import-files.ts'
import { documentSteps } from './support/stock-walk-documents.ts'
import { replenishmentFaults, workSteps } from './support/stock-walk-work.ts'
import { beginWalk, plainSteps, rows, workOrders, type Walk } from './support/stock-walk.ts'

let host: TestHost
let walk: Walk
/** What a doll takes of what no walk touches, and the BOM that says so. */
let bom: { readonly id: string }
let items = 0

beforeAll(async () => {
  host = await startTestHost()
  walk = await beginWalk(host)
  bom = await newBom()
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

/** What may be refused by the rules; anything else is a fault. */
const refusals: readonly string[] = ['over-fulfilment', 'wrong-state', 'stock-short', 'lot-short', 'debt-exceeded', 'debt-not-approved', 'debt-closed', 'reversed-already', 'document-move', 'conflict', 'own-debt', 'use-blocked', 'approval-pending', 'start-refused', 'duplicate']
/** The same of a line of several, and what is said of what stands in it. */
const lineRefusals: readonly string[] = [...refusals, 'gone-on', 'lot-gone-on', 'books-moved', 'counted-twice', 'count-short', 'count-below-reserved', 'not-positive', 'debt-of-other-work', 'other-section-work-order'].flatMap(reason => [reason, `errors.${reason}`, `warehouse.issues.${reason}`])

function isRefusal(error: unknown): boolean {
  if (!(error instanceof AppError)) return false
  return error.code === 'invalid-input' ? issuesOf(error).every(({ reason }) => lineRefusals.includes(reason)) : refusals.includes(error.code)
}

async function newItem(): Promise<string> {
  items += 1
  return (await walk.admin.masters.createItem({ code: `INV-${items}`, name: `Kain ${items}`, kind: 'RAW_MATERIAL', unitId: walk.units.kg, category: `Kain ${items}` })).id
}

async function newBom(): Promise<{ readonly id: string }> {
  const { admin, units: { pieces: unitId } } = walk
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

async function expectSound(itemId: string): Promise<void> {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  const answered = rows<{ locationId: string; approved: number }>(walk, 'select locationId, sum(quantity) as approved from materialDebt where itemId = ? and approvedAt is not null group by 1', itemId)
  for (const { locationId, onHand, owed, reserved } of rows<{ locationId: string; onHand: number; owed: number; reserved: number }>(walk, 'select * from stockBalance where itemId = ?', itemId)) {
    const approved = answered.find(row => row.locationId === locationId)?.approved ?? 0
    expect(onHand).toBeGreaterThanOrEqual(-approved)
    expect(owed).toBeLessThanOrEqual(approved)
    expect(reserved).toBeGreaterThanOrEqual(0)
    expect(reserved).toBeLessThanOrEqual(onHand + owed)
  }
  // What is reserved lies in lots that are there.
  expect(rows(walk, 'select lotId from lotBalance where onHand < 0 or reserved < 0 or reserved > onHand')).toEqual([])
  expect(rows(walk, `select stockReservation.id from stockReservation left join lotBalance using (lotId, locationId) where stockReservation.quantity <= 0 or lotBalance.reserved is null`)).toEqual([])
  await expectKeptAsNeeded(itemId)
}

/** PL-14: for a work order is kept at most what it needs besides what it was given; nothing once it is over. */
async function expectKeptAsNeeded(itemId: string): Promise<void> {
  for (const { id, status } of workOrders(walk, itemId)) {
    const { allocations } = await walk.admin.planning.getWorkOrder({ id })
    expect(allocations).toHaveLength(1)
    const { required, given, allocated } = allocations[0]!
    expect(given).toBeGreaterThanOrEqual(0)
    expect(allocated).toBeLessThanOrEqual(status === 'PENDING' || status === 'RUNNING' ? Math.max(0, required - given) : 0)
  }
}

interface KeptRow { readonly documentId: string; readonly locationId: string }
interface TakenRow { readonly seq: number; readonly locationId: string; readonly documentId: string | null; readonly workOrderId: string | null }

/** WH-1: whoever has nothing kept and names no lot takes the oldest: no older one is left that they could have had. */
function expectOldestFirst(itemId: string, after: number, kept: readonly KeptRow[]): number {
  const taken = rows<TakenRow>(walk, `
    select move.seq, move.fromLocationId as locationId, move.documentId, move.workOrderId from stockMove as move join location on location.id = move.fromLocationId
    where move.itemId = ? and move.seq > ? and location.kind = 'INTERNAL' and reverses is null and coalesce(move.documentEntity, '') <> 'stockCount'
      and not exists (select 1 from stockDocumentLine where moveSeq = move.seq and lotId is not null) order by move.seq`, itemId, after)
  const own = taken.filter(({ documentId, workOrderId, locationId }) => !kept.some(row => row.locationId === locationId && [documentId, workOrderId].includes(row.documentId)))
  for (const { seq, locationId } of own) {
    const older = rows(walk, `
      select older.code from lotBalance join stockLot as older on older.id = lotBalance.lotId
      where lotBalance.itemId = ? and lotBalance.locationId = ? and lotBalance.onHand > lotBalance.reserved
        and exists (select 1 from stockMoveLot join stockLot as gone on gone.id = stockMoveLot.lotId where moveSeq = ? and (gone.receivedAt, gone.code) > (older.receivedAt, older.code))`, itemId, locationId, seq)
    expect(older).toEqual([])
  }
  return own.length
}

test('WH-1 WH-2 WH-3 WH-4 WH-20 KB-4 PL-14 whatever is done in whatever order, nothing is below zero unless somebody answered for it, the oldest goes first, and the books agree', async () => {
  let [below, settled, kept, handed, oldest] = [0, 0, 0, 0, 0]
  const done = new Set<string>()
  const needs = () => walk.admin.engineering.explodeBom({ id: bom.id, quantity: '480' })
  const needed = await needs()
  const kinds = [...plainSteps, ...documentSteps, ...workSteps]
  const steps = fc.array(fc.oneof(...kinds), { minLength: 15, maxLength: 40, size: 'max' })
  const property = fc.asyncProperty(steps, async acts => {
    const itemId = await newItem()
    for (const act of acts) {
      host.clock.advance(10)
      const before = rows<KeptRow>(walk, 'select documentId, locationId from stockReservation where itemId = ?', itemId)
      const [{ seq }] = rows<{ seq: number }>(walk, 'select coalesce(max(seq), 0) as seq from stockMove') as [{ seq: number }]
      try {
        await act.perform(walk, itemId)
        done.add(act.name)
      } catch (error) {
        if (!isRefusal(error)) throw error
      }
      if (act.name !== 'issueLot') oldest += expectOldestFirst(itemId, seq, before)
      await expectSound(itemId)
      expect(replenishmentFaults(walk, itemId, seq)).toEqual([])
      kept += rows(walk, 'select id from stockReservation where itemId = ?', itemId).length
      below += rows(walk, 'select id from stockBalance where itemId = ? and onHand < 0', itemId).length
    }
    settled += rows(walk, 'select seq from debtSettlement').length
    handed += rows(walk, 'select id from requisitionIssue').length
    expect(await needs()).toEqual(needed)
  })
  /** What the walk is about and has not come by yet. */
  const missing = () => {
    const reversed = ['stockDocument', 'stockCount', 'purchaseReceipt'].flatMap(table => rows(walk, `select id from ${table} where status = 'REVERSED'`)).length
    const forWork = rows(walk, 'select seq from stockMove where workOrderId is not null').length
    const byOutput = rows(walk, "select seq from stockMove where documentEntity = 'workOrder'").length
    const byRule = rows(walk, 'select id from kanbanCard where isAutomatic').length
    const seldom = Object.entries({ below, settled, kept, handed, oldest, reversed, forWork, byOutput, byRule }).filter(([, count]) => count === 0).map(([name]) => name)
    return [...seldom, ...kinds.map(({ name }) => name).filter(name => !done.has(name))]
  }
  // Where chance kept it from something it goes on.
  for (let turns = 0; turns === 0 || (turns < 4 && missing().length > 0); turns += 1) await fc.assert(property, { numRuns: 40, endOnFailure: true })
  expect(missing()).toEqual([])
}, 300_000)

test('IO-3 after all of it, lists that are exported and imported change nothing', async () => {
  const owner = await importer(host, 'Superadmin')
  const carton = (await walk.admin.masters.listUnits({ search: 'Ctn' })).rows[0]!
  const doll = (await walk.admin.engineering.getBom({ id: bom.id })).itemId
  await walk.admin.masters.createUnitConversion({ itemId: doll, fromQuantity: '1', fromUnitId: carton.id, toQuantity: '60', toUnitId: walk.units.pieces })
  const newest = () => rows(walk, `select entity, max(seq) as seq from auditEntry where entity in ('unit', 'item', 'unitConversion', 'bomHeader', 'bomLine', 'stockMove', 'stockBalance') group by 1 order by 1`)
  const before = newest()
  for (const target of ['units', 'items', 'unitConversions', 'boms'] as const) {
    const batch = await owner.stage(target, await owner.fetch(await owner.desk.imports.exportList({ target, format: 'csv', language: 'id' })))
    expect(batch, target).toMatchObject({ faultyCount: 0, newCount: 0, changedCount: 0, sameCount: batch.rowCount })
    await owner.desk.imports.applyImport(batch)
  }
  expect(newest()).toEqual(before)
})
