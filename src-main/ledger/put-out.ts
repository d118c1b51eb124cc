import { zero, type Decimal } from '../../shared/core/decimal.ts'
import type { Period } from '../../shared/reports/report.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** What a section put out on a day, in the unit of its items; `isMixed` where they have several units, which are no sum. */
export interface PutOut { readonly good: Decimal; readonly rejected: Decimal; readonly isMixed: boolean }

/** PX-7: of every section and day of a period, as the ledger has it: of each item the larger of what workers and work orders say. By section and day: `"‹id› 2026-11-20"`. */
export function putOutIn(db: Reader, { from, to }: Period): ReadonlyMap<string, PutOut> {
  const rows = db.all(
    sql.selectFrom('ledgerDay').innerJoin('item', 'item.id', 'ledgerDay.itemId')
      .select(({ fn }) => ['sectionId', 'day', fn.sum<Decimal>('output').as('good'), fn.sum<Decimal>('rejected').as('rejected'), fn.count<number>('item.unitId').distinct().as('units')])
      .where('day', '>=', from).where('day', '<=', to).where(({ or, eb }) => or([eb('output', '>', zero), eb('rejected', '>', zero)])).groupBy(['sectionId', 'day']),
  )
  return new Map(rows.map(({ sectionId, day, units, ...sums }) => [`${sectionId} ${day}`, { ...sums, isMixed: units > 1 }]))
}
