import { dayText } from '../../shared/core/day-text.ts'
import { decimalText } from '../../shared/core/decimal.ts'
import type { OrderLine, PurchaseOrder } from '../../shared/purchasing/orders.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { documentOnPaper, type PaperFact } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'
import { linesOf, orderOf } from './order-rows.ts'

type NumberedLine = OrderLine & { readonly line: number }

/** What the vendor is sent: the goods, what they cost, and boxes to sign in. Without an order, that of the newest, as a sample. */
function orderReport(orderId?: string): Report {
  return defineReport<NumberedLine>()({
    name: 'purchaseOrder', permission: 'purchasing.view', titleKey: 'purchasing.paper.title', descriptionKey: 'purchasing.paper.title', filters: {},
    columns: [
      { key: 'line', labelKey: 'purchasing.paper.line', kind: 'integer', width: 11, value: ({ line }) => line },
      { key: 'code', labelKey: 'fields.code', kind: 'text', width: 28, value: ({ itemCode }) => itemCode },
      {
        key: 'item', labelKey: 'purchasing.fields.item', kind: 'text', width: 48,
        value: ({ itemName, notes }) => (notes === '' ? itemName : `${itemName} – ${notes}`),
      },
      {
        key: 'quantity', labelKey: 'purchasing.fields.quantity', kind: 'decimal', width: 24, value: ({ quantity }) => quantity,
        places: ({ unitPlaces }) => unitPlaces,
      },
      { key: 'unit', labelKey: 'purchasing.fields.unit', kind: 'text', width: 21, value: ({ unitCode }) => unitCode },
      {
        key: 'unitPrice', labelKey: 'purchasing.fields.unitPrice', kind: 'decimal', width: 28, isCost: true, value: ({ unitPrice }) => unitPrice ?? null,
        places: () => 2,
      },
      { key: 'amount', labelKey: 'purchasing.fields.amount', kind: 'money', width: 32, isCost: true, value: ({ amount }) => amount ?? null, total: 'sum' },
      { key: 'neededDay', labelKey: 'purchasing.fields.neededDay', kind: 'day', width: 27, value: ({ neededDay }) => neededDay },
    ],
    rows: ({ db }) => linesOf(db, orderId ?? newestOrder(db)).map((line, at) => ({ ...line, line: at + 1 })),
    signatures: ['reports.signatures.preparedBy', 'reports.signatures.approvedBy', 'purchasing.paper.vendor'],
    orientation: 'portrait',
  })
}

/** The order's paper as one of the factory's documents. */
export const orderPaperForm = orderReport()

function newestOrder(db: Reader): string {
  return db.first(sql.selectFrom('purchaseLine').innerJoin('purchaseOrder', 'purchaseOrder.id', 'purchaseLine.orderId').select('purchaseOrder.id')
    .orderBy('purchaseOrder.number', 'desc').limit(1))?.id ?? ''
}

/** An order on the factory's paper, in the language asked for. */
export function orderPaper(context: JobContext, id: string, language: Language): Promise<Paper> {
  const { db } = context
  const order = orderOf(db, id)
  const facts = factsOf(order, db.get('partner', order.partnerId).address, language)
  return documentOnPaper(context, { report: orderReport(id), language, subject: `${order.number} · ${dayText(order.orderDay)}`, facts })
}

/** What stands above the goods. */
function factsOf(
  { partnerName, partnerCode, expectedDay, articleName, articleQuantity, sourceNumber, week, destination, notes }: PurchaseOrder, address: string,
  language: Language,
): PaperFact[] {
  return [
    ['purchasing.fields.partner', `${partnerName} (${partnerCode})`], ['purchasing.fields.vendorAddress', address],
    ['purchasing.fields.expectedDay', dayText(expectedDay)],
    ['purchasing.fields.article', articleName], ['purchasing.fields.articleQuantity', articleQuantity === null ? null : decimalText(articleQuantity)],
    ['purchasing.fields.source', sourceNumber], ['purchasing.fields.week', week],
    ['purchasing.fields.destination', destination === null ? null : textOf(language, `masters.destinations.${destination}`)],
    ['purchasing.fields.notes', notes],
  ]
}
