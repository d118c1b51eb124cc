import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDecimals, decimal, decimalText } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import type { Desk } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

let factory: ToyDesks
beforeAll(async () => {
  factory = await openToyFactory()
})
afterAll(async () => {
  expect(ledgerFindings(factory.host.database, 10)).toEqual([])
  expect(factory.host.faults).toEqual([])
  await factory.host.stop()
})

const reason = 'Pembeli mengurangi pesanannya pagi ini'
type Change = Omit<Parameters<Desk['planning']['requestWorkOrderChange']>[0], 'id' | 'version' | 'reason'>
const ask = async ({ id }: { readonly id: string }, change: Change, desk = factory.supervisor) => desk.planning.requestWorkOrderChange({ ...seen(await factory.current({ id })), ...change, reason })
const approve = (request: { readonly id: string } | null) => factory.manager.approvals.approveStep({ id: request!.id, step: 0 })
const detailOf = ({ id }: { readonly id: string }) => factory.planner.planning.getWorkOrder({ id })
const issue = (field: string, words: string) => ({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: [field], reason: `planning.issues.${words}` })] } })
/** By item what is needed, and what is kept for it or was used of that by its output. */
const kept = async (workOrder: { readonly id: string }) => (await detailOf(workOrder)).allocations
  .map(({ itemCode, required, allocated, given }) => [itemCode, decimalText(required), decimalText(addDecimals(allocated, given))])
/** Cutting without a buffer: of an order of 480 the target is 480. */
async function plainCutting(quantity = '480'): Promise<WorkOrder> {
  const stage = await factory.admin.masters.getProductionStage({ id: factory.toys.stages.CUT! })
  if (stage.bufferPercent === null) await factory.admin.masters.updateProductionStage({ ...seen(stage), bufferPercent: '0' })
  return factory.workOrderOf(await factory.planned({ quantity }), 'WIP-BODY')
}
async function revisionOf({ id }: { readonly id: string }): Promise<WorkOrder> {
  return factory.current((await detailOf({ id })).revisions.at(-1)!)
}

