import { sql as raw, type SqlBool } from 'kysely'
import { isZero, type Decimal } from '../../shared/core/decimal.ts'
import type { Money } from '../../shared/core/money.ts'
import { valuationMethods, type ValuationMethod } from '../../shared/warehouse/valuation.ts'
import type { Reader } from '../database/reader.ts'
import { containing, sql } from '../database/sql.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { isSeen } from './places.ts'
import { amountOf, byItem, closingShares, placedParts, worthOf, type Seen, type Shares } from './stock-history-values.ts'
import { methodInForce } from './stock-values.ts'
import { totalOf } from './totals.ts'

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
  rows: (context, { period, method, search }) => valued(context, period, method ?? methodInForce(context.settings), search),
  unitOf: row => row.unit,
  source: row => ({ entity: 'item', id: row.id }) as const,
  signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'],
  orientation: 'landscape',
})

interface Period { readonly from: string; readonly to: string }

function valued({ db, sections }: RowContext, period: Period, method: ValuationMethod, search: string): Row[] {
  const seen = (place: string) => raw<SqlBool>`(${raw.ref(`${place}.kind`)} = 'INTERNAL' and ${isSeen(place, sections)})`
  const closing = closingShares(db, method, period.to, seen)
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

/** What was issued, less what came back. */
function issuedIn(db: Reader, { from, to }: Period, method: ValuationMethod, seen: Seen): Shares {
  const cost = raw.ref<Decimal | null>(method === 'FIFO' ? 'stockMoveLot.unitCost' : 'stockMove.averageCost')
  const rows = db.all(placedParts.where('stockMove.kind', '=', 'ISSUE').where('stockMove.postingDay', '>=', from).where('stockMove.postingDay', '<=', to)
    .where(raw<SqlBool>`${seen('source')} <> ${seen('target')}`).groupBy(['stockMove.itemId', cost])
    .select(['stockMove.itemId', cost.as('unitCost'), totalOf(raw`iif(${seen('source')}, 1, -1) * stockMoveLot.quantity`).as('quantity')]))
  return byItem(rows)
}
