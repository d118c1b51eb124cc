import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import type { Desk, TestHost } from './support/host.ts'
import { openToyFactory, seen, toyMaterials, type ToyDesks } from './support/toy-desks.ts'

let desks: ToyDesks
let host: TestHost
let planner: Desk
let buyer: Desk

beforeAll(async () => {
  // No stuffing at all.
  desks = await openToyFactory({ stock: Object.fromEntries(toyMaterials.filter(code => code !== 'DAKRON').map(code => [code, '900000'])) });
  ({ host, planningManager: planner } = desks)
  buyer = await host.as('Purchasing Head')
  const stage = await desks.admin.masters.getProductionStage({ id: desks.toys.stages.CUT! })
  await desks.admin.masters.updateProductionStage({ ...seen(stage), bufferPercent: '0', days: 9 })
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const today = () => desks.today() as BusinessDay
function nextMonday(): void {
  do desks.nextDay()
  while (new Date(host.clock.now()).getUTCDay() !== 1)
}
/** 480 to cut over ten days from today. */
const newWork = async (): Promise<WorkOrder> => desks.workOrderOf(await desks.planned({ quantity: '480', productionDay: today() }), 'WIP-BODY')
const enter = (work: { readonly id: string }, goodQuantity: number) => desks.enter(work, String(goodQuantity))
/** A planner who sees these sections alone. */
async function onlyIn(...codes: readonly string[]): Promise<Desk> {
  return host.desk({ ...(await host.sessionFor('PPIC Admin')), sections: new Set(codes.map(host.section)) })
}
const remind = () => host.system.planning.remindOfWorkOrders({})
async function toldOf(entityId: string, desk = planner): Promise<readonly string[]> {
  const { rows } = await desk.notifications.listNotices({ pageSize: 200 })
  return rows
    .filter(notice => notice.entityId === entityId)
    .map(({ kind }) => kind)
    .toReversed()
}

describe('work orders that come to stand worse', () => {
  test('NT-2 a risk is told with the entry that shows it, once; off track and late are news', async () => {
    nextMonday()
    const work = await newWork()
    for (let day = 0; day < 4; day += 1) {
      await enter(work, 48)
      desks.nextDay()
    }
    expect(await toldOf(work.id)).toEqual([])
    // 210 by the end of the fifth day, where 240 should be.
    await enter(work, 18)
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK'])
    await remind()
    desks.nextDay()
    await remind()
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK'])
    // Nothing on the sixth day: 210 where 288 should be.
    desks.nextDay()
    await remind()
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK', 'WORK_ORDER_OFF_TRACK'])
    for (let day = 0; day < 6; day += 1) {
      desks.nextDay()
      await remind()
    }
    const told = await toldOf(work.id)
    expect(told.toSorted()).toEqual(['WORK_ORDER_AT_RISK', 'WORK_ORDER_LATE', 'WORK_ORDER_OFF_TRACK', 'WORK_ORDER_STUCK'])
    // Its section hears what is critical, and nothing else.
    expect((await toldOf(work.id, desks.cutter)).toSorted()).toEqual(['WORK_ORDER_LATE', 'WORK_ORDER_STUCK'])
    // With its target reached nobody need acknowledge anything any more.
    await enter(work, 270)
    const { rows } = await planner.notifications.listNotices({ pageSize: 200 })
    expect(
      rows.filter(({ entityId, acknowledgedAt, severity }) => entityId === work.id && severity === 'CRITICAL' && acknowledgedAt === null),
    ).toEqual([])
  })

  test('NT-2 nobody need acknowledge what is told of a work order that is cancelled, revised or ended with its order', async () => {
    nextMonday()
    const [cancelled, revised] = [await newWork(), await newWork()]
    await enter(revised, 20)
    for (let day = 0; day < 14; day += 1) desks.nextDay()
    await remind()
    const open = async (id: string) =>
      (await planner.notifications.listNotices({ pageSize: 200 })).rows.filter(
        ({ entityId, acknowledgedAt, severity }) => entityId === id && severity === 'CRITICAL' && acknowledgedAt === null,
      ).length
    expect([await open(cancelled.id), await open(revised.id)].map(count => count > 0)).toEqual([true, true])
    const manufacturingOrderOf = async (id: string) => {
      const { workOrder } = await planner.planning.getWorkOrder({ id })
      return (await planner.planning.getManufacturingOrder({ id: workOrder.manufacturingOrderId })).order
    }
    await planner.planning.cancelManufacturingOrder({ ...seen(await manufacturingOrderOf(cancelled.id)), reason: 'Pembeli batal' })
    expect(await open(cancelled.id)).toBe(0)
    const { workOrder } = await planner.planning.getWorkOrder({ id: revised.id })
    await desks.supervisor.planning.requestWorkOrderChange({ ...seen(workOrder), targetQuantity: '300', reason: 'Kain tinggal sedikit, sisanya dibatalkan' })
    const [request] = (await planner.planning.getWorkOrder({ id: revised.id })).waiting
    await desks.manager.approvals.approveStep({ id: request!.id, step: 0 })
    const { rows } = await planner.planning.listWorkOrders({ filter: { manufacturingOrderId: workOrder.manufacturingOrderId }, pageSize: 200 })
    const revision = rows.find(({ parentId }) => parentId === revised.id)!
    expect(await open(revised.id)).toBe(0)
    await remind()
    const order = await manufacturingOrderOf(revision.id)
    expect(await open(revision.id)).toBeGreaterThan(0)
    await desks.director.planning.overrideAsDirector({ kind: 'CLOSE_MANUFACTURING_ORDER', ...seen(order), reason: 'Pembeli membatalkan sisanya, kapal berangkat' })
    expect(await open(revision.id)).toBe(0)
  })

  test('NT-2 what recovered and falls back is told again', async () => {
    nextMonday()
    const work = await newWork()
    await enter(work, 42)
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK'])
    desks.nextDay()
    await enter(work, 60)
    desks.nextDay()
    await enter(work, 28)
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK', 'WORK_ORDER_AT_RISK'])
  })
})

describe('orders that wait for their labels', () => {
  async function fabricOrder(): Promise<{ readonly id: string; readonly orderId: string }> {
    const { id } = await buyer.purchasing.createOrder({
      kind: 'FABRIC',
      partnerId: desks.toys.vendor,
      orderDay: today(),
      expectedDay: addDays(today(), 5),
      articleId: desks.toys.items.BONEKA!,
      articleQuantity: '450',
    })
    await buyer.purchasing.saveLines({
      orderId: id,
      lines: [{ itemId: desks.toys.items.KOHAIR!, quantity: '50', unitPrice: '1000', unitId: null }],
    })
    const approver = await host.as('Finance Manager')
    await approver.purchasing.approveOrder(seen((await buyer.purchasing.getOrder({ id })).order))
    const { rows } = await planner.planning.listManufacturingOrders({ filter: { status: ['PARTIAL'] }, pageSize: 200 })
    return { id, orderId: rows.find(({ fabricOrderId }) => fabricOrderId === id)!.id }
  }

  test('PL-5 three days after the fabric order without one the manager is told, once; partial for more than five days, every day', async () => {
    const { orderId } = await fabricOrder()
    const days: (readonly string[])[] = []
    for (let day = 0; day < 8; day += 1) {
      await remind()
      await remind()
      days.push(await toldOf(orderId, desks.manager))
      desks.nextDay()
    }
    expect(days.map(told => told.length)).toEqual([0, 0, 0, 1, 1, 1, 2, 3])
    expect(days.at(-1)).toEqual(['LABEL_ORDER_MISSING', 'ORDER_PARTIAL_AGEING', 'ORDER_PARTIAL_AGEING'])
    expect(await toldOf(orderId)).toEqual(days.at(-1))
  })
})

describe('the morning’s summary', () => {
  test('NT-5 is written by the System at eight, once a day, and made up for after a night without the host', async () => {
    nextMonday()
    // 07:30 in the factory.
    host.clock.set(`${today()}T00:30:00.000Z`)
    expect(await host.system.planning.summarizeDay({})).toEqual({ isWritten: false })
    const before = (await planner.planning.readDailySummary({})).all.length
    const work = await newWork()
    host.clock.set(`${today()}T01:05:00.000Z`)
    expect(await host.system.planning.summarizeDay({})).toEqual({ isWritten: true })
    await host.restart()
    expect(await host.system.planning.summarizeDay({})).toEqual({ isWritten: false })
    const reader = await host.as('PPIC Admin')
    const { summary, all } = await reader.planning.readDailySummary({})
    expect(all).toHaveLength(before + 1)
    expect(summary).toMatchObject({ day: today() })
    const { rows } = await (await host.as('Manager')).notifications.listNotices({ pageSize: 1 })
    expect(rows).toEqual([])
    // The host was off at eight: whenever it is on again that day.
    desks.nextDay()
    host.clock.set(`${today()}T11:40:00.000Z`)
    expect(await host.system.planning.summarizeDay({})).toEqual({ isWritten: true })
    expect((await reader.notifications.listNotices({ pageSize: 1 })).rows[0]).toMatchObject({
      kind: 'PLANNING_SUMMARY',
      params: expect.objectContaining({ to: today() }) as object,
    })
    expect(work.status).toBe('PENDING')
  })

  test('NT-5 says what was finished, what runs until when, what is late and why, which materials are critical, and what to do', async () => {
    nextMonday()
    host.clock.set(`${today()}T02:00:00.000Z`)
    await host.system.planning.summarizeDay({})
    const [done, running] = [await newWork(), await newWork()]
    // Finished on a day long over, and with an order that is closed by now: it was finished since all the same.
    const late = await newWork()
    const gone = await newWork()
    const { supervisor, director } = desks
    await supervisor.production.enterProduction({ workOrderId: late.id, day: addDays(today(), -2), goodQuantity: '480', reason: 'Listrik padam' })
    await supervisor.production.enterProduction({ workOrderId: gone.id, day: today(), goodQuantity: '480' })
    const { order } = await planner.planning.getManufacturingOrder({ id: gone.manufacturingOrderId })
    await director.planning.overrideAsDirector({ kind: 'CLOSE_MANUFACTURING_ORDER', ...seen(order), reason: 'Pembeli membatalkan sisanya hari ini' })
    const [desk, cutting] = [await host.as('PPIC Manager'), await host.as('Admin Cutting', 'CUT')]
    await cutting.production.enterProduction({ workOrderId: done.id, day: today(), goodQuantity: '480' })
    await cutting.production.enterProduction({ workOrderId: running.id, day: today(), goodQuantity: '20' })
    desks.nextDay()
    await host.system.planning.summarizeDay({})
    const { content } = (await desk.planning.readDailySummary({})).summary!
    expect(content.since).toBe(addDays(today(), -1))
    expect(content.finished.map(({ id }) => id).toSorted()).toEqual([late.id, gone.id, done.id].toSorted())
    expect(content.running.find(({ id }) => id === running.id)).toMatchObject({
      health: 'OFF_TRACK',
      produced: 20,
      finishDay: addDays(today(), 22),
    })
    expect(content.late.find(({ id }) => id === running.id)).toMatchObject({ level: 'WARNING', causes: ['behind'] })
    // Nobody has any stuffing: finishing cannot be kept any.
    expect(content.materials).toMatchObject([{ itemCode: 'DAKRON', severity: 'CRITICAL' }])
    expect(content.acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['approve', 'materials']))
    const reader = await host.as('PPIC Admin')
    const { id } = (await reader.planning.readDailySummary({})).summary!
    const file = await reader.planning.printDailySummary({ id })
    expect(file).toMatchObject({ name: `PPIC-${today()}.pdf`, mediaType: 'application/pdf' })

    // IA-5: whoever sees one section is told of that alone, on paper too.
    const cuttings = await onlyIn('CUT')
    const told = (await cuttings.planning.readDailySummary({ id })).summary!.content
    expect(told.finished.map(one => one.id).toSorted()).toEqual([late.id, gone.id, done.id].toSorted())
    const sections = [...told.finished, ...told.running, ...told.late].map(({ sectionName }) => sectionName)
    expect(new Set(sections)).toEqual(new Set([done.sectionName]))
    expect(told.counts).toMatchObject({ finished: 3, running: told.running.length, materials: 0 })
    const stuffing = (await (await onlyIn('FIN')).planning.readDailySummary({ id })).summary!.content
    expect([stuffing.counts.finished, stuffing.materials]).toMatchObject([0, [{ itemCode: 'DAKRON' }]])
    const both = (await (await onlyIn('CUT', 'FIN')).planning.readDailySummary({ id })).summary!.content
    expect([both.counts.finished, both.counts.materials, both.counts.late]).toEqual([3, 1, told.counts.late + stuffing.counts.late])
    expect((await cuttings.planning.printDailySummary({ id })).size).toBeLessThan(file.size)
  })
})
