import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** Lantai's mark: three courses of a floor, one tile lit. */
export function Logo({ withName = true, size = 28 }: { readonly withName?: boolean; readonly size?: number }): ReactNode {
  return (
    <Box component="span" role="img" aria-label="Lantai" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25 }}>
      <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden>
        <rect x="1" y="1" width="16" height="7.6" rx="2" fill="currentColor" opacity=".92" />
        <rect x="19.2" y="1" width="7.8" height="7.6" rx="2" fill="currentColor" opacity=".5" />
        <rect x="1" y="10.2" width="7.8" height="7.6" rx="2" fill="currentColor" opacity=".5" />
        <rect x="11" y="10.2" width="16" height="7.6" rx="2" fill="#f2a35c" />
        <rect x="1" y="19.4" width="16" height="7.6" rx="2" fill="currentColor" opacity=".92" />
        <rect x="19.2" y="19.4" width="7.8" height="7.6" rx="2" fill="currentColor" opacity=".5" />
      </svg>
      {withName && <Box component="span" aria-hidden sx={{ fontSize: '1.1875rem', fontWeight: 700, letterSpacing: '-0.02em' }}>Lantai</Box>}
    </Box>
  )
}
