import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import { connection, createReader } from '../src-main/database/reader.ts'
import { lineCode, lineTargetsTarget } from '../src-main/masters/line-targets.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer, type Importer } from './support/import-files.ts'

const file = readFileSync(new URL('fixtures/garments/garments_worker_productivity.csv', import.meta.url), 'utf8')
/** The file read by hand: no field of it is quoted. */
const lines = file.replace('\uFEFF', '').trim().split(/\r?\n/).slice(1).map((line, at) => {
  const [date = '', , department = '', , team = '', target = ''] = line.split(',')
  const [month, day, year] = date.split('/')
  return { row: at + 2, department, team, target, day: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` }
})
const codes = { sweing: 'SEW', finishing: 'FIN' } as const
const codeOf = (department: string) => codes[department.trim() as keyof typeof codes]

/** What the rules must be, with the first day put right and one target mended: runs of days of a line with one target. */
function expectedRules(mended: Readonly<Record<number, { day?: string; target?: string }>>): { line: string; efficiency: number; from: string; to: string }[] {
  const byLine = Map.groupBy(lines.map(line => ({ ...line, ...mended[line.row] })), ({ department, team }) => `${codeOf(department)}-${team.padStart(2, '0')}`)
  return [...byLine].flatMap(([line, days]) => {
    const rules: { line: string; efficiency: number; from: string; to: string }[] = []
    for (const { day, target } of days.sort((a, b) => (a.day < b.day ? -1 : 1))) {
      const efficiency = Math.round(Number(target) * 100)
      const last = rules.at(-1)
      if (last?.efficiency === efficiency) last.to = day
      else rules.push({ line, efficiency, from: day, to: day })
    }
    return rules
  })
}

const replacements = { section: [{ from: 'sweing', to: 'SEW' }, { from: 'finishing', to: 'FIN' }], sectionName: [{ from: 'sweing', to: 'Jahit' }, { from: 'finishing', to: 'Penyelesaian' }] }
const columns = { section: 'department', sectionName: 'department', team: 'team', workDay: 'year', targetEfficiency: 'targeted_productivity' }

let host: TestHost
let admin: Importer

beforeAll(async () => {
  host = await startTestHost({ sections: [] })
  admin = await importer(host)
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const kept = () => host.database.prepare(`select productionLine.code as line, targetEfficiency, startDay, endDay, section.code as section, shiftHours from targetRule
  join productionLine on productionLine.id = productionLineId join section on section.id = targetRule.sectionId`).all() as { line: string; targetEfficiency: number; startDay: string; endDay: string; section: string; shiftHours: number }[]

describe('a garment factory’s file of 1,197 team-days', () => {
  test('IO-4 it is looked through: every oddity of its columns is named before anything is read', async () => {
    const seen = await admin.inspect('lineTargets', file)
    expect(seen).toMatchObject({
      rowCount: 1197, dayOrder: 'mdy', decimalMark: '.', delimiter: ',',
      suggestion: { columns: { section: 'department', team: 'team', workDay: 'year', targetEfficiency: 'targeted_productivity' } },
    })
    const odd = (key: string) => seen.columns.find(column => column.key === key)!.oddities.map(({ kind, count, row, example }) => [kind, count, row, example])
    const withBlank = lines.filter(({ department }) => department === 'finishing ')
    expect(odd('department')).toEqual([['trimmed', withBlank.length, withBlank[0]!.row, 'finishing '], ['twins', 249, lines.find(({ department }) => department === 'finishing')!.row, 'finishing']])
    expect(odd('year').map(([kind]) => kind)).toEqual(['month-first', 'far-day'])
    expect(odd('year')[1]).toEqual(['far-day', 1, 2, '7/12/1905'])
    expect(odd('wip')).toEqual([['blank', 506, 3, '']])
    expect(odd('no_of_workers').map(([kind, count, , example]) => [kind, count, example])).toEqual([['not-whole', 140, '30.5']])
    expect(seen.columns.find(({ key }) => key === 'department')!.values).toEqual([{ text: 'sweing', count: 691 }, { text: 'finishing ', count: 257 }, { text: 'finishing', count: 249 }])
  })

  test('without a mapping, what is misspelt is asked about, with what is meant', async () => {
    const batch = await admin.stage('lineTargets', file, { constants: { shiftHours: '8' } })
    expect(batch.findings.filter(({ reason }) => reason === 'new-reference').map(({ value, suggestion, count }) => [value, suggestion, count]))
      .toEqual([['sweing', 'SEW', 691], ['finishing', 'FIN', 506]])
    const decided = await admin.desk.imports.decideRows({
      ...batch, decisions: [{ act: 'replace', field: 'section', from: 'sweing', to: 'SEW' }, { act: 'accept', reason: 'new-reference', where: { reason: 'new-reference', value: 'finishing' } }],
    })
    expect(decided.parts[0]).toMatchObject({ target: 'sections', newCount: 2 })
    await admin.desk.imports.discardImport({ id: decided.id })
  })

  test('sections, production lines and target rules come from it in one import, after a saved mapping', async () => {
    await admin.desk.imports.saveMapping({ target: 'lineTargets', name: 'Pabrik garmen', columns, constants: { shiftHours: '8' }, replacements })
    const batch = await admin.stage('lineTargets', file)
    expect(batch).toMatchObject({ rowCount: 1197, faultyCount: 2 })
    const found = (reason: string) => batch.findings.filter(finding => finding.reason === reason).map(({ column, value, suggestion, count, firstRow }) => [column, value, suggestion, count, firstRow])
    expect(found('far-day')).toEqual([['workDay', '7/12/1905', '2015-01-01', 1, 2]])
    const low = lines.find(({ target }) => target === '0.07')!
    expect(found('far-number')).toEqual([['targetEfficiency', '0.07', '70', 1, low.row]])
    expect(found('replaced')).toEqual(expect.arrayContaining([
      ['section', 'sweing', 'SEW', 691, 2], ['section', 'finishing ', 'FIN', 257, 3], ['section', 'finishing', 'FIN', 249, lines.find(({ department }) => department === 'finishing')!.row],
      ['sectionName', 'finishing ', 'Penyelesaian', 257, 3],
    ]))
    expect(found('trimmed')).toContainEqual(['section', 'finishing ', null, 257, 3])
    expect(found('as-percent')).toEqual([['targetEfficiency', null, null, 1197, 2]])
    await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'import-has-errors', params: { count: 2 } })
    expect(kept()).toEqual([])

    const decided = await admin.desk.imports.decideRows({
      ...batch, decisions: [
        { act: 'fill', field: 'workDay', value: '2015-01-01', where: { reason: 'far-day', column: 'workDay' } },
        { act: 'fill', field: 'targetEfficiency', value: '70', where: { reason: 'far-number', column: 'targetEfficiency' } },
      ],
    })
    const rules = expectedRules({ 2: { day: '2015-01-01' }, [low.row]: { target: '0.7' } })
    expect(rules).toHaveLength(350)
    expect(decided).toMatchObject({ faultyCount: 0, skippedCount: 0 })
    expect(decided.parts.map(({ target, newCount, changedCount }) => [target, newCount, changedCount])).toEqual([['sections', 2, 0], ['productionLines', 24, 0], ['targetRules', rules.length, 0]])
    const preview = await admin.desk.imports.listImportRecords({ batchId: decided.id, part: 'productionLines', pageSize: 200 })
    expect(preview.rows.find(({ values }) => values.code === 'SEW-08')).toMatchObject({ row: 2, rowCount: lines.filter(({ department, team }) => department === 'sweing' && team === '8').length, status: 'new', values: { name: 'Jahit 8', section: 'SEW' } })

    await admin.desk.imports.applyImport(decided)
    expect(host.database.prepare('select code, name from section order by code').all()).toEqual([{ code: 'FIN', name: 'Penyelesaian' }, { code: 'SEW', name: 'Jahit' }])
    expect(host.database.prepare('select count(*) from productionLine').pluck().get()).toBe(24)
    const sorted = <T extends { line: string; from: string }>(all: readonly T[]) => all.toSorted((a, b) => `${a.line} ${a.from}`.localeCompare(`${b.line} ${b.from}`))
    expect(sorted(kept().map(({ line, targetEfficiency, startDay, endDay }) => ({ line, efficiency: targetEfficiency / 10_000, from: startDay, to: endDay })))).toEqual(sorted(rules))
    expect(kept().every(({ line, section, shiftHours }) => line.startsWith(section) && shiftHours === decimal(8))).toBe(true)
    expect(host.database.prepare(`select count(*) from auditEntry where action = 'IMPORT' and entity in ('section', 'productionLine', 'targetRule')`).pluck().get()).toBe(2 + 24 + rules.length)
    expect(host.database.prepare('select count(*) from importPartRow').pluck().get()).toBe(0)
  })

  test('IO-3 the same file once more changes nothing; a renamed section keeps its name, a rule that ends later is changed', async () => {
    const mend = [
      { act: 'fill' as const, field: 'workDay', value: '2015-01-01', where: { reason: 'far-day' as const } },
      { act: 'fill' as const, field: 'targetEfficiency', value: '70', where: { reason: 'far-number' as const } },
    ]
    const { id, version } = host.database.prepare(`select id, version from section where code = 'SEW'`).get() as { id: string; version: number }
    await admin.desk.masters.updateSection({ id, version, name: 'Jahit utama' })
    const again = await admin.stage('lineTargets', file)
    const same = await admin.desk.imports.decideRows({ ...again, decisions: mend })
    expect(same.parts.map(({ sameCount, newCount, changedCount }) => [sameCount, newCount, changedCount])).toEqual([[2, 0, 0], [24, 0, 0], [350, 0, 0]])
    expect(same).toMatchObject({ sameCount: 1197, newCount: 0 })
    await admin.desk.imports.discardImport({ id: same.id })

    const last = lines.findLast(({ department, team }) => department === 'sweing' && team === '8')!
    const longer = await admin.stage('lineTargets', `${file.trimEnd()}\n3/12/2015,Quarter2,sweing,Thursday,8,${last.target},1,1,1,1,1,1,0,1,0.5`)
    const decided = await admin.desk.imports.decideRows({ ...longer, decisions: mend })
    expect(decided.parts.map(({ newCount, changedCount }) => [newCount, changedCount])).toEqual([[0, 0], [0, 0], [0, 1]])
    await admin.desk.imports.applyImport(decided)
    expect(kept().filter(({ line, endDay }) => line === 'SEW-08' && endDay === '2015-03-12')).toHaveLength(1)
  })

  test('what is wrong in one of its lists is said at the row of the file', async () => {
    await admin.stage('sections', 'Kode;Nama\nCUT;Potong').then(batch => admin.desk.imports.applyImport(batch))
    await admin.stage('productionLines', 'Kode;Nama;Bagian\nCUT-01;Potong 1;CUT').then(batch => admin.desk.imports.applyImport(batch))
    await admin.stage('sections', 'Kode;Nama;Aktif\nPCK;Packing;Tidak').then(batch => admin.desk.imports.applyImport(batch))
    const batch = await admin.stage('lineTargets', 'Departemen;Tim;Tanggal;Efisiensi;Jam kerja\nCUT;1;20-11-2026;80;8\nPCK;2;20-11-2026;80;8\nCUT;1;21-11-2026;;8', { columns: { section: 'Departemen', team: 'Tim', workDay: 'Tanggal', targetEfficiency: 'Efisiensi', shiftHours: 'Jam kerja' } })
    const { rows } = await admin.desk.imports.listImportRows({ batchId: batch.id })
    expect(rows.map(({ row, status, issues }) => [row, status, issues.filter(({ weight }) => weight === 'fault').map(({ reason }) => reason)])).toEqual([
      [2, 'new', []], [3, 'faulty', ['inactive-reference']], [4, 'faulty', ['target-missing']],
    ])
  })

  test('a line is called by its section and its number', () => {
    expect([lineCode('SEW', '8'), lineCode('SEW', '12'), lineCode('FIN', 'A')]).toEqual(['SEW-08', 'SEW-12', 'FIN-A'])
    const [sections, , rules] = lineTargetsTarget.parts
    const day = (row: number, workDay: string, targetEfficiency: string) => ({ row, head: row, values: { section: 'SEW', team: '1', workDay, targetEfficiency, shiftHours: '8' } })
    const nobody = () => undefined
    const db = createReader(connection(host.database), new Set())
    expect(rules!.rows([day(4, '2015-01-03', '80'), day(2, '2015-01-01', '80'), day(3, '2015-01-02', '70')], nobody, db).map(({ row, rowCount, values }) => [row, rowCount, values.startDay, values.endDay]))
      .toEqual([[2, 1, '2015-01-01', '2015-01-01'], [3, 1, '2015-01-02', '2015-01-02'], [4, 1, '2015-01-03', '2015-01-03']])
    expect(sections!.rows([day(2, '2015-01-01', '80'), day(3, '2015-01-02', '80')], nobody, db)).toEqual([{ row: 2, rowCount: 2, values: { code: 'SEW' }, ifNew: { name: 'SEW' } }])
  })
})
