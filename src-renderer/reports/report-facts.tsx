import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import type { ReportPreview } from '../../shared/reports/contract.ts'
import type { FilterInput } from '../../shared/reports/report.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { ReportCell } from './report-cells.tsx'

type Filters = Readonly<Record<string, FilterInput>>
export interface ReportFactsProps { readonly preview: ReportPreview; readonly filters: Filters; onFilter(filters: Filters): void }

/** How many rows, and how many of each status; a status that can be filtered by narrows the report to its rows, or opens it again. */
export function ReportFacts({ preview: { count, tallies, columns, filters: offered }, filters, onFilter }: ReportFactsProps): ReactNode {
  const t = useText()
  const { integer, day } = useFormats()
  const toggle = (key: string, value: string) => {
    const { [key]: before, ...others } = filters
    onFilter(before === value ? others : { ...others, [key]: value })
  }
  const period = offered.find(({ kind }) => kind === 'period')?.value
  return (
    <Box sx={strip}>
      {typeof period === 'object' && period && <Box component="span" sx={{ mr: 1 }}>{day(period.from ?? '')} – {day(period.to ?? '')}</Box>}
      <Box component="span" sx={{ fontWeight: 650, mr: 1 }}>{t('reports.rows', { count, formatted: integer(count) })}</Box>
      {tallies.map(({ column: key, value, count: rows }) => {
        const column = columns.find(one => one.key === key)
        const filter = offered.find(one => one.kind === 'choice' && one.key === key)
        const face = column && <><ReportCell column={column} value={value} /> <b>{integer(rows)}</b></>
        if (!filter) return <Box key={value} component="span" sx={{ px: 0.75 }}>{face}</Box>
        return (
          <ButtonBase key={value} aria-pressed={filters[key] === value} onClick={() => toggle(key, value)} sx={pressed}>{face}</ButtonBase>
        )
      })}
    </Box>
  )
}

const strip = {
  display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5, minHeight: 32, fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums',
} as const
const pressed = {
  gap: 0.75, px: 0.75, minHeight: 32, borderRadius: 1, fontSize: 'inherit', '@media (pointer: coarse)': { minHeight: 56 },
  '&:hover, &[aria-pressed=true]': { bgcolor: 'action.selected' }, '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
} as const
