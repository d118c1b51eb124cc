import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { LineChart, lineClasses } from '@mui/x-charts/LineChart'
import type { ReactNode } from 'react'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

export interface MinuteSeries { readonly label: string; readonly values: readonly (number | null)[]; readonly tone: 'primary' | 'secondary' | 'error' }
export interface MinutesChartProps {
  readonly title: string
  /** When each minute ended. */
  readonly at: readonly string[]
  readonly series: readonly MinuteSeries[]
  /** So far up it reaches at least, that calm values look calm. */
  readonly least: number
  /** How a value is written, on the axis and in full. */
  write(value: number): string
}

const labelEvery = 15

/** One figure of the host, minute by minute. */
export function MinutesChart({ title, at, series, least, write }: MinutesChartProps): ReactNode {
  const t = useText()
  const { palette } = useTheme().vars
  const { time } = useFormats()
  const top = Math.max(least, ...series.flatMap(({ values }) => values.map(value => value ?? 0)))
  const lastValue = ({ label, values }: MinuteSeries) => `${label} ${values.at(-1) == null ? t('health.charts.nothing') : write(values.at(-1)!)}`
  return (
    <Section title={title}>
      <Legend series={series} />
      <Box component="figure" aria-label={t('health.charts.last', { title, values: series.map(lastValue).join(', ') })} sx={{ m: 0, px: 0.5, minWidth: 0 }}>
        <LineChart
          height={168} skipAnimation hideLegend margin={{ top: 10, right: 20, bottom: 0, left: 0 }} grid={{ horizontal: true }} axisHighlight={{ x: 'line' }}
          xAxis={[{
            scaleType: 'point', data: at.map((_, index) => index), height: 26, disableLine: true, disableTicks: true, valueFormatter: (index: number) => time(at[index] ?? ''),
            tickLabelInterval: (index: number) => (at.length - 1 - index) % labelEvery === 0,
          }]}
          yAxis={[{ min: 0, max: top * 1.08, width: 14 + 7.5 * write(top).length, disableLine: true, disableTicks: true, tickNumber: 3, valueFormatter: (value: number) => write(value) }]}
          series={series.map(({ label, values, tone }) => ({
            label, data: [...values], color: palette[tone].main, area: series.length === 1, showMark: ({ index }: { index: number }) => isAlone(values, index), curve: 'linear', valueFormatter: (value: number | null) => (value === null ? t('health.charts.nothing') : write(value)),
          }))}
          sx={{
            [`& .${lineClasses.area}`]: { fillOpacity: 0.14, filter: 'none' }, [`& .${lineClasses.line}`]: { strokeWidth: 2 }, '& .MuiChartsGrid-line': { stroke: palette.divider },
            '& .MuiChartsAxis-tickLabel': { fill: `${palette.text.secondary} !important`, fontSize: '0.75rem !important', fontVariantNumeric: 'tabular-nums' },
          }}
        />
      </Box>
    </Section>
  )
}

function Legend({ series }: Pick<MinutesChartProps, 'series'>): ReactNode {
  return (
    <Box aria-hidden sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, px: 2, pt: 1, fontSize: '0.8125rem', color: 'text.secondary' }}>
      {series.map(({ label, tone }) => (
        <Box key={label} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}><Box sx={{ width: 14, height: 3, borderRadius: 2, bgcolor: `${tone}.main` }} />{label}</Box>
      ))}
    </Box>
  )
}

/** A value without neighbours makes no line: it is drawn as a point. */
function isAlone(values: readonly (number | null)[], at: number): boolean {
  return (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null
}
