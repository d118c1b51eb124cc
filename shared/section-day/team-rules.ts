import { addDays, type BusinessDay } from '../core/dates.ts'
import { addDecimals, compareDecimals, decimal, fromUnits, subtractDecimals, zero, type Decimal } from '../core/decimal.ts'
import { divideRationals, multiplyRationals, rational, toPlaces, type Rational } from '../core/rational.ts'
import { percentOf } from '../reports/rules.ts'
import { earnedMinutes, lineTarget } from './standard-minutes.ts'

/** A team's day as it is entered. Efficiencies are percent; `standardMinutes` are those of a piece (SAM), `outputQuantity` pieces, of which the efficiency follows where they were counted; `overtimeMinutes` of all its workers together; without a target none was set. */
export interface TeamFigures {
  readonly targetEfficiency: Decimal | null
  readonly actualEfficiency: Decimal
  readonly standardMinutes: Decimal
  readonly outputQuantity: Decimal | null
  readonly workers: Decimal
  readonly shiftHours: Decimal
  readonly overtimeMinutes: Decimal
  readonly idleMinutes: Decimal
  readonly idleWorkers: Decimal
}

/** Minutes of all workers, and pieces, each with two decimals: what a period shows is the sum of what its days show. `targetMinutes` and `targetPieces`: what the target asked for; nothing without one. */
export interface TeamMinutes {
  readonly worked: Decimal
  readonly earned: Decimal
  readonly lost: Decimal
  readonly targetMinutes: Decimal | null
  readonly targetPieces: Decimal | null
  readonly pieces: Decimal
  readonly isTargetMet: boolean | null
}

const places = 2
const kept = (value: Rational) => toPlaces(value, places, 'half-up')
const sixty = rational(60n)
const hundredth = rational('0.01')

/** Line efficiency (industrial engineering): standard minutes earned = minutes worked × efficiency; pieces = minutes earned ÷ SAM, or the other way round where pieces were counted; what stood idle = minutes × workers that waited. */
export function teamMinutes({ targetEfficiency, actualEfficiency, standardMinutes, outputQuantity, workers, shiftHours, overtimeMinutes, idleMinutes, idleWorkers }: TeamFigures): TeamMinutes {
  const worked = workedMinutes({ workers, shiftHours, overtimeMinutes })
  const shareOf = (percent: Decimal) => kept(multiplyRationals(rational(worked), rational(percent), hundredth))
  const earned = outputQuantity === null ? shareOf(actualEfficiency) : earnedMinutes(outputQuantity, standardMinutes)
  return {
    worked, earned, lost: kept(multiplyRationals(rational(idleMinutes), rational(idleWorkers))), targetMinutes: targetEfficiency === null ? null : shareOf(targetEfficiency),
    targetPieces: targetEfficiency === null ? null : lineTarget(worked, targetEfficiency, standardMinutes), pieces: outputQuantity ?? kept(divideRationals(rational(earned), rational(standardMinutes))),
    isTargetMet: targetEfficiency === null ? null : compareDecimals(actualEfficiency, targetEfficiency) >= 0,
  }
}

/** Minutes of all workers: those of the shift and what they stayed on. */
export function workedMinutes({ workers, shiftHours, overtimeMinutes }: Pick<TeamFigures, 'workers' | 'shiftHours' | 'overtimeMinutes'>): Decimal {
  return addDecimals(kept(multiplyRationals(rational(workers), rational(shiftHours), sixty)), kept(rational(overtimeMinutes)))
}

/** Several days of teams together. Shares are of the minutes, so a large team weighs more than a small one; `attained` is of the days that had a target; none of it where nothing was worked (RP-4). */
export interface TeamSum {
  readonly days: number
  readonly workerDays: Decimal
  readonly worked: Decimal
  readonly earned: Decimal
  readonly lost: Decimal
  readonly pieces: Decimal
  readonly overtime: Decimal
  readonly efficiency: Decimal | null
  /** Of the minutes that did not stand idle. */
  readonly onStandard: Decimal | null
  readonly target: Decimal | null
  readonly attained: Decimal | null
  readonly met: number
  readonly withTarget: number
}

export function sumOfTeams(days: readonly TeamFigures[]): TeamSum {
  const read = days.map(figures => ({ ...figures, ...teamMinutes(figures) }))
  const aimed = read.filter(({ targetMinutes }) => targetMinutes !== null)
  const total = <Row>(rows: readonly Row[], value: (row: Row) => Decimal) => fromUnits(rows.reduce((sum, row) => sum + value(row), 0))
  const [worked, earned, lost] = [total(read, row => row.worked), total(read, row => row.earned), total(read, row => row.lost)]
  const aim = total(aimed, ({ targetMinutes }) => targetMinutes ?? zero)
  return {
    days: read.length, worked, earned, lost, workerDays: total(read, row => row.workers), pieces: total(read, row => row.pieces), overtime: total(read, row => row.overtimeMinutes),
    efficiency: percentOf(earned, worked), onStandard: compareDecimals(lost, worked) > 0 ? null : percentOf(earned, subtractDecimals(worked, lost)),
    target: percentOf(aim, total(aimed, row => row.worked)), attained: percentOf(total(aimed, row => row.earned), aim), met: aimed.filter(({ isTargetMet }) => isTargetMet === true).length, withTarget: aimed.length,
  }
}

/** How a share of the target looks: reached, nearly, or far from it; nothing without a target. */
export const teamStates = ['REACHED', 'NEAR', 'BELOW', 'NONE'] as const
export type TeamState = (typeof teamStates)[number]
const near = decimal('90')
const whole = decimal('100')

export function teamState(attained: Decimal | null): TeamState {
  if (attained === null) return 'NONE'
  if (compareDecimals(attained, whole) >= 0) return 'REACHED'
  return compareDecimals(attained, near) >= 0 ? 'NEAR' : 'BELOW'
}

/** The Monday of the day's week. */
export function weekOf(day: BusinessDay): BusinessDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** The last so many weeks of those given, in order. */
export function lastWeeks(weeks: readonly BusinessDay[], most: number): BusinessDay[] {
  return [...new Set(weeks)].toSorted().slice(-most)
}
