import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { addDays, businessDay } from '../../shared/core/dates.ts'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

const daysShown = 30

/** For a month after the data went back to a backup: what was revoked or changed since the backup and stayed so, to be looked at by whoever may restore. */
export function RestoredNote(): ReactNode {
  const t = useText()
  const { instant, today } = useFormats()
  const { timeZone } = useFactory()
  const { data } = useLive(useApi().dataCare.readLastRestore, {})
  const restore = data?.restore
  if (!restore || addDays(businessDay(restore.at, { timeZone }), daysShown) < today()) return null
  const { at, backupAt, kept } = restore
  return (
    <Alert severity={kept.length > 0 ? 'warning' : 'info'} variant="outlined" sx={{ bgcolor: 'background.paper', flexShrink: 0 }}>
      <AlertTitle>{t('dataCare.restored.title', { backup: instant(backupAt, 'short'), time: instant(at, 'short') })}</AlertTitle>
      {t(kept.length > 0 ? 'dataCare.restored.hint' : 'dataCare.restored.none')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {kept.map(({ kind, name }, row) => <li key={row}>{t(`dataCare.restored.kinds.${kind}`, { name })}</li>)}
      </Box>
    </Alert>
  )
}
