import { daysBetween, type BusinessDay } from '../core/dates.ts'
import { ratio, type Rational } from '../core/rational.ts'

export interface PlannedPieces { readonly target: number; readonly startDay: BusinessDay; readonly deadlineDay: BusinessDay }

/** How many pieces of a target should be made by the end of a day, as many on each day from its start to its deadline. */
export function expectedBy(day: BusinessDay, { target, startDay, deadlineDay }: PlannedPieces): Rational {
  const planned = Math.max(1, daysBetween(startDay, deadlineDay) + 1)
  const elapsed = Math.min(planned, Math.max(0, daysBetween(startDay, day) + 1))
  return ratio(BigInt(target) * BigInt(elapsed), BigInt(planned))
}
