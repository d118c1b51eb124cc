import { decimal } from '../../shared/core/decimal.ts'
import type { ReportChart } from '../../shared/reports/report.ts'
import { averageMinutes, shareOf } from '../../shared/transfers/rules.ts'
import type { ClearanceRow, TimesRow } from './report-rows.ts'

const mostBars = 16
type Counted<Key extends string> = { readonly [Name in Key]: number | null }
const sum = <Key extends string>(rows: readonly Counted<Key>[], key: Key) => rows.reduce((total, row) => total + (row[key] ?? 0), 0)

/** How long handovers took on average between two sections, beside their target. */
export function timesByRoute(rows: readonly TimesRow[]): ReportChart {
  const received = rows.filter(({ accepted }) => accepted > 0)
  return {
    titleKey: 'transfers.reports.times.chart', seriesKeys: ['transfers.reports.average', 'transfers.reports.target'],
    bars: [...Map.groupBy(received, ({ from, to }) => `${from} → ${to}`)].slice(0, mostBars).map(([label, its]) => ({ label, values: [averageMinutes(sum(its, 'minutes'), sum(its, 'accepted')), its[0]!.target === null ? null : decimal(its[0]!.target)] })),
  }
}

/** Which share of what was sent to a section it has received. */
export function receivedBySection(rows: readonly TimesRow[]): ReportChart {
  return {
    titleKey: 'transfers.reports.times.received', seriesKeys: ['transfers.reports.acknowledged'], unit: '%',
    bars: [...Map.groupBy(rows, ({ to }) => to)].slice(0, mostBars).map(([label, its]) => ({ label, values: [shareOf(sum(its, 'accepted'), sum(its, 'count'))] })),
  }
}

/** TR-4: how often a line, or any line of a section, was seen to be clear before other goods came to it, beside the target. */
export function clearedShares(rows: readonly ClearanceRow[]): ReportChart {
  return {
    titleKey: 'transfers.reports.clearance.chart', seriesKeys: ['transfers.reports.clearedShare', 'transfers.reports.targetShare'], unit: '%',
    bars: [...Map.groupBy(rows, ({ section, line }) => (line === null ? section : `${section} · ${line}`))].slice(0, mostBars).map(([label, its]) => ({ label, values: [shareOf(sum(its, 'cleared'), sum(its, 'changes')), its[0]!.target] })),
  }
}
