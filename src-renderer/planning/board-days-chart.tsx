import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { LineChart } from '@mui/x-charts/LineChart'
import type { ReactNode } from 'react'
import { addDays, daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, zero } from '../../shared/core/decimal.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { BoardDetail } from './board-drawer.tsx'

const most = 120

/** Output added up day by day, beside the even line of the plan. */
export function BoardDaysChart({ detail: { line, days, plannedDays } }: { readonly detail: BoardDetail }): ReactNode {
  const t = useText()
  const { palette } = useTheme().vars
  const { day, integer, today } = useFormats()
  const start = line.startDay as BusinessDay
  const first = [start, ...days.map(entry => entry.day as BusinessDay)].toSorted()[0]!
  const last = [line.deadlineDay as BusinessDay, ...days.map(entry => entry.day as BusinessDay)].toSorted().at(-1)!
  const shown = Array.from({ length: Math.min(most, daysBetween(first, last) + 1) }, (_, at) => addDays(first, at))
  const sumAt = (at: BusinessDay) => Number(decimalText(days.findLast(entry => entry.day <= at)?.sum ?? zero))
  const made = shown.map(at => (at > today() ? null : sumAt(at)))
  const planned = shown.map(at => Math.round((line.target * Math.min(plannedDays, Math.max(0, daysBetween(start, at) + 1))) / plannedDays))
  const text = t('planning.board.drawer.chartText', {
    produced: integer(line.produced),
    target: integer(line.target),
    expected: integer(line.expected),
  })
  return (
    <Box component="figure" aria-label={text} sx={{ m: 0, minWidth: 0 }}>
      <LineChart
        height={190}
        skipAnimation
        margin={{ top: 10, right: 16, bottom: 0, left: 0 }}
        grid={{ horizontal: true }}
        xAxis={[
          {
            scaleType: 'point',
            data: shown,
            height: 26,
            disableTicks: true,
            valueFormatter: (at: string) => day(at).slice(0, 5),
            tickLabelInterval: (_: string, index: number) => index % Math.ceil(shown.length / 7) === 0,
          },
        ]}
        yAxis={[
          { min: 0, width: 54, disableLine: true, disableTicks: true, tickNumber: 4, valueFormatter: (value: number) => integer(value) },
        ]}
        series={[
          { label: t('planning.board.drawer.plan'), data: planned, color: palette.text.disabled, showMark: false, curve: 'linear' },
          {
            label: t('planning.board.drawer.actual'),
            data: made,
            color: palette.primary.main,
            showMark: false,
            curve: 'linear',
            connectNulls: false,
          },
        ]}
        sx={{
          '& .MuiChartsAxis-tickLabel': { fill: `${palette.text.secondary} !important`, fontSize: '0.75rem !important' },
          '& .MuiChartsGrid-line': { stroke: palette.divider },
        }}
      />
    </Box>
  )
}
