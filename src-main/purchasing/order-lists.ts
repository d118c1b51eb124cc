import { sql as raw, type SqlBool } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { OrderDetail, orders, PurchaseOrder } from '../../shared/purchasing/orders.ts'
import { awaitedStatuses, boardStatuses, isLarge } from '../../shared/purchasing/rules.ts'
import { purchasingSettings } from '../../shared/purchasing/settings.ts'
import { openOf } from '../../shared/warehouse/debt-rules.ts'
import type { QueryContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { waitingRequests } from '../engines/approvals.ts'
import { found, narrowed, textColumn } from '../masters/lookup.ts'
import { debtsOfOrder, debtView } from '../warehouse/debt-lists.ts'
import { linesOf, orderOf, orderRows } from './order-rows.ts'
import { receiptsOf } from './receipt-rows.ts'

export function listOrders(db: Reader, today: string, input: ParsedInputOf<typeof orders.listOrders>): Page<PurchaseOrder> {
  const { status, kind, expectedFrom, expectedTo, isLate, ...filter } = input.filter
  let query = narrowed(sql.with('entry', () => orderRows).selectFrom('entry')
    .selectAll('entry'), filter, { partnerId: 'entry.partnerId', articleId: 'entry.articleId' })
  if (status !== undefined) query = query.where('entry.status', 'in', status)
  if (kind !== undefined) query = query.where('entry.kind', 'in', kind)
  if (expectedFrom !== undefined) query = query.where('entry.expectedDay', '>=', expectedFrom)
  if (expectedTo !== undefined) query = query.where('entry.expectedDay', '<=', expectedTo)
  if (isLate !== undefined) query = query.where(
    raw<SqlBool>`(entry.expectedDay < ${today} and entry.status in (${raw.join([...awaitedStatuses])})) = ${isLate ? 1 : 0}`,
  )
  return listPage(db, input, {
    query,
    columns: {
      number: 'entry.number', orderDay: 'entry.orderDay', expectedDay: 'entry.expectedDay', status: 'entry.status', kind: 'entry.kind',
      partnerName: textColumn('entry.partnerName'),
      articleCode: textColumn('entry.articleCode'), total: 'entry.total',
    },
    search: ['entry.number', 'entry.partnerName', 'entry.partnerCode', 'entry.articleCode', 'entry.articleName', 'entry.notes'],
    defaultSort: [{ column: 'number', descending: true }],
    id: 'entry.id',
  })
}

/** Far more than fit on a screen; the counts tell of the rest. */
const ordersPerLane = 100

export function orderBoard(db: Reader, { kind, partnerId }: ParsedInputOf<typeof orders.getOrderBoard>): OutputOf<typeof orders.getOrderBoard> {
  const columns = { kind: 'purchaseOrder.kind', partnerId: 'purchaseOrder.partnerId' }
  const wanted = narrowed(orderRows, { kind, partnerId }, columns).orderBy('purchaseOrder.expectedDay').orderBy('purchaseOrder.number').limit(ordersPerLane)
  const counted = narrowed(sql.selectFrom('purchaseOrder').select(({ fn }) => fn.countAll<number>().as('count')), { kind, partnerId }, columns)
  return boardStatuses.map(status => ({
    status, count: db.one(counted.where('status', '=', status)).count, orders: db.all(wanted.where('purchaseOrder.status', '=', status)),
  }))
}

export function findOrders(db: Reader, { kind, itemId, ...input }: ParsedInputOf<typeof orders.findOrders>): OutputOf<typeof orders.findOrders> {
  const query = sql.selectFrom('purchaseOrder').innerJoin('partner', 'partner.id', 'purchaseOrder.partnerId')
    .leftJoin('item', 'item.id', 'purchaseOrder.articleId')
    .where('purchaseOrder.status', '<>', 'CANCELLED')
    .select(['purchaseOrder.id', 'purchaseOrder.number as code', raw<string>`coalesce(item.name, partner.name)`.as('name'), 'purchaseOrder.articleId'])
  const buying = sql.selectFrom('purchaseLine').select('orderId').where('itemId', '=', itemId ?? '')
  const wanted = itemId === undefined ? query : query.where('purchaseOrder.id', 'in', buying)
  return found(db, kind === undefined ? wanted : wanted.where('purchaseOrder.kind', '=', kind), input, { code: 'purchaseOrder.number', name: 'item.name' })
}

export function orderDetail(context: Pick<QueryContext, 'db' | 'scope' | 'settings' | 'today'>, id: string): OrderDetail {
  const { db, scope, settings } = context
  const order = orderOf(db, id)
  return {
    order, lines: linesOf(db, id), receipts: receiptsOf(db, id), waiting: waitingRequests(db, 'purchaseOrder', id),
    isLarge: isLarge(db.get('purchaseOrder', id).total, settings.get(purchasingSettings.largeOrder)),
    manufacturing: manufacturingOf(db, id),
    debts: debtsOfOrder(db, scope.mine(), debtView(context), id).map(debt => ({ ...debt, left: openOf(debt) })),
  }
}

function manufacturingOf(db: Reader, purchaseOrderId: string): OrderDetail['manufacturing'] {
  const delivered = sql.selectFrom('deliveryBatch').select('manufacturingOrderId').where('labelOrderId', '=', purchaseOrderId)
  return db.all(
    sql.selectFrom('manufacturingOrder').select(['id', 'number']).where('kind', '=', 'PRODUCTION').where('status', '<>', 'CANCELLED')
      .where(({ eb, or }) => or([eb('fabricOrderId', '=', purchaseOrderId), eb('labelOrderId', '=', purchaseOrderId), eb('id', 'in', delivered)])).orderBy('number'),
  )
}
