import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import { addDays, instantAt, type BusinessDay } from '../shared/core/dates.ts'
import type { DowntimeEntry } from '../shared/downtime/contract.ts'
import { lostOf } from '../shared/downtime/lost.ts'
import { lastCutOff } from '../shared/section-day/rules.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

const zone = 'Asia/Jakarta'
const monday = '2026-01-19' as BusinessDay
const at = (time: string, day: BusinessDay = monday) => instantAt(day, time, zone)
const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })
const on = (by: number) => addDays(monday, by)

let host: TestHost
let owner: Desk
let admin: Desk
let cutter: Desk
let supervisor: Desk
let sectionId: string
let itemId: string
let workerId: string
let downtimeReasonId: string

beforeAll(async () => {
  host = await startTestHost({ now: at('15:00') })
  owner = await host.as('Superadmin')
  admin = await host.as('Admin')
  cutter = await host.as('Admin Cutting', 'CUT')
  supervisor = await host.as('SPV Cutting', 'CUT')
  sectionId = host.section('CUT')
  const unitId = (await owner.masters.listUnits({ search: 'pcs' })).rows[0]!.id
  itemId = (await owner.masters.createItem({ code: 'BDN', name: 'Potongan badan', kind: 'WIP', unitId })).id
  workerId = (await owner.masters.createWorker({ code: 'K-1', name: 'Pekerja', sectionId })).id
  downtimeReasonId = (await owner.masters.listDowntimeReasons({})).rows[0]!.id
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

let machines = 0
const machine = async () => (await owner.masters.createMachine({ code: `MC-${(machines += 1)}`, name: `Mesin ${machines}`, sectionId, kind: 'MACHINE' })).id
const start = (machineId: string, more: Partial<DowntimeEntry>) => cutter.downtime.startDowntime({ sectionId, machineId, downtimeReasonId, ...more })
const lock = (day: BusinessDay) => supervisor.sectionDay.lockDay({ sectionId, day })
const unlock = (locked: { readonly id: string; readonly version: number }) => admin.sectionDay.unlockDay({ ...seen(locked), reason: 'Salah hitung' })
const enter = (day: BusinessDay, actualQuantity = '10') => cutter.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'enter', workerId, itemId, actualQuantity }] })
const keep = (call: Parameters<Desk['sectionDay']['keepLateEntry']>[0]['call'], input: Record<string, unknown>) => cutter.sectionDay.keepLateEntry({ call, input, reason: 'Jaringan putus' })
const keepOutput = (day: BusinessDay, actualQuantity = '10') => keep('sectionDay.saveWorkerEntries', { sectionId, day, rows: [{ kind: 'enter', workerId, itemId, actualQuantity }] })
const change = (key: string, value: number | boolean) => owner.settings.changeSetting({ key, value, reason: 'Uji' })
const dayOf = (day: BusinessDay) => cutter.sectionDay.getWorkerDay({ sectionId, day })

describe('PX-5, PX-11 a stop that still stands', () => {
  const [begun, locked] = [on(-3), on(-2)]
  const refused = { code: 'day-locked', params: { day: locked } }
  const lostOn = async (day: BusinessDay) => lostOf(await cutter.downtime.getSectionDowntime({ sectionId, day }), host.clock.now()).lost

  test('takes nothing from a locked day after it: neither begun, changed, cancelled, nor ended before that day', async () => {
    const morning = { startDay: begun, startTime: '08:00' }
    const standing = await start(await machine(), morning)
    const third = await machine()
    const over = await start(await machine(), { ...morning, endDay: begun, endTime: '08:30' })
    const lockedDay = await lock(locked)
    const lost = await lostOn(locked)
    expect(lost).toBeGreaterThan(0)
    await expect(start(third, morning)).rejects.toMatchObject(refused)
    await expect(cutter.downtime.updateDowntime({ ...seen(over), ...morning, machineId: over.machineId, downtimeReasonId, reason: 'Masih berhenti' })).rejects.toMatchObject(refused)
    await expect(cutter.downtime.updateDowntime({ ...seen(standing), ...morning, endDay: begun, endTime: '09:00', machineId: standing.machineId, downtimeReasonId, reason: 'Sudah jalan' })).rejects.toMatchObject(refused)
    await expect(cutter.downtime.cancelDowntime({ ...seen(standing), reason: 'Salah mesin' })).rejects.toMatchObject(refused)
    await expect(cutter.downtime.endDowntime({ ...seen(standing), endDay: begun, endTime: '09:00' })).rejects.toMatchObject(refused)
    expect(await lostOn(locked)).toBe(lost)
    // That it goes again now changes nothing of that day.
    expect(await cutter.downtime.endDowntime(seen(standing))).toMatchObject({ endedAt: host.clock.now() })
    expect(await lostOn(locked)).toBe(lost)
    await unlock(lockedDay)
  })

  test('or reaches over a locked day is handed in late as it was typed, and entered once that day is open', async () => {
    const lockedDay = await lock(locked)
    const [over, standing] = [await machine(), await machine()]
    const stop = { sectionId, machineId: over, downtimeReasonId, startDay: begun, startTime: '10:00', endDay: on(-1), endTime: '09:00' }
    await expect(cutter.downtime.startDowntime(stop)).rejects.toMatchObject(refused)
    const kept = [await keep('downtime.startDowntime', stop), await keep('downtime.startDowntime', { ...stop, machineId: standing, endDay: null, endTime: null })]
    expect(kept).toMatchObject([{ day: locked, bar: 'day-locked' }, { day: locked, bar: 'day-locked' }])
    await expect(supervisor.sectionDay.applyLateEntry(seen(kept[0]!))).rejects.toMatchObject(refused)
    await unlock(lockedDay)
    expect((await supervisor.sectionDay.getLateEntry({ id: kept[1]!.id })).bar).toBeNull()
    for (const one of kept) await supervisor.sectionDay.applyLateEntry(seen(one))
    expect((await cutter.downtime.listDowntimes({ filter: { machineId: over } })).rows).toMatchObject([{ startedAt: at('10:00', begun), endedAt: at('09:00', on(-1)) }])
    const [still] = (await cutter.downtime.listDowntimes({ filter: { machineId: standing } })).rows
    expect(still).toMatchObject({ endedAt: null })
    await cutter.downtime.cancelDowntime({ ...seen(still!), reason: 'Uji' })
  })
})

