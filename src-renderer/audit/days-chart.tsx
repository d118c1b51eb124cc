import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import type { ReactNode } from 'react'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

export interface DaysChartProps { readonly days: readonly { readonly day: string; readonly count: number }[]; readonly title: string }

/** How much was done on each day. */
export function DaysChart({ days, title }: DaysChartProps): ReactNode {
  const t = useText()
  const { palette } = useTheme().vars
  const { day: dayText, integer } = useFormats()
  return (
    <Box component="figure" aria-label={`${title}. ${t('audit.summary.dayCount', { day: dayText(days.at(-1)?.day ?? ''), count: days.at(-1)?.count ?? 0 })}`} sx={{ m: 0, minWidth: 0 }}>
      <BarChart
        height={220} skipAnimation hideLegend margin={{ top: 12, right: 8, bottom: 0, left: 0 }} grid={{ horizontal: true }}
        xAxis={[{ scaleType: 'band', data: days.map(({ day }) => day), height: 26, disableLine: true, disableTicks: true, valueFormatter: (day: string) => day.slice(5).split('-').reverse().join('-'), tickLabelInterval: (_day: string, at: number) => (days.length - 1 - at) % 5 === 0 }]}
        yAxis={[{ min: 0, width: 56, disableLine: true, disableTicks: true, tickNumber: 4, valueFormatter: (value: number) => integer(value) }]}
        series={[{ data: days.map(({ count }) => count), label: t('audit.summary.count'), color: palette.primary.main, valueFormatter: value => integer(value ?? 0) }]}
        sx={{ '& .MuiChartsGrid-line': { stroke: palette.divider }, '& .MuiChartsAxis-tickLabel': { fill: `${palette.text.secondary} !important`, fontSize: '0.75rem !important' } }}
      />
    </Box>
  )
}
