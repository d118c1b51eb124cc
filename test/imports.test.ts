import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import type { Progress } from '../shared/core/frames.ts'
import { newId } from '../shared/core/ids.ts'
import { readableText, safeText } from '../shared/core/safe-text.ts'
import { betrayedMark, plainNumber } from '../shared/core/written-number.ts'
import { unreadableReasons } from '../shared/imports/file.ts'
import { rowSentence } from '../shared/imports/issue-text.ts'
import { issueReasons } from '../shared/imports/issue.ts'
import { importsTexts } from '../shared/imports/texts.ts'
import { likelyDelimiter } from '../src-main/imports/csv-table.ts'
import { candidate, nearest, typingErrors } from '../src-main/imports/nearest.ts'
import { spreadsheetNumber } from '../src-main/imports/number-text.ts'
import { oddCodes } from '../src-main/imports/odd-codes.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer, sheetParts, workbookOf, zipOf, type Importer } from './support/import-files.ts'

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

const goods = { unit: 'Pcs', kind: 'FINISHED_GOOD' }
let series = 0
/** Codes that no other test uses. */
const fresh = () => `T${(series += 1).toString().padStart(4, '0')}`
const inIndonesian = { language: 'id', fields: [], choice: (_: string, value: string) => value, number: (plain: string) => plain } as const

const count = (table: string, where = '1') => host.database.prepare(`select count(*) from ${table} where ${where}`).pluck().get() as number
const itemOf = (code: string) => host.database.prepare('select * from item where code = ?').get(code) as Record<string, unknown> | undefined

async function rowsOf(batchId: string, filter: { status?: 'new' | 'changed' | 'same' | 'faulty' | 'skipped' } = {}) {
  return (await admin.desk.imports.listImportRows({ batchId, filter, pageSize: 200 })).rows
}

