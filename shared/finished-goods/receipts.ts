import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, job, query } from '../core/procedure.ts'
import { cartonVerdicts } from '../engineering/gates.ts'
import { Destination } from '../planning/sales-orders.ts'
import { StockLevel } from '../warehouse/quantity.ts'
import { Carton, cartonReads } from './cartons.ts'
import { receiptStatuses } from './rules.ts'
import { receiptWrites, scanWrites } from './writes.ts'

export const receivingStates = ['PACKING', 'SCANNING', 'COMPLETE', 'PARTIAL', 'POSTED'] as const
/** How far a delivery's cartons are received: none scanned yet, some, every one of them; some in the store and the rest awaited; or nothing awaited any more. */
export const ReceivingState = z.enum(receivingStates)
export type ReceivingState = z.infer<typeof ReceivingState>

/** `deliveryBatchId`: none where it is the whole order. `receiptNumbers`: of all its receipts that are not reversed. */
const facts = {
  manufacturingOrderId: z.string(), deliveryBatchId: z.string().nullable(), manufacturingNumber: z.string(), articleId: z.string(), articleCode: z.string(), articleName: z.string(), unitCode: z.string(), week: z.string().nullable(),
  destination: Destination.nullable(), shipDay: z.string(), ordered: DecimalSchema, state: ReceivingState, cartonCount: z.int(), scannedCount: z.int(),
  receivedCount: z.int(), receiptNumbers: z.string().nullable(), postedDay: z.string().nullable(),
}
/** A delivery of which cartons are packed, as the store waits for them. Its id is that of its batch, or of the order. */
export const Arriving = z.object({ id: z.string(), ...facts })
export type Arriving = z.infer<typeof Arriving>

const Receipt = z.object({
  id: z.string(), version: z.int(), number: z.string(), status: z.enum(receiptStatuses), locationId: z.string(), locationName: z.string(), reason: z.string(), notes: z.string(), receivedQuantity: DecimalSchema.nullable(),
  createdByName: z.string(), postedByName: z.string().nullable(), postedAt: z.string().nullable(), postedDay: z.string().nullable(),
})
const Place = z.object({ id: z.string(), name: z.string() })
export const receiptObstacles = ['cartons', 'packing', 'loose', 'pallets'] as const
/** Against what was packed, in pieces; with the percent that BM-6 judges, and by whom. */
const ReceiptDifference = z.object({ pieces: DecimalSchema, percent: DecimalSchema, isAny: z.boolean(), verdict: z.enum(cartonVerdicts), isBeyondTolerance: z.boolean() })
export const ReceivingDetail = z.object({
  id: z.string(), ...facts,
  /** The one that is being scanned; and those that are in the store, the first before the others. */
  receipt: Receipt.nullable(), posted: z.array(Receipt), cartons: z.array(Carton),
  /** All that the order goes out in, as far as cartons of it are packed. */
  deliveries: z.array(z.object({ id: z.string(), week: z.string().nullable(), destination: Destination.nullable(), state: ReceivingState, scannedCount: z.int(), cartonCount: z.int() })),
  packed: DecimalSchema, received: DecimalSchema,
  /** Of the whole delivery; and of what is scanned now against what its cartons say. */
  difference: ReceiptDifference, scannedDifference: ReceiptDifference,
  /** Whether nothing more of it is awaited; whether more of it may come; and whether the order is completed once it is in. */
  isClosed: z.boolean(), hasRest: z.boolean(), completesOrder: z.boolean(),
  /** What is not as it should be; of these `pallets` (FG-3) refuses, the others are told as a difference. */
  obstacles: z.array(z.enum(receiptObstacles)), cartonsShortOfPallet: z.int(),
  /** Where it is to go: the first is proposed. */
  places: z.array(Place),
  waiting: z.array(z.object({ id: z.string(), number: z.string(), kind: z.string(), step: z.int() })),
})
export type ReceivingDetail = z.infer<typeof ReceivingDetail>

const at = { id: IdSchema, version: Version }
const reads = [...cartonReads, 'location', 'stockBalance', 'approvalRequest', 'setting'] as const
const Confirmed = z.object({ number: z.string(), request: z.object({ id: z.string(), number: z.string() }).nullable() })
const confirmWrites = [...new Set([...receiptWrites, ...approvalWrites])]
const Scanned = z.object({ carton: Carton, scannedCount: z.int(), cartonCount: z.int() })
const File = z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() })

