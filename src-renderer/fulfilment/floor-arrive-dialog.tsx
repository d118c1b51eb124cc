import MyLocation from '@mui/icons-material/MyLocationOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { previewOf } from '../core/picture.ts'
import { showDone, showError } from '../core/toasts.ts'
import { PhotoInput } from './floor-photo.tsx'
import { placeNow, type Place } from './floor-position.ts'
import type { Proof } from './floor-worker.tsx'

const largestPhoto = 10 * 1024 * 1024

interface ArriveDialogProps {
  readonly invoice: Invoice
  readonly proof: Proof
  onClose(): void
}

/** IF-10: it arrived, or where it is by now; with the place and a photo, where there are any. */
export function ArriveDialog({ invoice: { id: invoiceId, number, customerName }, proof, onClose }: ArriveDialogProps): ReactNode {
  const t = useText()
  const { fulfilment, attachments } = useApi()
  const { upload } = useTransport()
  const { fileSize } = useFormats()
  const detail = useLive(fulfilment.getInvoice, { id: invoiceId })
  const [photo, setPhoto] = useState<File | null>(null)
  const [place, setPlace] = useState<Place>()
  /** The goods have arrived also where their photo does not come through: that can be added later. */
  async function keepPhoto(file: File): Promise<void> {
    const delivery = detail.data?.delivery.find(({ status }) => status !== 'CANCELLED')
    if (!delivery) return
    try {
      const { ticket } = await upload(file)
      await attachments.addAttachment({ entity: 'deliverySession', entityId: delivery.id, ticket, preview: await previewOf(file) })
    } catch (error) {
      showError(error)
    }
  }
  return (
    <FormDialog
      title={t('floor.delivery.arriveTitle', { number })}
      subtitle={customerName}
      schema={fulfilment.completeDelivery.procedure.input}
      values={{ invoiceId, ...proof, outcome: 'DELIVERED', notes: '' }}
      saveLabel={t('floor.delivery.save')}
      onClose={onClose}
      save={async input => {
        const done = await fulfilment.completeDelivery({ ...input, ...(place && { position: place }) })
        if (photo) await keepPhoto(photo)
        showDone(t(done.status === 'DELIVERED' ? 'floor.delivery.arrived' : 'floor.delivery.noted', { number }))
      }}
    >
      <SelectField
        name="outcome"
        label={t('floor.delivery.outcome')}
        isRequired
        options={(['DELIVERED', 'IN_TRANSIT'] as const).map(value => ({ value, label: t(`fulfilment.deliveryStatuses.${value}`) }))}
      />
      <WhereItIs place={place} onPlace={setPlace} />
      <PhotoInput
        label={t('floor.delivery.photo')}
        hint={t('floor.delivery.photoHint', { size: fileSize(largestPhoto) })}
        tooLarge={t('floor.delivery.photoTooLarge', { size: fileSize(largestPhoto) })}
        maximumSize={largestPhoto}
        photo={photo}
        onPhoto={setPhoto}
      />
      <TextField name="notes" label={t('floor.delivery.notes')} rows={2} />
    </FormDialog>
  )
}

function WhereItIs({ place, onPlace }: { readonly place: Place | undefined; onPlace(place: Place | undefined): void }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const [isAsking, setAsking] = useState(false)
  const [isUnknown, setUnknown] = useState(false)
  async function ask(): Promise<void> {
    setAsking(true)
    const now = await placeNow()
    setAsking(false)
    setUnknown(now === undefined)
    onPlace(now)
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Button variant="outlined" startIcon={<MyLocation />} loading={isAsking} onClick={() => void ask()}>
        {t('floor.delivery.takePlace')}
      </Button>
      <Box component="span" role="status" sx={{ color: 'text.secondary' }}>
        {place &&
          t('floor.delivery.placeIs', {
            latitude: place.latitude.toFixed(5),
            longitude: place.longitude.toFixed(5),
            metres: integer(Math.round(place.accuracy)),
          })}
        {isUnknown && t('floor.delivery.noPlace')}
      </Box>
    </Box>
  )
}
