import { decimalText, isPositive } from '../../shared/core/decimal.ts'
import type { ChangeLine } from '../../shared/approvals/contract.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { WorkOrderChange } from '../../shared/planning/work-order-changes.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import { invalid } from '../warehouse/refusals.ts'
import { changeableWorkOrder, isAgreedBySystem, requireLongReason, requireSoundChange, shortagesAfter } from './work-order-changes.ts'
import { changeWorkOrder } from './work-order-revision.ts'
import type { WorkOrderRow } from './work-order-rows.ts'
import { standingOf, workOrderFor } from './work-orders.ts'

/** What is made of it meanwhile is no other work order: only what would change must stand as it did. */
const aboutWorkOrder: Omit<ApprovalKind<WorkOrderChange>, 'name'> = {
  change: WorkOrderChange,
  passesAsker: true,
  current(db, id) {
    const { status, targetQuantity, deadlineDay, itemId } = db.get('workOrder', id)
    return { isOpen: openWorkOrders.some(open => open === status), target: decimalText(targetQuantity), deadlineDay, itemId }
  },
  describe(db, id, change) {
    const { number, manufacturingOrderId, sectionId, goodQuantity } = db.get('workOrder', id)
    const known = { kind: 'decimal', isNew: true, before: null } as const
    const lines = [
      ...linesOf(db, id, change),
      { ...known, labelKey: 'production.fields.soFar', unit: 'pcs', after: decimalText(goodQuantity) },
      ...shortOfMore(db, id, change).map(({ name, unit, missing }) => ({
        ...known,
        labelKey: 'planning.work.short',
        unit: `${unit} ${name}`,
        after: decimalText(missing),
      })),
    ]
    return {
      subject: {
        workOrder: number,
        article: db.get('item', db.get('manufacturingOrder', manufacturingOrderId).articleId).name,
        section: db.get('section', sectionId).name,
      },
      lines,
    }
  },
  apply: (context, id, change) => void changeWorkOrder(context, context.db.get('workOrder', id), change, context.session.userId),
}

function linesOf(db: Reader, id: string, { targetQuantity, deadlineDay, itemId }: WorkOrderChange): ChangeLine[] {
  const workOrder = db.get('workOrder', id)
  const nameOf = (item: string | null) => (item === null ? null : db.get('item', item).name)
  const lines: (ChangeLine | false)[] = [
    targetQuantity !== undefined && {
      labelKey: 'planning.fields.targetQuantity',
      kind: 'decimal',
      unit: 'pcs',
      before: decimalText(workOrder.targetQuantity),
      after: decimalText(targetQuantity),
    },
    deadlineDay !== undefined && { labelKey: 'planning.fields.deadlineDay', kind: 'day', before: workOrder.deadlineDay, after: deadlineDay },
    itemId !== undefined && { labelKey: 'planning.work.part', kind: 'text', before: nameOf(workOrder.itemId), after: nameOf(itemId) },
  ]
  return lines.filter(line => line !== false)
}

/** PL-17: what is missing of the materials where more is to be made. */
function shortOfMore(db: Reader, id: string, change: WorkOrderChange) {
  return shortagesAfter(db, db.get('workOrder', id), change).map(({ itemId, missing }) => {
    const { name, unitId } = db.get('item', itemId)
    return { name, unit: db.get('unit', unitId).code, missing }
  })
}

/** SPK_EDIT_QUANTITY: another target, or another article, whatever else. */
export const quantityChange: ApprovalKind<WorkOrderChange> = { ...aboutWorkOrder, name: 'WORK_ORDER_QUANTITY' }
/** SPK_EDIT_DEADLINE. */
export const deadlineChange: ApprovalKind<WorkOrderChange> = { ...aboutWorkOrder, name: 'WORK_ORDER_DEADLINE' }

/** The work order as it goes on, or the request that its change waits for. */
export interface ChangeOutcome { readonly workOrder: WorkOrderRow; readonly request: { readonly id: string; readonly number: string } | null }

/** PL-17, PL-20: does what the System agrees to, and asks for the rest. */
export function requestWorkOrderChange(context: CommandContext, at: SeenAt, change: WorkOrderChange, reason: string): ChangeOutcome {
  const workOrder = changeableWorkOrder(context.db, at)
  requireSoundChange(context, workOrder, change)
  requireLongReason(reason, context.settings.get(planningSettings.revisionReason))
  if (isAgreedBySystem(context, workOrder, change)) return { workOrder: changeWorkOrder(context, workOrder, change, null), request: null }
  const isDeadlineAlone = change.targetQuantity === undefined && change.itemId === undefined
  const { id, number } = requestApproval(context, isDeadlineAlone ? deadlineChange : quantityChange, {
    entityId: at.id,
    sectionId: workOrder.sectionId,
    change,
    reason,
  })
  return { workOrder, request: { id, number } }
}

/** PL-11: with a target of what has come, nobody waits for the rest. Throws `invalid-input` where nothing has. */
export function adjustWorkOrder(context: CommandContext, at: SeenAt, reason: string): ChangeOutcome {
  const { workOrder } = workOrderFor(context.db, at, 'start')
  const { upstream } = standingOf(context.db, workOrder)
  if (!isPositive(upstream)) throw invalid('targetQuantity', 'planning.issues.nothing-come')
  return requestWorkOrderChange(context, at, { targetQuantity: upstream }, reason)
}
