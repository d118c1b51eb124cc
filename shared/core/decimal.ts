import { countCodec, countText, divideRounded, parseCount, safeCount, type Rounding } from './fixed-point.ts'

// A user of decimals need not know on what they stand.
export { DecimalError, type Rounding } from './fixed-point.ts'

declare const decimalBrand: unique symbol

/**
 * A quantity, rate, percentage or unit cost: a whole count of 1/10,000, so 1.5 is 15000. Always a safe integer, which reaches
 * ±900,719,925,474.0991. The database keeps the count, the wire carries the text. Every function whose result would leave
 * the range throws `DecimalError` `out-of-range`.
 */
export type Decimal = number & { readonly [decimalBrand]: true }

const places = 4
export const unitsPerWhole = 10_000n

export const zero = fromUnits(0)

/**
 * Reads plain decimal text: an optional minus, digits, at most 4 decimals; no exponent, no thousand separators, no blanks.
 * A JSON number counts as its shortest text (1e3 is "1000"); from 450,359,962,737.0496 on it cannot hold 4 decimals
 * and is `out-of-range`: such values must come as text. Throws `DecimalError`: `not-a-number`, `too-many-places`, `out-of-range`.
 */
export function decimal(value: string | number): Decimal {
  return parseCount(value, places) as Decimal
}

/** Plain decimal text without trailing zeros: "1.5", "36000", "-0.25". */
export function decimalText(value: Decimal): string {
  return countText(value, places)
}

/** A count of 1/10,000 as the database keeps it. Throws `DecimalError`: `not-a-number` if it is not whole, `out-of-range`. */
export function fromUnits(count: number | bigint): Decimal {
  return safeCount(count) as Decimal
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return fromUnits(a + b)
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return fromUnits(a - b)
}

export function negateDecimal(value: Decimal): Decimal {
  return fromUnits(-value)
}

/** Only the total must be in range: the order of the values never decides whether there is one. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let total = 0n
  for (const value of values) total += BigInt(value)
  return fromUnits(total)
}

export function multiply(a: Decimal, b: Decimal, rounding: Rounding): Decimal {
  return fromUnits(divideRounded(BigInt(a) * BigInt(b), unitsPerWhole, rounding))
}

/** Throws `DecimalError` `division-by-zero`. */
export function divide(a: Decimal, b: Decimal, rounding: Rounding): Decimal {
  return fromUnits(divideRounded(BigInt(a) * unitsPerWhole, BigInt(b), rounding))
}

/** To so many places, half up: for what is read, not for what is reckoned with. */
export function toPlaces(value: Decimal, kept: number): Decimal {
  const step = 10n ** BigInt(places - kept)
  return fromUnits(divideRounded(BigInt(value), step, 'half-up') * step)
}

/** -1, 0 or 1, for `sort`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  return Math.sign(a - b)
}

export function minDecimal(a: Decimal, b: Decimal): Decimal {
  return a < b ? a : b
}

export function maxDecimal(a: Decimal, b: Decimal): Decimal {
  return a > b ? a : b
}

export function isPositive(value: Decimal): boolean {
  return value > 0
}

export function isNegative(value: Decimal): boolean {
  return value < 0
}

export function isZero(value: Decimal): boolean {
  return value === 0
}

/** Wire (decimal text, or a JSON number) ⇄ `Decimal`; `z.encode` always gives text. A bad value is an issue `custom` with `params.reason`. */
export const DecimalSchema = countCodec<Decimal>(places)
export const PositiveDecimal = DecimalSchema.refine(isPositive, { message: 'not-positive', params: { reason: 'not-positive' } })
export const NonNegativeDecimal = DecimalSchema.refine(value => !isNegative(value), { message: 'negative', params: { reason: 'negative' } })