describe('IO-1 all or nothing', () => {
  const lines = (prefix: string) =>
    ['Kode;Nama;Jenis;Satuan', ...Array.from({ length: 99 }, (_, at) => `${prefix}-${at + 2};Kain ${at + 2};Bahan baku;${at + 2 === 57 ? 'yrd' : 'Yard'}`)].join('\n')

  test('IO-1 of 100 rows, row 57 has an unknown unit: nothing is saved, and row and column are named', async () => {
    const prefix = fresh()
    const batch = await admin.stage('items', lines(prefix))
    expect(batch).toMatchObject({ rowCount: 99, newCount: 98, faultyCount: 1, status: 'STAGED' })
    const [faulty] = await rowsOf(batch.id, { status: 'faulty' })
    expect(faulty).toMatchObject({ row: 57, issues: [{ column: 'unit', reason: 'unknown-reference', weight: 'fault', params: { value: 'yrd', suggestion: 'Yard' } }] })
    expect(rowSentence(57, faulty!.issues[0]!, inIndonesian)).toBe('Baris 57: satuan ‘yrd’ tidak dikenal — pilih Yard, atau minta Admin menambah satuan.')

    await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'import-has-errors', params: { count: 1 } })
    expect(count('item', `code like '${prefix}%'`)).toBe(0)
  })

  test('IO-1 the proposal taken for all rows with that unit, everything is saved at once', async () => {
    const prefix = fresh()
    const batch = await admin.stage('items', lines(prefix))
    expect(batch.findings).toEqual([{ column: 'unit', reason: 'unknown-reference', weight: 'fault', value: 'yrd', suggestion: 'Yard', count: 1, firstRow: 57 }])
    const decided = await admin.desk.imports.decideRows({
      ...batch, decisions: [{ act: 'fill', field: 'unit', value: 'Yard', where: { reason: 'unknown-reference', column: 'unit', value: 'yrd' } }],
    })
    expect(decided).toMatchObject({ newCount: 99, faultyCount: 0, findings: [] })
    const before = host.events.length
    expect(await admin.desk.imports.applyImport(decided)).toMatchObject({ status: 'APPLIED', settledByName: expect.stringContaining('Admin') as string })
    expect(count('item', `code like '${prefix}%'`)).toBe(99)
    expect(itemOf(`${prefix}-57`)).toMatchObject({ name: 'Kain 57', kind: 'RAW_MATERIAL', version: 1 })
    expect(host.events.length - before).toBe(100)
    expect(count('auditEntry', `action = 'IMPORT' and entity = 'item' and after like '%${prefix}-%'`)).toBe(99)
    expect(count('importRow', `batchId = '${batch.id}'`)).toBe(0)
  })

  test('IO-1 what cannot be mended is skipped, and said so', async () => {
    const prefix = fresh()
    const batch = await admin.stage('items', lines(prefix))
    const decided = await admin.desk.imports.decideRows({ ...batch, decisions: [{ act: 'skip', where: { status: 'faulty' } }] })
    expect(decided).toMatchObject({ newCount: 98, skippedCount: 1, faultyCount: 0 })
    expect((await rowsOf(batch.id, { status: 'skipped' }))[0]).toMatchObject({ row: 57, issues: [{ reason: 'skipped-by-user' }] })
    const again = await admin.desk.imports.decideRows({ ...decided, decisions: [{ act: 'reset', where: { rows: [57] } }] })
    expect(again.faultyCount).toBe(1)
    const last = await admin.desk.imports.decideRows({ ...again, decisions: [{ act: 'skip', where: { rows: [57] } }] })
    await admin.desk.imports.applyImport(last)
    expect(count('item', `code like '${prefix}%'`)).toBe(98)
    expect(count('importRow', `batchId = '${batch.id}'`)).toBe(1)
  })

  test('insert leaves records alone that are there, update changes what differs and shows it before', async () => {
    const [one, two] = [fresh(), fresh()]
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama;Kategori\n${one};Boneka;A\n${two};Beruang;B`, { constants: goods }))
    const file = `Kode;Nama;Kategori\n${one};Boneka besar;A\n${two};Beruang;B\n${fresh()};Baru;C`
    const inserting = await admin.stage('items', file, { constants: { unit: 'Set', kind: 'WIP' }, mode: 'insert' })
    expect(inserting).toMatchObject({ newCount: 1, sameCount: 1, skippedCount: 1, changedCount: 0 })

    const updating = await admin.stage('items', file, { constants: { unit: 'Set', kind: 'WIP' } })
    expect(updating).toMatchObject({ newCount: 1, changedCount: 1, sameCount: 1 })
    const [changed] = await rowsOf(updating.id, { status: 'changed' })
    expect(changed).toMatchObject({ row: 2, before: { name: 'Boneka' }, values: { name: 'Boneka besar' } })
    await admin.desk.imports.applyImport(updating)
    // A constant speaks of new records only.
    expect(itemOf(one)).toMatchObject({ name: 'Boneka besar', kind: 'FINISHED_GOOD', version: 2 })
    expect(itemOf(two)).toMatchObject({ version: 1 })
    expect(count('auditEntry', `entity = 'item' and entityId = '${String(itemOf(one)!.id)}' and action = 'IMPORT' and before = '{"name":"Boneka"}'`)).toBe(1)
  })

  test('a record that changed since the file was checked makes the import stale; checking again mends it', async () => {
    const [one, two] = [fresh(), fresh()]
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama\n${one};Satu\n${two};Dua`, { constants: goods }))
    const batch = await admin.stage('items', `Kode;Nama\n${two};Dua!\n${one};Satu!`)
    const { id, version } = itemOf(one) as { id: string; version: number }
    await admin.desk.masters.updateItem({ id, version, category: 'Lain' })
    await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'import-stale', params: { row: 3 } })
    expect(itemOf(two)).toMatchObject({ name: 'Dua' })
    const checked = await admin.desk.imports.decideRows({ ...batch, decisions: [] })
    await admin.desk.imports.applyImport(checked)
    expect(itemOf(one)).toMatchObject({ name: 'Satu!', category: 'Lain' })
    expect(itemOf(two)).toMatchObject({ name: 'Dua!' })
  })

  test('a code that somebody else has made meanwhile makes the import stale', async () => {
    const code = fresh()
    const batch = await admin.stage('items', `Kode;Nama\n${code};Satu`, { constants: goods })
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama\n${code};Lain`, { constants: goods }))
    await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'import-stale', params: { row: 2 } })
    expect(await admin.desk.imports.decideRows({ ...batch, decisions: [] })).toMatchObject({ changedCount: 1, newCount: 0 })
  })

  test('two who decide about one batch: the second one hears of it', async () => {
    const batch = await admin.stage('items', `Kode;Nama\n${fresh()};`, { constants: goods })
    await admin.desk.imports.decideRows({ ...batch, decisions: [{ act: 'fillWithKey', field: 'name', where: { reason: 'required', column: 'name' } }] })
    await expect(admin.desk.imports.decideRows({ ...batch, decisions: [] })).rejects.toMatchObject({ code: 'conflict' })
    await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('what was applied or discarded is settled; the history lists both', async () => {
    const batch = await admin.stage('items', `Kode;Nama\n${fresh()};X`, { constants: goods })
    await admin.desk.imports.discardImport({ id: batch.id })
    await expect(admin.desk.imports.applyImport({ id: batch.id, version: 3 })).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(admin.desk.imports.discardImport({ id: batch.id })).rejects.toMatchObject({ code: 'wrong-state' })
    const { rows } = await admin.desk.imports.listBatches({ filter: { status: 'DISCARDED' } })
    expect(rows.map(({ id }) => id)).toContain(batch.id)
  })
})

describe('rows of one file', () => {
  test('equal rows are one record, different ones are asked about, blanks contradict nothing', async () => {
    const [a, b, c] = [fresh(), fresh(), fresh()]
    const file = ['Kode;Nama', `${a};Kancing`, `${a.toLowerCase()};Kancing`, `${b};Benang`, `${b};`, `${b};Benang jahit`, `${b};Benang jahit`, `${c};`, `${c};`].join('\n')
    const batch = await admin.stage('items', file, { constants: goods })
    expect(batch).toMatchObject({ rowCount: 8, newCount: 1, sameCount: 4, faultyCount: 3 })
    const rows = await rowsOf(batch.id)
    expect(rows.map(({ status, foldedInto }) => [status, foldedInto])).toEqual([
      ['new', null], ['same', 2], ['faulty', null], ['same', 6], ['faulty', null], ['same', 6], ['faulty', null], ['same', 8],
    ])
    expect(rows[0]!.issues).toMatchObject([{ reason: 'other-case', weight: 'note', params: { value: a.toLowerCase(), code: a } }])
    expect(rows[2]!.issues).toMatchObject([{ reason: 'duplicate-in-file', weight: 'question', params: { row: 6, rows: '4, 6', proposed: 'Benang jahit' } }])

    const decided = await admin.desk.imports.decideRows({
      ...batch,
      decisions: [
        { act: 'keepProposed', where: { reason: 'duplicate-in-file' } },
        { act: 'fill', field: 'name', value: 'Kain perca', where: { rows: [8] } },
      ],
    })
    expect(decided).toMatchObject({ newCount: 3, faultyCount: 0, skippedCount: 1, sameCount: 4 })
    const other = await admin.desk.imports.decideRows({ ...decided, decisions: [{ act: 'keep', row: 4 }] })
    expect(other).toMatchObject({ newCount: 3, faultyCount: 0, skippedCount: 1 })
    await admin.desk.imports.applyImport(other)
    expect([a, b, c].map(code => itemOf(code)?.name)).toEqual(['Kancing', 'Benang', 'Kain perca'])
  })

  test('a skipped row takes along those that stand behind it, so that none of them steps forward', async () => {
    const code = fresh()
    const batch = await admin.stage('items', `Kode;Nama\n${code};\n${code};\n${code};`, { constants: goods })
    expect(batch).toMatchObject({ faultyCount: 1, sameCount: 2 })
    expect(await admin.desk.imports.decideRows({ ...batch, decisions: [{ act: 'skip', where: { reason: 'required', column: 'name' } }] }))
      .toMatchObject({ skippedCount: 3, faultyCount: 0 })
  })

  test('a blank says nothing about a record that is there', async () => {
    const code = fresh()
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama;Kategori\n${code};Jarum;A`, { constants: goods }))
    const batch = await admin.stage('items', `Kode;Nama;Kategori\n${code};;B`)
    expect(await rowsOf(batch.id)).toMatchObject([{ status: 'changed', before: { category: 'A' }, issues: [{ reason: 'kept-as-is', column: 'name' }] }])
    await admin.desk.imports.applyImport(batch)
    expect(itemOf(code)).toMatchObject({ name: 'Jarum', category: 'B' })
  })

  test('an update may bring the key and what changes only; a new row is then faulty for what it lacks', async () => {
    const code = fresh()
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama\n${code};Jarum`, { constants: goods }))
    const batch = await admin.stage('items', `Kode;Kategori\n${code};B\n${fresh()};C`)
    expect((await rowsOf(batch.id)).map(({ status, issues }) => [status, issues.map(({ column, reason }) => `${column} ${reason}`)]))
      .toEqual([['changed', []], ['faulty', ['name required', 'kind required', 'unit required']]])
    const decided = await admin.desk.imports.decideRows({
      ...batch, decisions: [['name', 'Peniti'], ['kind', 'Jasa'], ['unit', 'buah']].map(([field, value]) => ({ act: 'fill', field: field!, value: value!, where: { status: 'faulty' } })),
    })
    expect(decided).toMatchObject({ changedCount: 1, newCount: 1, faultyCount: 0 })
    await admin.desk.imports.applyImport(decided)
    expect(itemOf(code)).toMatchObject({ name: 'Jarum', category: 'B' })
  })

  test('MD-1 half a packing, decimals the unit does not have, and an unknown kind are faults of their row', async () => {
    const batch = await admin.stage('items', [
      'Kode;Nama;Satuan;Jenis;Isi per karton;Karton per palet;Stok minimum',
      `${fresh()};A;Pcs;Jasa;60;8;5`, `${fresh()};B;Pcs;Jasa;60;;5`, `${fresh()};C;Pcs;Jasa;;;2,5`, `${fresh()};D;Pcs;Bahan bku;;;0`, `${fresh()};E;Pcs;Jasa;1,5;8;-1`,
    ].join('\n'))
    const issues = (await rowsOf(batch.id)).map(row => row.issues.map(({ column, reason }) => [column, reason]))
    expect(issues).toEqual([
      [], [['cartonsPerPallet', 'packing-incomplete']], [['minimumStock', 'unit-places']], [['kind', 'not-a-choice']],
      [['minimumStock', 'negative'], ['piecesPerCarton', 'not-whole']],
    ])
    expect(batch.findings).toContainEqual(expect.objectContaining({ reason: 'not-a-choice', value: 'Bahan bku', suggestion: 'RAW_MATERIAL' }))
  })

  test('rows with more cells than the heading are asked about', async () => {
    const batch = await admin.stage('items', `Kode;Nama\n${fresh()};Baut; 5 mm\n${fresh()};Mur;`, { constants: goods })
    expect((await rowsOf(batch.id)).map(({ status }) => status)).toEqual(['faulty', 'new'])
    expect(await admin.desk.imports.decideRows({ ...batch, decisions: [{ act: 'accept', reason: 'extra-cells', where: { reason: 'extra-cells' } }] }))
      .toMatchObject({ faultyCount: 0, newCount: 2 })
  })

  test('sections of one file may be each other’s parents, in any order, but not in a circle', async () => {
    const [top, middle, low] = [fresh(), fresh(), fresh()]
    const batch = await admin.stage('sections', `Kode;Nama;Induk\n${low};Bawah;${middle}\n${middle};Tengah;${top.toLowerCase()}\n${top};Atas;CUT`)
    expect(batch).toMatchObject({ newCount: 3, faultyCount: 0 })
    await admin.desk.imports.applyImport(batch)
    const parents = host.database.prepare('select section.code, parent.code as parent from section left join section as parent on parent.id = section.parentId where section.code in (?, ?, ?)')
      .all(top, middle, low)
    expect(parents).toEqual(expect.arrayContaining([{ code: top, parent: 'CUT' }, { code: middle, parent: top }, { code: low, parent: middle }]))

    const twice = fresh()
    expect(await admin.stage('sections', `Kode;Nama;Induk\n${twice}a;Anak;${twice}\n${twice}a;Anak;${twice}\n${twice};Induk;`)).toMatchObject({ newCount: 2, sameCount: 1, faultyCount: 0 })
    const circle = await admin.stage('sections', `Kode;Nama;Induk\n${top};Atas;${low}`)
    expect(await rowsOf(circle.id)).toMatchObject([{ status: 'faulty', issues: [{ reason: 'parent-loop' }] }])
    const [x, y] = [fresh(), fresh()]
    expect(await admin.stage('sections', `Kode;Nama;Induk\n${x};X;${y}\n${y};Y;${x}`)).toMatchObject({ faultyCount: 2 })
  })

  test('what hangs on a record keeps it: used sections, moved stock, base locations', async () => {
    const code = fresh()
    await admin.desk.imports.applyImport(await admin.stage('locations', `Kode;Nama;Jenis;Bagian\n${code};Rak;Tempat stok;SEW`))
    const item = fresh()
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama\n${item};Isi`, { constants: goods }))
    await admin.desk.imports.applyImport(await admin.stage('openingStock', `Kode barang;Kode lokasi;Jumlah\n${item};${code};5`))

    const reasons = async (...file: [target: 'items' | 'units' | 'sections' | 'locations', text: string]) =>
      (await rowsOf((await admin.stage(...file)).id)).flatMap(({ issues }) => issues.map(({ reason }) => reason))
    expect(await reasons('sections', 'Kode;Nama;Aktif\nSEW;Jahit;Tidak')).toEqual(['in-use'])
    expect(await reasons('locations', `Kode;Jenis;Nama;Bagian\n${code};Produksi;Rak;SEW`)).toEqual(['location-moved'])
    expect(await reasons('locations', 'Kode;Nama;Jenis\nwh-main;Gudang;Produksi')).toEqual(['base-location'])
    expect(await reasons('items', `Kode;Nama;Satuan;Jenis\n${item};Isi;Meter;Barang jadi`)).toEqual(['unit-moved'])
    expect(await reasons('items', `Kode;Aktif\n${item};Tidak`)).toEqual(['in-use'])
    const meter = fresh()
    await admin.desk.imports.applyImport(await admin.stage('units', `Kode;Nama;Angka desimal\n${meter};Meter panjang;2`))
    expect(await reasons('units', `Kode;Nama;Angka desimal\nPcs;Buah;0\n${meter};Meter panjang;0`)).toEqual([])
  })
})

