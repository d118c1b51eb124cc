import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { StockQuantity } from '../warehouse/quantity.ts'
import { manufacturingKinds, manufacturingStatuses, stageKinds, targetMethods } from './rules.ts'
import { Destination, Week } from './sales-orders.ts'
import { cancelWrites, manufacturingWrites } from './writes.ts'

export const ManufacturingKind = z.enum(manufacturingKinds)
export const ManufacturingStatus = z.enum(manufacturingStatuses)
const TargetMethod = z.enum(targetMethods)

/** An order to make something. `quantity` is of the article, in its own unit; days are the factory's; `week` is "W05-2026". */
export const ManufacturingOrder = z.object({
  id: z.string(),
  version: z.int(),
  createdAt: z.string(),
  number: z.string(),
  kind: ManufacturingKind,
  status: ManufacturingStatus,
  articleId: z.string(),
  articleCode: z.string(),
  articleName: z.string(),
  unitCode: z.string(),
  quantity: DecimalSchema,
  targetMethod: TargetMethod,
  productionRouteId: z.string().nullable(),
  routeName: z.string().nullable(),
  salesOrderId: z.string().nullable(),
  salesNumber: z.string().nullable(),
  partnerName: z.string().nullable(),
  buyerOrderId: z.string().nullable(),
  buyerOrderNumber: z.string().nullable(),
  fabricOrderId: z.string().nullable(),
  fabricNumber: z.string().nullable(),
  labelOrderId: z.string().nullable(),
  labelNumber: z.string().nullable(),
  week: z.string().nullable(),
  destination: Destination.nullable(),
  traceCode: z.string().nullable(),
  productionDay: z.string(),
  labelDay: z.string(),
  shipDay: z.string(),
  startedDay: z.string().nullable(),
  completedDay: z.string().nullable(),
  isUrgent: z.boolean(),
  notes: z.string(),
  createdByName: z.string(),
  releasedByName: z.string().nullable(),
  releasedAt: z.string().nullable(),
  completedByName: z.string().nullable(),
  completedAt: z.string().nullable(),
  completeReason: z.string(),
  cancelledByName: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
})
export type ManufacturingOrder = z.infer<typeof ManufacturingOrder>

export const DeliveryBatch = z.object({
  id: z.string(),
  position: z.int(),
  labelOrderId: z.string().nullable(),
  labelNumber: z.string().nullable(),
  quantity: DecimalSchema,
  week: z.string().nullable(),
  destination: Destination.nullable(),
})
/** What a stage makes of it: PL-9 or PL-10. `percent` is the buffer, or what the stage loses. */
export const StageTarget = z.object({
  productionStageId: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(stageKinds),
  sectionId: z.string(),
  sectionName: z.string(),
  position: z.int(),
  batchId: z.string().nullable(),
  percent: DecimalSchema,
  targetQuantity: DecimalSchema,
  cartons: z.int().nullable(),
  /** Whether it may be worked on as far as the order is unlocked (PL-3). */
  isUnlocked: z.boolean(),
})
export type StageTarget = z.infer<typeof StageTarget>
/** PL-22: what is bought for it, and what of it stands free in the factory's stores. */
export const MaterialNeed = z.object({
  itemId: z.string(),
  itemCode: z.string(),
  itemName: z.string(),
  unitCode: z.string(),
  unitPlaces: z.int(),
  required: DecimalSchema,
  available: DecimalSchema,
  missing: DecimalSchema,
  isLow: z.boolean(),
})
export type MaterialNeed = z.infer<typeof MaterialNeed>

const Waiting = z.object({ id: z.string(), number: z.string(), kind: z.string(), step: z.int() })
export const ManufacturingDetail = z.object({
  order: ManufacturingOrder, batches: z.array(DeliveryBatch), stages: z.array(StageTarget), materials: z.array(MaterialNeed), waiting: z.array(Waiting),
  /** Other open orders of the same article: a warning, no obstacle (PL-2). */
  others: z.array(z.object({ id: z.string(), number: z.string(), status: ManufacturingStatus, quantity: DecimalSchema })),
  /** What is bought by pallets: the nearest whole ones (FG-2); nothing where it fits or the article has no packing. */
  pallets: z.object({ lower: DecimalSchema, upper: DecimalSchema }).nullable(),
  /** Whether all that is awaited of it is in the store while it is still open: then it can be completed by hand. */
  isAllIn: z.boolean(),
})
export type ManufacturingDetail = z.infer<typeof ManufacturingDetail>

