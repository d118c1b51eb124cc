import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import type { ReactNode } from 'react'
import type { DayFigures } from '../../shared/fulfilment/history.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

const shown = [
  ['totalInvoices', 'secondary'],
  ['completedPicking', 'info'],
  ['completedPacking', 'primary'],
  ['completedDelivery', 'success'],
] as const
const labelsAtMost = 14

/** What came in beside what was picked, packed and delivered, day by day; the table below says the same in figures. */
export function FiguresChart({ days }: { readonly days: readonly DayFigures[] }): ReactNode {
  const t = useText()
  const { palette } = useTheme().vars
  const { day: dayText, integer } = useFormats()
  const labelEvery = Math.ceil(days.length / labelsAtMost)
  const last = days.at(-1)
  const told = shown.map(([name]) => `${t(`fulfilment.billing.figures.columns.${name}`)} ${integer(last?.[name] ?? 0)}`)
  return (
    <Box component="figure" aria-label={[last && dayText(last.day), ...told].filter(Boolean).join(', ')} sx={{ m: 0, px: 1, minWidth: 0 }}>
      <BarChart
        height={240}
        skipAnimation
        margin={{ top: 12, right: 8, bottom: 0, left: 0 }}
        grid={{ horizontal: true }}
        xAxis={[
          {
            scaleType: 'band',
            data: days.map(({ day }) => day),
            height: 26,
            disableLine: true,
            disableTicks: true,
            valueFormatter: (day: string) => day.slice(5).split('-').reverse().join('-'),
            tickLabelInterval: (_day: string, at: number) => (days.length - 1 - at) % labelEvery === 0,
          },
        ]}
        yAxis={[
          {
            min: 0,
            width: 48,
            disableLine: true,
            disableTicks: true,
            tickNumber: 4,
            tickMinStep: 1,
            valueFormatter: (value: number) => integer(value),
          },
        ]}
        series={shown.map(([name, tone]) => ({
          data: days.map(figures => figures[name]),
          label: t(`fulfilment.billing.figures.columns.${name}`),
          color: palette[tone].main,
          valueFormatter: (value: number | null) => integer(value ?? 0),
        }))}
        sx={{
          '& .MuiChartsGrid-line': { stroke: palette.divider },
          '& .MuiChartsAxis-tickLabel': { fill: `${palette.text.secondary} !important`, fontSize: '0.75rem !important' },
        }}
      />
    </Box>
  )
}
