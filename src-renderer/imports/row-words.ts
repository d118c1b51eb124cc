import type { ImportRow } from '../../shared/imports/contract.ts'
import { issueSentence, type Wording } from '../../shared/imports/issue-text.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'

/** A sentence of its own: beside the row's number it begins with a capital. */
export function issueText(issue: RowIssue, wording: Wording): string {
  const text = issueSentence(issue, wording)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What needs a decision first, then what is only worth knowing. */
export function remarks({ issues }: ImportRow, wording: Wording): string {
  const notes = issues.filter(({ weight }) => weight === 'note')
  return [...issues.filter(issue => !notes.includes(issue)), ...notes].map(issue => issueText(issue, wording)).join(' ')
}

/** What the file says of a field, whether it could be read or not. */
export function cellOf({ cells }: ImportRow, name: string): string {
  const cell = cells[name]
  return cell === undefined ? '' : String(cell)
}
