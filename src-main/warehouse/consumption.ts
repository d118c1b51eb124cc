import type { CommandContext } from '../core/handlers.ts'
import { backflush, type Use } from './backflush.ts'
import { invalid } from './refusals.ts'
import type { Move } from './stock.ts'
import { requireOpenWorkOrder } from './work-order-stock.ts'

/**
 * WH-3: what a section used, entered by hand. What it used for a work order carries that one's number but is no document's own move: output leaves it
 * as it is, takes only what it does not cover, and it can be taken back by itself. Throws `invalid-input` for a work order of another section,
 * `wrong-state` for one that takes no more (PL-21).
 */
export function consume(context: CommandContext, use: Use): Move[] {
  const { workOrderId } = use
  if (workOrderId === undefined) return backflush(context, use)
  const workOrder = context.db.get('workOrder', workOrderId)
  if (workOrder.sectionId !== use.sectionId) throw invalid('workOrderId', 'warehouse.issues.other-section-work-order')
  requireOpenWorkOrder(context.db, workOrder)
  return backflush(context, { ...use, documentNumber: workOrder.number })
}
