import { z } from 'zod'
import { fromUnits } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Money } from '../../shared/core/money.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { CreditNote, Invoice, invoices } from '../../shared/fulfilment/invoices.ts'
import { couldBeCredited, isCreditedWhole, isSameCode, type Credited } from '../../shared/fulfilment/credits.ts'
import { invoiceAfter } from '../../shared/fulfilment/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { textOf } from '../engines/reports-text.ts'
import { narrowed } from '../masters/lookup.ts'
import { freeContainers } from './containers.ts'
import { idOfNumber, invoiceOf, isOneOf } from './invoice-rows.ts'
import { resolveReturn, sendToReview } from './returning.ts'
import { advance, linesOf, packingOf, pickingOf, requireWay } from './steps.ts'
import { returnGoods } from './stock.ts'

const Lines = z.array(z.object({ itemCode: z.string(), name: z.string(), quantity: z.int(), mrp: z.int().transform(fromUnits) }))

export const creditNoteRows = sql
  .selectFrom('creditNote')
  .innerJoin('customer', 'customer.id', 'creditNote.customerId')
  .leftJoin('invoice', 'invoice.id', 'creditNote.invoiceId')
  .select([
    'creditNote.id',
    'creditNote.version',
    'creditNote.createdAt',
    'creditNote.number',
    'creditNote.day',
    'customer.code as customerCode',
    'customer.name as customerName',
    'creditNote.total',
    'creditNote.invoiceId',
    'invoice.number as invoiceNumber',
    'creditNote.lines',
  ])

export function toldCreditNote({ lines, ...row }: Omit<CreditNote, 'lines'> & { readonly lines: string }): CreditNote {
  return { ...row, lines: Lines.parse(JSON.parse(lines)) }
}

export function listCreditNotes(db: Reader, { filter, ...input }: ParsedInputOf<typeof invoices.listCreditNotes>): Page<CreditNote> {
  const { isFound, fromDay, toDay, ...equal } = filter
  let query = narrowed(creditNoteRows, equal, { customerId: 'creditNote.customerId' })
  if (isFound !== undefined) query = query.where('creditNote.invoiceId', isFound ? 'is not' : 'is', null)
  if (fromDay !== undefined) query = query.where('creditNote.day', '>=', fromDay)
  if (toDay !== undefined) query = query.where('creditNote.day', '<=', toDay)
  const found = listPage(db, input, {
    query,
    columns: { createdAt: 'creditNote.createdAt', number: 'creditNote.number', day: 'creditNote.day' },
    search: ['creditNote.number', 'customer.code', 'customer.name', 'invoice.number'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'creditNote.id',
  })
  return { ...found, rows: found.rows.map(toldCreditNote) }
}

export interface NewCreditNote {
  readonly number: string
  readonly day: string
  readonly customerId: string
  readonly total: Money
  readonly lines: CreditNote['lines']
}

/** Kept against the invoice it takes back of, where that is found; goods that have not left yet stop for billing. */
export function createCreditNote(context: CommandContext, { lines, ...note }: NewCreditNote): void {
  const { db, session } = context
  const invoiceId = originalOf(db, { ...note, lines })
  db.insert('creditNote', { ...note, lines: JSON.stringify(lines), invoiceId, createdBy: session.userId })
  if (invoiceId !== null) stopForBilling(context, invoiceId, note.number)
}

const candidates = planned((of: { customerId: string; day: string }) =>
  sql
    .selectFrom('invoice')
    .select(['id'])
    .where('customerId', '=', of.customerId)
    .where('day', '<=', of.day)
    .orderBy('day', 'desc')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100),
)

/** The newest invoice of the customer, not of after the note, that holds as much of every item, beyond what other notes have taken back of it. */
function originalOf(
  db: Reader,
  { customerId, day, lines }: Pick<NewCreditNote, 'customerId' | 'day'> & { readonly lines: readonly Credited[] },
): string | null {
  const ids = db.all(candidates({ customerId, day })).map(({ id }) => id)
  const invoiced = Map.groupBy(
    db.all(sql.selectFrom('invoiceLine').select(['invoiceId', 'itemCode', 'invoicedQuantity as quantity']).where(isOneOf('invoiceLine.invoiceId', ids))),
    ({ invoiceId }) => invoiceId,
  )
  const credited = creditedOf(db, ids)
  const isNamed = ({ itemCode }: Credited) => lines.some(line => isSameCode(line.itemCode, itemCode))
  return ids.find(id => couldBeCredited(invoiced.get(id) ?? [], [...(credited.get(id) ?? []).filter(isNamed), ...lines])) ?? null
}