describe('opening stock', () => {
  test('the same list twice is posted once; another quantity posts the difference; what has moved is refused', async () => {
    const [item, service] = [fresh(), fresh()]
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama;Jenis;Satuan\n${item};Kain;Bahan baku;Meter\n${service};Jasa cuci;Jasa;Pcs`))
    const line = (quantity: string) => `Kode barang;Kode lokasi;Jumlah\n${item};WH-MAIN;${quantity}`
    const first = await admin.stage('openingStock', line('1.250,5'))
    expect(first).toMatchObject({ newCount: 1 })
    await admin.desk.imports.applyImport(first)
    const onHand = () => host.database.prepare('select onHand from stockBalance join item on item.id = itemId where code = ?').pluck().get(item)
    expect(onHand()).toBe(decimal('1250.5'))
    expect(count('stockMove', `kind = 'OPENING' and itemId = '${String(itemOf(item)!.id)}'`)).toBe(1)

    expect(await admin.stage('openingStock', line('1250,50'))).toMatchObject({ sameCount: 1 })
    const more = await admin.stage('openingStock', line('1.300'))
    expect(await rowsOf(more.id)).toMatchObject([{ status: 'changed', before: { quantity: '1250.5' } }])
    await admin.desk.imports.applyImport(more)
    expect(onHand()).toBe(decimal('1300'))

    const faults = await admin.stage('openingStock', `Kode barang;Kode lokasi;Jumlah\n${item};CUSTOMER;5\n${service};WH-MAIN;5\n${item};WH-MAIN;0`)
    expect((await rowsOf(faults.id)).map(({ issues }) => issues[0]!.reason)).toEqual(['not-a-store', 'service-item', 'not-positive'])

    const stale = await admin.stage('openingStock', line('1.400'))
    const [id, place] = [itemOf(item)!.id as string, host.database.prepare("select id from location where code = 'WH-MAIN'").pluck().get() as string]
    await admin.desk.warehouse.issueStock({ itemId: id, fromLocationId: place, quantity: '1' })
    await expect(admin.desk.imports.applyImport(stale)).rejects.toMatchObject({ code: 'import-stale' })
    expect(await rowsOf((await admin.desk.imports.decideRows({ ...stale, decisions: [] })).id)).toMatchObject([{ status: 'faulty', issues: [{ reason: 'stock-moved' }] }])
    expect(await admin.stage('openingStock', line('1.300'))).toMatchObject({ sameCount: 1, faultyCount: 0 })
  })
})

describe('opening stock, many at once', () => {
  const onHandOf = (code: string) => host.database.prepare('select onHand from stockBalance join item on item.id = itemId where code = ?').pluck().get(code)

  test('more, less and the same in one file each come to their quantity; balance and ledger agree', async () => {
    const codes = [fresh(), fresh(), fresh(), fresh()]
    const file = (quantities: readonly number[]) => `Kode barang;Kode lokasi;Jumlah\n${quantities.map((quantity, at) => `${codes[at]};WH-MAIN;${quantity}`).join('\n')}`
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama\n${codes.map(code => `${code};Kain`).join('\n')}`, { constants: { ...goods, kind: 'RAW_MATERIAL' } }))
    await admin.desk.imports.applyImport(await admin.stage('openingStock', file([5, 8, 3])))
    const next = await admin.stage('openingStock', file([9, 2, 3, 4]))
    expect(next).toMatchObject({ newCount: 1, changedCount: 2, sameCount: 1 })
    await admin.desk.imports.applyImport(next)
    expect(codes.map(onHandOf)).toEqual([9, 2, 3, 4].map(quantity => decimal(String(quantity))))
    const moves = codes.map(code => count('stockMove', `kind = 'OPENING' and postingDay = '2026-11-20' and itemId = '${String(itemOf(code)!.id)}'`))
    expect(moves).toEqual([2, 2, 1, 1])
    const [first] = host.database.prepare('select lastInDay, version from stockBalance where itemId = ?').all(itemOf(codes[1]!)!.id)
    expect(first).toEqual({ lastInDay: '2026-11-20', version: 2 })
  })

  test('an item that was deactivated meanwhile is refused, and none is posted', async () => {
    const [one, two] = [fresh(), fresh()]
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama\n${one};Kain\n${two};Benang`, { constants: goods }))
    const batch = await admin.stage('openingStock', `Kode barang;Kode lokasi;Jumlah\n${one};WH-MAIN;5\n${two};WH-MAIN;5`)
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama;Aktif\n${two};Benang;Tidak`))
    await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'import-stale', params: { row: 3, because: 'inactive' } })
    expect(onHandOf(one)).toBeUndefined()
  })

  test('more rows than the writer may be held for are refused with the limit', async () => {
    const file = `Kode barang;Kode lokasi;Jumlah\n${Array.from({ length: 30_001 }, (_, at) => `X${at};WH-MAIN;1`).join('\n')}`
    await expect(admin.inspect('openingStock', file)).rejects.toMatchObject({ code: 'file-too-large', params: { what: 'rows', maximum: 30_000 } })
  })
})

