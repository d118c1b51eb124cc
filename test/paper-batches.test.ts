import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import type { PaperBatch } from '../shared/production/paper-batches.ts'
import { paperCode, readPaperCode } from '../shared/production/paper-code.ts'
import type { BusinessDay } from '../shared/core/dates.ts'
import type { Desk } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

let desks: ToyDesks
let cutter: Desk
let supervisor: Desk
let manager: Desk

beforeAll(async () => {
  desks = await openToyFactory()
  ;({ cutter, supervisor, manager } = desks)
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

const day = (offset: number) => new Date(Date.parse(desks.host.clock.now()) + offset * 86_400_000).toISOString().slice(0, 10)
const figures = async (of: { readonly id: string }) => (await cutter.production.getWorkOrderDays({ workOrderId: of.id })).days
const detailOf = ({ id }: { readonly id: string }, desk = cutter) => desk.production.getPaperBatch({ id })
const newWorkOrder = async (quantity = '450') => desks.workOrderOf(await desks.planned({ quantity }), 'WIP-BODY')
const newBatch = (more: { readonly firstDay?: string; readonly lastDay?: string } = {}, desk = cutter) => desk.production.createPaperBatch({
  sectionId: desks.host.section('CUT'), firstDay: day(-1), lastDay: day(0), writer: 'Bu Sri', reason: 'Listrik padam dua jam', ...more,
})
type Line = Parameters<Desk['production']['savePaperLines']>[0]['lines'][number]
const type = ({ id }: PaperBatch, lines: readonly (Omit<Line, 'workOrderId'> & { readonly of: WorkOrder })[], desk = cutter) =>
  desk.production.savePaperLines({ id, lines: lines.map(({ of, ...line }) => ({ ...line, workOrderId: of.id })) })
/** A photo of the paper, as a desk hangs it there. */
const photograph = ({ id }: PaperBatch, mediaType = 'image/jpeg', desk = cutter) => desks.host.system.attachments.recordAttachment({
  entity: 'paperBatch', entityId: id, name: 'kertas.jpg', mediaType, size: 1, sha256: mediaType.padEnd(64, 'b').replace(/[^0-9a-f]/g, '0'), previewSha256: null,
}).then(() => desk)
async function send(batch: PaperBatch, desk = cutter) {
  return (await desk.production.sendPaperBatch(seen((await detailOf(batch)).batch))).request
}
const refused = (...issues: readonly { readonly path: readonly (string | number)[]; readonly reason: string }[]) => ({ code: 'invalid-input', params: { issues: issues.map(issue => expect.objectContaining(issue) as unknown) } })

describe('PX-4 days copied from paper are one batch', () => {
  test('with a photo of the paper; supervisor and then manager let all of it count, flagged, however late it is', async () => {
    const [workOrder, other] = [await newWorkOrder(), await newWorkOrder()]
    const batch = await newBatch({ firstDay: day(-6), lastDay: day(0) })
    expect(batch).toMatchObject({ number: expect.stringMatching(/^KTS-2026-\d{5}$/) as string, status: 'DRAFT', lineCount: 0, photoCount: 0, writer: 'Bu Sri' })
    await type(batch, [
      { of: workOrder, day: day(-6), goodQuantity: '40' }, { of: workOrder, day: day(-1), goodQuantity: '60', rejectQuantity: '2', defectReasonId: desks.defect }, { of: other, day: day(0), goodQuantity: '30', notes: 'Meja 2' },
    ])
    await expect(send(batch)).rejects.toMatchObject(refused({ path: ['photos'], reason: 'production.paper.issues.no-photo' }))
    await photograph(batch, 'application/pdf')
    await expect(send(batch)).rejects.toMatchObject(refused({ path: ['photos'], reason: 'production.paper.issues.no-photo' }))
    await photograph(batch, 'image/png')
    const request = await send(batch)
    expect((await detailOf(batch)).batch).toMatchObject({ status: 'WAITING', photoCount: 1, lineCount: 3, goodQuantity: decimal('130'), rejectQuantity: decimal('2') })
    expect(await figures(workOrder)).toEqual([])
    expect((await cutter.production.getWorkOrderDays({ workOrderId: workOrder.id })).waiting).toMatchObject([
      { number: request.number, day: day(-6), goodQuantity: decimal('40'), paperBatch: { id: batch.id, number: batch.number } }, { number: request.number, day: day(-1) },
    ])
    await expect(cutter.approvals.approveStep({ id: request.id, step: 0 })).rejects.toMatchObject({ code: 'own-request' })
    await expect(manager.approvals.approveStep({ id: request.id, step: 0 })).rejects.toMatchObject({ code: 'not-step-holder' })
    await supervisor.approvals.approveStep({ id: request.id, step: 0 })
    expect(await figures(workOrder)).toEqual([])
    await manager.approvals.approveStep({ id: request.id, step: 1 })
    const ofBatch = { isFromPaper: true, paperBatchId: batch.id, paperBatchNumber: batch.number }
    expect(await figures(workOrder)).toMatchObject([
      { day: day(-6), goodQuantity: decimal('40'), isLate: true, ...ofBatch }, { day: day(-1), goodQuantity: decimal('60'), rejectQuantity: decimal('2'), ...ofBatch },
    ])
    expect(await figures(other)).toMatchObject([{ day: day(0), isLate: false, notes: 'Meja 2', ...ofBatch }])
    expect(await desks.current(workOrder)).toMatchObject({ status: 'RUNNING', goodQuantity: decimal('100'), startedDay: day(-6) })
    const { batch: approved, lines } = await detailOf(batch)
    expect(approved).toMatchObject({ status: 'APPROVED', approvedByName: expect.any(String) as string })
    expect(lines.map(({ entry }) => entry?.goodQuantity)).toEqual(['40', '60', '30'].map(decimal))
    // Who copied it is who entered it.
    await expect(cutter.production.confirmProduction(seen((await figures(other))[0]!))).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is rejected with a reason, corrected and sent again; nothing of it counted', async () => {
    const workOrder = await newWorkOrder()
    const batch = await newBatch()
    const [line] = await type(batch, [{ of: workOrder, day: day(-1), goodQuantity: '90' }])
    await photograph(batch)
    const first = await send(batch)
    await expect(type(batch, [{ of: workOrder, day: day(-1), version: line!.version, goodQuantity: '80' }])).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'WAITING' } })
    await expect(photograph(batch, 'image/gif')).rejects.toMatchObject({ code: 'wrong-state' })
    await supervisor.approvals.rejectRequest({ id: first.id, step: 0, reason: 'Angkanya tidak sama dengan fotonya' })
    expect(await detailOf(batch)).toMatchObject({ batch: { status: 'REJECTED' }, request: null, rejection: { note: 'Angkanya tidak sama dengan fotonya' } })
    await type(batch, [{ of: workOrder, day: day(-1), version: line!.version, goodQuantity: '80' }])
    const second = await send(batch)
    await supervisor.approvals.approveStep({ id: second.id, step: 0 })
    await manager.approvals.approveStep({ id: second.id, step: 1 })
    expect(await figures(workOrder)).toMatchObject([{ goodQuantity: decimal('80') }])
  })

  test('a day that is entered or waits is refused by its name, wherever it was typed first', async () => {
    const workOrder = await newWorkOrder()
    await desks.enter(workOrder, '10')
    const batch = await newBatch()
    await expect(type(batch, [{ of: workOrder, day: day(0), goodQuantity: '20' }])).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['lines', 0, 'goodQuantity'], reason: 'production.paper.issues.taken', params: { number: workOrder.number, day: day(0) } }] },
    })
    await type(batch, [{ of: workOrder, day: day(-1), goodQuantity: '20' }])
    await photograph(batch)
    const twin = await newBatch()
    await type(twin, [{ of: workOrder, day: day(-1), goodQuantity: '25' }])
    await photograph(twin)
    const request = await send(batch)
    await expect(send(twin)).rejects.toMatchObject({ params: { issues: [{ path: ['lines', 0, 'goodQuantity'], reason: 'production.paper.issues.waits', params: { request: request.number } }] } })
    await expect(desks.enter(workOrder, '20', { day: day(-1), reason: 'Lupa' })).rejects.toMatchObject({ code: 'approval-pending', params: { number: request.number } })
    expect((await detailOf(twin)).taken).toEqual(expect.arrayContaining([expect.objectContaining({ day: day(0), waitsIn: null }), expect.objectContaining({ day: day(-1), waitsIn: request.number })]))
    await cutter.approvals.cancelRequest({ id: request.id })
    expect((await detailOf(batch)).batch.status).toBe('DRAFT')
    await send(twin)
  })

  test('all of it or none: the line that can be no day any more is named to whoever decides', async () => {
    const [sound, ended] = [await newWorkOrder(), await newWorkOrder()]
    const batch = await newBatch()
    await type(batch, [{ of: sound, day: day(0), goodQuantity: '20' }, { of: ended, day: day(0), goodQuantity: '20' }])
    await photograph(batch)
    const request = await send(batch)
    await supervisor.approvals.approveStep({ id: request.id, step: 0 })
    const order = (await desks.planner.planning.getManufacturingOrder({ id: ended.manufacturingOrderId })).order
    await desks.planningManager.planning.cancelManufacturingOrder({ ...seen(order), reason: 'Pembeli mundur' })
    const line = (await detailOf(batch)).lines.findIndex(({ number }) => number === ended.number)
    await expect(manager.approvals.approveStep({ id: request.id, step: 1 })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['lines', line], reason: 'errors.wrong-state', params: { rowName: `${ended.number}, ${day(0).split('-').reverse().join('-')}` } }] },
    })
    expect(await figures(sound)).toEqual([])
    expect((await detailOf(batch)).batch.status).toBe('WAITING')
  })

  test('PL-11 all its lines together are no more than came to the stage', async () => {
    const order = await desks.planned()
    await desks.enter(await desks.workOrderOf(order, 'WIP-BODY'), '100')
    const embroidery = await desks.workOrderOf(order, 'WIP-EMBO')
    const { embroiderer } = desks
    const batch = await embroiderer.production.createPaperBatch({ sectionId: desks.host.section('EMB'), firstDay: day(-2), lastDay: day(0), writer: 'Pak Jono', reason: 'Jaringan putus' })
    await embroiderer.production.savePaperLines({ id: batch.id, lines: [day(-2), day(-1), day(0)].map(one => ({ workOrderId: embroidery.id, day: one, goodQuantity: '40' })) })
    await photograph(batch)
    const newest = async () => seen((await embroiderer.production.getPaperBatch({ id: batch.id })).batch)
    await expect(embroiderer.production.sendPaperBatch(await newest())).rejects.toMatchObject({ params: { issues: [{ path: ['lines', 2], reason: 'errors.upstream-short', params: { came: 100, passed: 120 } }] } })
    const { lines } = await embroiderer.production.getPaperBatch({ id: batch.id })
    await embroiderer.production.savePaperLines({ id: batch.id, lines: [{ workOrderId: embroidery.id, day: day(0), version: lines[2]!.version, goodQuantity: null }] })
    expect((await embroiderer.production.getPaperBatch({ id: batch.id })).lines).toHaveLength(2)
    await embroiderer.production.sendPaperBatch(await newest())
  })

  test('PX-3 the manager’s consent lets through what is far more than wanted; the strict switch refuses no paper', async () => {
    const workOrder = await newWorkOrder()
    const batch = await newBatch()
    await type(batch, [{ of: workOrder, day: day(-1), goodQuantity: '700' }])
    await photograph(batch)
    await desks.admin.settings.changeSetting({ key: 'features.strictBackdate', value: true })
    const request = await send(batch)
    await supervisor.approvals.approveStep({ id: request.id, step: 0 })
    await manager.approvals.approveStep({ id: request.id, step: 1 })
    expect(await desks.current(workOrder)).toMatchObject({ status: 'FINISHED', goodQuantity: decimal('700') })
    await expect(desks.enter(await newWorkOrder(), '20', { day: day(-1), reason: 'Lupa' })).rejects.toMatchObject({ code: 'backdate-refused' })
    await desks.admin.settings.changeSetting({ key: 'features.strictBackdate', value: false })
  })

  test('a day copied from paper is corrected by supervisor and manager too', async () => {
    const workOrder = await newWorkOrder()
    const batch = await newBatch()
    await type(batch, [{ of: workOrder, day: day(0), goodQuantity: '40' }])
    await photograph(batch)
    const { id } = await send(batch)
    await supervisor.approvals.approveStep({ id, step: 0 })
    await manager.approvals.approveStep({ id, step: 1 })
    const [entry] = await figures(workOrder)
    const { request } = await cutter.production.updateProduction({ ...seen(entry!), goodQuantity: '45', reason: 'Salah baca' })
    await supervisor.approvals.approveStep({ id: request!.id, step: 0 })
    await manager.approvals.approveStep({ id: request!.id, step: 1 })
    expect(await figures(workOrder)).toMatchObject([{ goodQuantity: decimal('45'), isFromPaper: true, paperBatchNumber: batch.number }])
    expect((await detailOf(batch)).lines).toMatchObject([{ goodQuantity: decimal('40'), entry: { goodQuantity: decimal('45') } }])
  })

  test('a day copied from paper is taken back by supervisor and manager too, so that nobody enters another figure in its place alone', async () => {
    const workOrder = await newWorkOrder()
    const batch = await newBatch()
    await type(batch, [{ of: workOrder, day: day(0), goodQuantity: '40' }])
    await photograph(batch)
    const { id } = await send(batch)
    await supervisor.approvals.approveStep({ id, step: 0 })
    await manager.approvals.approveStep({ id, step: 1 })
    const [entry] = await figures(workOrder)
    await expect(cutter.production.removeProduction(seen(entry!))).rejects.toMatchObject({ code: 'reason-needed' })
    const { request } = await cutter.production.removeProduction({ ...seen(entry!), reason: 'Salah baca' })
    expect(await figures(workOrder)).toMatchObject([{ goodQuantity: decimal('40') }])
    await expect(desks.enter(workOrder, '45')).rejects.toMatchObject({ code: 'approval-pending' })
    await supervisor.approvals.approveStep({ id: request!.id, step: 0 })
    await manager.approvals.approveStep({ id: request!.id, step: 1 })
    expect(await figures(workOrder)).toEqual([])
  })

  test('PL-18 what waits on paper goes over to the revision of its work order', async () => {
    const workOrder = await newWorkOrder()
    await desks.enter(workOrder, '10')
    const batch = await newBatch()
    await type(batch, [{ of: workOrder, day: day(-1), goodQuantity: '20' }])
    await photograph(batch)
    const request = await send(batch)
    const changed = await supervisor.planning.requestWorkOrderChange({ ...seen(await desks.current(workOrder)), targetQuantity: '500', reason: 'Pembeli menambah pesanannya' })
    expect(changed.request).toBeNull()
    await supervisor.approvals.approveStep({ id: request.id, step: 0 })
    await manager.approvals.approveStep({ id: request.id, step: 1 })
    const { lines } = await detailOf(batch)
    expect(lines).toMatchObject([{ number: `${workOrder.number}-R1`, entry: { goodQuantity: decimal('20') } }])
  })
})

