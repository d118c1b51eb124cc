import { z } from 'zod'
import { Note, text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, job, query } from '../core/procedure.ts'
import { LineQuantity, mostLines } from './invoice-payload.ts'
import { Badge, Invoice, InvoiceDetail } from './invoices.ts'
import { Counted, EachInvoice, Several } from './picking.ts'
import { Container } from './sessions.ts'
import { invoiceReads, packingWrites } from './writes.ts'

const act = { permission: 'fulfilment.execute', output: Invoice } as const
const step = { invoiceId: IdSchema, ...Badge }
const Contents = z.array(z.object({ lineId: IdSchema, quantity: LineQuantity })).max(mostLines)

export const packing = {
  /** IF-6. Of what is being checked already, another takes over the check. */
  startChecking: command({ ...act, action: 'UPDATE', input: z.object(step), writes: packingWrites }),
  saveChecked: command({ ...act, input: z.object({ ...step, lineIds: z.array(IdSchema).max(mostLines) }), writes: ['packingSession'] }),
  /** What was picked is right. Without manual picking, every line was scanned: `lines-not-scanned`. */
  finishChecking: command({ ...act, action: 'APPROVE', input: z.object({ ...step, ...Counted, notes: Note.default('') }), writes: packingWrites }),
  /** IF-6: waits for the customer's other invoices, to be packed with them. */
  holdForConsolidation: command({ ...act, action: 'UPDATE', input: z.object(step), writes: packingWrites }),
  /** All that was held for a customer goes on. */
  releaseConsolidation: command({
    permission: 'fulfilment.execute',
    action: 'UPDATE',
    input: z.object({ customerId: IdSchema, ...Badge }),
    output: z.array(Invoice),
    writes: packingWrites,
  }),
  /** What waits for the same customer, a group a customer. */
  listConsolidation: query({
    permission: 'fulfilment.view',
    input: z.object({}),
    output: z.array(z.object({ customerId: z.string(), customerCode: z.string(), customerName: z.string(), invoices: z.array(Invoice) })),
    reads: invoiceReads,
  }),
  /**
   * IF-7: which tray or box holds how much; a draft until it is sealed, and all of it each time, on top of the version of the packing that the desk
   * has seen: `conflict` where another desk was faster. Throws `tray-taken`, `inactive`, `duplicate`, `pack-mismatch` for more than is invoiced.
   */
  saveContainers: command({
    ...act,
    output: z.object({ sessionVersion: z.int(), containers: z.array(Container) }),
    writes: packingWrites,
    input: z.object({
      ...step,
      sessionVersion: Version,
      containers: z
        .array(
          z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('TRAY'), code: text(50), contents: Contents }),
            z.object({ kind: z.literal('BOX'), code: text(50), contents: Contents }),
          ]),
        )
        .max(200),
    }),
  }),
  /** IF-7: closes the trays, to be boxed. Throws `pack-mismatch` with the lines of which not exactly as much is packed as is invoiced. */
  sealTrays: command({ ...act, action: 'UPDATE', input: z.object(step), writes: packingWrites }),
  /** IF-7: boxes alone, nothing left to be boxed. Throws as `sealTrays`. */
  packBoxes: command({ ...act, action: 'UPDATE', input: z.object({ ...step, labelCount: z.int().min(1).max(200).optional() }), writes: packingWrites }),
  /** IF-8: one or several invoices that were boxed together. */
  completeBoxing: command({
    permission: 'fulfilment.execute',
    action: 'UPDATE',
    output: z.array(EachInvoice),
    writes: packingWrites,
    input: z.object({ invoiceIds: Several, ...Badge, labelCount: z.int().min(1).max(200).default(1), courierId: IdSchema.optional() }),
  }),
  /** IF-8: the address for each of its boxes; the answer's `ticket` fetches the PDF, once. */
  printAddress: job({
    permission: 'fulfilment.view',
    lane: 'interactive',
    input: z.object({ invoiceId: IdSchema, language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
  /** Whose invoice a tray holds that was scanned. Throws `not-found`, `tray-empty`. */
  findTray: query({
    permission: 'fulfilment.view',
    input: z.object({ code: text(50) }),
    output: InvoiceDetail,
    reads: [...invoiceReads, 'packingContainer', 'tray', 'invoiceReturn', 'creditNote', 'courierChange', 'item', 'attachment'],
  }),
}
