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

export const receivingStates = ['PACKING', 'SCANNING', 'COMPLETE', 'POSTED'] as const
/** How far an order's cartons are received: none yet, some, every one of them, or confirmed. */
export const ReceivingState = z.enum(receivingStates)
export type ReceivingState = z.infer<typeof ReceivingState>

const facts = {
  manufacturingOrderId: z.string(), manufacturingNumber: z.string(), articleId: z.string(), articleCode: z.string(), articleName: z.string(), unitCode: z.string(), week: z.string().nullable(),
  destination: Destination.nullable(), shipDay: z.string(), ordered: DecimalSchema, state: ReceivingState, cartonCount: z.int(), scannedCount: z.int(),
  receiptId: z.string().nullable(), receiptNumber: z.string().nullable(), postedDay: z.string().nullable(),
}
/** An order of which cartons are packed, as the store waits for them. */
export const Arriving = z.object({ id: z.string(), ...facts })
export type Arriving = z.infer<typeof Arriving>

const Receipt = z.object({
  id: z.string(), version: z.int(), number: z.string(), status: z.enum(receiptStatuses), locationId: z.string(), locationName: z.string(), reason: z.string(), notes: z.string(),
  createdByName: z.string(), postedByName: z.string().nullable(), postedAt: z.string().nullable(), postedDay: z.string().nullable(),
})
const Place = z.object({ id: z.string(), name: z.string() })
export const receiptObstacles = ['cartons', 'packing', 'loose', 'pallets'] as const
export const ReceivingDetail = z.object({
  ...facts, receipt: Receipt.nullable(), cartons: z.array(Carton),
  packed: DecimalSchema, received: DecimalSchema,
  /** Against what was packed, in pieces; with the percent that BM-6 judges, and by whom. */
  difference: z.object({ pieces: DecimalSchema, percent: DecimalSchema, isAny: z.boolean(), verdict: z.enum(cartonVerdicts), isBeyondTolerance: z.boolean() }),
  /** What is not as it should be; of these `pallets` (FG-3) refuses, the others are told as a difference. */
  obstacles: z.array(z.enum(receiptObstacles)), cartonsShortOfPallet: z.int(),
  /** Where it is to go: the first is proposed. */
  places: z.array(Place),
  waiting: z.array(z.object({ id: z.string(), number: z.string(), kind: z.string(), step: z.int() })),
})
export type ReceivingDetail = z.infer<typeof ReceivingDetail>

const at = { id: IdSchema, version: Version }
const reads = [...cartonReads, 'location', 'stockBalance', 'approvalRequest', 'setting'] as const
const Scanned = z.object({ carton: Carton, scannedCount: z.int(), cartonCount: z.int() })
const File = z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() })

/** Finished goods come into the store order by order, each carton scanned once (FG-4). */
export const receipts = {
  listArriving: query({
    permission: 'finishedGoods.view',
    input: listInput({ state: z.array(ReceivingState).max(receivingStates.length), week: optionalText(20), destination: Destination, shipTo: BusinessDaySchema },
      ['manufacturingNumber', 'articleName', 'state', 'week', 'shipDay', 'cartonCount', 'scannedCount']),
    output: page(Arriving),
    reads,
  }),
  /** Of an order, by its id or that of its receipt. */
  getReceiving: query({ permission: 'finishedGoods.view', input: z.object({ id: IdSchema }), output: ReceivingDetail, reads: [...reads, 'productionStage'] }),
  /**
   * The first carton of an order opens its receipt. Throws `carton-unknown`, `carton-scanned` with when and by whom, `carton-foreign` where another order is being received
   * (`manufacturingOrderId`), `wrong-state` of an order that is closed.
   */
  scanCarton: command({
    permission: 'finishedGoods.create', input: z.object({ number: optionalText(60), manufacturingOrderId: IdSchema.optional() }), output: Scanned, writes: scanWrites,
  }),
  /** A carton was scanned by mistake. */
  unscanCarton: command({ permission: 'finishedGoods.create', input: z.object(at), output: Carton, writes: scanWrites }),
  /** BM-6: a scanned carton holds another quantity than is written on it; `note` says why. */
  countCarton: command({ permission: 'finishedGoods.create', input: z.object({ ...at, countedQuantity: StockLevel, note: Note }), output: Carton, writes: scanWrites }),
  /**
   * FG-4: takes what was scanned into the store and completes the order. Where it differs from what was packed or ordered, with a reason, and by whoever answers for the
   * difference (BM-6): else they are asked (`request`). Throws `receipt-short` with what is in the way, `reason-needed`, `conflict`, `wrong-state`.
   */
  confirmReceipt: command({
    permission: 'finishedGoods.create',
    input: z.object({ ...at, locationId: IdSchema, reason: optionalText(500).default(''), notes: Note.default('') }),
    output: z.object({ number: z.string(), request: z.object({ id: z.string(), number: z.string() }).nullable() }),
    writes: [...new Set([...receiptWrites, ...approvalWrites])],
  }),
  /** The very lots go back, the order and its work orders are open again, and the books are told the opposite. Refused where some of it has gone on. */
  reverseReceipt: command({ permission: 'finishedGoods.update', input: z.object({ ...at, reason: Reason }), output: z.object({ number: z.string() }), writes: receiptWrites }),
  /** IO-8: the cartons of an order on paper, to be ticked off by hand. */
  printReceivingForm: job({
    permission: 'finishedGoods.view', lane: 'interactive', input: z.object({ manufacturingOrderId: IdSchema, language: z.enum(['id', 'en']).optional() }), output: File,
  }),
  /** IO-11: what the books of accounts are told, of one order or of a span of days, as a CSV file. */
  exportVouchers: job({
    permission: 'process.exportVouchers',
    lane: 'interactive',
    input: z.object({ manufacturingOrderId: IdSchema.optional(), fromDay: BusinessDaySchema.optional(), toDay: BusinessDaySchema.optional(), language: z.enum(['id', 'en']).optional() }),
    output: File.extend({ rowCount: z.int() }),
  }),
}
