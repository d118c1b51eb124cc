import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export interface Figure { readonly label: string; readonly value: ReactNode; readonly hint?: string | undefined }

const narrowest = '190px'
/** Where they do not fit in one row, so many stand in two even ones. */
const evenShares: Readonly<Record<number, string>> = { 6: `max(${narrowest}, 30%)`, 8: `max(${narrowest}, 22%)` }
/** Four that do not fit in one row stand in pairs on a narrow screen. */
const inPairs = `max(${narrowest}, 40%)`
const columns = (least: string) => `repeat(auto-fit, minmax(min(${least}, 100%), 1fr))`

/** The few numbers that are looked at first. */
export function FigureRow({ figures }: { readonly figures: readonly Figure[] }): ReactNode {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: columns(figures.length === 4 ? inPairs : (evenShares[figures.length] ?? narrowest)), ...(figures.length === 4 && { md: columns(narrowest) }), xl: columns(narrowest) } }}>
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
