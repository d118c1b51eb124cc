import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import { instantAt, type BusinessDay } from '../shared/core/dates.ts'
import { AppError } from '../shared/core/errors.ts'
import type { Downtime, DowntimeEntry } from '../shared/downtime/contract.ts'
import { lostOf } from '../shared/downtime/lost.ts'
import { lostMinutes, oeeOf, overlaps, type Stop } from '../shared/downtime/rules.ts'
import { outputRatios } from '../shared/production/gates.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { findIn, reportFile, tableFormats } from './support/report-files.ts'

const zone = 'Asia/Jakarta'
const monday = '2026-01-19' as BusinessDay
const at = (time: string, day: BusinessDay = monday) => instantAt(day, time, zone)
const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })

let host: TestHost
let admin: Desk
let cutter: Desk
let embroiderer: Desk
let supervisor: Desk
let sectionId: string
const machines: string[] = []
const reasons: Record<string, string> = {}

beforeAll(async () => {
  host = await startTestHost({ now: at('16:30') })
  admin = await host.as('Superadmin')
  cutter = await host.as('Admin Cutting', 'CUT')
  embroiderer = await host.as('Admin Embroidery', 'EMB')
  supervisor = await host.as('SPV Cutting', 'CUT')
  for (const planner of ['PPIC Manager', 'PPIC Admin']) await host.as(planner)
  sectionId = host.section('CUT')
  for (const { code, id } of (await admin.masters.listDowntimeReasons({ pageSize: 200 })).rows) reasons[code] = id
  for (const code of ['MC-1', 'MC-2']) machines.push((await admin.masters.createMachine({ code, name: `Mesin ${code}`, sectionId, kind: 'MACHINE', capacityPerHour: '60' })).id)
  const shift = (await admin.masters.listWorkShifts({})).rows[0]!
  // Eight hours of work, as in the rule's example.
  await admin.masters.updateWorkShift({ ...seen(shift), startTime: '07:00', endTime: '16:00', breakMinutes: 60 })
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const stop = (more: Partial<Stop> = {}): Stop => ({ machineId: null, productionLineId: null, isPlanned: false, from: at('10:30'), to: at('12:15'), ...more })
const start = (more: Partial<DowntimeEntry> = {}, desk = cutter): Promise<Downtime> => desk.downtime.startDowntime({ sectionId, machineId: machines[0]!, downtimeReasonId: reasons['DT-MESIN']!, ...more })
const timed = (startTime: string, endTime: string | null, day: BusinessDay = monday) => ({ startDay: day, startTime, endDay: endTime === null ? null : day, endTime })
const issue = (field: string, reason: string) => ({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: [field], reason })] } })
const cancel = (record: { readonly id: string; readonly version: number }) => cutter.downtime.cancelDowntime({ ...seen(record), reason: 'Selesai dicoba' })

describe('what a section loses', () => {
  const hours = [{ from: at('07:00'), to: at('16:00') }]
  const lost = (stops: readonly Stop[], now = at('17:00')) => lostMinutes(stops, hours, { machines: 2, lines: 4 }, now)

  test('PX-11 105 minutes of 8 hours leave 375 of 480: 200 are 41.7 % of the target and 53.3 % of what is left of it', () => {
    expect(lost([stop()])).toBe(105)
    expect(outputRatios(200, 480, 480, lost([stop()]))).toEqual({ ofTarget: decimal('41.7'), ofAdjusted: decimal('53.3') })
  })

  test('a machine or a line counts with its share, and what stands at the same time once', () => {
    expect(lost([stop({ machineId: 'a' })])).toBe(53) // half of 105
    expect(lost([stop({ productionLineId: 'a', to: at('11:30') })])).toBe(15)
    expect(lost([stop(), stop({ machineId: 'a' }), stop({ machineId: 'b', from: at('12:00'), to: at('12:35') })])).toBe(115)
    expect(lost([stop({ machineId: 'a' }), stop({ machineId: 'b' })])).toBe(105)
  })

  test('PX-10 what still stands has stood until now, and counts only while the section works', () => {
    expect([at('10:29'), at('11:00'), at('23:00')].map(now => lost([stop({ to: null })], now))).toEqual([0, 30, 330])
    expect(lost([stop({ from: at('04:00'), to: at('07:10') })])).toBe(10)
  })

  test('OEE is availability × performance × quality, and says which figure is missing', () => {
    const facts = { shiftMinutes: 480, plannedMinutes: 60, unplannedMinutes: 105, ratePerHour: decimal('60'), produced: 250, good: 240 }
    // 315 of 420 minutes; 250 of 315 pieces; 240 of 250.
    expect(oeeOf(facts)).toEqual({ availability: decimal('75'), performance: decimal('79.4'), quality: decimal('96'), index: decimal('57.1'), gaps: [] })
    expect(oeeOf({ ...facts, ratePerHour: null })).toMatchObject({ availability: decimal('75'), performance: null, index: null, gaps: ['RATE'] })
    expect(oeeOf({ ...facts, shiftMinutes: 0, produced: 0 })).toMatchObject({ availability: null, quality: null, gaps: ['SHIFT', 'OUTPUT'] })
    expect(oeeOf({ ...facts, unplannedMinutes: 420, produced: 0 })).toMatchObject({ availability: decimal('0'), index: null, gaps: ['STOPPED', 'OUTPUT'] })
  })
})

