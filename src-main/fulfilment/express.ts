import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { Proof } from '../../shared/fulfilment/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { textOf } from '../engines/reports-text.ts'
import { freeContainers } from './containers.ts'
import { invoiceOf } from './invoice-rows.ts'
import { supersede } from './picking.ts'
import { resolveReturn } from './returning.ts'
import { eachInvoice } from './several.ts'
import { advance, deliveryOf, linesOf, packingOf, pickingOf, wrongState, type InvoiceRow } from './steps.ts'
import { issueGoods } from './stock.ts'
import { resumed } from './waiting.ts'

/** Why, and on whose word, stages are gone past. */
interface Past {
  readonly proof: Extract<Proof, 'EXPRESS_BILLING' | 'ADMIN_OVERRIDE'>
  readonly notes: string
}
export type Target = 'PICKED' | 'PACKED' | 'DELIVERED'

/** IF-15. */
export function expressBill(context: CommandContext, invoiceIds: readonly string[]): EachInvoice[] {
  const past: Past = { proof: 'EXPRESS_BILLING', notes: textOf(context.session.language, 'fulfilment.notes.express') }
  return eachInvoice(context, invoiceIds, invoice => {
    if (invoice.status !== 'INVOICED') throw wrongState(invoice)
    pick(context, invoice, past)
    pack(context, context.db.get('invoice', invoice.id), past)
    context.db.update('invoice', context.db.get('invoice', invoice.id), { isExpress: true })
  })
}

/** IF-16. */
export function forceComplete(context: CommandContext, invoiceId: string, reason: string): Invoice {
  force(context, context.db.get('invoice', invoiceId), 'DELIVERED', reason)
  return invoiceOf(context.db, invoiceId)
}

const ahead: Readonly<Record<Target, number>> = { PICKED: 1, PACKED: 2, DELIVERED: 3 }

/** Past every stage between where it stands and the target. Throws `wrong-state` for what is there, or in review. */
export function force(context: CommandContext, invoice: InvoiceRow, to: Target, reason: string): void {
  const past: Past = { proof: 'ADMIN_OVERRIDE', notes: textOf(context.session.language, 'fulfilment.notes.override', { reason }) }
  const now = () => context.db.get('invoice', invoice.id)
  const before = invoice.status
  if (['INVOICED', 'PICKING'].includes(now().status)) pick(context, now(), past)
  if (ahead[to] >= ahead.PACKED && ['PICKED', 'PACKING', 'BOXING'].includes(now().status)) pack(context, now(), past)
  if (to === 'DELIVERED' && ['PACKED', 'DISPATCHED'].includes(now().status)) deliver(context, now(), past)
  if (now().status === before) throw wrongState(invoice)
}

/** What was noted before stays. */
function added(known: { readonly notes: string } | undefined, { notes }: Past): string {
  return [known?.notes ?? '', notes].filter(text => text !== '').join('\n')
}

function pick(context: CommandContext, invoice: InvoiceRow, past: Past): void {
  const { db, session, clock } = context
  const before = pickingOf(db, invoice.id)
  // What billing sent back was picked once; it is not picked again by whoever did.
  if (before?.status === 'REVIEW') supersede(context, before, session.userId)
  const known = before?.status === 'REVIEW' ? undefined : before
  const ended = { ...past, status: 'PICKED', isCompleted: true, endedAt: clock.now(), notes: added(known, past) } as const
  issueGoods(context, invoice, linesOf(db, invoice.id))
  advance(context, invoice, past.proof === 'EXPRESS_BILLING' ? 'expressPick' : 'forcePick', { pickerId: known?.pickerId ?? session.userId })
  if (known) db.update('pickingSession', known, { ...ended, ...resumed(known, clock.now()) })
  else db.insert('pickingSession', { invoiceId: invoice.id, pickerId: session.userId, startedAt: clock.now(), ...ended })
  resolveReturn(context, invoice.id, past.notes)
}

function pack(context: CommandContext, invoice: InvoiceRow, past: Past): void {
  const { db, session, clock } = context
  const known = packingOf(db, invoice.id)
  const released = { isHeldForConsolidation: false, heldBy: null } as const
  const ended = { ...past, ...released, status: 'PACKED', isCompleted: true, endedAt: clock.now(), notes: added(known, past) } as const
  advance(context, invoice, past.proof === 'EXPRESS_BILLING' ? 'expressPack' : 'forcePack', { packerId: known?.packerId ?? session.userId })
  if (known) db.update('packingSession', known, { ...ended, ...resumed(known, clock.now()), packerId: known.packerId ?? session.userId })
  else db.insert('packingSession', { invoiceId: invoice.id, packerId: session.userId, startedAt: clock.now(), ...ended })
  if (known) freeContainers(db, known.id)
}

/** Handed over by whoever says so, where nobody else had it on the way. */
function deliver(context: CommandContext, invoice: InvoiceRow, past: Past): void {
  const { db, session, clock } = context
  const known = deliveryOf(db, invoice.id)
  advance(context, invoice, 'forceDeliver', { deliveryStatus: 'DELIVERED' })
  const ended = { ...past, status: 'DELIVERED', endedAt: clock.now(), deliveredBy: session.userId, notes: added(known, past) } as const
  if (known) db.update('deliverySession', known, ended)
  else
    db.insert('deliverySession', {
      invoiceId: invoice.id,
      kind: 'INTERNAL',
      dispatchedBy: session.userId,
      startedAt: clock.now(),
      dispatchedAt: clock.now(),
      ...ended,
    })
}
