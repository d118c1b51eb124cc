import type { ReactNode } from 'react'
import type { Grant } from '../../shared/identity/grants.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { permissionText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'

/** Takes back what somebody was given for a time, with the reason. */
export function RevokeGrant({ grant: { id, version, permission, userName }, onClose }: { readonly grant: Grant; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  return (
    <ConfirmWithReason
      title={t('identity.grants.revoke')} text={t('identity.grants.revokeText', { permission: permissionText(permission), name: userName })} confirmLabel={t('identity.grants.revoke')} isDangerous
      onConfirm={reason => api.identity.revokeGrant({ id, version, reason })} onDone={onClose} onCancel={onClose}
    />
  )
}
