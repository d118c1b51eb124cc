import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import { addDays, daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { ratio, toDecimal } from '../../shared/core/rational.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { board, OrderForecast } from '../../shared/planning/board.ts'
import { forecastDay, isWell, type ForecastPart } from '../../shared/planning/board-rules.ts'
import { paceDay } from '../../shared/planning/health.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { Sections } from '../warehouse/places.ts'
import { boardOf, type JudgedWork, type Judging } from './board-work.ts'

type Input = ParsedInputOf<typeof board.readOrderForecasts>

/**
 * Orders in the making, those that will be the latest first; for whoever sees their own sections only, the orders these have work of, with the
 * figures of that. Stages that have no work order yet take the days they are planned with. A filter says which orders are told of, and changes
 * no forecast.
 */
export function orderForecasts(judging: Judging, mine: Sections, { filter, page, pageSize }: Input): OutputOf<typeof board.readOrderForecasts> {
  const byOrder = Map.groupBy(boardOf(judging, 'all', {}), ({ work }) => work.manufacturingOrderId)
  const ahead = stagesAhead(judging)
  const isOwn = ({ work }: JudgedWork) => mine === 'all' || mine.includes(work.sectionId)
  const rows = ordersOf(judging.db, filter)
    .filter(({ id }) => mine === 'all' || byOrder.get(id)?.some(isOwn))
    .map((order): OrderForecast => {
      const its = byOrder.get(order.id) ?? []
      const own = its.filter(isOwn)
      const day =
        its.length === 0
          ? null
          : forecastDay([...its.map(one => partOf(one, judging.today)), ...ahead(order.productionRouteId, its)], judging.today)
      const { productionRouteId: _productionRouteId, ...told } = order
      return {
        ...told,
        forecastDay: day,
        daysLate: day && daysBetween(order.shipDay as BusinessDay, day),
        workOrders: own.length,
        finished: own.filter(({ work }) => work.status === 'FINISHED').length,
        troubled: own.filter(({ health }) => !isWell(health)).length,
        progress: progressOf(own),
      }
    })
    .sort((a, b) => (b.daysLate ?? -1e6) - (a.daysLate ?? -1e6) || (a.shipDay < b.shipDay ? -1 : 1))
  return {
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
    count: rows.length,
    late: rows.filter(({ daysLate }) => daysLate !== null && daysLate > 0).length,
  }
}

function ordersOf(db: Reader, { week, destination, isUrgent }: Input['filter']) {
  let query = sql
    .selectFrom('manufacturingOrder')
    .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
    .where('manufacturingOrder.kind', '=', 'PRODUCTION')
    .where('manufacturingOrder.status', 'in', ['PARTIAL', 'RELEASED', 'IN_PROGRESS'])
    .select([
      'manufacturingOrder.id',
      'manufacturingOrder.number',
      'manufacturingOrder.status',
      'article.name as articleName',
      'manufacturingOrder.week',
      'manufacturingOrder.destination',
      'manufacturingOrder.isUrgent',
      'manufacturingOrder.shipDay',
      'manufacturingOrder.productionRouteId',
    ])
  if (week !== undefined) query = query.where(goesOut('week', week))
  if (destination !== undefined) query = query.where(goesOut('destination', destination))
  return db.all(isUrgent === undefined ? query : query.where('manufacturingOrder.isUrgent', '=', isUrgent))
}

/** By the order itself, or by any of its deliveries: as the board narrows its work orders. */
function goesOut(column: 'week' | 'destination', value: string): RawBuilder<SqlBool> {
  const own = raw.ref(`manufacturingOrder.${column}`)
  return raw<SqlBool>`(${own} = ${value} or exists (
    select 1 from deliveryBatch where deliveryBatch.manufacturingOrderId = manufacturingOrder.id and ${raw.ref(`deliveryBatch.${column}`)} = ${value}
  ))`
}

function partOf(judged: JudgedWork, today: BusinessDay): ForecastPart {
  const {
    work: { position, status, finishedDay },
    startDay,
    deadlineDay,
  } = judged
  return {
    startDay,
    deadlineDay,
    position,
    finishedDay: status === 'FINISHED' ? (finishedDay as BusinessDay | null) : null,
    paceDay: paceDay(judged, today),
  }
}

/** The stages of a route that an order has no work order for yet. */
function stagesAhead({ db, settings, today }: Judging): (routeId: string | null, its: readonly JudgedWork[]) => ForecastPart[] {
  const steps = db.all(
    sql
      .selectFrom('routeStep')
      .innerJoin('productionStage', 'productionStage.id', 'routeStep.productionStageId')
      .where('routeStep.isActive', '=', true)
      .where('productionStage.isActive', '=', true)
      .select(['routeStep.productionRouteId', 'routeStep.productionStageId', 'routeStep.position', 'productionStage.days']),
  )
  const byRoute = Map.groupBy(steps, ({ productionRouteId }) => productionRouteId)
  const usualDays = settings.get(planningSettings.stageDays)
  return (routeId, its) => {
    const begun = new Set(its.map(({ work }) => work.productionStageId))
    return (byRoute.get(routeId ?? '') ?? [])
      .filter(({ productionStageId }) => !begun.has(productionStageId))
      .map(({ position, days }) => ({
        position,
        startDay: today,
        deadlineDay: addDays(today, (days ?? usualDays) - 1),
        finishedDay: null,
        paceDay: null,
      }))
  }
}

function progressOf(its: readonly JudgedWork[]) {
  const [target, produced] = [
    its.reduce((sum, one) => sum + one.target, 0),
    its.reduce((sum, one) => sum + Math.min(one.target, one.produced), 0),
  ]
  return toDecimal(ratio(BigInt(produced) * 100n, BigInt(Math.max(1, target))), 'half-up')
}
