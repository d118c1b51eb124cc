import type { Decimal } from '../../shared/core/decimal.ts'
import type { CommandContext } from '../core/handlers.ts'
import { basePlace } from './places.ts'
import type { Order } from './reservations.ts'
import { moveStock, type Move } from './stock.ts'

export interface Delivery {
  readonly order: Order
  readonly itemId: string
  readonly quantity: Decimal
  readonly fromLocationId: string
  /** The section's store; none where it is used up at once. */
  readonly toLocationId: string | null
  readonly debtId?: string | undefined
  /** What it is for: what is kept for that goes before what is kept for the order. */
  readonly workOrderId?: string | undefined
}

/** The one way in which the stores hand goods over to a section. What is kept for the order is taken first. Throws what `moveStock` throws. */
export function deliver(context: CommandContext, { order, itemId, quantity, fromLocationId, toLocationId, debtId, workOrderId }: Delivery): Move {
  return moveStock(context, {
    itemId, quantity, fromLocationId, toLocationId: toLocationId ?? basePlace(context.db, 'PRODUCTION').id, kind: toLocationId === null ? 'ISSUE' : 'TRANSFER',
    debtId, workOrderId,
    documentEntity: order.entity, documentId: order.id, documentNumber: order.number,
  })
}
