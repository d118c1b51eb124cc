import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { severities } from '../notifications/notice.ts'
import { alertKinds, alertStatuses, clearanceMethods, lineStatuses, timeLooks } from './rules.ts'
import { alertWrites, lineWrites } from './writes.ts'

/** A line of a section, what stands on it, how many slips wait for it, and when it was last seen to be empty. `version`: of what stands on it, nothing where nothing ever did. `isActive`: in use; one that is not takes nothing more. */
export const Line = z.object({
  productionLineId: z.string(), version: z.int().nullable(), code: z.string(), name: z.string(), isActive: z.boolean(), sectionId: z.string(), sectionName: z.string(), status: z.enum(lineStatuses), articleName: z.string().nullable(), workOrderNumber: z.string().nullable(),
  batch: z.string().nullable(), week: z.string().nullable(), destination: z.string().nullable(), occupiedAt: z.string().nullable(), blocked: z.int(), clearedAt: z.string().nullable(), clearedByName: z.string().nullable(),
})
export type Line = z.infer<typeof Line>

/** A section without lines that is held as one (TR-3, TR-5): the same of its floor. `version`: how many slips were received there. */
export const Floor = Line.omit({ productionLineId: true, code: true, name: true, isActive: true }).extend({ version: z.int() })
export type Floor = z.infer<typeof Floor>

/** Somebody saw that a line, or the floor of a section without lines, was empty (TR-4): how, and what had stood there. `photoCount`: photos that show it. */
export const LineClearance = z.object({
  id: z.string(), productionLineId: z.string().nullable(), lineName: z.string().nullable(), sectionId: z.string(), sectionName: z.string(), method: z.enum(clearanceMethods), articleName: z.string().nullable(), batch: z.string().nullable(),
  clearedAt: z.string(), clearedByName: z.string(), notes: z.string(), photoCount: z.int(),
})
export type LineClearance = z.infer<typeof LineClearance>

/** What went wrong with a transfer. `level`: how high it was told (TR-7). */
export const TransferAlert = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), kind: z.enum(alertKinds), severity: z.enum(severities), status: z.enum(alertStatuses), escalationLevel: z.int(), sectionId: z.string(), sectionName: z.string(),
  transferId: z.string().nullable(), transferNumber: z.string().nullable(), productionLineId: z.string().nullable(), productionLineName: z.string().nullable(), gatePassId: z.string().nullable(), gatePassNumber: z.string().nullable(), articleName: z.string().nullable(),
  raisedByName: z.string(), acknowledgedByName: z.string().nullable(), acknowledgedAt: z.string().nullable(), resolvedByName: z.string().nullable(), resolvedAt: z.string().nullable(), resolution: z.string().nullable(),
})
export type TransferAlert = z.infer<typeof TransferAlert>

const Times = z.object({ count: z.int(), minutes: z.int().nullable(), look: z.enum(timeLooks).nullable() })
/** How handovers went in a period: minutes on average, and shares in percent; nothing where there was none. */
export const TransferFigures = z.object({
  cutToSew: Times, sewToFinish: Times, all: Times, changes: z.int(), cleared: z.int(), clearance: DecimalSchema.nullable(), clearanceLook: z.enum(timeLooks).nullable(), sent: z.int(), acknowledged: z.int(),
  acknowledgement: DecimalSchema.nullable(), acknowledgementLook: z.enum(timeLooks).nullable(),
})
export type TransferFigures = z.infer<typeof TransferFigures>

const act = { id: IdSchema, version: Version }
const mayRead = { permission: 'process.readDailyProduction' } as const

export const lines = {
  /** Every line of a section, or of all, that is in use or that goods stand on still: what stands where is everybody's matter who sends something. */
  listLines: query({
    ...mayRead, input: z.object({ sectionId: IdSchema.optional() }), output: z.array(Line), reads: ['lineOccupancy', 'lineOccupant', 'lineClearance', 'productionLine', 'section', 'item', 'workOrder', 'transfer', 'user'],
  }),
  /** TR-4: whoever approves production of the section has seen that the line is empty. What waited for it goes on. Throws `conflict` where goods came since `version` was seen, `inactive` for a line out of use on which nothing stands. */
  clearLine: command({ permission: 'production.approve', action: 'UPDATE', input: z.object({ productionLineId: IdSchema, version: Version.nullable(), method: z.enum(clearanceMethods), notes: Note.default('') }), output: LineClearance, writes: lineWrites }),
  /** Every section without lines that is held as one. */
  listFloors: query({ ...mayRead, input: z.object({}), output: z.array(Floor), reads: ['transfer', 'workOrder', 'manufacturingOrder', 'productionStage', 'lineClearance', 'productionLine', 'section', 'item', 'user'] }),
  /** TR-4, of a section without lines. Throws `conflict` where goods came since `version` was seen, `invalid-input` where the section has lines. */
  clearFloor: command({ permission: 'production.approve', action: 'UPDATE', input: z.object({ sectionId: IdSchema, version: z.int().min(0), method: z.enum(clearanceMethods), notes: Note.default('') }), output: LineClearance, writes: lineWrites }),
  /** Of the asker's sections, the newest first; `isFloor`: of sections without lines. */
  listClearances: query({
    ...mayRead, output: page(LineClearance), reads: ['lineClearance', 'productionLine', 'section', 'item', 'user', 'attachment', 'site'],
    input: listInput({ productionLineId: IdSchema, sectionId: IdSchema, method: z.enum(clearanceMethods), hasPhoto: z.boolean(), isFloor: z.boolean(), fromDay: BusinessDaySchema, toDay: BusinessDaySchema }, ['clearedAt', 'lineName', 'sectionName']),
  }),
  listTransferAlerts: query({
    ...mayRead, input: listInput({ status: z.array(z.enum(alertStatuses)).max(alertStatuses.length), kind: z.enum(alertKinds), sectionId: IdSchema }, ['createdAt', 'status']), output: page(TransferAlert),
    reads: ['transferAlert', 'transfer', 'gatePass', 'section', 'productionLine', 'item', 'user'],
  }),
  acknowledgeTransferAlert: command({ permission: 'process.acceptTransfer', action: 'UPDATE', input: z.object(act), output: TransferAlert, writes: alertWrites }),
  /** For alerts that nothing else ends, as a slip that was scanned twice. Throws `wrong-state` where the slip or its line is what settles it. */
  resolveTransferAlert: command({ permission: 'production.approve', action: 'UPDATE', input: z.object({ ...act, reason: Reason }), output: TransferAlert, writes: alertWrites }),
  getTransferFigures: query({
    ...mayRead, varies: 'clock', input: z.object({ fromDay: BusinessDaySchema, toDay: BusinessDaySchema }), output: TransferFigures, reads: ['transfer', 'lineClearance', 'productionLine', 'productionStage', 'section', 'item', 'workOrder', 'user', 'site', 'setting'],
  }),
  /** TR-7: tells of what has been blocked for long, one rank higher each time. */
  escalateBlocks: command({ ...mayRead, visibility: 'internal', input: z.object({}), output: z.object({ told: z.int() }), writes: ['transferAlert'] }),
}
