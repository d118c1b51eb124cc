import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import type { ReactNode } from 'react'
import { useText } from '../core/i18n.ts'

/** How many people were active in each hour of the day. */
export function HoursChart({ hours }: { readonly hours: readonly number[] }): ReactNode {
  const t = useText()
  const { palette } = useTheme().vars
  const label = (hour: number) => String(hour).padStart(2, '0')
  return (
    <Box component="figure" aria-label={t('activity.summary.hours')} sx={{ m: 0, px: 1, pt: 1, minWidth: 0 }}>
      <BarChart
        height={220} skipAnimation hideLegend margin={{ top: 12, right: 12, bottom: 0, left: 0 }} grid={{ horizontal: true }} borderRadius={3}
        xAxis={[{ scaleType: 'band', data: hours.map((_, hour) => hour), height: 26, disableLine: true, disableTicks: true, valueFormatter: (hour: number, { location }) => (location === 'tick' ? label(hour) : t('activity.summary.hour', { from: `${label(hour)}.00`, to: `${label((hour + 1) % 24)}.00` })), tickLabelInterval: (hour: number) => hour % 2 === 0 }]}
        yAxis={[{ min: 0, max: Math.max(4, ...hours), width: 34, disableLine: true, disableTicks: true, tickMinStep: 1, tickNumber: 4 }]}
        series={[{ data: [...hours], color: palette.primary.main, valueFormatter: count => t('activity.summary.active', { count: count ?? 0 }) }]}
        sx={{ '& .MuiChartsGrid-line': { stroke: palette.divider }, '& .MuiChartsAxis-tickLabel': { fill: `${palette.text.secondary} !important`, fontSize: '0.75rem !important' } }}
      />
    </Box>
  )
}
