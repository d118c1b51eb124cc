import type { ReactNode } from 'react'
import type { Store } from '../../shared/warehouse/stock.ts'
import { TextField } from '../components/text-field.tsx'
import { WorkOrderField } from '../components/work-order-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { useAnnounceMove } from './announce-move.ts'
import { useEntryValue, useStores } from './entry-item.ts'
import { postAt, takingReasons } from './entry-errors.ts'
import { PlacedItemField } from './item-field.tsx'
import { LabelScan } from './label-scan.tsx'
import { LotField } from './lot-field.tsx'
import { PlaceField } from './place-field.tsx'
import { TakenQuantityField } from './quantity-field.tsx'
import { ShortageHelp } from './shortage-help.tsx'
import type { EntryDialogProps } from './stock-acts.ts'
import { StockEntry } from './stock-entry.tsx'
import { UseGate } from './use-gate.tsx'

/** A section uses up material of its own store: the place first, because it decides which material there is. */
export function ConsumeDialog({ start, onClose }: EntryDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const announce = useAnnounceMove()
  const isOwn = useIsOwnStore()
  const own = useStores().filter(isOwn)
  const given = own.find(({ id }) => id === start.locationId) ?? (own.length === 1 ? own[0] : undefined)
  return (
    <StockEntry
      act="consume"
      start={start}
      onClose={onClose}
      schema={api.warehouse.consumeMaterial.procedure.input}
      kept={['locationId', 'workOrderId', 'note']}
      values={{ itemId: start.item?.id, locationId: given?.id, reason: '', note: '' }}
      save={async input =>
        announce({ act: 'consume', move: await postAt('quantity', takingReasons, api.warehouse.consumeMaterial(input)), placeId: input.locationId })
      }
    >
      {isItemGiven => (
        <>
          <PlaceField name="locationId" label={t('warehouse.entry.ownPlace')} isMeant={isOwn} autoFocus={given === undefined} />
          <OwnWorkOrder own={own} />
          <OwnMaterial start={start} autoFocus={!isItemGiven && given !== undefined} />
          <LotField place="locationId" />
          <TakenQuantityField place="locationId" autoFocus={isItemGiven && given !== undefined} />
          <ShortageHelp place="locationId" />
          <UseGate />
          <TextField name="note" label={t('warehouse.fields.note')} placeholder={t('warehouse.entry.issueNoteHint')} />
          <LabelScan takesFrom="locationId" isPossible={id => own.some(store => store.id === id)} />
        </>
      )}
    </StockEntry>
  )
}

function OwnMaterial({ start, autoFocus }: Pick<EntryDialogProps, 'start'> & { readonly autoFocus: boolean }): ReactNode {
  return <PlacedItemField known={start.item} autoFocus={autoFocus} locationId={useEntryValue('locationId')} />
}

/** Of the section whose store is chosen. */
function OwnWorkOrder({ own }: { readonly own: readonly Store[] }): ReactNode {
  const t = useText()
  const locationId = useEntryValue('locationId')
  const sectionId = own.find(({ id }) => id === locationId)?.sectionId ?? undefined
  return <WorkOrderField name="workOrderId" hint={t('warehouse.uses.workOrderHint')} sectionId={sectionId} />
}

/** A store of a section that is the user's own. */
export function useIsOwnStore(): (store: Store) => boolean {
  const { sections } = useUser()
  return ({ sectionId }) => sectionId !== null && (sections === 'all' || sections.includes(sectionId))
}
