import FirstPage from '@mui/icons-material/FirstPage'
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import type { ReactNode } from 'react'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { notPrinted } from '../theme/print.ts'

export interface BrowseFooterProps {
  readonly page: number
  readonly pageSize: number
  /** On this page. */
  readonly rows: number
  readonly total: number | undefined
  readonly hasNext: boolean
  readonly selected?: ReactNode
  /** Of the whole list, however many pages it has. */
  readonly sums?: ReactNode
  onTurn(page: number): void
  onPageSize(size: number): void
}

const sizes = [25, 50, 100]

/** Where one is in the list, and the way to the other pages. */
export function BrowseFooter({ page, pageSize, rows, total, hasNext, selected, sums, onTurn, onPageSize }: BrowseFooterProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const from = page * pageSize + 1
  const to = page * pageSize + rows
  const range = total === undefined ? t('table.rangeOpen', { from: integer(from), to: integer(to) }) : t('table.range', { from: integer(from), to: integer(to), total: integer(total) })
  const pages = total === undefined ? undefined : Math.max(1, Math.ceil(total / pageSize))
  const turns = [
    { label: t('table.firstPage'), icon: <FirstPage fontSize="small" />, to: 0, isPossible: page > 0 },
    { label: t('table.previousPage'), icon: <ChevronLeft fontSize="small" />, to: page - 1, isPossible: page > 0 },
    { label: t('table.nextPage'), icon: <ChevronRight fontSize="small" />, to: page + 1, isPossible: hasNext },
  ]
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap', px: 1.5, py: 0.5, borderTop: 1, borderColor: 'divider', fontSize: '0.8125rem', color: 'text.secondary', fontVariantNumeric: 'tabular-nums', minHeight: 44 }}>
      {selected && <Box sx={notPrinted}>{selected}</Box>}
      {sums}
      <Box sx={{ ml: 'auto' }} aria-live="polite">{rows > 0 && range}</Box>
      <Box component="label" sx={{ ...notPrinted, display: { xs: 'none', sm: 'flex' }, alignItems: 'center', gap: 0.75 }}>
        {t('table.pageSize')}
        <Box
          component="select" value={pageSize} onChange={(event: React.ChangeEvent<HTMLSelectElement>) => onPageSize(Number(event.target.value))}
          sx={{ font: 'inherit', color: 'text.primary', bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, height: 28, px: 0.5, '@media (pointer: coarse)': { height: 56, px: 1.5 }, '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 } }}
        >
          {[...new Set([...sizes, pageSize])].sort((a, b) => a - b).map(size => <option key={size} value={size}>{size}</option>)}
        </Box>
      </Box>
      <Box component="nav" aria-label={pages === undefined ? t('table.page', { page: page + 1 }) : t('table.pageOf', { page: page + 1, pages })} sx={{ display: 'flex', alignItems: 'center' }}>
        {turns.map(turn => (
          <Tooltip key={turn.label} title={turn.label}>
            <span>
              <IconButton size="small" aria-label={turn.label} disabled={!turn.isPossible} onClick={() => onTurn(turn.to)}>{turn.icon}</IconButton>
            </span>
          </Tooltip>
        ))}
      </Box>
    </Box>
  )
}
