import { addDecimals, compareDecimals, decimal, isZero, maxDecimal, minDecimal, negateDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../core/decimal.ts'
import { ratio, toPlaces } from '../core/rational.ts'
import type { StageKind } from '../planning/rules.ts'

export const transferStatuses = ['BLOCKED', 'LOCKED', 'ACCEPTED', 'COMPLETED', 'CANCELLED'] as const
/** `LOCKED`: kept for whoever is to receive it; `ACCEPTED`: received with a difference that a supervisor is still to look at. */
export type TransferStatus = (typeof transferStatuses)[number]
export const transferActs = ['accept', 'release', 'settle', 'cancel'] as const
export type TransferAct = (typeof transferActs)[number]

/** What each act leads to where nothing stands against it. */
const transitions: Readonly<Record<TransferStatus, Partial<Record<TransferAct, TransferStatus>>>> = {
  BLOCKED: { accept: 'COMPLETED', release: 'LOCKED', settle: 'COMPLETED', cancel: 'CANCELLED' },
  LOCKED: { accept: 'COMPLETED', cancel: 'CANCELLED' },
  ACCEPTED: { settle: 'COMPLETED' },
  COMPLETED: {},
  CANCELLED: {},
}

export function transferAfter(status: TransferStatus, act: TransferAct): TransferStatus | undefined {
  return transitions[status][act]
}

/** What waits to be received. */
export const openTransfers = ['BLOCKED', 'LOCKED'] as const satisfies readonly TransferStatus[]

export const transferBlocks = ['LINE', 'SEGREGATION', 'VARIANCE'] as const
/** Why a transfer goes no further: other goods on the line (TR-3), another week or destination (TR-5), too great a difference (TR-6). */
export type TransferBlock = (typeof transferBlocks)[number]

export const lineStatuses = ['CLEAR', 'OCCUPIED', 'PAUSED'] as const
/** `PAUSED`: it stands still because goods of another week or destination came to it (TR-5). */
export type LineStatus = (typeof lineStatuses)[number]
export const clearanceMethods = ['VISUAL', 'COUNTED', 'CLEANED'] as const
export type ClearanceMethod = (typeof clearanceMethods)[number]
export const releaseMethods = ['DOCUMENTED', 'OVERRIDE'] as const
export type ReleaseMethod = (typeof releaseMethods)[number]

export const alertKinds = ['LINE_CLEARANCE', 'SEGREGATION', 'VARIANCE', 'DUPLICATE_SCAN', 'GATE_LATE'] as const
export type AlertKind = (typeof alertKinds)[number]
export const alertStatuses = ['PENDING', 'ACKNOWLEDGED', 'RESOLVED', 'OVERRIDDEN'] as const
export type AlertStatus = (typeof alertStatuses)[number]
export const openAlerts = ['PENDING', 'ACKNOWLEDGED'] as const satisfies readonly AlertStatus[]

interface OnDay { readonly day: string; readonly quantity: Decimal }

/**
 * TR-2: how much of what slips took had been handed over before they began on the day `since`: what they took beyond what was made from then on. `made` by day; `slips` in the order in which they were accepted.
 */
export function handedOverAgain(made: readonly OnDay[], slips: readonly OnDay[], since: string): Decimal {
  let [slipped, again] = [zero, zero]
  for (const { day, quantity } of slips) {
    slipped = addDecimals(slipped, quantity)
    const [before, after] = [made.filter(one => one.day < since), made.filter(one => one.day >= since)].map(its => sumDecimals(its.filter(one => one.day <= day).map(one => one.quantity)))
    again = maxDecimal(again, minDecimal(before!, subtractDecimals(slipped, after!)))
  }
  return again
}

/** Goods of one article, for one week and destination. */
export interface Goods { readonly articleId: string | null; readonly week: string | null; readonly destination: string | null }

/** TR-5: stages at which weeks and destinations are kept apart. */
const segregated: readonly StageKind[] = ['FINISHING', 'PACKING']

export function isSegregated(kind: StageKind): boolean {
  return segregated.includes(kind)
}

/**
 * TR-3 and TR-5: what keeps goods from a line that holds others, nothing where it is empty or holds the same. Another week or destination sounds the alarm where
 * those are kept apart, whatever article it is; anything else is cleared away first.
 */
export function lineBlock(current: Goods | undefined, arriving: Goods, kind: StageKind): 'LINE' | 'SEGREGATION' | undefined {
  if (current === undefined || current.articleId === null) return undefined
  const isSameDelivery = current.week === arriving.week && current.destination === arriving.destination
  if (!isSameDelivery && isSegregated(kind)) return 'SEGREGATION'
  return isSameDelivery && current.articleId === arriving.articleId ? undefined : 'LINE'
}

/** TR-1: what may still be sent: all that is good of what is finished, else what of it is confirmed, less what was sent. */
export function sendable({ good, confirmed, isFinished, sent }: { readonly good: Decimal; readonly confirmed: Decimal; readonly isFinished: boolean; readonly sent: Decimal }): Decimal {
  return maxDecimal(zero, subtractDecimals(isFinished ? good : confirmed, sent))
}

export const varianceVerdicts = ['NONE', 'REASON', 'BLOCKED'] as const
export type VarianceVerdict = (typeof varianceVerdicts)[number]

/** TR-6: any difference needs a reason; one above the limit is the supervisor's. */
export function varianceVerdict(sent: Decimal, received: Decimal, limit: Decimal): VarianceVerdict {
  const less = subtractDecimals(sent, received)
  if (isZero(less)) return 'NONE'
  const difference = maxDecimal(less, negateDecimal(less))
  return BigInt(difference) * hundred > BigInt(sent) * BigInt(limit) ? 'BLOCKED' : 'REASON'
}
const hundred = BigInt(decimal('100'))

/** TR-6: the difference in percent of what was sent, to one decimal: −13.1 of 495 where 430 came. */
export function variancePercent(sent: Decimal, received: Decimal): Decimal {
  return toPlaces(ratio(BigInt(subtractDecimals(received, sent)) * 100n, BigInt(sent)), 1, 'half-up')
}

/** Minutes after which a block is told one rank higher, each counted from the one before. */
export interface EscalationTimes { readonly supervisor: number; readonly planning: number; readonly factory: number }

/** TR-7: how high a block is to be told after so many minutes; 1 supervisor, 2 planning, 3 factory. */
export function escalationLevel(minutes: number, { supervisor, planning, factory }: EscalationTimes): 0 | 1 | 2 | 3 {
  if (minutes < supervisor) return 0
  if (minutes < supervisor + planning) return 1
  return minutes < supervisor + planning + factory ? 2 : 3
}

/** TR-8: by how much more than its target a stage has now handed over than before. */
export function newSurplus({ target, before, now }: { readonly target: Decimal; readonly before: Decimal; readonly now: Decimal }): Decimal {
  const beyond = (quantity: Decimal) => maxDecimal(zero, subtractDecimals(quantity, target))
  return subtractDecimals(beyond(addDecimals(before, now)), beyond(before))
}

/** Which of the factory's targets a handover has, by the stages it goes between: what was cut comes to sewing by embroidery too. */
export function handoverTarget(from: StageKind, to: StageKind): 'cutToSew' | 'sewToFinish' | undefined {
  if (to === 'SEWING' && (from === 'CUTTING' || from === 'EMBROIDERY')) return 'cutToSew'
  return from === 'SEWING' && to === 'FINISHING' ? 'sewToFinish' : undefined
}

export const timeLooks = ['GOOD', 'FAIR', 'WARNING', 'CRITICAL'] as const
export type TimeLook = (typeof timeLooks)[number]

/** How a handover did that took so many minutes: within its target, slow, or critical. */
export function timeLook(minutes: number, { target, warning, critical }: { readonly target: number | null; readonly warning: number; readonly critical: number }): TimeLook {
  if (minutes > critical) return 'CRITICAL'
  if (minutes > warning) return 'WARNING'
  return target === null || minutes < target ? 'GOOD' : 'FAIR'
}

/** How long handovers took on average that took so many minutes together, to one decimal; nothing of none. */
export function averageMinutes(together: number, count: number): Decimal | null {
  return count === 0 ? null : toPlaces(ratio(BigInt(together), BigInt(count)), 1, 'half-up')
}

/** A share in percent, to one decimal; nothing of nothing. */
export function shareOf(part: number, whole: number): Decimal | null {
  return whole === 0 ? null : toPlaces(ratio(BigInt(part) * 100n, BigInt(whole)), 1, 'half-up')
}

/** How a share did: whether it reaches its target, and which of its limits it does not. */
export function shareLook(share: Decimal, { target, warning, critical }: { readonly target: Decimal; readonly warning: Decimal; readonly critical: Decimal | null }): TimeLook {
  if (critical !== null && compareDecimals(share, critical) < 0) return 'CRITICAL'
  if (compareDecimals(share, warning) < 0) return 'WARNING'
  return compareDecimals(share, target) < 0 ? 'FAIR' : 'GOOD'
}
