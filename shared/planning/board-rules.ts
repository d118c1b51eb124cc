import { addDays, daysBetween, type BusinessDay } from '../core/dates.ts'
import { compareDecimals, decimal, subtractDecimals, type Decimal } from '../core/decimal.ts'
import { ratio, toDecimal } from '../core/rational.ts'
import type { Health, Assessment } from './health.ts'
import { colours, type Colour, type ColourLimits } from './rules.ts'

export const alertLevels = ['CRITICAL', 'WARNING'] as const
export type AlertLevel = (typeof alertLevels)[number]

/**
 * Why a work order is told of, by its days alone. `late`: past its deadline; `slow`: its pace will not do; `behind`: it should be further;
 * `close`: more is left than the days before the deadline bring.
 */
export const healthCauses = ['late', 'stuck', 'slow', 'notBegun', 'behind', 'close'] as const
export type HealthCause = (typeof healthCauses)[number]

/** The worst first, as they are looked at. */
export const healthsByUrgency: readonly Health[] = ['DELAYED', 'OFF_TRACK', 'AT_RISK', 'ON_TRACK', 'NOT_STARTED', 'COMPLETED']

/** Health without a matter: as planned, or done. */
export function isWell(health: Health): boolean {
  return health === 'COMPLETED' || health === 'ON_TRACK' || health === 'NOT_STARTED'
}

export interface Alert {
  readonly level: AlertLevel | null
  readonly causes: readonly HealthCause[]
}

/** What else is known of a work order that is told of. */
export interface AlertFacts {
  readonly isStuck: boolean
  readonly hasBegun: boolean
  readonly variancePercent: Decimal
}

/**
 * PPIC: DELAYED and stuck are critical; a risk, or more than `variancePercent` less than it should be by now, is a warning; a pace that
 * will not do is what its own limits say.
 */
export function alertOf({ health, alert, isSlow, isBehind }: Assessment, { isStuck, hasBegun, variancePercent }: AlertFacts): Alert {
  if (health === 'COMPLETED') return noAlert
  const isShort = isBehind(subtractDecimals(whole, variancePercent))
  const isCritical = health === 'DELAYED' || isStuck || alert === 'CRITICAL'
  const isWarned = health === 'AT_RISK' || health === 'OFF_TRACK' || isShort || alert === 'WARNING'
  if (!isCritical && !isWarned) return noAlert
  const known: readonly (HealthCause | false)[] = [
    health === 'DELAYED' && 'late',
    isStuck && 'stuck',
    alert !== null && 'slow',
    !hasBegun && health === 'OFF_TRACK' && 'notBegun',
    hasBegun && isShort && health !== 'DELAYED' && 'behind',
  ]
  const causes = known.filter(cause => cause !== false)
  return { level: isCritical ? 'CRITICAL' : 'WARNING', causes: causes.length > 0 ? causes : [isSlow ? 'slow' : 'close'] }
}
const noAlert: Alert = { level: null, causes: [] }
const whole = decimal('100')

/** PPIC: in work, and `stuckDays` whole working days have gone by since its last entry. */
export function isStuckAfter(idleWorkDays: number, stuckDays: number): boolean {
  return idleWorkDays >= stuckDays
}

/** PL-16, by what should be there today: `reached` in percent of it; nothing where nothing is due yet. */
export function colourOfShare(reached: Decimal | null, { orange, yellow, green }: ColourLimits): Colour | null {
  if (reached === null) return null
  const limits = [orange, yellow, green]
  return colours[limits.filter(limit => compareDecimals(reached, limit) >= 0).length] ?? null
}

/** What a stage has made against what it should have by now. */
export interface StageSum {
  readonly target: number
  readonly expected: number
  readonly produced: number
}
export interface StageVariance {
  readonly variance: number
  readonly percent: Decimal | null
  readonly isAlert: boolean
}

/** PPIC: pieces and percent beyond (or, negative, short of) what is due; more than `limit` short is a warning. */
export function varianceOf({ expected, produced }: StageSum, limit: Decimal): StageVariance {
  const variance = produced - expected
  const percent = expected === 0 ? null : toDecimal(ratio(BigInt(variance) * 100n, BigInt(expected)), 'half-up')
  return { variance, percent, isAlert: percent !== null && compareDecimals(subtractDecimals(decimal('0'), percent), limit) > 0 }
}

/** One work order, or a stage that has none yet, on the way of an order. `paceDay`: when it is done at its own pace. */
export interface ForecastPart {
  readonly position: number
  readonly startDay: BusinessDay
  readonly deadlineDay: BusinessDay
  readonly finishedDay: BusinessDay | null
  readonly paceDay: BusinessDay | null
}

/**
 * When an order will be made: position after position. What is finished is; what has a pace ends by it, but not before what it goes on from;
 * what has none yet takes the days it was planned with, from the day on which the position before it ends. Nothing where there is nothing to
 * go by.
 */
export function forecastDay(parts: readonly ForecastPart[], today: BusinessDay): BusinessDay | null {
  const positions = [...Map.groupBy(parts, ({ position }) => position)].toSorted(([a], [b]) => a - b)
  return positions.reduce<BusinessDay | null>(
    (before, [, beside]) => latest([before, ...beside.map(part => endOf(part, before, today))]),
    null,
  )
}

function endOf(
  { startDay, deadlineDay, finishedDay, paceDay }: ForecastPart,
  before: BusinessDay | null,
  today: BusinessDay,
): BusinessDay | null {
  if (finishedDay !== null) return finishedDay
  if (paceDay !== null) return latest([paceDay, before])
  const from = latest([today, startDay, before && addDays(before, 1)])!
  return addDays(from, daysBetween(startDay, deadlineDay))
}

function latest(days: readonly (BusinessDay | null)[]): BusinessDay | null {
  return days.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
}

/** For lists: the worst health first. */
export function urgencyOf(health: Health): number {
  return healthsByUrgency.indexOf(health)
}

/** Whether a work order stands worse than it was last told. */
export function isWorse(health: Health, before: Health): boolean {
  return urgencyOf(health) < urgencyOf(before)
}
