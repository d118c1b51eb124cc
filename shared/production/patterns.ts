import { daysBetween, type BusinessDay } from '../core/dates.ts'
import { decimal, type Decimal } from '../core/decimal.ts'

/** A day of a work order or a worker as the patterns look at it: what was made, and what was wanted of that day, as whole counts of one unit. `userId`: whose figures are compared with each other. */
export interface DayFigure {
  readonly day: BusinessDay
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

/** PX-16: entries in a row, each a little over what was wanted; every such run that is long enough. `days` are one work order's, or one worker's with an item, in order. */
export function steadySurplus<Figure extends DayFigure>(days: readonly Figure[], { repeats, from, to }: PatternLimits): Figure[][] {
  const isLittleOver = (day: Figure) => isPlanned(day) && isAtLeast(day, BigInt(from)) && (!isAtLeast(day, BigInt(to)) || BigInt(day.good - day.due) * hundred === BigInt(day.due) * BigInt(to))
  return runsOf(days, repeats, day => isLittleOver(day))
}

/** PX-16: over and under in turn, as often. */
export function seesaw<Figure extends DayFigure>(days: readonly Figure[], { repeats }: PatternLimits): Figure[][] {
  const signOf = ({ good, due }: Figure) => Math.sign(good - due)
  return runsOf(days.filter(isPlanned), repeats, (day, before) => signOf(day) !== 0 && (before === undefined || signOf(day) === -signOf(before)))
}

function runsOf<Figure extends DayFigure>(days: readonly Figure[], repeats: number, goesOn: (day: Figure, before: Figure | undefined) => boolean): Figure[][] {
  const runs: Figure[][] = []
  let run: Figure[] = []
  const close = () => {
    if (run.length >= repeats) runs.push(run)
    run = []
  }
  for (const day of days) {
    if (!goesOn(day, run.at(-1))) close()
    if (goesOn(day, run.at(-1))) run.push(day)
  }
  close()
  return runs
}

/** PX-16: one person's entries that are far off what was wanted, so often within so many days; those of each stretch together. */
export function repeatedVariance<Figure extends DayFigure>(figures: readonly Figure[], { variance, times, days }: PatternLimits): Figure[][] {
  const isFarOff = (figure: Figure) => isPlanned(figure) && BigInt(Math.abs(figure.good - figure.due)) * hundred > BigInt(figure.due) * BigInt(variance)
  const byUser = Map.groupBy(figures.filter(isFarOff).toSorted((a, b) => a.day.localeCompare(b.day)), ({ userId }) => userId)
  return [...byUser.values()].flatMap(its => stretchesOf(its, times, (first, last) => daysBetween(first.day, last.day) < days))
}

/** Stretches of neighbours of which any so many lie close enough together. */
function stretchesOf<Figure>(its: readonly Figure[], times: number, isClose: (first: Figure, last: Figure) => boolean): Figure[][] {
  const stretches: { from: number; to: number }[] = []
  for (let at = times - 1; at < its.length; at += 1) {
    const from = at + 1 - times
    if (!isClose(its[from]!, its[at]!)) continue
    const before = stretches.at(-1)
    if (before && before.to === at - 1) before.to = at
    else stretches.push({ from, to: at })
  }
  return stretches.map(({ from, to }) => its.slice(from, to + 1))
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
