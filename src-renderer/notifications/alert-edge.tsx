import ExpandMore from '@mui/icons-material/ExpandMore'
import PriorityHigh from '@mui/icons-material/PriorityHigh'
import VolumeOff from '@mui/icons-material/VolumeOff'
import VolumeUp from '@mui/icons-material/VolumeUp'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Portal from '@mui/material/Portal'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { ApprovalButtons } from '../components/approval-buttons.tsx'
import { useApi } from '../core/api.ts'
import { useWaiting } from '../core/approvals.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { setMuted, startAlarm, stopAlarm, useSound } from '../core/sounds.ts'
import { touch, touchTarget } from '../theme/controls.ts'
import { notPrinted } from '../theme/print.ts'
import { useNoticeText } from './notice-text.ts'

/** The same in the light and the dark scheme: an alarm is red. White on it stands at 6.6 : 1. */
const alarmRed = '#b0261c'
/** A press that was on its way when the alert came belongs to what lay there before. */
const settlesAfter = 700

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
  const newest = data?.critical[0]
  if (!data || !newest) return null
  return (
    <Portal>
      <Box
        aria-hidden data-testid="alert-edge"
        sx={theme => ({
          ...notPrinted, position: 'fixed', inset: 0, zIndex: theme.zIndex.tooltip + 1, pointerEvents: 'none', border: '6px solid', borderColor: alarmRed,
          animation: 'lantai-alert 1.2s ease-in-out infinite alternate', '@keyframes lantai-alert': { from: { opacity: 1 }, to: { opacity: 0.45 } },
        })}
      />
      <AlertBanner newest={newest} critical={data.critical} open={data.open} />
    </Portal>
  )
}

interface AlertBannerProps { readonly newest: ReceivedNotice; readonly critical: readonly ReceivedNotice[]; readonly open: number }

/**
 * Lies over the top bar, so that nothing on the page moves, and leaves its buttons free where there is room; under dialogs, so that
 * nobody is torn from what they are writing.
 */
function AlertBanner({ newest, critical, open }: AlertBannerProps): ReactNode {
  const t = useText()
  const listId = useId()
  const api = useApi()
  const acknowledge = useCommand(api.notifications.acknowledge)
  const [isUnfolded, setUnfolded] = useState(false)
  const isSettled = useSettled(newest.id)
  const close = (notices: readonly ReceivedNotice[]) => acknowledge.mutate({ ids: notices.map(({ id }) => id) })
  const isListed = isUnfolded && open > 1
  return (
    <Box
      role="alert" aria-label={t('notifications.alert.title')}
      sx={theme => ({
        ...notPrinted, position: 'fixed', insetInlineStart: 0, insetInlineEnd: { xs: 0, lg: 480 }, top: 'var(--lantai-banner, 0px)', zIndex: theme.zIndex.drawer - 1, maxHeight: '80dvh', display: 'flex', flexDirection: 'column',
        bgcolor: alarmRed, color: '#ffffff', boxShadow: '0 8px 28px rgb(9 30 35 / 28%)', pointerEvents: isSettled ? 'auto' : 'none',
      })}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, pt: 1, pb: 0.75, minHeight: 56, [touch]: { minHeight: 64 } }}>
        <PriorityHigh aria-hidden sx={{ fontSize: 30 }} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <AlertHead />
          <Told notice={newest} />
        </Box>
        <Decision notice={newest} />
        {open > 1 && (
          <Button
            color="inherit" aria-expanded={isListed} aria-controls={listId} endIcon={<ExpandMore sx={{ transform: isListed ? 'rotate(180deg)' : 'none' }} />}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {t('notifications.alert.more', { count: open - 1 })}
          </Button>
        )}
        <MuteButton />
        <Acknowledge isBusy={acknowledge.isPending} onPress={() => close([newest])} />
      </Box>
      {isListed && (
        <Box id={listId} sx={{ overflowY: 'auto', px: 2, pb: 1.5, display: 'grid', gap: 1 }}>
          {critical.slice(1).map(notice => (
            <Box key={notice.id} sx={{ display: 'flex', alignItems: 'center', gap: 1.5, pt: 1, borderTop: '1px solid #ffffff4d' }}>
              <Box sx={{ flex: 1, minWidth: 0 }}><Told notice={notice} /></Box>
              <Decision notice={notice} />
              <Acknowledge isBusy={acknowledge.isPending} onPress={() => close([notice])} />
            </Box>
          ))}
          <Button color="inherit" variant="outlined" disabled={acknowledge.isPending} onClick={() => close(critical)} sx={{ justifySelf: 'end', bgcolor: 'transparent', borderColor: 'currentcolor' }}>
            {t('notifications.alert.acknowledgeAll', { count: critical.length })}
          </Button>
        </Box>
      )}
    </Box>
  )
}

