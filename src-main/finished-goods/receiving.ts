import type { Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { statusAfter } from '../../shared/planning/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { CartonTable, FinishedGoodsReceiptTable } from '../database/tables.ts'
import { requireNotHeld } from '../stages/sums.ts'
import { invalid } from '../warehouse/refusals.ts'
import { newestOf } from '../warehouse/work-order-stock.ts'
import { deliveryOfCarton, type Delivery } from './deliveries.ts'
import { placesFor } from './places.ts'

export type CartonRow = Selectable<CartonTable>
export type ReceiptRow = Selectable<FinishedGoodsReceiptTable>

/** FG-4: each carton once, into the receipt of its delivery. Throws `carton-unknown`, `carton-scanned`, `carton-foreign`, `carton-elsewhere`, `wrong-state`, `step-held`. */
export function scanCarton(context: CommandContext, number: string, expected: { readonly orderId?: string | undefined; readonly deliveryId?: string | undefined }): CartonRow {
  const { db, session, clock } = context
  const carton = db.first(sql.selectFrom('carton').selectAll().where('number', '=', number.toUpperCase()))
  if (!carton) throw new AppError('carton-unknown', { number })
  const order = db.get('manufacturingOrder', carton.manufacturingOrderId)
  if (expected.orderId !== undefined && order.id !== expected.orderId) {
    throw new AppError('carton-foreign', { number: carton.number, order: order.number, expected: db.get('manufacturingOrder', expected.orderId).number })
  }
  const delivery = deliveryOfCarton(db, carton)
  if (expected.deliveryId !== undefined && (delivery.deliveryBatchId ?? order.id) !== expected.deliveryId) throw elsewhere(db, carton, delivery)
  if (carton.scannedAt !== null) throw new AppError('carton-scanned', { number: carton.number, person: carton.scannedBy === null ? '' : db.get('user', carton.scannedBy).fullName, at: carton.scannedAt })
  requireNotHeld(db, db.get('workOrder', newestOf(db, carton.workOrderId)))
  const receipt = receiptToScanInto(context, delivery)
  return db.update('carton', carton, { receiptId: receipt.id, countedQuantity: carton.quantity, scannedBy: session.userId, scannedAt: clock.now() })
}

function elsewhere(db: Reader, { number }: CartonRow, { deliveryBatchId, manufacturingOrderId }: Delivery): AppError {
  const { week, destination } = deliveryBatchId === null ? db.get('manufacturingOrder', manufacturingOrderId) : db.get('deliveryBatch', deliveryBatchId)
  return new AppError('carton-elsewhere', { number, week: week ?? '', destination: destination ?? '' })
}

/** Throws `conflict`, `wrong-state` once it is received. */
export function unscanCarton({ db }: CommandContext, at: SeenAt): CartonRow {
  return db.update('carton', scannedCarton(db, at), { receiptId: null, countedQuantity: null, scannedBy: null, scannedAt: null, note: '' })
}

/** BM-6: each carton that holds another quantity needs a reason. Throws `reason-needed`, `invalid-input`, as `unscanCarton` does. */
export function countCarton({ db }: CommandContext, at: SeenAt, countedQuantity: Decimal, note: string): CartonRow {
  const carton = scannedCarton(db, at)
  if (!fitsUnit(countedQuantity, 0)) throw invalid('countedQuantity', 'planning.issues.whole')
  if (countedQuantity !== carton.quantity && note === '') throw new AppError('reason-needed')
  return db.update('carton', carton, { countedQuantity, note: countedQuantity === carton.quantity ? '' : note })
}

/** The receipt of a delivery that is being scanned, begun where there is none. Throws `wrong-state` of an order that is cancelled or of which nothing was made. */
export function receiptToScanInto(context: CommandContext, delivery: Delivery): ReceiptRow {
  const order = context.db.get('manufacturingOrder', delivery.manufacturingOrderId)
  if (order.status !== 'COMPLETED' && statusAfter(order.status, 'complete') === undefined) throw new AppError('wrong-state', { entity: 'manufacturingOrder', id: order.id, number: order.number, status: order.status })
  return openReceipt(context.db, delivery) ?? beginReceipt(context, delivery, order.articleId)
}

/** The receipt of a delivery that is still being scanned. */
export function openReceipt(db: Reader, { manufacturingOrderId, deliveryBatchId }: Delivery): ReceiptRow | undefined {
  return db.first(
    sql.selectFrom('finishedGoodsReceipt').selectAll().where('manufacturingOrderId', '=', manufacturingOrderId).where('deliveryBatchId', 'is', deliveryBatchId).where('status', '=', 'DRAFT'),
  )
}

/** The cartons that were scanned into a receipt, as they stand in the table. */
export function cartonsOfReceipt(db: Reader, receiptId: string): CartonRow[] {
  return db.all(sql.selectFrom('carton').selectAll().where('receiptId', '=', receiptId).orderBy('position'))
}

function beginReceipt(context: CommandContext, { manufacturingOrderId, deliveryBatchId }: Delivery, articleId: string): ReceiptRow {
  const { db, session } = context
  const [place] = placesFor(db, articleId)
  if (!place) throw invalid('locationId', 'finishedGoods.issues.no-place')
  return db.insert('finishedGoodsReceipt', {
    number: context.number('finishedGoodsReceipt'), manufacturingOrderId, deliveryBatchId, locationId: place.id, packedQuantity: null, receivedQuantity: null, variancePercent: null,
    createdBy: session.userId, postedBy: null, postedAt: null, postedDay: null, reversedBy: null, reversedAt: null, reverseReason: null,
  })
}

function scannedCarton(db: Reader, { id, version }: SeenAt): CartonRow {
  const carton = db.get('carton', id)
  if (carton.version !== version) throw new AppError('conflict', { entity: 'carton', id })
  const receipt = carton.receiptId === null ? undefined : db.get('finishedGoodsReceipt', carton.receiptId)
  if (receipt?.status !== 'DRAFT') throw new AppError('wrong-state', { entity: 'carton', id, number: carton.number, status: receipt === undefined ? 'PACKED' : 'RECEIVED' })
  return carton
}
