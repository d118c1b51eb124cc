import { z } from 'zod'
import { DecimalSchema, NonNegativeDecimal } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { query } from '../core/procedure.ts'

export const conversions = {
  /** An amount in another unit, to the nearest 1/10,000; `isExact` where nothing had to be rounded. Throws `no-conversion`. */
  convertQuantity: query({
    permission: 'masters.view',
    input: z.object({ itemId: IdSchema.nullable().default(null), quantity: NonNegativeDecimal, fromUnitId: IdSchema, toUnitId: IdSchema }),
    output: z.object({ quantity: DecimalSchema, isExact: z.boolean() }),
    reads: ['unitConversion', 'unit', 'item'],
  }),
}
