import HowToVote from '@mui/icons-material/HowToVoteOutlined'
import MoreTime from '@mui/icons-material/MoreTimeOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import type { Grant } from '../../shared/identity/grants.ts'
import type { User } from '../../shared/identity/users.ts'
import { FailureState } from '../components/failure-state.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { permissionText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { grantTones } from './grant-tones.ts'
import { NewGrantForm } from './new-grant-form.tsx'
import { RevokeGrant } from './revoke-grant.tsx'

/** So many of the latest are told; all of them stand on the page of temporary permissions. */
const shown = 20

/** What one user was given for a time: what counts now first, below it what has ended. */
export function UserGrants({ user: { id, username, fullName, isActive }, isOwn }: { readonly user: User; readonly isOwn: boolean }): ReactNode {
  const t = useText()
  const api = useApi()
  const titleId = useId()
  const mayGive = useMay()('identity.approve') && !isOwn
  const [opened, setOpened] = useState<Grant | 'new' | 'request'>()
  const { data, error, refetch } = useLive(api.identity.listGrants, { filter: { userId: id }, sort: [{ column: 'expiresAt', descending: true }], pageSize: shown })
  const rows = data?.rows ?? []
  const inOrder = [...rows.filter(({ state }) => state === 'RUNNING'), ...rows.filter(({ state }) => state !== 'RUNNING')]
  const close = () => setOpened(undefined)
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ display: 'grid', gap: 1, pt: 2, borderTop: 1, borderColor: 'divider' }}>
      <Typography id={titleId} component="h3" variant="subtitle2">{t('identity.grants.title')}</Typography>
      {error && <FailureState error={error} onRetry={() => void refetch()} />}
      {data && inOrder.length === 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('identity.grants.noneOf', { name: fullName })}</Typography>}
      {inOrder.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {inOrder.map(grant => <GrantLine key={grant.id} grant={grant} onRevoke={mayGive ? () => setOpened(grant) : undefined} />)}
        </Box>
      )}
      {isActive && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {mayGive && <Button variant="outlined" startIcon={<MoreTime />} onClick={() => setOpened('new')}>{t('identity.grants.add')}</Button>}
          <Button variant={mayGive ? 'text' : 'outlined'} startIcon={<HowToVote />} onClick={() => setOpened('request')}>{t('identity.grants.request')}</Button>
        </Box>
      )}
      {(opened === 'new' || opened === 'request') && <NewGrantForm user={{ id, code: username, name: fullName }} asks={opened === 'request'} onClose={close} />}
      {opened !== undefined && opened !== 'new' && opened !== 'request' && <RevokeGrant grant={opened} onClose={close} />}
    </Box>
  )
}

/** One permission; what has ended is grey, and says when it did. */
function GrantLine({ grant: { permission, sectionNames, state, expiresAt, revokedAt, reason, grantedByName }, onRevoke }: { readonly grant: Grant; readonly onRevoke?: (() => void) | undefined }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const isRunning = state === 'RUNNING'
  const ends = t(isRunning ? 'identity.grants.runsUntil' : state === 'REVOKED' ? 'identity.grants.revokedAt' : 'identity.grants.lapsedAt', { time: instant(revokedAt ?? expiresAt) })
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, px: 1.5, py: 1, border: 1, borderColor: 'divider', borderRadius: 1, ...(!isRunning && { bgcolor: 'tint.neutral', color: 'text.secondary' }) }}>
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Box component="span" sx={{ fontWeight: isRunning ? 600 : 400 }}>{permissionText(permission)}</Box>
          <StatusChip tone={grantTones[state]} label={t(`identity.statuses.${state}`)} />
        </Box>
        {sectionNames.length > 0 && <Typography variant="body2">{t('identity.grants.seesToo', { sections: sectionNames.join(', ') })}</Typography>}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{ends} · {grantedByName}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{reason}</Typography>
      </Box>
      {isRunning && onRevoke && <Button size="small" color="error" onClick={onRevoke}>{t('identity.grants.revoke')}</Button>}
    </Box>
  )
}
