import type { ReportChart } from '../../shared/reports/report.ts'

/** A chart for each unit, that of the most rows first: pieces and metres stand on no common scale. What has no unit is in none. */
export function chartsByUnit<Row>(rows: readonly Row[], unitOf: (row: Row) => string, draw: (its: readonly Row[]) => Omit<ReportChart, 'unit'>): ReportChart[] {
  return [...Map.groupBy(rows.filter(row => unitOf(row) !== ''), unitOf)].toSorted(([a, its], [b, others]) => others.length - its.length || a.localeCompare(b))
    .map(([unit, its]) => ({ ...draw(its), unit }))
}
