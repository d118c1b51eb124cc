import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'
import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

interface Props { readonly detail: ReceivingDetail; readonly receipt: NonNullable<ReceivingDetail['receipt']>; onClose(): void }

/** Where the goods go, and why they differ where they do; says beforehand who will be asked. */
export function ConfirmReceiptDialog({ detail, receipt, onClose }: Props): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const { places, difference, obstacles, manufacturingNumber } = detail
  const needsReason = difference.isAny || obstacles.length > 0
  return (
    <FormDialog
      title={t('finishedGoods.receive.confirmTitle', { number: manufacturingNumber })} subtitle={t('finishedGoods.receive.confirmText')} schema={finishedGoods.confirmReceipt.procedure.input}
      saveLabel={t('finishedGoods.receive.confirm')} onClose={onClose}
      values={{ id: receipt.id, version: receipt.version, locationId: places[0]?.id ?? receipt.locationId, reason: '', notes: '' }}
      save={async input => {
        const { number, request } = await finishedGoods.confirmReceipt(input)
        showDone(request === null ? t('finishedGoods.receive.confirmed', { number }) : t('finishedGoods.receive.asked', { number, request: request.number }))
      }}
    >
      {needsReason && (
        <Alert severity="warning">
          {obstacles.map(obstacle => <div key={obstacle}>{t(`finishedGoods.receive.obstacles.${obstacle}`, { count: detail.cartonsShortOfPallet })}</div>)}
          {difference.isAny && <div>{t(`finishedGoods.receive.verdicts.${difference.verdict}`)}</div>}
        </Alert>
      )}
      <SelectField name="locationId" label={t('finishedGoods.receive.place')} options={places.map(({ id, name }) => ({ value: id, label: name }))} hint={t('finishedGoods.receive.proposed')} isRequired autoFocus />
      {needsReason && <TextField name="reason" label={t('finishedGoods.receive.reason')} isRequired rows={2} />}
      <TextField name="notes" label={t('finishedGoods.receive.notes')} rows={2} />
    </FormDialog>
  )
}
