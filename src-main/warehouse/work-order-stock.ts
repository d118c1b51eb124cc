import type { Selectable } from 'kysely'
import { addDecimals, maxDecimal, negateDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { openWorkOrders, workOrderAfter, type WorkOrderStatus } from '../../shared/planning/rules.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { ManufacturingOrderTable, WorkOrderTable } from '../database/tables.ts'
import { basePlace } from './places.ts'
import { invalid } from './refusals.ts'
import { reservedFor, type Order, type Place } from './reservations.ts'

type WorkOrder = Pick<Selectable<WorkOrderTable>, 'id' | 'number' | 'parentId'>

const revisionOf = planned((of: { id: string }) => sql.selectFrom('workOrder').select('id').where('parentId', '=', of.id))
const numbered = planned((by: { number: string }) => sql.selectFrom('workOrder').select(['id', 'sectionId']).where('number', '=', by.number))

/** The work order that a section's document names, as it was revised last; none where the number is no work order of the section. */
export function workOrderNamed(db: Reader, sectionId: string, number: string): string | undefined {
  const named = number === '' ? undefined : db.first(numbered({ number }))
  return named?.sectionId === sectionId ? newestOf(db, named.id) : undefined
}

/** Whether a number is that of another section's work order. */
function isForeignWorkOrder(db: Reader, sectionId: string, number: string): boolean {
  const named = number === '' ? undefined : db.first(numbered({ number }))
  return named !== undefined && named.sectionId !== sectionId
}

/** Throws `invalid-input` for another section's work order. */
export function requireOwnWorkOrder(db: Reader, sectionId: string, number: string): void {
  if (isForeignWorkOrder(db, sectionId, number)) throw invalid('workOrderNumber', 'warehouse.issues.other-section-work-order')
}

/** A work order as it was revised last. */
export function newestOf(db: Reader, id: string): string {
  const revision = db.first(revisionOf({ id }))
  return revision ? newestOf(db, revision.id) : id
}

/** PL-21: neither what another work order replaced nor what is of an order that is over takes anything more. Throws `wrong-state`. */
export function requireOpenWorkOrder(
  db: Reader, { id, number, status, manufacturingOrderId }: Pick<Selectable<WorkOrderTable>, 'id' | 'number' | 'status' | 'manufacturingOrderId'>,
): void {
  if (workOrderAfter(status, 'enter') === undefined) throw new AppError('wrong-state', { entity: 'workOrder', id, number, status })
  requireOpenOrder(db, manufacturingOrderId)
}

/** Whether it takes anything more (PL-21). */
export function takesMore(db: Reader, id: string): boolean {
  const { status, manufacturingOrderId } = db.get('workOrder', id)
  return workOrderAfter(status, 'enter') !== undefined && !isOver(db.get('manufacturingOrder', manufacturingOrderId))
}

/** A work order that goods may be named for: open, and of the section where one is given. Throws `invalid-input`, `wrong-state` (PL-21). */
export function openWorkOrder(db: Reader, id: string, sectionId?: string): Selectable<WorkOrderTable> {
  const workOrder = db.get('workOrder', id)
  if (sectionId !== undefined && workOrder.sectionId !== sectionId) throw invalid('workOrderId', 'warehouse.issues.other-section-work-order')
  requireOpenWorkOrder(db, workOrder)
  return workOrder
}

/** PL-21: nothing more is done with an order that is completed or cancelled. Throws `wrong-state`. */
export function requireOpenOrder(db: Reader, manufacturingOrderId: string): void {
  const order = db.get('manufacturingOrder', manufacturingOrderId)
  const { id, number, status } = order
  if (isOver(order)) throw new AppError('wrong-state', { entity: 'manufacturingOrder', id, number, status })
}

function isOver({ status }: Pick<Selectable<ManufacturingOrderTable>, 'status'>): boolean {
  return status === 'COMPLETED' || status === 'CANCELLED'
}

/** A work order and what it revises. */
export function revisionsBefore(db: Reader, workOrder: WorkOrder): WorkOrder[] {
  return [workOrder, ...(workOrder.parentId === null ? [] : revisionsBefore(db, db.get('workOrder', workOrder.parentId)))]
}

const movesFor = planned((given: { workOrderId: string; itemId: string }) =>
  sql.selectFrom('stockMove').select(['fromLocationId', 'toLocationId', 'quantity']).where('workOrderId', '=', given.workOrderId)
    .where('itemId', '=', given.itemId))

/** What a work order has been given, out of whichever store; what was brought to its section's store and is used up out of that counts once. */
export function givenTo(db: Reader, workOrder: WorkOrder, itemId: string): Decimal {
  const left = new Map<string, Decimal>()
  for (const { id } of revisionsBefore(db, workOrder)) {
    for (const { fromLocationId, toLocationId, quantity } of db.all(movesFor({ workOrderId: id, itemId }))) {
      left.set(fromLocationId, addDecimals(left.get(fromLocationId) ?? zero, quantity))
      left.set(toLocationId, subtractDecimals(left.get(toLocationId) ?? zero, quantity))
    }
  }
  return sumDecimals([...left].filter(([locationId]) => db.get('location', locationId).kind === 'INTERNAL').map(([, quantity]) => maxDecimal(zero, quantity)))
}

const movesOfWork = planned((of: { workOrderId: string }) =>
  sql.selectFrom('stockMove').select(['itemId', 'quantity', 'fromLocationId', 'toLocationId', 'documentEntity']).where('workOrderId', '=', of.workOrderId))

/** What went into production for a work order, or for what it revises, less what came back, by item; of those moves that are meant. */
export function usedFor(
  db: Reader, workOrder: WorkOrder, isMeant: (move: { readonly documentEntity: string | null }) => boolean = () => true,
): ReadonlyMap<string, Decimal> {
  const place = basePlace(db, 'PRODUCTION').id
  const moves = revisionsBefore(db, workOrder).flatMap(({ id }) => db.all(movesOfWork({ workOrderId: id }))).filter(isMeant)
  const signed = moves.flatMap(({ itemId, quantity, fromLocationId, toLocationId }) =>
    toLocationId === place ? [{ itemId, quantity }] : fromLocationId === place ? [{ itemId, quantity: negateDecimal(quantity) }] : [])
  return new Map([...Map.groupBy(signed, ({ itemId }) => itemId)].map(([itemId, own]) => [itemId, sumDecimals(own.map(({ quantity }) => quantity))]))
}

/** What is kept for a work order, or for none, at a place. */
export function keptForWork(db: Reader, workOrderId: string | undefined, place: Pick<Place, 'itemId' | 'locationId'>): Decimal {
  return workOrderId === undefined ? zero : reservedFor(db, workPlace(workOrderId, place))
}

export function workPlace(workOrderId: string, { itemId, locationId }: Pick<Place, 'itemId' | 'locationId'>): Place {
  return { documentEntity: 'workOrder', documentId: workOrderId, itemId, locationId }
}

const allocationOf = planned((of: { workOrderId: string; itemId: string }) =>
  sql.selectFrom('materialAllocation').selectAll().where('workOrderId', '=', of.workOrderId).where('itemId', '=', of.itemId))

/** What an open work order needs of an item in all; nothing where it is over, or was never reckoned with that item. */
export function requiredFor(db: Reader, workOrderId: string, itemId: string): Decimal | undefined {
  return isOpen(db.get('workOrder', workOrderId)) ? db.first(allocationOf({ workOrderId, itemId }))?.required : undefined
}

/** What a work order still needs of an item, and how much of that is kept for it. */
export interface OpenNeed { readonly order: Order; readonly place: Place; readonly needed: Decimal; readonly kept: Decimal }

/** None where it was never reckoned with that item. */
export function openNeedOf(db: Reader, movedForId: string, itemId: string): OpenNeed | undefined {
  const workOrder = db.get('workOrder', newestOf(db, movedForId))
  const allocation = db.first(allocationOf({ workOrderId: workOrder.id, itemId }))
  if (!allocation) return undefined
  const place = workPlace(workOrder.id, allocation)
  const needed = isOpen(workOrder) ? maxDecimal(zero, subtractDecimals(allocation.required, givenTo(db, workOrder, itemId))) : zero
  return { order: { entity: 'workOrder', ...workOrder }, place, needed, kept: reservedFor(db, place) }
}

function isOpen({ status }: { readonly status: WorkOrderStatus }): boolean {
  return (openWorkOrders as readonly WorkOrderStatus[]).includes(status)
}

/** The work order that a debt was asked for. */
export function workOrderOfDebt(db: Reader, debtId: string): string | undefined {
  const { sectionId, workOrderNumber } = db.get('materialDebt', debtId)
  return workOrderNamed(db, sectionId, workOrderNumber)
}
