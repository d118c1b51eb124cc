import { compareDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ApprovalKindName } from '../../shared/approvals/kinds.ts'
import { multiplyRationals, ratio, rational, toDecimal } from '../../shared/core/rational.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { changeFaults, isSmallChange, workOrderAfter } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { WorkOrderChange } from '../../shared/planning/work-order-changes.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { waitingRequests } from '../engines/approvals.ts'
import { invalid } from '../warehouse/refusals.ts'
import { allocationsOf, shortagesOf, type Shortage } from './allocations.ts'
import { reckon } from './manufacturing-detail.ts'
import { keptParts } from './order-parts.ts'
import { piecesOf } from './targets.ts'
import { partFor } from './work-order-needs.ts'
import { partOfOrder, type WorkOrderRow } from './work-order-rows.ts'

/** Requests that decide what a work order is to be: one at a time. */
export const changeKinds: readonly ApprovalKindName[] = ['WORK_ORDER', 'WORK_ORDER_QUANTITY', 'WORK_ORDER_DEADLINE']

/** The work order as it was seen, where it may be changed at all. Throws `conflict`, `wrong-state`, `approval-pending`. */
export function changeableWorkOrder(db: Reader, { id, version }: SeenAt): WorkOrderRow {
  const workOrder = db.get('workOrder', id)
  if (workOrder.version !== version) throw new AppError('conflict', { entity: 'workOrder', id })
  requireOpen(db, workOrder)
  const open = openChangeOf(db, id)
  if (open) throw new AppError('approval-pending', { entity: 'approvalRequest', ...open })
  return workOrder
}

/** What is asked for about it already. */
export function openChangeOf(db: Reader, id: string): { readonly id: string; readonly number: string } | undefined {
  const open = waitingRequests(db, 'workOrder', id).find(({ kind }) => changeKinds.some(name => name === kind))
  return open && { id: open.id, number: open.number }
}

/** PL-17: neither what is finished nor, PL-21, what belongs to an order that is. */
function requireOpen(db: Reader, { id, number, status, manufacturingOrderId }: WorkOrderRow): void {
  if (workOrderAfter(status, 'change') === undefined && workOrderAfter(status, 'replace') === undefined)
    throw new AppError('wrong-state', { entity: 'workOrder', id, number, status })
  const order = db.get('manufacturingOrder', manufacturingOrderId)
  if (order.status === 'COMPLETED' || order.status === 'CANCELLED')
    throw new AppError('wrong-state', { entity: 'manufacturingOrder', id: order.id, number: order.number, status: order.status })
}

/** PL-17, of what has been made by now. Throws `wrong-state`, and `invalid-input` with everything that is wrong. */
export function requireSoundChange(context: CommandContext, workOrder: WorkOrderRow, { targetQuantity, deadlineDay, itemId }: WorkOrderChange): void {
  const { db, today } = context
  requireOpen(db, workOrder)
  if (targetQuantity !== undefined && !fitsUnit(targetQuantity, 0)) throw invalid('targetQuantity', 'planning.issues.whole')
  const made = {
    target: piecesOf(workOrder.targetQuantity),
    produced: piecesOf(workOrder.goodQuantity),
    startDay: workOrder.startDay,
    deadlineDay: workOrder.deadlineDay,
  }
  const faults = changeFaults({ target: targetQuantity && piecesOf(targetQuantity), deadlineDay, articleId: itemId }, made, today())
  if (faults.length > 0) throw new AppError('invalid-input', { issues: faults.map(({ field, ...fault }) => ({ path: [field], ...fault })) })
  if (itemId !== undefined) requireArticle(context, workOrder, itemId)
}

