import LockOpen from '@mui/icons-material/LockOpenOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import { useState, type ReactNode } from 'react'
import type { Lock } from '../../shared/identity/locks.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

/** Accounts and addresses that may not sign in now; each may be lifted by who may, with a reason. Nothing where there are none. */
export function LocksPanel(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { instant } = useFormats()
  const { data: locks = [], refetch } = useLive(api.identity.listLocks, {})
  const [chosen, setChosen] = useState<Lock>()
  const nameOf = ({ kind, address, account, userName, deskId }: Lock) => {
    if (kind === 'address') return t('audit.security.locks.address', { address: address ?? '' })
    const name = userName ?? account ?? ''
    return kind === 'account' ? t('audit.security.locks.account', { account: name }) : t('audit.security.locks.desk', { account: name, desk: (deskId ?? '').slice(-4).toUpperCase() })
  }
  if (locks.length === 0) return null
  return (
    <Alert severity="warning" role="region" aria-label={t('audit.security.locks.title')}>
      <b>{t('audit.security.locks.title')}</b>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.5, p: 0, display: 'grid', gap: 0.5 }}>
        {locks.map(lock => (
          <Box key={lock.id} component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            {nameOf(lock)} {t('audit.security.locks.until', { time: instant(lock.until, 'short') })}
            {may('identity.update') && (
              <Tooltip title={lock.canLift ? '' : t('audit.security.locks.cannotLift')}>
                <span><Button size="small" color="inherit" startIcon={<LockOpen />} disabled={!lock.canLift} onClick={() => setChosen(lock)}>{t('audit.security.locks.lift')}</Button></span>
              </Tooltip>
            )}
          </Box>
        ))}
      </Box>
      {chosen && (
        <ConfirmWithReason
          title={t('audit.security.locks.liftTitle', { what: nameOf(chosen) })} text={t('audit.security.locks.liftText')} confirmLabel={t('audit.security.locks.lift')} onCancel={() => setChosen(undefined)}
          onConfirm={reason => api.identity.liftLock({ id: chosen.id, reason })}
          onDone={() => {
            showDone(t('audit.security.locks.lifted', { what: nameOf(chosen) }))
            setChosen(undefined)
            void refetch()
          }}
        />
      )}
    </Alert>
  )
}
