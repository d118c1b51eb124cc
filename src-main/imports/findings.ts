import type { Finding, IssueReason, RowIssue } from '../../shared/imports/issue.ts'
import type { EvaluatedRow } from './evaluation.ts'

/** Issues that are settled text by text: every row with unit ‘yrd’ is mended by one decision. */
const byValue: readonly IssueReason[] = ['unknown-reference', 'inactive-reference', 'not-a-choice', 'not-yes-no', 'odd-code', 'other-case', 'replaced', 'trimmed', 'new-reference', 'far-day', 'far-number', 'duplicate-in-file', 'cell-error', 'charge-code']
/** Past so many different texts of one kind the rest is taken together. */
const valuesShown = 100

/** The text that an issue has in common with others of its kind, if those are told apart by it. */
export function issueValue({ reason, params }: RowIssue): string | null {
  if (!byValue.includes(reason)) return null
  const value = reason === 'duplicate-in-file' ? params.key : params.value
  return value === undefined ? null : String(value)
}

/** What was found in a file, each kind once: what needs a decision first, then what most rows have. */
export function findingsOf(rows: readonly EvaluatedRow[]): Finding[] {
  const found = new Map<string, Finding>()
  const values = new Map<string, number>()
  for (const { row, issues } of rows) {
    for (const issue of issues) {
      const { column, reason, weight } = issue
      const kind = `${weight} ${reason} ${column}`
      const own = issueValue(issue)
      const isKnown = found.has(`${kind} ${own}`)
      const value = own === null || isKnown || (values.get(kind) ?? 0) < valuesShown ? own : null
      const key = `${kind} ${value}`
      const before = found.get(key)
      if (!before && value !== null) values.set(kind, (values.get(kind) ?? 0) + 1)
      const meant = issue.params.suggestion ?? issue.params.to
      const suggestion = value !== null && meant !== undefined ? String(meant) : null
      found.set(key, before ? { ...before, count: before.count + 1 } : { column, reason, weight, value, suggestion, count: 1, firstRow: row })
    }
  }
  const order = { fault: 0, question: 1, note: 2 }
  return [...found.values()].sort((a, b) => order[a.weight] - order[b.weight] || b.count - a.count || a.firstRow - b.firstRow)
}
