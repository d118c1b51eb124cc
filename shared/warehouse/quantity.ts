import { compareDecimals, decimal, DecimalSchema, NonNegativeDecimal, PositiveDecimal, type Decimal } from '../core/decimal.ts'

/** A billion: more of anything than a factory has, and far enough from the end of the number range to add up in peace. */
export const largestQuantity = decimal('1000000000')

const isBelievable = (quantity: Decimal) => compareDecimals(quantity, largestQuantity) <= 0
const tooMuch = { message: 'out-of-range', params: { reason: 'out-of-range' } }

/** A quantity that is moved or asked for. */
export const StockQuantity = PositiveDecimal.refine(isBelievable, tooMuch)
/** What the books say: less than nothing where some is owed. */
export const BookLevel = DecimalSchema.refine(isBelievable, tooMuch)
/** A quantity that was counted, or at which something happens: none is one too. */
export const StockLevel = NonNegativeDecimal.refine(isBelievable, tooMuch)
