import { DecimalError } from '../../shared/core/decimal.ts'
import { AppError, type ErrorCode, type InputIssue } from '../../shared/core/errors.ts'

/** The field of its line that a refusal belongs to, and another reason where its own words would not fit there. */
export interface Place { readonly field: string; readonly reason?: string }

/** Who may not do it at all, when nothing may be posted, and what the machine refuses, is no matter of one line. */
const notOfTheLine: readonly ErrorCode[] = ['forbidden', 'foreign-section', 'period-closed', 'storage-failed', 'unexpected']
/** More than a person mends before the next try. */
const mostIssues = 500

/**
 * Does the same with every line of a list, all or none: goes through to the end, then throws one `invalid-input` that names each
 * line that was refused by `list` and its number (`rows.57.quantity`). A refusal without a field of its own becomes `errors.<code>`
 * of the line, or of what `placeOf` says. Whatever was written is undone with the command that throws.
 */
export function eachRow<Row, Result>(
  list: string, rows: readonly Row[], work: (row: Row, index: number) => Result, placeOf: (error: AppError) => Place | undefined = () => undefined,
): Result[] {
  return inOrder(list, [...rows.entries()], work, placeOf)
}

/** The same from the last line to the first, for what must be taken back in the order opposite to that in which it was done. */
export function eachRowBackwards<Row>(
  list: string, rows: readonly Row[], work: (row: Row, index: number) => void, placeOf: (error: AppError) => Place | undefined = () => undefined,
): void {
  inOrder(list, [...rows.entries()].reverse(), work, placeOf)
}

/** The same, first what has the lowest rank; answers in the order of the list. */
export function eachRowRanked<Row, Result>(list: string, rows: readonly Row[], rankOf: (row: Row) => number, work: (row: Row) => Result): Result[] {
  const entries = [...rows.entries()].toSorted(([, a], [, b]) => rankOf(a) - rankOf(b))
  const results = inOrder(list, entries, work, () => undefined)
  return entries.map(([index], at) => ({ index, result: results[at]! })).toSorted((a, b) => a.index - b.index).map(({ result }) => result)
}

function inOrder<Row, Result>(
  list: string, entries: readonly (readonly [number, Row])[], work: (row: Row, index: number) => Result, placeOf: (error: AppError) => Place | undefined,
): Result[] {
  const issues: InputIssue[] = []
  const results: Result[] = []
  for (const [index, row] of entries) {
    if (issues.length >= mostIssues) break
    try {
      results.push(work(row, index))
    } catch (error) {
      issues.push(...issuesOf(error, placeOf).map(issue => ({ ...issue, path: [list, index, ...issue.path] })))
    }
  }
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
  return results
}

function issuesOf(error: unknown, placeOf: (error: AppError) => Place | undefined): readonly InputIssue[] {
  if (error instanceof DecimalError) return [{ path: [], reason: 'errors.out-of-range', params: {} }]
  if (!(error instanceof AppError) || notOfTheLine.includes(error.code)) throw error
  if (error.code === 'invalid-input' && Array.isArray(error.params.issues)) return error.params.issues as readonly InputIssue[]
  const { field, reason = `errors.${error.code}` } = placeOf(error) ?? {}
  return [{ path: field === undefined ? [] : [field], reason, params: error.params }]
}
