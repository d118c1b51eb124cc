import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import type { ReactNode } from 'react'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

interface ProgressProps {
  readonly done: number
  readonly pieces: number
}

/** How far it is, in words that are read from afar and as a bar. */
export function Progress({ done, pieces }: ProgressProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const words = t('floor.pick.progress', { done: integer(done), pieces: integer(pieces) })
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr auto', alignItems: 'center', columnGap: 2 }}>
      <LinearProgress
        variant="determinate"
        value={pieces === 0 ? 100 : (done / pieces) * 100}
        color={done === pieces ? 'success' : 'primary'}
        aria-label={words}
        sx={{ height: 14, borderRadius: 1 }}
      />
      <Box component="b" aria-live="polite" sx={{ fontSize: '1.5rem', fontVariantNumeric: 'tabular-nums' }}>
        {words}
      </Box>
    </Box>
  )
}