describe('records of downtime', () => {
  test('a machine is stopped and started with nothing but the reason, and everybody hears it', async () => {
    const before = host.events.length
    const record = await start()
    expect(record).toMatchObject({ machineCode: 'MC-1', reasonName: 'Mesin rusak', isPlanned: false, startedAt: host.clock.now(), endedAt: null, minutes: null })
    expect(host.events.slice(before)).toContainEqual(expect.objectContaining({ entity: 'downtime' }))
    const planner = await host.as('PPIC Admin')
    expect(await planner.downtime.listStanding({})).toMatchObject([{ id: record.id, sectionName: 'Cutting', machineName: 'Mesin MC-1' }])
    host.clock.advance(25 * 60_000 + 40_000)
    const ended = await cutter.downtime.endDowntime(seen(record))
    expect(ended).toMatchObject({ endedAt: host.clock.now(), minutes: 25 })
    expect(await planner.downtime.listStanding({})).toEqual([])
    await expect(cutter.downtime.endDowntime(seen(ended))).rejects.toMatchObject({ code: 'wrong-state' })
    await cancel(ended)
  })

  test('PX-10 no machine stands twice at a time, an open record runs on, and the refusal names what is recorded', async () => {
    const first = await start(timed('10:30', '12:15'))
    for (const [from, to] of [['10:00', '10:31'], ['12:14', '13:00'], ['11:00', '11:30'], ['09:00', null]] as const) {
      await expect(start(timed(from, to))).rejects.toMatchObject({ code: 'downtime-overlaps', params: { place: 'Mesin MC-1', from: at('10:30'), why: 'Mesin rusak' } })
    }
    const next = await start(timed('12:15', null))
    await expect(start()).rejects.toMatchObject({ code: 'downtime-overlaps', params: { from: at('12:15') } })
    await expect(cutter.downtime.updateDowntime({ ...seen(first), ...timed('10:30', '12:20'), machineId: machines[0]!, downtimeReasonId: reasons['DT-MESIN']!, reason: 'Salah jam' })).rejects.toMatchObject({ code: 'downtime-overlaps' })
    // Another machine, and the whole section, stand for themselves.
    const others = [await start({ ...timed('11:00', '11:30'), machineId: machines[1]! }), await start({ ...timed('11:00', '11:30'), machineId: null })]
    for (const record of [first, next, ...others]) await cancel(record)
    await cancel(await start(timed('10:30', '12:15')))
  })

  test('PX-10 it ends after it began, not in the future, and in whole minutes', async () => {
    await expect(start(timed('12:00', '12:00'))).rejects.toMatchObject(issue('endTime', 'downtime.issues.end-first'))
    await expect(start(timed('23:00', null))).rejects.toMatchObject(issue('startTime', 'downtime.issues.ahead'))
    await expect(start({ startDay: monday, startTime: null })).rejects.toMatchObject(issue('startTime', 'downtime.issues.half-moment'))
    const record = await start(timed('08:00', '09:05'))
    expect(record.minutes).toBe(65)
    await cancel(record)
  })

  test('PX-11 the day of a section adjusts its target: 480 to 375', async () => {
    const [whole, night] = [await start({ ...timed('10:30', '12:15'), machineId: null }), await start(timed('04:00', '06:00'))]
    const day = await cutter.downtime.getSectionDowntime({ sectionId, day: monday })
    expect(day).toMatchObject({ shiftMinutes: 480, hours: [{ from: at('07:00'), to: at('16:00') }], machines: [{ code: 'MC-1' }, { code: 'MC-2' }] })
    expect(lostOf(day, host.clock.now())).toEqual({ lost: 105, planned: 0 })
    expect(outputRatios(200, 480, day.shiftMinutes, lostOf(day, host.clock.now()).lost)).toEqual({ ofTarget: decimal('41.7'), ofAdjusted: decimal('53.3') })
    expect((await cutter.downtime.getSectionDowntime({ sectionId, day: '2026-01-18' })).shiftMinutes).toBe(0)
    for (const record of [whole, night]) await cancel(record)
  })

  test('it is changed and cancelled with a reason, never deleted, and verified by another who approves', async () => {
    const record = await start(timed('08:00', '09:00'))
    await expect(cutter.downtime.verifyDowntime(seen(record))).rejects.toMatchObject({ code: 'forbidden' })
    const verified = await supervisor.downtime.verifyDowntime(seen(record))
    expect(verified.verifiedByName).toMatch('SPV Cutting')
    // What a supervisor has verified, only one who may verify changes or cancels, with a reason.
    const right = { code: 'forbidden', params: { needed: 'production.approve' } }
    const another = { ...timed('08:00', '09:30'), machineId: machines[1]!, downtimeReasonId: reasons['DT-RAWAT']!, reason: 'Salah mesin' }
    await expect(cutter.downtime.cancelDowntime({ ...seen(verified), reason: 'Tidak jadi' })).rejects.toMatchObject(right)
    await expect(cutter.downtime.updateDowntime({ ...seen(verified), ...another })).rejects.toMatchObject(right)
    await expect(supervisor.downtime.cancelDowntime({ ...seen(verified), reason: '' })).rejects.toMatchObject({ code: 'invalid-input' })
    const changed = await supervisor.downtime.updateDowntime({ ...seen(verified), ...another })
    expect(changed).toMatchObject({ machineCode: 'MC-2', isPlanned: true, minutes: 90, verifiedByName: null })
    const cancelled = await cancel(changed)
    await expect(cutter.downtime.updateDowntime({ ...seen(cancelled), ...timed('08:00', '09:30'), downtimeReasonId: reasons['DT-RAWAT']!, reason: 'x' })).rejects.toMatchObject({ code: 'wrong-state' })
    const { rows } = await cutter.downtime.listDowntimes({ filter: { sectionId, isCancelled: true, machineId: machines[1]! }, search: 'perawatan' })
    expect(rows).toMatchObject([{ id: record.id, cancelReason: 'Selesai dicoba' }])
    expect((await admin.audit.listHistory({ entity: 'downtime', id: record.id })).rows.map(({ reason }) => reason)).toEqual(['Selesai dicoba', 'Salah mesin', null, null])
    const twice = await supervisor.downtime.verifyDowntime(seen(await start(timed('08:00', '09:00'))))
    expect(await supervisor.downtime.cancelDowntime({ ...seen(twice), reason: 'Tercatat dua kali' })).toMatchObject({ cancelReason: 'Tercatat dua kali' })
    const own = await start(timed('08:00', '09:00'), supervisor)
    await expect(supervisor.downtime.verifyDowntime(seen(own))).rejects.toMatchObject({ code: 'own-request' })
    await cancel(own)
  })

  test('only what belongs to the section, is in use and lies in an open month is recorded', async () => {
    await expect(start({}, embroiderer)).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(start({ sectionId: host.section('EMB') }, embroiderer)).rejects.toMatchObject(issue('machineId', 'downtime.issues.other-section'))
    const idle = await admin.masters.createDowntimeReason({ code: 'DT-LAMA', name: 'Alasan lama', kind: 'OTHER' })
    await admin.masters.setDowntimeReasonActive({ ...seen(idle), isActive: false })
    await expect(start({ downtimeReasonId: idle.id })).rejects.toMatchObject({ code: 'inactive', params: { code: 'DT-LAMA' } })
    await admin.periods.closePeriod({ month: '2025-12' })
    await expect(start(timed('08:00', '09:00', '2025-12-30' as BusinessDay))).rejects.toMatchObject({ code: 'period-closed' })
  })

  test('PX-10 the section, its supervisors and planning hear as critical of what stands too long, once, and no more when it runs again', async () => {
    const record = await start()
    const planned = await start({ machineId: machines[1]!, downtimeReasonId: reasons['DT-RAWAT']! })
    const standing = async () => (await supervisor.notifications.listNotices({ filter: { kinds: ['MACHINE_STANDING'], isUnread: true } })).rows
    host.clock.advance(14 * 60_000)
    expect(await host.system.downtime.remindOfDowntime({})).toEqual({ told: 0 })
    host.clock.advance(60_000)
    for (let times = 0; times < 2; times += 1) expect(await host.system.downtime.remindOfDowntime({})).toEqual({ told: 1 })
    const told = host.database.prepare(`select distinct role.name from notification join notificationReceipt on notificationId = notification.id join user on user.id = userId join role on role.id = roleId where kind = 'MACHINE_STANDING' order by 1`)
    expect(told.pluck().all()).toEqual(['Admin Cutting', 'PPIC Admin', 'PPIC Manager', 'SPV Cutting'])
    expect(await standing()).toMatchObject([{ severity: 'CRITICAL', params: { place: 'Mesin MC-1 · Cutting', since: record.startedAt, reason: 'Mesin rusak' }, entityId: record.id }])
    await cancel(await cutter.downtime.endDowntime(seen(record)))
    await cancel(planned)
    expect(await standing()).toEqual([])
  })
})

