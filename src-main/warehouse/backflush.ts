import {
  addDecimals, compareDecimals, isPositive, maxDecimal, minDecimal, subtractDecimals, sumDecimals, zero, type Decimal,
} from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { features } from '../../shared/features/settings.ts'
import { leftOf } from '../../shared/warehouse/debt-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { piecesOf } from '../planning/targets.ts'
import { needsOf, partFor } from '../planning/work-order-needs.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { balanceAt } from './balances.ts'
import { basePlace } from './places.ts'
import { invalid, stockShort } from './refusals.ts'
import { moveStock, undoMove, type Move, type NewMove } from './stock.ts'
import { keptForWork, revisionsBefore, usedFor } from './work-order-stock.ts'

const movesOf = planned((of: { id: string }) => sql.selectFrom('stockMove').selectAll().where('documentEntity', '=', 'workOrder')
  .where('documentId', '=', of.id))
const keptAt = planned((of: { id: string; itemId: string }) =>
  sql.selectFrom('materialAllocation').select('locationId').where('workOrderId', '=', of.id).where('itemId', '=', of.itemId))
const boardOf = planned((of: { sectionId: string }) => sql.selectFrom('kanbanBoard').select('storeLocationId').where('sectionId', '=', of.sectionId))
const storesOf = planned((of: { sectionId: string }) =>
  sql.selectFrom('location').select('id').where('sectionId', '=', of.sectionId).where('kind', '=', 'INTERNAL').where('isActive', '=', true))

/** A material that is used up; of one lot, or on one debt, where that is said. */
export interface UsedMaterial { readonly itemId: string; readonly quantity: Decimal; readonly lotId?: string | undefined; readonly debtId?: string | undefined }
export interface Use extends Pick<NewMove, 'documentEntity' | 'documentId' | 'documentNumber' | 'note'> {
  readonly sectionId: string
  /** Out of this store alone; else out of the section's own, and then where it is kept for the work order. */
  readonly locationId?: string | undefined
  readonly lines: readonly UsedMaterial[]
  /** What it is used for: what is kept for it is taken first (PL-14). */
  readonly workOrder?: Pick<WorkOrderRow, 'id' | 'number' | 'parentId'> | undefined
}

/** What is taken of an item from one place, on a debt where its stock does not give it. */
interface Taking extends UsedMaterial { readonly locationId: string }

/**
 * WH-3: brings what a work order has used to what its good and rejected pieces take by the order's BOM, whatever was entered, changed or taken back. What was
 * used for it by hand, or handed over into production, counts as used already. Where output does not call for material (`features.backflush`), it is only given
 * back. Throws what `useUp` throws.
 */
export function settleOutput(context: CommandContext, workOrder: WorkOrderRow): void {
  const { db, settings } = context
  const needs = needsOf(db, partFor(context, workOrder), piecesOf(addDecimals(workOrder.goodQuantity, workOrder.rejectQuantity)))
  const moves = Map.groupBy(openMoves(db, workOrder), ({ itemId }) => itemId)
  const byOthers = usedFor(db, workOrder, ({ documentEntity }) => documentEntity !== 'workOrder')
  const lines = [...needs].map(([itemId, needed]) => {
    const open = maxDecimal(zero, subtractDecimals(needed, byOthers.get(itemId) ?? zero))
    return { itemId, quantity: subtractDecimals(open, giveBack(context, workOrder, moves.get(itemId) ?? [], open)) }
  }).filter(({ quantity }) => isPositive(quantity))
  if (!settings.get(features.backflush)) return
  useUp(context, { sectionId: workOrder.sectionId, workOrder, lines, documentEntity: 'workOrder', documentId: workOrder.id, documentNumber: workOrder.number })
}

