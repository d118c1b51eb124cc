import { AppError } from '../../shared/core/errors.ts'
import { isLarge, isWhole, statusByReceipts } from '../../shared/purchasing/rules.ts'
import { purchasingSettings } from '../../shared/purchasing/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import { decidesAlone, requestApproval } from '../engines/approvals.ts'
import { orderWithdrawn } from '../planning/withdrawals.ts'
import { invalid } from '../warehouse/refusals.ts'
import { approve, removeOrder, requireComplete, requireUnused } from './order-changes.ts'
import { largeOrderApproval, orderApproval, orderDeletion } from './order-approvals.ts'
import { orderFor, rawLines, requireNothingWaiting, type Order } from './orders.ts'

/** By whoever may: large ones by whoever may approve large ones. Throws `forbidden`, `invalid-input` where it has no lines or prices. */
export function approveOrder(context: CommandContext, at: SeenAt): Order {
  const { db, session } = context
  const { order } = orderFor(db, at, 'approve')
  requireNothingWaiting(db, order)
  const needed = 'process.approveLargePurchaseOrder'
  if (isLargeOrder(context, order) && !session.permissions.has(needed)) throw new AppError('forbidden', { needed })
  return approve(context, at)
}

export function requestOrderApproval(context: CommandContext, at: SeenAt, reason: string): { readonly id: string; readonly number: string } {
  const { order } = orderFor(context.db, at, 'approve')
  requireNothingWaiting(context.db, order)
  requireComplete(context.db, order)
  const kind = isLargeOrder(context, order) ? largeOrderApproval : orderApproval
  return requestApproval(context, kind, { entityId: order.id, sectionId: null, change: {}, reason })
}

/** What its approval set going is taken back with it (PL-2, PL-4). Throws what `orderWithdrawn` throws. */
export function withdrawApproval(context: CommandContext, at: SeenAt): Order {
  const { db } = context
  const { order, status } = orderFor(db, at, 'withdrawApproval')
  requireNothingWaiting(db, order)
  orderWithdrawn(context, order, '')
  return db.update('purchaseOrder', order, { status, approvedBy: null, approvedAt: null })
}

export function sendOrder({ db, session, clock }: CommandContext, at: SeenAt): Order {
  const { order, status } = orderFor(db, at, 'send')
  return db.update('purchaseOrder', order, { status, sentBy: session.userId, sentAt: clock.now() })
}

export function withdrawSending({ db }: CommandContext, at: SeenAt): Order {
  const { order, status } = orderFor(db, at, 'withdrawSending')
  return db.update('purchaseOrder', order, { status, sentBy: null, sentAt: null })
}

/** Nothing more is to come. Throws `invalid-input` where something is missing and nobody says why. */
export function closeOrder({ db, session, clock }: CommandContext, at: SeenAt, reason: string): Order {
  const { order, status } = orderFor(db, at, 'close')
  requireNothingWaiting(db, order)
  if (reason === '' && !rawLines(db, order.id).every(isWhole)) throw invalid('reason', 'purchasing.issues.reason-for-rest')
  return db.update('purchaseOrder', order, { status, closedBy: session.userId, closedAt: clock.now(), closeReason: reason })
}

export function reopenOrder({ db }: CommandContext, at: SeenAt): Order {
  const { order } = orderFor(db, at, 'reopen')
  if (order.status === 'CANCELLED') {
    return db.update(
      'purchaseOrder', order,
      { status: 'DRAFT', cancelledBy: null, cancelledAt: null, cancelReason: null, approvedBy: null, approvedAt: null, sentBy: null, sentAt: null },
    )
  }
  return db.update('purchaseOrder', order, { status: statusByReceipts(rawLines(db, order.id)), closedBy: null, closedAt: null, closeReason: null })
}

/** PL-6, with what its approval set going. Throws `wrong-state` once anything of it has been received, and what `orderWithdrawn` throws. */
export function cancelOrder(context: CommandContext, at: SeenAt, reason: string): Order {
  const { db, session, clock } = context
  const { order, status } = orderFor(db, at, 'cancel')
  requireNothingWaiting(db, order)
  orderWithdrawn(context, order, reason)
  return db.update('purchaseOrder', order, { status, cancelledBy: session.userId, cancelledAt: clock.now(), cancelReason: reason })
}

/** PL-6: at once by whoever decides such requests, else as a request. Throws `in-use` for what others name, `wrong-state` once goods came. */
export function deleteOrder(context: CommandContext, at: SeenAt, reason: string): { readonly request: string | null } {
  const { db } = context
  const { order } = orderFor(db, at, 'delete')
  requireNothingWaiting(db, order)
  requireUnused(db, order)
  if (!decidesAlone(context, 'PURCHASE_DELETION', null)) {
    return { request: requestApproval(context, orderDeletion, { entityId: order.id, sectionId: null, change: {}, reason }).number }
  }
  removeOrder(context, at)
  return { request: null }
}

function isLargeOrder({ settings }: Pick<CommandContext, 'settings'>, { total }: Order): boolean {
  return isLarge(total, settings.get(purchasingSettings.largeOrder))
}
