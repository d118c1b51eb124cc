import { addDecimals, isPositive, maxDecimal, minDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { freePart, keepAvailable, reservedFor, type Order, type Place } from './reservations.ts'
import { keptForWork, openNeedOf, revisionsBefore, type OpenNeed } from './work-order-stock.ts'

/** Who asks the stores for an item at a place: an approved card, a line of an approved requisition. `rest` is what it was not given yet. */
export interface Asker {
  readonly order: Order
  readonly itemId: string
  readonly locationId: string
  readonly rest: Decimal
  /** What it is for, as it was revised last. */
  readonly workOrderId: string | undefined
}

/** What an asker may be given of what is kept: its own, and all that is kept for its work order. */
export function keptForAsker(db: Reader, asker: Asker): Decimal {
  return addDecimals(ownOf(db, asker), keptForWork(db, asker.workOrderId, asker))
}

/** The same without what the others who ask for that work order count upon (PL-14): what is kept once is promised once. */
export function promisedTo(db: Reader, asker: Asker): Decimal {
  const left = subtractDecimals(keptForWork(db, asker.workOrderId, asker), countedUponByOthers(db, asker, asker.order.id))
  return addDecimals(ownOf(db, asker), maxDecimal(zero, left))
}

/** Keeps so much more for an asker, as far as that is there and nothing is promised to it yet. */
export function keepForAsker(context: CommandContext, asker: Asker, quantity: Decimal): void {
  const bare = maxDecimal(zero, subtractDecimals(asker.rest, promisedTo(context.db, asker)))
  keepAvailable(context, asker.order, asker.itemId, asker.locationId, minDecimal(quantity, bare))
}

/** How much of what is kept for a work order others than this document count upon, because it is not kept for themselves. */
export function countedUponByOthers(db: Reader, { workOrderId, ...at }: Pick<Asker, 'workOrderId' | 'itemId' | 'locationId'>, documentId: string): Decimal {
  if (workOrderId === undefined) return zero
  const others = askersFor(db, workOrderId, at).filter(({ order }) => order.id !== documentId)
  return sumDecimals(others.map(other => maxDecimal(zero, subtractDecimals(other.rest, ownOf(db, other)))))
}

/**
 * PL-14: once goods have moved for a work order, no more is kept for it than it needs now, and it misses no more than it did `before` as far as the stock gives
 * that. What is freed is kept for those who were approved in reliance on it, the first who asked before the others.
 */
export function keepWhatIsNeeded(context: CommandContext, before: OpenNeed | undefined): void {
  const after = before && openNeedOf(context.db, before.place.documentId, before.place.itemId)
  if (!after) return
  const { order, place, needed, kept } = after
  const surplus = subtractDecimals(kept, needed)
  if (isPositive(surplus)) {
    freePart(context, place, surplus)
    for (const asker of askersFor(context.db, order.id, place)) keepForAsker(context, asker, surplus)
  } else keepAvailable(context, order, place.itemId, place.locationId, subtractDecimals(missingFor(after), missingFor(before)))
}

function missingFor({ needed, kept }: OpenNeed): Decimal {
  return maxDecimal(zero, subtractDecimals(needed, kept))
}

function ownOf(db: Reader, { order, itemId, locationId }: Asker): Decimal {
  return reservedFor(db, { documentEntity: order.entity, documentId: order.id, itemId, locationId })
}

interface Named extends Pick<Place, 'itemId' | 'locationId'> { readonly workOrderId: string }

const cards = planned((of: Named) => sql.selectFrom('kanbanCard').innerJoin('kanbanBoard', 'kanbanBoard.sectionId', 'kanbanCard.sectionId')
  .select(['kanbanCard.id', 'kanbanCard.number', 'kanbanCard.sectionId', 'kanbanCard.createdAt', 'kanbanCard.quantity', 'kanbanCard.fulfilled as given'])
  .where('kanbanCard.workOrderId', '=', of.workOrderId).where('kanbanCard.itemId', '=', of.itemId).where('kanbanBoard.supplyLocationId', '=', of.locationId)
  .where('kanbanCard.status', 'in', ['APPROVED', 'IN_PROGRESS']))

const requisitionLines = planned((of: Named & { number: string; sectionId: string }) => sql.selectFrom('requisitionLine')
  .innerJoin('requisition', 'requisition.id', 'requisitionLine.requisitionId')
  .select(['requisition.id', 'requisition.number', 'requisition.sectionId', 'requisition.createdAt', 'requisitionLine.quantity', 'requisitionLine.issued as given'])
  .where('requisition.workOrderNumber', '=', of.number).where('requisition.sectionId', '=', of.sectionId).where('requisition.status', '=', 'APPROVED')
  .where('requisition.supplyLocationId', '=', of.locationId).where('requisitionLine.itemId', '=', of.itemId))

/** All who ask for a work order, also those that named what it revises; the first who asked before the others. */
function askersFor(db: Reader, workOrderId: string, { itemId, locationId }: Pick<Place, 'itemId' | 'locationId'>): Asker[] {
  const { sectionId, ...workOrder } = db.get('workOrder', workOrderId)
  const rows = revisionsBefore(db, workOrder).flatMap(({ id, number }) => {
    const of = { workOrderId: id, number, sectionId, itemId, locationId }
    return [
      ...db.all(cards(of)).map(row => ({ ...row, entity: 'kanbanCard' as const })),
      ...db.all(requisitionLines(of)).map(row => ({ ...row, entity: 'requisition' as const })),
    ]
  })
  return rows.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.number.localeCompare(b.number)).map(({ quantity, given, createdAt: _, ...order }) => (
    { order, itemId, locationId, rest: subtractDecimals(quantity, given), workOrderId }
  ))
}
