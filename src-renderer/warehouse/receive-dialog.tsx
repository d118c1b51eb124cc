import type { ReactNode } from 'react'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useAnnounceMove } from './announce-move.ts'
import { ItemField } from './item-field.tsx'
import { PlaceField } from './place-field.tsx'
import { AddedQuantityField } from './quantity-field.tsx'
import type { EntryDialogProps } from './stock-acts.ts'
import { StockEntry } from './stock-entry.tsx'

export function ReceiveDialog({ start, onClose }: EntryDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const announce = useAnnounceMove()
  return (
    <StockEntry
      act="receive"
      start={start}
      onClose={onClose}
      schema={api.warehouse.receiveStock.procedure.input}
      kept={['toLocationId', 'note']}
      values={{ itemId: start.item?.id, toLocationId: start.locationId, note: '' }}
      save={async input => announce({ act: 'receive', move: await api.warehouse.receiveStock(input), placeId: input.toLocationId })}
    >
      {isItemGiven => (
        <>
          <ItemField known={start.item} autoFocus={!isItemGiven} />
          <PlaceField name="toLocationId" label={t('warehouse.entry.intoPlace')} proposesFullest />
          <AddedQuantityField place="toLocationId" autoFocus={isItemGiven} />
          <TextField name="note" label={t('warehouse.fields.note')} placeholder={t('warehouse.entry.noteHint')} />
        </>
      )}
    </StockEntry>
  )
}
