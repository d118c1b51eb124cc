import { sql as raw } from 'kysely'
import { isPositive, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { sendable } from '../../shared/transfers/rules.ts'
import type { Sendable } from '../../shared/transfers/slips.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { sentOf } from './accepted.ts'
import { linesOf } from './floor.ts'
import { blockOf, occupancyOf } from './occupancy.ts'

/** TR-1: how many of a work order may still be sent. */
export function availableOf(db: Reader, workOrder: WorkOrderRow): Decimal {
  const { id, goodQuantity, status } = workOrder
  const days = db.all(sql.selectFrom('dailyProduction').select('goodQuantity').where('workOrderId', '=', id).where('status', '=', 'CONFIRMED'))
  return sendable({ good: goodQuantity, confirmed: sumDecimals(days.map(day => day.goodQuantity)), isFinished: status === 'FINISHED', sent: sentOf(db, workOrder) })
}

/** Goods are of one article, and go where their delivery goes; what is made for the whole order, where the receiver's delivery does. */
export function goodsFor(db: Reader, from: WorkOrderRow, to: WorkOrderRow) {
  const { articleId, number, ...order } = db.get('manufacturingOrder', from.manufacturingOrderId)
  const batchId = to.deliveryBatchId ?? from.deliveryBatchId
  const batch = batchId === null ? undefined : db.get('deliveryBatch', batchId)
  return { articleId, batch: number, week: batch?.week ?? order.week, destination: batch?.destination ?? order.destination }
}

/** What a section has put out for stages that receive by slip, what can be sent first. */
export function sendableOf(db: Reader, sectionId: string): Sendable[] {
  const workOrders = db.all(
    sql.selectFrom('workOrder').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId').selectAll('workOrder').where('workOrder.sectionId', '=', sectionId)
      .where('workOrder.status', 'in', ['RUNNING', 'FINISHED']).where('workOrder.goodQuantity', '>', raw<Decimal>`0`).where('manufacturingOrder.status', 'not in', ['COMPLETED', 'CANCELLED'])
      .orderBy('workOrder.deadlineDay').orderBy('workOrder.number'),
  )
  const rows = workOrders.flatMap(workOrder => {
    const receivers = receiversOf(db, workOrder)
    return receivers.length === 0 ? [] : [sendableRow(db, workOrder, receivers)]
  })
  return [...rows.filter(({ available }) => isPositive(available)), ...rows.filter(({ available }) => !isPositive(available))]
}

function sendableRow(db: Reader, workOrder: WorkOrderRow, receivers: readonly WorkOrderRow[]): Sendable {
  const order = db.get('manufacturingOrder', workOrder.manufacturingOrderId)
  return {
    workOrderId: workOrder.id, number: workOrder.number, status: workOrder.status, articleName: db.get('item', order.articleId).name, itemName: workOrder.itemId === null ? null : db.get('item', workOrder.itemId).name,
    stageName: db.get('productionStage', workOrder.productionStageId).name, good: workOrder.goodQuantity, sent: sentOf(db, workOrder), available: availableOf(db, workOrder), batch: order.number,
    receivers: receivers.map(receiver => receiverRow(db, workOrder, receiver)),
  }
}

function receiverRow(db: Reader, from: WorkOrderRow, to: WorkOrderRow): Sendable['receivers'][number] {
  const { articleId, week, destination } = goodsFor(db, from, to)
  const lines = linesOf(db, to.sectionId).map(({ id, name }) => {
    const held = occupancyOf(db, id)
    return {
      id, name, articleName: held?.articleId == null ? null : db.get('item', held.articleId).name, week: held?.week ?? null, destination: held?.destination ?? null,
      isFit: blockOf(db, { articleId, week, destination, toWorkOrderId: to.id, productionLineId: id, releasedBeside: null }) === undefined,
    }
  })
  return { workOrderId: to.id, number: to.number, sectionName: db.get('section', to.sectionId).name, stageName: db.get('productionStage', to.productionStageId).name, status: to.status, week, destination, lines }
}

/** Who goes on with what a work order makes, and receives it by slip. */
export function receiversOf(db: Reader, { id }: WorkOrderRow): WorkOrderRow[] {
  return db.all(
    sql.selectFrom('workOrderSource').innerJoin('workOrder', 'workOrder.id', 'workOrderSource.workOrderId').innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId').selectAll('workOrder')
      .where('workOrderSource.sourceId', '=', id).where('productionStage.isBySlip', '=', true).where('workOrder.status', 'in', ['PENDING', 'RUNNING', 'FINISHED']).orderBy('workOrder.deadlineDay').orderBy('workOrder.number'),
  )
}
