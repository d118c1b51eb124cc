import { daysBetween, type BusinessDay } from '../core/dates.ts'
import { addDecimals, decimal, fromUnits, type Decimal } from '../core/decimal.ts'
import { ratio, toPlaces } from '../core/rational.ts'

export const overVerdicts = ['AUTOMATIC', 'REVIEW', 'APPROVAL', 'MANAGER'] as const
/** PX-3: what more than the target needs. `REVIEW`: the supervisor looks at it; `APPROVAL`: with a reason, the supervisor; `MANAGER`: blocked but for the manager. */
export type OverVerdict = (typeof overVerdicts)[number]
export interface OverLimits { readonly automatic: Decimal; readonly review: Decimal; readonly block: Decimal }

/** PX-3, by everything made of a work order so far, this day included. */
export function overVerdict(produced: number, target: number, { automatic, review, block }: OverLimits): OverVerdict {
  const isWithin = (percent: Decimal) => BigInt(produced) * hundred <= BigInt(target) * BigInt(addDecimals(whole, percent))
  if (isWithin(automatic)) return 'AUTOMATIC'
  if (isWithin(review)) return 'REVIEW'
  return isWithin(block) ? 'APPROVAL' : 'MANAGER'
}
const whole = decimal('100')
const hundred = BigInt(whole)

export const latenessVerdicts = ['FREE', 'SUPERVISOR', 'MANAGER', 'DIRECTOR'] as const
/** PX-4: who must agree that a day is entered after it. */
export type LatenessVerdict = (typeof latenessVerdicts)[number]

/** PX-4: the same day free; up to so many days the supervisor, up to so many the manager, beyond the director. */
export function latenessVerdict(day: BusinessDay, today: BusinessDay, { supervisorDays, managerDays }: { readonly supervisorDays: number; readonly managerDays: number }): LatenessVerdict {
  const late = daysBetween(day, today)
  if (late <= 0) return 'FREE'
  if (late <= supervisorDays) return 'SUPERVISOR'
  return late <= managerDays ? 'MANAGER' : 'DIRECTOR'
}

/** PX-11: what is left of a target when machines stood still. */
export function adjustedTarget(target: number, shiftMinutes: number, downtimeMinutes: number): number {
  return Math.floor((target * Math.max(0, shiftMinutes - downtimeMinutes)) / shiftMinutes)
}

/** PX-11: what an output is of the target, and of what was left of it, in percent to one decimal; none of a target of nothing. */
export function outputRatios(output: number, target: number, shiftMinutes: number, downtimeMinutes: number): { readonly ofTarget: Decimal | null; readonly ofAdjusted: Decimal | null } {
  return { ofTarget: percentOfPieces(output, target), ofAdjusted: percentOfPieces(output, adjustedTarget(target, shiftMinutes, downtimeMinutes)) }
}

/** PX-11 of a quantity in its own unit, of so many decimals; a day without shifts loses nothing. */
export function quantityRatios(
  output: Decimal, target: Decimal, { places, shiftMinutes, lostMinutes }: { readonly places: number; readonly shiftMinutes: number; readonly lostMinutes: number },
): { readonly adjusted: Decimal; readonly ofTarget: Decimal | null; readonly ofAdjusted: Decimal | null } {
  const step = 10 ** (4 - places)
  const adjusted = shiftMinutes === 0 ? target : fromUnits(adjustedTarget(target / step, shiftMinutes, lostMinutes) * step)
  return { adjusted, ofTarget: percentOfPieces(output, target), ofAdjusted: percentOfPieces(output, adjusted) }
}

function percentOfPieces(output: number, target: number): Decimal | null {
  return target <= 0 ? null : toPlaces(ratio(BigInt(output) * 100n, BigInt(target)), 1, 'half-up')
}

export const consentLevels = ['FREE', 'SUPERVISOR', 'MANAGER', 'DIRECTOR'] as const
/** Whose consent an entry needs. */
export type ConsentLevel = (typeof consentLevels)[number]

const levelOfOver: Readonly<Record<OverVerdict, ConsentLevel>> = { AUTOMATIC: 'FREE', REVIEW: 'SUPERVISOR', APPROVAL: 'SUPERVISOR', MANAGER: 'MANAGER' }

/** PX-3 and PX-4 together: the higher of both. */
export function consentFor(over: OverVerdict, lateness: LatenessVerdict): ConsentLevel {
  const levels = [levelOfOver[over], lateness].map(level => consentLevels.indexOf(level))
  return consentLevels[Math.max(...levels)]!
}

/** Whether somebody must say why: all but a little more than wanted. */
export function needsReason(over: OverVerdict, lateness: LatenessVerdict): boolean {
  return over === 'APPROVAL' || over === 'MANAGER' || lateness !== 'FREE'
}
