import { sql as raw } from 'kysely'
import { compareDecimals, decimal, decimalText, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { largestQuantity } from '../../shared/warehouse/quantity.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { fault, foldCase, type AcceptedRow, type ApplyTools, type ImportTarget, type MatchedRow, type TargetRecord } from '../imports/target.ts'
import { openOpenings, type OpeningStock } from './opening.ts'
import { totalOf } from './totals.ts'

/**
 * What the books begin with, by item and place. What was posted before is its record, so that the same list twice is posted once;
 * another quantity posts the difference, as long as nothing else has moved there.
 */
export const openingStockTarget: ImportTarget = {
  name: 'openingStock',
  entity: 'stockMove',
  permissions: { view: 'warehouse.view', insert: 'warehouse.update', update: 'warehouse.update' },
  modes: ['insert', 'update'],
  mostRows: 30_000,
  fields: [
    {
      name: 'item', kind: 'reference', reference: 'item', isRequired: true, isKey: true,
      headings: ['Barang', 'Item', 'Kode', 'Code', 'Material', 'SKU', 'Stock code'],
    },
    {
      name: 'location', kind: 'reference', reference: 'location', isRequired: true, isKey: true, headings: ['Lokasi', 'Location', 'Gudang', 'Warehouse', 'Rak'],
    },
    {
      name: 'quantity', kind: 'decimal', isRequired: true, least: 'positive', most: Number(decimalText(largestQuantity)),
      headings: ['Qty', 'Quantity', 'Stok', 'Stock', 'Saldo', 'Saldo awal', 'On hand', 'Stok awal', 'Opening stock'],
    },
  ],
  count: db => openings(db).length,
  prepare(db) {
    const tools = { places: placesByItem(db), stores: storeCodes(db), moved: otherMoves(db), available: availableStocks(db) }
    return { records: openings(db), check: row => openingIssues(row, tools) }
  },
  apply(context, rows, { lookup, at }) {
    const found = rows.flatMap(row => placeOf(row, lookup, at))
    const book = openOpenings(context, found.map(({ itemId }) => itemId))
    for (const { row, before, itemId, locationId, quantity } of found) {
      at(row, () => void book.post({ itemId, locationId, quantity }, decimal(String(before.quantity ?? '0'))))
    }
  },
}

/** The row with what its codes mean now. */
function placeOf(
  { row, id, values, before }: AcceptedRow, lookup: ApplyTools['lookup'], at: ApplyTools['at'],
): (OpeningStock & Pick<AcceptedRow, 'row' | 'before'>)[] {
  const places: (OpeningStock & Pick<AcceptedRow, 'row' | 'before'>)[] = []
  at(row, () => {
    const [item, location] = (id ?? idOf(String(values.item), String(values.location))).split('\u0000')
    places.push({ row, before, itemId: lookup.id('item', item), locationId: lookup.id('location', location), quantity: decimal(String(values.quantity)) })
  })
  return places
}

/** A record's id is its two codes: the openings of one item at one place are several moves. */
function idOf(item: string, location: string): string {
  return `${item}\u0000${location}`
}

/** Moves at places that keep stock, each as it changes that place. */
const changes = sql.selectFrom('stockMove').innerJoin('location', join => join
  .on(({ eb, or, ref }) => or([eb('location.id', '=', ref('stockMove.fromLocationId')), eb('location.id', '=', ref('stockMove.toLocationId'))])))
  .innerJoin('item', 'item.id', 'stockMove.itemId')
  .where('location.kind', '=', 'INTERNAL')

function openings(db: Reader): TargetRecord[] {
  const totals = changes.where('stockMove.kind', '=', 'OPENING').groupBy(['stockMove.itemId', 'location.id']).select([
    'item.code as item', 'location.code as location',
    totalOf(raw`case when stockMove.toLocationId = location.id then stockMove.quantity else -stockMove.quantity end`).as('quantity'),
  ]).orderBy('item.code').orderBy('location.code')
  return db.all(totals).filter(({ quantity }) => quantity !== zero).map(({ item, location, quantity }) => ({
    id: idOf(item, location), version: 0, isActive: true, values: { item, location, quantity: decimalText(quantity) },
  }))
}

interface Tools {
  readonly places: ReadonlyMap<string, number | 'service'>
  readonly stores: ReadonlySet<string>
  readonly moved: ReadonlySet<string>
  readonly available: ReadonlyMap<string, Decimal>
}

function openingIssues({ values, record }: MatchedRow, { places, stores, moved, available }: Tools): RowIssue[] {
  const [item, location, quantity] = [String(values.item), String(values.location), String(values.quantity)]
  const decimals = places.get(foldCase(item)) ?? 4
  if (decimals === 'service') return [fault('item', 'service-item', { value: item })]
  if (!stores.has(foldCase(location))) return [fault('location', 'not-a-store', { value: location })]
  if (!fitsUnit(decimal(quantity), decimals)) return [fault('quantity', 'unit-places', { value: quantity, places: decimals })]
  const id = idOf(item, location)
  if (moved.has(id)) return [fault(null, 'stock-moved')]
  const left = available.get(id) ?? zero
  const taken = record ? subtractDecimals(decimal(String(record.values.quantity)), decimal(quantity)) : zero
  return compareDecimals(taken, left) > 0 ? [fault('quantity', 'opening-short', { value: quantity, available: decimalText(left) })] : []
}

function placesByItem(db: Reader): ReadonlyMap<string, number | 'service'> {
  const items = sql.selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId').select(['item.code', 'item.kind', 'unit.places'])
  return new Map(db.all(items).map(({ code, kind, places }) => [foldCase(code), kind === 'SERVICE' ? 'service' : places]))
}

function storeCodes(db: Reader): ReadonlySet<string> {
  return new Set(db.all(sql.selectFrom('location').select('code').where('kind', '=', 'INTERNAL')).map(({ code }) => foldCase(code)))
}

/** Where anything but opening stock has moved. */
function otherMoves(db: Reader): ReadonlySet<string> {
  const moves = changes.where('stockMove.kind', '<>', 'OPENING').select(['item.code as item', 'location.code as location']).distinct()
  return new Set(db.all(moves).map(({ item, location }) => idOf(item, location)))
}

function availableStocks(db: Reader): ReadonlyMap<string, Decimal> {
  const balances = sql.selectFrom('stockBalance').innerJoin('item', 'item.id', 'stockBalance.itemId')
    .innerJoin('location', 'location.id', 'stockBalance.locationId')
    .select(['item.code as item', 'location.code as location', 'stockBalance.onHand', 'stockBalance.reserved'])
  return new Map(db.all(balances).map(({ item, location, onHand, reserved }) => [idOf(item, location), subtractDecimals(onHand, reserved)]))
}
