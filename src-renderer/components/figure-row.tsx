import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export interface Figure { readonly label: string; readonly value: ReactNode; readonly hint?: string | undefined }

/** The few numbers that are looked at first. */
export function FigureRow({ figures }: { readonly figures: readonly Figure[] }): ReactNode {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(min(190px, 100%), 1fr))' }}>
      {figures.map(({ label, value, hint }) => (
        <Paper key={label} variant="outlined" sx={{ px: 2, py: 1.25, minWidth: 0 }}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>{label}</Typography>
          <Box component="dd" sx={{ m: 0, fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.3, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}>
            {value}
            {hint !== undefined && <Typography component="span" variant="caption" sx={{ display: 'block', color: 'text.secondary' }}>{hint}</Typography>}
          </Box>
        </Paper>
      ))}
    </Box>
  )
}
