import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { DecimalSchema, NonNegativeDecimal } from '../core/decimal.ts'
import { Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, query } from '../core/procedure.ts'
import { stockWrites } from './moves.ts'
import { StockLevel } from './quantity.ts'

/** As many items as are counted and saved at once. */
export const largestCount = 2000

/**
 * What the books say of an item at one place: `posted` is the opening stock, to which a count is compared. Once anything else has
 * moved there (`hasMoved`), the opening stays as it is.
 */
export const Opening = z.object({
  itemId: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(), itemVersion: z.int(),
  onHand: DecimalSchema, posted: DecimalSchema, hasMoved: z.boolean(), unitCost: cost(DecimalSchema.nullable()),
})
export type Opening = z.infer<typeof Opening>

/** `posted` is what the books began with when it was counted. With a unit cost, the item's own one changes too, at `itemVersion`. */
export const CountedLine = z.object({
  itemId: IdSchema, quantity: StockLevel, posted: StockLevel, unitCost: cost(NonNegativeDecimal.nullable()), itemVersion: Version.optional(),
})
export type CountedLine = z.infer<typeof CountedLine>

/** Counting what a factory begins with, place by place. */
export const openingCount = {
  /** What is asked for changes with every line that is typed, so the answers are not kept. */
  listOpenings: query({
    permission: 'warehouse.update',
    varies: 'clock',
    input: z.object({ locationId: IdSchema, itemIds: z.array(IdSchema).min(1).max(200) }),
    output: z.array(Opening),
    reads: ['stockMove', 'stockBalance', 'item', 'unit', 'location'],
  }),
  /**
   * Sets the opening stock of one place to what was counted, all lines or none; what is refused is an issue of its line (`lines`,
   * number, field). Answers how many differed from the books. Costs need `masters.update` besides.
   */
  countOpening: command({
    permission: 'warehouse.update',
    input: z.object({ locationId: IdSchema, lines: z.array(CountedLine).min(1).max(largestCount) }),
    output: z.object({ posted: z.int() }),
    writes: [...stockWrites, 'item'],
  }),
}
