import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { foundToyFactory, type ToyFactory } from './support/toy-factory.ts'

let host: TestHost
let admin: Desk
let planner: Desk
let cutter: Desk
let manager: Desk
let buyer: Desk
let toys: ToyFactory

beforeAll(async () => {
  host = await startTestHost({ now: '2026-01-19T03:00:00.000Z' })
  admin = await host.as('Superadmin')
  planner = await host.as('PPIC Manager')
  manager = await host.as('Manager')
  cutter = await host.as('Admin Cutting', 'CUT')
  buyer = await host.as('Purchasing Head')
  toys = await foundToyFactory(host, admin)
  const store = await host.as('Warehouse Operator', 'WH')
  const mainStore = (await admin.masters.listLocations({ pageSize: 200 })).rows.find(({ code }) => code === 'WH-MAIN')!.id
  for (const code of ['KOHAIR', 'KATUN', 'BENANG', 'LABEL', 'POLYBAG'])
    await store.warehouse.receiveStock({ itemId: toys.items[code]!, quantity: '900000', toLocationId: mainStore })
  const stage = await admin.masters.getProductionStage({ id: toys.stages.CUT! })
  await admin.masters.updateProductionStage({ ...seen(stage), bufferPercent: '0', days: 9 })
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })
const today = () => host.clock.now().slice(0, 10) as BusinessDay
const nextDay = () => host.clock.advance(86_400_000)
function nextMonday(): void {
  do nextDay()
  while (new Date(host.clock.now()).getUTCDay() !== 1)
}
/** 480 to cut over ten days from today. */
async function newWork(): Promise<WorkOrder> {
  const draft = await planner.planning.createManufacturingOrder({ articleId: toys.items.BONEKA!, quantity: '480', productionDay: today() })
  const order = await planner.planning.releaseManufacturingOrder(seen(draft))
  await planner.planning.generateWorkOrders(seen(order))
  const { rows } = await planner.planning.listWorkOrders({ filter: { manufacturingOrderId: order.id }, pageSize: 200 })
  return rows.find(({ itemCode }) => itemCode === 'WIP-BODY')!
}
const enter = ({ id }: { readonly id: string }, goodQuantity: number) =>
  cutter.production.enterProduction({ workOrderId: id, day: today(), goodQuantity: String(goodQuantity) })
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
      nextDay()
    }
    expect(await toldOf(work.id)).toEqual([])
    // 210 by the end of the fifth day, where 240 should be.
    await enter(work, 18)
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK'])
    await remind()
    nextDay()
    await remind()
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK'])
    // Nothing on the sixth day: 210 where 288 should be.
    nextDay()
    await remind()
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK', 'WORK_ORDER_OFF_TRACK'])
    for (let day = 0; day < 6; day += 1) {
      nextDay()
      await remind()
    }
    const told = await toldOf(work.id)
    expect(told.toSorted()).toEqual(['WORK_ORDER_AT_RISK', 'WORK_ORDER_LATE', 'WORK_ORDER_OFF_TRACK', 'WORK_ORDER_STUCK'])
    // Its section hears what is critical, and nothing else.
    expect((await toldOf(work.id, cutter)).toSorted()).toEqual(['WORK_ORDER_LATE', 'WORK_ORDER_STUCK'])
    // With its target reached nobody need acknowledge anything any more.
    await enter(work, 270)
    const { rows } = await planner.notifications.listNotices({ pageSize: 200 })
    expect(
      rows.filter(({ entityId, acknowledgedAt, severity }) => entityId === work.id && severity === 'CRITICAL' && acknowledgedAt === null),
    ).toEqual([])
  })

  test('NT-2 what recovered and falls back is told again', async () => {
    nextMonday()
    const work = await newWork()
    await enter(work, 42)
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK'])
    nextDay()
    await enter(work, 60)
    nextDay()
    await enter(work, 28)
    expect(await toldOf(work.id)).toEqual(['WORK_ORDER_AT_RISK', 'WORK_ORDER_AT_RISK'])
  })
})

describe('orders that wait for their labels', () => {
  async function fabricOrder(): Promise<{ readonly id: string; readonly orderId: string }> {
    const { id } = await buyer.purchasing.createOrder({
      kind: 'FABRIC',
      partnerId: toys.vendor,
      orderDay: today(),
      expectedDay: addDays(today(), 5),
      articleId: toys.items.BONEKA!,
      articleQuantity: '450',
    })
    await buyer.purchasing.saveLines({
      orderId: id,
      lines: [{ itemId: toys.items.KOHAIR!, quantity: '50', unitPrice: '1000', unitId: null }],
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
      days.push(await toldOf(orderId, manager))
      nextDay()
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
    nextDay()
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
    const [supervisor, director] = [await host.as('SPV Cutting', 'CUT'), await host.as('Director')]
    await supervisor.production.enterProduction({ workOrderId: late.id, day: addDays(today(), -2), goodQuantity: '480', reason: 'Listrik padam' })
    await supervisor.production.enterProduction({ workOrderId: gone.id, day: today(), goodQuantity: '480' })
    const { order } = await planner.planning.getManufacturingOrder({ id: gone.manufacturingOrderId })
    await director.planning.overrideAsDirector({ kind: 'CLOSE_MANUFACTURING_ORDER', ...seen(order), reason: 'Pembeli membatalkan sisanya hari ini' })
    const [desk, cutting] = [await host.as('PPIC Manager'), await host.as('Admin Cutting', 'CUT')]
    await cutting.production.enterProduction({ workOrderId: done.id, day: today(), goodQuantity: '480' })
    await cutting.production.enterProduction({ workOrderId: running.id, day: today(), goodQuantity: '20' })
    nextDay()
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
    const file = await reader.planning.printDailySummary({ id: (await reader.planning.readDailySummary({})).summary!.id })
    expect(file).toMatchObject({ name: `PPIC-${today()}.pdf`, mediaType: 'application/pdf' })
  })
})
