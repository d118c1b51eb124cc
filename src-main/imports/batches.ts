import { sql as raw, type Selectable, type SqlBool } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { ImportSetup, type Batch, type BatchDetail, type ImportRecord, type ImportRow, type imports } from '../../shared/imports/contract.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import type { Session } from '../core/session.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ImportBatchTable } from '../database/tables.ts'
import { handledTargets, hiddenFields, requireHandling, visibleOnly } from './rights.ts'
import { targetOf } from './targets.ts'

export type BatchRow = Selectable<ImportBatchTable>
const batchRows = sql.selectFrom('importBatch')
  .innerJoin('user as creator', 'creator.id', 'importBatch.createdBy')
  .leftJoin('user as settler', 'settler.id', 'importBatch.settledBy')
  .select([
    'importBatch.id', 'importBatch.version', 'importBatch.createdAt', 'creator.fullName as createdByName', 'importBatch.target', 'importBatch.mode',
    'importBatch.fileName', 'importBatch.status', 'importBatch.rowCount', 'importBatch.newCount', 'importBatch.changedCount', 'importBatch.sameCount',
    'importBatch.faultyCount', 'importBatch.skippedCount', 'importBatch.settledAt', 'settler.fullName as settledByName',
  ])

/** Of the kinds of files that the session brings in. */
export function listBatches(db: Reader, session: Session, input: ParsedInputOf<typeof imports.listBatches>): Page<Batch> {
  const { target, status } = input.filter
  // One that is staged for the first time is nobody's business yet, and may come to nothing. One that was is waiting to be checked again.
  let query = batchRows.where('importBatch.target', 'in', handledTargets(session)).where(({ eb, or }) => or([eb('importBatch.status', '<>', 'STAGING'), eb('importBatch.rowCount', '>', 0)]))
  if (target !== undefined) query = query.where('importBatch.target', '=', target)
  if (status !== undefined) query = query.where('importBatch.status', '=', status)
  return listPage(db, input, {
    query,
    columns: { createdAt: 'importBatch.createdAt', fileName: { ref: 'importBatch.fileName', isText: true }, target: 'importBatch.target' },
    search: ['importBatch.fileName', 'creator.fullName'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'importBatch.id',
  })
}

export function batchOf(db: Reader, id: string): Batch {
  const batch = db.first(batchRows.where('importBatch.id', '=', id))
  if (!batch) throw new AppError('not-found', { entity: 'importBatch', id })
  return batch
}

/** Throws `forbidden` for a kind of file that the session does not bring in. */
export function handledBatch(db: Reader, session: Pick<Session, 'permissions'>, id: string): BatchRow {
  const batch = db.get('importBatch', id)
  requireHandling(session, batch.target)
  return batch
}

/** How a batch's file is read; what an older version did not ask yet is read as it was then. */
export function readSetup(setup: string): ImportSetup {
  return ImportSetup.parse(JSON.parse(setup))
}

/** A batch with what it was read by and what was found; without costs for those who may not see them. */
export function batchDetailOf(db: Reader, session: Pick<Session, 'canSeeCost' | 'permissions'>, id: string): BatchDetail {
  const batch = batchOf(db, id)
  requireHandling(session, batch.target)
  const { setup, findings, parts, files } = db.get('importBatch', id)
  const { columns, constants, replacements, ...rest } = readSetup(setup)
  const target = targetOf(batch.target)
  const only = visibleOnly(session, target)
  const hidden = hiddenFields(session, target)
  return {
    ...batch, parts: JSON.parse(parts) as BatchDetail['parts'], files: JSON.parse(files) as BatchDetail['files'], setup: { ...rest, columns: only(columns), constants: only(constants), replacements: only(replacements) },
    findings: (JSON.parse(findings) as BatchDetail['findings']).filter(({ column }) => column === null || !hidden.includes(column)),
  }
}

/** Searches and filters go by what the session may see, so that they tell nothing about the rest. */
export function listImportRows(db: Reader, session: Session, input: ParsedInputOf<typeof imports.listImportRows>): Page<ImportRow> {
  const target = targetOf(handledBatch(db, session, input.batchId).target)
  const hidden = hiddenFields(session, target)
  const { status, reason, column } = input.filter
  const staged = sql.selectFrom('importRow').select(['row', 'status', 'foldedInto', 'entityId', 'decision', 'fields', 'before', 'issues', cellsWithout(hidden).as('cells')])
    .where('batchId', '=', input.batchId)
  let query = sql.selectFrom(staged.as('importRow')).selectAll()
  if (status !== undefined) query = query.where('status', '=', status)
  if (reason !== undefined) query = query.where(issueThat('reason', reason, hidden))
  if (column !== undefined) query = query.where(issueThat('column', column, hidden))
  const { rows, ...rest } = listPage(db, input, {
    query, columns: { row: 'importRow.row' }, search: ['importRow.cells'], defaultSort: [{ column: 'row', descending: false }], id: 'importRow.row',
  })
  const only = visibleOnly(session, target)
  return {
    ...rest,
    rows: rows.map(({ cells, decision, fields, before, issues, ...row }) => ({
      ...row, isDecided: decision !== undecided, cells: (JSON.parse(cells) as { cells: ImportRow['cells'] }).cells, values: only(JSON.parse(fields) as FieldValues),
      before: only(JSON.parse(before) as FieldValues),
      issues: visibleIssues(issues, hidden),
    })),
  }
}

/** What a file would make of one of its lists. */
export function listImportRecords(db: Reader, session: Session, input: ParsedInputOf<typeof imports.listImportRecords>): Page<ImportRecord> {
  handledBatch(db, session, input.batchId)
  const part = targetOf(input.part)
  const [only, hidden] = [visibleOnly(session, part), hiddenFields(session, part)]
  const { status } = input.filter
  let query = sql.selectFrom('importPartRow').select(['place', 'row', 'rowCount', 'status', 'entityId', 'fields', 'before', 'issues']).where('batchId', '=', input.batchId).where('part', '=', input.part)
  if (status !== undefined) query = query.where('status', '=', status)
  const { rows, ...rest } = listPage(db, input, {
    query, columns: { row: 'importPartRow.row' }, search: ['importPartRow.fields'], defaultSort: [{ column: 'row', descending: false }], id: 'importPartRow.place',
  })
  return {
    ...rest,
    rows: rows.map(({ fields, before, issues, ...row }) => (
      { ...row, values: only(JSON.parse(fields) as FieldValues), before: only(JSON.parse(before) as FieldValues), issues: visibleIssues(issues, hidden) }
    )),
  }
}

function visibleIssues(issues: string, hidden: readonly string[]): RowIssue[] {
  return (JSON.parse(issues) as RowIssue[]).filter(({ column }) => column === null || !hidden.includes(column))
}

/** The JSON of no decision. */
const undecided = '{}'

function issueThat(key: 'reason' | 'column', value: string, hidden: readonly string[]) {
  return raw<SqlBool>`exists (select 1 from json_each(importRow.issues) as issue where issue.value ->> ${`$.${key}`} = ${value}
    and coalesce(issue.value ->> '$.column', '') not in (select value from json_each(${JSON.stringify(hidden)})))`
}

/** A row's cells as they are stored, less those of these fields. */
function cellsWithout(fields: readonly string[]) {
  const paths = fields.map(name => raw`, ${`$.cells.${name}`}`)
  return fields.length === 0 ? raw<string>`cells` : raw<string>`json_remove(cells${raw.join(paths, raw``)})`
}
