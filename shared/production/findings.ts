import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'

export const findingKinds = ['STEADY_SURPLUS', 'SEESAW', 'REPEATED_VARIANCE', 'INPUT_OFF', 'SEWING_SHORTAGE', 'SEWING_SURPLUS', 'OUTPUT_LOW', 'RECEIVED_OVER', 'REWORK_OVER', 'BAD_SCANS', 'CUT_SHORT'] as const
export type FindingKind = (typeof findingKinds)[number]

/** Who looked at it, when, and what they found. */
const Look = z.object({ id: z.string(), version: z.int(), byName: z.string(), at: z.string(), note: z.string() })
/** What stands behind a finding: an entry, a work order, a scan; with its own figures where it has some. */
const FindingRow = z.object({ entity: z.enum(['dailyProduction', 'workerEntry', 'workOrder', 'badScan']), id: z.string(), day: z.string().nullable(), label: z.string(), who: z.string().nullable(), actual: DecimalSchema.nullable(), wanted: DecimalSchema.nullable() })
export type FindingRow = z.infer<typeof FindingRow>
/**
 * Something to look at (PX-16, PX-17): of which work order or which worker, which day, who entered it or which material, and two figures that its words compare. `key` names it for good: the
 * same figures tell the same finding, and where they change it is another that nobody has looked at. Without a day it stands as long as what it tells of is so. `number` is what it is about, in words.
 */
export const Finding = z.object({
  key: z.string(), kind: z.enum(findingKinds), sectionId: z.string(), sectionName: z.string(), workOrderId: z.string().nullable(), workerId: z.string().nullable(), number: z.string(), day: z.string().nullable(), who: z.string().nullable(),
  actual: DecimalSchema.nullable(), wanted: DecimalSchema.nullable(), rows: z.array(FindingRow), look: Look.nullable(),
})
export type Finding = z.infer<typeof Finding>

export const findingReads = [
  'dailyProduction', 'workOrder', 'workOrderSource', 'manufacturingOrder', 'materialAllocation', 'workerEntry', 'worker', 'reworkCard', 'item', 'section', 'user', 'badScan', 'findingLook', 'productionStage', 'approvalRequest',
] as const
/** What `inflowOf` and `givenTo` read besides. */
const standingReads = ['transfer', 'stockMove', 'stockReservation', 'location', 'requisition', 'routeStep', 'orderPart', 'orderMaterial'] as const

/** The most days that are looked through at once. */
export const mostFindingDays = 366

export const findings = {
  /** PX-16, PX-17: of the last month unless days are given; what stands still only where the days reach to today. Throws `invalid-input` for more than a year, over which it takes the best part of a second. */
  listFindings: query({
    permission: 'process.readDailyProduction', scope: ({ filter: { sectionId } }) => (sectionId === undefined ? {} : { sectionId }), varies: 'clock', long: true,
    input: listInput({ sectionId: IdSchema, kind: z.array(z.enum(findingKinds)), isLookedAt: z.boolean(), fromDay: BusinessDaySchema, toDay: BusinessDaySchema }, ['day', 'sectionName', 'kind', 'who']),
    output: page(Finding), reads: [...findingReads, ...standingReads],
  }),
  /** A supervisor says that they looked at it, and what they found. Throws `not-found` for what is no finding any more, `duplicate` where somebody did already, `own-request` for who typed what it tells of. */
  lookAtFinding: command({
    permission: 'production.approve', action: 'UPDATE', input: z.object({ sectionId: IdSchema, key: z.string().max(200), day: BusinessDaySchema.nullable(), note: Note.min(1) }), output: Finding, writes: ['findingLook'],
  }),
  /** Takes that back: it is to be looked at again. */
  removeLook: command({ permission: 'production.approve', action: 'DELETE', input: z.object({ id: IdSchema, version: Version }), output: z.object({ id: IdSchema }), writes: ['findingLook'] }),
}
