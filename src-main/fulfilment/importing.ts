import type { OutputOf } from '../../shared/core/procedure.ts'
import { AppError } from '../../shared/core/errors.ts'
import { moneyText, type Money } from '../../shared/core/money.ts'
import { customerMaster, salesmanMaster } from '../../shared/masters/partners.ts'
import type { InvoicePayload } from '../../shared/fulfilment/invoice-payload.ts'
import type { invoices } from '../../shared/fulfilment/invoices.ts'
import { invoiceTotal, isSameTotal, looksLikeCharge, piecesOf, seriesNumber, type InvoicePriority } from '../../shared/fulfilment/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { NewRow } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { createRecord, updateRecord } from '../masters/record-writing.ts'
import { openDay, type InvoiceRow } from './steps.ts'

/** What an invoice begins with, whoever sends it. */
export interface NewInvoice {
  readonly number: string
  readonly day: string
  readonly customerId: string
  readonly salesmanId: string | null
  readonly statedTotal: Money | null
  readonly priority: InvoicePriority
  readonly creator: string
  readonly temporaryName: string
  readonly remarks: string
  readonly lines: readonly NewLine[]
}
export type NewLine = Omit<NewRow<'invoiceLine'>, 'invoiceId' | 'position' | 'itemId' | 'invoicedQuantity'> & { readonly quantity: number }

/** IF-1. */
export function importInvoice(context: CommandContext, payload: InvoicePayload): OutputOf<typeof invoices.importInvoice> {
  const { invoice_no: number, invoice_date: day, Total: statedTotal, priority, created_by: creator, temp_name: temporaryName, remarks } = payload
  requireNewNumber(context.db, number)
  const customerId = keepCustomer(context, payload.customer)
  const salesmanId = keepSalesman(context, payload.salesman)
  const lines = payload.items.map(lineOf)
  const invoice = createInvoice(context, {
    number,
    day,
    customerId,
    salesmanId,
    statedTotal,
    priority,
    creator,
    temporaryName,
    remarks,
    lines,
  })
  return {
    id: invoice.id,
    invoice_no: invoice.number,
    status: invoice.status,
    billing_status: invoice.billingStatus,
    total_amount: invoice.total,
    total_matches: !invoice.isTotalDifferent,
    customer_id: customerId,
    salesman_id: salesmanId,
    charges: [...new Set(lines.filter(({ itemCode, isCharge }) => itemOfCode(context.db, itemCode, isCharge).isCharge).map(({ itemCode }) => itemCode))],
  }
}

function lineOf({
  name,
  item_code,
  quantity,
  mrp,
  shelf_location,
  barcode,
  company_name,
  packing,
  batch_no,
  expiry_date,
  remarks,
}: InvoicePayload['items'][number]): NewLine {
  return {
    name,
    itemCode: item_code,
    quantity,
    mrp,
    shelfLocation: shelf_location,
    barcode,
    companyName: company_name,
    packing,
    batchNumber: batch_no,
    expiresOn: expiry_date,
    remarks,
    isCharge: namesCharge({ itemCode: item_code, shelfLocation: shelf_location, barcode, batchNumber: batch_no }),
  }
}

/** A code of nothing of ours that looks like postage or a discount: goods have a place, a barcode or a batch. */
export function namesCharge({ itemCode, ...marks }: Readonly<Record<'itemCode' | 'shelfLocation' | 'barcode' | 'batchNumber', string>>): boolean {
  return looksLikeCharge(itemCode) && Object.values(marks).every(mark => mark === '')
}

export const invoiceNumbered = planned((of: { number: string }) => sql.selectFrom('invoice').select(['id', 'number']).where('number', '=', of.number))

const creditNumbered = planned((of: { number: string }) => sql.selectFrom('creditNote').select(['id', 'number']).where('number', '=', of.number))

/** Throws `duplicate`: invoices and credit notes have their numbers together. */
export function requireNewNumber(db: Reader, number: string): void {
  const known = db.first(invoiceNumbered({ number }))
  if (known) throw new AppError('duplicate', { entity: 'invoice', id: known.id, field: 'number', code: known.number })
  const note = db.first(creditNumbered({ number }))
  if (note) throw new AppError('duplicate', { entity: 'creditNote', id: note.id, field: 'number', code: note.number })
}

/** Its lines come with it; where they come to something else than is stated, billing hears of it. */
export function createInvoice(context: CommandContext, { lines, ...head }: NewInvoice): InvoiceRow {
  const { db, session, clock, notify } = context
  openDay(context)
  const kept = lines.map(line => ({ ...line, ...itemOfCode(db, line.itemCode, line.isCharge) }))
  const total = invoiceTotal(kept)
  const isTotalDifferent = !isSameTotal(head.statedTotal, total)
  const series = seriesNumber(head.number)
  const invoice = db.insert('invoice', {
    ...head,
    total,
    isTotalDifferent,
    statusSince: clock.now(),
    lineCount: kept.length,
    pieceCount: piecesOf(kept),
    createdBy: session.userId,
    seriesPrefix: series?.prefix ?? null,
    seriesCount: series?.count ?? null,
  })
  for (const [at, { quantity, ...line }] of kept.entries())
    db.insert('invoiceLine', { ...line, invoicedQuantity: quantity, invoiceId: invoice.id, position: at + 1 })
  if (isTotalDifferent) {
    const params = { number: invoice.number, customer: db.get('customer', head.customerId).name, stated: moneyText(head.statedTotal!), total: moneyText(total) }
    notify({ kind: 'INVOICE_TOTAL_DIFFERS', audience: { role: 'Billing' }, params, entity: 'invoice', entityId: invoice.id })
  }
  return invoice
}

const itemCoded = planned((of: { code: string }) => sql.selectFrom('item').select(['id', 'kind']).where('code', '=', of.code))

/** The item of ours with this code; a service is a charge, and so is what is said to be one. */
export function itemOfCode(db: Reader, code: string, isSaidCharge = false): { readonly itemId: string | null; readonly isCharge: boolean } {
  const item = db.first(itemCoded({ code }))
  return { itemId: item?.id ?? null, isCharge: item ? item.kind === 'SERVICE' : isSaidCharge }
}

type PayloadCustomer = InvoicePayload['customer']

/** By their code; what is said of them is kept, what is not, or is left empty, stays. */
function keepCustomer({ db }: CommandContext, { code, name, area, address, address1, pincode, phone1, phone2, email }: PayloadCustomer): string {
  const known = db.first(sql.selectFrom('customer').selectAll().where('code', '=', code))
  const entries = { name, area, address: address || address1, postalCode: pincode, phone: phone1, alternatePhone: phone2, email }
  const said = Object.fromEntries(Object.entries(entries).filter(([, text]) => text !== undefined && text !== ''))
  return known ? updateRecord(db, customerMaster, known, said).id : createRecord(db, customerMaster, { code, ...said }).id
}

/** By their name, or their code. */
export function keepSalesman({ db }: CommandContext, name: string): string {
  const known = db.first(
    sql
      .selectFrom('salesman')
      .select('id')
      .where(({ or, eb }) => or([eb('code', '=', name), eb('name', '=', name)]))
      .orderBy('code')
      .limit(1),
  )
  return known?.id ?? createRecord(db, salesmanMaster, { code: name.slice(0, 50), name }).id
}
