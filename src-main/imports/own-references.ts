import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue } from '../../shared/imports/target.ts'
import { recordOf, type Evaluation, type ReadRow } from './evaluation.ts'
import { fault, foldCase, isCompound, keyFields, type ImportField } from './target.ts'

/** Rows by code, for targets whose records refer to each other: a section may name its parent further down in the same file. */
type RowsByCode = ReadonlyMap<string, ReadRow>
export type Loops = (row: ReadRow) => readonly RowIssue[]

/** Reads references to rows of this very file as what they are. Rows that the user skipped will not be there. */
export function resolveOwnReferences(evaluation: Evaluation, rows: readonly ReadRow[]): { rows: readonly ReadRow[]; loops: Loops } {
  const { target, given } = evaluation
  const fields = isCompound(target) ? [] : given.filter(({ reference }) => reference === target.entity)
  if (fields.length === 0) return { rows, loops: () => [] }
  const byCode: RowsByCode = new Map(rows.filter(({ source }) => !source.decision.isSkipped).map(row => [codeOf(evaluation, row), row] as const))
  const resolved = rows.map(row => fields.reduce((before, field) => withOwnReference(evaluation, before, field, byCode), row))
  const resolvedByCode: RowsByCode = new Map(resolved.map(row => [codeOf(evaluation, row), row] as const))
  return { rows: resolved, loops: row => fields.flatMap(field => loopIssue(evaluation, row, field, resolvedByCode)) }
}

function withOwnReference(evaluation: Evaluation, row: ReadRow, { name }: ImportField, byCode: RowsByCode): ReadRow {
  const unknown = row.issues.find(({ column, reason }) => column === name && reason === 'unknown-reference')
  const inFile = unknown && byCode.get(fold(unknown.params.value))
  if (!inFile) return row
  const issues = row.issues.filter(issue => issue !== unknown)
  const isBroken = issues.some(({ weight, reason }) => weight === 'fault' && reason !== 'required')
  return { ...row, values: { ...row.values, [name]: inFile.values[codeField(evaluation)] ?? null }, issues, isBroken }
}

/** Follows the chain from parent to parent as it would be afterwards: what the file says, else what the record says. */
function loopIssue(evaluation: Evaluation, row: ReadRow, { name }: ImportField, byCode: RowsByCode): RowIssue[] {
  const own = codeOf(evaluation, row)
  const above = (code: string): string => {
    const inFile = byCode.get(code)
    return fold(inFile && Object.hasOwn(inFile.source.cells, name) ? inFile.values[name] : recordOf(evaluation, code)?.values[name])
  }
  const seen = new Set<string>()
  for (let code = fold(row.values[name]); code !== '' && !seen.has(code); code = above(code)) {
    if (code === own) return [fault(name, 'parent-loop', { value: String(row.values[name]) })]
    seen.add(code)
  }
  return []
}

function codeField({ target }: Evaluation): string {
  return keyFields(target)[0]!.name
}

function codeOf(evaluation: Evaluation, { values }: ReadRow): string {
  return fold(values[codeField(evaluation)])
}

function fold(value: FieldValue | undefined): string {
  return foldCase(String(value ?? ''))
}
