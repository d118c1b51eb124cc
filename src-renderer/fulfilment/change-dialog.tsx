import type { ReactNode } from 'react'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import { invoicePriorities } from '../../shared/fulfilment/rules.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'

/** How urgent it is and how it is to be handled; its lines are another matter (IF-14). */
export function ChangeDialog({
  invoice: { id, version, number, priority, remarks, isSelfBoxing, isExpress },
  onClose,
}: {
  readonly invoice: InvoiceDetail
  onClose(): void
}): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  return (
    <FormDialog
      title={t('fulfilment.billing.change.title', { number })}
      schema={fulfilment.changeInvoice.procedure.input}
      values={{ id, version, priority, remarks, isSelfBoxing, isExpress }}
      save={fulfilment.changeInvoice}
      reread={() => fulfilment.getInvoice({ id })}
      onClose={onClose}
    >
      <SelectField
        name="priority"
        label={t('fulfilment.fields.priority')}
        options={invoicePriorities.map(value => ({ value, label: t(`fulfilment.priorities.${value}`) }))}
        isRequired
        autoFocus
      />
      <CheckField name="isExpress" label={t('fulfilment.billing.change.express')} hint={t('fulfilment.billing.change.expressHint')} />
      <CheckField name="isSelfBoxing" label={t('fulfilment.fields.isSelfBoxing')} hint={t('fulfilment.billing.change.selfBoxingHint')} />
      <TextField name="remarks" label={t('fulfilment.fields.remarks')} rows={3} />
    </FormDialog>
  )
}
