import { z } from 'zod'
import { DecimalSchema } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { query } from '../core/procedure.ts'
import { bomReads } from './boms.ts'
import { efficiencies, useCourses, verdicts } from './gates.ts'

/**
 * BM-7: what was entered, what that makes in all in the own unit (`actual`), what the BOM expected, and how the gates judged it. `approvedByName` is who accepted it, `requestNumber` the
 * request that waits, or was decided: for what was posted because somebody had accepted it before, the one by which. `course` is how it went on, `postedAt` when what was asked for was posted.
 */
export const ConversionEntry = z.object({
  seq: z.int(), at: z.string(), day: z.string(), sectionId: z.string(), sectionName: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(),
  componentItemId: z.string().nullable(), componentCode: z.string().nullable(), componentName: z.string().nullable(), pieces: DecimalSchema, quantity: DecimalSchema, unitCode: z.string(), factor: z.string(),
  ownUnitCode: z.string(), expected: DecimalSchema, actual: DecimalSchema, variancePercent: DecimalSchema, verdict: z.enum(verdicts), efficiency: z.enum(efficiencies), reason: z.string(),
  documentId: z.string().nullable(), documentNumber: z.string().nullable(), createdByName: z.string(), approvedByName: z.string().nullable(), requestId: z.string().nullable(), requestNumber: z.string().nullable(),
  course: z.enum(useCourses), postedAt: z.string().nullable(),
})
export type ConversionEntry = z.infer<typeof ConversionEntry>

/**
 * BM-7: what a posted document says in another unit than the item's own. `quantity` of `unitCode` by `factor` (exact, "1143/1250") is `expected`; `actual` was posted,
 * rounded to what the item's unit is counted with. `isReversed`: the document was taken back since. `sectionName`: whose place it was.
 */
export const UnitEntry = z.object({
  seq: z.int(), at: z.string(), day: z.string(), sectionId: z.string().nullable(), sectionName: z.string().nullable(), itemId: z.string(), itemCode: z.string(), itemName: z.string(),
  quantity: DecimalSchema, unitCode: z.string(), factor: z.string(), expected: DecimalSchema, actual: DecimalSchema, ownUnitCode: z.string(), variancePercent: DecimalSchema,
  documentEntity: z.string(), documentId: z.string(), documentNumber: z.string(), isReversed: z.boolean(), createdByName: z.string(), approvedByName: z.string().nullable(),
})
export type UnitEntry = z.infer<typeof UnitEntry>

const reads = [...bomReads, 'conversionEntry', 'approvalRequest', 'workOrder'] as const

export const checks = {
  /** The sections' own entries. */
  listConversions: query({
    permission: 'engineering.view',
    input: listInput({ verdict: z.enum(verdicts), efficiency: z.enum(efficiencies), itemId: IdSchema, sectionId: IdSchema }, ['at', 'itemName', 'componentName', 'variancePercent', 'sectionName']),
    output: page(ConversionEntry), reads,
  }),
  /** What was converted on receipts and stock documents: at places of the whole factory, and at the sections' own. */
  listUnitEntries: query({
    permission: 'engineering.view', input: listInput({ itemId: IdSchema, sectionId: IdSchema }, ['at', 'itemName', 'sectionName', 'variancePercent']), output: page(UnitEntry),
    reads: ['unitEntry', 'item', 'unit', 'user', 'section', 'purchaseReceipt', 'stockDocument'],
  }),
}
