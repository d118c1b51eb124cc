import type { Selectable } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { isZero, zero } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { PaperHead, PaperLineEntry } from '../../shared/production/paper-batches.ts'
import { isPaperOpen, mostPaperLines, paperDaysFault } from '../../shared/production/paper-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { PaperBatchLineTable, PaperBatchTable } from '../database/planning-tables.ts'
import { eachRow } from '../engines/each-row.ts'
import { requireByHand } from '../stages/by-hand.ts'
import { invalid } from '../warehouse/refusals.ts'
import { dayOf, requireEnterable, type Figures } from './daily.ts'
import { waitingAbout } from './day-approvals.ts'
import { paperBatchOf } from './paper-rows.ts'

export type BatchRow = Selectable<PaperBatchTable>
export type BatchLineRow = Selectable<PaperBatchLineTable>
/** A record as the screen had it when it acted. */
export interface SeenAt { readonly id: string; readonly version: number }

export function createBatch(context: CommandContext, { sectionId, ...head }: PaperHead & { readonly sectionId: string }): BatchRow {
  const { db, scope, session } = context
  const { code, isActive } = db.get('section', sectionId)
  scope.section(sectionId)
  if (!isActive) throw new AppError('inactive', { entity: 'section', id: sectionId, code })
  requireDays(context, head)
  return db.insert('paperBatch', { ...head, sectionId, number: context.number('paperBatch'), createdBy: session.userId })
}

export function updateBatch(context: CommandContext, at: SeenAt, head: PaperHead): BatchRow {
  const { db } = context
  const batch = openBatch(context, at)
  requireDays(context, head)
  if (batchLines(db, batch.id).some(({ day }) => day < head.firstDay || day > head.lastDay)) throw invalid('lastDay', 'production.paper.issues.lines-outside')
  return db.update('paperBatch', batch, head)
}

function requireDays({ today }: CommandContext, { firstDay, lastDay }: PaperHead): void {
  const fault = paperDaysFault(firstDay, lastDay)
  if (fault !== undefined) throw invalid('lastDay', fault)
  if (firstDay > today()) throw invalid('firstDay', 'production.issues.day-ahead')
}

/** All of them or none; answers their ids in the order given, none for those that are gone. */
export function savePaperLines(context: CommandContext, id: string, entries: readonly PaperLineEntry[]): (string | null)[] {
  const { db } = context
  const batch = openBatch(context, { id })
  const ids = eachRow('lines', entries, entry => saveLine(context, batch, entry))
  if (batchLines(db, id).length > mostPaperLines) throw invalid('lines', 'production.paper.issues.full', { maximum: mostPaperLines })
  db.update('paperBatch', batch, { lineChanges: batch.lineChanges + 1 })
  return ids
}

function saveLine(context: CommandContext, batch: BatchRow, { version, ...entry }: PaperLineEntry): string | null {
  const { db } = context
  const known = db.first(linesOf(batch.id).where('workOrderId', '=', entry.workOrderId).where('day', '=', entry.day))
  if ((known?.version ?? null) !== version) throw new AppError('conflict', { entity: 'paperBatchLine', id: known?.id ?? entry.workOrderId })
  const [goodQuantity, rejectQuantity] = [entry.goodQuantity ?? zero, entry.rejectQuantity ?? zero]
  if (isZero(goodQuantity) && isZero(rejectQuantity)) {
    if (known) db.remove('paperBatchLine', known)
    return null
  }
  const line = { ...entry, goodQuantity, rejectQuantity, defectReasonId: isZero(rejectQuantity) ? null : entry.defectReasonId }
  requireOnPaper(context, batch, figuresOf(line))
  return known ? db.update('paperBatchLine', known, line).id : db.insert('paperBatchLine', { ...line, paperBatchId: batch.id, sectionId: batch.sectionId }).id
}

/** Of the batch's section and days, whole, not ahead, of a work order that is open, and not there already. */
function requireOnPaper(context: CommandContext, batch: BatchRow, figures: Figures): void {
  const workOrder = context.db.get('workOrder', figures.workOrderId)
  context.scope.section(workOrder.sectionId)
  if (workOrder.sectionId !== batch.sectionId) throw invalid('workOrder', 'production.paper.issues.other-section', { number: workOrder.number })
  if (figures.day < batch.firstDay || figures.day > batch.lastDay) throw invalid('day', 'production.paper.issues.outside-days')
  requireEnterable(context, workOrder, figures)
  requireFree(context.db, batch.id, figures)
}

/** A day that has an entry, or waits elsewhere, is refused with its name. */
export function requireFree(db: Reader, batchId: string, { workOrderId, day }: Pick<Figures, 'workOrderId' | 'day'>): void {
  const workOrder = db.get('workOrder', workOrderId)
  const { number } = workOrder
  requireByHand(db, workOrder, day)
  const entry = dayOf(db, workOrderId, day)
  if (entry) throw invalid('goodQuantity', 'production.paper.issues.taken', { number, day })
  const waiting = waitingAbout(db, workOrderId, day, batchId)
  if (waiting) throw invalid('goodQuantity', 'production.paper.issues.waits', { number, day, request: waiting.number })
}

export function deleteBatch(context: CommandContext, at: SeenAt): BatchRow {
  const { db } = context
  const batch = openBatch(context, at)
  for (const line of batchLines(db, batch.id)) db.remove('paperBatchLine', line)
  for (const photo of db.all(sql.selectFrom('attachment').select(['id', 'version']).where('entity', '=', 'paperBatch').where('entityId', '=', batch.id))) db.remove('attachment', photo)
  db.remove('paperBatch', batch)
  return batch
}

/** As it was seen, while it may be changed. Throws `conflict`, `wrong-state`, `foreign-section`. */
export function openBatch({ db, scope }: CommandContext, { id, version }: { readonly id: string; readonly version?: number }): BatchRow {
  const batch = db.get('paperBatch', id)
  scope.section(batch.sectionId)
  if (version !== undefined && batch.version !== version) throw new AppError('conflict', { entity: 'paperBatch', id })
  requirePaperOpen(db, id)
  return batch
}

/** Throws `wrong-state` once it is sent. */
export function requirePaperOpen(db: Reader, id: string): void {
  const { status, number } = paperBatchOf(db, id)
  if (!isPaperOpen(status)) throw new AppError('wrong-state', { entity: 'paperBatch', id, number, status })
}

/** In the order in which they are shown. */
export function batchLines(db: Reader, batchId: string): BatchLineRow[] {
  return db.all(linesOf(batchId).innerJoin('workOrder', 'workOrder.id', 'workOrderId').orderBy('workOrder.deadlineDay').orderBy('workOrder.number').orderBy('paperBatchLine.day'))
}

function linesOf(batchId: string) {
  return sql.selectFrom('paperBatchLine').selectAll('paperBatchLine').where('paperBatchId', '=', batchId)
}

/** A line as a day would have it. */
export function figuresOf({ workOrderId, day, goodQuantity, rejectQuantity, defectReasonId, workShiftId, notes }: Omit<Figures, 'isFromPaper' | 'day'> & { readonly day: string }): Figures {
  return { workOrderId, day: day as BusinessDay, goodQuantity, rejectQuantity, defectReasonId, workShiftId, notes, isFromPaper: true }
}
