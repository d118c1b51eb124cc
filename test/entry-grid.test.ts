import fc from 'fast-check'
import i18next from 'i18next'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { BusinessDaySchema } from '../shared/core/dates.ts'
import { NonNegativeDecimal, PositiveDecimal } from '../shared/core/decimal.ts'
import { optionalText, text } from '../shared/core/fields.ts'
import { texts } from '../shared/texts.ts'
import { createFormats } from '../src-renderer/core/formats.ts'
import { goToFault } from '../src-renderer/components/entry-grid-acts.ts'
import type { Cell } from '../src-renderer/components/entry-grid-cell.ts'
import {
  addRows, cancelEdit, changeEdit, clear, commitEdit, enterToday, insertRows, redo, removeRows, resolve, startEdit, toggle, undo,
} from '../src-renderer/components/entry-grid-changes.ts'
import { readBlock, writeBlock, writeTable } from '../src-renderer/components/entry-grid-clipboard.ts'
import type { EntryColumn, EntryGridDefinition, GridRecord, GridReference, GridRules } from '../src-renderer/components/entry-grid-definition.ts'
import { draftOf, withDraft } from '../src-renderer/components/entry-grid-draft.ts'
import { loadDraft } from '../src-renderer/components/entry-grid-drafts.ts'
import { fillArea, fillDown, fillRight, fillTo, seriesAt } from '../src-renderer/components/entry-grid-fill.ts'
import { allIssues, conflictsOf, statusOf } from '../src-renderer/components/entry-grid-issues.ts'
import { actOf, chordOf, enteringKeyHints, gridKeys, movingKeyHints, typedCharacter } from '../src-renderer/components/entry-grid-keys.ts'
import { cellAt, emptyState, selectionOf, viewOf, withData, type GridState } from '../src-renderer/components/entry-grid-model.ts'
import { goDown, goRight, goTo, move, selectAll, selectColumns, selectRows } from '../src-renderer/components/entry-grid-moves.ts'
import type { Pasted } from '../src-renderer/components/entry-grid-notice.ts'
import { copy, paste } from '../src-renderer/components/entry-grid-paste.ts'
import { readCell, readingOf } from '../src-renderer/components/entry-grid-reading.ts'
import { entriesOf, loadRecords, refuseRows, savedRows, settle, syncRecords } from '../src-renderer/components/entry-grid-records.ts'
import { meanings } from '../src-renderer/components/entry-grid-references.ts'
import { optionInGrid, takeScan } from '../src-renderer/components/entry-grid-scan.ts'
import { draftWithoutSent, sentRows, withoutSent } from '../src-renderer/components/entry-grid-sent.ts'
import { shownText } from '../src-renderer/components/entry-grid-writing.ts'

type Line = {
  readonly code: string | null; readonly day: string | null; readonly quantity: string | null; readonly count: number | null; readonly kind: string | null
  readonly isDone: boolean | null; readonly itemId: string | null; readonly note: string | null
}
const names = ['code', 'day', 'quantity', 'count', 'kind', 'isDone', 'itemId', 'note', 'doubled'] as const
const at = (name: (typeof names)[number]) => names.indexOf(name)

const nobody: GridReference = { useFound: () => ({ options: [], isSearching: false }), match: () => Promise.resolve([]) }
const schema = z.object({
  code: text(20), day: BusinessDaySchema.nullable(), quantity: PositiveDecimal, count: z.int().min(0).max(1000).nullable(), kind: z.enum(['A', 'B']).nullable(), isDone: z.boolean(),
  itemId: z.string().nullable(), note: optionalText(50), minimum: NonNegativeDecimal.optional(),
})
const definition: EntryGridDefinition<Line> = {
  name: 'test', title: 'Uji', maximumRows: 600, schema, unique: [['code']],
  newRow: { code: null, day: null, quantity: null, count: null, kind: null, isDone: false, itemId: null, note: null },
  check: ({ line }) => (line.kind === 'B' && line.count === null ? [{ column: 'count', reason: 'required' }] : []),
  columns: [
    { kind: 'text', name: 'code', label: 'Kode', width: 100 },
    { kind: 'day', name: 'day', label: 'Tanggal', width: 100 },
    { kind: 'decimal', name: 'quantity', label: 'Jumlah', width: 100, unit: () => 'Kg' },
    { kind: 'integer', name: 'count', label: 'Banyak', width: 100 },
    { kind: 'choice', name: 'kind', label: 'Jenis', width: 100, options: [{ value: 'A', label: 'Bahan baku', words: ['Raw material'] }, { value: 'B', label: 'Barang jadi' }] },
    { kind: 'boolean', name: 'isDone', label: 'Selesai', width: 100 },
    { kind: 'reference', name: 'itemId', label: 'Barang', width: 100, reference: nobody },
    { kind: 'text', name: 'note', label: 'Catatan', width: 100, isReadOnly: ({ line }) => line.kind === 'A' },
    { kind: 'computed', name: 'doubled', label: 'Dua kali', width: 100, isNumber: true, text: ({ line }) => (line.count === null ? '' : String(line.count * 2)) },
  ],
}
const factory = { timeZone: 'Asia/Jakarta', currency: 'IDR' }
const rulesIn = (language: 'id' | 'en', grid: EntryGridDefinition<Line> = definition): GridRules => ({ grid, formats: createFormats(language, factory) })
const rules = rulesIn('id')
const columnOf = (name: string) => definition.columns.find(column => column.name === name) as EntryColumn

const start = (): GridState => emptyState(rules)
const put = (state: GridState, row: number, name: (typeof names)[number], typed: string) => commitEdit(startEdit(goTo(state, { row, column: at(name) }), typed))
const pasteAt = (state: GridState, row: number, name: (typeof names)[number], clipboard: string) => paste(goTo(state, { row, column: at(name) }), readBlock(clipboard))
const cell = (state: GridState, row: number, name: (typeof names)[number]) => cellAt(state, { row, column: at(name) })
const shown = (state: GridState, row: number, name: (typeof names)[number]) => {
  const column = definition.columns[at(name)]!
  return shownText(column, cell(state, row, name), viewOf(state, state.rows[row]!), state.rules.formats)
}
const faultsIn = (state: GridState) => [...allIssues(state)].flatMap(([row, issues]) => issues.map(({ column = '', reason }) => `${row + 1} ${column} ${reason}`))
const record = (id: string, line: Partial<Line>): GridRecord<Line> => ({ id, data: { version: 1 }, line: { ...definition.newRow!, code: id, quantity: '1', ...line } })

