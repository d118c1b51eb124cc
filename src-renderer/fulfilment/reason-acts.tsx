import type { ReactNode } from 'react'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import { returnSectionOf, type ReturnSection } from '../../shared/fulfilment/rules.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

export type ReasonAct = { readonly kind: 'hold' | 'return' | 'force' } | { readonly kind: 'cancel'; readonly stage: ReturnSection }

interface ReasonActsProps {
  readonly invoice: InvoiceDetail
  readonly act: ReasonAct
  onClose(): void
}

/** What has to be explained: a hold, a return to billing (IF-13), a stage taken back (IF-12), a completion past all stages (IF-16). */
export function ReasonActs({ invoice: { id, version, number, status }, act, onClose }: ReasonActsProps): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const section = returnSectionOf(status)
  const calls: Readonly<Record<ReasonAct['kind'], (reason: string) => Promise<unknown>>> = {
    hold: reason => fulfilment.changeInvoice({ id, version, isOnHold: true, reason }),
    return: reason => fulfilment.returnInvoice({ invoiceId: id, reason }),
    force: reason => fulfilment.forceComplete({ invoiceId: id, reason }),
    cancel: reason => (act.kind === 'cancel' ? fulfilment.cancelSession({ invoiceId: id, stage: act.stage, reason }) : Promise.resolve()),
  }
  const texts = {
    hold: t('fulfilment.billing.reasons.holdText'),
    return: t('fulfilment.billing.reasons.returnText', { section: section === undefined ? '' : t(`fulfilment.sections.${section}`) }),
    force: t('fulfilment.billing.reasons.forceText'),
    cancel: t('fulfilment.billing.reasons.cancelText'),
  }
  const label = act.kind === 'cancel' ? t(`fulfilment.billing.acts.cancelStage.${act.stage}`) : t(`fulfilment.billing.acts.${act.kind}`)
  return (
    <ConfirmWithReason
      title={`${label}: ${number}`}
      text={texts[act.kind]}
      confirmLabel={label}
      isDangerous={act.kind === 'cancel' || act.kind === 'force'}
      onCancel={onClose}
      onDone={onClose}
      onConfirm={async reason => {
        await calls[act.kind](reason)
        showDone(t(`fulfilment.billing.reasons.${act.kind}Done`, { number }))
      }}
    />
  )
}
