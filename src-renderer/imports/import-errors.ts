import { issueSentence, type Wording } from '../../shared/imports/issue-text.ts'
import type { IssueReason } from '../../shared/imports/issue.ts'
import { errorText, issuesOf, asAppError } from '../core/error-text.ts'
import { textOf } from '../core/i18n.ts'
import { fieldLabel } from './field-label.ts'

/** What went wrong with a file or its mapping, in words of their own where there are some; of several files, with the one that is meant. */
export function importErrorText(thrown: unknown, wording: Wording): string {
  const { code, params } = asAppError(thrown)
  const text = problemText(thrown, wording)
  return typeof params.file === 'string' && code !== 'import-stale' ? `${params.file}: ${text}` : text
}

function problemText(thrown: unknown, wording: Wording): string {
  const { code, params } = asAppError(thrown)
  const known = {
    'file-unreadable': () => textOf(`imports.unreadable.${String(params.reason)}`, { row: wording.number(String(params.row ?? '')) }),
    'file-too-large': () => textOf(`imports.tooLarge.${String(params.what)}`, { maximum: wording.number(String(params.maximum ?? '')) }),
    'import-stale': () => textOf('imports.batch.stale', { row: `${wording.number(String(params.row ?? ''))}${typeof params.file === 'string' ? ` (${params.file})` : ''}` }),
    'bom-out-of-range': () => (params.row === undefined ? undefined : textOf('imports.batch.refused', { row: wording.number(String(params.row)), problem: errorText(thrown) })),
    'invalid-input': () => constantProblem(thrown, wording),
  }[code as string]
  return known?.() ?? errorText(thrown)
}

/** A fixed value that means nothing names its field. */
function constantProblem(thrown: unknown, wording: Wording): string | undefined {
  const issue = issuesOf(thrown).find(({ path }) => path[1] === 'constants')
  if (!issue) return undefined
  const field = String(issue.path[2])
  const reason = issue.reason.replace('imports.issues.', '') as IssueReason
  const problem = issueSentence({ column: field, reason, weight: 'fault', params: issue.params as Record<string, string | number> }, wording)
  const label = fieldLabel(wording.fields.find(({ name }) => name === field) ?? { name: field, labels: null })
  return textOf('imports.unmapped', { field: label, problem })
}