beforeAll(async () => {
  await i18next.init({ resources: { id: { translation: texts.id }, en: { translation: texts.en } }, lng: 'id' })
})

describe('the clipboard of spreadsheets', () => {
  test.each([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
    ['satu', [['satu']]],
    ['\t\n', [['', '']]],
    ['a\t\n\tb\n', [['a', ''], ['', 'b']]],
    ['"baris\nsatu"\t"tab\tdi dalam"\n', [['baris\nsatu', 'tab\tdi dalam']]],
    ['"kata ""kutip"" dua"\tx', [['kata "kutip" dua', 'x']]],
    ['5" pipa\t15"\n', [['5" pipa', '15"']]],
    ['"tidak ditutup\tb', [['"tidak ditutup', 'b']]],
    ['"a" b\tc', [['"a" b', 'c']]],
    ['""\t""""', [['', '"']]],
    ['a\n\nb\n', [['a'], [''], ['b']]],
    ['a\r\n\r\n', [['a'], ['']]],
  ])('%j', (clipboard, block) => {
    expect(readBlock(clipboard)).toEqual(block)
  })

  test('whatever is written is read again', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', ',', '1', 'é') })
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }).chain(width => fc.array(fc.array(texts, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })), block => {
      // One last empty line is what ends a text; a spreadsheet adds it, and so a block of which it is all is not told apart.
      fc.pre(block.at(-1)!.join('') !== '' || block[0]!.length > 1)
      expect(readBlock(writeBlock(block))).toEqual(block)
    }))
  })

  test('as a table, texts stay texts and nothing is markup', () => {
    expect(writeTable([['<b>', '1,5']], [true, false])).toBe(`<table><tr><td style="mso-number-format:'\\@'">&lt;b&gt;</td><td>1,5</td></tr></table>`)
  })
})

describe('reading what people write', () => {
  const read = (name: string, typed: string, language: 'id' | 'en' = 'id') => readCell(columnOf(name), typed, rulesIn(language))
  const fault = (reason: string) => expect.objectContaining({ fault: expect.objectContaining({ reason }) as unknown }) as unknown

  test.each([
    ['1.234,56', 'id', '1234.56'], ['1,234.56', 'id', '1234.56'], ['1.234', 'id', '1234'], ['1.234', 'en', '1.234'], ['12,5', 'id', '12.5'], ['12.5', 'id', '12.5'], [' Rp 1.250.000 ', 'id', '1250000'],
    ['1 234,5', 'id', '1234.5'], ['−3', 'id', '-3'], ['0012', 'id', '12'], [',5', 'id', '0.5'], ['', 'id', null], ['\u00a0', 'id', null],
  ] as const)('%s in %s is %s', (typed, language, value) => {
    expect(read('quantity', typed, language)).toBe(value)
  })

  test('what is no value keeps its text and says why', () => {
    expect(read('quantity', '12 kg')).toEqual({ typed: '12 kg', fault: { reason: 'not-a-number', params: {} } })
    expect(read('quantity', '1,23456')).toEqual(fault('too-many-places'))
    expect(read('quantity', '99999999999999')).toEqual(fault('out-of-range'))
    expect(read('count', '1,5')).toEqual(fault('invalid_type'))
    expect(read('count', '1.234')).toBe(1234)
    expect(read('kind', 'mesin')).toEqual(fault('invalid_value'))
    expect(read('isDone', 'mungkin')).toEqual(fault('grid.issues.notYesNo'))
    expect(read('day', '31-02-2026')).toEqual(fault('invalid_format'))
    expect(read('itemId', 'KM-1')).toEqual({ typed: 'KM-1', fault: null })
  })

  test.each([
    ['20-11-2026', '2026-11-20'], ['20/11/26', '2026-11-20'], ['20.11.2026', '2026-11-20'], ['2026-11-20', '2026-11-20'], ['2026-11-20 00:00:00', '2026-11-20'], ['2026-11-20T07:30:00', '2026-11-20'],
    ['20-Nov-26', '2026-11-20'], ['20 November 2026', '2026-11-20'], ['20-Nop-2026', '2026-11-20'], ['5 Agustus 2026', '2026-08-05'], ['17 Mei 2026', '2026-05-17'], ['1-Oct-26', '2026-10-01'], ['25-Des-2026', '2026-12-25'],
  ])('the day %s', (typed, day) => {
    expect(read('day', typed)).toBe(day)
  })

  test('choices by label, by word of the other language, by value, by a beginning that only one has; yes and no in both languages', () => {
    expect(['Bahan baku', 'raw material', 'A', 'bah'].map(typed => read('kind', typed))).toEqual(['A', 'A', 'A', 'A'])
    expect(read('kind', 'ba')).toEqual(fault('invalid_value'))
    expect(['Ya', 'yes', '1', 'x', 'TRUE', 'tidak', 'No', '0'].map(typed => read('isDone', typed))).toEqual([true, true, true, true, true, false, false, false])
  })

  test('one column is read one way, by what its texts betray', () => {
    expect(readingOf(['1.234', '1,234.56'], rules)).toEqual({ mark: '.', isMonthFirst: false })
    expect(readingOf(['1.234', '2.000'], rules)).toEqual({ mark: ',', isMonthFirst: false })
    expect(readingOf(['1,5', '1.5'], rules).mark).toBe(',')
    expect(readingOf(['11/20/2026', '1/2/2026'], rules).isMonthFirst).toBe(true)
    expect(readingOf(['20/11/2026', '1/2/2026'], rules).isMonthFirst).toBe(false)
    expect(readingOf(['11/20/2026', '25/2/2026'], rules).isMonthFirst).toBe(false)
  })
})

