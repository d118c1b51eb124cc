import type { Selectable } from 'kysely'
import { sql as raw } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { addDays } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { systemUserId } from '../../shared/identity/system-user.ts'
import { isApprovedByItself, restOf, statusAfter, type CardStatus, type Priority } from '../../shared/kanban/rules.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { KanbanBoardTable, KanbanCardTable, KanbanRuleTable } from '../database/tables.ts'
import type { Order } from '../warehouse/reservations.ts'
import { invalid } from '../warehouse/refusals.ts'
import { keepForAsker, type Asker } from '../warehouse/work-order-askers.ts'
import { newestOf, openWorkOrder, takesMore } from '../warehouse/work-order-stock.ts'
import { tellApproval, tellNewRequest } from './card-notices.ts'

export type Board = Selectable<KanbanBoardTable>
export type Card = Selectable<KanbanCardTable>

export interface Request {
  readonly sectionId: string
  readonly itemId: string
  readonly quantity: Decimal
  readonly priority: Priority
  readonly neededBy: string
  readonly notes: string
  /** What it is for. */
  readonly workOrderId: string | null
}

/**
 * A person's request. Throws `pending-limit` (KB-2), `inactive`, `wrong-state` for a work order that takes no more (PL-21), and `invalid-input` for a day that is past, a service, more
 * decimals than the unit has, or another section's work order.
 */
export function requestCard(context: CommandContext, request: Request): Card {
  const { db } = context
  const board = boardOf(db, request.sectionId)
  if (!board.isActive) throw new AppError('inactive', { entity: 'kanbanBoard', id: board.id, code: db.get('section', board.sectionId).name })
  requireRequestable(db, request, context.today())
  if (request.workOrderId !== null) openWorkOrder(db, request.workOrderId, request.sectionId)
  if (!hasPendingPlace(db, board)) {
    throw new AppError('pending-limit', { section: db.get('section', board.sectionId).name, maximum: board.maximumPending })
  }
  const card = insertCard(context, { ...request, status: 'PENDING', requestedBy: context.session.userId, isAutomatic: false, reorderPoint: null })
  return announce(context, board, card)
}

/** KB-4: the System's request. Where no place is free it is planned, and comes up when one is. */
export function requestByRule(context: CommandContext, board: Board, rule: Selectable<KanbanRuleTable>): Card {
  const { sectionId, itemId, orderQuantity, priority, leadDays, reorderPoint } = rule
  const status = hasPendingPlace(context.db, board) ? 'PENDING' : 'PLANNED'
  const card = insertCard(context, {
    sectionId, itemId, quantity: orderQuantity, priority, neededBy: addDays(context.today() as BusinessDay, leadDays), notes: '', workOrderId: null, status,
    requestedBy: systemUserId, isAutomatic: true, reorderPoint,
  })
  return status === 'PENDING' ? announce(context, board, card) : card
}

/** Brings planned cards up, the oldest first, while there is a place for them. One that approves itself leaves its place at once. */
export function promotePlanned(context: CommandContext, board: Board): void {
  const { db } = context
  const planned = sql.selectFrom('kanbanCard').selectAll().where('sectionId', '=', board.sectionId).where('status', '=', 'PLANNED').orderBy('number')
  for (const card of db.all(planned)) {
    if (!hasPendingPlace(db, board)) return
    announce(context, board, db.update('kanbanCard', card, { status: statusAfter(card, 'submit') }))
  }
}

/** Approves a card and keeps what is available of it at the supply, at most the rest. */
export function approve(context: CommandContext, board: Board, card: Card, approvedBy: string): Card {
  const { db, clock } = context
  const approved = db.update('kanbanCard', card, { status: statusAfter(card, 'approve'), approvedBy, approvedAt: clock.now() })
  keepForCard(context, board, approved, restOf(approved))
  tellApproval(context, board, approved)
  return approved
}

/** The card as what the stores deliver for. */
export function orderOf({ id, number, sectionId }: Pick<Card, 'id' | 'number' | 'sectionId'>): Order {
  return { entity: 'kanbanCard', id, number, sectionId }
}

/** Keeps so much more for a card, as far as that is there and nothing is promised to it yet (PL-14). */
export function keepForCard(context: CommandContext, board: Board, card: Card, quantity: Decimal): void {
  keepForAsker(context, askerOf(context.db, board, card), quantity)
}

type Asking = Pick<Card, 'id' | 'number' | 'sectionId' | 'itemId' | 'quantity' | 'fulfilled' | 'workOrderId'>

export function askerOf(db: Reader, { supplyLocationId: locationId }: Board, card: Asking): Asker {
  return { order: orderOf(card), itemId: card.itemId, locationId, rest: restOf(card), workOrderId: workOrderOf(db, card) }
}

/** What a card is for, as it was revised last. */
export function workOrderOf(db: Reader, { workOrderId }: Pick<Card, 'workOrderId'>): string | undefined {
  return workOrderId === null ? undefined : newestOf(db, workOrderId)
}

/** What a card is filled for; nothing once that takes no more (PL-21), for its store serves others as well. */
export function openWorkOf(db: Reader, card: Pick<Card, 'workOrderId'>): string | undefined {
  const newest = workOrderOf(db, card)
  return newest !== undefined && takesMore(db, newest) ? newest : undefined
}

/** The board of a section. Throws `not-found`. */
export function boardOf(db: Reader, sectionId: string): Board {
  const board = db.first(sql.selectFrom('kanbanBoard').selectAll().where('sectionId', '=', sectionId))
  if (!board) throw new AppError('not-found', { entity: 'kanbanBoard', id: sectionId })
  return board
}

export function countCards(db: Reader, sectionId: string, status: CardStatus): number {
  const count = raw<number>`count(*)`.as('count')
  return db.one(sql.selectFrom('kanbanCard').where('sectionId', '=', sectionId).where('status', '=', status).select(count)).count
}

function hasPendingPlace(db: Reader, { sectionId, maximumPending }: Board): boolean {
  return countCards(db, sectionId, 'PENDING') < maximumPending
}

/** Tells of a card that waits now, and approves it at once where the board says so (KB-3). */
function announce(context: CommandContext, board: Board, card: Card): Card {
  tellNewRequest(context, board, card)
  return isApprovedByItself(board, card.quantity) ? approve(context, board, card, systemUserId) : card
}

type Fields = Request & Pick<Card, 'status' | 'requestedBy' | 'isAutomatic' | 'reorderPoint'>

function insertCard({ db, number }: CommandContext, fields: Fields): Card {
  return db.insert('kanbanCard', {
    ...fields, number: number('kanbanCard'), approvedBy: null, approvedAt: null, completedBy: null, completedAt: null, completedDay: null,
    cancelledBy: null, cancelledAt: null, cancelReason: null,
  })
}

function requireRequestable(db: Reader, { itemId, quantity, neededBy }: Request, today: string): void {
  const item = db.get('item', itemId)
  if (!item.isActive) throw new AppError('inactive', { entity: 'item', id: item.id, code: item.code })
  if (item.kind === 'SERVICE') throw invalid('itemId', 'warehouse.issues.service')
  const { places } = db.get('unit', item.unitId)
  if (!fitsUnit(quantity, places)) throw invalid('quantity', 'masters.issues.unit-places', { places })
  if (neededBy < today) throw invalid('neededBy', 'kanban.issues.past-day')
}
