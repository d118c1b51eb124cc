import { compareDecimals, isZero, subtractDecimals, type Decimal } from '../core/decimal.ts'
import { divideRationals, multiplyRationals, rational, toDecimal } from '../core/rational.ts'
import type { AbcClass } from './abc.ts'
import { withinRange } from '../core/within-range.ts'

/** How often a store is counted: the main store, a section's own, finished goods and packing (WH-6). */
export const countRhythms = ['MAIN', 'SECTION', 'GOODS'] as const
export type CountRhythm = (typeof countRhythms)[number]

/** After how many days each kind of store is counted again; the main store also by the class of what is counted. */
export interface CountDays { readonly main: number; readonly section: number; readonly goods: number; readonly classes: Readonly<Record<AbcClass, number>> }

/** WH-6: after how many days a plan is due again; of several classes the most frequent counts (A 30, B 60, C 90: of B and C 60). */
export function daysBetweenCounts(rhythm: CountRhythm, abcClasses: readonly AbcClass[], { main, section, goods, classes }: CountDays): number {
  if (rhythm !== 'MAIN') return rhythm === 'GOODS' ? goods : section
  return abcClasses.length === 0 ? main : Math.min(...abcClasses.map(one => classes[one]))
}

/** The rhythm to propose for several stores: the strictest, where any is counted as goods; a section's where all are of sections. */
export function rhythmOfStores(rhythms: readonly CountRhythm[]): CountRhythm {
  if (rhythms.includes('GOODS')) return 'GOODS'
  return rhythms.length > 0 && rhythms.every(rhythm => rhythm === 'SECTION') ? 'SECTION' : 'MAIN'
}

export const countStatuses = ['DRAFT', 'COUNTING', 'COMPARED', 'POSTED', 'REVERSED', 'CANCELLED'] as const
export type CountStatus = (typeof countStatuses)[number]

/** Why a count differs from the books. */
export const countCauses = ['COUNTING', 'UNRECORDED', 'LOSS_SCRAP', 'THEFT', 'SYSTEM'] as const
export type CountCause = (typeof countCauses)[number]

/** Who answers for a difference. */
export const varianceBands = ['AUTOMATIC', 'SUPERVISOR', 'MANAGER'] as const
export type VarianceBand = (typeof varianceBands)[number]

const startable: readonly CountStatus[] = ['DRAFT', 'COUNTING', 'COMPARED']
const nextStatuses = { start: ['DRAFT'], enter: ['COUNTING'], recount: ['COMPARED'], post: ['COMPARED'], reverse: ['POSTED'], cancel: startable } as const satisfies Record<string, readonly CountStatus[]>
export type CountAct = keyof typeof nextStatuses

export function allowsCountAct(status: CountStatus, act: CountAct): boolean {
  return (nextStatuses[act] as readonly CountStatus[]).includes(status)
}

/** Whose figures stand beside the books for all to see. */
export function isCompared(status: CountStatus): boolean {
  return status === 'COMPARED' || status === 'POSTED' || status === 'REVERSED'
}

/** The limits of a count: up to `automatic` percent it is posted at once, above `manager` a manager decides. */
export interface VarianceLimits { readonly automatic: Decimal; readonly manager: Decimal }

/** WH-6: |counted − books| / books, in percent; none where the books had nothing. 96 of 100: 4 %. */
export function variancePercent(inBooks: Decimal, counted: Decimal): Decimal | null {
  const difference = Math.abs(subtractDecimals(counted, inBooks)) as Decimal
  if (isZero(difference)) return difference
  if (isZero(inBooks)) return null
  return withinRange(() => toDecimal(multiplyRationals(divideRationals(rational(difference), rational(inBooks)), rational('100')), 'half-up'))
}

/**
 * WH-6: up to 2 % it is posted at once, up to 5 % a supervisor decides, above it a manager (96 of 100: the supervisor; 94: the
 * manager). What the books knew nothing of is the manager's.
 */
export function varianceBand(inBooks: Decimal, counted: Decimal, { automatic, manager }: VarianceLimits): VarianceBand {
  const difference = BigInt(Math.abs(subtractDecimals(counted, inBooks)))
  if (difference === 0n) return 'AUTOMATIC'
  // Both sides in the same parts: the percent itself would be rounded.
  const isWithin = (limit: Decimal) => difference * 1_000_000n <= BigInt(limit) * BigInt(inBooks)
  if (inBooks <= 0) return 'MANAGER'
  return isWithin(automatic) ? 'AUTOMATIC' : isWithin(manager) ? 'SUPERVISOR' : 'MANAGER'
}

export interface CountedTwice { readonly firstCount: Decimal | null; readonly secondCount: Decimal | null; readonly recount: Decimal | null }

/** What counts of a line: the recount, else what both counters found alike; none as long as they differ. */
export function countedOf({ firstCount, secondCount, recount }: CountedTwice): Decimal | null {
  if (recount !== null) return recount
  return firstCount !== null && secondCount !== null && compareDecimals(firstCount, secondCount) === 0 ? firstCount : null
}

/** Whether a line must be counted again: the counters differ, a manager would decide, or something moved while it was counted. */
export function needsRecount(line: CountedTwice & { readonly inBooks: Decimal; readonly hasMoved: boolean }, limits: VarianceLimits): boolean {
  if (line.recount !== null) return false
  const counted = countedOf(line)
  return counted === null || line.hasMoved || varianceBand(line.inBooks, counted, limits) === 'MANAGER'
}

/** The gravest of several bands. */
export function gravestBand(bands: readonly VarianceBand[]): VarianceBand {
  return varianceBands.findLast(band => bands.includes(band)) ?? 'AUTOMATIC'
}
