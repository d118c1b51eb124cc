import { z } from 'zod'
import { DecimalSchema, NonNegativeDecimal, compareDecimals, decimal } from '../core/decimal.ts'
import { Note, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, query } from '../core/procedure.ts'

const hundred = decimal('100')
const Mark = NonNegativeDecimal.refine(value => compareDecimals(value, hundred) <= 0, { params: { reason: 'purchasing.issues.mark' } })
/** `2026-11`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** MD-6: how a vendor did, each from 0 to 100. `delivery` is the share of receipts that came in time; `score` needs all five. */
export const VendorScore = z.object({
  quality: DecimalSchema.nullable(), delivery: DecimalSchema.nullable(), price: DecimalSchema.nullable(), responsiveness: DecimalSchema.nullable(), flexibility: DecimalSchema.nullable(),
  score: DecimalSchema.nullable(), receipts: z.int(), onTime: z.int(),
})
export type VendorScore = z.infer<typeof VendorScore>
/** `markId` and `version` are those of the marks that were entered. */
export const MonthScore = VendorScore.extend({ month: z.string(), markId: z.string().nullable(), version: z.int().nullable(), notes: z.string() })
export type MonthScore = z.infer<typeof MonthScore>

const reads = ['vendorMark', 'purchaseReceipt', 'partner'] as const
const months = { fromMonth: Month, toMonth: Month }

export const vendors = {
  /** Everybody who delivered, or was marked, in these months; the best first, those without a score last. */
  listVendorScores: query({
    permission: 'purchasing.view',
    input: z.object(months),
    output: z.array(VendorScore.extend({ partnerId: z.string(), partnerCode: z.string(), partnerName: z.string() })),
    reads,
  }),
  /** One vendor month by month, the newest first, and what the months come to together. */
  getVendorScore: query({
    permission: 'purchasing.view',
    input: z.object({ partnerId: IdSchema, ...months }),
    output: z.object({ partnerId: z.string(), partnerCode: z.string(), partnerName: z.string(), overall: VendorScore, months: z.array(MonthScore) }),
    reads,
  }),
  /** What is judged by people. With the version of the marks that are there already. */
  setVendorMarks: command({
    permission: 'purchasing.update',
    input: z.object({ partnerId: IdSchema, month: Month, version: Version.optional(), quality: Mark, price: Mark, responsiveness: Mark, flexibility: Mark, notes: Note.default('') }),
    output: z.object({ id: z.string(), version: z.int(), month: z.string() }),
    writes: ['vendorMark'],
  }),
}
