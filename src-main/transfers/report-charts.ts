import { decimal, type Decimal } from '../../shared/core/decimal.ts'
import { ratio, toPlaces } from '../../shared/core/rational.ts'
import type { ReportChart } from '../../shared/reports/report.ts'
import { shareOf } from '../../shared/transfers/rules.ts'
import type { ClearanceRow, TimesRow } from './report-rows.ts'

const mostBars = 16

/** How long handovers took on average between two sections, beside their target. */
export function timesByRoute(rows: readonly TimesRow[]): ReportChart {
  const received = rows.flatMap(row => (row.minutes === null ? [] : [{ ...row, minutes: row.minutes }]))
  return {
    titleKey: 'transfers.reports.times.chart', seriesKeys: ['transfers.reports.average', 'transfers.reports.target'],
    bars: [...Map.groupBy(received, ({ from, to }) => `${from} → ${to}`)].slice(0, mostBars).map(([label, its]) => ({ label, values: [averageOf(its.map(({ minutes }) => minutes)), its[0]!.target === null ? null : decimal(its[0]!.target)] })),
  }
}

/** Which share of what was sent to a section it has received. */
export function receivedBySection(rows: readonly TimesRow[]): ReportChart {
  return {
    titleKey: 'transfers.reports.times.received', seriesKeys: ['transfers.reports.acknowledged'], unit: '%',
    bars: [...Map.groupBy(rows, ({ to }) => to)].slice(0, mostBars).map(([label, its]) => ({ label, values: [shareOf(its.filter(({ acceptedAt }) => acceptedAt !== null).length, its.length)] })),
  }
}

/** TR-4: how often a line was seen to be clear before other goods came to it, beside the target. */
export function clearedByLine(rows: readonly ClearanceRow[]): ReportChart {
  return {
    titleKey: 'transfers.reports.clearance.chart', seriesKeys: ['transfers.reports.clearedShare', 'transfers.reports.targetShare'], unit: '%',
    bars: [...Map.groupBy(rows, ({ sectionName, lineName }) => `${sectionName} · ${lineName}`)].slice(0, mostBars).map(([label, its]) => ({ label, values: [shareOf(its.filter(({ isCleared }) => isCleared).length, its.length), its[0]!.target] })),
  }
}

function averageOf(minutes: readonly number[]): Decimal {
  return toPlaces(ratio(BigInt(minutes.reduce((sum, one) => sum + one, 0)), BigInt(minutes.length)), 1, 'half-up')
}