/** Something that is made, by a BOM in force, and by no other work order of the same order. */
function requireArticle(context: CommandContext, workOrder: WorkOrderRow, itemId: string): void {
  const { db } = context
  const { code, isActive, kind } = db.get('item', itemId)
  if (!isActive) throw new AppError('inactive', { entity: 'item', id: itemId, code })
  if (kind !== 'FINISHED_GOOD' && kind !== 'WIP') throw invalid('itemId', 'planning.issues.not-made')
  const own = partOfOrder(workOrder)
  const isOthers = keptParts(db, workOrder.manufacturingOrderId).some(part => part.itemId === itemId && part.itemId !== own)
  if (itemId === workOrder.itemId || isOthers) throw invalid('itemId', 'planning.issues.made-already')
  partFor(context, changedRow(workOrder, { itemId }))
}

/** The work order as it would be. */
export function changedRow(workOrder: WorkOrderRow, { targetQuantity, deadlineDay, itemId }: WorkOrderChange): WorkOrderRow {
  const planned = partOfOrder(workOrder)
  return {
    ...workOrder, targetQuantity: targetQuantity ?? workOrder.targetQuantity, deadlineDay: deadlineDay ?? workOrder.deadlineDay,
    ...(itemId !== undefined && { itemId, plannedItemId: itemId === planned ? null : planned }),
  }
}

/** PL-17: what would be missing of its materials where more of the same is to be made. */
export function shortagesAfter(db: Reader, workOrder: WorkOrderRow, { targetQuantity, itemId }: WorkOrderChange): Shortage[] {
  if (targetQuantity === undefined || itemId !== undefined || compareDecimals(targetQuantity, workOrder.targetQuantity) <= 0) return []
  const known = db.all(sql.selectFrom('materialAllocation').select(['itemId', 'required']).where('workOrderId', '=', workOrder.id))
  const more = ratio(BigInt(targetQuantity), BigInt(workOrder.targetQuantity))
  return shortagesOf(
    db,
    workOrder,
    new Map(known.map(({ itemId: material, required }) => [material, toDecimal(multiplyRationals(rational(required), more), 'ceiling')])),
  )
}

/**
 * PL-20: whether the System agrees to it: little more or less, also than the order calls for, by nobody in a hurry, of what is approved, and
 * nothing short or on a debt.
 */
export function isAgreedBySystem(context: CommandContext, workOrder: WorkOrderRow, change: WorkOrderChange): boolean {
  const { targetQuantity, deadlineDay, itemId } = change
  if (targetQuantity === undefined || deadlineDay !== undefined || itemId !== undefined || workOrder.isUrgent || workOrder.approvedAt === null) return false
  const percent = context.settings.get(planningSettings.autoQuantityChange)
  const [before, after] = [piecesOf(workOrder.targetQuantity), piecesOf(targetQuantity)]
  if (!isSmallChange(before, after, percent)) return false
  if (goesFarOff(context, workOrder, { before, after, percent })) return false
  return after <= before || (!isOnDebt(context.db, workOrder) && shortagesAfter(context.db, workOrder, change).length === 0)
}

interface Step { readonly before: number; readonly after: number; readonly percent: Decimal }

/** However small its steps were: further from what the order calls for, and more than a little off it. */
function goesFarOff(context: CommandContext, { manufacturingOrderId, productionStageId, deliveryBatchId }: WorkOrderRow, { before, after, percent }: Step): boolean {
  const { goals } = reckon(context, context.db.get('manufacturingOrder', manufacturingOrderId))
  const goal = goals.find(({ stage, batchId }) => stage.id === productionStageId && batchId === deliveryBatchId)
  if (goal === undefined) return false
  const isAway = after < before ? after < goal.pieces : after > goal.pieces
  return isAway && !isSmallChange(goal.pieces, after, percent)
}

function isOnDebt(db: Reader, workOrder: WorkOrderRow): boolean {
  return allocationsOf(db, workOrder).some(({ state }) => state === 'DEBT')
}

/** PL-18: somebody must be able to understand it later. Throws `invalid-input`. */
export function requireLongReason(reason: string, least: number): void {
  if (reason.length < least) throw invalid('reason', 'planning.issues.reason-short', { least })
}

