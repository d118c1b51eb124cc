import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { InvoiceRow } from './steps.ts'

/**
 * Does the same with each of several invoices: what is refused is told for its number and leaves nothing behind, the others are done (IF-5, IF-9).
 * One that is not there has no number.
 */
export function eachInvoice(context: CommandContext, invoiceIds: readonly string[], work: (invoice: InvoiceRow) => void): EachInvoice[] {
  return [...new Set(invoiceIds)].map(invoiceId => {
    const { db } = context
    const number = db.find('invoice', invoiceId)?.number ?? ''
    const done = context.attempt(() => work(db.get('invoice', invoiceId)))
    return { invoiceId, number, error: done.ok ? null : { code: done.error.code, params: { ...done.error.params } } }
  })
}
