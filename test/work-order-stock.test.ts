import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText, fromUnits } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { foundToyFactory, type ToyFactory } from './support/toy-factory.ts'

let host: TestHost
let admin: Desk
let planner: Desk
let planningManager: Desk
let cutter: Desk
let sewer: Desk
let supervisor: Desk
let manager: Desk
let store: Desk
let keeper: Desk
let mainStore: string
let cuttingStore: string
let toys: ToyFactory

beforeAll(async () => {
  host = await startTestHost({ now: '2026-01-19T03:00:00.000Z' })
  admin = await host.as('Superadmin')
  planner = await host.as('PPIC Admin')
  planningManager = await host.as('PPIC Manager')
  cutter = await host.as('Admin Cutting', 'CUT')
  sewer = await host.as('Admin Sewing', 'SEW')
  supervisor = await host.as('SPV Cutting', 'CUT')
  manager = await host.as('Manager')
  store = await host.as('Warehouse Operator', 'WH')
  keeper = await host.as('Warehouse Admin', 'WH')
  toys = await foundToyFactory(host, admin)
  mainStore = (await admin.masters.listLocations({ pageSize: 200 })).rows.find(({ code }) => code === 'WH-MAIN')!.id
  cuttingStore = (await admin.masters.createLocation({ code: 'RAK-CUT', name: 'Rak potong', kind: 'INTERNAL', sectionId: host.section('CUT') })).id
})
afterAll(async () => {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })
const kohair = () => toys.items.KOHAIR!
const receive = (quantity: string, toLocationId = mainStore) => store.warehouse.receiveStock({ itemId: kohair(), quantity, toLocationId })
/** A work order that needs 49.75 of fabric, and the order it is of. */
async function newWorkOrder() {
  const order = await planningManager.planning.releaseManufacturingOrder(seen(await planner.planning.createManufacturingOrder({ articleId: toys.items.BONEKA!, quantity: '450' })))
  await cutter.planning.generateWorkOrders(seen(order))
  const { rows } = await planner.planning.listWorkOrders({ filter: { manufacturingOrderId: order.id }, pageSize: 200 })
  return { order, workOrder: rows.find(({ itemCode }) => itemCode === 'WIP-BODY')! }
}
const fabricOf = async ({ id }: { readonly id: string }) => {
  const { required, given, allocated, missing, state } = (await planner.planning.getWorkOrder({ id })).allocations[0]!
  return { required: decimalText(required), given: decimalText(given), kept: decimalText(allocated), missing: decimalText(missing), state }
}
const lotsKept = (documentId: string) => host.database.prepare('select stockLot.code from stockReservation join stockLot on stockLot.id = lotId where stockReservation.documentId = ? order by receivedAt, code').pluck().all(documentId)
const lotsOfMove = (seq: number) => host.database.prepare('select stockLot.code from stockMoveLot join stockLot on stockLot.id = lotId where moveSeq = ? order by stockLot.receivedAt, code').pluck().all(seq)
const free = async (locationId = mainStore) => decimalText((await admin.warehouse.listStock({ filter: { itemId: kohair(), locationId } })).rows[0]!.available)

async function approvedFor(workOrder: Pick<WorkOrder, 'number'>, quantity: string, storeLocationId: string | null = null) {
  const asked = await cutter.warehouse.createRequisition({
    sectionId: host.section('CUT'), supplyLocationId: mainStore, storeLocationId, neededBy: '2026-01-20', workOrderNumber: workOrder.number, lines: [{ itemId: kohair(), quantity }],
  })
  const approved = await keeper.warehouse.approveRequisition(seen(asked))
  return { ...approved, lineId: (await store.warehouse.getRequisition(approved)).lines[0]!.id }
}
type Approved = Awaited<ReturnType<typeof approvedFor>>
const issue = (asked: Approved, quantity: string, more: { debtId?: string } = {}) => store.warehouse.issueRequisition({ ...seen(asked), lines: [{ lineId: asked.lineId, quantity, ...more }] })

