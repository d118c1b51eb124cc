import { compareDecimals, isPositive, isZero, subtractDecimals, type Decimal } from '../core/decimal.ts'

export const requisitionStatuses = ['PENDING', 'APPROVED', 'REJECTED', 'COMPLETED', 'CANCELLED'] as const
export type RequisitionStatus = (typeof requisitionStatuses)[number]

export const requisitionActs = ['approve', 'reject', 'issue', 'receive', 'close', 'cancel'] as const
export type RequisitionAct = (typeof requisitionActs)[number]

/** WH-4: which act is possible in which status. */
const possible: Readonly<Record<RequisitionStatus, readonly RequisitionAct[]>> = {
  PENDING: ['approve', 'reject', 'cancel'], APPROVED: ['issue', 'receive', 'close', 'cancel'], REJECTED: [], COMPLETED: [], CANCELLED: [],
}

export interface LineProgress { readonly quantity: Decimal; readonly issued: Decimal }

/** What was issued of it stays issued: a requisition of which something went out is closed, not cancelled. */
export function mayDo(status: RequisitionStatus, act: RequisitionAct, lines: readonly LineProgress[]): boolean {
  if (act === 'cancel' && lines.some(({ issued }) => !isZero(issued))) return false
  return possible[status].includes(act)
}

export function restOfLine({ quantity, issued }: LineProgress): Decimal {
  return subtractDecimals(quantity, issued)
}

/** More than nothing, at most the rest; a part is possible. */
export function isIssuable(line: LineProgress, quantity: Decimal): boolean {
  return isPositive(quantity) && compareDecimals(quantity, restOfLine(line)) <= 0
}

/** WH-5: all of it went out, and the section has confirmed all of it. */
export function isComplete(lines: readonly LineProgress[], issues: readonly { readonly receivedAt: string | null }[]): boolean {
  return lines.every(line => isZero(restOfLine(line))) && issues.every(({ receivedAt }) => receivedAt !== null)
}