/** Says "no" for a moment after each newest alert. */
function useSettled(newestId: string): boolean {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(newestId), settlesAfter)
    return () => clearTimeout(timer)
  }, [newestId])
  return settled === newestId
}

function Told({ notice }: { readonly notice: ReceivedNotice }): ReactNode {
  const text = useNoticeText()
  const { time } = useFormats()
  return (
    <Typography sx={{ fontWeight: 650, lineHeight: 1.2 }}>
      {text(notice)} <Box component="span" sx={{ fontSize: '0.8125rem', fontWeight: 500, whiteSpace: 'nowrap' }}>· {time(notice.createdAt)}</Box>
    </Typography>
  )
}

/** A request that waits for this user is decided where it is told. */
function Decision({ notice: { entity, entityId, params, ...notice } }: { readonly notice: ReceivedNotice }): ReactNode {
  const text = useNoticeText()
  const step = useWaiting().stepOf(entity === 'approvalRequest' ? entityId : null)
  if (step === undefined || entityId === null) return null
  return <ApprovalButtons id={entityId} step={step} number={String(params.number)} title={text({ kind: notice.kind, params })} isOnAlert />
}

function Acknowledge({ isBusy, onPress }: { readonly isBusy: boolean; onPress(): void }): ReactNode {
  const t = useText()
  return (
    <Button variant="contained" color="inherit" disabled={isBusy} onClick={onPress} sx={{ flexShrink: 0, minHeight: 40, [touch]: { minHeight: touchTarget }, bgcolor: '#ffffff', color: alarmRed }}>
      {t('notifications.alert.acknowledge')}
    </Button>
  )
}

/** The title, and whether the alert can be heard at all. */
function AlertHead(): ReactNode {
  const t = useText()
  const isMuted = useSound(({ isMuted }) => isMuted)
  const isTouched = useSyncExternalStore(onFirstTouch, () => navigator.userActivation?.hasBeenActive ?? true)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2, fontSize: '0.75rem', lineHeight: 1.2 }}>
      <Box component="h2" sx={{ m: 0, font: 'inherit', fontWeight: 650 }}>{t('notifications.alert.title')}</Box>
      {isMuted ? <span>{t('notifications.alert.muted')}</span> : !isTouched && <span>{t('notifications.alert.blocked')}</span>}
    </Box>
  )
}

/** For this desk only. */
function MuteButton(): ReactNode {
  const t = useText()
  const isMuted = useSound(({ isMuted }) => isMuted)
  const label = isMuted ? t('notifications.alert.unmute') : t('notifications.alert.mute')
  return (
    <Tooltip title={label}>
      <IconButton color="inherit" aria-label={label} onClick={() => setMuted(!isMuted)}>{isMuted ? <VolumeOff /> : <VolumeUp />}</IconButton>
    </Tooltip>
  )
}

/** A browser lets nothing be heard before the page was touched. */
function onFirstTouch(listener: () => void): () => void {
  const kinds = ['pointerdown', 'keydown'] as const
  for (const kind of kinds) addEventListener(kind, listener)
  return () => kinds.forEach(kind => removeEventListener(kind, listener))
}
