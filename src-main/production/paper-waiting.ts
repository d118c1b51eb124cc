import { sql as raw, type SqlBool } from 'kysely'
import type { WaitingDay } from '../../shared/production/daily.ts'
import type { TakenDay } from '../../shared/production/paper-batches.ts'
import type { DayBar } from '../../shared/section-day/late.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { barWithin, type LockAsker } from '../section-day/open-day.ts'

interface Days { readonly workOrderIds: readonly string[]; readonly firstDay: string; readonly lastDay: string }

/** Lines of batches that wait for consent. */
const waitingLines = sql.selectFrom('paperBatchLine as line').innerJoin('approvalRequest as request', join => join.onRef('request.entityId', '=', 'line.paperBatchId')
  .on('request.entity', '=', 'paperBatch').on('request.status', '=', 'PENDING'))

const waitingFor = planned((of: { workOrderId: string; day: string; exceptFor: string }) =>
  waitingLines.select(['request.id', 'request.number']).where('line.workOrderId', '=', of.workOrderId).where('line.day', '=', of.day).where('line.paperBatchId', '<>', of.exceptFor))

/** The request about a batch that this day stands in; of another batch than `exceptFor`. */
export function requestWithDay(db: Reader, workOrderId: string, day: string, exceptFor = ''): { readonly id: string; readonly number: string } | undefined {
  return db.first(waitingFor({ workOrderId, day, exceptFor }))
}

/** What of these work orders, or of a section, waits in batches; of one day where it is named. */
export function daysInBatches(db: Reader, whose: readonly string[] | { readonly sectionId: string; readonly day?: string | undefined }): WaitingDay[] {
  const isAsked = 'sectionId' in whose ? raw<SqlBool>`paperBatch.sectionId = ${whose.sectionId} and line.day = coalesce(${whose.day ?? null}, line.day)` : isAmong('line', whose)
  const lines = db.all(
    waitingLines.innerJoin('paperBatch', 'paperBatch.id', 'line.paperBatchId')
      .select(['request.id', 'request.number', 'request.kind', 'request.step', 'line.workOrderId', 'line.day', 'line.goodQuantity', 'line.rejectQuantity', 'paperBatch.id as batchId', 'paperBatch.number as batchNumber'])
      .where(isAsked).orderBy('request.number').orderBy('line.day'),
  )
  return lines.map(({ batchId, batchNumber, ...line }) => ({ ...line, isRemoval: false, written: null, paperBatch: { id: batchId, number: batchNumber } }))
}

/** The first day of a batch that takes nothing now, and why: until it is open the batch is not approved. */
export function barOfBatch(asker: LockAsker, { id, sectionId }: { readonly id: string; readonly sectionId: string }): DayBar | null {
  const days = asker.db.all(sql.selectFrom('paperBatchLine').select('day').distinct().where('paperBatchId', '=', id).orderBy('day'))
  for (const { day } of days) {
    const barred = barWithin(asker, sectionId, { from: day, to: day })
    if (barred) return barred
  }
  return null
}

/** Days that have an entry, or wait in a batch other than `exceptFor`. */
export function takenDays(db: Reader, { workOrderIds, firstDay, lastDay }: Days, exceptFor: string): TakenDay[] {
  const entered = db.all(
    sql.selectFrom('dailyProduction').select(['workOrderId', 'day', 'goodQuantity']).where(isAmong('dailyProduction', workOrderIds)).where('day', '>=', firstDay).where('day', '<=', lastDay),
  )
  const waiting = db.all(
    waitingLines.select(['line.workOrderId', 'line.day', 'line.goodQuantity', 'request.number as waitsIn']).where(isAmong('line', workOrderIds)).where('line.day', '>=', firstDay)
      .where('line.day', '<=', lastDay).where('line.paperBatchId', '<>', exceptFor),
  )
  return [...entered.map(day => ({ ...day, waitsIn: null })), ...waiting]
}

/** PL-18: what stands on paper of a work order is of its revision from now on, wherever the paper is. */
export function passPaperLines(db: Writer, from: string, workOrderId: string): void {
  const open = sql.selectFrom('paperBatchLine').innerJoin('paperBatch', 'paperBatch.id', 'paperBatchId').selectAll('paperBatchLine').where('workOrderId', '=', from).where('approvedAt', 'is', null)
  for (const line of db.all(open)) db.update('paperBatchLine', line, { workOrderId })
}

function isAmong(table: 'line' | 'dailyProduction', workOrderIds: readonly string[]) {
  return raw<SqlBool>`${raw.ref(`${table}.workOrderId`)} in (select value from json_each(${JSON.stringify(workOrderIds)}))`
}
