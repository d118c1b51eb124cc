import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Invoice, invoices } from '../../shared/fulfilment/invoices.ts'
import { eventAfterBilling, invoiceTotal, isPriced, packDifferences, piecesOf, type ReturnSection } from '../../shared/fulfilment/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { containersOf, contentsOf, freeContainers } from './containers.ts'
import { itemOfCode, namesCharge } from './importing.ts'
import { invoiceOf } from './invoice-rows.ts'
import { resolveReturn } from './returning.ts'
import { advance, linesOf, packingOf, pickingOf, wrongState, type InvoiceRow, type LineRow } from './steps.ts'
import { correctGoods, rebatchedLines, returnGoods } from './stock.ts'

type Update = ParsedInputOf<typeof invoices.updateBill>
type Correction = Update['lines'][number]

/** IF-14: the bill as it is to be, and the invoice goes on where it was returned from. */
export function updateBill(context: CommandContext, { id, version, lines, replaceItems, notes }: Update): Invoice {
  const { db, notify } = context
  const invoice = db.get('invoice', id)
  if (invoice.version !== version) throw new AppError('conflict', { entity: 'invoice', id })
  const open = db.first(sql.selectFrom('invoiceReturn').select(['id', 'section']).where('invoiceId', '=', id).where('resolvedAt', 'is', null))
  if (invoice.status !== 'REVIEW' || !open) throw wrongState(invoice)
  const before = linesOf(db, id)
  correctLines(context, invoice, lines, replaceItems)
  const corrected = linesOf(db, id)
  if (corrected.length === 0) throw new AppError('bill-empty', { number: invoice.number })
  const figures = {
    total: invoiceTotal(corrected),
    statedTotal: null,
    isTotalDifferent: false,
    lineCount: corrected.length,
    pieceCount: piecesOf(corrected),
  }
  const section = open.section === 'DELIVERY' && !isStillPacked(db, id, before, corrected) ? 'PACKING' : open.section
  // A credit note stopped it before anybody had begun.
  const event = section === 'PICKING' && !pickingOf(db, id) ? 'billWaiting' : eventAfterBilling[section]
  advance(context, invoice, event, { billingStatus: 'RE_INVOICED', ...figures, ...(section !== 'DELIVERY' && { packerId: null }) })
  if (section === 'PICKING') returnGoods(context, invoice.id, notes)
  else correctGoods(context, invoice, { before, after: corrected, note: notes })
  goOn(context, invoice, section, notes)
  resolveReturn(context, id, notes)
  const worker = section === 'PICKING' ? invoice.pickerId : invoice.packerId
  if (worker !== null)
    notify({ kind: 'INVOICE_CORRECTED', audience: { user: worker }, params: { number: invoice.number, notes }, entity: 'invoice', entityId: id })
  return invoiceOf(db, id)
}

/** Whether what is packed is what is billed now. What went past packing has no trays and boxes: it is as it was billed before. */
function isStillPacked(db: Reader, invoiceId: string, before: readonly LineRow[], after: readonly LineRow[]): boolean {
  if (rebatchedLines(before, after).length > 0) return false
  const session = packingOf(db, invoiceId)
  const containers = session ? containersOf(db, session.id) : []
  const asBilled = before.filter(({ isCharge }) => !isCharge).map(({ id, quantity }) => ({ lineId: id, quantity }))
  return packDifferences(after, containers.length > 0 ? containers.flatMap(contentsOf) : asBilled).length === 0
}

/** What was packed before is unpacked; what is ready to leave stays so. */
function goOn({ db, clock, session }: CommandContext, { id }: InvoiceRow, section: ReturnSection, notes: string): void {
  const [picked, packed] = [pickingOf(db, id), packingOf(db, id)]
  if (packed && section === 'DELIVERY') db.update('packingSession', packed, { status: 'PACKED' })
  if (packed && section !== 'DELIVERY') {
    db.update('packingSession', packed, { status: 'CANCELLED', endedAt: packed.endedAt ?? clock.now(), cancelReason: notes, cancelledBy: session.userId })
    freeContainers(db, packed.id)
  }
  if (picked?.status === 'VERIFIED' && section === 'PACKING') db.update('pickingSession', picked, { status: 'PICKED' })
}

function correctLines({ db }: CommandContext, invoice: InvoiceRow, corrections: readonly Correction[], replaceItems: boolean): void {
  const left = [...linesOf(db, invoice.id)]
  let position = left.at(-1)?.position ?? 0
  for (const [at, correction] of corrections.entries()) {
    const line = meant(left, correction)
    // A charge may cost nothing, and stay so.
    if (correction.mrp !== undefined && correction.mrp !== line?.mrp && !isPriced({ mrp: correction.mrp }))
      throw faulty(at, 'mrp', 'fulfilment.issues.not-priced')
    if (line) {
      left.splice(left.indexOf(line), 1)
      const { quantity, mrp, shelfLocation, batchNumber, remarks } = correction
      db.update('invoiceLine', line, { invoicedQuantity: quantity, mrp, shelfLocation, batchNumber, remarks, pickedQuantity: null })
    } else db.insert('invoiceLine', { invoiceId: invoice.id, position: (position += 1), ...added(db, invoice, correction) })
  }
  for (const line of left) {
    if (replaceItems) db.remove('invoiceLine', line)
    else db.update('invoiceLine', line, { pickedQuantity: null })
  }
}

/** By its barcode, else by its code; of lines with the same code, one after the other. */
function meant(lines: readonly LineRow[], { barcode, itemCode }: Correction): LineRow | undefined {
  const same = (a: string, b: string) => a !== '' && a.toUpperCase() === b.toUpperCase()
  return lines.find(line => same(line.barcode, barcode)) ?? lines.find(line => same(line.itemCode, itemCode))
}

function added(
  db: CommandContext['db'],
  { number }: InvoiceRow,
  { barcode, itemCode, name, quantity, mrp, shelfLocation = '', batchNumber = '', remarks = '' }: Correction,
) {
  if (itemCode === '' || name === '' || quantity === undefined || mrp === undefined)
    throw new AppError('bill-unknown-item', { code: itemCode === '' ? barcode : itemCode, number })
  return {
    barcode,
    itemCode,
    name,
    invoicedQuantity: quantity,
    mrp,
    shelfLocation,
    batchNumber,
    remarks,
    expiresOn: null,
    ...itemOfCode(db, itemCode, namesCharge({ itemCode, shelfLocation, barcode, batchNumber })),
  }
}

function faulty(line: number, field: string, reason: string): AppError {
  return new AppError('invalid-input', { issues: [{ path: ['lines', line, field], reason, params: {} }] })
}
