import { addDays, weekCode, type BusinessDay } from '../core/dates.ts'
import { addDecimals, compareDecimals, decimal, divide, isPositive, isZero, maxDecimal, multiply, subtractDecimals, zero, type Decimal } from '../core/decimal.ts'
import type { Money } from '../core/money.ts'

export const orderKinds = ['FABRIC', 'LABEL', 'ACCESSORIES'] as const
export type OrderKind = (typeof orderKinds)[number]

export const orderStatuses = ['DRAFT', 'APPROVED', 'SENT', 'PARTIALLY_RECEIVED', 'RECEIVED', 'DONE', 'CANCELLED'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** The lanes of the board, from left to right: what somebody still has to do something about. */
export const boardStatuses = ['DRAFT', 'APPROVED', 'SENT', 'PARTIALLY_RECEIVED', 'RECEIVED'] as const satisfies readonly OrderStatus[]
export type BoardStatus = (typeof boardStatuses)[number]

/** Goods of these may come. */
export const awaitedStatuses = ['APPROVED', 'SENT', 'PARTIALLY_RECEIVED'] as const satisfies readonly OrderStatus[]

export const orderActs = ['approve', 'withdrawApproval', 'send', 'withdrawSending', 'receive', 'reverseReceipt', 'close', 'reopen', 'cancel', 'delete'] as const
export type OrderAct = (typeof orderActs)[number]

/**
 * Which act is possible in which status. Receipts lead to what they make of the order (`statusByReceipts`), and so does opening a closed one again; `delete` leads
 * nowhere. PL-6: an order of which goods have been received is closed, not cancelled.
 */
const transitions: Readonly<Record<OrderStatus, Partial<Record<OrderAct, OrderStatus>>>> = {
  DRAFT: { approve: 'APPROVED', cancel: 'CANCELLED', delete: 'DRAFT' },
  APPROVED: { withdrawApproval: 'DRAFT', send: 'SENT', receive: 'SENT', cancel: 'CANCELLED', delete: 'APPROVED' },
  SENT: { withdrawSending: 'APPROVED', receive: 'SENT', cancel: 'CANCELLED', delete: 'SENT' },
  PARTIALLY_RECEIVED: { receive: 'PARTIALLY_RECEIVED', reverseReceipt: 'PARTIALLY_RECEIVED', close: 'DONE' },
  RECEIVED: { receive: 'RECEIVED', reverseReceipt: 'RECEIVED', close: 'DONE' },
  DONE: { reopen: 'RECEIVED' },
  CANCELLED: { reopen: 'DRAFT', delete: 'CANCELLED' },
}

export function statusAfter(status: OrderStatus, act: OrderAct): OrderStatus | undefined {
  return transitions[status][act]
}

/** A line as far as it has come; both in the unit it was ordered in. */
export interface LineProgress { readonly quantity: Decimal; readonly received: Decimal }

/** What is still to come; nothing where more came than was ordered. */
export function restOf({ quantity, received }: LineProgress): Decimal {
  return maxDecimal(subtractDecimals(quantity, received), zero)
}

export function isWhole(line: LineProgress): boolean {
  return isZero(restOf(line))
}

/** Nothing came: as sent. Something: in part. Everything: received. */
export function statusByReceipts(lines: readonly LineProgress[]): 'SENT' | 'PARTIALLY_RECEIVED' | 'RECEIVED' {
  if (lines.every(isWhole)) return 'RECEIVED'
  return lines.some(({ received }) => isPositive(received)) ? 'PARTIALLY_RECEIVED' : 'SENT'
}

/** So much of a line may come in all: what was ordered and a tolerance in percent. */
export function mostOf(quantity: Decimal, tolerance: Decimal): Decimal {
  return addDecimals(quantity, multiply(quantity, divide(tolerance, decimal('100'), 'half-up'), 'floor'))
}

export function exceeds({ quantity, received }: LineProgress, arriving: Decimal, tolerance: Decimal): boolean {
  return compareDecimals(addDecimals(received, arriving), mostOf(quantity, tolerance)) > 0
}

/** Late from the day after the one it was expected on, as long as goods are awaited. */
export function isLate({ status, expectedDay }: { readonly status: OrderStatus; readonly expectedDay: string }, today: string): boolean {
  return expectedDay < today && (awaitedStatuses as readonly OrderStatus[]).includes(status)
}

/** Whether an order is worth more than what needs no further approval; both in the company's currency. */
export function isLarge(total: Money, limit: Decimal): boolean {
  return BigInt(total) * minorUnitsInLimit > BigInt(limit)
}
/** A `Decimal` counts 1/10,000, an amount 1/100. */
const minorUnitsInLimit = 100n

/** PL-1: the weeks an order may name, from the current one to so many after it: "W05-2026". */
export function orderWeeks(today: BusinessDay, weeksAhead: number): string[] {
  return Array.from({ length: weeksAhead + 1 }, (_, ahead) => weekCode(addDays(today, ahead * 7)))
}

/** Days from order to delivery: the fewest that goods take, and as many as they usually take. */
export interface LeadTime { readonly least: number; readonly usual: number }

/** MD-6: the vendor's own, else that of what is ordered. */
export function leadTimeOf(vendorDays: number | null | undefined, kind: OrderKind, byKind: Readonly<Record<OrderKind, LeadTime>>): LeadTime {
  return vendorDays === null || vendorDays === undefined ? byKind[kind] : { least: vendorDays, usual: vendorDays }
}

/** Whether goods are expected sooner than they can come. */
export function isTooSoon(orderDay: BusinessDay, expectedDay: BusinessDay, { least }: LeadTime): boolean {
  return expectedDay < addDays(orderDay, least)
}

/** What an order says about what it is for. */
export interface OrderPurpose {
  readonly kind: OrderKind
  readonly articleId: string | null
  readonly sourceOrderId: string | null
  readonly week: string | null
  readonly destination: string | null
}
export interface PurposeFault { readonly field: 'articleId' | 'sourceOrderId' | 'week' | 'destination'; readonly reason: string }

/** PL-1: what an order of its kind lacks, or says that it cannot. `weeks`: those it may name. */
export function purposeFaults({ kind, articleId, sourceOrderId, week, destination }: OrderPurpose, weeks: readonly string[]): PurposeFault[] {
  const faults: (PurposeFault | false)[] = [
    kind !== 'ACCESSORIES' && articleId === null && { field: 'articleId', reason: 'purchasing.issues.article-needed' },
    kind === 'LABEL' && sourceOrderId === null && { field: 'sourceOrderId', reason: 'purchasing.issues.source-needed' },
    kind !== 'LABEL' && sourceOrderId !== null && { field: 'sourceOrderId', reason: 'purchasing.issues.source-of-label' },
    kind === 'LABEL' && week === null && { field: 'week', reason: 'purchasing.issues.week-needed' },
    week !== null && !weeks.includes(week) && { field: 'week', reason: 'purchasing.issues.week-out-of-reach' },
    kind === 'LABEL' && destination === null && { field: 'destination', reason: 'purchasing.issues.destination-needed' },
  ]
  return faults.filter(fault => fault !== false)
}

/** PL-7: `LOT-‹order›-‹item›-‹yyyymmddhhmmss›`. */
export function lotCodeOf(orderNumber: string, itemCode: string, stamp: string): string {
  return `LOT-${orderNumber}-${itemCode}-${stamp}`
}
