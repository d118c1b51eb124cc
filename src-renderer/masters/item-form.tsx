import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { decimalText } from '../../shared/core/decimal.ts'
import type { InputOf } from '../../shared/core/procedure.ts'
import type { masters } from '../../shared/masters/contract.ts'
import { itemKinds, type Item } from '../../shared/masters/items.ts'
import { piecesPerPallet } from '../../shared/masters/rules.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'
import { useFormFace } from './form-parts.ts'
import type { FormProps } from './master.ts'
import { knownOption, useUnitSource } from './sources.ts'
import { SuggestField } from './suggest-field.tsx'

type ItemInput = InputOf<typeof masters.createItem>

const blank: ItemInput = {
  code: '', name: '', kind: 'RAW_MATERIAL', unitId: '', category: '', buyer: '', minimumStock: '0', piecesPerCarton: null, cartonsPerPallet: null, notes: '',
}

/** An item's entries. The cost is there only for who may see costs: what is not in the form is not sent. */
export function ItemForm({ record, onClose }: FormProps<Item>): ReactNode {
  const { masters } = useApi()
  const { canSeeCost } = useUser()
  const { told, ...face } = useFormFace('items', { record, onClose })
  if (!record) {
    return (
      <FormDialog
        {...face} width="md" schema={masters.createItem.procedure.input} values={canSeeCost ? { ...blank, unitCost: null } : blank}
        save={input => told(masters.createItem)(whole(input))}
      >
        <ItemFields canSeeCost={canSeeCost} />
      </FormDialog>
    )
  }
  const { id } = record
  const fieldsOf = (item: Item) => ({ id, version: item.version, ...entriesOf(item, canSeeCost) })
  return (
    <FormDialog
      {...face} width="md" schema={masters.updateItem.procedure.input} values={fieldsOf(record)} save={input => told(masters.updateItem)(whole(input))}
      reread={async () => fieldsOf(await masters.getItem({ id }))}
    >
      <ItemFields record={record} canSeeCost={canSeeCost} />
    </FormDialog>
  )
}

function ItemFields({ record, canSeeCost }: { readonly record?: Item; readonly canSeeCost: boolean }): ReactNode {
  const t = useText()
  const { currency } = useFactory()
  const unitSource = useUnitSource()
  const { data: groups } = useLive(useApi().masters.listItemGroups, {})
  const [unit, setUnit] = useState(record?.unitCode)
  return (
    <>
      <FieldRow>
        <TextField name="code" label={t('fields.code')} isRequired autoFocus />
        <SelectField name="kind" label={t('fields.kind')} isRequired options={itemKinds.map(value => ({ value, label: t(`masters.itemKinds.${value}`) }))} />
        <ReferenceField
          name="unitId" label={t('fields.unitId')} isRequired source={unitSource} known={knownOption(record?.unitId, record?.unitCode, record?.unitName)}
          onChosen={option => setUnit(option?.code)}
        />
      </FieldRow>
      <TextField name="name" label={t('fields.name')} isRequired />
      <FieldRow>
        <SuggestField name="category" label={t('fields.category')} options={groups?.categories ?? []} />
        <SuggestField name="buyer" label={t('fields.buyer')} options={groups?.buyers ?? []} />
      </FieldRow>
      <FieldRow>
        <DecimalField name="minimumStock" label={t('fields.minimumStock')} unit={unit} />
        {canSeeCost && <DecimalField name="unitCost" label={t('fields.unitCost')} unit={unit === undefined ? currency : `${currency}/${unit}`} />}
      </FieldRow>
      <FieldRow>
        <IntegerField name="piecesPerCarton" label={t('fields.piecesPerCarton')} />
        <IntegerField name="cartonsPerPallet" label={t('fields.cartonsPerPallet')} />
      </FieldRow>
      <PackingPreview />
      <TextField name="notes" label={t('fields.notes')} rows={2} />
    </>
  )
}

/** MD-1 as it is typed. */
function PackingPreview(): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const [carton, pallet] = useFormContext().watch(['piecesPerCarton', 'cartonsPerPallet']) as unknown[]
  if (typeof carton !== 'number' || typeof pallet !== 'number') return null
  const pieces = piecesPerPallet({ piecesPerCarton: carton, cartonsPerPallet: pallet })
  if (pieces === null) return null
  return (
    <Typography variant="body2" role="status" sx={{ color: 'text.secondary', mt: -1 }}>
      {t('masters.items.packing', { carton: integer(carton), pallet: integer(pallet), pieces: integer(pieces) })}
    </Typography>
  )
}

function entriesOf(item: Item, canSeeCost: boolean): ItemInput {
  const { code, name, kind, unitId, category, buyer, minimumStock, unitCost = null, piecesPerCarton, cartonsPerPallet, notes } = item
  const entries = { code, name, kind, unitId, category, buyer, minimumStock: decimalText(minimumStock), piecesPerCarton, cartonsPerPallet, notes }
  return canSeeCost ? { ...entries, unitCost: unitCost === null ? null : decimalText(unitCost) } : entries
}

/** An emptied minimum stock means none; left out it would stay as it was. */
function whole<Input extends { minimumStock?: string | number | undefined }>(input: Input): Input {
  return { ...input, minimumStock: input.minimumStock ?? '0' }
}
