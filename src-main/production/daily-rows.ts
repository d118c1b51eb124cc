import { sql as raw } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { addDecimals, decimal, isPositive, maxDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { ceilToInteger, ratio, toPlaces } from '../../shared/core/rational.ts'
import { estimatedDays } from '../../shared/planning/health.ts'
import { colourOf, type Colour } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { CalendarRow, DailyProduction, DaysOfOrder, WaitingDay } from '../../shared/production/daily.ts'
import { expectedBy } from '../../shared/production/progress.ts'
import type { WaitingOfSection } from '../../shared/production/section-day.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { piecesOf } from '../planning/targets.ts'
import { dayKinds } from './day-approvals.ts'
import { daysInBatches } from './paper-waiting.ts'

export const dayRows = sql.selectFrom('dailyProduction')
  .leftJoin('defectReason', 'defectReason.id', 'dailyProduction.defectReasonId')
  .leftJoin('workShift', 'workShift.id', 'dailyProduction.workShiftId')
  .innerJoin('user as enterer', 'enterer.id', 'dailyProduction.enteredBy')
  .leftJoin('user as changer', 'changer.id', 'dailyProduction.changedBy')
  .leftJoin('user as confirmer', 'confirmer.id', 'dailyProduction.confirmedBy')
  .leftJoin('paperBatch', 'paperBatch.id', 'dailyProduction.paperBatchId')
  .select([
    'dailyProduction.id', 'dailyProduction.version', 'dailyProduction.createdAt', 'dailyProduction.workOrderId', 'dailyProduction.day', 'dailyProduction.goodQuantity',
    'dailyProduction.rejectQuantity', 'dailyProduction.defectReasonId', 'defectReason.name as defectReasonName', 'dailyProduction.workShiftId', 'workShift.name as workShiftName',
    'dailyProduction.status', 'dailyProduction.isLate', 'dailyProduction.isFromPaper', 'dailyProduction.paperBatchId', 'paperBatch.number as paperBatchNumber', 'dailyProduction.notes', 'dailyProduction.enteredBy', 'enterer.fullName as enteredByName', 'dailyProduction.changedBy', 'changer.fullName as changedByName',
    'confirmer.fullName as confirmedByName', 'dailyProduction.confirmedAt',
  ])

/** Throws `not-found`. */
export function dailyProductionOf(db: Reader, id: string): DailyProduction {
  db.get('dailyProduction', id)
  return db.one(dayRows.where('dailyProduction.id', '=', id))
}

export function daysOfOrder(db: Reader, workOrderId: string): DaysOfOrder {
  const workOrder = db.get('workOrder', workOrderId)
  let sum: Decimal = zero
  const days = db.all(dayRows.where('dailyProduction.workOrderId', '=', workOrderId).orderBy('dailyProduction.day')).map(entry => {
    sum = addDecimals(sum, entry.goodQuantity)
    return { ...entry, sum, percent: percentOf(sum, workOrder.targetQuantity) }
  })
  return { days, estimatedDays: restInDays(workOrder), waiting: waitingDays(db, [workOrderId]) }
}

interface Made { readonly targetQuantity: Decimal; readonly goodQuantity: Decimal; readonly entryCount: number }

/** PX-2; nothing where there is no pace or no rest. */
export function restInDays({ targetQuantity, goodQuantity, entryCount }: Made): number | null {
  const rest = maxDecimal(zero, subtractDecimals(targetQuantity, goodQuantity))
  if (entryCount === 0 || !isPositive(goodQuantity) || !isPositive(rest)) return null
  return estimatedDays(piecesOf(rest), ratio(BigInt(piecesOf(goodQuantity)), BigInt(entryCount)))
}

/** PX-1: to one decimal. */
export function percentOf(sum: Decimal, target: Decimal): Decimal {
  return toPlaces(ratio(BigInt(sum) * 100n, BigInt(target)), 1, 'half-up')
}

/** What was asked for about the output of days of these work orders and is not decided; what was written besides has a longer topic than its day. */
export function waitingDays(db: Reader, workOrderIds: readonly string[]): WaitingDay[] {
  const requests = db.all(
    sql.selectFrom('approvalRequest').select(['id', 'number', 'kind', 'step', 'change', 'entityId as workOrderId']).where('entity', '=', 'workOrder').where('status', '=', 'PENDING')
      .where('kind', 'in', dayKinds).where(raw<boolean>`length(topic) = 10`).where(raw<boolean>`entityId in (select value from json_each(${JSON.stringify(workOrderIds)}))`).orderBy('number'),
  )
  return [...requests.map(({ change, ...request }) => ({ ...request, ...askedFor(change), paperBatch: null })), ...daysInBatches(db, workOrderIds)]
}

/** All that waits about a section's days, or about one of them: its output, what was written besides, and what was copied from paper. */
export function waitingOfSection(db: Reader, { sectionId, day }: { readonly sectionId: string; readonly day?: string | undefined }): WaitingOfSection[] {
  let query = sql.selectFrom('approvalRequest').select(['id', 'number', 'kind', 'step', 'change', 'entityId as workOrderId']).where('entity', '=', 'workOrder').where('status', '=', 'PENDING').where('kind', 'in', dayKinds)
    .where('sectionId', '=', sectionId)
  // What was written besides has a longer topic than its day.
  if (day !== undefined) query = query.where(raw<boolean>`substr(topic, 1, 10) = ${day}`)
  const requests = db.all(query.orderBy('topic').orderBy('number')).map(({ change, ...request }) => ({ ...request, ...askedFor(change), paperBatch: null }))
  return [...requests, ...daysInBatches(db, { sectionId, day })].map(waiting => {
    const { number, manufacturingOrderId } = db.get('workOrder', waiting.workOrderId)
    return { ...waiting, workOrderNumber: number, articleName: db.get('item', db.get('manufacturingOrder', manufacturingOrderId).articleId).name }
  })
}

/** As the request keeps it: decimals are text there. */
function askedFor(change: string): Pick<WaitingDay, 'day' | 'goodQuantity' | 'rejectQuantity' | 'isRemoval' | 'written'> {
  const { day, goodQuantity, rejectQuantity, isRemoval, written } = JSON.parse(change) as { day: string; goodQuantity: string; rejectQuantity: string; isRemoval: boolean; written?: { words: string } | null }
  return { day, goodQuantity: decimal(goodQuantity), rejectQuantity: decimal(rejectQuantity), isRemoval, written: written?.words ?? null }
}

type Asker = Pick<QueryContext, 'db' | 'settings'>

export function productionCalendar(context: Asker, { sectionId, month, asOf }: { readonly sectionId: string; readonly month: string; readonly asOf: BusinessDay }): CalendarRow[] {
  const { db } = context
  const entries = Map.groupBy(
    db.all(dayRows.where('dailyProduction.sectionId', '=', sectionId).where('dailyProduction.day', '>=', `${month}-01`).where('dailyProduction.day', '<=', `${month}-31`).orderBy('dailyProduction.day')),
    ({ workOrderId }) => workOrderId,
  )
  const rows = db.all(
    sql.selectFrom('workOrder').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId').innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
      .innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId').leftJoin('item', 'item.id', 'workOrder.itemId').where('workOrder.sectionId', '=', sectionId)
      .where(({ or, eb }) => or([eb('workOrder.status', 'in', ['PENDING', 'RUNNING']), eb('workOrder.id', 'in', [...entries.keys(), ''])]))
      .select([
        'workOrder.id as workOrderId', 'workOrder.number', 'article.name as articleName', 'item.name as itemName', 'productionStage.name as stageName', 'workOrder.status',
        'manufacturingOrder.status as orderStatus', 'workOrder.isUrgent', 'workOrder.targetQuantity', 'workOrder.goodQuantity', 'workOrder.rejectQuantity', 'workOrder.entryCount',
        'workOrder.startDay', 'workOrder.deadlineDay',
      ]).orderBy('workOrder.deadlineDay').orderBy('workOrder.number'),
  )
  const waiting = Map.groupBy(waitingDays(db, rows.map(({ workOrderId }) => workOrderId)), ({ workOrderId }) => workOrderId)
  return rows.map(({ orderStatus, entryCount, ...row }) => ({
    ...row, isLocked: orderStatus === 'COMPLETED' || orderStatus === 'CANCELLED' || row.status === 'VOIDED' || row.status === 'CANCELLED',
    percent: percentOf(row.goodQuantity, row.targetQuantity), colour: colourOn(context, asOf, row), estimatedDays: restInDays({ ...row, entryCount }),
    days: entries.get(row.workOrderId) ?? [], waiting: waiting.get(row.workOrderId) ?? [],
  }))
}

interface Planned { readonly targetQuantity: Decimal; readonly goodQuantity: Decimal; readonly startDay: string; readonly deadlineDay: string }

/** PL-16, of what should be made by the end of a day; none before its first day. */
export function colourOn({ settings }: Asker, day: BusinessDay, { targetQuantity, goodQuantity, startDay, deadlineDay }: Planned): Colour | null {
  const expected = expectedBy(day, { target: piecesOf(targetQuantity), startDay: startDay as BusinessDay, deadlineDay: deadlineDay as BusinessDay })
  if (expected.numerator === 0n) return null
  return colourOf(piecesOf(goodQuantity), ceilToInteger(expected), {
    orange: settings.get(planningSettings.colourOrange), yellow: settings.get(planningSettings.colourYellow), green: settings.get(planningSettings.colourGreen),
  })
}
