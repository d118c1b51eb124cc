import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { DecimalSchema, NonNegativeDecimal } from '../core/decimal.ts'
import { Code, Name, Note, optionalText, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { Activity, findInput, matchInput } from './record.ts'

/** `AUXILIARY`: used up in production without being part of the product; `WIP`: between two sections. */
export const itemKinds = ['RAW_MATERIAL', 'AUXILIARY', 'WIP', 'FINISHED_GOOD', 'SERVICE'] as const
export const ItemKind = z.enum(itemKinds)
export type ItemKind = z.infer<typeof ItemKind>

/**
 * What is bought, made, kept and sold. `minimumStock` is in the item's unit, `unitCost` the company currency per unit,
 * `piecesPerPallet` derived (MD-1).
 */
export const Item = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), code: z.string(), name: z.string(), kind: ItemKind,
  unitId: z.string(), unitCode: z.string(), unitName: z.string(), unitPlaces: z.int(), category: z.string(), buyer: z.string(),
  minimumStock: DecimalSchema, unitCost: cost(DecimalSchema.nullable()),
  piecesPerCarton: z.int().nullable(), cartonsPerPallet: z.int().nullable(), piecesPerPallet: z.int().nullable(),
  notes: z.string(), isActive: z.boolean(),
})
export type Item = z.infer<typeof Item>

const PackingCount = z.int().min(1).max(1_000_000).nullable()

export const ItemFields = z.object({
  code: Code, name: Name, kind: ItemKind, unitId: IdSchema, category: optionalText(100), buyer: optionalText(200),
  minimumStock: NonNegativeDecimal, unitCost: cost(NonNegativeDecimal.nullable()),
  piecesPerCarton: PackingCount, cartonsPerPallet: PackingCount, notes: Note,
})
export type ItemFields = z.infer<typeof ItemFields>

/** A new item needs code, name, kind and unit; the rest may be left out. */
export const NewItem = ItemFields.partial({
  category: true, buyer: true, minimumStock: true, piecesPerCarton: true, cartonsPerPallet: true, notes: true,
})
export type NewItem = z.infer<typeof NewItem>

export const FoundItem = Item.pick({ id: true, code: true, name: true, kind: true, unitId: true, unitCode: true, unitPlaces: true, isActive: true })
export type FoundItem = z.infer<typeof FoundItem>

/** As many items as one sheet shows and one command saves. */
export const largestSheet = 2000

/** A line of the items' sheet. Without `id` it is a new item, with it only what is given changes. */
export const ItemEntry = ItemFields.partial().extend({ id: IdSchema.optional(), version: Version.optional(), isActive: z.boolean().optional() })
  .superRefine((entry, context) => {
    const needed = entry.id === undefined ? (['code', 'name', 'kind', 'unitId'] as const) : (['version'] as const)
    for (const name of needed) {
      if (entry[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: 'required', params: { reason: 'required' } })
    }
  })
export type ItemEntry = z.infer<typeof ItemEntry>

export const items = {
  listItems: query({
    permission: 'masters.view',
    input: listInput(
      { kind: ItemKind, unitId: IdSchema, category: optionalText(100), buyer: optionalText(200), isActive: z.boolean() },
      ['code', 'name', 'kind', 'unitCode', 'category', 'buyer', 'minimumStock', 'createdAt'],
    ),
    output: page(Item),
    reads: ['item', 'unit'],
  }),
  findItems: query({
    permission: anySession,
    input: z.object({ ...findInput, kinds: z.array(ItemKind).max(itemKinds.length).optional() }),
    output: page(FoundItem),
    reads: ['item', 'unit'],
  }),
  /** Asked once for a list nobody has again, so the answer is not kept. */
  matchItems: query({ permission: anySession, varies: 'clock', input: z.object(matchInput), output: z.array(FoundItem), reads: ['item', 'unit'] }),
  /** As `listItems`, by code and on one page; `total` says whether there are more. With `ids`, these ones only. */
  listItemSheet: query({
    permission: 'masters.view',
    input: z.object({
      search: optionalText(100).default(''),
      filter: z.object({ kind: ItemKind, category: optionalText(100), isActive: z.boolean() }).partial().default({}),
      ids: z.array(IdSchema).max(largestSheet).optional(),
    }),
    output: z.object({ rows: z.array(Item), total: z.int() }),
    reads: ['item', 'unit'],
  }),
  getItem: query({ permission: 'masters.view', input: z.object({ id: IdSchema }), output: Item, reads: ['item', 'unit'] }),
  /** The categories and buyers in use, for filters and suggestions. */
  listItemGroups: query({
    permission: 'masters.view',
    input: z.object({}),
    output: z.object({ categories: z.array(z.string()), buyers: z.array(z.string()) }),
    reads: ['item'],
  }),
  createItem: command({ permission: 'masters.create', input: NewItem, output: Item, writes: ['item'] }),
  /** Its unit stays (`in-use`) once stock of it has moved. */
  updateItem: command({
    permission: 'masters.update',
    input: ItemFields.partial().extend({ id: IdSchema, version: Version }),
    output: Item,
    writes: ['item'],
  }),
  /**
   * All lines or none; what is refused is an issue of its line (`rows`, number, field). New items need `masters.create` besides.
   * Answers the items in the order of the lines.
   */
  saveItems: command({
    permission: 'masters.update',
    input: z.object({ rows: z.array(ItemEntry).min(1).max(largestSheet) }),
    output: z.array(Item),
    writes: ['item'],
  }),
  setItemActive: command({ permission: 'masters.update', input: Activity, output: Item, writes: ['item'] }),
}
