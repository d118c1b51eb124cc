import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, optionalText, Reason, text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, job, query } from '../core/procedure.ts'
import { WorkOrderStatus } from '../planning/work-orders.ts'
import { StockLevel, StockQuantity } from '../warehouse/quantity.ts'
import { releaseMethods, transferBlocks, transferStatuses } from './rules.ts'
import { acceptWrites, alertWrites, sendWrites } from './writes.ts'

/**
 * What a section hands over to another: from the work order that made it to the one that goes on with it. `quantity` was sent, `countedQuantity` is what the receiver counted, `firstCountedQuantity` the first count that differed,
 * `receivedQuantity` what was accepted. `minutes`: how long the handover took, or takes by now. `block` says why it goes no further.
 */
export const Transfer = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), barcode: z.string(), status: z.enum(transferStatuses), block: z.enum(transferBlocks).nullable(), blockedAt: z.string().nullable(),
  fromWorkOrderNumber: z.string(), fromSectionId: z.string(), fromSectionName: z.string(), fromStageName: z.string(),
  toWorkOrderNumber: z.string(), toSectionId: z.string(), toSectionName: z.string(), toStageName: z.string(),
  productionLineId: z.string().nullable(), productionLineName: z.string().nullable(), articleId: z.string(), articleName: z.string(), itemName: z.string().nullable(),
  batch: z.string(), week: z.string().nullable(), destination: z.string().nullable(), quantity: DecimalSchema, countedQuantity: DecimalSchema.nullable(), firstCountedQuantity: DecimalSchema.nullable(), receivedQuantity: DecimalSchema.nullable(), notes: z.string(),
  sentBy: z.string(), sentByName: z.string(), countedByName: z.string().nullable(), varianceReason: z.string().nullable(), acceptedByName: z.string().nullable(), acceptedAt: z.string().nullable(), completedAt: z.string().nullable(),
  releaseMethod: z.enum(releaseMethods).nullable(), gapMetres: DecimalSchema.nullable(), releaseNote: z.string().nullable(), releasedByName: z.string().nullable(), releasedAt: z.string().nullable(),
  cancelledByName: z.string().nullable(), cancelledAt: z.string().nullable(), cancelReason: z.string().nullable(), isStocked: z.boolean(), minutes: z.int(),
})
export type Transfer = z.infer<typeof Transfer>

/** A line that goods may be put on, and what stands on it. */
const LineChoice = z.object({ id: z.string(), name: z.string(), articleName: z.string().nullable(), week: z.string().nullable(), destination: z.string().nullable(), isFit: z.boolean() })
const Receiver = z.object({
  workOrderId: z.string(), number: z.string(), sectionName: z.string(), stageName: z.string(), status: WorkOrderStatus, week: z.string().nullable(), destination: z.string().nullable(), lines: z.array(LineChoice),
})
/** What of a section's work may be sent, how many (TR-1), and to whom. `good` was made, `sent` is on its way or received. */
export const Sendable = z.object({
  workOrderId: z.string(), number: z.string(), articleName: z.string(), itemName: z.string().nullable(), stageName: z.string(), status: WorkOrderStatus, good: DecimalSchema, sent: DecimalSchema,
  available: DecimalSchema, batch: z.string(), receivers: z.array(Receiver),
})
export type Sendable = z.infer<typeof Sendable>

const act = { id: IdSchema, version: Version }
const reads = ['transfer', 'workOrder', 'manufacturingOrder', 'productionStage', 'section', 'productionLine', 'item', 'user'] as const
const mayRead = { permission: 'process.readDailyProduction' } as const
const mayAccept = { permission: 'process.acceptTransfer', output: Transfer } as const

