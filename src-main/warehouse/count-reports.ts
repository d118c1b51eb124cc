import type { Decimal } from '../../shared/core/decimal.ts'
import { subtractDecimals } from '../../shared/core/decimal.ts'
import { countCauses, countedOf, variancePercent, type CountStatus } from '../../shared/warehouse/count-rules.ts'
import { sql } from '../database/sql.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { linesOf, type LineState } from './count-rows.ts'
import { isSeen } from './places.ts'

type Line = LineState & { readonly number: string }
const signatures = ['reports.signatures.countedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const place = { key: 'location', labelKey: 'warehouse.fields.location', kind: 'text', width: 32, value: (row: Line) => row.locationName } as const
const itemColumns = [
  { key: 'code', labelKey: 'fields.code', kind: 'text', width: 28, value: (row: Line) => row.itemCode },
  { key: 'name', labelKey: 'warehouse.fields.itemName', kind: 'text', width: 52, value: (row: Line) => row.itemName },
  { key: 'lot', labelKey: 'warehouse.counts.lot', kind: 'text', width: 40, value: (row: Line) => row.lotCode },
  { key: 'unit', labelKey: 'warehouse.fields.unit', kind: 'text', width: 14, value: (row: Line) => row.unitCode },
] as const
const numberFilter = { number: { kind: 'search', labelKey: 'warehouse.counts.number' } } as const
const countedLot = (row: Line) => ({ entity: 'item', id: row.itemId }) as const
const quantity = { kind: 'decimal', places: (row: Line) => row.unitPlaces, width: 20 } as const

const causeChoices = ['NONE', ...countCauses].map(value => ({ value, labelKey: `warehouse.counts.causes.${value}`, tone: 'neutral' as const }))

/** What two people take along and fill in: the lots without what the books say. Of the newest count that is being counted, where none is named. */
export const countSheetReport = defineReport<Line>()({
  name: 'countSheet', permission: 'warehouse.view', titleKey: 'reports.countSheet.title', descriptionKey: 'reports.countSheet.description',
  filters: numberFilter,
  columns: [
    place, ...itemColumns,
    { key: 'counted', labelKey: 'warehouse.entry.counted', kind: 'text', width: 34, value: () => null },
    { key: 'remark', labelKey: 'warehouse.count.remark', kind: 'text', width: 34, value: () => null },
  ],
  groupBy: () => 'location',
  rows: (context, { number }) => linesOfCount(context, number, ['COUNTING']),
  source: countedLot, signatures, orientation: 'landscape',
})

/** What was counted against the books, and why it differs. Of the newest count that was compared, where none is named. */
export const countVarianceReport = defineReport<Line>()({
  name: 'countVariance', permission: 'warehouse.view', titleKey: 'reports.countVariance.title', descriptionKey: 'reports.countVariance.description',
  filters: { ...numberFilter, onlyDiffering: { kind: 'flag', labelKey: 'warehouse.counts.onlyDiffering' } },
  columns: [
    place, ...itemColumns,
    { key: 'inBooks', labelKey: 'warehouse.entry.book', ...quantity, value: row => row.inBooks },
    { key: 'first', labelKey: 'warehouse.counts.first', ...quantity, value: row => row.firstCount },
    { key: 'second', labelKey: 'warehouse.counts.second', ...quantity, value: row => row.secondCount },
    { key: 'recount', labelKey: 'warehouse.counts.recount', ...quantity, value: row => row.recount },
    { key: 'difference', labelKey: 'warehouse.entry.difference', ...quantity, value: differenceOf },
    { key: 'percent', labelKey: 'warehouse.counts.percent', kind: 'percent', width: 18, places: 2, value: row => percentOf(row) },
    { key: 'cause', labelKey: 'warehouse.counts.cause', kind: 'status', width: 30, value: row => row.cause ?? 'NONE', choices: causeChoices },
  ],
  groupBy: () => 'location',
  rows: (context, { number, onlyDiffering }) => linesOfCount(
    context, number, ['COMPARED', 'POSTED', 'REVERSED'],
  ).filter(row => !onlyDiffering || differenceOf(row) !== 0),
  unitOf: row => row.unitCode, source: countedLot, signatures, orientation: 'landscape',
})

function differenceOf(row: Line): Decimal | null {
  const counted = countedOf(row)
  return counted === null ? null : subtractDecimals(counted, row.inBooks)
}

function percentOf(row: Line): Decimal | null {
  const counted = countedOf(row)
  return counted === null ? null : variancePercent(row.inBooks, counted)
}

function linesOfCount({ db, sections }: RowContext, number: string, statuses: readonly CountStatus[]): Line[] {
  const seen = sql.selectFrom('stockCount').select(['stockCount.id', 'stockCount.number']).where('stockCount.status', 'in', statuses)
    .where(isSeen('stockCount', sections))
  const count = db.first((number === '' ? seen : seen.where('stockCount.number', '=', number)).orderBy('stockCount.createdAt', 'desc').limit(1))
  return count ? linesOf(db, count.id).map(line => ({ ...line, number: count.number })) : []
}
