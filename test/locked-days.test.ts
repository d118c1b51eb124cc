import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { decimal } from '../shared/core/decimal.ts'
import type { DayLock } from '../shared/section-day/days.ts'
import { databaseFile } from '../src-main/database/open.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'
import type { Desk } from './support/host.ts'

let toys: ToyDesks
let unlocker: Desk
let sectionId: string

beforeAll(async () => {
  toys = await openToyFactory()
  unlocker = await toys.host.as('Admin')
  sectionId = toys.host.section('CUT')
})
afterAll(async () => {
  expect(toys.host.faults).toEqual([])
  await toys.host.stop()
})

const today = () => toys.today() as BusinessDay
const lock = (day = today()) => toys.supervisor.sectionDay.lockDay({ sectionId, day })
const unlock = (locked: DayLock) => unlocker.sectionDay.unlockDay({ ...seen(locked), reason: 'Salah hitung' })
const refused = { code: 'day-locked', params: { section: 'Cutting', needed: 'process.unlockSectionDay' } }

test('a closed month takes no output either, however late it may be entered', async () => {
  const workOrder = await toys.workOrderOf(await toys.planned(), 'WIP-BODY')
  const day = addDays(today(), -40)
  const month = day.slice(0, 7)
  const closed = await toys.manager.periods.closePeriod({ month })
  await expect(toys.cutter.production.enterProduction({ workOrderId: workOrder.id, day, goodQuantity: '5', reason: 'Kertas' })).rejects.toMatchObject({ code: 'period-closed' })
  await toys.manager.periods.reopenPeriod({ month, version: closed.version!, reason: 'Uji' })
})

