import PriorityHigh from '@mui/icons-material/PriorityHigh'
import VolumeOff from '@mui/icons-material/VolumeOff'
import VolumeUp from '@mui/icons-material/VolumeUp'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { setMuted, startAlarm, stopAlarm, useSound } from '../core/sounds.ts'
import { useNoticeText } from './notice-text.ts'

const shown = 3
/** The same in the light and the dark scheme: an alarm is red. White on it stands at 6.6 : 1. */
const alarmRed = '#b0261c'

/** The red alert: as long as a critical notice is not acknowledged, the edge of the screen is red, a banner says why, and a sound repeats. */
export function AlertEdge(): ReactNode {
  const api = useApi()
  const { data } = useLive(api.notifications.countUnread, {})
  const isAlarmed = (data?.open ?? 0) > 0
  useEffect(() => {
    if (!isAlarmed) return
    startAlarm()
    return stopAlarm
  }, [isAlarmed])
  if (!data || !isAlarmed) return null
  return (
    <>
      <Box
        aria-hidden data-testid="alert-edge"
        sx={theme => ({
          position: 'fixed', inset: 0, zIndex: theme.zIndex.tooltip + 1, pointerEvents: 'none', border: '6px solid', borderColor: alarmRed,
          animation: 'lantai-alert 1.2s ease-in-out infinite alternate', '@keyframes lantai-alert': { from: { opacity: 1 }, to: { opacity: 0.45 } },
        })}
      />
      <AlertBanner critical={data.critical} open={data.open} />
    </>
  )
}

function AlertBanner({ critical, open }: { critical: readonly ReceivedNotice[]; open: number }): ReactNode {
  const t = useText()
  const api = useApi()
  const acknowledge = useCommand(api.notifications.acknowledge)
  const close = (notices: readonly ReceivedNotice[]) => acknowledge.mutate({ ids: notices.map(({ id }) => id) })
  return (
    <Box
      role="alert" aria-label={t('notifications.alert.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 3, py: 1.5, bgcolor: alarmRed, color: '#ffffff' }}
    >
      <PriorityHigh aria-hidden sx={{ fontSize: 32 }} />
      <Box sx={{ flex: '1 1 320px', display: 'grid', gap: 1 }}>
        <AlertHead />
        {critical.slice(0, shown).map(notice => (
          <AlertLine key={notice.id} notice={notice} isBusy={acknowledge.isPending} onAcknowledge={critical.length > 1 ? () => close([notice]) : undefined} />
        ))}
        {open > shown && <Typography variant="body2">{t('notifications.alert.more', { count: open - shown })}</Typography>}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <MuteButton />
        <Button variant="contained" color="inherit" disabled={acknowledge.isPending} onClick={() => close(critical)} sx={{ minHeight: 56, bgcolor: '#ffffff', color: alarmRed }}>
          {critical.length > 1 ? t('notifications.alert.acknowledgeAll', { count: critical.length }) : t('notifications.alert.acknowledge')}
        </Button>
      </Box>
    </Box>
  )
}

function AlertLine({ notice, isBusy, onAcknowledge }: { notice: ReceivedNotice; isBusy: boolean; onAcknowledge: (() => void) | undefined }): ReactNode {
  const t = useText()
  const text = useNoticeText()
  const formats = useFormats()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1 }}>
      <Typography sx={{ fontWeight: 600 }}>{text(notice)}</Typography>
      <Typography component="span" variant="caption">{formats.time(notice.createdAt)}</Typography>
      {onAcknowledge && <Button size="small" color="inherit" variant="outlined" disabled={isBusy} onClick={onAcknowledge} sx={{ bgcolor: 'transparent', borderColor: 'currentcolor' }}>{t('notifications.alert.acknowledge')}</Button>}
    </Box>
  )
}

/** The title, and whether the alert can be heard at all. */
function AlertHead(): ReactNode {
  const t = useText()
  const isMuted = useSound(({ isMuted }) => isMuted)
  const isTouched = useSyncExternalStore(onFirstTouch, () => navigator.userActivation?.hasBeenActive ?? true)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2 }}>
      <Typography component="h2" variant="h3">{t('notifications.alert.title')}</Typography>
      {/* Keeps its place when it has nothing to say: the press that makes it go must not move what is pressed. */}
      <Typography variant="caption" sx={{ visibility: isMuted || !isTouched ? 'visible' : 'hidden' }}>
        {isMuted ? t('notifications.alert.muted') : t('notifications.alert.blocked')}
      </Typography>
    </Box>
  )
}

/** For this desk only. */
function MuteButton(): ReactNode {
  const t = useText()
  const isMuted = useSound(({ isMuted }) => isMuted)
  return (
    <Button color="inherit" startIcon={isMuted ? <VolumeOff /> : <VolumeUp />} onClick={() => setMuted(!isMuted)} sx={{ minHeight: 56 }}>
      {isMuted ? t('notifications.alert.unmute') : t('notifications.alert.mute')}
    </Button>
  )
}

/** A browser lets nothing be heard before the page was touched. */
function onFirstTouch(listener: () => void): () => void {
  const kinds = ['pointerdown', 'keydown'] as const
  for (const kind of kinds) addEventListener(kind, listener)
  return () => kinds.forEach(kind => removeEventListener(kind, listener))
}
