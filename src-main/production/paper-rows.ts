import { sql as raw, type SqlBool } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { PaperBatch, PaperBatchDetail, paperBatches, PaperLine, PaperWork } from '../../shared/production/paper-batches.ts'
import { isPaperOpen, type PaperStatus } from '../../shared/production/paper-rules.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { openRequest } from '../engines/approvals.ts'
import type { LockAsker } from '../section-day/open-day.ts'
import { isSeen, type Sections } from '../warehouse/places.ts'
import { barOfBatch, takenDays } from './paper-waiting.ts'

const status = raw<PaperStatus>`case when paperBatch.approvedAt is not null then 'APPROVED' when asked.status = 'PENDING' then 'WAITING' when asked.status = 'REJECTED' then 'REJECTED' else 'DRAFT' end`
const ofLines = (sum: string) => raw`coalesce((select ${raw.raw(sum)} from paperBatchLine where paperBatchId = paperBatch.id), 0)`

const batchRows = sql.selectFrom('paperBatch')
  .innerJoin('section', 'section.id', 'paperBatch.sectionId')
  .innerJoin('user as creator', 'creator.id', 'paperBatch.createdBy')
  .leftJoin('user as approver', 'approver.id', 'paperBatch.approvedBy')
  .leftJoin('approvalRequest as asked', join => join.on(raw<SqlBool>`asked.id = (select max(id) from approvalRequest where entity = 'paperBatch' and entityId = paperBatch.id)`))
  .leftJoin('user as sender', 'sender.id', 'asked.requestedBy')
  .select([
    'paperBatch.id', 'paperBatch.version', 'paperBatch.createdAt', 'paperBatch.number', 'paperBatch.sectionId', 'section.name as sectionName', 'paperBatch.firstDay', 'paperBatch.lastDay',
    'paperBatch.writer', 'paperBatch.reason', 'creator.fullName as createdByName', 'asked.requestedBy as sentBy', 'sender.fullName as sentByName', 'asked.createdAt as sentAt',
    'approver.fullName as approvedByName', 'paperBatch.approvedAt',
  ])
  .select([
    status.as('status'), ofLines('count(*)').$castTo<number>().as('lineCount'), ofLines('sum(goodQuantity)').$castTo<Decimal>().as('goodQuantity'),
    ofLines('sum(rejectQuantity)').$castTo<Decimal>().as('rejectQuantity'),
    raw<number>`(select count(*) from attachment where entity = 'paperBatch' and entityId = paperBatch.id and not isRemoved and mediaType like 'image/%')`.as('photoCount'),
  ])

export function listPaper(db: Reader, mine: Sections, input: ParsedInputOf<typeof paperBatches.listPaperBatches>): Page<PaperBatch> {
  const { status: statuses, sectionId, fromDay, toDay } = input.filter
  let query = batchRows.where(isSeen('paperBatch', mine))
  if (statuses !== undefined) query = query.where(status, 'in', statuses)
  if (sectionId !== undefined) query = query.where('paperBatch.sectionId', '=', sectionId)
  if (fromDay !== undefined) query = query.where('paperBatch.lastDay', '>=', fromDay)
  if (toDay !== undefined) query = query.where('paperBatch.firstDay', '<=', toDay)
  return listPage(db, input, {
    query, columns: { number: 'paperBatch.number', createdAt: 'paperBatch.createdAt', firstDay: 'paperBatch.firstDay' },
    search: ['paperBatch.number', 'paperBatch.writer', 'paperBatch.reason', 'section.name'], defaultSort: [{ column: 'createdAt', descending: true }], id: 'paperBatch.id',
  })
}

/** Throws `not-found`. */
export function paperBatchOf(db: Reader, id: string): PaperBatch {
  db.get('paperBatch', id)
  return db.one(batchRows.where('paperBatch.id', '=', id))
}

