import type { Selectable } from 'kysely'
import { zero, type Decimal } from '../../shared/core/decimal.ts'
import { averageOf, cameIn, wentOut, type Held } from '../../shared/warehouse/valuation.ts'
import type { Writer } from '../database/pen.ts'
import type { ItemTable, LocationTable, StockMoveTable } from '../database/tables.ts'
import type { LotPart } from './lots.ts'

type Location = Pick<Selectable<LocationTable>, 'kind'>

/** A move as far as it changes what an item is worth. `undone`: the one that it takes back. */
export interface Revaluing {
  readonly from: Location
  readonly to: Location
  readonly quantity: Decimal
  readonly kind: Selectable<StockMoveTable>['kind']
  readonly parts: readonly LotPart[]
  readonly undone?: Pick<Selectable<StockMoveTable>, 'kind' | 'averageCost'> | undefined
}

/**
 * Keeps the moving average of an item with a move, and answers it as it is then: receipts come at their lot's cost, what is taken back goes at the cost it came
 * at, all else at the average.
 */
export function revalue(db: Writer, item: Selectable<ItemTable>, move: Revaluing): Decimal | null {
  const row = db.findBy('itemCost', { itemId: item.id })
  const held: Held = { quantity: row?.quantity ?? zero, value: row?.worth ?? null }
  const isInside = ({ kind }: Location) => kind === 'INTERNAL'
  if (isInside(move.from) === isInside(move.to)) return averageOf(held)
  const cost = costAt(db, item, move)
  const { quantity, value } = isInside(move.to) ? cameIn(held, move.quantity, cost) : wentOut(held, move.quantity, cost)
  if (row) db.update('itemCost', row, { quantity, worth: value })
  else db.insert('itemCost', { itemId: item.id, quantity, worth: value })
  return averageOf({ quantity, value }) ?? averageOf(held)
}

/** None where the average counts. */
function costAt(db: Writer, item: Selectable<ItemTable>, { from, kind, parts, undone }: Revaluing): Decimal | null {
  const [part] = parts
  const ofLot = () => (part === undefined ? item.unitCost : db.get('stockLot', part.lotId).unitCost ?? item.unitCost)
  if (undone) return undone.kind === 'RECEIPT' ? ofLot() : from.kind === 'INTERNAL' ? null : undone.averageCost
  return kind === 'RECEIPT' || kind === 'OPENING' ? (from.kind === 'INTERNAL' ? null : ofLot()) : null
}
