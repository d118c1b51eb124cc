import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** An icon of what belongs here. */
  readonly icon?: ReactNode
  /** What belongs here, or what happened: one sentence. */
  readonly title: string
  readonly hint?: string | undefined
  /** Buttons: add, import, template, example; the first one filled. */
  readonly actions?: ReactNode
  /** For assistive technology, where it appears by itself (an error). */
  readonly role?: 'alert' | 'status'
}

/** Where nothing is yet: says what belongs here and offers the first step. */
export function EmptyState({ icon, title, hint, actions, role }: EmptyStateProps): ReactNode {
  return (
    <Box role={role} sx={{ display: 'grid', placeItems: 'center', alignContent: 'center', textAlign: 'center', gap: 1, p: 4, minHeight: 240, height: '100%', flex: 1 }}>
      {icon && (
        <Box aria-hidden sx={{ display: 'grid', placeItems: 'center', width: 64, height: 64, borderRadius: '50%', bgcolor: 'tint.neutral', color: 'tint.neutralText', mb: 0.5, '& svg': { fontSize: 30 } }}>
          {icon}
        </Box>
      )}
      <Typography component="p" variant="h2">{title}</Typography>
      {hint !== undefined && <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 440 }}>{hint}</Typography>}
      {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1, mt: 1 }}>{actions}</Box>}
    </Box>
  )
}