describe('what comes for a day that takes nothing any more', () => {
  test('PX-4 waits where the factory is strict, and is entered once it is not', async () => {
    const day = on(-1)
    await expect(keepOutput(day)).rejects.toMatchObject({ code: 'wrong-state' })
    await change('features.strictBackdate', true)
    await expect(enter(day)).rejects.toMatchObject({ code: 'backdate-refused' })
    const kept = await keepOutput(day)
    expect(kept).toMatchObject({ day, bar: 'backdate-refused' })
    await expect(supervisor.sectionDay.applyLateEntry(seen(kept))).rejects.toMatchObject({ code: 'backdate-refused' })
    // A stop of yesterday is entered as it is: the switch says nothing of it.
    await expect(keep('downtime.startDowntime', { sectionId, downtimeReasonId, startDay: day, startTime: '10:00', endDay: day, endTime: '10:10' })).rejects.toMatchObject({ code: 'wrong-state' })
    await change('features.strictBackdate', false)
    expect(await supervisor.sectionDay.applyLateEntry(seen(kept))).toMatchObject({ status: 'APPLIED', bar: null })
    expect((await dayOf(day)).entries).toMatchObject([{ actualQuantity: decimal('10') }])
  })

  test('PX-5 waits where its month is closed, and is entered once that is open again', async () => {
    const day = '2025-12-20' as BusinessDay
    const closed = await owner.periods.closePeriod({ month: '2025-12' })
    await expect(enter(day)).rejects.toMatchObject({ code: 'period-closed' })
    const kept = await keepOutput(day)
    expect(kept).toMatchObject({ day, bar: 'period-closed' })
    await expect(supervisor.sectionDay.applyLateEntry(seen(kept))).rejects.toMatchObject({ code: 'period-closed' })
    await owner.periods.reopenPeriod({ month: '2025-12', version: closed.version!, reason: 'Isian tertinggal' })
    await supervisor.sectionDay.applyLateEntry(seen(kept))
    expect((await dayOf(day)).entries).toHaveLength(1)
  })
})

describe('PX-5 the hour at which days lock by themselves', () => {
  const old = on(-60)

  test('is that of a day so many days ago, from its hour on', () => {
    const now = (time: string) => ({ day: monday, time })
    expect([now('09:59'), now('10:00')].map(its => lastCutOff({ days: 2, hour: 10 }, its))).toEqual([on(-3), on(-2)])
    expect(lastCutOff({ days: 0, hour: 10 }, now('12:00'))).toBeUndefined()
  })

  test('reaches the oldest day too, whether or not the host has written it down', async () => {
    await enter(on(-59))
    await change('production.lockDays', 12)
    const lapsedAt = at('10:00', addDays(old, 12))
    await expect(enter(old)).rejects.toMatchObject({ code: 'day-locked', params: { day: old, whoKey: 'words.system', at: lapsedAt } })
    await expect(start(await machine(), { startDay: on(-20), startTime: '10:00', endDay: on(-5), endTime: '11:00' })).rejects.toMatchObject({ code: 'day-locked', params: { day: on(-20) } })
    expect(await dayOf(old)).toMatchObject({ lock: null, lapsedAt })
    expect((await dayOf(on(-11))).lapsedAt).toBeNull()
    await enter(on(-11))
    const period = { from: on(-59), to: on(-59) }
    expect((await supervisor.reports.previewReport({ report: 'dailySectionSummary', filters: { period, section: sectionId }, pageSize: 200 })).rows).toMatchObject([{ cells: { lock: 'LOCKED' } }])
    expect(await keepOutput(old)).toMatchObject({ day: old, bar: 'day-locked' })
  })

  test('such a day is opened with a reason by who may, and locks again the next day', async () => {
    await expect(supervisor.sectionDay.openLapsedDay({ sectionId, day: old, reason: 'Kertas' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(admin.sectionDay.openLapsedDay({ sectionId, day: on(-11), reason: 'Kertas' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'OPEN' } })
    const opened = await admin.sectionDay.openLapsedDay({ sectionId, day: old, reason: 'Kertas dari gudang' })
    expect(opened).toMatchObject({ isLocked: false, openReason: 'Kertas dari gudang', lockedByName: 'System' })
    expect(await dayOf(old)).toMatchObject({ lock: { id: opened.id }, lapsedAt: null })
    await enter(old)
    host.clock.advance(86_400_000)
    await expect(enter(old, '20')).rejects.toMatchObject({ code: 'day-locked' })
    host.clock.advance(-86_400_000)
    await change('production.lockDays', 0)
    await enter(on(-58))
  })
})
