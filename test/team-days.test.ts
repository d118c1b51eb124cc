import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText, type Decimal } from '../shared/core/decimal.ts'
import { sumOfTeams, teamMinutes, teamState, weekOf } from '../shared/section-day/team-rules.ts'
import type { BusinessDay } from '../shared/core/dates.ts'
import { AppError } from '../shared/core/errors.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { importer, type Importer } from './support/import-files.ts'

const file = readFileSync(new URL('fixtures/garments/garments_worker_productivity.csv', import.meta.url), 'utf8')
const columns = {
  section: 'department', team: 'team', workDay: 'year', targetEfficiency: 'targeted_productivity', actualEfficiency: 'actual_productivity', standardMinutes: 'smv', workers: 'no_of_workers', overtimeMinutes: 'over_time',
  workInProgress: 'wip', incentive: 'incentive', idleMinutes: 'idle_time', idleWorkers: 'idle_men', styleChanges: 'no_of_style_change',
}
const mends = [
  { act: 'replace' as const, field: 'section', from: 'sweing', to: 'SEW' },
  { act: 'replace' as const, field: 'section', from: 'finishing', to: 'FIN' },
  { act: 'fill' as const, field: 'workDay', value: '2015-01-01', where: { reason: 'far-day' as const, column: 'workDay' } },
  { act: 'fill' as const, field: 'targetEfficiency', value: '70', where: { reason: 'far-number' as const, column: 'targetEfficiency' } },
]

let host: TestHost
let admin: Importer
let batch: Awaited<ReturnType<Importer['stage']>>

