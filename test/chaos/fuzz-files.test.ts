import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importTargets } from '../../shared/imports/target.ts'
import { sheetParts, workbookOf, zipOf } from '../support/import-files.ts'
import { expectProper, startFuzzHost, type FuzzHost } from './fuzz-host.ts'
import { memoryOf } from './network-host.ts'
import { printCounts, scaled, seed } from './scale.ts'

/** Whatever a file is named and holds: it is read, or refused with a reason, and the host goes on. */
let host: FuzzHost
const tally: Record<string, number> = {}

beforeAll(async () => {
  host = await startFuzzHost()
}, 300_000)
afterAll(async () => {
  printCounts('Files fuzzed', { ...tally, 'MB after': memoryOf(host.pid) })
  await host.stop()
}, 300_000)

const settings = { seed, numRuns: scaled({ short: 12, long: 800 }) }

interface Inspected { readonly fileId: string; readonly sheet: string | null; readonly delimiter: string | null; readonly headingRow: number; readonly suggestion: { readonly columns: object; readonly constants: object } }

/** Uploads, has it inspected and, if it can be read, staged, the columns as they were guessed. Gives the codes it met. */
async function bringIn(content: Buffer, name: string, target = 'items'): Promise<string[]> {
  const uploaded = JSON.parse(await host.upload('admin', name, content)) as { ticket?: string }
  expect(uploaded.ticket, JSON.stringify(uploaded)).toBeDefined()
  const inspected = await host.call('admin', 'imports.inspectFile', JSON.stringify({ target, ticket: uploaded.ticket }), 'socket')
  const refused = expectProper('imports.inspectFile', inspected)
  if (refused !== undefined) return [note(refused)]
  const { fileId, sheet, delimiter, headingRow, suggestion } = (JSON.parse(inspected) as { value: Inspected }).value
  const setup = { sheet, delimiter, headingRow, decimalMark: ',', mode: 'update', columns: suggestion.columns, constants: suggestion.constants }
  const staged = await host.call('admin', 'imports.stageImport', JSON.stringify({ fileId, target, setup }), 'socket')
  return [note('inspected'), note(expectProper('imports.stageImport', staged) ?? 'staged')]
}

function note(outcome: string): string {
  tally[outcome] = (tally[outcome] ?? 0) + 1
  return outcome
}

const names = fc.constantFrom('a.xlsx', 'a.csv', 'a.xls', 'a', '.xlsx', 'a.xlsx.exe', '../../a.csv', 'CON', 'a\u202excslx', 'x'.repeat(500))
const targets = fc.constantFrom(...importTargets)

describe('files of chance', () => {
  const noise = fc.uint8Array({ maxLength: 3000 }).map(array => Buffer.from(array))
  const starts = fc.constantFrom(Buffer.alloc(0), Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('PK\x05\x06', 'latin1'), Buffer.from('d0cf11e0', 'hex'), Buffer.from('efbbbf', 'hex'), Buffer.from('fffe', 'hex'), Buffer.from('feff', 'hex'))

  test('bytes', { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(starts, noise, names, targets, async (start, rest, name, target) => void (await bringIn(Buffer.concat([start, rest]), name, target))), settings)
  })

  test('text that looks like a table', { timeout: 600_000 }, async () => {
    const cell = fc.oneof(fc.constantFrom('Kode', 'Nama', 'Satuan', 'Jenis', 'Pcs', 'Yard', '1.250,5', '1e9', '-0', '=cmd|x', '"', '""', '"a"b', '\u0000', '\ufeff', '2026-02-30', 'x'.repeat(3000)), fc.string({ unit: 'grapheme', maxLength: 20 }))
    const table = fc.tuple(fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }))
      .map(([delimiter, ending, rows]) => Buffer.from(rows.map(row => row.join(delimiter)).join(ending)))
    await fc.assert(fc.asyncProperty(table, targets, async (content, target) => void (await bringIn(content, 'a.csv', target))), settings)
  })

  test('a sound workbook, cut off or with bytes turned over', { timeout: 600_000 }, async () => {
    const sound = await workbookOf({ Barang: sheet => {
      sheet.addRow(['Kode', 'Nama', 'Jenis', 'Satuan', 'Stok minimum'])
      for (let row = 0; row < 50; row += 1) sheet.addRow([`F-${row}`, `Kain ${row}`, 'Bahan baku', 'Yard', row * 1.5])
    } })
    const damaged = fc.oneof(
      fc.nat({ max: sound.length }).map(size => sound.subarray(0, size)),
      fc.array(fc.tuple(fc.nat({ max: sound.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 }).map(changes => {
        const copy = Buffer.from(sound)
        for (const [at, byte] of changes) copy[at] = byte
        return copy
      }),
    )
    await fc.assert(fc.asyncProperty(damaged, async content => void (await bringIn(content, 'a.xlsx'))), settings)
  })

  test('XML of chance in a sound archive', { timeout: 600_000 }, async () => {
    const piece = fc.constantFrom(
      '<row r="1">', '<row r="999999999">', '<row r="-1">', '<row>', '</row>', '<c r="A1">', '<c r="ZZZZZZ9" t="s">', '<c t="inlineStr">', '<c t="n">', '<c r="A" s="99999">', '</c>', '<v>', '</v>', '1e999', '99999999999', 'x', '&amp;', '&lol;', '&#0;', '&#xFFFFFFFF;',
      '<![CDATA[', ']]>', '<!--', '-->', '<?x ?>', '<is><t>', '</t></is>', '<a b=\'c\' b="d">', '<', '>', '"', '\u0000', '</sheetData>',
    )
    const sheet = fc.array(piece, { maxLength: 40 }).map(pieces => zipOf(sheetParts(pieces.join(''))))
    await fc.assert(fc.asyncProperty(sheet, async content => void (await bringIn(content, 'a.xlsx'))), settings)
  })
})

