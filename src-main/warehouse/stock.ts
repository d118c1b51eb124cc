import type { Selectable } from 'kysely'
import { addDecimals, isPositive, maxDecimal, negateDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { Entity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { missingOf } from '../../shared/warehouse/debt-rules.ts'
import { availableStock, type MoveKind } from '../../shared/warehouse/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { ItemTable, LocationTable, StockMoveTable } from '../database/tables.ts'
import { replenish } from '../kanban/replenishment.ts'
import { requireOpenPeriod } from '../periods/open-period.ts'
import { addStock, findBalance } from './balances.ts'
import { giveBackDebt, hasSettled, settleDebts, takeOnDebt } from './debt-book.ts'
import { addToLot, createLot, lotOfFound, partsOfMove, pickLots, pickThese, takeParts, writeParts, type LotDetails, type LotPart } from './lots.ts'
import { requireUnfrozen } from './count-scope.ts'
import { revalue } from './item-costs.ts'
import { invalid, stockShort } from './refusals.ts'
import { claimOf, useReservations, type Claim } from './reservations.ts'
import { warnOfLowStock } from './stock-notices.ts'
import { countedUponByOthers, keepWhatIsNeeded } from './work-order-askers.ts'
import { openNeedOf, openWorkOrder, workOrderOfDebt, workPlace } from './work-order-stock.ts'

export { balanceAt } from './balances.ts'
export { releaseStock, reservedFor, reserveStock } from './reservations.ts'

export interface NewMove {
  readonly itemId: string
  readonly quantity: Decimal
  readonly fromLocationId: string
  readonly toLocationId: string
  readonly kind: MoveKind
  /** The document that moves it. */
  readonly documentEntity?: Entity
  readonly documentId?: string
  /** The document's number as it reads now. */
  readonly documentNumber?: string
  readonly note?: string
  /** Of this lot alone; else the lots that came in first (WH-1). */
  readonly lotId?: string | undefined
  /** Of these lots, each so much, together the quantity. */
  readonly parts?: readonly LotPart[] | undefined
  /** What is known of goods that come in as a new lot. */
  readonly lot?: LotDetails | undefined
  /** The approved debt on which is taken what the stock does not give (WH-20). */
  readonly debtId?: string | undefined
  /** The one debt that the goods are for; else they settle the oldest of their place. */
  readonly settles?: string | undefined
  /** What the goods are for: what is kept for it is taken first (PL-14). Else the work order that moves them, or that its debt was asked for. */
  readonly workOrderId?: string | undefined
}
export type Move = Selectable<StockMoveTable>
type Location = Selectable<LocationTable>
type Item = Selectable<ItemTable>

/**
 * Moves stock from one place to another, on today's business day: the ledger, the balances, the lots and the document's own reservation
 * in one breath; then the rules of the section's store (KB-4) and the item's minimum are looked at. What is reserved for the move's
 * own document, and for the work order that it is for, counts as available to it. Goods that come to a place which owes some settle its debts first, the oldest
 * before the others (WH-20). The caller has declared `stockWrites` and its scope.
 *
 * Throws `stock-short` (WH-2), `lot-short`, `inactive`, `period-closed`, what `takeOnDebt` throws, and `invalid-input` for a place that keeps no stock, a
 * service, more decimals than the unit has, or a debt that is to lead into a store; `wrong-state` for
 * a work order that takes no more (PL-21).
 */
export function moveStock(context: CommandContext, move: NewMove): Move {
  const item = context.db.get('item', move.itemId)
  const [from, to] = [context.db.get('location', move.fromLocationId), context.db.get('location', move.toLocationId)]
  requireMovable(context.db, item, move.quantity)
  if (move.lotId !== undefined && context.db.get('stockLot', move.lotId).itemId !== item.id) throw invalid('lotId', 'warehouse.issues.other-lot')
  requirePlaces(from, to)
  requireActive(to)
  if (move.debtId !== undefined && to.kind === 'INTERNAL') throw invalid('debtId', 'warehouse.issues.debt-into-store')
  if (move.debtId !== undefined && move.lotId !== undefined) throw invalid('lotId', 'warehouse.issues.lot-or-debt')
  if (!item.isActive && from.kind !== 'INTERNAL') throw new AppError('inactive', { entity: 'item', id: item.id, code: item.code })
  const parts = move.parts ?? (move.lotId === undefined ? [] : [{ lotId: move.lotId, quantity: move.quantity }])
  const workOrderId = workOrderFor(context.db, move) ?? null
  // What its output takes is settled with the entry that puts it out.
  if (workOrderId !== null && move.documentEntity !== 'workOrder') openWorkOrder(context.db, workOrderId)
  return post(context, item, from, to, { ...move, reverses: null, parts, workOrderId })
}

function workOrderFor(db: Reader, { workOrderId, documentEntity, documentId, debtId }: NewMove): string | undefined {
  if (workOrderId !== undefined) return workOrderId
  if (documentEntity === 'workOrder') return documentId
  return debtId === undefined ? undefined : workOrderOfDebt(db, debtId)
}

/**
 * Moves it all back, once, the very lots; what was taken on debt and is not settled is owed no more. Throws what `requireReversible` throws, `inactive` where
 * that place is by now, `stock-short`, and `lot-short` where those goods have gone on or settled a debt. `settles`: the one debt that the goods are
 * for, none where it is empty; else the
 * oldest of their place.
 */
export function undoMove(context: CommandContext, move: Move, note: string, { settles }: Pick<NewMove, 'settles'> = {}): Move {
  const { db } = context
  requireReversible(db, move)
  const [from, to] = [db.get('location', move.toLocationId), db.get('location', move.fromLocationId)]
  requireActive(to)
  const parts = partsOfMove(db, move.seq)
  if (hasSettled(db, move.seq)) pickThese(db, from.id, parts, [])
  return post(context, db.get('item', move.itemId), from, to, { ...move, debtId: undefined, note, reverses: move.seq, undone: move, parts, settles })
}

const reversalOf = planned((undone: { seq: number }) => sql.selectFrom('stockMove').select('seq').where('reverses', '=', undone.seq))
const moveNumbered = planned((numbered: { seq: number }) => sql.selectFrom('stockMove').selectAll().where('seq', '=', numbered.seq))

/** Throws `reversed-already`, also for what is itself a reversal. */
export function requireReversible(db: Reader, { seq, reverses }: Move): void {
  const reversal = db.first(reversalOf({ seq }))
  if (reversal || reverses !== null) throw new AppError('reversed-already', { entity: 'stockMove', id: String(seq) })
}

/** A row of the ledger by its number. Throws `not-found`. */
export function moveOf(db: Reader, seq: number): Move {
  const move = db.first(moveNumbered({ seq }))
  if (!move) throw new AppError('not-found', { entity: 'stockMove', id: String(seq) })
  return move
}

type Origin = Pick<Move, 'documentEntity' | 'documentId' | 'documentNumber' | 'note'>
/** `parts`: the lots that must go; without any, the oldest do, and what comes from outside is a lot of its own. */
interface Posting extends Pick<Move, 'quantity' | 'kind' | 'reverses' | 'workOrderId'>, Partial<Origin> {
  readonly parts: readonly LotPart[]
  readonly lot?: LotDetails | undefined
  readonly debtId?: string | undefined
  readonly settles?: string | undefined
  readonly undone?: Move
}
/** What of a move its lots make up, and the debt for the rest. */
interface Taken { readonly parts: readonly LotPart[]; readonly debtId: string | null }

function post(context: CommandContext, item: Item, from: Location, to: Location, posting: Posting): Move {
  const { db, session, clock } = context
  requireOpenPeriod(db, context.today())
  requireUnfrozen(db, clock.now(), item, [from, to])
  const { quantity, kind, reverses, workOrderId, documentEntity = null, documentId = null, documentNumber = null, note = '', undone, settles } = posting
  const need = workOrderId === null ? undefined : openNeedOf(db, workOrderId, item.id)
  const { parts, debtId } = from.kind === 'INTERNAL' ? takeStock(context, item.id, from, posting) : {
    parts: partsFromOutside(context, item, to, posting), debtId: null,
  }
  if (to.kind === 'INTERNAL') {
    addStock(db, clock.now(), item.id, to, quantity, reverses === null ? context.today() : undefined)
    for (const part of parts) addToLot(db, part, item.id, to)
  }
  const move = db.append('stockMove', {
    postingDay: context.today(), itemId: item.id, quantity, fromLocationId: from.id, toLocationId: to.id, kind, documentEntity, documentId,
    documentNumber,
    reverses, note, createdBy: session.userId, debtId, workOrderId, averageCost: revalue(db, item, { from, to, quantity, kind, parts, undone }),
  })
  writeParts(db, move.seq, parts)
  if (undone) giveBackDebt(context, undone, move.seq)
  if (to.kind === 'INTERNAL') settleDebts(context, move, parts, settles)
  keepWhatIsNeeded(context, need)
  for (const location of [from, to]) if (location.kind === 'INTERNAL') replenish(context, item.id, location.id)
  if (from.kind === 'INTERNAL' && to.kind !== 'INTERNAL') warnOfLowStock(context, item, from)
  return move
}

function takeStock({ db, clock }: CommandContext, itemId: string, from: Location, posting: Posting): Taken {
  const { quantity, parts, debtId } = posting
  const { id: locationId, sectionId } = from
  const balance = findBalance(db, itemId, locationId)
  const claims = claimsOf(db, { itemId, locationId }, posting)
  const kept = claims.map(({ byLot }) => byLot)
  // What is kept for the taker stays theirs, however much others owe here.
  const available = addDecimals(balance ? maxDecimal(zero, availableStock(balance)) : zero, sumDecimals(kept.flatMap(byLot => [...byLot.values()])))
  const missing = missingOf(quantity, available)
  if (isPositive(missing)) {
    if (debtId === undefined) throw stockShort(db, itemId, locationId, quantity, available)
    takeOnDebt(db, debtId, { itemId, locationId }, missing)
  }
  const taken = parts.length > 0 ? pickThese(db, locationId, parts, kept) : pickLots(db, itemId, locationId, subtractDecimals(quantity, missing), kept)
  takeParts(db, taken)
  useReservations(db, claims, taken)
  if (balance) {
    db.update('stockBalance', balance, {
      onHand: subtractDecimals(balance.onHand, quantity), owed: addDecimals(balance.owed, missing), lastMoveAt: clock.now(),
      reserved: subtractDecimals(balance.reserved, sumDecimals(taken.map(part => part.kept))),
    })
  } else db.insert(
    'stockBalance', { itemId, locationId, sectionId, onHand: negateDecimal(quantity), reserved: zero, owed: missing, lastMoveAt: clock.now(), lastInDay: null },
  )
  return { parts: taken, debtId: isPositive(missing) && debtId !== undefined ? debtId : null }
}

/**
 * What is kept for a move: for its work order, then for its own document; the other way round as long as others count upon what is kept for the work order
 * (PL-14).
 */
function claimsOf(db: Reader, at: { readonly itemId: string; readonly locationId: string }, { workOrderId, documentEntity, documentId }: Posting): Claim[] {
  const ofWork = workOrderId === null ? [] : [claimOf(db, workPlace(workOrderId, at))]
  if (!documentEntity || !documentId || (documentEntity === 'workOrder' && documentId === workOrderId)) return ofWork
  const own = claimOf(db, { documentEntity, documentId, ...at })
  const isOthers = workOrderId !== null && own.byLot.size > 0 && isPositive(countedUponByOthers(db, { workOrderId, ...at }, documentId))
  return isOthers ? [own, ...ofWork] : [...ofWork, own]
}

/** Nothing of what stays outside. */
function partsFromOutside(context: CommandContext, item: Item, to: Location, { quantity, kind, parts, lot, undone, ...document }: Posting): readonly LotPart[] {
  if (to.kind !== 'INTERNAL') return []
  if (parts.length > 0 || (undone && undone.debtId !== null)) return parts
  const isNew = kind === 'RECEIPT' && document.reverses === null
  return [{ lotId: isNew ? createLot(context, item, lot, document).id : lotOfFound(context, item, to), quantity }]
}

function requireMovable(db: Reader, item: Item, quantity: Decimal): void {
  if (item.kind === 'SERVICE') throw invalid('itemId', 'warehouse.issues.service')
  const { places } = db.get('unit', item.unitId)
  if (!isPositive(quantity)) throw invalid('quantity', 'not-positive')
  if (!fitsUnit(quantity, places)) throw invalid('quantity', 'masters.issues.unit-places', { places })
}

function requireActive({ id, code, isActive }: Location): void {
  if (!isActive) throw new AppError('inactive', { entity: 'location', id, code })
}

function requirePlaces(from: Location, to: Location): void {
  if (from.kind === 'VIEW') throw invalid('fromLocationId', 'warehouse.issues.no-store')
  if (to.kind === 'VIEW') throw invalid('toLocationId', 'warehouse.issues.no-store')
  if (from.id === to.id) throw invalid('toLocationId', 'warehouse.issues.same-place')
}
