import type { Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { Batch, ImportedFile } from '../../shared/imports/contract.ts'
import { placeOf } from '../../shared/imports/row-place.ts'
import type { FieldValues, TargetName } from '../../shared/imports/target.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import type { ImportRowTable } from '../database/tables.ts'
import { batchOf, readSetup } from './batches.ts'
import { createLookup } from './lookup.ts'
import { teachMapping } from './mappings.ts'
import { requireCosts, requireImport } from './rights.ts'
import { requireStatus } from './staging.ts'
import { isCompound, type AcceptedRow, type ApplyTools } from './target.ts'
import { targetOf } from './targets.ts'

/**
 * Saves every row that is new or changed, in this one transaction: all of them or none. The rows come from one query and the
 * records they refer to from one each. What was skipped is kept with the batch, the rest of the working space is emptied.
 */
export function applyImport(context: CommandContext, at: { id: string; version: number }): Batch {
  const { db, session, clock } = context
  const batch = db.get('importBatch', at.id)
  if (batch.version !== at.version) throw new AppError('conflict', { entity: 'importBatch', id: at.id })
  requireStatus(batch, 'STAGED')
  const target = targetOf(batch.target)
  requireImport(session, target, batch.mode)
  const setup = readSetup(batch.setup)
  requireCosts(session, target, setup)
  if (batch.faultyCount > 0) throw new AppError('import-has-errors', { count: batch.faultyCount })

  const inFile = placesIn(JSON.parse(batch.files) as ImportedFile[])
  const tools = { lookup: createLookup(db), fileName: batch.fileName, at: atRowOf(inFile), placeOf: inFile }
  if (isCompound(target)) for (const { target: part } of target.parts) part.apply(context, acceptedPartRows(context, at.id, part.name), tools)
  else target.apply(context, acceptedRows(context, at.id), tools)
  teachMapping(db, setup)
  db.update('importBatch', at, { status: 'APPLIED', settledBy: session.userId, settledAt: clock.now() })
  for (const status of ['new', 'changed', 'same'] as const) db.erase('importRow', { batchId: at.id, status })
  db.erase('importPartRow', { batchId: at.id })
  return batchOf(db, at.id)
}

function acceptedRows({ db }: CommandContext, batchId: string): AcceptedRow[] {
  const staged = sql.selectFrom('importRow').select(['row', 'status', 'entityId', 'entityVersion', 'fields', 'before'])
    .where('batchId', '=', batchId).where('status', 'in', ['new', 'changed']).orderBy('row')
  return db.all(staged).map(acceptedRow)
}

function acceptedPartRows({ db }: CommandContext, batchId: string, part: TargetName): AcceptedRow[] {
  const staged = sql.selectFrom('importPartRow').select(['row', 'status', 'entityId', 'entityVersion', 'fields', 'before'])
    .where('batchId', '=', batchId).where('part', '=', part).where('status', 'in', ['new', 'changed']).orderBy('place')
  return db.all(staged).map(acceptedRow)
}

type Staged = Pick<Selectable<ImportRowTable>, 'row' | 'status' | 'entityId' | 'entityVersion' | 'fields' | 'before'>

function acceptedRow({ row, status, entityId, entityVersion, fields, ...texts }: Staged): AcceptedRow {
  const values = JSON.parse(fields) as FieldValues
  const before = JSON.parse(texts.before) as FieldValues
  if (status === 'new') return { row, id: null, version: null, values, before }
  return { row, id: entityId, version: entityVersion, values: Object.fromEntries(Object.keys(before).map(name => [name, values[name] ?? null])), before }
}

function placesIn(files: readonly ImportedFile[]): ApplyTools['placeOf'] {
  return row => {
    const { file, row: number } = placeOf(files, row)
    return { row: number, ...(files.length > 1 && { file }) }
  }
}

/** Each row was sound when it was staged: a refusal now means that something has changed since. */
function atRowOf(inFile: ApplyTools['placeOf']): ApplyTools['at'] {
  return (row, work) => {
    try {
      work()
    } catch (error) {
      const { code } = (error ?? {}) as { code?: unknown }
      const isRefusal = error instanceof AppError || (typeof code === 'string' && code.startsWith('SQLITE_CONSTRAINT'))
      if (!isRefusal) throw error
      throw new AppError('import-stale', { ...inFile(row), because: code })
    }
  }
}
