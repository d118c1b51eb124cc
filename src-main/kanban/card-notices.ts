import type { Selectable } from 'kysely'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import { restOf, type Priority } from '../../shared/kanban/rules.ts'
import type { Audience, Severity } from '../../shared/notifications/notice.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { KanbanBoardTable, KanbanCardTable } from '../database/tables.ts'

type Board = Selectable<KanbanBoardTable>
type Card = Selectable<KanbanCardTable>
type Told = Pick<CommandContext, 'db' | 'notify'>

const severities: Readonly<Record<Priority, Severity>> = { LOW: 'INFO', NORMAL: 'INFO', HIGH: 'WARNING', URGENT: 'CRITICAL' }

/** To those who supply. An urgent request is always told, whatever the board prefers. */
export function tellNewRequest(context: Told, board: Board, card: Card): void {
  if (!board.hasNoticeOnNew && card.priority !== 'URGENT') return
  context.notify({
    kind: 'KANBAN_NEW_REQUEST', severity: severities[card.priority], audience: { section: board.supplySectionId }, ...aboutCard(context, card),
  })
}

export function tellApproval(context: Told, board: Board, card: Card): void {
  if (board.hasNoticeOnApproval) context.notify({ kind: 'KANBAN_APPROVED', audience: askers(card), ...aboutCard(context, card) })
}

export function tellDelivery(context: Told, board: Board, card: Card, delivered: Decimal): void {
  if (!board.hasNoticeOnFulfilment) return
  const params = { quantity: decimalText(delivered), rest: decimalText(restOf(card)) }
  context.notify({ kind: 'KANBAN_FULFILLED', audience: askers(card), ...aboutCard(context, card, params) })
}

/** To the other side: who supplies hears of a request withdrawn, who asked of one refused. */
export function tellCancellation(context: Told & Pick<CommandContext, 'session'>, board: Board, card: Card): void {
  const { userId, sectionId } = context.session
  const audience = userId === card.requestedBy || sectionId === card.sectionId ? { section: board.supplySectionId } : askers(card)
  context.notify({ kind: 'KANBAN_CANCELLED', audience, ...aboutCard(context, card, { reason: card.cancelReason ?? '' }) })
}

/** The section that asked, and the very person, who may stand in for it. */
function askers({ sectionId, requestedBy }: Card): Audience[] {
  return [{ section: sectionId }, { user: requestedBy }]
}

function aboutCard({ db }: Told, card: Card, more: Readonly<Record<string, string>> = {}) {
  const item = db.get('item', card.itemId)
  const params = {
    number: card.number, item: item.name, quantity: decimalText(card.quantity), unit: db.get('unit', item.unitId).code,
    section: db.get('section', card.sectionId).name, priority: card.priority, neededBy: card.neededBy, ...more,
  }
  return { params, entity: 'kanbanCard' as const, entityId: card.id }
}
