import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BusinessDay } from '../shared/core/dates.ts'
import { decimal } from '../shared/core/decimal.ts'
import type { InputOf } from '../shared/core/procedure.ts'
import type { reports } from '../shared/reports/contract.ts'
import { monthOf, percentOf, readPeriod } from '../shared/reports/rules.ts'
import { texts } from '../shared/texts.ts'
import { createScope, type Session } from '../src-main/core/session.ts'
import { connection, createReader } from '../src-main/database/reader.ts'
import { createPaper, type Paper } from '../src-main/engines/reports-paper.ts'
import { writeReportPdf } from '../src-main/engines/reports-pdf.ts'
import { writeCsv, writeWorkbook } from '../src-main/engines/reports-sheet.ts'
import { defineReport } from '../src-main/engines/reports.ts'
import { createSettings } from '../src-main/engines/settings.ts'
import { definitions } from '../src-main/reports/definitions.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { unitIdOf } from './support/stores.ts'

type Export = InputOf<typeof reports.exportReport>
const formula = '=HYPERLINK("http://x.id","klik")'

let host: TestHost
let manager: Session
let admin: Desk
const places: Record<string, string> = {}
const items: Record<string, string> = {}

beforeAll(async () => {
  host = await startTestHost({ now: '2026-10-12T03:00:00.000Z' })
  admin = await host.as('Superadmin')
  const site = await admin.settings.getSite({})
  await admin.settings.updateSite({ version: site.version, name: 'PT Boneka Ceria', address: 'Jl. Industri 45\nBandung', phone: '(022) 779-1234' })
  for (const code of ['SEW', 'CUT']) {
    await admin.masters.createLocation({ code: `WH-${code}`, name: `Rak ${code}`, kind: 'INTERNAL', sectionId: host.section(code) })
  }
  for (const { code, id } of (await admin.masters.listLocations({ pageSize: 200 })).rows) places[code] = id
  await newItem('KN-01', 'Kain velboa', 'Meter', '100', '25000.5')
  await newItem('BN-02', 'Benang hitam', 'Cone', '10', '12000')
  await newItem('MT-03', formula, 'Pcs', '50')
  await newItem('TL-04', 'Tali', 'Meter', '0', '500')
  await newItem('PT-05', 'Pita', 'Meter', '100', '1000')
  await newItem('JS-06', 'Jasa bordir', 'Pcs', '0', '1', 'SERVICE')
  await receive('KN-01', '100', 'WH-MAIN')
  host.clock.set('2026-11-20T03:05:09.000Z')
  manager = { ...(await host.sessionFor('Manager')), fullName: 'Sri Wulandari', canSeeCost: true }
  await receive('KN-01', '50.5', 'WH-MAIN')
  await admin.warehouse.issueStock({ itemId: items['KN-01']!, quantity: '30', fromLocationId: places['WH-MAIN']! })
  await admin.warehouse.transferStock({ itemId: items['KN-01']!, quantity: '20', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
  await receive('KN-01', '7', 'WH-CUT')
  await receive('MT-03', '40', 'WH-MAIN')
  await receive('TL-04', '1234.5', 'WH-CUT')
  await receive('PT-05', '110', 'WH-MAIN')
})
afterAll(() => host.stop())

async function newItem(code: string, name: string, unit: string, minimumStock: string, unitCost?: string, kind: 'RAW_MATERIAL' | 'SERVICE' = 'RAW_MATERIAL') {
  const unitId = await unitIdOf(admin, unit)
  items[code] = (await admin.masters.createItem({ code, name, kind, unitId, minimumStock, unitCost })).id
}
const receive = (code: string, quantity: string, to: string) => admin.warehouse.receiveStock({ itemId: items[code]!, quantity, toLocationId: places[to]! })

const preview = (session: Session, filters: Export['filters'] = {}, report = 'inventory') => host.desk(session).reports.previewReport({ report, filters })
async function row(session: Session, code: string, filters: Export['filters'] = {}, report = 'inventory') {
  return (await preview(session, filters, report)).rows.find(({ cells }) => cells.code === code)?.cells
}
/** The file as a desk would get it. */
async function exported(session: Session, request: Omit<Export, 'report'> & { report?: string }) {
  const { ticket, ...rest } = await host.desk(session).reports.exportReport({ report: 'inventory', ...request })
  const { path, mediaType } = host.host.files.redeem(ticket)
  return { ...rest, path, mediaType, bytes: readFileSync(path) }
}
async function sheetOf(path: string) {
  const book = new excel.Workbook()
  await book.xlsx.readFile(path)
  return book.worksheets[0]!
}
const csvRows = (bytes: Buffer, delimiter: string) => Papa.parse<string[]>(bytes.toString('utf8').replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true }).data
const hasPdftotext = spawnSync('pdftotext', ['-v']).status === 0
const pdfText = (path: string) => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
const withoutPdftotext = 'pdftotext (poppler-utils) is not installed: the text of the PDF is not read back'

describe('which reports there are', () => {
  test('each in both languages, every key of it', () => {
    const exists = (language: 'id' | 'en', key: string) => key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], texts[language])
    for (const report of definitions) {
      const read = report.read(readContext(manager), {})
      const keys = [report.titleKey, report.descriptionKey, ...report.signatures, ...read.filters.map(({ labelKey }) => labelKey)]
      const ofColumns = read.columns.flatMap(({ labelKey, explainKey, choices = [] }) => [labelKey, explainKey, ...choices.map(choice => choice.labelKey)])
      const ofChoices = read.filters.flatMap(({ choices = [] }) => choices.map(choice => choice.labelKey))
      for (const key of [...keys, ...ofColumns, ...ofChoices]) {
        if (key !== undefined) expect([key, typeof exists('id', key), typeof exists('en', key)]).toEqual([key, 'string', 'string'])
      }
    }
  })

  test('those whose own permission the user has', async () => {
    const sewing = await host.as('Admin Sewing', 'SEW')
    const named = async (desk: Desk) => (await desk.reports.listReports({})).map(({ name }) => name)
    const ofProduction = ['downtime', 'oee', 'transferTimes', 'lineClearance', 'stageYield', 'reworkCards', 'dailySectionSummary', 'itemAggregate', 'workerHistory', 'attendance', 'dailyLedger', 'wastage', 'efficiency', 'teamProduction', 'findings']
    expect(await named(sewing)).toEqual(['inventory', 'stockMovement', 'stockCard', 'stockAgeing', 'stockValuation', 'countSheet', 'countVariance', 'materialDebt', 'shortage', ...ofProduction])
    const inspector = await host.sessionFor('QC Inspector', 'SEW')
    expect(inspector.permissions.has('reports.view')).toBe(true)
    expect(await named(host.desk(inspector))).toEqual(ofProduction)
    await expect(preview(inspector)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'warehouse.view' } })
    await expect(preview(manager, {}, 'constructor')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a Picker may see and export none, and the attempt is kept', async () => {
    const picker = await host.as('Picker')
    await expect(picker.reports.listReports({})).rejects.toMatchObject({ code: 'forbidden' })
    await expect(picker.reports.previewReport({ report: 'inventory' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(picker.reports.exportReport({ report: 'inventory', format: 'pdf' })).rejects.toMatchObject({ code: 'forbidden' })
    await new Promise(resolve => setTimeout(resolve, 20))
    const kept = host.database.prepare(`select count(*) from securityEvent where kind = 'FORBIDDEN' and detail like '%reports.exportReport%'`).pluck().get()
    expect(kept).toBe(1)
  })

  test('who may only look may not export', async () => {
    const sewing = await host.as('Admin Sewing', 'SEW')
    await expect(sewing.reports.exportReport({ report: 'inventory', format: 'csv' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(host.desk(manager).reports.recordExport({ report: 'inventory', format: 'csv', language: 'id', filters: {}, rowCount: 1, fileName: 'x' }))
      .rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('inventory', () => {
  test('on hand, reserved, available, minimum; items without stock too, services not', async () => {
    const { rows, count, columns } = await preview(manager)
    expect(columns.map(({ key }) => key)).toEqual(['code', 'name', 'unit', 'onHand', 'reserved', 'available', 'minimum', 'coverage', 'status', 'value'])
    expect(rows.map(({ cells }) => cells.code)).toEqual(['BN-02', 'KN-01', 'MT-03', 'PT-05', 'TL-04'])
    expect(count).toBe(5)
    expect(rows[1]!.cells).toEqual({
      code: 'KN-01', name: 'Kain velboa', unit: 'Meter', onHand: '127.50', reserved: '0', available: '127.50', minimum: '100.00', coverage: '127.5',
      status: 'OK', value: '3187563.75',
    })
    expect(rows[1]!.source).toEqual({ entity: 'item', id: items['KN-01'] })
  })

  test('WH-7 nothing left is CRITICAL, at most the minimum LOW, more is OK', async () => {
    expect((await row(manager, 'BN-02'))!.status).toBe('CRITICAL')
    expect((await row(manager, 'MT-03'))!.status).toBe('LOW')
    expect((await row(manager, 'PT-05'))!.status).toBe('OK')
    const { rows, tallies } = await preview(manager, { status: 'LOW' })
    expect(rows.map(({ cells }) => cells.code)).toEqual(['MT-03'])
    expect((await preview(manager)).tallies.map(({ value, count }) => [value, count])).toEqual([['CRITICAL', 1], ['LOW', 1], ['OK', 3]])
    expect(tallies.map(({ count }) => count)).toEqual([0, 1, 0])
  })

  test('quantities are added up within a unit only, amounts over all', async () => {
    const { totals } = await preview(manager)
    expect(totals).toEqual([
      { unit: 'Cone', count: 1, cells: { onHand: '0', reserved: '0', available: '0', value: '0.00' } },
      { unit: 'Meter', count: 3, cells: { onHand: '1472.00', reserved: '0', available: '1472.00', value: '3914813.75' } },
      { unit: 'Pcs', count: 1, cells: { onHand: '40', reserved: '0', available: '40', value: '0.00' } },
      { unit: null, count: 5, cells: { value: '3914813.75' } },
    ])
    const ofOneUnit = await preview(manager, { search: 'kain' })
    expect(ofOneUnit.totals).toEqual([{ unit: 'Meter', count: 1, cells: { onHand: '127.50', reserved: '0', available: '127.50', value: '3187563.75' } }])
  })

  test('narrowed by place, section, kind, stock and words; by place with its name', async () => {
    const codes = async (filters: Export['filters']) => (await preview(manager, filters)).rows.map(({ cells }) => `${cells.location ?? ''} ${cells.code} ${cells.onHand}`.trim())
    expect(await codes({ location: places['WH-SEW']! })).toEqual(['Rak SEW KN-01 20.00'])
    expect(await codes({ section: host.section('CUT') })).toEqual(['Rak CUT KN-01 7.00', 'Rak CUT TL-04 1234.50'])
    expect((await codes({ byLocation: true })).slice(0, 3)).toEqual(['Gudang utama KN-01 100.50', 'Gudang utama MT-03 40', 'Gudang utama PT-05 110.00'])
    expect(await codes({ onlyWithStock: true, search: '0 t' })).toEqual(['MT-03 40', 'PT-05 110.00', 'TL-04 1234.50'])
    expect(await codes({ itemKind: 'FINISHED_GOOD' })).toEqual([])
    expect((await preview(manager, { byLocation: true })).groupKey).toBe('location')
    await expect(preview(manager, { status: 'BROKEN' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['filters', 'status'] }] } })
    await expect(preview(manager, { colour: 'red' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(preview(manager, { section: 'SEW' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('page by page, with the totals of all', async () => {
    const first = await host.desk(manager).reports.previewReport({ report: 'inventory', pageSize: 2 })
    const last = await host.desk(manager).reports.previewReport({ report: 'inventory', pageSize: 2, page: 3 })
    expect([first.rows.length, last.rows.length, first.count]).toEqual([2, 1, 5])
    expect(last.totals).toEqual(first.totals)
  })

  test('IA-5 a section sees its own stores and the factory’s, not those of another section, in preview and file', async () => {
    const sewing = await host.sessionFor('Admin Sewing', 'SEW')
    expect((await row(sewing, 'KN-01'))!.onHand).toBe('120.50')
    expect((await row(manager, 'KN-01'))!.onHand).toBe('127.50')
    expect((await row(sewing, 'TL-04'))!.onHand).toBe('0')
    expect((await preview(sewing, { byLocation: true })).rows.map(({ cells }) => cells.location)).not.toContain('Rak CUT')
    await expect(preview(sewing, { section: host.section('CUT') })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(preview(sewing, { location: places['WH-CUT']! })).rejects.toMatchObject({ code: 'foreign-section' })
    const exporting: Session = { ...manager, sections: sewing.sections }
    const { bytes } = await exported(exporting, { format: 'csv', filters: { byLocation: true } })
    expect(bytes.toString()).toContain('Rak SEW')
    expect(bytes.toString()).not.toContain('Rak CUT')
    await expect(exported(exporting, { format: 'csv', filters: { section: host.section('CUT') } })).rejects.toMatchObject({ code: 'foreign-section' })
  })

  test('IA-9 costs leave every form for who may not see them', async () => {
    const blind: Session = { ...manager, canSeeCost: false }
    const shown = await preview(blind)
    expect(shown.columns.map(({ key }) => key)).not.toContain('value')
    expect(JSON.stringify(shown)).not.toContain('3187563')
    const [withCost, without] = await Promise.all([manager, blind].map(async session => (await exported(session, { format: 'csv' })).bytes.toString()))
    expect(withCost).toContain('3187563,75')
    expect(without).not.toContain('3187563')
    expect(without).not.toContain('Nilai')
    const sheet = await sheetOf((await exported(blind, { format: 'xlsx' })).path)
    expect(sheet.getRow(5).values).not.toContain('Nilai (Rp)')
    expect(JSON.stringify(sheet.getSheetValues())).not.toContain('3187563')
    const { path } = await exported(blind, { format: 'pdf' })
    if (hasPdftotext) expect(pdfText(path)).not.toContain('3.187.563')
  })
})

describe('stock movement', () => {
  const of = (filters: Export['filters']) => row(manager, 'KN-01', filters, 'stockMovement')
  const october = { from: '2026-10-01', to: '2026-10-31' }
  const november = { from: '2026-11-01', to: '2026-11-30' }

  test('opening + in − out = closing, counted back from today', async () => {
    expect(await of({ period: october })).toMatchObject({ opening: '0', came: '100.00', went: '0', closing: '100.00' })
    expect(await of({ period: november })).toMatchObject({ opening: '100.00', came: '57.50', went: '30.00', closing: '127.50' })
    expect(await of({ period: { from: '2026-11-21', to: '2026-11-30' } })).toMatchObject({ opening: '127.50', came: '0', went: '0', closing: '127.50' })
  })

  test('what only changes its place within the factory came and went at the place, not in the factory', async () => {
    expect(await of({ period: november, location: places['WH-MAIN']! })).toMatchObject({ opening: '100.00', came: '50.50', went: '50.00', closing: '100.50' })
    expect(await of({ period: november, section: host.section('SEW') })).toMatchObject({ opening: '0', came: '20.00', went: '0', closing: '20.00' })
    const { rows } = await preview(manager, { period: october, onlyMoved: true }, 'stockMovement')
    expect(rows.map(({ cells }) => cells.code)).toEqual(['KN-01'])
  })

  test('RP-2 an invalid date falls back to this month, without an error', async () => {
    const periodOf = async (period: Export['filters']) => (await preview(manager, period, 'stockMovement')).filters.find(({ kind }) => kind === 'period')!.value
    expect(await periodOf({})).toEqual(november)
    expect(await periodOf({ period: { from: '2026-13-45', to: 'bukan tanggal' } })).toEqual(november)
    expect(await periodOf({ period: { from: '2026-10-05', to: '2026-02-30' } })).toEqual({ from: '2026-10-05', to: '2026-11-30' })
    expect(await periodOf({ period: { from: '2026-11-25', to: '2026-11-05' } })).toEqual(november)
    expect(await periodOf({ period: 'x' })).toEqual(november)
    const { bytes } = await exported(manager, { report: 'stockMovement', format: 'csv', filters: { period: { from: 'x', to: 'y' } } })
    expect(csvRows(bytes, ';').find(([code]) => code === 'KN-01')).toEqual(['KN-01', 'Kain velboa', 'Meter', '100,00', '57,50', '30,00', '127,50', '3187563,75'])
  })

  test('RP-2 a month ends with its last day', () => {
    const day = (text: string) => text as BusinessDay
    expect(monthOf(day('2028-02-10'))).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(monthOf(day('2026-12-31'))).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(readPeriod({ from: '0', to: undefined }, day('2026-04-30'))).toEqual({ from: '2026-04-01', to: '2026-04-30' })
  })
})

test('RP-4 a share of zero is –; output 500 with 12 rejected is 97.6 %, 110 of 100 is 110.0 %', async () => {
  expect(percentOf(decimal('488'), decimal('500'))).toBe(decimal('97.6'))
  expect(percentOf(decimal('110'), decimal('100'))).toBe(decimal('110'))
  expect(percentOf(decimal('5'), decimal('0'))).toBeNull()
  expect((await row(manager, 'PT-05'))!.coverage).toBe('110.0')
  expect((await row(manager, 'TL-04'))!.coverage).toBeNull()
  const csv = csvRows((await exported(manager, { format: 'csv' })).bytes, ';')
  const at = csv[0]!.indexOf('Kecukupan (%)')
  expect(csv.find(([code]) => code === 'TL-04')![at]).toBe('–')
  expect(csv.find(([code]) => code === 'PT-05')![at]).toBe('110,0')
  const { path } = await exported(manager, { format: 'pdf' })
  if (hasPdftotext) expect(pdfText(path)).toMatch(/PT-05.*110,0%/)
})

describe('stock card', () => {
  const figure = (cell: unknown) => (cell === null || cell === undefined ? null : Number(cell))
  const card = async (as: Session, filters: Export['filters']) => {
    const { rows, totals } = await preview(as, { item: items['KN-01']!, ...filters }, 'stockCard')
    return { lines: rows.map(({ cells }) => [cells.day, cells.what, ...[cells.came, cells.went, cells.balance].map(figure)]), sums: totals.map(({ unit, cells }) => [unit, ...[cells.came, cells.went].map(figure)]), rows }
  }
  const november = { from: '2026-11-01', to: '2026-11-30' }

  test('tells what stood there before, each move with what was there after it, and what stands at the end; moves inside are none', async () => {
    const { lines, sums, rows } = await card(manager, { period: november })
    expect(lines).toEqual([
      ['2026-11-01', 'BEFORE', null, null, 100], ['2026-11-20', 'RECEIPT', 50.5, null, 150.5], ['2026-11-20', 'ISSUE', null, 30, 120.5],
      ['2026-11-20', 'RECEIPT', 7, null, 127.5], ['2026-11-20', 'AFTER', null, null, 127.5],
    ])
    expect(sums).toEqual([['Meter', 57.5, 30]])
    expect(rows[1]!.source).toMatchObject({ entity: 'stockMove' })
  })

  test('at one place a transfer counts too; a period before anything moved has nothing but what stood there', async () => {
    const { lines } = await card(manager, { period: november, location: places['WH-MAIN']! })
    expect(lines.map(([, what, , , balance]) => [what, balance])).toEqual([
      ['BEFORE', 100], ['RECEIPT', 150.5], ['ISSUE', 120.5], ['TRANSFER', 100.5], ['AFTER', 100.5],
    ])
    expect((await card(manager, { period: { from: '2026-09-01', to: '2026-09-30' } })).lines).toEqual([['2026-09-01', 'BEFORE', null, null, 0], ['2026-09-30', 'AFTER', null, null, 0]])
  })

  test('IA-5 what another section got from the factory’s store is a sum without a name, so that the balance is still right', async () => {
    const cutting = await host.sessionFor('Admin Cutting', 'CUT')
    const { lines, rows } = await card(cutting, { period: november })
    expect(lines.filter(([, what]) => what === 'OTHERS')).toEqual([['2026-11-20', 'OTHERS', null, 20, 107.5]])
    expect(lines.at(-1)).toEqual(['2026-11-20', 'AFTER', null, null, 107.5])
    expect(rows.filter(({ cells }) => cells.what === 'OTHERS').map(({ cells, source }) => [cells.document, cells.way, cells.by, source!.entity])).toEqual([['', '', '', 'item']])
    await expect(card(cutting, { location: places['WH-SEW']! })).rejects.toMatchObject({ code: 'foreign-section' })
  })

  test('without an item it is empty and says that one is needed; its paper names the item', async () => {
    expect(await preview(manager, {}, 'stockCard')).toMatchObject({ count: 0, filters: [{ key: 'item', isNeeded: true }, {}, {}] })
    const asked = { report: 'stockCard', filters: { item: items['KN-01']!, period: november } }
    expect(readFileSync((await exported(manager, { ...asked, format: 'csv' })).path, 'utf8')).toMatch(/Stok awal[^]*Pemasok → Gudang utama/)
    const paper = (await exported(manager, { ...asked, format: 'pdf' })).path
    if (hasPdftotext) expect(pdfText(paper)).toMatch(/Barang\s+KN-01 Kain velboa[^]*Pemasok › Gudang utama/)
  })
})

describe('files', () => {
  test('Excel: head, heading in row 5, numbers as numbers, totals; named by the factory’s time', async () => {
    const { name, mediaType, path, rowCount } = await exported(manager, { format: 'xlsx' })
    expect(name).toBe('inventory_report_20261120_100509.xlsx')
    expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(rowCount).toBe(5)
    const sheet = await sheetOf(path)
    expect([1, 2, 3, 4].map(at => sheet.getRow(at).getCell(1).value)).toEqual([
      'PT Boneka Ceria', 'Laporan persediaan', 'Keadaan per 20-11-2026 10.05 WIB', 'Dibuat oleh Sri Wulandari · 20-11-2026 10.05 WIB',
    ])
    expect((sheet.getRow(5).values as unknown[]).slice(1)).toEqual([
      'Kode', 'Nama barang', 'Satuan', 'Stok', 'Dicadangkan', 'Tersedia', 'Minimum', 'Kecukupan', 'Status', 'Nilai (Rp)',
    ])
    expect(sheet.getRow(5).font?.bold).toBe(true)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 })
    expect(sheet.autoFilter).toBeTruthy()
    expect(sheet.pageSetup).toMatchObject({ fitToWidth: 1, printTitlesRow: '5:5' })
    const kain = sheet.getRow(7)
    expect((kain.values as unknown[]).slice(1)).toEqual(['KN-01', 'Kain velboa', 'Meter', 127.5, 0, 127.5, 100, 1.275, 'Aman', 3187563.75])
    expect([kain.getCell(4).numFmt, kain.getCell(8).numFmt, kain.getCell(10).numFmt]).toEqual(['#,##0.00', '0.0%', '#,##0.00'])
    expect(sheet.getRow(12).getCell(1).value).toBe('Jumlah (Meter)')
    expect(sheet.getRow(12).getCell(4).value).toBe(1472)
    expect(sheet.getRow(14).getCell(10).value).toBe(3914813.75)
  })

  test('CSV: by semicolons with a decimal comma in Indonesian, by commas in English', async () => {
    const id = await exported(manager, { format: 'csv', language: 'id' })
    const en = await exported(manager, { format: 'csv', language: 'en' })
    expect(id.name).toBe('inventory_report_20261120_100509.csv')
    expect(id.bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(csvRows(id.bytes, ';').find(([code]) => code === 'KN-01')).toEqual(['KN-01', 'Kain velboa', 'Meter', '127,50', '0', '127,50', '100,00', '127,5', 'Aman', '3187563,75'])
    expect(csvRows(en.bytes, ',').find(([code]) => code === 'KN-01')).toEqual(['KN-01', 'Kain velboa', 'Meter', '127.50', '0', '127.50', '100.00', '127.5', 'Enough', '3187563.75'])
    expect(csvRows(en.bytes, ',')[0]).toContain('On hand')
  })

  test('PDF: a document of A4 pages in the reader’s language', async ({ skip }) => {
    const { name, path, bytes, mediaType } = await exported(manager, { format: 'pdf', filters: { onlyWithStock: true } })
    expect([name, mediaType]).toEqual(['inventory_report_20261120_100509.pdf', 'application/pdf'])
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.toString('latin1')).toMatch(/MediaBox \[0 0 841\.89\d* 595\.28\d*\]/)
    skip(!hasPdftotext, withoutPdftotext)
    const text = pdfText(path)
    for (const part of ['PT Boneka Ceria', 'Jl. Industri 45, Bandung', 'Telp. (022) 779-1234', 'Laporan persediaan', 'Keadaan per 20-11-2026 10.05 WIB', 'Hanya yang ada stok',
      'KN-01', '127,50', '3.187.563,75', 'Jumlah (Meter)', '1.472,00', 'Dibuat oleh', 'Diperiksa oleh', 'Disetujui oleh', 'Sri Wulandari', 'Halaman 1 dari 1']) {
      expect(text).toContain(part)
    }
    const english = pdfText((await exported(manager, { format: 'pdf', language: 'en' })).path)
    for (const part of ['Inventory report', 'As of 20-11-2026 10:05 WIB', '127.50', '3,187,563.75', 'Prepared by', 'Page 1 of 1']) expect(english).toContain(part)
  })

  test('nothing to report is a whole document too', async () => {
    const filters = { itemKind: 'FINISHED_GOOD' }
    expect((await sheetOf((await exported(manager, { format: 'xlsx', filters })).path)).rowCount).toBe(5)
    expect(csvRows((await exported(manager, { format: 'csv', filters })).bytes, ';')).toHaveLength(1)
    const { path } = await exported(manager, { format: 'pdf', filters })
    if (hasPdftotext) expect(pdfText(path)).toContain('Tidak ada data untuk saringan ini.')
  })

  test('RP-5 a name that reads like a formula is text in every file', async () => {
    const csv = csvRows((await exported(manager, { format: 'csv' })).bytes, ';')
    expect(csv.find(([code]) => code === 'MT-03')![1]).toBe(`'${formula}`)
    const cell = (await sheetOf((await exported(manager, { format: 'xlsx' })).path)).getRow(8).getCell(2)
    expect(cell.type).toBe(excel.ValueType.String)
    expect(cell.value).toBe(`'${formula}`)
  })

  test('every export is kept in the audit: who, which, narrowed how, in what form, how many rows', async () => {
    const before = host.database.prepare('select count(*) from reportExport').pluck().get() as number
    await exported(manager, { format: 'xlsx', language: 'en', filters: { onlyWithStock: true } })
    const entry = host.database.prepare(`select * from auditEntry order by seq desc limit 1`).get() as Record<string, string>
    expect(entry).toMatchObject({ action: 'EXPORT', module: 'reports', entity: 'reportExport', userName: manager.username, before: null })
    expect(JSON.parse(entry.after!)).toMatchObject({
      report: 'inventory', format: 'xlsx', language: 'en', filters: '{"onlyWithStock":true}', rowCount: 4, fileName: 'inventory_report_20261120_100509.xlsx',
      createdBy: manager.userId,
    })
    expect(host.database.prepare('select count(*) from reportExport').pluck().get()).toBe(before + 1)
  })

  test('a cancelled export leaves neither a file nor an audit row', async () => {
    const before = { files: readdirSync(join(host.folder, 'work')).length, kept: host.database.prepare('select count(*) from reportExport').pluck().get() }
    const stop = new AbortController()
    const stages: string[] = []
    const desk = host.desk(manager, {
      signal: stop.signal,
      onProgress({ stage }) {
        stages.push(stage)
        stop.abort()
      },
    })
    await expect(desk.reports.exportReport({ report: 'inventory', format: 'pdf' })).rejects.toMatchObject({ code: 'cancelled' })
    expect(stages[0]).toBe('reading')
    expect({ files: readdirSync(join(host.folder, 'work')).length, kept: host.database.prepare('select count(*) from reportExport').pluck().get() }).toEqual(before)
  })

  test('progress tells reading, rendering and finishing', async () => {
    const stages: string[] = []
    await host.desk(manager, { onProgress: ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`) }).reports.exportReport({ report: 'inventory', format: 'pdf' })
    expect(stages).toEqual(['reading 0/0', 'rendering 5/5', 'finishing 1/1'])
  })

  test('no fault of ours was met on the way', () => expect(host.faults).toEqual([]))
})

describe('a long report', () => {
  interface Line { readonly code: string; readonly name: string; readonly quantity: number; readonly shelf: string }
  const long = (count: number, isGrouped = false) => defineReport<Line>()({
    name: 'long', permission: 'warehouse.view', titleKey: 'reports.inventory.title', descriptionKey: 'reports.inventory.description', filters: {},
    columns: [
      { key: 'shelf', labelKey: 'warehouse.fields.location', kind: 'text', width: 20, value: line => line.shelf },
      { key: 'code', labelKey: 'fields.code', kind: 'text', width: 30, value: line => line.code },
      { key: 'name', labelKey: 'fields.name', kind: 'text', width: 60, value: line => line.name },
      { key: 'quantity', labelKey: 'fields.quantity', kind: 'integer', width: 30, value: line => line.quantity, total: 'sum' },
    ],
    ...(isGrouped && { groupBy: () => 'shelf' }),
    rows: () => Array.from({ length: count }, (_, at) => ({
      code: `C${String(at).padStart(5, '0')}`, name: at % 7 === 0 ? `Barang dengan nama yang panjang sekali sampai harus melipat ${at}` : `Barang ${at}`,
      quantity: at % 2 === 0 ? at : -at, shelf: `Rak ${String(Math.floor(at / 130)).padStart(2, '0')}`,
    })),
    signatures: ['reports.signatures.preparedBy', 'reports.signatures.approvedBy'],
  })
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-reports-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const factory = { name: 'PT Boneka Ceria', address: '', phone: '', timeZone: 'Asia/Jakarta', currency: 'IDR' }
  const paperOf = (report: ReturnType<typeof long>): Paper =>
    createPaper(report, report.read(readContext(manager), {}), { language: 'id', factory, madeBy: 'Sri', madeAt: '2026-11-20T03:00:00.000Z', stamp: undefined })

  test.for([[1000, false], [1000, true], [401, false]] as const)('of %i rows (grouped: %s) loses and repeats none where its pieces meet', async ([count, isGrouped], { skip }) => {
    const path = join(folder, `long-${count}-${isGrouped}.pdf`)
    const steps: number[] = []
    await writeReportPdf(paperOf(long(count, isGrouped)), path, '2026-11-20T03:00:00.000Z', done => steps.push(done))
    expect(steps.at(-1)).toBe(count)
    skip(!hasPdftotext, withoutPdftotext)
    const pages = pdfText(path).split('\f').slice(0, -1)
    const codes = pages.flatMap(page => page.match(/\bC\d{5}\b/g) ?? [])
    expect(codes).toEqual(Array.from({ length: count }, (_, at) => `C${String(at).padStart(5, '0')}`))
    pages.forEach((page, at) => {
      expect(page).toContain(`Halaman ${at + 1} dari ${pages.length}`)
      expect(page).toMatch(/Kode +Nama +Jumlah/)
    })
    expect(pages.filter(page => page.includes('Disetujui oleh'))).toEqual([pages.at(-1)])
  })

  test('the signatures never stand alone on the last page', async ({ skip }) => {
    skip(!hasPdftotext, withoutPdftotext)
    for (const count of [32, 33, 37, 40, 41]) {
      const path = join(folder, 'signed.pdf')
      await writeReportPdf(paperOf(long(count)), path, '2026-11-20T03:00:00.000Z', () => {})
      const last = pdfText(path).split('\f').at(-2)!
      expect(last).toContain('Disetujui oleh')
      expect(last.match(/\bC\d{5}\b/g)?.length ?? 0).toBeGreaterThan(0)
    }
  })

  test('RP-5 negative numbers stay numbers', async () => {
    const paper = paperOf(long(4))
    await writeCsv(paper, join(folder, 'long.csv'), () => {})
    expect(csvRows(readFileSync(join(folder, 'long.csv')), ';').map(cells => cells[3])).toEqual(['Jumlah', '0', '-1', '2', '-3'])
    await writeWorkbook(paper, join(folder, 'long.xlsx'), '2026-11-20T03:00:00.000Z', () => {})
    const sheet = await sheetOf(join(folder, 'long.xlsx'))
    expect([6, 7, 8, 9, 10].map(at => sheet.getRow(at).getCell(4).value)).toEqual([0, -1, 2, -3, -2])
  })
})

function readContext(session: Session) {
  return { db: createReader(connection(host.database), new Set()), scope: createScope(session), today: '2026-11-20' as BusinessDay, now: '2026-11-20T03:00:00.000Z', settings: createSettings(() => []), canSeeCost: true }
}
