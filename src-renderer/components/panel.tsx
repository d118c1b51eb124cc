import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'

/** A titled group on a page that holds several. */
export function Panel({ title, explanation, actions, children }: { readonly title: string; readonly explanation?: string; readonly actions?: ReactNode; readonly children: ReactNode }): ReactNode {
  const titleId = useId()
  return (
    <Paper variant="outlined" component="section" aria-labelledby={titleId} sx={{ overflow: 'hidden', flexShrink: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1.25, bgcolor: 'tint.header' }}>
        <Box sx={{ flex: 1, minWidth: 200 }}>
          <Typography id={titleId} component="h2" variant="h2">{title}</Typography>
          {explanation !== undefined && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{explanation}</Typography>}
        </Box>
        {actions}
      </Box>
      {children}
    </Paper>
  )
}
