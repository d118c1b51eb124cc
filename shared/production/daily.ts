import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, query } from '../core/procedure.ts'
import { colours } from '../planning/rules.ts'
import { WorkOrderStatus } from '../planning/work-orders.ts'
import { StockLevel } from '../warehouse/quantity.ts'
import { dayWrites } from './writes.ts'

export const entryStatuses = ['ENTERED', 'CONFIRMED'] as const
/** A month of a section with sixty work orders, all of it pasted at once. */
export const mostDayRows = 2000

/** What a work order put out on a day: pieces. `isLate`: entered or changed after it (PX-4). Copied from paper, it has its batch, but for what was copied day by day before there were batches. */
export const DailyProduction = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), workOrderId: z.string(), day: z.string(), goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema,
  defectReasonId: z.string().nullable(), defectReasonName: z.string().nullable(), workShiftId: z.string().nullable(), workShiftName: z.string().nullable(), status: z.enum(entryStatuses),
  isLate: z.boolean(), isFromPaper: z.boolean(), paperBatchId: z.string().nullable(), paperBatchNumber: z.string().nullable(), notes: z.string(), enteredBy: z.string(), enteredByName: z.string(), changedBy: z.string().nullable(),
  changedByName: z.string().nullable(), confirmedByName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
})
export type DailyProduction = z.infer<typeof DailyProduction>

const Request = z.object({ id: z.string(), number: z.string() })
/** The entry, or the request that it waits for: nothing is lost. Neither where it was taken back. */
export const DayAnswer = z.object({ entry: DailyProduction.nullable(), request: Request.nullable() })
export type DayAnswer = z.infer<typeof DayAnswer>

/**
 * What somebody asked for about a day: the figures it would have, or that it is taken back; by itself, or with others in a batch copied from paper. `written`: in words what was written at a step, or for another
 * figure of its stage, and leaves its output as it is.
 */
export const WaitingDay = Request.extend({
  workOrderId: z.string(), kind: z.string(), step: z.int(), day: z.string(), goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema, isRemoval: z.boolean(),
  written: z.string().nullable(), paperBatch: Request.nullable(),
})
export type WaitingDay = z.infer<typeof WaitingDay>

/** The days of a work order, the earliest first, with the sum so far and its share of the target in percent, one decimal (PX-1). */
const CountedDay = DailyProduction.extend({ sum: DecimalSchema, percent: DecimalSchema })
export type CountedDay = z.infer<typeof CountedDay>
export const DaysOfOrder = z.object({
  days: z.array(CountedDay),
  /** PX-2: the days that the rest takes at the pace so far; nothing where there is no pace or no rest. */
  estimatedDays: z.int().nullable(),
  waiting: z.array(WaitingDay),
})
export type DaysOfOrder = z.infer<typeof DaysOfOrder>

/**
 * A work order of a section in a month: what each of its days put out, and what waits. `percent` of the target is made (PX-1), `colour` by what should be
 * made by now (PL-16), none before its first day; `isLocked`: nothing more is entered for it (PL-21).
 */
const CalendarRow = z.object({
  workOrderId: z.string(), number: z.string(), articleName: z.string(), itemName: z.string().nullable(), stageName: z.string(), status: WorkOrderStatus, isLocked: z.boolean(),
  isUrgent: z.boolean(), targetQuantity: DecimalSchema, goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema, startDay: z.string(), deadlineDay: z.string(),
  percent: DecimalSchema, colour: z.enum(colours).nullable(), estimatedDays: z.int().nullable(), days: z.array(DailyProduction), waiting: z.array(WaitingDay),
})
export type CalendarRow = z.infer<typeof CalendarRow>

const DayPatch = z.object({
  goodQuantity: StockLevel, rejectQuantity: StockLevel, defectReasonId: IdSchema.nullable(), workShiftId: IdSchema.nullable(), notes: Note, reason: optionalText(500),
}).partial()
export type DayPatch = z.infer<typeof DayPatch>

