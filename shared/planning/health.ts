import { addDays, daysBetween, type BusinessDay } from '../core/dates.ts'
import type { Decimal } from '../core/decimal.ts'
import { ceilToInteger, divideRationals, multiplyRationals, ratio, rational, toDecimal, type Rational } from '../core/rational.ts'

export const healths = ['COMPLETED', 'DELAYED', 'NOT_STARTED', 'OFF_TRACK', 'AT_RISK', 'ON_TRACK'] as const
export type Health = (typeof healths)[number]
export const rateAlerts = ['CRITICAL', 'WARNING'] as const
export type RateAlert = (typeof rateAlerts)[number]

/** A work order as its health is judged from it: pieces, the factory's days, and on how many days something was entered. */
export interface Progress {
  readonly target: number
  readonly produced: number
  readonly entries: number
  readonly startDay: BusinessDay
  readonly deadlineDay: BusinessDay
  /** Today is not over, and nothing is entered for it yet: it does not count as a day that has passed. */
  readonly isTodayOpen?: boolean
}

/** Ratios in percent, times in days. */
export interface HealthLimits {
  readonly offTrackRatio: Decimal
  readonly atRiskRatio: Decimal
  readonly offTrackDays: number
  readonly atRiskDays: number
  readonly deadlineDays: number
  readonly criticalDays: number
  readonly warningDays: number
  readonly leastEntries: number
}

/**
 * How a work order stands at the end of a day. `expectedPercent` is where it should be, `ratio` what it has reached of that, `lateness` how
 * many days it will need beyond its deadline at the pace so far (negative: to spare), `rate` that pace in pieces a day. What cannot be said
 * yet is null.
 */
export interface Judgement {
  readonly health: Health
  readonly progressPercent: Decimal
  readonly expectedPercent: Decimal
  readonly ratio: Decimal | null
  readonly rate: Decimal | null
  readonly lateness: Decimal | null
  readonly finishDay: BusinessDay | null
  readonly alert: RateAlert | null
}

const hundred = rational(100n)
const whole = 1_000_000

/** How a work order stands, without the numbers that are only shown: what a whole board is judged by. */
export interface Assessment {
  readonly health: Health
  readonly alert: RateAlert | null
  /** Pieces that should be there by the end of the day. */
  readonly expected: number
  /** At its pace it will be later than is well (AT_RISK). */
  readonly isSlow: boolean
  /** Whether less was made than such a share, in percent, of what should be there. */
  isBehind(limitPercent: Decimal): boolean
}

/** The planner's health of a work order, the first that fits of `healths`; by its entries, its days and the settings alone. */
export function assess(progress: Progress, today: BusinessDay, limits: HealthLimits): Assessment {
  const counts = countsOf(progress, today)
  return {
    health: healthOf(progress, counts, today, limits),
    alert: alertOf(progress, counts, limits),
    expected: Math.floor((progress.target * counts.due) / counts.planned),
    isSlow: isLater(progress, counts, limits.atRiskDays),
    isBehind: limitPercent => isBehind(progress, counts, limitPercent),
  }
}

/** The same with its numbers. */
export function judge(progress: Progress, today: BusinessDay, limits: HealthLimits): Judgement {
  const counts = countsOf(progress, today)
  const { target, produced, entries } = progress
  const { due, planned, remaining, daysLeft } = counts
  const actual = ratio(BigInt(produced), BigInt(target))
  const expected = ratio(BigInt(due), BigInt(planned))
  const rate = hasPace(progress) ? ratio(BigInt(produced), BigInt(entries)) : null
  return {
    health: healthOf(progress, counts, today, limits),
    alert: alertOf(progress, counts, limits),
    progressPercent: percentOf(actual),
    expectedPercent: percentOf(expected),
    ratio: due > 0 ? percentOf(divideRationals(actual, expected)) : null,
    rate: rate && toDecimal(rate, 'half-up'),
    lateness: rate && toDecimal(ratio(BigInt(remaining) * rate.denominator - BigInt(daysLeft) * rate.numerator, rate.numerator), 'half-up'),
    finishDay: paceDay(progress, today),
  }
}

