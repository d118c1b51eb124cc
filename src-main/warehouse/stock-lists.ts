import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { ageBand, stockAge, stockStatuses, type StockStatus } from '../../shared/warehouse/rules.ts'
import type { ItemStockRow, stock, StockRow, Store } from '../../shared/warehouse/stock.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { textColumn } from '../masters/lookup.ts'
import { isSeen, type Sections } from './places.ts'
import { withValues, type StockAsker } from './stock-values.ts'
import { availableByItem, totalOf } from './totals.ts'

/** WH-7 as `stockStatus` has it, for filtering in the database. */
const statusOf = raw<StockStatus>`case when coalesce(total.available, 0) <= 0 then 'CRITICAL'
  when total.available <= item.minimumStock then 'LOW' else 'OK' end`

/** Of one item, where that is all that is asked for: then the others are not summed up. */
function totals(itemId: string | undefined) {
  return itemId === undefined ? availableByItem : availableByItem.where('stockBalance.itemId', '=', itemId)
}

function stockRows(mine: Sections, itemId?: string) {
  return sql
    .with('total', () => totals(itemId))
    .with('entry', db => db.selectFrom('stockBalance')
      .innerJoin('item', 'item.id', 'stockBalance.itemId')
      .innerJoin('unit', 'unit.id', 'item.unitId')
      .innerJoin('location', 'location.id', 'stockBalance.locationId')
      .leftJoin('section', 'section.id', 'location.sectionId')
      .leftJoin('total', 'total.itemId', 'stockBalance.itemId')
      .where(isSeen('location', mine))
      .select([
        'stockBalance.id', 'stockBalance.itemId', 'item.code as itemCode', 'item.name as itemName', 'item.kind as itemKind', 'item.category',
        'unit.code as unitCode', 'unit.places as unitPlaces', 'stockBalance.locationId', 'location.code as locationCode',
        'location.name as locationName',
        'location.sectionId', 'section.name as sectionName', 'stockBalance.onHand', 'stockBalance.reserved', 'item.minimumStock', 'item.unitCost',
        'stockBalance.lastMoveAt', 'stockBalance.lastInDay',
        raw<Decimal>`stockBalance.onHand - stockBalance.reserved`.as('available'),
        raw<Decimal>`coalesce(total.available, 0)`.as('totalAvailable'),
        statusOf.as('status'),
      ]))
    .selectFrom('entry')
    .selectAll('entry')
}

export function listStock({ db, settings, mine }: StockAsker, today: string, input: ParsedInputOf<typeof stock.listStock>): Page<StockRow> {
  const { itemId, locationId, sectionId, status, itemKind, category, hasStock } = input.filter
  let query = stockRows(mine, itemId)
  if (itemId !== undefined) query = query.where('entry.itemId', '=', itemId)
  if (locationId !== undefined) query = query.where('entry.locationId', '=', locationId)
  if (sectionId !== undefined) query = query.where('entry.sectionId', '=', sectionId)
  if (status !== undefined) query = query.where('entry.status', 'in', status)
  if (itemKind !== undefined) query = query.where('entry.itemKind', '=', itemKind)
  if (category !== undefined) query = query.where('entry.category', '=', category)
  if (hasStock !== undefined) query = query.where('entry.onHand', hasStock ? '>' : '=', 0 as Decimal)
  const { rows, ...rest } = listPage(db, input, {
    query,
    columns: {
      itemCode: textColumn('entry.itemCode'), itemName: textColumn('entry.itemName'), category: textColumn('entry.category'),
      locationName: textColumn('entry.locationName'), sectionName: textColumn('entry.sectionName'), onHand: 'entry.onHand',
      reserved: 'entry.reserved',
      available: 'entry.available', minimumStock: 'entry.minimumStock', lastMoveAt: 'entry.lastMoveAt', lastInDay: 'entry.lastInDay',
    },
    search: ['entry.itemCode', 'entry.itemName', 'entry.locationCode', 'entry.locationName'],
    defaultSort: [{ column: 'itemCode', descending: false }, { column: 'locationName', descending: false }],
    id: 'entry.id',
  })
  return { rows: withValues({ db, settings, mine }, rows).map(row => stockRow(row, today)), ...rest }
}

/** The stock of one item, place by place. */
export function placesOf(asker: StockAsker, today: string, itemId: string): StockRow[] {
  const rows = asker.db.all(stockRows(asker.mine, itemId).where('entry.itemId', '=', itemId).orderBy('entry.locationName'))
  return withValues(asker, rows).map(row => stockRow(row, today))
}

type Kept = Omit<StockRow, 'ageDays' | 'ageBand'> & { readonly lastInDay: string | null; readonly unitCost: Decimal | null }

function stockRow({ lastInDay, unitCost: _own, ...row }: Kept, today: string): StockRow {
  const ageDays = lastInDay === null ? null : stockAge(lastInDay as BusinessDay, today as BusinessDay)
  return { ...row, ageDays, ageBand: ageDays === null ? null : ageBand(ageDays) }
}

