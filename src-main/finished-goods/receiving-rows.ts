import { sql as raw } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Arriving, ReceivingState, receipts } from '../../shared/finished-goods/receipts.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'

const counted = sql.selectFrom('carton').innerJoin('workOrder', 'workOrder.id', 'carton.workOrderId').leftJoin('finishedGoodsReceipt', 'finishedGoodsReceipt.id', 'carton.receiptId')
  .groupBy(['carton.manufacturingOrderId', 'workOrder.deliveryBatchId'])
  .select(({ fn }) => ['carton.manufacturingOrderId', 'workOrder.deliveryBatchId', fn.count<number>('carton.id').as('cartonCount'), fn.count<number>('carton.scannedAt').as('scannedCount')])
  .select(raw<number>`coalesce(sum(finishedGoodsReceipt.status = 'POSTED'), 0)`.as('receivedCount'))

/** Of its receipts that are not reversed; one of the whole order counts for each delivery. */
const ofReceipts = (what: string, status = '') => raw`(select ${raw.raw(what)} from finishedGoodsReceipt as receipt where receipt.manufacturingOrderId = counted.manufacturingOrderId
  and (receipt.deliveryBatchId is null or receipt.deliveryBatchId = counted.deliveryBatchId) and receipt.status <> 'REVERSED' ${raw.raw(status)})`

const state = raw<ReceivingState>`case
  when counted.scannedCount > counted.receivedCount then case when counted.scannedCount < counted.cartonCount then 'SCANNING' else 'COMPLETE' end
  when ${ofReceipts('max(receipt.isLast)', "and receipt.status = 'POSTED'")} = 1 then 'POSTED' when counted.receivedCount > 0 then 'PARTIAL' else 'PACKING' end`

/** Deliveries of which cartons are packed. */
const arrivingRows = sql.selectFrom('manufacturingOrder')
  .innerJoin(counted.as('counted'), 'counted.manufacturingOrderId', 'manufacturingOrder.id')
  .leftJoin('deliveryBatch', 'deliveryBatch.id', 'counted.deliveryBatchId')
  .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
  .innerJoin('unit', 'unit.id', 'article.unitId')
  .select([
    'manufacturingOrder.id as manufacturingOrderId', 'counted.deliveryBatchId', 'manufacturingOrder.number as manufacturingNumber', 'manufacturingOrder.articleId', 'article.code as articleCode',
    'article.name as articleName', 'unit.code as unitCode', 'manufacturingOrder.shipDay', 'counted.cartonCount', 'counted.scannedCount', 'counted.receivedCount',
  ])
  .select(({ fn, ref }) => [
    fn.coalesce(ref('deliveryBatch.id'), ref('manufacturingOrder.id')).as('id'), fn.coalesce(ref('deliveryBatch.week'), ref('manufacturingOrder.week')).as('week'),
    fn.coalesce(ref('deliveryBatch.destination'), ref('manufacturingOrder.destination')).as('destination'), fn.coalesce(ref('deliveryBatch.quantity'), ref('manufacturingOrder.quantity')).as('ordered'),
  ])
  .select([ofReceipts("group_concat(receipt.number, ', ')").$castTo<string | null>().as('receiptNumbers'), ofReceipts('max(receipt.postedDay)').$castTo<string | null>().as('postedDay'), state.as('state')])

export function listArriving(db: Reader, input: ParsedInputOf<typeof receipts.listArriving>): Page<Arriving> {
  const { state: states, shipTo, hasCartons, ...filter } = input.filter
  let query = narrowed(sql.with('entry', () => arrivingRows).selectFrom('entry').selectAll('entry'), filter, { week: 'entry.week', destination: 'entry.destination' })
  if (states !== undefined) query = query.where('entry.state', 'in', states)
  if (shipTo !== undefined) query = query.where('entry.shipDay', '<=', shipTo)
  if (hasCartons !== undefined) query = query.whereRef('entry.cartonCount', hasCartons ? '>' : '=', 'entry.receivedCount')
  return listPage(db, input, {
    query,
    columns: {
      manufacturingNumber: 'entry.manufacturingNumber', articleName: textColumn('entry.articleName'), state: 'entry.state', week: 'entry.week', shipDay: 'entry.shipDay', cartonCount: 'entry.cartonCount',
      scannedCount: 'entry.scannedCount',
    },
    search: ['entry.manufacturingNumber', 'entry.articleCode', 'entry.articleName', 'entry.receiptNumbers', 'entry.week'],
    defaultSort: [{ column: 'shipDay', descending: false }, { column: 'manufacturingNumber', descending: false }, { column: 'week', descending: false }],
    id: 'entry.id',
  })
}

/** The deliveries of an order of which cartons are packed, those that go out first before the others. */
export function arrivingOfOrder(db: Reader, manufacturingOrderId: string): Arriving[] {
  return db.all(arrivingRows.where('manufacturingOrder.id', '=', manufacturingOrderId).orderBy('deliveryBatch.position'))
}

/** The delivery that an id means: its batch’s, a receipt’s, or an order’s, of which it is the first that is awaited. Throws `not-found` where nothing of it is packed yet. */
export function arrivingOf(db: Reader, id: string): { readonly delivery: Arriving; readonly ofOrder: readonly Arriving[] } {
  const receipt = db.find('finishedGoodsReceipt', id)
  const orderId = receipt?.manufacturingOrderId ?? db.find('deliveryBatch', id)?.manufacturingOrderId ?? id
  const ofOrder = arrivingOfOrder(db, orderId)
  const named = receipt ? ofOrder.find(({ deliveryBatchId }) => deliveryBatchId === receipt.deliveryBatchId) : ofOrder.find(one => one.id === id)
  const isBatch = receipt === undefined && orderId !== id
  const delivery = named ?? (isBatch ? undefined : ofOrder.find(({ state: reached }) => reached !== 'POSTED') ?? ofOrder[0])
  if (!delivery) throw new AppError('not-found', { entity: 'carton', id })
  return { delivery, ofOrder }
}
