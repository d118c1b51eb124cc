import type { ReactNode } from 'react'
import type { ItemStockRow, StockRow } from '../../shared/warehouse/stock.ts'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useQuantityTexts } from './quantities.ts'

interface ItemFieldProps {
  readonly known?: ReferenceOption | undefined
  readonly autoFocus?: boolean | undefined
}

/** Any item, with what stands of it in the stores. */
export function ItemField({ known, autoFocus, onlyWithStock = false }: ItemFieldProps & { readonly onlyWithStock?: boolean }): ReactNode {
  const t = useText()
  const api = useApi()
  const option = useItemOption()
  const input = onlyWithStock ? { filter: { hasStock: true } } : undefined
  return (
    <ReferenceField
      name="itemId"
      label={t('warehouse.fields.item')}
      isRequired
      takesScans="item"
      autoFocus={autoFocus}
      known={known}
      source={{ call: api.warehouse.listItemStock, option, input }}
    />
  )
}

/** An item that stands at this place. */
export function PlacedItemField({ known, autoFocus, locationId }: ItemFieldProps & { readonly locationId: string | undefined }): ReactNode {
  const t = useText()
  const api = useApi()
  const option = useItemOption()
  const input = { filter: { hasStock: true, ...(locationId !== undefined && { locationId }) } }
  return (
    <ReferenceField
      name="itemId"
      label={t('warehouse.fields.item')}
      isRequired
      takesScans="item"
      autoFocus={autoFocus}
      known={known}
      isDisabled={locationId === undefined}
      source={{ call: api.warehouse.listStock, option, input }}
    />
  )
}

/** An item as the fields of stock entries show it. */
export function useItemOption(): (row: ItemStockRow | StockRow) => ReferenceOption {
  const { full } = useQuantityTexts()
  return row => ({ id: row.itemId, code: row.itemCode, name: row.itemName, detail: full(row.available, row) })
}
