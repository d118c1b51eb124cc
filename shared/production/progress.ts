import { daysBetween, type BusinessDay } from '../core/dates.ts'
import { decimal, type Decimal } from '../core/decimal.ts'
import { ratio, type Rational } from '../core/rational.ts'

export interface PlannedPieces { readonly target: number; readonly startDay: BusinessDay; readonly deadlineDay: BusinessDay }

/** How many pieces of a target should be made by the end of a day, as many on each day from its start to its deadline. */
export function expectedBy(day: BusinessDay, { target, startDay, deadlineDay }: PlannedPieces): Rational {
  const planned = Math.max(1, daysBetween(startDay, deadlineDay) + 1)
  const elapsed = Math.min(planned, Math.max(0, daysBetween(startDay, day) + 1))
  return ratio(BigInt(target) * BigInt(elapsed), BigInt(planned))
}

/** What a day is to bring of a work order: what is left of it, spread over the days to its deadline; all of it once that has come. */
export function dueOn(day: BusinessDay, { target, produced, startDay, deadlineDay }: PlannedPieces & { readonly produced: number }): number {
  const rest = Math.max(0, target - produced)
  if (day < startDay) return 0
  return Math.ceil(rest / (Math.max(0, daysBetween(day, deadlineDay)) + 1))
}

/** One day's output of a work order, in pieces, with what it is planned by. */
export interface PlannedDay extends PlannedPieces { readonly workOrderId: string; readonly day: BusinessDay; readonly good: number }

/** What each day was to bring, as the days before it had left it: all days of each work order, together and in their order. */
export function withDue<Day extends PlannedDay>(days: readonly Day[]): (Day & { readonly due: number })[] {
  return [...Map.groupBy(days, ({ workOrderId }) => workOrderId).values()].flatMap(its => {
    let produced = 0
    return its.map(one => {
      const due = dueOn(one.day, { ...one, produced })
      produced += one.good
      return { ...one, due }
    })
  })
}

export const utilisationLooks = ['NONE', 'CRITICAL', 'WARNING', 'FAIR', 'GOOD'] as const
/** PX-18: `NONE` where nothing was due, `FAIR` between the warning and the target. */
export type UtilisationLook = (typeof utilisationLooks)[number]
export interface UtilisationLimits { readonly critical: Decimal; readonly warning: Decimal; readonly target: Decimal }

/** PX-18: how much of what a day was to bring was made, exact. */
export function utilisationLook(made: number, due: number, { critical, warning, target }: UtilisationLimits): UtilisationLook {
  if (due === 0) return 'NONE'
  const reaches = (percent: Decimal) => BigInt(made) * hundred >= BigInt(due) * BigInt(percent)
  if (!reaches(critical)) return 'CRITICAL'
  if (!reaches(warning)) return 'WARNING'
  return reaches(target) ? 'GOOD' : 'FAIR'
}
const hundred = BigInt(decimal('100'))
