import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { WaitingOfOrders } from '../components/waiting-days.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

/** What of a section's day waits for consent, decided right here by whoever may: output, what was written at steps, what was copied from paper. */
export function WaitingOfDay({ sectionId, sectionName, day }: { readonly sectionId: string; readonly sectionName: string; readonly day: string }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { data: waiting = [] } = useLive(useApi().production.listWaitingDays, { sectionId, day }, { clears: true })
  if (waiting.length === 0) return null
  return (
    <Box component="section" aria-label={t('sectionDay.waiting.title')} sx={{ flexShrink: 0, maxHeight: '30vh', overflowY: 'auto', display: 'grid', gap: 1, px: 2, py: 1, borderRadius: 1, bgcolor: 'tint.neutral' }}>
      <Typography component="h2" variant="subtitle2">{t('sectionDay.waiting.count', { count: waiting.length, shown: integer(waiting.length) })}</Typography>
      <WaitingOfOrders waiting={waiting} sectionName={sectionName} />
    </Box>
  )
}
