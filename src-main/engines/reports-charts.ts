import type { Content, TableCell } from 'pdfmake'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import { isMeasured, withUnit, type ReportChart } from '../../shared/reports/report.ts'
import { inks } from './pdf-look.ts'
import type { Paper } from './reports-paper.ts'

const barHeight = 7
const labelWidth = 170
const figureWidth = 120
/** Told apart on a worn office printer: dark, pale with an edge, and between both. */
const fills = [{ color: inks.accent, lineColor: inks.accent }, { color: '#d5e0e5', lineColor: inks.quiet }, { color: '#8fa7b1', lineColor: inks.quiet }] as const
const fillOf = (at: number) => fills[at % fills.length]!

/** A report's charts on paper, above its rows. */
export function drawCharts(paper: Paper, charts: readonly ReportChart[], width: number): Content[] {
  return charts.filter(({ bars }) => bars.length > 0).map(chart => ({ stack: [title(paper, chart), bars(paper, chart, width - labelWidth - figureWidth - 24)], margin: [0, 0, 0, 14], unbreakable: true }))
}

function title(paper: Paper, { titleKey, seriesKeys, unit }: ReportChart): Content {
  const heading = isMeasured(unit) ? paper.text('reports.columnUnit', { label: paper.text(titleKey), unit }) : paper.text(titleKey)
  const legend = seriesKeys.map((key, at) => ({
    width: 'auto' as const,
    columns: [{ width: 16, canvas: [{ type: 'rect' as const, x: 4, y: 1, w: 9, h: 7, ...fillOf(at) }] }, { width: 'auto' as const, text: paper.text(key), color: inks.quiet }],
  }))
  return { columns: [{ width: 'auto', text: heading, bold: true, color: inks.accent }, ...legend], columnGap: 12, fontSize: 9, margin: [0, 0, 0, 4] }
}

function bars(paper: Paper, { bars: drawn, seriesKeys, unit }: ReportChart, room: number): Content {
  const largest = Math.max(1, ...drawn.flatMap(({ values }) => values.map(value => Math.abs(value ?? 0))))
  const figure = (value: Decimal | null) => (value === null ? '–' : withUnit(paper.number(decimalText(value)), unit))
  const body = drawn.map(({ label, values }): TableCell[] => [
    { text: label, color: inks.text },
    { canvas: values.flatMap((value, at) => (value === null ? [] : [{ type: 'rect' as const, x: 0, y: at * (barHeight + 1), w: Math.max(0.5, (Math.abs(value) / largest) * room), h: barHeight, lineWidth: 0.4, ...fillOf(at) }])) },
    { text: values.map(figure).join('  /  '), color: inks.text },
  ])
  const none = () => 0
  return {
    table: { widths: [labelWidth, room, figureWidth], heights: seriesKeys.length * (barHeight + 1) + 2, dontBreakRows: true, body }, fontSize: 8,
    layout: { hLineWidth: none, vLineWidth: none, paddingLeft: () => 0, paddingRight: () => 8, paddingTop: () => 1, paddingBottom: () => 1 },
  }
}
