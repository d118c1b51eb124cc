import type { BusinessDay } from '../../shared/core/dates.ts'
import { adjustedTarget } from '../../shared/production/gates.ts'
import { withDue } from '../../shared/production/progress.ts'
import { sql } from '../database/sql.ts'
import { openLostTime } from '../downtime/section-days.ts'
import type { RowContext } from '../engines/reports.ts'
import { isMine } from '../warehouse/places.ts'
import type { ProducedFilter } from './produced-rows.ts'
import { piecesOf } from './targets.ts'

/** What the entered days were to bring, and what of it was left when machines stood still (PX-11). */
export interface ProducedTarget {
  readonly target: number
  readonly adjusted: number
}

/** Of a period, by the day or the id of the section or article that a report puts days together by. A day without shifts loses nothing. */
export function producedTargets(
  { db, sections, now }: RowContext,
  { period, section }: ProducedFilter,
  by: 'DAY' | 'SECTION' | 'ARTICLE',
): ReadonlyMap<string, ProducedTarget> {
  const days = withDue(enteredDays({ db, sections }, { period, section })).filter(({ day }) => day >= period.from)
  const lostTime = openLostTime(db, sections, period, now, section)
  const keyOf = (one: (typeof days)[number]) => ({ DAY: one.day, SECTION: one.sectionId, ARTICLE: one.articleId })[by]
  const dueIn = (its: typeof days) => its.reduce((sum, { due }) => sum + due, 0)
  const leftOf = (its: typeof days) => {
    const [{ sectionId, day }] = its as [(typeof days)[number]]
    const { shiftMinutes, lost } = lostTime(sectionId, day)
    return shiftMinutes === 0 ? dueIn(its) : adjustedTarget(dueIn(its), shiftMinutes, lost)
  }
  const bySectionDay = (its: typeof days) => [...Map.groupBy(its, ({ sectionId, day }) => `${sectionId} ${day}`).values()]
  return new Map(
    [...Map.groupBy(days, keyOf)].map(([key, its]) => [
      key,
      { target: dueIn(its), adjusted: bySectionDay(its).reduce((sum, one) => sum + leftOf(one), 0) },
    ]),
  )
}

/** Every day, up to the period's last, of the work orders that have one in it: what a day was to bring depends on those before it. */
function enteredDays({ db, sections }: Pick<RowContext, 'db' | 'sections'>, { period, section }: Pick<ProducedFilter, 'period' | 'section'>) {
  const within = sql
    .selectFrom('dailyProduction')
    .select('workOrderId')
    .where('day', '>=', period.from)
    .where('day', '<=', period.to)
  let query = sql
    .selectFrom('dailyProduction')
    .innerJoin('workOrder', 'workOrder.id', 'dailyProduction.workOrderId')
    .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
    .where('dailyProduction.workOrderId', 'in', within)
    .where('dailyProduction.day', '<=', period.to)
    .orderBy('dailyProduction.workOrderId')
    .orderBy('dailyProduction.day')
    .select([
      'dailyProduction.workOrderId',
      'dailyProduction.sectionId',
      'dailyProduction.day',
      'dailyProduction.goodQuantity',
      'workOrder.targetQuantity',
      'workOrder.startDay',
      'workOrder.deadlineDay',
      'manufacturingOrder.articleId',
    ])
  if (sections !== 'all') query = query.where(isMine('dailyProduction', sections))
  if (section !== undefined) query = query.where('dailyProduction.sectionId', '=', section)
  return db.all(query).map(({ goodQuantity, targetQuantity, ...row }) => ({
    ...row,
    day: row.day as BusinessDay,
    startDay: row.startDay as BusinessDay,
    deadlineDay: row.deadlineDay as BusinessDay,
    good: piecesOf(goodQuantity),
    target: piecesOf(targetQuantity),
  }))
}
