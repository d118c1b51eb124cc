import { addDecimals, compareDecimals, decimal, isZero, zero, type Decimal } from '../../shared/core/decimal.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import { defineReport } from '../engines/reports.ts'
import { chartsByUnit } from '../engines/reports-units.ts'
import { attendedRows, dailyRows, itemRows, workerRows, type AttendedRow, type DailyRow, type ItemRow, type WorkerRow } from './report-rows.ts'

const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const permission = 'process.readDailyProduction'
const filters = { period: { kind: 'period', labelKey: 'reports.filters.period' }, section: { kind: 'section', labelKey: 'sectionDay.fields.sectionId' } } as const
const ofWorker = { ...filters, worker: { kind: 'search', labelKey: 'sectionDay.report.worker' } } as const
const own = (key: string) => ({ key, labelKey: `sectionDay.report.columns.${key}` })
const explained = (key: string) => ({ ...own(key), explainKey: `sectionDay.report.explain.${key}` })
const measured = { kind: 'decimal', width: 22, places: (row: { readonly places: number }) => row.places, total: 'sum' } as const
const ofEntry = { kind: 'decimal', width: 22, places: (row: WorkerRow) => row.unitPlaces, total: 'sum' } as const
const hours = { kind: 'decimal', width: 22, places: () => 2, total: 'sumOfAll' } as const
const unit = { ...own('unit'), kind: 'text', width: 18 } as const
const minutes = { kind: 'decimal', width: 24, places: () => 2, total: 'sumOfAll' } as const
const share = { kind: 'percent', width: 22, places: 1 } as const
const mostBars = 31

const lockChoices = [{ value: 'LOCKED', labelKey: 'sectionDay.report.locks.LOCKED', tone: 'good' }, { value: 'OPEN', labelKey: 'sectionDay.report.locks.OPEN', tone: 'neutral' }] as const
const stateChoices = [{ value: 'MET', labelKey: 'sectionDay.report.states.MET', tone: 'good' }, { value: 'MISSED', labelKey: 'sectionDay.report.states.MISSED', tone: 'critical' }, { value: 'NONE', labelKey: 'sectionDay.report.states.NONE', tone: 'neutral' }] as const
/** Green where the output reaches the target, red below it; neither without a target. */
const stateOf = ({ actual, target }: { readonly actual: Decimal; readonly target: Decimal }) => (isZero(target) ? 'NONE' : compareDecimals(actual, target) >= 0 ? 'MET' : 'MISSED')
const shareOf = (part: Decimal, whole: Decimal) => (isZero(whole) ? null : percentOf(part, whole))

/** Each section's days: who was there, what was made of the target, and whether the day is locked. */
export const dailySectionReport = defineReport<DailyRow>()({
  name: 'dailySectionSummary', permission, titleKey: 'sectionDay.report.daily.title', descriptionKey: 'sectionDay.report.daily.description', filters,
  columns: [
    { ...own('day'), kind: 'day', width: 24, value: row => row.day },
    { ...own('section'), kind: 'text', width: 34, value: row => row.section },
    { ...own('present'), kind: 'integer', width: 16, value: row => row.present },
    { ...own('absent'), kind: 'integer', width: 18, value: row => row.absent },
    { ...unit, value: row => row.unit },
    { ...explained('ordered'), ...measured, value: row => row.ordered },
    { ...explained('workers'), kind: 'integer', width: 18, value: row => row.workers },
    { ...own('entries'), kind: 'integer', width: 16, value: row => row.entries, total: 'sum' },
    { ...explained('target'), ...measured, value: row => row.target },
    { ...explained('adjusted'), ...measured, value: row => row.adjusted },
    { ...own('actual'), ...measured, value: row => row.actual },
    { ...explained('attained'), ...share, value: row => shareOf(row.actual, row.target) },
    { ...explained('ofAdjusted'), ...share, value: row => row.ofAdjusted },
    { ...explained('met'), kind: 'integer', width: 20, value: row => row.met, total: 'sum' },
    { ...explained('overtime'), ...hours, value: row => row.overtime },
    { ...own('state'), kind: 'status', width: 24, value: row => stateOf(row), choices: stateChoices },
    { ...own('lock'), kind: 'status', width: 22, value: row => (row.isLocked ? 'LOCKED' : 'OPEN'), choices: lockChoices },
  ],
  rows: dailyRows,
  unitOf: row => row.unit,
  charts: rows => chartsByUnit(rows.filter(({ entries }) => entries > 0), row => row.unit, its => ({
    titleKey: 'sectionDay.report.daily.chart', seriesKeys: ['sectionDay.report.columns.actual', 'sectionDay.report.columns.target'],
    bars: totals(its, ({ section }) => section).map(({ label, actual, target }) => ({ label, values: [actual, target] })),
  })),
  signatures, orientation: 'landscape',
})

