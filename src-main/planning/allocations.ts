import {
  addDecimals,
  compareDecimals,
  isPositive,
  maxDecimal,
  minDecimal,
  subtractDecimals,
  sumDecimals,
  zero,
  type Decimal,
} from '../../shared/core/decimal.ts'
import type { AllocationState } from '../../shared/planning/rules.ts'
import { leftOf } from '../../shared/warehouse/debt-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { balanceAt } from '../warehouse/balances.ts'
import { freePart, keepAvailable, reservedFor } from '../warehouse/reservations.ts'
import { givenTo, revisionsBefore } from '../warehouse/work-order-stock.ts'
import type { WorkOrderRow } from './work-order-rows.ts'

/** PL-14: keeps what there is of everything a work order needs, the oldest lots first; what is missing is told by its state. */
export function allocate(context: CommandContext, workOrder: WorkOrderRow, needs: ReadonlyMap<string, Decimal>): void {
  const { db } = context
  const { id, number, sectionId } = workOrder
  for (const [itemId, required] of needs) {
    const locationId = supplyOf(db, sectionId, itemId)
    db.insert('materialAllocation', { workOrderId: id, sectionId, itemId, locationId, required })
    keepAvailable(context, { entity: 'workOrder', id, number, sectionId }, itemId, locationId, required)
  }
}

/**
 * Whence a section is supplied: as its kanban board says, else the store of its own or of the whole factory that has most of the item, else
 * the factory’s first.
 */
function supplyOf(db: Reader, sectionId: string, itemId: string): string {
  const board = db.first(sql.selectFrom('kanbanBoard').select('supplyLocationId').where('sectionId', '=', sectionId))
  if (board) return board.supplyLocationId
  const fullest = db.first(
    sql
      .selectFrom('stockBalance')
      .innerJoin('location', 'location.id', 'stockBalance.locationId')
      .select('location.id')
      .where('stockBalance.itemId', '=', itemId)
      .where('location.kind', '=', 'INTERNAL')
      .where(({ or, eb }) => or([eb('location.sectionId', 'is', null), eb('location.sectionId', '=', sectionId)]))
      .where('location.isActive', '=', true)
      .orderBy('stockBalance.onHand', 'desc')
      .orderBy('location.code'),
  )
  return (
    fullest?.id ??
    db.one(
      sql
        .selectFrom('location')
        .select('id')
        .where('kind', '=', 'INTERNAL')
        .where('sectionId', 'is', null)
        .where('isActive', '=', true)
        .orderBy('createdAt')
        .orderBy('code')
        .limit(1),
    ).id
  )
}

export interface AllocationRow {
  readonly itemId: string
  readonly locationId: string
  readonly required: Decimal
  readonly allocated: Decimal
  readonly given: Decimal
  readonly missing: Decimal
  readonly state: AllocationState
}

/** How far each need of a work order has been given to it or is kept for it; what is short may be made up by a debt that names it and is approved. */
export function allocationsOf(db: Reader, workOrder: Pick<WorkOrderRow, 'id' | 'number' | 'parentId' | 'sectionId'>): AllocationRow[] {
  const { id } = workOrder
  return db.all(sql.selectFrom('materialAllocation').selectAll().where('workOrderId', '=', id).orderBy('id')).map(({ itemId, locationId, required }) => {
    const allocated = reservedFor(db, { documentEntity: 'workOrder', documentId: id, itemId, locationId })
    const given = givenTo(db, workOrder, itemId)
    const missing = maxDecimal(zero, subtractDecimals(required, addDecimals(allocated, given)))
    return { itemId, locationId, required, allocated, given, missing, state: stateOf(missing, debtFor(db, workOrder, itemId)) }
  })
}

function stateOf(missing: Decimal, debt: Decimal): AllocationState {
  if (!isPositive(missing)) return 'ALLOCATED'
  return compareDecimals(debt, missing) >= 0 ? 'DEBT' : 'PARTIAL'
}

/** What may still be taken on debts for it: what has been is given to it already. */
function debtFor(db: Reader, workOrder: Pick<WorkOrderRow, 'id' | 'number' | 'parentId' | 'sectionId'>, itemId: string): Decimal {
  const numbers = revisionsBefore(db, workOrder).map(({ number }) => number)
  const debts = db.all(
    sql
      .selectFrom('materialDebt')
      .selectAll()
      .where('sectionId', '=', workOrder.sectionId)
      .where('workOrderNumber', 'in', numbers)
      .where('itemId', '=', itemId)
      .where('approvedAt', 'is not', null)
      .where('writtenOffAt', 'is', null),
  )
  return sumDecimals(debts.map(leftOf))
}

/** Keeps what has come in since for what is still missing. */
export function allocateRest(context: CommandContext, workOrder: WorkOrderRow): void {
  const { id, number, sectionId } = workOrder
  for (const { itemId, locationId, missing } of allocationsOf(context.db, workOrder)) {
    const wanted = minDecimal(missing, balanceAt(context.db, itemId, locationId).available)
    if (isPositive(wanted)) keepAvailable(context, { entity: 'workOrder', id, number, sectionId }, itemId, locationId, wanted)
  }
}

/** Makes what is kept for a work order fit what it needs now, beside what it was given: less is given back, more is kept as far as there is any. */
export function refit(context: CommandContext, workOrder: WorkOrderRow, needs: ReadonlyMap<string, Decimal>): void {
  const { db } = context
  const known = db.all(sql.selectFrom('materialAllocation').selectAll().where('workOrderId', '=', workOrder.id))
  for (const { id, version, itemId, locationId, required: before } of known) {
    const required = needs.get(itemId)
    const place = { documentEntity: 'workOrder', documentId: workOrder.id, itemId, locationId }
    const kept = reservedFor(db, place)
    const beyond = minDecimal(kept, subtractDecimals(addDecimals(kept, givenTo(db, workOrder, itemId)), required ?? zero))
    if (isPositive(beyond)) freePart(context, place, beyond)
    if (required === undefined) db.remove('materialAllocation', { id, version })
    else if (required !== before) db.update('materialAllocation', { id, version }, { required })
  }
  allocate(context, workOrder, new Map([...needs].filter(([itemId]) => known.every(row => row.itemId !== itemId))))
  allocateRest(context, workOrder)
}

export interface Shortage { readonly itemId: string; readonly missing: Decimal }

/**
 * PL-22: what would be missing of other needs of the same, beyond what a work order was given, what is kept for it and what is free where it
 * is kept.
 */
export function shortagesOf(db: Reader, workOrder: WorkOrderRow, needs: ReadonlyMap<string, Decimal>): Shortage[] {
  return allocationsOf(db, workOrder).flatMap(({ itemId, locationId, allocated, given, required }) => {
    const covered = addDecimals(addDecimals(allocated, given), balanceAt(db, itemId, locationId).available)
    const missing = subtractDecimals(needs.get(itemId) ?? required, covered)
    return isPositive(missing) ? [{ itemId, missing }] : []
  })
}