/** When the rest is done at the pace so far; nothing where there is no pace, no rest, or it would take ten years. */
export function paceDay(progress: Progress, today: BusinessDay): BusinessDay | null {
  const { target, produced, entries } = progress
  if (!hasPace(progress) || produced >= target) return null
  const days = estimatedDays(target - produced, ratio(BigInt(produced), BigInt(entries)))
  return days > farthestDays ? null : addDays(lastCounted(progress, today), days)
}
const farthestDays = 3_650

/** PX-2: how many more days the rest takes at a pace of `rate` a day. */
export function estimatedDays(remaining: number, rate: Rational): number {
  return ceilToInteger(ratio(BigInt(remaining) * rate.denominator, rate.numerator))
}

/** In whole days, and pieces; `due` of the `planned` days have begun. */
interface Counts {
  readonly planned: number
  readonly elapsed: number
  readonly due: number
  readonly daysLeft: number
  readonly remaining: number
}

function countsOf(progress: Progress, today: BusinessDay): Counts {
  const { target, produced, startDay, deadlineDay } = progress
  const planned = daysBetween(startDay, deadlineDay) + 1
  const begun = daysBetween(startDay, lastCounted(progress, today)) + 1
  const elapsed = Math.max(0, begun)
  return { planned, elapsed, due: Math.min(elapsed, planned), daysLeft: planned - begun, remaining: Math.max(0, target - produced) }
}

function lastCounted({ isTodayOpen = false }: Progress, today: BusinessDay): BusinessDay {
  return isTodayOpen ? addDays(today, -1) : today
}

function healthOf(progress: Progress, counts: Counts, today: BusinessDay, limits: HealthLimits): Health {
  const { target, produced, startDay, deadlineDay } = progress
  if (produced >= target) return 'COMPLETED'
  if (today > deadlineDay) return 'DELAYED'
  if (produced === 0 && today < startDay) return 'NOT_STARTED'
  if (
    isBehind(progress, counts, limits.offTrackRatio) ||
    isLater(progress, counts, limits.offTrackDays) ||
    (produced === 0 && counts.elapsed >= 1)
  )
    return 'OFF_TRACK'
  if (
    isBehind(progress, counts, limits.atRiskRatio) ||
    isLater(progress, counts, limits.atRiskDays) ||
    isClose(progress, counts, limits.deadlineDays)
  )
    return 'AT_RISK'
  return 'ON_TRACK'
}

function hasPace({ produced, entries }: Progress): boolean {
  return produced > 0 && entries > 0
}

/** What was made of the target is less than such a share of the days that are due. */
function isBehind({ target, produced }: Progress, { due, planned }: Counts, limitPercent: Decimal): boolean {
  return due > 0 && isLess([produced, planned, whole], [limitPercent, target, due])
}

/** The rest takes more than so many days beyond the deadline at the pace so far. */
function isLater(progress: Progress, { remaining, daysLeft }: Counts, days: number): boolean {
  return hasPace(progress) && isLess([daysLeft + days, progress.produced], [remaining, progress.entries])
}

/** The deadline is near and more is left than a day brings. */
function isClose(progress: Progress, { daysLeft, remaining }: Counts, days: number): boolean {
  if (daysLeft > days) return false
  return hasPace(progress) ? isLess([progress.produced], [remaining, progress.entries]) : remaining > 0
}

/** Of a pace that has been seen on enough days. */
function alertOf(progress: Progress, counts: Counts, limits: HealthLimits): RateAlert | null {
  if (progress.entries < limits.leastEntries || counts.remaining === 0) return null
  if (isLater(progress, counts, limits.criticalDays)) return 'CRITICAL'
  return isLater(progress, counts, limits.warningDays) ? 'WARNING' : null
}

/** Compares two products of whole numbers, exactly however large they are. */
function isLess(a: readonly number[], b: readonly number[]): boolean {
  const [one, other] = [product(a), product(b)]
  if (Number.isSafeInteger(one) && Number.isSafeInteger(other)) return one < other
  return exactProduct(a) < exactProduct(b)
}

function product(factors: readonly number[]): number {
  return factors.reduce((result, factor) => result * factor, 1)
}

function exactProduct(factors: readonly number[]): bigint {
  return factors.reduce((result, factor) => result * BigInt(factor), 1n)
}

function percentOf(value: Rational): Decimal {
  return toDecimal(multiplyRationals(value, hundred), 'half-up')
}
