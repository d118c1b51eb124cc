import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { handoverTarget } from '../shared/transfers/rules.ts'
import type { Transfer } from '../shared/transfers/slips.ts'
import type { Desk } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

/** Finishing without lines, where lines need not be clear: weeks are kept apart all the same. */
let toys: ToyDesks
let finisher: Desk
let finishingSupervisor: Desk

interface Pair { readonly from: WorkOrder; readonly to: WorkOrder }

beforeAll(async () => {
  toys = await openToyFactory()
  finisher = await toys.host.as('Admin Finishing', 'FIN')
  finishingSupervisor = await toys.host.as('SPV Finishing', 'FIN')
  await bySlip('FIN', { mustBeClear: false })
})
afterAll(async () => {
  expect(toys.host.faults).toEqual([])
  await toys.host.stop()
})

async function bySlip(stage: 'FIN' | 'SEW', more: { readonly mustBeClear?: boolean } = {}): Promise<void> {
  await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id: toys.toys.stages[stage]! })), isBySlip: true, ...more })
}
async function confirm({ id }: WorkOrder): Promise<void> {
  for (const day of (await toys.manager.production.getWorkOrderDays({ workOrderId: id })).days) await toys.manager.production.confirmProduction(seen(day))
}
/** Skins of an order for a week, sewn and confirmed, and the stuffing that goes on with them. */
async function skins(week: string): Promise<Pair> {
  const order = await toys.planned({ week, destination: 'EU' })
  await toys.enter(await toys.workOrderOf(order, 'WIP-BODY'), '200')
  await toys.enter(await toys.workOrderOf(order, 'WIP-EMBO'), '200', {}, toys.embroiderer)
  const from = await toys.workOrderOf(order, 'WIP-SKIN')
  await toys.enter(from, '200', {}, toys.sewer)
  await confirm(from)
  return { from, to: await toys.workOrderOf(order, 'WIP-BONEKA') }
}
const send = ({ from, to }: Pair, productionLineId: string | null = null) => toys.sewer.transfers.sendTransfer({ fromWorkOrderId: from.id, toWorkOrderId: to.id, productionLineId, quantity: '20' })
const accept = (slip: Transfer) => finisher.transfers.acceptTransfer({ ...seen(slip), countedQuantity: '20' })
const figures = () => finisher.transfers.getTransferFigures({ fromDay: toys.today(), toDay: toys.today() })

test('TR what was sent just now is no slip that nobody has acknowledged yet', async () => {
  const pair = await skins('W04-2026')
  const { sent } = await figures()
  const slip = await send(pair)
  expect((await figures()).sent).toBe(sent)
  toys.host.clock.advance(31 * 60_000)
  expect(await figures()).toMatchObject({ sent: sent + 1, acknowledged: 0, acknowledgement: decimal('0') })
  await toys.sewer.transfers.cancelTransfer({ ...seen(slip), reason: 'Uji' })
})

test('TR-5 a section without lines is held as one: another week sounds, is let beside by its supervisor, and is asked again beside other goods', async () => {
  const [held, other] = [await skins('W05-2026'), await skins('W06-2026')]
  expect(await accept(await send(held))).toMatchObject({ status: 'COMPLETED', productionLineId: null })
  expect(await send(held)).toMatchObject({ status: 'LOCKED', block: null })
  const alarmed = await send(other)
  expect(alarmed).toMatchObject({ status: 'BLOCKED', block: 'SEGREGATION' })
  expect((await finishingSupervisor.notifications.listNotices({ filter: { kinds: ['TRANSFER_SEGREGATION'] } })).rows).toMatchObject([{ entityId: alarmed.id, severity: 'CRITICAL', params: { lineKey: 'transfers.floor' } }])
  expect(await accept(alarmed)).toMatchObject({ status: 'BLOCKED', block: 'SEGREGATION' })
  const known = await finisher.transfers.getTransfer({ id: alarmed.id })
  const released = await finishingSupervisor.transfers.releaseSegregation({ ...seen(known), gapMetres: '5', isStopped: true, isInspected: true })
  toys.host.clock.advance(60_000)
  expect(await accept(released)).toMatchObject({ status: 'COMPLETED' })
  expect(await send(held)).toMatchObject({ status: 'BLOCKED', block: 'SEGREGATION' })
})

test('TR-5 where finishing has lines it is said which one, though lines need not be clear', async () => {
  const pair = await skins('W07-2026')
  const line = (await toys.admin.masters.createProductionLine({ code: 'FIN-1', name: 'Lini finishing', sectionId: toys.host.section('FIN') })).id
  await expect(send(pair)).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['productionLineId'], reason: 'transfers.issues.which-line' })] } })
  expect(await accept(await send(pair, line))).toMatchObject({ status: 'COMPLETED' })
  expect(await send(await skins('W08-2026'), line)).toMatchObject({ block: 'SEGREGATION' })
})

test('TR what was cut comes to sewing by embroidery too, and its handover is counted', async () => {
  expect([handoverTarget('CUTTING', 'SEWING'), handoverTarget('EMBROIDERY', 'SEWING'), handoverTarget('SEWING', 'FINISHING'), handoverTarget('CUTTING', 'EMBROIDERY')]).toEqual(['cutToSew', 'cutToSew', 'sewToFinish', undefined])
  await bySlip('SEW')
  const order = await toys.planned({ week: 'W09-2026', destination: 'EU' })
  await toys.enter(await toys.workOrderOf(order, 'WIP-BODY'), '200')
  const from = await toys.workOrderOf(order, 'WIP-EMBO')
  await toys.enter(from, '200', {}, toys.embroiderer)
  await confirm(from)
  const slip = await toys.embroiderer.transfers.sendTransfer({ fromWorkOrderId: from.id, toWorkOrderId: (await toys.workOrderOf(order, 'WIP-SKIN')).id, quantity: '20' })
  toys.host.clock.advance(12 * 60_000)
  await toys.sewer.transfers.acceptTransfer({ ...seen(slip), countedQuantity: '20' })
  expect((await toys.sewer.transfers.getTransferFigures({ fromDay: toys.today(), toDay: toys.today() })).cutToSew).toEqual({ count: 1, minutes: 12, look: 'GOOD' })
  const { rows } = await toys.sewer.reports.previewReport({ report: 'transferTimes', filters: { period: { from: toys.today(), to: toys.today() } }, pageSize: 200 })
  expect(rows.find(({ cells }) => cells.number === slip.number)).toMatchObject({ cells: { target: 15, minutes: 12 } })
})
