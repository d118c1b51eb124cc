import { addDecimals, compareDecimals, isPositive, maxDecimal, minDecimal, negateDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { features } from '../../shared/features/settings.ts'
import { leftOf } from '../../shared/warehouse/debt-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { piecesOf } from '../planning/targets.ts'
import { needsOf, partFor } from '../planning/work-order-needs.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { balanceAt } from '../warehouse/balances.ts'
import { basePlace } from '../warehouse/places.ts'
import { invalid, stockShort } from '../warehouse/refusals.ts'
import { moveStock, undoMove, type Move } from '../warehouse/stock.ts'
import { keptForWork, revisionsBefore } from '../warehouse/work-order-stock.ts'

const movesOf = planned((of: { id: string }) => sql.selectFrom('stockMove').selectAll().where('documentEntity', '=', 'workOrder').where('documentId', '=', of.id))
const keptAt = planned((of: { id: string; itemId: string }) =>
  sql.selectFrom('materialAllocation').select('locationId').where('workOrderId', '=', of.id).where('itemId', '=', of.itemId))
const boardOf = planned((of: { sectionId: string }) => sql.selectFrom('kanbanBoard').select('storeLocationId').where('sectionId', '=', of.sectionId))
const storesOf = planned((of: { sectionId: string }) =>
  sql.selectFrom('location').select('id').where('sectionId', '=', of.sectionId).where('kind', '=', 'INTERNAL').where('isActive', '=', true))

/** What is taken of an item from one place, on a debt where its stock does not give it. */
interface Taking { readonly itemId: string; readonly locationId: string; readonly quantity: Decimal; readonly debtId?: string }

/**
 * WH-3: brings what a work order has used to what its good and rejected pieces take by the order's BOM, whatever was
 * entered, changed or taken back. Material comes from the section's own store, then from what is kept for the work order and
 * is free beside it, then from a debt that names it. Where output does not call for material (`features.backflush`), it is
 * only given back. What the stores issued for it into production at once is used already. Throws `stock-short` with every material that is short and the work order
 * that a debt for it has to name, also where that was unlocked without its material.
 */
export function settleMaterials(context: CommandContext, workOrder: WorkOrderRow): void {
  const { db, settings } = context
  const needs = needsOf(db, partFor(context, workOrder), piecesOf(addDecimals(workOrder.goodQuantity, workOrder.rejectQuantity)))
  const moves = Map.groupBy(openMoves(db, workOrder), ({ itemId }) => itemId)
  const issued = issuedByOthers(db, workOrder)
  const wanted = [...needs].map(([itemId, needed]) => {
    const open = maxDecimal(zero, subtractDecimals(needed, issued.get(itemId) ?? zero))
    return { itemId, quantity: subtractDecimals(open, giveBack(context, workOrder, moves.get(itemId) ?? [], open)) }
  })
  if (settings.get(features.backflush)) useUp(context, workOrder, wanted.filter(({ quantity }) => isPositive(quantity)))
}

/** What output has taken for a work order, or for what it revises, and was not given back, the newest first. */
function openMoves(db: Reader, workOrder: WorkOrderRow): Move[] {
  const moves = revisionsBefore(db, workOrder).flatMap(({ id }) => db.all(movesOf({ id }))).toSorted((a, b) => b.seq - a.seq)
  const undone = new Set(moves.map(({ reverses }) => reverses))
  return moves.filter(({ seq, kind, reverses }) => kind === 'ISSUE' && reverses === null && !undone.has(seq))
}

/** What requisitions and debts for a work order, or for what it revises, took into production, less what came back, by item. */
function issuedByOthers(db: Reader, workOrder: WorkOrderRow): ReadonlyMap<string, Decimal> {
  const ids = revisionsBefore(db, workOrder).map(({ id }) => id)
  const place = basePlace(db, 'PRODUCTION').id
  const moves = db.all(
    sql.selectFrom('stockMove').select(['itemId', 'quantity', 'toLocationId']).where('workOrderId', 'in', ids)
      .where(({ or, eb }) => or([eb('documentEntity', 'is', null), eb('documentEntity', '<>', 'workOrder')])).where(({ or, eb }) => or([eb('fromLocationId', '=', place), eb('toLocationId', '=', place)])),
  )
  const signed = moves.map(({ itemId, quantity, toLocationId }) => ({ itemId, quantity: toLocationId === place ? quantity : negateDecimal(quantity) }))
  return new Map([...Map.groupBy(signed, ({ itemId }) => itemId)].map(([itemId, own]) => [itemId, sumDecimals(own.map(({ quantity }) => quantity))]))
}

/** Undoes the newest moves until no more is used than needed; answers how much still is. */
function giveBack(context: CommandContext, { number }: WorkOrderRow, moves: readonly Move[], needed: Decimal): Decimal {
  let used = sumDecimals(moves.map(({ quantity }) => quantity))
  for (const move of moves) {
    if (compareDecimals(used, needed) <= 0) break
    undoMove(context, move, number)
    used = subtractDecimals(used, move.quantity)
  }
  return used
}

function useUp(context: CommandContext, workOrder: WorkOrderRow, wanted: readonly { readonly itemId: string; readonly quantity: Decimal }[]): void {
  const { db } = context
  const plans = wanted.map(({ itemId, quantity }) => planTaking(db, workOrder, itemId, quantity))
  const shorts = plans.flatMap(({ short }) => (short ? [short.params] : []))
  if (shorts[0]) throw new AppError('stock-short', { ...shorts[0], shorts, workOrder: workOrder.number })
  const toLocationId = basePlace(db, 'PRODUCTION').id
  for (const { locationId, ...taking } of plans.flatMap(({ takings }) => takings)) {
    moveStock(context, { ...taking, fromLocationId: locationId, toLocationId, kind: 'ISSUE', documentEntity: 'workOrder', documentId: workOrder.id, documentNumber: workOrder.number })
  }
}

/**
 * What is kept for the work order goes before what the own store gives: each move frees what it keeps beyond its need, and a card of the store (KB-4)
 * may be given that at once. A debt makes up what is left.
 */
function planTaking(db: Reader, workOrder: WorkOrderRow, itemId: string, quantity: Decimal): { readonly takings: readonly Taking[]; readonly short?: AppError } {
  const places = placesFor(db, workOrder, itemId)
  const takings: Taking[] = []
  let rest = quantity
  const take = (taking: Omit<Taking, 'itemId' | 'quantity'>, most: Decimal) => {
    const taken = minDecimal(rest, maxDecimal(zero, most))
    if (isPositive(taken)) takings.push({ ...taking, itemId, quantity: taken })
    rest = subtractDecimals(rest, taken)
  }
  const atPlace = (locationId: string) => addDecimals(maxDecimal(zero, balanceAt(db, itemId, locationId).available), keptForWork(db, workOrder.id, { itemId, locationId }))
  for (const locationId of places) take({ locationId }, atPlace(locationId))
  const debts = isPositive(rest) ? debtsOf(db, workOrder, itemId) : []
  for (const debt of debts) take({ locationId: debt.locationId, debtId: debt.id }, leftOf(debt))
  if (!isPositive(rest)) return { takings: [...takings.filter(({ debtId }) => debtId === undefined).toReversed(), ...takings.filter(({ debtId }) => debtId !== undefined)] }
  const place = places.at(-1)
  if (place === undefined) throw invalid('goodQuantity', 'warehouse.issues.which-store')
  return { takings, short: stockShort(db, itemId, place, quantity, subtractDecimals(quantity, rest)) }
}

/** The section's own store, then where its need is kept. */
function placesFor(db: Reader, { id, sectionId }: WorkOrderRow, itemId: string): string[] {
  const kept = db.first(keptAt({ id, itemId }))
  return [...new Set([ownStore(db, sectionId), kept?.locationId].filter(place => place !== undefined))]
}

function ownStore(db: Reader, sectionId: string): string | undefined {
  const board = db.first(boardOf({ sectionId }))
  if (board) return board.storeLocationId
  const stores = db.all(storesOf({ sectionId }))
  return stores.length === 1 ? stores[0]?.id : undefined
}

function debtsOf(db: Reader, workOrder: WorkOrderRow, itemId: string) {
  const numbers = revisionsBefore(db, workOrder).map(({ number }) => number)
  return db.all(
    sql.selectFrom('materialDebt').selectAll().where('workOrderNumber', 'in', numbers).where('itemId', '=', itemId).where('approvedAt', 'is not', null).where('writtenOffAt', 'is', null)
      .orderBy('approvedAt'),
  )
}
