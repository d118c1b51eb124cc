import { z } from 'zod'
import { decimalText } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ChangeLine } from '../../shared/approvals/contract.ts'
import { Destination, Week } from '../../shared/planning/sales-orders.ts'
import { openManufacturing, traceCodeOf, type ManufacturingStatus } from '../../shared/planning/rules.ts'
import { StockQuantity } from '../../shared/warehouse/quantity.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import { sql } from '../database/sql.ts'
import { requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import { invalid } from '../warehouse/refusals.ts'
import type { ManufacturingRow } from './buyer-orders.ts'
import { requireWeek, wrongState } from './manufacturing-orders.ts'
import { changeQuantity, requireQuantity } from './retargeting.ts'

const Change = z.object({ quantity: StockQuantity.optional(), week: Week.optional(), destination: Destination.optional() })
export type ManufacturingChange = z.infer<typeof Change>

/** PL-4: what is read-only once an order is unlocked changes by consent of the manager and the director. */
export const manufacturingChange: ApprovalKind<ManufacturingChange> = {
  name: 'MANUFACTURING_CHANGE',
  change: Change,
  current(db, id) {
    const { status, quantity, week, destination } = db.get('manufacturingOrder', id)
    return { isOpen: isOpen(status), quantity: decimalText(quantity), week, destination }
  },
  describe(db, id, { quantity, week, destination }) {
    const order = db.get('manufacturingOrder', id)
    const { name, unitId } = db.get('item', order.articleId)
    const unit = db.get('unit', unitId).code
    const lines: (ChangeLine | false)[] = [
      quantity !== undefined && {
        labelKey: 'planning.fields.quantity',
        kind: 'decimal',
        unit,
        before: decimalText(order.quantity),
        after: decimalText(quantity),
      },
      week !== undefined && { labelKey: 'planning.fields.week', kind: 'text', before: order.week, after: week },
      destination !== undefined && {
        labelKey: 'planning.fields.destination',
        kind: 'word',
        wordsKey: 'planning.destinations',
        before: order.destination,
        after: destination,
      },
    ]
    return { subject: { order: order.number, article: name }, lines: lines.filter(line => line !== false) }
  },
  apply(context, id, { quantity, week, destination }) {
    const { db } = context
    const before = db.get('manufacturingOrder', id)
    const order = quantity === undefined || quantity === before.quantity ? before : changeQuantity(context, before, quantity)
    const after = { week: week ?? order.week, destination: destination ?? order.destination }
    db.update('manufacturingOrder', order, { ...after, traceCode: traceCodeOf(order.number, after.week, after.destination) })
    const [only, ...others] = db.all(sql.selectFrom('deliveryBatch').selectAll().where('manufacturingOrderId', '=', id))
    if (only && others.length === 0) db.update('deliveryBatch', only, after)
  },
}

/** Throws `conflict`, `wrong-state` of a draft or a closed order, `invalid-input` where nothing would change, and what `requestApproval` throws. */
export function requestManufacturingChange(
  context: CommandContext,
  { id, version }: SeenAt,
  change: ManufacturingChange,
  reason: string,
): { readonly id: string; readonly number: string } {
  const order = context.db.get('manufacturingOrder', id)
  if (order.version !== version) throw new AppError('conflict', { entity: 'manufacturingOrder', id })
  if (!isOpen(order.status) || order.status === 'DRAFT' || order.kind === 'BUYER') throw wrongState(order)
  if (!differs(order, change)) throw invalid('quantity', 'planning.issues.nothing-changed')
  if (change.quantity !== undefined) requireQuantity(context, order, change.quantity)
  requireWeek(context, change.week)
  return requestApproval(context, manufacturingChange, { entityId: id, sectionId: null, change, reason })
}

function differs(order: ManufacturingRow, { quantity, week, destination }: ManufacturingChange): boolean {
  return (
    (quantity !== undefined && quantity !== order.quantity) ||
    (week !== undefined && week !== order.week) ||
    (destination !== undefined && destination !== order.destination)
  )
}

function isOpen(status: ManufacturingStatus): boolean {
  return (openManufacturing as readonly ManufacturingStatus[]).includes(status)
}
