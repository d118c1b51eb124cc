import type { RowStatus } from '../../shared/imports/decision.ts'
import type { IssueReason, RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue, FieldValues, ImportMode } from '../../shared/imports/target.ts'
import type { SourceCell } from './source.ts'
import { keyOf, type ImportField, type ImportTarget, type PreparedTarget, type TargetRecord } from './target.ts'
import type { Meaning } from './meaning.ts'
import type { ReadField } from './value-reader.ts'

/** What the user decided about one row. */
export interface RowDecision {
  readonly isSkipped?: true
  readonly isKept?: true
  readonly accepted?: readonly IssueReason[]
  readonly filled?: Readonly<Record<string, string>>
}
/** A row of the file, by fields. `extra` is set where it has more cells than the heading. */
export interface FileRow {
  readonly row: number
  readonly cells: Readonly<Record<string, SourceCell>>
  readonly extra?: true
  readonly decision: RowDecision
}

export interface EvaluatedRow {
  readonly row: number
  readonly status: RowStatus
  readonly foldedInto: number | null
  readonly key: string | undefined
  readonly record: TargetRecord | undefined
  readonly values: FieldValues
  readonly before: FieldValues
  readonly issues: readonly RowIssue[]
}

export interface Evaluation {
  readonly target: ImportTarget
  readonly prepared: PreparedTarget
  readonly mode: ImportMode
  /** The fields that the file gives by a column or a constant, and those that a new record cannot be without. */
  readonly given: readonly ImportField[]
  /** What stands in a new record where the file has no column for it. Records that are there keep what they say. */
  readonly constants: Readonly<Record<string, string>>
  /** How the cells of a row are read: each file has marks of its own. */
  readIn(row: number): ReadField
  /** What the file's texts mean where they are not taken as they stand. */
  readonly meaning: Meaning
}

/** A row once read: `missing` are required fields that are blank, `isBroken` says that something else cannot be read. */
export interface ReadRow {
  readonly source: FileRow
  readonly key: string | undefined
  readonly values: Record<string, FieldValue>
  readonly issues: readonly RowIssue[]
  readonly ifChanged: readonly RowIssue[]
  readonly missing: readonly string[]
  readonly isBroken: boolean
}

/** A row that is still in the running, with what its group says about it. */
export interface StandingRow { readonly row: ReadRow; readonly issues: readonly RowIssue[]; readonly accepted: ReadonlySet<IssueReason> }

const keyed = new WeakMap<PreparedTarget, ReadonlyMap<string, TargetRecord>>()

/** The record with this key, if there is one. */
export function recordOf({ target, prepared }: Evaluation, key: string | undefined): TargetRecord | undefined {
  return key === undefined ? undefined : recordsByKey(target, prepared).get(key)
}

function recordsByKey(target: ImportTarget, prepared: PreparedTarget): ReadonlyMap<string, TargetRecord> {
  let records = keyed.get(prepared)
  if (!records) keyed.set(prepared, (records = new Map(prepared.records.map(record => [keyOf(target, record.values) ?? '', record]))))
  return records
}

