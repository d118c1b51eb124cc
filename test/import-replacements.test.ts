import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mergedReplacements, replacedEverywhere, replacementKey, withReplacement } from '../shared/imports/replacements.ts'
import { watchColumn } from '../src-main/imports/column-watch.ts'
import { farYears, readDayText } from '../src-main/imports/day-text.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer, type Importer } from './support/import-files.ts'

let host: TestHost
let admin: Importer

beforeAll(async () => {
  host = await startTestHost()
  admin = await importer(host)
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const goods = { kind: 'FINISHED_GOOD' }
let series = 0
const fresh = () => `R${(series += 1).toString().padStart(4, '0')}`
const unitOf = (code: string) => host.database.prepare('select unit.code from item join unit on unit.id = unitId where item.code = ?').pluck().get(code)
const mappingCalled = async (name: string) => (await admin.desk.imports.listMappings({ target: 'items' })).find(mapping => mapping.name === name)!

describe('what texts of a file mean', () => {
  /** Three spellings of a yard, a piece, and a unit that nobody knows. */
  const file = (codes: readonly string[]) => ['Kode;Nama;Satuan', ...['yrd ', 'YRD', 'Yards', 'bj', 'Kg'].map((unit, at) => `${codes[at]};Kain;${unit}`)].join('\n')
  const replacements = { unit: [{ from: 'yrd', to: 'Yard' }, { from: 'Yards ', to: 'Yard' }, { from: 'bj', to: 'Pcs' }] }

  test('several texts mean one, whatever their case and the blanks around them, and the preview says so', async () => {
    const codes = Array.from({ length: 5 }, fresh)
    const batch = await admin.stage('items', file(codes), { constants: goods, replacements })
    expect(batch).toMatchObject({ newCount: 5, faultyCount: 0, setup: { replacements } })
    expect(batch.findings.filter(({ reason }) => reason === 'replaced')).toEqual([
      { column: 'unit', reason: 'replaced', weight: 'note', value: 'yrd ', suggestion: 'Yard', count: 1, firstRow: 2 },
      { column: 'unit', reason: 'replaced', weight: 'note', value: 'YRD', suggestion: 'Yard', count: 1, firstRow: 3 },
      { column: 'unit', reason: 'replaced', weight: 'note', value: 'Yards', suggestion: 'Yard', count: 1, firstRow: 4 },
      { column: 'unit', reason: 'replaced', weight: 'note', value: 'bj', suggestion: 'Pcs', count: 1, firstRow: 5 },
    ])
    expect(batch.findings).toContainEqual(expect.objectContaining({ column: 'unit', reason: 'trimmed', value: 'yrd ', count: 1 }))
    await admin.desk.imports.applyImport(batch)
    expect(codes.map(unitOf)).toEqual(['Yard', 'Yard', 'Yard', 'Pcs', 'Kg'])
  })

  test('rows that differ by an oddity only fold into one, and the oddity stays named', async () => {
    const code = fresh()
    const batch = await admin.stage('items', `Kode;Nama;Satuan\n${code};Kain;yrd\n${code} ;Kain ;Yard`, { constants: goods, replacements })
    expect(batch).toMatchObject({ newCount: 1, sameCount: 1, faultyCount: 0 })
    expect(batch.findings.map(({ column, reason, value }) => [column, reason, value])).toEqual(expect.arrayContaining([
      ['unit', 'replaced', 'yrd'], ['code', 'trimmed', `${code} `], ['name', 'trimmed', 'Kain '], [null, 'same-in-file', null],
    ]))
  })

  test('from the fault of a row: replaced in the whole file, kept with the mapping, and there for the next file', async () => {
    const codes = Array.from({ length: 5 }, fresh)
    const name = `Pemasok ${fresh()}`
    await admin.desk.imports.saveMapping({ target: 'items', name, columns: { code: 'Kode', name: 'Nama', unit: 'Satuan' }, constants: goods, replacements: { unit: [{ from: 'Yards', to: 'Yard' }] } })
    const batch = await admin.stage('items', file(codes))
    expect(batch.setup.mappingId).toBe((await mappingCalled(name)).id)
    expect(batch).toMatchObject({ newCount: 2, faultyCount: 3 })

    const decided = await admin.desk.imports.decideRows({
      ...batch, decisions: [{ act: 'replace', field: 'unit', from: 'yrd', to: 'Yard' }, { act: 'replace', field: 'unit', from: 'bj', to: 'Set' }],
    })
    expect(decided).toMatchObject({ newCount: 5, faultyCount: 0 })
    // What was read as Set is meant otherwise after all: the file's own text follows.
    const other = await admin.desk.imports.decideRows({ ...decided, decisions: [{ act: 'replace', field: 'unit', from: 'Set', to: 'Pcs' }] })
    await admin.desk.imports.applyImport(other)
    expect(codes.map(unitOf)).toEqual(['Yard', 'Yard', 'Yard', 'Pcs', 'Kg'])

    const kept = (await mappingCalled(name)).replacements.unit!
    expect(kept).toEqual(expect.arrayContaining([{ from: 'yrd', to: 'Yard' }, { from: 'bj', to: 'Pcs' }, { from: 'Yards', to: 'Yard' }]))
    expect(host.database.prepare(`select count(*) from auditEntry where entity = 'importMapping' and action = 'IMPORT'`).pluck().get()).toBe(1)
    expect(await admin.stage('items', file(Array.from({ length: 5 }, fresh)))).toMatchObject({ newCount: 5, faultyCount: 0 })
    await admin.desk.imports.removeMapping(await mappingCalled(name))
  })

  test('a replacement can be taken back, and one that means nothing is a fault of its rows', async () => {
    const batch = await admin.stage('items', file(Array.from({ length: 5 }, fresh)), { constants: goods, replacements: { unit: [{ from: 'Kg', to: 'nonsens' }] } })
    const { rows } = await admin.desk.imports.listImportRows({ batchId: batch.id, filter: { status: 'faulty' } })
    expect(rows.at(-1)).toMatchObject({ row: 6, issues: [{ reason: 'replaced', params: { value: 'Kg', to: 'nonsens' } }, { reason: 'unknown-reference', params: { value: 'nonsens' } }] })
    const back = await admin.desk.imports.decideRows({ ...batch, decisions: [{ act: 'replace', field: 'unit', from: 'KG ', to: '' }] })
    expect(back.setup.replacements).toEqual({})
    expect(back.newCount).toBe(batch.newCount + 1)
    await expect(admin.desk.imports.decideRows({ ...back, decisions: [{ act: 'replace', field: 'nope', from: 'a', to: 'b' }] })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('IA-9 replacements of costs are kept from those who may not see costs', async () => {
    // Of the roles of a new factory only an Admin's imports, and sees costs.
    const admins = (await host.system.identity.listRoles({})).find(({ name }) => name === 'Admin')!
    const role = await host.system.identity.createRole({ name: fresh(), level: 3, sections: 'all', canSeeCost: false, copyOf: admins.id, reason: 'Impor tanpa harga' })
    const manager = await importer(host, role.name)
    const name = `Harga ${fresh()}`
    const mapping = { target: 'items' as const, name, columns: { code: name }, constants: {}, replacements: { unitCost: [{ from: 'murah', to: '98765' }] } }
    await expect(manager.desk.imports.saveMapping(mapping)).rejects.toMatchObject({ code: 'forbidden' })
    await admin.desk.imports.saveMapping(mapping)
    expect(JSON.stringify(await manager.desk.imports.listMappings({ target: 'items' }))).not.toContain('98765')
  })

  test('replacements as values: one meaning a text, an empty one takes it back, a newer one counts', () => {
    expect(replacementKey('  Finishing\u00a0 A ')).toBe('finishing a')
    const one = withReplacement({}, 'unit', { from: 'yrd', to: 'Yard' })
    expect(withReplacement(one, 'unit', { from: 'YRD ', to: 'Meter' })).toEqual({ unit: [{ from: 'YRD ', to: 'Meter' }] })
    expect(withReplacement(one, 'unit', { from: 'YRD ', to: ' ' })).toEqual({})
    expect(replacedEverywhere(one, 'unit', { from: 'yard', to: 'Meter' })).toEqual({ unit: [{ from: 'yrd', to: 'Meter' }, { from: 'yard', to: 'Meter' }] })
    expect(mergedReplacements(one, { unit: [{ from: 'bj', to: 'Pcs' }, { from: 'Yrd', to: 'Roll' }] })).toEqual({ unit: [{ from: 'bj', to: 'Pcs' }, { from: 'Yrd', to: 'Roll' }] })
  })
})

describe('oddities of columns', () => {
  const seenAs = (cells: readonly string[]) => {
    const watch = watchColumn()
    cells.forEach((cell, at) => watch.see(cell, at + 2))
    return { oddities: watch.oddities().map(({ kind, count, row, example }) => [kind, count, row, example]), values: watch.values(), monthFirst: watch.daysInOrder('mdy') }
  }
  const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value)

  test('blanks at the ends, twins, and empty cells', () => {
    expect(seenAs([...times(3, 'finishing'), 'finishing ', 'finishing ', '', 'sewing'])).toMatchObject({
      oddities: [['blank', 1, 7, ''], ['trimmed', 2, 5, 'finishing '], ['twins', 2, 5, 'finishing ']],
      values: [{ text: 'finishing', count: 3 }, { text: 'finishing ', count: 2 }, { text: 'sewing', count: 1 }],
    })
    expect(seenAs(Array.from({ length: 300 }, (_, at) => `X${at}`))).toEqual({ oddities: [], values: null, monthFirst: 0 })
    expect(seenAs(times(12, ''))).toMatchObject({ oddities: [] })
  })

  test('halves among whole numbers, and words among numbers', () => {
    expect(seenAs([...times(20, '59'), '30.5', '12,5', 'abc']).oddities).toEqual([['not-whole', 2, 22, '30.5'], ['not-number', 1, 24, 'abc']])
    expect(seenAs([...times(10, '1'), ...times(10, '1.5')]).oddities).toEqual([])
  })

  test('dates: the month in front, both orders, and a year far away', () => {
    expect(seenAs(['7/12/1905', ...times(12, '1/2/2015'), '1/13/2015'])).toMatchObject({ oddities: [['month-first', 1, 15, '1/13/2015'], ['far-day', 1, 2, '7/12/1905']], monthFirst: 1 })
    expect(seenAs([...times(10, '13/1/2015'), '1/13/2015']).oddities).toEqual([['mixed-order', 1, 12, '1/13/2015']])
    expect(seenAs(times(10, '2015-01-13')).oddities).toEqual([])
    expect([...farYears(new Map([[1905, 1], [2015, 9], [2019, 1], [2022, 1]]))]).toEqual([1905, 2022])
    expect(farYears(new Map([[1905, 1], [2015, 8]])).size).toBe(0)
  })

  test('one text, two days', () => {
    expect([readDayText('1/3/2015', 'mdy'), readDayText('1/3/2015', 'dmy'), readDayText('1/13/2015', 'dmy'), readDayText('2015-01-13T10:00', 'mdy'), readDayText('x', 'dmy')])
      .toEqual(['2015-01-03', '2015-03-01', undefined, '2015-01-13', undefined])
  })

  test('an inspection tells them, and infers the order of dates from the whole file', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => `${fresh()};Kain;1/${at + 3}/2015`)
    const seen = await admin.inspect('items', ['Kode;Nama;Tanggal', ...lines].join('\n'))
    expect(seen).toMatchObject({ dayOrder: 'mdy', columns: [{}, { values: [{ text: 'Kain', count: 12 }] }, { oddities: [{ kind: 'month-first', count: 2, example: '1/13/2015' }] }] })
    expect((await admin.inspect('items', `Kode;Nama;Tanggal\n${fresh()};Kain;1/3/2015`)).dayOrder).toBe('dmy')
  })
})