describe('keys', () => {
  const pressed = (key: string, more: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}) => ({ key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...more })

  test('one key, one meaning; every act can be reached, and the list shows them in both languages', () => {
    const chords = gridKeys.flatMap(key => [...key.chords])
    expect(new Set(chords).size).toBe(chords.length)
    expect(gridKeys.filter(({ act, chords: own }) => own.length === 0 && act !== 'native')).toEqual([])
    const hints = [movingKeyHints, enteringKeyHints].flatMap(group => group(i18next.getFixedT('id')).hints)
    expect(hints.length).toBeGreaterThan(25)
    expect(hints.filter(({ text: shown }) => shown.includes('.keys.'))).toEqual([])
  })

  test('a key is told by its chord and by what the grid is doing', () => {
    expect(chordOf(pressed('d', { ctrlKey: true }))).toBe('Ctrl+D')
    expect(actOf(pressed('ArrowDown', { shiftKey: true }), 'moving')).toMatchObject({ act: 'down', isExtending: true })
    expect(actOf(pressed('ArrowDown', { ctrlKey: true, shiftKey: true }), 'moving')).toMatchObject({ act: 'edge-down', isExtending: true })
    expect(actOf(pressed('ArrowLeft'), 'typing')).toMatchObject({ act: 'left' })
    expect(actOf(pressed('ArrowLeft'), 'editing')).toBeUndefined()
    expect(actOf(pressed('ArrowLeft', { shiftKey: true }), 'typing')).toBeUndefined()
    expect(actOf(pressed('z', { ctrlKey: true }), 'editing')).toBeUndefined()
    expect(actOf(pressed('z', { metaKey: true, shiftKey: true }), 'moving')).toMatchObject({ act: 'redo' })
    expect(actOf(pressed('Enter', { ctrlKey: true }), 'editing')).toMatchObject({ act: 'save' })
  })

  test('a character begins an entry, a command does not, and ? lists the keys', () => {
    expect(typedCharacter(pressed('a'))).toBe('a')
    expect(typedCharacter(pressed('é'))).toBe('é')
    expect(typedCharacter(pressed('€', { ctrlKey: true, altKey: true }))).toBe('€')
    expect([pressed('c', { ctrlKey: true }), pressed('F5'), pressed('?'), pressed('x', { altKey: true })].map(typedCharacter)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('moving and selecting', () => {
  const filled = () => pasteAt(start(), 0, 'code', 'A\t\t1\nB\t\t2\n\t\t\nD\t\t4\n')
  const placeOf = (state: GridState) => [state.active.row, state.active.column]

  test('arrows stop at the edges; Home, End and their Ctrl go to the ends', () => {
    const state = goTo(filled(), { row: 0, column: 0 })
    expect(placeOf(move(move(state, 'left'), 'up'))).toEqual([0, 0])
    expect(placeOf(move(state, 'end'))).toEqual([0, 8])
    expect(placeOf(move(state, 'last'))).toEqual([4, 8])
    expect(placeOf(move(move(state, 'last'), 'first'))).toEqual([0, 0])
    expect(placeOf(move(state, 'page-down', { page: 3 }))).toEqual([3, 0])
  })

  test('Ctrl with an arrow jumps as a spreadsheet does', () => {
    const state = goTo(filled(), { row: 0, column: 0 })
    expect(placeOf(move(state, 'edge-down'))).toEqual([1, 0])
    expect(placeOf(move(goTo(state, { row: 1, column: 0 }), 'edge-down'))).toEqual([3, 0])
    expect(placeOf(move(goTo(state, { row: 3, column: 0 }), 'edge-down'))).toEqual([4, 0])
    expect(placeOf(move(state, 'edge-right'))).toEqual([0, 2])
  })

  test('Tab passes cells that cannot be written, and after a run of Tabs Enter returns to where it began', () => {
    let state = goTo(put(filled(), 0, 'kind', 'A'), { row: 0, column: at('quantity') })
    for (const column of ['count', 'kind', 'isDone', 'itemId'] as const) {
      state = goRight(state, 1)!
      expect(placeOf(state)).toEqual([0, at(column)])
    }
    // `note` cannot be written beside raw material, and nothing is entered into what is computed.
    state = goRight(state, 1)!
    expect(placeOf(state)).toEqual([1, 0])
    expect(placeOf(goDown(goRight(goRight(goTo(state, { row: 1, column: 2 }), 1)!, 1)!, 1))).toEqual([2, 2])
    expect(placeOf(goDown(state, -1))).toEqual([0, 0])
    expect(goRight(goTo(state, { row: 0, column: 0 }), -1)).toBeUndefined()
    expect(goRight(goTo(state, { row: 4, column: at('note') }), 1)).toBeUndefined()
  })

  test('Shift extends, Enter and Tab go round inside a selection', () => {
    const state = move(move(goTo(filled(), { row: 0, column: 0 }), 'down', { isExtending: true }), 'right', { isExtending: true })
    expect(selectionOf(state)).toEqual({ top: 0, bottom: 1, left: 0, right: 1 })
    expect([1, 2, 3, 4].map(times => placeOf(Array.from({ length: times }).reduce<GridState>(next => goDown(next, 1), state)))).toEqual([[1, 0], [0, 1], [1, 1], [0, 0]])
    expect(placeOf(goRight(state, 1)!)).toEqual([0, 1])
    expect(selectionOf(goRight(state, 1)!)).toEqual(selectionOf(state))
    expect(selectionOf(selectRows(state))).toEqual({ top: 0, bottom: 1, left: 0, right: 8 })
    expect(selectionOf(selectColumns(state))).toEqual({ top: 0, bottom: 4, left: 0, right: 1 })
    expect(selectionOf(selectAll(state))).toEqual({ top: 0, bottom: 4, left: 0, right: 8 })
  })
})

describe('entering', () => {
  test('typing replaces, Esc takes back, and an empty row is always there to go on', () => {
    let state = put(start(), 0, 'code', 'A1')
    expect([state.rows.length, shown(state, 0, 'code')]).toEqual([2, 'A1'])
    state = cancelEdit(changeEdit(startEdit(goTo(state, { row: 0, column: 0 })), { text: 'lain' }))
    expect(shown(state, 0, 'code')).toBe('A1')
    state = put(state, 0, 'quantity', '1.250,5')
    expect([cell(state, 0, 'quantity'), shown(state, 0, 'quantity')]).toEqual(['1250.5', '1.250,5'])
  })

  test('what was only looked at stays as it is, also where it cannot be read', () => {
    const state = put(start(), 0, 'quantity', 'banyak')
    expect(cell(state, 0, 'quantity')).toMatchObject({ typed: 'banyak' })
    const looked = commitEdit(startEdit(state))
    expect(looked.rows).toBe(state.rows)
    expect(shown(looked, 0, 'quantity')).toBe('banyak')
  })

  test('cells that cannot be written are not', () => {
    const state = put(start(), 0, 'kind', 'A')
    expect(startEdit(goTo(state, { row: 0, column: at('note') }), 'x').edit).toBeNull()
    expect(startEdit(goTo(state, { row: 0, column: at('doubled') }), 'x').edit).toBeNull()
  })

  test('a tick, today, clearing, rows in and out, each one step', () => {
    let state = toggle(goTo(start(), { row: 0, column: at('isDone') }))
    expect(cell(state, 0, 'isDone')).toBe(true)
    state = enterToday(goTo(state, { row: 0, column: at('day') }))
    expect(cell(state, 0, 'day')).toBe(rules.formats.today())
    expect(shown(enterToday(goTo(state, { row: 0, column: at('note') })), 0, 'note')).toBe(rules.formats.day(rules.formats.today()))
    state = pasteAt(state, 0, 'code', 'A\nB\nC\n')
    const before = state
    state = insertRows(goTo(state, { row: 1, column: 0 }))
    expect(state.rows.map((_, row) => shown(state, row, 'code'))).toEqual(['A', '', 'B', 'C', ''])
    state = removeRows(goTo(goTo(state, { row: 0, column: 0 }), { row: 1, column: 0 }, { isExtending: true }))
    expect(state.rows.map((_, row) => shown(state, row, 'code'))).toEqual(['B', 'C', ''])
    state = clear(selectAll(state))
    expect(state.rows.map((_, row) => shown(state, row, 'code'))).toEqual(['', '', ''])
    expect(undo(undo(undo(state))).rows).toEqual(before.rows)
  })

  test('undo and redo go all the way, whatever was done', () => {
    const acts = [
      (state: GridState) => put(state, state.rows.length - 1, 'code', 'x'), (state: GridState) => pasteAt(state, 0, 'quantity', '1\n2\n3'), (state: GridState) => clear(selectAll(state)),
      (state: GridState) => insertRows(goTo(state, { row: 0, column: 0 })), (state: GridState) => removeRows(goTo(state, { row: 0, column: 0 })),
      (state: GridState) => fillDown(selectColumns(goTo(state, { row: 0, column: 0 }))), (state: GridState) => toggle(goTo(state, { row: 0, column: at('isDone') })),
    ]
    const filled = (state: GridState) => state.rows.map((_, row) => names.map(name => cell(state, row, name)))
    const back = (state: GridState, step: (state: GridState) => GridState, left: 'past' | 'future') => {
      let next = state
      while (next[left].length > 0) next = step(next)
      return next
    }
    fc.assert(fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 30 }), done => {
      const end = done.reduce((state, act) => act(state), start())
      const beginning = back(end, undo, 'past')
      expect(beginning.rows.every(row => Object.keys(row.cells).length === 0)).toBe(true)
      const again = back(beginning, redo, 'future')
      expect(filled(again).slice(0, end.rows.length)).toEqual(filled(end).slice(0, again.rows.length))
    }))
  })
})

describe('pasting', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, row) => `K-${row}\t${(row % 28) + 1}/11/2026\t${row},5\t${row}\tBarang jadi\tya\tKM-${row}\tcatatan "${row}"`).join('\r\n') + '\r\n'
  const notice = (state: GridState) => state.notice as Pasted

  test('500 rows of awkward values all arrive, as one step', () => {
    const state = pasteAt(start(), 0, 'code', lines(500))
    expect(state.rows.length).toBe(501)
    expect(notice(state)).toMatchObject({ kind: 'pasted', rows: 500, faulty: 0, surplus: [], kept: 0, hadHeading: false })
    expect([0, 250, 499].map(row => [shown(state, row, 'code'), cell(state, row, 'day'), cell(state, row, 'quantity'), cell(state, row, 'count'), shown(state, row, 'doubled'), shown(state, row, 'note')])).toEqual([
      ['K-0', '2026-11-01', '0.5', 0, '0', 'catatan "0"'], ['K-250', '2026-11-27', '250.5', 250, '500', 'catatan "250"'], ['K-499', '2026-11-24', '499.5', 499, '998', 'catatan "499"'],
    ])
    expect(cell(state, 3, 'itemId')).toEqual({ typed: 'KM-3', fault: null })
    expect(state.past.length).toBe(1)
    expect(undo(state).rows.length).toBe(1)
    expect(redo(undo(state)).rows).toEqual(state.rows)
  })

  test('what does not fit its column stays in its cell with its fault', () => {
    const state = pasteAt(start(), 0, 'code', 'A\t31-02-2026\tsatu\t1,5\tmesin\tentah\n')
    expect(names.slice(1, 6).map(name => shown(state, 0, name))).toEqual(['31-02-2026', 'satu', '1,5', 'mesin', 'entah'])
    expect(notice(state).faulty).toBe(5)
    expect(faultsIn(state).length).toBe(5)
  })

  test('what has no column, and what cannot be written, is told', () => {
    const state = pasteAt(put(start(), 0, 'kind', 'A'), 0, 'note', 'tidak bisa\t4\tlebih\tlagi\n')
    expect(notice(state)).toMatchObject({ kept: 2, surplus: ['lebih', 'lagi'] })
    expect(shown(state, 0, 'note')).toBe('')
  })

  test('the grid’s own headings are passed over; other first rows are not', () => {
    const state = pasteAt(start(), 0, 'code', 'Kode\tTanggal\tJumlah\nA\t\t2\n')
    expect([notice(state).hadHeading, notice(state).rows, shown(state, 0, 'code')]).toEqual([true, 1, 'A'])
    expect(notice(pasteAt(start(), 0, 'code', 'Kode\tTanggal\tBerat\nA\t\t2\n'))).toMatchObject({ hadHeading: false, rows: 2 })
  })

  test('more rows than there is room for: none is pasted, and the grid says so', () => {
    const before = put(start(), 0, 'code', 'A')
    const state = pasteAt(before, 1, 'code', lines(600))
    expect(state.rows).toBe(before.rows)
    expect(state.notice).toEqual({ kind: 'tooManyRows', rows: 600, room: 599 })
    const closed = loadRecords(emptyState(rulesIn('id', { ...definition, newRow: undefined })), [record('A', {})])
    expect(paste(goTo(closed, { row: 0, column: 0 }), [['x'], ['y']]).notice).toEqual({ kind: 'tooManyRows', rows: 2, room: 1 })
  })

  test('a block fills a selection it fits into evenly', () => {
    const select = (state: GridState, bottom: number, right: number) => goTo(goTo(state, { row: 0, column: at('quantity') }), { row: bottom, column: right }, { isExtending: true })
    const three = pasteAt(start(), 0, 'code', 'A\nB\nC\nD\n')
    expect(copy(paste(select(three, 3, at('count')), [['7']]))).toEqual([['7', '7'], ['7', '7'], ['7', '7'], ['7', '7']])
    expect(copy(paste(select(three, 3, at('quantity')), [['1'], ['2']]))).toEqual([['1'], ['2'], ['1'], ['2']])
  })

  test('numbers that may mean another one are named, and can be read otherwise', () => {
    const state = pasteAt(start(), 0, 'quantity', '1.234\n2.500\n7\n')
    expect(notice(state).ambiguous).toMatchObject({ text: '1.234', count: 2, mark: '.' })
    expect(cell(state, 0, 'quantity')).toBe('1234')
    const { ambiguous } = notice(state)
    const again = paste({ ...undo(state), anchor: ambiguous!.at, extent: ambiguous!.at }, ambiguous!.block, ambiguous!.mark)
    expect([cell(again, 0, 'quantity'), cell(again, 1, 'quantity'), notice(again).ambiguous]).toEqual(['1.234', '2.5', undefined])
    expect(notice(pasteAt(start(), 0, 'quantity', '1.234\n1.234,5\n')).ambiguous).toBeUndefined()
    expect(notice(pasteAt(start(), 0, 'quantity', '1.234\n1,234.5\n')).ambiguous).toBeUndefined()
    expect(cell(pasteAt(start(), 0, 'quantity', '1.234\n1,234.5\n'), 0, 'quantity')).toBe('1.234')
    expect(notice(pasteAt(start(), 0, 'count', '1.234\n')).ambiguous).toBeUndefined()
  })

  test('what is copied can be pasted, and a spreadsheet of the user’s language reads it', () => {
    const state = pasteAt(start(), 0, 'code', '0012\t20-11-2026\t1.234,5\t7\tBarang jadi\tya\t\t=1+1\n')
    expect(copy(selectRows(goTo(state, { row: 0, column: 0 })))).toEqual([['0012', '20/11/2026', '1234,5', '7', 'Barang jadi', 'Ya', '', `'=1+1`, '14']])
    const english = { ...state, rules: rulesIn('en') }
    expect(copy(selectRows(goTo(english, { row: 0, column: 0 })))[0]!.slice(1, 3)).toEqual(['2026-11-20', '1234.5'])
    const copied = copy(selectRows(goTo(state, { row: 0, column: 0 })), { withHeadings: true })
    const pasted = pasteAt(start(), 0, 'code', writeBlock(copied))
    expect(notice(pasted)).toMatchObject({ hadHeading: true, rows: 1, faulty: 0 })
    expect(names.slice(0, 8).map(name => cell(pasted, 0, name))).toEqual(names.slice(0, 8).map(name => cell(state, 0, name)))
  })
})