describe('PX-5 output of a locked day', () => {
  test('is neither entered, changed, taken back nor opened again; it is still confirmed, and goes on once the day is open', async () => {
    const workOrder = await toys.workOrderOf(await toys.planned(), 'WIP-BODY')
    const other = await toys.workOrderOf(await toys.planned(), 'WIP-BODY')
    const { entry } = await toys.enter(workOrder, '100')
    const locked = await lock()
    const { cutter, supervisor } = toys
    await expect(toys.enter(other, '50')).rejects.toMatchObject(refused)
    await expect(cutter.production.updateProduction({ ...seen(entry!), goodQuantity: '90' })).rejects.toMatchObject(refused)
    await expect(cutter.production.removeProduction(seen(entry!))).rejects.toMatchObject(refused)
    const rows = [{ kind: 'enter' as const, entry: { workOrderId: other.id, day: today(), goodQuantity: '50' } }]
    await expect(cutter.production.saveProduction({ rows })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['rows', 0], reason: 'errors.day-locked' })] } })
    const confirmed = await supervisor.production.confirmProduction(seen(entry!))
    await expect(toys.manager.production.reopenProduction({ ...seen(confirmed), reason: 'x' })).rejects.toMatchObject(refused)
    expect(await toys.current(workOrder)).toMatchObject({ goodQuantity: decimal('100') })
    await unlock(locked)
    await toys.enter(other, '50')
    expect(await toys.current(other)).toMatchObject({ goodQuantity: decimal('50') })
  })

  test('what was asked for before it was locked is not let through until it is open', async () => {
    const workOrder = await toys.workOrderOf(await toys.planned(), 'WIP-BODY') // 495
    const { request } = await toys.enter(workOrder, '515')
    const locked = await lock()
    await expect(toys.supervisor.approvals.approveStep({ id: request!.id, step: 0 })).rejects.toMatchObject(refused)
    await unlock(locked)
    await toys.supervisor.approvals.approveStep({ id: request!.id, step: 0 })
    expect(await toys.current(workOrder)).toMatchObject({ goodQuantity: decimal('515') })
  })

  test('waits in the queue of late entries as it was typed, and is entered with the consent that it needs', async () => {
    const workOrder = await toys.workOrderOf(await toys.planned(), 'WIP-BODY')
    const day = today()
    await lock()
    toys.nextDay()
    const input = { workOrderId: workOrder.id, day, goodQuantity: '77' }
    await expect(toys.cutter.production.enterProduction({ ...input, reason: 'Kertas' })).rejects.toMatchObject(refused)
    const kept = await toys.cutter.sectionDay.keepLateEntry({ call: 'production.enterProduction', input, reason: 'Kertas baru sampai' })
    expect(kept).toMatchObject({ day, facts: [{ label: workOrder.number, day, value: '77' }] })
    await unlock((await toys.cutter.sectionDay.listDayLocks({ filter: { sectionId, fromDay: day, toDay: day } })).rows[0]!)
    expect(await toys.supervisor.sectionDay.applyLateEntry(seen(kept))).toMatchObject({ status: 'APPLIED', requests: [] })
    // PX-4: a day late, for which the supervisor decides alone.
    expect((await toys.cutter.production.getWorkOrderDays({ workOrderId: workOrder.id })).days).toMatchObject([{ day, goodQuantity: decimal('77'), isLate: true }])
  })

  test('is the entry of who handed it in, as late as they did: the supervisor who enters it confirms it and marks what it tells of', async () => {
    const workOrder = await toys.workOrderOf(await toys.planned(), 'WIP-BODY')
    const day = today()
    const locked = await lock()
    const worker = (await toys.admin.masters.createWorker({ code: 'K-9', name: 'Pekerja', sectionId })).id
    await toys.admin.masters.createTargetRule({ sectionId, targetQuantity: '100', shiftHours: '8', startDay: day, endDay: day })
    const kept = await toys.cutter.sectionDay.keepLateEntry({ call: 'production.enterProduction', input: { workOrderId: workOrder.id, day, goodQuantity: '5' }, reason: 'Jaringan putus' })
    const made = await toys.cutter.sectionDay.keepLateEntry({ call: 'sectionDay.saveWorkerEntries', input: { sectionId, day, rows: [{ kind: 'enter', workerId: worker, itemId: toys.toys.items['WIP-BODY']!, actualQuantity: '7' }] }, reason: 'Jaringan putus' })
    for (let passed = 0; passed < 4; passed++) toys.nextDay()
    await unlock(locked)
    // Four days later it would be the manager's to let through; it was typed on its day.
    expect(await toys.supervisor.sectionDay.applyLateEntry(seen(kept))).toMatchObject({ status: 'APPLIED', requests: [] })
    await toys.supervisor.sectionDay.applyLateEntry(seen(made))
    const [cutter, supervisor] = ['Admin Cutting', 'SPV Cutting'].map(name => expect.stringContaining(name) as string)
    const [entry] = (await toys.cutter.production.getWorkOrderDays({ workOrderId: workOrder.id })).days
    expect(entry).toMatchObject({ day, goodQuantity: decimal('5'), isLate: false, enteredByName: cutter })
    expect((await toys.cutter.sectionDay.getWorkerDay({ sectionId, day })).entries.find(({ actualQuantity }) => actualQuantity === decimal('7'))).toMatchObject({ enteredByName: cutter, changedByName: null })
    const low = (await toys.supervisor.production.listFindings({ filter: { sectionId, fromDay: day, toDay: day, kind: ['OUTPUT_LOW'] } })).rows.find(({ workerId }) => workerId === worker)!
    expect(low).toMatchObject({ who: cutter })
    await toys.supervisor.production.lookAtFinding({ sectionId, key: low.key, day: low.day, note: 'Jaringan putus hari itu' })
    await expect(toys.cutter.production.confirmProduction(seen(entry!))).rejects.toMatchObject({ code: 'forbidden' })
    expect(await toys.supervisor.production.confirmProduction(seen(entry!))).toMatchObject({ status: 'CONFIRMED' })
    // The audit tells who did it, beside whose entry it is.
    const { rows } = await toys.admin.audit.listHistory({ entity: 'dailyProduction', id: entry!.id })
    expect(rows.at(-1)).toMatchObject({ userName: supervisor })
  })

  test('says in which request it waits where it needs somebody higher than who enters it', async () => {
    const workOrder = await toys.workOrderOf(await toys.planned(), 'WIP-BODY')
    const day = today()
    const locked = await lock()
    for (let passed = 0; passed < 4; passed++) toys.nextDay()
    const kept = await toys.cutter.sectionDay.keepLateEntry({ call: 'production.enterProduction', input: { workOrderId: workOrder.id, day, goodQuantity: '77' }, reason: 'Kertas baru sampai' })
    const bar = async () => (await toys.supervisor.sectionDay.getLateEntry({ id: kept.id })).bar
    expect(await bar()).toBe('day-locked')
    await unlock(locked)
    expect(await bar()).toBeNull()
    const applied = await toys.supervisor.sectionDay.applyLateEntry(seen(kept))
    const { days, waiting } = await toys.cutter.production.getWorkOrderDays({ workOrderId: workOrder.id })
    expect(days).toEqual([])
    expect(waiting).toMatchObject([{ kind: 'DAY_MANAGER', day }])
    expect(applied).toMatchObject({ status: 'APPLIED', requests: waiting.map(({ id, number }) => ({ id, number, status: 'PENDING' })) })
    await expect(toys.embroiderer.sectionDay.getLateEntry({ id: kept.id })).rejects.toMatchObject({ code: 'foreign-section' })
    // Whoever looks later still sees where it is, and what became of it.
    const listed = async () => (await toys.cutter.sectionDay.listLateEntries({ filter: { fromDay: day, toDay: day } })).rows.find(({ id }) => id === kept.id)
    expect(await listed()).toEqual(applied)
    await toys.manager.approvals.approveStep({ id: waiting[0]!.id, step: 0 })
    expect(await listed()).toMatchObject({ status: 'APPLIED', requests: [{ number: waiting[0]!.number, status: 'APPROVED' }] })
  })

  test('one that an earlier version kept, and its command takes no more as it is, is shown as it was kept', async () => {
    const day = today()
    const locked = await lock()
    const kept = await toys.cutter.sectionDay.keepLateEntry({ call: 'sectionDay.saveAttendance', input: { sectionId, day, lines: [{ workerId: sectionId, status: 'PRESENT' }] }, reason: 'Kertas baru sampai' })
    const input = JSON.stringify({ sectionId, day, people: 3 })
    const writer = new BetterSqlite(join(toys.host.folder, databaseFile))
    writer.prepare('update lateEntry set input = ? where id = ?').run(input, kept.id)
    writer.close()
    const listed = (await toys.supervisor.sectionDay.listLateEntries({})).rows.find(({ id }) => id === kept.id)
    expect(listed).toMatchObject({ unreadable: input, facts: [] })
    await unlock(locked)
    await toys.supervisor.sectionDay.rejectLateEntry({ ...seen(kept), reason: 'Diketik ulang' })
  })

  test('IA-5 is about one section only: its readers see all of it', async () => {
    const order = await toys.planned()
    const [cut, sewn] = [await toys.workOrderOf(order, 'WIP-BODY'), await toys.workOrderOf(order, 'WIP-BAJU')]
    const locked = await lock()
    const rows = [cut, sewn].map(({ id }) => ({ kind: 'enter', entry: { workOrderId: id, day: today(), goodQuantity: '5' } }))
    await expect(toys.admin.sectionDay.keepLateEntry({ call: 'production.saveProduction', input: { rows }, reason: 'Kertas baru sampai' })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['input'], reason: 'sectionDay.issues.several-sections' }] },
    })
    await unlock(locked)
  })

  test('PL-18 goes over to the revision of its work order, with the days as the revision has them', async () => {
    const workOrder = await toys.workOrderOf(await toys.planned(), 'WIP-BODY')
    const day = today()
    const { entry } = await toys.enter(workOrder, '10')
    const locked = await lock()
    const keep = (call: 'production.updateProduction' | 'production.saveProduction', input: Record<string, unknown>) => toys.cutter.sectionDay.keepLateEntry({ call, input, reason: 'Kertas baru sampai' })
    const changed = await keep('production.updateProduction', { ...seen(entry!), goodQuantity: '20' })
    toys.nextDay()
    const next = await lock()
    const entered = await keep('production.saveProduction', { rows: [{ kind: 'enter', entry: { workOrderId: workOrder.id, day: today(), goodQuantity: '30' } }] })
    const order = await toys.current(workOrder)
    expect((await toys.supervisor.planning.requestWorkOrderChange({ ...seen(order), targetQuantity: '500', reason: 'Pembeli menambah pesanannya' })).request).toBeNull()
    await unlock(locked)
    await unlock(next)
    const { rows } = await toys.supervisor.sectionDay.listLateEntries({ filter: { status: 'WAITING' } })
    for (const { id } of [changed, entered]) await toys.supervisor.sectionDay.applyLateEntry(seen(rows.find(row => row.id === id)!))
    const revision = (await toys.supervisor.planning.getWorkOrder({ id: workOrder.id })).revisions.find(({ revision: at }) => at === 1)!
    expect((await toys.cutter.production.getWorkOrderDays({ workOrderId: revision.id })).days).toMatchObject([{ day, goodQuantity: decimal('20') }, { goodQuantity: decimal('30') }])
  })
})

