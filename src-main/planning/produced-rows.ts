import { dayText } from '../../shared/core/day-text.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Period } from '../../shared/reports/report.ts'
import { sql } from '../database/sql.ts'
import type { RowContext } from '../engines/reports.ts'
import { isMine } from '../warehouse/places.ts'
import { producedTargets, type ProducedTarget } from './produced-targets.ts'
import { producedOrders } from './produced-orders.ts'

export interface ProducedRow {
  readonly subject: string
  readonly workOrders: number
  readonly good: Decimal
  readonly rejected: Decimal
  /** Of the days, where they are put together by anything but orders. */
  readonly ofDays?: ProducedTarget
  /** Of one order: its target, and the days it is late, if it is. */
  readonly ofOrder?: { readonly id: string; readonly target: Decimal; readonly daysLate: number | null }
}

export interface ProducedFilter {
  readonly period: Period
  readonly section: string | undefined
  readonly by: 'DAY' | 'SECTION' | 'ARTICLE' | 'ORDER' | undefined
}

/** What the days of a period add up to, by what they are put together by; day by day unless told otherwise. */
export function producedRows(context: RowContext, filter: ProducedFilter): ProducedRow[] {
  const { by = 'DAY' } = filter
  return by === 'ORDER' ? producedOrders(context, filter) : producedBy(context, filter, by)
}

function producedBy(context: RowContext, filter: ProducedFilter, by: 'DAY' | 'SECTION' | 'ARTICLE'): ProducedRow[] {
  const { db, sections } = context
  const { period, section } = filter
  const targets = producedTargets(context, filter, by)
  const key = ({ DAY: 'dailyProduction.day', SECTION: 'section.id', ARTICLE: 'item.id' } as const)[by]
  const [code, name] = ({ DAY: [key, key], SECTION: ['section.code', 'section.name'], ARTICLE: ['item.code', 'item.name'] } as const)[by]
  let query = sql
    .selectFrom('dailyProduction')
    .innerJoin('workOrder', 'workOrder.id', 'dailyProduction.workOrderId')
    .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
    .innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
    .innerJoin('section', 'section.id', 'dailyProduction.sectionId')
    .where('dailyProduction.day', '>=', period.from)
    .where('dailyProduction.day', '<=', period.to)
    .groupBy(key)
    .orderBy(name)
    .orderBy(code)
    .select([`${key} as key`, `${code} as code`, `${name} as name`])
    .select(({ fn }) => [
      fn.count<number>('dailyProduction.workOrderId').distinct().as('workOrders'),
      fn.sum<Decimal>('dailyProduction.goodQuantity').as('good'),
      fn.sum<Decimal>('dailyProduction.rejectQuantity').as('rejected'),
    ])
  if (sections !== 'all') query = query.where(isMine('dailyProduction', sections))
  if (section !== undefined) query = query.where('dailyProduction.sectionId', '=', section)
  return db.all(query).map(({ key: its, code: itsCode, name: itsName, ...row }) => ({
    ...row,
    subject: by === 'DAY' ? dayText(its) : `${itsCode} · ${itsName}`,
    ofDays: targets.get(its) ?? { target: 0, adjusted: 0 },
  }))
}
