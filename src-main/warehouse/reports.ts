import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import { addDecimals, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { Money } from '../../shared/core/money.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import { itemKinds } from '../../shared/masters/items.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import { availableStock, stockStatus, stockStatuses, type StockStatus } from '../../shared/warehouse/rules.ts'
import { containing, sql } from '../database/sql.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { isAmong } from '../masters/lookup.ts'
import { isSeen } from './places.ts'
import { closingValues } from './stock-history-values.ts'
import { methodInForce, withValues } from './stock-values.ts'
import { availableByItem, totalOf } from './totals.ts'

interface ItemRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly unitPlaces: number
  readonly unitCost: Decimal | null
  readonly onHand: Decimal
}
interface StockRow extends ItemRow {
  readonly location: string | null
  readonly locationId: string | null
  readonly reserved: Decimal
  readonly minimum: Decimal
  /** Available in the whole factory, whoever asks (WH-7). */
  readonly factory: Decimal
}
/** By the method in force. */
interface Valued { readonly value: Money | null }
interface MovementRow extends ItemRow { readonly came: Decimal; readonly went: Decimal }

const tones = { CRITICAL: 'critical', LOW: 'warning', OK: 'good' } as const satisfies Record<StockStatus, string>
const statusChoices = stockStatuses.map(value => ({ value, labelKey: `warehouse.statuses.${value}`, tone: tones[value] }))
const statusOf = ({ factory, minimum }: StockRow) => stockStatus(factory, minimum)

const itemKindChoices = itemKinds.filter(kind => kind !== 'SERVICE').map(value => ({ value, labelKey: `masters.itemKinds.${value}` }))
const placeFilters = {
  section: { kind: 'section', labelKey: 'warehouse.fields.section' },
  location: { kind: 'location', labelKey: 'warehouse.fields.location' },
  itemKind: { kind: 'choice', labelKey: 'warehouse.fields.itemKind', choices: itemKindChoices },
  search: { kind: 'search', labelKey: 'reports.filters.search' },
} as const

/** A column named as the warehouse's own screens name it, or as only reports have it. */
const field = (key: string) => ({ key, labelKey: `warehouse.fields.${key}`, explainKey: `reports.explain.${key}` })
const column = (key: string) => ({ key, labelKey: `reports.columns.${key}`, explainKey: `reports.explain.${key}` })
const itemColumns = [
  { key: 'code', labelKey: 'fields.code', kind: 'text', width: 28, value: (row: ItemRow) => row.code },
  { key: 'name', labelKey: 'warehouse.fields.itemName', kind: 'text', width: 58, value: (row: ItemRow) => row.name },
  { key: 'unit', labelKey: 'warehouse.fields.unit', kind: 'text', width: 14, value: (row: ItemRow) => row.unit },
] as const
const quantity = { kind: 'decimal', places: (row: ItemRow) => row.unitPlaces } as const
const stockValue = {
  kind: 'money', width: 29, isCost: true, total: 'sum',
  value: ({ value }: ItemRow & Valued) => value,
} as const

const aboutRows = {
  unitOf: (row: ItemRow) => row.unit,
  source: (row: ItemRow) => ({ entity: 'item', id: row.id }) as const,
  signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'],
} as const

/**
 * One row an item, or one a place of an item where a place, a section or the detail is asked for; items without stock are listed
 * as long as no place is. Status and coverage are those of the whole factory (WH-7), as everywhere in the warehouse.
 */
export const inventoryReport = defineReport<StockRow & Valued>()({
  name: 'inventory',
  permission: 'warehouse.view',
  titleKey: 'reports.inventory.title',
  descriptionKey: 'reports.inventory.description',
  filters: {
    ...placeFilters,
    status: { kind: 'choice', labelKey: 'warehouse.fields.status', choices: statusChoices },
    onlyWithStock: { kind: 'flag', labelKey: 'reports.filters.onlyWithStock' },
    byLocation: { kind: 'flag', labelKey: 'reports.filters.byLocation' },
  },
  columns: [
    { key: 'location', labelKey: 'warehouse.fields.location', kind: 'text', width: 34, value: row => row.location, when: isByPlace },
    ...itemColumns,
    { ...field('onHand'), ...quantity, width: 23, value: row => row.onHand, total: 'sum' },
    { ...field('reserved'), ...quantity, width: 21, value: row => row.reserved, total: 'sum' },
    { ...field('available'), ...quantity, width: 23, value: row => availableStock(row), total: 'sum' },
    { ...field('minimum'), ...quantity, width: 21, value: row => row.minimum },
    { ...column('coverage'), kind: 'percent', width: 21, value: row => withinRange(() => percentOf(row.factory, row.minimum)), places: 1 },
    { ...field('status'), kind: 'status', width: 22, value: statusOf, choices: statusChoices },
    { ...field('value'), ...stockValue },
  ],
  groupBy: values => (isByPlace(values) ? 'location' : undefined),
  rows(context, values) {
    const rows = (isByPlace(values) ? stockByPlace(context, values) : stockByItem(context, values)).filter(
      row => values.status === undefined || statusOf(row) === values.status,
    )
    return withValues(
      { ...context, mine: context.sections }, rows.map(row => ({ ...row, itemId: row.id, locationId: row.locationId ?? undefined })),
    ).map(row => ({ ...row, locationId: row.locationId ?? null }))
  },
  orientation: 'landscape',
  ...aboutRows,
})