describe('filling', () => {
  const select = (state: GridState, top: number, bottom: number, left: number, right: number) => goTo(goTo(state, { row: top, column: left }), { row: bottom, column: right }, { isExtending: true })

  test('down from the top row, right from the left column; one cell alone takes from its neighbour', () => {
    const state = pasteAt(start(), 0, 'code', 'A\t\t5\nB\nC\n')
    expect(copy(fillDown(select(state, 0, 2, at('quantity'), at('quantity'))))).toEqual([['5'], ['5'], ['5']])
    expect(cell(fillDown(goTo(state, { row: 1, column: at('quantity') })), 1, 'quantity')).toBe('5')
    expect(fillDown(goTo(state, { row: 0, column: 0 })).rows).toBe(state.rows)
    // Between columns of different kinds nothing is filled.
    expect(fillRight(select(state, 0, 0, at('quantity'), at('count'))).rows).toBe(state.rows)
    expect(shown(fillRight(select(put(state, 0, 'kind', 'B'), 0, 0, at('code'), at('note'))), 0, 'note')).toBe('A')
  })

  test('the handle goes on with series and repeats the rest', () => {
    const series = (name: string, known: readonly Cell[], places: readonly number[]) => places.map(place => seriesAt(columnOf(name), known, place))
    expect(series('day', ['2026-11-29'], [1, 2, -1])).toEqual(['2026-11-30', '2026-12-01', '2026-11-28'])
    expect(series('day', ['2026-11-01', '2026-11-08'], [2, 3])).toEqual(['2026-11-15', '2026-11-22'])
    expect(series('quantity', ['1.5', '3'], [2, 3])).toEqual(['4.5', '6'])
    expect(series('count', [10, 8], [2, 3])).toEqual([6, 4])
    expect(series('quantity', ['5'], [1, 2])).toEqual(['5', '5'])
    expect(series('quantity', ['1', '2', '4'], [3, 4])).toEqual(['1', '2'])
    expect(series('code', ['x', 'y'], [2, 3, -1])).toEqual(['x', 'y', 'y'])
    expect(series('quantity', ['900000000000', '-900000000000'], [2])).toEqual(['900000000000'])
  })

  test('it fills over the area it was drawn to, downwards with new rows’ cells, upwards and to the sides', () => {
    const state = pasteAt(start(), 0, 'code', 'A\t1/11/2026\t1\nB\t\t2\nC\nD\nE\n')
    const days = fillTo(goTo(state, { row: 0, column: at('day') }), fillArea({ top: 0, bottom: 0, left: 1, right: 1 }, { row: 3, column: 1 }))
    expect(copy(days)).toEqual([['01/11/2026'], ['02/11/2026'], ['03/11/2026'], ['04/11/2026']])
    expect(days.past.length).toBe(state.past.length + 1)
    expect(fillArea({ top: 2, bottom: 2, left: 1, right: 1 }, { row: 0, column: 2 })).toEqual({ top: 0, bottom: 2, left: 1, right: 1 })
    expect(fillArea({ top: 2, bottom: 2, left: 1, right: 1 }, { row: 2, column: 4 })).toEqual({ top: 2, bottom: 2, left: 1, right: 4 })
  })
})

