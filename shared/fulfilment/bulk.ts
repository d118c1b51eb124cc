import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { optionalText, Reason, text } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { Invoice, usualPage } from './invoices.ts'
import { EachInvoice, Several } from './picking.ts'
import { invoiceStatuses } from './rules.ts'
import { allStageWrites, invoiceReads } from './writes.ts'

export const bulkTargets = ['PICKED', 'PACKED', 'DELIVERED'] as const
export const sampleStates = ['INVOICED', ...bulkTargets] as const
const Span = z.object({
  fromDay: BusinessDaySchema,
  toDay: BusinessDaySchema,
  status: z.array(z.enum(invoiceStatuses)).min(1).max(invoiceStatuses.length),
  to: z.enum(bulkTargets),
})
/** How an invoice stood before a run, and the code of what refused it. */
export const BulkResult = z.object({ number: z.string(), from: z.enum(invoiceStatuses), error: z.string().nullable() })
export type BulkResult = z.infer<typeof BulkResult>
export const clearWhats = ['sessions', 'invoices'] as const

export const bulk = {
  /** IF-15: what is so urgent that it is handed over without picking and packing one by one. */
  expressBill: command({
    permission: 'fulfilment.update',
    action: 'OVERRIDE',
    input: z.object({ invoiceIds: Several }),
    output: z.array(EachInvoice),
    writes: allStageWrites,
  }),
  /** IF-16: to its end, past whatever stage it stands at. */
  forceComplete: command({
    permission: 'process.forceCompleteInvoice',
    action: 'OVERRIDE',
    input: z.object({ invoiceId: IdSchema, reason: Reason }),
    output: Invoice,
    writes: allStageWrites,
  }),
  /**
   * IF-16: what a bulk change would move, and what it would leave; `later`: how many are too many for one run and wait for the next. `digest`
   * says what was looked at.
   */
  previewBulk: query({
    permission: 'process.changeInvoicesInBulk',
    input: Span,
    reads: invoiceReads,
    output: z.object({ digest: z.string(), moves: z.int(), stays: z.int(), later: z.int(), invoices: z.array(Invoice) }),
  }),
  /** IF-16. Throws `bulk-stale` where by now other invoices would be moved than were looked at. */
  changeInvoicesInBulk: command({
    permission: 'process.changeInvoicesInBulk',
    action: 'OVERRIDE',
    input: Span.extend({ digest: text(100), reason: Reason }),
    output: z.object({ runId: z.string(), results: z.array(EachInvoice) }),
    writes: [...allStageWrites, 'invoiceBulkRun'],
  }),
  listBulkRuns: query({
    permission: 'process.changeInvoicesInBulk',
    input: listInput({ fromDay: BusinessDaySchema, toDay: BusinessDaySchema }, ['createdAt']).extend(usualPage),
    reads: ['invoiceBulkRun', 'user', 'site'],
    output: page(
      z.object({
        id: z.string(),
        createdAt: z.string(),
        fromDay: z.string(),
        toDay: z.string(),
        to: z.enum(bulkTargets),
        reason: z.string(),
        doneByName: z.string(),
        done: z.int(),
        refused: z.int(),
      }),
    ),
  }),
  /** What a run did with each of its invoices, in their order. Throws `not-found`. */
  getBulkResults: query({
    permission: 'process.changeInvoicesInBulk',
    input: z.object({ id: IdSchema }),
    reads: ['invoiceBulkRun'],
    output: z.array(BulkResult),
  }),
  /** IF-17: of the invoices of these days whose number begins with the prefix and goes on with digits alone. */
  findMissing: query({
    permission: 'fulfilment.view',
    long: true,
    input: z.object({ prefix: optionalText(50).default(''), fromDay: BusinessDaySchema, toDay: BusinessDaySchema }),
    reads: ['invoice'],
    output: z.object({ first: z.string().nullable(), last: z.string().nullable(), found: z.int(), count: z.int(), numbers: z.array(z.string()) }),
  }),
  /**
   * Sample invoices to practise on, with the work that led to their state: with `hasSessions` and no `status`, to one state after the other.
   * Throws `invalid-input` for the work on what nobody has begun.
   */
  seedInvoices: command({
    permission: 'dataCare.execute',
    action: 'CREATE',
    input: z.object({
      count: z.int().min(1).max(500).default(20),
      hasSessions: z.boolean().default(false),
      status: z.enum(sampleStates).optional(),
    }),
    output: z.object({ numbers: z.array(z.string()) }),
    writes: [...allStageWrites, 'customer', 'salesman'],
  }),
  /** Takes away the work on all invoices, so that they begin anew, or the invoices too. `confirm` is their number, typed: `invalid-input` where it is not. */
  clearInvoices: command({
    permission: 'process.clearData',
    action: 'DELETE',
    liveOnly: true,
    input: z.object({ what: z.enum(clearWhats), confirm: z.int().min(0), reason: Reason }),
    output: z.object({ cleared: z.int() }),
    writes: [...allStageWrites, 'creditNote', 'courierChange', 'invoiceBulkRun', 'attachment'],
  }),
}
