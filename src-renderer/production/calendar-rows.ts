import { AppError, type InputIssue } from '../../shared/core/errors.ts'
import type { CalendarRow, DayRow } from '../../shared/production/daily.ts'
import type { GridEntry } from '../components/entry-grid-definition.ts'
import { asAppError, issuesOf } from '../core/error-text.ts'
import type { MonthLine } from './calendar-definition.ts'

/** A changed cell: which row it stands in, which day it is, and what the host is told of it. */
export interface ChangedDay { readonly at: number; readonly day: string; readonly row: DayRow }

/** What was typed, cell by cell. */
export function changedDays(entries: readonly GridEntry<MonthLine, CalendarRow>[]): ChangedDay[] {
  return entries.flatMap(({ id, changed, data }, at) => Object.entries(changed).flatMap(([day, good = null]): ChangedDay[] => {
    const known = data?.days.find(entry => entry.day === day)
    if (known && good === null) return [{ at, day, row: { kind: 'remove', id: known.id, version: known.version } }]
    if (known) return [{ at, day, row: { kind: 'change', id: known.id, version: known.version, goodQuantity: String(good) } }]
    return good === null ? [] : [{ at, day, row: { kind: 'enter', entry: { workOrderId: id ?? '', day, goodQuantity: String(good) } } }]
  }))
}

/** Whether days that were sent are those of a month of these work orders. */
export function isOfRows(shown: readonly CalendarRow[], month: string): (input: Readonly<Record<string, unknown>>) => boolean {
  return ({ rows = [] }) => (rows as readonly DayRow[]).some(row => shown.some(({ workOrderId, days }) => (
    row.kind === 'enter' ? row.entry.workOrderId === workOrderId && row.entry.day.startsWith(month) : days.some(({ id }) => id === row.id)
  )))
}

/** Whether something must be explained before it is taken; how many days. */
export function unexplainedDays(error: unknown): number {
  return issuesOf(error).filter(({ reason }) => reason === 'errors.reason-needed').length
}

/** A refusal as the grid places it: by the row and the day, whatever field of the day it is about. */
export function refusalInGrid(error: unknown, days: readonly ChangedDay[]): AppError {
  const issues = issuesOf(error)
  if (issues.length === 0) return asAppError(error)
  const placed = issues.map((issue): InputIssue => {
    const cell = days[Number(issue.path.find(part => typeof part === 'number') ?? -1)]
    return cell ? { ...issue, path: ['rows', cell.at, cell.day] } : issue
  })
  return new AppError('invalid-input', { issues: placed })
}
