import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { ManufacturingOrder, manufacturingOrders } from '../../shared/planning/manufacturing-orders.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'

/** Orders with the names a person reads; a sales order is that of the order itself, or of the buyer's that it makes. */
const orderRows = sql.selectFrom('manufacturingOrder')
  .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
  .innerJoin('unit', 'unit.id', 'article.unitId')
  .leftJoin('productionRoute', 'productionRoute.id', 'manufacturingOrder.productionRouteId')
  .leftJoin('manufacturingOrder as buyer', 'buyer.id', 'manufacturingOrder.buyerOrderId')
  .leftJoin('salesLine', join =>
    join.on(({ eb, fn, ref }) => eb('salesLine.id', '=', fn.coalesce(ref('manufacturingOrder.salesLineId'), ref('buyer.salesLineId')))),
  )
  .leftJoin('salesOrder', 'salesOrder.id', 'salesLine.salesOrderId')
  .leftJoin('partner', 'partner.id', 'salesOrder.partnerId')
  .leftJoin('purchaseOrder as fabric', 'fabric.id', 'manufacturingOrder.fabricOrderId')
  .leftJoin('purchaseOrder as label', 'label.id', 'manufacturingOrder.labelOrderId')
  .innerJoin('user as creator', 'creator.id', 'manufacturingOrder.createdBy')
  .leftJoin('user as releaser', 'releaser.id', 'manufacturingOrder.releasedBy')
  .leftJoin('user as completer', 'completer.id', 'manufacturingOrder.completedBy')
  .leftJoin('user as canceller', 'canceller.id', 'manufacturingOrder.cancelledBy')
  .select([
    'manufacturingOrder.id',
    'manufacturingOrder.version',
    'manufacturingOrder.createdAt',
    'manufacturingOrder.number',
    'manufacturingOrder.kind',
    'manufacturingOrder.status',
    'manufacturingOrder.articleId',
    'article.code as articleCode',
    'article.name as articleName',
    'unit.code as unitCode',
    'manufacturingOrder.quantity',
    'manufacturingOrder.targetMethod',
    'manufacturingOrder.productionRouteId',
    'productionRoute.name as routeName',
    'salesOrder.id as salesOrderId',
    'salesOrder.number as salesNumber',
    'partner.name as partnerName',
    'manufacturingOrder.buyerOrderId',
    'buyer.number as buyerOrderNumber',
    'manufacturingOrder.fabricOrderId',
    'fabric.number as fabricNumber',
    'manufacturingOrder.labelOrderId',
    'label.number as labelNumber',
    'manufacturingOrder.week',
    'manufacturingOrder.destination',
    'manufacturingOrder.traceCode',
    'manufacturingOrder.productionDay',
    'manufacturingOrder.labelDay',
    'manufacturingOrder.shipDay',
    'manufacturingOrder.startedDay',
    'manufacturingOrder.completedDay',
    'manufacturingOrder.isUrgent',
    'manufacturingOrder.notes',
    'creator.fullName as createdByName',
    'releaser.fullName as releasedByName',
    'manufacturingOrder.releasedAt',
    'completer.fullName as completedByName',
    'manufacturingOrder.completedAt',
    'manufacturingOrder.completeReason',
    'canceller.fullName as cancelledByName',
    'manufacturingOrder.cancelledAt',
    'manufacturingOrder.cancelReason',
  ])

/** Throws `not-found`. */
export function manufacturingOrderOf(db: Reader, id: string): ManufacturingOrder {
  db.get('manufacturingOrder', id)
  return db.one(orderRows.where('manufacturingOrder.id', '=', id))
}

export function listManufacturingOrders(db: Reader, input: ParsedInputOf<typeof manufacturingOrders.listManufacturingOrders>): Page<ManufacturingOrder> {
  const { status, shipFrom, shipTo, isUrgent, ...filter } = input.filter
  const columns = { kind: 'entry.kind', articleId: 'entry.articleId', destination: 'entry.destination', week: 'entry.week' }
  let query = narrowed(sql.with('entry', () => orderRows).selectFrom('entry').selectAll('entry'), filter, columns)
  if (status !== undefined) query = query.where('entry.status', 'in', status)
  if (isUrgent !== undefined) query = query.where('entry.isUrgent', '=', isUrgent)
  if (shipFrom !== undefined) query = query.where('entry.shipDay', '>=', shipFrom)
  if (shipTo !== undefined) query = query.where('entry.shipDay', '<=', shipTo)
  return listPage(db, input, {
    query,
    columns: {
      number: 'entry.number',
      status: 'entry.status',
      articleCode: textColumn('entry.articleCode'),
      articleName: textColumn('entry.articleName'),
      quantity: 'entry.quantity',
      week: 'entry.week',
      productionDay: 'entry.productionDay',
      shipDay: 'entry.shipDay',
    },
    search: [
      'entry.number',
      'entry.articleCode',
      'entry.articleName',
      'entry.partnerName',
      'entry.salesNumber',
      'entry.fabricNumber',
      'entry.labelNumber',
      'entry.traceCode',
      'entry.notes',
    ],
    defaultSort: [{ column: 'number', descending: true }],
    id: 'entry.id',
  })
}
