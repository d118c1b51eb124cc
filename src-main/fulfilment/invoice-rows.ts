import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Invoice, invoices } from '../../shared/fulfilment/invoices.ts'
import { hasWords, isLike, listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { containing, sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { invoiceNumbered } from './importing.ts'

/** Every invoice with what it names. */
export const invoiceRows = sql
  .selectFrom('invoice')
  .innerJoin('customer', 'customer.id', 'invoice.customerId')
  .leftJoin('salesman', 'salesman.id', 'invoice.salesmanId')
  .innerJoin('user as maker', 'maker.id', 'invoice.createdBy')
  .leftJoin('user as picker', 'picker.id', 'invoice.pickerId')
  .leftJoin('user as packer', 'packer.id', 'invoice.packerId')
  .leftJoin('user as assignee', 'assignee.id', 'invoice.assigneeId')
  .select([
    'invoice.id',
    'invoice.version',
    'invoice.createdAt',
    'invoice.number',
    'invoice.day',
    'invoice.status',
    'invoice.statusSince',
    'invoice.priority',
    'invoice.billingStatus',
    'invoice.customerId',
    'customer.code as customerCode',
    'customer.name as customerName',
    'customer.area as customerArea',
    'salesman.name as salesmanName',
    'invoice.total',
    'invoice.statedTotal',
    'invoice.isTotalDifferent',
    'invoice.lineCount',
    'invoice.pieceCount as pieces',
    'invoice.creator',
    'maker.fullName as createdByName',
    'invoice.temporaryName',
    'invoice.remarks',
    'invoice.isOnHold',
    'invoice.holdReason',
    'invoice.isSelfBoxing',
    'invoice.isExpress',
    'picker.fullName as pickerName',
    'packer.fullName as packerName',
    'assignee.fullName as assigneeName',
    'invoice.deliveryStatus',
  ])

/** Throws `not-found`. */
export function invoiceOf(db: Reader, id: string): Invoice {
  db.get('invoice', id)
  return db.one(invoiceRows.where('invoice.id', '=', id))
}

/** These, in the order of their ids; what is not there is left out. */
export function invoicesWhere(db: Reader, ids: readonly string[]): Invoice[] {
  const found = new Map(db.all(invoiceRows.where(isOneOf('invoice.id', ids))).map(row => [row.id, row]))
  return ids.flatMap(id => found.get(id) ?? [])
}

export function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? raw<SqlBool>`1` : raw<SqlBool>`${raw.join([...conditions], raw` and `)}`
}

export function isOneOf(column: string, values: readonly string[]) {
  return raw<SqlBool>`${raw.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
}

/** The same of words of state, which stand in the text: one of them alone is found by its index, in its order. */
export function isInState(column: string, states: readonly string[]): RawBuilder<SqlBool> {
  return raw<SqlBool>`${raw.ref(column)} in (${raw.join([...states])})`
}

/** Throws `invoice-unknown`. */
export function idOfNumber(db: Reader, number: string): string {
  const known = db.first(invoiceNumbered({ number }))
  if (!known) throw new AppError('invoice-unknown', { number })
  return known.id
}

const equalColumns = {
  priority: 'invoice.priority',
  billingStatus: 'invoice.billingStatus',
  customerId: 'invoice.customerId',
  salesmanId: 'invoice.salesmanId',
  isOnHold: 'invoice.isOnHold',
  isExpress: 'invoice.isExpress',
  isTotalDifferent: 'invoice.isTotalDifferent',
} as const

/** IF-18. */
export function listInvoices(db: Reader, { filter, ...input }: ParsedInputOf<typeof invoices.listInvoices>): Page<Invoice> {
  const { ids, status, deliveryStatus, workerEmail, fromDay, toDay, creator, ...equal } = filter
  const conditions = [
    ...(ids === undefined ? [] : [isOneOf('invoice.id', ids)]),
    ...(status === undefined ? [] : [isInState('invoice.status', status)]),
    ...(deliveryStatus === undefined ? [] : [isInState('invoice.deliveryStatus', deliveryStatus)]),
    ...(creator === undefined ? [] : [hasWords(creator, ['invoice.creator', searchOfPerson('invoice.createdBy')])]),
    ...(fromDay === undefined ? [] : [raw<SqlBool>`invoice.day >= ${fromDay}`]),
    ...(toDay === undefined ? [] : [raw<SqlBool>`invoice.day <= ${toDay}`]),
    ...(workerEmail === undefined ? [] : [hadInHand(workerEmail)]),
  ]
  return listPage(db, input, {
    query: narrowed(invoiceRows.where(all(conditions)), equal, equalColumns),
    count: narrowed(sql.selectFrom('invoice').where(all(conditions)), equal, equalColumns).select(raw<number>`count(*)`.as('count')),
    columns: {
      createdAt: 'invoice.createdAt',
      number: 'invoice.number',
      day: 'invoice.day',
      status: 'invoice.status',
      priority: 'invoice.priority',
      customerName: textColumn('customer.name'),
      total: 'invoice.total',
    },
    search: ['invoice.number', 'invoice.temporaryName', pattern => raw<SqlBool>`invoice.customerId in (select id from customer where ${isLike('code', pattern)} or ${isLike('name', pattern)})`],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'invoice.id',
  })
}

/** Of a list of sessions or returns: words are looked for in the number and in the name of the customer. Found there first, so that a past of years is not joined with both row by row. */
export function searchOfInvoice(invoiceId: string): (pattern: string) => RawBuilder<SqlBool> {
  return pattern => raw<SqlBool>`${raw.ref(invoiceId)} in (select id from invoice where ${isLike('number', pattern)}
    union all select invoice.id from customer join invoice on invoice.customerId = customer.id where ${isLike('customer.name', pattern)})`
}

/** The same of somebody's name. */
export function searchOfPerson(userId: string): (pattern: string) => RawBuilder<SqlBool> {
  return pattern => raw<SqlBool>`${raw.ref(userId)} in (select id from user where ${isLike('fullName', pattern)})`
}

/** Whoever is called so picked, checked or packed it, or was to deliver it. */
function hadInHand(emailOrName: string) {
  const worked = [
    'pickingSession.pickerId',
    'packingSession.packerId',
    'packingSession.checkerId',
    'packingSession.boxerId',
    'deliverySession.assigneeId',
    'deliverySession.deliveredBy',
  ]
  const invoices = worked.map(column => {
    const [session = '', person = ''] = column.split('.')
    return raw`select invoiceId from ${raw.table(session)} where ${raw.ref(person)} in person`
  })
  return raw<SqlBool>`invoice.id in (with person as (${peopleCalled(emailOrName)}) ${raw.join(invoices, raw` union all `)})`
}

/** The ids of whoever has this very e-mail, and of those whose name holds the text. */
export function peopleCalled(emailOrName: string) {
  return raw`select id from user where lower(email) = lower(${emailOrName}) or fullName like ${containing(emailOrName)} escape '\\'`
}
