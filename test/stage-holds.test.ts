import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDecimals, decimal, decimalText } from '../shared/core/decimal.ts'
import type { Desk } from './support/host.ts'
import { openStageDesks, type StageDesks } from './support/stage-desks.ts'
import { seen } from './support/toy-desks.ts'

let desks: StageDesks
let quality: readonly Desk[]

beforeAll(async () => {
  desks = await openStageDesks()
  quality = [await desks.host.as('QC Lab'), await desks.host.as('QC Inspector')]
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

/** A doll of which the detector found so many, when so many had passed it. */
async function heldDoll({ isLast = false, failed = '1' } = {}) {
  const { doll, finish, finisher, toys, workOf } = desks
  const work = await doll()
  const good = isLast ? decimalText(work.targetQuantity) : '59'
  const all = decimalText(addDecimals(decimal(good), decimal(failed)))
  await finish(work, 'stuffing', all, all)
  await finish(work, 'closing', all, all)
  await finish(work, 'metal', all, good, { scrapQuantity: failed, defectReasonId: toys.defect })
  const told = await workOf(work, finisher)
  return { work, hold: told.holds[0]!, steps: told.steps }
}

const failures = async (desk: Desk, holdId: string) => (await desk.notifications.listNotices({ filter: { kinds: ['STEP_FAILED'] }, pageSize: 200 })).rows.filter(({ entity, entityId }) => entity === 'stageHold' && entityId === holdId)
const isOpen = async (holdId: string) => (await failures(desks.finishingSupervisor, holdId)).map(({ acknowledgedAt }) => acknowledgedAt === null)
const release = ({ id, version }: { readonly id: string; readonly version: number }, rootCause = 'Jarum patah di mesin 3') => desks.finishingSupervisor.stages.releaseHold({ id, version, rootCause })

describe('what is told of a hold', () => {
  test('PX-13 stays open where the failing record finishes the work order', async () => {
    const { work, hold } = await heldDoll({ isLast: true })
    expect((await desks.toys.current(work)).status).toBe('FINISHED')
    expect(await isOpen(hold.id)).toEqual([true])
    await release(hold)
    expect(await isOpen(hold.id)).toEqual([false])
  })

  test('PX-13 goes on with a revision', async () => {
    const { work, hold } = await heldDoll()
    const { toys, workOf, finisher } = desks
    const current = await toys.current(work)
    await toys.manager.planning.requestWorkOrderChange({ ...seen(current), targetQuantity: decimalText(addDecimals(current.targetQuantity, decimal('10'))), reason: 'Pembeli menambah pesanannya' })
    const revised = (await toys.workOrdersOf({ id: work.manufacturingOrderId })).find(({ number }) => number === `${work.number}-R1`)!
    expect(await isOpen(hold.id)).toEqual([true])
    const [carried] = (await workOf(revised, finisher)).holds
    await release(carried!)
    expect([carried!.id, await isOpen(hold.id)]).toEqual([hold.id, [false]])
  })

  test('PX-13 leads quality, who is told, to the work of the stage', async () => {
    const { work, hold } = await heldDoll()
    for (const desk of quality) {
      expect(await failures(desk, hold.id)).toHaveLength(1)
      expect(await desk.stages.getHold({ id: hold.id })).toEqual({ workOrderId: work.id, day: desks.toys.today() })
      expect((await desks.workOf(work, desk)).holds).toHaveLength(1)
    }
    await expect(desks.sewingSupervisor.stages.getHold({ id: hold.id })).rejects.toMatchObject({ code: 'foreign-section' })
  })
})

describe('while a work order is held', () => {
  const refused = { code: 'step-held' }

  test('PX-13 nothing of it goes out: to a subcontractor, or on a slip that waits to be accepted', async () => {
    const { toys, host, doll, finish, finisher, finishingSupervisor, workOf } = desks
    const { admin } = toys
    const packing = await admin.masters.getProductionStage({ id: toys.toys.stages.PCK! })
    await admin.masters.updateProductionStage({ ...seen(packing), isBySlip: true })
    const work = await doll()
    for (const step of ['stuffing', 'closing', 'metal']) await finish(work, step, '60', '60')
    const [day] = (await finisher.production.getWorkOrderDays({ workOrderId: work.id })).days
    await finishingSupervisor.production.confirmProduction(seen(day!))
    const next = (await toys.workOrdersOf({ id: work.manufacturingOrderId })).find(({ itemCode }) => itemCode === 'BONEKA')!
    const sent = await finisher.transfers.sendTransfer({ fromWorkOrderId: work.id, toWorkOrderId: next.id, quantity: '20' })
    toys.nextDay()
    for (const step of ['stuffing', 'closing']) await finish(work, step, '10', '10')
    await finish(work, 'metal', '10', '9', { scrapQuantity: '1', defectReasonId: toys.defect })
    const packer = await host.as('Admin Packing', 'PCK')
    const accept = () => packer.transfers.acceptTransfer({ ...seen(sent), countedQuantity: '20' })
    await expect(accept()).rejects.toMatchObject(refused)
    const partner = await admin.masters.createPartner({ code: 'SUB-H', name: 'Jahit Luar', kind: 'SUBCONTRACTOR' })
    const out = () => finisher.transfers.sendToSubcontractor({ workOrderId: work.id, partnerId: partner.id, quantity: '5' })
    await expect(out()).rejects.toMatchObject(refused)
    await release((await workOf(work, finisher)).holds[0]!)
    expect([(await accept()).status, (await out()).status]).toEqual(['COMPLETED', 'OUT'])
    await admin.masters.updateProductionStage({ ...seen(await admin.masters.getProductionStage({ id: packing.id })), isBySlip: false })
  })

  test('PX-13 what waits for consent is not let through', async () => {
    const { doll, finish, finisher, finishingSupervisor, toys, workOf, made } = desks
    const work = await doll()
    const before = toys.today()
    toys.nextDay()
    for (const step of ['stuffing', 'closing']) await finish(work, step, '60', '60', { day: before, reason: 'Lembar tertinggal' })
    const { request } = await finish(work, 'metal', '40', '40', { day: before, reason: 'Lembar tertinggal' })
    await finish(work, 'metal', '20', '19', { scrapQuantity: '1', defectReasonId: toys.defect })
    const approve = () => finishingSupervisor.approvals.approveStep({ id: request!.id, step: 0 })
    await expect(approve()).rejects.toMatchObject(refused)
    await release((await workOf(work, finisher)).holds[0]!)
    await approve()
    expect(await made(work)).toEqual(['59', '1'])
  })

  test('PX-13 no other figure of its day is written down', async () => {
    const { toys, finisher } = desks
    const figure = await toys.admin.masters.createStageFigure({ productionStageId: toys.toys.stages.FIN!, position: 1, name: 'Dakron', kind: 'NUMBER', measure: 'kg' })
    const { work, hold } = await heldDoll()
    const save = () => finisher.stages.saveStageFigures({ workOrderId: work.id, day: toys.today(), values: [{ stageFigureId: figure.id, numberValue: '12.5' }] })
    await expect(save()).rejects.toMatchObject(refused)
    await release(hold)
    expect(await save()).toMatchObject({ saved: 1 })
  })

  test('PX-13 nothing is packed of it', async () => {
    const { host, toys } = desks
    const { admin } = toys
    const step = await admin.masters.createStageStep({ productionStageId: toys.toys.stages.PCK!, position: 10, name: 'metal packing', kind: 'CRITICAL' })
    const order = await toys.planned({ quantity: '450' })
    const work = (await toys.workOrdersOf(order)).find(({ itemCode }) => itemCode === 'BONEKA')!
    const feed = [['WIP-BODY', '495', toys.cutter], ['WIP-CLOTH', '495', toys.cutter], ['WIP-EMBO', '485', toys.embroiderer], ['WIP-SKIN', '480', toys.sewer], ['WIP-BAJU', '480', toys.sewer], ['WIP-BONEKA', '470', desks.finisher]] as const
    for (const [item, quantity, desk] of feed) await toys.enter(await toys.workOrderOf(order, item), quantity, {}, desk)
    const packer = await host.as('Admin Packing', 'PCK')
    await packer.stages.enterStep({ workOrderId: work.id, stageStepId: step.id, day: toys.today(), inputQuantity: '61', goodQuantity: '60', scrapQuantity: '1', defectReasonId: toys.defect })
    await expect(packer.finishedGoods.packCartons({ workOrderId: work.id, contents: [60] })).rejects.toMatchObject(refused)
    const [hold] = (await desks.workOf(work, packer)).holds
    await toys.manager.stages.releaseHold({ ...seen(hold!), rootCause: 'Jarum patah' })
    expect((await packer.finishedGoods.packCartons({ workOrderId: work.id, contents: [60] })).cartons).toHaveLength(1)
  })
})

test('PX-13 the release of a hold leaves the other critical notices of its work order open', async () => {
  const { work, hold } = await heldDoll()
  for (let days = 0; days < 60; days += 1) desks.toys.nextDay()
  await desks.host.system.planning.remindOfWorkOrders({})
  await release(hold)
  const { rows } = await desks.finishingSupervisor.notifications.listNotices({ filter: { kinds: ['WORK_ORDER_LATE'] }, pageSize: 200 })
  expect([await isOpen(hold.id), rows.filter(({ entityId }) => entityId === work.id).map(({ acknowledgedAt }) => acknowledgedAt)]).toEqual([[false], [null]])
})
