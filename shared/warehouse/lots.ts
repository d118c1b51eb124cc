import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema, NonNegativeDecimal } from '../core/decimal.ts'
import { Note, optionalText, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { AgeBand } from './bands.ts'
import { expiryStates } from './rules.ts'

export const ExpiryState = z.enum(expiryStates)

/** What is known of goods that come in. `unitCost` is in the company's currency per unit of the item; without it the item's own is taken. */
export const LotEntry = z.object({
  expiresOn: BusinessDaySchema.nullable().optional(), supplierLot: z.string().trim().max(100).optional(), partnerId: IdSchema.nullable().optional(),
  unitCost: cost(NonNegativeDecimal.nullable().optional()), notes: Note.optional(),
})

/** Goods of one item that came in together; `receivedAt` is the order in which they are used up (WH-1). */
export const Lot = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), code: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(),
  unitCode: z.string(), unitPlaces: z.int(), receivedAt: z.string(), receivedDay: z.string(), expiresOn: z.string().nullable(), supplierLot: z.string(),
  partnerId: z.string().nullable(), partnerName: z.string().nullable(), unitCost: cost(DecimalSchema.nullable()),
  documentEntity: z.string().nullable(), documentId: z.string().nullable(), documentNumber: z.string().nullable(), notes: z.string(),
})
export type Lot = z.infer<typeof Lot>

/** A lot at one place. `locationPath`: the names above the place's own before it. `expiry`: none where it does not spoil. */
export const LotRow = Lot.pick({
  code: true, itemId: true, itemCode: true, itemName: true, unitCode: true, unitPlaces: true, receivedDay: true, expiresOn: true, supplierLot: true, unitCost: true,
}).extend({
  id: z.string(), lotId: z.string(), locationId: z.string(), locationCode: z.string(), locationName: z.string(), locationPath: z.string(),
  onHand: DecimalSchema, reserved: DecimalSchema, available: DecimalSchema, ageDays: z.int(), ageBand: AgeBand, expiry: ExpiryState.nullable(),
})
export type LotRow = z.infer<typeof LotRow>

const lotReads = ['stockLot', 'lotBalance', 'item', 'unit', 'location', 'partner', 'setting'] as const

export const lots = {
  /** What stands where, lot by lot, the oldest first: only places of the asker's sections, and the factory's. */
  listLots: query({
    permission: 'warehouse.view',
    varies: 'clock',
    long: true,
    input: listInput(
      { itemId: IdSchema, locationId: IdSchema, lotId: IdSchema, expiry: z.array(ExpiryState).max(expiryStates.length), ageBand: z.array(AgeBand), supplierLot: optionalText(100) },
      ['code', 'itemCode', 'itemName', 'locationName', 'receivedDay', 'expiresOn', 'onHand', 'available'],
    ),
    output: page(LotRow),
    reads: lotReads,
  }),
  /** One lot, and where of it anything stands that the asker may see. */
  getLot: query({
    permission: 'warehouse.view',
    varies: 'clock',
    input: z.object({ id: IdSchema }),
    output: Lot.extend({ places: z.array(LotRow) }),
    reads: lotReads,
  }),
  /** What became known of it later. Its cost stays: moves have been valued by it. */
  updateLot: command({
    permission: 'warehouse.update',
    input: LotEntry.pick({ expiresOn: true, supplierLot: true, partnerId: true, notes: true }).extend({ id: IdSchema, version: Version }),
    output: Lot,
    writes: ['stockLot'],
  }),
}
