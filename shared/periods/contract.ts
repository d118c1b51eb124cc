import { z } from 'zod'
import { optionalText, Reason, Version } from '../core/fields.ts'
import { command, query } from '../core/procedure.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** A month of the books. `moves` were posted in it. What it takes to close or reopen it now is told by `mayClose` and `mayReopen`, for whoever has the right. */
export const Period = z.object({
  month: z.string(), status: z.enum(['OPEN', 'CLOSED']), moves: z.int(), reason: z.string(), changedAt: z.string().nullable(), changedByName: z.string().nullable(),
  mayClose: z.boolean(), mayReopen: z.boolean(), version: z.int().optional(),
})
export type Period = z.infer<typeof Period>

/** The right to open a closed month again, which a refused posting names. */
export const reopenRight = 'audit.approve'

/** Accounting periods: nothing is posted into a month that is closed, nor into one before it. */
export const periods = {
  /** The newest first, this month and the 23 before it. */
  listPeriods: query({ permission: 'warehouse.view', input: z.object({}), output: z.array(Period), reads: ['accountingPeriod', 'stockMove', 'user'], varies: 'clock' }),
  /** All months before it that are still open are closed with it. Throws `period-not-over`. */
  closePeriod: command({
    permission: 'warehouse.approve', input: z.object({ month: Month, version: Version.optional(), reason: optionalText(500).default('') }), output: Period, writes: ['accountingPeriod'],
  }),
  /** The last closed one; those before it stay closed. Throws `wrong-state`. */
  reopenPeriod: command({ permission: reopenRight, action: 'UNLOCK', input: z.object({ month: Month, version: Version, reason: Reason }), output: Period, writes: ['accountingPeriod'] }),
}
