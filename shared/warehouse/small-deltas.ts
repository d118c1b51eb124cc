import { subtractDecimals, type Decimal } from '../core/decimal.ts'
import { compareRationals, rational, type Rational } from '../core/rational.ts'

/** PL-20: up to which the System agrees to a debt: less than so many kilograms, or less than so many percent of what a work order needs. */
export interface SmallDebt { readonly kilograms: Decimal; readonly percent: Decimal }

/** What is owed in all, by weight, and of what need; each where that is known. */
export interface Owed { readonly quantity: Decimal; readonly kilograms: Rational | undefined; readonly need: Decimal | undefined }

export function isSmallDebt({ quantity, kilograms, need }: Owed, limits: SmallDebt): boolean {
  const isLight = kilograms !== undefined && compareRationals(kilograms, rational(limits.kilograms)) < 0
  return isLight || (need !== undefined && BigInt(quantity) * hundredPercent < BigInt(need) * BigInt(limits.percent))
}

/** PL-20: whether a count differs from the books by less than so many percent of them. */
export function isSmallAdjustment(inBooks: Decimal, counted: Decimal, percent: Decimal): boolean {
  return BigInt(Math.abs(subtractDecimals(counted, inBooks))) * hundredPercent < BigInt(inBooks) * BigInt(percent)
}

/** A hundred, as a count of parts of a percent. */
const hundredPercent = 1_000_000n
