import type { ReactNode } from 'react'
import type { SalesOrder } from '../../shared/planning/sales-orders.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { useBuyerSource } from './sources.ts'

/** Who orders, under which number, and until when: a new order, or a draft's. */
export function SalesForm({ order, onSaved, onClose }: { readonly order?: SalesOrder; onSaved?(order: SalesOrder): void; onClose(): void }): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const { today } = useFormats()
  if (order) {
    const { id } = order
    return (
      <FormDialog
        title={t('planning.sales.edit', { number: order.number })} schema={planning.updateSalesOrder.procedure.input} save={planning.updateSalesOrder} onClose={onClose}
        values={entriesOf(order)} reread={async () => entriesOf((await planning.getSalesOrder({ id })).order)}
      >
        <SalesFields order={order} />
      </FormDialog>
    )
  }
  return (
    <FormDialog
      title={t('planning.sales.form')} schema={planning.createSalesOrder.procedure.input} values={{ orderDay: today(), buyerNumber: '', notes: '' }} onClose={onClose}
      save={async input => {
        const made = await planning.createSalesOrder(input)
        showDone(t('planning.sales.created', { number: made.number }))
        onSaved?.(made)
      }}
    >
      <SalesFields />
    </FormDialog>
  )
}

/** As they travel. */
function entriesOf({ id, version, partnerId, buyerNumber, orderDay, shipDay, notes }: SalesOrder) {
  return { id, version, partnerId, buyerNumber, orderDay, shipDay, notes }
}

function SalesFields({ order }: { readonly order?: SalesOrder }): ReactNode {
  const t = useText()
  const buyers = useBuyerSource()
  return (
    <>
      <ReferenceField name="partnerId" label={t('planning.fields.partner')} isRequired autoFocus source={buyers} known={order ? { id: order.partnerId, code: order.partnerCode, name: order.partnerName } : null} />
      <TextField name="buyerNumber" label={t('planning.fields.buyerNumber')} />
      <FieldRow>
        <DateField name="orderDay" label={t('planning.fields.orderDay')} isRequired />
        <DateField name="shipDay" label={t('planning.fields.shipDay')} isRequired />
      </FieldRow>
      <TextField name="notes" label={t('planning.fields.notes')} rows={2} />
    </>
  )
}
