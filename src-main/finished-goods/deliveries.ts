import { maxDecimal, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** What of an order goes out together; without a batch it is the whole order. */
export interface Delivery { readonly manufacturingOrderId: string; readonly deliveryBatchId: string | null }

/** By the work order that packed it. */
export function deliveryOfCarton(db: Reader, { workOrderId }: { readonly workOrderId: string }): Delivery {
  const { manufacturingOrderId, deliveryBatchId } = db.get('workOrder', workOrderId)
  return { manufacturingOrderId, deliveryBatchId }
}

/** All that an order goes out in: its batches, unless packing packs the whole of it together. */
export function deliveriesOf(db: Reader, manufacturingOrderId: string): Delivery[] {
  const batches = db.all(sql.selectFrom('deliveryBatch').select('id').where('manufacturingOrderId', '=', manufacturingOrderId).orderBy('position'))
  const isWhole = batches.length === 0 || packingOfOrder(db, manufacturingOrderId).some(({ deliveryBatchId }) => deliveryBatchId === null)
  return isWhole ? [{ manufacturingOrderId, deliveryBatchId: null }] : batches.map(({ id }) => ({ manufacturingOrderId, deliveryBatchId: id }))
}

export function isSameDelivery(a: Delivery, b: Delivery): boolean {
  return a.manufacturingOrderId === b.manufacturingOrderId && a.deliveryBatchId === b.deliveryBatchId
}

/** How many pieces are to go out with it. */
export function orderedIn(db: Reader, { manufacturingOrderId, deliveryBatchId }: Delivery): Decimal {
  return deliveryBatchId === null ? db.get('manufacturingOrder', manufacturingOrderId).quantity : db.get('deliveryBatch', deliveryBatchId).quantity
}

/** The posted receipts of a delivery; one of the whole order counts for all of its deliveries. */
export function postedReceiptsOf(db: Reader, { manufacturingOrderId, deliveryBatchId }: Delivery) {
  return db.all(
    sql.selectFrom('finishedGoodsReceipt').selectAll().where('manufacturingOrderId', '=', manufacturingOrderId).where('status', '=', 'POSTED')
      .where(({ or, eb }) => or([eb('deliveryBatchId', 'is', null), eb('deliveryBatchId', 'is', deliveryBatchId)])).orderBy('postedAt').orderBy('number'),
  )
}

/** Whether nothing more of it is waited for. */
export function isClosed(db: Reader, delivery: Delivery): boolean {
  return postedReceiptsOf(db, delivery).some(({ isLast }) => isLast)
}

/** Whether something of an order came in and nothing more of it is waited for. */
export function isAllIn(db: Reader, manufacturingOrderId: string): boolean {
  return deliveriesOf(db, manufacturingOrderId).every(delivery => isClosed(db, delivery))
}

/** Whether an order is complete once this delivery is in. */
export function areOthersIn(db: Reader, delivery: Delivery): boolean {
  return deliveriesOf(db, delivery.manufacturingOrderId).every(other => isSameDelivery(other, delivery) || isClosed(db, other))
}

/** The work orders that pack it; those that were replaced or cancelled do not count. */
export function packingOf(db: Reader, { manufacturingOrderId, deliveryBatchId }: Delivery) {
  return packingOfOrder(db, manufacturingOrderId).filter(workOrder => workOrder.deliveryBatchId === deliveryBatchId)
}

/** The same of all deliveries of an order. */
export function packingOfOrder(db: Reader, manufacturingOrderId: string) {
  return db.all(
    sql.selectFrom('workOrder').innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId').where('workOrder.manufacturingOrderId', '=', manufacturingOrderId)
      .where('productionStage.kind', '=', 'PACKING').where('workOrder.status', 'not in', ['VOIDED', 'CANCELLED']).selectAll('workOrder').orderBy('workOrder.number'),
  )
}

/** How many pieces are to come of an order in all: what it was asked for, or what was packed where that is more. */
export function expectedOf(db: Reader, manufacturingOrderId: string): Decimal {
  const ordered = sumDecimals(deliveriesOf(db, manufacturingOrderId).map(delivery => orderedIn(db, delivery)))
  const packed = sumDecimals(packingOfOrder(db, manufacturingOrderId).map(({ goodQuantity }) => goodQuantity))
  return maxDecimal(ordered, packed)
}
