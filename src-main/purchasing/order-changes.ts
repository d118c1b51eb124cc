import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { orderApproved } from '../planning/triggers.ts'
import { invalid } from '../warehouse/refusals.ts'
import { orderFor, rawLines, type Order } from './orders.ts'

/**
 * Approves an order, by somebody of whom it is settled that they may. What it is bought for may be made from now on (PL-2, PL-4). Throws what `requireComplete`
 * and that throw.
 */
export function approve(context: CommandContext, at: SeenAt): Order {
  const { db, session, clock } = context
  const { order, status } = orderFor(db, at, 'approve')
  requireComplete(db, order)
  orderApproved(context, order)
  return db.update('purchaseOrder', order, { status, approvedBy: session.userId, approvedAt: clock.now() })
}

/** The order with its lines; what became of it stands in the audit. */
export function removeOrder(context: CommandContext, at: SeenAt): void {
  const { db } = context
  const { order } = orderFor(db, at, 'delete')
  requireUnused(db, order)
  for (const line of rawLines(db, order.id)) db.remove('purchaseLine', line)
  db.remove('purchaseOrder', order)
}

/** Throws `in-use` with the label order, the delivery, the material debt or the manufacturing order that names it. */
export function requireUnused(db: Reader, { id }: Order): void {
  const label = db.first(sql.selectFrom('purchaseOrder').select('number').where('sourceOrderId', '=', id))
  if (label) throw new AppError('in-use', { entity: 'purchaseOrder', id, by: 'purchaseOrder', examples: label.number })
  const receipt = db.first(sql.selectFrom('purchaseReceipt').select('number').where('orderId', '=', id))
  if (receipt) throw new AppError('in-use', { entity: 'purchaseOrder', id, by: 'purchaseReceipt', examples: receipt.number })
  const debt = db.first(sql.selectFrom('materialDebt').select('number').where('purchaseOrderId', '=', id))
  if (debt) throw new AppError('in-use', { entity: 'purchaseOrder', id, by: 'materialDebt', examples: debt.number })
  const delivered = sql.selectFrom('deliveryBatch').select('manufacturingOrderId').where('labelOrderId', '=', id)
  const made = db.first(sql.selectFrom('manufacturingOrder').select('number')
    .where(({ eb, or }) => or([eb('fabricOrderId', '=', id), eb('labelOrderId', '=', id), eb('id', 'in', delivered)])))
  if (made) throw new AppError('in-use', { entity: 'purchaseOrder', id, by: 'manufacturingOrder', examples: made.number })
}

/** Whoever approves must know what is bought, and what it costs. Throws `invalid-input`. */
export function requireComplete(db: Reader, { id }: Order): void {
  const lines = rawLines(db, id)
  if (lines.length === 0) throw invalid('lines', 'purchasing.issues.no-lines')
  const without = lines.filter(({ unitPrice }) => unitPrice === null).length
  if (without > 0) throw invalid('lines', 'purchasing.issues.no-price', { count: without })
}
