import type { ReactNode } from 'react'
import { FieldRow } from '../components/form-dialog.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useAnnounceMove } from './announce-move.ts'
import { postAt, takingReasons } from './entry-errors.ts'
import { ItemField } from './item-field.tsx'
import { LabelScan } from './label-scan.tsx'
import { LotField } from './lot-field.tsx'
import { PlaceField } from './place-field.tsx'
import { TakenQuantityField } from './quantity-field.tsx'
import type { EntryDialogProps } from './stock-acts.ts'
import { StockEntry } from './stock-entry.tsx'

export function TransferDialog({ start, onClose }: EntryDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const announce = useAnnounceMove()
  return (
    <StockEntry
      act="transfer"
      start={start}
      onClose={onClose}
      schema={api.warehouse.transferStock.procedure.input}
      kept={['fromLocationId', 'toLocationId', 'note']}
      values={{ itemId: start.item?.id, fromLocationId: start.locationId, note: '' }}
      save={async input =>
        announce({ act: 'transfer', move: await postAt('quantity', takingReasons, api.warehouse.transferStock(input)), placeId: input.toLocationId })
      }
    >
      {isItemGiven => (
        <>
          <ItemField known={start.item} autoFocus={!isItemGiven} onlyWithStock />
          <FieldRow>
            <PlaceField name="fromLocationId" label={t('warehouse.entry.fromPlace')} onlyWithStock proposesFullest autoFocus={isItemGiven} />
            <PlaceField name="toLocationId" label={t('warehouse.entry.toPlace')} exceptFor="fromLocationId" />
          </FieldRow>
          <LotField place="fromLocationId" />
          <TakenQuantityField place="fromLocationId" />
          <TextField name="note" label={t('warehouse.fields.note')} />
          <LabelScan takesFrom="fromLocationId" />
        </>
      )}
    </StockEntry>
  )
}
