import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDecimals, compareDecimals, decimal, decimalText, fromUnits, zero, type Decimal } from '../shared/core/decimal.ts'
import { cartonsOf, shippingMark } from '../shared/finished-goods/rules.ts'
import { cardAfter, inputState, isReworkOver, isYieldMet, lossOf, mayReturnTo, minutesFor, roomOf, setsOf, stepFault, worseOverdraw, yieldPercent, type DayPieces, type StepFigures, type StepFlow } from '../shared/stages/rules.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import type { Desk, TestHost } from './support/host.ts'
import { pdfText } from './support/pdf-text.ts'
import { findIn, reportFile, tableFormats } from './support/report-files.ts'
import { openStageDesks, type StageDesks, type StepEntry } from './support/stage-desks.ts'
import { seen, type ToyDesks } from './support/toy-desks.ts'

const figures = (input: string, good: string, rework = '0', scrap = '0'): StepFigures => ({ input: decimal(input), good: decimal(good), rework: decimal(rework), scrap: decimal(scrap) })

describe('the rules of steps', () => {
  test('PX-13 (g) 480 stuffed, 473 good and 7 defects are 98.5 %, nothing is lost', () => {
    const stuffing = figures('480', '473', '0', '7')
    expect([decimalText(yieldPercent(stuffing.good, stuffing.input)!), lossOf(stuffing), stepFault('COUNT', stuffing)]).toEqual(['98.5', zero, undefined])
    expect([isYieldMet(stuffing.good, stuffing.input, decimal('98')), isYieldMet(stuffing.good, stuffing.input, decimal('99')), isYieldMet(stuffing.good, stuffing.input, null)]).toEqual([true, false, null])
  })

  test('PX-14 (h) 471 dolls and 468 clothes make 468 sets', () => {
    expect(setsOf([decimal('471'), decimal('468')])).toBe(decimal('468'))
    expect(setsOf([])).toBe(zero)
  })

  test('PX-14 cartons are at least as many as full ones would be, each with its mark', () => {
    expect([cartonsOf(468, 60).length, cartonsOf(480, 60).length, Math.ceil(468 / 60)]).toEqual([8, 8, 8])
    expect([shippingMark('MO-2026-00001', 1), shippingMark('MO-2026-00001', 12345)]).toEqual(['MARK-MO-2026-00001-0001', 'MARK-MO-2026-00001-12345'])
  })

  test('PX-12 what a check passes, sends back and throws away is all that went in; a count may lose some', () => {
    expect(['100', '99', '101'].map(good => stepFault('CHECK', figures('100', good)))).toEqual([undefined, 'not-balanced', 'more-than-input'])
    expect([stepFault('CHECK', figures('100', '90', '8', '2')), stepFault('COUNT', figures('100', '90', '8', '2')), stepFault('CRITICAL', figures('100', '90', '8', '2'))]).toEqual([undefined, 'no-rework', 'no-rework'])
    expect([stepFault('COUNT', figures('100', '95')), stepFault('COUNT', figures('0', '0'))]).toEqual([undefined, 'nothing-in'])
    expect([lossOf(figures('100', '95', '0', '2')), lossOf(figures('480', '481'))]).toEqual([decimal('3'), decimal('-1')])
  })

  test('PX-12 sewing has enough within 5 % of what it needs', () => {
    expect(['455', '456', '504', '505'].map(came => inputState(decimal(came), decimal('480'), decimal('5')))).toEqual(['SHORTAGE', 'OK', 'OK', 'SURPLUS'])
  })

  test('PX-12 a card is judged whole; what goes back is on its next cycle, beyond the third it is told (E202)', () => {
    const card = { open: decimal('11'), cycle: 3 }
    const round = (good: string, again: string, scrap: string) => cardAfter(card, { good: decimal(good), again: decimal(again), scrap: decimal(scrap) })
    expect(round('10', '0', '1')).toEqual({ open: zero, cycle: 3, status: 'DONE' })
    expect(round('8', '2', '1')).toEqual({ open: decimal('2'), cycle: 4, status: 'OPEN' })
    expect([round('10', '0', '0'), round('12', '0', '0')]).toEqual([undefined, undefined])
    expect([isReworkOver(3, 3), isReworkOver(4, 3)]).toEqual([false, true])
    expect([mayReturnTo({ position: 40 }, { position: 10 }), mayReturnTo({ position: 40 }, { position: 40 }), mayReturnTo({ position: 40 }, { position: 50 })]).toEqual([true, false, false])
  })

  test('PX-13 closing takes no more than was stuffed by that day, nor does it leave less for a later one', () => {
    const stuffing = flow('stuffing', [...on('02', '200'), ...on('05', '280')], [...on('02', '200'), ...on('05', '280')])
    const closing = (taken: readonly DayPieces[]) => ({ steps: [stuffing, flow('closing', taken, taken)], came: null })
    expect(worseOverdraw(closing([]), closing(on('04', '480')))).toEqual({ stepId: 'closing', day: '2026-03-04', taken: decimal('480'), came: decimal('200') })
    expect([worseOverdraw(closing([]), closing(on('05', '480'))), worseOverdraw(closing([]), closing([...on('03', '200'), ...on('05', '280')]))]).toEqual([undefined, undefined])
    const late = closing(on('05', '300'))
    expect(['2026-03-01', '2026-03-03', '2026-03-05'].map(day => roomOf(late, day)[1])).toEqual([zero, decimal('180'), decimal('180')])
  })

  test('PL-11, PX-9 where a step took too much already, only what makes it worse is refused', () => {
    const chain = (taken: string) => ({ steps: [flow('stuffing', on('03', taken), on('03', taken)), flow('closing', on('03', '400'), on('03', '400'))], came: decimal('450') })
    expect(['470', '460', '480'].map(after => worseOverdraw(chain('470'), chain(after))?.stepId)).toEqual([undefined, undefined, 'stuffing'])
    expect(worseOverdraw(chain('470'), chain('390'))).toMatchObject({ stepId: 'closing', came: decimal('390') })
  })

  test('PX-13 closing takes no more than was stuffed', () => {
    const chain = (came: string | null, taken = '470') => ({ steps: [flow('stuffing', on('03', '480'), on('03', '473')), flow('closing', on('03', taken), on('03', '470'))], came: came === null ? null : decimal(came) })
    const faultOf = (...[came, taken]: Parameters<typeof chain>) => worseOverdraw({ steps: [], came: null }, chain(came, taken))?.stepId
    expect([roomOf(chain('500'), '2026-03-03'), roomOf(chain(null), '2026-03-03')[0]]).toEqual([[decimal('20'), decimal('3')], null])
    expect([faultOf('480'), faultOf('479'), faultOf(null, '474')]).toEqual([undefined, 'stuffing', 'closing'])
    expect([minutesFor(decimal('20'), decimal('3')), minutesFor(decimal('20'), null)]).toEqual([60, null])
  })
})

