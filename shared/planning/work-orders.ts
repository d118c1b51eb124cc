import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, job, query } from '../core/procedure.ts'
import { allocationStates, obstacles, stageKinds, workOrderStatuses } from './rules.ts'
import { startWrites, workOrderWrites } from './writes.ts'

export const WorkOrderStatus = z.enum(workOrderStatuses)

/**
 * One section's part of a manufacturing order; counts are pieces, days the factory's. `isApproved` by nobody in particular: by the System
 * (PL-20).
 */
export const WorkOrder = z.object({
  id: z.string(),
  version: z.int(),
  createdAt: z.string(),
  number: z.string(),
  status: WorkOrderStatus,
  manufacturingOrderId: z.string(),
  manufacturingNumber: z.string(),
  articleId: z.string(),
  articleCode: z.string(),
  articleName: z.string(),
  itemId: z.string().nullable(),
  itemCode: z.string().nullable(),
  itemName: z.string().nullable(),
  /** What its order wants of it, where another article is made in its place. */
  plannedItemName: z.string().nullable(),
  productionStageId: z.string(),
  stageCode: z.string(),
  stageName: z.string(),
  stageKind: z.enum(stageKinds),
  sectionId: z.string(),
  sectionName: z.string(),
  position: z.int(),
  batchPosition: z.int().nullable(),
  week: z.string().nullable(),
  destination: z.string().nullable(),
  targetQuantity: DecimalSchema,
  goodQuantity: DecimalSchema,
  rejectQuantity: DecimalSchema,
  entryCount: z.int(),
  startDay: z.string(),
  deadlineDay: z.string(),
  startedDay: z.string().nullable(),
  finishedDay: z.string().nullable(),
  parentId: z.string().nullable(),
  parentNumber: z.string().nullable(),
  revision: z.int(),
  isUrgent: z.boolean(),
  isApproved: z.boolean(),
  approvedByName: z.string().nullable(),
  approvedAt: z.string().nullable(),
})
export type WorkOrder = z.infer<typeof WorkOrder>

/** What it needs of an item, and how much of that is kept for it (PL-14). `DEBT`: a debt that is approved makes up for the rest. */
export const Allocation = z.object({
  itemId: z.string(),
  itemCode: z.string(),
  itemName: z.string(),
  unitCode: z.string(),
  unitPlaces: z.int(),
  locationId: z.string(),
  locationName: z.string(),
  required: DecimalSchema,
  allocated: DecimalSchema,
  /** What the stores have handed over for it. */
  given: DecimalSchema, missing: DecimalSchema, state: z.enum(allocationStates),
})
export type Allocation = z.infer<typeof Allocation>
/** What it goes on from; `goodQuantity` is what that has put out. Without an id where it is of a section that the asker does not see. */
const Source = z.object({
  id: z.string().nullable(),
  number: z.string(),
  stageName: z.string(),
  status: WorkOrderStatus,
  targetQuantity: DecimalSchema,
  goodQuantity: DecimalSchema,
})
const Revision = z.object({
  id: z.string(),
  number: z.string(),
  status: WorkOrderStatus,
  revision: z.int(),
  targetQuantity: DecimalSchema,
  goodQuantity: DecimalSchema,
  deadlineDay: z.string(),
})
const Waiting = z.object({ id: z.string(), number: z.string(), kind: z.string(), step: z.int() })
export const WorkOrderDetail = z.object({
  workOrder: WorkOrder, allocations: z.array(Allocation), sources: z.array(Source), waiting: z.array(Waiting),
  /** PL-18: the first and every revision of it, in order; nothing where it was never revised. */
  revisions: z.array(Revision),
  /** Why it may not start; nothing where it may (PL-13). */
  obstacles: z.array(z.enum(obstacles)),
  /** How many may be made as far as the stages before have come (PL-11). */
  upstream: DecimalSchema,
  /** Whether its stage has steps or figures to be written down. */
  hasStageWork: z.boolean(),
})
export type WorkOrderDetail = z.infer<typeof WorkOrderDetail>

const act = { id: IdSchema, version: Version }
const reads = ['workOrder', 'manufacturingOrder', 'deliveryBatch', 'productionStage', 'section', 'item', 'user'] as const

export const workOrders = {
  /** Of the asker's sections. */
  listWorkOrders: query({
    permission: 'process.readDailyProduction',
    scope: ({ filter }) => ({ sectionId: filter.sectionId }),
    input: listInput(
      {
        sectionId: IdSchema,
        manufacturingOrderId: IdSchema,
        status: z.array(WorkOrderStatus).max(workOrderStatuses.length),
        articleId: IdSchema,
        isUrgent: z.boolean(),
        dueTo: BusinessDaySchema,
      },
      ['number', 'status', 'articleName', 'sectionName', 'targetQuantity', 'startDay', 'deadlineDay'],
    ),
    output: page(WorkOrder),
    reads,
  }),
  getWorkOrder: query({
    permission: 'process.readDailyProduction',
    input: z.object({ id: IdSchema }),
    output: WorkOrderDetail,
    reads: [
      'stageStep', 'stageFigure',
      ...reads,
      'workOrderSource',
      'transfer',
      'orderPart',
      'orderMaterial',
      'routeStep',
      'materialAllocation',
      'stockReservation',
      'stockMove',
      'materialDebt',
      'unit',
      'location',
      'approvalRequest',
    ],
  }),
  /** The work order on paper, with its number as a code to scan; the answer's `ticket` fetches it, once. */
  printWorkOrder: job({
    permission: 'process.readDailyProduction', lane: 'interactive', input: z.object({ id: IdSchema, language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
  /**
   * PL-8: the work orders of everything that is unlocked, for the caller's sections; what is there already stays. What the System may not
   * approve (PL-20) waits for its approval. Answers how many were made, and the stages that wait for the order of labels (PL-3); throws
   * `label-order-missing` where all of the caller's wait.
   */
  generateWorkOrders: command({
    permission: 'process.generateWorkOrder',
    input: z.object(act),
    output: z.object({ made: z.int(), waiting: z.array(z.string()) }),
    writes: workOrderWrites,
  }),
  /**
   * PL-13. Where less has come from the stages before than is wanted, only if somebody begins with that (`isPartial`). Throws `start-refused`
   * with every reason.
   */
  startWorkOrder: command({
    permission: 'process.enterDailyProduction',
    input: z.object({ ...act, isPartial: z.boolean().default(false) }),
    output: WorkOrder,
    writes: startWrites,
  }),
}