/** What credit notes have taken back of these invoices so far. */
function creditedOf(db: Reader, invoiceIds: readonly string[]): ReadonlyMap<string, readonly Credited[]> {
  const notes = db.all(sql.selectFrom('creditNote').select(['invoiceId', 'lines']).where(isOneOf('creditNote.invoiceId', invoiceIds)))
  const byInvoice = Map.groupBy(notes, ({ invoiceId }) => invoiceId!)
  return new Map([...byInvoice].map(([invoiceId, its]) => [invoiceId, its.flatMap(({ lines }) => Lines.parse(JSON.parse(lines)))]))
}

/** Goods that have not left go back to billing, also those that only wait to be picked. */
function stopForBilling(context: CommandContext, invoiceId: string, number: string): void {
  const invoice = context.db.get('invoice', invoiceId)
  if (invoiceAfter(invoice.status, 'credit') === undefined) return
  const { language, userId: returnedBy } = context.session
  sendToReview(context, invoice, { reason: textOf(language, 'fulfilment.notes.creditNote', { number }), event: 'credit', returnedBy })
}

/**
 * What credit notes took back whole before it left ends by them: goods go back to their shelves, and what was done stays on record. Throws `wrong-
 * state` out of review, `not-credited`.
 */
export function cancelCredited(context: CommandContext, { id, version }: ParsedInputOf<typeof invoices.cancelCredited>): Invoice {
  const { db, clock, session } = context
  const invoice = db.get('invoice', id)
  if (invoice.version !== version) throw new AppError('conflict', { entity: 'invoice', id })
  requireWay(invoice, 'endCredited')
  const notes = db.all(sql.selectFrom('creditNote').select('number').where('invoiceId', '=', id).orderBy('number'))
  if (!isCreditedWhole(linesOf(db, id), creditedOf(db, [id]).get(id) ?? [])) throw new AppError('not-credited', { number: invoice.number })
  const reason = textOf(session.language, 'fulfilment.notes.creditNote', { number: notes.map(({ number }) => number).join(', ') }).slice(0, 500)
  advance(context, invoice, 'endCredited', { billingStatus: 'BILLED', isOnHold: false, holdReason: null })
  returnGoods(context, invoice.id, reason)
  const [picked, packed] = [pickingOf(db, id), packingOf(db, id)]
  const cancelled = { status: 'CANCELLED', cancelReason: reason, cancelledBy: session.userId } as const
  if (picked) db.update('pickingSession', picked, { ...cancelled, endedAt: picked.endedAt ?? clock.now() })
  if (packed) db.update('packingSession', packed, { ...cancelled, endedAt: packed.endedAt ?? clock.now() })
  if (packed) freeContainers(db, packed.id)
  resolveReturn(context, id, reason)
  return invoiceOf(db, id)
}

export function linkCreditNote(context: CommandContext, { id, version, invoiceNumber }: ParsedInputOf<typeof invoices.linkCreditNote>): CreditNote {
  const { db } = context
  const note = db.get('creditNote', id)
  if (note.version !== version) throw new AppError('conflict', { entity: 'creditNote', id })
  if (note.invoiceId !== null) throw new AppError('already-linked', { note: note.number, number: db.get('invoice', note.invoiceId).number })
  const invoiceId = idOfNumber(db, invoiceNumber)
  const { customerId } = db.get('invoice', invoiceId)
  if (customerId !== note.customerId) throw new AppError('other-customer', { number: invoiceNumber, customer: db.get('customer', customerId).name })
  db.update('creditNote', { id, version }, { invoiceId })
  stopForBilling(context, invoiceId, note.number)
  return toldCreditNote(db.one(creditNoteRows.where('creditNote.id', '=', id)))
}
