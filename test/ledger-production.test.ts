import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import type { BusinessDay } from '../shared/core/dates.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

let desks: ToyDesks
let body: WorkOrder
let workerId: string

beforeAll(async () => {
  desks = await openToyFactory()
  body = await desks.workOrderOf(await desks.planned(), 'WIP-BODY')
  workerId = (await desks.admin.masters.createWorker({ code: 'K-1', name: 'Pekerja 1', sectionId: body.sectionId })).id
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

const today = () => desks.today() as BusinessDay
const place = () => ({ sectionId: body.sectionId, day: today() })
const itemId = () => desks.toys.items['WIP-BODY']!
const dayOf = () => desks.cutter.ledger.getLedgerDay({ ...place(), itemId: itemId() })

test('PX-7 of what workers and work orders put out the larger counts, never both, and a 0 hides nothing', async () => {
  const { entry } = await desks.enter(body, '48')
  expect(await dayOf()).toMatchObject({ line: { output: decimal('48'), rejected: decimal('0'), isStart: true }, outputs: [{ kind: 'WORK_ORDER', label: body.number, quantity: decimal('48') }] })
  const [made] = await desks.cutter.sectionDay.saveWorkerEntries({ ...place(), rows: [{ kind: 'enter', workerId, itemId: itemId(), actualQuantity: '30' }] })
  expect(await dayOf()).toMatchObject({ line: { output: decimal('48') }, outputs: [{ kind: 'WORK_ORDER', quantity: decimal('48') }], sums: { workers: decimal('30'), orders: decimal('48') } })
  const workerMade = (version: number, actualQuantity: string) => desks.cutter.sectionDay.saveWorkerEntries({ ...place(), rows: [{ kind: 'change', id: made!.id, version, actualQuantity }] })
  await workerMade(made!.version, '0')
  expect(await dayOf()).toMatchObject({ line: { output: decimal('48') }, sums: { workers: decimal('0') } })
  await workerMade(made!.version + 1, '60')
  expect(await dayOf()).toMatchObject({ line: { output: decimal('60') }, outputs: [{ kind: 'WORKER', quantity: decimal('60') }] })
  await desks.cutter.production.updateProduction({ ...seen(entry!), goodQuantity: '50' })
  expect((await dayOf()).line.output).toBe(decimal('60'))
  await desks.cutter.sectionDay.saveWorkerEntries({ ...place(), rows: [{ kind: 'remove', id: made!.id, version: made!.version + 2 }] })
  expect((await dayOf()).line.output).toBe(decimal('50'))
  await desks.cutter.production.removeProduction({ id: entry!.id, version: entry!.version + 1 })
  expect((await dayOf()).line.output).toBe(decimal('0'))
})

test('PX-9 daily production beyond what is available is refused too, and nobody is asked to agree to it', async () => {
  await desks.admin.masters.createProcessFlowEdge({ itemId: itemId(), fromSectionId: desks.host.section('WH'), toSectionId: body.sectionId, leadDays: 0 })
  await desks.admin.settings.changeSetting({ key: 'features.ledgerBinds', value: true })
  await expect(desks.enter(body, '10')).rejects.toMatchObject({ code: 'ledger-output', params: { item: expect.any(String) as string, available: '0', used: '10', unit: 'Pcs' } })
  // What the section may not enter alone is not even asked for.
  const day = today()
  desks.nextDay()
  await expect(desks.enter(body, '10', { day, reason: 'Lupa' })).rejects.toMatchObject({ code: 'ledger-output' })
  await desks.cutter.ledger.saveReceipts({ ...place(), rows: [{ kind: 'enter', itemId: itemId(), quantity: '12', notes: 'Sisa minggu lalu' }] })
  const { entry } = await desks.enter(body, '10')
  await expect(desks.cutter.production.updateProduction({ ...seen(entry!), goodQuantity: '13' })).rejects.toMatchObject({ code: 'ledger-output' })
  await desks.cutter.production.updateProduction({ ...seen(entry!), goodQuantity: '12' })
  expect((await dayOf()).line).toMatchObject({ available: decimal('12'), output: decimal('12'), closing: decimal('0') })
  // What is rejected leaves the section as well.
  const defectReasonId = (await desks.admin.masters.listDefectReasons({})).rows[0]!.id
  const rejecting = (goodQuantity: string, rejectQuantity: string) => desks.cutter.production.updateProduction({ id: entry!.id, version: entry!.version + 1, goodQuantity, rejectQuantity, defectReasonId })
  await expect(rejecting('11', '2')).rejects.toMatchObject({ code: 'ledger-waste', params: { available: '12', used: '13' } })
  await rejecting('9', '3')
  expect(await dayOf()).toMatchObject({ line: { output: decimal('9'), rejected: decimal('3'), closing: decimal('0') }, rejects: [{ kind: 'WORK_ORDER', label: body.number, quantity: decimal('3') }] })
})

test('PX-8 where a stage receives by slip, what was accepted has come, from the day on which it began so: the days before keep what was put out', async () => {
  const { host, admin, supervisor, embroiderer, toys } = desks
  await admin.settings.changeSetting({ key: 'features.ledgerBinds', value: false })
  const order = await desks.planned()
  const [from, to] = [await desks.workOrderOf(order, 'WIP-BODY'), await desks.workOrderOf(order, 'WIP-EMBO')]
  const [cutting, embroidery] = [host.section('CUT'), host.section('EMB')]
  const { validFrom: begun } = await admin.masters.createProcessFlowEdge({ itemId: itemId(), fromSectionId: cutting, toSectionId: embroidery, leadDays: 0 })
  const received = async (day: string) => (await embroiderer.ledger.getLedgerDay({ sectionId: embroidery, itemId: itemId(), day })).line.received
  const yesterday = (desks.nextDay(), today())
  const { entry } = await desks.enter(from, '50')
  expect(await received(yesterday)).toBe(decimal('50'))
  desks.nextDay()
  const stage = async () => admin.masters.getProductionStage({ id: toys.stages.EMB! })
  await admin.masters.updateProductionStage({ ...seen(await stage()), isBySlip: true })
  const { entry: second } = await desks.enter(from, '100')
  expect([await received(yesterday), await received(today())]).toEqual([decimal('50'), decimal('0')])
  for (const made of [entry, second]) await supervisor.production.confirmProduction(seen(made!))
  const slip = await supervisor.transfers.sendTransfer({ fromWorkOrderId: from.id, toWorkOrderId: to.id, productionLineId: null, quantity: '90' })
  expect(await received(today())).toBe(decimal('0'))
  await embroiderer.transfers.acceptTransfer({ ...seen(slip), countedQuantity: '88', reason: 'Dua hilang' })
  expect([await received(yesterday), await received(today())]).toEqual([decimal('50'), decimal('88')])
  const told = { slip: { id: slip.id, number: slip.number, cameBefore: decimal('0') }, day: today(), quantity: decimal('88') }
  expect(await embroiderer.ledger.getLedgerDay({ sectionId: embroidery, itemId: itemId(), day: today() })).toMatchObject({ inflows: [{ ...told, sectionId: cutting }] })
  expect(await desks.cutter.ledger.getLedgerDay({ sectionId: cutting, itemId: itemId(), day: today() })).toMatchObject({ outflows: [{ ...told, sectionId: embroidery }] })
  expect((await admin.masters.listFlowHistory({ itemId: itemId() })).find(({ fromSectionName }) => fromSectionName === 'Cutting')).toMatchObject({ fromDay: begun, slips: [{ fromDay: today(), untilDay: null }] })
  await admin.masters.updateProductionStage({ ...seen(await stage()), isBySlip: false })
  expect([await received(yesterday), await received(today())]).toEqual([decimal('50'), decimal('100')])
})

test('PX-8, TR-2 what had come before a stage began to receive by slip does not come again by slip: of 50 and 100 made since, slips of 30 and 110 bring 100, and what a count has left out comes by the next', async () => {
  const { admin, host, supervisor, embroiderer, planner, toys } = desks
  const order = await desks.planned()
  const [from, to] = [await desks.workOrderOf(order, 'WIP-BODY'), await desks.workOrderOf(order, 'WIP-EMBO')]
  const [cutting, embroidery] = [host.section('CUT'), host.section('EMB')]
  const shown = (sectionId: string, day: string) => embroiderer.ledger.getLedgerDay({ sectionId, itemId: itemId(), day })
  const received = async (day: string) => decimalText((await shown(embroidery, day)).line.received)
  const upstream = async () => decimalText((await planner.planning.getWorkOrder({ id: to.id })).upstream)
  const made = async (quantity: string) => supervisor.production.confirmProduction(seen((await desks.enter(from, quantity)).entry!))
  const handOver = async (quantity: string) => {
    const slip = await supervisor.transfers.sendTransfer({ fromWorkOrderId: from.id, toWorkOrderId: to.id, productionLineId: null, quantity })
    return embroiderer.transfers.acceptTransfer({ ...seen(slip), countedQuantity: quantity })
  }
  const earlier = (desks.nextDay(), today())
  await made('50')
  expect([await received(earlier), await upstream()]).toEqual(['50', '50'])
  desks.nextDay()
  await admin.masters.updateProductionStage({ ...seen(await admin.masters.getProductionStage({ id: toys.stages.EMB! })), isBySlip: true })
  expect(await upstream()).toBe('50')
  await handOver('30')
  expect([await received(earlier), await received(today()), await upstream()]).toEqual(['50', '0', '50'])
  await made('100')
  const second = await handOver('110')
  // 140 by slip, 40 of which are among the 50 that had come.
  expect([await received(earlier), await received(today()), await upstream()]).toEqual(['50', '100', '150'])
  const ofSlip = ({ slip }: { readonly slip: { readonly id: string } | null }) => slip?.id === second.id
  expect((await shown(embroidery, today())).inflows.find(ofSlip)).toMatchObject({ quantity: decimal('70'), slip: { cameBefore: decimal('40') } })
  expect((await desks.cutter.ledger.getLedgerDay({ sectionId: cutting, itemId: itemId(), day: today() })).outflows.find(ofSlip)).toMatchObject({ quantity: decimal('70') })
  desks.nextDay()
  await embroiderer.ledger.saveReceipts({ sectionId: embroidery, day: today(), rows: [{ kind: 'enter', itemId: itemId(), quantity: '140', isCount: true, notes: '10 masih di cutting' }] })
  await handOver('10')
  expect((await shown(embroidery, today())).line).toMatchObject({ opening: decimal('140'), received: decimal('10'), closing: decimal('150') })
  expect(await upstream()).toBe('150')
})
