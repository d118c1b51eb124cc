import { decimal, DecimalError, decimalText } from '../../shared/core/decimal.ts'
import { readableText } from '../../shared/core/safe-text.ts'
import { betrayedMark, plainNumber, type DecimalMark } from '../../shared/core/written-number.ts'
import type { Cell, CellFault, CellValue } from './entry-grid-cell.ts'
import type { ChoiceColumn, EntryColumn, GridRules } from './entry-grid-definition.ts'

/** How numbers and days of one pasted column are written. */
export interface Reading { readonly mark: DecimalMark; readonly isMonthFirst: boolean }

type Read = CellValue | CellFault
interface Reader<Column extends EntryColumn> { (text: string, column: Column, rules: GridRules, reading: Reading): Read | undefined }

const notANumber: CellFault = { reason: 'not-a-number', params: {} }
const notWhole: CellFault = { reason: 'invalid_type', params: { expected: 'int' } }
const notADay: CellFault = { reason: 'invalid_format', params: { format: 'date' } }
const notAChoice: CellFault = { reason: 'invalid_value', params: {} }
const notYesNo: CellFault = { reason: 'grid.issues.notYesNo', params: {} }

/** What a text says in its column. References are `pending`: only the host knows them. */
export function readCell(column: EntryColumn, text: string, rules: GridRules, reading: Reading = ownReading(rules)): Cell {
  const typed = text.replace(/\u00a0/g, ' ').trim()
  if (typed === '') return null
  const read = readers[column.kind](typed, column as never, rules, reading)
  if (read === undefined) return { typed, fault: null }
  return typeof read === 'object' && read !== null ? { typed, fault: read } : read
}

/** As the user's language writes. */
export function ownReading({ formats }: GridRules): Reading {
  return { mark: formats.language === 'id' ? ',' : '.', isMonthFirst: false }
}

/**
 * How a pasted column is written, by what its texts betray: "1,234.56" anywhere makes "1.234" one and a quarter, a 25th as the
 * second part makes the first one the month. Where nothing betrays it, or one text the other, it is as the user writes.
 */
export function readingOf(texts: readonly string[], rules: GridRules): Reading {
  const own = ownReading(rules)
  const marks = new Set(texts.flatMap(text => betrayedMark(text.trim()) ?? []))
  const [mark = own.mark] = marks.size === 1 ? marks : []
  return { mark, isMonthFirst: isMonthFirst(texts) }
}

/** The texts that would be another number with the other mark, where no text of the column says which one it is. */
export function ambiguousIn(column: EntryColumn, texts: readonly string[]): readonly string[] {
  if (column.kind !== 'decimal' || texts.some(text => betrayedMark(text.trim()) !== undefined)) return []
  return texts.filter(text => /^-?\d{1,3}[.,]\d{3}$/.test(text.trim()) && !/^-?0[.,]/.test(text.trim()))
}

function isMonthFirst(texts: readonly string[]): boolean {
  const parts = texts.flatMap(text => {
    const [, first, second] = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})$/.exec(text.trim()) ?? []
    return first === undefined ? [] : [[Number(first), Number(second)] as const]
  })
  return parts.some(([, second]) => second > 12) && parts.every(([first]) => first <= 12)
}

const readers: { readonly [Kind in EntryColumn['kind']]: Reader<Extract<EntryColumn, { kind: Kind }>> } = {
  text: text => readableText(text),
  // What shows by itself how it is written is read so, whatever the rest of its column.
  decimal: (text, _column, _rules, { mark }) => readDecimal(text, betrayedMark(text) ?? mark),
  integer: (text, _column, _rules, { mark }) => readInteger(text, betrayedMark(text) ?? mark),
  day: (text, _column, { formats }, reading) => formats.readDay(plainDay(text, reading)) ?? notADay,
  boolean: text => readBoolean(text),
  choice: (text, column) => readChoice(text, column),
  reference: () => undefined,
}

function readDecimal(text: string, mark: DecimalMark): Read {
  const plain = plainNumber(text, mark)
  if (plain === undefined) return notANumber
  try {
    return decimalText(decimal(plain))
  } catch (error) {
    if (error instanceof DecimalError) return { reason: error.reason, params: {} }
    throw error
  }
}

function readInteger(text: string, mark: DecimalMark): Read {
  const plain = plainNumber(text, mark)
  if (plain === undefined) return notANumber
  const number = Number(plain)
  if (!/^-?\d+(\.0*)?$/.test(plain)) return notWhole
  return Number.isSafeInteger(number) ? number + 0 : { reason: 'out-of-range', params: {} }
}

const yes = ['ya', 'y', 'yes', 'true', 'benar', '1', 'aktif', 'active', 'x', 'v', '✓', '✔']
const no = ['tidak', 'tdk', 'no', 'n', 'false', 'salah', '0', 'nonaktif', 'inactive', '-']

function readBoolean(text: string): Read {
  const word = text.toLowerCase()
  if (yes.includes(word)) return true
  return no.includes(word) ? false : notYesNo
}

/** By its label, its words or its value; what only one label begins with is that one. */
function readChoice(text: string, { options }: ChoiceColumn): Read {
  const word = text.toLowerCase()
  const exact = options.find(({ value, label, words = [] }) => [value, label, ...words].some(one => one.toLowerCase() === word))
  const begun = options.filter(({ label }) => label.toLowerCase().startsWith(word))
  return exact?.value ?? (begun.length === 1 ? begun[0]!.value : notAChoice)
}

/** Month names as Excel writes them, in both languages; by their first three letters. */
const months = ['jan', 'feb', 'mar', 'apr', 'mei may', 'jun', 'jul', 'agu ags aug', 'sep', 'okt oct', 'nov nop', 'des dec']

/** A day with the month first, with a month's name or with a time behind it, as `readDay` takes it. */
function plainDay(text: string, { isMonthFirst: hasMonthFirst }: Reading): string {
  const day = text.replace(/[T ]\d{1,2}[:.]\d{2}.*$/, '')
  const [, date, name, year] = /^(\d{1,2})[-/. ]*([a-z]{3,9})[-/., ]*(\d{4}|\d{2})?$/i.exec(day) ?? []
  if (name !== undefined) {
    const month = months.findIndex(words => words.split(' ').includes(name.slice(0, 3).toLowerCase()))
    return month < 0 ? day : [date, month + 1, year].filter(Boolean).join('-')
  }
  return hasMonthFirst ? day.replace(/^(\d{1,2})([-/.])(\d{1,2})\2/, '$3$2$1$2') : day
}
