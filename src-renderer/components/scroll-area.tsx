import Box from '@mui/material/Box'
import type { SxProps, Theme } from '@mui/material/styles'
import type { ReactNode } from 'react'

export interface ScrollAreaProps {
  /** What lies within, for assistive technology. */
  readonly label: string
  readonly sx?: SxProps<Theme>
  readonly children: ReactNode
}

/** Scrolls in its own place when there is too little room: by Tab and the arrows too, for whoever has no wheel. */
export function ScrollArea({ label, sx, children }: ScrollAreaProps): ReactNode {
  const look = { overflow: 'auto', '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 } } as const
  return <Box role="region" aria-label={label} tabIndex={0} sx={[look, ...(Array.isArray(sx) ? sx : [sx])]}>{children}</Box>
}
