import { AppError } from '../../shared/core/errors.ts'
import type { BatchDetail, BatchPart, ImportedFile, ImportSetup, StagedPartRow, StagedRow } from '../../shared/imports/contract.ts'
import type { Finding } from '../../shared/imports/issue.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import { sql } from '../database/sql.ts'
import { batchDetailOf, type BatchRow } from './batches.ts'
import { requireHandling } from './rights.ts'

/** The commands of the staging job: rows come in chunks, so that no other command waits for more than one chunk. */
interface Counts { readonly rowCount: number; readonly newCount: number; readonly changedCount: number; readonly sameCount: number; readonly faultyCount: number; readonly skippedCount: number }

/** A batch that is still not staged after this long belongs to a job that died with the host. */
const abandonedAfterMinutes = 15
/** How long uploaded files are kept in the work folder. */
const fileHours = 6

export function keepFile({ db, session, clock }: CommandContext, file: { id: string; path: string; name: string; size: number }): void {
  const lapsed = before(clock.now(), fileHours * 60)
  for (const { id } of db.all(sql.selectFrom('importFile').select('id').where('at', '<', lapsed))) db.erase('importFile', { id })
  db.put('importFile', { ...file, at: clock.now(), userId: session.userId })
}

export function beginStaging(context: CommandContext, { id, target, fileName, setup, files }: { id: string; target: TargetName; fileName: string; setup: ImportSetup; files: readonly ImportedFile[] }): BatchRow {
  forgetAbandoned(context)
  return context.db.insert('importBatch', {
    id, target, mode: setup.mode, fileName, createdBy: context.session.userId, status: 'STAGING', setup: JSON.stringify(setup), files: JSON.stringify(files), findings: '[]', settledBy: null,
    settledAt: null,
  })
}

export function reopenStaging({ db }: CommandContext, { setup, ...at }: { id: string; version: number; setup: ImportSetup }): BatchRow {
  requireStatus(db.get('importBatch', at.id), 'STAGED', 'STAGING')
  db.erase('importPartRow', { batchId: at.id })
  return db.update('importBatch', at, { status: 'STAGING', setup: JSON.stringify(setup) })
}

/** A batch that was discarded meanwhile takes no rows: its job ends as `cancelled`. */
export function putRows({ db }: CommandContext, { id, rows }: { id: string; rows: readonly StagedRow[] }): void {
  if (db.find('importBatch', id)?.status !== 'STAGING') throw new AppError('cancelled')
  for (const row of rows) db.put('importRow', { batchId: id, ...row })
}

export function putPartRows({ db }: CommandContext, { id, rows }: { id: string; rows: readonly StagedPartRow[] }): void {
  if (db.find('importBatch', id)?.status !== 'STAGING') throw new AppError('cancelled')
  for (const row of rows) db.put('importPartRow', { batchId: id, ...row })
}

export function finishStaging({ db, session }: CommandContext, { id, version, findings, parts, ...counts }: Counts & { id: string; version: number; findings: readonly Finding[]; parts: readonly BatchPart[] }): BatchDetail {
  if (db.find('importBatch', id)?.status !== 'STAGING') throw new AppError('cancelled')
  db.update('importBatch', { id, version }, { ...counts, status: 'STAGED', findings: JSON.stringify(findings), parts: JSON.stringify(parts) })
  return batchDetailOf(db, session, id)
}

/** What was staged stays in the history as discarded; what never got that far leaves nothing. Unknown ones are as good as gone. */
export function discardImport({ db, session, clock }: CommandContext, id: string): void {
  const batch = db.find('importBatch', id)
  if (!batch) return
  requireHandling(session, batch.target)
  requireStatus(batch, 'STAGED', 'STAGING')
  if (batch.rowCount === 0) return removeBatch(db, batch)
  eraseRows(db, id)
  db.update('importBatch', batch, { status: 'DISCARDED', settledBy: session.userId, settledAt: clock.now() })
}

export function forgetAbandoned({ db, clock }: CommandContext): void {
  const lapsed = before(clock.now(), abandonedAfterMinutes)
  const abandoned = sql.selectFrom('importBatch').selectAll().where('status', '=', 'STAGING').where('rowCount', '=', 0).where('createdAt', '<', lapsed)
  for (const batch of db.all(abandoned)) removeBatch(db, batch)
}

export function requireStatus({ id, status }: BatchRow, ...allowed: readonly BatchRow['status'][]): void {
  if (!allowed.includes(status)) throw new AppError('wrong-state', { entity: 'importBatch', id, state: status })
}

function removeBatch(db: Writer, batch: BatchRow): void {
  eraseRows(db, batch.id)
  db.remove('importBatch', batch)
}

function eraseRows(db: Writer, batchId: string): void {
  db.erase('importRow', { batchId })
  db.erase('importPartRow', { batchId })
}

function before(now: string, minutes: number): string {
  return new Date(Date.parse(now) - minutes * 60_000).toISOString()
}