test('PX-10 whatever is recorded, changed, ended and cancelled, no machine ever stands twice at a time', async () => {
  const known: { id: string; version: number }[] = []
  const minute = fc.integer({ min: 0, max: 12 })
  const clockTime = (slot: number) => `${String(7 + Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`
  const step = fc.record({ act: fc.constantFrom('start', 'open', 'update', 'end', 'cancel'), which: fc.nat(20), machine: fc.nat(1), from: minute, to: minute })
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async steps => {
    for (const { act, which, machine, from, to } of steps) {
      const record = known[which % Math.max(1, known.length)]
      const times = timed(clockTime(from), act === 'open' ? null : clockTime(to))
      const fields = { ...times, machineId: machines[machine]!, downtimeReasonId: reasons['DT-MESIN']! }
      try {
        if (act === 'start' || act === 'open') known.push(await start(fields))
        else if (record) Object.assign(record, await { update: () => cutter.downtime.updateDowntime({ ...seen(record), ...fields, reason: 'x' }), end: () => cutter.downtime.endDowntime(seen(record)), cancel: () => cancel(record) }[act]())
      } catch (error) {
        if (!(error instanceof AppError) || !['downtime-overlaps', 'wrong-state', 'invalid-input'].includes(error.code)) throw error
      }
    }
    const rows = host.database.prepare('select machineId, startedAt as "from", endedAt as "to" from downtime where cancelledAt is null').all() as { machineId: string; from: string; to: string | null }[]
    const twice = rows.flatMap((row, index) => rows.slice(index + 1).filter(other => other.machineId === row.machineId && overlaps(row, other)))
    expect(twice).toEqual([])
  }), { numRuns: 25 })
})

