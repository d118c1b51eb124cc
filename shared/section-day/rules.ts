import { addDays, type BusinessDay } from '../core/dates.ts'
import { compareDecimals, fromUnits, isPositive, zero, type Decimal } from '../core/decimal.ts'
import { multiplyRationals, ratio, rational, toPlaces } from '../core/rational.ts'
import { ruleInForce, type DatedRule } from '../masters/rules.ts'

export const attendanceStatuses = ['PRESENT', 'ABSENT'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]
export const lateStatuses = ['WAITING', 'APPLIED', 'REJECTED'] as const
export type LateStatus = (typeof lateStatuses)[number]

/** What a worker is to make in a shift, and how long the shift is; nothing of either where no rule holds. */
export interface WorkerTarget { readonly targetQuantity: Decimal; readonly shiftHours: Decimal }
/** `standardMinutes`: what one takes in the section, where that is not the item's own. */
export interface SectionRule extends DatedRule { readonly targetQuantity: Decimal | null; readonly shiftHours: Decimal; readonly standardMinutes: Decimal | null }

/** PX-6: by the rule that is in force for the item on the day (MD-2). */
export function targetOf(rules: readonly SectionRule[], day: string, itemId: string): WorkerTarget {
  const rule = ruleInForce(rules, day, { itemId })
  return rule ? { targetQuantity: rule.targetQuantity ?? zero, shiftHours: rule.shiftHours } : { targetQuantity: zero, shiftHours: zero }
}

/** What one of the item takes on the day: by the rule that is in force, else the item's own. */
export function standardMinutesOf(rules: readonly SectionRule[], day: string, item: { readonly id: string; readonly standardMinutes: Decimal | null }): Decimal | null {
  return ruleInForce(rules, day, { itemId: item.id })?.standardMinutes ?? item.standardMinutes
}

/** PX-6: ((actual ÷ target) − 1) × hours of the shift, two decimals; none without a target or up to it. */
export function overtimeHours(actual: Decimal, { targetQuantity, shiftHours }: WorkerTarget): Decimal {
  if (!isPositive(targetQuantity) || compareDecimals(actual, targetQuantity) <= 0) return zero
  return toPlaces(multiplyRationals(ratio(BigInt(actual) - BigInt(targetQuantity), BigInt(targetQuantity)), rational(shiftHours)), 2, 'half-up')
}

/** PX-6: green, else red. */
export function isTargetMet(actual: Decimal, { targetQuantity }: WorkerTarget): boolean {
  return compareDecimals(actual, targetQuantity) >= 0
}

interface Named { readonly id: string; readonly code: string; readonly name: string }

/** PX-10: whom a day's sheet asks about: the section's own, then whoever else made something in it, as one who was lent to it. */
export function askedOnSheet(own: readonly Named[], entries: readonly { readonly workerId: string; readonly workerCode: string; readonly workerName: string }[]): Named[] {
  const others = entries.filter(({ workerId }) => !own.some(({ id }) => id === workerId)).map(({ workerId: id, workerCode: code, workerName: name }): Named => ({ id, code, name }))
  return [...own, ...new Map(others.map(worker => [worker.id, worker])).values()]
}

/** What several workers made, and how many of those that had a target reached it. */
export interface WorkerSum { readonly entries: number; readonly aimed: number; readonly target: Decimal; readonly actual: Decimal; readonly overtime: Decimal; readonly met: number }

export function sumOf(entries: readonly { readonly targetQuantity: Decimal; readonly actualQuantity: Decimal; readonly overtimeHours: Decimal; readonly isTargetMet: boolean }[]): WorkerSum {
  const total = (column: 'targetQuantity' | 'actualQuantity' | 'overtimeHours') => fromUnits(entries.reduce((sum, entry) => sum + entry[column], 0))
  const aimed = entries.filter(({ targetQuantity }) => isPositive(targetQuantity))
  return { entries: entries.length, aimed: aimed.length, target: total('targetQuantity'), actual: total('actualQuantity'), overtime: total('overtimeHours'), met: aimed.filter(entry => entry.isTargetMet).length }
}

/** The same by the unit of the items: pieces are not added to metres. The unit of most entries first. */
export interface UnitSum extends WorkerSum { readonly unitCode: string; readonly places: number }

export function sumsByUnit(entries: readonly (Parameters<typeof sumOf>[0][number] & { readonly unitCode: string; readonly unitPlaces: number })[]): UnitSum[] {
  return [...Map.groupBy(entries, ({ unitCode }) => unitCode)].map(([unitCode, its]) => ({ unitCode, places: its[0]!.unitPlaces, ...sumOf(its) })).toSorted((a, b) => b.entries - a.entries || a.unitCode.localeCompare(b.unitCode))
}

/** When a section's days lock by themselves: at this hour, so many days after; never with no days. */
export interface CutOff { readonly days: number; readonly hour: number }

/** PX-5: the last day whose hour has come; none where no day locks by itself. */
export function lastCutOff({ days, hour }: CutOff, now: { readonly day: BusinessDay; readonly time: string }): BusinessDay | undefined {
  return days === 0 ? undefined : addDays(now.day, isCutOff(addDays(now.day, -days), null, { days, hour }, now) ? -days : -days - 1)
}

/** PX-5. A day that was opened again stays open until the hour of the day after that. `now` is what calendar and clock of the factory show. */
export function isCutOff(day: BusinessDay, openedOn: BusinessDay | null, { days, hour }: CutOff, now: { readonly day: BusinessDay; readonly time: string }): boolean {
  if (days === 0) return false
  const after = addDays(day, days)
  const due = openedOn === null ? after : [after, addDays(openedOn, 1)].toSorted()[1]!
  return now.day > due || (now.day === due && now.time >= `${String(hour).padStart(2, '0')}:00`)
}