describe('what is wrong', () => {
  test('the empty row is no fault; in a begun one what is missing is, and what a rule of the grid says', () => {
    const state = put(start(), 0, 'code', 'A')
    expect(faultsIn(start())).toEqual([])
    expect(faultsIn(state)).toEqual(['1 quantity invalid_union'])
    expect(allIssues(state).get(0)).toMatchObject([{ isMissing: true }])
    expect(faultsIn(put(put(state, 0, 'quantity', '1'), 0, 'kind', 'B'))).toEqual(['1 count required'])
    expect(faultsIn(put(state, 0, 'quantity', '0'))).toEqual(['1 quantity not-positive'])
    expect(faultsIn(put(put(state, 0, 'quantity', '1'), 0, 'code', 'x'.repeat(21)))).toEqual(['1 code too_big'])
  })

  test('rows that say the same name each other', () => {
    const state = pasteAt(start(), 0, 'code', 'A\t\t1\nb\t\t1\na\t\t1\nB\t\t1\nA\t\t1\n')
    expect([...allIssues(state)].map(([row, [issue]]) => [row + 1, issue!.params!.rows])).toEqual([[1, '3, 5'], [2, '4'], [3, '1, 5'], [4, '2'], [5, '1, 3']])
  })

  test('the next fault is found from anywhere, around the end', () => {
    const state = pasteAt(start(), 0, 'code', 'A\t\t1\nB\t\tx\nC\t\t1\nD\t\ty\n')
    const places = [0, 1, 2, 3].map(row => goToFault(goTo(state, { row, column: 2 }), 1).active.row)
    expect(places).toEqual([1, 3, 3, 1])
    expect(goToFault(goTo(state, { row: 1, column: 2 }), -1).active.row).toBe(3)
  })

  test('what the host refuses stands at its cell until the row changes', () => {
    const state = pasteAt(start(), 0, 'code', 'A\t\t1\nB\t\t2\nC\t\t3\n')
    const rows = entriesOf(state).map(({ row }) => row)
    const refused = refuseRows(state, rows, [
      { path: ['lines', 1, 'quantity'], reason: 'not-positive', params: {} }, { path: ['lines', 2], reason: 'errors.conflict', params: {} }, { path: ['lines', 0, 'elsewhere'], reason: 'custom', params: {} },
    ])
    expect(faultsIn(refused)).toEqual(['1  custom', '2 quantity not-positive', '3  errors.conflict'])
    expect(faultsIn(put(refused, 1, 'note', 'x'))).toEqual(['1  custom', '3  errors.conflict'])
    expect(faultsIn(undo(put(refused, 1, 'note', 'x')))).toEqual(['1  custom', '2 quantity not-positive', '3  errors.conflict'])
  })

  test('pasted codes mean what the host knows: by code before name, and what nobody or several are called is a fault', () => {
    const found = [
      { id: '1', code: 'KM-1', name: 'Kancing', isActive: true }, { id: '2', code: 'KM-2', name: 'Kancing', isActive: true },
      { id: '3', code: 'Kain', name: 'Katun', isActive: true }, { id: '4', code: 'K4', name: 'Kain', isActive: true }, { id: '5', code: 'LAMA', name: 'Lama', isActive: false },
    ]
    const typed = ['km-1', 'Kancing', 'kain', 'katun', 'lama', 'entah']
    const { cells, options } = meanings(typed, found)
    const state = resolve(pasteAt(start(), 0, 'itemId', typed.join('\n')), 'itemId', cells, options)
    expect(typed.map((_, row) => cell(state, row, 'itemId'))).toMatchObject([
      '1', { typed: 'Kancing', fault: { reason: 'grid.issues.severalNamed' } }, '3', '3', { fault: { reason: 'grid.issues.inactive' } }, { typed: 'entah', fault: { reason: 'grid.issues.unknown' } },
    ])
    expect(shown(state, 0, 'itemId')).toBe('KM-1 — Kancing')
    expect(state.past.length).toBe(1)
  })
})

