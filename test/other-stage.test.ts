import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import type { Desk, TestHost } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

/** A factory that washes what it has sewn, before it is stuffed: a stage of no kind the program knows, with steps and figures of its own. */
let host: TestHost
let toys: ToyDesks
let washer: Desk
let washingSupervisor: Desk
let finisher: Desk
let finishingSupervisor: Desk
let washing: string
const items: Record<string, string> = {}
const steps: Record<string, string> = {}
const works: Record<string, WorkOrder> = {}

const january = { from: '2026-01-01', to: '2026-01-31' }
const february = { from: '2026-02-01', to: '2026-02-28' }

beforeAll(async () => {
  toys = await openToyFactory({ now: '2026-01-31T03:00:00.000Z' })
  const { admin, toys: factory } = toys
  host = toys.host
  const section = await admin.masters.createSection({ code: 'WSH', name: 'Cuci' })
  washing = section.id
  const stage = await admin.masters.createProductionStage({ code: 'WSH', name: 'Cuci', kind: 'OTHER', sectionId: washing, defectPercent: '1', isBySlip: true, isByStep: true })
  await admin.masters.updateProductionStage({ ...seen(await admin.masters.getProductionStage({ id: factory.stages.FIN! })), isBySlip: true })
  const layout = [['Cuci', 'PLAIN', {}], ['Bilas', 'COUNT', { targetPercent: '98', minutesPerPiece: '0.5' }], ['Periksa warna', 'CHECK', { targetPercent: '97' }]] as const
  for (const [at, [name, kind, more]] of layout.entries()) steps[name] = (await admin.masters.createStageStep({ productionStageId: stage.id, position: (at + 1) * 10, name, kind, ...more })).id
  const { id: routeId } = await admin.masters.createProductionRoute({ code: 'R2', name: 'Dengan cuci' })
  const stages = ['CUT', 'EMB', 'SEW'].map(code => factory.stages[code]!).concat(stage.id, ['FIN', 'PCK'].map(code => factory.stages[code]!))
  for (const [at, productionStageId] of stages.entries()) await admin.masters.createRouteStep({ productionRouteId: routeId, position: at + 1, productionStageId })
  const parts = [
    ['CUCI', 'WIP', washing, [['WIP-SKIN', '1', 'Pcs']]], ['ISI', 'WIP', host.section('FIN'), [['CUCI', '1', 'Pcs'], ['DAKRON', '54', 'Gram']]], ['BERSIH', 'FINISHED_GOOD', host.section('PCK'), [['ISI', '1', 'Pcs'], ['POLYBAG', '1', 'Pcs']]],
  ] as const
  Object.assign(items, factory.items)
  for (const [code, kind] of parts) items[code] = (await admin.masters.createItem({ code, name: `Boneka ${code}`, kind, unitId: factory.units.Pcs!, ...(kind === 'FINISHED_GOOD' && { piecesPerCarton: 60, cartonsPerPallet: 8 }) })).id
  for (const [code, , sectionId, lines] of parts) {
    const draft = await admin.engineering.createBom({ itemId: items[code]!, outputQuantity: '1', sectionId })
    await admin.engineering.saveBomLines({ bomHeaderId: draft.id, rows: lines.map(([component, quantity, unit]) => ({ componentItemId: items[component]!, quantity, unitId: factory.units[unit]! })) })
    await admin.engineering.activateBom(seen(draft))
  }
  await admin.masters.createProcessFlowEdge({ itemId: items.CUCI!, fromSectionId: washing, toSectionId: host.section('FIN'), leadDays: 1 })
  washer = await host.as('Admin Sewing', 'WSH')
  washingSupervisor = await host.as('SPV Sewing', 'WSH')
  finisher = await host.as('Admin Finishing', 'FIN')
  finishingSupervisor = await host.as('SPV Finishing', 'FIN')
  const order = await toys.planned({ articleId: items.BERSIH!, quantity: '100', productionRouteId: routeId })
  for (const code of ['WIP-BODY', 'WIP-EMBO', 'WIP-SKIN', 'CUCI', 'ISI']) works[code] = await toys.workOrderOf(order, code)
  await toys.enter(works['WIP-BODY']!, '110')
  await toys.enter(works['WIP-EMBO']!, '110', {}, toys.embroiderer)
  await toys.enter(works['WIP-SKIN']!, '110', {}, toys.sewer)
})
afterAll(async () => {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

const enter = (step: string, inputQuantity: string, goodQuantity: string, more: Partial<Parameters<Desk['stages']['enterStep']>[0]> = {}) =>
  washer.stages.enterStep({ workOrderId: works.CUCI!.id, stageStepId: steps[step]!, day: toys.today(), inputQuantity, goodQuantity, ...more })
const workOf = async () => washer.stages.getStageWork({ workOrderId: works.CUCI!.id, day: toys.today() })
const confirmed = async (work: WorkOrder) => {
  for (const day of (await toys.manager.production.getWorkOrderDays({ workOrderId: work.id })).days) if (day.confirmedByName === null) await toys.manager.production.confirmProduction(seen(day))
}
const yieldOf = async (period: object) => (await washingSupervisor.reports.previewReport({ report: 'stageYield', filters: { period, section: washing } })).rows.map(({ cells }) => cells)
const ledgerOf = async (sectionId: string, day: string) => {
  const { line } = await toys.admin.ledger.getLedgerDay({ sectionId, itemId: items.CUCI!, day })
  return Object.fromEntries((['received', 'manual', 'output', 'rejected', 'closing'] as const).map(name => [name, decimalText(line[name])]))
}

test('TR-1, TR-2 what it washes comes by slip from sewing', async () => {
  expect(works.CUCI).toMatchObject({ sectionId: washing, stageName: 'Cuci' })
  await expect(enter('Bilas', '10', '10')).rejects.toMatchObject({ code: 'start-refused', params: { obstacles: ['upstream'], upstream: 0 } })
  await confirmed(works['WIP-SKIN']!)
  const slip = await toys.sewer.transfers.sendTransfer({ fromWorkOrderId: works['WIP-SKIN']!.id, toWorkOrderId: works.CUCI!.id, quantity: '100' })
  expect(slip).toMatchObject({ status: 'LOCKED', fromSectionName: 'Jahit', toSectionName: 'Cuci' })
  expect(await washer.transfers.acceptTransfer({ ...seen(slip), countedQuantity: '100' })).toMatchObject({ status: 'COMPLETED', receivedQuantity: decimal('100') })
  expect((await toys.current(works.CUCI!)).status).toBe('RUNNING')
})

test('PX-12 it counts at its own steps, sends back to an earlier one, and asks for its own figures', async () => {
  await washer.ledger.saveReceipts({ sectionId: washing, day: toys.today(), rows: [{ kind: 'enter', itemId: items.CUCI!, quantity: '100', notes: 'Dari jahit' }] })
  await expect(toys.enter(works.CUCI!, '10', {}, washer)).rejects.toMatchObject({ code: 'counted-by-steps' })
  await enter('Bilas', '100', '98', { scrapQuantity: '1', defectReasonId: toys.defect })
  const { number } = await enter('Periksa warna', '98', '90', { reworkQuantity: '6', scrapQuantity: '2', returnStepId: steps.Cuci!, defectReasonId: toys.defect })
  expect(number?.startsWith('KPB-')).toBe(true)
  const stage = (await toys.admin.masters.getStageStep({ id: steps.Cuci! })).productionStageId
  const figure = (name: string, more: object) => toys.admin.masters.createStageFigure({ productionStageId: stage, name, position: 1, kind: 'NUMBER', ...more })
  const [heat, soap] = [await figure('Suhu air', { measure: '°C' }), await figure('Sabun', { position: 2, kind: 'CHOICE', choices: 'Cair; Bubuk' })]
  await washer.stages.saveStageFigures({ workOrderId: works.CUCI!.id, day: toys.today(), values: [{ stageFigureId: heat.id, numberValue: '42.5' }, { stageFigureId: soap.id, textValue: 'Cair' }] })
  const work = await workOf()
  expect(work.figures).toMatchObject([{ name: 'Suhu air', measure: '°C', numberValue: decimal('42.5') }, { name: 'Sabun', textValue: 'Cair', choices: ['Cair', 'Bubuk'] }])
  expect(work.steps.map(({ name, kind, passed, inRework, scrap, loss }) => [name, kind, ...[passed, inRework, scrap, loss].map(decimalText)])).toEqual([
    ['Cuci', 'PLAIN', '0', '0', '0', '0'], ['Bilas', 'COUNT', '98', '0', '1', '1'], ['Periksa warna', 'CHECK', '90', '6', '2', '0'],
  ])
  expect(await ledgerOf(washing, toys.today())).toEqual({ received: '0', manual: '100', output: '90', rejected: '3', closing: '7' })
})

test('PX-12, PX-13 what passes after the month’s end counts for the day on which it went in: no month yields more than it took', async () => {
  toys.nextDay()
  const { cards: [card] } = await workOf()
  await washer.stages.inspectRework({ ...seen(card!), day: toys.today(), goodQuantity: '5', againQuantity: '0', scrapQuantity: '1', defectReasonId: toys.defect })
  expect(await yieldOf(january)).toMatchObject([
    { stage: 'Cuci', step: 'Bilas', input: '100', good: '98', recovered: '0', open: '0', scrap: '1', loss: '1', firstPass: '98.0', yield: '98.0', target: '98.0', state: 'MET' },
    { stage: 'Cuci', step: 'Periksa warna', input: '98', good: '90', recovered: '5', open: '0', scrap: '3', loss: '0', firstPass: '91.8', yield: '96.9', target: '97.0', state: 'MISSED' },
  ])
  expect(await yieldOf(february)).toEqual([])
  expect((await toys.current(works.CUCI!)).goodQuantity).toBe(decimal('95'))
  expect(await ledgerOf(washing, toys.today())).toEqual({ received: '0', manual: '0', output: '5', rejected: '1', closing: '1' })
})

test('TR-2 what is clean goes on to finishing by slip, and so in its ledger', async () => {
  await confirmed(works.CUCI!)
  const sending = (quantity: string) => washer.transfers.sendTransfer({ fromWorkOrderId: works.CUCI!.id, toWorkOrderId: works.ISI!.id, quantity })
  await expect(sending('96')).rejects.toMatchObject({ code: 'over-sent', params: { available: 95 } })
  const slip = await sending('95')
  expect(await finisher.transfers.acceptTransfer({ ...seen(slip), countedQuantity: '95' })).toMatchObject({ status: 'COMPLETED' })
  expect((await finishingSupervisor.planning.getWorkOrder({ id: works.ISI!.id })).upstream).toBe(decimal('95'))
  // What comes by slip is in the ledger on the day it was accepted.
  expect([await ledgerOf(host.section('FIN'), '2026-02-01'), await ledgerOf(host.section('FIN'), '2026-02-02')]).toMatchObject([{ received: '95' }, { received: '0' }])
})
