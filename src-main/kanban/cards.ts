import { addDecimals, compareDecimals, decimalText, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { isDeliverable, restOf, statusAfter, type CardAct } from '../../shared/kanban/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import { deliver } from '../warehouse/deliveries.ts'
import { invalid } from '../warehouse/refusals.ts'
import { moveOf, releaseStock, requireReversible, undoMove } from '../warehouse/stock.ts'
import { tellCancellation, tellDelivery } from './card-notices.ts'
import { approve, boardOf, countCards, keepForCard, orderOf, promotePlanned, openWorkOf, type Board, type Card } from './requests.ts'

/** A card as the screen had it when it acted. */
export interface CardAt { readonly id: string; readonly version: number }

const cardDocument = (id: string) => ({ documentEntity: 'kanbanCard' as const, documentId: id })

/** Throws `wrong-state`, `conflict`, `foreign-section`, as every act here. */
export function approveCard(context: CommandContext, at: CardAt): Card {
  const { card, board } = cardFor(context, at, 'approve')
  const approved = approve(context, board, card, context.session.userId)
  promotePlanned(context, board)
  return approved
}

/** Also where no place is free: a mistake can always be taken back (KB-2). */
export function withdrawApproval(context: CommandContext, at: CardAt): Card {
  const { card, status } = cardFor(context, at, 'withdrawApproval')
  releaseStock(context, cardDocument(card.id))
  return context.db.update('kanbanCard', card, { status, approvedBy: null, approvedAt: null })
}

/** Throws `in-progress-limit` (KB-2). */
export function startCard(context: CommandContext, at: CardAt): Card {
  const { card, board, status } = cardFor(context, at, 'start')
  requireProgressPlace(context.db, board)
  return context.db.update('kanbanCard', card, { status })
}

export function withdrawStart(context: CommandContext, at: CardAt): Card {
  const { card, status } = cardFor(context, at, 'withdrawStart')
  return context.db.update('kanbanCard', card, { status })
}

/**
 * KB-1: delivers a part or the rest. The card is written before the stock moves, so that a rule which the move calls upon (KB-4)
 * already sees it completed. What is kept for its work order goes first (PL-14). Throws `over-fulfilment`, `in-progress-limit` (from APPROVED), `stock-short`.
 */
export function fulfilCard(context: CommandContext, at: CardAt, quantity: Decimal): Card {
  const { db, clock, session, today } = context
  const { card, board, status } = cardFor(context, at, 'fulfil')
  if (!isDeliverable(card, quantity)) throw overFulfilment(db, card)
  if (card.status === 'APPROVED') requireProgressPlace(db, board)
  const fulfilled = addDecimals(card.fulfilled, quantity)
  const isWhole = compareDecimals(fulfilled, card.quantity) === 0
  const delivered = db.update('kanbanCard', card, isWhole
    ? { fulfilled, status: 'COMPLETED', completedBy: session.userId, completedAt: clock.now(), completedDay: today() }
    : { fulfilled, status })
  deliver(context, { order: orderOf(card), itemId: card.itemId, quantity, fromLocationId: board.supplyLocationId, toLocationId: board.storeLocationId, workOrderId: openWorkOf(db, card) })
  // After a board's supply was changed, something may still be kept for the card at the former one.
  if (isWhole) releaseStock(context, cardDocument(card.id))
  tellDelivery(context, board, delivered, quantity)
  return delivered
}

/**
 * Takes one delivery back and opens the card again, also where no place is free (KB-2); what came back is kept for it. Throws
 * `reversed-already`, `inactive` where the supply is by now, `stock-short`.
 */
export function reverseFulfilment(context: CommandContext, at: CardAt, moveNumber: number, reason: string): Card {
  const { db } = context
  const { card, board, status } = cardFor(context, at, 'reverseFulfilment')
  const move = moveOf(db, moveNumber)
  if (move.documentEntity !== 'kanbanCard' || move.documentId !== card.id) throw invalid('move', 'kanban.issues.other-delivery')
  requireReversible(db, move)
  const fulfilled = subtractDecimals(card.fulfilled, move.quantity)
  const opened = db.update('kanbanCard', card, { fulfilled, status, completedBy: null, completedAt: null, completedDay: null })
  undoMove(context, move, reason)
  keepForCard(context, board, opened, move.quantity)
  return opened
}

export function cancelCard(context: CommandContext, at: CardAt, reason: string): Card {
  const { db, clock, session } = context
  const { card, board, status } = cardFor(context, at, 'cancel')
  releaseStock(context, cardDocument(card.id))
  const cancelled = db.update('kanbanCard', card, { status, cancelledBy: session.userId, cancelledAt: clock.now(), cancelReason: reason })
  if (card.status !== 'PLANNED') tellCancellation(context, board, cancelled)
  promotePlanned(context, board)
  return cancelled
}

/** The card for an act, of a section the asker may write, as it was seen, in a status that allows the act. */
function cardFor({ db, scope }: CommandContext, { id, version }: CardAt, act: CardAct): { card: Card; board: Board; status: Card['status'] } {
  const card = db.get('kanbanCard', id)
  scope.section(card.sectionId)
  if (card.version !== version) throw new AppError('conflict', { entity: 'kanbanCard', id })
  const status = statusAfter(card, act)
  if (status === undefined) throw new AppError('wrong-state', { entity: 'kanbanCard', id, number: card.number, status: card.status })
  return { card, board: boardOf(db, card.sectionId), status }
}

function requireProgressPlace(db: Writer, { sectionId, maximumInProgress }: Board): void {
  if (countCards(db, sectionId, 'IN_PROGRESS') < maximumInProgress) return
  throw new AppError('in-progress-limit', { section: db.get('section', sectionId).name, maximum: maximumInProgress })
}

function overFulfilment(db: Writer, card: Card): AppError {
  return new AppError('over-fulfilment', {
    number: card.number, requested: decimalText(card.quantity), fulfilled: decimalText(card.fulfilled), remaining: decimalText(restOf(card)),
    unit: db.get('unit', db.get('item', card.itemId).unitId).code,
  })
}
