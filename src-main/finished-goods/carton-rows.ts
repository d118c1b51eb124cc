import { sql as raw } from 'kysely'
import { sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { Carton } from '../../shared/finished-goods/cartons.ts'
import { shippingMark } from '../../shared/finished-goods/rules.ts'
import { traceCodeOf } from '../../shared/planning/rules.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { Delivery } from './deliveries.ts'

/** Cartons with the names a person reads; week and destination are those of their delivery. */
const cartonRows = sql.selectFrom('carton')
  .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'carton.manufacturingOrderId')
  .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
  .innerJoin('unit', 'unit.id', 'article.unitId')
  .innerJoin('workOrder', 'workOrder.id', 'carton.workOrderId')
  .leftJoin('deliveryBatch', 'deliveryBatch.id', 'workOrder.deliveryBatchId')
  .leftJoin('finishedGoodsReceipt as receipt', 'receipt.id', 'carton.receiptId')
  .innerJoin('user as packer', 'packer.id', 'carton.packedBy')
  .leftJoin('user as scanner', 'scanner.id', 'carton.scannedBy')
  .select([
    'carton.id', 'carton.version', 'carton.number', 'carton.manufacturingOrderId', 'manufacturingOrder.number as manufacturingNumber', 'manufacturingOrder.articleId',
    'article.code as articleCode', 'article.name as articleName', 'unit.code as unitCode', 'carton.position', 'carton.quantity', 'carton.isPartial', 'carton.packedDay',
    'packer.fullName as packedByName', 'carton.countedQuantity', 'carton.note', 'scanner.fullName as scannedByName', 'carton.scannedAt', 'receipt.number as receiptNumber',
    'receipt.status as receiptStatus',
  ])
  .select(({ fn, ref }) => [
    fn.coalesce(ref('deliveryBatch.id'), ref('manufacturingOrder.id')).as('deliveryId'),
    fn.coalesce(ref('deliveryBatch.week'), ref('manufacturingOrder.week')).as('week'),
    fn.coalesce(ref('deliveryBatch.destination'), ref('manufacturingOrder.destination')).as('destination'),
  ])
  .orderBy('carton.manufacturingOrderId').orderBy('carton.position')

/** Throws `not-found`. */
export function cartonOf(db: Reader, id: string): Carton {
  db.get('carton', id)
  return db.all(cartonRows.where('carton.id', '=', id)).map(withState)[0]!
}

export function cartonsOfOrder(db: Reader, manufacturingOrderId: string): Carton[] {
  return db.all(cartonRows.where('carton.manufacturingOrderId', '=', manufacturingOrderId)).map(withState)
}

export function cartonsOfDelivery(db: Reader, { manufacturingOrderId, deliveryBatchId }: Delivery): Carton[] {
  return db.all(cartonRows.where('carton.manufacturingOrderId', '=', manufacturingOrderId).where('workOrder.deliveryBatchId', 'is', deliveryBatchId)).map(withState)
}

/** Those of a work order, and of what it was before it was revised: of its delivery and stage. */
export function cartonsOfWorkOrder(db: Reader, workOrderId: string): Carton[] {
  const { manufacturingOrderId, deliveryBatchId, productionStageId } = db.get('workOrder', workOrderId)
  return db.all(
    cartonRows.where('carton.manufacturingOrderId', '=', manufacturingOrderId).where('workOrder.deliveryBatchId', 'is', deliveryBatchId).where('workOrder.productionStageId', '=', productionStageId),
  ).map(withState)
}

type Row = Omit<Carton, 'status' | 'traceCode' | 'shippingMark'> & { readonly receiptStatus: string | null }

function withState({ receiptStatus, ...row }: Row): Carton {
  const status = row.scannedAt === null ? 'PACKED' : receiptStatus === 'POSTED' ? 'RECEIVED' : 'SCANNED'
  return { ...row, status, traceCode: traceCodeOf(row.manufacturingNumber, row.week, row.destination), shippingMark: shippingMark(row.manufacturingNumber, row.position) }
}

/** What an order's cartons hold, as they were packed. */
export function piecesIn(cartons: readonly { readonly quantity: Decimal }[]): Decimal {
  return sumDecimals(cartons.map(({ quantity }) => quantity))
}

const numbersGiven = 'carton'

/** The newest place within an order that a carton ever had: what was unpacked had its number and mark on paper, so they do not come again. */
export function lastPosition(db: Reader, manufacturingOrderId: string): number {
  const given = db.first(sql.selectFrom('numberCounter').select('last').where('series', '=', numbersGiven).where('period', '=', manufacturingOrderId))?.last ?? 0
  const { last } = db.one(sql.selectFrom('carton').select(raw<number>`coalesce(max(position), 0)`.as('last')).where('manufacturingOrderId', '=', manufacturingOrderId))
  return Math.max(given, last)
}

export function rememberPosition(db: Writer, manufacturingOrderId: string, last: number): void {
  db.put('numberCounter', { series: numbersGiven, period: manufacturingOrderId, last })
}
