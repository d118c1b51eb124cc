import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { cancelEvents, invoiceAfter } from '../../shared/fulfilment/rules.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { ActsMenu, type MenuAct } from './acts-menu.tsx'
import type { FloorWorker } from './floor-worker.tsx'

interface SendBackProps {
  readonly worker: FloorWorker
  readonly invoice: Pick<Invoice, 'id' | 'number' | 'status' | 'deliveryStatus'>
  /** Whose work would be taken back here; nothing where it is only returned. */
  readonly stage?: 'PACKING' | 'DELIVERY'
  /** In a menu, where there is no room for two buttons that are seldom pressed. */
  readonly isFolded?: boolean
}

const words = { PACKING: 'floor.pack', DELIVERY: 'floor.dispatch' } as const

/** IF-12, IF-13: back to the queue before, or to billing; with a reason. */
export function SendBack({
  invoice: { id: invoiceId, number, status, deliveryStatus },
  worker: { proof },
  stage,
  isFolded = false,
}: SendBackProps): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const [open, setOpen] = useState<'cancel' | 'return'>()
  // Of what is packed, only a delivery that was begun can be taken back.
  const isBegun = stage !== 'DELIVERY' || deliveryStatus !== null
  const mayCancel = stage !== undefined && isBegun && invoiceAfter(status, cancelEvents[stage]) !== undefined
  const close = () => setOpen(undefined)
  const acts: readonly MenuAct[] = [
    ...(mayCancel ? [{ label: t(`${words[stage]}.cancel`), onChoose: () => setOpen('cancel') }] : []),
    ...(invoiceAfter(status, 'return') === undefined ? [] : [{ label: t('floor.return'), onChoose: () => setOpen('return') }]),
  ]
  return (
    <>
      {isFolded ? (
        <ActsMenu label={t('buttons.more')} acts={acts} />
      ) : (
        acts.map(({ label, onChoose }) => (
          <Button key={label} color="inherit" onClick={onChoose}>
            {label}
          </Button>
        ))
      )}
      {open === 'cancel' && stage !== undefined && (
        <ConfirmWithReason
          title={t(`${words[stage]}.cancelTitle`, { number })}
          text={t(`${words[stage]}.cancelText`)}
          confirmLabel={t(`${words[stage]}.cancel`)}
          isDangerous
          onConfirm={reason => fulfilment.cancelSession({ invoiceId, ...proof, stage, reason })}
          onDone={() => {
            close()
            showDone(t(`${words[stage]}.cancelled`, { number }))
          }}
          onCancel={close}
        />
      )}
      {open === 'return' && (
        <ConfirmWithReason
          title={t('floor.returnTitle', { number })}
          text={t('floor.returnText')}
          confirmLabel={t('floor.return')}
          isDangerous
          onConfirm={reason => fulfilment.returnInvoice({ invoiceId, ...proof, reason })}
          onDone={() => {
            close()
            showDone(t('floor.returned', { number }))
          }}
          onCancel={close}
        />
      )}
    </>
  )
}
