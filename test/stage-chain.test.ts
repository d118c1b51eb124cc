import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { openStageDesks, type StageDesks } from './support/stage-desks.ts'
import { seen } from './support/toy-desks.ts'

let desks: StageDesks
beforeAll(async () => {
  desks = await openStageDesks()
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

describe('the steps of a stage', () => {
  test('PX-13 that count stay as they are while open work orders are counted at them', async () => {
    const { toys, doll, finish, workOf, finisher } = desks
    const { masters } = toys.admin
    const stage = toys.toys.stages.FIN!
    const spare = await masters.createStageStep({ productionStageId: stage, position: 40, name: 'simetri', kind: 'CHECK' })
    const work = await doll()
    await finish(work, 'stuffing', '100', '100')
    const refusal = (field: string) => ({ code: 'invalid-input', params: { issues: [{ path: [field], reason: 'masters.issues.steps-in-work', params: { examples: work.number } }] } })
    await expect(masters.createStageStep({ productionStageId: stage, position: 15, name: 'sisir', kind: 'COUNT' })).rejects.toMatchObject(refusal('position'))
    await expect(masters.createStageStep({ productionStageId: stage, position: 50, name: 'akhir', kind: 'CHECK' })).rejects.toMatchObject(refusal('position'))
    await expect(masters.updateStageStep({ ...seen(spare), position: 5 })).rejects.toMatchObject(refusal('position'))
    await expect(masters.updateStageStep({ ...seen(spare), kind: 'PLAIN' })).rejects.toMatchObject(refusal('kind'))
    await expect(masters.updateStageStep({ ...seen(spare), productionStageId: toys.toys.stages.PCK! })).rejects.toMatchObject(refusal('productionStageId'))
    await expect(masters.setStageStepActive({ ...seen(spare), isActive: false })).rejects.toMatchObject({ code: 'in-use', params: { by: 'workOrder', examples: work.number } })
    const named = await masters.createStageStep({ productionStageId: stage, position: 15, name: 'sisir', kind: 'PLAIN' })
    await expect(masters.updateStageStep({ ...seen(named), kind: 'COUNT' })).rejects.toMatchObject(refusal('kind'))
    await masters.updateStageStep({ ...seen(spare), name: 'periksa simetri', targetPercent: '99' })
    const [record] = (await workOf(work, finisher)).steps[0]!.records
    await finisher.stages.removeStep({ ...seen(record!), reason: '' })
    const free = await masters.getStageStep({ id: spare.id })
    expect((await masters.setStageStepActive({ ...seen(free), isActive: false })).isActive).toBe(false)
  })
})

describe('what one step takes of another', () => {
  test('PX-13 is what had passed by that day: what was stuffed today was not closed last week', async () => {
    const { toys, doll, finish, workOf, finisher } = desks
    const work = await doll()
    const monday = toys.today()
    await finish(work, 'stuffing', '100', '100')
    for (let days = 0; days < 2; days += 1) toys.nextDay()
    await finish(work, 'stuffing', '380', '380')
    await expect(finish(work, 'closing', '480', '480', { day: monday, reason: 'Lembar tertinggal' })).rejects.toMatchObject({ code: 'step-short', params: { step: 'closing', day: monday, taken: 480, came: 100 } })
    const rooms = async (day: string) => (await workOf(work, finisher, day)).steps.filter(({ kind }) => kind !== 'PLAIN').map(({ room }) => decimalText(room!))
    expect([await rooms(monday), await rooms(toys.today())]).toEqual([['0', '100', '0'], ['0', '480', '0']])
    await finish(work, 'closing', '100', '100', { day: monday, reason: 'Lembar tertinggal' })
    expect(await rooms(monday)).toEqual(['0', '0', '100'])
  })

  test('PL-11 what the stage before corrects locks no step: only what takes more still is refused', async () => {
    const { toys, doll, finish, workOf, finisher, sewingSupervisor, made } = desks
    const work = await doll()
    await finish(work, 'stuffing', '480', '475', { scrapQuantity: '5', defectReasonId: toys.defect })
    await finish(work, 'closing', '300', '300')
    const skin = (await toys.workOrdersOf({ id: work.manufacturingOrderId })).find(({ itemCode }) => itemCode === 'WIP-SKIN')!
    const [day] = (await toys.sewer.production.getWorkOrderDays({ workOrderId: skin.id })).days
    await sewingSupervisor.production.updateProduction({ ...seen(day!), goodQuantity: '470', reason: 'Salah hitung' })
    expect(decimalText((await workOf(work, finisher)).steps[0]!.room!)).toBe('-10')
    await finish(work, 'closing', '100', '100')
    await finish(work, 'metal', '400', '400')
    expect(await made(work)).toEqual(['400', '5'])
    await expect(finish(work, 'stuffing', '1', '1')).rejects.toMatchObject({ code: 'step-short', params: { step: 'stuffing', taken: 481, came: 470 } })
    const correct = async (inputQuantity: string, goodQuantity: string) => {
      const [record] = (await workOf(work, finisher)).steps[0]!.records
      return finisher.stages.updateStep({ ...seen(record!), inputQuantity, goodQuantity, scrapQuantity: '5', defectReasonId: toys.defect })
    }
    await expect(correct('482', '477')).rejects.toMatchObject({ code: 'step-short' })
    await correct('475', '470')
    await correct('470', '465')
    expect((await workOf(work, finisher)).steps[0]!.room).toBe(0)
  })
})

describe('what is written for a day that is over', () => {
  const reason = 'Lembar tertinggal'

  test('PX-4 needs a reason and its consent where the day’s output stays as it is, too; what else is written meanwhile is not held up by it', async () => {
    const { toys, doll, finish, workOf, finisher, finishingSupervisor, made } = desks
    const work = await doll()
    const before = toys.today()
    toys.nextDay()
    await expect(finish(work, 'stuffing', '100', '100', { day: before })).rejects.toMatchObject({ code: 'reason-needed' })
    const { id, request } = await finish(work, 'stuffing', '100', '100', { day: before, reason })
    const closed = await finish(work, 'closing', '100', '100', { day: before, reason })
    const detail = await finishingSupervisor.approvals.getRequest({ id: request!.id })
    expect([detail.request.kind, detail.lines.find(({ labelKey }) => labelKey === 'production.fields.written')]).toMatchObject(['DAY_SUPERVISOR', { after: 'stuffing: 100 / 100 / 0 / 0' }])
    expect(closed.request!.number).not.toBe(request!.number)
    const record = (await workOf(work, finisher, before)).steps[0]!.records.find(one => one.id === id)!
    await expect(finisher.stages.updateStep({ ...seen(record), inputQuantity: '101', goodQuantity: '101', reason })).rejects.toMatchObject({ code: 'approval-pending' })
    const output = await finish(work, 'metal', '100', '100', { day: before, reason })
    for (const { request: asked } of [closed, output, { request }]) await finishingSupervisor.approvals.approveStep({ id: asked!.id, step: 0 })
    expect(await made(work)).toEqual(['100', '0'])
    for (let days = 0; days < 3; days += 1) toys.nextDay()
    const later = await finish(work, 'stuffing', '10', '10', { day: before, reason })
    expect((await toys.manager.approvals.getRequest({ id: later.request!.id })).request.kind).toBe('DAY_MANAGER')
    const alone = await finishingSupervisor.stages.enterStep({ workOrderId: work.id, stageStepId: desks.steps.stuffing!, day: toys.today(), inputQuantity: '1', goodQuantity: '1' })
    expect(alone.request).toBeNull()
  })

  test('PX-4 holds for the other figures of the day; the strict switch refuses both', async () => {
    const { toys, doll, finish, finisher } = desks
    const { admin } = toys
    const figure = await admin.masters.createStageFigure({ productionStageId: toys.toys.stages.FIN!, position: 1, name: 'Dakron', kind: 'NUMBER', measure: 'kg' })
    const work = await doll()
    const before = toys.today()
    toys.nextDay()
    const save = (more: { reason?: string; version?: number } = {}) => finisher.stages.saveStageFigures({ workOrderId: work.id, day: before, values: [{ stageFigureId: figure.id, numberValue: '12.5' }], ...more })
    await expect(save()).rejects.toMatchObject({ code: 'reason-needed' })
    await admin.settings.changeSetting({ key: 'features.strictBackdate', value: true })
    await expect(save({ reason })).rejects.toMatchObject({ code: 'backdate-refused' })
    await expect(finish(work, 'stuffing', '100', '100', { day: before, reason })).rejects.toMatchObject({ code: 'backdate-refused' })
    await admin.settings.changeSetting({ key: 'features.strictBackdate', value: false })
    expect(await save({ reason })).toMatchObject({ saved: 1, request: { number: expect.stringMatching(/./) } })
  })
})
