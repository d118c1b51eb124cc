import { z } from 'zod'
import { approvalWrites, stepReads } from '../approvals/kinds.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, Reason } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, query } from '../core/procedure.ts'
import { bomReads } from '../engineering/boms.ts'
import { verdicts } from '../engineering/gates.ts'
import { PostedMove, stockWrites, usedUp } from './moves.ts'
import { StockQuantity } from './quantity.ts'
import { issuePurposes } from './rules.ts'

/** What posting a use takes: a reason of whoever posts it, or the consent of somebody else, which may be asked for already. */
export const useNeeds = ['NOTHING', 'REASON', 'APPROVAL', 'WAITING'] as const

/**
 * BM-5: `used` of a material for a work order so far, `actual` with what is to be used now, against what its BOM expects; `acceptedByName` agreed
 * to as much before.
 */
export const UseJudgement = z.object({
  expected: DecimalSchema, used: DecimalSchema, actual: DecimalSchema, unitCode: z.string(), unitPlaces: z.int(), variancePercent: DecimalSchema,
  verdict: z.enum(verdicts), need: z.enum(useNeeds), requestNumber: z.string().nullable(), acceptedByName: z.string().nullable(), deciders: z.array(z.string()),
})
export type UseJudgement = z.infer<typeof UseJudgement>

/** What a section's use of material writes: for a work order it is judged, kept, and may be asked for. */
const useWrites = [...stockWrites, 'conversionEntry', ...approvalWrites] as const
const forWork = { workOrderId: IdSchema.optional(), reason: Note.default('') }
const asked = { workOrderId: IdSchema, itemId: IdSchema, quantity: StockQuantity }

/** WH-3, BM-5: what a section uses of its own store, for a work order of its own if one is named; what is kept for that goes first. */
export const uses = {
  /** Out of the factory's stores: used up, sold, or thrown away. What goes into production on a debt is for the work order that this names, and judged. */
  issueStock: command({
    permission: 'warehouse.execute',
    input: z.object({ ...usedUp, fromLocationId: IdSchema, purpose: z.enum(issuePurposes).default('PRODUCTION') }),
    output: PostedMove,
    writes: useWrites,
  }),
  consumeMaterial: command({
    permission: 'production.execute', input: z.object({ ...usedUp, ...forWork, locationId: IdSchema }), output: PostedMove, writes: useWrites,
  }),
  /** Several materials at once, all or none; `stock-short` names every one that is short. */
  consumeMaterials: command({
    permission: 'production.execute',
    input: z.object({
      sectionId: IdSchema, locationId: IdSchema.optional(), ...forWork, note: Note.default(''),
      lines: z.array(z.object({ itemId: IdSchema, quantity: StockQuantity, debtId: IdSchema.optional() })).min(1).max(200),
    }),
    output: z.object({ posted: z.int() }),
    writes: useWrites,
  }),
  /** What posting so much would take; nothing where no BOM names the material. */
  previewUse: query({
    permission: 'production.execute', varies: 'clock', input: z.object(asked), output: UseJudgement.nullable(),
    reads: [
      ...bomReads, ...stepReads, 'workOrder', 'manufacturingOrder', 'orderPart', 'orderMaterial', 'location', 'stockMove', 'conversionEntry',
      'approvalRequest', 'approvalChain', 'approvalDelegation', 'setting',
    ],
  }),
  /** Asks whoever may accept it for more than the BOM lets pass. */
  requestUse: command({
    permission: 'production.execute', input: z.object({ ...asked, reason: Reason }), output: z.object({ id: z.string(), number: z.string() }),
    writes: ['conversionEntry', ...approvalWrites],
  }),
}
