import type { Decimal } from '../core/decimal.ts'
import { compareRationals, divideRationals, multiplyRationals, rational, type Rational } from '../core/rational.ts'

export const verdicts = ['OK', 'WARNING', 'REVIEW', 'BLOCKED'] as const
export type Verdict = (typeof verdicts)[number]
export const efficiencies = ['EFFICIENT', 'OVER_USED', 'NO_DATA'] as const
export type Efficiency = (typeof efficiencies)[number]
/** Where a use stands: posted at once, or asked for; then it waits, was refused, may be posted, or was. */
export const useCourses = ['POSTED', 'WAITING', 'REFUSED', 'AGREED', 'USED'] as const
export type UseCourse = (typeof useCourses)[number]

/** Fabric and thread are kept closer than what is filled in and sewn on. */
export const materialClasses = ['FABRIC', 'ACCESSORY'] as const
export type MaterialClass = (typeof materialClasses)[number]

/** By what the factory calls its groups of items: fabric or thread is what one of these words, or the beginning of a word, stands in. `groups` are parted by commas. */
export function materialClassOf({ category }: { readonly category: string }, groups: string): MaterialClass {
  const words = groups.split(',').map(plain).filter(group => group !== ' ')
  return words.some(word => plain(category).includes(word)) ? 'FABRIC' : 'ACCESSORY'
}

/** " kain polos": letters and digits alone, a blank before each word. */
function plain(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`
}

/** In percent, as the settings have them. */
export interface GateLimits {
  readonly fabricReview: Decimal; readonly fabricBlock: Decimal; readonly accessoryReview: Decimal; readonly unitWarning: Decimal; readonly unitBlock: Decimal
}

/** How much more than expected was used, in percent of it, exact: 75.5 against 48.24 is 56.5… Negative where less was. */
export function varianceOf(actual: Rational, expected: Rational): Rational {
  return multiplyRationals(divideRationals(subtract(actual, expected), expected), rational(100n))
}

/** BM-5: the row of the material's class first, the general gate always; the stricter of both counts. Less than expected is never held up. */
export function consumptionVerdict(variance: Rational, materialClass: MaterialClass, limits: GateLimits): Verdict {
  return stricter(classVerdict(variance, materialClass, limits), generalVerdict(variance, limits))
}

function classVerdict(variance: Rational, materialClass: MaterialClass, { fabricReview, fabricBlock, accessoryReview }: GateLimits): Verdict {
  if (materialClass === 'ACCESSORY') return isAbove(variance, accessoryReview) ? 'REVIEW' : 'OK'
  if (isAbove(variance, fabricBlock)) return 'BLOCKED'
  return isAbove(variance, fabricReview) ? 'REVIEW' : 'OK'
}

function generalVerdict(variance: Rational, { unitWarning, unitBlock }: GateLimits): Verdict {
  if (isAbove(variance, unitBlock)) return 'BLOCKED'
  return isAbove(variance, unitWarning) ? 'WARNING' : 'OK'
}

function stricter(a: Verdict, b: Verdict): Verdict {
  return verdicts.indexOf(a) >= verdicts.indexOf(b) ? a : b
}

export const cartonVerdicts = ['AUTOMATIC', 'SUPERVISOR', 'MANAGER'] as const
export type CartonVerdict = (typeof cartonVerdicts)[number]

/** BM-6, whichever way they differ: below the first limit accepted with a note, up to the second one the supervisor's, beyond it the manager's. */
export function cartonVerdict(variance: Rational, { cartonReview, cartonManager }: { readonly cartonReview: Decimal; readonly cartonManager: Decimal }): CartonVerdict {
  const size = variance.numerator < 0n ? { ...variance, numerator: -variance.numerator } : variance
  if (isAbove(size, cartonManager)) return 'MANAGER'
  return isBelow(size, cartonReview) ? 'AUTOMATIC' : 'SUPERVISOR'
}

/** BM-7: planned ÷ actual in percent, at least so much of it is efficient. */
export function efficiencyOf(expected: Rational, actual: Rational, efficientFrom: Decimal): Efficiency {
  if (actual.numerator === 0n) return 'NO_DATA'
  const percent = multiplyRationals(divideRationals(expected, actual), rational(100n))
  return isBelow(percent, efficientFrom) ? 'OVER_USED' : 'EFFICIENT'
}

function isAbove(value: Rational, limit: Decimal): boolean {
  return compareRationals(value, rational(limit)) > 0
}
function isBelow(value: Rational, limit: Decimal): boolean {
  return compareRationals(value, rational(limit)) < 0
}
function subtract(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.denominator - b.numerator * a.denominator, denominator: a.denominator * b.denominator }
}