function itemRows(mine: Sections, itemId?: string) {
  return sql
    .with('total', () => totals(itemId))
    .with('seen', db => db.selectFrom('stockBalance')
      .innerJoin('location', 'location.id', 'stockBalance.locationId')
      .where(isSeen('location', mine))
      .where(itemId === undefined ? raw<SqlBool>`1` : raw<SqlBool>`stockBalance.itemId = ${itemId}`)
      .groupBy('stockBalance.itemId')
      .select([
        'stockBalance.itemId', totalOf(raw`stockBalance.onHand`).as('onHand'), totalOf(raw`stockBalance.reserved`).as('reserved'),
        raw<number>`sum(stockBalance.onHand > 0)`.as('places'), raw<string>`max(stockBalance.lastMoveAt)`.as('lastMoveAt'),
      ]))
    .with('entry', db => db.selectFrom('item')
      .innerJoin('unit', 'unit.id', 'item.unitId')
      .leftJoin('seen', 'seen.itemId', 'item.id')
      .leftJoin('total', 'total.itemId', 'item.id')
      .where('item.kind', '<>', 'SERVICE')
      .select([
        'item.id as itemId', 'item.code as itemCode', 'item.name as itemName', 'item.kind as itemKind', 'item.category', 'item.isActive',
        'unit.code as unitCode', 'unit.places as unitPlaces', 'item.minimumStock', 'item.unitCost', 'seen.lastMoveAt',
        zeroIfNone('seen.onHand').as('onHand'), zeroIfNone('seen.reserved').as('reserved'),
        raw<Decimal>`coalesce(seen.onHand - seen.reserved, 0)`.as('available'), raw<number>`coalesce(seen.places, 0)`.as('places'),
        statusOf.as('status'),
      ]))
    .selectFrom('entry')
    .selectAll('entry')
}

/** What is in use, and what is not but still lies about. */
const isListed = raw<boolean>`(entry.isActive = 1 or entry.onHand > 0)`

export function listItemStock({ db, settings, mine }: StockAsker, input: ParsedInputOf<typeof stock.listItemStock>): Page<ItemStockRow> {
  const { status, itemKind, category, hasStock } = input.filter
  let query = itemRows(mine).where(isListed)
  if (status !== undefined) query = query.where('entry.status', 'in', status)
  if (itemKind !== undefined) query = query.where('entry.itemKind', '=', itemKind)
  if (category !== undefined) query = query.where('entry.category', '=', category)
  if (hasStock !== undefined) query = query.where('entry.onHand', hasStock ? '>' : '=', 0 as Decimal)
  const { rows, ...rest } = listPage(db, input, {
    query,
    columns: {
      itemCode: textColumn('entry.itemCode'), itemName: textColumn('entry.itemName'), category: textColumn('entry.category'), onHand: 'entry.onHand',
      reserved: 'entry.reserved', available: 'entry.available', minimumStock: 'entry.minimumStock', lastMoveAt: 'entry.lastMoveAt',
    },
    search: ['entry.itemCode', 'entry.itemName'],
    defaultSort: [{ column: 'itemCode', descending: false }],
    id: 'entry.itemId',
  })
  return { rows: withValues({ db, settings, mine }, rows), ...rest }
}

/** One item with its stock at all places seen, also of an inactive one. Throws `not-found`. */
export function itemStock(asker: StockAsker, itemId: string) {
  asker.db.get('item', itemId)
  const [row] = withValues(asker, [asker.db.one(itemRows(asker.mine, itemId).where('entry.itemId', '=', itemId))])
  return row!
}

/** For which documents an item is kept, at the places seen; what other sections asked for only as a sum a place, without a name (IA-5). */
export function reservationsOf(db: Reader, mine: Sections, itemId: string): OutputOf<typeof stock.getItemStock>['reservations'] {
  const kept = sql.selectFrom('stockReservation').innerJoin('location', 'location.id', 'stockReservation.locationId')
    .where('stockReservation.itemId', '=', itemId).where(isSeen('location', mine))
  const isNamed = isSeen('stockReservation', mine)
  const named = kept.where(isNamed)
    .select(['location.name as locationName', totalOf(raw`quantity`).as('quantity'), 'documentEntity', 'documentId', 'documentNumber'])
    .groupBy(['location.id', 'documentEntity', 'documentId']).orderBy(raw`min(stockReservation.createdAt)`)
  const others = kept.where(raw<SqlBool>`not ${isNamed}`)
    .select(['location.name as locationName', totalOf(raw`quantity`).as('quantity')]).groupBy('location.id').orderBy('location.name')
  return [...db.all(named), ...db.all(others).map(sum => ({ ...sum, documentEntity: null, documentId: null, documentNumber: null }))]
}

export function countStock(db: Reader): Record<StockStatus, number> {
  const counts = sql.with('total', () => availableByItem).selectFrom('item').leftJoin('total', 'total.itemId', 'item.id')
    .where('item.kind', '<>', 'SERVICE').where('item.isActive', '=', true)
    .select([statusOf.as('status'), raw<number>`count(*)`.as('count')]).groupBy('status')
  const found = new Map(db.all(counts).map(({ status, count }) => [status, count]))
  return Object.fromEntries(stockStatuses.map(status => [status, found.get(status) ?? 0])) as Record<StockStatus, number>
}

export function listStores(db: Reader, mine: Sections): Store[] {
  return db.all(sql.selectFrom('location').leftJoin('section', 'section.id', 'location.sectionId')
    .where('location.kind', '=', 'INTERNAL').where('location.isActive', '=', true).where(isSeen('location', mine))
    .select(['location.id', 'location.code', 'location.name', 'location.kind', 'location.sectionId', 'section.name as sectionName'])
    .orderBy(raw`location.sectionId is not null`).orderBy('location.name'))
}

function zeroIfNone(column: string): RawBuilder<Decimal> {
  return raw<Decimal>`coalesce(${raw.ref(column)}, 0)`
}