describe('a change of a work order', () => {
  test('PL-17 example (e): 480 to 360 is refused once 370 are made', async () => {
    const workOrder = await plainCutting()
    await factory.enter(workOrder, '370')
    await expect(ask(workOrder, { targetQuantity: '360' })).rejects.toMatchObject(issue('targetQuantity', 'below-produced'))
  })

  test('PL-18 example (e): 480 to 360 with 120 made is R1 at 120 of 360, 33.3 %, linked both ways', async () => {
    const workOrder = await plainCutting()
    await factory.enter(workOrder, '120', { rejectQuantity: '3', defectReasonId: factory.defect })
    const embroidery = await factory.workOrderOf({ id: workOrder.manufacturingOrderId }, 'WIP-EMBO')
    const { request } = await ask(workOrder, { targetQuantity: '360' })
    expect((await factory.manager.approvals.getRequest({ id: request!.id })).lines).toMatchObject([
      { labelKey: 'planning.fields.targetQuantity', before: '480', after: '360' }, { labelKey: 'production.fields.soFar', after: '120' },
    ])
    expect(await approve(request)).toMatchObject({ status: 'APPROVED', kind: 'WORK_ORDER_QUANTITY' })
    const old = await detailOf(workOrder)
    const revision = await revisionOf(workOrder)
    expect(old).toMatchObject({ workOrder: { status: 'VOIDED', targetQuantity: decimal('480') }, allocations: [], revisions: [{ number: workOrder.number, revision: 0 }, { number: `${workOrder.number}-R1` }] })
    expect(revision).toMatchObject({
      number: `${workOrder.number}-R1`, revision: 1, parentId: workOrder.id, parentNumber: workOrder.number, status: 'RUNNING', targetQuantity: decimal('360'), goodQuantity: decimal('120'), rejectQuantity: decimal('3'),
      startedDay: factory.today(), isApproved: true, approvedByName: expect.stringContaining('Manager') as string,
    })
    expect((await factory.cutter.production.getWorkOrderDays({ workOrderId: revision.id })).days).toMatchObject([{ goodQuantity: decimal('120'), percent: decimal('33.3') }])
    // What comes after goes on from the revision, and its days count.
    expect((await detailOf(embroidery)).sources).toMatchObject([{ number: revision.number, goodQuantity: decimal('120') }])
    expect(await kept(revision)).toEqual([['KOHAIR', '36.18', '36.18']])
    factory.nextDay()
    await factory.enter(revision, '30')
    expect(await factory.current(revision)).toMatchObject({ goodQuantity: decimal('150'), entryCount: 2 })
    await expect(factory.enter(workOrder, '10')).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'VOIDED' } })
    // Making work orders again makes nothing anew.
    const order = await factory.planner.planning.getManufacturingOrder({ id: workOrder.manufacturingOrderId })
    expect(await factory.planner.planning.generateWorkOrders(seen(order.order))).toEqual({ made: 0, waiting: [] })
  })

  test('PL-18 a day that waits for consent goes over to the revision, and stays with what changes in its place', async () => {
    const yesterday = new Date(Date.parse(factory.host.clock.now()) - 86_400_000).toISOString().slice(0, 10)
    const late = (workOrder: WorkOrder) => factory.enter(workOrder, '30', { day: yesterday, reason: 'Listrik padam' })
    const [begun, untouched] = [await plainCutting(), await plainCutting()]
    await factory.enter(begun, '120')
    const days = [await late(begun), await late(untouched)].map(({ request }) => request!)
    for (const workOrder of [begun, untouched]) await approve((await ask(workOrder, { targetQuantity: '360' })).request)
    const revision = await revisionOf(begun)
    expect((await detailOf(revision)).waiting).toMatchObject([{ number: days[0]!.number, kind: 'DAY_SUPERVISOR' }])
    expect((await detailOf(begun)).waiting).toEqual([])
    await expect(late(revision)).rejects.toMatchObject({ code: 'approval-pending', params: { number: days[0]!.number } })
    for (const { id } of days) expect(await factory.supervisor.approvals.approveStep({ id, step: 0 })).toMatchObject({ status: 'APPROVED' })
    expect(await factory.current(revision)).toMatchObject({ revision: 1, goodQuantity: decimal('150'), entryCount: 2 })
    expect(await factory.current(untouched)).toMatchObject({ revision: 0, targetQuantity: decimal('360'), goodQuantity: decimal('30') })
  })

  test('PL-18 what nobody has begun changes in its place, with what is kept for it', async () => {
    const workOrder = await plainCutting()
    const { request } = await ask(workOrder, { targetQuantity: '360', deadlineDay: '2026-03-20' })
    expect(await factory.current(workOrder)).toMatchObject({ targetQuantity: decimal('480') })
    await approve(request)
    expect(await factory.current(workOrder)).toMatchObject({ number: workOrder.number, revision: 0, status: 'PENDING', targetQuantity: decimal('360'), deadlineDay: '2026-03-20' })
    expect(await kept(workOrder)).toEqual([['KOHAIR', '36.18', '36.18']])
    expect((await detailOf(workOrder)).revisions).toEqual([])
  })

  test('PL-17 is asked for by those who answer for the section, once at a time, with a reason that explains it', async () => {
    const workOrder = await plainCutting()
    const at = seen(workOrder)
    await expect(factory.cutter.planning.requestWorkOrderChange({ ...at, targetQuantity: '360', reason })).rejects.toMatchObject({ code: 'forbidden' })
    const elsewhere = await factory.host.as('SPV Sewing', 'SEW')
    await expect(elsewhere.planning.requestWorkOrderChange({ ...at, targetQuantity: '360', reason })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(factory.supervisor.planning.requestWorkOrderChange({ ...at, targetQuantity: '360', reason: 'Kurang order' })).rejects.toMatchObject(issue('reason', 'reason-short'))
    await expect(ask(workOrder, {})).rejects.toMatchObject(issue('targetQuantity', 'nothing-changed'))
    await expect(ask(workOrder, { targetQuantity: '480' })).rejects.toMatchObject(issue('targetQuantity', 'same-target'))
    await expect(ask(workOrder, { targetQuantity: '360.5' })).rejects.toMatchObject(issue('targetQuantity', 'whole'))
    await expect(ask(workOrder, { deadlineDay: factory.today() })).rejects.toMatchObject({ code: 'invalid-input' })
    const { request } = await ask(workOrder, { targetQuantity: '360' })
    await expect(ask(workOrder, { deadlineDay: '2026-03-20' }, factory.manager)).rejects.toMatchObject({ code: 'approval-pending', params: { number: request!.number } })
    await factory.manager.approvals.rejectRequest({ id: request!.id, step: 0, reason: 'Pembeli batal mengurangi' })
    expect(await factory.current(workOrder)).toMatchObject({ targetQuantity: decimal('480') })
  })

  test('PL-19 the supervisor who asks has said yes; a manager who asks needs the supervisor and another', async () => {
    const workOrder = await plainCutting()
    const { request } = await ask(workOrder, { deadlineDay: '2026-03-20' })
    expect((await factory.manager.approvals.getRequest({ id: request!.id })).steps).toMatchObject([{ step: { by: 'level', level: 2 } }])
    await expect(factory.supervisor.approvals.approveStep({ id: request!.id, step: 0 })).rejects.toMatchObject({ code: 'own-request' })
    expect(await approve(request)).toMatchObject({ status: 'APPROVED', kind: 'WORK_ORDER_DEADLINE' })
    const second = await ask(workOrder, { deadlineDay: '2026-03-25' }, factory.manager)
    expect((await factory.manager.approvals.getRequest({ id: second.request!.id })).steps).toHaveLength(2)
    await factory.supervisor.approvals.approveStep({ id: second.request!.id, step: 0 })
    await expect(factory.manager.approvals.approveStep({ id: second.request!.id, step: 1 })).rejects.toMatchObject({ code: 'own-request' })
    await factory.director.approvals.approveStep({ id: second.request!.id, step: 1 })
    expect(await factory.current(workOrder)).toMatchObject({ deadlineDay: '2026-03-25' })
  })

  test('PL-20 less than five percent is done at once by the System, unless it is urgent or material is short', async () => {
    const workOrder = await plainCutting()
    expect(await ask(workOrder, { targetQuantity: '500' })).toMatchObject({ request: null, workOrder: { targetQuantity: decimal('500'), approvedByName: null, isApproved: true } })
    await factory.enter(workOrder, '100')
    const { workOrder: revision } = await ask(workOrder, { targetQuantity: '490' })
    expect(revision).toMatchObject({ number: `${workOrder.number}-R1`, goodQuantity: decimal('100'), targetQuantity: decimal('490') })
    const urgent = await factory.workOrderOf(await factory.planned({ quantity: '480', isUrgent: true }), 'WIP-BODY')
    await expect(ask(urgent, { targetQuantity: '490' })).rejects.toMatchObject({ code: 'approval-pending' })
    const large = await plainCutting('8600000')
    // 864,300 of 900,000 yards are kept: 390,000 pieces more take 39,195.
    const { request } = await ask(large, { targetQuantity: '8990000' })
    expect((await factory.manager.approvals.getRequest({ id: request!.id })).lines.at(-1)).toMatchObject({ labelKey: 'planning.work.short', unit: expect.stringContaining('KOHAIR') as string })
    await factory.supervisor.approvals.cancelRequest({ id: request!.id })
    const order = await factory.planner.planning.getManufacturingOrder({ id: large.manufacturingOrderId })
    await factory.planningManager.planning.cancelManufacturingOrder({ ...seen(order.order), reason: 'Hanya percobaan' })
  })

  test('PL-20 small steps down add up: 480 to 457 is done at once, from there to 435 is asked for', async () => {
    const workOrder = await plainCutting()
    expect((await ask(workOrder, { targetQuantity: '457' })).request).toBeNull()
    expect((await ask(workOrder, { targetQuantity: '435' })).request).not.toBeNull()
    expect(await factory.current(workOrder)).toMatchObject({ targetQuantity: decimal('457') })
  })

  test('PL-17 another article only before the first output, by its own BOM; the next stage goes on from it', async () => {
    const { host, toys, admin, embroiderer } = factory
    const workOrder = await plainCutting()
    const other = await admin.masters.createItem({ code: `WIP-BODY-${workOrder.number}`, name: 'Badan kain lain', kind: 'WIP', unitId: toys.units.Pcs! })
    await expect(ask(workOrder, { itemId: other.id })).rejects.toMatchObject({ code: 'no-bom' })
    const bom = await admin.engineering.createBom({ itemId: other.id, outputQuantity: '1', sectionId: host.section('CUT') })
    await admin.engineering.saveBomLines({ bomHeaderId: bom.id, rows: [{ componentItemId: toys.items.KATUN!, quantity: '50', unitId: toys.units.Cm! }] })
    await admin.engineering.activateBom(seen(bom))
    await expect(ask(workOrder, { itemId: toys.items['WIP-CLOTH']! })).rejects.toMatchObject(issue('itemId', 'made-already'))
    await approve((await ask(workOrder, { itemId: other.id })).request)
    expect(await kept(workOrder)).toEqual([['KATUN', '240', '240']])
    await factory.enter(workOrder, '40')
    const embroidery = await factory.workOrderOf({ id: workOrder.manufacturingOrderId }, 'WIP-EMBO')
    expect(await detailOf(embroidery)).toMatchObject({ upstream: decimal('40'), obstacles: [] })
    await embroiderer.production.enterProduction({ workOrderId: embroidery.id, day: factory.today(), goodQuantity: '40' })
    await expect(ask(workOrder, { itemId: toys.items['WIP-BODY']! })).rejects.toMatchObject(issue('itemId', 'article-begun'))
  })

  test('PL-11 where only some has come, an operator starts with that, waits, or asks for a target of it', async () => {
    const { embroiderer } = factory
    const workOrder = await plainCutting()
    const early = await factory.workOrderOf({ id: workOrder.manufacturingOrderId }, 'WIP-EMBO')
    const nothingCome = { code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['targetQuantity'], reason: 'planning.issues.nothing-come' })] } }
    await expect(embroiderer.planning.adjustWorkOrder({ ...seen(early), reason: 'Sisanya baru dipotong minggu depan' })).rejects.toMatchObject(nothingCome)
    await factory.enter(workOrder, '300')
    const embroidery = await factory.workOrderOf({ id: workOrder.manufacturingOrderId }, 'WIP-EMBO')
    await expect(embroiderer.planning.startWorkOrder(seen(embroidery))).rejects.toMatchObject({ code: 'start-refused', params: { obstacles: ['upstream'] } })
    expect(await factory.current(embroidery)).toMatchObject({ status: 'PENDING' })
    const { request } = await embroiderer.planning.adjustWorkOrder({ ...seen(embroidery), reason: 'Sisanya baru dipotong minggu depan' })
    await factory.manager.approvals.approveStep({ id: request!.id, step: 0 })
    await factory.director.approvals.approveStep({ id: request!.id, step: 1 })
    const adjusted = await factory.current(embroidery)
    expect(adjusted).toMatchObject({ status: 'PENDING', targetQuantity: decimal('300') })
    expect(await embroiderer.planning.startWorkOrder(seen(adjusted))).toMatchObject({ status: 'RUNNING' })
    const other = await plainCutting()
    await factory.enter(other, '300')
    const waiting = await factory.workOrderOf({ id: other.manufacturingOrderId }, 'WIP-EMBO')
    expect(await embroiderer.planning.startWorkOrder({ ...seen(waiting), isPartial: true })).toMatchObject({ status: 'RUNNING', targetQuantity: waiting.targetQuantity })
    await expect(embroiderer.planning.adjustWorkOrder({ ...seen(await factory.current(waiting)), reason: 'Sisanya baru dipotong minggu depan' })).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('PL-17 is looked at again when it is approved: more may have been made meanwhile', async () => {
    const workOrder = await plainCutting()
    await factory.enter(workOrder, '120')
    const { request } = await ask(workOrder, { targetQuantity: '360' })
    factory.nextDay()
    await factory.enter(workOrder, '250')
    await expect(approve(request)).rejects.toMatchObject(issue('targetQuantity', 'below-produced'))
    await factory.supervisor.approvals.cancelRequest({ id: request!.id })
    // Just what has been made: there is nothing left to make.
    await approve((await ask(workOrder, { targetQuantity: '370' })).request)
    expect(await revisionOf(workOrder)).toMatchObject({ status: 'FINISHED', finishedDay: factory.today() })
    expect(await kept(await revisionOf(workOrder))).toEqual([['KOHAIR', '48.24', '37.19']]) // 370 × 0.1005: nothing is kept any more
  })
})

