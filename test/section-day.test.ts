import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { addDays, instantAt, type BusinessDay } from '../shared/core/dates.ts'
import { askedOnSheet, isCutOff, overtimeHours, sumOf, targetOf } from '../shared/section-day/rules.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

const zone = 'Asia/Jakarta'
const monday = '2026-01-19' as BusinessDay
const at = (time: string, day: BusinessDay = monday) => instantAt(day, time, zone)
const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })
const issue = (path: (string | number)[], reason: string) => ({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path, reason })] } })

let host: TestHost
let owner: Desk
let admin: Desk
let cutter: Desk
let embroiderer: Desk
let supervisor: Desk
let sectionId: string
let itemIds: string[]
const workers: string[] = []

beforeAll(async () => {
  host = await startTestHost({ now: at('15:00') })
  owner = await host.as('Superadmin')
  admin = await host.as('Admin')
  cutter = await host.as('Admin Cutting', 'CUT')
  embroiderer = await host.as('Admin Embroidery', 'EMB')
  supervisor = await host.as('SPV Cutting', 'CUT')
  sectionId = host.section('CUT')
  const unitId = (await owner.masters.listUnits({ search: 'pcs' })).rows[0]!.id
  itemIds = await Promise.all(['BDN', 'TLG'].map(async code => (await owner.masters.createItem({ code, name: `Potongan ${code}`, kind: 'WIP', unitId })).id))
  for (const code of ['K-1', 'K-2', 'K-3']) workers.push((await owner.masters.createWorker({ code, name: `Pekerja ${code}`, sectionId })).id)
  await owner.masters.createTargetRule({ sectionId, targetQuantity: '100', shiftHours: '8', startDay: '2026-01-01' })
  await owner.masters.createTargetRule({ sectionId, itemId: itemIds[1]!, targetQuantity: '120', shiftHours: '7', startDay: '2026-01-10' })
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const enter = (worker: number, actualQuantity: string, item = 0) => ({ kind: 'enter' as const, workerId: workers[worker]!, itemId: itemIds[item]!, actualQuantity })
const save = (day: BusinessDay, rows: Parameters<Desk['sectionDay']['saveWorkerEntries']>[0]['rows'], desk = cutter) => desk.sectionDay.saveWorkerEntries({ sectionId, day, rows })
const dayOf = (day: BusinessDay, desk = cutter) => desk.sectionDay.getWorkerDay({ sectionId, day })
const lock = (day: BusinessDay, desk = supervisor) => desk.sectionDay.lockDay({ sectionId, day })
const attend = (day: BusinessDay, absent: readonly number[], version?: number, desk = cutter) =>
  desk.sectionDay.saveAttendance({ sectionId, day, version, lines: workers.map((workerId, index) => ({ workerId, status: absent.includes(index) ? 'ABSENT' : 'PRESENT' })) })

describe('PX-6 what a worker made', () => {
  test('120 of 100 in 8 hours are 1.60 hours of overtime, 90 of 100 none and red', async () => {
    const [more, less] = await save(monday, [enter(0, '120'), enter(1, '90')])
    expect(more).toMatchObject({ targetQuantity: decimal('100'), shiftHours: decimal('8'), overtimeHours: decimal('1.6'), isTargetMet: true, workerName: 'Pekerja K-1', itemCode: 'BDN' })
    expect(less).toMatchObject({ overtimeHours: decimal('0'), isTargetMet: false })
    expect(overtimeHours(decimal('107'), { targetQuantity: decimal('96'), shiftHours: decimal('7') })).toBe(decimal('0.8')) // 0.802…
    expect(overtimeHours(decimal('50'), { targetQuantity: decimal('0'), shiftHours: decimal('8') })).toBe(decimal('0'))
  })

  test('MD-2 the rule of the item goes before that of the section, and without a rule there is no target', async () => {
    const [closer] = await save(monday, [enter(2, '120', 1)])
    expect(closer).toMatchObject({ targetQuantity: decimal('120'), shiftHours: decimal('7'), isTargetMet: true })
    const { rules } = await dayOf(monday)
    expect(targetOf(rules, '2026-01-09', itemIds[1]!)).toEqual({ targetQuantity: decimal('100'), shiftHours: decimal('8') })
    const before = '2025-12-30' as BusinessDay
    const [none] = await save(before, [enter(0, '40')])
    expect(none).toMatchObject({ targetQuantity: decimal('0'), shiftHours: decimal('0'), overtimeHours: decimal('0'), isTargetMet: true })
    // Who had no target has not reached one: sums and history leave it out.
    expect(sumOf([closer!, none!])).toMatchObject({ entries: 2, aimed: 1, met: 1 })
    expect((await cutter.sectionDay.getWorkerHistory({ workerId: workers[0]!, fromDay: before, toDay: before })).days).toMatchObject([{ isTargetMet: null }])
    const { rows: [summary] } = await supervisor.reports.previewReport({ report: 'dailySectionSummary', filters: { period: { from: before, to: before }, section: sectionId } })
    expect(summary!.cells).toMatchObject({ entries: 1, met: 0 })
  })

  test('an entry keeps the target it was made by, and takes another with another item', async () => {
    const day = addDays(monday, -1)
    const [entry] = await save(day, [enter(0, '100')])
    await owner.masters.createTargetRule({ sectionId, targetQuantity: '200', shiftHours: '8', startDay: day })
    const [changed] = await save(day, [{ kind: 'change', ...seen(entry!), actualQuantity: '110' }])
    expect(changed).toMatchObject({ targetQuantity: decimal('100'), overtimeHours: decimal('0.8'), changedByName: expect.stringContaining('Admin Cutting') as string })
    const [other] = await save(day, [{ kind: 'change', ...seen(changed!), itemId: itemIds[1]! }])
    expect(other).toMatchObject({ targetQuantity: decimal('120'), isTargetMet: false })
    const rule = (await owner.masters.listTargetRules({ pageSize: 200 })).rows.find(({ startDay }) => startDay === day)!
    await owner.masters.setTargetRuleActive({ ...seen(rule), isActive: false })
  })

  test('a day is saved all or none, the row is named, and a worker has an item once', async () => {
    const day = addDays(monday, -2)
    await expect(save(day, [enter(0, '10'), enter(1, '10.5'), enter(0, '20')])).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['rows', 1, 'actualQuantity'], reason: 'masters.issues.unit-places' }), expect.objectContaining({ path: ['rows', 2], reason: 'errors.duplicate' })] },
    })
    expect((await dayOf(day)).entries).toEqual([])
    const [first, second] = await save(day, [enter(0, '10'), enter(0, '20', 1)])
    // Two that change places, and one that makes room for another.
    await save(day, [enter(0, '5'), { kind: 'remove', ...seen(first!) }])
    await expect(save(day, [{ kind: 'change', ...seen(second!), itemId: itemIds[0]! }])).rejects.toMatchObject(issue(['rows', 0], 'errors.duplicate'))
    expect((await dayOf(day)).entries.map(({ itemCode, actualQuantity }) => [itemCode, decimalText(actualQuantity)])).toEqual([['BDN', '5'], ['TLG', '20']])
  })

  test('nobody enters for another section, or for a day that has not come', async () => {
    await expect(save(monday, [enter(0, '1')], embroiderer)).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(save(addDays(monday, 1), [enter(0, '1')])).rejects.toMatchObject(issue(['day'], 'sectionDay.issues.day-ahead'))
  })

  test('the history of a worker is summed by day, and yesterday’s crew is at hand', async () => {
    const history = await cutter.sectionDay.getWorkerHistory({ workerId: workers[0]!, fromDay: addDays(monday, -2), toDay: monday })
    expect(history.worker).toMatchObject({ code: 'K-1', sectionName: 'Cutting' })
    expect(history.days).toEqual([
      { day: addDays(monday, -2), sums: [{ unitCode: 'Pcs', target: decimal('220'), actual: decimal('25') }], overtime: decimal('0'), isTargetMet: false, minutes: null },
      { day: addDays(monday, -1), sums: [{ unitCode: 'Pcs', target: decimal('120'), actual: decimal('110') }], overtime: decimal('0'), isTargetMet: false, minutes: null },
      { day: monday, sums: [{ unitCode: 'Pcs', target: decimal('100'), actual: decimal('120') }], overtime: decimal('1.6'), isTargetMet: true, minutes: null },
    ])
    await expect(embroiderer.sectionDay.getWorkerHistory({ workerId: workers[0]!, fromDay: addDays(monday, -2), toDay: monday })).rejects.toMatchObject({ code: 'foreign-section' })
    const { earlier } = await cutter.sectionDay.getEarlierDay({ sectionId, day: monday })
    expect(earlier).toMatchObject({ day: addDays(monday, -1), rows: [{ worker: { code: 'K-1' }, item: { code: 'TLG' } }] })
  })
})

