import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import type { Transfer } from '../shared/transfers/slips.ts'
import type { Desk } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

/** Sewing without lines, where lines are to be clear. */
let toys: ToyDesks
let supervisor: Desk
let sectionId: string

interface Pair { readonly from: WorkOrder; readonly to: WorkOrder }

beforeAll(async () => {
  toys = await openToyFactory()
  supervisor = await toys.host.as('SPV Sewing', 'SEW')
  sectionId = toys.host.section('SEW')
  await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id: toys.toys.stages.SEW! })), isBySlip: true, mustBeClear: true })
})
afterAll(async () => {
  expect(toys.host.faults).toEqual([])
  await toys.host.stop()
})

/** Embroidered and confirmed, and the sewing that goes on with it. */
async function embroidered(week: string): Promise<Pair> {
  const order = await toys.planned({ week, destination: 'EU' })
  await toys.enter(await toys.workOrderOf(order, 'WIP-BODY'), '200')
  const from = await toys.workOrderOf(order, 'WIP-EMBO')
  await toys.enter(from, '200', {}, toys.embroiderer)
  for (const day of (await toys.manager.production.getWorkOrderDays({ workOrderId: from.id })).days) await toys.manager.production.confirmProduction(seen(day))
  return { from, to: await toys.workOrderOf(order, 'WIP-SKIN') }
}
const send = ({ from, to }: Pair) => toys.embroiderer.transfers.sendTransfer({ fromWorkOrderId: from.id, toWorkOrderId: to.id, productionLineId: null, quantity: '20' })
async function accept(slip: Transfer): Promise<Transfer> {
  const accepted = await toys.sewer.transfers.acceptTransfer({ ...seen(await toys.sewer.transfers.getTransfer({ id: slip.id })), countedQuantity: '20' })
  toys.host.clock.advance(60_000)
  return accepted
}
const floor = async () => (await toys.embroiderer.transfers.listFloors({})).find(one => one.sectionId === sectionId)!
const clear = (version: number, desk = supervisor) => desk.transfers.clearFloor({ sectionId, version, method: 'VISUAL', notes: 'Lantai kosong' })
const changes = async () => {
  const { changes: all, cleared, clearance } = await supervisor.transfers.getTransferFigures({ fromDay: toys.today(), toDay: toys.today() })
  return [all, cleared, clearance]
}

test('TR-3, TR-4 a section without lines is held as one line: other goods wait until its supervisor says that the floor is empty, and compliance counts it', async () => {
  const [held, other] = [await embroidered('W05-2026'), await embroidered('W06-2026')]
  expect(await floor()).toMatchObject({ status: 'CLEAR', version: 0, articleName: null, clearedAt: null })
  expect(await accept(await send(held))).toMatchObject({ status: 'COMPLETED' })
  expect(await floor()).toMatchObject({ status: 'OCCUPIED', version: 1, workOrderNumber: held.to.number, week: 'W05-2026', blocked: 0 })
  const more = await send(held)
  expect(more).toMatchObject({ status: 'LOCKED' })
  const slip = await send(other)
  expect(slip).toMatchObject({ status: 'BLOCKED', block: 'LINE' })
  expect((await supervisor.notifications.listNotices({ filter: { kinds: ['TRANSFER_BLOCKED'] } })).rows).toMatchObject([{ entityId: slip.id, params: { lineKey: 'transfers.floor' } }])
  expect(await accept(slip)).toMatchObject({ status: 'BLOCKED', block: 'LINE' })
  expect(await floor()).toMatchObject({ blocked: 1 })
  await expect(clear(1, toys.sewer)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(clear(1, await toys.host.as('SPV Finishing', 'FIN'))).rejects.toMatchObject({ code: 'foreign-section' })
  // What came since they looked is not cleared away.
  await expect(clear(0)).rejects.toMatchObject({ code: 'conflict' })
  const clearance = await clear(1)
  expect(clearance).toMatchObject({ sectionId, productionLineId: null, lineName: null, method: 'VISUAL', articleName: expect.any(String) as string })
  expect(await floor()).toMatchObject({ status: 'CLEAR', version: 1, blocked: 0, clearedAt: clearance.clearedAt })
  expect(await toys.sewer.transfers.getTransfer({ id: slip.id })).toMatchObject({ status: 'LOCKED', block: null })
  toys.host.clock.advance(60_000)
  expect(await accept(slip)).toMatchObject({ status: 'COMPLETED' })
  // What was sent before the other came waits now.
  expect(await floor()).toMatchObject({ status: 'OCCUPIED', version: 2, workOrderNumber: other.to.number, week: 'W06-2026', blocked: 1 })
  expect(await toys.sewer.transfers.getTransfer({ id: more.id })).toMatchObject({ status: 'BLOCKED', block: 'LINE' })
  expect((await supervisor.transfers.listTransferAlerts({ filter: { status: ['PENDING'], kind: 'LINE_CLEARANCE' } })).rows).toMatchObject([{ transferNumber: more.number, productionLineName: null }])
  expect((await supervisor.transfers.listClearances({ filter: { isFloor: true } })).rows).toMatchObject([{ id: clearance.id, notes: 'Lantai kosong' }])
  expect((await supervisor.transfers.listClearances({ filter: { isFloor: false } })).rows).toEqual([])
  expect(await changes()).toEqual([1, 1, decimal('100')])
  const { rows, charts } = await supervisor.reports.previewReport({ report: 'lineClearance', pageSize: 200 })
  expect(rows.map(({ cells, source }) => [cells.productionLineId, cells.cleared, source?.id])).toEqual([[null, 'YES', slip.id]])
  expect(charts[0]?.bars.map(({ label }) => label)).toEqual(['Jahit'])
  expect(await send(held)).toMatchObject({ status: 'BLOCKED', block: 'LINE' })
})

test('a section with lines has them cleared, one by one', async () => {
  await toys.admin.masters.createProductionLine({ code: 'SEW-1', name: 'Lini 1', sectionId })
  expect(await floor()).toBeUndefined()
  await expect(clear(2)).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ reason: 'transfers.issues.has-lines' })] } })
})
