import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { DecimalSchema, PositiveDecimal } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { query } from '../core/procedure.ts'
import { ItemKind } from '../masters/items.ts'
import { Bom, bomReads, Selection } from './boms.ts'

/** The most steps that are shown of an explosion. */
export const largestTree = 5_000

/** Of the company's currency, as a unit cost is. */
const Amount = DecimalSchema

const component = { itemId: z.string(), itemCode: z.string(), itemName: z.string(), itemKind: ItemKind, unitCode: z.string(), unitPlaces: z.int() }

/**
 * A component on its way down, in the order in which it is drawn: `level` 0 stands right below the item. `lineQuantity` is what the line says, in its own unit and
 * for the output quantity; `quantity` what is needed, in the component's unit, to the nearest 1/10,000. `sectionName` is the stage it goes into.
 */
export const ExplosionRow = z.object({
  ...component, key: z.string(), level: z.int(), sectionName: z.string().nullable(), lineQuantity: DecimalSchema, lineUnitCode: z.string(), outputQuantity: DecimalSchema, wastagePercent: DecimalSchema,
  selection: Selection, quantity: DecimalSchema, isMade: z.boolean(),
})
export type ExplosionRow = z.infer<typeof ExplosionRow>

/** What is bought for it, equal materials summed. `amount` is nothing where the item has no cost. */
export const MaterialRow = z.object({ ...component, quantity: DecimalSchema, isExact: z.boolean(), unitCost: cost(DecimalSchema.nullable()), amount: cost(Amount.nullable()) })
export type MaterialRow = z.infer<typeof MaterialRow>

/** Where a component goes: `quantity` is what one of the item above takes of it, over every step between. */
export const UseRow = z.object({
  key: z.string(), level: z.int(), bomId: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), itemKind: ItemKind, unitCode: z.string(), sectionName: z.string().nullable(), quantity: DecimalSchema,
})
export type UseRow = z.infer<typeof UseRow>

const side = z.object({ quantity: DecimalSchema, unitCode: z.string(), wastagePercent: DecimalSchema, selection: Selection }).nullable()
/** A component in two revisions, for the output quantity of each; null where it is not in one. */
export const ComparedRow = z.object({ itemId: z.string(), itemCode: z.string(), itemName: z.string(), change: z.enum(['ADDED', 'REMOVED', 'CHANGED', 'SAME']), before: side, after: side })
export type ComparedRow = z.infer<typeof ComparedRow>

export const explosion = {
  /**
   * BM-2 for any quantity, as a dry run (BM-8): the steps down, and what has to be bought. Of a draft too, in place of the one in force. `materialCost` is the sum of
   * what has a cost, `uncosted` how many materials have none; `laborHours` are people's, of every step, and `laborCost` what they come to by the factory's rate (0: none). Throws `bom-cycle`, `bom-too-deep`, `no-conversion`.
   */
  explodeBom: query({
    permission: 'engineering.view',
    input: z.object({ id: IdSchema, quantity: PositiveDecimal }),
    output: z.object({ rows: z.array(ExplosionRow), materials: z.array(MaterialRow), materialCost: cost(Amount), laborHours: DecimalSchema, laborCost: cost(Amount), totalCost: cost(Amount), costPerUnit: cost(Amount), uncosted: z.int() }),
    reads: [...bomReads, 'setting', 'unitConversion', 'stockBalance', 'location'],
  }),
  /** Every BOM in force that needs the item, step by step upwards. */
  listUses: query({
    permission: 'engineering.view', input: z.object({ itemId: IdSchema }), output: z.array(UseRow), reads: [...bomReads, 'setting', 'unitConversion', 'stockBalance', 'location'],
  }),
  compareBoms: query({
    permission: 'engineering.view', input: z.object({ beforeId: IdSchema, afterId: IdSchema }), output: z.object({ before: Bom, after: Bom, rows: z.array(ComparedRow) }), reads: bomReads,
  }),
}
