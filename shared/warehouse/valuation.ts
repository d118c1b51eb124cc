import { addDecimals, fromUnits, isPositive, isZero, subtractDecimals, type Decimal } from '../core/decimal.ts'
import { divideRounded } from '../core/fixed-point.ts'
import { addMoney, fromMinorUnits, priceTimes, subtractMoney, type Money } from '../core/money.ts'
import { withinRange } from '../core/within-range.ts'

export const valuationMethods = ['FIFO', 'AVERAGE'] as const
export type ValuationMethod = (typeof valuationMethods)[number]

/** What there is of an item, and what it is worth; nothing is known of the worth where no cost ever was. */
export interface Held { readonly quantity: Decimal; readonly value: Money | null }

/** Four places of a quantity and four of a cost, against the two of money. */
const quotientPerMinorUnit = 1_000_000n

/** What one unit is worth: 2,200 for 20 are 110. None where there is nothing, or its worth is not known. */
export function averageOf({ quantity, value }: Held): Decimal | null {
  if (value === null || !isPositive(quantity)) return null
  return withinRange(() => fromUnits(divideRounded(BigInt(value) * quotientPerMinorUnit, BigInt(quantity), 'half-up')))
}

/**
 * Goods come in at this cost of a unit: 10 at 100 and 10 at 120 are 20 at 110. Without a cost they come at the average; where
 * nothing was known of what lies there, or it was owed, all of it is worth the new cost.
 */
export function cameIn(held: Held, quantity: Decimal, unitCost: Decimal | null): Held {
  const cost = unitCost ?? averageOf(held)
  const together = addDecimals(held.quantity, quantity)
  if (cost === null) return { quantity: together, value: null }
  if (!isPositive(held.quantity) || held.value === null) return { quantity: together, value: worthOf(cost, together) }
  const worth = worthOf(cost, quantity)
  return { quantity: together, value: worth && withinRange(() => addMoney(held.value!, worth)) }
}

/** Goods leave at the average, or at the cost they came in at where that is taken back: 12 of 20 worth 2,200 leave 8 worth 880. */
export function wentOut(held: Held, quantity: Decimal, unitCost: Decimal | null = null): Held {
  const left = subtractDecimals(held.quantity, quantity)
  if (held.value === null) return { quantity: left, value: null }
  if (!isPositive(left)) return { quantity: left, value: isZero(left) ? fromMinorUnits(0) : null }
  const worth = unitCost === null ? shareOf(held.value, quantity, held.quantity) : worthOf(unitCost, quantity)
  return { quantity: left, value: worth === null || worth > held.value ? fromMinorUnits(0) : subtractMoney(held.value, worth) }
}

/** None where it is more than an amount can hold: a move is never refused for what it is worth. */
function worthOf(unitCost: Decimal, quantity: Decimal): Money | null {
  return withinRange(() => (isPositive(quantity) ? priceTimes(unitCost, quantity, 'half-up') : fromMinorUnits(0)))
}

function shareOf(value: Money, quantity: Decimal, whole: Decimal): Money {
  return fromMinorUnits(divideRounded(BigInt(value) * BigInt(quantity), BigInt(whole), 'half-up'))
}
