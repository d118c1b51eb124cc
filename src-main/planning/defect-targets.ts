import { decimalText, isPositive, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { multiplyRationals, ratio, rational, toPlaces, type Rational } from '../../shared/core/rational.ts'
import { aStepLess, defectShare, isBeyondUsual, raisedTarget, type Passed } from '../../shared/planning/defects.ts'
import { openManufacturing, openWorkOrders } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { WorkOrderChange } from '../../shared/planning/work-order-changes.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requestApproval } from '../engines/approvals.ts'
import type { ManufacturingRow } from './buyer-orders.ts'
import { quantityChange } from './change-approval.ts'
import { reckon } from './manufacturing-detail.ts'
import { ofPieces, piecesOf } from './targets.ts'
import { revisionsBefore } from '../warehouse/work-order-stock.ts'
import { isAgreedBySystem, openChangeOf } from './work-order-changes.ts'
import { changeWorkOrder } from './work-order-revision.ts'
import { partOfOrder, type WorkOrderRow } from './work-order-rows.ts'

/**
 * PL-15: looks at every stage in work; where one rejects far more than usual, the targets after it are raised. Answers how many were raised or
 * asked for.
 */
export function raiseForDefects(context: CommandContext): number {
  const { db, settings } = context
  const worked = sql.selectFrom('workOrder').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId').selectAll('workOrder')
    .where('manufacturingOrder.status', 'in', openManufacturing).where('workOrder.status', 'in', ['RUNNING', 'FINISHED']).where('workOrder.entryCount', '>', 0)
  let raised = 0
  for (const workOrder of db
    .all(worked.orderBy('workOrder.number'))
    .filter(({ rejectQuantity, goodQuantity }) => isPositive(rejectQuantity) && isPositive(goodQuantity))) {
    const passed = passedOf([workOrder])
    if (passed.good + passed.rejects < settings.get(planningSettings.defectSample)) continue
    const order = db.get('manufacturingOrder', workOrder.manufacturingOrderId)
    const [now, usual] = [defectShare(passed), usualShare(context, order, workOrder)]
    if (isBeyondUsual(now, usual, settings.get(planningSettings.defectDrift))) raised += raiseAfter(context, order, workOrder, { now, usual })
  }
  return raised
}

interface Shares { readonly now: Rational; readonly usual: Rational }

/** Of finished work orders of the same article and stage, if there are enough of them; else what the stage is expected to lose. */
function usualShare({ db, settings }: CommandContext, { articleId }: ManufacturingRow, { id, productionStageId, itemId }: WorkOrderRow): Rational {
  const finished = db.all(
    sql
      .selectFrom('workOrder')
      .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
      .selectAll('workOrder')
      .where('manufacturingOrder.articleId', '=', articleId)
      .where('workOrder.productionStageId', '=', productionStageId)
      .where('workOrder.itemId', 'is', itemId)
      .where('workOrder.status', '=', 'FINISHED')
      .where('workOrder.id', '<>', id)
      .where('workOrder.entryCount', '>', 0),
  )
  if (finished.length >= settings.get(planningSettings.defectHistory)) return defectShare(passedOf(finished))
  return ratio(BigInt(db.get('productionStage', productionStageId).defectPercent), 1_000_000n)
}

function passedOf(workOrders: readonly Pick<WorkOrderRow, 'goodQuantity' | 'rejectQuantity'>[]): Passed {
  return {
    good: piecesOf(sumDecimals(workOrders.map(({ goodQuantity }) => goodQuantity))),
    rejects: piecesOf(sumDecimals(workOrders.map(({ rejectQuantity }) => rejectQuantity))),
  }
}

function raiseAfter(context: CommandContext, order: ManufacturingRow, source: WorkOrderRow, { now, usual }: Shares): number {
  const { goals } = reckon(context, order)
  const after = laterOf(context.db, source).flatMap(workOrder => {
    const goal = goals.find(({ stage, batchId }) => stage.id === workOrder.productionStageId && batchId === workOrder.deliveryBatchId)
    const wanted = goal === undefined ? 0 : raisedTarget(goal.pieces, now, usual)
    if (goal === undefined || wanted <= piecesOf(workOrder.targetQuantity) || isRefused(context, workOrder, goal.pieces, { now, usual })) return []
    return [{ workOrder, targetQuantity: ofPieces(wanted) }]
  })
  const raised = after.filter(({ workOrder, targetQuantity }) => raise(context, workOrder, targetQuantity))
  for (const { workOrder, targetQuantity } of raised) tellPlanners(context, source, workOrder, targetQuantity, now)
  return raised.length
}

/** What of the same order is still to be made after it. */
function laterOf(db: Reader, { manufacturingOrderId, position, deliveryBatchId }: WorkOrderRow): WorkOrderRow[] {
  const open = db.all(
    sql
      .selectFrom('workOrder')
      .selectAll()
      .where('manufacturingOrderId', '=', manufacturingOrderId)
      .where('position', '>', position)
      .where('status', 'in', openWorkOrders)
      .orderBy('number'),
  )
  return open.filter(later => partOfOrder(later) !== null && (deliveryBatchId === null || later.deliveryBatchId === deliveryBatchId))
}

/** PL-20: little more is done by the System; more is asked for. */
function raise(context: CommandContext, workOrder: WorkOrderRow, targetQuantity: Decimal): boolean {
  const { db } = context
  const change = { targetQuantity }
  if (openChangeOf(db, workOrder.id)) return false
  if (isAgreedBySystem(context, workOrder, change)) changeWorkOrder(context, workOrder, change, null)
  else requestApproval(context, quantityChange, { entityId: workOrder.id, sectionId: workOrder.sectionId, change, reason: '' })
  return true
}

/**
 * A no holds, for the work order and what revised it, until the share is worse by a further step: until a step less would take what was
 * refused, too.
 */
function isRefused(context: CommandContext, workOrder: WorkOrderRow, goal: number, { now, usual }: Shares): boolean {
  const refused = refusedTarget(context, workOrder)
  if (refused === undefined) return false
  return raisedTarget(goal, aStepLess(now, context.settings.get(planningSettings.defectDrift)), usual) < refused
}

/** The most the System asked for in vain. */
function refusedTarget({ db, session }: CommandContext, workOrder: WorkOrderRow): number | undefined {
  const ids = revisionsBefore(db, workOrder).map(({ id }) => id)
  const requests = db.all(
    sql
      .selectFrom('approvalRequest')
      .select('change')
      .where('kind', '=', quantityChange.name)
      .where('entityId', 'in', ids)
      .where('requestedBy', '=', session.userId)
      .where('status', '=', 'REJECTED'),
  )
  const targets = requests.flatMap(({ change }) => WorkOrderChange.parse(JSON.parse(change)).targetQuantity ?? [])
  return targets.length === 0 ? undefined : Math.max(...targets.map(piecesOf))
}

function tellPlanners({ db, notify }: CommandContext, source: WorkOrderRow, { id, number }: WorkOrderRow, target: Decimal, now: Rational): void {
  const percent = decimalText(toPlaces(multiplyRationals(now, rational(100n)), 1, 'half-up'))
  const params = { number, quantity: decimalText(target), stage: db.get('productionStage', source.productionStageId).name, percent }
  notify({ kind: 'TARGET_RAISED', audience: [{ role: 'PPIC Manager' }, { role: 'PPIC Admin' }], params, entity: 'workOrder', entityId: id })
}
