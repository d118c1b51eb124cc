import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { history } from '../../shared/fulfilment/history.ts'
import type { invoices } from '../../shared/fulfilment/invoices.ts'
import type { QueryContext } from '../core/handlers.ts'
import { daySpan } from '../database/day-span.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { deliveryRows, packingRows, pickingRows, toldDelivery, toldPacking, toldPicking } from './detail.ts'
import { all, invoicesWhere, isInState, peopleCalled, searchOfInvoice, searchOfPerson } from './invoice-rows.ts'
import { hasMenu, holderOf, isInCharge } from './worker.ts'

type Asking = Pick<QueryContext, 'db' | 'session' | 'settings' | 'clock'>
type Answers = typeof history
const reportsMenu = '/reports'
const dispatchMenu = '/fulfilment/dispatch'
const ofInvoice = [
  'invoice.number as invoiceNumber',
  'invoice.status as invoiceStatus',
  'customer.name as customerName',
  'invoice.lineCount',
  'invoice.pieceCount as pieces',
] as const

/** IF-18: everybody sees what they did themselves; an Admin, and whoever was given the reports, what all did. */
function seesAll({ db, session }: Asking): boolean {
  return isInCharge(session) || (session.permissions.has('reports.view') && hasMenu(db, session.userId, reportsMenu))
}

/** Of whom a list tells: the people called so, one's own work alone or everybody's, and whoever's badge was scanned in place of the asker. */
interface Whose { readonly workerEmail?: string | undefined; readonly isOwn?: boolean | undefined; readonly badge?: string | undefined }

/** Whose sessions are listed: one's own, or those of whoever is called so. */
function isOf(asking: Asking, columns: readonly string[], { workerEmail, isOwn = false, badge }: Whose, isEverybodys = false): Condition[] {
  const { userId } = askedBy(asking, badge)
  const mine = columns.map(column => raw`${raw.ref(column)} = ${userId}`)
  const theirs = columns.map(column => raw`${raw.ref(column)} in (${peopleCalled(workerEmail ?? '')})`)
  const isNarrow = isOwn || !(isEverybodys || (badge === undefined && seesAll(asking)))
  return [...(isNarrow ? [mine] : []), ...(workerEmail === undefined ? [] : [theirs])].map(any => raw<SqlBool>`(${raw.join(any, raw` or `)})`)
}

/** Whoever asks, or whoever scanned their badge: for others only whoever works here asks. */
function askedBy(asking: Asking, badge: string | undefined): { readonly userId: string; readonly fullName: string } {
  const needed = 'fulfilment.execute'
  if (badge !== undefined && !asking.session.permissions.has(needed)) throw new AppError('forbidden', { needed })
  return badge === undefined ? asking.session : holderOf(asking, badge)
}

type Condition = RawBuilder<SqlBool>
type Stage = 'pickingSession' | 'packingSession' | 'deliverySession'

function isWithin(db: Reader, column: string, fromDay: BusinessDay | undefined, toDay: BusinessDay | undefined): Condition[] {
  const span = daySpan(db, fromDay, toDay)
  return span ? [raw<SqlBool>`(${raw.ref(column)} >= ${span.from} and ${raw.ref(column)} < ${span.to})`] : []
}

/** How many there are is counted of the sessions alone: each has its invoice, with a customer. */
function countOfSessions(stage: Stage, conditions: readonly Condition[]) {
  return sql.selectFrom(stage).where(all(conditions)).select(raw<number>`count(*)`.as('count'))
}

export function pickingHistory(
  asking: Asking,
  { filter, ...input }: ParsedInputOf<Answers['listPickingHistory']>,
): OutputOf<Answers['listPickingHistory']> {
  const { db } = asking
  const { status, fromDay, toDay } = filter
  const conditions = [
    ...isOf(asking, ['pickingSession.pickerId'], filter),
    ...(status === undefined ? [] : [isInState('pickingSession.status', status)]),
    ...isWithin(db, 'pickingSession.startedAt', fromDay, toDay),
  ]
  const found = listPage(db, input, {
    query: pickingRows.innerJoin('customer', 'customer.id', 'invoice.customerId').select(ofInvoice).where(all(conditions)),
    count: countOfSessions('pickingSession', conditions),
    columns: { startedAt: 'pickingSession.startedAt', endedAt: 'pickingSession.endedAt' },
    search: [searchOfInvoice('pickingSession.invoiceId'), searchOfPerson('pickingSession.pickerId')],
    defaultSort: [{ column: 'startedAt', descending: true }],
    id: 'pickingSession.id',
  })
  return { ...found, rows: found.rows.map(toldPicking) }
}

export function packingHistory(
  asking: Asking,
  { filter, ...input }: ParsedInputOf<Answers['listPackingHistory']>,
): OutputOf<Answers['listPackingHistory']> {
  const { db } = asking
  const { status, fromDay, toDay } = filter
  const conditions = [
    ...isOf(asking, ['packingSession.packerId', 'packingSession.checkerId', 'packingSession.boxerId'], filter),
    ...(status === undefined ? [] : [isInState('packingSession.status', status)]),
    ...isWithin(db, 'packingSession.createdAt', fromDay, toDay),
  ]
  const found = listPage(db, input, {
    query: packingRows.innerJoin('customer', 'customer.id', 'invoice.customerId').select(ofInvoice).where(all(conditions)),
    count: countOfSessions('packingSession', conditions),
    columns: { createdAt: 'packingSession.createdAt', endedAt: 'packingSession.endedAt' },
    search: [searchOfInvoice('packingSession.invoiceId'), searchOfPerson('packingSession.packerId'), searchOfPerson('packingSession.checkerId'), searchOfPerson('packingSession.boxerId')],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'packingSession.id',
  })
  return { ...found, rows: found.rows.map(toldPacking) }
}