describe('scans', () => {
  test('a scanned code leads to its row, or begins one, and on to what is to be entered', () => {
    const state = pasteAt(start(), 0, 'code', 'A\t\t1\nB\t\t2\n')
    expect(takeScan(state, 'code', 'b').active).toEqual({ row: 1, column: at('day') })
    const begun = takeScan(state, 'code', 'C')
    expect([shown(begun, 2, 'code'), begun.active, begun.rows.length]).toEqual(['C', { row: 2, column: at('day') }, 4])
    const closed = loadRecords(emptyState(rulesIn('id', { ...definition, newRow: undefined })), [record('A', {})])
    expect(takeScan(closed, 'code', 'Z')).toBe(closed)
  })

  test('a code that a row shows already needs no question to the host', () => {
    const state = takeScan(start(), 'itemId', '1', { id: '1', code: 'KM-1', name: 'Kancing' })
    expect([optionInGrid(state, 'itemId', 'km-1')?.id, optionInGrid(state, 'itemId', 'KM-3')]).toEqual(['1', undefined])
  })
})

describe('records', () => {
  const loaded = () => loadRecords(start(), [record('A', { count: 1 }), record('B', { count: 2 }), record('C', { count: 3 })])

  test('only what was changed is to be saved, and typing back what was there changes nothing', () => {
    const state = put(put(loaded(), 1, 'count', '20'), 2, 'note', 'x')
    expect(entriesOf(state).map(({ entry }) => [entry.id, entry.changed])).toEqual([['B', { count: 20 }], ['C', { note: 'x' }]])
    expect(entriesOf(put(state, 1, 'count', '2')).map(({ entry }) => entry.id)).toEqual(['C'])
    const [added] = entriesOf(put(put(loaded(), 3, 'code', 'N'), 3, 'quantity', '2'))
    expect(added!.entry).toMatchObject({ id: undefined, line: { code: 'N', quantity: '2', isDone: false, note: '', count: null } })
  })

  test('records are not removed, new rows are', () => {
    const state = put(loaded(), 3, 'code', 'N')
    expect(removeRows(goTo(state, { row: 1, column: 0 })).notice).toEqual({ kind: 'kept', rows: 1 })
    expect(removeRows(selectAll(state)).rows.length).toBe(4)
  })

  test('what others saved shows where nothing was entered, and is a conflict where something was', () => {
    const state = put(loaded(), 1, 'count', '20')
    const theirs = [record('A', { count: 10 }), record('B', { count: 200, note: 'mereka' }), record('C', { count: 3 })]
    const synced = syncRecords(state, theirs)
    expect([cell(synced, 0, 'count'), cell(synced, 1, 'count'), cell(synced, 1, 'note')]).toEqual([10, 20, 'mereka'])
    expect(conflictsOf(synced, synced.rows[1]!)).toEqual(['count'])
    expect(faultsIn(synced)).toEqual(['2 count grid.issues.conflict'])
    const mine = settle(synced, synced.rows[1]!, 'mine')
    expect([faultsIn(mine), entriesOf(mine).map(({ entry }) => entry.changed)]).toEqual([[], [{ count: 20 }]])
    const given = settle(synced, synced.rows[1]!, 'theirs')
    expect([faultsIn(given), cell(given, 1, 'count'), entriesOf(given)]).toEqual([[], 200, []])
    expect(cell(undo(given), 1, 'count')).toBe(20)
    // To have entered the same is no conflict.
    expect(faultsIn(syncRecords(state, [record('B', { count: 20 })]))).toEqual([])
    expect(entriesOf(syncRecords(state, [record('B', { count: 20 })]))).toEqual([])
  })

  test('no record comes in while something is unsaved; other records leave the unsaved rows', () => {
    const state = put(loaded(), 1, 'count', '20')
    expect(syncRecords(state, [record('A', {}), record('D', {})]).rows.length).toBe(4)
    expect(syncRecords(loaded(), [record('D', {})]).rows.map(({ key }) => key).slice(0, 4)).toEqual(['A', 'B', 'C', 'D'])
    const other = loadRecords(state, [record('X', {}), record('Y', {})])
    expect(other.rows.map((_, row) => shown(other, row, 'code'))).toEqual(['B', 'X', 'Y', ''])
    expect(cell(other, 0, 'count')).toBe(20)
  })

  test('a record that somebody took out goes while nothing is unsaved, and whoever stood below goes along', () => {
    const left = [record('A', {}), record('C', {})]
    const state = syncRecords(goTo(loaded(), { row: 2, column: at('count') }), left, new Set(['B']))
    expect([state.rows.map((_, row) => shown(state, row, 'code')), state.active]).toEqual([['A', 'C', ''], { row: 1, column: at('count') }])
    const typed = put(loaded(), 1, 'count', '20')
    expect(syncRecords(typed, left, new Set(['B'])).rows).toEqual(typed.rows)
    const empty = syncRecords(loaded(), [], new Set(['A', 'B', 'C']))
    expect([empty.rows.length, empty.active.row]).toEqual([1, 0])
  })

  test('who types a new row while the first records come stays in it', () => {
    const begun = put(start(), 0, 'code', 'N')
    expect(begun.active).toMatchObject({ row: 0 })
    const state = loadRecords(begun, [record('A', {}), record('B', {})])
    expect([state.rows.map((_, row) => shown(state, row, 'code')), state.active.row]).toEqual([['A', 'B', 'N', ''], 2])
  })

  test('saving makes records of rows; what was typed meanwhile stays an entry', () => {
    const sent = put(put(loaded(), 3, 'code', 'N'), 3, 'quantity', '2')
    const rows = entriesOf(sent).map(({ row }) => row)
    const meanwhile = put(sent, 3, 'note', 'terlambat')
    const state = savedRows(meanwhile, rows, [record('new-id', { code: 'N', quantity: '2' })])
    expect(entriesOf(state).map(({ entry }) => [entry.id, entry.changed])).toEqual([['new-id', { note: 'terlambat' }]])
    expect(undo(state).notice).toEqual({ kind: 'nothingToUndo' })
    expect(syncRecords(savedRows(sent, rows, [record('new-id', { code: 'N', quantity: '2' })]), [record('new-id', { code: 'N', quantity: '2' })]).rows.length).toBe(sent.rows.length)
  })

  test('what was taken back while it was being saved is an entry against what was saved', () => {
    const sent = put(put(put(loaded(), 1, 'count', '20'), 3, 'code', 'N'), 3, 'note', 'salah')
    const rows = entriesOf(sent).map(({ row }) => row)
    const answers = [record('B', { count: 20 }), record('new-id', { code: 'N', note: 'salah' })]
    const meanwhile = clear(goTo(put(sent, 1, 'count', '2'), { row: 3, column: at('note') }))
    for (const takenBack of [meanwhile, undo(undo(put(put(sent, 1, 'count', '30'), 1, 'count', '2')))]) {
      const state = savedRows(takenBack, rows, answers)
      expect(state.rows.map((_, row) => shown(state, row, 'count'))).toEqual(takenBack.rows.map((_, row) => shown(takenBack, row, 'count')))
    }
    expect(entriesOf(savedRows(meanwhile, rows, answers)).map(({ entry }) => entry.changed)).toEqual([{ count: 2 }, { note: '' }])
    expect(entriesOf(savedRows(sent, rows, answers))).toEqual([])
  })

  test('a list of lines to fill in comes below what was entered; idle ones are neither checked nor saved', () => {
    const grid = { ...definition, isIdle: ({ line }: { line: Line }) => line.quantity === null }
    const state = addRows(put(emptyState(rulesIn('id', grid)), 0, 'code', 'A'), [{ code: 'B' }, { code: 'C' }], [])
    expect(state.rows.map((_, row) => shown(state, row, 'code'))).toEqual(['A', 'B', 'C', ''])
    expect([faultsIn(state), entriesOf(state)]).toEqual([[], []])
    expect(entriesOf(put(state, 1, 'quantity', '5')).map(({ entry }) => entry.line.code)).toEqual(['B'])
    expect(faultsIn(put(state, 1, 'quantity', 'lima'))).toEqual(['2 quantity not-a-number'])
  })

  test('an entry keeps what it was made against, through drafts and undo, until it is entered anew', () => {
    const grid: EntryGridDefinition<Line> = { ...definition, dataBy: 'code', against: { column: 'quantity', value: data => String(data) } }
    const books = (said: number) => new Map<string, unknown>([['A', said]])
    const empty = withData(emptyState(rulesIn('id', grid)), books(5))
    const entered = withData(put(put(empty, 0, 'code', 'A'), 0, 'quantity', '9'), books(7))
    const againstIn = (state: GridState) => viewOf(state, state.rows[0]!).against
    expect([againstIn(entered), viewOf(entered, entered.rows[0]!).data]).toEqual(['5', 7])
    const draft = JSON.parse(JSON.stringify(draftOf(entered, '2026-11-20T03:00:00.000Z'))) as NonNullable<ReturnType<typeof draftOf>>
    expect(againstIn(withData(withDraft(empty, draft), books(7)))).toBe('5')
    const anew = put(entered, 0, 'quantity', '9')
    expect([againstIn(anew), againstIn(undo(anew)), againstIn(put(anew, 0, 'quantity', ''))]).toEqual(['7', '5', undefined])
    // Pasted before anything was known: what came first is what it was made against.
    const pasted = pasteAt(emptyState(rulesIn('id', grid)), 0, 'code', 'A\t\t9\n')
    expect([againstIn(pasted), againstIn(withData(withData(pasted, books(5)), books(7)))]).toEqual([undefined, '5'])
    const sent = entriesOf(entered)
    expect(sent[0]!.entry.data).toBe(7)
    expect(againstIn(savedRows(entered, sent.map(({ row }) => row), [{ ...record('A', { quantity: '9' }), data: 9 }]))).toBeUndefined()
  })

  test('no step leads back to before another desk’s record came in, for it would hide it', () => {
    const state = syncRecords(undo(put(loaded(), 1, 'count', '20')), [record('D', {})])
    expect([redo(state).notice, undo(state).notice, redo(state).rows.map(({ key }) => key).includes('D')]).toEqual([{ kind: 'nothingToRedo' }, { kind: 'nothingToUndo' }, true])
  })

  test('a draft brings back what was entered, onto what the records say by now', () => {
    const state = put(put(put(loaded(), 1, 'count', '20'), 3, 'code', 'N'), 3, 'quantity', 'dua')
    const draft = JSON.parse(JSON.stringify(draftOf(state, '2026-11-20T03:00:00.000Z'))) as NonNullable<ReturnType<typeof draftOf>>
    expect([draft.unsaved, draft.rows.length]).toEqual([2, 2])
    expect(draftOf(loaded(), '2026-11-20T03:00:00.000Z')).toBeUndefined()
    const back = withDraft(loaded(), draft)
    expect(back.rows.map((_, row) => [shown(back, row, 'code'), shown(back, row, 'count'), shown(back, row, 'quantity')])).toEqual([
      ['A', '1', '1'], ['B', '20', '1'], ['C', '3', '1'], ['N', '', 'dua'], ['', '', ''],
    ])
    const changed = withDraft(loadRecords(start(), [record('B', { count: 7 })]), draft)
    expect(conflictsOf(changed, changed.rows[0]!)).toEqual(['count'])
    const elsewhere = withDraft(start(), draft)
    expect(entriesOf(elsewhere).map(({ entry }) => entry.id)).toEqual(['B', undefined])
    expect(statusOf(elsewhere, elsewhere.rows[1]!).issues).toMatchObject([{ column: 'quantity', reason: 'not-a-number' }])
  })
})

