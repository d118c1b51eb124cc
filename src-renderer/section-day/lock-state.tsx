import Lock from '@mui/icons-material/LockOutlined'
import LockOpen from '@mui/icons-material/LockOpenOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { systemUserName } from '../../shared/identity/system-user.ts'
import { unlockRight, type DayLock } from '../../shared/section-day/days.ts'
import { ConfirmDialog, ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

interface LockStateProps { readonly lock: DayLock | null; readonly lapsedAt: string | null; readonly sectionId: string; readonly sectionName: string; readonly day: BusinessDay }

/** Whether the day is locked and by whom, and the act that changes it for whoever may. */
export function LockState({ lock, lapsedAt, sectionId, sectionName, day }: LockStateProps): ReactNode {
  const t = useText()
  const { sectionDay } = useApi()
  const { day: dayText, instant } = useFormats()
  const person = usePersonName()
  const may = useMay()
  const [asked, setAsked] = useState<'lock' | 'unlock'>()
  const named = { section: sectionName, day: dayText(day) }
  const close = useCommand(sectionDay.lockDay, { done: () => t('sectionDay.lock.done', named) })
  const held = lock?.isLocked ? { name: lock.lockedByName, at: lock.lockedAt } : lapsedAt === null ? undefined : { name: systemUserName, at: lapsedAt }
  const isLocked = held !== undefined
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Box component="span" title={lock ? titleOf(lock) : undefined}>
        <StatusChip tone={isLocked ? 'warning' : 'good'} icon={isLocked ? Lock : LockOpen} label={held ? t('sectionDay.lock.locked', { name: person(held.name), at: instant(held.at) }) : t('sectionDay.lock.open')} />
      </Box>
      {!isLocked && may('production.approve') && <Button variant="contained" startIcon={<Lock />} onClick={() => setAsked('lock')}>{t('sectionDay.lock.lock')}</Button>}
      {isLocked && may(unlockRight) && <Button variant="outlined" startIcon={<LockOpen />} onClick={() => setAsked('unlock')}>{t('sectionDay.lock.unlock')}</Button>}
      {asked === 'lock' && (
        <ConfirmDialog
          title={t('sectionDay.lock.lockTitle', named)} text={t('sectionDay.lock.lockText')} confirmLabel={t('sectionDay.lock.lock')} onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            close.mutate({ sectionId, day })
            setAsked(undefined)
          }}
        />
      )}
      {asked === 'unlock' && (
        <ConfirmWithReason
          title={t('sectionDay.lock.unlockTitle', named)} text={t('sectionDay.lock.unlockText')} confirmLabel={t('sectionDay.lock.unlock')} onCancel={() => setAsked(undefined)}
          onConfirm={reason => (lock?.isLocked ? sectionDay.unlockDay({ id: lock.id, version: lock.version, reason }) : sectionDay.openLapsedDay({ sectionId, day, reason }))}
          onDone={() => {
            setAsked(undefined)
            showDone(t('sectionDay.lock.undone', named))
          }}
        />
      )}
    </Box>
  )

  function titleOf({ openedByName, openedAt, openReason }: DayLock): string | undefined {
    return openedAt === null ? undefined : t('sectionDay.lock.openedBy', { name: person(openedByName ?? ''), at: instant(openedAt), reason: openReason ?? '' })
  }
}
