import type { BusinessDay } from '../core/dates.ts'
import { daysBetween } from '../core/dates.ts'
import { compareDecimals, isPositive, subtractDecimals, type Decimal } from '../core/decimal.ts'
import type { Permission } from '../core/permissions.ts'

export const stockStatuses = ['CRITICAL', 'LOW', 'OK'] as const
export type StockStatus = (typeof stockStatuses)[number]

/** What of the stock nobody has been promised (WH-1): 125 on hand with 49.75 reserved leave 75.25. */
export function availableStock({ onHand, reserved }: { readonly onHand: Decimal; readonly reserved: Decimal }): Decimal {
  return subtractDecimals(onHand, reserved)
}

/** WH-7, of an item's available stock in the whole factory: nothing left is CRITICAL, at most the minimum LOW. */
export function stockStatus(available: Decimal, minimumStock: Decimal): StockStatus {
  if (!isPositive(available)) return 'CRITICAL'
  return compareDecimals(available, minimumStock) <= 0 ? 'LOW' : 'OK'
}

export const ageBands = ['FIRST', 'SECOND', 'THIRD', 'LAST'] as const
export type AgeBand = (typeof ageBands)[number]

/** WH-7: the last day of each band but the last, which has none. */
export interface AgeLimits { readonly first: number; readonly second: number; readonly third: number }

/** WH-7: how long stock has lain, in days since goods last came in. */
export function ageBand(days: number, { first, second, third }: AgeLimits): AgeBand {
  if (days <= first) return 'FIRST'
  if (days <= second) return 'SECOND'
  return days <= third ? 'THIRD' : 'LAST'
}

/** The days of a band, for the texts `warehouse.ageBands`: the last one has only the day it lies beyond. */
export function ageBandDays(band: AgeBand, { first, second, third }: AgeLimits): { readonly from: number; readonly to: number } {
  if (band === 'FIRST') return { from: 0, to: first }
  if (band === 'SECOND') return { from: first + 1, to: second }
  return band === 'THIRD' ? { from: second + 1, to: third } : { from: third + 1, to: third }
}

/** The day goods last came in against today; never negative, because another shift's day may be ahead. */
export function stockAge(lastInDay: BusinessDay, today: BusinessDay): number {
  return Math.max(0, daysBetween(lastInDay, today))
}

export const expiryStates = ['EXPIRED', 'SOON', 'FINE'] as const
export type ExpiryState = (typeof expiryStates)[number]

/** How a lot's expiry stands: `SOON` within so many days, its last day included. None where it does not spoil. */
export function expiryState(expiresOn: BusinessDay | null, today: BusinessDay, warningDays: number): ExpiryState | null {
  if (expiresOn === null) return null
  const left = daysBetween(today, expiresOn)
  if (left < 0) return 'EXPIRED'
  return left <= warningDays ? 'SOON' : 'FINE'
}

export const moveKinds = ['OPENING', 'RECEIPT', 'ISSUE', 'TRANSFER', 'ADJUSTMENT'] as const
export type MoveKind = (typeof moveKinds)[number]

/** What only those who may adjust the books post, and take back. */
const bookKinds: readonly MoveKind[] = ['OPENING', 'ADJUSTMENT']

/** The right it takes to reverse a move of this kind. */
export function reversalRight(kind: MoveKind): Permission {
  return bookKinds.includes(kind) ? 'warehouse.update' : 'warehouse.execute'
}

/** Where issued stock goes: used up, sold, or thrown away. */
export const issuePurposes = ['PRODUCTION', 'CUSTOMER', 'INVENTORY_LOSS'] as const
export type IssuePurpose = (typeof issuePurposes)[number]