export const slips = {
  /** Of the asker's sections, as sender or as receiver. */
  listTransfers: query({
    ...mayRead, varies: 'clock',
    input: listInput({
      status: z.array(z.enum(transferStatuses)).max(transferStatuses.length), block: z.enum(transferBlocks), fromSectionId: IdSchema, toSectionId: IdSchema, workOrderId: IdSchema, fromDay: BusinessDaySchema, toDay: BusinessDaySchema,
    }, ['number', 'createdAt', 'quantity', 'articleName', 'fromSectionName', 'toSectionName']),
    output: page(Transfer), reads: [...reads, 'site'],
  }),
  getTransfer: query({ ...mayRead, varies: 'clock', input: z.object({ id: IdSchema }), output: Transfer, reads }),
  /** What a section has made for stages that receive by slip. */
  listSendable: query({
    ...mayRead, input: z.object({ sectionId: IdSchema }), output: z.array(Sendable), reads: [...reads, 'workOrderSource', 'dailyProduction', 'deliveryBatch', 'lineOccupancy'],
  }),
  /**
   * TR-1, TR-2: keeps what is sent for whoever receives it. Out of cutting only by whoever may hand over there. It is blocked at once where the line holds other goods (TR-3, TR-5). Throws
   * `transfer-route` where the other does not go on from this, `over-sent`, `stock-short`, `wrong-state`.
   */
  sendTransfer: command({
    permission: 'process.enterDailyProduction', action: 'CREATE', output: Transfer, writes: sendWrites,
    input: z.object({
      fromWorkOrderId: IdSchema, toWorkOrderId: IdSchema, productionLineId: IdSchema.nullable().default(null), quantity: StockQuantity, batch: optionalText(50).default(''), notes: Note.default(''),
    }),
  }),
  /**
   * TR-2: the receiver takes in what was counted; the first who does so wins, the second hears who it was (`transfer-accepted`), and who sent it is not the one (`own-slip`). A difference needs a reason, a great one, and a line that holds other
   * goods, block the slip instead (TR-3, TR-5, TR-6): then it is answered as `BLOCKED`.
   */
  acceptTransfer: command({
    ...mayAccept, action: 'TRANSFER', input: z.object({ ...act, countedQuantity: StockLevel, productionLineId: IdSchema.optional(), reason: optionalText(500).default('') }), writes: acceptWrites,
  }),
  /** TR-6: another who approves production agrees to the difference that was counted: then it is accepted, or, where it was accepted already, nothing is open about it. Throws `own-slip` to who sent or counted it. */
  settleVariance: command({ permission: 'production.approve', action: 'APPROVE', input: z.object({ ...act, reason: Reason }), output: Transfer, writes: acceptWrites }),
  /** TR-5: the gap is measured, the line was stopped, and the goods were looked at: the arriving ones may be put on the line. Throws `invalid-input` where one of these is missing. */
  releaseSegregation: command({
    permission: 'production.approve', action: 'UNLOCK', output: Transfer, writes: alertWrites,
    input: z.object({ ...act, gapMetres: StockLevel, isStopped: z.boolean(), isInspected: z.boolean(), notes: Note.default('') }),
  }),
  /** TR-5: without that, by whoever may override it, once the line has stood for as long as the factory has set. Throws `override-early`. */
  overrideSegregation: command({ permission: 'process.overrideSegregation', action: 'OVERRIDE', input: z.object({ ...act, reason: Reason }), output: Transfer, writes: alertWrites }),
  /** By the sender, before it is accepted: what was kept for it is free again. Once a difference was counted, by another supervisor of the receiver (`transfer-counted`). */
  cancelTransfer: command({ permission: 'process.enterDailyProduction', action: 'DELETE', input: z.object({ ...act, reason: Reason }), output: Transfer, writes: sendWrites }),
  /** TR-10: the slip of a code. `isDuplicate`: it was received or cancelled already, which is kept as an alert. Throws `slip-code` (E101) for a code without its seven parts, `slip-unread` (E101) where one of them cannot be read, `slip-unknown`. */
  scanTransfer: command({ ...mayRead, action: 'UPDATE', input: z.object({ code: text(200) }), output: z.object({ transfer: Transfer, isDuplicate: z.boolean() }), writes: ['transferAlert'] }),
  /** The slip on paper, with its code to scan; the answer's `ticket` fetches it, once. */
  printTransfer: job({
    ...mayRead, lane: 'interactive', input: z.object({ id: IdSchema, language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
}