describe('IO-4 files as they come', () => {
  test.each([['repeat', '2', '2', 2], ['go back', '3', '2', 3], ['are none', '2', 'x', 2]])('row numbers that %s are refused', async (_, one, other, row) => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const sheet = `<row r="1">${cell('Kode')}</row><row r="${one}">${cell(fresh())}</row><row r="${other}">${cell(fresh())}</row>`
    await expect(admin.inspect('items', zipOf(sheetParts(sheet)), 'data.xlsx')).rejects.toMatchObject({ code: 'file-unreadable', params: { reason: 'row-order', row } })
  })


  const imported = async (content: Buffer | string, choice: Parameters<Importer['stage']>[2] = {}) =>
    (await rowsOf((await admin.stage('items', content, { constants: goods, ...choice })).id)).map(({ row, values }): Record<string, unknown> => ({ row, ...values }))

  test.each([
    ['commas', (code: string) => `code,name\n${code},"Kain, biru"\n`, 'Kain, biru'],
    ['semicolons and a byte order mark', (code: string) => `\uFEFFkode;nama\r\n${code};"Kain; biru"\r\n`, 'Kain; biru'],
    ['tabs', (code: string) => `Kode\tNama\n${code}\tKain "biru"\n`, 'Kain "biru"'],
    ['a sep line', (code: string) => `sep=|\nKode|Nama\n${code}|Kain; biru, putih\n`, 'Kain; biru, putih'],
    ['quoted line breaks', (code: string) => `Kode;Nama\r"x"\n`.slice(0, 9) + `\r\n"${code}";"Kain\r\nbiru ""tua"""\r\n`, 'Kain\nbiru "tua"'],
    ['no break at the end', (code: string) => `Kode;Nama\n${code};Kain`, 'Kain'],
  ])('IO-4 %s', async (_, content, name) => {
    const code = fresh()
    expect(await imported(content(code))).toMatchObject([{ code, name }])
  })

  test('IO-4 UTF-8, Windows-1252 and UTF-16 are told apart', async () => {
    const code = fresh()
    const text = `Kode;Nama\n${code};Café “Ñandú”`
    expect(await imported(text)).toMatchObject([{ name: 'Café “Ñandú”' }])
    expect(await imported(Buffer.from(`Kode;Nama\n${code};Caf\xe9 \x93\xd1and\xfa\x94`, 'latin1'))).toMatchObject([{ name: 'Café “Ñandú”' }])
    expect(await imported(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))).toMatchObject([{ name: 'Café “Ñandú”' }])
  })

  test('IO-4 decimal commas and points, each as its file writes them', async () => {
    const minimum = async (content: string, choice = {}) => (await imported(content, { constants: { ...goods, unit: 'Kg' }, ...choice })).map(row => row.minimumStock)
    const code = fresh()
    expect(await minimum(`Kode;Nama;Stok minimum\n${code};A;1.250,5\n${code}b;B;2.500\n${code}c;C;12,75\n${code}d;D;Rp 7`)).toEqual(['1250.5', '2500', '12.75', '7'])
    expect(await minimum(`Code,Name,Minimum stock\n${code},A,"1,250.5"\n${code}b,B,2.5\n${code}c,C,"3,000"`)).toEqual(['1250.5', '2.5', '3000'])
    // Decimal commas among commas: the numbers themselves betray it.
    expect(await minimum(`Code,Name,Minimum stock\n${code},A,"1250,5"\n${code}b,B,"1,250"`)).toEqual(['1250.5', '1.25'])
    expect(await minimum(`Kode;Nama;Stok minimum\n${code};A;1.250`, { decimalMark: '.' })).toEqual(['1.25'])
  })

  test('codes keep their zeros, their case and their odd characters', async () => {
    const code = `00${fresh()}`
    expect(await imported(`Kode;Nama\n${code};A\n'=${code};B\n"-${code}";C`)).toMatchObject([{ code, name: 'A' }, { code: `=${code}` }, { code: `-${code}` }])
  })

  test('the heading may stand below a title, and a column without one has its letter', async () => {
    const code = fresh()
    const seen = await admin.inspect('items', `Daftar barang;;\n;;\nKode barang;Nama barang;\n${code};Kain;12\n${code}b;Benang;13`)
    expect(seen).toMatchObject({ headingRow: 3, rowCount: 2, delimiter: ';', suggestion: { columns: { code: 'Kode barang', name: 'Nama barang' } } })
    expect(seen.columns[2]).toMatchObject({ key: '(C)', heading: '', samples: ['12', '13'], filled: 2 })
    expect(await imported(`Daftar barang;;\n;;\nKode barang;Nama barang;\n${code};Kain;12`)).toMatchObject([{ row: 4, code }])
  })

  test('spreadsheets: shared and rich texts, results of formulas, days, numbers as texts, zeros in front, a chosen sheet', async () => {
    const code = fresh()
    const book = await workbookOf({
      Sampul: sheet => sheet.addRow(['Bukan data']),
      Data: sheet => {
        sheet.addRow(['Kode', 'Nama', 'Catatan', 'Stok minimum', 'Kategori'])
        sheet.addRow([71053, { richText: [{ text: 'Kain ' }, { text: 'merah' }] }, { formula: 'A1&"x"', result: 'hasil' }, 1250.5, new Date(Date.UTC(2026, 10, 20))])
        sheet.addRow([`00${code}`, 'Kain & <biru> 日本', { formula: '1+1', result: 2 }, '1.250,5', true])
        const padded = sheet.addRow([42, 'Nol di depan', { text: 'tautan', hyperlink: 'http://x' }, 0.1 + 0.2])
        padded.getCell(1).numFmt = '00000'
        sheet.addRow([])
        sheet.addRow([`${code}e`, { error: '#N/A' }, null, 5])
      },
    })
    const rows = await imported(book, { sheet: 'Data', constants: { kind: 'WIP', unit: 'Kg' } })
    expect(rows).toMatchObject([
      { row: 2, code: '71053', name: 'Kain merah', notes: 'hasil', minimumStock: '1250.5', category: '2026-11-20' },
      { row: 3, code: `00${code}`, name: 'Kain & <biru> 日本', notes: '2', minimumStock: '1250.5', category: 'TRUE' },
      { row: 4, code: '00042', name: 'Nol di depan', notes: 'tautan', minimumStock: '0.3' },
      { row: 6, code: `${code}e` },
    ])
    const batch = await admin.stage('items', book, { sheet: 'Data', constants: { kind: 'WIP', unit: 'Kg' } })
    expect(batch.findings).toContainEqual(expect.objectContaining({ column: 'name', reason: 'cell-error', value: '#N/A' }))
  })

  test('spreadsheets that leave out what others write: addresses, shared texts, prefixes; and runs within a cell', async () => {
    const code = fresh()
    const cell = (text: string) => `<c t="inlineStr"><is>${text}</is></c>`
    const book = zipOf(sheetParts(`<row>${cell('<t>Kode</t>')}${cell('<t>Nama</t>')}</row><!-- <row> -->
      <row>${cell(`<t>${code}</t>`)}${cell('<r><t>Kain </t></r><r><rPr/><t xml:space="preserve">&#x6D;erah &amp;amp; biru</t></r><rPh><t>baca</t></rPh>')}</row>`))
    expect(await imported(book)).toMatchObject([{ row: 2, code, name: 'Kain merah &amp; biru' }])
  })

  test('long texts of many bytes survive wherever a chunk of the file ends', async () => {
    const prefix = fresh()
    const names = Array.from({ length: 3000 }, (_, at) => `é日本${'ü'.repeat(at % 7)}${at}`)
    const book = await workbookOf({ A: sheet => {
      sheet.addRow(['Kode', 'Nama'])
      names.forEach((name, at) => sheet.addRow([`${prefix}-${at}`, name]))
    } })
    const batch = await admin.stage('items', book, { constants: goods })
    const stored = host.database.prepare("select fields ->> '$.name' from importRow where batchId = ? order by row").pluck().all(batch.id)
    expect(stored).toEqual(names)
    await admin.desk.imports.discardImport({ id: batch.id })
  })

  test.each([
    ['an empty file', '', 'empty'],
    ['a heading without rows', 'Kode;Nama\n', 'empty'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-table'],
    ['half an archive', zipOf(sheetParts('<row><c t="str"><v>Kode</v></c></row>')).subarray(0, 300), 'damaged'],
    ['an archive of something else', zipOf([{ name: 'readme.txt', content: 'x' }]), 'damaged'],
    ['broken XML', zipOf(sheetParts('<row><c t="str"><v>Kode</v></row>')), 'damaged'],
    ['XML with entities of its own', zipOf(sheetParts('<!DOCTYPE x [<!ENTITY a "aaaa">]><row/>')), 'damaged'],
    ['a part longer than declared', zipOf(sheetParts(`<row><c t="str"><v>${'Kode'.repeat(5000)}</v></c></row>`, 500)), 'damaged'],
    ['a quotation mark never closed', `Kode;Nama\nA;B\nC;"D\n${'E;F\n'.repeat(100)}`, 'open-quote'],
    ['quotation marks in the wrong place', 'Kode;Nama\nA;"B"C"\nD;E', 'bad-quotes'],
  ])('%s is named as what it is', async (_, content, reason) => {
    const refusal = admin.inspect('items', content).then(({ fileId, ...seen }) =>
      admin.desk.imports.stageImport({ fileId, target: 'items', setup: { ...seen, mode: 'insert', columns: { code: 'Kode', name: 'Nama' }, constants: goods } }))
    await expect(refusal).rejects.toMatchObject({ code: 'file-unreadable', params: { reason } })
    expect(importsTexts.id.unreadable).toHaveProperty(reason)
  })

  test('what would unpack into too much is refused by its table of contents alone', async () => {
    const started = performance.now()
    await expect(admin.inspect('items', zipOf(sheetParts('<row/>', 400 * 1024 * 1024)))).rejects.toMatchObject({ code: 'file-too-large', params: { what: 'unpackedBytes' } })
    const many = Array.from({ length: 2001 }, (_, at) => ({ name: `part-${at}`, content: '' }))
    await expect(admin.inspect('items', zipOf(many))).rejects.toMatchObject({ code: 'file-too-large', params: { what: 'entries' } })
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('too many rows or columns are refused', async () => {
    await expect(admin.inspect('items', `Kode;Nama\n${'A;B\n'.repeat(100_001)}`)).rejects.toMatchObject({ code: 'file-too-large', params: { what: 'rows', maximum: 100_000 } })
    await expect(admin.inspect('items', `Kode${';x'.repeat(600)}\nA;B`)).rejects.toMatchObject({ code: 'file-too-large', params: { what: 'columns' } })
  })
})

describe('mappings', () => {
  test('columns are guessed by their headings in either language, and a saved mapping that fits goes first', async () => {
    const file = `StockCode,Description,Qty sold\n${fresh()},Kain,5`
    expect((await admin.inspect('items', file)).suggestion).toEqual({ columns: { code: 'StockCode', name: 'Description' }, constants: {}, replacements: {}, mappingId: null })
    const mapping = { columns: { code: 'StockCode', name: 'Description', notes: 'Qty sold' }, constants: goods, replacements: { name: [{ from: 'kain', to: 'Kain katun' }] } }
    const saved = await admin.desk.imports.saveMapping({ target: 'items', name: 'Dari toko', ...mapping })
    expect((await admin.inspect('items', file)).suggestion).toEqual({ ...mapping, mappingId: saved.id })
    expect((await admin.inspect('items', `Kode,Nama\n${fresh()},Kain`)).suggestion.mappingId).toBeNull()

    const changed = await admin.desk.imports.saveMapping({ target: 'items', name: 'dari toko', columns: { code: 'StockCode' }, constants: {} })
    expect(changed).toMatchObject({ id: saved.id, version: 2, columns: { code: 'StockCode' } })
    await admin.desk.imports.removeMapping(changed)
    expect(await admin.desk.imports.listMappings({ target: 'items' })).toEqual([])
  })

  test('required fields need a column or a constant, columns must be there, constants must mean something', async () => {
    const file = `Kode;Nama\n${fresh()};Kain`
    await expect(admin.stage('items', file, { mode: 'insert' })).rejects.toMatchObject({ code: 'mapping-incomplete', params: { fields: ['kind', 'unit'] } })
    await expect(admin.stage('items', 'Nama\nKain')).rejects.toMatchObject({ code: 'mapping-incomplete', params: { fields: ['code'] } })
    await expect(admin.stage('items', file, { columns: { code: 'Kode', name: 'Name' }, constants: goods })).rejects.toMatchObject({ code: 'mapping-incomplete', params: { fields: ['name'] } })
    await expect(admin.stage('items', file, { columns: { code: 'Kode', name: 'Nama', nope: 'Nama' }, constants: goods })).rejects.toMatchObject({ code: 'mapping-incomplete' })
    await expect(admin.stage('items', file, { constants: { ...goods, unit: 'yrd' } })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['setup', 'constants', 'unit'], reason: 'imports.issues.unknown-reference', params: { suggestion: 'Yard' } }] },
    })
    const proto = JSON.parse('{"__proto__": "Kode", "constructor": "Nama"}') as Record<string, string>
    await expect(admin.stage('items', file, { columns: proto, constants: goods })).rejects.toMatchObject({ code: 'mapping-incomplete' })
  })
})