describe('what is kept for a work order', () => {
  test('PL-14 is handed over to a requisition that names it, the very lots; the rest stays kept, and is given back when it is cancelled', async () => {
    await receive('30')
    host.clock.advance(1000)
    await receive('30')
    const { order, workOrder } = await newWorkOrder()
    const lots = lotsKept(workOrder.id)
    host.clock.advance(1000)
    await receive('100')
    expect(await fabricOf(workOrder)).toMatchObject({ required: '49.75', given: '0', kept: '49.75', missing: '0', state: 'ALLOCATED' })
    expect(await free()).toBe('110.25')
    // Somebody else has all that is free.
    const others = await approvedFor({ number: '' }, '110.25')
    const asked = await approvedFor(workOrder, '40')
    const { lines, workOrderId } = await store.warehouse.getRequisition(asked)
    expect([lines[0]!.available, lines[0]!.reserved, workOrderId]).toEqual([decimal('49.75'), decimal('49.75'), workOrder.id])
    expect(lotsKept(asked.id)).toEqual([])
    await issue(asked, '40')
    const [handedOver] = (await store.warehouse.getRequisition(asked)).issues
    expect(lotsOfMove(handedOver!.moveSeq)).toEqual(lots)
    expect(await fabricOf(workOrder)).toEqual({ required: '49.75', given: '40', kept: '9.75', missing: '0', state: 'ALLOCATED' })
    expect(await free()).toBe('0')
    await planningManager.planning.cancelManufacturingOrder({ ...seen(order), reason: 'Pembeli mundur' })
    expect(await free()).toBe('9.75')
    await cutter.warehouse.cancelRequisition({ ...seen(others), reason: 'Tidak jadi' })
  })

  test('PL-14 comes back to it when a hand-over is taken back, and what it does not need is nobody’s', async () => {
    const { workOrder } = await newWorkOrder()
    const before = await free()
    const asked = await approvedFor(workOrder, '60')
    // Beyond what is kept for the work order, the requisition keeps its own.
    expect(decimal(await free())).toBe(decimal(before) - decimal('10.25'))
    await issue(asked, '55')
    expect(await fabricOf(workOrder)).toMatchObject({ given: '55', kept: '0', missing: '0' })
    const { requisition, issues } = await store.warehouse.getRequisition(asked)
    await store.warehouse.reverseRequisitionIssue({ ...seen(requisition), issueId: issues[0]!.id, reason: 'Salah ambil' })
    expect(await fabricOf(workOrder)).toMatchObject({ given: '0', kept: '49.75', missing: '0' })
    expect(decimal(await free())).toBe(decimal(before) - decimal('10.25'))
    await cutter.warehouse.cancelRequisition({ ...seen((await store.warehouse.getRequisition(asked)).requisition), reason: 'Tidak jadi' })
    expect(await free()).toBe(before)
  })

  test('WH-3 is used up by backflush out of the store that keeps it; what was brought there for it before counts once', async () => {
    // Nearly all there is lies in the section's own store: there it is kept.
    await receive('500', cuttingStore)
    const { workOrder } = await newWorkOrder()
    const before = await free(cuttingStore)
    await store.warehouse.transferStock({ itemId: kohair(), quantity: before, fromLocationId: cuttingStore, toLocationId: mainStore })
    const asked = await approvedFor(workOrder, '5', cuttingStore)
    await issue(asked, '5')
    // Kept less than before: five of it came, and are there for whoever takes them.
    expect(await fabricOf(workOrder)).toMatchObject({ given: '5', kept: '44.75', missing: '0' })
    const use = (quantity: string, workOrderId?: string) => cutter.warehouse.consumeMaterials({ sectionId: host.section('CUT'), ...(workOrderId && { workOrderId }), lines: [{ itemId: kohair(), quantity }] })
    expect(await free(cuttingStore)).toBe('10')
    await expect(use('49.75')).rejects.toMatchObject({ code: 'stock-short' })
    await use('45', workOrder.id) // the five that were brought for it, and forty of what is kept
    expect(await fabricOf(workOrder)).toMatchObject({ given: '45', kept: '4.75', missing: '0' })
    await use('4.75', workOrder.id)
    expect(await fabricOf(workOrder)).toMatchObject({ given: '49.75', kept: '0', missing: '0' })
    const foreign = { sectionId: host.section('SEW'), workOrderId: workOrder.id, lines: [{ itemId: kohair(), quantity: '1' }] }
    await admin.masters.createLocation({ code: 'RAK-SEW', name: 'Rak jahit', kind: 'INTERNAL', sectionId: host.section('SEW') })
    await expect(sewer.warehouse.consumeMaterials(foreign)).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['workOrderId'], reason: 'warehouse.issues.other-section-work-order' }] } })
  })

  test('WH-3 is not used a second time by output, once the stores have issued it into production', async () => {
    const { workOrder } = await newWorkOrder()
    const used = () => decimalText(fromUnits(host.database.prepare(`
      select coalesce(sum(case when reverses is null then quantity else -quantity end), 0) from stockMove where workOrderId = ? and documentEntity = 'workOrder'`).pluck().get(workOrder.id) as number))
    const asked = await approvedFor(workOrder, '8')
    await issue(asked, '8')
    const { entry } = await cutter.production.enterProduction({ workOrderId: workOrder.id, day: '2026-01-19', goodQuantity: '40' }) // takes 4.02
    expect([used(), await fabricOf(workOrder)]).toMatchObject(['0', { given: '8', kept: '41.75' }])
    const { entry: more } = await cutter.production.updateProduction({ ...seen(entry!), goodQuantity: '100' }) // takes 10.05
    expect(used()).toBe('2.05')
    const { requisition, issues } = await store.warehouse.getRequisition(asked)
    await store.warehouse.reverseRequisitionIssue({ ...seen(requisition), issueId: issues[0]!.id, reason: 'Salah ambil' })
    await cutter.production.updateProduction({ ...seen(more!), goodQuantity: '101' })
    expect(used()).toBe('10.16')
  })

  test('WH-20 goes first where a debt for it makes up the rest, and what is taken on the debt is given to it', async () => {
    for (const locationId of [mainStore, cuttingStore]) {
      const rest = await free(locationId)
      if (decimal(rest) > 0) await store.warehouse.issueStock({ itemId: kohair(), quantity: rest, fromLocationId: locationId })
    }
    await receive('20')
    const { workOrder } = await newWorkOrder()
    expect(await fabricOf(workOrder)).toMatchObject({ kept: '20', missing: '29.75', state: 'PARTIAL' })
    const owed = await cutter.warehouse.requestDebt({
      itemId: kohair(), locationId: mainStore, sectionId: host.section('CUT'), workOrderNumber: workOrder.number, required: '49.75', quantity: '29.75', dueDay: '2026-01-30', reason: 'Kain terlambat',
    })
    await supervisor.approvals.approveStep({ id: owed.requestId!, step: 0 })
    await manager.approvals.approveStep({ id: owed.requestId!, step: 1 })
    expect(await fabricOf(workOrder)).toMatchObject({ given: '0', missing: '29.75', state: 'DEBT' })
    const asked = await approvedFor(workOrder, '49.75')
    await issue(asked, '49.75', { debtId: owed.id })
    expect(await fabricOf(workOrder)).toMatchObject({ given: '49.75', kept: '0', missing: '0', state: 'ALLOCATED' })
    expect(host.database.prepare('select issued from materialDebt where id = ?').pluck().get(owed.id)).toBe(decimal('29.75'))
  })

  test('is not for another section’s requisition', async () => {
    const { workOrder } = await newWorkOrder()
    const asked = sewer.warehouse.createRequisition({
      sectionId: host.section('SEW'), supplyLocationId: mainStore, neededBy: '2026-01-20', workOrderNumber: workOrder.number, lines: [{ itemId: kohair(), quantity: '1' }],
    })
    await expect(asked).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['workOrderNumber'], reason: 'warehouse.issues.other-section-work-order' }] } })
  })
})
