import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { ChartsReferenceLine } from '@mui/x-charts/ChartsReferenceLine'
import { ChartsTooltipContainer, useAxesTooltip } from '@mui/x-charts/ChartsTooltip'
import { LineChart, lineClasses } from '@mui/x-charts/LineChart'
import type { ReactNode } from 'react'
import { decimalText, isPositive, type Decimal } from '../../shared/core/decimal.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { BalanceDay } from './balance-days.ts'
import { useQuantityTexts, type Unit } from './quantities.ts'

export interface BalanceChartProps {
  readonly days: readonly BalanceDay[]
  readonly unit: Unit
  /** Drawn as a line across, where there is one. */
  readonly minimum: Decimal
  /** What the chart shows, in a sentence, for those who cannot see it. */
  readonly description: string
}

/** The balance at the end of each day, as steps: stock stays as it is until something moves. */
export function BalanceChart({ days, unit, minimum, description }: BalanceChartProps): ReactNode {
  const t = useText()
  const { palette } = useTheme().vars
  const { plain } = useFormats()
  const { full } = useQuantityTexts()
  const labelEvery = Math.ceil(days.length / 8)
  const top = Math.max(...days.map(({ balance }) => chartValue(balance)), isPositive(minimum) ? chartValue(minimum) : 0)
  const widest = Math.max(3, plain(String(Math.ceil(top))).length)
  return (
    <Box component="figure" aria-label={description} sx={{ m: 0, minWidth: 0 }}>
      <LineChart
        height={224}
        skipAnimation
        hideLegend
        margin={{ top: 12, right: 24, bottom: 0, left: 0 }}
        grid={{ horizontal: true }}
        axisHighlight={{ x: 'line' }}
        disableLineItemHighlight={false}
        xAxis={[
          {
            scaleType: 'point',
            data: days.map(({ day }) => day),
            height: 26,
            disableLine: true,
            disableTicks: true,
            valueFormatter: (day: string) => shortDay(day),
            tickLabelInterval: (_day: string, at: number) => (days.length - 1 - at) % labelEvery === 0,
          },
        ]}
        yAxis={[
          {
            min: 0,
            max: top === 0 ? 1 : top * 1.08,
            width: 16 + 7.5 * widest,
            disableLine: true,
            disableTicks: true,
            tickNumber: 4,
            valueFormatter: (value: number) => plain(String(Number(value.toPrecision(9)))),
          },
        ]}
        series={[
          {
            data: days.map(({ balance }) => chartValue(balance)),
            label: t('warehouse.chart.balance'),
            curve: 'stepAfter',
            area: true,
            color: palette.primary.main,
            showMark: ({ index }) => days.length <= 31 && hasMoved(days[index]),
          },
        ]}
        slots={{ tooltip: () => <DayTooltip days={days} unit={unit} /> }}
        sx={{
          [`& .${lineClasses.area}`]: { fillOpacity: 0.14, filter: 'none' },
          [`& .${lineClasses.line}`]: { strokeWidth: 2 },
          '& .MuiChartsGrid-line': { stroke: palette.divider },
          '& .MuiChartsAxis-tickLabel': {
            fill: `${palette.text.secondary} !important`,
            fontSize: '0.75rem !important',
            fontVariantNumeric: 'tabular-nums',
          },
        }}
      >
        {isPositive(minimum) && (
          <ChartsReferenceLine
            y={chartValue(minimum)}
            label={t('warehouse.chart.minimum', { quantity: full(minimum, unit) })}
            labelAlign="start"
            lineStyle={{ stroke: palette.warning.main, strokeDasharray: '5 4', strokeWidth: 1.5 }}
            labelStyle={{ fill: palette.warning.main, fontSize: 12, fontWeight: 600 }}
          />
        )}
      </LineChart>
    </Box>
  )
}

/** Came, went and stayed, on the day under the pointer. */
function DayTooltip({ days, unit }: Pick<BalanceChartProps, 'days' | 'unit'>): ReactNode {
  const t = useText()
  const { day: dayText } = useFormats()
  const { full, signed } = useQuantityTexts()
  const at = useAxesTooltip()?.[0]?.dataIndex
  const shown = at === undefined ? undefined : days[at]
  return (
    <ChartsTooltipContainer trigger="axis">
      {shown && (
        <Box
          sx={{
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            px: 1.5,
            py: 1,
            boxShadow: '0 8px 28px rgb(9 30 35 / 18%)',
            fontSize: '0.8125rem',
            fontVariantNumeric: 'tabular-nums',
            display: 'grid',
            gap: 0.25,
          }}
        >
          <Box sx={{ color: 'text.secondary' }}>{dayText(shown.day)}</Box>
          <Box sx={{ fontWeight: 650, fontSize: '0.9375rem' }}>{full(shown.balance, unit)}</Box>
          {isPositive(shown.came) && (
            <Box sx={{ color: 'success.main' }}>
              {t('warehouse.chart.came')} {signed(shown.came, unit)}
            </Box>
          )}
          {isPositive(shown.went) && (
            <Box sx={{ color: 'error.main' }}>
              {t('warehouse.chart.went')} −{full(shown.went, unit)}
            </Box>
          )}
        </Box>
      )}
    </ChartsTooltipContainer>
  )
}

/** A point on the screen, nothing to calculate with. */
function chartValue(quantity: Decimal): number {
  return Number(decimalText(quantity))
}

function hasMoved(day: BalanceDay | undefined): boolean {
  return day !== undefined && (isPositive(day.came) || isPositive(day.went))
}

/** `20-11` */
function shortDay(day: string): string {
  return day.slice(5).split('-').reverse().join('-')
}
