import { timeLooks, transferStatuses, type TransferStatus } from '../../shared/transfers/rules.ts'
import { defineReport } from '../engines/reports.ts'
import { clearedByLine, receivedBySection, timesByRoute } from './report-charts.ts'
import { clearanceRows, timesRows, type ClearanceRow, type TimesRow } from './report-rows.ts'

const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const filters = { period: { kind: 'period', labelKey: 'reports.filters.period' }, section: { kind: 'section', labelKey: 'transfers.fields.toSectionId' } } as const
const field = (key: string) => ({ key, labelKey: `transfers.fields.${key}` })
const tones: Readonly<Record<TransferStatus, 'good' | 'neutral' | 'warning' | 'critical'>> = { BLOCKED: 'critical', LOCKED: 'neutral', ACCEPTED: 'warning', COMPLETED: 'good', CANCELLED: 'neutral' }
const statusChoices = transferStatuses.map(value => ({ value, labelKey: `transfers.statuses.${value}`, tone: tones[value] }))

const lookTones: Readonly<Record<TimesRow['look'], 'good' | 'neutral' | 'warning' | 'critical'>> = { GOOD: 'good', FAIR: 'neutral', WARNING: 'warning', CRITICAL: 'critical', OPEN: 'neutral' }
const lookChoices = ([...timeLooks, 'OPEN'] as const).map(value => ({ value, labelKey: value === 'OPEN' ? 'transfers.reports.open' : `transfers.looks.${value}`, tone: lookTones[value] }))

/** Every handover of a period: how long it took from being sent to being received, and what was missing. */
export const transferTimesReport = defineReport<TimesRow>()({
  name: 'transferTimes', permission: 'process.readDailyProduction', titleKey: 'transfers.reports.times.title', descriptionKey: 'transfers.reports.times.description', filters,
  columns: [
    { ...field('number'), kind: 'text', width: 36, value: row => row.number },
    { ...field('status'), kind: 'status', width: 36, value: row => row.status, choices: statusChoices },
    { ...field('goods'), kind: 'text', width: 80, value: row => row.goods },
    { ...field('fromSectionId'), kind: 'text', width: 28, value: row => row.from },
    { ...field('toSectionId'), kind: 'text', width: 28, value: row => row.to },
    { ...field('productionLineId'), kind: 'text', width: 36, value: row => row.line },
    { ...field('createdAt'), kind: 'instant', width: 34, value: row => row.sentAt },
    { ...field('acceptedAt'), kind: 'instant', width: 34, value: row => row.acceptedAt },
    { key: 'minutes', labelKey: 'transfers.minutes', kind: 'integer', width: 20, value: row => row.minutes },
    { key: 'target', labelKey: 'transfers.reports.target', kind: 'integer', width: 20, value: row => row.target },
    { key: 'look', labelKey: 'transfers.reports.look', kind: 'status', width: 28, value: row => row.look, choices: lookChoices },
    { ...field('quantity'), kind: 'decimal', width: 22, places: () => 0, value: row => row.quantity, total: 'sum' },
    { ...field('receivedQuantity'), kind: 'decimal', width: 22, places: () => 0, value: row => row.received, total: 'sum' },
    { key: 'share', labelKey: 'transfers.reports.share', kind: 'percent', width: 20, places: 1, value: row => row.share },
  ],
  rows: timesRows,
  charts: rows => [timesByRoute(rows), receivedBySection(rows)],
  source: row => ({ entity: 'transfer', id: row.id }),
  signatures, orientation: 'landscape',
})

const clearedChoices = [{ value: 'YES', labelKey: 'words.yes', tone: 'good' }, { value: 'NO', labelKey: 'words.no', tone: 'critical' }] as const

/** Each time that other goods came to a line: whether it was empty by then, or somebody let them beside the others. */
export const lineClearanceReport = defineReport<ClearanceRow>()({
  name: 'lineClearance', permission: 'process.readDailyProduction', titleKey: 'transfers.reports.clearance.title', descriptionKey: 'transfers.reports.clearance.description', filters: { ...filters, section: { kind: 'section', labelKey: 'transfers.fields.sectionId' } },
  columns: [
    { ...field('sectionId'), kind: 'text', width: 30, value: row => row.sectionName },
    { ...field('productionLineId'), kind: 'text', width: 30, value: row => row.lineName },
    { key: 'at', labelKey: 'transfers.reports.changedAt', kind: 'instant', width: 36, value: row => row.acceptedAt },
    { key: 'before', labelKey: 'transfers.reports.before', kind: 'text', width: 50, value: row => row.beforeName },
    { key: 'after', labelKey: 'transfers.reports.after', kind: 'text', width: 50, value: row => row.articleName },
    { ...field('transferId'), kind: 'text', width: 36, value: row => row.number },
    { key: 'cleared', labelKey: 'transfers.reports.cleared', kind: 'status', width: 24, value: row => (row.isCleared ? 'YES' : 'NO'), choices: clearedChoices },
    { ...field('clearedAt'), kind: 'instant', width: 36, value: row => row.clearedAt },
    { ...field('clearedBy'), kind: 'text', width: 36, value: row => row.clearedByName },
  ],
  rows: clearanceRows,
  charts: rows => [clearedByLine(rows)],
  source: row => ({ entity: 'transfer', id: row.id }),
  signatures, orientation: 'landscape',
})
