import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { confirmLabelOf, confirmTextOf } from './receiving-words.ts'

interface Props { readonly detail: ReceivingDetail; readonly receipt: NonNullable<ReceivingDetail['receipt']>; onClose(): void }

/** Where the goods go, whether more comes, and why they differ where they do; says beforehand who will be asked. */
export function ConfirmReceiptDialog({ detail, receipt, onClose }: Props): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const { places, manufacturingNumber } = detail
  return (
    <FormDialog
      title={t('finishedGoods.receive.confirmTitle', { number: manufacturingNumber })} schema={finishedGoods.confirmReceipt.procedure.input}
      saveLabel={t(confirmLabelOf(detail))} onClose={onClose}
      values={{ id: receipt.id, version: receipt.version, locationId: places[0]?.id ?? receipt.locationId, reason: '', notes: '', isLast: false }}
      save={async input => {
        const { number, request } = await finishedGoods.confirmReceipt(input)
        const isEnd = detail.completesOrder && (input.isLast === true || !detail.hasRest)
        const done = isEnd ? 'finishedGoods.receive.confirmed' as const : 'finishedGoods.receive.receivedPart' as const
        showDone(request === null ? t(done, { number }) : t('finishedGoods.receive.asked', { number, request: request.number }))
      }}
    >
      <Entries detail={detail} />
    </FormDialog>
  )
}

function Entries({ detail }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  const { places, obstacles, hasRest, isClosed, cartonsShortOfPallet } = detail
  const isLast = useWatch({ name: 'isLast' }) === true || (!hasRest && !isClosed)
  const difference = isLast ? detail.difference : detail.scannedDifference
  const told = isLast ? obstacles : []
  const needsReason = difference.isAny || told.length > 0
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t(confirmTextOf(detail, isLast))}</Typography>
      <SelectField name="locationId" label={t('finishedGoods.receive.place')} options={places.map(({ id, name }) => ({ value: id, label: name }))} hint={t('finishedGoods.receive.proposed')} isRequired autoFocus />
      {hasRest && !obstacles.includes('pallets') && <CheckField name="isLast" label={t('finishedGoods.receive.isLast')} hint={t('finishedGoods.receive.isLastHint')} />}
      {needsReason && (
        <Alert severity="warning">
          {told.map(obstacle => <div key={obstacle}>{t(`finishedGoods.receive.obstacles.${obstacle}`, { count: cartonsShortOfPallet })}</div>)}
          {difference.isAny && <div>{t(`finishedGoods.receive.verdicts.${difference.verdict}`)}</div>}
        </Alert>
      )}
      {needsReason && <TextField name="reason" label={t('finishedGoods.receive.reason')} isRequired rows={2} />}
      <TextField name="notes" label={t('finishedGoods.receive.notes')} rows={2} />
    </>
  )
}
