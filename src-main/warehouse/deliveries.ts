import { isPositive, minDecimal, type Decimal } from '../../shared/core/decimal.ts'
import type { Entity } from '../../shared/core/entities.ts'
import type { CommandContext } from '../core/handlers.ts'
import { balanceAt } from './balances.ts'
import { basePlace } from './places.ts'
import { reserveStock } from './reservations.ts'
import { moveStock, type Move } from './stock.ts'

/** Whatever asks the stores for goods: a kanban card, a requisition. */
export interface Order { readonly entity: Entity; readonly id: string; readonly number: string; readonly sectionId: string }
export interface Delivery {
  readonly order: Order
  readonly itemId: string
  readonly quantity: Decimal
  readonly fromLocationId: string
  /** The section's store; none where it is used up at once. */
  readonly toLocationId: string | null
  readonly debtId?: string | undefined
}

/** The one way in which the stores hand goods over to a section. What is kept for the order is taken first. Throws what `moveStock` throws. */
export function deliver(context: CommandContext, { order, itemId, quantity, fromLocationId, toLocationId, debtId }: Delivery): Move {
  return moveStock(context, {
    itemId, quantity, fromLocationId, toLocationId: toLocationId ?? basePlace(context.db, 'PRODUCTION').id, kind: toLocationId === null ? 'ISSUE' : 'TRANSFER', debtId,
    documentEntity: order.entity, documentId: order.id, documentNumber: order.number,
  })
}

/** Keeps what is available at a place for an order, at most `quantity`. */
export function keepAvailable(context: CommandContext, { entity, id, number, sectionId }: Order, itemId: string, locationId: string, quantity: Decimal): void {
  const kept = minDecimal(quantity, balanceAt(context.db, itemId, locationId).available)
  if (!isPositive(kept)) return
  reserveStock(context, { itemId, locationId, sectionId, quantity: kept, documentEntity: entity, documentId: id, documentNumber: number })
}
