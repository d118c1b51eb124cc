import type { Decimal } from '../../shared/core/decimal.ts'
import type { LatePaper } from '../../shared/section-day/late.ts'
import { sql } from '../database/sql.ts'
import { barOfBatch } from '../production/paper-waiting.ts'
import { isSeen, type Sections } from '../warehouse/places.ts'
import type { LockAsker } from './open-day.ts'

/** What was copied from paper and sent, of days that are locked or whose month is closed. */
export function listLatePaper(asker: LockAsker, mine: Sections, sectionId: string | undefined): LatePaper[] {
  let query = sql.selectFrom('approvalRequest').innerJoin('paperBatch', 'paperBatch.id', 'approvalRequest.entityId').innerJoin('section', 'section.id', 'paperBatch.sectionId').innerJoin('user', 'user.id', 'approvalRequest.requestedBy')
    .innerJoin('paperBatchLine', 'paperBatchLine.paperBatchId', 'paperBatch.id').where('approvalRequest.kind', '=', 'PAPER_BATCH').where('approvalRequest.status', '=', 'PENDING').where(isSeen('paperBatch', mine))
    .select([
      'paperBatch.id', 'paperBatch.number', 'paperBatch.sectionId', 'section.name as sectionName', 'paperBatch.firstDay', 'paperBatch.lastDay', 'paperBatch.writer', 'user.fullName as sentByName', 'approvalRequest.id as requestId',
      'approvalRequest.number as requestNumber',
    ]).select(({ fn }) => [fn.sum('paperBatchLine.goodQuantity').$castTo<Decimal>().as('goodQuantity'), fn.sum('paperBatchLine.rejectQuantity').$castTo<Decimal>().as('rejectQuantity')]).groupBy('approvalRequest.id')
  if (sectionId !== undefined) query = query.where('paperBatch.sectionId', '=', sectionId)
  return asker.db.all(query.orderBy('paperBatch.firstDay').orderBy('paperBatch.number')).flatMap(({ requestId, requestNumber, ...batch }) => {
    const barred = barOfBatch(asker, batch)
    return barred ? [{ ...batch, ...barred, request: { id: requestId, number: requestNumber } }] : []
  })
}
