import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { counterModes, type DeliveryKind } from '../../shared/fulfilment/rules.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showDone } from '../core/toasts.ts'
import { TrackingField } from './floor-tracking-field.tsx'
import { useCourierSource } from './floor-sources.ts'
import type { Proof } from './floor-worker.tsx'

interface DispatchDialogProps {
  readonly kind: DeliveryKind
  readonly invoices: readonly Pick<Invoice, 'id' | 'number'>[]
  readonly proof: Proof
  onSent(results: readonly EachInvoice[]): void
  onClose(): void
}

const begin = {
  DIRECT: { kind: 'DIRECT', counterMode: 'PATIENT', pickupName: '', pickupPhone: '', pickupCompany: '', pickupCode: '' },
  COURIER: { kind: 'COURIER', courierId: '', trackingNumber: '' },
  INTERNAL: { kind: 'INTERNAL' },
} as const

/** IF-9: what has to be known of whoever takes them; the same for all that leave together. */
export function DispatchDialog({ kind, invoices, proof, onSent, onClose }: DispatchDialogProps): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  return (
    <FormDialog
      title={t(`floor.dispatch.ways.${kind}`)}
      subtitle={invoices.map(({ number }) => number).join(', ')}
      schema={fulfilment.startDelivery.procedure.input}
      values={{ invoiceIds: invoices.map(({ id }) => id), ...proof, way: begin[kind], notes: '' }}
      saveLabel={t('floor.dispatch.send')}
      onClose={onClose}
      save={async input => {
        const results = await fulfilment.startDelivery(input)
        const done = results.filter(({ error }) => error === null).length
        if (done > 0) showDone(t(kind === 'INTERNAL' ? 'floor.dispatch.given' : 'floor.dispatch.sent', { count: done }))
        onSent(results)
      }}
    >
      {kind === 'DIRECT' && <CounterFields />}
      {kind === 'COURIER' && <CourierFields />}
      {kind === 'INTERNAL' && <DriverField />}
      <TextField name="notes" label={t('fulfilment.fields.notes')} rows={2} />
    </FormDialog>
  )
}

function CounterFields(): ReactNode {
  const t = useText()
  const isCompany = useFormContext().watch('way.counterMode') === 'COMPANY'
  return (
    <>
      <SelectField
        name="way.counterMode"
        label={t('fulfilment.fields.counterMode')}
        isRequired
        options={counterModes.map(value => ({ value, label: t(`fulfilment.counterModes.${value}`) }))}
      />
      <TextField name="way.pickupName" label={t('fulfilment.fields.pickupName')} isRequired autoFocus />
      <TextField name="way.pickupPhone" label={t('fulfilment.fields.pickupPhone')} isRequired />
      {isCompany && <TextField name="way.pickupCompany" label={t('fulfilment.fields.pickupCompany')} isRequired />}
      <TextField name="way.pickupCode" label={t('fulfilment.fields.pickupCode')} />
    </>
  )
}

function CourierFields(): ReactNode {
  const t = useText()
  const couriers = useCourierSource()
  return (
    <>
      <ReferenceField name="way.courierId" label={t('fulfilment.fields.courierId')} source={couriers} isRequired autoFocus />
      <TrackingField name="way.trackingNumber" />
    </>
  )
}

function DriverField(): ReactNode {
  const t = useText()
  const { data } = useLive(useApi().fulfilment.listDrivers, {})
  return (
    <SelectField
      name="way.email"
      label={t('fulfilment.fields.assigneeId')}
      hint={t('floor.dispatch.driverHint')}
      noneLabel={t('floor.dispatch.later')}
      options={(data ?? []).map(({ email, fullName }) => ({ value: email, label: fullName }))}
    />
  )
}
