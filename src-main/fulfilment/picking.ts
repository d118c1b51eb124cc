import { newId } from '../../shared/core/ids.ts'
import { AppError, type InputIssue } from '../../shared/core/errors.ts'
import { features } from '../../shared/features/settings.ts'
import { notCounted } from '../../shared/fulfilment/counting.ts'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { EachInvoice, picking } from '../../shared/fulfilment/picking.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { textOf } from '../engines/reports-text.ts'
import { invoiceOf } from './invoice-rows.ts'
import { resolveReturn, sendToReview } from './returning.ts'
import { eachInvoice } from './several.ts'
import { advance, linesOf, openDay, pickingOf, requireWay, selectedOf, wrongState, type InvoiceRow, type LineRow, type PickingRow } from './steps.ts'
import { issueGoods } from './stock.ts'
import { resumed } from './waiting.ts'
import { requireWorkMenu, workerOf, type Worker } from './worker.ts'

type Inputs = typeof picking
type Short = ParsedInputOf<Inputs['completePicking']>['short']

/** IF-2. */
export function startPicking(context: CommandContext, { invoiceId, badge }: ParsedInputOf<Inputs['startPicking']>): Invoice {
  const worker = workerOf(context, badge)
  const invoice = context.db.get('invoice', invoiceId)
  requireNothingOpen(context.db, worker, invoiceId)
  begin(context, invoice, worker, null)
  return invoiceOf(context.db, invoiceId)
}

/** IF-5: nobody begins a round while they have anything else in hand. */
export function startRound(context: CommandContext, { invoiceIds, badge }: ParsedInputOf<Inputs['startRound']>): EachInvoice[] {
  requireRounds(context)
  const worker = workerOf(context, badge)
  requireNothingOpen(context.db, worker, undefined)
  const roundId = newId()
  return eachInvoice(context, invoiceIds, invoice => begin(context, invoice, worker, roundId))
}

export function completeRound(context: CommandContext, { invoiceIds, badge }: ParsedInputOf<Inputs['completeRound']>): EachInvoice[] {
  requireRounds(context)
  const worker = workerOf(context, badge)
  return eachInvoice(context, invoiceIds, invoice => finish(context, invoice, worker, { notes: '', lineIds: [], short: [] }))
}

function requireRounds({ settings }: CommandContext): void {
  if (!settings.get(features.bulkPicking)) throw new AppError('bulk-picking-off')
}

const openPicking = sql
  .selectFrom('pickingSession')
  .innerJoin('invoice', 'invoice.id', 'pickingSession.invoiceId')
  .select(['invoice.id', 'invoice.number'])
  .where('pickingSession.status', '=', 'PREPARING')

/**
 * IF-2: one at a time. Throws `picking-open`, which names what is to be finished first; of the very invoice that they have in hand,
 * `wrong-state` says it better.
 */
function requireNothingOpen(db: Reader, { userId, fullName }: Worker, invoiceId: string | undefined): void {
  const open = db.first(openPicking.where('pickingSession.pickerId', '=', userId).orderBy('pickingSession.startedAt').limit(1))
  if (open && open.id !== invoiceId) throw new AppError('picking-open', { number: open.number, who: fullName })
}

function begin(context: CommandContext, invoice: InvoiceRow, { userId, proof }: Worker, roundId: string | null): void {
  const { db, clock } = context
  requireWorkMenu(db, userId, 'picking')
  requireWay(invoice, 'startPicking')
  const known = pickingOf(db, invoice.id)
  // In hand already: only what billing sent back to be picked again begins anew (IF-4).
  if (invoice.status === 'PICKING' && known?.status !== 'REVIEW') throw wrongState(invoice)
  advance(context, invoice, 'startPicking', { pickerId: userId })
  if (known) supersede(context, known, userId)
  db.insert('pickingSession', { invoiceId: invoice.id, pickerId: userId, status: 'PREPARING', startedAt: clock.now(), roundId, proof })
  resolveReturn(context, invoice.id, '')
}

/** What was picked before stays as it was done; it counts no more. */
export function supersede({ db, session }: CommandContext, known: PickingRow, cancelledBy: string): void {
  db.update('pickingSession', known, { status: 'CANCELLED', cancelReason: textOf(session.language, 'fulfilment.notes.repicked'), cancelledBy })
}

export function savePicked(context: CommandContext, { invoiceId, badge, lineIds }: ParsedInputOf<Inputs['savePicked']>): Invoice {
  const { db } = context
  const session = ownPicking(context, db.get('invoice', invoiceId), workerOf(context, badge))
  requireLines(db, invoiceId, lineIds, at => ['lineIds', at])
  db.update('pickingSession', session, { selectedLines: JSON.stringify([...new Set(lineIds)]) })
  return invoiceOf(db, invoiceId)
}

