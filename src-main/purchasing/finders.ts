import { sql } from '../database/sql.ts'
import { numberFinder, type Finder } from '../engines/finders.ts'
import { isSeen } from '../warehouse/places.ts'

export const orderFinder: Finder = numberFinder({
  kind: 'purchaseOrder', series: 'purchaseOrder', needs: ['purchasing.view', 'warehouse.execute'], id: 'purchaseOrder.id',
  rows: () => sql.selectFrom('purchaseOrder').innerJoin('partner', 'partner.id', 'purchaseOrder.partnerId')
    .leftJoin('item', 'item.id', 'purchaseOrder.articleId')
    .select(['purchaseOrder.id', 'purchaseOrder.number as code', 'partner.name', 'item.name as detail', 'purchaseOrder.status']),
  face: ({ status, ...row }) => ({ ...row, state: `purchasing.statuses.${status}` }),
})

export const receiptFinder: Finder = numberFinder({
  kind: 'purchaseReceipt', series: 'purchaseReceipt', needs: ['warehouse.view'], id: 'purchaseReceipt.id',
  rows: ({ mine }) => sql.selectFrom('purchaseReceipt').innerJoin('partner', 'partner.id', 'purchaseReceipt.partnerId')
    .innerJoin('purchaseOrder', 'purchaseOrder.id', 'purchaseReceipt.orderId')
    .innerJoin('location', 'location.id', 'purchaseReceipt.locationId').where(isSeen('location', mine))
    .select(['purchaseReceipt.id', 'purchaseReceipt.number as code', 'partner.name', 'purchaseOrder.number as detail', 'purchaseReceipt.status']),
  face: ({ status, ...row }) => ({ ...row, state: `purchasing.receiptStatuses.${status}` }),
})
