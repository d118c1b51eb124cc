import { sql as raw, type Selectable } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { WorkOrder, workOrders } from '../../shared/planning/work-orders.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { WorkOrderTable } from '../database/tables.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { isSeen, type Sections } from '../warehouse/places.ts'

export type WorkOrderRow = Selectable<WorkOrderTable>

/** The part of its order that a work order is for, whatever article is made in its place. */
export function partOfOrder({ itemId, plannedItemId }: Pick<WorkOrderRow, 'itemId' | 'plannedItemId'>): string | null {
  return plannedItemId ?? itemId
}

const workOrderRows = sql.selectFrom('workOrder')
  .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
  .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
  .leftJoin('item', 'item.id', 'workOrder.itemId')
  .leftJoin('item as planned', 'planned.id', 'workOrder.plannedItemId')
  .innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId')
  .innerJoin('section', 'section.id', 'workOrder.sectionId')
  .leftJoin('deliveryBatch', 'deliveryBatch.id', 'workOrder.deliveryBatchId')
  .leftJoin('workOrder as parent', 'parent.id', 'workOrder.parentId')
  .leftJoin('user as approver', 'approver.id', 'workOrder.approvedBy')
  .select([
    'workOrder.id',
    'workOrder.version',
    'workOrder.createdAt',
    'workOrder.number',
    'workOrder.status',
    'workOrder.manufacturingOrderId',
    'manufacturingOrder.number as manufacturingNumber',
    'manufacturingOrder.articleId',
    'article.code as articleCode',
    'article.name as articleName',
    'workOrder.itemId',
    'item.code as itemCode',
    'item.name as itemName',
    'planned.name as plannedItemName',
    'workOrder.productionStageId',
    'productionStage.code as stageCode',
    'productionStage.name as stageName',
    'productionStage.kind as stageKind',
    'workOrder.sectionId',
    'section.name as sectionName',
    'workOrder.position',
    'deliveryBatch.position as batchPosition',
    'workOrder.targetQuantity',
    'workOrder.goodQuantity',
    'workOrder.rejectQuantity',
    'workOrder.entryCount',
    'workOrder.startDay',
    'workOrder.deadlineDay',
    'workOrder.startedDay',
    'workOrder.finishedDay',
    'workOrder.parentId',
    'parent.number as parentNumber',
    'workOrder.revision',
    'workOrder.isUrgent',
    'approver.fullName as approvedByName',
    'workOrder.approvedAt',
  ])
  .select([
    raw<string | null>`coalesce(deliveryBatch.week, manufacturingOrder.week)`.as('week'),
    raw<string | null>`coalesce(deliveryBatch.destination, manufacturingOrder.destination)`.as('destination'),
    raw<boolean>`workOrder.approvedAt is not null`.as('isApproved'),
  ])

/** Throws `not-found`. */
export function workOrderOf(db: Reader, id: string): WorkOrder {
  db.get('workOrder', id)
  return db.one(workOrderRows.where('workOrder.id', '=', id))
}

export function listWorkOrders(db: Reader, mine: Sections, input: ParsedInputOf<typeof workOrders.listWorkOrders>): Page<WorkOrder> {
  const { status, isUrgent, dueTo, ...filter } = input.filter
  const columns = { sectionId: 'entry.sectionId', manufacturingOrderId: 'entry.manufacturingOrderId', articleId: 'entry.articleId' }
  let query = narrowed(sql.with('entry', () => workOrderRows).selectFrom('entry').selectAll('entry').where(isSeen('entry', mine)), filter, columns)
  if (status !== undefined) query = query.where('entry.status', 'in', status)
  if (isUrgent !== undefined) query = query.where('entry.isUrgent', '=', isUrgent)
  if (dueTo !== undefined) query = query.where('entry.deadlineDay', '<=', dueTo)
  return listPage(db, input, {
    query,
    columns: {
      number: 'entry.number',
      status: 'entry.status',
      articleName: textColumn('entry.articleName'),
      sectionName: textColumn('entry.sectionName'),
      targetQuantity: 'entry.targetQuantity',
      startDay: 'entry.startDay',
      deadlineDay: 'entry.deadlineDay',
    },
    search: ['entry.number', 'entry.articleCode', 'entry.articleName', 'entry.itemCode', 'entry.itemName', 'entry.stageName', 'entry.manufacturingNumber'],
    defaultSort: [{ column: 'deadlineDay', descending: false }, { column: 'number', descending: false }],
    id: 'entry.id',
  })
}
