import Add from '@mui/icons-material/Add'
import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useState, type ReactNode } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { addDays } from '../../shared/core/dates.ts'
import { mainStoreCode } from '../../shared/masters/rules.ts'
import { mostLines } from '../../shared/warehouse/requisitions.ts'
import type { ItemStockRow } from '../../shared/warehouse/stock.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { formKeys, useKeyHints } from '../components/key-hints.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { useEntryValue, useStores } from './entry-item.ts'
import { useOwnSections } from './own-sections.ts'
import { useQuantityTexts } from './quantities.ts'
import { SectionWorkOrder } from './section-work-order.tsx'

/** Several items at once, from one store of the factory. A scan fills the newest line. */
export function RequisitionDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { today } = useFormats()
  const { source, only } = useOwnSections()
  const stores = useStores()
  useKeyHints(formKeys)
  const supplies = stores.filter(({ sectionId }) => sectionId === null)
  async function send(input: Parameters<typeof api.warehouse.createRequisition>[0]): Promise<void> {
    const { number } = await api.warehouse.createRequisition(input)
    showDone(t('warehouse.requisitions.told.created', { number }))
  }
  if (stores.length === 0) return null
  return (
    <FormDialog
      title={t('warehouse.requisitions.ask')} saveLabel={t('warehouse.requisitions.send')} width="md" schema={api.warehouse.createRequisition.procedure.input} save={send} onClose={onClose}
      values={{
        sectionId: only, supplyLocationId: (supplies.find(({ code }) => code === mainStoreCode) ?? supplies[0])?.id, storeLocationId: stores.find(store => store.sectionId === only)?.id ?? null, neededBy: addDays(today(), 1), purpose: '', workOrderNumber: '', lines: [{ itemId: '', quantity: '' }],
      }}
    >
      <FieldRow>
        <ReferenceField name="sectionId" label={t('warehouse.requisitions.fields.section')} source={source} isRequired />
        <SelectField name="supplyLocationId" label={t('warehouse.requisitions.fields.supply')} options={supplies.map(({ id, name }) => ({ value: id, label: name }))} isRequired />
        <TargetField />
      </FieldRow>
      <Lines />
      <FieldRow>
        <DateField name="neededBy" label={t('warehouse.requisitions.fields.neededBy')} isRequired />
        <SectionWorkOrder label={t('warehouse.requisitions.fields.workOrderNumber')} />
      </FieldRow>
      <TextField name="purpose" label={t('warehouse.requisitions.fields.purpose')} />
    </FormDialog>
  )
}

function TargetField(): ReactNode {
  const t = useText()
  const sectionId = useEntryValue('sectionId')
  const own = useStores().filter(store => store.sectionId !== null && store.sectionId === sectionId)
  return <SelectField name="storeLocationId" label={t('warehouse.requisitions.fields.store')} options={own.map(({ id, name }) => ({ value: id, label: name }))} noneLabel={t('warehouse.requisitions.usedUp')} />
}

function Lines(): ReactNode {
  const t = useText()
  const { control } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' })
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {fields.map(({ id }, at) => <Line key={id} at={at} isNewest={at === fields.length - 1} onRemove={fields.length > 1 ? () => remove(at) : undefined} />)}
      <Button startIcon={<Add />} disabled={fields.length >= mostLines} onClick={() => append({ itemId: '', quantity: '' })} sx={{ justifySelf: 'start' }}>{t('warehouse.requisitions.addLine')}</Button>
    </Box>
  )
}

interface LineProps { readonly at: number; readonly isNewest: boolean; readonly onRemove: (() => void) | undefined }

function Line({ at, isNewest, onRemove }: LineProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { full } = useQuantityTexts()
  const [unit, setUnit] = useState<string>()
  const option = (row: ItemStockRow) => ({ id: row.itemId, code: row.itemCode, name: row.itemName, detail: full(row.available, row), unit: row.unitCode })
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 3fr) minmax(130px, 1fr) auto' }, gap: 1, alignItems: 'start' }}>
      <ReferenceField
        name={`lines.${at}.itemId`} label={t('warehouse.requisitions.item', { line: at + 1 })} isRequired takesScans={isNewest ? 'item' : undefined} autoFocus={isNewest} source={{ call: api.warehouse.listItemStock, option }}
        onChosen={found => setUnit(found && 'unit' in found ? String(found.unit) : undefined)}
      />
      <DecimalField name={`lines.${at}.quantity`} label={t('warehouse.requisitions.quantityOf', { line: at + 1 })} unit={unit} isRequired />
      {onRemove && <IconButton aria-label={t('warehouse.requisitions.removeLine', { line: at + 1 })} onClick={onRemove}><Delete /></IconButton>}
    </Box>
  )
}