/** What was made of each item against its targets: hit rate = output ÷ target of the whole period. */
export const itemAggregateReport = defineReport<ItemRow>()({
  name: 'itemAggregate', permission, titleKey: 'sectionDay.report.items.title', descriptionKey: 'sectionDay.report.items.description', filters,
  columns: [
    { ...own('itemCode'), kind: 'text', width: 32, value: row => row.code },
    { ...own('item'), kind: 'text', width: 60, value: row => row.item },
    { ...own('section'), kind: 'text', width: 32, value: row => row.section },
    { ...own('entries'), kind: 'integer', width: 18, value: row => row.entries, total: 'sum' },
    { ...own('workers'), kind: 'integer', width: 18, value: row => row.workers },
    { ...explained('target'), ...measured, value: row => row.target },
    { ...own('actual'), ...measured, value: row => row.actual },
    { ...unit, value: row => row.unit },
    { ...own('hitRate'), explainKey: 'sectionDay.report.explain.attained', ...share, value: row => shareOf(row.actual, row.target) },
    { ...explained('met'), kind: 'integer', width: 20, value: row => row.met, total: 'sum' },
    { ...own('state'), kind: 'status', width: 24, value: row => stateOf(row), choices: stateChoices },
  ],
  rows: itemRows,
  unitOf: row => row.unit,
  charts: rows => chartsByUnit(rows, row => row.unit, its => ({
    titleKey: 'sectionDay.report.daily.chart', seriesKeys: ['sectionDay.report.columns.actual', 'sectionDay.report.columns.target'],
    bars: its.slice(0, mostBars).map(({ item, section, actual, target }) => ({ label: `${item} · ${section}`, values: [actual, target] })),
  })),
  signatures, orientation: 'landscape',
})

/** What each worker made, day by day. */
export const workerReport = defineReport<WorkerRow>()({
  name: 'workerHistory', permission, titleKey: 'sectionDay.report.workers.title', descriptionKey: 'sectionDay.report.workers.description', filters: ofWorker,
  columns: [
    { ...own('code'), kind: 'text', width: 24, value: row => row.workerCode },
    { ...own('worker'), kind: 'text', width: 44, value: row => row.workerName },
    { ...own('section'), kind: 'text', width: 28, value: row => row.sectionName },
    { ...own('day'), kind: 'day', width: 24, value: row => row.day },
    { ...own('item'), kind: 'text', width: 50, value: row => row.itemName },
    { ...unit, value: row => row.unitCode },
    { ...explained('target'), ...ofEntry, value: row => row.targetQuantity },
    { ...own('actual'), ...ofEntry, value: row => row.actualQuantity },
    { ...explained('attained'), ...share, value: row => shareOf(row.actualQuantity, row.targetQuantity) },
    { ...own('state'), kind: 'status', width: 24, value: row => stateOf({ actual: row.actualQuantity, target: row.targetQuantity }), choices: stateChoices },
    { ...explained('overtime'), ...hours, value: row => row.overtimeHours },
    { ...explained('earned'), ...minutes, value: row => row.earned },
    { ...explained('efficiency'), ...share, places: 2, value: row => row.efficiency },
  ],
  rows: workerRows,
  unitOf: row => row.unitCode,
  source: row => ({ entity: 'workerEntry', id: row.id }),
  charts: rows => chartsByUnit(rows, row => row.unitCode, its => ({
    titleKey: 'sectionDay.report.workers.chart', seriesKeys: ['sectionDay.report.columns.actual', 'sectionDay.report.columns.target'],
    bars: totals(its.map(row => ({ ...row, actual: row.actualQuantity, target: row.targetQuantity })), ({ workerName }) => workerName).map(({ label, actual, target }) => ({ label, values: [actual, target] })),
  })),
  signatures, orientation: 'landscape',
})

/** On how many days each worker was there. */
export const attendanceReport = defineReport<AttendedRow>()({
  name: 'attendance', permission, titleKey: 'sectionDay.report.attendance.title', descriptionKey: 'sectionDay.report.attendance.description', filters: ofWorker,
  columns: [
    { ...own('code'), kind: 'text', width: 26, value: row => row.code },
    { ...own('worker'), kind: 'text', width: 56, value: row => row.worker },
    { ...own('section'), kind: 'text', width: 34, value: row => row.section },
    { ...own('present'), kind: 'integer', width: 22, value: row => row.present, total: 'sum' },
    { ...own('absent'), kind: 'integer', width: 24, value: row => row.absent, total: 'sum' },
    { ...explained('rate'), ...share, value: ({ present, absent }) => percentOf(decimal(present), decimal(present + absent)) },
  ],
  rows: attendedRows,
  charts: rows => [{
    titleKey: 'sectionDay.report.attendance.chart', seriesKeys: ['sectionDay.report.columns.present', 'sectionDay.report.columns.absent'],
    bars: rows.slice(0, mostBars).map(({ worker, present, absent }) => ({ label: worker, values: [decimal(present), decimal(absent)] })),
  }],
  signatures, orientation: 'portrait',
})

function totals<Row extends { readonly actual: Decimal; readonly target: Decimal }>(rows: readonly Row[], labelOf: (row: Row) => string) {
  const sums = new Map<string, { label: string; actual: Decimal; target: Decimal }>()
  for (const row of rows) {
    const label = labelOf(row)
    const { actual, target } = sums.get(label) ?? { actual: zero, target: zero }
    sums.set(label, { label, actual: addDecimals(actual, row.actual), target: addDecimals(target, row.target) })
  }
  return [...sums.values()].slice(0, mostBars)
}
