import type { OutputOf } from '../../shared/core/procedure.ts'
import { addDecimals, isPositive, maxDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { ApprovalKindName } from '../../shared/approvals/kinds.ts'
import { ratio, toPlaces } from '../../shared/core/rational.ts'
import { estimatedDays } from '../../shared/planning/health.ts'
import type { DailyProduction, daily, DaysOfOrder } from '../../shared/production/daily.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { piecesOf } from '../planning/targets.ts'

const dayKinds: readonly ApprovalKindName[] = ['DAY_SUPERVISOR', 'DAY_MANAGER', 'DAY_DIRECTOR', 'DAY_FROM_PAPER']

const dayRows = sql.selectFrom('dailyProduction')
  .leftJoin('defectReason', 'defectReason.id', 'dailyProduction.defectReasonId')
  .innerJoin('user as enterer', 'enterer.id', 'dailyProduction.enteredBy')
  .leftJoin('user as confirmer', 'confirmer.id', 'dailyProduction.confirmedBy')
  .select([
    'dailyProduction.id', 'dailyProduction.version', 'dailyProduction.createdAt', 'dailyProduction.workOrderId', 'dailyProduction.day', 'dailyProduction.goodQuantity', 'dailyProduction.rejectQuantity',
    'dailyProduction.defectReasonId', 'defectReason.name as defectReasonName', 'dailyProduction.status', 'dailyProduction.isLate', 'dailyProduction.isFromPaper', 'dailyProduction.notes',
    'enterer.fullName as enteredByName', 'confirmer.fullName as confirmedByName', 'dailyProduction.confirmedAt',
  ])

/** Throws `not-found`. */
export function dailyProductionOf(db: Reader, id: string): DailyProduction {
  db.get('dailyProduction', id)
  return db.one(dayRows.where('dailyProduction.id', '=', id))
}

export function daysOfOrder(db: Reader, workOrderId: string): DaysOfOrder {
  const { targetQuantity, goodQuantity, entryCount } = db.get('workOrder', workOrderId)
  let sum: Decimal = zero
  const days = db.all(dayRows.where('dailyProduction.workOrderId', '=', workOrderId).orderBy('dailyProduction.day')).map(entry => {
    sum = addDecimals(sum, entry.goodQuantity)
    return { ...entry, sum, percent: percentOf(sum, targetQuantity) }
  })
  const rest = maxDecimal(zero, subtractDecimals(targetQuantity, goodQuantity))
  return {
    days, estimatedDays: entryCount > 0 && isPositive(goodQuantity) && isPositive(rest) ? estimatedDays(piecesOf(rest), ratio(BigInt(piecesOf(goodQuantity)), BigInt(entryCount))) : null,
    waiting: db.all(
      sql.selectFrom('approvalRequest').select(['id', 'number', 'kind', 'step', 'topic as day']).where('entity', '=', 'workOrder').where('entityId', '=', workOrderId).where('status', '=', 'PENDING')
        .where('kind', 'in', dayKinds).orderBy('number'),
    ),
  }
}

/** PX-1: to one decimal. */
export function percentOf(sum: Decimal, target: Decimal): Decimal {
  return toPlaces(ratio(BigInt(sum) * 100n, BigInt(target)), 1, 'half-up')
}

export function productionCalendar(db: Reader, sectionId: string, month: string): OutputOf<typeof daily.getProductionCalendar> {
  const entries = Map.groupBy(
    db.all(sql.selectFrom('dailyProduction').select(['id', 'version', 'workOrderId', 'day', 'goodQuantity', 'rejectQuantity', 'status']).where('sectionId', '=', sectionId).where('day', '>=', `${month}-01`).where('day', '<=', `${month}-31`).orderBy('day')),
    ({ workOrderId }) => workOrderId,
  )
  const rows = db.all(
    sql.selectFrom('workOrder').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId').innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
      .leftJoin('item', 'item.id', 'workOrder.itemId').where('workOrder.sectionId', '=', sectionId)
      .where(({ or, eb }) => or([eb('workOrder.status', 'in', ['PENDING', 'RUNNING']), eb('workOrder.id', 'in', [...entries.keys(), ''])]))
      .select([
        'workOrder.id as workOrderId', 'workOrder.number', 'article.name as articleName', 'item.name as itemName', 'workOrder.status', 'workOrder.targetQuantity', 'workOrder.goodQuantity', 'workOrder.deadlineDay',
      ]).orderBy('workOrder.deadlineDay').orderBy('workOrder.number'),
  )
  return rows.map(row => ({ ...row, days: (entries.get(row.workOrderId) ?? []).map(({ workOrderId: _workOrderId, ...day }) => day) }))
}
