import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import { addDecimals, isZero, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { addMoney, type Money } from '../../shared/core/money.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import { valuationMethods, type ValuationMethod } from '../../shared/warehouse/valuation.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { Reader } from '../database/reader.ts'
import { containing, sql } from '../database/sql.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { decodeSetting } from '../engines/settings.ts'
import { isSeen } from './places.ts'
import { totalOf, valueOf } from './totals.ts'

interface Row {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly unitPlaces: number
  readonly onHand: Decimal
  readonly issued: Decimal
  readonly value: Money | null
  readonly issuedValue: Money | null
}

const methodChoices = valuationMethods.map(value => ({ value, labelKey: `warehouse.valuationMethods.${value}`, tone: 'neutral' as const }))
const quantity = { kind: 'decimal', places: (row: Row) => row.unitPlaces, width: 24, total: 'sum' } as const

/** What the stock was worth at the end of a period, and what was issued in it, by the lots' own costs or the moving average. */
export const valuationReport = defineReport<Row>()({
  name: 'stockValuation',
  permission: 'warehouse.view',
  titleKey: 'reports.stockValuation.title',
  descriptionKey: 'reports.stockValuation.description',
  filters: {
    period: { kind: 'period', labelKey: 'reports.filters.period' },
    method: { kind: 'choice', labelKey: 'warehouse.fields.method', choices: methodChoices },
    search: { kind: 'search', labelKey: 'reports.filters.search' },
  },
  columns: [
    { key: 'code', labelKey: 'fields.code', kind: 'text', width: 28, value: row => row.code },
    { key: 'name', labelKey: 'warehouse.fields.itemName', kind: 'text', width: 58, value: row => row.name },
    { key: 'unit', labelKey: 'warehouse.fields.unit', kind: 'text', width: 14, value: row => row.unit },
    { key: 'closing', labelKey: 'reports.columns.closing', ...quantity, value: row => row.onHand },
    { key: 'value', labelKey: 'reports.columns.closingValue', kind: 'money', width: 32, isCost: true, value: row => row.value, total: 'sum' },
    { key: 'issued', labelKey: 'reports.columns.issued', ...quantity, value: row => row.issued },
    { key: 'issuedValue', labelKey: 'reports.columns.issuedValue', kind: 'money', width: 32, isCost: true, value: row => row.issuedValue, total: 'sum' },
  ],
  rows: (context, { period, method, search }) => valued(context, period, method ?? methodInForce(context.db), search),
  unitOf: row => row.unit,
  source: row => ({ entity: 'item', id: row.id }) as const,
  signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'],
  orientation: 'landscape',
})

function methodInForce(db: Reader): ValuationMethod {
  const { key, schema, fallback } = warehouseSettings.movingAverage
  const stored = db.find('setting', key)
  const decoded = stored && decodeSetting(schema, stored.value)
  return (decoded?.fits ? decoded.value : fallback) ? 'AVERAGE' : 'FIFO'
}

interface Period { readonly from: string; readonly to: string }
/** So much of an item at one cost. */
interface Share { readonly itemId: string; readonly unitCost: Decimal | null; readonly quantity: Decimal }

function valued({ db, sections }: RowContext, period: Period, method: ValuationMethod, search: string): Row[] {
  const seen = (place: string) => raw<SqlBool>`(${raw.ref(`${place}.kind`)} = 'INTERNAL' and ${isSeen(place, sections)})`
  const closing = method === 'FIFO' ? lotsAt(db, period.to, seen) : averagesAt(db, period.to, seen)
  const issued = issuedIn(db, period, method, seen)
  const words = search.split(/\s+/).filter(Boolean).map(containing)
  const items = words.reduce(
    (query, word) => query.where(raw<SqlBool>`(item.code like ${word} escape '\\' or item.name like ${word} escape '\\')`),
    sql.selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId').where('item.kind', '<>', 'SERVICE')
      .select(['item.id', 'item.code', 'item.name', 'unit.code as unit', 'unit.places as unitPlaces', 'item.unitCost']).orderBy(raw`item.code collate nocase`),
  )
  return db.all(items).map(({ unitCost, ...item }) => {
    const [held, gone] = [closing.get(item.id) ?? [], issued.get(item.id) ?? []]
    return { ...item, onHand: amountOf(held), value: worthOf(held, unitCost), issued: amountOf(gone), issuedValue: worthOf(gone, unitCost) }
  }).filter(({ onHand, issued: gone }) => !isZero(onHand) || !isZero(gone))
}

function amountOf(shares: readonly Share[]): Decimal {
  return shares.reduce((sum, { quantity: share }) => addDecimals(sum, share), zero)
}

/** The item's own cost stands in where a lot's is not known; none where one of the shares cannot be valued. */
function worthOf(shares: readonly Share[], own: Decimal | null): Money | null {
  return shares.reduce<Money | null>((sum, { unitCost, quantity: share }) => {
    const worth = valueOf(unitCost ?? own, share)
    return sum === null || worth === null ? null : withinRange(() => addMoney(sum, worth))
  }, 0 as Money)
}

function byItem(shares: readonly Share[]): ReadonlyMap<string, readonly Share[]> {
  const lists = new Map<string, Share[]>()
  for (const share of shares) lists.set(share.itemId, [...(lists.get(share.itemId) ?? []), share])
  return lists
}

type Seen = (place: string) => RawBuilder<SqlBool>
const placedParts = sql.selectFrom('stockMoveLot').innerJoin('stockMove', 'stockMove.seq', 'stockMoveLot.moveSeq').innerJoin('stockLot', 'stockLot.id', 'stockMoveLot.lotId')
  .innerJoin('location as source', 'source.id', 'stockMove.fromLocationId').innerJoin('location as target', 'target.id', 'stockMove.toLocationId')

/** Lots by their own costs, counted back from today's, so that only the moves since are read. */
function lotsAt(db: Reader, day: string, seen: Seen): ReadonlyMap<string, readonly Share[]> {
  const now = db.all(sql.selectFrom('lotBalance').innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId').innerJoin('location', 'location.id', 'lotBalance.locationId')
    .where(seen('location')).groupBy(['lotBalance.itemId', 'stockLot.unitCost']).select(['lotBalance.itemId', 'stockLot.unitCost', totalOf(raw`lotBalance.onHand`).as('quantity')]))
  const since = db.all(placedParts.where('stockMove.postingDay', '>', day).where(raw<SqlBool>`${seen('source')} <> ${seen('target')}`).groupBy(['stockMove.itemId', 'stockLot.unitCost'])
    .select(['stockMove.itemId', 'stockLot.unitCost', totalOf(raw`iif(${seen('target')}, -1, 1) * stockMoveLot.quantity`).as('quantity')]))
  return byItem(merged([...now, ...since]))
}

function averagesAt(db: Reader, day: string, seen: Seen): ReadonlyMap<string, readonly Share[]> {
  const now = db.all(sql.selectFrom('stockBalance').innerJoin('location', 'location.id', 'stockBalance.locationId').where(seen('location')).groupBy('stockBalance.itemId')
    .select(['stockBalance.itemId', totalOf(raw`stockBalance.onHand`).as('quantity')]))
  const since = new Map(db.all(sql.selectFrom('stockMove').innerJoin('location as source', 'source.id', 'stockMove.fromLocationId').innerJoin('location as target', 'target.id', 'stockMove.toLocationId')
    .where('stockMove.postingDay', '>', day).where(raw<SqlBool>`${seen('source')} <> ${seen('target')}`).groupBy('stockMove.itemId')
    .select(['stockMove.itemId', totalOf(raw`iif(${seen('target')}, 1, -1) * quantity`).as('change')])).map(({ itemId, change }) => [itemId, change]))
  const averages = new Map(db.all(sql.selectFrom('stockMove').select(['itemId', 'averageCost'])
    .where('seq', 'in', sql.selectFrom('stockMove').where('postingDay', '<=', day).where('averageCost', 'is not', null).groupBy('itemId').select(({ fn }) => fn.max('seq').as('seq'))))
    .map(({ itemId, averageCost }) => [itemId, averageCost]))
  return byItem(now.map(({ itemId, quantity: held }) => ({ itemId, unitCost: averages.get(itemId) ?? null, quantity: subtractDecimals(held, since.get(itemId) ?? zero) })))
}

/** What was issued, less what came back. */
function issuedIn(db: Reader, { from, to }: Period, method: ValuationMethod, seen: Seen): ReadonlyMap<string, readonly Share[]> {
  const cost = raw.ref<Decimal | null>(method === 'FIFO' ? 'stockMoveLot.unitCost' : 'stockMove.averageCost')
  const rows = db.all(placedParts.where('stockMove.kind', '=', 'ISSUE').where('stockMove.postingDay', '>=', from).where('stockMove.postingDay', '<=', to)
    .where(raw<SqlBool>`${seen('source')} <> ${seen('target')}`).groupBy(['stockMove.itemId', cost])
    .select(['stockMove.itemId', cost.as('unitCost'), totalOf(raw`iif(${seen('source')}, 1, -1) * stockMoveLot.quantity`).as('quantity')]))
  return byItem(rows)
}

function merged(shares: readonly Share[]): Share[] {
  const sums = new Map<string, Share>()
  for (const share of shares) {
    const key = `${share.itemId} ${share.unitCost ?? ''}`
    sums.set(key, { ...share, quantity: addDecimals(sums.get(key)?.quantity ?? zero, share.quantity) })
  }
  return [...sums.values()]
}
