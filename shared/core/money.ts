import type { Decimal } from './decimal.ts'
import { countCodec, countText, divideRounded, parseCount, safeCount, type Rounding } from './fixed-point.ts'

declare const moneyBrand: unique symbol

/**
 * An amount in the company currency's minor unit (IDR: 1/100), always a safe integer, which reaches ±90 million million rupiah.
 * A type of its own, so that an amount is never taken for a quantity. A unit cost is a `Decimal`: it needs the finer places.
 * Every function whose result would leave the range throws `DecimalError` `out-of-range`.
 */
export type Money = number & { readonly [moneyBrand]: true }

const defaultPlaces = 2
const unitCostTimesQuantityPlaces = 8

/** Reads plain decimal text or a JSON number, as `decimal` does. Throws `DecimalError`: `not-a-number`, `too-many-places`, `out-of-range`. */
export function money(value: string | number, places = defaultPlaces): Money {
  return parseCount(value, places) as Money
}

/** Plain decimal text without trailing zeros, for the wire: "1250000", "0.5". How people see money is the screen's matter. */
export function moneyText(amount: Money, places = defaultPlaces): string {
  return countText(amount, places)
}

/** A count of minor units as the database keeps it. Throws `DecimalError`: `not-a-number` if it is not whole, `out-of-range`. */
export function fromMinorUnits(count: number | bigint): Money {
  return safeCount(count) as Money
}

export function addMoney(a: Money, b: Money): Money {
  return fromMinorUnits(a + b)
}

export function subtractMoney(a: Money, b: Money): Money {
  return fromMinorUnits(a - b)
}

/** Only the total must be in range: the order of the amounts never decides whether there is one. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let total = 0n
  for (const amount of amounts) total += BigInt(amount)
  return fromMinorUnits(total)
}

/** What a quantity costs: the exact product, rounded once, to the minor unit. `places`: at most 8. */
export function priceTimes(unitCost: Decimal, quantity: Decimal, rounding: Rounding, places = defaultPlaces): Money {
  const minorUnit = 10n ** BigInt(unitCostTimesQuantityPlaces - places)
  return fromMinorUnits(divideRounded(BigInt(unitCost) * BigInt(quantity), minorUnit, rounding))
}

/** What all lines of an order cost, each rounded to the minor unit; one without a price costs nothing. */
export function totalOf(lines: readonly { readonly unitPrice: Decimal | null; readonly quantity: Decimal }[]): Money {
  return sumMoney(lines.flatMap(({ unitPrice, quantity }) => (unitPrice === null ? [] : priceTimes(unitPrice, quantity, 'half-up'))))
}

/** Wire (decimal text, or a JSON number) ⇄ `Money` of 2 places; `z.encode` always gives text. A bad value is an issue `custom` with `params.reason`. */
export const MoneySchema = countCodec<Money>(defaultPlaces)
