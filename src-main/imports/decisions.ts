import { AppError } from '../../shared/core/errors.ts'
import type { Decision, RowChoice, RowStatus } from '../../shared/imports/decision.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import type { RowDecision } from './evaluation.ts'
import { issueValue } from './findings.ts'
import { keyFields, keyOf, type ImportTarget } from './target.ts'

/** A row as it stands staged. */
export interface DecidedRow {
  readonly row: number
  readonly status: RowStatus
  readonly foldedInto: number | null
  readonly values: FieldValues
  readonly issues: readonly RowIssue[]
  readonly decision: RowDecision
}

/** The decisions about each row after these, by row. Throws `invalid-input` for a field that the target does not have. */
export function decideAll(target: ImportTarget, rows: readonly DecidedRow[], decisions: readonly Decision[]): ReadonlyMap<number, RowDecision> {
  const decided = new Map(rows.map(({ row, decision }) => [row, decision]))
  const change = (row: number, patch: (before: RowDecision) => RowDecision) => decided.set(row, patch(decided.get(row) ?? {}))
  const followers = Map.groupBy(rows.filter(({ foldedInto }) => foldedInto !== null), ({ foldedInto }) => foldedInto!)
  const withFollowers = (chosen: readonly DecidedRow[]) => [...chosen, ...chosen.flatMap(({ row }) => followers.get(row) ?? [])]
  const siblings = Map.groupBy(rows, ({ row, values }) => keyOf(target, values) ?? row)
  const siblingsOf = ({ row, values }: DecidedRow) => siblings.get(keyOf(target, values) ?? row) ?? []
  const byRow = new Map(rows.map(one => [one.row, one]))

  function keep(row: number): void {
    const chosen = byRow.get(row)
    if (!chosen) return
    for (const sibling of siblingsOf(chosen)) change(sibling.row, ({ isKept: _, ...rest }) => rest)
    change(row, before => ({ ...before, isKept: true }))
  }
  function fill(chosen: readonly DecidedRow[], field: string, textOf: (row: DecidedRow) => string): void {
    requireField(target, field)
    for (const one of chosen) change(one.row, before => ({ ...before, filled: { ...before.filled, [field]: textOf(one) } }))
  }
  const acts: { readonly [A in Decision['act']]: (decision: Extract<Decision, { act: A }>) => void } = {
    skip: ({ where }) => withFollowers(choose(rows, where)).forEach(({ row }) => change(row, before => ({ ...before, isSkipped: true }))),
    accept: ({ where, reason }) => choose(rows, where).forEach(({ row }) =>
      change(row, before => ({ ...before, accepted: [...new Set([...(before.accepted ?? []), reason])] }))),
    fill: ({ where, field, value }) => fill(choose(rows, where), field, () => value),
    fillWithKey: ({ where, field }) => fill(choose(rows, where), field, ({ values }) => String(values[keyFields(target)[0]!.name] ?? '')),
    // How the file is read is no decision about rows: the setup keeps it.
    replace: ({ field }) => requireField(target, field),
    keep: ({ row }) => keep(row),
    keepProposed: ({ where }) => {
      const proposals = choose(rows, where).flatMap(({ issues }) => issues.filter(({ reason }) => reason === 'duplicate-in-file').map(({ params }) => Number(params.row)))
      for (const row of new Set(proposals)) keep(row)
    },
    reset: ({ where }) => {
      const chosen = choose(rows, where)
      for (const { row } of withFollowers(chosen)) decided.set(row, {})
      for (const { row } of chosen.flatMap(siblingsOf)) change(row, ({ isKept: _, ...rest }) => rest)
    },
  }
  for (const decision of decisions) (acts[decision.act] as (decision: Decision) => void)(decision)
  return decided
}

function choose(rows: readonly DecidedRow[], where: RowChoice): readonly DecidedRow[] {
  if ('rows' in where) {
    const wanted = new Set(where.rows)
    return rows.filter(({ row }) => wanted.has(row))
  }
  if ('status' in where) return rows.filter(({ status }) => status === where.status)
  const { reason, column, value } = where
  const isMeant = (issue: RowIssue) =>
    issue.reason === reason && (column === undefined || issue.column === column) && (value === undefined || issueValue(issue) === value)
  return rows.filter(({ issues }) => issues.some(isMeant))
}

function requireField({ fields }: ImportTarget, field: string): void {
  if (!fields.some(({ name }) => name === field)) throw new AppError('invalid-input', { issues: [{ path: ['decisions', 'field'], reason: 'invalid_value', params: { value: field } }] })
}
