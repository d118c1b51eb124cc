import { sql as raw } from 'kysely'
import { priceTimes } from '../../shared/core/money.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import type { OrderLine, PurchaseOrder } from '../../shared/purchasing/orders.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** Orders with the names a person reads. */
export const orderRows = sql.selectFrom('purchaseOrder')
  .innerJoin('partner', 'partner.id', 'purchaseOrder.partnerId')
  .leftJoin('item as article', 'article.id', 'purchaseOrder.articleId')
  .leftJoin('purchaseOrder as source', 'source.id', 'purchaseOrder.sourceOrderId')
  .innerJoin('user as creator', 'creator.id', 'purchaseOrder.createdBy')
  .leftJoin('user as approver', 'approver.id', 'purchaseOrder.approvedBy')
  .leftJoin('user as sender', 'sender.id', 'purchaseOrder.sentBy')
  .leftJoin('user as closer', 'closer.id', 'purchaseOrder.closedBy')
  .leftJoin('user as canceller', 'canceller.id', 'purchaseOrder.cancelledBy')
  .select([
    'purchaseOrder.id', 'purchaseOrder.version', 'purchaseOrder.createdAt', 'purchaseOrder.number', 'purchaseOrder.kind', 'purchaseOrder.status',
    'purchaseOrder.partnerId',
    'partner.code as partnerCode', 'partner.name as partnerName', 'purchaseOrder.orderDay', 'purchaseOrder.expectedDay', 'purchaseOrder.articleId',
    'article.code as articleCode',
    'article.name as articleName', 'purchaseOrder.articleQuantity', 'purchaseOrder.sourceOrderId', 'source.number as sourceNumber', 'purchaseOrder.week',
    'purchaseOrder.destination', 'purchaseOrder.total', 'purchaseOrder.notes', 'creator.fullName as createdByName', 'approver.fullName as approvedByName',
    'purchaseOrder.approvedAt',
    'sender.fullName as sentByName', 'purchaseOrder.sentAt', 'closer.fullName as closedByName', 'purchaseOrder.closedAt', 'purchaseOrder.closeReason',
    'canceller.fullName as cancelledByName', 'purchaseOrder.cancelledAt', 'purchaseOrder.cancelReason',
  ])
  .select([
    raw<number>`(select count(*) from purchaseLine where orderId = purchaseOrder.id)`.as('lineCount'),
    raw<number>`(select count(*) from purchaseLine where orderId = purchaseOrder.id and received >= quantity)`.as('fullLines'),
  ])

/** Throws `not-found`. */
export function orderOf(db: Reader, id: string): PurchaseOrder {
  db.get('purchaseOrder', id)
  return db.one(orderRows.where('purchaseOrder.id', '=', id))
}

const lineRows = sql.selectFrom('purchaseLine')
  .innerJoin('item', 'item.id', 'purchaseLine.itemId')
  .innerJoin('unit as itemUnit', 'itemUnit.id', 'item.unitId')
  .innerJoin('unit', 'unit.id', 'purchaseLine.unitId')
  .select([
    'purchaseLine.id', 'purchaseLine.version', 'purchaseLine.orderId', 'purchaseLine.itemId', 'item.code as itemCode', 'item.name as itemName',
    'itemUnit.code as itemUnitCode',
    'purchaseLine.unitId', 'unit.code as unitCode', 'unit.places as unitPlaces', 'purchaseLine.quantity', 'purchaseLine.unitPrice', 'purchaseLine.neededDay',
    'purchaseLine.received',
    'purchaseLine.notes',
  ])
  .orderBy('purchaseLine.position').orderBy('purchaseLine.id')

/** In the order they were entered in. */
export function linesOf(db: Reader, orderId: string): OrderLine[] {
  return db.all(lineRows.where('purchaseLine.orderId', '=', orderId))
    .map(line => ({ ...line, amount: line.unitPrice === null ? null : withinRange(() => priceTimes(line.unitPrice!, line.quantity, 'half-up')) }))
}
