import type { ReactNode } from 'react'
import type { PaymentAlert } from '../../shared/follow-up/contract.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

/** An alert needs nothing more; what was agreed is written. */
export function ResolveDialog({
  alert: { id, version, kind, customerName: customer },
  onClose,
}: {
  readonly alert: PaymentAlert
  onClose(): void
}): ReactNode {
  const t = useText()
  const { followUp } = useApi()
  return (
    <ConfirmWithReason
      title={t('followUp.alerts.resolveTitle', { customer })}
      text={t('followUp.alerts.resolveText', { kind: t(`followUp.kinds.${kind}`) })}
      reasonLabel={t('followUp.alerts.resolveLabel')}
      confirmLabel={t('followUp.alerts.resolve')}
      onCancel={onClose}
      onDone={onClose}
      onConfirm={async reason => {
        await followUp.resolveAlert({ id, version, reason })
        showDone(t('followUp.alerts.resolved', { customer }))
      }}
    />
  )
}
