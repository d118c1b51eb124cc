import { compareDecimals, fromUnits, isPositive, isZero, subtractDecimals, sumDecimals, zero, type Decimal } from '../core/decimal.ts'
import { divideRationals, multiplyRationals, rational, toPlaces, type Rational } from '../core/rational.ts'

/** Garment industry's work measurement by standard minutes of one (SAM, SMV). Minutes, pieces and percents have two decimals. */
const rounded = (value: Rational) => toPlaces(value, 2, 'half-up')
const hundred = rational(100n)
const sixty = rational(60n)

/** Standard minutes that so many are worth. */
export function earnedMinutes(quantity: Decimal, standardMinutes: Decimal): Decimal {
  return rounded(multiplyRationals(rational(quantity), rational(standardMinutes)))
}

/** Operator efficiency % = pieces × SAM ÷ minutes attended × 100 (400 of 0.50 in 480 minutes: 41.67); of a line the minutes of all its operators. None where nobody was there. */
export function operatorEfficiency(quantity: Decimal, standardMinutes: Decimal, minutesAttended: Decimal): Decimal | null {
  if (!isPositive(minutesAttended)) return null
  return rounded(divideRationals(multiplyRationals(rational(quantity), rational(standardMinutes), hundred), rational(minutesAttended)))
}

/** Line target = minutes × operators × efficiency % ÷ SAM; `operatorMinutes` are those of all operators together (480 × 20 at 50 % of 0.50: 9,600). */
export function lineTarget(operatorMinutes: Decimal, efficiency: Decimal, standardMinutes: Decimal): Decimal {
  return rounded(divideRationals(multiplyRationals(rational(operatorMinutes), rational(efficiency)), multiplyRationals(rational(standardMinutes), hundred)))
}

/** A line's day, for what lies in it: what was loaded, what came out of it, or what was counted at its end. */
export interface LineFlow { readonly workInProgress: Decimal | null; readonly loadedQuantity: Decimal | null; readonly pieces: Decimal }

/** Line WIP = loaded − output, from day to day: what lay in the line before, or what was counted at the end of this day; nothing before the first day on which somebody counted or loaded. */
export function lineWorkInProgress(before: Decimal | null, { workInProgress, loadedQuantity, pieces }: LineFlow): Decimal | null {
  if (workInProgress !== null) return workInProgress
  if (loadedQuantity === null && before === null) return null
  return subtractDecimals(sumDecimals([before ?? zero, loadedQuantity ?? zero]), pieces)
}

/** What an entry says of its worker's time: hours of the shift and standard minutes of one as they were when it was made; without either nobody can say how efficient it was. */
export interface MeasuredEntry { readonly actualQuantity: Decimal; readonly shiftHours: Decimal; readonly standardMinutes: Decimal | null }
/** `attended` and `earned` are minutes; none of it where a shift or standard minutes of what was made are lacking. */
export interface WorkerMinutes { readonly attended: Decimal; readonly earned: Decimal; readonly efficiency: Decimal | null }

/** `[own]` A worker's day: all that they made, in the longest shift among its entries; overtime that is reckoned from output is no attendance. */
export function workerMinutes(entries: readonly MeasuredEntry[]): WorkerMinutes | null {
  const hours = entries.reduce((most, { shiftHours }) => (compareDecimals(shiftHours, most) > 0 ? shiftHours : most), zero)
  const made = entries.filter(({ actualQuantity }) => !isZero(actualQuantity))
  if (isZero(hours) || made.some(({ standardMinutes }) => standardMinutes === null)) return null
  const attended = rounded(multiplyRationals(rational(hours), sixty))
  const earned = sumDecimals(made.map(({ actualQuantity, standardMinutes }) => earnedMinutes(actualQuantity, standardMinutes ?? zero)))
  return { attended, earned, efficiency: shareOf(earned, attended) }
}

/** Of several days together: minutes earned ÷ minutes attended. */
export function sumOfMinutes(days: readonly Pick<WorkerMinutes, 'attended' | 'earned'>[]): WorkerMinutes {
  const total = (column: 'attended' | 'earned') => fromUnits(days.reduce((sum, day) => sum + day[column], 0))
  const [attended, earned] = [total('attended'), total('earned')]
  return { attended, earned, efficiency: shareOf(earned, attended) }
}

function shareOf(earned: Decimal, attended: Decimal): Decimal | null {
  return isPositive(attended) ? rounded(divideRationals(multiplyRationals(rational(earned), hundred), rational(attended))) : null
}
