import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { StockLevel } from '../warehouse/quantity.ts'
import { attendanceStatuses } from './rules.ts'

/** More workers than a section has, each with several items. */
export const mostWorkerRows = 1000
/** The right to open a locked day again, which a refusal names. */
export const unlockRight = 'process.unlockSectionDay'

/** Who locked a section's day, or opened it again and why; nothing where nobody did either. */
export const DayLock = z.object({
  id: z.string(), version: z.int(), sectionId: z.string(), sectionName: z.string(), day: z.string(), isLocked: z.boolean(), lockedByName: z.string(), lockedAt: z.string(),
  openedByName: z.string().nullable(), openedAt: z.string().nullable(), openReason: z.string().nullable(),
})
export type DayLock = z.infer<typeof DayLock>

/** What a worker made of an item on a day (PX-6). Target, hours and the standard minutes of one are those that held when it was entered first. */
export const WorkerEntry = z.object({
  id: z.string(), version: z.int(), sectionId: z.string(), sectionName: z.string(), day: z.string(), workerId: z.string(), workerCode: z.string(), workerName: z.string(), itemId: z.string(), itemCode: z.string(),
  itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(), standardMinutes: DecimalSchema.nullable(), targetQuantity: DecimalSchema, shiftHours: DecimalSchema, actualQuantity: DecimalSchema, overtimeHours: DecimalSchema, isTargetMet: z.boolean(), notes: z.string(),
  enteredByName: z.string(), changedByName: z.string().nullable(),
})
export type WorkerEntry = z.infer<typeof WorkerEntry>

const AttendanceLine = z.object({ id: z.string(), workerId: z.string(), workerCode: z.string(), workerName: z.string(), status: z.enum(attendanceStatuses), notes: z.string() })
/** Who was there: one sheet of a section and day (PX-10). */
export const AttendanceSheet = z.object({
  id: z.string(), version: z.int(), sectionId: z.string(), day: z.string(), presentCount: z.int(), absentCount: z.int(), notes: z.string(), enteredByName: z.string(), lines: z.array(AttendanceLine),
})
export type AttendanceSheet = z.infer<typeof AttendanceSheet>

const Named = z.object({ id: z.string(), code: z.string(), name: z.string() })
/** A target that holds for all items of the section or one of them, with the hours of its shift. */
const Rule = z.object({
  itemId: z.string().nullable(), productionLineId: z.string().nullable(), startDay: z.string(), endDay: z.string().nullable(), isActive: z.boolean(), targetQuantity: DecimalSchema.nullable(), shiftHours: DecimalSchema,
  standardMinutes: DecimalSchema.nullable(),
})
export const WorkerDay = z.object({
  lock: DayLock.nullable(),
  /** When its hour came, where that locked it and nobody has written it down. */
  lapsedAt: z.string().nullable(),
  entries: z.array(WorkerEntry), sheet: AttendanceSheet.nullable(),
  /** The section's own, in use. */
  workers: z.array(Named), rules: z.array(Rule),
  /** What waits in the exception queue for this day. */
  lateCount: z.int(),
})
export type WorkerDay = z.infer<typeof WorkerDay>

/** The last day before with entries: who worked on what. */
export const EarlierDay = z.object({ day: z.string(), rows: z.array(z.object({ worker: Named, item: Named })) })
export type EarlierDay = z.infer<typeof EarlierDay>

const Minutes = z.object({ attended: DecimalSchema, earned: DecimalSchema, efficiency: DecimalSchema.nullable() })
/** `days` are summed by day and unit, the earliest first, and say nothing of a target where there was none; `minutes` says how efficient the worker was, of a day or, at the end, of all days of which it is known; `entries` the newest first. */
export const WorkerHistory = z.object({
  worker: Named.extend({ sectionName: z.string() }),
  days: z.array(z.object({ day: z.string(), sums: z.array(z.object({ unitCode: z.string(), target: DecimalSchema, actual: DecimalSchema })), overtime: DecimalSchema, isTargetMet: z.boolean().nullable(), minutes: Minutes.nullable() })),
  minutes: Minutes.extend({ days: z.int() }), entries: z.array(WorkerEntry), presentDays: z.int(), absentDays: z.int(),
})
export type WorkerHistory = z.infer<typeof WorkerHistory>