describe('PX-4, PX-5 paper of a day that takes nothing any more is never lost and never slipped in', () => {
  const decide = async ({ id }: { readonly id: string }) => {
    await supervisor.approvals.approveStep({ id, step: 0 })
    await manager.approvals.approveStep({ id, step: 1 })
  }
  const waitsLate = async (batch: PaperBatch, desk = supervisor) => (await desk.sectionDay.listLatePaper({ sectionId: desks.host.section('CUT') })).find(({ id }) => id === batch.id)

  test('of a locked day it is copied and sent, and approved once an admin has opened the day', async () => {
    const workOrder = await newWorkOrder()
    const on = { sectionId: desks.host.section('CUT'), day: day(-1) }
    const lock = await supervisor.sectionDay.lockDay(on)
    const batch = await newBatch()
    expect((await detailOf(batch)).barred).toBeNull()
    await type(batch, [{ of: workOrder, day: day(0), goodQuantity: '20' }, { of: workOrder, day: day(-1), goodQuantity: '30' }])
    expect((await detailOf(batch)).barred).toEqual({ day: day(-1), bar: 'day-locked' })
    await photograph(batch)
    expect(await waitsLate(batch)).toBeUndefined()
    const request = await send(batch)
    expect(await waitsLate(batch)).toMatchObject({ number: batch.number, day: day(-1), bar: 'day-locked', goodQuantity: decimal('50'), request: { id: request.id, number: request.number }, writer: 'Bu Sri' })
    expect((await supervisor.production.listWaitingDays(on)).map(({ paperBatch }) => paperBatch?.id)).toContain(batch.id)
    await expect(desks.embroiderer.sectionDay.listLatePaper({ sectionId: on.sectionId })).rejects.toMatchObject({ code: 'foreign-section' })
    expect(await desks.embroiderer.sectionDay.listLatePaper({})).toEqual([])
    await supervisor.approvals.approveStep({ id: request.id, step: 0 })
    await expect(manager.approvals.approveStep({ id: request.id, step: 1 })).rejects.toMatchObject({ code: 'day-locked', params: { day: day(-1), section: 'Cutting' } })
    expect([await figures(workOrder), (await detailOf(batch)).batch.status]).toEqual([[], 'WAITING'])
    await desks.admin.sectionDay.unlockDay({ ...seen(lock), reason: 'Kertas tertinggal' })
    expect(await waitsLate(batch)).toBeUndefined()
    await manager.approvals.approveStep({ id: request.id, step: 1 })
    expect(await figures(workOrder)).toMatchObject([{ day: day(-1), goodQuantity: decimal('30'), isFromPaper: true, isLate: true }, { day: day(0), goodQuantity: decimal('20') }])
    expect((await detailOf(batch)).barred).toBeNull()
  })

  test('of a closed month likewise, and until then it is in the way of the next', async () => {
    const month = day(-31).slice(0, 7)
    const [of, keeper] = [`${month}-30`, desks.admin]
    const workOrder = await newWorkOrder()
    const periodOf = async () => (await keeper.periods.listPeriods({})).find(period => period.month === month)!
    const requestsBefore = (await periodOf()).inTheWay!.requests
    const batch = await newBatch({ firstDay: of, lastDay: of })
    await type(batch, [{ of: workOrder, day: of, goodQuantity: '25' }])
    await photograph(batch)
    const early = await send(batch)
    expect((await periodOf()).inTheWay!.requests).toBe(requestsBefore + 1)
    await cutter.approvals.cancelRequest({ id: early.id })
    await keeper.periods.closePeriod({ month })
    expect((await detailOf(batch)).barred).toEqual({ day: of, bar: 'period-closed' })
    const [line] = (await detailOf(batch)).lines
    await type(batch, [{ of: workOrder, day: of, version: line!.version, goodQuantity: '26' }])
    const request = await send(batch)
    expect(await waitsLate(batch)).toMatchObject({ bar: 'period-closed', day: of })
    await expect(decide(request)).rejects.toMatchObject({ code: 'period-closed' })
    expect(await figures(workOrder)).toEqual([])
    await keeper.periods.reopenPeriod({ month, version: (await periodOf()).version!, reason: 'Kertas tertinggal' })
    await manager.approvals.approveStep({ id: request.id, step: 1 })
    expect(await figures(workOrder)).toMatchObject([{ day: of, goodQuantity: decimal('26') }])
  })
})

