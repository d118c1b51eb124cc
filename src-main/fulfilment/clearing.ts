import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Entity } from '../../shared/core/entities.ts'
import type { bulk } from '../../shared/fulfilment/bulk.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { invalid } from '../warehouse/refusals.ts'
import { returnGoods } from './stock.ts'

const work = [
  'courierChange',
  'packingContainer',
  'pickingSession',
  'packingSession',
  'deliverySession',
  'invoiceReturn',
] as const satisfies readonly Entity[]
const documents = ['creditNote', 'invoiceLine', 'invoice', 'fulfilmentDay', 'invoiceBulkRun'] as const satisfies readonly Entity[]

/**
 * Everything of fulfilment that was tried out, or only the work on it. What picking took off its shelf is put back there: what nobody picked
 * any more is still on it. Throws `invalid-input` where not as many are meant as there are, and whatever keeps goods from being put back
 * (`period-closed`, `inactive` for a shelf out of use): then nothing is cleared.
 */
export function clearInvoices(context: CommandContext, { what, confirm, reason }: ParsedInputOf<typeof bulk.clearInvoices>): number {
  const { db } = context
  const { count } = db.one(sql.selectFrom('invoice').select(({ fn }) => fn.countAll<number>().as('count')))
  if (count !== confirm) throw invalid('confirm', 'fulfilment.issues.confirm-count', { count })
  returnAllGoods(context, reason)
  for (const attachment of db.all(sql.selectFrom('attachment').select(['id', 'version']).where('entity', '=', 'deliverySession')))
    db.update('attachment', attachment, { isRemoved: true })
  const cleared = db.clear(what === 'invoices' ? [...work, ...documents] : work).reduce((sum, { rows }) => sum + rows, 0)
  if (what === 'sessions') beginAnew(context)
  return cleared
}

function returnAllGoods(context: CommandContext, reason: string): void {
  const taken = sql.selectFrom('stockMove').select('documentId').where('documentEntity', '=', 'invoice')
  for (const { id } of context.db.all(sql.selectFrom('invoice').select('id').where('id', 'in', taken).orderBy('number')))
    returnGoods(context, id, reason)
}

/** As they were when they came in; what was on hold stays so, and what credit notes took back whole stays cancelled. */
function beginAnew({ db, clock }: CommandContext): void {
  for (const line of db.all(sql.selectFrom('invoiceLine').select(['id', 'version']).where('pickedQuantity', 'is not', null)))
    db.update('invoiceLine', line, { pickedQuantity: null })
  for (const invoice of db.all(sql.selectFrom('invoice').select(['id', 'version']).where('status', 'not in', ['INVOICED', 'CANCELLED']))) {
    db.update('invoice', invoice, {
      status: 'INVOICED',
      statusSince: clock.now(),
      billingStatus: 'BILLED',
      pickerId: null,
      packerId: null,
      assigneeId: null,
      deliveryStatus: null,
    })
  }
}
