import { sql as raw } from 'kysely'
import { decimal, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { priceTimes, sumMoney, type Money } from '../../shared/core/money.ts'
import { revenueOnce, type InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import type { Period } from '../../shared/reports/report.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { askedRows, type Asked } from '../engines/asked-rows.ts'
import { deliveredRows } from './report-rows.ts'

type AskedInvoices = Asked<InvoiceStatus>
export interface InvoiceRow {
  readonly id: string
  readonly number: string
  readonly day: string
  readonly createdAt: string
  readonly customer: string
  readonly area: string
  readonly salesman: string | null
  readonly creator: string
  readonly status: InvoiceStatus
  readonly lineCount: number
  readonly pieces: number
  readonly total: Money
}

const invoices = sql
  .selectFrom('invoice')
  .innerJoin('customer', 'customer.id', 'invoice.customerId')
  .leftJoin('salesman', 'salesman.id', 'invoice.salesmanId')
  .innerJoin('user', 'user.id', 'invoice.createdBy')
  .select([
    'invoice.id',
    'invoice.number',
    'invoice.day',
    'invoice.createdAt',
    'customer.name as customer',
    'customer.area',
    'salesman.name as salesman',
  ])
  .select(['invoice.status', 'invoice.lineCount', 'invoice.pieceCount as pieces', 'invoice.total'])
  .select(raw<string>`case invoice.creator when '' then user.fullName else invoice.creator end`.as('creator'))
  .orderBy('invoice.day')
  .orderBy('invoice.number')

/** What credit notes took back whole is billed no longer: it is told where it is asked for, or where every invoice is, and counts nowhere. */
function stillBilled<Row extends { readonly status: InvoiceStatus }>(rows: readonly Row[], asked: AskedInvoices): readonly Row[] {
  return asked.status === 'CANCELLED' ? rows : rows.filter(({ status }) => status !== 'CANCELLED')
}

/** What an invoice is worth: nothing once it is taken back whole. */
export const billedTotal = ({ status, total }: Pick<InvoiceRow, 'status' | 'total'>): Money | null => (status === 'CANCELLED' ? null : total)

/** The invoices of these days, each once. */
export function invoiceRowsOf(db: Reader, asked: AskedInvoices): InvoiceRow[] {
  const search = ['invoice.number', 'customer.name', 'customer.area', 'salesman.name', 'invoice.creator']
  return askedRows(db, invoices, asked, { day: 'invoice.day', status: 'invoice.status', search })
}

export const billedBys = ['SALESMAN', 'CREATOR'] as const
export type BilledBy = (typeof billedBys)[number]
export interface BillerRow {
  readonly person: string | null
  readonly invoices: number
  readonly lines: number
  readonly pieces: number
  readonly revenue: Money
  readonly delivered: number
  readonly inReview: number
  readonly first: string
  readonly last: string
}

/** Who billed how much: by salesman, or by whoever made the bill. Revenue is that of invoices, not of their lines (RP-3). */
export function billerRows(db: Reader, asked: AskedInvoices, by: BilledBy): BillerRow[] {
  const groups = Map.groupBy(stillBilled(invoiceRowsOf(db, asked), asked), ({ salesman, creator }) => (by === 'CREATOR' ? creator : salesman))
  const rows = [...groups].map(([person, its]) => ({
    person,
    invoices: its.length,
    lines: its.reduce((sum, { lineCount }) => sum + lineCount, 0),
    pieces: its.reduce((sum, { pieces }) => sum + pieces, 0),
    revenue: sumMoney(its.map(({ total }) => total)),
    delivered: its.filter(({ status }) => status === 'DELIVERED').length,
    inReview: its.filter(({ status }) => status === 'REVIEW').length,
    first: its.reduce((least, { createdAt }) => (createdAt < least ? createdAt : least), its[0]!.createdAt),
    last: its.reduce((most, { createdAt }) => (createdAt > most ? createdAt : most), its[0]!.createdAt),
  }))
  return rows.sort((a, b) => b.revenue - a.revenue || (a.person ?? '').localeCompare(b.person ?? ''))
}

export interface BilledItemRow {
  readonly invoiceId: string
  readonly number: string
  readonly day: string
  readonly status: InvoiceStatus
  readonly customer: string
  readonly area: string
  readonly itemCode: string
  readonly item: string
  readonly company: string
  readonly packing: string
  readonly barcode: string
  readonly shelf: string
  readonly quantity: number
  readonly mrp: Decimal
  readonly amount: Money
  readonly invoiceTotal: Money
  readonly revenue: Money | null
}

const billedLines = sql
  .selectFrom('invoiceLine')
  .innerJoin('invoice', 'invoice.id', 'invoiceLine.invoiceId')
  .innerJoin('customer', 'customer.id', 'invoice.customerId')
  .select([
    'invoice.id as invoiceId',
    'invoice.number',
    'invoice.day',
    'invoice.status',
    'customer.name as customer',
    'customer.area',
    'invoiceLine.itemCode',
    'invoiceLine.name as item',
  ])
  .select([
    'companyName as company',
    'packing',
    'barcode',
    'shelfLocation as shelf',
    'invoicedQuantity as quantity',
    'mrp',
    'invoice.total as invoiceTotal',
  ])
  .orderBy('invoice.day')
  .orderBy('invoice.number')
  .orderBy('invoiceLine.position')

/** Every line billed in these days; charges among them, for they are billed too. */
export function billedItemRows(db: Reader, asked: AskedInvoices): BilledItemRow[] {
  const search = ['invoice.number', 'customer.name', 'invoiceLine.itemCode', 'invoiceLine.name', 'invoiceLine.companyName']
  const rows = askedRows(db, billedLines, asked, { day: 'invoice.day', status: 'invoice.status', search })
  return revenueOnce(stillBilled(rows, asked)).map(row => ({ ...row, amount: priceTimes(row.mrp, decimal(String(row.quantity)), 'half-up') }))
}

export interface CourierRow {
  readonly courierId: string | null
  readonly courier: string
  readonly deliveries: number
  readonly delivered: number
  readonly cancelled: number
  readonly changedAway: number
  readonly pieces: number
  readonly weight: Decimal
  readonly revenue: Money
  readonly withoutTracking: number
  readonly withoutSlip: number
}

/** What each courier was given in a period, and who lost it to another; an invoice given to one twice counts once as revenue. */
export function courierRows(db: Reader, period: Period): CourierRow[] {
  const given = deliveredRows(db, { period, status: undefined, search: '', kind: 'COURIER' })
  const changes = db.all(
    sql
      .selectFrom('courierChange')
      .innerJoin('deliverySession', 'deliverySession.id', 'courierChange.deliverySessionId')
      .where(raw<boolean>`deliverySession.invoiceId in (select value from json_each(${JSON.stringify(given.map(({ invoiceId }) => invoiceId))}))`)
      .select('fromCourierName'),
  )
  const names = new Set([...given.map(({ courier }) => courier ?? ''), ...changes.map(({ fromCourierName }) => fromCourierName)])
  const rows = [...names].map(courier => {
    const its = given.filter(row => (row.courier ?? '') === courier)
    const going = its.filter(({ status }) => status !== 'CANCELLED')
    return {
      courierId: its[0]?.courierId ?? null,
      courier,
      deliveries: its.length,
      delivered: its.filter(({ status }) => status === 'DELIVERED').length,
      cancelled: its.length - going.length,
      changedAway: changes.filter(({ fromCourierName }) => fromCourierName === courier).length,
      pieces: going.reduce((sum, { pieces }) => sum + pieces, 0),
      weight: sumDecimals(going.map(({ weight }) => weight)),
      revenue: sumMoney([...new Map(going.map(({ invoiceId, total }) => [invoiceId, total])).values()]),
      withoutTracking: going.filter(({ trackingNumber }) => trackingNumber === '').length,
      withoutSlip: going.filter(({ hasSlip }) => !hasSlip).length,
    }
  })
  return rows.sort((a, b) => b.deliveries - a.deliveries || a.courier.localeCompare(b.courier))
}
