import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { zero, type Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { AbcClass } from '../../shared/warehouse/abc.ts'
import { ageBand, availableStock, stockAge, stockStatus, stockStatuses, type StockStatus } from '../../shared/warehouse/rules.ts'
import type { ItemStockRow, stock, StockRow, Store } from '../../shared/warehouse/stock.ts'
import { keptList } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { placePaths, placesWithin } from '../engines/place-tree.ts'
import { isAmong, textColumn } from '../masters/lookup.ts'
import { ageLimits } from './ages.ts'
import { isSeen, type Sections } from './places.ts'
import { withValues, type StockAsker } from './stock-values.ts'
import { availableByItem, totalOf } from './totals.ts'

/** What is available of an item in the whole factory, read for the rows that are shown alone. */
const totalAvailable = raw<Decimal>`(select ${totalOf(raw`onHand - reserved`)} from stockBalance as anywhere where anywhere.itemId = item.id)`

/** WH-7 as `stockStatus` has it, for filtering in the database. */
function isOfStatus(column: string, statuses: readonly StockStatus[]): RawBuilder<SqlBool> {
  const total = raw.ref(column)
  return raw<SqlBool>`case when ${total} <= 0 then 'CRITICAL' when ${total} <= entry.minimumStock then 'LOW' else 'OK' end in (${raw.join([...statuses])})`
}

/** The class of an item, C where it has none yet. */
const classOf = raw<AbcClass>`coalesce((select itemClass.abcClass from itemClass where itemClass.itemId = item.id), 'C')`

/** As a kept list takes it: everything but who sees all sections differs from one asking to the next. */
interface Seen { readonly sections: readonly string[] | null }
const seenBy = (mine: Sections): Seen => ({ sections: mine === 'all' ? null : mine })
const sectionsOf = ({ sections }: Seen): Sections => sections ?? 'all'

function stockRows(mine: Sections) {
  return sql
    .with('entry', db => db.selectFrom('stockBalance')
      .innerJoin('item', 'item.id', 'stockBalance.itemId')
      .innerJoin('unit', 'unit.id', 'item.unitId')
      .innerJoin('location', 'location.id', 'stockBalance.locationId')
      .leftJoin('section', 'section.id', 'location.sectionId')
      .where(isSeen('location', mine))
      .select([
        'stockBalance.id', 'stockBalance.itemId', 'item.code as itemCode', 'item.name as itemName', 'item.kind as itemKind', 'item.category',
        'unit.code as unitCode', 'unit.places as unitPlaces', 'stockBalance.locationId', 'location.code as locationCode',
        'location.name as locationName',
        'location.sectionId', 'section.name as sectionName', 'stockBalance.onHand', 'stockBalance.reserved', 'item.minimumStock', 'item.unitCost',
        'stockBalance.lastMoveAt', 'stockBalance.lastInDay',
        raw<Decimal>`stockBalance.onHand - stockBalance.reserved`.as('available'),
        totalAvailable.as('totalAvailable'), classOf.as('abcClass'),
      ]))
    .selectFrom('entry')
    .selectAll('entry')
}

type StockRequest = ParsedInputOf<typeof stock.listStock>

/** `placeIds`: a place and all below it, as a JSON list. */
type PlaceFilter = Omit<StockRequest['filter'], 'locationId'> & { readonly placeIds: string | undefined }

const placeList = keptList(({ itemId, placeIds, sectionId, status, itemKind, category, abcClass, hasStock, ...seen }: PlaceFilter & Seen) => {
  let query = stockRows(sectionsOf(seen))
  if (itemId !== undefined) query = query.where('entry.itemId', '=', itemId)
  if (placeIds !== undefined) query = query.where(isAmong('entry.locationId', placeIds))
  if (sectionId !== undefined) query = query.where('entry.sectionId', '=', sectionId)
  if (status !== undefined) query = query.where(isOfStatus('entry.totalAvailable', status))
  if (itemKind !== undefined) query = query.where('entry.itemKind', '=', itemKind)
  if (category !== undefined) query = query.where('entry.category', '=', category)
  if (abcClass !== undefined) query = query.where('entry.abcClass', 'in', abcClass)
  if (hasStock !== undefined) query = query.where('entry.onHand', hasStock ? '>' : '=', zero)
  return {
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
  }
})

export function listStock(asker: StockAsker, today: string, input: StockRequest): Page<StockRow> {
  const { locationId, ...filter } = input.filter
  const placeIds = locationId === undefined ? undefined : JSON.stringify(placesWithin(asker.db, [locationId]))
  const { rows, ...rest } = placeList(asker.db, { ...input, filter: { ...filter, placeIds, ...seenBy(asker.mine) } })
  return { rows: stockRowsOf(asker, today, rows), ...rest }
}

/** The stock of one item, place by place. */
export function placesOf(asker: StockAsker, today: string, itemId: string): StockRow[] {
  const rows = asker.db.all(stockRows(asker.mine).where('entry.itemId', '=', itemId).orderBy('entry.locationName'))
  return stockRowsOf(asker, today, rows)
}

function stockRowsOf(asker: StockAsker, today: string, rows: readonly Unvalued[]): StockRow[] {
  const pathOf = placePaths(asker.db)
  return withValues(asker, rows).map(row => stockRow({ ...row, locationPath: pathOf(row.locationId) }, asker, today))
}

type Kept = Omit<StockRow, 'ageDays' | 'ageBand' | 'status'> & { readonly lastInDay: string | null; readonly unitCost: Decimal | null }
type Unvalued = Omit<Kept, 'value' | 'locationPath'>

function stockRow({ lastInDay, unitCost: _own, ...row }: Kept, { settings }: StockAsker, today: string): StockRow {
  const ageDays = lastInDay === null ? null : stockAge(lastInDay as BusinessDay, today as BusinessDay)
  return {
    ...row, status: stockStatus(row.totalAvailable, row.minimumStock), ageDays, ageBand: ageDays === null ? null : ageBand(ageDays, ageLimits(settings)),
  }
}

/** One figure of an item over the places that are seen; read where a list is sorted by it or narrowed to it. */
function over<Figure>(mine: Sections, figure: RawBuilder<Figure>): RawBuilder<Figure> {
  const seenAt = mine === 'all' ? raw`` : raw`join location on location.id = balance.locationId and ${isSeen('location', mine)}`
  return raw<Figure>`(select ${figure} from stockBalance as balance ${seenAt} where balance.itemId = item.id)`
}

const sumOf = (column: string) => totalOf(raw`${raw.ref(`balance.${column}`)}`)
/** All of them by one look at the places: on hand, reserved, how many places, and when it last moved. */
const levelsOf = raw<string>`json_array(${sumOf('onHand')}, ${sumOf('reserved')}, coalesce(sum(balance.onHand > 0), 0), max(balance.lastMoveAt))`

function itemRows(mine: Sections) {
  return sql
    .with('entry', db => db.selectFrom('item')
      .innerJoin('unit', 'unit.id', 'item.unitId')
      .where('item.kind', '<>', 'SERVICE')
      .select([
        'item.id as itemId', 'item.code as itemCode', 'item.name as itemName', 'item.kind as itemKind', 'item.category', 'item.isActive',
        'unit.code as unitCode', 'unit.places as unitPlaces', 'item.minimumStock', 'item.unitCost',
        over(mine, levelsOf).as('levels'), totalAvailable.as('totalAvailable'), classOf.as('abcClass'),
        over(mine, sumOf('onHand')).as('onHand'), over(mine, sumOf('reserved')).as('reserved'),
        over(mine, totalOf(raw`balance.onHand - balance.reserved`)).as('available'),
        over(mine, raw<string | null>`max(balance.lastMoveAt)`).as('lastMoveAt'),
      ]))
    .selectFrom('entry')
    .select([
      'entry.itemId', 'entry.itemCode', 'entry.itemName', 'entry.itemKind', 'entry.category', 'entry.unitCode', 'entry.unitPlaces', 'entry.minimumStock',
      'entry.unitCost',
      'entry.levels', 'entry.abcClass',
    ])
    // Who sees all places sees what there is in the whole factory.
    .select(mine === 'all' ? raw<Decimal | null>`null`.as('totalAvailable') : 'entry.totalAvailable')
}

type ItemRequest = ParsedInputOf<typeof stock.listItemStock>

const itemList = keptList(({ status, itemKind, category, abcClass, hasStock, ...seen }: ItemRequest['filter'] & Seen) => {
  // What is in use, and what is not but still lies about.
  let query = itemRows(sectionsOf(seen)).where(raw<SqlBool>`(entry.isActive = 1 or entry.onHand > 0)`)
  if (status !== undefined) query = query.where(isOfStatus('entry.totalAvailable', status))
  if (itemKind !== undefined) query = query.where('entry.itemKind', '=', itemKind)
  if (category !== undefined) query = query.where('entry.category', '=', category)
  if (abcClass !== undefined) query = query.where('entry.abcClass', 'in', abcClass)
  if (hasStock !== undefined) query = query.where('entry.onHand', hasStock ? '>' : '=', zero)
  return {
    query,
    columns: {
      itemCode: textColumn('entry.itemCode'), itemName: textColumn('entry.itemName'), category: textColumn('entry.category'), onHand: 'entry.onHand',
      reserved: 'entry.reserved', available: 'entry.available', minimumStock: 'entry.minimumStock', lastMoveAt: 'entry.lastMoveAt',
    },
    search: ['entry.itemCode', 'entry.itemName'],
    defaultSort: [{ column: 'itemCode', descending: false }],
    id: 'entry.itemId',
  }
})

export function listItemStock(asker: StockAsker, input: ItemRequest): Page<ItemStockRow> {
  const { rows, ...rest } = itemList(asker.db, { ...input, filter: { ...input.filter, ...seenBy(asker.mine) } })
  return { rows: withValues(asker, rows.map(itemRow)), ...rest }
}

type KeptItem = Omit<ItemStockRow, 'onHand' | 'reserved' | 'available' | 'places' | 'lastMoveAt' | 'status' | 'value'>
  & { readonly levels: string; readonly totalAvailable: Decimal | null; readonly unitCost: Decimal | null }

function itemRow({ levels, totalAvailable: total, ...row }: KeptItem) {
  const [onHand, reserved, places, lastMoveAt] = JSON.parse(levels) as [Decimal, Decimal, number, string | null]
  const available = availableStock({ onHand, reserved })
  return { ...row, onHand, reserved, available, places, lastMoveAt, status: stockStatus(total ?? available, row.minimumStock) }
}

/** One item with its stock at all places seen, also of an inactive one. Throws `not-found`. */
export function itemStock(asker: StockAsker, itemId: string) {
  const { isActive } = asker.db.get('item', itemId)
  const [row] = withValues(asker, [itemRow(asker.db.one(itemRows(asker.mine).where('entry.itemId', '=', itemId)))])
  return { ...row!, isActive }
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

const statusOfTotal = raw<StockStatus>`case when coalesce(total.available, 0) <= 0 then 'CRITICAL' when total.available <= item.minimumStock then 'LOW' else 'OK' end`

export function countStock(db: Reader): Record<StockStatus, number> {
  const counts = sql.with('total', () => availableByItem).selectFrom('item').leftJoin('total', 'total.itemId', 'item.id')
    .where('item.kind', '<>', 'SERVICE').where('item.isActive', '=', true)
    .select([statusOfTotal.as('status'), raw<number>`count(*)`.as('count')]).groupBy('status')
  const found = new Map(db.all(counts).map(({ status, count }) => [status, count]))
  return Object.fromEntries(stockStatuses.map(status => [status, found.get(status) ?? 0])) as Record<StockStatus, number>
}

export function listStores(db: Reader, mine: Sections): Store[] {
  const pathOf = placePaths(db)
  const stores = db.all(sql.selectFrom('location').leftJoin('section', 'section.id', 'location.sectionId')
    .where('location.kind', '=', 'INTERNAL').where('location.isActive', '=', true).where(isSeen('location', mine))
    .select(['location.id', 'location.code', 'location.name', 'location.kind', 'location.parentId', 'location.sectionId', 'section.name as sectionName'])
    .orderBy(raw`location.sectionId is not null`).orderBy('location.name'))
  return stores.map(store => ({ ...store, path: pathOf(store.id) }))
}
