import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { Theme } from '@mui/material/styles'
import { useState, type ReactNode } from 'react'
import { decimalText, zero, type Decimal } from '../../shared/core/decimal.ts'
import { isMeasured, noValue, withUnit, type ReportChart } from '../../shared/reports/report.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'

/** So many bars are looked over at a glance; the others come when they are asked for. */
const barsAtFirst = 6
const barHeight = 9

/** What the paper draws above the rows: bars beside what they are of and their figures, which make a table of it. */
export function ReportCharts({ charts }: { readonly charts: readonly ReportChart[] }): ReactNode {
  const drawn = charts.filter(({ bars }) => bars.length > 0)
  if (drawn.length === 0) return null
  return <Box sx={band}>{drawn.map(chart => <Chart key={`${chart.titleKey} ${chart.unit ?? ''}`} chart={chart} />)}</Box>
}

function Chart({ chart: { titleKey, seriesKeys, bars, unit } }: { readonly chart: ReportChart }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const [isWhole, setWhole] = useState(false)
  const largest = Math.max(1, ...bars.flatMap(({ values }) => values.map(size)))
  const shown = isWhole ? bars : bars.slice(0, barsAtFirst)
  const figure = (value: Decimal | null) => (value === null ? noValue : withUnit(decimal(value), unit))
  const title = isMeasured(unit) ? t('reports.columnUnit', { label: textOf(titleKey) ?? titleKey, unit }) : textOf(titleKey)
  return (
    <Box component="figure" aria-label={title} sx={{ m: 0, minWidth: 0 }}>
      <Box component="table" sx={look}>
        <thead>
          <tr>
            <th scope="col" colSpan={2} className="title">{title}</th>
            {seriesKeys.map((key, at) => (
              <th key={key} scope="col" className="figure">
                <svg aria-hidden width={11} height={11}><rect className={`series-${at}`} x={0.5} y={0.5} width={10} height={10} /></svg> {textOf(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="bars" aria-hidden>
                <svg width="100%" height={values.length * (barHeight + 1)}>
                  {values.map((value, at) => <rect key={seriesKeys[at]} className={`series-${at}`} x={0.5} y={at * (barHeight + 1) + 0.5} width={`${(size(value) / largest) * 99}%`} height={barHeight - 1} />)}
                </svg>
              </td>
              {values.map((value, at) => <td key={seriesKeys[at]} className="figure">{figure(value)}</td>)}
            </tr>
          ))}
        </tbody>
      </Box>
      {bars.length > barsAtFirst && (
        <Button size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>{isWhole ? t('reports.fewerBars') : t('reports.allBars', { count: bars.length })}</Button>
      )}
    </Box>
  )
}

function size(value: Decimal | null): number {
  return Math.abs(Number(decimalText(value ?? zero)))
}

/** Wider tables scroll away below; the charts stay in sight. */
const band = {
  position: 'sticky', left: 0, display: 'grid', gap: 2, px: 1.5, py: 1.25, borderBottom: 1, borderColor: 'divider',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(480px, 100%), 1fr))',
} as const
/** Told apart by more than their hue: full, pale with an edge, and between both. */
const look = ({ vars: { palette } }: Theme) => ({
  width: '100%', borderCollapse: 'collapse', fontSize: '0.8125rem', fontVariantNumeric: 'tabular-nums',
  '& th, & td': { py: 0.25, px: 0.75, textAlign: 'left', verticalAlign: 'middle', fontWeight: 400 },
  '& thead th': { color: palette.text.secondary, whiteSpace: 'nowrap' },
  '& thead .title': { color: palette.text.primary, fontWeight: 650, whiteSpace: 'normal' },
  '& tbody th': { width: '38%', minWidth: 96, lineHeight: 1.35 },
  '& .bars': { width: '50%', minWidth: 80 },
  '& .bars svg': { display: 'block' },
  '& .figure': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& .figure svg': { verticalAlign: '-1px' },
  '& .series-0': { fill: palette.primary.main, stroke: palette.primary.main },
  '& .series-1': { fill: palette.tint.primary, stroke: palette.text.secondary },
  '& .series-2': { fill: palette.action.disabled, stroke: palette.text.secondary },
})
