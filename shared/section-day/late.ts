import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { requestStatuses } from '../approvals/rules.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { dayWrites } from '../production/writes.ts'
import { stepWrites } from '../stages/work.ts'
import { lateStatuses } from './rules.ts'

/** The commands that enter something of a section's day: what they were refused for its lock can be handed to the exception queue. */
export const lateCalls = [
  'sectionDay.saveWorkerEntries', 'sectionDay.saveAttendance', 'sectionDay.enterTeamDay', 'sectionDay.updateTeamDay', 'sectionDay.removeTeamDay', 'production.enterProduction', 'production.updateProduction', 'production.removeProduction', 'production.saveProduction',
  'stages.enterStep', 'stages.updateStep', 'stages.removeStep', 'stages.inspectRework', 'stages.reverseInspection', 'stages.saveStageFigures',
  'downtime.startDowntime', 'downtime.endDowntime', 'downtime.updateDowntime', 'downtime.cancelDowntime', 'ledger.saveWaste', 'ledger.saveReceipts',
] as const
export type LateCall = (typeof lateCalls)[number]
/** The name of a call without its module. */
export type LateCallName = LateCall extends infer Call ? (Call extends `${string}.${infer Name}` ? Name : never) : never

export function isLateCall(name: string): name is LateCall {
  return lateCalls.some(call => call === name)
}

/** Why a section's day takes nothing: it is locked (PX-5), its month is closed, or it is over and the factory is strict (PX-4). */
export const lateBars = ['day-locked', 'period-closed', 'backdate-refused'] as const
export type LateBar = (typeof lateBars)[number]

const text = z.string().nullable()
/** A line of what was typed: what it is about, and the figure, word or times that were entered. `valueKey` is a text by its key. */
const LateFact = z.object({
  label: text, day: text, value: text, valueKey: text, times: z.object({ startDay: text, startTime: text, endDay: text, endTime: text }).nullable(),
})
export type LateFact = z.infer<typeof LateFact>

/**
 * What came for a day that was locked by then, until a supervisor enters or rejects it. `bar`: what still keeps the day from taking it. `requests`: about what was entered,
 * which counts only once they are approved. `unreadable`: what was kept, where it is no more what its command takes.
 */
export const LateEntry = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), sectionId: z.string(), sectionName: z.string(), day: z.string(), procedure: z.enum(lateCalls), status: z.enum(lateStatuses), reason: z.string(),
  handedByName: z.string(), decidedByName: z.string().nullable(), decidedAt: z.string().nullable(), decisionReason: z.string().nullable(), bar: z.enum(lateBars).nullable(), facts: z.array(LateFact), unreadable: z.string().nullable(),
  requests: z.array(z.object({ id: z.string(), number: z.string(), status: z.enum(requestStatuses) })),
})
export type LateEntry = z.infer<typeof LateEntry>

/** What keeps a day from being written by anybody, whatever is written. */
export const dayBars = ['day-locked', 'period-closed'] as const satisfies readonly LateBar[]
/** The first of several days that takes nothing, and why. */
export const DayBar = z.object({ day: z.string(), bar: z.enum(dayBars) })
export type DayBar = z.infer<typeof DayBar>

/** A batch copied from paper that was sent, and cannot be approved before its day is open again (PX-4): `day` is the first that keeps it. */
export const LatePaper = DayBar.extend({
  id: z.string(), number: z.string(), sectionId: z.string(), sectionName: z.string(), firstDay: z.string(), lastDay: z.string(), writer: z.string(), sentByName: z.string(), goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema,
  request: z.object({ id: z.string(), number: z.string() }),
})
export type LatePaper = z.infer<typeof LatePaper>

const act = { id: IdSchema, version: Version }
const mayDecide = { permission: 'production.approve' } as const
const reads = [
  'lateEntry', 'sectionDayLock', 'section', 'user', 'worker', 'item', 'workOrder', 'dailyProduction', 'stepRecord', 'stageStep', 'stageFigure', 'reworkCard', 'reworkRound', 'downtime', 'machine', 'productionLine', 'downtimeReason',
  'workerEntry', 'wasteEntry', 'wasteReason', 'ledgerReceipt', 'approvalRequest', 'teamDay', 'accountingPeriod', 'setting', 'site', 'workCalendar', 'workShift', 'holiday',
] as const

export const lateEntries = {
  listLateEntries: query({
    permission: 'process.readDailyProduction', scope: ({ filter: { sectionId } }) => (sectionId === undefined ? {} : { sectionId }),
    input: listInput({ sectionId: IdSchema, status: z.enum(lateStatuses), fromDay: BusinessDaySchema, toDay: BusinessDaySchema }, ['createdAt', 'day', 'sectionName']), output: page(LateEntry),
    reads, varies: 'day',
  }),
  /** Batches copied from paper that wait for their days, the oldest first. */
  listLatePaper: query({
    permission: 'process.readDailyProduction', scope: ({ sectionId }) => (sectionId === undefined ? {} : { sectionId }), input: z.object({ sectionId: IdSchema.optional() }), output: z.array(LatePaper),
    reads: ['paperBatch', 'paperBatchLine', 'approvalRequest', 'section', 'user', 'sectionDayLock', 'accountingPeriod', 'setting', 'site'], varies: 'day',
  }),
  getLateEntry: query({ permission: 'process.readDailyProduction', input: z.object({ id: IdSchema }), output: LateEntry, reads, varies: 'day' }),
  /**
   * Keeps a command that was refused for its day (see `lateBars`), as it was typed: nothing of it counts until a supervisor enters it. It is about one section. Throws `wrong-state` for a day that takes the entry itself.
   */
  keepLateEntry: command({
    permission: 'process.enterDailyProduction', action: 'CREATE', output: LateEntry, writes: ['lateEntry'],
    input: z.object({ call: z.enum(lateCalls), input: z.record(z.string(), z.unknown()), reason: Reason }),
  }),
  /** Enters it as the entry of who handed it in, as late as they did, with what whoever decides may; what needs somebody higher as a request. Throws `day-locked`, `period-closed` or `backdate-refused` as long as the day is so, and whatever entering it throws. */
  applyLateEntry: command({
    ...mayDecide, action: 'APPROVE', output: LateEntry, input: z.object(act),
    writes: [...new Set(['lateEntry', 'workerEntry', 'teamDay', 'attendanceSheet', 'attendanceLine', 'wasteEntry', 'ledgerReceipt', 'downtime', 'stageFigureValue', ...stepWrites, ...dayWrites, ...approvalWrites] as const)],
  }),
  rejectLateEntry: command({ ...mayDecide, action: 'REJECT', output: LateEntry, input: z.object({ ...act, reason: Reason }), writes: ['lateEntry', 'notificationReceipt'] }),
}
