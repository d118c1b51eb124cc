import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Name, Note, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, job, query } from '../core/procedure.ts'
import { DayBar } from '../section-day/late.ts'
import { StockLevel } from '../warehouse/quantity.ts'
import { entryStatuses } from './daily.ts'
import { mostPaperLines, paperStatuses } from './paper-rules.ts'
import { dayWrites } from './writes.ts'

const Status = z.enum(paperStatuses)

/** Days of a section that were written on paper; `goodQuantity` and `rejectQuantity` of all its lines. `sentBy` and `sentAt`: the last time. */
export const PaperBatch = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), sectionId: z.string(), sectionName: z.string(), firstDay: z.string(), lastDay: z.string(), writer: z.string(),
  reason: z.string(), status: Status, lineCount: z.int(), photoCount: z.int(), goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema, createdByName: z.string(), sentBy: z.string().nullable(),
  sentByName: z.string().nullable(), sentAt: z.string().nullable(), approvedByName: z.string().nullable(), approvedAt: z.string().nullable(),
})
export type PaperBatch = z.infer<typeof PaperBatch>

/** What one work order put out on one day, as it stands on the paper; `entry` is the day that it became. */
export const PaperLine = z.object({
  id: z.string(), version: z.int(), workOrderId: z.string(), number: z.string(), articleName: z.string(), itemName: z.string().nullable(), day: z.string(), goodQuantity: DecimalSchema,
  rejectQuantity: DecimalSchema, defectReasonId: z.string().nullable(), defectReasonName: z.string().nullable(), workShiftId: z.string().nullable(), workShiftName: z.string().nullable(),
  notes: z.string(), entry: z.object({ goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema, status: z.enum(entryStatuses) }).nullable(),
})
export type PaperLine = z.infer<typeof PaperLine>

/** A work order that may stand on the paper, in the order of the printed form. */
const PaperWork = z.object({ workOrderId: z.string(), number: z.string(), articleName: z.string(), itemName: z.string().nullable(), targetQuantity: DecimalSchema, madeQuantity: DecimalSchema })
export type PaperWork = z.infer<typeof PaperWork>

/** A day that nothing can be copied for: it has an entry, or `waitsIn` a request or another batch. */
const TakenDay = z.object({ workOrderId: z.string(), day: z.string(), goodQuantity: DecimalSchema, waitsIn: z.string().nullable() })
export type TakenDay = z.infer<typeof TakenDay>

/** `work` and `taken` while it is typed. `request`: what waits for a decision; `rejection`: why it came back; `barred`: until it is approved, the first of its days that takes nothing now. */
export const PaperBatchDetail = z.object({
  batch: PaperBatch, lines: z.array(PaperLine), work: z.array(PaperWork), taken: z.array(TakenDay), request: z.object({ id: z.string(), number: z.string(), step: z.int() }).nullable(),
  rejection: z.object({ byName: z.string(), at: z.string(), note: z.string() }).nullable(),
  barred: DayBar.nullable(),
})
export type PaperBatchDetail = z.infer<typeof PaperBatchDetail>

const PaperHead = z.object({ firstDay: BusinessDaySchema, lastDay: BusinessDaySchema, writer: Name, reason: Reason })
export type PaperHead = z.infer<typeof PaperHead>

/** `version`: of the line as it was seen, null where there was none. With neither good nor rejected pieces there is none any more. */
export const PaperLineEntry = z.object({
  workOrderId: IdSchema, day: BusinessDaySchema, version: Version.nullable().default(null), goodQuantity: StockLevel.nullable().default(null), rejectQuantity: StockLevel.nullable().default(null),
  defectReasonId: IdSchema.nullable().default(null), workShiftId: IdSchema.nullable().default(null), notes: Note.default(''),
})
export type PaperLineEntry = z.infer<typeof PaperLineEntry>

const at = { id: IdSchema, version: Version }
const draftWrites = ['paperBatch', 'paperBatchLine'] as const
const reads = ['paperBatch', 'paperBatchLine', 'section', 'user', 'attachment', 'approvalRequest'] as const
const permission = 'process.enterDailyProduction'

/**
 * IO-8, PX-4: days that were written on paper while the program could not be reached, copied together: typed, with photos of the paper, sent, and decided once. Approved, every line is a day, or
 * none is.
 */
export const paperBatches = {
  listPaperBatches: query({
    permission: 'process.readDailyProduction',
    input: listInput({ status: z.array(Status).max(paperStatuses.length), sectionId: IdSchema, fromDay: BusinessDaySchema, toDay: BusinessDaySchema }, ['number', 'createdAt', 'firstDay']),
    output: page(PaperBatch),
    reads,
  }),
  getPaperBatch: query({
    permission: 'process.readDailyProduction',
    input: z.object({ id: IdSchema }),
    output: PaperBatchDetail,
    reads: [...reads, 'workOrder', 'manufacturingOrder', 'item', 'defectReason', 'workShift', 'dailyProduction', 'approvalDecision', 'sectionDayLock', 'accountingPeriod', 'setting', 'site'],
    varies: 'day',
  }),
  /** Throws `invalid-input` for days that fit on no form. */
  createPaperBatch: command({ permission, input: PaperHead.extend({ sectionId: IdSchema }), output: PaperBatch, writes: draftWrites }),
  /** Throws `invalid-input` where one of its lines would be outside of its days. */
  updatePaperBatch: command({ permission, input: PaperHead.extend(at), output: PaperBatch, writes: draftWrites }),
  /** All lines or none, in the order given; null for those that are gone. A day that has an entry or waits is refused by its name. */
  savePaperLines: command({
    permission, action: 'UPDATE', input: z.object({ id: IdSchema, lines: z.array(PaperLineEntry).min(1).max(mostPaperLines) }), output: z.array(PaperLine.nullable()), writes: draftWrites,
  }),
  /** One that nobody needs, with its photos: until it is sent, and again once it was rejected. */
  deletePaperBatch: command({ permission, action: 'DELETE', input: z.object(at), output: z.object({ number: z.string() }), writes: [...draftWrites, 'attachment'] }),
  /**
   * To the supervisor and then the manager; of days that take nothing now too, for it is approved once they are open again. Throws `invalid-input` without a line or a photo, and for lines that could not be entered as days: what is taken, more than came to the stage
   * (PL-11), a work order that may not begin.
   */
  sendPaperBatch: command({
    permission, action: 'UPDATE', input: z.object(at), output: z.object({ batch: PaperBatch, request: z.object({ id: z.string(), number: z.string() }) }),
    writes: [...draftWrites, ...dayWrites, ...approvalWrites],
  }),
  /** On paper, to be signed; the answer's `ticket` fetches it, once. */
  printPaperBatch: job({
    permission: 'process.readDailyProduction', lane: 'interactive', input: z.object({ id: IdSchema, language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
}
