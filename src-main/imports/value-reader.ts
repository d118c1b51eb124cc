import { compareDecimals, decimal, DecimalError, decimalText, zero, type Decimal } from '../../shared/core/decimal.ts'
import { rational, toDecimal } from '../../shared/core/rational.ts'
import { readableText } from '../../shared/core/safe-text.ts'
import { plainNumber } from '../../shared/core/written-number.ts'
import type { DayOrder, DecimalMark } from '../../shared/imports/file.ts'
import type { IssueReason, RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue, ReferenceEntity } from '../../shared/imports/target.ts'
import { bracketed, type BracketedName } from './bracketed.ts'
import { readDayText } from './day-text.ts'
import type { Reference } from './lookup.ts'
import { candidate, nearest, plain } from './nearest.ts'
import { isCarton, packedText, packedUnit, type PackedUnit } from './packed-unit.ts'
import { spreadsheetNumber } from './number-text.ts'
import type { SourceCell } from './source.ts'
import { fault, foldCase, note, question, type ImportField } from './target.ts'

/**
 * What a cell says: its value where it could be read, what is wrong otherwise. `ifChanged` counts only where the value is new to
 * the record: what stands there already is left in peace.
 */
export interface ReadCell { readonly value?: FieldValue; readonly issue?: RowIssue; readonly ifChanged?: RowIssue }
export type ReadField = (field: ImportField, cell: SourceCell | undefined) => ReadCell

export interface ReadingHelp {
  readonly decimalMark: DecimalMark
  readonly dayOrder: DayOrder
  references(entity: ReferenceEntity): readonly Reference[]
}

/** Kinds of which blanks around a text are worth knowing: numbers and days are often set with some. */
const worded: readonly ImportField['kind'][] = ['text', 'choice', 'reference']
// eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const cellErrors = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/
/** Beyond so many different unknown texts nobody reads suggestions, and among many names finding one takes long. */
const suggestionsMade = 200
const namesCompared = 500_000

/** Reads cells of a file; what was read once is kept, because columns repeat themselves. */
export function createValueReader(help: ReadingHelp): ReadField {
  const known = new Map<string, Map<SourceCell, ReadCell>>()
  const readers: Readonly<Record<ImportField['kind'], (field: ImportField, text: string) => ReadCell>> = {
    text: readText,
    decimal: (field, text) => readDecimal(field, text, help.decimalMark),
    integer: (field, text) => readInteger(field, text, help.decimalMark),
    boolean: readBoolean,
    choice: readChoice,
    reference: createReferenceReader(help),
    day: (field, text) => readDay(field, text, help.dayOrder),
    lines: readText,
  }
  function read(field: ImportField, cell: SourceCell): ReadCell {
    const raw = typeof cell === 'number' ? spreadsheetNumber(cell) : cell
    const text = readableText(raw.replace(/\r\n?/g, '\n').trim()).trim()
    if (text === '') return blank(field)
    if (cellErrors.test(text)) return { ...readers[field.kind](field, text), ifChanged: fault(field.name, 'cell-error', { value: text }) }
    // A number of a spreadsheet has a decimal point whatever marks the file's texts use.
    const reading = typeof cell === 'number' && field.kind === 'decimal' ? readDecimal(field, text, '.') : readers[field.kind](field, text)
    const isTrimmed = typeof cell === 'string' && worded.includes(field.kind) && cell !== cell.trim()
    return isTrimmed && !reading.issue ? { ...reading, issue: note(field.name, 'trimmed', { value: cell }) } : reading
  }
  return (field, cell) => {
    if (cell === undefined) return blank(field)
    let cells = known.get(field.name)
    if (!cells) known.set(field.name, (cells = new Map()))
    let reading = cells.get(cell)
    if (!reading) cells.set(cell, (reading = read(field, cell)))
    return reading
  }
}

function blank(field: ImportField): ReadCell {
  if (field.isRequired) return { issue: fault(field.name, 'required') }
  return { value: field.empty ?? (field.kind === 'text' ? '' : null) }
}

function wrong(field: ImportField, reason: IssueReason, value: string, params: RowIssue['params'] = {}): ReadCell {
  return { issue: fault(field.name, reason, { value: value.slice(0, 200), ...params }) }
}

