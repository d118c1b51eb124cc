import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useState, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { askForLabels } from '../core/labels.ts'
import { useUser } from '../core/session.ts'
import { useAnnounceMove } from './announce-move.ts'
import { useEntryItem } from './entry-item.ts'
import { ItemField } from './item-field.tsx'
import { LabelScan } from './label-scan.tsx'
import { usePartnerSource } from './partner-source.ts'
import { PlaceField } from './place-field.tsx'
import { AddedQuantityField } from './quantity-field.tsx'
import type { EntryDialogProps } from './stock-acts.ts'
import { StockEntry } from './stock-entry.tsx'

export function ReceiveDialog({ start, onClose }: EntryDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const announce = useAnnounceMove()
  const [isLabelled, setLabelled] = useLabelling()
  return (
    <StockEntry
      act="receive"
      start={start}
      onClose={onClose}
      schema={api.warehouse.receiveStock.procedure.input}
      kept={['toLocationId', 'note']}
      values={{ itemId: start.item?.id, toLocationId: start.locationId, note: '' }}
      save={async input => {
        const move = await api.warehouse.receiveStock(input)
        announce({ act: 'receive', move, placeId: input.toLocationId })
        if (!isLabelled) return
        const lot = await api.warehouse.getLot({ id: move.lotId })
        askForLabels({ id: lot.id, kinds: ['lot'], name: lot.code, quantity: decimalText(move.quantity), unit: lot.unitCode })
      }}
    >
      {isItemGiven => (
        <>
          <ItemField known={start.item} autoFocus={!isItemGiven} />
          <PlaceField name="toLocationId" label={t('warehouse.entry.intoPlace')} proposesFullest />
          <AddedQuantityField place="toLocationId" autoFocus={isItemGiven} />
          <FieldRow>
            <DateField name="lot.expiresOn" label={t('warehouse.lots.expires')} />
            <TextField name="lot.supplierLot" label={t('warehouse.lots.supplierLot')} />
          </FieldRow>
          <OriginFields />
          <TextField name="note" label={t('warehouse.fields.note')} placeholder={t('warehouse.entry.noteHint')} />
          <FormControlLabel
            label={t('warehouse.lots.label')}
            control={<Checkbox checked={isLabelled} onChange={event => setLabelled(event.target.checked)} />}
          />
          <LabelScan />
        </>
      )}
    </StockEntry>
  )
}

/** Who it came from; what it cost, for those who see costs. */
function OriginFields(): ReactNode {
  const t = useText()
  const { canSeeCost } = useUser()
  const unit = useEntryItem()?.unitCode
  const source = usePartnerSource()
  return (
    <FieldRow>
      <ReferenceField name="lot.partnerId" label={t('warehouse.lots.partner')} source={source} />
      {canSeeCost && <DecimalField name="lot.unitCost" label={t('warehouse.lots.unitCost')} unit={unit === undefined ? undefined : `/ ${unit}`} />}
    </FieldRow>
  )
}

const labelKey = 'lantai.warehouse.label'

/** Kept at the desk: whoever labels one delivery labels the next. */
function useLabelling(): [boolean, (isWanted: boolean) => void] {
  const [isLabelled, setLabelled] = useState(() => localStorage.getItem(labelKey) === 'yes')
  return [
    isLabelled,
    isWanted => {
      localStorage.setItem(labelKey, isWanted ? 'yes' : 'no')
      setLabelled(isWanted)
    },
  ]
}