/** Finished goods come into the store delivery by delivery, each carton scanned once (FG-4). */
export const receipts = {
  /** `hasCartons`: of which cartons are packed that are not in the store. */
  listArriving: query({
    permission: 'finishedGoods.view',
    input: listInput({ state: z.array(ReceivingState).max(receivingStates.length), week: optionalText(20), destination: Destination, shipTo: BusinessDaySchema, hasCartons: z.boolean() },
      ['manufacturingNumber', 'articleName', 'state', 'week', 'shipDay', 'cartonCount', 'scannedCount']),
    output: page(Arriving),
    reads,
  }),
  /** Of a delivery, by its id or that of a receipt; by that of an order the first of its deliveries that is awaited. */
  getReceiving: query({ permission: 'finishedGoods.view', input: z.object({ id: IdSchema }), output: ReceivingDetail, reads: [...reads, 'productionStage'] }),
  /**
   * The first carton of a delivery opens its receipt. Throws `carton-unknown`, `carton-scanned` with when and by whom, `carton-foreign` and
   * `carton-elsewhere` where another order or another delivery of it is being received (`manufacturingOrderId`, `deliveryId`), `wrong-state` of an order that is closed.
   */
  scanCarton: command({
    permission: 'finishedGoods.create', input: z.object({ number: optionalText(60), manufacturingOrderId: IdSchema.optional(), deliveryId: IdSchema.optional() }), output: Scanned, writes: scanWrites,
  }),
  /** A carton was scanned by mistake. */
  unscanCarton: command({ permission: 'finishedGoods.create', input: z.object(at), output: Carton, writes: scanWrites }),
  /** BM-6: a scanned carton holds another quantity than is written on it; `note` says why. */
  countCarton: command({ permission: 'finishedGoods.create', input: z.object({ ...at, countedQuantity: StockLevel, note: Note }), output: Carton, writes: scanWrites }),
  /**
   * FG-4: takes what was scanned into the store; the rest of the delivery is awaited, unless it is all there or `isLast` says that nothing more comes. The last of an
   * order's deliveries completes it. Where a delivery that ends differs from what was packed or ordered, or a carton from what it says, with a reason, and by whoever
   * answers for the difference (BM-6): else they are asked (`request`). Throws `nothing-scanned`, `pallets-not-full`, `reason-needed`, `conflict`, `wrong-state`.
   */
  confirmReceipt: command({
    permission: 'finishedGoods.create',
    input: z.object({ ...at, locationId: IdSchema, reason: optionalText(500).default(''), notes: Note.default(''), isLast: z.boolean().default(false) }),
    output: Confirmed,
    writes: confirmWrites,
  }),
  /** Nothing more of a delivery comes, of which some is in the store: as a last receipt of nothing. Throws what `confirmReceipt` does. */
  closeDelivery: command({
    permission: 'finishedGoods.create', input: z.object({ id: IdSchema, reason: optionalText(500).default('') }), output: Confirmed, writes: confirmWrites,
  }),
  /** The very lots go back, the delivery and with it the order are open again, and the books are told the opposite. Refused where some of it has gone on. */
  /** FG-5: the host's own, once an hour. */
  tellOldGoods: command({
    permission: 'finishedGoods.view', visibility: 'internal', input: z.object({}), output: z.object({ told: z.int() }), writes: ['notification', 'notificationReceipt'],
  }),
  reverseReceipt: command({ permission: 'finishedGoods.update', input: z.object({ ...at, reason: Reason }), output: z.object({ number: z.string() }), writes: receiptWrites }),
  /** IO-8: the cartons of a delivery on paper, to be ticked off by hand. */
  printReceivingForm: job({
    permission: 'finishedGoods.view', lane: 'interactive', input: z.object({ id: IdSchema, language: z.enum(['id', 'en']).optional() }), output: File,
  }),
  /** IO-11: what the books of accounts are told, of one order or of a span of days, as a CSV file. */
  exportVouchers: job({
    permission: 'process.exportVouchers',
    lane: 'interactive',
    input: z.object({ manufacturingOrderId: IdSchema.optional(), fromDay: BusinessDaySchema.optional(), toDay: BusinessDaySchema.optional(), language: z.enum(['id', 'en']).optional() }),
    output: File.extend({ rowCount: z.int() }),
  }),
}
