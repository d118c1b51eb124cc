import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { query } from '../core/procedure.ts'
import { colours, obstacles } from '../planning/rules.ts'
import { WorkOrderStatus } from '../planning/work-orders.ts'
import { DailyProduction, WaitingDay } from './daily.ts'
import { utilisationLooks } from './progress.ts'

const ProductionSection = z.object({ id: z.string(), code: z.string(), name: z.string(), openCount: z.int() })
export type ProductionSection = z.infer<typeof ProductionSection>

/**
 * A work order on a section's day. `due`: what the day is to bring of it, `before`: the entry of the last day before; `obstacles` of what has not
 * begun, `upstream` how many may be made as far as the stages before have come (PL-11), null where nothing stands before it.
 */
const WorkOfDay = z.object({
  workOrderId: z.string(), version: z.int(), number: z.string(), articleName: z.string(), itemName: z.string().nullable(), stageName: z.string(), status: WorkOrderStatus, isUrgent: z.boolean(),
  targetQuantity: DecimalSchema, goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema, percent: DecimalSchema, colour: z.enum(colours).nullable(), due: z.int(), startDay: z.string(),
  deadlineDay: z.string(), estimatedDays: z.int().nullable(), entry: DailyProduction.nullable(), before: DailyProduction.nullable(), waiting: z.array(WaitingDay), obstacles: z.array(z.enum(obstacles)),
  upstream: DecimalSchema.nullable(),
})
export type WorkOfDay = z.infer<typeof WorkOfDay>

const DayToConfirm = DailyProduction.extend({ number: z.string(), articleName: z.string() })
export type DayToConfirm = z.infer<typeof DayToConfirm>

export const findingKinds = ['STEADY_SURPLUS', 'SEESAW', 'REPEATED_VARIANCE', 'INPUT_OFF', 'OUTPUT_LOW', 'RECEIVED_OVER'] as const
/** Something to look at (PX-16, PX-17): which work order, which day, who entered it or which material, and two figures that its words compare. */
const Finding = z.object({
  kind: z.enum(findingKinds), workOrderId: z.string(), number: z.string(), day: z.string().nullable(), who: z.string().nullable(), actual: DecimalSchema, wanted: DecimalSchema,
})
export type Finding = z.infer<typeof Finding>

const SectionDay = z.object({
  work: z.array(WorkOfDay), toConfirm: z.array(DayToConfirm), made: z.int(), due: z.int(), utilisation: z.enum(utilisationLooks),
  /** Rejects of the last seven days, the most frequent defect first. */
  rejects: z.array(z.object({ defectName: z.string(), pieces: z.int() })),
  findings: z.array(Finding),
})
export type SectionDay = z.infer<typeof SectionDay>

const reads = [
  'dailyProduction', 'workOrder', 'workOrderSource', 'manufacturingOrder', 'orderPart', 'orderMaterial', 'productionStage', 'routeStep', 'materialAllocation', 'stockReservation', 'materialDebt',
  'stockMove', 'location', 'item', 'section', 'defectReason', 'workShift', 'user', 'approvalRequest',
] as const

export const sectionDay = {
  /** The asker's sections that make something. */
  listProductionSections: query({ permission: 'process.readDailyProduction', input: z.object({}), output: z.array(ProductionSection), reads: ['section', 'productionStage', 'workOrder'] }),
  getSectionDay: query({
    permission: 'process.readDailyProduction', scope: ({ sectionId }) => ({ sectionId }), input: z.object({ sectionId: IdSchema, day: BusinessDaySchema }), output: SectionDay, reads,
  }),
  /** One work order on a day, to enter what was made. */
  getWorkOfDay: query({ permission: 'process.readDailyProduction', input: z.object({ workOrderId: IdSchema, day: BusinessDaySchema }), output: WorkOfDay, reads }),
}
