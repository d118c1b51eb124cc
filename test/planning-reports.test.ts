import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BusinessDay } from '../shared/core/dates.ts'
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

test('the production report adds up days, sections and articles; output 500 with 12 rejects passes 97.6 %', async () => {
  const byDay = await preview('production')
  expect(byDay.rows.map(({ cells }) => [cells.subject, cells.output, cells.good, cells.rejected, cells.passRate])).toEqual([
    ['19-01-2026', '750', '738', '12', '98.4'],
    ['20-01-2026', '12', '12', '0', '100.0'],
  ])
  const bySection = await preview('production', { by: 'SECTION' })
  expect(bySection.rows.map(({ cells }) => [cells.subject, cells.workOrders, cells.good])).toEqual([['Cutting', 2, '750']])
  const firstDay = await preview('production', { by: 'ARTICLE', period: { from: '2026-01-19', to: '2026-01-19' } })
  expect(firstDay.totals[0]?.cells).toMatchObject({ good: '738', rejected: '12' })
})

test('the daily report holds each stage against its plan, and says how it kept its days', async () => {
  const { rows } = await preview('planningDaily')
  const cutting = rows.find(({ cells }) => cells.stage === 'Potong')!.cells
  // The cloth has nothing today yet: of its two days one has passed.
  expect(cutting).toMatchObject({ workOrders: 2, target: '1000', expected: '750', produced: '750', variance: '0', variancePercent: '0.0' })
  expect(cutting).toMatchObject({ onTime: '100.0', cycleDays: '2.0', rejectRate: '2.3' })
  expect(rows.find(({ cells }) => cells.stage === 'Kemas')!.cells).toMatchObject({ expected: '0', variancePercent: null, onTime: null })
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
