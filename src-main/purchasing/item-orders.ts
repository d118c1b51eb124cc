import { sql as raw } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { ItemOrder, itemOrders } from '../../shared/purchasing/item-orders.ts'
import { awaitedStatuses } from '../../shared/purchasing/rules.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'

const isOpen = raw<boolean>`(purchaseOrder.status in (${raw.join([...awaitedStatuses])}) and purchaseLine.received < purchaseLine.quantity)`

const rows = sql.selectFrom('purchaseLine')
  .innerJoin('purchaseOrder', 'purchaseOrder.id', 'purchaseLine.orderId')
  .innerJoin('partner', 'partner.id', 'purchaseOrder.partnerId')
  .innerJoin('unit', 'unit.id', 'purchaseLine.unitId')
  .where('purchaseOrder.status', 'not in', ['DRAFT', 'CANCELLED'])
  .select([
    'purchaseLine.id', 'purchaseLine.orderId', 'purchaseLine.itemId', 'purchaseOrder.number', 'purchaseOrder.status', 'partner.name as partnerName',
    'purchaseOrder.orderDay',
    raw<string>`coalesce(purchaseLine.neededDay, purchaseOrder.expectedDay)`.as('expectedDay'), 'unit.code as unitCode', 'unit.places as unitPlaces',
    'purchaseLine.quantity', 'purchaseLine.received',
    'purchaseLine.unitPrice', isOpen.as('isOpen'),
  ])

export function listItemOrders(db: Reader, input: ParsedInputOf<typeof itemOrders.listItemOrders>): Page<ItemOrder> {
  return listPage(db, input, {
    query: narrowed(sql.with('entry', () => rows).selectFrom('entry').selectAll('entry'), input.filter, { itemId: 'entry.itemId', isOpen: 'entry.isOpen' }),
    columns: {
      isOpen: 'entry.isOpen', number: 'entry.number', partnerName: textColumn('entry.partnerName'), orderDay: 'entry.orderDay',
      expectedDay: 'entry.expectedDay',
    },
    search: ['entry.number', 'entry.partnerName'],
    defaultSort: [{ column: 'isOpen', descending: true }, { column: 'orderDay', descending: true }],
    id: 'entry.id',
  })
}
