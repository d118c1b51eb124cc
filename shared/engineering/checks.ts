import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { DecimalSchema, NonNegativeDecimal, PositiveDecimal } from '../core/decimal.ts'
import { Note, optionalText } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { bomReads } from './boms.ts'
import { efficiencies, verdicts } from './gates.ts'

export const conversionKinds = ['CONSUMPTION', 'CARTONS'] as const
export type ConversionKind = (typeof conversionKinds)[number]

/**
 * BM-7: what was entered, what it is in the own unit (`actual`), what the BOM expected, and how the gates judged it. `approvedByName` is who accepted it, `requestNumber` the
 * request that waits, or was decided.
 */
export const ConversionEntry = z.object({
  seq: z.int(), at: z.string(), day: z.string(), kind: z.enum(conversionKinds), sectionId: z.string(), sectionName: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(),
  componentItemId: z.string().nullable(), componentCode: z.string().nullable(), componentName: z.string().nullable(), pieces: DecimalSchema, quantity: DecimalSchema, unitCode: z.string(), factor: z.string(),
  ownUnitCode: z.string(), expected: DecimalSchema, actual: DecimalSchema, variancePercent: DecimalSchema, verdict: z.enum(verdicts), efficiency: z.enum(efficiencies), reason: z.string(),
  documentNumber: z.string().nullable(), createdByName: z.string(), approvedByName: z.string().nullable(), requestId: z.string().nullable(), requestNumber: z.string().nullable(),
})
export type ConversionEntry = z.infer<typeof ConversionEntry>

const writes = ['conversionEntry', ...approvalWrites] as const
const reads = [...bomReads, 'conversionEntry', 'approvalRequest'] as const

export const checks = {
  /** The sections' own entries. */
  listConversions: query({
    permission: 'engineering.view',
    input: listInput({ kind: z.enum(conversionKinds), verdict: z.enum(verdicts), efficiency: z.enum(efficiencies), itemId: IdSchema, sectionId: IdSchema }, ['at', 'itemName', 'componentName', 'variancePercent', 'sectionName']),
    output: page(ConversionEntry), reads,
  }),
  /** What the gates would say of such an entry, in the material's own unit. Throws what `checkConsumption` throws, but for the reason. */
  previewConsumption: query({
    permission: 'process.enterDailyProduction',
    input: z.object({ sectionId: IdSchema, itemId: IdSchema, componentItemId: IdSchema, pieces: PositiveDecimal, quantity: NonNegativeDecimal, unitId: IdSchema }),
    output: z.object({ expected: DecimalSchema, actual: DecimalSchema, ownUnitCode: z.string(), variancePercent: DecimalSchema, verdict: z.enum(verdicts) }),
    reads: [...bomReads, 'unitConversion', 'setting'],
  }),
  /**
   * BM-5: what was used for so many pieces, good and rejected, against the BOM in force. Beyond the limits it needs a reason (`reason-needed`) and goes to the supervisor,
   * unless the one who enters it decides that alone. Throws `no-conversion`, and `invalid-input` where the BOM does not know the material.
   */
  checkConsumption: command({
    permission: 'process.enterDailyProduction', action: 'CREATE',
    input: z.object({ sectionId: IdSchema, itemId: IdSchema, componentItemId: IdSchema, pieces: PositiveDecimal, quantity: NonNegativeDecimal, unitId: IdSchema, reason: Note.default('') }),
    output: ConversionEntry, writes,
  }),
  /** BM-6: what each carton holds, against the item's packing. Every short carton needs a reason; they are counted from 1. */
  checkCartons: command({
    permission: 'process.enterDailyProduction', action: 'CREATE',
    input: z.object({ sectionId: IdSchema, itemId: IdSchema, contents: z.array(z.int().min(0).max(100_000)).min(1).max(1000), reasons: z.array(z.object({ carton: z.int().min(1), reason: optionalText(200) })).max(1000).default([]) }),
    output: ConversionEntry, writes,
  }),
}
