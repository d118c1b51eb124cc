import { sql as raw } from 'kysely'
import { isNegative, isZero, negateDecimal, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { basePlace } from './places.ts'
import { moveStock, type Move } from './stock.ts'
import { totalOf } from './totals.ts'

export interface OpeningStock { readonly itemId: string; readonly locationId: string; readonly quantity: Decimal; readonly note?: string }

/** The opening stock posted so far: what the books began with at this place. */
export function openingOf(db: Reader, itemId: string, locationId: string): Decimal {
  return db.one(sql.selectFrom('stockMove').where('itemId', '=', itemId).where('kind', '=', 'OPENING')
    .where(({ eb }) => eb.or([eb('fromLocationId', '=', locationId), eb('toLocationId', '=', locationId)]))
    .select(totalOf(raw`case when toLocationId = ${locationId} then quantity else -quantity end`).as('opening'))).opening
}

/**
 * Brings the opening stock of each row to its quantity: posts the difference to what was posted before, nothing where there is
 * none, so that the same rows twice are posted once (IO-3). Less than was posted throws `stock-short` if it is no longer there.
 * The caller has declared `stockWrites` and its scope.
 */
export function postOpening(context: CommandContext, rows: readonly OpeningStock[]): Move[] {
  const { id: lossId } = basePlace(context.db, 'INVENTORY_LOSS')
  return rows.flatMap(({ itemId, locationId, quantity, note = '' }) => {
    const difference = subtractDecimals(quantity, openingOf(context.db, itemId, locationId))
    if (isZero(difference)) return []
    const move = { itemId, kind: 'OPENING' as const, note }
    return isNegative(difference)
      ? [moveStock(context, { ...move, quantity: negateDecimal(difference), fromLocationId: locationId, toLocationId: lossId })]
      : [moveStock(context, { ...move, quantity: difference, fromLocationId: lossId, toLocationId: locationId })]
  })
}
