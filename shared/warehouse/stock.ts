import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { optionalText } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { MoneySchema } from '../core/money.ts'
import { query } from '../core/procedure.ts'
import { ItemKind } from '../masters/items.ts'
import { LocationKind } from '../masters/locations.ts'
import { abcClasses } from './abc.ts'
import { AbcClass, AgeBand } from './bands.ts'
import { StockMove } from './moves.ts'
import { moveKinds, stockStatuses } from './rules.ts'

export const StockStatus = z.enum(stockStatuses)

const itemFields = {
  itemId: z.string(), itemCode: z.string(), itemName: z.string(), itemKind: ItemKind, category: z.string(), abcClass: AbcClass, unitCode: z.string(), unitPlaces: z.int(),
}
const levels = { onHand: DecimalSchema, reserved: DecimalSchema, available: DecimalSchema }

/**
 * Stock of one item at one place. `status` is the item's in the whole factory (WH-7), by `totalAvailable` against
 * `minimumStock`; `ageDays` counts from the last day goods came in here. `value` is on hand at unit cost. `locationPath`: the names of the
 * places above before the place's own.
 */
export const StockRow = z.object({
  id: z.string(), ...itemFields,
  locationId: z.string(), locationCode: z.string(), locationName: z.string(), locationPath: z.string(), sectionId: z.string().nullable(), sectionName: z.string().nullable(),
  ...levels, minimumStock: DecimalSchema, totalAvailable: DecimalSchema, status: StockStatus,
  lastMoveAt: z.string(), ageDays: z.int().nullable(), ageBand: AgeBand.nullable(), value: cost(MoneySchema.nullable()),
})
export type StockRow = z.infer<typeof StockRow>

/** An item with its stock at all places the asker may see; `status` is that of the whole factory. */
export const ItemStockRow = z.object({
  ...itemFields, ...levels, minimumStock: DecimalSchema, status: StockStatus, places: z.int(), lastMoveAt: z.string().nullable(),
  value: cost(MoneySchema.nullable()),
})
export type ItemStockRow = z.infer<typeof ItemStockRow>

/** A move as the stock card shows it: what it changed at the places looked at, and what was there after it. */
export const StockCardRow = StockMove.extend({ change: DecimalSchema, balance: DecimalSchema })
export type StockCardRow = z.infer<typeof StockCardRow>

/** `path`: the names of the places above before its own; `parentId` may be a group of places. */
export const Store = z.object({
  id: z.string(), code: z.string(), name: z.string(), path: z.string(), kind: LocationKind, parentId: z.string().nullable(), sectionId: z.string().nullable(), sectionName: z.string().nullable(),
})
export type Store = z.infer<typeof Store>

const ItemStock = z.object({
  ...itemFields, ...levels, minimumStock: DecimalSchema, status: StockStatus, isActive: z.boolean(), value: cost(MoneySchema.nullable()),
  places: z.array(StockRow),
  reservations: z.array(z.object({
    locationName: z.string(), quantity: DecimalSchema,
    documentEntity: z.string().nullable(), documentId: z.string().nullable(), documentNumber: z.string().nullable(),
  })),
})

/** What the values of stock hang on: what lots cost, the moving average, and which of them counts. */
const valueReads = ['lotBalance', 'stockLot', 'itemCost', 'setting'] as const
const stockReads = ['stockBalance', 'itemClass', 'item', 'unit', 'location', 'section', ...valueReads] as const

/** Stock as it stands: only places that keep stock (`INTERNAL`), and of sections only the asker's own ones. */
export const stock = {
  listStock: query({
    permission: 'warehouse.view',
    varies: 'clock',
    long: true,
    input: listInput(
      {
        itemId: IdSchema, locationId: IdSchema, sectionId: IdSchema, status: z.array(StockStatus).max(stockStatuses.length), itemKind: ItemKind,
        category: optionalText(100), abcClass: z.array(AbcClass).max(abcClasses.length), hasStock: z.boolean(),
      },
      [
        'itemCode', 'itemName', 'category', 'locationName', 'sectionName', 'onHand', 'reserved', 'available', 'minimumStock', 'lastMoveAt', 'lastInDay',
      ],
    ),
    output: page(StockRow),
    reads: stockReads,
  }),
  /** One row an item, also where there never was any stock; services have none. */
  listItemStock: query({
    permission: 'warehouse.view',
    long: true,
    input: listInput(
      { status: z.array(StockStatus).max(stockStatuses.length), itemKind: ItemKind, category: optionalText(100), abcClass: z.array(AbcClass).max(abcClasses.length), hasStock: z.boolean() },
      ['itemCode', 'itemName', 'category', 'onHand', 'reserved', 'available', 'minimumStock', 'lastMoveAt'],
    ),
    output: page(ItemStockRow),
    reads: ['stockBalance', 'itemClass', 'item', 'unit', 'location', ...valueReads],
  }),
  /** How many items have which status, for the head of the list. */
  countStock: query({
    permission: 'warehouse.view',
    input: z.object({}),
    output: z.object({ CRITICAL: z.int(), LOW: z.int(), OK: z.int() }),
    reads: ['stockBalance', 'item'],
  }),
  /**
   * One item: its stock by place, and for which documents it is reserved. What is kept for other sections' documents is one sum a
   * place, whose document is null (IA-5).
   */
  getItemStock: query({
    permission: 'warehouse.view',
    varies: 'clock',
    input: z.object({ itemId: IdSchema }),
    output: ItemStock,
    reads: [...stockReads, 'stockReservation'],
  }),
  /** The moves of one item, newest first, with the balance after each: at one place, or at all the asker may see. */
  getStockCard: query({
    permission: 'warehouse.view',
    long: true,
    input: listInput({ locationId: IdSchema, kind: z.enum(moveKinds), fromDay: BusinessDaySchema, toDay: BusinessDaySchema }, ['seq'])
      .extend({ itemId: IdSchema }),
    output: page(StockCardRow),
    reads: ['stockMove', 'stockBalance', 'item', 'unit', 'location', 'user'],
  }),
  /** What came, went and was there at the end of each day that saw a move, oldest first; `opening` is what was there before the first. */
  getStockHistory: query({
    permission: 'warehouse.view',
    long: true,
    input: z.object({ itemId: IdSchema, locationId: IdSchema.optional(), fromDay: BusinessDaySchema }),
    output: z.object({
      opening: DecimalSchema,
      days: z.array(z.object({ day: z.string(), came: DecimalSchema, went: DecimalSchema, balance: DecimalSchema })),
    }),
    reads: ['stockMove', 'stockBalance', 'location'],
  }),
  /** The active places that keep stock, of which the asker may see the stock. */
  listStores: query({
    permission: 'warehouse.view',
    input: z.object({}),
    output: z.array(Store),
    reads: ['location', 'section'],
  }),
}
