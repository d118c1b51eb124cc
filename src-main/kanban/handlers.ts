import type { BusinessDay } from '../../shared/core/dates.ts'
import type { kanban } from '../../shared/kanban/contract.ts'
import { completedSince } from '../../shared/kanban/rules.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { createBoard, listBoards, updateBoard } from './boards.ts'
import { boardCards, cardDetail, listCards, searchItems, sectionDashboard } from './card-lists.ts'
import { cardOf } from './card-rows.ts'
import { approveCard, cancelCard, fulfilCard, reverseFulfilment, startCard, withdrawApproval, withdrawStart } from './cards.ts'
import { requestCard, type Card } from './requests.ts'
import { createRule, listRules, updateRule } from './rules.ts'

export const kanbanHandlers: Handlers<typeof kanban> = {
  listBoards: ({ db, scope }) => listBoards(db, scope.mine()),

  createBoard(context, fields) {
    context.scope.section(fields.sectionId)
    return createBoard(context, fields)
  },

  updateBoard,

  getBoard({ db, scope }, input) {
    if (input.sectionId !== undefined) scope.section(input.sectionId)
    return boardCards(db, scope.mine(), input)
  },

  getSectionDashboard({ db, scope, today }, { sectionId }) {
    scope.section(sectionId)
    return sectionDashboard(db, sectionId, today(), completedSince(today() as BusinessDay))
  },

  listRules({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listRules(db, scope.mine(), input)
  },

  createRule(context, fields) {
    context.scope.section(fields.sectionId)
    return createRule(context, fields)
  },

  updateRule,

  listCards({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listCards(db, scope.mine(), input)
  },

  getCard({ db, scope }, { id }) {
    scope.section(db.get('kanbanCard', id).sectionId)
    return cardDetail(db, id)
  },

  searchItems({ db, scope }, input) {
    scope.section(input.sectionId)
    return searchItems(db, input)
  },

  createCard(context, request) {
    context.scope.section(request.sectionId)
    return shown(context, requestCard(context, request))
  },

  approveCard: (context, at) => shown(context, approveCard(context, at)),
  withdrawApproval: (context, at) => shown(context, withdrawApproval(context, at)),
  startCard: (context, at) => shown(context, startCard(context, at)),
  withdrawStart: (context, at) => shown(context, withdrawStart(context, at)),
  fulfilCard: (context, { quantity, ...at }) => shown(context, fulfilCard(context, at, quantity)),
  reverseFulfilment: (context, { move, reason, ...at }) => shown(context, reverseFulfilment(context, at, move, reason)),
  cancelCard: (context, { reason, ...at }) => shown(context, cancelCard(context, at, reason)),
  rejectCard: (context, { reason, ...at }) => shown(context, cancelCard(context, at, reason)),
}

function shown({ db }: CommandContext, { id }: Card) {
  return cardOf(db, id)
}