/** In the order of the printed form, then by day. */
export function paperLinesOf(db: Reader, paperBatchId: string): PaperLine[] {
  const rows = db.all(
    sql.selectFrom('paperBatchLine as line').innerJoin('workOrder', 'workOrder.id', 'line.workOrderId').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
      .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId').leftJoin('item', 'item.id', 'workOrder.itemId').leftJoin('defectReason', 'defectReason.id', 'line.defectReasonId')
      .leftJoin('workShift', 'workShift.id', 'line.workShiftId')
      .leftJoin('dailyProduction as entry', join => join.onRef('entry.paperBatchId', '=', 'line.paperBatchId').onRef('entry.workOrderId', '=', 'line.workOrderId').onRef('entry.day', '=', 'line.day'))
      .where('line.paperBatchId', '=', paperBatchId)
      .select([
        'line.id', 'line.version', 'line.workOrderId', 'workOrder.number', 'article.name as articleName', 'item.name as itemName', 'line.day', 'line.goodQuantity', 'line.rejectQuantity',
        'line.defectReasonId', 'defectReason.name as defectReasonName', 'line.workShiftId', 'workShift.name as workShiftName', 'line.notes', 'entry.goodQuantity as enteredGood',
        'entry.rejectQuantity as enteredReject', 'entry.status as enteredStatus',
      ])
      .orderBy('workOrder.deadlineDay').orderBy('workOrder.number').orderBy('line.day'),
  )
  return rows.map(({ enteredGood, enteredReject, enteredStatus, ...line }) => ({
    ...line, entry: enteredGood === null || enteredReject === null || enteredStatus === null ? null : { goodQuantity: enteredGood, rejectQuantity: enteredReject, status: enteredStatus },
  }))
}

/** What may stand on its paper: what is open, or was still open on its first day. */
function paperWork(db: Reader, { sectionId, firstDay }: PaperBatch): PaperWork[] {
  return db.all(
    sql.selectFrom('workOrder').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId').innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
      .leftJoin('item', 'item.id', 'workOrder.itemId').where('workOrder.sectionId', '=', sectionId).where('manufacturingOrder.status', 'not in', ['COMPLETED', 'CANCELLED'])
      .where(({ or, and, eb }) => or([eb('workOrder.status', 'in', ['PENDING', 'RUNNING']), and([eb('workOrder.status', '=', 'FINISHED'), eb('workOrder.finishedDay', '>=', firstDay)])]))
      .select(['workOrder.id as workOrderId', 'workOrder.number', 'article.name as articleName', 'item.name as itemName', 'workOrder.targetQuantity', 'workOrder.goodQuantity as madeQuantity'])
      .orderBy('workOrder.deadlineDay').orderBy('workOrder.number'),
  )
}

export function paperDetail(asker: LockAsker, id: string): PaperBatchDetail {
  const { db } = asker
  const batch = paperBatchOf(db, id)
  const lines = paperLinesOf(db, id)
  const isOpen = isPaperOpen(batch.status)
  const work = isOpen ? paperWork(db, batch) : []
  const request = openRequest(db, 'PAPER_BATCH', id)
  return {
    batch, lines, work, taken: isOpen ? takenDays(db, { ...batch, workOrderIds: [...new Set([...work, ...lines].map(({ workOrderId }) => workOrderId))] }, id) : [],
    barred: batch.status === 'APPROVED' ? null : barOfBatch(asker, batch),
    request: request ? { id: request.id, number: request.number, step: request.step } : null, rejection: batch.status === 'REJECTED' ? rejectionOf(db, id) : null,
  }
}

function rejectionOf(db: Reader, id: string): PaperBatchDetail['rejection'] {
  return db.first(
    sql.selectFrom('approvalDecision').innerJoin('approvalRequest', 'approvalRequest.id', 'approvalDecision.requestId').innerJoin('user', 'user.id', 'approvalDecision.decidedBy')
      .where('approvalRequest.entity', '=', 'paperBatch').where('approvalRequest.entityId', '=', id).where('approvalDecision.verdict', '=', 'REJECTED')
      .select(['user.fullName as byName', 'approvalDecision.at', 'approvalDecision.note']).orderBy('approvalDecision.seq', 'desc').limit(1),
  ) ?? null
}
