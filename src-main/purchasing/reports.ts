import { sql as raw } from 'kysely'
import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { priceTimes, type Money } from '../../shared/core/money.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import { monthOf } from '../../shared/periods/rules.ts'
import { awaitedStatuses, orderKinds, restOf, type OrderKind, type OrderStatus } from '../../shared/purchasing/rules.ts'
import { containing, sql } from '../database/sql.ts'
import { defineReport } from '../engines/reports.ts'
import { listVendorScores, type NamedScore } from './vendors.ts'

const kindChoices = orderKinds.map(value => ({ value, labelKey: `purchasing.kinds.${value}` }))
const statusChoices = awaitedStatuses.map(value => ({ value, labelKey: `purchasing.statuses.${value}` }))
const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const field = (key: string) => ({ key, labelKey: `purchasing.fields.${key}` })
const search = { kind: 'search', labelKey: 'purchasing.reports.search' } as const

interface BoughtRow {
  readonly vendor: string; readonly orderId: string; readonly order: string; readonly receipt: string; readonly day: string; readonly dueDay: string
  readonly code: string; readonly item: string
  readonly unit: string; readonly unitPlaces: number; readonly quantity: Decimal; readonly unitPrice: Decimal | null
}

function worth({ unitPrice }: { readonly unitPrice: Decimal | null }, quantity: Decimal): Money | null {
  return unitPrice === null ? null : withinRange(() => priceTimes(unitPrice, quantity, 'half-up'))
}

/** What came in of whom in a period, and what it cost; reversed receipts never came. */
export const purchasesReport = defineReport<BoughtRow>()({
  name: 'purchases', permission: 'purchasing.view', titleKey: 'purchasing.reports.purchases.title', descriptionKey: 'purchasing.reports.purchases.description',
  filters: {
    period: { kind: 'period', labelKey: 'reports.filters.period' }, kind: { kind: 'choice', labelKey: 'purchasing.fields.kind', choices: kindChoices }, search,
  },
  columns: [
    { ...field('partner'), kind: 'text', width: 44, value: row => row.vendor },
    { key: 'day', labelKey: 'purchasing.receipts.day', kind: 'day', width: 28, value: row => row.day },
    { key: 'receipt', labelKey: 'purchasing.receipts.number', kind: 'text', width: 30, value: row => row.receipt },
    { key: 'order', labelKey: 'purchasing.fields.number', kind: 'text', width: 28, value: row => row.order },
    { key: 'code', labelKey: 'fields.code', kind: 'text', width: 28, value: row => row.code },
    { ...field('item'), kind: 'text', width: 50, value: row => row.item },
    { ...field('quantity'), kind: 'decimal', width: 24, value: row => row.quantity, places: row => row.unitPlaces, total: 'sum' },
    { ...field('unit'), kind: 'text', width: 16, value: row => row.unit },
    { ...field('amount'), kind: 'money', width: 32, isCost: true, value: row => worth(row, row.quantity), total: 'sum' },
  ],
  groupBy: () => 'partner',
  rows({ db }, { period, kind, search: words }) {
    let query = sql.selectFrom('purchaseReceiptLine').innerJoin('purchaseReceipt', 'purchaseReceipt.id', 'purchaseReceiptLine.receiptId')
      .innerJoin('purchaseOrder', 'purchaseOrder.id', 'purchaseReceipt.orderId')
      .innerJoin('purchaseLine', 'purchaseLine.id', 'purchaseReceiptLine.lineId').innerJoin('partner', 'partner.id', 'purchaseReceipt.partnerId')
      .innerJoin('item', 'item.id', 'purchaseReceiptLine.itemId')
      .innerJoin('unit', 'unit.id', 'purchaseLine.unitId')
      .where('purchaseReceipt.status', '=', 'POSTED').where('purchaseReceipt.receivedDay', '>=', period.from)
      .where('purchaseReceipt.receivedDay', '<=', period.to)
      .select([
        'partner.name as vendor', 'purchaseOrder.id as orderId', 'purchaseOrder.number as order', 'purchaseReceipt.number as receipt',
        'purchaseReceipt.receivedDay as day', 'purchaseReceipt.dueDay', 'item.code',
        'item.name as item', 'unit.code as unit', 'unit.places as unitPlaces', 'purchaseReceiptLine.quantity', 'purchaseLine.unitPrice',
      ])
      .orderBy(raw`partner.name collate nocase`).orderBy('partner.id').orderBy('purchaseReceipt.number').orderBy('purchaseReceiptLine.moveSeq')
    if (kind !== undefined) query = query.where('purchaseOrder.kind', '=', kind)
    for (const word of wordsOf(words)) query = query.where(({ eb, or }) => or([eb('partner.name', 'like', word), eb('item.name', 'like', word), eb('item.code', 'like', word)]))
    return db.all(query)
  },
  unitOf: row => row.unit,
  source: row => ({ entity: 'purchaseOrder', id: row.orderId }),
  signatures, orientation: 'landscape',
})

interface OpenRow {
  readonly vendor: string; readonly orderId: string; readonly order: string; readonly kind: OrderKind; readonly status: OrderStatus; readonly dueDay: string
  readonly late: number; readonly code: string
  readonly item: string; readonly unit: string; readonly unitPlaces: number; readonly quantity: Decimal; readonly received: Decimal
  readonly unitPrice: Decimal | null
}

