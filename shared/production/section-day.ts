import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { query } from '../core/procedure.ts'
import { colours, obstacles } from '../planning/rules.ts'
import { WorkOrderStatus } from '../planning/work-orders.ts'
import { DailyProduction, WaitingDay } from './daily.ts'
import { Finding, findingReads } from './findings.ts'
import { utilisationLooks } from './progress.ts'

const ProductionSection = z.object({ id: z.string(), code: z.string(), name: z.string(), openCount: z.int() })
export type ProductionSection = z.infer<typeof ProductionSection>

/**
 * A work order on a section's day. `due`: what the day is to bring of what the days before it have left, `before`: the entry of the last day before; `obstacles` of what has not
 * begun, `upstream` how many came from the stages before (PL-11), null where nothing stands before it; `outside` of them are with subcontractors or missing there (TR-9), and cannot be made here.
 */
const WorkOfDay = z.object({
  workOrderId: z.string(), version: z.int(), number: z.string(), sectionId: z.string(), articleName: z.string(), itemName: z.string().nullable(), stageName: z.string(), status: WorkOrderStatus, isUrgent: z.boolean(),
  targetQuantity: DecimalSchema, goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema, percent: DecimalSchema, colour: z.enum(colours).nullable(), due: z.int(), startDay: z.string(),
  deadlineDay: z.string(), estimatedDays: z.int().nullable(), entry: DailyProduction.nullable(), before: DailyProduction.nullable(), waiting: z.array(WaitingDay), obstacles: z.array(z.enum(obstacles)),
  upstream: DecimalSchema.nullable(), outside: DecimalSchema,
  /** `isByStep`: its output is counted at the steps of its stage; `hasStageWork`: they, or other figures, can be written down. */
  isByStep: z.boolean(), hasStageWork: z.boolean(),
})
export type WorkOfDay = z.infer<typeof WorkOfDay>

/** What waits about a section's day, with the work order it is about. */
const WaitingOfSection = WaitingDay.extend({ workOrderNumber: z.string(), articleName: z.string() })
export type WaitingOfSection = z.infer<typeof WaitingOfSection>

const DayToConfirm = DailyProduction.extend({ number: z.string(), articleName: z.string() })
export type DayToConfirm = z.infer<typeof DayToConfirm>

/** `made` of all work orders, `madeOfDue` of those that something is due of: only that counts for the utilisation. */
const SectionDay = z.object({
  work: z.array(WorkOfDay), toConfirm: z.array(DayToConfirm), made: z.int(), madeOfDue: z.int(), due: z.int(), utilisation: z.enum(utilisationLooks),
  /** Rejects of the last seven days, the most frequent defect first. */
  rejects: z.array(z.object({ defectName: z.string(), pieces: z.int() })),
  findings: z.array(Finding),
})
export type SectionDay = z.infer<typeof SectionDay>

const reads = [
  ...findingReads, 'stepRecord', 'stageStep', 'stageFigure', 'reworkRound', 'transfer', 'orderPart', 'orderMaterial', 'productionStage', 'routeStep', 'stockReservation', 'materialDebt',
  'stockMove', 'location', 'defectReason', 'workShift', 'approvalRequest', 'paperBatch', 'paperBatchLine', 'gatePass',
] as const

export const sectionDay = {
  /** The asker's sections that make something. */
  listProductionSections: query({ permission: 'process.readDailyProduction', input: z.object({}), output: z.array(ProductionSection), reads: ['section', 'productionStage', 'workOrder'] }),
  getSectionDay: query({
    permission: 'process.readDailyProduction', scope: ({ sectionId }) => ({ sectionId }), input: z.object({ sectionId: IdSchema, day: BusinessDaySchema }), output: SectionDay, reads,
  }),
  /** What was asked for about a section's days and is not decided: output, what was written at steps besides, and what was copied from paper (PX-4); of one day where it is named. */
  listWaitingDays: query({
    permission: 'process.readDailyProduction', scope: ({ sectionId }) => ({ sectionId }), input: z.object({ sectionId: IdSchema, day: BusinessDaySchema.optional() }), output: z.array(WaitingOfSection),
    reads: ['approvalRequest', 'paperBatch', 'paperBatchLine', 'workOrder', 'manufacturingOrder', 'item', 'section'],
  }),
  /** One work order on a day, to enter what was made. */
  getWorkOfDay: query({ permission: 'process.readDailyProduction', input: z.object({ workOrderId: IdSchema, day: BusinessDaySchema }), output: WorkOfDay, reads }),
}
