import type { ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import type { Carton } from '../../shared/finished-goods/cartons.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

/** BM-6: what a carton really holds, and why. */
export function CountDialog({ carton, onClose }: { readonly carton: Carton; onClose(): void }): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const { decimal } = useFormats()
  const { id, version, number, quantity, countedQuantity, unitCode, note } = carton
  return (
    <FormDialog
      title={t('finishedGoods.receive.recountTitle', { number })} subtitle={t('finishedGoods.receive.recountText', { quantity: `${decimal(quantity)}\u00a0${unitCode}` })}
      schema={finishedGoods.countCarton.procedure.input} values={{ id, version, countedQuantity: decimalText(countedQuantity ?? quantity), note }} onClose={onClose}
      save={async input => {
        await finishedGoods.countCarton(input)
        showDone(t('finishedGoods.receive.recounted', { number }))
      }}
    >
      <DecimalField name="countedQuantity" label={t('finishedGoods.fields.countedQuantity')} unit={unitCode} isRequired autoFocus />
      <TextField name="note" label={t('finishedGoods.receive.reason')} rows={2} />
    </FormDialog>
  )
}
