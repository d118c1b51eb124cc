import { z } from 'zod'
import { IdSchema } from '../core/ids.ts'
import { job } from '../core/procedure.ts'
import { mostLabels } from '../labels/rules.ts'

/** What goes along with an invoice: what is in which box, what its customer signs for, what its courier signs for. */
export const invoicePapers = ['packingList', 'deliveryNote', 'courierSlip'] as const
export type InvoicePaper = (typeof invoicePapers)[number]
/** Stuck on every box: where it goes, or what is in it; on the basket that goes from the shelves to the packing table: whose goods these are. */
export const boxLabelKinds = ['address', 'box', 'basket'] as const
export type BoxLabelKind = (typeof boxLabelKinds)[number]

const File = z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() })
const language = z.enum(['id', 'en']).optional()
const labels = { invoiceId: IdSchema, kind: z.enum(boxLabelKinds), language }

export const papers = {
  /** The answer's `ticket` fetches the PDF, once. Throws `wrong-state` for a courier's slip of what no courier takes. */
  printInvoicePaper: job({
    permission: 'fulfilment.view',
    lane: 'interactive',
    input: z.object({ invoiceId: IdSchema, paper: z.enum(invoicePapers), language }),
    output: File,
  }),
  /** To a printer of labels, one a box, from the label after `skip` on. Throws `printer-off`, `printer-broke-off` with how many it took, `inactive`. */
  printBoxLabels: job({
    permission: 'fulfilment.execute',
    lane: 'bulk',
    liveOnly: true,
    input: z.object({ ...labels, printerId: IdSchema, skip: z.int().min(0).max(mostLabels).default(0) }),
    output: z.object({ printed: z.int(), printer: z.string() }),
  }),
  /** The same on A4 sheets, for a printer of documents. */
  makeBoxLabelSheet: job({ permission: 'fulfilment.execute', lane: 'bulk', input: z.object(labels), output: File }),
}
