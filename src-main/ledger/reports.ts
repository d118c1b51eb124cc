import { sql as raw, type SqlBool } from 'kysely'
import { addDecimals, fromUnits, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { LedgerLine } from '../../shared/ledger/contract.ts'
import { availableOf, wastePercent } from '../../shared/ledger/rules.ts'
import type { Period } from '../../shared/reports/report.ts'
import { containing, sql } from '../database/sql.ts'
import { chartsByUnit } from '../engines/reports-units.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { isMine } from '../warehouse/places.ts'
import { ledgerRows, lineOf } from './lines.ts'

const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const permission = 'process.readDailyProduction'
const filters = {
  period: { kind: 'period', labelKey: 'reports.filters.period' }, section: { kind: 'section', labelKey: 'ledger.fields.sectionId' }, item: { kind: 'search', labelKey: 'ledger.report.item' },
} as const
const field = (key: string) => ({ key, labelKey: `ledger.fields.${key}` })
const own = (key: string) => ({ key, labelKey: `ledger.report.columns.${key}` })
const explained = (key: string) => ({ explainKey: `ledger.report.explain.${key}` })
const quantity = { kind: 'decimal', width: 22, places: (row: { readonly places: number }) => row.places } as const
const unit = { ...own('unit'), kind: 'text', width: 18 } as const
const summed = { ...quantity, total: 'sum' } as const
const share = { kind: 'percent', width: 20, places: 2 } as const
const mostBars = 20
const stateChoices = [
  { value: 'FINE', labelKey: 'ledger.report.states.FINE', tone: 'good' }, { value: 'SHORT', labelKey: 'ledger.report.states.SHORT', tone: 'critical' }, { value: 'START', labelKey: 'ledger.report.states.START', tone: 'neutral' },
] as const

interface Asked { readonly period: Period; readonly section: string | undefined; readonly item: string }

interface DayRow extends LedgerLine { readonly places: number }

/** The ledger's days: what each section had of an item, put out, threw away, and was left with. */
export const ledgerReport = defineReport<DayRow>()({
  name: 'dailyLedger', permission, titleKey: 'ledger.report.day.title', descriptionKey: 'ledger.report.day.description', filters,
  columns: [
    { ...field('day'), kind: 'day', width: 24, value: row => row.day },
    { ...field('sectionId'), kind: 'text', width: 28, value: row => row.sectionName },
    { ...field('itemId'), kind: 'text', width: 50, value: row => row.itemName },
    { ...unit, value: row => row.unitCode },
    { ...field('opening'), ...quantity, value: row => (row.isStart ? null : row.opening) },
    { ...own('received'), ...summed, value: row => row.received },
    { ...own('manual'), ...summed, value: row => row.manual },
    { ...field('available'), ...explained('available'), ...quantity, value: row => (row.isStart ? null : row.available) },
    { ...field('output'), ...summed, value: row => row.output },
    { ...field('rejected'), ...explained('rejected'), ...summed, value: row => row.rejected },
    { ...field('waste'), ...summed, value: row => row.waste },
    { ...field('closing'), ...explained('closing'), ...quantity, value: row => (row.isStart ? null : row.closing) },
    { ...field('wastePercent'), ...explained('wastePercent'), ...share, value: row => row.wastePercent },
    { ...own('state'), kind: 'status', width: 26, value: row => (row.isStart ? 'START' : row.isShort ? 'SHORT' : 'FINE'), choices: stateChoices },
  ],
  rows: dayRows,
  unitOf: row => row.unitCode,
  charts: rows => chartsByUnit(rows, row => row.unitCode, its => (
    { titleKey: 'ledger.report.day.chart', seriesKeys: ['ledger.fields.output', 'ledger.fields.waste'], bars: bars(its, row => row.sectionName, row => [row.output, row.waste]) }
  )),
  signatures, orientation: 'landscape',
})

function dayRows({ db, sections }: RowContext, { period, section, item }: Asked): DayRow[] {
  let query = ledgerRows.select('unit.places').where('ledgerDay.day', '>=', period.from).where('ledgerDay.day', '<=', period.to).where(sections === 'all' ? raw<SqlBool>`1` : isMine('ledgerDay', sections))
  if (section !== undefined) query = query.where('ledgerDay.sectionId', '=', section)
  if (item !== '') query = query.where(isNamed(item))
  return db.all(query.orderBy('ledgerDay.day', 'desc').orderBy('section.name').orderBy('item.code')).map(({ places, ...row }) => ({ ...lineOf(row), places }))
}

interface WasteRow {
  readonly section: string; readonly item: string; readonly unit: string; readonly places: number; readonly reason: string; readonly days: number; readonly quantity: Decimal; readonly available: Decimal; readonly share: Decimal | null
}

const wasteTitles = { reason: 'ledger.report.wastage.byReason', section: 'ledger.report.wastage.bySection' } as const

/** What was thrown away in a period, by section, item and reason; of each unit the most first. */
export const wastageReport = defineReport<WasteRow>()({
  name: 'wastage', permission, titleKey: 'ledger.report.wastage.title', descriptionKey: 'ledger.report.wastage.description', filters,
  columns: [
    { ...field('sectionId'), kind: 'text', width: 34, value: row => row.section },
    { ...field('itemId'), kind: 'text', width: 60, value: row => row.item },
    { ...own('reason'), kind: 'text', width: 44, value: row => row.reason },
    { ...own('entries'), ...explained('entries'), kind: 'integer', width: 18, value: row => row.days },
    { ...field('waste'), ...summed, value: row => row.quantity },
    { ...unit, value: row => row.unit },
    { ...field('available'), ...quantity, value: row => (row.share === null ? null : row.available) },
    { ...own('share'), ...explained('share'), ...share, value: row => row.share },
  ],
  rows: wasteRows,
  unitOf: row => row.unit,
  charts: rows => (['reason', 'section'] as const).flatMap(by => chartsByUnit(rows, row => row.unit, its => (
    { titleKey: wasteTitles[by], seriesKeys: ['ledger.fields.waste'], bars: bars(its, row => row[by], row => [row.quantity]) }
  ))),
  signatures, orientation: 'landscape',
})

function wasteRows({ db, sections }: RowContext, { period, section, item }: Asked): WasteRow[] {
  let query = sql.selectFrom('wasteEntry').innerJoin('section', 'section.id', 'wasteEntry.sectionId').innerJoin('item', 'item.id', 'wasteEntry.itemId')
    .innerJoin('unit', 'unit.id', 'item.unitId').innerJoin('wasteReason', 'wasteReason.id', 'wasteEntry.wasteReasonId')
    .innerJoin('ledgerDay', on => on.onRef('ledgerDay.sectionId', '=', 'wasteEntry.sectionId').onRef('ledgerDay.itemId', '=', 'wasteEntry.itemId').onRef('ledgerDay.day', '=', 'wasteEntry.day'))
    .select(['wasteEntry.sectionId', 'section.name as section', 'wasteEntry.itemId', 'item.name as item', 'unit.code as unit', 'unit.places', 'wasteEntry.wasteReasonId', 'wasteReason.name as reason', 'wasteEntry.quantity', 'ledgerDay.opening', 'ledgerDay.received', 'ledgerDay.manual'])
    .where('wasteEntry.day', '>=', period.from).where('wasteEntry.day', '<=', period.to).where(sections === 'all' ? raw<SqlBool>`1` : isMine('wasteEntry', sections))
  if (section !== undefined) query = query.where('wasteEntry.sectionId', '=', section)
  if (item !== '') query = query.where(isNamed(item))
  const entries = Map.groupBy(db.all(query), row => [row.sectionId, row.itemId, row.wasteReasonId].join('/'))
  return [...entries.values()].map(its => {
    const thrown = total(its.map(row => row.quantity))
    const available = total(its.map(availableOf))
    const [{ section: place, item: name, unit: code, places, reason }] = its as [(typeof its)[number]]
    return { section: place, item: name, unit: code, places, reason, days: its.length, quantity: thrown, available, share: wastePercent(thrown, available) }
  }).toSorted((a, b) => a.unit.localeCompare(b.unit) || b.quantity - a.quantity)
}

function total(quantities: readonly Decimal[]): Decimal {
  return fromUnits(quantities.reduce((sum, one) => sum + one, 0))
}

function isNamed(item: string) {
  const pattern = containing(item)
  return raw<SqlBool>`(${raw.ref('item.code')} like ${pattern} escape '\\' or ${raw.ref('item.name')} like ${pattern} escape '\\')`
}

/** The largest first. */
function bars<Row>(rows: readonly Row[], labelOf: (row: Row) => string, valuesOf: (row: Row) => Decimal[]) {
  const sums = new Map<string, Decimal[]>()
  for (const row of rows) {
    const before = sums.get(labelOf(row))
    sums.set(labelOf(row), valuesOf(row).map((value, at) => addDecimals(before?.[at] ?? zero, value)))
  }
  return [...sums].map(([label, values]) => ({ label, values })).toSorted((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0)).slice(0, mostBars)
}
