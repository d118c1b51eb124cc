import { z } from 'zod'
import { Note, Reason } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command } from '../core/procedure.ts'
import { mostLines } from './invoice-payload.ts'
import { Badge, Invoice } from './invoices.ts'
import { returnSections } from './rules.ts'
import { allStageWrites, pickingWrites } from './writes.ts'

/** What became of each of several invoices: those that were refused say why, the others are done. */
export const EachInvoice = z.object({
  invoiceId: z.string(),
  number: z.string(),
  error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
})
export type EachInvoice = z.infer<typeof EachInvoice>
export const Several = z.array(IdSchema).min(1).max(200)

const act = { permission: 'fulfilment.execute', output: Invoice } as const
const step = { invoiceId: IdSchema, ...Badge }
/** Lines of which all pieces were counted, besides those that were saved on the way. Without manual picking every line is to be among them: `lines-not-scanned`. */
export const Counted = { lineIds: z.array(IdSchema).max(mostLines).default([]) }

export const picking = {
  /** IF-2, IF-4. Throws `invoice-held`, `no-work-menu` (IA-8), `picking-open` with the invoice that is to be finished first, `wrong-state`. */
  startPicking: command({ ...act, action: 'UPDATE', input: z.object(step), output: Invoice, writes: pickingWrites }),
  /** What its picker has in the basket so far; a draft. */
  savePicked: command({ ...act, input: z.object({ ...step, lineIds: z.array(IdSchema).max(mostLines) }), writes: ['pickingSession'] }),
  /**
   * IF-3: by whoever began it (`other-picker`). Goods kept in stock leave their shelf. `short`: what the shelf did not give; then the invoice
   * goes back to billing instead, with what is lacking.
   * Throws `stock-short` where the books say that there is less than was picked.
   */
  completePicking: command({
    ...act,
    action: 'UPDATE',
    writes: pickingWrites,
    input: z.object({
      ...step,
      ...Counted,
      notes: Note.default(''),
      short: z
        .array(z.object({ lineId: IdSchema, quantity: z.int().min(0) }))
        .max(mostLines)
        .default([]),
    }),
  }),
  /** IF-5: several invoices on one round. Throws `bulk-picking-off`. */
  startRound: command({
    permission: 'fulfilment.execute',
    action: 'UPDATE',
    input: z.object({ invoiceIds: Several, ...Badge }),
    output: z.array(EachInvoice),
    writes: pickingWrites,
  }),
  /** Each as `completePicking`, by what was saved of it. */
  completeRound: command({
    permission: 'fulfilment.execute',
    action: 'UPDATE',
    input: z.object({ invoiceIds: Several, ...Badge }),
    output: z.array(EachInvoice),
    writes: pickingWrites,
  }),
  /**
   * IF-12: the invoice goes back to the queue before; the session stays in the history. Throws `wrong-state`: never what is delivered; `not-
   * picker`: what somebody picks is cancelled by them, or whoever is in charge.
   */
  cancelSession: command({
    ...act,
    action: 'DELETE',
    input: z.object({ ...step, stage: z.enum(returnSections), reason: Reason }),
    writes: allStageWrites,
  }),
}
