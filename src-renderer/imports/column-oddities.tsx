import WarningAmber from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Oddity } from '../../shared/imports/oddity.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

/** What is strange about a column, each with how many rows and where to look. */
export function ColumnOddities({ oddities }: { readonly oddities: readonly Oddity[] }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  if (oddities.length === 0) return null
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.25 }}>
      {oddities.map(({ kind, count, row, example }) => (
        <Box key={`${kind} ${row}`} component="li" sx={{ display: 'flex', gap: 0.5, alignItems: 'center', fontSize: '0.8125rem', color: 'text.secondary', whiteSpace: 'pre-wrap' }}>
          <WarningAmber aria-hidden sx={{ fontSize: '1rem', color: 'warning.main' }} />
          <span>{t(`imports.oddities.${kind}`, { rows: integer(count), row: integer(row), example })}</span>
        </Box>
      ))}
    </Box>
  )
}
