import { z } from 'zod'
import { IdSchema } from '../core/ids.ts'
import { job } from '../core/procedure.ts'
import { StockQuantity } from '../warehouse/quantity.ts'
import { labelCount, labelKinds, mostLabels } from './rules.ts'

/** A label that is wanted: of an item, a lot, a place, a carton of an item, or one that was packed, with its own number. `quantity` is printed where it is given; a carton's own is the item's. */
export const LabelWish = z.object({
  kind: z.enum(labelKinds), id: IdSchema, quantity: StockQuantity.optional(), copies: z.int().min(1).max(mostLabels).default(1),
})
export type LabelWish = z.infer<typeof LabelWish>

const wishes = {
  labels: z.array(LabelWish).min(1).max(mostLabels)
    .refine(labels => labelCount(labels) <= mostLabels, { message: 'labels.issues.too-many', params: { reason: 'labels.issues.too-many', maximum: mostLabels } }),
  language: z.enum(['id', 'en']).optional(),
}

/** Labels to be scanned (IO-10). */
export const labels = {
  /**
   * To a printer on the network, in their order, from the label after `skip` on: what was sent before the printer broke off need not be
   * sent again. Throws `printer-off` where it does not answer, `printer-broke-off` with how many it took.
   */
  printLabels: job({
    permission: 'warehouse.view',
    lane: 'bulk',
    liveOnly: true,
    input: z.object({ ...wishes, printerId: IdSchema, skip: z.int().min(0).max(mostLabels).default(0) }),
    output: z.object({ printed: z.int(), printer: z.string() }),
  }),
  /** As a PDF of A4 sheets for a printer of documents. */
  makeLabelSheet: job({
    permission: 'warehouse.view',
    lane: 'bulk',
    input: z.object(wishes),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int(), count: z.int() }),
  }),
}
