import type { ReactNode } from 'react'
import type { lacking as lackingOf } from '../../shared/fulfilment/counting.ts'
import type { InvoiceLine } from '../../shared/fulfilment/invoices.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import type { Proof } from './floor-worker.tsx'

interface ShortDialogProps {
  readonly invoiceId: string
  readonly number: string
  readonly proof: Proof
  /** What the shelf gave whole. */
  readonly lineIds: string[]
  readonly lacking: ReturnType<typeof lackingOf<InvoiceLine>>
  onDone(): void
  onClose(): void
}

/** The shelf did not give all of it: billing is told what lacks, and why, and corrects the bill. */
export function ShortDialog({ invoiceId, number, proof, lineIds, lacking, onDone, onClose }: ShortDialogProps): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const goods = lacking.map(({ line, quantity }) => `${quantity} × ${line.name}`).join(', ')
  return (
    <ConfirmWithReason
      title={t('floor.pick.shortTitle', { number })}
      text={t('floor.pick.shortText', { goods })}
      reasonLabel={t('floor.pick.shortReason')}
      confirmLabel={t('floor.pick.shortSend')}
      onConfirm={notes =>
        fulfilment.completePicking({ invoiceId, ...proof, notes, lineIds, short: lacking.map(({ line, quantity }) => ({ lineId: line.id, quantity })) })
      }
      onDone={() => {
        onDone()
        showDone(t('floor.pick.shortDone', { number }))
        onClose()
      }}
      onCancel={onClose}
    />
  )
}