describe('whose it is', () => {
  test('IA-5 another section neither sees nor copies it, nor hangs anything on it', async () => {
    const batch = await newBatch()
    const { embroiderer } = desks
    await expect(embroiderer.production.getPaperBatch({ id: batch.id })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(newBatch({}, embroiderer)).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(embroiderer.attachments.listAttachments({ entity: 'paperBatch', entityId: batch.id })).rejects.toMatchObject({ code: 'foreign-section' })
    expect((await embroiderer.production.listPaperBatches({ search: batch.number })).rows).toEqual([])
    expect((await cutter.production.listPaperBatches({ search: batch.number })).rows).toMatchObject([{ id: batch.id }])
    expect(await cutter.search.find({ text: batch.number })).toMatchObject([{ kind: 'paperBatch', id: batch.id }])
  })

  test('IA-2 who may not enter production copies nothing', async () => {
    const batch = await newBatch()
    const reader = await desks.host.as('Warehouse Operator', 'CUT')
    await expect(newBatch({}, reader)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(reader.production.sendPaperBatch(seen(batch))).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a draft is deleted with its lines and photos; what was sent is not', async () => {
    const workOrder = await newWorkOrder()
    const batch = await newBatch()
    await type(batch, [{ of: workOrder, day: day(0), goodQuantity: '5' }])
    await photograph(batch)
    await expect(cutter.production.deletePaperBatch(seen(batch))).rejects.toMatchObject({ code: 'conflict' })
    await cutter.production.deletePaperBatch(seen((await detailOf(batch)).batch))
    const left = (table: string, column: string) => desks.host.database.prepare(`select count(*) from ${table} where ${column} = ?`).pluck().get(batch.id)
    expect([left('paperBatch', 'id'), left('paperBatchLine', 'paperBatchId'), left('attachment', 'entityId')]).toEqual([0, 0, 0])
  })
})

describe('what is typed', () => {
  test('stands on the form: its section, its days, at most seven, none ahead', async () => {
    const workOrder = await newWorkOrder()
    const embroidery = await desks.workOrderOf({ id: workOrder.manufacturingOrderId }, 'WIP-EMBO')
    await expect(newBatch({ firstDay: day(-7), lastDay: day(0) })).rejects.toMatchObject(refused({ path: ['lastDay'], reason: 'production.paper.issues.too-many-days' }))
    await expect(newBatch({ firstDay: day(0), lastDay: day(-1) })).rejects.toMatchObject(refused({ path: ['lastDay'], reason: 'production.paper.issues.days-reversed' }))
    await expect(newBatch({ firstDay: day(1), lastDay: day(1) })).rejects.toMatchObject(refused({ path: ['firstDay'], reason: 'production.issues.day-ahead' }))
    const batch = await newBatch({ lastDay: day(1) })
    await expect(type(batch, [{ of: workOrder, day: day(-2), goodQuantity: '5' }, { of: workOrder, day: day(1), goodQuantity: '5' }, { of: workOrder, day: day(0), rejectQuantity: '5' }])).rejects.toMatchObject(refused(
      { path: ['lines', 0, 'day'], reason: 'production.paper.issues.outside-days' }, { path: ['lines', 1, 'day'], reason: 'production.issues.day-ahead' }, { path: ['lines', 2, 'defectReasonId'], reason: 'production.issues.reject-reason' },
    ))
    await expect(desks.admin.production.savePaperLines({ id: batch.id, lines: [{ workOrderId: embroidery.id, day: day(0), goodQuantity: '5' }] })).rejects.toMatchObject(refused({ path: ['lines', 0, 'workOrder'], reason: 'production.paper.issues.other-section' }))
    await type(batch, [{ of: workOrder, day: day(-1), goodQuantity: '5' }])
    const { batch: typed, work } = await detailOf(batch)
    expect(work.map(({ workOrderId }) => workOrderId)).toContain(workOrder.id)
    await expect(cutter.production.updatePaperBatch({ ...seen(typed), firstDay: day(0), lastDay: day(0), writer: 'Bu Sri', reason: 'Listrik padam' })).rejects.toMatchObject(refused({ path: ['lastDay'], reason: 'production.paper.issues.lines-outside' }))
  })

  test('IO-8 the form’s code says whose it is and of which day, and the batch is printed', async () => {
    const code = { section: 'CUT', day: '2026-01-19' as BusinessDay, kind: 'WEEK' } as const
    expect(paperCode(code)).toBe('FORM:WEEK:2026-01-19:CUT')
    expect(readPaperCode(' form:week:2026-01-19:CUT ')).toEqual(code)
    expect(['FORM:WEEK:2026-02-30:CUT', 'FORM:YEAR:2026-01-19:CUT', 'LOT:KAIN-01'].map(readPaperCode)).toEqual([undefined, undefined, undefined])
    const batch = await newBatch()
    const file = await cutter.production.printPaperBatch({ id: batch.id })
    expect(file).toMatchObject({ name: `${batch.number}.pdf`, mediaType: 'application/pdf' })
    expect(readFileSync(desks.host.host.files.redeem(file.ticket).path).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
