import { addDays, daysBetween, type BusinessDay } from '../core/dates.ts'
import type { Decimal } from '../core/decimal.ts'
import { ceilToInteger, compareRationals, multiplyRationals, ratio, rational, toDecimal, type Rational } from '../core/rational.ts'

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
 * How a work order stands at the end of a day. `expectedPercent` is where it should be, `ratio` what it has reached of that, `lateness` how many days it will
 * need beyond its deadline at the pace so far (negative: to spare), `rate` that pace in pieces a day. What cannot be said yet is null.
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

const zeroRational = rational(0n)
const hundred = rational(100n)

/** The planner's health of a work order, the first that fits of `healths`; by its entries, its days and the settings alone. */
export function judge(progress: Progress, today: BusinessDay, limits: HealthLimits): Judgement {
  const facts = factsOf(progress, today)
  return {
    health: healthOf(progress, facts, today, limits),
    progressPercent: percentOf(facts.actual), expectedPercent: percentOf(facts.expected), ratio: facts.ratio && percentOf(facts.ratio),
    rate: facts.rate && toDecimal(facts.rate, 'half-up'), lateness: facts.lateness && toDecimal(facts.lateness, 'half-up'),
    finishDay: facts.rate && facts.remaining > 0 ? addDays(today, estimatedDays(facts.remaining, facts.rate)) : null,
    alert: alertOf(progress, facts, limits),
  }
}

/** PX-2: how many more days the rest takes at a pace of `rate` a day. */
export function estimatedDays(remaining: number, rate: Rational): number {
  return ceilToInteger(ratio(BigInt(remaining) * rate.denominator, rate.numerator))
}

interface Facts {
  readonly actual: Rational
  readonly expected: Rational
  readonly ratio: Rational | null
  readonly rate: Rational | null
  readonly lateness: Rational | null
  readonly elapsed: number
  readonly daysLeft: number
  readonly remaining: number
}

function factsOf({ target, produced, entries, startDay, deadlineDay }: Progress, today: BusinessDay): Facts {
  const planned = daysBetween(startDay, deadlineDay) + 1
  const elapsed = Math.max(0, daysBetween(startDay, today) + 1)
  const daysLeft = daysBetween(today, deadlineDay)
  const remaining = Math.max(0, target - produced)
  const actual = ratio(BigInt(produced), BigInt(target))
  const expected = ratio(BigInt(Math.min(elapsed, planned)), BigInt(planned))
  const rate = produced > 0 && entries > 0 ? ratio(BigInt(produced), BigInt(entries)) : null
  return {
    actual, expected, rate, elapsed, daysLeft, remaining,
    ratio: elapsed > 0 ? ratio(actual.numerator * expected.denominator, actual.denominator * expected.numerator) : null,
    lateness: rate && ratio(BigInt(remaining) * rate.denominator - BigInt(daysLeft) * rate.numerator, rate.numerator),
  }
}

function healthOf({ target, produced, startDay, deadlineDay }: Progress, facts: Facts, today: BusinessDay, limits: HealthLimits): Health {
  if (produced >= target) return 'COMPLETED'
  if (today > deadlineDay) return 'DELAYED'
  if (produced === 0 && today < startDay) return 'NOT_STARTED'
  if (isBehind(facts, limits.offTrackRatio) || isLater(facts, limits.offTrackDays) || (produced === 0 && facts.elapsed >= 1)) return 'OFF_TRACK'
  if (isBehind(facts, limits.atRiskRatio) || isLater(facts, limits.atRiskDays) || isClose(facts, limits.deadlineDays)) return 'AT_RISK'
  return 'ON_TRACK'
}

function isBehind({ ratio: reached }: Facts, limitPercent: Decimal): boolean {
  return reached !== null && compareRationals(multiplyRationals(reached, hundred), rational(limitPercent)) < 0
}

function isLater({ lateness }: Facts, days: number): boolean {
  return lateness !== null && compareRationals(lateness, rational(BigInt(days))) > 0
}

/** The deadline is near and more is left than a day brings. */
function isClose({ daysLeft, remaining, rate }: Facts, days: number): boolean {
  return daysLeft <= days && compareRationals(rational(BigInt(remaining)), rate ?? zeroRational) > 0
}

/** Of a pace that has been seen on enough days. */
function alertOf({ entries }: Progress, facts: Facts, limits: HealthLimits): RateAlert | null {
  if (entries < limits.leastEntries || facts.remaining === 0) return null
  if (isLater(facts, limits.criticalDays)) return 'CRITICAL'
  return isLater(facts, limits.warningDays) ? 'WARNING' : null
}

function percentOf(value: Rational): Decimal {
  return toDecimal(multiplyRationals(value, hundred), 'half-up')
}
