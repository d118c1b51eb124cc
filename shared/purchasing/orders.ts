import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { cost } from '../core/cost.ts'
import { DecimalSchema, NonNegativeDecimal } from '../core/decimal.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { MoneySchema } from '../core/money.ts'
import { command, job, query } from '../core/procedure.ts'
import { approvalWrites } from '../approvals/kinds.ts'
import { destinations } from '../masters/items.ts'
import { StockQuantity } from '../warehouse/quantity.ts'
import { Receipt } from './receipts.ts'
import { boardStatuses, orderKinds, orderStatuses } from './rules.ts'
import { orderApprovalWrites, orderWithdrawalWrites, orderWrites } from './writes.ts'

export const OrderKind = z.enum(orderKinds)
export const OrderStatus = z.enum(orderStatuses)
const Destination = z.enum(destinations)
const Week = z.string().trim().regex(/^W\d\d-\d{4}$/)

/** A purchase order. `total` is in the company's currency; `fullLines` of its `lineCount` lines have come in whole. Days are the factory's, `week` is "W05-2026". */
export const PurchaseOrder = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), kind: OrderKind, status: OrderStatus,
  partnerId: z.string(), partnerCode: z.string(), partnerName: z.string(), orderDay: z.string(), expectedDay: z.string(),
  articleId: z.string().nullable(), articleCode: z.string().nullable(), articleName: z.string().nullable(), articleQuantity: DecimalSchema.nullable(),
  sourceOrderId: z.string().nullable(), sourceNumber: z.string().nullable(), week: z.string().nullable(), destination: Destination.nullable(),
  total: cost(MoneySchema), lineCount: z.int(), fullLines: z.int(), notes: z.string(), createdByName: z.string(),
  approvedByName: z.string().nullable(), approvedAt: z.string().nullable(), sentByName: z.string().nullable(), sentAt: z.string().nullable(),
  closedByName: z.string().nullable(), closedAt: z.string().nullable(), closeReason: z.string().nullable(),
  cancelledByName: z.string().nullable(), cancelledAt: z.string().nullable(), cancelReason: z.string().nullable(),
})
export type PurchaseOrder = z.infer<typeof PurchaseOrder>

/** What is ordered of one item: quantity, price and what has come so far in `unitCode`, which need not be the item's own unit. */
export const OrderLine = z.object({
  id: z.string(), version: z.int(), orderId: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), itemUnitCode: z.string(),
  unitId: z.string(), unitCode: z.string(), unitPlaces: z.int(), quantity: DecimalSchema, unitPrice: cost(DecimalSchema.nullable()), amount: cost(MoneySchema.nullable()),
  neededDay: z.string().nullable(), received: DecimalSchema, notes: z.string(),
})
export type OrderLine = z.infer<typeof OrderLine>

const Waiting = z.object({ id: z.string(), number: z.string(), kind: z.string(), step: z.int() })
export const OrderDetail = z.object({
  order: PurchaseOrder, lines: z.array(OrderLine), receipts: z.array(Receipt),
  /** What is asked for about it and not decided yet. */
  waiting: z.array(Waiting),
  /** Whether it is so large that it needs the approval for large ones. */
  isLarge: z.boolean(),
  /** What is made of it: of a fabric order, and what labels are bought for; not what was cancelled. */
  manufacturing: z.array(z.object({ id: z.string(), number: z.string() })),
  /** Material debts of the asker's sections that it is to settle, and how much of each is still to come. */
  debts: z.array(z.object({
    id: z.string(), number: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(), left: DecimalSchema, sectionName: z.string(), dueDay: z.string(),
  })),
})
export type OrderDetail = z.infer<typeof OrderDetail>

const OrderFields = z.object({
  kind: OrderKind, partnerId: IdSchema, orderDay: BusinessDaySchema, expectedDay: BusinessDaySchema, articleId: IdSchema.nullable(), articleQuantity: StockQuantity.nullable(),
  sourceOrderId: IdSchema.nullable(), week: Week.nullable(), destination: Destination.nullable(), notes: Note,
})
const { articleId, articleQuantity, sourceOrderId, week, destination, notes } = OrderFields.shape
/** What is left out is nothing. */
export const OrderEntry = OrderFields.extend({
  articleId: articleId.default(null), articleQuantity: articleQuantity.default(null), sourceOrderId: sourceOrderId.default(null), week: week.default(null),
  destination: destination.default(null), notes: notes.default(''),
})
export type OrderEntry = z.infer<typeof OrderEntry>

/** Without an id a new line; without a unit in the item's own; without a price the one it has. */
export const LineEntry = z.object({
  id: IdSchema.optional(), version: Version.optional(), itemId: IdSchema, unitId: IdSchema.nullable().default(null), quantity: StockQuantity,
  unitPrice: cost(NonNegativeDecimal.nullable().optional()), neededDay: BusinessDaySchema.nullable().default(null), notes: Note.default(''),
})
export type LineEntry = z.infer<typeof LineEntry>
/** As many as one order may have. */
export const mostLines = 500

const act = { id: IdSchema, version: Version }
const orderReads = ['purchaseOrder', 'purchaseLine', 'partner', 'item', 'user'] as const
const sortable = ['number', 'orderDay', 'expectedDay', 'status', 'kind', 'partnerName', 'articleCode', 'total'] as const

