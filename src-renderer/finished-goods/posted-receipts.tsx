import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { isPositive } from '../../shared/core/decimal.ts'
import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

type Receipt = ReceivingDetail['posted'][number]

/** What of a delivery is in the store already, receipt by receipt; each is reversed for itself. */
export function PostedReceipts({ detail: { posted, unitCode, articleName } }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const mayReverse = useMay()('finishedGoods.update')
  const [reversed, setReversed] = useState<Receipt>()
  const close = () => setReversed(undefined)
  return (
    <>
      {posted.map(receipt => (
        <Alert
          key={receipt.id} severity="success" sx={{ alignItems: 'center' }}
          action={mayReverse && (
            <Button color="error" size="small" aria-label={`${t('finishedGoods.receive.reverse')}: ${receipt.number}`} onClick={() => setReversed(receipt)}>{t('finishedGoods.receive.reverse')}</Button>
          )}
        >
          <PostedLine receipt={receipt} unitCode={unitCode} />
        </Alert>
      ))}
      {reversed && (
        <ConfirmWithReason
          title={t('finishedGoods.receive.reverseTitle', { number: reversed.number })} text={t('finishedGoods.receive.reverseText')} confirmLabel={t('finishedGoods.receive.reverse')} isDangerous
          lineName={() => articleName}
          onConfirm={async reason => {
            await finishedGoods.reverseReceipt({ id: reversed.id, version: reversed.version, reason })
            showDone(t('finishedGoods.receive.reversed', { number: reversed.number }))
          }}
          onDone={close} onCancel={close}
        />
      )}
    </>
  )
}

function PostedLine({ receipt, unitCode }: { readonly receipt: Receipt; readonly unitCode: string }): ReactNode {
  const t = useText()
  const { day, decimal } = useFormats()
  const { number, receivedQuantity, postedDay, postedByName, locationName, reason } = receipt
  const told = { day: postedDay === null ? '' : day(postedDay), name: postedByName ?? '' }
  const isAny = receivedQuantity !== null && isPositive(receivedQuantity)
  return (
    <>
      <b>{number}</b> · {isAny ? t('finishedGoods.receive.posted', { ...told, quantity: `${decimal(receivedQuantity)}\u00a0${unitCode}`, place: locationName }) : t('finishedGoods.receive.postedNothing', told)}
      {reason !== '' && <> · {t('finishedGoods.fields.reason')}: {reason}</>}
    </>
  )
}
