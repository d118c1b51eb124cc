import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, optionalText, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, query } from '../core/procedure.ts'
import { StockLevel } from '../warehouse/quantity.ts'
import { dayWrites } from './writes.ts'

export const entryStatuses = ['ENTERED', 'CONFIRMED'] as const

/** What a work order put out on a day: pieces. `isLate`: entered after it (PX-4). */
export const DailyProduction = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), workOrderId: z.string(), day: z.string(), goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema, defectReasonId: z.string().nullable(),
  defectReasonName: z.string().nullable(), status: z.enum(entryStatuses), isLate: z.boolean(), isFromPaper: z.boolean(), notes: z.string(), enteredByName: z.string(), confirmedByName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
})
export type DailyProduction = z.infer<typeof DailyProduction>

const Request = z.object({ id: z.string(), number: z.string() })
/** The entry, or the request that it waits for: nothing is lost. */
export const DayAnswer = z.object({ entry: DailyProduction.nullable(), request: Request.nullable() })
export type DayAnswer = z.infer<typeof DayAnswer>

/** The days of a work order, the earliest first, with the sum so far and its share of the target in percent, one decimal (PX-1). */
const CountedDay = DailyProduction.extend({ sum: DecimalSchema, percent: DecimalSchema })
export const DaysOfOrder = z.object({
  days: z.array(CountedDay),
  /** PX-2: the days that the rest takes at the pace so far; nothing where there is no pace or no rest. */
  estimatedDays: z.int().nullable(),
  waiting: z.array(Request.extend({ kind: z.string(), step: z.int(), day: z.string() })),
})
export type DaysOfOrder = z.infer<typeof DaysOfOrder>

/** A work order of a section in a month: what each of its days put out. */
const CalendarRow = z.object({
  workOrderId: z.string(), number: z.string(), articleName: z.string(), itemName: z.string().nullable(), status: z.string(), targetQuantity: DecimalSchema, goodQuantity: DecimalSchema, deadlineDay: z.string(),
  days: z.array(z.object({ id: z.string(), version: z.int(), day: z.string(), goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema, status: z.enum(entryStatuses) })),
})

/** Pieces are whole. `reason`: why it is late, or more than wanted. */
export const DayEntry = z.object({
  workOrderId: IdSchema, day: BusinessDaySchema, goodQuantity: StockLevel, rejectQuantity: StockLevel.optional(), defectReasonId: IdSchema.nullable().default(null), isFromPaper: z.boolean().default(false),
  notes: Note.default(''), reason: optionalText(500).default(''),
})
export type DayEntry = z.infer<typeof DayEntry>

const act = { id: IdSchema, version: Version }
const reads = ['dailyProduction', 'workOrder', 'manufacturingOrder', 'item', 'defectReason', 'user'] as const
const writes = [...dayWrites, ...approvalWrites]

export const daily = {
  getWorkOrderDays: query({ permission: 'process.readDailyProduction', input: z.object({ workOrderId: IdSchema }), output: DaysOfOrder, reads: [...reads, 'approvalRequest'] }),
  /** Work orders of a section that are open, or have something in the month `2026-11`. */
  getProductionCalendar: query({
    permission: 'process.readDailyProduction',
    scope: ({ sectionId }) => ({ sectionId }),
    input: z.object({ sectionId: IdSchema, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    output: z.array(CalendarRow),
    reads,
  }),
  /**
   * PX-1: one entry a day; throws `duplicate` where there is one. What is late (PX-4) or more than wanted (PX-3) needs a reason, and the consent of whoever answers for it: then it is asked
   * for. Throws `upstream-short` where more goes on than came (PL-11), `backdate-refused`, and `start-refused` for what may not start.
   */
  enterProduction: command({ permission: 'process.enterDailyProduction', input: DayEntry, output: DayAnswer, writes }),
  /** As entering it anew. Throws `wrong-state` once it is confirmed. */
  updateProduction: command({ permission: 'process.enterDailyProduction', input: DayEntry.omit({ workOrderId: true, day: true }).partial().extend(act), output: DayAnswer, writes }),
  removeProduction: command({ permission: 'process.enterDailyProduction', action: 'DELETE', input: z.object(act), output: z.object({}), writes: dayWrites }),
  /** By whoever approves production, and did not enter it. */
  confirmProduction: command({ permission: 'production.approve', action: 'APPROVE', input: z.object(act), output: DailyProduction, writes: ['dailyProduction'] }),
}