/** Buying, from the draft to the closed order. Orders belong to no section: whoever may view purchasing sees them all, and prices only who may see costs. */
export const orders = {
  /** `isLate`: awaited, and its day is past. */
  listOrders: query({
    permission: 'purchasing.view',
    varies: 'clock',
    input: listInput(
      {
        status: z.array(OrderStatus).max(orderStatuses.length), kind: z.array(OrderKind).max(orderKinds.length), partnerId: IdSchema, articleId: IdSchema,
        expectedFrom: BusinessDaySchema, expectedTo: BusinessDaySchema, isLate: z.boolean(),
      },
      sortable,
    ),
    output: page(PurchaseOrder),
    reads: orderReads,
  }),
  /** What is under way, by state; of each state the first that are due, and how many there are. */
  getOrderBoard: query({
    permission: 'purchasing.view',
    input: z.object({ kind: OrderKind.optional(), partnerId: IdSchema.optional() }),
    output: z.array(z.object({ status: z.enum(boardStatuses), count: z.int(), orders: z.array(PurchaseOrder) })),
    reads: orderReads,
  }),
  getOrder: query({
    permission: 'purchasing.view',
    input: z.object({ id: IdSchema }),
    output: OrderDetail,
    reads: [...orderReads, 'unit', 'purchaseReceipt', 'purchaseReceiptLine', 'location', 'stockLot', 'approvalRequest', 'setting', 'manufacturingOrder', 'deliveryBatch', 'materialDebt', 'section'],
  }),
  /** The order on paper, as the vendor is sent it; the answer's `ticket` fetches it, once. */
  printOrder: job({
    permission: 'purchasing.view',
    lane: 'interactive',
    input: z.object({ id: IdSchema, language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
  /** For fields that name an order: by number and article, cancelled ones left out; with `itemId` those that buy it. */
  findOrders: query({
    permission: 'purchasing.view',
    input: z.object({ search: optionalText(100).default(''), pageSize: z.int().min(1).max(50).default(10), kind: OrderKind.optional(), itemId: IdSchema.optional() }),
    output: page(z.object({ id: z.string(), code: z.string(), name: z.string(), articleId: z.string().nullable() })),
    reads: ['purchaseOrder', 'purchaseLine', 'partner', 'item'],
  }),
  /** PL-1: what an order of its kind must say is an issue of its field. */
  createOrder: command({ permission: 'purchasing.create', input: OrderEntry, output: PurchaseOrder, writes: orderWrites }),
  updateOrder: command({ permission: 'purchasing.update', input: OrderFields.partial().extend(act), output: PurchaseOrder, writes: orderWrites }),
  /** All lines or none, while it is a draft; answers them in the order given. */
  saveLines: command({
    permission: 'purchasing.update',
    input: z.object({ orderId: IdSchema, lines: z.array(LineEntry).min(1).max(mostLines) }),
    output: z.array(OrderLine),
    writes: orderWrites,
  }),
  removeLine: command({ permission: 'purchasing.update', action: 'DELETE', input: z.object(act), output: PurchaseOrder, writes: orderWrites }),
  /** Large ones by those who may approve large ones. */
  approveOrder: command({ permission: 'process.approvePurchaseOrder', action: 'APPROVE', input: z.object(act), output: PurchaseOrder, writes: orderApprovalWrites }),
  /** Asks those who may. */
  requestOrderApproval: command({
    permission: 'purchasing.update',
    input: z.object({ ...act, reason: optionalText(500).default('') }),
    output: z.object({ id: z.string(), number: z.string() }),
    writes: approvalWrites,
  }),
  /** Back to a draft, to be changed and approved anew; with it what its approval set going: refused where work orders were made of that. */
  withdrawOrderApproval: command({ permission: 'purchasing.update', input: z.object(act), output: PurchaseOrder, writes: orderWithdrawalWrites }),
  sendOrder: command({ permission: 'purchasing.update', input: z.object(act), output: PurchaseOrder, writes: orderWrites }),
  /** It was not sent after all. Throws `wrong-state` once goods of it came. */
  withdrawOrderSending: command({ permission: 'purchasing.update', input: z.object(act), output: PurchaseOrder, writes: orderWrites }),
  /** Nothing more is to come; where something is missing, with a reason. */
  closeOrder: command({ permission: 'purchasing.update', input: z.object({ ...act, reason: optionalText(500).default('') }), output: PurchaseOrder, writes: orderWrites }),
  /** A closed order to what its receipts make of it, a cancelled one to a draft. */
  reopenOrder: command({ permission: 'purchasing.update', input: z.object(act), output: PurchaseOrder, writes: orderWrites }),
  /** PL-6: not once goods of it have been received; as `withdrawOrderApproval` otherwise. */
  cancelOrder: command({ permission: 'purchasing.update', input: z.object({ ...act, reason: Reason }), output: PurchaseOrder, writes: orderWithdrawalWrites }),
  /** PL-6: an Admin, or whoever decides such requests, deletes it at once; anybody else asks for it. `request`: the number under which it was asked for. */
  deleteOrder: command({
    permission: 'purchasing.update',
    action: 'DELETE',
    input: z.object({ ...act, reason: Reason }),
    output: z.object({ request: z.string().nullable() }),
    writes: [...orderWrites, ...approvalWrites],
  }),
}
