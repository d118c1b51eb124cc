import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Invoice, invoices } from '../../shared/fulfilment/invoices.ts'
import { canBeHeld, isOver } from '../../shared/fulfilment/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { invoiceOf } from './invoice-rows.ts'
import { wrongState } from './steps.ts'
import { holdWork } from './waiting.ts'

/** What billing settles of an invoice that has not arrived. A hold says why. Throws `wrong-state` for what a hold would keep from nothing. */
export function changeInvoice(
  context: CommandContext,
  { id, version, isOnHold, reason, ...patch }: ParsedInputOf<typeof invoices.changeInvoice>,
): Invoice {
  const { db } = context
  const invoice = db.get('invoice', id)
  if (invoice.version !== version) throw new AppError('conflict', { entity: 'invoice', id })
  if (isOver(invoice.status) || (isOnHold && !canBeHeld(invoice))) throw wrongState(invoice)
  if (isOnHold && reason === '') throw new AppError('reason-needed')
  db.update('invoice', invoice, { ...patch, ...(isOnHold !== undefined && { isOnHold, holdReason: isOnHold ? reason : null }) })
  if (isOnHold !== undefined && isOnHold !== invoice.isOnHold) holdWork(context, invoice, isOnHold)
  return invoiceOf(db, id)
}
