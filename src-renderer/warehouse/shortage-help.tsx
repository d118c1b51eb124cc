import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useEffect, useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { compareDecimals, decimalText, isPositive } from '../../shared/core/decimal.ts'
import { leftOf, missingOf } from '../../shared/warehouse/debt-rules.ts'
import { SelectField } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { DebtRequestDialog } from './debt-request-dialog.tsx'
import { useEntryItem, useEntryValue } from './entry-item.ts'
import { readQuantity, useQuantityTexts } from './quantities.ts'
import { useStockAt } from './quantity-field.tsx'

/** Where more is to be taken than there is: the approved debts that make up the rest, else a way to ask for one with what is missing filled in. */
export function ShortageHelp({ place }: { readonly place: string }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { full } = useQuantityTexts()
  const { setValue } = useFormContext()
  const [isAsking, setAsking] = useState(false)
  const item = useEntryItem()
  const stock = useStockAt(item, place)
  const locationId = useEntryValue(place)
  const chosen = useEntryValue('debtId')
  const quantity = readQuantity(useEntryValue('quantity'))
  const missing = stock && quantity !== undefined ? missingOf(quantity, stock.available) : undefined
  const isShort = missing !== undefined && isPositive(missing)
  const { data } = useLive(api.warehouse.listDebts, { filter: { itemId: item?.itemId ?? '', locationId: locationId ?? '', status: ['APPROVED'], isOpen: true }, pageSize: 50 }, { enabled: isShort && item !== undefined && locationId !== undefined })
  const usable = (data?.rows ?? []).filter(debt => isShort && compareDecimals(leftOf(debt), missing) >= 0)
  const isLost = chosen !== undefined && !usable.some(({ id }) => id === chosen)
  useEffect(() => {
    if (isLost) setValue('debtId', undefined)
  }, [isLost, setValue])
  if (!item || !isShort) return null
  const quantityText = full(missing, item)
  return (
    <>
      {usable.length > 0 && (
        <SelectField
          name="debtId" label={t('warehouse.debts.useDebt')} noneLabel={t('warehouse.debts.withoutDebt')}
          options={usable.map(debt => ({ value: debt.id, label: t('warehouse.debts.option', { number: debt.number, left: full(leftOf(debt), debt), section: debt.sectionName }) }))}
        />
      )}
      {chosen === undefined && may('process.requestMaterialDebt') && (
        <Alert severity="warning" action={<Button color="inherit" onClick={() => setAsking(true)}>{t('warehouse.debts.askFor', { quantity: quantityText })}</Button>}>
          {t('warehouse.debts.shortBy', { quantity: quantityText })}
        </Alert>
      )}
      {isAsking && (
        <DebtRequestDialog
          start={{ item: { id: item.itemId, code: item.itemCode, name: item.itemName }, locationId, required: decimalText(quantity!), quantity: decimalText(missing) }} onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
