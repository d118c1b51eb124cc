import { decimal, decimalText } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue } from '../../shared/imports/target.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { openUnits, type UnitBook } from '../engineering/conversions.ts'
import { fault, foldCase, type AcceptedRow, type ApplyTools, type ListTarget, type MatchedRow, type TargetRecord } from '../imports/target.ts'
import type { CommandContext } from '../core/handlers.ts'
import { saveLines } from './orders.ts'

/** The goods of orders that are drafts, by order and item; what is left out of the file stays. */
export const orderLinesTarget: ListTarget = {
  name: 'orderLines',
  entity: 'purchaseLine',
  permissions: { view: 'purchasing.view', insert: 'purchasing.update', update: 'purchasing.update' },
  modes: ['insert', 'update'],
  mostRows: 5_000,
  fields: [
    {
      name: 'order', kind: 'text', isRequired: true, isKey: true, maximum: 40,
      headings: ['Nomor PO', 'No PO', 'PO', 'PO number', 'Order number', 'Purchase order'],
    },
    {
      name: 'item', kind: 'reference', reference: 'item', isRequired: true, isKey: true,
      headings: ['Barang', 'Kode barang', 'Item', 'Item code', 'Material', 'SKU', 'Kode'],
    },
    { name: 'quantity', kind: 'decimal', isRequired: true, least: 'positive', headings: ['Jumlah', 'Qty', 'Quantity', 'Jumlah pesanan'] },
    { name: 'unit', kind: 'reference', reference: 'unit', headings: ['Satuan', 'Unit', 'UoM', 'Sat'] },
    { name: 'unitPrice', kind: 'decimal', least: 0, isCost: true, headings: ['Harga', 'Harga satuan', 'Price', 'Unit price'] },
    { name: 'neededDay', kind: 'day', isNearOthers: true, headings: ['Dibutuhkan', 'Tanggal kirim', 'Needed', 'Needed on', 'Delivery date'] },
    { name: 'notes', kind: 'text', maximum: 1000, empty: '', headings: ['Catatan', 'Keterangan', 'Notes', 'Remarks'] },
  ],
  count: db => draftLines(db).length,
  prepare(db) {
    const tools = { drafts: draftNumbers(db), items: itemsByCode(db), units: unitsByCode(db), book: openUnits(db) }
    return { records: draftLines(db), check: row => lineIssues(row, tools) }
  },
  apply(context, rows, { lookup, at }) {
    for (const row of rows) at(row.row, () => applyRow(context, row, lookup))
  },
}

function applyRow(context: CommandContext, { id, version, values }: AcceptedRow, lookup: ApplyTools['lookup']): void {
  const { db } = context
  const before = id === null ? undefined : db.get('purchaseLine', id)
  const given = (name: string): FieldValue | undefined => (name in values ? values[name] : undefined)
  const number = given('order')
  const orderId = before?.orderId ?? db.one(sql.selectFrom('purchaseOrder').select('id').where('number', '=', String(number).toUpperCase())).id
  const price = given('unitPrice')
  const needed = given('neededDay')
  const unit = given('unit')
  saveLines(context, orderId, [{
    ...(before && { id: before.id, version: version ?? before.version }),
    itemId: before?.itemId ?? lookup.id('item', String(given('item'))),
    unitId: unit === undefined ? before?.unitId ?? null : unit === null || unit === '' ? null : lookup.id('unit', String(unit)),
    quantity: given('quantity') === undefined ? before!.quantity : decimal(String(given('quantity'))),
    ...(price !== undefined && { unitPrice: price === null || price === '' ? null : decimal(String(price)) }),
    neededDay: (needed === undefined ? before?.neededDay ?? null : needed === '' ? null : needed) as BusinessDay | null,
    notes: String(given('notes') ?? before?.notes ?? ''),
  }])
}

function draftLines(db: Reader): TargetRecord[] {
  const rows = db.all(sql.selectFrom('purchaseLine').innerJoin('purchaseOrder', 'purchaseOrder.id', 'purchaseLine.orderId')
    .innerJoin('item', 'item.id', 'purchaseLine.itemId').innerJoin('unit', 'unit.id', 'purchaseLine.unitId')
    .where('purchaseOrder.status', '=', 'DRAFT')
    .select(['purchaseLine.id', 'purchaseLine.version', 'purchaseOrder.number', 'item.code', 'unit.code as unit', 'purchaseLine.quantity', 'purchaseLine.unitPrice', 'purchaseLine.neededDay', 'purchaseLine.notes'])
    .orderBy('purchaseOrder.number').orderBy('purchaseLine.position'))
  return rows.map(({ id, version, number, code, unit, quantity, unitPrice, neededDay, notes }) => ({
    id, version, isActive: true,
    values: {
      order: number, item: code, quantity: decimalText(quantity), unit, unitPrice: unitPrice === null ? null : decimalText(unitPrice), neededDay, notes,
    },
  }))
}

interface ItemFacts { readonly id: string; readonly unitId: string; readonly isService: boolean }
interface UnitFacts { readonly id: string; readonly places: number }
interface Tools {
  readonly drafts: ReadonlySet<string>; readonly items: ReadonlyMap<string, ItemFacts>; readonly units: ReadonlyMap<string, UnitFacts>; readonly book: UnitBook
}

function lineIssues({ values }: MatchedRow, { drafts, items, units, book }: Tools): RowIssue[] {
  const [order, quantity] = [String(values.order), String(values.quantity)]
  if (!drafts.has(foldCase(order))) return [fault('order', 'order-not-draft', { value: order })]
  const item = items.get(foldCase(String(values.item)))
  if (!item) return []
  if (item.isService) return [fault('item', 'service-item', { value: String(values.item) })]
  const unit = typeof values.unit === 'string' && values.unit !== '' ? units.get(foldCase(values.unit)) : [...units.values()].find(({ id }) => id === item.unitId)
  if (!unit) return []
  if (!isConvertible(book, item, unit)) return [fault('unit', 'no-conversion', { value: String(values.unit) })]
  return fitsUnit(decimal(quantity), unit.places) ? [] : [fault('quantity', 'unit-places', { value: quantity, places: unit.places })]
}

function isConvertible(book: UnitBook, item: ItemFacts, unit: UnitFacts): boolean {
  try {
    book.factor(item.id, unit.id, item.unitId)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'no-conversion') return false
    throw error
  }
}

function draftNumbers(db: Reader): ReadonlySet<string> {
  return new Set(db.all(sql.selectFrom('purchaseOrder').select('number').where('status', '=', 'DRAFT')).map(({ number }) => foldCase(number)))
}

function itemsByCode(db: Reader): Tools['items'] {
  return new Map(db.all(sql.selectFrom('item').select(['id', 'code', 'unitId', 'kind'])).map(({ id, code, unitId, kind }) => [foldCase(code), { id, unitId, isService: kind === 'SERVICE' }]))
}

function unitsByCode(db: Reader): Tools['units'] {
  return new Map(db.all(sql.selectFrom('unit').select(['id', 'code', 'places'])).map(({ id, code, places }) => [foldCase(code), { id, places }]))
}
