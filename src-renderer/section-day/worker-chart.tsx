import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import type { ReactNode } from 'react'
import { decimalText, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

export interface DaySum { readonly day: string; readonly target: Decimal; readonly actual: Decimal }

/** Output beside target in one unit, a pair of bars a day. */
export function WorkerChart({ days }: { readonly days: readonly DaySum[] }): ReactNode {
  const t = useText()
  const { palette } = useTheme().vars
  const { day, plain, integer } = useFormats()
  const [actual, target] = [days.map(one => one.actual), days.map(one => one.target)]
  const total = (values: typeof actual) => plain(decimalText(sumDecimals(values)))
  return (
    <Box component="figure" aria-label={t('sectionDay.history.chartText', { actual: total(actual), target: total(target), days: integer(days.length) })} sx={{ m: 0, px: 1, pt: 1, minWidth: 0 }}>
      <BarChart
        height={240} skipAnimation grid={{ horizontal: true }} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        xAxis={[{ scaleType: 'band', data: days.map(one => one.day), height: 26, disableTicks: true, categoryGapRatio: 0.4, valueFormatter: (at: string) => day(at).slice(0, 5), tickLabelInterval: (_at: string, index: number) => index % Math.ceil(days.length / 12) === 0 }]}
        yAxis={[{ width: 52, disableLine: true, disableTicks: true, tickNumber: 4, valueFormatter: (value: number) => integer(value) }]}
        series={[
          { label: t('sectionDay.history.target'), data: target.map(value => Number(decimalText(value))), color: palette.text.disabled },
          { label: t('sectionDay.history.actual'), data: actual.map(value => Number(decimalText(value))), color: palette.primary.main },
        ]}
        sx={{ '& .MuiChartsAxis-tickLabel': { fill: `${palette.text.secondary} !important`, fontSize: '0.75rem !important' }, '& .MuiChartsGrid-line': { stroke: palette.divider } }}
      />
    </Box>
  )
}
