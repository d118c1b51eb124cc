import { z } from 'zod'
import { DecimalSchema } from '../core/decimal.ts'
import { Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, query } from '../core/procedure.ts'
import { Destination } from '../planning/sales-orders.ts'
import { cartonStatuses } from './rules.ts'

/** So many at a time: a day's output of a packing table, and not a slip of the hand. */
export const mostCartons = 500

/** One carton of finished goods; quantities are pieces. `deliveryId`: of its batch, or of the order. `countedQuantity` is what it was found to hold when it was scanned. */
export const Carton = z.object({
  id: z.string(), version: z.int(), number: z.string(), status: z.enum(cartonStatuses), manufacturingOrderId: z.string(), deliveryId: z.string(), manufacturingNumber: z.string(),
  articleId: z.string(), articleCode: z.string(), articleName: z.string(), unitCode: z.string(), week: z.string().nullable(), destination: Destination.nullable(), traceCode: z.string().nullable(), shippingMark: z.string(),
  position: z.int(), quantity: DecimalSchema, isPartial: z.boolean(), packedDay: z.string(), packedByName: z.string(),
  countedQuantity: DecimalSchema.nullable(), note: z.string(), scannedByName: z.string().nullable(), scannedAt: z.string().nullable(), receiptNumber: z.string().nullable(),
})
export type Carton = z.infer<typeof Carton>

/** The cartons of a packing work order; `loose` are good pieces that are in none yet. */
export const PackedCartons = z.object({
  workOrderId: z.string(), packed: DecimalSchema, loose: DecimalSchema, piecesPerCarton: z.int().nullable(),
  /** Whether a carton that is not received yet is partial: then it is the last one. */
  isClosed: z.boolean(), cartons: z.array(Carton),
})
export type PackedCartons = z.infer<typeof PackedCartons>

export const cartonReads = ['carton', 'finishedGoodsReceipt', 'manufacturingOrder', 'workOrder', 'deliveryBatch', 'item', 'unit', 'user'] as const

export const cartons = {
  /** Of a work order of the asker's sections. */
  listPackedCartons: query({
    permission: 'process.readDailyProduction', input: z.object({ workOrderId: IdSchema }), output: PackedCartons, reads: [...cartonReads, 'productionStage'],
  }),
  getCarton: query({ permission: 'finishedGoods.view', input: z.object({ id: IdSchema }), output: Carton, reads: cartonReads }),
  /**
   * FG-1: puts good pieces of a packing work order into cartons, one number a carton. Throws `invalid-input` where one but the last is not full or the work order packs
   * nothing, `over-packed` where more than was made would be in them, `wrong-state` of an order that is closed or whose last carton is partial.
   */
  packCartons: command({
    permission: 'process.enterDailyProduction',
    input: z.object({ workOrderId: IdSchema, contents: z.array(z.int().min(1).max(100_000)).min(1).max(mostCartons) }),
    output: PackedCartons,
    writes: ['carton'],
  }),
  /** A carton that was not scanned: its pieces are loose again. */
  unpackCarton: command({
    permission: 'process.enterDailyProduction', action: 'DELETE', input: z.object({ id: IdSchema, version: Version }), output: z.object({ number: z.string() }), writes: ['carton'],
  }),
}
