import { z } from 'zod'
import { Note } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command } from '../core/procedure.ts'
import { stockWrites } from './moves.ts'
import { StockQuantity } from './quantity.ts'

export const backflush = {
  /** WH-3: a section uses up several materials of its own store at once, all or none; `stock-short` names every one that is short. For a work order of its own, what is kept for that goes first. */
  consumeMaterials: command({
    permission: 'production.execute',
    input: z.object({
      sectionId: IdSchema, locationId: IdSchema.optional(), workOrderId: IdSchema.optional(), note: Note.default(''),
      lines: z.array(z.object({ itemId: IdSchema, quantity: StockQuantity, debtId: IdSchema.optional() })).min(1).max(200),
    }),
    output: z.object({ posted: z.int() }),
    writes: stockWrites,
  }),
}
