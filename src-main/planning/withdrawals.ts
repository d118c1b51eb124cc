import type { Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import { statusAfter, traceCodeOf } from '../../shared/planning/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { DeliveryBatchTable, PurchaseOrderTable } from '../database/tables.ts'
import { followProduction, type ManufacturingRow } from './buyer-orders.ts'
import { endOrder } from './manufacturing-orders.ts'
import { productionFor } from './triggers.ts'

type PurchaseRow = Selectable<PurchaseOrderTable>
type Batch = Selectable<DeliveryBatchTable>

/**
 * A purchase order is taken back: so is what its approval set going (PL-2, PL-4), as long as nobody has gone on from there. Throws
 * `manufacturing-begun` with the order that is made of it, `manufacturing-completed`, and `in-use` for fabric whose labels are bought.
 */
export function orderWithdrawn(context: CommandContext, order: PurchaseRow, reason: string): void {
  if (order.kind === 'FABRIC') fabricWithdrawn(context, order, reason)
  if (order.kind === 'LABEL') labelWithdrawn(context, order)
}

/** What was to be made of it is cancelled; approved again, it makes another. */
function fabricWithdrawn(context: CommandContext, fabric: PurchaseRow, reason: string): void {
  const { db } = context
  const made = productionFor(db, fabric.id)
  if (!made) return
  requireOpen(made, fabric)
  const label = db.first(
    sql
      .selectFrom('deliveryBatch')
      .innerJoin('purchaseOrder', 'purchaseOrder.id', 'deliveryBatch.labelOrderId')
      .where('manufacturingOrderId', '=', made.id)
      .select('purchaseOrder.number'),
  )
  if (made.startedDay !== null || hasWorkOrders(db, made.id)) throw begun(made, fabric)
  if (label) throw new AppError('in-use', { entity: 'purchaseOrder', id: fabric.id, by: 'purchaseOrder', examples: label.number })
  const why = [fabric.number, reason].filter(Boolean).join(': ')
  endOrder(context, made, why)
  endOwnBuyerOrder(context, made, why)
}

/** What stands for the buyer only because the fabric was bought ends with it; what a buyer ordered is wanted as before. */
function endOwnBuyerOrder(context: CommandContext, { buyerOrderId, fabricOrderId }: ManufacturingRow, reason: string): void {
  if (buyerOrderId === null) return
  const { db } = context
  const buyer = db.get('manufacturingOrder', buyerOrderId)
  const makers = db.all(sql.selectFrom('manufacturingOrder').select('fabricOrderId').where('buyerOrderId', '=', buyerOrderId))
  if (buyer.salesLineId === null && makers.every(maker => maker.fabricOrderId === fabricOrderId)) endOrder(context, buyer, reason)
}

function labelWithdrawn({ db }: CommandContext, label: PurchaseRow): void {
  const batch = db.first(sql.selectFrom('deliveryBatch').selectAll().where('labelOrderId', '=', label.id))
  if (!batch) return
  const made = db.get('manufacturingOrder', batch.manufacturingOrderId)
  if (made.status === 'CANCELLED') {
    // Work orders of it may stand in the books.
    db.update('deliveryBatch', batch, { labelOrderId: null })
    return
  }
  requireOpen(made, label)
  const others = db.all(
    sql
      .selectFrom('deliveryBatch')
      .selectAll()
      .where('manufacturingOrderId', '=', made.id)
      .where('id', '<>', batch.id)
      .where('labelOrderId', 'is not', null)
      .orderBy('position'),
  )
  if (hasWorkOrders(db, made.id, batch.id) || (others.length === 0 && hasLockedWork(db, made.id))) throw begun(made, label)
  db.remove('deliveryBatch', batch)
  if (made.labelOrderId === label.id) relabel(db, made, others[0])
}

/** The next labels say where it goes; without any, it waits for labels again, and week and destination are what they were before. */
function relabel(db: Writer, made: ManufacturingRow, next: Batch | undefined): void {
  const { week, destination } = next ?? wantedBefore(db, made)
  followProduction(
    db,
    db.update('manufacturingOrder', made, {
      labelOrderId: next?.labelOrderId ?? null,
      week,
      destination,
      traceCode: traceCodeOf(made.number, week, destination),
      ...(!next && { status: 'PARTIAL', releasedBy: null, releasedAt: null }),
    }),
  )
}

function wantedBefore(db: Reader, { buyerOrderId, fabricOrderId }: ManufacturingRow): Pick<Batch, 'week' | 'destination'> {
  const buyer = buyerOrderId === null ? undefined : db.get('manufacturingOrder', buyerOrderId)
  const fabric = fabricOrderId === null ? undefined : db.get('purchaseOrder', fabricOrderId)
  return { week: buyer?.week ?? fabric?.week ?? null, destination: buyer?.destination ?? fabric?.destination ?? null }
}

/** Whether work orders were made of an order, or of one delivery of it. */
function hasWorkOrders(db: Reader, manufacturingOrderId: string, deliveryBatchId?: string): boolean {
  const made = sql.selectFrom('workOrder').select('id').where('manufacturingOrderId', '=', manufacturingOrderId)
  return db.first(deliveryBatchId === undefined ? made : made.where('deliveryBatchId', '=', deliveryBatchId)) !== undefined
}

/** Whether work orders were made of stages that wait for the labels. */
function hasLockedWork(db: Reader, manufacturingOrderId: string): boolean {
  return (
    db.first(
      sql
        .selectFrom('workOrder')
        .innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId')
        .select('workOrder.id')
        .where('manufacturingOrderId', '=', manufacturingOrderId)
        .where('isBeforeLabel', '=', false),
    ) !== undefined
  )
}

function requireOpen({ number, status }: ManufacturingRow, { number: order }: PurchaseRow): void {
  if (statusAfter(status, 'cancel') === undefined) throw new AppError('manufacturing-completed', { order, manufacturing: number })
}

function begun({ number }: ManufacturingRow, { number: order }: PurchaseRow): AppError {
  return new AppError('manufacturing-begun', { order, manufacturing: number })
}