export function deliveryHistory(
  asking: Asking,
  { filter, ...input }: ParsedInputOf<Answers['listDeliveryHistory']>,
): OutputOf<Answers['listDeliveryHistory']> {
  const { db } = asking
  const { status, kind, fromDay, toDay } = filter
  const isDispatched = kind === 'COURIER' && asking.session.permissions.has('fulfilment.execute') && hasMenu(db, askedBy(asking, filter.badge).userId, dispatchMenu)
  const conditions = [
    ...isOf(asking, ['deliverySession.assigneeId', 'deliverySession.deliveredBy', 'deliverySession.dispatchedBy'], filter, isDispatched),
    ...(status === undefined ? [] : [isInState('deliverySession.status', status)]),
    ...(kind === undefined ? [] : [raw<SqlBool>`deliverySession.kind = ${kind}`]),
    ...isWithin(db, 'deliverySession.startedAt', fromDay, toDay),
  ]
  const found = listPage(db, input, {
    query: deliveryRows.innerJoin('customer', 'customer.id', 'invoice.customerId').select(ofInvoice).where(all(conditions)),
    count: countOfSessions('deliverySession', conditions),
    columns: { startedAt: 'deliverySession.startedAt', endedAt: 'deliverySession.endedAt' },
    search: [searchOfInvoice('deliverySession.invoiceId'), searchOfPerson('deliverySession.assigneeId'), 'deliverySession.trackingNumber'],
    defaultSort: [{ column: 'startedAt', descending: true }],
    id: 'deliverySession.id',
  })
  return { ...found, rows: found.rows.map(toldDelivery) }
}

/** What somebody has in hand, the oldest first. */
export function myWork(asking: Asking, { badge }: ParsedInputOf<Answers['getMyWork']>): OutputOf<Answers['getMyWork']> {
  const { db } = asking
  const { userId, fullName } = askedBy(asking, badge)
  const ids = (rows: readonly { readonly invoiceId: string }[]) =>
    invoicesWhere(
      db,
      rows.map(({ invoiceId }) => invoiceId),
    )
  const inPacking = sql
    .selectFrom('invoice')
    .innerJoin('packingSession', 'packingSession.invoiceId', 'invoice.id')
    .select('packingSession.invoiceId')
    .where('packingSession.status', 'in', ['CHECKING', 'CHECKING_DONE', 'PACKING'])
    .where('invoice.status', 'in', ['PACKING', 'BOXING'])
  return {
    worker: { userId, fullName },
    picking: ids(
      db.all(
        sql.selectFrom('pickingSession').select('invoiceId').where('pickerId', '=', userId).where('status', '=', 'PREPARING').orderBy('startedAt'),
      ),
    ),
    packing: ids(
      db.all(
        inPacking
          // From the few invoices that are being packed, not from all that somebody ever packed.
          .where(raw<SqlBool>`(+packingSession.packerId = ${userId} or +packingSession.checkerId = ${userId})`)
          .orderBy(raw`+packingSession.createdAt`),
      ),
    ),
    delivery: ids(
      db.all(
        sql
          .selectFrom('deliverySession')
          .select('invoiceId')
          .where('assigneeId', '=', userId)
          .where('status', '=', 'IN_TRANSIT')
          .orderBy('startedAt'),
      ),
    ),
  }
}

export function listReturns(
  db: Reader,
  { filter, ...input }: ParsedInputOf<typeof invoices.listReturns>,
): Page<OutputOf<typeof invoices.listReturns>['rows'][number]> {
  const { isOpen, section, fromDay, toDay } = filter
  const conditions = [
    ...(isOpen === undefined ? [] : [isOpen ? raw<SqlBool>`invoiceReturn.resolvedAt is null` : raw<SqlBool>`invoiceReturn.resolvedAt is not null`]),
    ...(section === undefined ? [] : [raw<SqlBool>`invoiceReturn.section = ${section}`]),
    ...isWithin(db, 'invoiceReturn.createdAt', fromDay, toDay),
  ]
  const query = sql
    .selectFrom('invoiceReturn')
    .innerJoin('invoice', 'invoice.id', 'invoiceReturn.invoiceId')
    .innerJoin('customer', 'customer.id', 'invoice.customerId')
    .innerJoin('user as returner', 'returner.id', 'invoiceReturn.returnedBy')
    .leftJoin('user as resolver', 'resolver.id', 'invoiceReturn.resolvedBy')
    .select([
      'invoiceReturn.id',
      'invoiceReturn.createdAt',
      'invoiceReturn.reason',
      'invoiceReturn.section',
      'returner.fullName as returnedByName',
      'invoiceReturn.resolvedAt',
      'resolver.fullName as resolvedByName',
      'invoiceReturn.resolution',
      'invoiceReturn.invoiceId',
      'invoice.number as invoiceNumber',
      'customer.name as customerName',
      'invoice.version as invoiceVersion',
    ])
    .where(all(conditions))
  return listPage(db, input, {
    query,
    count: sql.selectFrom('invoiceReturn').where(all(conditions)).select(raw<number>`count(*)`.as('count')),
    columns: { createdAt: 'invoiceReturn.createdAt' },
    search: [searchOfInvoice('invoiceReturn.invoiceId'), 'invoiceReturn.reason'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'invoiceReturn.id',
  })
}
