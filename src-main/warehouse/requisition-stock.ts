import { addDecimals, maxDecimal, minDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { restOfLine } from '../../shared/warehouse/requisition-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { keepAvailable, reservedFor, type Order } from './reservations.ts'
import type { Line, Requisition } from './requisitions.ts'
import { keptForWork, workOrderNamed } from './work-order-stock.ts'

type Asking = Pick<Requisition, 'id' | 'number' | 'sectionId' | 'supplyLocationId' | 'workOrderNumber'>

/** A requisition as what the stores deliver for. */
export function orderOf({ id, number, sectionId }: Asking): Order {
  return { entity: 'requisition', id, number, sectionId }
}

/** What is kept of an item for a requisition, or for the work order that it names. */
export function keptForLine(db: Reader, { id, sectionId, supplyLocationId: locationId, workOrderNumber }: Asking, itemId: string): Decimal {
  const own = reservedFor(db, { documentEntity: 'requisition', documentId: id, itemId, locationId })
  return addDecimals(own, keptForWork(db, workOrderNamed(db, sectionId, workOrderNumber), { itemId, locationId }))
}

/** Keeps so much more for a line, as far as that is there and what is kept for its work order does not cover it. */
export function keepForLine(context: CommandContext, requisition: Asking, line: Line, quantity: Decimal): void {
  const uncovered = maxDecimal(zero, subtractDecimals(restOfLine(line), keptForLine(context.db, requisition, line.itemId)))
  keepAvailable(context, orderOf(requisition), line.itemId, requisition.supplyLocationId, minDecimal(quantity, uncovered))
}
