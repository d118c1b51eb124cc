import { sql as raw, type RawBuilder } from 'kysely'
import { zero, type Decimal } from '../../shared/core/decimal.ts'
import { priceTimes, type Money } from '../../shared/core/money.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** The sum of a Decimal expression, kept inside the range: what is beyond it only has to look like very much. */
export function totalOf(expression: RawBuilder<unknown>): RawBuilder<Decimal> {
  return raw<Decimal>`max(min(coalesce(sum(${expression}), 0), ${Number.MAX_SAFE_INTEGER}), ${Number.MIN_SAFE_INTEGER})`
}

/** What is available of each item in the whole factory, whoever asks (WH-7). */
export const availableByItem = sql.selectFrom('stockBalance')
  .select(['stockBalance.itemId', totalOf(raw`onHand - reserved`).as('available')])
  .groupBy('stockBalance.itemId')

export function totalAvailable(db: Reader, itemId: string): Decimal {
  return db.first(availableByItem.where('stockBalance.itemId', '=', itemId))?.available ?? zero
}

/** On hand at unit cost; none where the cost is not known, or the product beyond what an amount can hold. */
export function valueOf(unitCost: Decimal | null, onHand: Decimal): Money | null {
  return unitCost === null ? null : withinRange(() => priceTimes(unitCost, onHand, 'half-up'))
}
