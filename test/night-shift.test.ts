import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, instantAt, type BusinessDay } from '../shared/core/dates.ts'
import type { DowntimeEntry } from '../shared/downtime/contract.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

const monday = '2026-01-19' as BusinessDay
const tuesday = addDays(monday, 1)
const wednesday = addDays(monday, 2)
const at = (day: BusinessDay, time: string) => instantAt(day, time, 'Asia/Jakarta')
const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })

let host: TestHost
let admin: Desk
let cutter: Desk
let supervisor: Desk
let sectionId: string
let downtimeReasonId: string
const machines: string[] = []

/** Two machines of 60 an hour, which work from 7 to 15, and from 22 to 6 in the morning. */
beforeAll(async () => {
  host = await startTestHost({ now: at(monday, '06:30') })
  admin = await host.as('Superadmin')
  cutter = await host.as('Admin Cutting', 'CUT')
  supervisor = await host.as('SPV Cutting', 'CUT')
  sectionId = host.section('CUT')
  downtimeReasonId = (await admin.masters.listDowntimeReasons({ search: 'DT-MESIN' })).rows[0]!.id
  for (const code of ['MC-1', 'MC-2']) machines.push(await machine(code))
  const shift = (await admin.masters.listWorkShifts({})).rows[0]!
  await admin.masters.updateWorkShift({ ...seen(shift), startTime: '07:00', endTime: '15:00', breakMinutes: 0 })
  await admin.masters.createWorkShift({ code: 'MALAM', name: 'Malam', workCalendarId: shift.workCalendarId, weekdays: '1234567', startTime: '22:00', endTime: '06:00', breakMinutes: 0 })
  await admin.masters.createProductionStage({ code: 'POTONG', name: 'Potong', kind: 'CUTTING', sectionId, defectPercent: '0' })
  host.clock.set(at(wednesday, '16:00'))
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const machine = async (code: string) => (await admin.masters.createMachine({ code, name: `Mesin ${code}`, sectionId, kind: 'MACHINE', capacityPerHour: '60' })).id
const stop = ([startDay, startTime]: readonly [BusinessDay, string], [endDay, endTime]: readonly [BusinessDay, string], more: Partial<DowntimeEntry> = {}) =>
  cutter.downtime.startDowntime({ sectionId, machineId: machines[0]!, downtimeReasonId, startDay, startTime, endDay, endTime, ...more })
const report = async (name: string, more: Readonly<Record<string, string>> = {}) =>
  (await supervisor.reports.previewReport({ report: name, filters: { period: { from: monday, to: wednesday }, section: sectionId, ...more } })).rows.map(({ cells }) => cells)
const cancel = async (record: { readonly id: string; readonly version: number }) => cutter.downtime.cancelDowntime({ ...seen(record), reason: 'Selesai dicoba' })

test('PX-10, PX-11 what stands over midnight counts for the day on which its night shift began, split where that shift ends', async () => {
  const night = await stop([monday, '23:00'], [tuesday, '02:30'])
  const morning = await stop([tuesday, '05:00'], [tuesday, '08:00'])
  const minutes = async () => (await report('oee')).map(({ day, shift, unplanned, rate }) => [day, shift, unplanned, rate])
  // Half of 210, and of the hour until the shift ends; then half of the hour since 7.
  expect(await minutes()).toEqual([[monday, 960, 135, '120'], [tuesday, 960, 30, '120'], [wednesday, 960, 0, '120']])
  const byDay = (await report('downtime', { by: 'DAY' })).map(({ subject, count, hours }) => [subject, count, hours])
  expect(byDay).toEqual([['19-01-2026', 2, '4.50'], ['20-01-2026', 1, '2.00']])
  const recordsOf = async (day: BusinessDay) => (await cutter.downtime.getSectionDowntime({ sectionId, day })).records.map(({ id }) => id)
  expect([await recordsOf(monday), await recordsOf(tuesday)]).toEqual([[night.id, morning.id], [morning.id]])
  for (const record of [night, morning]) await cancel(record)
})

test('PX-5 a night shift’s stop belongs to the day that it began on: locked with it, and handed in late for it', async () => {
  const locked = await supervisor.sectionDay.lockDay({ sectionId, day: monday })
  await expect(stop([tuesday, '01:00'], [tuesday, '02:00'])).rejects.toMatchObject({ code: 'day-locked', params: { day: monday } })
  await cancel(await stop([tuesday, '06:30'], [tuesday, '07:30']))
  const input = { sectionId, machineId: machines[0]!, downtimeReasonId, startDay: tuesday, startTime: '01:00', endDay: tuesday, endTime: '02:00' }
  const late = await cutter.sectionDay.keepLateEntry({ call: 'downtime.startDowntime', input, reason: 'Lembar malam' })
  expect(late).toMatchObject({ day: monday, status: 'WAITING' })
  await supervisor.sectionDay.rejectLateEntry({ ...seen(late), reason: 'Sudah tercatat' })
  await admin.sectionDay.unlockDay({ ...seen(locked), reason: 'Selesai dicoba' })
})

test('PX-11 OEE of a day past is that of the machines that stood there then: an archived one counts until it was, a new one since', async () => {
  const night = await stop([tuesday, '08:00'], [tuesday, '10:00'])
  const third = await machine('MC-3')
  const facts = async () => (await report('oee')).map(({ unplanned, rate }) => [unplanned, rate])
  // The new one stands from today on: half of two hours on Tuesday still.
  expect(await facts()).toEqual([[0, '120'], [60, '120'], [0, '180']])
  host.clock.set(at(addDays(wednesday, 1), '09:00'))
  for (const id of [third, machines[1]!]) await admin.masters.setMachineActive({ ...seen(await admin.masters.getMachine({ id })), isActive: false })
  expect(await facts()).toEqual([[0, '120'], [60, '120'], [0, '180']])
  expect((await cutter.downtime.getSectionDowntime({ sectionId, day: tuesday })).machines.map(({ code }) => code)).toEqual(['MC-1', 'MC-2'])
  expect((await cutter.downtime.getSectionDowntime({ sectionId, day: addDays(wednesday, 1) })).machines.map(({ code }) => code)).toEqual(['MC-1'])
  // Moved, it is the other section's from now on.
  await admin.masters.updateMachine({ ...seen(await admin.masters.getMachine({ id: machines[0]! })), sectionId: host.section('EMB') })
  expect((await cutter.downtime.getSectionDowntime({ sectionId, day: addDays(wednesday, 1) })).machines).toEqual([])
  expect(await facts()).toEqual([[0, '120'], [60, '120'], [0, '180']])
  await cancel(night)
})
