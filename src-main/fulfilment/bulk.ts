import { createHash } from 'node:crypto'
import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import { z } from 'zod'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { BulkResult, type bulk } from '../../shared/fulfilment/bulk.ts'
import { invoiceStatuses, missingNumbers, type InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { daySpan } from '../database/day-span.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { force } from './express.ts'
import { invoicesWhere } from './invoice-rows.ts'
import { eachInvoice } from './several.ts'

type Span = ParsedInputOf<typeof bulk.previewBulk>
/** More at once would hold up everybody else. */
const mostAtOnce = 2000

/** Those that stand before the target are moved, the oldest first; the others are left alone. */
function concerned(db: Reader, { fromDay, toDay, status, to }: Span) {
  const isBefore = (one: InvoiceStatus) => one !== 'REVIEW' && invoiceStatuses.indexOf(one) < invoiceStatuses.indexOf(to)
  const inSpan = sql.selectFrom('invoice').where('day', '>=', fromDay).where('day', '<=', toDay)
  const count = (statuses: readonly InvoiceStatus[]) =>
    db.one(inSpan.where('status', 'in', statuses).select(({ fn }) => fn.countAll<number>().as('count'))).count
  const movable = status.filter(isBefore)
  const ordered = inSpan.where('status', 'in', movable).select(['id', 'number', 'status', 'version']).orderBy('day').orderBy('number')
  const moved = db.all(ordered.limit(mostAtOnce))
  return { moved, later: count(movable) - moved.length, stays: count(status.filter(one => !isBefore(one))) }
}

function digestOf(rows: readonly { readonly id: string; readonly version: number }[]): string {
  return createHash('sha256')
    .update(JSON.stringify(rows.map(({ id, version }) => [id, version])))
    .digest('hex')
}

/** IF-16: what would move, before it does. */
export function previewBulk(db: Reader, span: Span): OutputOf<typeof bulk.previewBulk> {
  const { moved, ...others } = concerned(db, span)
  return {
    digest: digestOf(moved),
    moves: moved.length,
    ...others,
    invoices: invoicesWhere(
      db,
      moved.slice(0, 200).map(({ id }) => id),
    ),
  }
}

/** Each invoice as it stood before, and what became of it, is kept with the run. */
export function changeInBulk(
  context: CommandContext,
  { digest, reason, ...span }: ParsedInputOf<typeof bulk.changeInvoicesInBulk>,
): OutputOf<typeof bulk.changeInvoicesInBulk> {
  const { db, session } = context
  const { moved } = concerned(db, span)
  if (digestOf(moved) !== digest) throw new AppError('bulk-stale')
  const results = eachInvoice(
    context,
    moved.map(({ id }) => id),
    invoice => force(context, invoice, span.to, reason),
  )
  const snapshot = results.map(({ number, error }, at) => ({ number, from: moved[at]!.status, error: error?.code ?? null }))
  const refusedCount = results.filter(({ error }) => error !== null).length
  const run = db.insert('invoiceBulkRun', {
    fromDay: span.fromDay,
    toDay: span.toDay,
    toStatus: span.to,
    reason,
    doneBy: session.userId,
    doneCount: results.length - refusedCount,
    refusedCount,
    snapshot: JSON.stringify(snapshot),
  })
  return { runId: run.id, results }
}

const Snapshot = z.array(BulkResult)

export function bulkResults(db: Reader, id: string): BulkResult[] {
  return Snapshot.parse(JSON.parse(db.get('invoiceBulkRun', id).snapshot))
}

export function listBulkRuns(
  db: Reader,
  { filter, ...input }: ParsedInputOf<typeof bulk.listBulkRuns>,
): Page<OutputOf<typeof bulk.listBulkRuns>['rows'][number]> {
  const span = daySpan(db, filter.fromDay, filter.toDay)
  let query = sql
    .selectFrom('invoiceBulkRun')
    .innerJoin('user', 'user.id', 'invoiceBulkRun.doneBy')
    .select([
      'invoiceBulkRun.id',
      'invoiceBulkRun.createdAt',
      'fromDay',
      'toDay',
      'toStatus as to',
      'reason',
      'user.fullName as doneByName',
      'doneCount as done',
      'refusedCount as refused',
    ])
  if (span) query = query.where('invoiceBulkRun.createdAt', '>=', span.from).where('invoiceBulkRun.createdAt', '<', span.to)
  return listPage(db, input, {
    query,
    columns: { createdAt: 'invoiceBulkRun.createdAt' },
    search: ['invoiceBulkRun.reason', 'user.fullName'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'invoiceBulkRun.id',
  })
}

/** Whatever the case, as the index has it. */
export function isOfSeries(prefix: string): RawBuilder<SqlBool> {
  return raw<SqlBool>`seriesPrefix = ${prefix} collate nocase`
}

/** IF-17: the days say where the series begins and ends; a number between them that is there of another day is not missing. */
export function findMissing(db: Reader, { prefix, fromDay, toDay }: ParsedInputOf<typeof bulk.findMissing>): OutputOf<typeof bulk.findMissing> {
  const ofSeries = sql.selectFrom('invoice').where(isOfSeries(prefix))
  const { least, most } = db.one(
    ofSeries
      .where('day', '>=', fromDay)
      .where('day', '<=', toDay)
      .select(({ fn }) => [fn.min<number | null>('seriesCount').as('least'), fn.max<number | null>('seriesCount').as('most')]),
  )
  if (least === null || most === null) return { first: null, last: null, found: 0, count: 0, numbers: [] }
  const numbers = db
    .all(ofSeries.select('number').where('seriesCount', '>=', least).where('seriesCount', '<=', most).orderBy('seriesCount').orderBy('number'))
    .map(({ number }) => number)
  return { first: numbers[0] ?? null, last: numbers.at(-1) ?? null, found: numbers.length, ...missingNumbers(prefix, numbers) }
}