const act = { id: IdSchema, version: Version }
const Figures = { itemId: IdSchema, actualQuantity: StockLevel, notes: Note }
/** A row of the grid: entered for the first time, changed, or taken out. */
export const WorkerRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enter'), workerId: IdSchema, ...Figures, notes: Note.default('') }),
  z.object({ kind: z.literal('change'), ...act, ...Figures }).partial({ itemId: true, actualQuantity: true, notes: true }),
  z.object({ kind: z.literal('remove'), ...act }),
])
export type WorkerRow = z.output<typeof WorkerRow>
const AttendanceRow = z.object({ workerId: IdSchema, status: z.enum(attendanceStatuses), notes: Note.default('') })

const dayOfSection = z.object({ sectionId: IdSchema, day: BusinessDaySchema })
const entryReads = ['workerEntry', 'worker', 'item', 'unit', 'section', 'user'] as const
const mayRead = { permission: 'process.readDailyProduction' } as const
const mayEnter = { permission: 'process.enterDailyProduction' } as const

export const days = {
  getWorkerDay: query({
    ...mayRead, varies: 'day', scope: ({ sectionId }) => ({ sectionId }), input: dayOfSection, output: WorkerDay,
    reads: [...entryReads, 'sectionDayLock', 'attendanceSheet', 'attendanceLine', 'targetRule', 'lateEntry', 'setting', 'site'],
  }),
  /** Nothing where nobody entered anything before. */
  getEarlierDay: query({ ...mayRead, scope: ({ sectionId }) => ({ sectionId }), input: dayOfSection, output: z.object({ earlier: EarlierDay.nullable() }), reads: entryReads }),
  getWorkerHistory: query({
    ...mayRead, input: z.object({ workerId: IdSchema, fromDay: BusinessDaySchema, toDay: BusinessDaySchema }), output: WorkerHistory, reads: [...entryReads, 'attendanceSheet', 'attendanceLine'],
  }),
  listDayLocks: query({
    ...mayRead, scope: ({ filter: { sectionId } }) => (sectionId === undefined ? {} : { sectionId }),
    input: listInput({ sectionId: IdSchema, isLocked: z.boolean(), fromDay: BusinessDaySchema, toDay: BusinessDaySchema }, ['day', 'sectionName', 'lockedAt']), output: page(DayLock), reads: ['sectionDayLock', 'section', 'user'],
  }),
  /**
   * PX-6: rows of a section's day, all or none. A worker has an item once a day (`duplicate`), and none on a day on which they were absent (`worker-absent`). Throws `day-locked`.
   * What becomes of a row keeps its target and hours; another item takes those that hold for it.
   */
  saveWorkerEntries: command({
    ...mayEnter, action: 'UPDATE', input: dayOfSection.extend({ rows: z.array(WorkerRow).min(1).max(mostWorkerRows) }), output: z.array(WorkerEntry.nullable()), writes: ['workerEntry'],
  }),
  /** PX-10: the whole sheet, in place of what it was; without a version it is the first. Who has an entry cannot be absent. Throws `day-locked`. */
  saveAttendance: command({
    ...mayEnter, action: 'UPDATE', input: dayOfSection.extend({ version: Version.optional(), notes: Note.default(''), lines: z.array(AttendanceRow).min(1).max(mostWorkerRows) }), output: AttendanceSheet,
    writes: ['attendanceSheet', 'attendanceLine'],
  }),
  /** PX-5: nothing of the day is entered, changed or taken out from then on. Throws `wrong-state` for a day that is locked. */
  lockDay: command({ permission: 'production.approve', action: 'UPDATE', input: dayOfSection, output: DayLock, writes: ['sectionDayLock'] }),
  unlockDay: command({ permission: unlockRight, action: 'UNLOCK', input: z.object({ ...act, reason: Reason }), output: DayLock, writes: ['sectionDayLock'] }),
  /** A day that its hour has locked, and nobody has written down. Throws `wrong-state` for any other. */
  openLapsedDay: command({ permission: unlockRight, action: 'UNLOCK', input: dayOfSection.extend({ reason: Reason }), output: DayLock, writes: ['sectionDayLock'] }),
  /** Writes down that every section's days are locked whose hour has come of late. */
  lockLapsedDays: command({ permission: 'production.approve', visibility: 'internal', action: 'UPDATE', input: z.object({}), output: z.object({ locked: z.int() }), writes: ['sectionDayLock'] }),
}
