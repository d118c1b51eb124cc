import type { ReactNode } from 'react'
import { addDecimals, decimalText, isPositive, zero } from '../../shared/core/decimal.ts'
import type { Debt } from '../../shared/warehouse/debts.ts'
import { leftOf } from '../../shared/warehouse/debt-rules.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showDone } from '../core/toasts.ts'
import { useQuantityTexts } from './quantities.ts'

/** Takes what there is and what the debt still allows out for production; less, if less is entered. */
export function TakeOnDebtDialog({ debt, onClose }: { readonly debt: Debt; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { full } = useQuantityTexts()
  const { data: item } = useLive(api.warehouse.getItemStock, { itemId: debt.itemId })
  if (!item) return null
  const available = item.places.find(({ locationId }) => locationId === debt.locationId)?.available ?? zero
  const stock = isPositive(available) ? available : zero
  const most = addDecimals(stock, leftOf(debt))
  return (
    <FormDialog
      title={t('warehouse.debts.takeTitle', { number: debt.number })} subtitle={`${debt.itemName} · ${debt.locationName}`} width="xs" saveLabel={t('warehouse.entry.issueSave')} schema={api.warehouse.issueStock.procedure.input} onClose={onClose}
      save={api.warehouse.issueStock} onSaved={() => showDone(t('warehouse.debts.takenDone', { number: debt.number }))}
      values={{ itemId: debt.itemId, fromLocationId: debt.locationId, purpose: 'PRODUCTION', debtId: debt.id, quantity: decimalText(most), note: debt.workOrderNumber }}
    >
      <DecimalField name="quantity" label={t('warehouse.fields.quantity')} unit={debt.unitCode} isRequired autoFocus hint={t('warehouse.debts.takeHint', { stock: full(stock, debt), left: full(leftOf(debt), debt) })} />
      <TextField name="note" label={t('warehouse.fields.note')} />
    </FormDialog>
  )
}