const on = (day: string, pieces: string): DayPieces[] => [{ day: `2026-03-${day}`, pieces: decimal(pieces) }]
const flow = (id: string, taken: readonly DayPieces[], passed: readonly DayPieces[]): StepFlow => ({ id, taken, passed })

describe('a stage at work', () => {
  let host: TestHost
  let toys: ToyDesks
  let sewingSupervisor: Desk
  let finisher: Desk
  let finishingSupervisor: Desk
  let steps: StageDesks['steps']
  let shirt: StageDesks['shirt']
  let doll: StageDesks['doll']
  let enter: StageDesks['enter']
  let check: StageDesks['check']
  let workOf: StageDesks['workOf']
  let made: StageDesks['made']

  beforeAll(async () => {
    ({ host, toys, sewingSupervisor, finisher, finishingSupervisor, steps, shirt, doll, enter, check, workOf, made } = await openStageDesks())
  })
  afterAll(async () => {
    expect(ledgerFindings(host.database, 10)).toEqual([])
    expect(host.faults).toEqual([])
    await host.stop()
  })

  const cardOf = async (workOrder: { readonly id: string }) => (await workOf(workOrder)).cards.at(-1)!
  const judge = async (workOrder: { readonly id: string }, goodQuantity: string, againQuantity = '0', scrapQuantity = '0') =>
    toys.sewer.stages.inspectRework({ ...seen(await cardOf(workOrder)), day: toys.today(), goodQuantity, againQuantity, scrapQuantity, defectReasonId: toys.defect })

  test('PX-12 good is what passed: rework counts for the day on which it passes, scrap is rejected', async () => {
    const work = await shirt()
    const { number, request } = await check(work, '100', '85', '11', '4')
    expect([number?.startsWith('KPB-'), request, await made(work)]).toEqual([true, null, ['85', '4']])
    const first = toys.today()
    toys.nextDay()
    await judge(work, '8', '2', '1')
    expect(await made(work)).toEqual(['93', '5'])
    await judge(work, '2')
    expect([await made(work), (await cardOf(work)).status, decimalText((await cardOf(work)).recoveredQuantity)]).toEqual([['95', '5'], 'DONE', '10'])
    const { days } = await toys.sewer.production.getWorkOrderDays({ workOrderId: work.id })
    expect(days.map(({ day, goodQuantity, rejectQuantity }) => [day, decimalText(goodQuantity), decimalText(rejectQuantity)])).toEqual([[first, '85', '4'], [toys.today(), '10', '1']])
    const card = await cardOf(work)
    const { ticket, name } = await (await toys.host.as('Admin Sewing', 'SEW')).stages.printReworkCard({ id: card.id })
    const { path } = toys.host.host.files.redeem(ticket)
    expect([name, pdfText(path) ?? card.number]).toEqual([`${card.number}.pdf`, expect.stringContaining(card.number)])
    await expect((await toys.host.as('Admin Cutting', 'CUT')).stages.printReworkCard({ id: card.id })).rejects.toMatchObject({ code: 'foreign-section' })
    const [inline] = (await workOf(work)).steps.filter(({ kind }) => kind === 'CHECK')
    expect([inline!.input, inline!.passed, inline!.inRework, inline!.scrap, inline!.loss].map(decimalText)).toEqual(['100', '95', '0', '5', '0'])
  })

  test('PX-12 rework goes back to an earlier step only, with a defect and every piece told', async () => {
    const work = await shirt()
    await expect(check(work, '10', '8', '2', '0', { returnStepId: steps.inline! })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['returnStepId'], reason: 'stages.issues.return-earlier' }] } })
    await expect(check(work, '10', '8', '2', '0', { returnStepId: steps.stuffing! })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(check(work, '10', '8', '2', '0', { returnStepId: null })).rejects.toMatchObject({ params: { issues: [{ reason: 'stages.issues.return-missing' }] } })
    await expect(check(work, '10', '8', '2', '0', { defectReasonId: null })).rejects.toMatchObject({ params: { issues: [{ reason: 'stages.issues.defect-missing' }] } })
    await expect(check(work, '10', '8', '1')).rejects.toMatchObject({ params: { issues: [{ reason: 'stages.issues.not-balanced' }] } })
    await expect(check(work, '10.5', '10.5', '0')).rejects.toMatchObject({ params: { issues: [{ path: ['inputQuantity'], reason: 'planning.issues.whole' }] } })
    await expect(enter(work, 'assembly', '10', '10')).rejects.toMatchObject({ params: { issues: [{ reason: 'stages.issues.not-counted' }] } })
    await expect(enter(work, 'stuffing', '10', '10')).rejects.toMatchObject({ params: { issues: [{ reason: 'stages.issues.which-step' }] } })
    await check(work, '10', '8', '2')
    await expect(judge(work, '1')).rejects.toMatchObject({ params: { issues: [{ path: ['goodQuantity'], reason: 'stages.issues.all-pieces' }] } })
    expect(await made(work)).toEqual(['8', '0'])
  })

  test('PX-12 beyond the third cycle a card is told as E202, as finding and as notice', async () => {
    const work = await shirt()
    await check(work, '10', '5', '5')
    for (const again of ['4', '3']) await judge(work, '1', again)
    const findings = async () => (await sewingSupervisor.production.getSectionDay({ sectionId: host.section('SEW'), day: toys.today() })).findings.filter(({ kind, workOrderId }) => kind === 'REWORK_OVER' && workOrderId === work.id)
    const notices = async () => (await sewingSupervisor.notifications.listNotices({ pageSize: 200 })).rows.filter(({ kind }) => kind === 'REWORK_OVER')
    expect([await findings(), await notices()]).toEqual([[], []])
    await judge(work, '1', '2')
    expect([await cardOf(work), await findings(), (await notices())[0]]).toMatchObject([{ cycle: 4, isOver: true }, [{ actual: decimal('4'), wanted: decimal('3') }], { params: { workOrder: work.number, cycles: 4 } }])
    await judge(work, '2')
    expect(await findings()).toEqual([])
  })

  test('PX-12 what came to sewing is held against what it needs: short once nobody makes more, as finding too', async () => {
    const work = await shirt('300')
    await check(work, '10', '10', '0')
    const findings = async () => (await sewingSupervisor.production.getSectionDay({ sectionId: host.section('SEW'), day: toys.today() })).findings.filter(({ workOrderId }) => workOrderId === work.id).map(({ kind, actual, wanted }) => [kind, actual, wanted])
    expect([(await workOf(work)).input, await findings()]).toEqual([{ came: decimal('300'), needed: work.targetQuantity, state: 'SHORTAGE' }, []])
    const cut = (await toys.workOrdersOf({ id: work.manufacturingOrderId })).find(({ itemCode }) => itemCode === 'WIP-CLOTH')!
    const { request } = await toys.supervisor.planning.requestWorkOrderChange({ ...seen(cut), targetQuantity: '300', reason: 'Kain habis, cukup sampai di sini' })
    await toys.manager.approvals.approveStep({ id: request!.id, step: 0 })
    expect((await toys.workOrderOf({ id: work.manufacturingOrderId }, 'WIP-CLOTH')).status).toBe('FINISHED')
    expect(await findings()).toEqual([['SEWING_SHORTAGE', decimal('300'), work.targetQuantity]])
  })

  test('PX-12 only good leaves: what is in rework cannot be sent, and what was sent is not taken back', async () => {
    const pack = (await toys.admin.masters.getProductionStage({ id: toys.toys.stages.PCK! }))
    await toys.admin.masters.updateProductionStage({ ...seen(pack), isBySlip: true })
    const work = await shirt()
    await check(work, '100', '90', '10')
    const [day] = (await toys.sewer.production.getWorkOrderDays({ workOrderId: work.id })).days
    await sewingSupervisor.production.confirmProduction(seen(day!))
    const packing = (await toys.workOrdersOf({ id: work.manufacturingOrderId })).find(({ itemCode }) => itemCode === 'BONEKA')!
    const send = (quantity: string) => toys.sewer.transfers.sendTransfer({ fromWorkOrderId: work.id, toWorkOrderId: packing.id, quantity })
    await expect(send('91')).rejects.toMatchObject({ code: 'over-sent', params: { available: 90 } })
    await send('90')
    const [record] = (await workOf(work)).steps.at(-1)!.records
    await expect(toys.sewer.stages.removeStep({ ...seen(record!), reason: 'Salah hitung' })).rejects.toMatchObject({ code: 'wrong-state' })
    await sewingSupervisor.production.reopenProduction({ ...seen((await toys.sewer.production.getWorkOrderDays({ workOrderId: work.id })).days[0]!), reason: 'Salah hitung' })
    await expect(toys.sewer.stages.removeStep({ ...seen(record!), reason: 'Salah hitung' })).rejects.toMatchObject({ code: 'over-sent' })
    await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id: pack.id })), isBySlip: false })
  })

  test('PX-12 a day that steps count is entered nowhere else; one from before can be put right', async () => {
    const work = await shirt()
    const { entry } = await toys.enter(work, '50', {}, toys.sewer)
    await expect(check(work, '30', '30', '0')).rejects.toMatchObject({ code: 'entered-by-hand', params: { number: work.number } })
    toys.nextDay()
    await check(work, '30', '30', '0')
    const again = (day: string) => toys.sewer.production.enterProduction({ workOrderId: work.id, day, goodQuantity: '10' })
    await expect(again(toys.today())).rejects.toMatchObject({ code: 'counted-by-steps', params: { number: work.number } })
    const today = (await toys.sewer.production.getWorkOrderDays({ workOrderId: work.id })).days.at(-1)!
    await expect(toys.sewer.production.updateProduction({ ...seen(today), goodQuantity: '31' })).rejects.toMatchObject({ code: 'counted-by-steps' })
    await expect(toys.sewer.production.removeProduction({ ...seen(today), reason: 'Coba' })).rejects.toMatchObject({ code: 'counted-by-steps' })
    expect((await toys.sewer.production.updateProduction({ ...seen(entry!), goodQuantity: '49', reason: 'Salah ketik' })).request).not.toBeNull()
    expect(await made(work)).toEqual(['80', '0'])
    // What was made before the steps counted is no longer there to be taken in.
    await expect(check(work, '401', '401', '0')).rejects.toMatchObject({ code: 'step-short', params: { came: 430, taken: 431 } })
  })

  test('PX-12 where the stage says so, its days are counted at the steps from the first', async () => {
    const stage = await toys.admin.masters.getProductionStage({ id: toys.toys.stages.SEW! })
    await toys.admin.masters.updateProductionStage({ ...seen(stage), isByStep: true })
    const work = await shirt()
    await expect(toys.enter(work, '50', {}, toys.sewer)).rejects.toMatchObject({ code: 'counted-by-steps' })
    await check(work, '50', '50', '0')
    expect(await made(work)).toEqual(['50', '0'])
    await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id: stage.id })), isByStep: false })
  })

  test('PX-13 (g) stuffing and closing within one work order: 480 → 473 good, 7 defects, then closing of what was stuffed', async () => {
    const work = await doll()
    const step = (name: string, input: string, good: string, more: Partial<StepEntry> = {}) => enter(work, name, input, good, more, finisher)
    await expect(step('closing', '1', '1')).rejects.toMatchObject({ code: 'step-short', params: { step: 'closing', taken: 1, came: 0 } })
    await expect(step('stuffing', '481', '481')).rejects.toMatchObject({ code: 'step-short', params: { step: 'stuffing', taken: 481, came: 480 } })
    await step('stuffing', '480', '473', { scrapQuantity: '7', defectReasonId: toys.defect })
    expect(await made(work)).toEqual(['0', '7'])
    expect((await toys.current(work)).status).toBe('RUNNING')
    await expect(step('closing', '474', '474')).rejects.toMatchObject({ code: 'step-short', params: { taken: 474, came: 473 } })
    await step('closing', '473', '470')
    await step('metal', '470', '470')
    const { steps: told, counted } = await workOf(work, finisher)
    expect(told.map(({ input, passed, scrap, loss, targetPercent }) => [input, passed, scrap, loss].map(decimalText).concat(targetPercent === null ? '' : decimalText(targetPercent)))).toEqual([
      ['480', '473', '7', '0', '98'], ['473', '470', '0', '3', '99'], ['470', '470', '0', '0', ''],
    ])
    expect([decimalText(counted.good), await made(work)]).toEqual(['470', ['470', '7']])
    const stuffing = told[0]!.records[0]!
    await expect(finisher.stages.updateStep({ ...seen(stuffing), inputQuantity: '472', goodQuantity: '472' })).rejects.toMatchObject({ code: 'step-short' })
    await finisher.stages.updateStep({ ...seen(stuffing), inputQuantity: '480', goodQuantity: '474', scrapQuantity: '6', defectReasonId: toys.defect })
    expect(await made(work)).toEqual(['470', '6'])
  })

  test('PX-13 what fails the metal detector holds the work order until another says what it was', async () => {
    const work = await doll()
    const step = (name: string, input: string, good: string, more: Partial<StepEntry> = {}) => enter(work, name, input, good, more, finisher)
    await step('stuffing', '100', '100')
    await step('closing', '100', '100')
    await step('metal', '60', '59', { scrapQuantity: '1', defectReasonId: toys.defect })
    const { holds: [hold], steps: told } = await workOf(work, finisher)
    expect(hold).toMatchObject({ stepName: 'metal', failedQuantity: decimal('1'), releasedAt: null })
    expect((await finishingSupervisor.notifications.listNotices({ pageSize: 200 })).rows.find(({ kind }) => kind === 'STEP_FAILED')).toMatchObject({ severity: 'CRITICAL', params: { number: work.number, pieces: 1 } })
    await expect(step('metal', '10', '10')).rejects.toMatchObject({ code: 'step-held', params: { number: work.number, pieces: 1 } })
    await expect(step('stuffing', '10', '10')).rejects.toMatchObject({ code: 'step-held' })
    await expect(finisher.stages.releaseHold({ ...seen(hold!), rootCause: 'Jarum patah' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(sewingSupervisor.stages.releaseHold({ ...seen(hold!), rootCause: 'Jarum patah' })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(finishingSupervisor.stages.releaseHold({ ...seen(hold!), version: 7, rootCause: 'Jarum patah' })).rejects.toMatchObject({ code: 'conflict' })
    await finishingSupervisor.stages.releaseHold({ ...seen(hold!), rootCause: 'Jarum patah di mesin 3' })
    await expect(finisher.stages.removeStep(seen(told.at(-1)!.records[0]!))).rejects.toMatchObject({ code: 'wrong-state' })
    await step('metal', '40', '40')
    expect(await made(work)).toEqual(['99', '1'])
  })

  test('PX-13 whoever entered the failure neither releases nor corrects it; once another has, a mistake is put right, and more of it holds again', async () => {
    const work = await doll()
    const supervise = (name: string, input: string, good: string, more: Partial<StepEntry> = {}) => enter(work, name, input, good, more, finishingSupervisor)
    await supervise('stuffing', '10', '10')
    await supervise('closing', '10', '10')
    await supervise('metal', '10', '8', { scrapQuantity: '2', defectReasonId: toys.defect })
    const { holds: [hold], steps: told } = await workOf(work, finisher)
    await expect(finishingSupervisor.stages.releaseHold({ ...seen(hold!), rootCause: 'Tidak ada' })).rejects.toMatchObject({ code: 'own-request' })
    const record = told.at(-1)!.records[0]!
    const correct = (at: typeof record, good: string, scrapQuantity: string) => finishingSupervisor.stages.updateStep({ ...seen(at), inputQuantity: '10', goodQuantity: good, scrapQuantity, defectReasonId: toys.defect })
    await expect(correct(record, '10', '0')).rejects.toMatchObject({ code: 'step-held' })
    await expect(finishingSupervisor.stages.removeStep(seen(record))).rejects.toMatchObject({ code: 'step-held' })
    await expect(finishingSupervisor.stages.updateStep({ ...seen(told[0]!.records[0]!), inputQuantity: '40', goodQuantity: '40' })).rejects.toMatchObject({ code: 'step-held' })
    await toys.manager.stages.releaseHold({ ...seen(hold!), rootCause: 'Hanya satu, salah hitung' })
    await correct(record, '9', '1')
    const now = async () => (await workOf(work, finisher))
    expect([(await now()).holds.map(({ releasedAt, failedQuantity }) => [releasedAt === null, decimalText(failedQuantity)]), await made(work)]).toEqual([[[false, '2']], ['9', '1']])
    await correct((await now()).steps.at(-1)!.records[0]!, '7', '3')
    expect((await now()).holds.map(({ releasedAt, rootCause, failedQuantity }) => [releasedAt, rootCause, decimalText(failedQuantity)])).toEqual([[null, '', '3']])
  })

  test('PX-4 what is written for a day that is over waits as the day’s output would; nothing else is done to that day meanwhile', async () => {
    const work = await shirt()
    await check(work, '10', '10', '0')
    const before = toys.today()
    toys.nextDay()
    await expect(check(work, '20', '20', '0', '0', { day: before })).rejects.toMatchObject({ code: 'reason-needed' })
    const { request } = await check(work, '20', '20', '0', '0', { day: before, reason: 'Lembar tertinggal' })
    expect([await made(work), decimalText((await workOf(work, toys.sewer, before)).counted.good)]).toEqual([['10', '0'], '30'])
    await expect(check(work, '5', '5', '0', '0', { day: before, reason: 'Lagi' })).rejects.toMatchObject({ code: 'approval-pending' })
    await sewingSupervisor.approvals.approveStep({ id: request!.id, step: 0 })
    expect(await made(work)).toEqual(['30', '0'])
  })

  test('PX-5 a locked day takes nothing; what was typed goes to the queue of late entries and is entered from there', async () => {
    const work = await shirt()
    const on = { sectionId: host.section('SEW'), day: toys.today() }
    const lock = await sewingSupervisor.sectionDay.lockDay(on)
    const input = { workOrderId: work.id, stageStepId: steps.inline!, day: on.day, inputQuantity: '12', goodQuantity: '12' }
    await expect(toys.sewer.stages.enterStep(input)).rejects.toMatchObject({ code: 'day-locked' })
    const kept = await toys.sewer.sectionDay.keepLateEntry({ call: 'stages.enterStep', input, reason: 'Baru selesai' })
    expect(kept.facts).toMatchObject([{ label: `${work.number} · inline`, day: on.day, value: '12 / 12' }])
    await toys.admin.sectionDay.unlockDay({ ...seen(lock), reason: 'Lembar menyusul' })
    await sewingSupervisor.sectionDay.applyLateEntry(seen(kept))
    expect(await made(work)).toEqual(['12', '0'])
  })

  test('steps are written by their own section, by who may, as they were seen', async () => {
    const work = await shirt()
    await expect(enter(work, 'inline', '10', '10', {}, finisher)).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(workOf(work, finisher)).rejects.toMatchObject({ code: 'foreign-section' })
    const reader = await host.as('QC Inspector')
    await expect(enter(work, 'inline', '10', '10', {}, reader)).rejects.toMatchObject({ code: 'forbidden' })
    await check(work, '10', '8', '2')
    const [record] = (await workOf(work)).steps.at(-1)!.records
    await expect(toys.sewer.stages.removeStep({ id: record!.id, version: 9, reason: '' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(enter(work, 'inline', '10', '10', { day: '2030-01-01' })).rejects.toMatchObject({ code: 'invalid-input' })
    await judge(work, '2')
    await expect(toys.sewer.stages.removeStep(seen(record!))).rejects.toMatchObject({ code: 'wrong-state' })
    await toys.sewer.stages.reverseInspection(seen(await cardOf(work)))
    expect([await made(work), (await cardOf(work)).status]).toEqual([['8', '0'], 'OPEN'])
    await expect(toys.sewer.stages.reverseInspection(seen(await cardOf(work)))).rejects.toMatchObject({ code: 'wrong-state' })
    await toys.sewer.stages.removeStep(seen((await workOf(work)).steps.at(-1)!.records[0]!))
    expect([await made(work), (await workOf(work)).cards]).toEqual([['0', '0'], []])
    const foreign = await finisher.stages.listReworkCards({ pageSize: 200 })
    expect(foreign.rows).toEqual([])
  })

  test('other figures of a day are what the factory has set, and say what they are refused for', async () => {
    const stage = toys.toys.stages.CUT!
    const [yards, status, design] = await Promise.all([
      toys.admin.masters.createStageFigure({ productionStageId: stage, position: 1, name: 'Kain dipakai', kind: 'NUMBER', measure: 'yard' }),
      toys.admin.masters.createStageFigure({ productionStageId: stage, position: 2, name: 'Keadaan', kind: 'CHOICE', choices: 'Antre; Gelar kain; Potong' }),
      toys.admin.masters.createStageFigure({ productionStageId: toys.toys.stages.EMB!, position: 1, name: 'Desain', kind: 'TEXT' }),
    ])
    const order = await toys.planned({ quantity: '450' })
    const work = await toys.workOrderOf(order, 'WIP-CLOTH')
    type Value = Parameters<Desk['stages']['saveStageFigures']>[0]['values'][number]
    const save = (...values: Value[]) => toys.cutter.stages.saveStageFigures({ workOrderId: work.id, day: toys.today(), values })
    expect(await save({ stageFigureId: yards.id, numberValue: '120.5' }, { stageFigureId: status.id, textValue: 'Gelar kain' })).toEqual({ saved: 2, request: null })
    toys.nextDay()
    await save({ stageFigureId: yards.id, numberValue: '30' })
    const told = async () => (await workOf(work, toys.cutter)).figures
    expect(await told()).toMatchObject([{ name: 'Kain dipakai', numberValue: decimal('30'), total: decimal('150.5') }, { textValue: '', latest: 'Gelar kain', choices: ['Antre', 'Gelar kain', 'Potong'] }])
    await expect(save({ stageFigureId: status.id, textValue: 'Libur' })).rejects.toMatchObject({ params: { issues: [{ path: ['values', 0, 'textValue'], reason: 'stages.issues.not-choice' }] } })
    await expect(save({ stageFigureId: yards.id, textValue: 'banyak' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(save({ stageFigureId: design.id, textValue: 'Beruang' })).rejects.toMatchObject({ params: { issues: [{ reason: 'stages.issues.other-figure' }] } })
    await expect(save({ stageFigureId: yards.id, numberValue: null })).rejects.toMatchObject({ code: 'invalid-input' })
    await save({ stageFigureId: yards.id, version: 1, numberValue: null })
    expect((await told())[0]).toMatchObject({ numberValue: null, total: decimal('120.5') })
  })

  test('a step that was written at keeps its stage, its place and that it counts; targets and choices are sound', async () => {
    const { masters } = toys.admin
    const inline = await masters.getStageStep({ id: steps.inline! })
    const refusal = (field: string, reason: string) => ({ code: 'invalid-input', params: { issues: [{ path: [field], reason: `masters.issues.${reason}` }] } })
    await expect(masters.updateStageStep({ ...seen(inline), productionStageId: toys.toys.stages.FIN! })).rejects.toMatchObject(refusal('productionStageId', 'step-used'))
    await expect(masters.updateStageStep({ ...seen(inline), kind: 'PLAIN' })).rejects.toMatchObject(refusal('kind', 'step-used'))
    await expect(masters.updateStageStep({ ...seen(inline), position: 5 })).rejects.toMatchObject(refusal('position', 'step-used'))
    await expect(masters.updateStageStep({ ...seen(inline), targetPercent: '101' })).rejects.toMatchObject(refusal('targetPercent', 'percent-too-large'))
    await expect(masters.updateStageStep({ ...seen(inline), minutesPerPiece: '0' })).rejects.toMatchObject(refusal('minutesPerPiece', 'not-positive'))
    expect(await masters.updateStageStep({ ...seen(inline), targetPercent: '97.5', minutesPerPiece: '1.5' })).toMatchObject({ targetPercent: decimal('97.5') })
    await expect(masters.createStageFigure({ productionStageId: toys.toys.stages.FIN!, position: 1, name: 'Lini', kind: 'CHOICE', choices: ' ; ' })).rejects.toMatchObject(refusal('choices', 'choices-missing'))
  })

  test('PL-18 a revision goes on with records, cards and holds of what it replaces', async () => {
    const work = await shirt()
    await check(work, '100', '90', '10')
    const seenWork = await toys.current(work)
    await toys.manager.planning.requestWorkOrderChange({ ...seen(seenWork), targetQuantity: decimalText(addDecimals(seenWork.targetQuantity, decimal('10'))), reason: 'Pembeli menambah pesanannya' })
    const revised = (await toys.workOrdersOf({ id: work.manufacturingOrderId })).find(({ number }) => number === `${work.number}-R1`)!
    await judge(revised, '10')
    expect(await made(revised)).toEqual(['100', '0'])
  })

  test('PX-12, PX-13 reports tell the yield of each step and every card, to the piece', async () => {
    toys.nextDay()
    const [work, sewn] = [await doll(), await shirt()]
    const step = (name: string, input: string, good: string, scrapQuantity = '0') => enter(work, name, input, good, { scrapQuantity, defectReasonId: toys.defect }, finisher)
    await step('stuffing', '480', '473', '7')
    await step('closing', '473', '470')
    await step('metal', '470', '470')
    const { number } = await check(sewn, '100', '85', '11', '4')
    await judge(sewn, '10', '0', '1')
    const told = async (report: string, section: string) =>
      (await toys.admin.reports.previewReport({ report, filters: { period: { from: toys.today(), to: toys.today() }, section: host.section(section) } })).rows.map(({ cells }) => cells)
    expect(await told('stageYield', 'FIN')).toMatchObject([
      { step: 'stuffing', input: '480', good: '473', recovered: '0', scrap: '7', loss: '0', yield: '98.5', target: '98.0', state: 'MET' },
      { step: 'closing', input: '473', good: '470', recovered: '0', scrap: '0', loss: '3', yield: '99.4', target: '99.0', state: 'MET' },
      { step: 'metal', input: '470', good: '470', recovered: '0', scrap: '0', loss: '0', yield: '100.0', target: null, state: 'NONE' },
    ])
    expect(await told('stageYield', 'SEW')).toMatchObject([{ step: 'inline', input: '100', good: '85', recovered: '10', scrap: '5', loss: '0', yield: '95.0' }])
    expect(await told('reworkCards', 'SEW')).toMatchObject([{ number, workOrder: sewn.number, step: 'inline', returnStep: 'assembly', quantity: '11', recovered: '10', scrap: '1', open: '0', cycle: 1, state: 'DONE' }])
    const defect = (await toys.admin.masters.listDefectReasons({ pageSize: 200 })).rows.find(({ id }) => id === toys.defect)!.name
    // The same cells of the files: 480 − 473 are scrap, 473 − 470 lost, 85 and 10 of 100 passed in sewing.
    const manager = await host.as('Manager')
    const asked = (report: string, section: string) => ({ report, filters: { period: { from: toys.today(), to: toys.today() }, section: host.section(section) } })
    const sums = (await manager.reports.previewReport(asked('stageYield', 'FIN'))).totals
    expect(sums).toMatchObject([{ cells: { input: String(480 + 473 + 470), good: String(473 + 470 + 470), scrap: '7', loss: '3' } }])
    for (const format of tableFormats) {
      const [finished, sewed, cards] = [await reportFile(host, manager, asked('stageYield', 'FIN'), format), await reportFile(host, manager, asked('stageYield', 'SEW'), format), await reportFile(host, manager, asked('reworkCards', 'SEW'), format)]
      const found = (rows: typeof finished, figures: Parameters<typeof findIn>[1]) => expect(findIn(rows, figures), `${format}: ${JSON.stringify(rows)}`).toBeDefined()
      const step = (name: string, [input, good, scrap, lost, passed]: readonly number[], more: Parameters<typeof findIn>[1]) =>
        ({ Langkah: name, Masuk: input!, 'Lolos pertama': good!, Afkir: scrap!, Hilang: lost!, 'Rasio lolos pertama': passed!, 'Hasil baik': passed!, 'Lolos setelah perbaikan': 0, 'Masih diperbaiki': 0, ...more })
      found(finished, step('stuffing', [480, 473, 7, 0, 98.5], { Target: 98, Keadaan: 'Tercapai' }))
      found(finished, step('closing', [473, 470, 0, 3, 99.4], { Target: 99, Keadaan: 'Tercapai' }))
      found(finished, step('metal', [470, 470, 0, 0, 100], { Keadaan: 'Tanpa target' }))
      found(sewed, { Langkah: 'inline', Masuk: 100, 'Lolos pertama': 85, 'Lolos setelah perbaikan': 10, 'Masih diperbaiki': 0, Afkir: 4 + 1, Hilang: 0, 'Rasio lolos pertama': 85, 'Hasil baik': 95 })
      found(cards, { Kartu: number!, SPK: sewn.number, 'Ditemukan di': 'inline', 'Kembali ke': 'assembly', 'Jenis cacat': defect, 'Dikirim balik': 11, Berhasil: 10, Afkir: 1, 'Masih diperbaiki': 0, Putaran: 1, Keadaan: 'Selesai' })
    }
  })

  test('PX-12 at any time good, in rework and scrap are all that went in, and nothing leaves beyond good', async () => {
    type Act = { readonly kind: 'check' | 'judge' | 'back' | 'remove'; readonly a: number; readonly b: number; readonly c: number }
    const act: fc.Arbitrary<Act> = fc.record({ kind: fc.constantFrom('check', 'judge', 'judge', 'back', 'remove'), a: fc.nat(20), b: fc.nat(8), c: fc.nat(4) })
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 9 }), async acts => {
      const work = await shirt('200')
      for (const { kind, a, b, c } of acts) {
        const told = await workOf(work)
        const open = told.cards.find(({ status }) => status === 'OPEN')
        const inline = told.steps.at(-1)!
        if (kind === 'check' && a + b + c > 0) await check(work, String(a + b + c), String(a), String(b), String(c))
        if (kind === 'judge' && open) await judgeSome(open, b, c)
        if (kind === 'back' && open?.lastRound) await toys.sewer.stages.reverseInspection(seen(open))
        if (kind === 'remove' && inline.records.length > 0 && told.cards.every(({ lastRound }) => lastRound === null)) await toys.sewer.stages.removeStep(seen(inline.records[0]!))
        await expectBalanced(work)
      }
    }), { numRuns: 8 })
  })

  async function judgeSome(card: { readonly id: string; readonly version: number; readonly openQuantity: Decimal }, again: number, scrap: number): Promise<void> {
    const open = Number(decimalText(card.openQuantity))
    const [back, lost] = [Math.min(again, open), Math.max(0, Math.min(scrap, open - Math.min(again, open)))]
    await toys.sewer.stages.inspectRework({ ...seen(card), day: toys.today(), goodQuantity: String(open - back - lost), againQuantity: String(back), scrapQuantity: String(lost), defectReasonId: toys.defect })
  }

  async function expectBalanced(work: { readonly id: string }): Promise<void> {
    const told = await workOf(work)
    const inline = told.steps.at(-1)!
    const { goodQuantity, rejectQuantity } = await toys.current(work)
    expect(inline.input).toBe(fromUnits(inline.passed + inline.inRework + inline.scrap))
    expect([goodQuantity, rejectQuantity]).toEqual([inline.passed, inline.scrap])
    const [sendable] = (await toys.sewer.transfers.listSendable({ sectionId: host.section('SEW') })).filter(({ workOrderId }) => workOrderId === work.id)
    expect(sendable === undefined || compareDecimals(sendable.available, goodQuantity) <= 0).toBe(true)
  }
})
