import { DecimalError, fromUnits, unitsPerWhole, type Decimal, type Rounding } from './decimal.ts'
import { divideRounded, safeCount } from './fixed-point.ts'

/**
 * An exact fraction in lowest terms with a positive denominator: for products of several factors, and for unit factors
 * (1 yd = 0.9144 m), so that one rounding at the end is the only one. 450 × 1.1 is 495 here, and stays so under `ceilToInteger`.
 */
export interface Rational { readonly numerator: bigint; readonly denominator: bigint }

const one: Rational = { numerator: 1n, denominator: 1n }
const none: Rational = { numerator: 0n, denominator: 1n }

/**
 * A `Decimal`; a whole number as a bigint; or plain decimal text with up to 30 digits on either side of the point,
 * because a unit factor may need more than 4 decimals. Throws `DecimalError` `not-a-number`.
 */
export function rational(value: Decimal | bigint | string): Rational {
  if (typeof value === 'bigint') return { numerator: value, denominator: 1n }
  if (typeof value === 'number') return ratio(BigInt(value), unitsPerWhole)
  // The limit keeps a hostile text from costing minutes in `greatestCommonDivisor`.
  const parts = /^(-?\d{1,30})(?:\.(\d{1,30}))?$/.exec(value)
  if (!parts) throw new DecimalError('not-a-number')
  const [, whole = '', fraction = ''] = parts
  return ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length))
}

/** Throws `DecimalError` `division-by-zero`. */
export function ratio(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new DecimalError('division-by-zero')
  if (denominator < 0n) return ratio(-numerator, -denominator)
  const divisor = denominator === 1n ? 1n : greatestCommonDivisor(numerator, denominator)
  return divisor === 1n ? { numerator, denominator } : { numerator: numerator / divisor, denominator: denominator / divisor }
}

export function multiplyRationals(...[first = one, ...factors]: readonly Rational[]): Rational {
  return factors.reduce((a, b) => ratio(a.numerator * b.numerator, a.denominator * b.denominator), first)
}

export function addRationals(...[first = none, ...terms]: readonly Rational[]): Rational {
  return terms.reduce((a, b) => (a.denominator === b.denominator
    ? ratio(a.numerator + b.numerator, a.denominator)
    : ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)), first)
}

/** Throws `DecimalError` `division-by-zero`. */
export function divideRationals(a: Rational, b: Rational): Rational {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Below zero where `a` is the smaller, above where it is the larger, for `sort`. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

/** Throws `DecimalError` `out-of-range`. */
export function toDecimal(value: Rational, rounding: Rounding): Decimal {
  return fromUnits(divideRounded(value.numerator * unitsPerWhole, value.denominator, rounding))
}

/** As many decimals as a unit is counted with. Throws `DecimalError` `out-of-range`. */
export function toPlaces(value: Rational, places: number, rounding: Rounding): Decimal {
  const step = 10n ** BigInt(places)
  return toDecimal(ratio(divideRounded(value.numerator * step, value.denominator, rounding), step), rounding)
}

/** The least whole number not below the value: pieces, cartons (PL-9, PL-10). Throws `DecimalError` `out-of-range`. */
export function ceilToInteger(value: Rational): number {
  return safeCount(divideRounded(value.numerator, value.denominator, 'ceiling'))
}

/** The greatest whole number not above the value: pieces that material suffices for (WH-21). Throws `DecimalError` `out-of-range`. */
export function floorToInteger(value: Rational): number {
  return safeCount(divideRounded(value.numerator, value.denominator, 'floor'))
}

const largestNumber = BigInt(Number.MAX_SAFE_INTEGER)

/** By plain numbers as soon as both are small enough: that is many times faster. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (smaller !== 0n) {
    if (larger <= largestNumber && smaller <= largestNumber) return BigInt(divisorOfNumbers(Number(larger), Number(smaller)))
    const rest = larger % smaller
    larger = smaller
    smaller = rest
  }
  return larger
}

function divisorOfNumbers(a: number, b: number): number {
  let [larger, smaller] = [a, b]
  while (smaller !== 0) {
    const rest = larger % smaller
    larger = smaller
    smaller = rest
  }
  return larger
}
