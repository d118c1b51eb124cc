import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export interface ListedLine { readonly key: string; readonly title: string; readonly detail: string; readonly side: ReactNode }

/** A few things below each other: what it is, more about it, and at the side how it stands. */
export function LineList({ lines, empty }: { readonly lines: readonly ListedLine[]; readonly empty: string }): ReactNode {
  if (lines.length === 0) return <Typography variant="body2" sx={{ px: 2, py: 1.5, color: 'text.secondary' }}>{empty}</Typography>
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, '& li + li': { borderTop: 1, borderColor: 'divider' } }}>
      {lines.map(({ key, title, detail, side }) => (
        <Box key={key} component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, px: 2, py: 1 }}>
          <Box sx={{ flex: '1 1 180px', minWidth: 0 }}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{detail}</Typography>
          </Box>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.secondary', fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums' }}>{side}</Box>
        </Box>
      ))}
    </Box>
  )
}
