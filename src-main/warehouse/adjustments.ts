import { isNegative, isZero, negateDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import { findBalance } from './balances.ts'
import { basePlace } from './places.ts'
import { moveStock, type Move } from './stock.ts'

export interface StockCount { readonly itemId: string; readonly locationId: string; readonly counted: Decimal; readonly expected: Decimal; readonly reason: string }

/**
 * Sets the books to what was counted; nothing is posted where the count agrees. Throws `conflict` where the books say something
 * else than was `expected`. The caller has declared `stockWrites` and its scope.
 */
export function adjustStock(context: CommandContext, { itemId, locationId, counted, expected, reason }: StockCount): Move | null {
  const { db } = context
  const balance = findBalance(db, itemId, locationId)
  if ((balance?.onHand ?? zero) !== expected) throw new AppError('conflict', { entity: 'stockBalance', id: balance?.id })
  const difference = subtractDecimals(counted, expected)
  if (isZero(difference)) return null
  const { id: lossId } = basePlace(db, 'INVENTORY_LOSS')
  const move = { itemId, kind: 'ADJUSTMENT' as const, note: reason }
  return isNegative(difference)
    ? moveStock(context, { ...move, quantity: negateDecimal(difference), fromLocationId: locationId, toLocationId: lossId })
    : moveStock(context, { ...move, quantity: difference, fromLocationId: lossId, toLocationId: locationId })
}
