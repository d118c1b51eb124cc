import type { ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { destinations } from '../../shared/masters/items.ts'
import type { ManufacturingOrder } from '../../shared/planning/manufacturing-orders.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { orderWeeks } from '../../shared/purchasing/rules.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useSetting } from '../core/setting.ts'
import { showDone } from '../core/toasts.ts'

/** PL-4: asks for another quantity, week or destination of an order that is unlocked. */
export function ChangeDialog({ order, onClose }: { readonly order: ManufacturingOrder; onClose(): void }): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const { today } = useFormats()
  const weeksAhead = useSetting(planningSettings.weeksAhead)
  const { id, version, number, quantity, week, destination } = order
  return (
    <FormDialog
      title={t('planning.acts.changeTitle', { number })} subtitle={t('planning.acts.changeText')} schema={planning.requestManufacturingChange.procedure.input} saveLabel={t('planning.acts.change')} onClose={onClose}
      values={{ id, version, quantity: decimalText(quantity), reason: '', ...(week !== null && { week }), ...(destination !== null && { destination }) }}
      save={async input => {
        const request = await planning.requestManufacturingChange({ ...input, ...(input.week === week && { week: undefined }) })
        showDone(t('planning.acts.asked', { number, request: request.number }))
      }}
    >
      <DecimalField name="quantity" label={t('planning.fields.quantity')} autoFocus unit={order.unitCode} />
      <FieldRow>
        <SelectField name="week" label={t('planning.fields.week')} options={[...new Set([...(week === null ? [] : [week]), ...orderWeeks(today(), weeksAhead)])].map(value => ({ value, label: value }))} />
        <SelectField name="destination" label={t('planning.fields.destination')} options={destinations.map(value => ({ value, label: t(`planning.destinations.${value}`) }))} />
      </FieldRow>
      <TextField name="reason" label={t('planning.acts.reason')} isRequired rows={2} />
    </FormDialog>
  )
}