interface ItemFilter { readonly itemKind: string | undefined; readonly search: string }
interface PlaceFilter { readonly section: string | undefined; readonly location: readonly string[] | undefined }
interface StockFilter extends ItemFilter, PlaceFilter { readonly onlyWithStock: boolean }

function isByPlace({ byLocation, section, location }: PlaceFilter & { readonly byLocation: boolean }): boolean {
  return byLocation || section !== undefined || location !== undefined
}

const itemFields = ['item.id', 'item.code', 'item.name', 'unit.code as unit', 'unit.places as unitPlaces', 'item.unitCost'] as const
const byCode = raw`item.code collate nocase`

function stockByPlace({ db, sections }: RowContext, filter: StockFilter): StockRow[] {
  const query = sql.with('factory', () => availableByItem).selectFrom('stockBalance')
    .innerJoin('item', 'item.id', 'stockBalance.itemId')
    .innerJoin('unit', 'unit.id', 'item.unitId')
    .innerJoin('location', 'location.id', 'stockBalance.locationId')
    .innerJoin('factory', 'factory.itemId', 'stockBalance.itemId')
    .where(isSeen('location', sections)).where(isPlace('location', filter)).where(isWanted(filter))
    .select([...itemFields, 'location.name as location', 'location.id as locationId', 'onHand', 'reserved', 'item.minimumStock as minimum', 'factory.available as factory'])
    .orderBy(raw`location.name collate nocase`).orderBy('location.id').orderBy(byCode)
  return db.all(filter.onlyWithStock ? query.where('stockBalance.onHand', '>', zero) : query)
}

function stockByItem({ db, sections }: RowContext, filter: StockFilter): StockRow[] {
  const query = sql
    .with('factory', () => availableByItem)
    .with('seen', from => from.selectFrom('stockBalance')
      .innerJoin('location', 'location.id', 'stockBalance.locationId')
      .where(isSeen('location', sections)).groupBy('stockBalance.itemId')
      .select(['stockBalance.itemId', totalOf(raw`stockBalance.onHand`).as('onHand'), totalOf(raw`stockBalance.reserved`).as('reserved')]))
    .selectFrom('item')
    .innerJoin('unit', 'unit.id', 'item.unitId')
    .leftJoin('seen', 'seen.itemId', 'item.id')
    .leftJoin('factory', 'factory.itemId', 'item.id')
    .where('item.kind', '<>', 'SERVICE').where(isWanted(filter))
    .where(filter.onlyWithStock ? raw<SqlBool>`seen.onHand > 0` : raw<SqlBool>`(item.isActive = 1 or seen.onHand > 0)`)
    .select([...itemFields, raw<null>`null`.as('location'), raw<null>`null`.as('locationId'), 'item.minimumStock as minimum'])
    .select([zeroIfNone('seen.onHand').as('onHand'), zeroIfNone('seen.reserved').as('reserved'), zeroIfNone('factory.available').as('factory')])
    .orderBy(byCode)
  return db.all(query)
}

/**
 * What stood at the start and the end of a period, and what came and went between; moves within the places looked at are neither.
 * Counted back from today's balances, so that a report of this month reads the moves of this month only.
 */