beforeAll(async () => {
  host = await startTestHost({ sections: [] })
  admin = await importer(host, 'Superadmin')
  batch = await admin.stage('teamDays', file, { columns, constants: { shiftHours: '8' } })
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

/** The file read by hand, in whole numbers alone: no field of it is quoted, and nothing of the program is used. */
interface Line { readonly section: string; readonly team: string; readonly month: string; readonly worked: bigint; readonly earned: bigint; readonly aim: bigint; readonly pieces: bigint; readonly overtime: bigint; readonly lost: bigint; readonly isMet: boolean; readonly styles: number; readonly incentive: bigint; readonly halves: bigint }
const half = (numerator: bigint, denominator: bigint) => (numerator * 2n + denominator) / (denominator * 2n)
const scaled = (text: string, places: number) => {
  const [whole = '', fraction = ''] = text.split('.')
  return half(BigInt(`${whole}${fraction.padEnd(places, '0')}`) * 1n, 10n ** BigInt(Math.max(0, fraction.length - places)))
}
const lines: Line[] = file.replace('\uFEFF', '').trim().split(/\r?\n/).slice(1).map((line, at) => {
  const [date = '', , department = '', , team = '', target = '', smv = '', , overtime = '', incentive = '', idleTime = '', idleMen = '', styles = '', workers = '', actual = ''] = line.split(',')
  const [month, , year] = date.split('/')
  const people = scaled(workers, 1)
  // Hundredths of a minute: tenths of people × 8 h × 60 min × 10, and what they stayed on.
  const worked = people * 8n * 60n * 10n + scaled(overtime, 2)
  // A percentage of four decimals is a fraction of six.
  const percent = scaled(actual, 6)
  const goal = target === '0.07' ? 700_000n : scaled(target, 6)
  const earned = half(worked * percent, 1_000_000n)
  return {
    section: department.trim() === 'sweing' ? 'SEW' : 'FIN', team: team.padStart(2, '0'), month: at === 0 ? '01-2015' : `${month!.padStart(2, '0')}-${year!}`, worked, earned, aim: half(worked * goal, 1_000_000n),
    pieces: half(earned * 100n, scaled(smv, 2)), overtime: scaled(overtime, 2), lost: half(scaled(idleTime, 2) * scaled(idleMen, 2), 100n), isMet: percent >= goal, styles: Number(styles), incentive: scaled(incentive, 0), halves: people,
  }
})
const added = (rows: readonly Line[], value: (line: Line) => bigint) => rows.reduce((sum, line) => sum + value(line), 0n)
const hundredths = (value: bigint) => (value === 0n ? '0' : `${value / 100n}.${String(value % 100n).padStart(2, '0')}`)
const share = (part: bigint, whole: bigint) => {
  const tenths = half(part * 1000n, whole)
  return `${tenths / 10n}.${tenths % 10n}`
}
const groups = (keyOf: (line: Line) => string) => [...Map.groupBy(lines, keyOf)].toSorted(([a], [b]) => a.localeCompare(b))
const year = { from: '2015-01-01', to: '2015-12-31' }

async function rowsOf(report: string, by: string): Promise<Record<string, unknown>[]> {
  const { rows, count } = await admin.desk.reports.previewReport({ report, filters: { period: year, by }, pageSize: 200 })
  expect(rows).toHaveLength(count)
  return rows.map(({ cells }) => cells)
}

describe('a garment factory’s own history of 1,197 team-days', () => {
  test('IO-4 what is odd about it is asked once a kind, and what is rounded is said', () => {
    expect(batch).toMatchObject({ rowCount: 1197 })
    const asked = batch.findings.filter(({ weight }) => weight !== 'note').map(({ reason, column, value, suggestion, count }) => [reason, column, value, suggestion, count])
    expect(asked).toEqual([
      ['new-reference', 'section', 'sweing', 'SEW', 691], ['new-reference', 'section', 'finishing', 'FIN', 506], ['far-day', 'workDay', '7/12/1905', '2015-01-01', 1], ['far-number', 'targetEfficiency', '0.07', '70', 1],
    ])
    const long = file.trim().split(/\r?\n/).slice(1).filter(line => (line.split(',').at(-1)!.split('.')[1] ?? '').replace(/0+$/, '').length > 6).length
    expect(batch.findings.find(({ reason }) => reason === 'rounded')).toMatchObject({ column: 'actualEfficiency', value: null, count: long })
  })

  test('all of it lands or nothing: sections, teams and their days, with halves of workers as they are', async () => {
    await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'import-has-errors' })
    expect(host.database.prepare('select count(*) from teamDay').pluck().get()).toBe(0)
    const decided = await admin.desk.imports.decideRows({ ...batch, decisions: mends })
    expect(decided).toMatchObject({ faultyCount: 0, skippedCount: 0 })
    expect(decided.parts.map(({ target, newCount }) => [target, newCount])).toEqual([['sections', 2], ['productionLines', 24], ['teamDayRecords', 1197]])
    // PX-5: days that lock by themselves keep no history out that comes by file.
    await admin.desk.settings.changeSetting({ key: 'production.lockDays', value: 2, reason: 'Uji' })
    await admin.desk.imports.applyImport(decided)
    await admin.desk.settings.changeSetting({ key: 'production.lockDays', value: 0, reason: 'Uji' })
    const first = (await admin.desk.sectionDay.listTeamDays({ search: 'SEW-08', filter: { toDay: '2015-01-01' } })).rows[0]!
    expect(first).toMatchObject({
      day: '2015-01-01', lineCode: 'SEW-08', targetEfficiency: decimal('80'), actualEfficiency: decimal('94.0725'), standardMinutes: decimal('26.16'), workers: decimal('59'), shiftHours: decimal('8'), overtimeMinutes: decimal('7080'),
      workInProgress: decimal('1108'), incentive: decimal('98'), styleChanges: 0, worked: decimal('35400'), earned: decimal('33301.67'), isTargetMet: true,
    })
    const halves = file.trim().split(/\r?\n/).filter(line => line.split(',')[13]!.endsWith('.5')).length
    expect(host.database.prepare('select count(*) from teamDay where workers % 10000 <> 0').pluck().get()).toBe(halves)
    expect(host.database.prepare('select count(*) from teamDay where workInProgress is null').pluck().get()).toBe(506)
    expect(host.database.prepare(`select count(*) from auditEntry where action = 'IMPORT' and entity = 'teamDay'`).pluck().get()).toBe(1197)
  })

  test('IO-3 once more it changes nothing, and neither does what was exported', async () => {
    const again = await admin.desk.imports.decideRows({ ...(await admin.stage('teamDays', file, { columns, constants: { shiftHours: '8' } })), decisions: mends })
    expect(again).toMatchObject({ sameCount: 1197, newCount: 0, changedCount: 0, faultyCount: 0 })
    await admin.desk.imports.discardImport({ id: again.id })
    const out = await admin.fetch(await admin.desk.imports.exportList({ target: 'teamDays', format: 'csv', language: 'id' }))
    const same = await admin.stage('teamDays', out)
    expect(same, JSON.stringify(same.findings)).toMatchObject({ rowCount: 1197, sameCount: 1197, faultyCount: 0 })
    await admin.desk.imports.discardImport({ id: same.id })
  })

  test('efficiency of each section, team and month, reckoned from the file by other means, is the same to the last figure', async () => {
    const rows = await rowsOf('efficiency', 'TEAM')
    const expected = groups(({ section, team, month }) => `${section}/${team}/${month}`).map(([, its]) => ({
      month: its[0]!.month, days: its.length, worked: hundredths(added(its, line => line.worked)), earned: hundredths(added(its, line => line.earned)), efficiency: share(added(its, line => line.earned), added(its, line => line.worked)),
      target: share(added(its, line => line.aim), added(its, line => line.worked)), attained: share(added(its, line => line.earned), added(its, line => line.aim)), met: its.filter(({ isMet }) => isMet).length,
      onStandard: share(added(its, line => line.earned), added(its, line => line.worked) - added(its, line => line.lost)),
    }))
    expect(rows).toHaveLength(72)
    expect(rows).toEqual(expected.map(row => expect.objectContaining(row) as unknown))
  })

  test('so is what was produced, by section and month and in all', async () => {
    for (const [by, keyOf] of [['SECTION', ({ section, month }: Line) => `${section}/${month}`], ['MONTH', ({ month }: Line) => month], ['TEAM_TOTAL', ({ section, team }: Line) => `${section}/${team}`]] as const) {
      const expected = groups(keyOf).map(([, its]) => ({
        days: its.length, worked: hundredths(added(its, line => line.worked)), earned: hundredths(added(its, line => line.earned)), pieces: hundredths(added(its, line => line.pieces)), overtime: hundredths(added(its, line => line.overtime)),
        lost: hundredths(added(its, line => line.lost)), styles: its.reduce((sum, { styles }) => sum + styles, 0), incentive: String(added(its, line => line.incentive)),
      }))
      expect(await rowsOf('teamProduction', by), by).toEqual(expected.map(row => expect.objectContaining(row) as unknown))
    }
    const { totals } = await admin.desk.reports.previewReport({ report: 'teamProduction', filters: { period: year } })
    expect(totals[0]!.cells).toMatchObject({ days: 1197, worked: hundredths(added(lines, line => line.worked)), earned: hundredths(added(lines, line => line.earned)), pieces: hundredths(added(lines, line => line.pieces)) })
  })

  test('RP-2 RP-4 a date that cannot be read is this month, in which nobody worked', async () => {
    const { count, filters } = await admin.desk.reports.previewReport({ report: 'efficiency', filters: { period: { from: '31-02-2015', to: 'kemarin' } } })
    expect([count, filters[0]!.value]).toEqual([0, { from: '2026-11-01', to: '2026-11-30' }])
    expect(sumOfTeams([])).toMatchObject({ efficiency: null, onStandard: null, target: null, attained: null })
  })

  test('the weeks of each team are told beside the list', async () => {
    const { weeks, teams, total } = await admin.desk.sectionDay.getTeamWeeks({})
    expect(weeks[0]!.week).toBe('2014-12-29')
    expect([teams.length, total.days, total.teams, total.met]).toEqual([24, 1197, 24, lines.filter(({ isMet }) => isMet).length])
    expect(Number(decimalText(total.efficiency!)).toFixed(1)).toBe(share(added(lines, line => line.earned), added(lines, line => line.worked)))
    const { rows } = await admin.desk.sectionDay.listTeamDays({ filter: { isTargetMet: false }, total: true })
    expect(rows.every(({ isTargetMet }) => isTargetMet === false)).toBe(true)
  })
})

