import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { approvalWrites } from '../approvals/kinds.ts'
import { StockQuantity } from '../warehouse/quantity.ts'
import { orderKinds, orderStatuses } from './rules.ts'
import { receiptWrites } from './writes.ts'

export const receiptStatuses = ['POSTED', 'REVERSED'] as const
export type ReceiptStatus = (typeof receiptStatuses)[number]

/** What came of one line; `quantity` in the line's unit, `stockQuantity` in the item's. */
export const ReceiptLine = z.object({
  id: z.string(), receiptId: z.string(), lineId: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), quantity: DecimalSchema, unitCode: z.string(), unitPlaces: z.int(),
  stockQuantity: DecimalSchema, itemUnitCode: z.string(), itemUnitPlaces: z.int(), lotId: z.string(), lotCode: z.string(), supplierLot: z.string(), expiresOn: z.string().nullable(), locationName: z.string(), moveSeq: z.int(),
})
export type ReceiptLine = z.infer<typeof ReceiptLine>

/** One delivery. It came in time where `receivedDay` is not after `dueDay`. */
export const Receipt = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), status: z.enum(receiptStatuses), orderId: z.string(), orderNumber: z.string(),
  partnerId: z.string(), partnerName: z.string(), locationId: z.string(), locationName: z.string(), receivedDay: z.string(), dueDay: z.string(),
  deliveryNote: z.string(), notes: z.string(), createdByName: z.string(), reversedByName: z.string().nullable(), reversedAt: z.string().nullable(), reverseReason: z.string().nullable(),
  lines: z.array(ReceiptLine),
})
export type Receipt = z.infer<typeof Receipt>

/** An order as the store awaits it: nothing of what it costs. */
export const AwaitedOrder = z.object({
  id: z.string(), version: z.int(), number: z.string(), kind: z.enum(orderKinds), status: z.enum(orderStatuses), partnerId: z.string(), partnerName: z.string(),
  expectedDay: z.string(), articleCode: z.string().nullable(), articleName: z.string().nullable(), lineCount: z.int(), fullLines: z.int(),
})
export type AwaitedOrder = z.infer<typeof AwaitedOrder>
export const AwaitedLine = z.object({
  id: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), itemUnitCode: z.string(), unitCode: z.string(), unitPlaces: z.int(),
  quantity: DecimalSchema, received: DecimalSchema, neededDay: z.string().nullable(), notes: z.string(),
})
export type AwaitedLine = z.infer<typeof AwaitedLine>

/** A line may be named twice: of two lots of the supplier. `locationId`: where it is put; nothing where that is the delivery's own place. */
export const ArrivedLine = z.object({
  lineId: IdSchema, quantity: StockQuantity, supplierLot: optionalText(100).default(''), expiresOn: BusinessDaySchema.nullable().default(null), locationId: IdSchema.nullable().default(null),
})
export type ArrivedLine = z.infer<typeof ArrivedLine>
export const Arrival = z.object({
  orderId: IdSchema, version: Version, locationId: IdSchema, deliveryNote: optionalText(100).default(''), notes: Note.default(''), lines: z.array(ArrivedLine).min(1).max(500),
})
export type Arrival = z.infer<typeof Arrival>

const reads = ['purchaseOrder', 'purchaseLine', 'purchaseReceipt', 'purchaseReceiptLine', 'partner', 'item', 'unit', 'location', 'user', 'stockLot'] as const

/** Goods as they come in: the store's part of buying. */
export const receipts = {
  /** Orders of which goods may come. */
  listAwaited: query({
    permission: 'warehouse.execute',
    input: listInput({ partnerId: IdSchema, kind: z.enum(orderKinds), expectedTo: BusinessDaySchema }, ['number', 'expectedDay', 'partnerName', 'articleCode']),
    output: page(AwaitedOrder),
    reads: ['purchaseOrder', 'purchaseLine', 'partner', 'item', 'user'],
  }),
  /** One of them with its lines; `tolerance` is the percent by which more may come than was ordered. */
  getAwaited: query({
    permission: 'warehouse.execute',
    input: z.object({ id: IdSchema }),
    output: z.object({ order: AwaitedOrder, lines: z.array(AwaitedLine), tolerance: DecimalSchema }),
    reads: [...reads, 'setting'],
  }),
  listReceipts: query({
    permission: 'warehouse.view',
    input: listInput(
      { partnerId: IdSchema, orderId: IdSchema, status: z.enum(receiptStatuses), fromDay: BusinessDaySchema, toDay: BusinessDaySchema },
      ['number', 'receivedDay', 'partnerName', 'orderNumber'],
    ),
    output: page(Receipt),
    reads,
  }),
  getReceipt: query({ permission: 'warehouse.view', input: z.object({ id: IdSchema }), output: Receipt, reads }),
  /** PL-7: each line becomes a lot of its own in the store. Refused with `over-receipt` where more came than the order and its tolerance allow. */
  receiveOrder: command({ permission: 'warehouse.execute', input: Arrival, output: Receipt, writes: receiptWrites }),
  /** Asks whether more may be taken in than that; the receipt is posted when it is approved. */
  requestOverReceipt: command({
    permission: 'warehouse.execute',
    input: Arrival.extend({ reason: Reason }),
    output: z.object({ id: z.string(), number: z.string() }),
    writes: approvalWrites,
  }),
  /** All of it goes back, as long as nothing of its lots has gone on (`lot-short`). */
  reverseReceipt: command({
    permission: 'warehouse.execute',
    input: z.object({ id: IdSchema, version: Version, reason: Reason }),
    output: Receipt,
    writes: receiptWrites,
  }),
}
