import Alert from '@mui/material/Alert'
import { useEffect, useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { addDays } from '../../shared/core/dates.ts'
import { decimalText, isPositive, zero } from '../../shared/core/decimal.ts'
import { missingOf, percentOfNeed, producible } from '../../shared/warehouse/debt-rules.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { formKeys, useKeyHints } from '../components/key-hints.tsx'
import { DecimalField, DecimalInput } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { useEntryItem, useEntryValue } from './entry-item.ts'
import { ItemField } from './item-field.tsx'
import { PlaceField } from './place-field.tsx'
import { readQuantity, useQuantityTexts } from './quantities.ts'
import { useStockAt } from './quantity-field.tsx'
import { useOwnSections } from './own-sections.ts'
import { SectionWorkOrder } from './section-work-order.tsx'

/** What a screen knows of the shortage it comes from. */
export interface DebtStart {
  readonly item?: ReferenceOption | undefined
  readonly locationId?: string | undefined
  readonly sectionId?: string
  readonly workOrderNumber?: string
  readonly required?: string | undefined
  readonly quantity?: string | undefined
}

/** Asks for a debt: what is missing is filled in from the stock, and corrected by whoever asks. */
export function DebtRequestDialog({ start = {}, onClose }: { readonly start?: DebtStart; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { today } = useFormats()
  const { source, only } = useOwnSections()
  useKeyHints(formKeys)
  async function send(input: Parameters<typeof api.warehouse.requestDebt>[0]): Promise<void> {
    const { number, status } = await api.warehouse.requestDebt(input)
    showDone(t(status === 'APPROVED' ? 'warehouse.debts.agreed' : 'warehouse.debts.asked', { number }))
  }
  return (
    <FormDialog
      title={t('warehouse.debts.askTitle')} subtitle={t('warehouse.debts.askHint')} saveLabel={t('warehouse.debts.askSave')} schema={api.warehouse.requestDebt.procedure.input} save={send} onClose={onClose}
      values={{
        itemId: start.item?.id, locationId: start.locationId, sectionId: start.sectionId ?? only, required: start.required ?? '', quantity: start.quantity ?? '', dueDay: addDays(today(), 7), reason: '', workOrderNumber: start.workOrderNumber ?? '',
      }}
    >
      <ItemField known={start.item} autoFocus={start.item === undefined} />
      <FieldRow>
        <PlaceField name="locationId" label={t('warehouse.debts.place')} proposesFullest />
        <ReferenceField name="sectionId" label={t('warehouse.debts.forSection')} source={source} isRequired />
      </FieldRow>
      <FieldRow>
        <RequiredField isGiven={start.quantity !== undefined} />
        <MissingField />
      </FieldRow>
      <Reach />
      <FieldRow>
        <DateField name="dueDay" label={t('warehouse.debts.fields.dueDay')} isRequired />
        <SectionWorkOrder label={t('warehouse.debts.fields.workOrderNumber')} />
      </FieldRow>
      <TextField name="reason" label={t('warehouse.debts.fields.reason')} isRequired rows={2} autoFocus={start.quantity !== undefined} placeholder={t('warehouse.debts.reasonHint')} />
    </FormDialog>
  )
}

/** What is needed in all; as long as nobody has said otherwise, the debt is what the place lacks of it. */
function RequiredField({ isGiven }: { readonly isGiven: boolean }): ReactNode {
  const t = useText()
  const { setValue, getFieldState } = useFormContext()
  const item = useEntryItem()
  const stock = useStockAt(item, 'locationId')
  const required = readQuantity(useEntryValue('required'))
  const missing = required !== undefined && stock ? missingOf(required, stock.available) : undefined
  useEffect(() => {
    if (isGiven || missing === undefined || !isPositive(missing) || getFieldState('quantity').isDirty) return
    setValue('quantity', decimalText(missing))
  }, [isGiven, missing, setValue, getFieldState])
  return <DecimalField name="required" label={t('warehouse.debts.fields.required')} unit={item?.unitCode} isRequired />
}

function MissingField(): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const item = useEntryItem()
  const stock = useStockAt(item, 'locationId')
  return (
    <DecimalField
      name="quantity" label={t('warehouse.debts.fields.quantity')} unit={item?.unitCode} isRequired
      hint={item && stock ? t('warehouse.entry.available', { quantity: full(isPositive(stock.available) ? stock.available : zero, item) }) : undefined}
    />
  )
}

/** WH-21: how much of the need the debt is, and for how many pieces the stock suffices without it. */
function Reach(): ReactNode {
  const t = useText()
  const { percent, integer } = useFormats()
  const [perPiece, setPerPiece] = useState<string | null>(null)
  const item = useEntryItem()
  const stock = useStockAt(item, 'locationId')
  const [required, quantity, each] = [readQuantity(useEntryValue('required')), readQuantity(useEntryValue('quantity')), readQuantity(perPiece)]
  if (!item || !stock || required === undefined || quantity === undefined || !isPositive(required)) return null
  const isEnough = !isPositive(missingOf(required, stock.available))
  return (
    <>
      <Alert severity={isEnough ? 'warning' : 'info'} aria-live="polite">
        {isEnough ? t('warehouse.debts.enough') : t('warehouse.debts.shareOfNeed', { share: percent(percentOfNeed(quantity, required)) })}
        {each !== undefined && isPositive(each) && ` ${t('warehouse.debts.producible', { pieces: integer(producible(stock.available, each)) })}`}
      </Alert>
      <DecimalInput label={t('warehouse.debts.perPiece')} unit={item.unitCode} value={perPiece} onChange={setPerPiece} hint={t('warehouse.debts.perPieceHint')} />
    </>
  )
}
