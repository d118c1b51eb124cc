import { dayText } from '../../shared/core/day-text.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Period } from '../../shared/reports/report.ts'
import { sql } from '../database/sql.ts'
import type { RowContext } from '../engines/reports.ts'
import { isMine } from '../warehouse/places.ts'

export interface ProducedRow {
  readonly subject: string
  readonly workOrders: number
  readonly good: Decimal
  readonly rejected: Decimal
}

export interface ProducedFilter {
  readonly period: Period
  readonly section: string | undefined
  readonly by: 'DAY' | 'SECTION' | 'ARTICLE' | undefined
}

/** What the days of a period add up to, by what they are put together by; day by day unless told otherwise. */
export function producedRows({ db, sections }: RowContext, { period, section, by = 'DAY' }: ProducedFilter): ProducedRow[] {
  const subject = ({ DAY: 'dailyProduction.day', SECTION: 'section.name', ARTICLE: 'item.name' } as const)[by]
  let query = sql
    .selectFrom('dailyProduction')
    .innerJoin('workOrder', 'workOrder.id', 'dailyProduction.workOrderId')
    .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
    .innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
    .innerJoin('section', 'section.id', 'dailyProduction.sectionId')
    .where('dailyProduction.day', '>=', period.from)
    .where('dailyProduction.day', '<=', period.to)
    .groupBy(subject)
    .orderBy(subject)
    .select(`${subject} as subject`)
    .select(({ fn }) => [
      fn.count<number>('dailyProduction.workOrderId').distinct().as('workOrders'),
      fn.sum<Decimal>('dailyProduction.goodQuantity').as('good'),
      fn.sum<Decimal>('dailyProduction.rejectQuantity').as('rejected'),
    ])
  if (sections !== 'all') query = query.where(isMine('dailyProduction', sections))
  if (section !== undefined) query = query.where('dailyProduction.sectionId', '=', section)
  return db.all(query).map(row => ({ ...row, subject: by === 'DAY' ? dayText(row.subject) : row.subject }))
}
