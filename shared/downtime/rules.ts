import type { Decimal } from '../core/decimal.ts'
import { divideRationals, multiplyRationals, ratio, rational, toPlaces, type Rational } from '../core/rational.ts'

/** From an instant up to another one, which is no part of it; without an end it goes on. */
export interface Span { readonly from: string; readonly to: string | null }

/** PX-10: a machine cannot stand still twice at a time. What ends when another begins does not overlap it. */
export function overlaps(a: Span, b: Span): boolean {
  return (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to)
}

const minute = 60_000

/** PX-10: how long something lasted, in whole minutes. */
export function wholeMinutes(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / minute))
}

/** What stood still: a machine, a line, or without either the whole section. */
export interface Stop extends Span { readonly machineId: string | null; readonly productionLineId: string | null; readonly isPlanned: boolean }
/** How many machines and lines a section has. */
export interface Equipment { readonly machines: number; readonly lines: number }

/**
 * How many minutes of its working hours a section lost to stops, to the nearest whole one. A stop of the whole section takes all of it, of a machine or a line its
 * share of all machines or lines; what stands still at the same time is counted once. What still stands has stood until `now`.
 */
export function lostMinutes(stops: readonly Stop[], hours: readonly Span[], { machines, lines }: Equipment, now: string): number {
  const [perMachine, perLine] = [Math.max(1, lines), Math.max(1, machines)]
  const whole = perMachine * perLine
  const shareAt = (standing: readonly Stop[]) => Math.min(whole, standing.reduce((sum, stop) => sum + shareOf(stop, { perMachine, perLine, whole }), 0))
  const lost = hours.reduce((sum, span) => {
    const until = span.to === null || span.to > now ? now : span.to
    const within = stops.filter(stop => overlaps(stop, { from: span.from, to: until }))
    const turns = [...new Set([span.from, until, ...within.flatMap(({ from, to }) => [from, to ?? until])])].filter(at => at >= span.from && at <= until).toSorted()
    return turns.slice(1).reduce((inner, to, at) => {
      const from = turns[at]!
      return inner + (Date.parse(to) - Date.parse(from)) * shareAt(standingWithin(within, from, to))
    }, sum)
  }, 0)
  return Math.round(lost / whole / minute)
}

function shareOf({ machineId, productionLineId }: Stop, { perMachine, perLine, whole }: Readonly<Record<'perMachine' | 'perLine' | 'whole', number>>): number {
  if (machineId !== null) return perMachine
  return productionLineId !== null ? perLine : whole
}

function standingWithin(stops: readonly Stop[], from: string, to: string): Stop[] {
  return stops.filter(stop => overlaps(stop, { from, to }))
}

export const oeeGaps = ['UNITS', 'SHIFT', 'STOPPED', 'RATE', 'OUTPUT'] as const
/** Why a part of OEE is not known: what was put out has several units, no shift worked, all of it stood still, no machine says its rate, nothing was entered. */
export type OeeGap = (typeof oeeGaps)[number]

/** Of a section and day, or several: minutes of its shifts and what of them was lost; `ratePerHour` pieces that its machines make in an hour together. */
export interface OeeFacts {
  readonly shiftMinutes: number
  readonly plannedMinutes: number
  readonly unplannedMinutes: number
  readonly ratePerHour: Decimal | null
  readonly produced: number
  readonly good: number
}

/** Shares in percent to one decimal. */
export interface Oee { readonly availability: Decimal | null; readonly performance: Decimal | null; readonly quality: Decimal | null; readonly index: Decimal | null; readonly gaps: readonly OeeGap[] }

/**
 * ISO 22400-2: availability = APT ÷ PBT, effectiveness = PRI × PQ ÷ APT, quality ratio = GQ ÷ PQ; the index is their product. Planned stops are no part of PBT. A part that is
 * not known makes the index unknown too.
 */
export function oeeOf({ shiftMinutes, plannedMinutes, unplannedMinutes, ratePerHour, produced, good }: OeeFacts): Oee {
  const busy = Math.max(0, shiftMinutes - plannedMinutes)
  const worked = Math.max(0, busy - unplannedMinutes)
  const hasRate = ratePerHour !== null && ratePerHour > 0
  const availability = busy > 0 ? share(worked, busy) : null
  const performance = hasRate && worked > 0 && produced > 0 ? divideRationals(rational(BigInt(produced * 60)), multiplyRationals(rational(ratePerHour), rational(BigInt(worked)))) : null
  const quality = produced > 0 ? share(good, produced) : null
  const gaps = [
    ...(shiftMinutes > 0 ? [] : ['SHIFT' as const]), ...(shiftMinutes > 0 && worked === 0 ? ['STOPPED' as const] : []), ...(hasRate ? [] : ['RATE' as const]),
    ...(produced > 0 ? [] : ['OUTPUT' as const]),
  ]
  const index = availability && performance && quality && multiplyRationals(availability, performance, quality)
  return { availability: percent(availability), performance: percent(performance), quality: percent(quality), index: percent(index), gaps }
}

function share(part: number, whole: number): Rational {
  return ratio(BigInt(part), BigInt(whole))
}

function percent(value: Rational | null): Decimal | null {
  return value && toPlaces(multiplyRationals(value, rational(100n)), 1, 'half-up')
}
