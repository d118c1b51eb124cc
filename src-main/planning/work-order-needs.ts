import type { Decimal } from '../../shared/core/decimal.ts'
import { addRationals, multiplyRationals, rational, toPlaces } from '../../shared/core/rational.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { keptParts, partsNow, type OrderPart } from './order-parts.ts'
import { partOfOrder, type WorkOrderRow } from './work-order-rows.ts'

/** What so many pieces take of what is bought, by the order's own BOM, as finely as each is counted. */
export function needsOf(db: Reader, part: OrderPart | undefined, pieces: number): ReadonlyMap<string, Decimal> {
  const bought = Map.groupBy((part?.materials ?? []).filter(({ isMade }) => !isMade), ({ itemId }) => itemId)
  return new Map([...bought].map(([itemId, lines]) => {
    const required = multiplyRationals(rational(BigInt(pieces)), addRationals(...lines.map(({ perArticle }) => perArticle)))
    return [itemId, toPlaces(required, db.get('unit', db.get('item', itemId).unitId).places, 'ceiling')]
  }))
}

/** The part that a work order puts out; where another article is made in its place, that one by its BOM in force. Throws `no-bom`. */
export function partFor(
  context: Pick<QueryContext, 'db' | 'settings'>,
  workOrder: Pick<WorkOrderRow, 'manufacturingOrderId' | 'itemId' | 'plannedItemId'>,
): OrderPart | undefined {
  const planned = keptParts(context.db, workOrder.manufacturingOrderId).find(({ itemId }) => itemId === partOfOrder(workOrder))
  if (workOrder.itemId === null || workOrder.plannedItemId === null) return planned
  const own = partsNow(context, workOrder.itemId).find(({ itemId }) => itemId === workOrder.itemId)
  const perArticle = planned?.perArticle ?? rational(1n)
  return (
    own && {
      ...own,
      perArticle,
      materials: own.materials.map(material => ({ ...material, perArticle: multiplyRationals(material.perArticle, perArticle) })),
    }
  )
}