describe('files made to exhaust', () => {
  const row = '<row><c t="inlineStr"><is><t>Kode</t></is></c><c t="inlineStr"><is><t>Nama</t></is></c></row>'
  const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghi'.split('').map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`).join('')}]>`

  test.each<readonly [what: string, content: () => Buffer, outcome: RegExp]>([
    ['an archive that says it unpacks to 4 GB', () => zipOf(sheetParts(row, 0xfffffffe)), /file-too-large/],
    ['an archive that unpacks to more than it says', () => zipOf(sheetParts(row.repeat(400_000), 1000)), /file-unreadable|file-too-large/],
    ['150 MB of blanks in 150 KB', () => zipOf([...sheetParts(row), { name: 'xl/sharedStrings.xml', content: ' '.repeat(150_000_000) }]), /inspected|file-unreadable|file-too-large|mapping-incomplete/],
    ['an archive of 5,000 parts', () => zipOf([...sheetParts(row), ...Array.from({ length: 5000 }, (_, at) => ({ name: `x${at}`, content: '' }))]), /file-too-large/],
    ['entities that unfold a billion times', () => zipOf([...sheetParts(row), { name: 'xl/sharedStrings.xml', content: `${entities}<sst><si><t>&i;</t></si></sst>` }]), /inspected|file-unreadable/],
    ['XML 500,000 levels deep', () => zipOf(sheetParts('<a>'.repeat(500_000))), /file-unreadable|inspected/],
    ['a cell in column ZZZZZZZ of row 2,000,000,000', () => zipOf(sheetParts(`${row}<row r="2000000000"><c r="ZZZZZZZ2000000000"><v>1</v></c></row>`)), /file-too-large|file-unreadable|inspected/],
    ['a million cells in one row', () => zipOf(sheetParts(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`)), /file-too-large/],
    ['a line of 50 MB', () => Buffer.alloc(50_000_000, 'x'), /file-unreadable|file-too-large|inspected/],
    ['a quote that is never closed, 50 MB long', () => Buffer.concat([Buffer.from('Kode;Nama\n"'), Buffer.alloc(50_000_000, 'a;b\n')]), /file-unreadable|file-too-large/],
    ['a million columns', () => Buffer.from(`${'a;'.repeat(1_000_000)}\n`), /file-too-large|file-unreadable/],
    ['three million empty lines', () => Buffer.alloc(3_000_000, '\n'), /file-unreadable|inspected/],
    ['a million lines', () => Buffer.from('Kode;Nama\n'.repeat(1_000_000)), /file-too-large/],
    ['nothing', () => Buffer.alloc(0), /file-unreadable/],
  ])('%s', { timeout: 120_000 }, async (_what, content, outcome) => {
    expect((await bringIn(content(), 'a.xlsx')).join(' ')).toMatch(outcome)
    await host.isWell()
  })

  test('leave the host with the memory it had', { timeout: 300_000 }, async () => {
    const bomb = zipOf(sheetParts(row.repeat(400_000), 1000))
    await bringIn(bomb, 'a.xlsx')
    const before = memoryOf(host.pid)
    for (let round = 0; round < scaled({ short: 2, long: 30 }); round += 1) await bringIn(bomb, 'a.xlsx')
    expect(memoryOf(host.pid) - before).toBeLessThan(250)
  })
})
