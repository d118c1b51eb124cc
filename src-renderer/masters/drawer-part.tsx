import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

/** A part of a record's drawer, with its heading. */
export function DrawerPart({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1 }}>
      <Typography component="h3" variant="overline" sx={{ color: 'text.secondary' }}>{title}</Typography>
      {children}
    </Box>
  )
}
