import type { ReactNode } from 'react'
import type { StockCountDetail } from '../../shared/warehouse/counts.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { isStoreWithin, useStores } from './entry-item.ts'
import { ItemField } from './item-field.tsx'
import { LotField } from './lot-field.tsx'
import { PlaceField } from './place-field.tsx'

/** Goods that stand there and of which the count's list knows nothing: scanned or chosen, then counted like the others. */
export function CountFoundDialog({ detail: { count, lines }, onClose }: { readonly detail: StockCountDetail; onClose(): void }): ReactNode {
  const t = useText()
  const { warehouse } = useApi()
  const stores = useStores()
  return (
    <FormDialog
      title={t('warehouse.counts.addFound')} subtitle={t('warehouse.counts.addFoundHint')} schema={warehouse.addCountLine.procedure.input} values={{ id: count.id }} onClose={onClose}
      save={async input => {
        const [{ lineId }, { itemName }] = await Promise.all([warehouse.addCountLine(input), warehouse.getItemStock({ itemId: input.itemId })])
        showDone(t(lines.some(({ id }) => id === lineId) ? 'warehouse.counts.foundKnown' : 'warehouse.counts.foundAdded', { item: itemName }))
      }}
    >
      <ItemField autoFocus />
      <PlaceField name="locationId" label={t('warehouse.documents.place')} isMeant={store => isStoreWithin(stores, store, count.locationIds)} />
      <LotField place="locationId" />
    </FormDialog>
  )
}