/** What is still to come, and how late it is. */
export const openOrdersReport = defineReport<OpenRow>()({
  name: 'openOrders', permission: 'purchasing.view', titleKey: 'purchasing.reports.openOrders.title',
  descriptionKey: 'purchasing.reports.openOrders.description',
  filters: {
    kind: { kind: 'choice', labelKey: 'purchasing.fields.kind', choices: kindChoices }, onlyLate: { kind: 'flag', labelKey: 'purchasing.reports.onlyLate' },
    search,
  },
  columns: [
    { ...field('partner'), kind: 'text', width: 44, value: row => row.vendor },
    { key: 'order', labelKey: 'purchasing.fields.number', kind: 'text', width: 28, value: row => row.order },
    { ...field('status'), kind: 'status', width: 34, value: row => row.status, choices: statusChoices },
    { ...field('neededDay'), kind: 'day', width: 28, value: row => row.dueDay },
    {
      key: 'late', labelKey: 'purchasing.reports.daysLate', explainKey: 'purchasing.reports.daysLateHint', kind: 'integer', width: 18,
      value: row => (row.late > 0 ? row.late : null),
    },
    { key: 'code', labelKey: 'fields.code', kind: 'text', width: 28, value: row => row.code },
    { ...field('item'), kind: 'text', width: 46, value: row => row.item },
    { ...field('quantity'), kind: 'decimal', width: 22, value: row => row.quantity, places: row => row.unitPlaces },
    { ...field('rest'), kind: 'decimal', width: 22, value: row => restOf(row), places: row => row.unitPlaces, total: 'sum' },
    { ...field('unit'), kind: 'text', width: 16, value: row => row.unit },
    { ...field('amount'), kind: 'money', width: 30, isCost: true, value: row => worth(row, restOf(row)), total: 'sum' },
  ],
  groupBy: () => 'partner',
  rows({ db, today }, { kind, onlyLate, search: words }) {
    let query = sql.selectFrom('purchaseLine').innerJoin('purchaseOrder', 'purchaseOrder.id', 'purchaseLine.orderId')
      .innerJoin('partner', 'partner.id', 'purchaseOrder.partnerId')
      .innerJoin('item', 'item.id', 'purchaseLine.itemId').innerJoin('unit', 'unit.id', 'purchaseLine.unitId')
      .where('purchaseOrder.status', 'in', [...awaitedStatuses]).whereRef('purchaseLine.received', '<', 'purchaseLine.quantity')
      .select([
        'partner.name as vendor', 'purchaseOrder.id as orderId', 'purchaseOrder.number as order', 'purchaseOrder.kind', 'purchaseOrder.status',
        raw<string>`coalesce(purchaseLine.neededDay, purchaseOrder.expectedDay)`.as('dueDay'),
        'item.code', 'item.name as item', 'unit.code as unit', 'unit.places as unitPlaces', 'purchaseLine.quantity', 'purchaseLine.received',
        'purchaseLine.unitPrice',
      ])
      .orderBy(raw`partner.name collate nocase`).orderBy('partner.id').orderBy('dueDay').orderBy('purchaseOrder.number').orderBy('purchaseLine.position')
    if (kind !== undefined) query = query.where('purchaseOrder.kind', '=', kind)
    for (const word of wordsOf(words)) query = query.where(({ eb, or }) => or([eb('partner.name', 'like', word), eb('item.name', 'like', word), eb('item.code', 'like', word)]))
    const rows = db.all(query).map(row => ({ ...row, late: daysBetween(row.dueDay as BusinessDay, today) }))
    return onlyLate ? rows.filter(({ late }) => late > 0) : rows
  },
  unitOf: row => row.unit,
  source: row => ({ entity: 'purchaseOrder', id: row.orderId }),
  signatures, orientation: 'landscape',
})

const score = (key: 'quality' | 'delivery' | 'price' | 'responsiveness' | 'flexibility' | 'score') =>
  ({ ...field(key), kind: 'decimal', width: 26, value: (row: NamedScore) => row[key], places: () => 1 }) as const

/** MD-6, over the months of a period. */
export const vendorScoresReport = defineReport<NamedScore>()({
  name: 'vendorScores', permission: 'purchasing.view', titleKey: 'purchasing.reports.vendorScores.title',
  descriptionKey: 'purchasing.reports.vendorScores.description',
  filters: { period: { kind: 'period', labelKey: 'reports.filters.period' } },
  columns: [
    { key: 'code', labelKey: 'fields.code', kind: 'text', width: 30, value: row => row.partnerCode },
    { ...field('partner'), kind: 'text', width: 56, value: row => row.partnerName },
    { ...score('score'), explainKey: 'purchasing.vendors.subtitle' }, score('quality'), score('delivery'), score('price'), score('responsiveness'),
    score('flexibility'),
    { key: 'receipts', labelKey: 'purchasing.reports.receipts', kind: 'integer', width: 22, value: row => row.receipts, total: 'sum' },
    { key: 'onTime', labelKey: 'purchasing.receipts.onTime', kind: 'integer', width: 22, value: row => row.onTime, total: 'sum' },
  ],
  rows: ({ db }, { period }) => listVendorScores(db, { fromMonth: monthOf(period.from), toMonth: monthOf(period.to) }),
  source: row => ({ entity: 'partner', id: row.partnerId }),
  signatures, orientation: 'landscape',
})

function wordsOf(search: string): string[] {
  return search.split(/\s+/).filter(Boolean).map(containing)
}
