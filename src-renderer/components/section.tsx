import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'

export interface SectionProps { readonly title: string; readonly hint?: string; readonly actions?: ReactNode; readonly children: ReactNode }

/** A titled part of a page that is looked at: a chart, a table, some facts. */
export function Section({ title, hint, actions, children }: SectionProps): ReactNode {
  const id = useId()
  return (
    <Paper variant="outlined" component="section" aria-labelledby={id} sx={{ overflow: 'hidden', flexShrink: 0, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1, bgcolor: 'tint.header' }}>
        <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
          <Typography id={id} component="h2" variant="h2">{title}</Typography>
          {hint !== undefined && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{hint}</Typography>}
        </Box>
        {actions}
      </Box>
      {children}
    </Paper>
  )
}