describe('reports of downtime', () => {
  type Cells = Readonly<Record<string, unknown>>
  const report = async (name: string, filters: Readonly<Record<string, string>> = {}): Promise<Cells[]> =>
    (await supervisor.reports.previewReport({ report: name, filters: { period: { from: monday, to: '2026-01-20' }, ...filters } })).rows.map(({ cells }) => cells)

  beforeAll(async () => {
    for (const { id, version } of (await cutter.downtime.listDowntimes({ filter: { isCancelled: false }, pageSize: 200 })).rows) await cancel({ id, version })
    host.clock.set(at('16:00', '2026-01-20' as BusinessDay))
    await start(timed('10:30', '12:15'))
    await start({ ...timed('08:00', '09:00'), machineId: null, downtimeReasonId: reasons['DT-RAWAT']! })
    // Over midnight, and another that still stands.
    await start({ ...timed('22:00', '03:00'), endDay: '2026-01-20' as BusinessDay, machineId: machines[1]! })
    await start({ ...timed('15:00', null, '2026-01-20' as BusinessDay), downtimeReasonId: reasons['DT-LISTRIK']! })
  })

  test('hours, times and shares by machine, reason, section and day', async () => {
    expect(await report('downtime')).toMatchObject([
      { subject: 'MC-2 Mesin MC-2 (Cutting)', count: 1, hours: '5.00', planned: '0', share: '57.1', standing: 0 },
      { subject: 'MC-1 Mesin MC-1 (Cutting)', count: 2, hours: '2.75', unplanned: '2.75', share: '31.4', longest: '1.75', standing: 1 },
      { subject: 'Cutting', count: 1, hours: '1.00', planned: '1.00', unplanned: '0', share: '11.4' },
    ])
    expect((await report('downtime', { by: 'REASON' })).map(({ subject, hours }) => [subject, hours])).toEqual([['Mesin rusak', '6.75'], ['Listrik padam', '1.00'], ['Perawatan terjadwal', '1.00']])
    expect((await report('downtime', { by: 'DAY' })).map(({ subject, count, hours }) => [subject, count, hours])).toEqual([['19-01-2026', 3, '4.75'], ['20-01-2026', 2, '4.00']])
    expect(await report('downtime', { by: 'SECTION', plan: 'PLANNED' })).toMatchObject([{ subject: 'Cutting', hours: '1.00' }])
    expect(await report('downtime', { by: 'SECTION', kind: 'POWER' })).toMatchObject([{ subject: 'Cutting', hours: '1.00', standing: 1 }])
  })

  test('OEE by section and day says what is missing instead of inventing it', async () => {
    const stage = await admin.masters.createProductionStage({ code: 'POTONG', name: 'Potong', kind: 'CUTTING', sectionId, defectPercent: '0' })
    const rows = await report('oee', { section: sectionId })
    // 60 minutes planned, then half of 105; half of the hour since 15:00 on the next day.
    expect(rows).toMatchObject([
      { day: monday, section: 'Cutting', shift: 480, planned: 60, unplanned: 53, rate: '120', availability: '87.4', performance: null, quality: null, index: null, gaps: 'OUTPUT' },
      { day: '2026-01-20', shift: 480, planned: 0, unplanned: 30, availability: '93.8', gaps: 'OUTPUT' },
    ])
    await admin.masters.updateMachine({ ...seen(await admin.masters.getMachine({ id: machines[1]! })), capacityPerHour: null })
    expect(await report('oee', { section: sectionId })).toMatchObject([{ rate: null, gaps: 'RATE' }, { gaps: 'RATE' }])
    await admin.masters.setProductionStageActive({ ...seen(stage), isActive: false })
  })

  test('as Excel and CSV it tells the same by machine, by reason and by day, planned and not', async () => {
    const manager = await host.as('Manager')
    const asked = (by?: string) => ({ report: 'downtime', filters: { period: { from: monday, to: '2026-01-20' }, ...(by !== undefined && { by }) } })
    for (const format of tableFormats) {
      const expected = async (by: string | undefined, figures: Parameters<typeof findIn>[1]) => {
        const rows = await reportFile(host, manager, asked(by), format)
        expect(findIn(rows, figures), `${format}: ${JSON.stringify(rows)}`).toBeDefined()
      }
      await expected(undefined, { 'Yang berhenti': 'MC-1 Mesin MC-1 (Cutting)', Kali: 2, 'Jam berhenti': 2.75, 'Tidak terencana (jam)': 2.75, 'Terlama (jam)': 1.75, 'Bagian dari semua': 31.4, 'Masih berhenti': 1 })
      await expected('REASON', { 'Yang berhenti': 'Mesin rusak', 'Jam berhenti': 6.75 })
      await expected('DAY', { 'Yang berhenti': '20-01-2026', Kali: 2, 'Jam berhenti': 4 })
    }
  })

  test('both print, with their charts', async () => {
    const manager = await host.as('Manager')
    for (const name of ['downtime', 'oee']) {
      const file = await manager.reports.exportReport({ report: name, format: 'pdf', filters: { period: { from: monday, to: '2026-01-20' } } })
      expect(file).toMatchObject({ mediaType: 'application/pdf' })
    }
  })
})
