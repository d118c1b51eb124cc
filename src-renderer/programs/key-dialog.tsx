import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import type { ApiKey } from '../../shared/programs/contract.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { FactList } from '../components/fact-list.tsx'
import { useApi } from '../core/api.ts'
import { permissionText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { KeyState } from './key-state.tsx'

/** What a key may, and its end. */
export function KeyDialog({ apiKey, onClose }: { readonly apiKey: ApiKey; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const titleId = useId()
  const { instant } = useFormats()
  const [isRevoking, setRevoking] = useState(false)
  const { id, version, name, state, keyStart, permissions, sections, canSeeCost, owner, createdAt, expiresAt, lastUsedAt, revokedAt, revokedByName } = apiKey
  const revoke = useCommand(api.programs.revokeKey, { done: () => t('programs.revoked', { name }), onSuccess: onClose })
  const resume = useCommand(api.programs.resumeKey, { done: () => t('programs.resumed', { name }), onSuccess: onClose })
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('programs.details', { name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {state === 'SUSPENDED' && <Alert severity="warning">{t('programs.suspended')}</Alert>}
        <FactList
          facts={[
            { label: t('programs.columns.state'), value: <KeyState state={state} /> },
            { label: t('programs.columns.keyStart'), value: `${keyStart}…` },
            { label: t('programs.columns.permissions'), value: permissions.map(permissionText).join(', ') },
            { label: t('programs.columns.sections'), value: sections === 'all' ? t('programs.allSections') : sections.join(', ') },
            { label: t('programs.cost'), value: t(canSeeCost ? 'words.yes' : 'words.no') },
            { label: t('programs.columns.owner'), value: `${owner}, ${instant(createdAt, 'short')}` },
            { label: t('programs.columns.lastUsedAt'), value: lastUsedAt === null ? t('programs.never') : instant(lastUsedAt, 'short') },
            { label: t('programs.columns.expiresAt'), value: instant(expiresAt, 'short') },
            ...(revokedAt === null ? [] : [{ label: t('programs.revokedBy'), value: `${revokedByName ?? ''}, ${instant(revokedAt, 'short')}` }]),
          ]}
        />
      </DialogContent>
      <DialogActions>
        {may('identity.update') && revokedAt === null && <Button color="error" onClick={() => setRevoking(true)} sx={{ mr: 'auto' }}>{t('programs.revoke')}</Button>}
        <Button onClick={onClose} autoFocus>{t('buttons.close')}</Button>
        {may('dataCare.execute') && state === 'SUSPENDED' && <Button variant="contained" onClick={() => resume.mutate({ id, version })} loading={resume.isPending}>{t('programs.resume')}</Button>}
      </DialogActions>
      {isRevoking && (
        <ConfirmDialog
          title={t('programs.revokeTitle', { name })} text={t('programs.revokeHint')} confirmLabel={t('programs.revoke')} isDangerous
          onConfirm={() => revoke.mutate({ id, version })} onCancel={() => setRevoking(false)}
        />
      )}
    </Dialog>
  )
}