describe('who may', () => {
  test('Admins import; those who look after the data export; others do neither', async () => {
    const warehouse = await importer(host, 'Warehouse Admin')
    await expect(warehouse.inspect('items', 'Kode;Nama\nA;B')).rejects.toMatchObject({ code: 'forbidden' })
    expect((await warehouse.desk.imports.exportList({ target: 'items', format: 'csv' })).name).toMatch(/^barang_2026-11-20\.csv$/)
    const sewing = await host.as('Admin Sewing', 'SEW')
    await expect(sewing.imports.exportList({ target: 'items', format: 'csv' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(sewing.imports.putRows({ id: newId(), rows: [] })).rejects.toMatchObject({ code: 'not-found' })
    expect((await warehouse.desk.imports.listTargets({})).map(({ canImport, canExport }) => [canImport, canExport])).toContainEqual([false, true])
  })

  test('a file is its uploader’s own', async () => {
    const other = await importer(host)
    const ticket = await admin.upload(`Kode;Nama\n${fresh()};A`)
    await expect(other.desk.imports.inspectFile({ target: 'items', ticket })).rejects.toMatchObject({ code: 'ticket-invalid' })
    const { fileId } = await admin.desk.imports.inspectFile({ target: 'items', ticket })
    await expect(other.desk.imports.inspectFile({ target: 'items', fileId })).rejects.toMatchObject({ code: 'ticket-invalid' })
    await expect(admin.desk.imports.inspectFile({ target: 'items', ticket })).rejects.toMatchObject({ code: 'ticket-invalid' })
  })

  test('IA-9 costs are neither taken from nor shown to those who may not see them', async () => {
    const manager = await importer(host, 'Manager', { grants: ['process.importData'] })
    const code = fresh()
    const file = `Kode;Nama;Harga satuan\n${code};Kain;12.500`
    await expect(manager.stage('items', file, { columns: { code: 'Kode', name: 'Nama', unitCost: 'Harga satuan' }, constants: goods })).rejects.toMatchObject({ code: 'forbidden' })
    const batch = await admin.stage('items', file, { constants: goods })
    expect((await rowsOf(batch.id))[0]!.values).toMatchObject({ unitCost: '12500' })
    const { rows } = await manager.desk.imports.listImportRows({ batchId: batch.id })
    expect(JSON.stringify([rows, await manager.desk.imports.getBatch({ id: batch.id })])).not.toContain('unitCost')
    await expect(manager.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'forbidden' })
    await admin.desk.imports.applyImport(batch)
    const text = (await manager.fetch(await manager.desk.imports.exportList({ target: 'items', format: 'csv' }))).toString()
    expect(text.split('\r\n')[0]).not.toContain('Harga')
    const owner = await importer(host, 'Superadmin')
    expect((await owner.fetch(await owner.desk.imports.exportList({ target: 'items', format: 'csv' }))).toString()).toMatch(new RegExp(`${code};Kain;.*;12500;`))
  })
})

describe('IA-9 nothing about an import tells costs', () => {
  test('neither mappings, findings, filters, searches nor the history', async () => {
    const manager = await importer(host, 'Manager', { grants: ['process.importData'] })
    const name = `Harga ${fresh()}`
    const mapping = { target: 'items' as const, name, columns: { code: name, unitCost: 'Harga' }, constants: { unit: 'Pcs' } }
    const saved = await admin.desk.imports.saveMapping({ ...mapping, columns: { code: name }, constants: { unitCost: '98765' } })
    expect(await admin.desk.imports.listMappings({ target: 'items' })).toContainEqual(saved)
    expect(await manager.desk.imports.listMappings({ target: 'items' })).toContainEqual({ ...saved, constants: {} })
    await expect(manager.desk.imports.saveMapping(mapping)).rejects.toMatchObject({ code: 'forbidden' })

    const [one, two] = [fresh(), fresh()]
    const batch = await admin.stage('items', `Kode;Nama;Harga satuan\n${one};Kain;43215\n${two};Benang;mahal`, { constants: { ...goods, minimumStock: '1' } })
    expect(batch.findings.map(({ column }) => column)).toContain('unitCost')
    expect((await manager.desk.imports.getBatch({ id: batch.id })).findings).toEqual([])
    const rows = async (desk: typeof admin.desk, query: object) => (await desk.imports.listImportRows({ batchId: batch.id, ...query })).rows.length
    const queries = [{ search: '43215' }, { filter: { column: 'unitCost' } }, { filter: { reason: 'not-a-number' as const } }]
    for (const query of queries) expect([await rows(admin.desk, query), await rows(manager.desk, query)]).toEqual([1, 0])
    expect(await rows(manager.desk, { search: one })).toBe(1)

    for (const [entity, id] of [['importBatch', batch.id], ['importMapping', saved.id]] as const) {
      const fieldsSeen = async (desk: typeof admin.desk) => (await desk.audit.listHistory({ entity, id })).rows.flatMap(({ changes }) => changes.map(({ field }) => field))
      for (const field of entity === 'importBatch' ? ['setup', 'findings'] : ['columns', 'constants']) {
        expect(await fieldsSeen(admin.desk)).toContain(field)
        expect(await fieldsSeen(manager.desk)).not.toContain(field)
      }
    }
    await admin.desk.imports.removeMapping(saved)
    await admin.desk.imports.discardImport({ id: batch.id })
  })
})

describe('IO-3 an own export comes back unchanged', () => {
  const awkward = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom('=1+1', '+62', '-5', '@SUM(A1)', "'=x", "''-y", '0012', '1.5', '"', '";"', 'a\nb', 'a;b,c\td', '&amp; <b> &lt;', '_x0041_', '日本語', '👗 gaun', 'TRUE', '\uFEFFx', '20-11-2026', 'é', '−7'),
  )
  // eslint-disable-next-line no-control-regex -- exactly what names may not contain
  const text = awkward.map(value => value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim()).filter(value => value !== '')
  const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(units => `${Math.floor(units / 10_000)}.${String(units % 10_000).padStart(4, '0')}`)
  const oneItem = fc.record({
    code: text, name: text, category: fc.oneof(fc.constant(''), text), notes: fc.oneof(fc.constant(''), text), minimumStock: fc.oneof(amount, fc.constantFrom('0', '1.25', '1250.5', '1.255')),
    packing: fc.option(fc.integer({ min: 1, max: 1_000_000 })), kind: fc.constantFrom('RAW_MATERIAL' as const, 'SERVICE' as const),
  })

  test.each(['csv', 'xlsx'] as const)('IO-3 items with awkward texts, as %s in both languages: every row is the same, and applying changes nothing', async format => {
    const own = await startTestHost()
    try {
      const user = await importer(own)
      const unitId = own.database.prepare("select id from unit where code = 'Kg'").pluck().get() as string
      const state = () => own.database.prepare("select (select count(*) from auditEntry where entity = 'item') as audits, (select sum(version) from item) as versions").get()
      await fc.assert(fc.asyncProperty(fc.array(oneItem, { minLength: 10, maxLength: 40 }), async items => {
        for (const { packing, kind, ...item } of items) {
          const fields = { ...item, code: item.code.slice(0, 50).toWellFormed().trim(), unitId, kind, piecesPerCarton: packing, cartonsPerPallet: packing, unitCost: item.minimumStock }
          await user.desk.masters.createItem(fields).catch((error: { code: string }) => expect(error.code).toBe('duplicate'))
        }
        const kept = own.database.prepare('select count(*) from item').pluck().get() as number
        const before = state()
        for (const language of ['id', 'en'] as const) {
          const batch = await user.stage('items', await user.fetch(await user.desk.imports.exportList({ target: 'items', format, language })))
          expect(batch).toMatchObject({ rowCount: kept, sameCount: kept, faultyCount: 0 })
          await user.desk.imports.applyImport(batch)
        }
        expect(state()).toEqual(before)
      }), { numRuns: 6 })
      expect(own.faults).toEqual([])
    } finally {
      await own.stop()
    }
  }, 300_000)

  test('IO-3 units, sections, locations and opening stock, in both formats and languages', async () => {
    const code = fresh()
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama\n${code};Isi`, { constants: { ...goods, unit: 'Meter' } }))
    await admin.desk.imports.applyImport(await admin.stage('openingStock', `Kode barang;Kode lokasi;Jumlah\n${code};WH-MAIN;12,25`))
    for (const target of ['units', 'sections', 'locations', 'openingStock'] as const) {
      for (const format of ['csv', 'xlsx'] as const) {
        for (const language of ['id', 'en'] as const) {
          const batch = await admin.stage(target, await admin.fetch(await admin.desk.imports.exportList({ target, format, language })))
          expect(batch, `${target} ${format} ${language}`).toMatchObject({ sameCount: batch.rowCount, faultyCount: 0 })
          expect(batch.rowCount).toBeGreaterThan(0)
          const entries = count('auditEntry')
          await admin.desk.imports.applyImport(batch)
          expect(count('auditEntry') - entries).toBe(1)
        }
      }
    }
  })

  test('RP-5 no cell of an export starts a formula; exports are kept in the audit', async () => {
    const code = fresh()
    await admin.desk.imports.applyImport(await admin.stage('items', `Kode;Nama;Kategori\n${code};'=HYPERLINK("x");'+A`, { constants: goods }))
    expect(itemOf(code)).toMatchObject({ name: '=HYPERLINK("x")', category: '+A' })
    const text = (await admin.fetch(await admin.desk.imports.exportList({ target: 'items', format: 'csv' }))).toString()
    expect(text).toMatch(/^\uFEFFKode;Nama;Jenis;Satuan;/)
    expect(text).toContain(`${code};"'=HYPERLINK(""x"")";Barang jadi;Pcs;'+A;`)
    const english = (await admin.fetch(await admin.desk.imports.exportList({ target: 'items', format: 'csv', language: 'en' }))).toString()
    expect(english).toContain(`${code},"'=HYPERLINK(""x"")",Finished good,Pcs,'+A,`)
    const book = await admin.inspect('items', await admin.fetch(await admin.desk.imports.exportList({ target: 'items', format: 'xlsx' })))
    expect(book.columns.find(({ key }) => key === 'Kategori')!.samples).toContain("'+A")
    expect(count('auditEntry', "action = 'EXPORT' and after like '%imports.items%'")).toBeGreaterThan(1)
  })

  test('templates have the right headings, and are refused as empty until they are filled', async () => {
    const csv = await admin.fetch(await admin.desk.imports.downloadTemplate({ target: 'items', format: 'csv' }))
    expect(csv.toString()).toMatch(/^\uFEFFKode \*;Nama \*;Jenis \*;Satuan \*;Kategori;/)
    const book = await admin.fetch(await admin.desk.imports.downloadTemplate({ target: 'items', format: 'xlsx', language: 'en' }))
    const seen = await admin.inspect('items', book)
    expect(seen).toMatchObject({ sheets: ['Items', 'Guide'], sheet: 'Items', rowCount: 0, suggestion: { columns: { code: 'Code *', name: 'Name *', kind: 'Kind *', unit: 'Unit *' } } })
  })
})

describe('three real days of invoices', () => {
  const days = ['2010-12-01', '2010-12-02', '2010-12-03'].map(day => readFileSync(new URL(`fixtures/invoices/${day}.csv`, import.meta.url), 'utf8'))
  /** The lines as code and description: the fields never hold a line break. */
  const lines = days.flatMap(day => day.trim().split('\n').slice(1)).map(line => {
    const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted === undefined ? plain! : quoted.replaceAll('""', '"')))
    return { code: fields[1]!, name: fields[2]!.trim() }
  })
  const whole = [days[0]!.trimEnd(), ...days.slice(1).map(day => day.trimEnd().split('\n').slice(1).join('\n'))].join('\n')
  const codes = Map.groupBy(lines, ({ code }) => code.trim().toLowerCase())
  const namesOf = (rows: typeof lines) => Map.groupBy(rows.filter(({ name }) => name !== ''), ({ name }) => name)
  const odd = ['bank charges', 'c2', 'd', 'dot', 'm', 'post']
  const choice = { columns: { code: 'StockCode', name: 'Description' }, constants: goods, mode: 'insert' as const }

  test('7,419 lines as items: doubles, blanks, odd codes and twins are named, and what is accepted lands whole', async () => {
    const own = await startTestHost()
    try {
      const user = await importer(own)
      const rowsHere = (where: string) => own.database.prepare(`select count(*) from importRow where ${where}`).pluck().get()
      const batch = await user.stage('items', whole, choice)
      const groups = [...codes.entries()]
      const named = groups.filter(([, rows]) => namesOf(rows).size === 1)
      const nameless = groups.filter(([, rows]) => namesOf(rows).size === 0)
      const doubled = groups.filter(([, rows]) => namesOf(rows).size > 1)
      const faulty = nameless.length + doubled.reduce((sum, [, rows]) => sum + namesOf(rows).size, 0) + named.filter(([code]) => odd.includes(code)).length
      expect(lines).toHaveLength(7419)
      expect([groups.length, named.length, nameless.length, doubled.length]).toEqual([1840, 1812, 19, 9])
      expect(batch).toMatchObject({
        rowCount: 7419, newCount: named.length - odd.length, faultyCount: faulty, sameCount: 7419 - faulty - (named.length - odd.length), changedCount: 0, skippedCount: 0,
      })

      const finding = (reason: string) => batch.findings.filter(found => found.reason === reason)
      const sum = (reason: string) => finding(reason).reduce((total, found) => total + found.count, 0)
      expect(finding('odd-code').map(({ value }) => value!.toLowerCase()).sort()).toEqual(odd)
      expect(finding('required')).toMatchObject([{ column: 'name', weight: 'fault', count: nameless.length }])
      expect(finding('duplicate-in-file').map(({ value }) => value!.toLowerCase()).sort()).toEqual(doubled.map(([code]) => code).sort())
      const twins = groups.filter(([, rows]) => new Set(rows.map(({ code }) => code.trim())).size > 1)
      expect(sum('other-case')).toBe(twins.length)
      expect(twins).toHaveLength(26)
      const blanks = groups.flatMap(([, rows]) => (namesOf(rows).size > 0 ? rows.filter(({ name }) => name === '') : []))
      expect(sum('taken-from-row')).toBe(blanks.length)

      const decided = await user.desk.imports.decideRows({
        ...batch,
        decisions: [
          { act: 'fillWithKey', field: 'name', where: { reason: 'required', column: 'name' } },
          { act: 'keepProposed', where: { reason: 'duplicate-in-file' } },
          { act: 'skip', where: { reason: 'odd-code', value: 'BANK CHARGES' } },
          { act: 'skip', where: { reason: 'odd-code', value: 'D' } },
          { act: 'accept', reason: 'odd-code', where: { reason: 'odd-code' } },
        ],
      })
      const skipped = lines.filter(({ code }) => ['bank charges', 'd'].includes(code.toLowerCase())).length
      const lost = doubled.reduce((total, [, rows]) => total + namesOf(rows).size - 1, 0)
      expect(decided).toMatchObject({ faultyCount: 0, newCount: groups.length - 2, skippedCount: skipped + lost })
      expect(rowsHere("status = 'new'")).toBe(groups.length - 2)

      await user.desk.imports.applyImport(decided)
      const items = own.database.prepare('select code, name from item').all() as { code: string; name: string }[]
      const expected = groups.filter(([code]) => !['bank charges', 'd'].includes(code)).map(([code, rows]) => {
        const names = [...namesOf(rows)].sort(([, a], [, b]) => b.length - a.length)
        return { code, name: names[0]?.[0] ?? '' }
      })
      expect(items).toHaveLength(expected.length)
      const landed = new Map(items.map(({ code, name }) => [code.toLowerCase(), name]))
      for (const { code, name } of expected) expect(landed.get(code)?.toLowerCase(), code).toBe((name === '' ? code : name).toLowerCase())
      expect(own.faults).toEqual([])
    } finally {
      await own.stop()
    }
  }, 300_000)

  test('day by day: what the first brought in is left alone by the next', async () => {
    const own = await startTestHost()
    try {
      const user = await importer(own)
      const known = new Set<string>()
      for (const day of days) {
        const batch = await user.stage('items', day, choice)
        const decided = await user.desk.imports.decideRows({
          ...batch, decisions: [{ act: 'keepProposed', where: { reason: 'duplicate-in-file' } }, { act: 'skip', where: { reason: 'required' } }, { act: 'accept', reason: 'odd-code', where: { reason: 'odd-code' } }],
        })
        expect(decided.faultyCount).toBe(0)
        await user.desk.imports.applyImport(decided)
        const today = day.trim().split('\n').slice(1).map(line => /^[^,]*,([^,]*),("[^"]|[^,"])/.exec(line)?.[1]?.toLowerCase())
        for (const code of today) if (code !== undefined) known.add(code)
        expect(own.database.prepare('select count(*) from item').pluck().get()).toBe(known.size)
      }
    } finally {
      await own.stop()
    }
  }, 300_000)
})

describe('ten thousand rows', () => {
  const rows = 10_000
  const file = (prefix: string) => `Kode;Nama;Satuan;Jenis;Stok minimum\n${Array.from({ length: rows }, (_, at) => `${prefix}-${at};Barang nomor ${at};Pcs;Barang jadi;${at}`).join('\n')}`
  const setupOf = async (content: string) => {
    const { fileId, suggestion, ...seen } = await admin.inspect('items', content)
    return { fileId, target: 'items' as const, setup: { ...seen, ...suggestion, mode: 'insert' as const } }
  }

  test('they stage in a worker with progress, while other desks are answered', async () => {
    const input = await setupOf(file(fresh()))
    const progress: Progress[] = []
    const other = await host.as('Admin')
    let isStaging = true
    const staging = host.desk(admin.session, { onProgress: one => progress.push(one) }).imports.stageImport(input).finally(() => (isStaging = false))
    const waits: number[] = []
    while (isStaging) {
      const asked = performance.now()
      await other.masters.listItems({ search: String(waits.length) })
      waits.push(performance.now() - asked)
      await new Promise(resolve => setTimeout(resolve, 1))
    }
    const batch = await staging
    expect(batch).toMatchObject({ rowCount: rows, newCount: rows })
    expect(new Set(progress.map(({ stage }) => stage))).toEqual(new Set(['reading', 'checking', 'writing', 'finishing']))
    expect(progress.filter(({ stage }) => stage === 'checking').length).toBeGreaterThanOrEqual(20)
    expect(waits.length).toBeGreaterThan(10)
    expect(waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.9)]).toBeLessThan(100)

    const page = await admin.desk.imports.listImportRows({ batchId: batch.id, filter: { status: 'new' }, pageSize: 100, total: true })
    expect(page).toMatchObject({ total: rows })
    const next = await admin.desk.imports.listImportRows({ batchId: batch.id, filter: { status: 'new' }, pageSize: 100, cursor: page.next! })
    expect(next.rows[0]!.row).toBe(page.rows.at(-1)!.row + 1)
    await admin.desk.imports.discardImport({ id: batch.id })
  }, 300_000)

  test('a cancel leaves nothing behind, wherever the import was', async () => {
    const input = await setupOf(file(fresh()))
    const staging = () => count('importBatch', `status = 'STAGING'`)
    const cancelAt = async (stage: string, least = 0) => {
      const abort = new AbortController()
      const desk = host.desk(admin.session, { signal: abort.signal, onProgress: one => (one.stage === stage && one.done >= least ? abort.abort() : undefined) })
      await expect(desk.imports.stageImport(input)).rejects.toMatchObject({ code: 'cancelled' })
    }
    const before = [count('importRow', 'true'), staging()]
    for (const [stage, done] of [['checking', 2000], ['writing', 0], ['writing', 250], ['writing', 2000], ['finishing', 0]] as const) {
      await cancelAt(stage, done)
      expect([count('importRow', 'true'), staging()], `${stage} ${done}`).toEqual(before)
    }
  }, 300_000)

  test('what a host that died has left of an import is swept after a while', async () => {
    const id = newId()
    const { target, setup } = await setupOf(file(fresh()))
    await host.system.imports.beginStaging({ id, target, setup, fileName: 'mati.csv', files: [] })
    await host.system.imports.forgetAbandoned({})
    expect(count('importBatch', `id = '${id}'`)).toBe(1)
    host.clock.advance(16 * 60_000)
    await host.system.imports.forgetAbandoned({})
    expect(count('importBatch', `id = '${id}'`)).toBe(0)
  })

  test('a decision that was broken off leaves the batch in the list, to be checked again', async () => {
    const prefix = fresh()
    const batch = await admin.stage('items', `Kode;Nama\n${Array.from({ length: 800 }, (_, at) => `${prefix}-${at};`).join('\n')}`, { constants: goods })
    const abort = new AbortController()
    const desk = host.desk(admin.session, { signal: abort.signal, onProgress: one => (one.stage === 'writing' && one.done > 0 ? abort.abort() : undefined) })
    const decisions = [{ act: 'skip' as const, where: { status: 'faulty' as const } }]
    await expect(desk.imports.decideRows({ ...batch, decisions })).rejects.toMatchObject({ code: 'cancelled' })

    host.clock.advance(16 * 60_000)
    await host.system.imports.forgetAbandoned({})
    const left = (await admin.desk.imports.listBatches({ filter: { status: 'STAGING' } })).rows.find(({ id }) => id === batch.id)!
    expect(left).toMatchObject({ status: 'STAGING', rowCount: 800 })
    await expect(admin.desk.imports.applyImport(left)).rejects.toMatchObject({ code: 'wrong-state' })
    const checked = await admin.desk.imports.decideRows({ ...left, decisions: [] })
    expect(checked.status).toBe('STAGED')
    expect(checked.skippedCount + checked.faultyCount).toBe(800)
    expect(await admin.desk.imports.decideRows({ ...checked, decisions })).toMatchObject({ skippedCount: 800, faultyCount: 0 })
    await admin.desk.imports.discardImport({ id: batch.id })
  }, 300_000)

  test('a batch that was discarded takes no more rows', async () => {
    const batch = await admin.stage('items', `Kode;Nama\n${fresh()};X`, { constants: goods })
    await admin.desk.imports.discardImport({ id: batch.id })
    await expect(host.system.imports.putRows({ id: batch.id, rows: [] })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('reading and guessing', () => {
  test.each([
    ['1.250,5', ',', '1250.5'], ['1.250', ',', '1250'], ['1.250', '.', '1.250'], ['1,250', '.', '1250'], ['1,250', ',', '1.250'], ['12,75', '.', '12.75'], ['2.5', ',', '2.5'],
    ['1.234.567', ',', '1234567'], ['1 234,5', ',', '1234.5'], ['Rp 1.500', ',', '1500'], ['-3', ',', '-3'], ['−3', ',', '-3'], [',5', ',', '0.5'], ['5,', ',', '5'],
    ['abc', ',', undefined], ['', ',', undefined], ['1,2,3', ',', undefined], ['-', ',', undefined], ['1.2.3', ',', undefined], ['1e5', '.', undefined],
  ] as const)('%s with a decimal %s is %s', (typed, mark, plain) => {
    expect(plainNumber(typed, mark)).toBe(plain)
  })

  test.each([['1.250,5', ','], ['1,250.5', '.'], ['12,5', ','], ['12.5', '.'], ['1.250', undefined], ['1,250', undefined], ['abc', undefined], ['1250', undefined]])('%s betrays %s', (text, mark) => {
    expect(betrayedMark(text)).toBe(mark)
  })

  test('numbers of a spreadsheet have fifteen digits', () => {
    expect([0.1 + 0.2, 71053, 8991234567890, 1e20, 1e-7, 1250.5].map(spreadsheetNumber)).toEqual(['0.3', '71053', '8991234567890', '100000000000000000000', '0.0000001', '1250.5'])
  })

  test('text that is safe in a spreadsheet reads back as it was', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", 'a', '\t', '−', '＝', '1') }), value => {
      expect(readableText(safeText(value))).toBe(value)
      expect(safeText(value)).not.toMatch(/^[=+\-−@＝＋－＠\t]/)
    }))
  })

  test.each([
    ['a;b\n1,5;2,5', ';'], ['a,b\n1;2,3;4', ','], ['a\tb\n1,2\t3', '\t'], ['nama\nBaut, 5mm\nMur', ';'], ['Nama, alias;Kode\nA, B;1\nC, D;2', ';'], ['', ';'],
  ])('%j is separated by %j', (sample, delimiter) => {
    expect(likelyDelimiter(sample)).toBe(delimiter)
  })

  test('typing errors are counted, and wild guesses are not made', () => {
    expect([typingErrors('yrd', 'yard'), typingErrors('abcd', 'abdc'), typingErrors('', 'abc'), typingErrors('same', 'same')]).toEqual([1, 1, 3, 0])
    const units = ['Pcs', 'Meter', 'Yard', 'Kg', 'Kilogram'].map(text => candidate(text, text))
    expect([nearest('yrd', units), nearest('metre', units), nearest('kilo', units), nearest('xyz', units), nearest('', units)]).toEqual(['Yard', 'Meter', 'Kilogram', undefined, undefined])
  })

  test('odd codes are those that lack what nearly all others have', () => {
    const usual = Array.from({ length: 40 }, (_, at) => `71${String(at).padStart(3, '0')}`)
    expect([...oddCodes([...usual, 'POST', 'C2', 'A 1234', '8,99E+12'])]).toEqual([['POST', 'no-digit'], ['C2', 'short'], ['A 1234', 'blank'], ['8,99E+12', 'scientific']])
    expect(oddCodes(['KAIN', 'BENANG', 'KANCING']).size).toBe(0)
    expect(oddCodes(Array.from({ length: 5000 }, (_, at) => `X${at}`)).size).toBe(0)
  })

  test('every reason has its words in both languages', () => {
    for (const language of ['id', 'en'] as const) {
      for (const reason of unreadableReasons) expect(importsTexts[language].unreadable, reason).toHaveProperty(reason)
      for (const reason of issueReasons) {
        expect(importsTexts[language].issues, reason).toHaveProperty(reason)
        expect(importsTexts[language].findings, reason).toHaveProperty(reason)
      }
    }
  })
})