function readText(field: ImportField, text: string): ReadCell {
  const { maximum = 1000 } = field
  if (controlCharacters.test(text)) return wrong(field, 'control-characters', text)
  return text.length > maximum ? wrong(field, 'too-long', text, { maximum, length: text.length }) : { value: text }
}

function readDecimal(field: ImportField, text: string, mark: DecimalMark): ReadCell {
  const number = plainNumber(field.isPercent ? text.replace(/\s*%$/, '') : text, mark)
  if (number === undefined) return wrong(field, 'not-a-number', text)
  try {
    const value = field.isMeasured ? toDecimal(rational(number), 'half-up') : decimal(number)
    const reason = outOfBounds(field, value)
    // What was measured keeps its places until the whole column is read: fractions are made percent before they are rounded.
    return reason ? wrong(field, reason, text, boundsOf(field)) : { value: field.isMeasured ? number : decimalText(value) }
  } catch (error) {
    if (error instanceof DecimalError && error.reason !== 'division-by-zero') return wrong(field, error.reason, text, boundsOf(field))
    throw error
  }
}

function readInteger(field: ImportField, text: string, mark: DecimalMark): ReadCell {
  const number = plainNumber(text, mark)
  if (number === undefined) return wrong(field, 'not-a-number', text)
  if (!/^-?\d+(\.0*)?$/.test(number)) return wrong(field, 'not-whole', text)
  const value = Number(number)
  if (!Number.isSafeInteger(value)) return wrong(field, 'out-of-range', text, boundsOf(field))
  const reason = outOfBounds(field, decimal(Math.max(-1e9, Math.min(1e9, value))))
  return reason ? wrong(field, reason, text, boundsOf(field)) : { value: value + 0 }
}

function outOfBounds({ least, most }: ImportField, value: Decimal): IssueReason | undefined {
  if (least === 'positive' && value <= zero) return 'not-positive'
  if (least === 0 && value < zero) return 'negative'
  if (least === 1 && compareDecimals(value, decimal(1)) < 0) return 'out-of-range'
  return most !== undefined && compareDecimals(value, decimal(most)) > 0 ? 'out-of-range' : undefined
}

/** What is kept in four decimals is at most this. */
export const mostKept = 900_719_925_474

function boundsOf({ least, most }: ImportField): RowIssue['params'] {
  return { minimum: least === 'positive' ? 0 : (least ?? 0), maximum: most ?? mostKept }
}

const yes = ['ya', 'y', 'yes', 'true', 'benar', '1', 'aktif', 'active', 'x', 'v', 't']
const no = ['tidak', 'tdk', 'no', 'n', 'false', 'salah', '0', 'nonaktif', 'tidakaktif', 'inactive', 'f']

function readBoolean(field: ImportField, text: string): ReadCell {
  const word = plain(text)
  if (yes.includes(word)) return { value: true }
  return no.includes(word) ? { value: false } : wrong(field, 'not-yes-no', text)
}

function readChoice(field: ImportField, text: string): ReadCell {
  const { choices = { id: {}, en: {} }, synonyms = {} } = field
  const word = plain(text)
  const meanings = Object.keys(choices.id).map(value => ({ value, words: [value, choices.id[value] ?? '', choices.en[value] ?? '', ...(synonyms[value] ?? [])].map(plain) }))
  const found = meanings.find(({ words }) => words.includes(word))
  if (found) return { value: found.value }
  const suggestion = nearest(text, meanings.flatMap(({ value, words }) => words.map(offered => candidate(offered, value))))
  return wrong(field, 'not-a-choice', text, suggestion === undefined ? {} : { suggestion })
}

function createReferenceReader({ references }: ReadingHelp): (field: ImportField, text: string) => ReadCell {
  const books = new Map<ReferenceEntity, ReferenceBook>()
  let suggestions = 0
  let compared = 0
  return (field, text) => {
    const entity = field.reference!
    let book = books.get(entity)
    if (!book) books.set(entity, (book = referenceBook(references(entity))))
    const named = field.isBracketed ? bracketed(text) : undefined
    const found = book.find(text) ?? (named && book.withCode(named.code))
    if (found) return readFound(field, found)
    const packed = field.mayBePacked ? packedUnit(text) : undefined
    if (packed) return readPacked(field, packed, book)
    suggestions += 1
    compared += book.names
    const isWorthwhile = suggestions <= suggestionsMade && compared <= namesCompared
    if (field.isBracketed && field.mayBeNew) return newArticle(field, text, named, book, isWorthwhile)
    const meant = book.synonym(text, field.synonyms) ?? (isWorthwhile ? book.nearest(text) : undefined)
    if (field.mayBeNew) return newReference(field, text, meant)
    return wrong(field, 'unknown-reference', text, meant === undefined ? {} : { suggestion: meant })
  }
}