/** Pieces are whole. `reason`: why it is late, or more than wanted. */
export const DayEntry = z.object({
  workOrderId: IdSchema, day: BusinessDaySchema, goodQuantity: StockLevel, rejectQuantity: StockLevel.optional(), defectReasonId: IdSchema.nullable().default(null),
  workShiftId: IdSchema.nullable().default(null), notes: Note.default(''), reason: optionalText(500).default(''),
})
export type DayEntry = z.infer<typeof DayEntry>
const act = { id: IdSchema, version: Version }

/** A cell of the calendar: filled for the first time, changed, or emptied. */
const DayRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enter'), entry: DayEntry.omit({ reason: true }) }),
  DayPatch.omit({ reason: true }).extend({ kind: z.literal('change'), ...act }),
  z.object({ kind: z.literal('remove'), ...act }),
])
export type DayRow = z.input<typeof DayRow>

const reads = ['dailyProduction', 'workOrder', 'manufacturingOrder', 'productionStage', 'item', 'defectReason', 'workShift', 'user', 'approvalRequest', 'paperBatch', 'paperBatchLine'] as const
const writes = [...dayWrites, ...approvalWrites]
const reason = optionalText(500).default('')

export const daily = {
  getWorkOrderDays: query({ permission: 'process.readDailyProduction', input: z.object({ workOrderId: IdSchema }), output: DaysOfOrder, reads }),
  /** Work orders of a section that are open, or have something in the month `2026-11`; coloured by what should be made on the day `asOf`. */
  getProductionCalendar: query({
    permission: 'process.readDailyProduction',
    scope: ({ sectionId }) => ({ sectionId }),
    input: z.object({ sectionId: IdSchema, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), asOf: BusinessDaySchema }),
    output: z.array(CalendarRow),
    reads,
  }),
  /**
   * PX-1: one entry a day; throws `duplicate` where there is one. What is late (PX-4) or more than wanted (PX-3) needs a reason, and the consent of whoever answers for it: then it is asked
   * for. Throws `upstream-short` where more goes on than came (PL-11), `backdate-refused`, `approval-pending` where something is asked for about the day, `stock-short` where it
   * takes more material than there is (WH-3), and `start-refused` for what may not start.
   */
  enterProduction: command({ permission: 'process.enterDailyProduction', input: DayEntry, output: DayAnswer, writes }),
  /** As entering it anew. Throws `wrong-state` once it is confirmed. */
  updateProduction: command({ permission: 'process.enterDailyProduction', input: DayPatch.extend(act), output: DayAnswer, writes }),
  /** Days of several work orders, all or none: each as if it were entered, changed or taken back alone, for one reason. Answers in the same order. */
  saveProduction: command({
    permission: 'process.enterDailyProduction', action: 'UPDATE', input: z.object({ rows: z.array(DayRow).min(1).max(mostDayRows), reason }), output: z.array(DayAnswer), writes,
  }),
  /** Where the day is over, with a reason and the consent that entering it so late would need (PX-4). */
  removeProduction: command({ permission: 'process.enterDailyProduction', action: 'DELETE', input: z.object({ ...act, reason }), output: DayAnswer, writes }),
  /** By whoever approves production, and neither entered nor changed it. */
  confirmProduction: command({ permission: 'production.approve', action: 'APPROVE', input: z.object(act), output: DailyProduction, writes: ['dailyProduction'] }),
  /** Several days at once, all or none, each as if it were confirmed alone. */
  confirmDays: command({
    permission: 'production.approve', action: 'APPROVE', input: z.object({ rows: z.array(z.object(act)).min(1).max(mostDayRows) }), output: z.array(DailyProduction), writes: ['dailyProduction'],
  }),
  /** A confirmed day may be corrected again, and is to be confirmed again. By whoever approves production, and neither entered nor changed it. Throws `wrong-state` once its order is completed. */
  reopenProduction: command({
    permission: 'production.approve', action: 'APPROVE', input: z.object({ ...act, reason: Reason }), output: DailyProduction, writes: ['dailyProduction'],
  }),
}
