import { sql } from '../database/sql.ts'
import { numberFinder } from '../engines/finders.ts'
import { isSeen } from '../warehouse/places.ts'

/** By its number, which is the code on its paper. */
export const reworkCardFinder = numberFinder({
  kind: 'reworkCard', series: 'reworkCard', needs: ['process.readDailyProduction'], id: 'reworkCard.id',
  rows: ({ mine }) => sql.selectFrom('reworkCard').innerJoin('workOrder', 'workOrder.id', 'reworkCard.workOrderId').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
    .innerJoin('item', 'item.id', 'manufacturingOrder.articleId').where(isSeen('reworkCard', mine)).select(['reworkCard.id', 'reworkCard.number as code', 'item.name', 'workOrder.number as detail', 'reworkCard.status']),
  face: ({ status, ...row }) => ({ ...row, state: `stages.statuses.${status}` }),
})
