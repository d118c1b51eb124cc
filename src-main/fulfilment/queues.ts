import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { FloorQueue } from '../../shared/fulfilment/queues.ts'
import type { InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { isHeld } from './consolidation.ts'
import { all, invoiceRows, isInState } from './invoice-rows.ts'

type Condition = RawBuilder<SqlBool>

const isBeside = raw<SqlBool>`exists (select 1 from packingSession where packingSession.invoiceId = invoice.id and ${isHeld})`
const needsDriver = raw<SqlBool>`coalesce(invoice.deliveryStatus, '') = 'TO_CONSIDER'`
const not = (condition: Condition): Condition => raw<SqlBool>`not ${condition}`

/** What is in a queue: its state, and what else tells it from others of that state. */
const queues: Readonly<Record<FloorQueue, readonly [InvoiceStatus, ...Condition[]]>> = {
  pick: ['INVOICED'],
  again: ['PICKING', raw<SqlBool>`invoice.billingStatus = 'RE_INVOICED'`],
  check: ['PICKED', not(isBeside)],
  box: ['BOXING', raw<SqlBool>`invoice.isSelfBoxing = 0`],
  ready: ['PACKED', not(needsDriver)],
  driver: ['PACKED', needsDriver],
  road: ['DISPATCHED'],
}

export function listQueue(db: Reader, queue: FloorQueue, length: number): { count: number; invoices: Invoice[] } {
  const [status, ...others] = queues[queue]
  const conditions = [isInState('invoice.status', [status]), ...others]
  const { count } = db.one(
    sql
      .selectFrom('invoice')
      .where(all(conditions))
      .select(({ fn }) => fn.countAll<number>().as('count')),
  )
  return { count, invoices: inTurnWhere(db, conditions, length) }
}

/** The next of a stage. */
export function nextOf(db: Reader, status: InvoiceStatus, length: number): Invoice[] {
  return inTurnWhere(db, [isInState('invoice.status', [status])], length)
}

/** What is express or urgent first, then what has waited longest; what is held comes last. As the index of what is open has it. */
const inTurn = raw`invoice.isOnHold, invoice.isExpress desc, case invoice.priority when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end, invoice.createdAt, invoice.id`

/** Only those that are shown are joined with what they name. */
function inTurnWhere(db: Reader, conditions: readonly Condition[], length: number): Invoice[] {
  const next = sql
    .selectFrom('invoice')
    .select('invoice.id')
    .where(all(conditions))
    .where('invoice.status', '<>', 'DELIVERED')
    .orderBy(inTurn)
    .limit(length)
  return db.all(invoiceRows.where('invoice.id', 'in', next).orderBy(inTurn))
}
