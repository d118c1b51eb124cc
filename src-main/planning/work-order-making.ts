import { AppError } from '../../shared/core/errors.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { isUnlocked, statusAfter, type WorkOrderStatus } from '../../shared/planning/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requestApproval } from '../engines/approvals.ts'
import { allocate } from './allocations.ts'
import type { ManufacturingRow } from './buyer-orders.ts'
import { reckon } from './manufacturing-detail.ts'
import { wrongState } from './manufacturing-orders.ts'
import type { OrderPart } from './order-parts.ts'
import { partsByStage, type RouteStage } from './stages.ts'
import { judgeWorkOrder, partsInForce } from './system-approval.ts'
import { ofPieces, type StageGoal } from './targets.ts'
import { workOrderApproval } from './work-order-approval.ts'
import { openWorkDays } from './work-days.ts'
import { needsOf } from './work-order-needs.ts'
import { partOfOrder, type WorkOrderRow } from './work-order-rows.ts'

/** What one work order is for: a stage’s goal, and the part it puts out, where a BOM says one. */
interface Task { readonly goal: StageGoal; readonly part: OrderPart | undefined }

/** `waiting`: the names of the stages that have no work orders before the labels are bought (PL-3). */
interface Generated { readonly made: number; readonly waiting: string[] }

/**
 * PL-8: the work orders of whatever is unlocked, for the caller's sections; those that are there stay as they are, so that it can be done
 * again at any time. Answers how many were made, and what still waits for its labels (PL-3). Throws `conflict`, `wrong-state` of a draft or a
 * closed order, `label-order-missing` where all of the caller's stages wait.
 */
export function generateWorkOrders(context: CommandContext, { id, version }: SeenAt): Generated {
  const { db, scope } = context
  const order = db.get('manufacturingOrder', id)
  if (order.version !== version) throw new AppError('conflict', { entity: 'manufacturingOrder', id })
  if (order.kind === 'BUYER' || statusAfter(order.status, 'generate') === undefined) throw wrongState(order)
  const { parts, stages, goals } = reckon(context, order)
  const mine = scope.mine()
  const byStage = partsByStage(stages, parts)
  const own = goals.filter(({ stage }) => mine === 'all' || mine.includes(stage.sectionId))
  const unlocked = own.filter(({ stage }) => isUnlocked(order.status, stage))
  const waiting = [...new Set(own.filter(goal => !unlocked.includes(goal)).map(({ stage }) => stage.name))]
  if (unlocked.length === 0 && waiting.length > 0)
    throw new AppError('label-order-missing', { entity: 'manufacturingOrder', id, number: order.number, stages: waiting.join(', ') })
  const tasks = unlocked.flatMap(goal => tasksOf(goal, byStage))
  const days = plannedDays(db, stages, order.productionDay as BusinessDay)
  const all = db.all(sql.selectFrom('workOrder').selectAll().where('manufacturingOrderId', '=', order.id))
  const missing = tasks.filter(task => !all.some(workOrder => isFor(workOrder, task)))
  const inForce = missing.length === 0 ? [] : partsInForce(context, order.articleId)
  for (const task of missing) {
    const workOrder = make(context, order, task, days.get(task.goal.stage.id)!, nextNumber(order, task.goal.stage, all))
    approveOrAsk(context, workOrder, task.part, inForce)
    all.push(workOrder)
  }
  linkSources(context, order, parts, all.filter(({ status }) => !ended.some(one => one === status)))
  return { made: missing.length, waiting }
}

function tasksOf(goal: StageGoal, byStage: ReadonlyMap<string, readonly OrderPart[]>): Task[] {
  const parts = byStage.get(goal.stage.id) ?? []
  return parts.length === 0 ? [{ goal, part: undefined }] : parts.map(part => ({ goal, part }))
}

function isFor(workOrder: WorkOrderRow, { goal: { stage, batchId }, part }: Task): boolean {
  const { productionStageId, deliveryBatchId } = workOrder
  return productionStageId === stage.id && deliveryBatchId === batchId && partOfOrder(workOrder) === (part?.itemId ?? null)
}