test('PL-18 a revision inherits all that was made, kept and waited for, to the unit, whatever is changed how often; cancelling gives all of it back', async () => {
  const codes = ['KOHAIR', 'KATUN', 'BENANG', 'LABEL', 'DAKRON', 'POLYBAG']
  const before = codes.map(factory.reserved)
  const step = fc.record({ made: fc.integer({ min: 1, max: 40 }), rejects: fc.integer({ min: 0, max: 3 }), change: fc.integer({ min: -120, max: 120 }), moves: fc.boolean() })
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async steps => {
    let workOrder = await plainCutting()
    let [good, rejects] = [0, 0]
    for (const [at, { made, rejects: spoilt, change, moves }] of steps.entries()) {
      await factory.enter(workOrder, String(made), spoilt > 0 ? { rejectQuantity: String(spoilt), defectReasonId: factory.defect } : {})
      good += made
      rejects += spoilt
      const target = Number(decimalText(workOrder.targetQuantity)) + (change === 0 ? 1 : change)
      const deadline = moves ? { deadlineDay: `2027-03-${String(10 + at).padStart(2, '0')}` } : {}
      const { request, workOrder: changed } = await ask(workOrder, { targetQuantity: String(Math.max(good + 1, target)), ...deadline })
      if (request) await approve(request)
      const revision = request ? await revisionOf(workOrder) : changed
      const { days } = await factory.cutter.production.getWorkOrderDays({ workOrderId: revision.id })
      expect([revision.revision, decimalText(revision.goodQuantity), decimalText(revision.rejectQuantity), days.length, decimalText(days.at(-1)!.sum)]).toEqual([at + 1, String(good), String(rejects), at + 1, String(good)])
      // 0.1005 yd each, counted to the hundredth and rounded up.
      const need = String(Math.ceil(Number(decimalText(revision.targetQuantity)) * 1005 / 100) / 100)
      expect(await kept(revision)).toEqual([['KOHAIR', need, need]])
      workOrder = revision
      factory.nextDay()
    }
    const order = await factory.planner.planning.getManufacturingOrder({ id: workOrder.manufacturingOrderId })
    expect(await factory.planner.planning.generateWorkOrders(seen(order.order))).toEqual({ made: 0, waiting: [] })
    await factory.planningManager.planning.cancelManufacturingOrder({ ...seen(order.order), reason: 'Pembeli mundur' })
    expect(codes.map(factory.reserved)).toEqual(before)
  }), { numRuns: 6 })
})
