import { decimal, decimalText, divide, multiply } from '../../shared/core/decimal.ts'
import { compareRationals, rational, toDecimal } from '../../shared/core/rational.ts'
import type { IssueReason, RowIssue } from '../../shared/imports/issue.ts'
import { cellText } from './columns.ts'
import { farYears, yearIn } from './day-text.ts'
import type { Evaluation, ReadRow } from './evaluation.ts'
import { note, question, type ImportField } from './target.ts'

/** A column of percentages in which nothing is larger was written as fractions: 0.8 for 80 %. */
const largestFraction = 1.5
/** Of fewer numbers nobody can say what is usual; so many times more or less than the middle one is not. */
const fewestNumbers = 10
const timesApart = 4

/** Rows with what can be said of a cell only by its whole column: what kind of numbers these are, and which of them are hardly meant. */
export function seenAsColumns({ given }: Evaluation, rows: readonly ReadRow[]): readonly ReadRow[] {
  return given.reduce((seen, field) => {
    if (field.isPercent) return askAboutNumbers(field, rounded(field, asPercents(field, seen)))
    if (field.isMeasured) return rounded(field, seen)
    return field.isNearOthers ? askAboutDays(field, seen) : seen
  }, rows)
}

/** Whether the file itself says this, so that the column can be judged by it. What the user has put there is meant. */
function isOfFile({ source, values }: ReadRow, { name }: ImportField): boolean {
  return Object.hasOwn(source.cells, name) && !Object.hasOwn(source.decision.filled ?? {}, name) && typeof values[name] === 'string'
}

function withIssue(row: ReadRow, issue: RowIssue): ReadRow {
  return { ...row, issues: [...row.issues, issue] }
}

function isSettled({ source: { decision } }: ReadRow, reason: IssueReason): boolean {
  return decision.isSkipped === true || decision.accepted?.includes(reason) === true
}

function said({ source }: ReadRow, { name }: ImportField): string {
  return cellText(source.cells[name]).trim()
}

function asPercents(field: ImportField, rows: readonly ReadRow[]): readonly ReadRow[] {
  const { name } = field
  const written = rows.filter(row => isOfFile(row, field))
  if (written.length === 0 || written.some(({ values }) => Number(values[name]) > largestFraction)) return rows
  return rows.map(row => {
    if (!isOfFile(row, field)) return row
    const whole = String(row.values[name])
    const percent = field.isMeasured ? hundredfold(whole) : decimalText(multiply(decimal(whole), decimal(100), 'half-up'))
    return withIssue({ ...row, values: { ...row.values, [name]: percent } }, note(name, 'as-percent', { value: said(row, field), percent }))
  })
}

/** With its mark two places to the right, and all of its places. */
function hundredfold(number: string): string {
  const [whole = '', fraction = ''] = number.split('.')
  const places = fraction.padEnd(2, '0')
  const moved = `${whole}${places.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1')
  return places.length > 2 ? `${moved}.${places.slice(2)}` : moved
}

/** Figures that were measured, with as many places as are kept. */
function rounded(field: ImportField, rows: readonly ReadRow[]): readonly ReadRow[] {
  if (!field.isMeasured) return rows
  const { name } = field
  return rows.map(row => {
    const value = row.values[name]
    if (typeof value !== 'string') return row
    const exact = rational(value)
    const kept = toDecimal(exact, 'half-up')
    const read = { ...row, values: { ...row.values, [name]: decimalText(kept) } }
    return compareRationals(exact, rational(kept)) === 0 ? read : withIssue(read, note(name, 'rounded', { value, rounded: decimalText(kept) }))
  })
}

function askAboutNumbers(field: ImportField, rows: readonly ReadRow[]): readonly ReadRow[] {
  const { name } = field
  const numbers = rows.flatMap(row => (isOfFile(row, field) ? [Number(row.values[name])] : [])).sort((a, b) => a - b)
  if (numbers.length < fewestNumbers) return rows
  const middle = numbers[Math.floor(numbers.length / 2)]!
  const isFar = (number: number) => number * timesApart < middle || number > middle * timesApart
  const usual = new Set(rows.map(({ values }) => values[name]).filter(value => !isFar(Number(value))))
  return rows.map(row => {
    if (!isOfFile(row, field) || !isFar(Number(row.values[name])) || isSettled(row, 'far-number')) return row
    const suggestion = shifted(String(row.values[name])).find(value => usual.has(value))
    return withIssue(row, question(name, 'far-number', { value: said(row, field), usual: String(middle), ...(suggestion !== undefined && { suggestion }) }))
  })
}

/** The number with its decimal mark one place to the right, and one to the left. */
function shifted(number: string): string[] {
  return [decimalText(multiply(decimal(number), decimal(10), 'half-up')), decimalText(divide(decimal(number), decimal(10), 'half-up'))]
}

/** A year far from the others is asked about; where the rows before and after agree on a day, that is proposed. */
function askAboutDays(field: ImportField, rows: readonly ReadRow[]): readonly ReadRow[] {
  const { name } = field
  const yearOf = (row: ReadRow | undefined) => (row && isOfFile(row, field) ? yearIn(String(row.values[name])) : undefined)
  const years = new Map<number, number>()
  for (const row of rows) {
    const year = yearOf(row)
    if (year !== undefined) years.set(year, (years.get(year) ?? 0) + 1)
  }
  const far = farYears(years)
  if (far.size === 0) return rows
  return rows.map((row, at) => {
    const year = yearOf(row)
    if (year === undefined || !far.has(year) || isSettled(row, 'far-day')) return row
    const beside = [rows[at - 1], rows[at + 1]].flatMap(other => (other && !far.has(yearOf(other) ?? NaN) && typeof other.values[name] === 'string' ? [other.values[name]] : []))
    const suggestion = new Set(beside).size === 1 ? beside[0] : undefined
    return withIssue(row, question(name, 'far-day', { value: said(row, field), ...(suggestion !== undefined && { suggestion }) }))
  })
}
