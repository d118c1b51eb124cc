import { restOfLine } from '../../shared/warehouse/requisition-rules.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import type { Order } from './reservations.ts'
import type { Line, Requisition } from './requisitions.ts'
import { keepForAsker, type Asker } from './work-order-askers.ts'
import { workOrderNamed } from './work-order-stock.ts'

type Asking = Pick<Requisition, 'id' | 'number' | 'sectionId' | 'supplyLocationId' | 'workOrderNumber'>

/** A requisition as what the stores deliver for. */
export function orderOf({ id, number, sectionId }: Asking): Order {
  return { entity: 'requisition', id, number, sectionId }
}

export function askerOf(db: Reader, requisition: Asking, line: Pick<Line, 'itemId' | 'quantity' | 'issued'>): Asker {
  const { sectionId, supplyLocationId: locationId, workOrderNumber } = requisition
  const workOrderId = workOrderNamed(db, sectionId, workOrderNumber)
  return { order: orderOf(requisition), itemId: line.itemId, locationId, rest: restOfLine(line), workOrderId }
}

/** Keeps so much more for a line, as far as that is there and nothing is promised to it yet (PL-14). */
export function keepForLine(context: CommandContext, requisition: Asking, line: Line, quantity: Decimal): void {
  keepForAsker(context, askerOf(context.db, requisition, line), quantity)
}