describe('PX-10 who was there', () => {
  const day = addDays(monday, -3)

  test('one sheet of a section and day, each worker once, with its headcounts', async () => {
    const sheet = await attend(day, [1])
    expect(sheet).toMatchObject({ presentCount: 2, absentCount: 1, lines: [{ workerCode: 'K-1', status: 'PRESENT' }, { workerCode: 'K-2', status: 'ABSENT' }, { workerCode: 'K-3', status: 'PRESENT' }] })
    await expect(attend(day, [])).rejects.toMatchObject({ code: 'conflict' })
    const line = { workerId: workers[0]!, status: 'PRESENT' as const }
    await expect(cutter.sectionDay.saveAttendance({ sectionId, day, version: sheet.version, lines: [line, line] })).rejects.toMatchObject(issue(['lines', 1, 'workerId'], 'sectionDay.issues.worker-twice'))
    const changed = await attend(day, [2], sheet.version)
    expect(changed.version).toBeGreaterThan(sheet.version)
    // The headcount is the same, and still it is another sheet than the one that was seen.
    await expect(attend(day, [0], sheet.version)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('whoever was absent made nothing, and whoever made something was there', async () => {
    await expect(save(day, [enter(2, '10')])).rejects.toMatchObject(issue(['rows', 0], 'errors.worker-absent'))
    await save(day, [enter(0, '10')])
    const { sheet } = await dayOf(day)
    await expect(attend(day, [0], sheet!.version)).rejects.toMatchObject(issue(['lines', 0], 'errors.worker-made'))
  })

  test('PX-10 a worker of another section who was lent and made something is PRESENT on the sheet and counted, and their history tells it', async () => {
    const lent = await owner.masters.createWorker({ code: 'K-9', name: 'Pekerja K-9', sectionId: host.section('EMB') })
    const on = addDays(monday, -8)
    await save(on, [{ ...enter(0, '10'), workerId: lent.id }])
    const { entries, workers: own } = await dayOf(on)
    expect([askedOnSheet(own, [...entries, ...entries]).map(({ code }) => code), own.map(({ code }) => code)]).toEqual([['K-1', 'K-2', 'K-3', 'K-9'], ['K-1', 'K-2', 'K-3']])
    const sheetWith = (status: 'PRESENT' | 'ABSENT') => cutter.sectionDay.saveAttendance({ sectionId, day: on, lines: [...workers.map(workerId => ({ workerId, status: 'PRESENT' as const })), { workerId: lent.id, status }] })
    await expect(sheetWith('ABSENT')).rejects.toMatchObject(issue(['lines', 3], 'errors.worker-made'))
    // Who is out of use by now was there all the same: they made something.
    await owner.masters.setWorkerActive({ ...seen(lent), isActive: false })
    expect(await sheetWith('PRESENT')).toMatchObject({ presentCount: 4, absentCount: 0, lines: [{}, {}, {}, { workerCode: 'K-9', status: 'PRESENT' }] })
    expect(await owner.sectionDay.getWorkerHistory({ workerId: lent.id, fromDay: on, toDay: on })).toMatchObject({ presentDays: 1, absentDays: 0 })
  })
})

describe('PX-5 a locked day', () => {
  const day = addDays(monday, -4)

  test('refuses whatever is entered, changed or taken out, names who locked it and who can open it, and is opened with a reason', async () => {
    const [entry] = await save(day, [enter(0, '100')])
    const machineId = (await owner.masters.createMachine({ code: 'MC-1', name: 'Mesin', sectionId, kind: 'MACHINE' })).id
    const downtimeReasonId = (await owner.masters.listDowntimeReasons({})).rows[0]!.id
    const stop = { sectionId, machineId, downtimeReasonId, startDay: day, startTime: '10:00', endDay: day, endTime: '10:30' }
    const stopped = await cutter.downtime.startDowntime(stop)
    await expect(lock(day, cutter)).rejects.toMatchObject({ code: 'forbidden' })
    const locked = await lock(day)
    expect(locked).toMatchObject({ isLocked: true, lockedAt: host.clock.now(), openedAt: null })
    const refused = { code: 'day-locked', params: { section: 'Cutting', day, at: host.clock.now(), who: expect.stringContaining('SPV Cutting') as string, needed: 'process.unlockSectionDay' } }
    const tries = [
      () => save(day, [enter(1, '100')]), () => save(day, [{ kind: 'change', ...seen(entry!), actualQuantity: '1' }]), () => save(day, [{ kind: 'remove', ...seen(entry!) }]), () => attend(day, []),
      () => cutter.downtime.startDowntime({ ...stop, startTime: '11:00', endTime: '11:30' }), () => cutter.downtime.updateDowntime({ ...stop, ...seen(stopped), reason: 'x' }),
      () => cutter.downtime.cancelDowntime({ ...seen(stopped), reason: 'x' }),
      // What began the day before and ended the day after reaches over it too.
      () => cutter.downtime.startDowntime({ ...stop, machineId: null, startDay: addDays(day, -1), endDay: addDays(day, 1) }),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(refused)
    await expect(lock(day)).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(supervisor.sectionDay.unlockDay({ ...seen(locked), reason: 'Salah hitung' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.unlockSectionDay' } })
    const opened = await admin.sectionDay.unlockDay({ ...seen(locked), reason: 'Salah hitung' })
    expect(opened).toMatchObject({ isLocked: false, openReason: 'Salah hitung', lockedByName: locked.lockedByName })
    await save(day, [{ kind: 'change', ...seen(entry!), actualQuantity: '101' }])
    const { rows: [unlocking] } = await owner.audit.listHistory({ entity: 'sectionDayLock', id: locked.id })
    expect(unlocking).toMatchObject({ action: 'UNLOCK', reason: 'Salah hitung', changes: expect.arrayContaining([expect.objectContaining({ field: 'isLocked', before: true, after: false })]) as unknown })
  })

  test('locks by itself at its hour, and one that was opened again at that hour of the next day', async () => {
    const cutOff = { days: 1, hour: 10 }
    const now = (time: string, on: BusinessDay) => ({ day: on, time })
    expect(isCutOff(monday, null, cutOff, now('09:59', addDays(monday, 1)))).toBe(false)
    expect(isCutOff(monday, null, cutOff, now('10:00', addDays(monday, 1)))).toBe(true)
    expect(isCutOff(monday, addDays(monday, 3), cutOff, now('23:00', addDays(monday, 3)))).toBe(false)
    expect(isCutOff(monday, addDays(monday, 3), cutOff, now('10:00', addDays(monday, 4)))).toBe(true)
    expect(isCutOff(monday, null, { ...cutOff, days: 0 }, now('10:00', addDays(monday, 9)))).toBe(false)
  })

  test('the host locks what is due, and says that it did', async () => {
    await owner.masters.createProductionStage({ code: 'CUT', name: 'Potong', kind: 'CUTTING', defectPercent: '0', sectionId })
    expect(await host.system.sectionDay.lockLapsedDays({})).toEqual({ locked: 0 })
    await owner.settings.changeSetting({ key: 'production.lockDays', value: 12, reason: 'Uji' })
    expect(await host.system.sectionDay.lockLapsedDays({})).toEqual({ locked: 14 })
    expect(await host.system.sectionDay.lockLapsedDays({})).toEqual({ locked: 0 })
    await expect(save(addDays(monday, -12), [enter(0, '1')])).rejects.toMatchObject({ code: 'day-locked', params: { whoKey: 'words.system' } })
    await save(addDays(monday, -11), [enter(0, '1')])
    await owner.settings.changeSetting({ key: 'production.lockDays', value: 0, reason: 'Uji' })
  })

  test('a day that was opened again locks by itself the next day, however long ago it was', async () => {
    const old = addDays(monday, -60)
    const locked = await lock(old)
    await admin.sectionDay.unlockDay({ ...seen(locked), reason: 'Kertas dari gudang' })
    await owner.settings.changeSetting({ key: 'production.lockDays', value: 12, reason: 'Uji' })
    await host.system.sectionDay.lockLapsedDays({})
    expect((await dayOf(old)).lock).toMatchObject({ isLocked: false })
    host.clock.advance(2 * 86_400_000)
    await host.system.sectionDay.lockLapsedDays({})
    await expect(save(old, [enter(0, '1')])).rejects.toMatchObject({ code: 'day-locked', params: { whoKey: 'words.system' } })
    await owner.settings.changeSetting({ key: 'production.lockDays', value: 0, reason: 'Uji' })
    host.clock.advance(-2 * 86_400_000)
  })

  test('PX-4 with the strict switch nothing of an earlier day is entered at all', async () => {
    await owner.settings.changeSetting({ key: 'features.strictBackdate', value: true, reason: 'Uji' })
    await expect(save(addDays(monday, -1), [enter(0, '1')])).rejects.toMatchObject({ code: 'backdate-refused' })
    await owner.settings.changeSetting({ key: 'features.strictBackdate', value: false, reason: 'Uji' })
  })
})

describe('what comes for a locked day', () => {
  const day = addDays(monday, -5)
  const late = (rows: Parameters<Desk['sectionDay']['saveWorkerEntries']>[0]['rows'], desk = cutter) =>
    desk.sectionDay.keepLateEntry({ call: 'sectionDay.saveWorkerEntries', input: { sectionId, day, rows }, reason: 'Kertas baru sampai' })

  test('waits as it was typed, counts nowhere, and is entered by a supervisor once the day is open again', async () => {
    await expect(late([enter(0, '77')])).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'OPEN' } })
    const locked = await lock(day)
    await expect(late([{ ...enter(0, '77'), actualQuantity: '-1' }])).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(late([enter(0, '77')], embroiderer)).rejects.toMatchObject({ code: 'foreign-section' })
    const kept = await late([enter(0, '77')])
    expect(kept).toMatchObject({ status: 'WAITING', day, bar: 'day-locked', facts: [{ label: 'Pekerja K-1 · Potongan BDN', value: '77' }] })
    expect(await dayOf(day)).toMatchObject({ entries: [], lateCount: 1 })
    expect((await supervisor.notifications.listNotices({ filter: { kinds: ['LATE_ENTRY'], isUnread: true } })).rows).toMatchObject([{ entityId: kept.id, params: { section: 'Cutting', from: day } }])
    await expect(cutter.sectionDay.applyLateEntry(seen(kept))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(supervisor.sectionDay.applyLateEntry(seen(kept))).rejects.toMatchObject({ code: 'day-locked' })
    await admin.sectionDay.unlockDay({ ...seen(locked), reason: 'Kertas terlambat' })
    expect((await supervisor.sectionDay.listLateEntries({ filter: { status: 'WAITING' } })).rows).toMatchObject([{ id: kept.id, bar: null }])
    expect(await supervisor.sectionDay.applyLateEntry(seen(kept))).toMatchObject({ status: 'APPLIED', decidedByName: expect.stringContaining('SPV Cutting') as string })
    expect((await dayOf(day)).entries).toMatchObject([{ workerCode: 'K-1', actualQuantity: decimal('77') }])
    expect((await supervisor.notifications.listNotices({ filter: { kinds: ['LATE_ENTRY'], isUnread: true } })).rows).toEqual([])
    await expect(supervisor.sectionDay.applyLateEntry({ id: kept.id, version: 2 })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'APPLIED' } })
  })

  test('what stopped just now keeps its time, though it is entered later', async () => {
    const locked = await lock(monday)
    const stop = { sectionId, machineId: (await owner.masters.listMachines({})).rows[0]!.id, downtimeReasonId: (await owner.masters.listDowntimeReasons({})).rows[0]!.id }
    await expect(cutter.downtime.startDowntime(stop)).rejects.toMatchObject({ code: 'day-locked' })
    const kept = await cutter.sectionDay.keepLateEntry({ call: 'downtime.startDowntime', input: stop, reason: 'Hari sudah dikunci' })
    await admin.sectionDay.unlockDay({ ...seen(locked), reason: 'Terlalu cepat' })
    host.clock.advance(25 * 60_000)
    await supervisor.sectionDay.applyLateEntry(seen(kept))
    const { rows: [stopped] } = await cutter.downtime.listDowntimes({ filter: { sectionId, isStanding: true } })
    expect(stopped).toMatchObject({ startedAt: at('15:00'), endedAt: null })
    await cutter.downtime.cancelDowntime({ ...seen(stopped!), reason: 'Uji' })
    host.clock.advance(-25 * 60_000)
  })

  test('or is rejected with a reason', async () => {
    await lock(day)
    const kept = await late([enter(1, '5')])
    expect(await supervisor.sectionDay.rejectLateEntry({ ...seen(kept), reason: 'Sudah dihitung' })).toMatchObject({ status: 'REJECTED', decisionReason: 'Sudah dihitung' })
    expect((await dayOf(day)).entries).toHaveLength(1)
  })
})
