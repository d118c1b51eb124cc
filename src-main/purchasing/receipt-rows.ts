import { sql as raw } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { AwaitedLine, AwaitedOrder, Receipt, ReceiptLine, receipts } from '../../shared/purchasing/receipts.ts'
import { awaitedStatuses } from '../../shared/purchasing/rules.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { isAmong, narrowed, textColumn } from '../masters/lookup.ts'
import { isSeen, type Sections } from '../warehouse/places.ts'
import { linesOf, orderRows } from './order-rows.ts'

const receiptRows = sql.selectFrom('purchaseReceipt')
  .innerJoin('purchaseOrder', 'purchaseOrder.id', 'purchaseReceipt.orderId')
  .innerJoin('partner', 'partner.id', 'purchaseReceipt.partnerId')
  .innerJoin('location', 'location.id', 'purchaseReceipt.locationId')
  .innerJoin('user as creator', 'creator.id', 'purchaseReceipt.createdBy')
  .leftJoin('user as reverser', 'reverser.id', 'purchaseReceipt.reversedBy')
  .select([
    'purchaseReceipt.id', 'purchaseReceipt.version', 'purchaseReceipt.createdAt', 'purchaseReceipt.number', 'purchaseReceipt.status', 'purchaseReceipt.orderId',
    'purchaseOrder.number as orderNumber', 'purchaseReceipt.partnerId', 'partner.name as partnerName', 'purchaseReceipt.locationId',
    'location.name as locationName',
    'purchaseReceipt.receivedDay', 'purchaseReceipt.dueDay', 'purchaseReceipt.deliveryNote', 'purchaseReceipt.notes', 'creator.fullName as createdByName',
    'reverser.fullName as reversedByName', 'purchaseReceipt.reversedAt', 'purchaseReceipt.reverseReason',
  ])

const receiptLineRows = sql.selectFrom('purchaseReceiptLine')
  .innerJoin('purchaseLine', 'purchaseLine.id', 'purchaseReceiptLine.lineId')
  .innerJoin('unit', 'unit.id', 'purchaseLine.unitId')
  .innerJoin('item', 'item.id', 'purchaseReceiptLine.itemId')
  .innerJoin('unit as itemUnit', 'itemUnit.id', 'item.unitId')
  .innerJoin('stockLot', 'stockLot.id', 'purchaseReceiptLine.lotId')
  .innerJoin('location', 'location.id', 'purchaseReceiptLine.locationId')
  .select([
    'purchaseReceiptLine.id', 'purchaseReceiptLine.receiptId', 'purchaseReceiptLine.lineId', 'purchaseReceiptLine.itemId', 'item.code as itemCode',
    'item.name as itemName',
    'purchaseReceiptLine.quantity', 'unit.code as unitCode', 'unit.places as unitPlaces', 'purchaseReceiptLine.stockQuantity', 'itemUnit.code as itemUnitCode',
    'itemUnit.places as itemUnitPlaces', 'purchaseReceiptLine.lotId', 'stockLot.code as lotCode', 'stockLot.supplierLot', 'stockLot.expiresOn',
    'location.name as locationName', 'purchaseReceiptLine.moveSeq',
  ])
  .orderBy('purchaseReceiptLine.moveSeq')

type Head = Omit<Receipt, 'lines'>

function withLines(db: Reader, heads: readonly Head[]): Receipt[] {
  const lines = db.all(receiptLineRows.where(isAmong('purchaseReceiptLine.receiptId', JSON.stringify(heads.map(({ id }) => id)))))
  const byReceipt = Map.groupBy<string, ReceiptLine>(lines, ({ receiptId }) => receiptId)
  return heads.map(head => ({ ...head, lines: byReceipt.get(head.id) ?? [] }))
}

/** The deliveries of an order, the newest first. */
export function receiptsOf(db: Reader, orderId: string): Receipt[] {
  return withLines(db, db.all(receiptRows.where('purchaseReceipt.orderId', '=', orderId).orderBy('purchaseReceipt.number', 'desc')))
}

/** Throws `not-found`. */
export function receiptOf(db: Reader, id: string): Receipt {
  db.get('purchaseReceipt', id)
  return withLines(db, [db.one(receiptRows.where('purchaseReceipt.id', '=', id))])[0]!
}

/** Its own place, and those its lines were put at. */
export function placesOfReceipt(db: Reader, id: string): string[] {
  const lines = db.all(sql.selectFrom('purchaseReceiptLine').where('receiptId', '=', id).select('locationId'))
  return [db.get('purchaseReceipt', id), ...lines].map(({ locationId }) => locationId)
}

/** Deliveries into places of the asker's sections, and the factory's. */
export function listReceipts(db: Reader, mine: Sections, input: ParsedInputOf<typeof receipts.listReceipts>): Page<Receipt> {
  const { fromDay, toDay, ...filter } = input.filter
  let query = narrowed(sql.with('entry', () => receiptRows.where(isSeen('location', mine))).selectFrom('entry').selectAll('entry'), filter, {
    partnerId: 'entry.partnerId', orderId: 'entry.orderId', status: 'entry.status',
  })
  if (fromDay !== undefined) query = query.where('entry.receivedDay', '>=', fromDay)
  if (toDay !== undefined) query = query.where('entry.receivedDay', '<=', toDay)
  const { rows, ...page } = listPage(db, input, {
    query,
    columns: { number: 'entry.number', receivedDay: 'entry.receivedDay', partnerName: textColumn('entry.partnerName'), orderNumber: 'entry.orderNumber' },
    search: ['entry.number', 'entry.orderNumber', 'entry.partnerName', 'entry.deliveryNote', 'entry.notes'],
    defaultSort: [{ column: 'number', descending: true }],
    id: 'entry.id',
  })
  return { ...page, rows: withLines(db, rows) }
}

/** Orders of which goods may come, those that are due first before the others. */
export function listAwaited(db: Reader, input: ParsedInputOf<typeof receipts.listAwaited>): Page<AwaitedOrder> {
  const { expectedTo, ...filter } = input.filter
  const awaited = orderRows.where('purchaseOrder.status', 'in', [...awaitedStatuses])
  const query = narrowed(sql.with('entry', () => awaited).selectFrom('entry').selectAll('entry'), filter, { partnerId: 'entry.partnerId', kind: 'entry.kind' })
  return listPage(db, input, {
    query: expectedTo === undefined ? query : query.where('entry.expectedDay', '<=', expectedTo),
    columns: {
      number: 'entry.number', expectedDay: 'entry.expectedDay', partnerName: textColumn('entry.partnerName'), articleCode: textColumn('entry.articleCode'),
    },
    search: ['entry.number', 'entry.partnerName', 'entry.articleCode', 'entry.articleName'],
    defaultSort: [{ column: 'expectedDay', descending: false }],
    id: 'entry.id',
  })
}

export function awaitedLines(db: Reader, orderId: string): AwaitedLine[] {
  return linesOf(db, orderId)
}

/** How many receipts of each vendor came in a span of days, and how many of them in time; reversed ones never came. */
export function punctualityIn(db: Reader, fromDay: string, toDay: string): { partnerId: string; month: string; receipts: number; onTime: number }[] {
  return db.all(sql.selectFrom('purchaseReceipt').where('status', '=', 'POSTED').where('receivedDay', '>=', fromDay).where('receivedDay', '<=', toDay)
    .groupBy(['partnerId', raw`month`])
    .select(['partnerId', raw<string>`substr(receivedDay, 1, 7)`.as('month'), raw<number>`count(*)`.as('receipts'), raw<number>`sum(receivedDay <= dueDay)`.as('onTime')]))
}