/** What output has taken for a work order, or for what it revises, and was not given back, the newest first. */
function openMoves(db: Reader, workOrder: WorkOrderRow): Move[] {
  const moves = revisionsBefore(db, workOrder).flatMap(({ id }) => db.all(movesOf({ id }))).toSorted((a, b) => b.seq - a.seq)
  const undone = new Set(moves.map(({ reverses }) => reverses))
  return moves.filter(({ seq, kind, reverses }) => kind === 'ISSUE' && reverses === null && !undone.has(seq))
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

/**
 * WH-3: what a section uses up, all or none. It comes from the section's own store, then from what is kept for the work order and is free beside it, then from
 * a debt that names that. Throws `stock-short` with every material that is short (`shorts`), each with what a debt would have to make up, and the work order
 * that a debt has to name; `invalid-input` where the section has no store, or several and none is named.
 */
export function useUp(context: CommandContext, { sectionId, locationId, lines, workOrder, ...document }: Use): Move[] {
  const { db } = context
  const plans = together(lines).map(
    line => planTaking(db, { sectionId, locationId, workOrder, field: document.documentEntity === 'workOrder' ? 'goodQuantity' : 'locationId' }, line),
  )
  const shorts = plans.flatMap(({ short }) => (short ? [short.params] : []))
  if (shorts[0]) throw new AppError('stock-short', { ...shorts[0], shorts, ...(workOrder && { workOrder: workOrder.number }) })
  const toLocationId = basePlace(db, 'PRODUCTION').id
  return plans.flatMap(({ takings }) => takings).map(({ locationId: fromLocationId, ...taking }) =>
    moveStock(context, { ...document, ...taking, fromLocationId, toLocationId, kind: 'ISSUE', workOrderId: workOrder?.id }))
}

/** One line of each material; what is of a lot of its own, or on a debt, stays by itself. */
function together(lines: readonly UsedMaterial[]): UsedMaterial[] {
  const isPlain = ({ lotId, debtId }: UsedMaterial) => lotId === undefined && debtId === undefined
  const plain = Map.groupBy(lines.filter(isPlain), ({ itemId }) => itemId)
  const sums = [...plain].map(([itemId, own]) => ({ itemId, quantity: sumDecimals(own.map(({ quantity }) => quantity)) }))
  return [...sums, ...lines.filter(line => !isPlain(line))]
}

/** `field`: what of the entry cannot be, where it comes from nowhere. */
interface Asker extends Pick<Use, 'sectionId' | 'locationId' | 'workOrder'> { readonly field: 'goodQuantity' | 'locationId' }
interface Plan { readonly takings: readonly Taking[]; readonly short?: AppError }

/**
 * What is kept for the work order goes before what the own store gives: each move frees what it keeps beyond its need, and a card of the store (KB-4)
 * may be given that at once. A debt makes up what is left. What names its lot or its debt is left to the move.
 */
function planTaking(db: Reader, asker: Asker, { quantity, ...line }: UsedMaterial): Plan {
  const { itemId, lotId, debtId } = line
  const places = placesFor(db, asker, itemId)
  const [first] = places
  if (first === undefined) throw invalid(asker.field, 'warehouse.issues.which-store')
  if (lotId !== undefined || debtId !== undefined) return { takings: [{ ...line, quantity, locationId: first }] }
  const [fromStock, onDebt]: [Taking[], Taking[]] = [[], []]
  let rest = quantity
  const take = (takings: Taking[], from: Omit<Taking, 'itemId' | 'quantity'>, most: Decimal) => {
    const taken = minDecimal(rest, maxDecimal(zero, most))
    if (isPositive(taken)) takings.push({ ...from, itemId, quantity: taken })
    rest = subtractDecimals(rest, taken)
  }
  for (const locationId of places) take(fromStock, { locationId }, availableFor(db, asker, { itemId, locationId }))
  const debts = isPositive(rest) ? debtsOf(db, asker, itemId) : []
  for (const debt of debts) take(onDebt, { locationId: debt.locationId, debtId: debt.id }, leftOf(debt))
  const takings = [...fromStock.toReversed(), ...onDebt]
  return isPositive(rest) ? { takings, short: stockShort(db, itemId, places.at(-1) ?? first, quantity, subtractDecimals(quantity, rest)) } : { takings }
}

function availableFor(db: Reader, { workOrder }: Asker, at: { readonly itemId: string; readonly locationId: string }): Decimal {
  return addDecimals(maxDecimal(zero, balanceAt(db, at.itemId, at.locationId).available), keptForWork(db, workOrder?.id, at))
}

/** The section's own store, then where the work order's need is kept. */
function placesFor(db: Reader, { sectionId, locationId, workOrder }: Asker, itemId: string): string[] {
  if (locationId !== undefined) return [locationId]
  const kept = workOrder && db.first(keptAt({ id: workOrder.id, itemId }))
  return [...new Set([ownStore(db, sectionId), kept?.locationId].filter(place => place !== undefined))]
}

/** A section’s own store; none where nothing says which of several it is. */
export function ownStore(db: Reader, sectionId: string): string | undefined {
  const board = db.first(boardOf({ sectionId }))
  if (board) return board.storeLocationId
  const stores = db.all(storesOf({ sectionId }))
  return stores.length === 1 ? stores[0]?.id : undefined
}

/** Of a store that is named, none: whoever names it takes what is there. */
function debtsOf(db: Reader, { sectionId, locationId, workOrder }: Asker, itemId: string) {
  if (!workOrder || locationId !== undefined) return []
  const numbers = revisionsBefore(db, workOrder).map(({ number }) => number)
  return db.all(
    sql.selectFrom('materialDebt').selectAll().where('sectionId', '=', sectionId).where('workOrderNumber', 'in', numbers).where('itemId', '=', itemId)
      .where('approvedAt', 'is not', null).where('writtenOffAt', 'is', null)
      .orderBy('approvedAt'),
  )
}
