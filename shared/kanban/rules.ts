import { addDays, type BusinessDay } from '../core/dates.ts'
import { compareDecimals, isPositive, isZero, subtractDecimals, type Decimal } from '../core/decimal.ts'

export const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const
export type Priority = (typeof priorities)[number]

export const cardStatuses = ['PLANNED', 'PENDING', 'APPROVED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'] as const
export type CardStatus = (typeof cardStatuses)[number]

/** A section asks for an item once: while one of these stands, no rule asks again. */
export const openStatuses = ['PLANNED', 'PENDING', 'APPROVED', 'IN_PROGRESS'] as const satisfies readonly CardStatus[]

/** The lanes of a board, from left to right. */
export const boardLanes = [...openStatuses, 'COMPLETED'] as const satisfies readonly CardStatus[]
export type BoardLane = (typeof boardLanes)[number]

export const cardActs = ['submit', 'approve', 'withdrawApproval', 'start', 'withdrawStart', 'fulfil', 'reverseFulfilment', 'cancel'] as const
export type CardAct = (typeof cardActs)[number]

/**
 * KB-1: which act is possible in which status, and where it leads. `fulfil` leads to COMPLETED once everything is delivered, and
 * stays where the table says until then; from APPROVED it starts the card first.
 */
const transitions: Readonly<Record<CardStatus, Partial<Record<CardAct, CardStatus>>>> = {
  PLANNED: { submit: 'PENDING', cancel: 'CANCELLED' },
  PENDING: { approve: 'APPROVED', cancel: 'CANCELLED' },
  APPROVED: { withdrawApproval: 'PENDING', start: 'IN_PROGRESS', fulfil: 'IN_PROGRESS', cancel: 'CANCELLED' },
  IN_PROGRESS: { withdrawStart: 'APPROVED', fulfil: 'IN_PROGRESS', reverseFulfilment: 'IN_PROGRESS' },
  COMPLETED: { reverseFulfilment: 'IN_PROGRESS' },
  CANCELLED: {},
}

/** What the acts look at; a whole card is one. */
export interface CardProgress { readonly status: CardStatus; readonly quantity: Decimal; readonly fulfilled: Decimal }

/** The status an act leads to; nothing where it is not possible. What was delivered from stays started, what was not has nothing to reverse. */
export function statusAfter({ status, fulfilled }: CardProgress, act: CardAct): CardStatus | undefined {
  if (act === 'withdrawStart' && !isZero(fulfilled)) return undefined
  if (act === 'reverseFulfilment' && isZero(fulfilled)) return undefined
  return transitions[status][act]
}

export function possibleActs(card: CardProgress): readonly CardAct[] {
  return cardActs.filter(act => statusAfter(card, act) !== undefined)
}

/** The act that brings a card from its lane to another one, for dragging; `fulfil` asks how much. */
export function actTowards(card: CardProgress, lane: CardStatus): CardAct | undefined {
  if (lane === 'COMPLETED') return statusAfter(card, 'fulfil') && 'fulfil'
  const byHand: readonly CardAct[] = ['approve', 'withdrawApproval', 'start', 'withdrawStart', 'cancel']
  return byHand.find(act => statusAfter(card, act) === lane)
}

/** What is still to be delivered. */
export function restOf({ quantity, fulfilled }: Pick<CardProgress, 'quantity' | 'fulfilled'>): Decimal {
  return subtractDecimals(quantity, fulfilled)
}

/** KB-1: more than nothing, at most the rest. */
export function isDeliverable(card: Pick<CardProgress, 'quantity' | 'fulfilled'>, quantity: Decimal): boolean {
  return isPositive(quantity) && compareDecimals(quantity, restOf(card)) <= 0
}

interface Approval { readonly hasAutoApproval: boolean; readonly autoApprovalThreshold: Decimal }

/** KB-3: up to and including the threshold nobody needs to look. */
export function isApprovedByItself(board: Approval, quantity: Decimal): boolean {
  return board.hasAutoApproval && compareDecimals(quantity, board.autoApprovalThreshold) <= 0
}

/** KB-4: at the point or below it. */
export function isDue(rule: { readonly isActive: boolean; readonly reorderPoint: Decimal }, onHand: Decimal): boolean {
  return rule.isActive && compareDecimals(onHand, rule.reorderPoint) <= 0
}

/** Late from the day after the one it is needed by, while it is open. */
export function isLate(card: { readonly status: CardStatus; readonly neededBy: string }, today: string): boolean {
  return card.neededBy < today && (openStatuses as readonly CardStatus[]).includes(card.status)
}

const boardDays = 7

/** The first day whose completed cards the board still shows: today and the 7 days before it. */
export function completedSince(today: BusinessDay): BusinessDay {
  return addDays(today, -boardDays)
}
