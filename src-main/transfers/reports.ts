import { averageMinutes, timeLooks, transferStatuses, type TransferStatus } from '../../shared/transfers/rules.ts'
import { defineReport } from '../engines/reports.ts'
import { clearedShares, receivedBySection, timesByRoute } from './report-charts.ts'
import { clearanceGroupings, clearanceRows, timesGroupings, timesRows, type ClearanceRow, type TimesRow } from './report-rows.ts'

const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const filters = { period: { kind: 'period', labelKey: 'reports.filters.period' }, section: { kind: 'section', labelKey: 'transfers.fields.toSectionId' } } as const
const field = (key: string) => ({ key, labelKey: `transfers.fields.${key}` })
const sum = (key: string) => ({ key, labelKey: `transfers.reports.${key}` })
const tones: Readonly<Record<TransferStatus, 'good' | 'neutral' | 'warning' | 'critical'>> = { BLOCKED: 'critical', LOCKED: 'neutral', ACCEPTED: 'warning', COMPLETED: 'good', CANCELLED: 'neutral' }
const statusChoices = transferStatuses.map(value => ({ value, labelKey: `transfers.statuses.${value}`, tone: tones[value] }))

const lookTones: Readonly<Record<TimesRow['look'], 'good' | 'neutral' | 'warning' | 'critical'>> = { GOOD: 'good', FAIR: 'neutral', WARNING: 'warning', CRITICAL: 'critical', OPEN: 'neutral' }
const lookChoices = ([...timeLooks, 'OPEN'] as const).map(value => ({ value, labelKey: value === 'OPEN' ? 'transfers.reports.open' : `transfers.looks.${value}`, tone: lookTones[value] }))

const by = <const Name extends string>(groupings: readonly Name[]) => ({ kind: 'choice', labelKey: 'transfers.reports.by', choices: groupings.map(value => ({ value, labelKey: `transfers.reports.groupings.${value}` })) }) as const
type By = { readonly by?: string | undefined }
/** Columns of each row by itself, and of rows summed up. */
const each = { when: (filter: By) => filter.by === undefined }
const summed = { when: (filter: By) => filter.by !== undefined }

/** Every handover of a period: how long it took from being sent to being received, and what was missing; or that by the sections it went between. */
export const transferTimesReport = defineReport<TimesRow>()({
  name: 'transferTimes', permission: 'process.readDailyProduction', titleKey: 'transfers.reports.times.title', descriptionKey: 'transfers.reports.times.description', filters: { ...filters, by: by(timesGroupings) },
  columns: [
    { ...field('number'), ...each, kind: 'text', width: 36, value: row => row.slip!.number },
    { ...field('status'), ...each, kind: 'status', width: 36, value: row => row.slip!.status, choices: statusChoices },
    { ...field('goods'), ...each, kind: 'text', width: 80, value: row => row.slip!.goods },
    { ...field('fromSectionId'), kind: 'text', width: 28, value: row => row.from },
    { ...field('toSectionId'), kind: 'text', width: 28, value: row => row.to },
    { ...field('productionLineId'), ...each, kind: 'text', width: 36, value: row => row.slip!.line },
    { ...field('createdAt'), ...each, kind: 'instant', width: 34, value: row => row.slip!.sentAt },
    { ...field('acceptedAt'), ...each, kind: 'instant', width: 34, value: row => row.slip!.acceptedAt },
    { ...sum('count'), ...summed, kind: 'integer', width: 24, value: row => row.count, total: 'sum' },
    { ...sum('accepted'), ...summed, kind: 'integer', width: 24, value: row => row.accepted, total: 'sum' },
    { key: 'minutes', labelKey: 'transfers.minutes', ...each, kind: 'integer', width: 20, value: row => row.minutes },
    { ...sum('averageMinutes'), ...summed, kind: 'decimal', width: 28, places: () => 1, value: row => averageMinutes(row.minutes ?? 0, row.accepted) },
    { key: 'target', labelKey: 'transfers.reports.target', kind: 'integer', width: 20, value: row => row.target },
    { key: 'look', labelKey: 'transfers.reports.look', kind: 'status', width: 28, value: row => row.look, choices: lookChoices },
    { ...field('quantity'), kind: 'decimal', width: 22, places: () => 0, value: row => row.quantity, total: 'sum' },
    { ...field('receivedQuantity'), kind: 'decimal', width: 22, places: () => 0, value: row => row.received, total: 'sum' },
    { key: 'share', labelKey: 'transfers.reports.share', kind: 'percent', width: 20, places: 1, value: row => row.share },
  ],
  rows: timesRows,
  charts: rows => [timesByRoute(rows), receivedBySection(rows)],
  source: ({ slip }) => slip && { entity: 'transfer', id: slip.id },
  signatures, orientation: 'landscape',
})

const clearedChoices = [{ value: 'YES', labelKey: 'words.yes', tone: 'good' }, { value: 'NO', labelKey: 'words.no', tone: 'critical' }] as const

/** TR-4: each time that other goods came to a line: whether it was empty by then, or somebody let them beside the others; or how often that was so, by line or section. */
export const lineClearanceReport = defineReport<ClearanceRow>()({
  name: 'lineClearance', permission: 'process.readDailyProduction', titleKey: 'transfers.reports.clearance.title', descriptionKey: 'transfers.reports.clearance.description',
  filters: { ...filters, section: { kind: 'section', labelKey: 'transfers.fields.sectionId' }, by: by(clearanceGroupings) },
  columns: [
    { ...field('sectionId'), kind: 'text', width: 30, value: row => row.section },
    { ...field('productionLineId'), kind: 'text', width: 30, value: row => row.line, when: filter => filter.by !== 'SECTION' },
    { key: 'at', labelKey: 'transfers.reports.changedAt', ...each, kind: 'instant', width: 36, value: row => row.change!.acceptedAt },
    { key: 'before', labelKey: 'transfers.reports.before', ...each, kind: 'text', width: 50, value: row => row.change!.beforeName },
    { key: 'after', labelKey: 'transfers.reports.after', ...each, kind: 'text', width: 50, value: row => row.change!.articleName },
    { ...field('transferId'), ...each, kind: 'text', width: 36, value: row => row.change!.number },
    { key: 'cleared', labelKey: 'transfers.reports.cleared', ...each, kind: 'status', width: 24, value: row => (row.change!.isCleared ? 'YES' : 'NO'), choices: clearedChoices },
    { ...field('clearedAt'), ...each, kind: 'instant', width: 36, value: row => row.change!.clearedAt },
    { ...field('clearedBy'), ...each, kind: 'text', width: 36, value: row => row.change!.clearedByName },
    { ...sum('changes'), ...summed, kind: 'integer', width: 30, value: row => row.changes, total: 'sum' },
    { ...sum('clearedChanges'), ...summed, kind: 'integer', width: 30, value: row => row.cleared, total: 'sum' },
    { ...sum('clearedShare'), ...summed, kind: 'percent', width: 30, places: 1, value: row => row.share },
    { ...sum('targetShare'), ...summed, kind: 'percent', width: 24, places: 1, value: row => row.target },
  ],
  rows: clearanceRows,
  charts: rows => [clearedShares(rows)],
  source: ({ change }) => change && { entity: 'transfer', id: change.id },
  signatures, orientation: 'landscape',
})
