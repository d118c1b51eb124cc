import type { Selectable } from 'kysely'
import { addDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { availableStock } from '../../shared/warehouse/rules.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import type { LocationTable, StockBalanceTable } from '../database/tables.ts'

export interface Levels { readonly onHand: Decimal; readonly reserved: Decimal; readonly available: Decimal }
export type Balance = Selectable<StockBalanceTable>

/** What stands at a place; nothing where there never was any. */
export function balanceAt(db: Reader, itemId: string, locationId: string): Levels {
  const { onHand, reserved } = findBalance(db, itemId, locationId) ?? { onHand: zero, reserved: zero }
  return { onHand, reserved, available: availableStock({ onHand, reserved }) }
}

export function findBalance(db: Reader, itemId: string, locationId: string): Balance | undefined {
  return db.findBy('stockBalance', { itemId, locationId })
}

/** Goods come in. `lastInDay`: they start a new age on this day; without it they only come back to where they were. */
export function addStock(
  db: Writer, now: string, itemId: string, { id: locationId, sectionId }: Selectable<LocationTable>, quantity: Decimal, lastInDay: string | undefined,
): void {
  const balance = findBalance(db, itemId, locationId)
  if (balance) db.update('stockBalance', balance, { onHand: addDecimals(balance.onHand, quantity), lastMoveAt: now, lastInDay })
  else db.insert('stockBalance', { itemId, locationId, sectionId, onHand: quantity, reserved: zero, lastMoveAt: now, lastInDay: lastInDay ?? null })
}