function readFound(field: ImportField, { code, isActive }: Reference): ReadCell {
  return isActive ? { value: code } : { value: code, ifChanged: fault(field.name, 'inactive-reference', { value: code }) }
}

/** By whatever word a file calls a carton, it is the carton the factory has, else a unit of that word to be made. */
function readPacked(field: ImportField, packed: PackedUnit, book: ReferenceBook): ReadCell {
  const unit = book.find(packed.unit) ?? book.called(isCarton)
  return unit ? { ...readFound(field, unit), value: packedText({ ...packed, unit: unit.code }) } : { value: packedText(packed) }
}

/** A code to be made: asked about where it looks like one that is there, or that factories usually have. */
function newReference(field: ImportField, text: string, meant: string | undefined): ReadCell {
  const usual = Object.entries(field.synonyms ?? {}).flatMap(([code, words]) => [code, ...words].map(word => candidate(word, code)))
  const suggestion = meant ?? nearest(text, usual)
  if (suggestion === undefined || foldCase(suggestion) === foldCase(text)) return readText(field, text)
  return { ...readText(field, text), issue: question(field.name, 'new-reference', { value: text, suggestion }) }
}

/** A code in brackets is no misspelt one, but may be a second one of an article; a bare name that is nobody's is compared with those that have the same digits. */
function newArticle(field: ImportField, text: string, named: BracketedName | undefined, book: ReferenceBook, mayCompare: boolean): ReadCell {
  const meant = named ? book.named(named.name) : mayCompare && !book.isShared(text) ? book.nearest(text) : undefined
  const isLikely = meant !== undefined && (named !== undefined || [meant, book.withCode(meant)?.name ?? ''].some(other => digitsOf(other) === digitsOf(text)))
  return isLikely ? { ...readText(field, text), issue: question(field.name, 'new-reference', { value: text, suggestion: meant }) } : readText(field, text)
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

interface ReferenceBook {
  /** How many names `nearest` compares with. */
  readonly names: number
  find(text: string): Reference | undefined
  withCode(code: string): Reference | undefined
  /** The first in use whose code or name is such a word. */
  called(isMeant: (name: string) => boolean): Reference | undefined
  /** The code of the only one of this name. */
  named(name: string): string | undefined
  /** Whether several have this name. */
  isShared(name: string): boolean
  nearest(text: string): string | undefined
  synonym(text: string, synonyms: ImportField['synonyms']): string | undefined
}

function referenceBook(references: readonly Reference[]): ReferenceBook {
  const byCode = new Map(references.map(reference => [foldCase(reference.code), reference]))
  const byName = Map.groupBy(references, ({ name }) => plain(name))
  const onlyOne = (name: string) => {
    const named = plain(name) === '' ? [] : (byName.get(plain(name)) ?? [])
    return named.length === 1 ? named[0] : undefined
  }
  const candidates = references.filter(({ isActive }) => isActive).flatMap(({ code, name }) => [candidate(code, code), candidate(name, code)])
  return {
    names: candidates.length,
    find: text => byCode.get(foldCase(text)) ?? onlyOne(text),
    withCode: code => byCode.get(foldCase(code)),
    called: isMeant => references.find(({ code, name, isActive }) => isActive && [code, name].some(isMeant)),
    named: name => onlyOne(name)?.code,
    isShared: name => (byName.get(plain(name))?.length ?? 0) > 1,
    nearest: text => nearest(text, candidates),
    synonym(text, synonyms = {}) {
      const word = plain(text)
      const [code] = Object.entries(synonyms).find(([, words]) => words.includes(word)) ?? []
      return code === undefined ? undefined : byCode.get(foldCase(code))?.code
    },
  }
}

function readDay(field: ImportField, text: string, order: DayOrder): ReadCell {
  const day = readDayText(text, order)
  return day === undefined ? wrong(field, 'not-a-day', text) : { value: day }
}
