import { daysBetween, type BusinessDay } from '../core/dates.ts'
import { decimal, type Decimal } from '../core/decimal.ts'

/** A day of a work order as the patterns look at it: pieces, and what the plan wanted of that day. */
export interface DayFigure {
  readonly day: BusinessDay
  readonly workOrderId: string
  readonly userId: string
  readonly good: number
  readonly due: number
}

export interface PatternLimits {
  /** So many entries in a row. */
  readonly repeats: number
  /** What is a little over, in percent. */
  readonly from: Decimal
  readonly to: Decimal
  /** What is far off, in percent, and how often by one person within so many days. */
  readonly variance: Decimal
  readonly times: number
  readonly days: number
}

const hundred = BigInt(decimal('100'))

/** Whether good against due lies `percent` over or more; exact. A negative `percent` lies below. */
function isAtLeast({ good, due }: DayFigure, percent: bigint): boolean {
  return BigInt(good - due) * hundred >= BigInt(due) * percent
}

const isPlanned = ({ due }: DayFigure) => due > 0

/** PX-16: entries in a row, each a little over what was wanted; the last of every such run that is long enough. `days` are one work order's, in order. */
export function steadySurplus(days: readonly DayFigure[], { repeats, from, to }: PatternLimits): DayFigure[] {
  const isLittleOver = (day: DayFigure) => isPlanned(day) && isAtLeast(day, BigInt(from)) && (!isAtLeast(day, BigInt(to)) || BigInt(day.good - day.due) * hundred === BigInt(day.due) * BigInt(to))
  return endsOfRuns(days, repeats, (day, _before) => isLittleOver(day))
}

/** PX-16: over and under in turn, as often. */
export function seesaw(days: readonly DayFigure[], { repeats }: PatternLimits): DayFigure[] {
  const signOf = ({ good, due }: DayFigure) => Math.sign(good - due)
  return endsOfRuns(days.filter(isPlanned), repeats, (day, before) => signOf(day) !== 0 && (before === undefined || signOf(day) === -signOf(before)))
}

function endsOfRuns(days: readonly DayFigure[], repeats: number, goesOn: (day: DayFigure, before: DayFigure | undefined) => boolean): DayFigure[] {
  const ends: DayFigure[] = []
  let run: DayFigure[] = []
  const close = () => {
    const last = run.at(-1)
    if (last && run.length >= repeats) ends.push(last)
    run = []
  }
  for (const day of days) {
    if (!goesOn(day, run.at(-1))) close()
    if (goesOn(day, run.at(-1))) run.push(day)
  }
  close()
  return ends
}

/** PX-16: one person's entries that are far off what was wanted, so often within so many days; the last of each. */
export function repeatedVariance(figures: readonly DayFigure[], { variance, times, days }: PatternLimits): DayFigure[] {
  const isFarOff = (figure: DayFigure) => isPlanned(figure) && BigInt(Math.abs(figure.good - figure.due)) * hundred > BigInt(figure.due) * BigInt(variance)
  const byUser = Map.groupBy(figures.filter(isFarOff).toSorted((a, b) => a.day.localeCompare(b.day)), ({ userId }) => userId)
  return [...byUser.values()].flatMap(its => its.findLast((figure, at) => at + 1 >= times && daysBetween(its[at + 1 - times]!.day, figure.day) < days) ?? [])
}

/** PX-16: what a stage has taken in differs from what came to it by more than is tolerated, in percent. */
export function isInputOff(came: number, taken: number, tolerance: Decimal): boolean {
  return BigInt(Math.abs(came - taken)) * hundred > BigInt(came) * BigInt(tolerance)
}

/** E100 (PX-17): less than this share of what was wanted, in percent. */
export function isOutputLow({ good, due }: Pick<DayFigure, 'good' | 'due'>, floor: Decimal): boolean {
  return due > 0 && BigInt(good) * hundred < BigInt(due) * BigInt(floor)
}

/** E201 (PX-17): more was received than the BOM says and this share of it besides, in percent. */
export function isReceivedOver(received: Decimal, needed: Decimal, over: Decimal): boolean {
  return BigInt(received) * hundred > BigInt(needed) * (hundred + BigInt(over))
}
