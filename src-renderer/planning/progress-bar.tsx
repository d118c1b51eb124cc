import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Colour } from '../../shared/planning/rules.ts'

export interface ProgressBarProps {
  readonly target: number
  readonly produced: number
  /** What should be there today: a mark across the bar. */
  readonly expected: number
  readonly colour: Colour | null
  readonly height?: number
}

/** The palette's colour of PL-16's. */
export const colourTokens: Readonly<Record<Colour, string>> = {
  GREEN: 'success.main',
  YELLOW: 'warning.light',
  ORANGE: 'secondary.main',
  RED: 'error.main',
}

/** How much of a target is made, and how much should be; the numbers stand beside it. */
export function ProgressBar({ target, produced, expected, colour, height = 8 }: ProgressBarProps): ReactNode {
  const share = (pieces: number) => `${Math.min(100, target === 0 ? 0 : (pieces / target) * 100)}%`
  return (
    <Box aria-hidden sx={{ position: 'relative', height, borderRadius: 1, bgcolor: 'tint.neutral', minWidth: 40 }}>
      <Box
        sx={{
          position: 'absolute',
          inset: 0,
          width: share(produced),
          borderRadius: 1,
          bgcolor: colour === null ? 'primary.main' : colourTokens[colour],
        }}
      />
      {expected > 0 && expected < target && (
        <Box sx={{ position: 'absolute', top: -3, bottom: -3, left: share(expected), width: '2px', bgcolor: 'text.primary' }} />
      )}
    </Box>
  )
}
