import { sql as raw } from 'kysely'
import { priceTimes } from '../../shared/core/money.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import type { salesOrders, SalesLine, SalesOrder } from '../../shared/planning/sales-orders.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'

const isMade = raw<string>`exists (
  select 1 from manufacturingOrder as buyer join manufacturingOrder as made on made.buyerOrderId = buyer.id and made.status <> 'CANCELLED'
  where buyer.salesLineId = salesLine.id
)`

const orderRows = sql.selectFrom('salesOrder')
  .innerJoin('partner', 'partner.id', 'salesOrder.partnerId')
  .innerJoin('user as creator', 'creator.id', 'salesOrder.createdBy')
  .leftJoin('user as confirmer', 'confirmer.id', 'salesOrder.confirmedBy')
  .leftJoin('user as closer', 'closer.id', 'salesOrder.closedBy')
  .leftJoin('user as canceller', 'canceller.id', 'salesOrder.cancelledBy')
  .select([
    'salesOrder.id',
    'salesOrder.version',
    'salesOrder.createdAt',
    'salesOrder.number',
    'salesOrder.status',
    'salesOrder.partnerId',
    'partner.code as partnerCode',
    'partner.name as partnerName',
    'salesOrder.buyerNumber',
    'salesOrder.orderDay',
    'salesOrder.shipDay',
    'salesOrder.total',
    'salesOrder.notes',
    'creator.fullName as createdByName',
    'confirmer.fullName as confirmedByName',
    'salesOrder.confirmedAt',
    'closer.fullName as closedByName',
    'salesOrder.closedAt',
    'canceller.fullName as cancelledByName',
    'salesOrder.cancelledAt',
    'salesOrder.cancelReason',
  ])
  .select([
    raw<number>`(select count(*) from salesLine where salesOrderId = salesOrder.id)`.as('lineCount'),
    raw<number>`(select count(*) from salesLine where salesOrderId = salesOrder.id and ${isMade})`.as('madeLines'),
  ])

/** Throws `not-found`. */
export function salesOrderOf(db: Reader, id: string): SalesOrder {
  db.get('salesOrder', id)
  return db.one(orderRows.where('salesOrder.id', '=', id))
}

export function listSalesOrders(db: Reader, input: ParsedInputOf<typeof salesOrders.listSalesOrders>): Page<SalesOrder> {
  const { status, itemId, shipFrom, shipTo, ...filter } = input.filter
  let query = narrowed(sql.with('entry', () => orderRows).selectFrom('entry').selectAll('entry'), filter, { partnerId: 'entry.partnerId' })
  if (status !== undefined) query = query.where('entry.status', 'in', status)
  if (itemId !== undefined) query = query.where('entry.id', 'in', sql.selectFrom('salesLine').select('salesOrderId').where('itemId', '=', itemId))
  if (shipFrom !== undefined) query = query.where('entry.shipDay', '>=', shipFrom)
  if (shipTo !== undefined) query = query.where('entry.shipDay', '<=', shipTo)
  return listPage(db, input, {
    query,
    columns: {
      number: 'entry.number',
      orderDay: 'entry.orderDay',
      shipDay: 'entry.shipDay',
      status: 'entry.status',
      partnerName: textColumn('entry.partnerName'),
      buyerNumber: textColumn('entry.buyerNumber'),
      total: 'entry.total',
    },
    search: ['entry.number', 'entry.buyerNumber', 'entry.partnerName', 'entry.partnerCode', 'entry.notes'],
    defaultSort: [{ column: 'number', descending: true }],
    id: 'entry.id',
  })
}

const lineRows = sql.selectFrom('salesLine')
  .innerJoin('item', 'item.id', 'salesLine.itemId')
  .innerJoin('unit', 'unit.id', 'item.unitId')
  .leftJoin('manufacturingOrder as buyer', join => join.onRef('buyer.salesLineId', '=', 'salesLine.id').on('buyer.status', '<>', 'CANCELLED'))
  .leftJoin('manufacturingOrder as made', join => join.onRef('made.buyerOrderId', '=', 'buyer.id').on('made.status', '<>', 'CANCELLED'))
  .select([
    'salesLine.id',
    'salesLine.version',
    'salesLine.salesOrderId',
    'salesLine.itemId',
    'item.code as itemCode',
    'item.name as itemName',
    'unit.code as unitCode',
    'unit.places as unitPlaces',
    'salesLine.quantity',
    'salesLine.unitPrice',
    'salesLine.week',
    'salesLine.destination',
    'salesLine.notes',
    'buyer.id as buyerOrderId',
    'made.id as productionId',
    'made.number as productionNumber',
  ])
  .orderBy('salesLine.position').orderBy('salesLine.id')

/** In the order they were entered in. */
export function salesLinesOf(db: Reader, salesOrderId: string): SalesLine[] {
  return db.all(lineRows.where('salesLine.salesOrderId', '=', salesOrderId))
    .map(line => ({ ...line, amount: line.unitPrice === null ? null : withinRange(() => priceTimes(line.unitPrice!, line.quantity, 'half-up')) }))
}

export function salesDetail(db: Reader, id: string): OutputOf<typeof salesOrders.getSalesOrder> {
  return { order: salesOrderOf(db, id), lines: salesLinesOf(db, id) }
}
