import { compareDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { voidRequests } from '../engines/approvals.ts'
import { isAboutDay } from '../production/day-approvals.ts'
import { invalid } from '../warehouse/refusals.ts'
import type { ManufacturingRow } from './buyer-orders.ts'
import { batchesOf, reckon } from './manufacturing-detail.ts'
import { ofPieces, piecesOf, type StageGoal } from './targets.ts'
import { changeWorkOrder } from './work-order-revision.ts'
import type { WorkOrderRow } from './work-order-rows.ts'

type Batches = ReturnType<typeof batchesOf>

/** PL-4: another quantity of an order. Throws `invalid-input`: it is whole, at least what the buyer ordered, and no less than has been made. */
export function requireQuantity(context: CommandContext, order: ManufacturingRow, quantity: Decimal): void {
  const { db } = context
  if (!fitsUnit(quantity, 0)) throw invalid('quantity', 'planning.issues.whole')
  const buyer = boundBuyer(db, order)
  if (buyer && compareDecimals(quantity, buyer.quantity) < 0) throw invalid('quantity', 'planning.issues.less-than-ordered')
  const { goals } = reckon(context, { ...order, quantity }, followingBatches(batchesOf(db, order.id), order, quantity))
  const isBehind = (workOrder: WorkOrderRow) => compareDecimals(targetIn(goals, workOrder) ?? workOrder.goodQuantity, workOrder.goodQuantity) < 0
  const behind = openOf(db, order.id).find(isBehind) ?? overMade(db, order.id, quantity)
  if (behind) throw invalid('quantity', 'planning.issues.less-than-made', { number: behind.number, produced: piecesOf(behind.goodQuantity) })
}

/** What a buyer ordered, where one did: what was only locked by a fabric order goes along with it. */
function boundBuyer(db: Reader, { buyerOrderId }: ManufacturingRow): ManufacturingRow | undefined {
  const buyer = buyerOrderId === null ? undefined : db.get('manufacturingOrder', buyerOrderId)
  return buyer?.salesLineId == null ? undefined : buyer
}

/** The last stage has put out more than is to be made. */
function overMade(db: Reader, manufacturingOrderId: string, quantity: Decimal): WorkOrderRow | undefined {
  const all = db.all(
    sql
      .selectFrom('workOrder')
      .selectAll()
      .where('manufacturingOrderId', '=', manufacturingOrderId)
      .where('status', 'not in', ['VOIDED', 'CANCELLED']),
  )
  const last = Math.max(...all.map(({ position }) => position))
  return all.find(({ position, goodQuantity }) => position === last && compareDecimals(goodQuantity, quantity) > 0)
}

/** One delivery of the whole order is of the new quantity too; several, or one of a part, stay as their labels were ordered. */
function followingBatches(batches: Batches, { quantity: before }: ManufacturingRow, quantity: Decimal): Batches {
  return batches.map(batch => (batches.length === 1 && batch.quantity === before ? { ...batch, quantity } : batch))
}

/** Makes an order and all that hangs on it of another quantity: its delivery, what was locked for it, and the targets of what is not finished. */
export function changeQuantity(context: CommandContext, order: ManufacturingRow, quantity: Decimal): ManufacturingRow {
  const { db } = context
  requireQuantity(context, order, quantity)
  const batches = batchesOf(db, order.id)
  followingBatches(batches, order, quantity).forEach((batch, at) => {
    if (batch.quantity !== batches[at]!.quantity) db.update('deliveryBatch', db.get('deliveryBatch', batch.id), { quantity })
  })
  if (order.buyerOrderId !== null && !boundBuyer(db, order)) db.update('manufacturingOrder', db.get('manufacturingOrder', order.buyerOrderId), { quantity })
  const changed = db.update('manufacturingOrder', order, { quantity })
  retarget(context, changed)
  return changed
}

/** PL-18: what nobody has begun changes in its place, what is in work by a revision; what is finished stays. */
function retarget(context: CommandContext, order: ManufacturingRow): void {
  const { goals } = reckon(context, order)
  for (const workOrder of openOf(context.db, order.id)) {
    const target = targetIn(goals, workOrder)
    if (target === undefined || target === workOrder.targetQuantity) continue
    context.scope.lend(workOrder.sectionId)
    voidRequests(context, 'workOrder', workOrder.id, kind => !isAboutDay(kind))
    changeWorkOrder(context, workOrder, { targetQuantity: target }, context.session.userId)
  }
}

function openOf(db: Reader, manufacturingOrderId: string): WorkOrderRow[] {
  return db.all(
    sql
      .selectFrom('workOrder')
      .selectAll()
      .where('manufacturingOrderId', '=', manufacturingOrderId)
      .where('status', 'in', openWorkOrders)
      .orderBy('number'),
  )
}

function targetIn(goals: readonly StageGoal[], { productionStageId, deliveryBatchId }: WorkOrderRow): Decimal | undefined {
  const goal = goals.find(({ stage, batchId }) => stage.id === productionStageId && batchId === deliveryBatchId)
  return goal && ofPieces(goal.pieces)
}
