import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { decimal } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { foundToyFactory, type ToyFactory } from './support/toy-factory.ts'

let host: TestHost
let planner: Desk
let cutter: Desk
let toys: ToyFactory
let works: readonly WorkOrder[]

beforeAll(async () => {
  host = await startTestHost({ now: '2026-01-19T03:00:00.000Z' })
  const admin = await host.as('Superadmin')
  planner = await host.as('PPIC Manager')
  cutter = await host.as('Admin Cutting', 'CUT')
  toys = await foundToyFactory(host, admin)
  const store = await host.as('Warehouse Operator', 'WH')
  const mainStore = (await admin.masters.listLocations({ pageSize: 200 })).rows.find(({ code }) => code === 'WH-MAIN')!.id
  for (const code of ['KOHAIR', 'KATUN', 'BENANG', 'LABEL', 'DAKRON', 'POLYBAG'])
    await store.warehouse.receiveStock({ itemId: toys.items[code]!, quantity: '900000', toLocationId: mainStore })
  const stage = await admin.masters.getProductionStage({ id: toys.stages.CUT! })
  await admin.masters.updateProductionStage({ id: stage.id, version: stage.version, bufferPercent: '0' })
  const draft = await planner.planning.createManufacturingOrder({ articleId: toys.items.BONEKA!, quantity: '500', productionDay: today() })
  const order = await planner.planning.releaseManufacturingOrder({ id: draft.id, version: draft.version })
  await planner.planning.generateWorkOrders({ id: order.id, version: order.version })
  works = (await planner.planning.listWorkOrders({ filter: { manufacturingOrderId: order.id }, pageSize: 200 })).rows
  const defect = (await admin.masters.listDefectReasons({ pageSize: 1 })).rows[0]!.id
  // 488 good and 12 rejects on the first day, the rest on the second: finished on its deadline. The other part is half done.
  await enter('WIP-BODY', '488', { rejectQuantity: '12', defectReasonId: defect })
  await enter('WIP-CLOTH', '250')
  host.clock.advance(86_400_000)
  await enter('WIP-BODY', '12')
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const today = () => host.clock.now().slice(0, 10) as BusinessDay
const enter = (item: string, goodQuantity: string, more: object = {}) =>
  cutter.production.enterProduction({
    workOrderId: works.find(({ itemCode }) => itemCode === item)!.id,
    day: today(),
    goodQuantity,
    ...more,
  })
const preview = (report: string, filters: Parameters<Desk['reports']['previewReport']>[0]['filters'] = {}) =>
  planner.reports.previewReport({ report, filters, pageSize: 200 })

test('PX-11 the production report holds a day against its target and against what was left of it when machines stood still', async () => {
  const [{ targets, ratios } = { targets: [], ratios: [] }] = (await preview('production', { period: { from: '2026-01-19', to: '2026-01-19' } })).rows.map(({ cells }) => ({
    targets: [cells.dayTarget, cells.adjusted], ratios: [cells.ofTarget, cells.ofAdjusted],
  }))
  // The shift has 420 minutes; nothing stood still yet.
  expect(targets[0]).toBe(targets[1])
  expect(ratios[0]).toBe(ratios[1])
  const target = Number(targets[0])
  const reason = (await planner.masters.findDowntimeReasons({ pageSize: 1 })).rows[0]!.id
  const stop = { sectionId: host.section('CUT'), downtimeReasonId: reason, startDay: '2026-01-19', startTime: '08:00', endDay: '2026-01-19', endTime: '09:45' }
  const record = await cutter.downtime.startDowntime(stop)
  const { cells } = (await preview('production', { by: 'SECTION', period: { from: '2026-01-19', to: '2026-01-19' } })).rows[0]!
  expect(Number(cells.adjusted)).toBe(Math.floor((target * (420 - 105)) / 420))
  expect(Number(cells.ofAdjusted)).toBeCloseTo((738 / Math.floor(target * 0.75)) * 100, 1)
  expect(cells.ofTarget).toBe(ratios[0])
  await cutter.downtime.cancelDowntime({ id: record.id, version: record.version, reason: 'Selesai dicoba' })
})

test('the production report adds up days, sections and articles; output 500 with 12 rejects passes 97.6 %', async () => {
  const byDay = await preview('production')
  expect(byDay.rows.map(({ cells }) => [cells.subject, cells.output, cells.good, cells.rejected, cells.passRate])).toEqual([
    ['19-01-2026', '750', '738', '12', '98.4'],
    ['20-01-2026', '12', '12', '0', '100.0'],
  ])
  const bySection = await preview('production', { by: 'SECTION' })
  expect(bySection.rows.map(({ cells }) => [cells.subject, cells.workOrders, cells.good])).toEqual([['CUT · Cutting', 2, '750']])
  const firstDay = await preview('production', { by: 'ARTICLE', period: { from: '2026-01-19', to: '2026-01-19' } })
  expect(firstDay.totals[0]?.cells).toMatchObject({ good: '738', rejected: '12' })
})

test('the production report by manufacturing order: target and good pieces of its last stage, rejects of all, and how late it is when the period ends', async () => {
  const order = await preview('production', { by: 'ORDER' })
  // Packing is to make 517, and has none of them; the 12 rejects are the cutters'.
  const { number, shipDay } = (await planner.planning.listManufacturingOrders({ filter: { kind: 'PRODUCTION' } })).rows[0]!
  expect(order.columns.map(({ key }) => key)).toEqual(['subject', 'workOrders', 'orderTarget', 'good', 'rejected', 'orderShare', 'daysLate'])
  expect(order.rows).toMatchObject([
    {
      cells: { subject: `${number} · Buatan BONEKA`, workOrders: 7, orderTarget: '517', good: '0', rejected: '12', orderShare: '0.0', daysLate: null },
      source: { entity: 'manufacturingOrder' },
    },
  ])
  // Cutting makes 500 of each of two parts; 738 of them on the first day.
  const cutting = { by: 'ORDER', section: host.section('CUT'), period: { from: '2026-01-19', to: '2026-01-19' } }
  expect((await preview('production', cutting)).rows[0]!.cells).toMatchObject({ orderTarget: '1000', good: '738', rejected: '12', orderShare: '73.8', daysLate: null })
  host.clock.set(`${addDays(shipDay as BusinessDay, 5)}T03:00:00.000Z`)
  const since = { from: '2026-01-19', to: addDays(shipDay as BusinessDay, 30) }
  expect((await preview('production', { by: 'ORDER', period: since })).rows[0]!.cells).toMatchObject({ daysLate: 5 })
  host.clock.set('2026-01-20T03:00:00.000Z')
})

test('the daily report holds each stage against its plan, and says how it kept its days', async () => {
  const { rows, charts } = await preview('planningDaily')
  const cutting = rows.find(({ cells }) => cells.stage === 'Potong')!.cells
  // The cloth has nothing today yet: of its two days one has passed.
  expect(cutting).toMatchObject({ workOrders: 2, target: '1000', expected: '750', produced: '750', variance: '0', variancePercent: '0.0' })
  expect(cutting).toMatchObject({ onTime: '100.0', cycleDays: '2.0', rejectRate: '2.3' })
  expect(rows.find(({ cells }) => cells.stage === 'Kemas')!.cells).toMatchObject({ expected: '0', variancePercent: null, onTime: null })
  // What the paper draws is drawn on the screen too.
  expect(charts).toMatchObject([{ titleKey: 'planning.boardReports.daily.chart', bars: expect.arrayContaining([{ label: 'Potong', values: ['750', '750', '1000'].map(decimal) }]) as unknown }])
})

test('the status report lists what is open by its health, and leaves what is asked for', async () => {
  const { rows } = await preview('onTrackStatus')
  expect(rows.find(({ cells }) => String(cells.number).includes('CUT'))!.cells).toMatchObject({
    produced: '250',
    remaining: '250',
    rate: '250.0',
    finish: today(),
  })
  expect((await preview('onTrackStatus', { health: 'DELAYED' })).rows).toEqual([])
})

test('the production report keeps articles of one name apart', async () => {
  const admin = await host.as('Superadmin')
  const { id: twin } = await admin.masters.createItem({ code: 'BONEKA-2', name: 'Buatan BONEKA', kind: 'FINISHED_GOOD', unitId: toys.units.Pcs! })
  const bom = await admin.engineering.createBom({ itemId: twin, outputQuantity: '1', sectionId: host.section('CUT') })
  await admin.engineering.saveBomLines({ bomHeaderId: bom.id, rows: [{ componentItemId: toys.items.KATUN!, quantity: '50', unitId: toys.units.Cm! }] })
  await admin.engineering.activateBom({ id: bom.id, version: bom.version })
  const { id: routeId } = await admin.masters.createProductionRoute({ code: 'R2', name: 'Potong saja' })
  await admin.masters.createRouteStep({ productionRouteId: routeId, position: 1, productionStageId: toys.stages.CUT! })
  const draft = await planner.planning.createManufacturingOrder({ articleId: twin, quantity: '100', productionDay: today(), productionRouteId: routeId })
  const order = await planner.planning.releaseManufacturingOrder({ id: draft.id, version: draft.version })
  await planner.planning.generateWorkOrders({ id: order.id, version: order.version })
  const [work] = (await planner.planning.listWorkOrders({ filter: { manufacturingOrderId: order.id } })).rows
  await cutter.production.enterProduction({ workOrderId: work!.id, day: today(), goodQuantity: '40' })
  expect((await preview('production', { by: 'ARTICLE' })).rows.map(({ cells }) => [cells.subject, cells.good])).toEqual([['BONEKA · Buatan BONEKA', '750'], ['BONEKA-2 · Buatan BONEKA', '40']])
})

test('the production report by manufacturing order: one that is cancelled ships no more, and is not late', async () => {
  const { rows } = await planner.planning.listManufacturingOrders({ filter: { kind: 'PRODUCTION' } })
  const order = rows.find(({ id }) => id === works[0]!.manufacturingOrderId)!
  await planner.planning.cancelManufacturingOrder({ id: order.id, version: order.version, reason: 'Pembeli membatalkan pesanannya' })
  host.clock.set(`${addDays(order.shipDay as BusinessDay, 5)}T03:00:00.000Z`)
  const since = { from: '2026-01-19', to: addDays(order.shipDay as BusinessDay, 30) }
  const row = (await preview('production', { by: 'ORDER', period: since })).rows.find(({ source }) => source?.id === order.id)!
  expect(row.cells).toMatchObject({ good: '500', daysLate: null })
})
