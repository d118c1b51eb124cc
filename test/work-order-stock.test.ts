import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText, fromUnits } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import type { Desk, TestHost } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'
import type { ToyFactory } from './support/toy-factory.ts'

let desks: ToyDesks
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
  desks = await openToyFactory({ stock: {} });
  ({ host, admin, planner, planningManager, cutter, sewer, supervisor, manager, toys } = desks)
  store = await host.as('Warehouse Operator', 'WH')
  keeper = await host.as('Warehouse Admin', 'WH')
  mainStore = (await admin.masters.listLocations({ pageSize: 200 })).rows.find(({ code }) => code === 'WH-MAIN')!.id
  cuttingStore = (await admin.masters.createLocation({ code: 'RAK-CUT', name: 'Rak potong', kind: 'INTERNAL', sectionId: host.section('CUT') })).id
})
afterAll(async () => {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

const kohair = () => toys.items.KOHAIR!
const receive = (quantity: string, toLocationId = mainStore) => store.warehouse.receiveStock({ itemId: kohair(), quantity, toLocationId })
/** A work order that needs 49.75 of fabric, and the order it is of. */
async function newWorkOrder() {
  const order = await desks.released()
  await cutter.planning.generateWorkOrders(seen(order))
  return { order, workOrder: await desks.workOrderOf(order, 'WIP-BODY') }
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

  test('PL-14 is delivered to a card that names it, the very lots; the card keeps only what that does not cover, and gets it back with a delivery that is taken back', async () => {
    const sectionId = host.section('CUT')
    await receive('200')
    const { workOrder } = await newWorkOrder()
    await admin.kanban.createBoard({ sectionId, supplySectionId: host.section('WH'), supplyLocationId: mainStore, storeLocationId: cuttingStore })
    const before = await free()
    const asked = await cutter.kanban.createCard({ sectionId, itemId: kohair(), quantity: '60', neededBy: '2026-01-20', workOrderId: workOrder.id })
    const approved = await keeper.kanban.approveCard(seen(asked))
    expect(decimal(await free())).toBe(decimal(before) - decimal('10.25'))
    expect(await store.kanban.getCard(approved)).toMatchObject({ workOrderNumber: workOrder.number, reserved: decimal('60'), deliverable: decimal('60') })
    const lots = lotsKept(workOrder.id)
    const part = await store.kanban.fulfilCard({ ...seen(approved), quantity: '40' })
    const { deliveries } = await store.kanban.getCard(part)
    expect(lotsOfMove(deliveries[0]!.seq)).toEqual(lots)
    expect(await fabricOf(workOrder)).toMatchObject({ given: '40', kept: '9.75', missing: '0' })
    const back = await store.kanban.reverseFulfilment({ ...seen(part), move: deliveries[0]!.seq, reason: 'Salah rak' })
    expect(await fabricOf(workOrder)).toMatchObject({ given: '0', kept: '49.75', missing: '0' })
    expect(decimal(await free())).toBe(decimal(before) - decimal('10.25'))
    const { order } = await planner.planning.getManufacturingOrder({ id: workOrder.manufacturingOrderId })
    await planningManager.planning.cancelManufacturingOrder({ ...seen(order), reason: 'Pembeli mundur' })
    await expect(cutter.kanban.createCard({ sectionId, itemId: kohair(), quantity: '1', neededBy: '2026-01-20', workOrderId: workOrder.id })).rejects.toMatchObject({ code: 'wrong-state', params: { number: workOrder.number } })
    expect((await store.kanban.fulfilCard({ ...seen(back), quantity: '10' })).status).toBe('IN_PROGRESS')
    expect(host.database.prepare('select workOrderId from stockMove order by seq desc limit 1').pluck().get()).toBe(null)
  })

  /** As if nothing lay there but so much, none of it kept for anybody. */
  const onlyFree = async (quantity: string) => {
    const rest = await free()
    if (decimal(rest) > 0) await store.warehouse.issueStock({ itemId: kohair(), quantity: rest, fromLocationId: mainStore })
    await receive(quantity)
  }
  const approvedCard = async (workOrder: WorkOrder, quantity: string) => {
    const asked = await cutter.kanban.createCard({ sectionId: host.section('CUT'), itemId: kohair(), quantity, neededBy: '2026-01-20', workOrderId: workOrder.id })
    return keeper.kanban.approveCard(seen(asked))
  }
  const reservedOfCard = async (id: string) => decimalText((await store.kanban.getCard({ id })).reserved)
  const reservedOfLine = async (id: string) => decimalText((await store.warehouse.getRequisition({ id })).lines[0]!.reserved)

  test('PL-14 is promised once: a second card keeps its own beyond what the first counts upon, and that stays when the other is cancelled or given its part', async () => {
    await onlyFree('100')
    const { workOrder } = await newWorkOrder()
    expect([(await fabricOf(workOrder)).kept, await free()]).toEqual(['49.75', '50.25'])
    const first = await approvedCard(workOrder, '40')
    expect(await free()).toBe('50.25')
    const second = await approvedCard(workOrder, '20')
    expect([await free(), await reservedOfCard(first.id), await reservedOfCard(second.id)]).toEqual(['40', '40', '20'])
    const third = await approvedCard(workOrder, '5')
    expect([await free(), await reservedOfCard(third.id)]).toEqual(['35', '5'])
    await cutter.kanban.cancelCard({ ...seen(third), reason: 'Tidak jadi' })
    expect(await free()).toBe('40')
    // What the second is given is first its own, so that the first still finds all it was promised, though the work order now needs less.
    const given = await store.kanban.fulfilCard({ ...seen(second), quantity: '15' })
    expect([await fabricOf(workOrder), await free(), await reservedOfCard(first.id), await reservedOfCard(second.id)]).toMatchObject([{ given: '15', kept: '34.75', missing: '0' }, '40', '40', '5'])
    const whole = await store.kanban.fulfilCard({ ...seen(given), quantity: '5' })
    expect([whole.status, await free(), await reservedOfCard(first.id)]).toEqual(['COMPLETED', '40', '40'])
    await store.warehouse.issueStock({ itemId: kohair(), quantity: '40', fromLocationId: mainStore })
    expect((await store.kanban.fulfilCard({ ...seen(first), quantity: '40' })).status).toBe('COMPLETED')
  })

  test('PL-14 is promised once to a card and a requisition, also when a hand-over is taken back', async () => {
    await onlyFree('100')
    const { workOrder } = await newWorkOrder()
    const card = await approvedCard(workOrder, '30')
    const asked = await approvedFor(workOrder, '40')
    expect([await free(), await reservedOfCard(card.id), await reservedOfLine(asked.id)]).toEqual(['30', '30', '40'])
    await issue(asked, '25')
    expect([await free(), await reservedOfCard(card.id)]).toEqual(['30', '30'])
    const { requisition, issues } = await store.warehouse.getRequisition(asked)
    await store.warehouse.reverseRequisitionIssue({ ...seen(requisition), issueId: issues[0]!.id, reason: 'Salah ambil' })
    expect([await free(), await fabricOf(workOrder), await reservedOfLine(asked.id)]).toMatchObject(['30', { given: '0', kept: '49.75' }, '40'])
    // Of another place or another work order nothing is counted upon.
    const { workOrder: other } = await newWorkOrder()
    const before = await free()
    await approvedFor(other, '20')
    expect([before, await free()]).toEqual(['0', '0'])
    await store.kanban.fulfilCard({ ...seen(card), quantity: '30' })
    expect(await reservedOfLine(asked.id)).toBe('40')
  })

  test('PL-14 is moved first by a line of a document that names it; what names it stands on its page, and a document for a customer does not', async () => {
    const bare = { itemId: kohair(), fromLocationId: null, toLocationId: null }
    await receive('200')
    const { order, workOrder } = await newWorkOrder()
    const lots = lotsKept(workOrder.id)
    const draft = await store.warehouse.createStockDocument({ kind: 'ISSUE', fromLocationId: mainStore, issuedFor: 'PRODUCTION' })
    const rest = await free()
    const [line] = await store.warehouse.saveStockDocumentLines({ documentId: draft.id, lines: [{ ...bare, quantity: '9.75', workOrderId: workOrder.id }] })
    expect(line).toMatchObject({ workOrderId: workOrder.id, workOrderNumber: workOrder.number })
    const now = (id: string) => store.warehouse.getStockDocument({ id }).then(({ document }) => seen(document))
    const { document } = await store.warehouse.postStockDocument(await now(draft.id))
    const { lines } = await store.warehouse.getStockDocument({ id: draft.id })
    expect(lots).toContain(lines[0]!.lots[0]!.code)
    expect([await fabricOf(workOrder), await free()]).toMatchObject([{ given: '9.75', kept: '40', missing: '0' }, rest])
    const asked = await approvedFor(workOrder, '8')
    await issue(asked, '5')
    expect((await cutter.warehouse.listWorkOrderRequests({ workOrderId: workOrder.id })).map(({ entity, number, quantity, delivered }) => [entity, number, decimalText(quantity), decimalText(delivered)])).toEqual([
      ['requisition', asked.number, '8', '5'], ['stockDocument', document.number, '9.75', '9.75'],
    ])
    await expect(sewer.warehouse.listWorkOrderRequests({ workOrderId: workOrder.id })).rejects.toMatchObject({ code: 'foreign-section' })
    await store.warehouse.reverseStockDocument({ ...await now(draft.id), reason: 'Salah SPK' })
    expect(await fabricOf(workOrder)).toMatchObject({ given: '5', kept: '44.75', missing: '0' })
    const sold = await store.warehouse.createStockDocument({ kind: 'ISSUE', fromLocationId: mainStore, issuedFor: 'CUSTOMER' })
    const named = { documentId: sold.id, lines: [{ ...bare, quantity: '1', workOrderId: workOrder.id }] }
    await expect(store.warehouse.saveStockDocumentLines(named)).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0, 'workOrderId'], reason: 'warehouse.issues.not-for-work' }] } })
    const late = await store.warehouse.createStockDocument({ kind: 'TRANSFER', fromLocationId: mainStore, toLocationId: cuttingStore })
    await store.warehouse.saveStockDocumentLines({ documentId: late.id, lines: [{ ...bare, quantity: '1', workOrderId: workOrder.id }] })
    await planningManager.planning.cancelManufacturingOrder({ ...seen((await planner.planning.getManufacturingOrder({ id: order.id })).order), reason: 'Pembeli mundur' })
    await expect(store.warehouse.postStockDocument(await now(late.id))).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0], reason: 'errors.wrong-state' }] } })
  })

  test('PL-18 a draft line whose work order was revised meanwhile can still be changed, and is for the newest; once that is over it is refused', async () => {
    const bare = { itemId: kohair(), fromLocationId: null, toLocationId: null }
    await receive('200')
    const { order, workOrder } = await newWorkOrder()
    const draft = await store.warehouse.createStockDocument({ kind: 'TRANSFER', fromLocationId: mainStore, toLocationId: cuttingStore })
    const [line] = await store.warehouse.saveStockDocumentLines({ documentId: draft.id, lines: [{ ...bare, quantity: '5', workOrderId: workOrder.id }] })
    await desks.enter(workOrder, '10')
    const { request } = await supervisor.planning.requestWorkOrderChange({ ...seen(await desks.current(workOrder)), targetQuantity: '400', reason: 'Pembeli mengurangi pesanannya' })
    await manager.approvals.approveStep({ id: request!.id, step: 0 })
    const revision = (await planner.planning.getWorkOrder({ id: workOrder.id })).revisions.at(-1)!
    const edited = (quantity: string, at: { readonly id: string; readonly version: number }) => ({ documentId: draft.id, lines: [{ ...bare, ...seen(at), quantity, workOrderId: workOrder.id }] })
    const [changed] = await store.warehouse.saveStockDocumentLines(edited('7', line!))
    expect(changed).toMatchObject({ quantity: decimal('7'), workOrderNumber: workOrder.number })
    const now = () => store.warehouse.getStockDocument({ id: draft.id }).then(({ document }) => seen(document))
    await store.warehouse.postStockDocument(await now())
    expect((await fabricOf(revision)).given).toBe('7') // What output took of the section's store before counts once.
    const late = await store.warehouse.createStockDocument({ kind: 'TRANSFER', fromLocationId: mainStore, toLocationId: cuttingStore })
    const [waiting] = await store.warehouse.saveStockDocumentLines({ documentId: late.id, lines: [{ ...bare, quantity: '1', workOrderId: workOrder.id }] })
    await planningManager.planning.cancelManufacturingOrder({ ...seen((await planner.planning.getManufacturingOrder({ id: order.id })).order), reason: 'Pembeli mundur' })
    await expect(store.warehouse.saveStockDocumentLines({ ...edited('2', waiting!), documentId: late.id }))
      .rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0], reason: 'errors.wrong-state' }] } })
  })

  test('what names it is told as it was carried out: nothing of what another purpose took, what came back as given back, and nothing of foreign places', async () => {
    const bare = { itemId: kohair(), fromLocationId: null, toLocationId: null }
    await receive('200')
    const { workOrder } = await newWorkOrder()
    const now = (id: string) => store.warehouse.getStockDocument({ id }).then(({ document }) => seen(document))
    const posted = async (head: Parameters<Desk['warehouse']['createStockDocument']>[0], quantity: string) => {
      const draft = await store.warehouse.createStockDocument(head)
      await store.warehouse.saveStockDocumentLines({ documentId: draft.id, lines: [{ ...bare, quantity, workOrderId: workOrder.id }] })
      return (await store.warehouse.postStockDocument(await now(draft.id))).document
    }
    const told = async (desk: Desk) => (await desk.warehouse.listWorkOrderRequests({ workOrderId: workOrder.id })).map(({ number, quantity, delivered }) => [number, decimalText(quantity), decimalText(delivered)])
    const given = await posted({ kind: 'TRANSFER', fromLocationId: mainStore, toLocationId: cuttingStore }, '12')
    host.clock.advance(1000)
    const back = await posted({ kind: 'TRANSFER', fromLocationId: cuttingStore, toLocationId: mainStore }, '5')
    host.clock.advance(1000)
    const sold = await store.warehouse.createStockDocument({ kind: 'ISSUE', fromLocationId: mainStore, issuedFor: 'PRODUCTION' })
    await store.warehouse.saveStockDocumentLines({ documentId: sold.id, lines: [{ ...bare, quantity: '3', workOrderId: workOrder.id }] })
    expect(await told(cutter)).toEqual([[sold.number, '3', '0'], [back.number, '5', '-5'], [given.number, '12', '12']])
    await store.warehouse.updateStockDocument({ ...await now(sold.id), fromLocationId: mainStore, issuedFor: 'CUSTOMER', notes: '' })
    await store.warehouse.postStockDocument(await now(sold.id))
    expect(await told(cutter)).toEqual([[back.number, '5', '-5'], [given.number, '12', '12']])
    // A document of a third section's store alone is not cutting's to see.
    const { id: foreignStore } = await admin.masters.createLocation({ code: 'RAK-EMB', name: 'Rak bordir', kind: 'INTERNAL', sectionId: host.section('EMB') })
    await receive('10', foreignStore)
    const foreign = await posted({ kind: 'ISSUE', fromLocationId: foreignStore, issuedFor: 'PRODUCTION' }, '2')
    expect((await told(cutter)).map(([number]) => number)).toEqual([back.number, given.number])
    expect((await told(admin)).map(([number]) => number)).toContain(foreign.number)
  })

  test('is found by its number, its order or what is made, while it takes material', async () => {
    const { order, workOrder } = await newWorkOrder()
    const find = (search: string, desk = store) => desk.warehouse.findWorkOrders({ search, pageSize: 50 }).then(({ rows }) => rows.map(({ code }) => code))
    expect(await find(workOrder.number)).toEqual([workOrder.number])
    expect(await find(`${order.number} body`)).toEqual([workOrder.number])
    expect(await find(workOrder.number, sewer)).toEqual([])
    expect(await store.warehouse.matchWorkOrders({ texts: [workOrder.number.toLowerCase()] })).toMatchObject([{ id: workOrder.id, isActive: true }])
    await planningManager.planning.cancelManufacturingOrder({ ...seen((await planner.planning.getManufacturingOrder({ id: order.id })).order), reason: 'Pembeli mundur' })
    expect(await find(workOrder.number)).toEqual([])
    expect((await store.warehouse.findWorkOrders({ id: workOrder.id })).rows).toMatchObject([{ code: workOrder.number, isActive: false }])
  })

  const owing = async (workOrder: WorkOrder, locationId: string) => {
    const debt = await cutter.warehouse.requestDebt({
      itemId: kohair(), locationId, sectionId: host.section('CUT'), workOrderNumber: workOrder.number, required: '900', quantity: '900', dueDay: '2026-01-30', reason: 'Kain terlambat',
    })
    await supervisor.approvals.approveStep({ id: debt.requestId!, step: 0 })
    await manager.approvals.approveStep({ id: debt.requestId!, step: 1 })
    return debt
  }

  test('BM-5 PL-21 what is used on a debt is judged for the work order that the debt names, and for no other', async () => {
    const { order, workOrder } = await newWorkOrder()
    const { workOrder: other } = await newWorkOrder()
    const { id: debtId, number } = await owing(workOrder, cuttingStore)
    const use = (quantity: string, more = {}) => cutter.warehouse.consumeMaterial({ itemId: kohair(), quantity, locationId: cuttingStore, debtId, ...more })
    await expect(use('800')).rejects.toMatchObject({ code: 'use-blocked', params: { workOrder: workOrder.number } })
    await expect(use('1', { workOrderId: other.id })).rejects.toMatchObject({ params: { issues: [{ path: ['debtId'], reason: 'warehouse.issues.debt-of-other-work', params: { number } }] } })
    await use('1')
    expect((await admin.engineering.listConversions({ search: workOrder.number })).rows).toMatchObject([{ verdict: 'OK', documentId: workOrder.id }])
    await planningManager.planning.cancelManufacturingOrder({ ...seen((await planner.planning.getManufacturingOrder({ id: order.id })).order), reason: 'Pembeli mundur' })
    await expect(use('1')).rejects.toMatchObject({ code: 'wrong-state', params: { number: workOrder.number } })
    await expect(store.warehouse.issueStock({ itemId: kohair(), quantity: '1', fromLocationId: cuttingStore, debtId })).rejects.toMatchObject({ code: 'wrong-state', params: { number: workOrder.number } })
  })

  test('PL-21 nothing is handed over for a work order that is over', async () => {
    await receive('200')
    const { order, workOrder } = await newWorkOrder()
    const asked = await approvedFor(workOrder, '10')
    await planningManager.planning.cancelManufacturingOrder({ ...seen((await planner.planning.getManufacturingOrder({ id: order.id })).order), reason: 'Pembeli mundur' })
    await expect(issue(asked, '10')).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0], reason: 'errors.wrong-state' }] } })
    expect(await fabricOf(workOrder)).toMatchObject({ given: '0' })
  })

  test('is not for another section’s debt, nor its shortage', async () => {
    const { workOrder } = await newWorkOrder()
    const foreign = { itemId: kohair(), locationId: mainStore, sectionId: host.section('SEW'), workOrderNumber: workOrder.number, required: '9000' }
    const refused = { code: 'invalid-input', params: { issues: [{ path: ['workOrderNumber'], reason: 'warehouse.issues.other-section-work-order' }] } }
    await expect(sewer.warehouse.requestDebt({ ...foreign, quantity: '1', dueDay: '2026-01-30', reason: 'Kurang' })).rejects.toMatchObject(refused)
    await expect(sewer.warehouse.reportShortage(foreign)).rejects.toMatchObject(refused)
  })

  test('is not for another section’s requisition, nor its card', async () => {
    const { workOrder } = await newWorkOrder()
    const asked = sewer.warehouse.createRequisition({
      sectionId: host.section('SEW'), supplyLocationId: mainStore, neededBy: '2026-01-20', workOrderNumber: workOrder.number, lines: [{ itemId: kohair(), quantity: '1' }],
    })
    await expect(asked).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['workOrderNumber'], reason: 'warehouse.issues.other-section-work-order' }] } })
    const sectionId = host.section('SEW')
    const { id: storeLocationId } = await admin.masters.createLocation({ code: 'RAK-SEW-2', name: 'Rak jahit 2', kind: 'INTERNAL', sectionId })
    await admin.kanban.createBoard({ sectionId, supplySectionId: host.section('WH'), supplyLocationId: mainStore, storeLocationId })
    const card = sewer.kanban.createCard({ sectionId, itemId: kohair(), quantity: '1', neededBy: '2026-01-20', workOrderId: workOrder.id })
    await expect(card).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['workOrderId'], reason: 'warehouse.issues.other-section-work-order' }] } })
  })
})