describe('where drafts are kept', () => {
  test('a store that was refused, or closed by the browser, is opened anew for the next draft', async () => {
    const draft = { at: '2026-11-20T03:00:00.000Z', unsaved: 1, rows: [], options: [] }
    const answer = (result: unknown, error?: Error) => {
      const request = { result, error, onsuccess: () => {}, onerror: () => {} }
      queueMicrotask(() => (error ? request.onerror() : request.onsuccess()))
      return request
    }
    let isClosed = false
    const database = {
      transaction() {
        if (isClosed) throw new Error('The connection is closed')
        return { objectStore: () => ({ get: () => answer(draft) }) }
      },
    }
    const open = vi.fn(() => answer(database)).mockImplementationOnce(() => answer(undefined, new Error('Refused')))
    vi.stubGlobal('indexedDB', { open })
    await expect(loadDraft('uji')).rejects.toThrow('Refused')
    expect(await loadDraft('uji')).toEqual(draft)
    isClosed = true
    await expect(loadDraft('uji')).rejects.toThrow('closed')
    isClosed = false
    expect(await loadDraft('uji')).toEqual(draft)
    expect(open).toHaveBeenCalledTimes(3)
    vi.unstubAllGlobals()
  })
})

describe('what was sent and waits elsewhere', () => {
  const loaded = () => loadRecords(start(), [record('one', {}), record('two', {})])
  const sending = (state: GridState): GridState => ({ ...state, sent: entriesOf(state).map(({ row }) => row) })

  test('PX-5 goes from the grid, and what was entered since stays', () => {
    const sent = sending(put(put(put(loaded(), 0, 'quantity', '5'), 1, 'quantity', '6'), 2, 'code', 'baru'))
    const since = put(put(sent, 1, 'quantity', '7'), 3, 'code', 'lain')
    const left = withoutSent(since)
    expect([shown(left, 0, 'quantity'), shown(left, 1, 'quantity')]).toEqual(['1', '7'])
    expect(left.rows.map((_row, row) => cell(left, row, 'code')).filter(Boolean)).toEqual(['one', 'two', 'lain'])
    expect([entriesOf(left).length, left.sent]).toEqual([2, []])
  })

  test('PX-5 goes from what is kept on the desk once the grid was left, and no more than that', () => {
    const sent = sending(put(put(loaded(), 0, 'quantity', '5'), 2, 'code', 'baru'))
    const draft = draftOf(put(sent, 1, 'quantity', '7'), '2026-11-20T03:00:00.000Z')!
    expect(draftWithoutSent(draft, sentRows(sent))).toMatchObject({ unsaved: 1, rows: [{ record: { id: 'two' } }] })
    expect(draftWithoutSent(draftOf(sent, '2026-11-20T03:00:00.000Z')!, sentRows(sent))).toBeUndefined()
  })
})
