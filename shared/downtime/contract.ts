import { z } from 'zod'
import { BusinessDaySchema, ClockTimeSchema } from '../core/dates.ts'
import { Note, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { downtimeKinds } from '../masters/reasons.ts'

/**
 * A machine, a line or, without either, a whole section that stood still. Without `endedAt` it still does; `minutes` are whole, of what has ended (PX-10). `isPlanned`: by its reason.
 */
export const Downtime = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), sectionId: z.string(), sectionName: z.string(), machineId: z.string().nullable(), machineCode: z.string().nullable(), machineName: z.string().nullable(),
  productionLineId: z.string().nullable(), productionLineName: z.string().nullable(), workOrderId: z.string().nullable(), workOrderNumber: z.string().nullable(),
  downtimeReasonId: z.string(), reasonName: z.string(), kind: z.enum(downtimeKinds), isPlanned: z.boolean(), startedAt: z.string(), endedAt: z.string().nullable(), minutes: z.int().nullable(), notes: z.string(),
  reportedBy: z.string(), reportedByName: z.string(), endedByName: z.string().nullable(), verifiedByName: z.string().nullable(), verifiedAt: z.string().nullable(),
  cancelledByName: z.string().nullable(), cancelledAt: z.string().nullable(), cancelReason: z.string().nullable(),
})
export type Downtime = z.infer<typeof Downtime>

/** What stands still now, as boards show it. */
export const Standing = Downtime.pick({ id: true, sectionId: true, sectionName: true, machineName: true, productionLineName: true, reasonName: true, isPlanned: true, startedAt: true, notes: true })
export type Standing = z.infer<typeof Standing>

const Span = z.object({ from: z.string(), to: z.string() })
const Named = z.object({ id: z.string(), code: z.string(), name: z.string() })

/**
 * A section's working hours of a day, and all that stood still within the day, the earliest first. `shiftMinutes` are worked, without breaks; 0 where the calendar has no shift.
 */
export const SectionDowntime = z.object({ shiftMinutes: z.int(), hours: z.array(Span), machines: z.array(Named), lines: z.array(Named), records: z.array(Downtime) })
export type SectionDowntime = z.infer<typeof SectionDowntime>

/** Day and time on the factory's clock. Neither at the start: now; neither at the end: it still stands. */
const when = { startDay: BusinessDaySchema.nullable().default(null), startTime: ClockTimeSchema.nullable().default(null), endDay: BusinessDaySchema.nullable().default(null), endTime: ClockTimeSchema.nullable().default(null) }
const act = { id: IdSchema, version: Version }

export const DowntimeEntry = z.object({
  sectionId: IdSchema, machineId: IdSchema.nullable().default(null), productionLineId: IdSchema.nullable().default(null), workOrderId: IdSchema.nullable().default(null), downtimeReasonId: IdSchema, ...when,
  notes: Note.default(''),
})
export type DowntimeEntry = z.infer<typeof DowntimeEntry>

const reads = ['downtime', 'downtimeReason', 'machine', 'productionLine', 'section', 'workOrder', 'user'] as const
const hoursRead = ['workCalendar', 'workShift', 'holiday', 'site'] as const
const writes = ['downtime'] as const
const settling = ['downtime', 'notificationReceipt'] as const
const mayEnter = { permission: 'process.enterDailyProduction', output: Downtime } as const

/** The right to verify a record, and to change or cancel one that is verified. */
export const verifyRight = 'production.approve'

/** When machines, lines and sections stood still. */
export const downtime = {
  listDowntimes: query({
    permission: 'process.readDailyProduction',
    scope: ({ filter: { sectionId } }) => (sectionId === undefined ? {} : { sectionId }),
    input: listInput({
      sectionId: IdSchema, machineId: IdSchema, downtimeReasonId: IdSchema, isPlanned: z.boolean(), isStanding: z.boolean(), isCancelled: z.boolean(), isVerified: z.boolean(), fromDay: BusinessDaySchema, toDay: BusinessDaySchema,
    }, ['startedAt', 'endedAt', 'sectionName', 'reasonName']),
    output: page(Downtime), reads: [...reads, 'site'],
  }),
  getDowntime: query({ permission: 'process.readDailyProduction', input: z.object({ id: IdSchema }), output: Downtime, reads }),
  getSectionDowntime: query({
    permission: 'process.readDailyProduction', scope: ({ sectionId }) => ({ sectionId }), input: z.object({ sectionId: IdSchema, day: BusinessDaySchema }), output: SectionDowntime, reads: [...reads, ...hoursRead],
  }),
  /** All that stands still in sections that may be seen, the longest first: for boards, which may be looked at without seeing any section's day. */
  listStanding: query({ permission: 'process.viewPlanningDashboard', input: z.object({}), output: z.array(Standing), reads }),
  /**
   * PX-10. Without a day and time it begins now, without an end it still stands. Throws `downtime-overlaps`, `period-closed`, and `invalid-input` for times ahead or in the wrong order.
   */
  startDowntime: command({ ...mayEnter, action: 'CREATE', input: DowntimeEntry, writes }),
  /** Now, unless told otherwise. Throws `wrong-state` for what has ended. */
  endDowntime: command({ ...mayEnter, action: 'UPDATE', input: z.object({ ...act, endDay: when.endDay, endTime: when.endTime }), writes: settling }),
  /** All of it as it should be; without an end it stands again. It is to be verified anew; what is verified changes, and cancels, only who may verify (`forbidden`). */
  updateDowntime: command({ ...mayEnter, input: DowntimeEntry.omit({ sectionId: true }).extend({ ...act, reason: Reason }), writes: settling }),
  cancelDowntime: command({ ...mayEnter, input: z.object({ ...act, reason: Reason }), writes: settling }),
  /** By whoever approves production and did not report it. Throws `own-request`, and `wrong-state` for what still stands. */
  verifyDowntime: command({ permission: verifyRight, action: 'APPROVE', input: z.object(act), output: Downtime, writes }),
  /** Tells of what stands longer than the factory wants to wait. */
  remindOfDowntime: command({ permission: 'process.readDailyProduction', visibility: 'internal', input: z.object({}), output: z.object({ told: z.int() }), writes: [] }),
}