test('a section’s days, its workers and who was there are reported, and add up', async () => {
  const { admin, cutter } = toys
  const day = addDays(today(), -20)
  const itemId = toys.toys.items['WIP-BODY']!
  await admin.masters.createTargetRule({ sectionId, targetQuantity: '100', shiftHours: '8', startDay: addDays(day, -1) })
  const workers = await Promise.all(['K-1', 'K-2', 'K-3'].map(async code => (await admin.masters.createWorker({ code, name: `Pekerja ${code}`, sectionId })).id))
  await cutter.sectionDay.saveAttendance({ sectionId, day, lines: workers.map((workerId, at) => ({ workerId, status: at === 2 ? 'ABSENT' : 'PRESENT' })) })
  await cutter.sectionDay.saveWorkerEntries({ sectionId, day, rows: ['120', '90'].map((actualQuantity, at) => ({ kind: 'enter', workerId: workers[at]!, itemId, actualQuantity })) })
  await lock(day)
  const period = { from: day, to: day }
  const preview = (report: string, filters: object = {}) => toys.supervisor.reports.previewReport({ report, filters: { period, ...filters }, pageSize: 200 })
  const daily = await preview('dailySectionSummary', { section: sectionId })
  expect(daily.rows.map(({ cells }) => cells)).toEqual([
    { day, section: 'Cutting', present: 2, absent: 1, entries: 2, target: '200', actual: '210', attained: '105.0', met: 1, overtime: '1.60', lock: 'LOCKED', ordered: '0', workers: 2, state: 'MET', unit: 'Pcs', adjusted: '200', ofAdjusted: '105.0' },
  ])
  const history = await preview('workerHistory', { worker: 'k-1' })
  expect(history.rows).toMatchObject([{ cells: { code: 'K-1', target: '100', actual: '120', attained: '120.0', state: 'MET', overtime: '1.60' }, source: { entity: 'workerEntry' } }])
  expect((await preview('workerHistory')).totals[0]?.cells).toMatchObject({ target: '200', actual: '210', overtime: '1.60' })
  expect((await preview('attendance')).rows.map(({ cells }) => cells)).toMatchObject([{ code: 'K-1', present: 1, absent: 0, rate: '100.0' }, { code: 'K-2', present: 1 }, { code: 'K-3', present: 0, absent: 1, rate: '0.0' }])
})
