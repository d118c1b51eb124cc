import { z } from 'zod'
import { optionalText, Reason, Version } from '../core/fields.ts'
import { command, query } from '../core/procedure.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/**
 * What is to be settled before a month is closed, of its days and those before it: items that stand below zero in a section (where the ledger binds), late entries that wait in the queue, and
 * requests about output that wait for consent.
 */
export const InTheWay = z.object({ negative: z.int(), lateEntries: z.int(), requests: z.int() })
export type InTheWay = z.infer<typeof InTheWay>

/** A month of the books. `moves` were posted in it. What it takes to close or reopen it now is told by `mayClose` and `mayReopen`, for whoever has the right; `inTheWay` of one that may be closed. */
export const Period = z.object({
  month: z.string(), status: z.enum(['OPEN', 'CLOSED']), moves: z.int(), reason: z.string(), changedAt: z.string().nullable(), changedByName: z.string().nullable(),
  mayClose: z.boolean(), mayReopen: z.boolean(), version: z.int().optional(), inTheWay: InTheWay.nullable(),
})
export type Period = z.infer<typeof Period>

/** The right to open a closed month again, which a refused posting names. */
export const reopenRight = 'audit.approve'

/** Accounting periods: nothing is posted into a month that is closed, nor into one before it. */
export const periods = {
  /** The newest first, this month and the 23 before it. */
  listPeriods: query({ permission: 'warehouse.view', input: z.object({}), output: z.array(Period), reads: ['accountingPeriod', 'stockMove', 'user', 'lateEntry', 'approvalRequest', 'paperBatchLine', 'setting'], varies: 'clock' }),
  /** All months before it that are still open are closed with it. Throws `period-not-over`. */
  closePeriod: command({
    permission: 'warehouse.approve', input: z.object({ month: Month, version: Version.optional(), reason: optionalText(500).default('') }), output: Period, writes: ['accountingPeriod'],
  }),
  /** The last closed one; those before it stay closed. Throws `wrong-state`. */
  reopenPeriod: command({ permission: reopenRight, action: 'UNLOCK', input: z.object({ month: Month, version: Version, reason: Reason }), output: Period, writes: ['accountingPeriod'] }),
  /** PX-15: once a month is over, tells what stands in the way of closing it, or closes it on the factory's day. Answers the month it closed. */
  remindOfMonthEnd: command({ permission: 'warehouse.approve', visibility: 'internal', action: 'UPDATE', input: z.object({}), output: z.object({ closed: z.string().nullable() }), writes: ['accountingPeriod', 'notificationReceipt'] }),
}
