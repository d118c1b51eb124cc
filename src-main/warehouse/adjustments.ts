import { isNegative, isZero, negateDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { findBalance } from './balances.ts'
import { balanceOfLotAt } from './lots.ts'
import { basePlace } from './places.ts'
import { moveStock, type Move, type NewMove } from './stock.ts'

/** What stands in the books: all of an item at a place, or one lot of it. */
export interface BookPlace { readonly itemId: string; readonly locationId: string; readonly lotId?: string | undefined }
/** What was counted at a place, and what the books said then. */
export interface StockCount extends BookPlace {
  readonly counted: Decimal
  readonly expected: Decimal
  readonly reason: string
  /** What it is posted by, if it is a document. */
  readonly document?: Pick<NewMove, 'documentEntity' | 'documentId' | 'documentNumber'>
}

export function inBooks(db: Reader, { itemId, locationId, lotId }: BookPlace): Decimal {
  const balance = lotId === undefined ? findBalance(db, itemId, locationId) : balanceOfLotAt(db, lotId, locationId)
  return balance?.onHand ?? zero
}

/**
 * Sets the books to what was counted; nothing is posted where the count agrees. Throws `conflict` where the books say something
 * else than was `expected`. The caller has declared `stockWrites` and its scope.
 */
export function adjustStock(context: CommandContext, { counted, expected, reason, document, ...place }: StockCount): Move | null {
  const { db } = context
  const { itemId, locationId, lotId } = place
  if (inBooks(db, place) !== expected) throw new AppError('conflict', { entity: 'stockBalance', id: findBalance(db, itemId, locationId)?.id })
  const difference = subtractDecimals(counted, expected)
  if (isZero(difference)) return null
  const { id: lossId } = basePlace(db, 'INVENTORY_LOSS')
  const move = { itemId, lotId, kind: 'ADJUSTMENT' as const, note: reason, ...document }
  return isNegative(difference)
    ? moveStock(context, { ...move, quantity: negateDecimal(difference), fromLocationId: locationId, toLocationId: lossId })
    : moveStock(context, { ...move, quantity: difference, fromLocationId: lossId, toLocationId: locationId })
}
