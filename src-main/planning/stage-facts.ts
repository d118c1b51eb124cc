import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { addDecimals, isZero, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { ratio, toDecimal } from '../../shared/core/rational.ts'
import type { Period } from '../../shared/reports/report.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import { sql } from '../database/sql.ts'
import type { RowContext } from '../engines/reports.ts'
import { isMine } from '../warehouse/places.ts'

/**
 * How well a stage kept its days: of what it finished, how much in time, in how many days, and what it rejected. Nothing where nothing was
 * finished.
 */
export interface StageFacts {
  readonly onTime: Decimal | null
  readonly cycleDays: Decimal | null
  readonly rejectRate: Decimal | null
}

/** By stage, of the work orders that were finished in the period. */
export function stageFacts(
  { db, sections }: RowContext,
  { period, section }: { readonly period: Period; readonly section: string | undefined },
): ReadonlyMap<string, StageFacts> {
  let query = sql
    .selectFrom('workOrder')
    .select(['productionStageId', 'startedDay', 'finishedDay', 'deadlineDay', 'goodQuantity', 'rejectQuantity'])
    .where('status', '=', 'FINISHED')
    .where('finishedDay', '>=', period.from)
    .where('finishedDay', '<=', period.to)
  if (sections !== 'all') query = query.where(isMine('workOrder', sections))
  if (section !== undefined) query = query.where('sectionId', '=', section)
  const byStage = Map.groupBy(db.all(query), ({ productionStageId }) => productionStageId)
  return new Map(
    [...byStage].map(([stageId, its]) => {
      const count = BigInt(its.length)
      const inTime = its.filter(({ finishedDay, deadlineDay }) => finishedDay! <= deadlineDay).length
      const days = its.reduce(
        (sum, { startedDay, finishedDay }) => sum + daysBetween((startedDay ?? finishedDay) as BusinessDay, finishedDay as BusinessDay) + 1,
        0,
      )
      const rejected = sumDecimals(its.map(({ rejectQuantity }) => rejectQuantity))
      const output = addDecimals(rejected, sumDecimals(its.map(({ goodQuantity }) => goodQuantity)))
      return [
        stageId,
        {
          onTime: toDecimal(ratio(BigInt(inTime) * 100n, count), 'half-up'),
          cycleDays: toDecimal(ratio(BigInt(days), count), 'half-up'),
          rejectRate: isZero(output) ? null : percentOf(rejected, output),
        },
      ]
    }),
  )
}
