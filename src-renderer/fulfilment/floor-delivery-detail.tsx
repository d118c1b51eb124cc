import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import type { DeliverySession } from '../../shared/fulfilment/sessions.ts'
import { decimalText } from '../../shared/core/decimal.ts'
import { AttachmentList } from '../components/attachment-list.tsx'
import { FactList } from '../components/fact-list.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { DecimalInput } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { hasCourier, PapersButton } from './floor-papers.tsx'
import type { Proof } from './floor-worker.tsx'
import { useCourierSource } from './floor-sources.ts'
import { TrackingField } from './floor-tracking-field.tsx'

/** IF-11: a courier's delivery: slip as a photo, weights of the boxes, tracking, another courier. */
export function DeliveryDetail({ invoiceId, proof, onClose }: { readonly invoiceId: string; readonly proof: Proof; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { data } = useLive(useApi().fulfilment.getInvoice, { id: invoiceId }, { clears: true })
  const delivery = data?.delivery.find(({ status }) => status !== 'CANCELLED')
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{data ? t('floor.delivery.title', { number: data.number }) : t('fulfilment.kinds.COURIER')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {data && delivery ? <Parts detail={data} delivery={delivery} proof={proof} /> : <Skeleton variant="rounded" height={240} />}
      </DialogContent>
      <DialogActions>
        {data && <PapersButton invoice={data} hasCourier={hasCourier(data)} first="courierSlip" />}
        <Button variant="contained" onClick={onClose}>
          {t('buttons.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface PartsProps {
  readonly detail: InvoiceDetail
  readonly delivery: DeliverySession
  readonly proof: Proof
}

function Parts({ detail, delivery, proof }: PartsProps): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const mayChange = useMay()('fulfilment.execute')
  const [isChanging, setChanging] = useState(false)
  const { courierName, trackingNumber, dispatchedAt, dispatchedByName } = delivery
  return (
    <>
      <FactList
        facts={[
          { label: t('fulfilment.fields.customerId'), value: detail.customerName },
          { label: t('fulfilment.fields.courierId'), value: courierName ?? '–' },
          { label: t('fulfilment.fields.trackingNumber'), value: trackingNumber === '' ? '–' : trackingNumber },
          {
            label: t('fulfilment.fields.dispatchedAt'),
            value: [dispatchedAt !== null && instant(dispatchedAt, 'short'), dispatchedByName].filter(Boolean).join(' · '),
          },
        ]}
      />
      {mayChange && (
        <Box>
          <Button variant="outlined" onClick={() => setChanging(true)}>
            {t('floor.delivery.changeCourier')}
          </Button>
        </Box>
      )}
      <Slip detail={detail} delivery={delivery} proof={proof} mayChange={mayChange} />
      {mayChange && <Weights key={`${delivery.id} ${delivery.boxWeights.join(' ')}`} detail={detail} delivery={delivery} proof={proof} />}
      {isChanging && <ChangeCourier detail={detail} delivery={delivery} proof={proof} onClose={() => setChanging(false)} />}
    </>
  )
}

function Slip({ detail, delivery: { id, slipAttachmentId }, proof, mayChange }: PartsProps & { readonly mayChange: boolean }): ReactNode {
  const t = useText()
  const { fulfilment, attachments } = useApi()
  const { data } = useLive(attachments.listAttachments, { entity: 'deliverySession', entityId: id })
  const set = useCommand(fulfilment.setCourierSlip, { done: () => t('floor.delivery.slipSet') })
  const slip = data?.find(one => one.id === slipAttachmentId)
  const candidates = data?.filter(one => one.id !== slipAttachmentId) ?? []
  return (
    <Box component="section" aria-label={t('fulfilment.fields.slipAttachmentId')} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" component="h3">
        {t('fulfilment.fields.slipAttachmentId')}
      </Typography>
      {slip && <div>{t('floor.delivery.slipIs', { name: slip.name })}</div>}
      <AttachmentList entity="deliverySession" entityId={id} mayChange={mayChange} hint={t('floor.delivery.slipHint')} takesPhotos />
      {mayChange &&
        candidates.map(({ id: attachmentId, name }) => (
          <Box key={attachmentId}>
            <Button size="small" loading={set.isPending} onClick={() => set.mutate({ invoiceId: detail.id, ...proof, attachmentId })}>
              {t('floor.delivery.makeSlip', { name })}
            </Button>
          </Box>
        ))}
    </Box>
  )
}

/** One weight a box, as many as there are labels. What is typed stays while something else of the delivery changes, as its slip does. */
function Weights({ detail: { id: invoiceId, packing }, delivery: { boxWeights }, proof }: PartsProps): ReactNode {
  const t = useText()
  const count = Math.max(packing[0]?.labelCount ?? 1, boxWeights.length)
  const [weights, setWeights] = useState<readonly (string | null)[]>(() =>
    Array.from({ length: count }, (_, at) => (boxWeights[at] === undefined ? null : decimalText(boxWeights[at]))),
  )
  const save = useCommand(useApi().fulfilment.saveBoxWeights, { done: () => t('floor.delivery.weightsSaved') })
  const entered = weights.filter(weight => weight !== null && weight !== '')
  return (
    <Box component="section" aria-label={t('fulfilment.fields.boxWeights')} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" component="h3">
        {t('fulfilment.fields.boxWeights')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))' }}>
        {weights.map((weight, at) => (
          <DecimalInput
            key={at}
            label={t('fulfilment.address.box', { number: at + 1, count })}
            unit="kg"
            value={weight}
            onChange={next => setWeights(weights.map((one, place) => (place === at ? next : one)))}
          />
        ))}
      </Box>
      <Box>
        <Button
          variant="outlined"
          loading={save.isPending}
          disabled={entered.length < count}
          onClick={() => save.mutate({ invoiceId, ...proof, weights: entered.map(String) })}
        >
          {t('floor.delivery.saveWeights')}
        </Button>
      </Box>
    </Box>
  )
}

function ChangeCourier({
  detail: { id: invoiceId, number },
  delivery: { courierId, courierName, trackingNumber },
  proof,
  onClose,
}: PartsProps & { onClose(): void }): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const couriers = useCourierSource()
  return (
    <FormDialog
      title={t('floor.delivery.changeTitle', { number })}
      {...(courierName !== null && { subtitle: t('floor.delivery.changeFrom', { courier: courierName }) })}
      schema={fulfilment.changeCourier.procedure.input}
      values={{ invoiceId, ...proof, courierId: courierId ?? '', trackingNumber, reason: '' }}
      save={async input => {
        await fulfilment.changeCourier(input)
        showDone(t('floor.delivery.changed', { number }))
      }}
      onClose={onClose}
    >
      <ReferenceField name="courierId" label={t('fulfilment.fields.courierId')} source={couriers} isRequired autoFocus />
      <TrackingField name="trackingNumber" />
      <TextField name="reason" label={t('fulfilment.fields.reason')} rows={2} isRequired />
    </FormDialog>
  )
}