describe('a day of a team, entered and changed by hand', () => {
  const figures = { targetEfficiency: '80', actualEfficiency: '75.5', standardMinutes: '22.5', workers: '30.5', shiftHours: '8' }
  const day = '2026-11-19' as BusinessDay
  let lineId: string
  let sectionId: string
  let sewer: Desk

  beforeAll(async () => {
    const { rows } = await admin.desk.masters.listProductionLines({ search: 'SEW-03' })
    const line = rows[0]!
    lineId = line.id
    sectionId = line.sectionId
    sewer = await host.as('Admin Sewing', 'SEW')
  })

  test('its minutes and pieces are reckoned; it is changed, conflicts are seen, and it is removed with a reason', async () => {
    const entry = await sewer.sectionDay.enterTeamDay({ productionLineId: lineId, day, ...figures })
    expect(entry).toMatchObject({ worked: decimal('14640'), earned: decimal('11053.2'), pieces: decimal('491.25'), isTargetMet: false, workInProgress: null })
    await expect(sewer.sectionDay.enterTeamDay({ productionLineId: lineId, day, ...figures })).rejects.toMatchObject({ code: 'duplicate' })
    const changed = await sewer.sectionDay.updateTeamDay({ id: entry.id, version: entry.version, actualEfficiency: '81' })
    expect(changed).toMatchObject({ isTargetMet: true, workers: decimal('30.5'), changedByName: expect.any(String) as string })
    await expect(sewer.sectionDay.updateTeamDay({ id: entry.id, version: entry.version, actualEfficiency: '82' })).rejects.toMatchObject({ code: 'conflict' })
    await sewer.sectionDay.removeTeamDay({ id: changed.id, version: changed.version, reason: 'Salah tim' })
    await expect(sewer.sectionDay.getTeamDay({ id: changed.id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test.each([['workers', '-1'], ['standardMinutes', '0'], ['shiftHours', '25'], ['actualEfficiency', '1001']])('%s %s is refused by its field', async (field, value) => {
    await expect(sewer.sectionDay.enterTeamDay({ productionLineId: lineId, day, ...figures, [field]: value })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: [field] })] } })
  })

  test('of another section, by a reader, or of a day that is ahead it is refused', async () => {
    const finisher = await host.as('Admin Finishing', 'FIN')
    await expect(finisher.sectionDay.enterTeamDay({ productionLineId: lineId, day, ...figures })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(finisher.sectionDay.listTeamDays({ filter: { sectionId } })).rejects.toMatchObject({ code: 'foreign-section' })
    expect((await finisher.sectionDay.listTeamDays({ pageSize: 200 })).rows.every(row => row.sectionId !== sectionId)).toBe(true)
    await expect((await host.as('Viewer')).sectionDay.enterTeamDay({ productionLineId: lineId, day, ...figures })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(sewer.sectionDay.enterTeamDay({ productionLineId: lineId, day: '2026-11-21', ...figures })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('PX-5 a locked day takes none by hand, waits in the queue of late entries, and is named in a file', async () => {
    const entry = await sewer.sectionDay.enterTeamDay({ productionLineId: lineId, day, ...figures })
    const supervisor = await host.as('SPV Sewing', 'SEW')
    const lock = await supervisor.sectionDay.lockDay({ sectionId, day })
    await expect(sewer.sectionDay.updateTeamDay({ id: entry.id, version: entry.version, actualEfficiency: '90' })).rejects.toMatchObject({ code: 'day-locked' })
    await expect(sewer.sectionDay.removeTeamDay({ id: entry.id, version: entry.version, reason: 'Salah' })).rejects.toMatchObject({ code: 'day-locked' })
    const late = await sewer.sectionDay.keepLateEntry({ call: 'sectionDay.updateTeamDay', input: { id: entry.id, version: entry.version, actualEfficiency: '90' }, reason: 'Lembar tertinggal' })
    expect(late.facts).toMatchObject([{ label: expect.stringContaining('3') as string, day, value: '90' }])
    const staged = await admin.stage('teamDays', `Departemen;Tim;Tanggal;Efisiensi;SMV;Pekerja;Jam kerja\nSEW;SEW-03;19-11-2026;88;22,5;30;8\nSEW;3;18-11-2026;88;22,5;30;8\nSEW;3;21-11-2026;88;22,5;30;8`)
    const { rows } = await admin.desk.imports.listImportRows({ batchId: staged.id })
    expect(rows.map(({ status, issues }) => [status, issues.filter(({ weight }) => weight === 'fault').map(({ column, reason }) => [column, reason])])).toEqual([['faulty', [['workDay', 'day-locked']]], ['new', []], ['faulty', [['workDay', 'day-ahead']]]])
    await admin.desk.imports.discardImport({ id: staged.id })
    await admin.desk.sectionDay.unlockDay({ id: lock.id, version: lock.version, reason: 'Lembar ditemukan' })
    await supervisor.sectionDay.applyLateEntry({ id: late.id, version: late.version })
    expect(await sewer.sectionDay.getTeamDay({ id: entry.id })).toMatchObject({ actualEfficiency: decimal('90') })
  })

  test('what only reads may not import it', async () => {
    const viewer = await importer(host, 'Viewer')
    await expect(viewer.stage('teamDays', file)).rejects.toBeInstanceOf(AppError)
  })
})

describe('the rules of a team’s minutes', () => {
  const of = (changes: Partial<Parameters<typeof teamMinutes>[0]> = {}) => teamMinutes({
    targetEfficiency: decimal('80'), actualEfficiency: decimal('41.6667'), standardMinutes: decimal('0.5'), workers: decimal('1'), shiftHours: decimal('8'), overtimeMinutes: decimal('0'), idleMinutes: decimal('0'), idleWorkers: decimal('0'), outputQuantity: null, ...changes,
  })
  const read = (value: Decimal) => decimalText(value)

  test('400 pieces of 0.50 minutes in 480 are 41.67 %: the minutes they earn, and back', () => {
    const { worked, earned, pieces } = of()
    expect([worked, earned, pieces].map(read)).toEqual(['480', '200', '400'])
    expect(read(sumOfTeams([{ targetEfficiency: null, actualEfficiency: decimal('41.6667'), standardMinutes: decimal('0.5'), workers: decimal('1'), shiftHours: decimal('8'), overtimeMinutes: decimal('0'), idleMinutes: decimal('0'), idleWorkers: decimal('0'), outputQuantity: null }]).efficiency!)).toBe('41.6667')
  })

  test('overtime is worked too, idle minutes are those of all who waited, and without a target nothing is reached or missed', () => {
    const { worked, lost, targetMinutes, isTargetMet } = of({ workers: decimal('30.5'), overtimeMinutes: decimal('3660'), idleMinutes: decimal('3.5'), idleWorkers: decimal('15'), targetEfficiency: null })
    expect([read(worked), read(lost), targetMinutes, isTargetMet]).toEqual(['18300', '52.5', null, null])
  })

  test('a week begins on Monday, and a share of the target is reached, near or below', () => {
    expect([weekOf('2015-01-01' as BusinessDay), weekOf('2015-01-04' as BusinessDay), weekOf('2015-01-05' as BusinessDay)]).toEqual(['2014-12-29', '2014-12-29', '2015-01-05'])
    expect([decimal('100'), decimal('99.9'), decimal('89.9'), null].map(teamState)).toEqual(['REACHED', 'NEAR', 'BELOW', 'NONE'])
  })
})