/** Throws `invalid-input` for a line of another invoice; `pathOf` says where the input names it. */
export function requireLines(db: Reader, invoiceId: string, lineIds: readonly string[], pathOf: (at: number) => InputIssue['path']): LineRow[] {
  const lines = linesOf(db, invoiceId)
  const foreign = lineIds.findIndex(lineId => !lines.some(({ id }) => id === lineId))
  if (foreign >= 0) throw new AppError('invalid-input', { issues: [{ path: pathOf(foreign), reason: 'fulfilment.issues.other-line', params: {} }] })
  return lines
}

/** IF-3. */
export function completePicking(context: CommandContext, { invoiceId, badge, ...done }: ParsedInputOf<Inputs['completePicking']>): Invoice {
  finish(context, context.db.get('invoice', invoiceId), workerOf(context, badge), done)
  return invoiceOf(context.db, invoiceId)
}

interface Done {
  readonly notes: string
  readonly lineIds: readonly string[]
  readonly short: Short
}

function finish(context: CommandContext, invoice: InvoiceRow, worker: Worker, { notes, lineIds, short }: Done): void {
  const { db, clock } = context
  const session = ownPicking(context, invoice, worker)
  const selectedLines = requireCounted(context, invoice, session, lineIds, short)
  const lines = requireLines(
    db,
    invoice.id,
    short.map(({ lineId }) => lineId),
    at => ['short', at, 'lineId'],
  )
  const lacking = shortLines(lines, short)
  const ended = db.update('pickingSession', session, { status: 'PICKED', endedAt: clock.now(), notes, selectedLines, isCompleted: lacking.length === 0, ...resumed(session, clock.now()) })
  if (lacking.length === 0) {
    issueGoods(context, invoice, lines)
    advance(context, invoice, 'completePicking')
    return
  }
  openDay(context)
  for (const { line, missing } of lacking) db.update('invoiceLine', line, { pickedQuantity: line.quantity - missing })
  const goods = lacking.map(({ line, missing }) => `${missing} × ${line.name} (${line.itemCode})`).join(', ')
  db.update('pickingSession', ended, { status: 'REVIEW' })
  const reason = textOf(context.session.language, 'fulfilment.notes.shortPick', { goods }).slice(0, 500)
  sendToReview(context, invoice, { reason, event: 'return', returnedBy: worker.userId })
}

/**
 * What was counted of an invoice by now, as its session keeps it. Where nothing is done by hand, all that is not said to be short was counted. Throws
 * `lines-not-scanned`, which names the rest; `invalid-input` for a line of another invoice.
 */
export function requireCounted(
  { db, settings }: CommandContext,
  { id, number }: InvoiceRow,
  session: Pick<PickingRow, 'selectedLines'>,
  lineIds: readonly string[],
  short: Short = [],
): string {
  const lines = requireLines(db, id, lineIds, at => ['lineIds', at])
  const counted = [...new Set([...selectedOf(session), ...lineIds])]
  const lacking = short.filter(({ quantity }) => quantity > 0).map(({ lineId }) => lineId)
  const left = settings.get(features.manualPicking) ? [] : notCounted(lines, counted, lacking)
  if (left.length > 0) throw new AppError('lines-not-scanned', { number, items: left.map(({ name }) => name).join(', '), lines: left.map(line => line.id) })
  return JSON.stringify(counted)
}

/**
 * What was not on its shelf, line by line; nothing of a line that lacks nothing. Throws `invalid-input` where more is said to lack than was
 * invoiced, or a line is named twice.
 */
function shortLines(lines: readonly LineRow[], short: Short): { readonly line: LineRow; readonly missing: number }[] {
  return short
    .map(({ lineId, quantity: missing }, at) => {
      const line = lines.find(({ id }) => id === lineId)!
      const [item, invoiced] = [line.name, line.isCharge ? 0 : line.quantity]
      const faulty = (reason: string) => new AppError('invalid-input', { issues: [{ path: ['short', at, 'quantity'], reason, params: { item, invoiced } }] })
      if (short.findIndex(one => one.lineId === lineId) < at) throw faulty('fulfilment.issues.line-twice')
      if (missing > invoiced) throw faulty('fulfilment.issues.short-more')
      return { line, missing }
    })
    .filter(({ missing }) => missing > 0)
}

/** IF-3. Throws `wrong-state` for what is not being picked, `other-picker`. */
function ownPicking({ db }: CommandContext, invoice: InvoiceRow, { userId }: Worker): PickingRow {
  const session = pickingOf(db, invoice.id)
  if (invoice.status !== 'PICKING' || session?.status !== 'PREPARING') throw wrongState(invoice)
  if (session.pickerId !== userId) throw new AppError('other-picker', { number: invoice.number, who: db.get('user', session.pickerId).fullName })
  return session
}
