import { sql as raw, type SqlBool } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Batch, BatchDetail, ImportRow, imports } from '../../shared/imports/contract.ts'
import type { FieldValues, TargetName } from '../../shared/imports/target.ts'
import type { Session } from '../core/session.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { visibleFields } from './rights.ts'
import { targetOf } from './targets.ts'

const batchRows = sql.selectFrom('importBatch')
  .innerJoin('user as creator', 'creator.id', 'importBatch.createdBy')
  .leftJoin('user as settler', 'settler.id', 'importBatch.settledBy')
  .select([
    'importBatch.id', 'importBatch.version', 'importBatch.createdAt', 'creator.fullName as createdByName', 'importBatch.target', 'importBatch.mode',
    'importBatch.fileName', 'importBatch.status', 'importBatch.rowCount', 'importBatch.newCount', 'importBatch.changedCount', 'importBatch.sameCount',
    'importBatch.faultyCount', 'importBatch.skippedCount', 'importBatch.settledAt', 'settler.fullName as settledByName',
  ])

export function listBatches(db: Reader, input: ParsedInputOf<typeof imports.listBatches>): Page<Batch> {
  const { target, status } = input.filter
  // One that is being staged is nobody's business yet, and may come to nothing.
  let query = batchRows.where('importBatch.status', '<>', 'STAGING')
  if (target !== undefined) query = query.where('importBatch.target', '=', target)
  if (status !== undefined) query = query.where('importBatch.status', '=', status)
  return listPage(db, input, {
    query,
    columns: { createdAt: 'importBatch.createdAt', fileName: { ref: 'importBatch.fileName', isText: true }, target: 'importBatch.target' },
    search: ['importBatch.fileName', 'creator.fullName'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'importBatch.id',
  }) as Page<Batch>
}

export function batchOf(db: Reader, id: string): Batch {
  const batch = db.first(batchRows.where('importBatch.id', '=', id))
  if (!batch) throw new AppError('not-found', { entity: 'importBatch', id })
  return { ...batch, target: batch.target as TargetName }
}

/** A batch with what it was read by and what was found; without costs for those who may not see them. */
export function batchDetailOf(db: Reader, session: Pick<Session, 'canSeeCost'>, id: string): BatchDetail {
  const batch = batchOf(db, id)
  const { setup, findings } = db.get('importBatch', id)
  const { columns, constants, ...rest } = JSON.parse(setup) as BatchDetail['setup']
  const only = visibleOnly(session, batch.target)
  return { ...batch, setup: { ...rest, columns: only(columns), constants: only(constants) }, findings: JSON.parse(findings) as BatchDetail['findings'] }
}

export function listImportRows(db: Reader, session: Session, input: ParsedInputOf<typeof imports.listImportRows>): Page<ImportRow> {
  const target = db.get('importBatch', input.batchId).target as TargetName
  const { status, reason, column } = input.filter
  let query = sql.selectFrom('importRow').select(['row', 'status', 'foldedInto', 'entityId', 'cells', 'decision', 'fields', 'before', 'issues']).where('batchId', '=', input.batchId)
  if (status !== undefined) query = query.where('status', '=', status)
  if (reason !== undefined) query = query.where(issueThat('reason', reason))
  if (column !== undefined) query = query.where(issueThat('column', column))
  const { rows, ...rest } = listPage(db, input, {
    query, columns: { row: 'importRow.row' }, search: ['importRow.cells'], defaultSort: [{ column: 'row', descending: false }], id: 'importRow.row',
  })
  const only = visibleOnly(session, target)
  return {
    ...rest,
    rows: rows.map(({ cells, decision, fields, before, issues, ...row }) => ({
      ...row, isDecided: decision !== undecided, cells: only((JSON.parse(cells) as { cells: ImportRow['cells'] }).cells), values: only(JSON.parse(fields) as FieldValues),
      before: only(JSON.parse(before) as FieldValues),
      issues: (JSON.parse(issues) as ImportRow['issues']).filter(({ column: name }) => name === null || Object.hasOwn(only({ [name]: true }), name)),
    })),
  }
}

/** The JSON of no decision. */
const undecided = '{}'

function issueThat(key: 'reason' | 'column', value: string) {
  return raw<SqlBool>`exists (select 1 from json_each(importRow.issues) as issue where issue.value ->> ${`$.${key}`} = ${value})`
}

/** Leaves out what belongs to fields the session may not see. */
function visibleOnly(session: Pick<Session, 'canSeeCost'>, target: TargetName): <V>(byField: Record<string, V>) => Record<string, V> {
  if (session.canSeeCost) return byField => byField
  const hidden = new Set(targetOf(target).fields.filter(field => !visibleFields(session, targetOf(target)).includes(field)).map(({ name }) => name))
  return byField => Object.fromEntries(Object.entries(byField).filter(([name]) => !hidden.has(name)))
}