interface Span { readonly startDay: BusinessDay; readonly deadlineDay: BusinessDay }

/** PL-12: one position after the other, each with the days of its longest stage. */
function plannedDays(db: Reader, stages: readonly RouteStage[], productionDay: BusinessDay): ReadonlyMap<string, Span> {
  const workDays = openWorkDays(db)
  const spans = new Map<string, Span>()
  let startDay = workDays.from(productionDay)
  for (const [, beside] of Map.groupBy(stages, ({ position }) => position)) {
    for (const { id, days } of beside) spans.set(id, { startDay, deadlineDay: workDays.last(startDay, days) })
    startDay = workDays.last(startDay, Math.max(...beside.map(({ days }) => days)) + 1)
  }
  return spans
}

function make(
  context: CommandContext, order: ManufacturingRow, { goal: { stage, batchId, pieces }, part }: Task, days: Span, number: string,
): WorkOrderRow {
  const { db, session } = context
  const workOrder = db.insert('workOrder', {
    number,
    manufacturingOrderId: order.id,
    deliveryBatchId: batchId,
    productionStageId: stage.id,
    sectionId: stage.sectionId,
    position: stage.position,
    itemId: part?.itemId ?? null,
    targetQuantity: ofPieces(pieces),
    ...days,
    status: 'PENDING',
    isUrgent: order.isUrgent,
    createdBy: session.userId,
  })
  allocate(context, workOrder, needsOf(db, part, pieces))
  return workOrder
}

/** `‹order›-‹stage›-NN`. */
function nextNumber({ number }: ManufacturingRow, { id, code }: RouteStage, all: readonly WorkOrderRow[]): string {
  const before = all.filter(({ productionStageId, revision }) => productionStageId === id && revision === 0).length
  return `${number}-${code}-${String(before + 1).padStart(2, '0')}`
}

/** PL-20: by the System, unless it is somebody's matter; then it waits for consent. */
function approveOrAsk(context: CommandContext, workOrder: WorkOrderRow, part: OrderPart | undefined, inForce: readonly OrderPart[]): void {
  const { db, clock } = context
  const change = judgeWorkOrder(context, workOrder, part, inForce)
  if (change.reasons.length === 0) db.update('workOrder', workOrder, { approvedAt: clock.now() })
  else requestApproval(context, workOrderApproval, { entityId: workOrder.id, sectionId: workOrder.sectionId, change, reason: '' })
}

/** What each goes on from: who makes its components, or, where no BOM says that, the position before it. */
function linkSources({ db }: CommandContext, { id }: ManufacturingRow, parts: readonly OrderPart[], all: readonly WorkOrderRow[]): void {
  const known = new Set(
    db
      .all(
        sql
          .selectFrom('workOrderSource')
          .innerJoin('workOrder', 'workOrder.id', 'workOrderSource.workOrderId')
          .where('workOrder.manufacturingOrderId', '=', id)
          .select(['workOrderId', 'sourceId']),
      )
      .map(({ workOrderId, sourceId }) => `${workOrderId} ${sourceId}`),
  )
  for (const workOrder of all) {
    for (const source of sourcesOf(workOrder, all, parts)) {
      if (!known.has(`${workOrder.id} ${source.id}`)) db.insert('workOrderSource', { workOrderId: workOrder.id, sourceId: source.id })
    }
  }
}
const ended = ['VOIDED', 'CANCELLED'] as const satisfies readonly WorkOrderStatus[]

function sourcesOf(workOrder: WorkOrderRow, all: readonly WorkOrderRow[], parts: readonly OrderPart[]): readonly WorkOrderRow[] {
  const candidates = all.filter(({ id, deliveryBatchId }) => id !== workOrder.id && (deliveryBatchId === null || deliveryBatchId === workOrder.deliveryBatchId))
  const part = parts.find(({ itemId }) => itemId === partOfOrder(workOrder))
  if (part) return candidates.filter(source => part.materials.some(({ isMade, itemId }) => isMade && itemId === partOfOrder(source)))
  const before = Math.max(...candidates.map(({ position }) => position).filter(position => position < workOrder.position), 0)
  return candidates.filter(({ position }) => position === before)
}
