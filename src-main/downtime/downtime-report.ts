import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { dayText } from '../../shared/core/day-text.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { ratio, toPlaces } from '../../shared/core/rational.ts'
import type { Downtime } from '../../shared/downtime/contract.ts'
import { wholeMinutes } from '../../shared/downtime/rules.ts'
import { downtimeKinds } from '../../shared/masters/reasons.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import type { Period } from '../../shared/reports/report.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { downtimesBetween } from './rows.ts'
import { openFactoryHours, type FactoryHours } from './working-hours.ts'

const own = (key: string) => ({ key, labelKey: `downtime.report.columns.${key}` })
const explained = (key: string) => ({ ...own(key), explainKey: `downtime.report.explain.${key}` })
const hours = { kind: 'decimal', width: 28, places: () => 2 } as const
const groupings = ['MACHINE', 'REASON', 'SECTION', 'DAY'] as const
type Grouping = (typeof groupings)[number]
const plans = ['PLANNED', 'UNPLANNED'] as const

interface DowntimeRow {
  readonly subject: string
  readonly count: number
  readonly minutes: number
  readonly planned: number
  readonly longest: number
  readonly standing: number
  /** Of all rows. */
  readonly all: number
}
/** A record's part within one day of the period, or within all of it. */
interface StoodPart { readonly record: Downtime; readonly key: string; readonly minutes: number }

/** How long and why machines, lines and sections stood still over a period. */
export const downtimeReport = defineReport<DowntimeRow>()({
  name: 'downtime',
  permission: 'process.readDailyProduction',
  titleKey: 'downtime.report.title',
  descriptionKey: 'downtime.report.description',
  filters: {
    period: { kind: 'period', labelKey: 'reports.filters.period' },
    section: { kind: 'section', labelKey: 'downtime.fields.sectionId' },
    by: { kind: 'choice', labelKey: 'downtime.report.by', choices: groupings.map(value => ({ value, labelKey: `downtime.report.groupings.${value}` })) },
    kind: { kind: 'choice', labelKey: 'downtime.report.kind', choices: downtimeKinds.map(value => ({ value, labelKey: `masters.downtimeKinds.${value}` })) },
    plan: { kind: 'choice', labelKey: 'downtime.report.plannedFilter', choices: plans.map(value => ({ value, labelKey: `downtime.${value.toLowerCase()}` })) },
  },
  columns: [
    { ...own('subject'), kind: 'text', width: 62, value: row => row.subject },
    { ...explained('count'), kind: 'integer', width: 18, value: row => row.count },
    { ...explained('hours'), ...hours, value: row => hoursOf(row.minutes), total: 'sum' },
    { ...own('planned'), ...hours, value: row => hoursOf(row.planned), total: 'sum' },
    { ...own('unplanned'), ...hours, value: row => hoursOf(row.minutes - row.planned), total: 'sum' },
    { ...explained('share'), kind: 'percent', width: 24, places: 1, value: row => percentOf(hoursOf(row.minutes), hoursOf(row.all)) },
    { ...explained('longest'), ...hours, value: row => hoursOf(row.longest) },
    { ...own('standing'), kind: 'integer', width: 22, value: row => row.standing },
  ],
  rows(context, { period, section, by = 'MACHINE', kind, plan }) {
    const factory = openFactoryHours(context.db)
    const span = { from: factory.day(period.from).from, to: factory.day(period.to).to }
    const records = downtimesBetween(context.db, context.sections, { ...span, sectionId: section })
      .filter(record => (kind === undefined || record.kind === kind) && (plan === undefined || record.isPlanned === (plan === 'PLANNED')))
    const parts = by === 'DAY' ? daysOf(context, factory, period, records) : records.map(record => ({ record, key: keyOf(record, by), minutes: minutesWithin(context, record, span) }))
    return rowsOf(parts, by)
  },
  charts: rows => [
    {
      titleKey: 'downtime.report.chart', seriesKeys: ['downtime.report.columns.planned', 'downtime.report.columns.unplanned'],
      bars: rows.slice(0, mostBars).map(({ subject, minutes, planned }) => ({ label: subject, values: [hoursOf(planned), hoursOf(minutes - planned)] })),
    },
  ],
  signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'],
  orientation: 'landscape',
})
const mostBars = 31

function hoursOf(minutes: number): Decimal {
  return toPlaces(ratio(BigInt(minutes), 60n), 2, 'half-up')
}

function keyOf({ machineCode, machineName, productionLineName, sectionName, reasonName }: Downtime, by: Exclude<Grouping, 'DAY'>): string {
  if (by === 'REASON') return reasonName
  if (by === 'SECTION' || (machineName === null && productionLineName === null)) return sectionName
  return machineName === null ? `${productionLineName ?? ''} (${sectionName})` : `${machineCode ?? ''} ${machineName} (${sectionName})`
}

/** What still stands has stood until now. */
function minutesWithin({ now }: RowContext, { startedAt, endedAt }: Downtime, { from, to }: { readonly from: string; readonly to: string }): number {
  const [first, last] = [startedAt > from ? startedAt : from, [endedAt ?? now, to].toSorted()[0]!]
  return last > first ? wholeMinutes(first, last) : 0
}

/** Each record in every day of the period in which it stood. */
function daysOf(context: RowContext, factory: FactoryHours, { from, to }: Period, records: readonly Downtime[]): StoodPart[] {
  const parts: StoodPart[] = []
  for (let day: BusinessDay = from; day <= to && day <= context.today; day = addDays(day, 1)) {
    const span = factory.day(day)
    for (const record of records) {
      if (record.startedAt >= span.to || (record.endedAt ?? context.now) <= span.from) continue
      parts.push({ record, key: day, minutes: minutesWithin(context, record, span) })
    }
  }
  return parts
}

/** By day in its order, otherwise the longest first. */
function rowsOf(parts: readonly StoodPart[], by: Grouping): DowntimeRow[] {
  const sum = (its: readonly StoodPart[]) => its.reduce((minutes, part) => minutes + part.minutes, 0)
  const all = sum(parts)
  const rows = [...Map.groupBy(parts, ({ key }) => key)].map(([key, its]) => ({
    subject: by === 'DAY' ? dayText(key) : key, count: its.length, minutes: sum(its), planned: sum(its.filter(({ record }) => record.isPlanned)), longest: Math.max(...its.map(({ minutes }) => minutes)),
    standing: its.filter(({ record }) => record.endedAt === null).length, all,
  }))
  return by === 'DAY' ? rows : rows.toSorted((a, b) => b.minutes - a.minutes || (a.subject < b.subject ? -1 : 1))
}
