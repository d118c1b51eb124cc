import type { RowStatus } from '../../shared/imports/decision.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import { recordOf, type EvaluatedRow, type Evaluation, type FileRow, type StandingRow } from './evaluation.ts'
import { oddCodes } from './odd-codes.ts'
import type { Loops } from './own-references.ts'
import { isOpenIssue, isSameValue, note, question, type ImportField, type TargetRecord } from './target.ts'

/** Codes of new records that look unlike the file's others, each with what makes it odd. */
export function oddQuestions(evaluation: Evaluation, standing: readonly StandingRow[]): ReadonlyMap<string, RowIssue> {
  const field = evaluation.given.find(({ isOddAskedAbout }) => isOddAskedAbout)
  if (!field) return new Map()
  const codes = new Map(standing.flatMap(({ row }) => (row.key === undefined ? [] : [[row.key, String(row.values[field.name])] as const])))
  const odd = oddCodes([...codes.values()])
  return new Map([...codes].flatMap(([key, code]): [string, RowIssue][] => {
    const why = recordOf(evaluation, key) ? undefined : odd.get(code)
    return why ? [[key, question(field.name, 'odd-code', { value: code, why })]] : []
  }))
}

/** What becomes of a row that stands for its key: compared with its record, if it has one, and asked what its module says. */
export function matchRow(evaluation: Evaluation, { row, issues: ofGroup, accepted }: StandingRow, odd: ReadonlyMap<string, RowIssue>, loops: Loops): EvaluatedRow {
  const { prepared, mode, given } = evaluation
  const record = recordOf(evaluation, row.key)
  const { values, issues } = row
  const oddQuestion = row.key === undefined || accepted.has('odd-code') ? undefined : odd.get(row.key)
  const told = [...(record ? issues.flatMap(issue => keptAsIs(issue, row.source)) : issues), ...ofGroup, ...(oddQuestion ? [oddQuestion] : []), ...loops(row)]
  const changed = given.filter(field => !record || isChange(field, row.source, values, record)).map(({ name }) => name)
  const result = (status: RowStatus, all: readonly RowIssue[]): EvaluatedRow => ({
    row: row.source.row, status, foldedInto: null, key: row.key, record, values,
    before: record && status !== 'same' ? Object.fromEntries(changed.map(name => [name, record.values[name] ?? null])) : {}, issues: all,
  })
  if (isOpen(told)) return result('faulty', told)
  if (record && changed.length === 0) return result('same', told)
  if (record && mode === 'insert') return result('skipped', [...told, note(null, 'exists-already')])
  const found = [...row.ifChanged.filter(({ column }) => column === null || changed.includes(column)), ...prepared.check({ values, record, changed })]
  const all = [...told, ...found, ...(record && !record.isActive && values.isActive !== true ? [note(null, 'record-inactive')] : [])]
  if (isOpen(all)) return result('faulty', all)
  return result(record ? 'changed' : 'new', all)
}

function isOpen(issues: readonly RowIssue[]): boolean {
  return issues.some(isOpenIssue)
}

/** A blank, or no column at all, says nothing about a record that has what must be there. */
function keptAsIs(issue: RowIssue, { cells }: FileRow): RowIssue[] {
  if (issue.reason !== 'required') return [issue]
  return issue.column !== null && Object.hasOwn(cells, issue.column) ? [note(issue.column, 'kept-as-is')] : []
}

/** Whether the file itself says something else than the record; a constant does not speak of records that are there. */
function isChange({ name, isKey, isSame = isSameValue }: ImportField, { cells, decision }: FileRow, values: FieldValues, record: TargetRecord): boolean {
  const isSaid = Object.hasOwn(cells, name) || Object.hasOwn(decision.filled ?? {}, name)
  return isSaid && !isKey && values[name] !== undefined && !isSame(values[name], record.values[name])
}
