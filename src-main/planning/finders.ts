import { sql } from '../database/sql.ts'
import { numberFinder, type Finder } from '../engines/finders.ts'
import { isSeen } from '../warehouse/places.ts'

export const salesOrderFinder: Finder = numberFinder({
  kind: 'salesOrder', series: 'salesOrder', needs: ['planning.view'], id: 'salesOrder.id',
  rows: () => sql.selectFrom('salesOrder').innerJoin('partner', 'partner.id', 'salesOrder.partnerId')
    .select(['salesOrder.id', 'salesOrder.number as code', 'partner.name', 'salesOrder.buyerNumber as detail', 'salesOrder.status']),
  face: ({ status, ...row }) => ({ ...row, state: `planning.salesStatuses.${status}` }),
})

export const manufacturingOrderFinder: Finder = numberFinder({
  kind: 'manufacturingOrder', series: 'manufacturingOrder', needs: ['planning.view'], id: 'manufacturingOrder.id',
  rows: () => sql.selectFrom('manufacturingOrder').innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
    .select(['manufacturingOrder.id', 'manufacturingOrder.number as code', 'item.name', 'item.code as detail', 'manufacturingOrder.status']),
  face: ({ status, ...row }) => ({ ...row, state: `planning.statuses.${status}` }),
})

export const workOrderFinder: Finder = numberFinder({
  kind: 'workOrder',
  series: 'manufacturingOrder',
  table: 'workOrder',
  needs: ['process.readDailyProduction'],
  id: 'workOrder.id',
  rows: ({ mine }) =>
    sql
      .selectFrom('workOrder')
      .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
      .innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
      .innerJoin('section', 'section.id', 'workOrder.sectionId')
      .where(isSeen('workOrder', mine))
      .select(['workOrder.id', 'workOrder.number as code', 'item.name', 'section.name as detail', 'workOrder.status']),
  face: ({ status, ...row }) => ({ ...row, state: `planning.workOrderStatuses.${status}` }),
})