export const stockMovementReport = defineReport<MovementRow & Valued>()({
  name: 'stockMovement',
  permission: 'warehouse.view',
  titleKey: 'reports.stockMovement.title',
  descriptionKey: 'reports.stockMovement.description',
  filters: {
    period: { kind: 'period', labelKey: 'reports.filters.period' },
    ...placeFilters,
    onlyMoved: { kind: 'flag', labelKey: 'reports.filters.onlyMoved' },
  },
  columns: [
    ...itemColumns,
    { ...column('opening'), ...quantity, width: 24, value: row => addDecimals(subtractDecimals(row.onHand, row.came), row.went), total: 'sum' },
    { ...column('came'), ...quantity, width: 24, value: row => row.came, total: 'sum' },
    { ...column('went'), ...quantity, width: 24, value: row => row.went, total: 'sum' },
    { ...column('closing'), ...quantity, width: 24, value: row => row.onHand, total: 'sum' },
    { ...column('closingValue'), ...stockValue },
  ],
  rows({ db, sections, settings }, { period, onlyMoved, ...filter }) {
    const isHere = (place: string) =>
      raw<SqlBool>`(${raw.ref(`${place}.kind`)} = 'INTERNAL' and ${isSeen(place, sections)} and ${isPlace(place, filter)})`
    const isLater = raw`stockMove.postingDay > ${period.to}`
    const query = sql
      .with('now', from => from.selectFrom('stockBalance')
        .innerJoin('location', 'location.id', 'stockBalance.locationId')
        .where(isHere('location')).groupBy('stockBalance.itemId')
        .select(['stockBalance.itemId', totalOf(raw`stockBalance.onHand`).as('onHand')]))
      .with('moved', from => from.selectFrom('stockMove')
        .innerJoin('location as source', 'source.id', 'stockMove.fromLocationId')
        .innerJoin('location as target', 'target.id', 'stockMove.toLocationId')
        .where('stockMove.postingDay', '>=', period.from).where(raw<SqlBool>`${isHere('source')} <> ${isHere('target')}`)
        // The plus keeps SQLite from going through the whole past item by item.
        .groupBy(raw`+stockMove.itemId`)
        .select([
          'stockMove.itemId',
          totalOf(raw`case when ${isLater} then iif(${isHere('target')}, quantity, -quantity) else 0 end`).as('since'),
          totalOf(raw`iif(not ${isLater} and ${isHere('target')}, quantity, 0)`).as('came'),
          totalOf(raw`iif(not ${isLater} and ${isHere('source')}, quantity, 0)`).as('went'),
        ]))
      .selectFrom('now')
      .innerJoin('item', 'item.id', 'now.itemId')
      .innerJoin('unit', 'unit.id', 'item.unitId')
      .leftJoin('moved', 'moved.itemId', 'item.id')
      .where(isWanted(filter)).where(onlyMoved ? raw<SqlBool>`(moved.came > 0 or moved.went > 0)` : raw<SqlBool>`1`)
      .select([...itemFields, raw<Decimal>`now.onHand - coalesce(moved.since, 0)`.as('onHand')])
      .select([zeroIfNone('moved.came').as('came'), zeroIfNone('moved.went').as('went')])
      .orderBy(byCode)
    const valueOf = closingValues(db, methodInForce(settings), period.to, isHere)
    return db.all<MovementRow>(query).map(row => ({ ...row, value: valueOf(row.id, row.unitCost) }))
  },
  ...aboutRows,
})

/** Of the item's own filters; every word must be found in code or name. */
function isWanted({ itemKind, search }: ItemFilter): RawBuilder<SqlBool> {
  const kinds = itemKind === undefined ? [] : [raw<SqlBool>`item.kind = ${itemKind}`]
  const words = search.split(/\s+/).filter(Boolean).map(containing)
  return all([...kinds, ...words.map(word => raw<SqlBool>`(item.code like ${word} escape '\\' or item.name like ${word} escape '\\')`)])
}

/** Whether the location of this table name is among those asked for. */
function isPlace(place: string, { section, location }: PlaceFilter): RawBuilder<SqlBool> {
  // `is`, because the factory's own places have no section: of them `=` would say neither yes nor no.
  return all([
    ...(section === undefined ? [] : [raw<SqlBool>`${raw.ref(`${place}.sectionId`)} is ${section}`]),
    ...(location === undefined ? [] : [isAmong(`${place}.id`, JSON.stringify(location))]),
  ])
}

function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return raw<SqlBool>`(${raw.join([raw`1`, ...conditions], raw` and `)})`
}

function zeroIfNone(column: string): RawBuilder<Decimal> {
  return raw<Decimal>`coalesce(${raw.ref(column)}, 0)`
}
