import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, instantAt, type BusinessDay } from '../shared/core/dates.ts'
import { decimal } from '../shared/core/decimal.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { findIn, reportFile, tableFormats } from './support/report-files.ts'

const monday = '2026-01-19' as BusinessDay
const today = addDays(monday, 7)
let host: TestHost
let owner: Desk
let cutter: Desk
let supervisor: Desk
let sectionId: string
let itemId: string
let unitId: string
const workers: string[] = []

beforeAll(async () => {
  host = await startTestHost({ now: instantAt(today, '15:00', 'Asia/Jakarta') })
  owner = await host.as('Superadmin')
  cutter = await host.as('Admin Cutting', 'CUT')
  supervisor = await host.as('SPV Cutting', 'CUT')
  sectionId = host.section('CUT')
  unitId = (await owner.masters.listUnits({ search: 'pcs' })).rows[0]!.id
  itemId = (await owner.masters.createItem({ code: 'BDN', name: 'Badan', kind: 'WIP', unitId })).id
  for (const code of ['K-1', 'K-2', 'K-3']) workers.push((await owner.masters.createWorker({ code, name: `Pekerja ${code}`, sectionId })).id)
  await owner.masters.createTargetRule({ sectionId, targetQuantity: '100', shiftHours: '8', startDay: '2025-11-01' })
  const figures = [['103', '104', '103', '104'], ['108', '93', '106', '95'], ['100', '89', '100', '100']]
  for (const [at, days] of figures.entries()) {
    for (const [later, actualQuantity] of days.entries()) await cutter.sectionDay.saveWorkerEntries({ sectionId, day: addDays(monday, later), rows: [{ kind: 'enter', workerId: workers[at]!, itemId, actualQuantity }] })
  }
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const all = async (filter: Parameters<Desk['production']['listFindings']>[0]['filter'] = {}, desk = supervisor) => (await desk.production.listFindings({ filter, total: true })).rows

describe('what workers made is watched by the patterns', () => {
  test('PX-16 four entries in a row of 3 to 4 % over, and over and under in turn, with the entries behind them', async () => {
    const rows = await all({ kind: ['STEADY_SURPLUS', 'SEESAW'] })
    expect(rows.map(({ kind, number, day, rows: behind }) => [kind, number, day, behind.map(({ actual }) => actual)])).toEqual([
      ['SEESAW', 'Pekerja K-2 · Badan', addDays(monday, 3), ['108', '93', '106', '95'].map(value => decimal(value))],
      ['STEADY_SURPLUS', 'Pekerja K-1 · Badan', addDays(monday, 3), ['103', '104', '103', '104'].map(value => decimal(value))],
    ])
    expect(rows[1]).toMatchObject({ workerId: workers[0], workOrderId: null, who: expect.stringContaining('Admin Cutting') as string, look: null })
    expect(rows[1]!.rows.every(({ entity }) => entity === 'workerEntry')).toBe(true)
  })

  test('PX-17 E100 less than 90 % of the target: 89 of 100', async () => {
    expect((await all({ kind: ['OUTPUT_LOW'] })).map(({ number, actual, wanted }) => [number, actual, wanted])).toEqual([['Pekerja K-3 · Badan', decimal('89'), decimal('100')]])
  })

  test('only what ends on the days that are asked is told, and never more than a year of it', async () => {
    expect(await all({ kind: ['SEESAW'], toDay: addDays(monday, 2) })).toEqual([])
    expect(await all({ kind: ['SEESAW'], fromDay: addDays(monday, 3), toDay: addDays(monday, 3) })).toHaveLength(1)
    await expect(all({ fromDay: '2024-01-01' })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await all({ toDay: '0000-01-02' })).toEqual([])
  })

  test('pages, search and order', async () => {
    const first = await supervisor.production.listFindings({ pageSize: 2, total: true, sort: [{ column: 'kind', descending: false }] })
    expect([first.rows.map(({ kind }) => kind), first.total]).toEqual([['OUTPUT_LOW', 'SEESAW'], 3])
    const next = await supervisor.production.listFindings({ pageSize: 2, cursor: first.next!, sort: [{ column: 'kind', descending: false }] })
    expect([next.rows.map(({ kind }) => kind), next.next]).toEqual([['STEADY_SURPLUS'], undefined])
    expect((await supervisor.production.listFindings({ search: 'k-2 badan' })).rows).toHaveLength(1)
    await expect(supervisor.production.listFindings({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('the section’s day tells the patterns, but not each low day of a worker', async () => {
    const { findings } = await supervisor.production.getSectionDay({ sectionId, day: today })
    expect(findings.map(({ kind }) => kind).toSorted()).toEqual(['SEESAW', 'STEADY_SURPLUS'])
  })
})

describe('who looked at it', () => {
  test('a supervisor marks a finding with a note, once; it is told, filtered, reported, and taken back', async () => {
    const [finding] = await all({ kind: ['SEESAW'] })
    const at = { sectionId, key: finding!.key, day: finding!.day as BusinessDay }
    await expect(cutter.production.lookAtFinding({ ...at, note: 'Baik' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(supervisor.production.lookAtFinding({ ...at, note: '' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect((await host.as('SPV Sewing', 'SEW')).production.lookAtFinding({ ...at, note: 'Baik' })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(supervisor.production.lookAtFinding({ ...at, key: 'SEESAW/nobody', note: 'Baik' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(supervisor.production.lookAtFinding({ ...at, day: '0000-01-01', note: 'Baik' })).rejects.toMatchObject({ code: 'not-found' })
    const looked = await supervisor.production.lookAtFinding({ ...at, note: 'Mesin baru, sudah dicek' })
    expect(looked.look).toMatchObject({ note: 'Mesin baru, sudah dicek', byName: expect.stringContaining('SPV Cutting') as string })
    await expect(supervisor.production.lookAtFinding({ ...at, note: 'Lagi' })).rejects.toMatchObject({ code: 'duplicate' })
    expect((await all({ isLookedAt: true })).map(({ key }) => key)).toEqual([finding!.key])
    expect(await all({ isLookedAt: false })).toHaveLength(2)
    const manager = await host.as('Manager')
    const { rows } = await manager.reports.previewReport({ report: 'findings', filters: { period: { from: '2026-01-01', to: '2026-01-31' }, look: 'LOOKED_AT' } })
    expect(rows.map(({ cells }) => cells)).toEqual([expect.objectContaining({ kind: 'SEESAW', number: 'Pekerja K-2 · Badan', actual: '95', wanted: '100', share: '95.0', rows: 4, note: expect.stringContaining('Mesin baru, sudah dicek') as string })])
    for (const format of tableFormats) {
      const told = await reportFile(host, manager, { report: 'findings', filters: { period: { from: '2026-01-01', to: '2026-01-31' } } }, format)
      const seesaw = { Temuan: 'Naik turun bergantian di sekitar target', Tentang: 'Pekerja K-2 · Badan', Hasil: 95, Seharusnya: 100, 'Dari seharusnya': 95, Isian: 4, Keadaan: 'Sudah dilihat' }
      expect(findIn(told, seesaw), `${format}: ${JSON.stringify(told)}`).toBeDefined()
      expect(told.filter(({ Keadaan }) => Keadaan === 'Belum dilihat')).toHaveLength(2)
    }
    const { id, version } = looked.look!
    await expect(supervisor.production.removeLook({ id, version: version + 1 })).rejects.toMatchObject({ code: 'conflict' })
    await supervisor.production.removeLook({ id, version })
    expect(await all({ isLookedAt: true })).toEqual([])
  })

  test('not by who typed it; and a figure that changes afterwards is another finding that nobody has looked at', async () => {
    const [finding] = await all({ kind: ['OUTPUT_LOW'] })
    const day = finding!.day as BusinessDay
    await supervisor.production.lookAtFinding({ sectionId, key: finding!.key, day, note: 'Kain terlambat' })
    const { entries } = await supervisor.sectionDay.getWorkerDay({ sectionId, day })
    const { id, version } = entries.find(entry => entry.workerId === workers[2])!
    await supervisor.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'change', id, version, actualQuantity: '50' }] })
    const [lower] = await all({ kind: ['OUTPUT_LOW'] })
    expect([lower!.actual, lower!.look]).toEqual([decimal('50'), null])
    await expect(supervisor.production.lookAtFinding({ sectionId, key: lower!.key, day, note: 'Kain terlambat' })).rejects.toMatchObject({ code: 'own-request' })
    await cutter.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'change', id, version: version + 1, actualQuantity: '89' }] })
  })

  test('PX-16 it names whoever entered the figures, not the supervisor who put right a note', async () => {
    const day = addDays(monday, 3)
    const { id, version } = (await supervisor.sectionDay.getWorkerDay({ sectionId, day })).entries.find(entry => entry.workerId === workers[0])!
    await supervisor.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'change', id, version, notes: 'Lini 2' }] })
    const [noted] = await all({ kind: ['STEADY_SURPLUS'] })
    expect(noted!.rows.map(({ who }) => who)).toEqual(Array.from({ length: 4 }, () => expect.stringContaining('Admin Cutting') as string))
    expect(noted!.who).toContain('Admin Cutting')
    // Another figure is of whoever typed it.
    const [changed] = await supervisor.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'change', id, version: version + 1, actualQuantity: '103' }] })
    expect((await all({ kind: ['STEADY_SURPLUS'] }))[0]!.who).toContain('SPV Cutting')
    await cutter.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'change', id, version: changed!.version, actualQuantity: '104' }] })
  })
})

