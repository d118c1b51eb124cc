import type { Decision, RowChoice } from '../../shared/imports/decision.ts'
import type { Finding, IssueReason, IssueWeight } from '../../shared/imports/issue.ts'
import type { TargetField } from '../../shared/imports/target.ts'

/** Findings of one kind, told apart by the text they are about. */
export interface FindingGroup {
  readonly key: string
  readonly reason: IssueReason
  readonly column: string | null
  readonly weight: IssueWeight
  readonly count: number
  readonly findings: readonly Finding[]
}

/** What can be done about an issue besides skipping its rows. */
export type Remedy = 'fill' | 'accept' | 'keep'

const remedies: Partial<Record<IssueReason, Remedy | readonly Remedy[]>> = {
  required: 'fill', 'too-long': 'fill', 'control-characters': 'fill', 'not-a-number': 'fill', 'too-many-places': 'fill', 'not-whole': 'fill', 'out-of-range': 'fill',
  negative: 'fill', 'not-positive': 'fill', 'not-a-choice': 'fill', 'not-yes-no': 'fill', 'not-a-day': 'fill', 'unknown-reference': 'fill', 'inactive-reference': 'fill',
  'cell-error': 'fill', 'unit-places': 'fill', 'parent-loop': 'fill', 'not-a-store': 'fill', 'odd-code': 'accept', 'extra-cells': 'accept', 'duplicate-in-file': 'keep',
  'far-day': ['accept', 'fill'], 'far-number': ['accept', 'fill'], 'new-reference': ['accept', 'fill'], 'other-stage': ['accept', 'fill'],
  'charge-code': 'accept', 'zero-price': 'accept', 'total-differs': 'accept', 'invoice-negative': 'fill', 'credit-positive': 'fill',
}

export function hasRemedy(reason: IssueReason, remedy: Remedy): boolean {
  return [remedies[reason]].flat().includes(remedy)
}

/** What refers to nothing, where nothing need be referred to: it may also be left empty. */
export function mayBeCleared(reason: IssueReason, field: Pick<TargetField, 'isRequired'> | undefined): boolean {
  return field !== undefined && !field.isRequired && (reason === 'unknown-reference' || reason === 'inactive-reference')
}

/** Texts that mean something else: what is said about one holds for the whole file, and for the next one of the same mapping. */
const replaceable: readonly IssueReason[] = ['unknown-reference', 'inactive-reference', 'not-a-choice', 'not-yes-no', 'new-reference']

/** Reads a text of the file as another one, everywhere; nothing where the issue is not about a text that repeats itself. */
export function replacementOf({ reason, column, value }: Pick<Finding, 'reason' | 'column' | 'value'>, to: string): Decision | undefined {
  return column === null || value === null || !replaceable.includes(reason) ? undefined : { act: 'replace', field: column, from: value, to }
}

/** In the order in which the host gives them: what needs a decision first. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = Map.groupBy(findings, ({ weight, reason, column }) => `${weight} ${reason} ${column}`)
  return [...groups].map(([key, same]) => {
    const { reason, column, weight } = same[0]!
    return { key, reason, column, weight, findings: same, count: same.reduce((sum, { count }) => sum + count, 0) }
  })
}

export function rowsOf({ reason, column }: Pick<FindingGroup, 'reason' | 'column'>): RowChoice {
  return { reason, column }
}
export function rowsWith({ reason, column, value }: Finding): RowChoice {
  return value === null ? { reason, column } : { reason, column, value }
}

/** Takes what the host proposes for this finding, where it proposes something. */
export function proposalOf(finding: Finding): Decision | undefined {
  const { reason, column, suggestion } = finding
  if (reason === 'duplicate-in-file') return { act: 'keepProposed', where: rowsWith(finding) }
  if (suggestion === null || column === null) return undefined
  return replacementOf(finding, suggestion) ?? { act: 'fill', field: column, value: suggestion, where: rowsWith(finding) }
}
