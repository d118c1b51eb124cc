import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { ManufacturingOrder } from '../../shared/planning/manufacturing-orders.ts'
import { sql } from '../database/sql.ts'
import type { RowContext } from '../engines/reports.ts'
import { isMine } from '../warehouse/places.ts'
import type { ProducedFilter, ProducedRow } from './produced-rows.ts'

/**
 * The orders that something was entered for in a period, as they stood when it ended: good pieces of the last of their stages that are looked at
 * against its target, rejects of all of these, and how many days the order was beyond the one it ships on;
 * one that is cancelled ships no more, and is not late.
 */
export function producedOrders(context: RowContext, filter: ProducedFilter): ProducedRow[] {
  const lastDay = filter.period.to < context.today ? filter.period.to : context.today
  return [...Map.groupBy(worksOf(context, filter, lastDay), ({ orderId }) => orderId)].map(([orderId, works]) => {
    const [order] = works as [Work, ...Work[]]
    const lastPosition = Math.max(...works.map(({ position }) => position))
    const last = works.filter(({ position }) => position === lastPosition)
    return {
      subject: `${order.number} · ${order.article}`,
      workOrders: works.length,
      good: sumDecimals(last.map(({ good }) => good)),
      rejected: sumDecimals(works.map(({ rejected }) => rejected)),
      ofOrder: { id: orderId, target: sumDecimals(last.map(({ target }) => target)), daysLate: daysLate(order, lastDay) },
    }
  })
}

/** Until it was completed or the period ended. */
function daysLate({ status, shipDay, completedDay }: Work, lastDay: string): number | null {
  if (status === 'CANCELLED') return null
  const until = completedDay !== null && completedDay < lastDay ? completedDay : lastDay
  const days = daysBetween(shipDay as BusinessDay, until as BusinessDay)
  return days > 0 ? days : null
}

interface Work {
  readonly orderId: string
  readonly number: string
  readonly status: ManufacturingOrder['status']
  readonly article: string
  readonly shipDay: string
  readonly completedDay: string | null
  readonly position: number
  readonly target: Decimal
  readonly good: Decimal
  readonly rejected: Decimal
}

/** The work orders of these orders, with what was entered for each until a day. */
function worksOf({ db, sections }: RowContext, { period, section }: ProducedFilter, lastDay: string): Work[] {
  const entered = sql
    .selectFrom('dailyProduction')
    .innerJoin('workOrder as worked', 'worked.id', 'dailyProduction.workOrderId')
    .where('dailyProduction.day', '>=', period.from)
    .where('dailyProduction.day', '<=', period.to)
    .select('worked.manufacturingOrderId')
  let query = sql
    .selectFrom('workOrder')
    .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
    .innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
    .leftJoin('dailyProduction as day', join => join.onRef('day.workOrderId', '=', 'workOrder.id').on('day.day', '<=', lastDay))
    .where('workOrder.status', 'not in', ['VOIDED', 'CANCELLED'])
    .where('workOrder.manufacturingOrderId', 'in', entered)
    .groupBy('workOrder.id')
    .orderBy('manufacturingOrder.shipDay')
    .orderBy('manufacturingOrder.number')
    .select([
      'manufacturingOrder.id as orderId',
      'manufacturingOrder.number',
      'manufacturingOrder.status',
      'item.name as article',
      'manufacturingOrder.shipDay',
      'manufacturingOrder.completedDay',
      'workOrder.position',
      'workOrder.targetQuantity as target',
    ])
    .select(({ fn, val }) => [
      fn.coalesce(fn.sum<Decimal>('day.goodQuantity'), val(zero)).as('good'),
      fn.coalesce(fn.sum<Decimal>('day.rejectQuantity'), val(zero)).as('rejected'),
    ])
  if (sections !== 'all') query = query.where(isMine('workOrder', sections))
  if (section !== undefined) query = query.where('workOrder.sectionId', '=', section)
  return db.all(query)
}
