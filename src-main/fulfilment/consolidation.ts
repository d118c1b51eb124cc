import { sql as raw, type SqlBool } from 'kysely'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { packing } from '../../shared/fulfilment/packing.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { invoiceOf, invoicesWhere } from './invoice-rows.ts'
import { resumed } from './waiting.ts'
import { settlerOf } from './worker.ts'

/** As its index has it, in the text: of a value SQLite does not know that the index serves, and reads the sessions of all years. */
export const isHeld = raw<SqlBool>`packingSession.isHeldForConsolidation = 1`

const heldSessions = sql
  .selectFrom('packingSession')
  .innerJoin('invoice', 'invoice.id', 'packingSession.invoiceId')
  .where(isHeld)

/** IF-6: everything that was held for a customer goes on. */
export function releaseConsolidation(context: CommandContext, { customerId, badge }: ParsedInputOf<typeof packing.releaseConsolidation>): Invoice[] {
  const { db, clock } = context
  const { userId: releasedBy } = settlerOf(context, badge)
  db.get('customer', customerId)
  const held = db.all(heldSessions.selectAll('packingSession').select('invoice.isOnHold').where('invoice.customerId', '=', customerId).orderBy('packingSession.createdAt'))
  for (const { isOnHold, ...session } of held) {
    // On hold, it stands still all the same.
    db.update('packingSession', session, { isHeldForConsolidation: false, heldBy: null, releasedBy, ...(!isOnHold && resumed(session, clock.now())) })
  }
  return held.map(({ invoiceId }) => invoiceOf(db, invoiceId))
}

/** A group a customer, whoever has waited longest first. */
export function consolidationGroups(db: Reader): OutputOf<typeof packing.listConsolidation> {
  const ids = db.all(heldSessions.select('invoice.id').orderBy('packingSession.createdAt')).map(({ id }) => id)
  const groups = Map.groupBy(invoicesWhere(db, ids), ({ customerId }) => customerId)
  return [...groups].map(([customerId, invoices]) => ({
    customerId,
    customerCode: invoices[0]!.customerCode,
    customerName: invoices[0]!.customerName,
    invoices,
  }))
}