const OrderFields = z.object({
  quantity: StockQuantity,
  targetMethod: TargetMethod,
  productionRouteId: IdSchema.nullable(),
  week: Week.nullable(),
  destination: Destination.nullable(),
  productionDay: BusinessDaySchema,
  labelDay: BusinessDaySchema,
  shipDay: BusinessDaySchema,
  isUrgent: z.boolean(),
  notes: Note,
})
const act = { id: IdSchema, version: Version }
const orderReads = ['manufacturingOrder', 'salesOrder', 'salesLine', 'purchaseOrder', 'partner', 'item', 'unit', 'productionRoute', 'user'] as const

/** Orders to make something: from what is bought for them, or by hand. They belong to no section. */
export const manufacturingOrders = {
  listManufacturingOrders: query({
    permission: 'planning.view',
    input: listInput(
      {
        status: z.array(ManufacturingStatus).max(manufacturingStatuses.length),
        kind: ManufacturingKind,
        articleId: IdSchema,
        destination: Destination,
        week: Week,
        isUrgent: z.boolean(),
        shipFrom: BusinessDaySchema,
        shipTo: BusinessDaySchema,
      },
      ['number', 'status', 'articleCode', 'articleName', 'quantity', 'week', 'productionDay', 'shipDay'],
    ),
    output: page(ManufacturingOrder),
    reads: orderReads,
  }),
  getManufacturingOrder: query({
    permission: 'planning.view', input: z.object({ id: IdSchema }), output: ManufacturingDetail,
    reads: [
      ...orderReads,
      'deliveryBatch',
      'orderPart',
      'orderMaterial',
      'productionStage',
      'routeStep',
      'stageBuffer',
      'section',
      'bomHeader',
      'bomLine',
      'bomVariant',
      'unitConversion',
      'stockBalance',
      'location',
      'approvalRequest',
      'setting',
      'workOrder',
      'finishedGoodsReceipt',
    ],
  }),
  /**
   * By hand, as a draft that only reckons (PL-8). Of a buyer's order, with its article and at most its quantity; what is left out of the days is
   * the settings’.
   */
  createManufacturingOrder: command({
    permission: 'process.createManufacturingOrder',
    input: OrderFields.partial().extend({ articleId: IdSchema, quantity: StockQuantity, buyerOrderId: IdSchema.optional() }),
    output: ManufacturingOrder,
    writes: manufacturingWrites,
  }),
  /** A draft; what is unlocked is changed by request. */
  updateManufacturingOrder: command({
    permission: 'planning.update',
    input: OrderFields.partial().extend(act),
    output: ManufacturingOrder,
    writes: manufacturingWrites,
  }),
  /** A draft for which nothing is bought; from now on its BOM stays as it is (BM-3). Throws `no-bom`, `no-route`. */
  releaseManufacturingOrder: command({
    permission: 'process.approveManufacturingOrder',
    action: 'APPROVE',
    input: z.object(act),
    output: ManufacturingOrder,
    writes: manufacturingWrites,
  }),
  /** PL-4: asks the manager and the director for another week, destination or quantity of an order that is unlocked. */
  requestManufacturingChange: command({
    permission: 'planning.update',
    input: z.object({ ...act, quantity: StockQuantity.optional(), week: Week.optional(), destination: Destination.optional(), reason: Reason }),
    output: z.object({ id: z.string(), number: z.string() }),
    writes: approvalWrites,
  }),
  /** By what came in (FG-4), where no delivery is awaited any more. Throws `deliveries-open`, `cartons-waiting`, `conflict`, `wrong-state`. */
  completeManufacturingOrder: command({
    permission: 'process.approveManufacturingOrder',
    input: z.object({ ...act, reason: Reason }),
    output: ManufacturingOrder,
    writes: [...cancelWrites, 'finishedGoodsReceipt', 'voucherLine'],
  }),
  /** Gives back all that is kept for it (PL-22). */
  cancelManufacturingOrder: command({
    permission: 'process.approveManufacturingOrder',
    input: z.object({ ...act, reason: Reason }),
    output: ManufacturingOrder,
    writes: cancelWrites,
  }),
}