describe('PX-17 E101 scans that nobody knows', () => {
  test('three of a person at a desk on a day are told with their codes; two are not, nor are they told to another section', async () => {
    for (const code of ['CUT|1', 'CUT|2']) await cutter.scan.noteBadScan({ code })
    expect(await all({ kind: ['BAD_SCANS'] })).toEqual([])
    expect(await cutter.scan.noteBadScan({ code: 'CUT|CUT-HIU-01|BATCH-2026-001|22|DE|5000' })).toEqual({ isKept: true })
    const [told] = await all({ kind: ['BAD_SCANS'] })
    expect(told).toMatchObject({ actual: decimal('3'), wanted: null, day: today, who: expect.stringContaining('Admin Cutting') as string })
    expect(told!.rows.map(({ label }) => label)).toEqual(['CUT|1', 'CUT|2', 'CUT|CUT-HIU-01|BATCH-2026-001|22|DE|5000'])
    expect(await all({ kind: ['BAD_SCANS'] }, await host.as('SPV Sewing', 'SEW'))).toEqual([])
    expect(await (await host.as('Superadmin')).scan.noteBadScan({ code: 'X' })).toEqual({ isKept: false })
    await expect(cutter.scan.noteBadScan({ code: '' })).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('PX-16 however far back a pattern began, whoever sees it finds it again', () => {
  const mark = ({ key, day }: { readonly key: string; readonly day: string | null }) => supervisor.production.lookAtFinding({ sectionId, key, day, note: 'Sudah ditanyakan' })
  const onDay = async (day: BusinessDay, kind: string) => (await supervisor.production.getSectionDay({ sectionId, day })).findings.filter(finding => finding.kind === kind && finding.day === day)

  test('four weekly entries of 3 to 4 % over are in the list and on the section’s day, and are marked', async () => {
    const worker = (await owner.masters.createWorker({ code: 'K-4', name: 'Pekerja K-4', sectionId })).id
    const other = (await owner.masters.createItem({ code: 'LGN', name: 'Lengan', kind: 'WIP', unitId })).id
    const weeks = [-25, -18, -11, -4].map(ago => addDays(today, ago))
    for (const [at, day] of weeks.entries()) {
      await cutter.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'enter', workerId: worker, itemId: other, actualQuantity: ['103', '104', '103', '104'][at]! }] })
    }
    const last = weeks.at(-1)!
    const listed = (await all({ kind: ['STEADY_SURPLUS'], fromDay: last, toDay: last })).find(({ workerId }) => workerId === worker)
    expect(listed!.rows.map(({ day }) => day)).toEqual(weeks)
    expect((await onDay(last, 'STEADY_SURPLUS')).map(({ key }) => key)).toContain(listed!.key)
    expect((await all({ kind: ['STEADY_SURPLUS'] })).map(({ key }) => key)).toContain(listed!.key)
    expect(await mark(listed!)).toMatchObject({ key: listed!.key, look: { note: 'Sudah ditanyakan' } })
  })

  test('days and entries as many as the settings let them', async () => {
    const worker = (await owner.masters.createWorker({ code: 'K-5', name: 'Pekerja K-5', sectionId })).id
    const set = (key: string, value: number) => owner.settings.changeSetting({ key: `production.${key}`, value })
    const enter = (day: BusinessDay, actualQuantity: string) => cutter.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'enter', workerId: worker, itemId, actualQuantity }] })
    await set('patternDays', 60)
    const far = [-55, -30, -4].map(ago => addDays(today, ago))
    for (const day of far) await enter(day, '130')
    const [varied] = (await onDay(far[2]!, 'REPEATED_VARIANCE')).filter(({ workerId }) => workerId === worker)
    expect(varied!.rows.map(({ day }) => day)).toEqual(far)
    await mark(varied!)
    await set('patternDays', 7)
    expect((await onDay(far[2]!, 'REPEATED_VARIANCE')).filter(({ workerId }) => workerId === worker)).toEqual([])
    await set('patternRepeats', 12)
    const days = Array.from({ length: 12 }, (_, at) => addDays(today, -3 - (11 - at) * 2))
    const steady = (await owner.masters.createWorker({ code: 'K-6', name: 'Pekerja K-6', sectionId })).id
    for (const day of days) await cutter.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'enter', workerId: steady, itemId, actualQuantity: '103' }] })
    const [run] = (await onDay(days.at(-1)!, 'STEADY_SURPLUS')).filter(({ workerId }) => workerId === steady)
    expect(run!.rows).toHaveLength(12)
    await mark(run!)
    await set('patternRepeats', 4)
  })
})
