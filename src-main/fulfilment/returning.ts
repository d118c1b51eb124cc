import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Invoice, invoices } from '../../shared/fulfilment/invoices.ts'
import type { picking } from '../../shared/fulfilment/picking.ts'
import { cancelEvents, returnSectionOf } from '../../shared/fulfilment/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { freeContainers } from './containers.ts'
import { invoiceOf } from './invoice-rows.ts'
import { advance, deliveryOf, packingOf, pickingOf, wrongState, type InvoiceRow } from './steps.ts'
import { resumed } from './waiting.ts'
import { isInCharge, settlerOf, type Worker } from './worker.ts'

/** IF-13. */
export function returnInvoice(context: CommandContext, { invoiceId, badge, reason }: ParsedInputOf<typeof invoices.returnInvoice>): Invoice {
  const { userId: returnedBy } = settlerOf(context, badge)
  sendToReview(context, context.db.get('invoice', invoiceId), { reason, event: 'return', returnedBy })
  return invoiceOf(context.db, invoiceId)
}

interface Stop {
  readonly reason: string
  readonly event: 'return' | 'credit'
  readonly returnedBy: string
}

/**
 * Its open sessions wait with it for billing; a delivery is over, and begins anew once the bill is right. Throws `wrong-state` where nobody has it
 * in hand; a credit note stops what only waits, too.
 */
export function sendToReview(context: CommandContext, invoice: InvoiceRow, { reason, event, returnedBy }: Stop): void {
  const { db, clock, notify } = context
  const section = returnSectionOf(invoice.status) ?? 'PICKING'
  advance(context, invoice, event, { billingStatus: 'REVIEW', ...(section === 'DELIVERY' && { deliveryStatus: null, assigneeId: null }) })
  const [picked, packed, sent] = [pickingOf(db, invoice.id), packingOf(db, invoice.id), deliveryOf(db, invoice.id)]
  if (picked && section === 'PICKING') db.update('pickingSession', picked, { status: 'REVIEW', endedAt: picked.endedAt ?? clock.now(), ...resumed(picked, clock.now()) })
  if (packed) db.update('packingSession', packed, { status: 'REVIEW', isHeldForConsolidation: false, heldBy: null, ...resumed(packed, clock.now()) })
  if (sent) db.update('deliverySession', sent, { status: 'CANCELLED', endedAt: clock.now(), cancelReason: reason, cancelledBy: returnedBy })
  db.insert('invoiceReturn', { invoiceId: invoice.id, reason, section, returnedBy })
  notify({
    kind: 'INVOICE_RETURNED',
    audience: { role: 'Billing' },
    params: { number: invoice.number, customer: db.get('customer', invoice.customerId).name, reason },
    entity: 'invoice',
    entityId: invoice.id,
  })
}

/** What billing had to see to is over. */
export function resolveReturn({ db, session, clock }: CommandContext, invoiceId: string, resolution: string): void {
  const open = db.first(sql.selectFrom('invoiceReturn').selectAll().where('invoiceId', '=', invoiceId).where('resolvedAt', 'is', null))
  if (open) db.update('invoiceReturn', open, { resolvedAt: clock.now(), resolvedBy: session.userId, resolution })
}

/** IF-12: back to the queue before. What was delivered stays so. */
export function cancelSession(context: CommandContext, { invoiceId, badge, stage, reason }: ParsedInputOf<typeof picking.cancelSession>): Invoice {
  const { db } = context
  cancels[stage](context, db.get('invoice', invoiceId), { reason, worker: settlerOf(context, badge) })
  return invoiceOf(db, invoiceId)
}

interface Cancel {
  readonly reason: string
  readonly worker: Worker
}

const cancels = {
  PICKING(context: CommandContext, invoice: InvoiceRow, { reason, worker }: Cancel): void {
    const { db, clock } = context
    const known = pickingOf(db, invoice.id)
    if (known?.status === 'PREPARING' && known.pickerId !== worker.userId && !isInCharge(worker))
      throw new AppError('not-picker', { number: invoice.number, who: db.get('user', known.pickerId).fullName })
    advance(context, invoice, cancelEvents.PICKING, { pickerId: null, billingStatus: 'BILLED' })
    if (known) db.update('pickingSession', known, { status: 'CANCELLED', endedAt: known.endedAt ?? clock.now(), ...resumed(known, clock.now()), ...cancelled(reason, worker) })
  },
  PACKING(context: CommandContext, invoice: InvoiceRow, { reason, worker }: Cancel): void {
    const { db, clock } = context
    const [known, picked] = [packingOf(db, invoice.id), pickingOf(db, invoice.id)]
    if (!known) throw wrongState(invoice)
    advance(context, invoice, cancelEvents.PACKING, { packerId: null })
    db.update('packingSession', known, { status: 'CANCELLED', endedAt: clock.now(), isHeldForConsolidation: false, heldBy: null, ...resumed(known, clock.now()), ...cancelled(reason, worker) })
    freeContainers(db, known.id)
    if (picked?.status === 'VERIFIED') db.update('pickingSession', picked, { status: 'PICKED' })
  },
  DELIVERY(context: CommandContext, invoice: InvoiceRow, { reason, worker }: Cancel): void {
    const { db, clock } = context
    const known = deliveryOf(db, invoice.id)
    if (!known || known.status === 'DELIVERED') throw wrongState(invoice)
    advance(context, invoice, cancelEvents.DELIVERY, { assigneeId: null, deliveryStatus: null })
    db.update('deliverySession', known, { status: 'CANCELLED', endedAt: clock.now(), ...cancelled(reason, worker) })
  },
}

function cancelled(cancelReason: string, { userId: cancelledBy }: Worker): { readonly cancelReason: string; readonly cancelledBy: string } {
  return { cancelReason, cancelledBy }
}
