import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema, NonNegativeDecimal } from '../core/decimal.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { MoneySchema } from '../core/money.ts'
import { command, query } from '../core/procedure.ts'
import { destinations } from '../masters/items.ts'
import { StockQuantity } from '../warehouse/quantity.ts'
import { salesStatuses } from './rules.ts'
import { manufacturingWrites, salesWrites } from './writes.ts'

export const SalesStatus = z.enum(salesStatuses)
export const Destination = z.enum(destinations)
/** "W05-2026". */
export const Week = z.string().trim().regex(/^W\d\d-\d{4}$/)

/** What a buyer orders. `total` is in the company's currency; `madeLines` of its `lineCount` lines have a manufacturing order. */
export const SalesOrder = z.object({
  id: z.string(),
  version: z.int(),
  createdAt: z.string(),
  number: z.string(),
  status: SalesStatus,
  partnerId: z.string(),
  partnerCode: z.string(),
  partnerName: z.string(),
  buyerNumber: z.string(),
  orderDay: z.string(),
  shipDay: z.string(),
  total: cost(MoneySchema),
  lineCount: z.int(),
  madeLines: z.int(),
  notes: z.string(),
  createdByName: z.string(),
  confirmedByName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  closedByName: z.string().nullable(),
  closedAt: z.string().nullable(),
  cancelledByName: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
})
export type SalesOrder = z.infer<typeof SalesOrder>

/** What is ordered of one article, in its own unit. `buyerOrderId` is the order that locks its quantity, `productionNumber` the one it is made by. */
export const SalesLine = z.object({
  id: z.string(),
  version: z.int(),
  salesOrderId: z.string(),
  itemId: z.string(),
  itemCode: z.string(),
  itemName: z.string(),
  unitCode: z.string(),
  unitPlaces: z.int(),
  quantity: DecimalSchema,
  unitPrice: cost(DecimalSchema.nullable()),
  amount: cost(MoneySchema.nullable()),
  week: z.string().nullable(),
  destination: Destination.nullable(),
  notes: z.string(),
  buyerOrderId: z.string().nullable(),
  productionId: z.string().nullable(),
  productionNumber: z.string().nullable(),
})
export type SalesLine = z.infer<typeof SalesLine>
export const SalesDetail = z.object({ order: SalesOrder, lines: z.array(SalesLine) })

const SalesFields = z.object({ partnerId: IdSchema, buyerNumber: optionalText(100), orderDay: BusinessDaySchema, shipDay: BusinessDaySchema, notes: Note })
export const SalesEntry = SalesFields.extend({ buyerNumber: SalesFields.shape.buyerNumber.default(''), notes: SalesFields.shape.notes.default('') })
export type SalesEntry = z.infer<typeof SalesEntry>

/** Without an id a new line; without a price the one it has. */
export const SalesLineEntry = z.object({
  id: IdSchema.optional(), version: Version.optional(), itemId: IdSchema, quantity: StockQuantity, unitPrice: cost(NonNegativeDecimal.nullable().optional()),
  week: Week.nullable().default(null), destination: Destination.nullable().default(null), notes: Note.default(''),
})
export type SalesLineEntry = z.infer<typeof SalesLineEntry>
/** As many lines as are saved at once. */
export const mostSalesLines = 500

const act = { id: IdSchema, version: Version }
const reads = ['salesOrder', 'salesLine', 'partner', 'item', 'manufacturingOrder', 'user'] as const

/** What buyers order, from the draft until it is closed. It belongs to no section. */
export const salesOrders = {
  listSalesOrders: query({
    permission: 'planning.view',
    input: listInput(
      {
        status: z.array(SalesStatus).max(salesStatuses.length),
        partnerId: IdSchema,
        itemId: IdSchema,
        shipFrom: BusinessDaySchema,
        shipTo: BusinessDaySchema,
      },
      ['number', 'orderDay', 'shipDay', 'status', 'partnerName', 'buyerNumber', 'total'],
    ),
    output: page(SalesOrder),
    reads,
  }),
  getSalesOrder: query({ permission: 'planning.view', input: z.object({ id: IdSchema }), output: SalesDetail, reads: [...reads, 'unit'] }),
  createSalesOrder: command({ permission: 'planning.create', input: SalesEntry, output: SalesOrder, writes: salesWrites }),
  /** While it is a draft. */
  updateSalesOrder: command({ permission: 'planning.update', input: SalesFields.partial().extend(act), output: SalesOrder, writes: salesWrites }),
  /** All lines or none, while it is a draft; answers them in the order given. */
  saveSalesLines: command({
    permission: 'planning.update',
    input: z.object({ salesOrderId: IdSchema, lines: z.array(SalesLineEntry).min(1).max(mostSalesLines) }),
    output: z.array(SalesLine),
    writes: salesWrites,
  }),
  removeSalesLine: command({ permission: 'planning.update', action: 'DELETE', input: z.object(act), output: SalesOrder, writes: salesWrites }),
  /** Locks what is ordered: each line has a buyer's order from now on. */
  confirmSalesOrder: command({ permission: 'planning.approve', action: 'APPROVE', input: z.object(act), output: SalesOrder, writes: manufacturingWrites }),
  /** Back to a draft, while nothing is made for it. Throws `in-use`. */
  withdrawSalesOrder: command({ permission: 'planning.approve', input: z.object(act), output: SalesOrder, writes: manufacturingWrites }),
  closeSalesOrder: command({ permission: 'planning.update', input: z.object(act), output: SalesOrder, writes: salesWrites }),
  reopenSalesOrder: command({ permission: 'planning.update', input: z.object(act), output: SalesOrder, writes: salesWrites }),
  /** Throws `in-use` while something is made for it. */
  cancelSalesOrder: command({ permission: 'planning.approve', input: z.object({ ...act, reason: Reason }), output: SalesOrder, writes: manufacturingWrites }),
}
