import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { BrowseTable } from '../components/browse-table.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { stockCardPath } from '../core/paths.ts'
import { useItemFilters, usePlaceFilters } from './stock-filters.ts'
import { useItemColumns, usePlaceColumns } from './stock-columns.tsx'
import { inventoryFilters, ReportLink } from './report-link.tsx'

/** Names under which the layouts of the two lists are kept. */
export const stockLists = { place: 'warehouse.listStock', item: 'warehouse.listItemStock' } as const

interface StockTableProps {
  readonly empty: ReactNode
}

/** A row for each item at each place. */
export function PlaceStockTable({ empty }: StockTableProps): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const placeFilters = usePlaceFilters()
  const itemFilters = useItemFilters()
  return (
    <BrowseTable
      name={stockLists.place}
      title={t('warehouse.stock.list')}
      call={api.warehouse.listStock}
      columns={usePlaceColumns()}
      views={useSavedViews(stockLists.place)}
      filters={[...placeFilters, ...itemFilters]}
      onOpen={({ itemId, locationId }) => void navigate(stockCardPath(itemId, locationId))}
      empty={empty}
      actions={state => <ReportLink report="inventory" filters={inventoryFilters(state, true)} />}
    />
  )
}

/** A row for each item, with all its places together. */
export function ItemStockTable({ empty }: StockTableProps): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  return (
    <BrowseTable
      name={stockLists.item}
      title={t('warehouse.stock.list')}
      call={api.warehouse.listItemStock}
      columns={useItemColumns()}
      views={useSavedViews(stockLists.item)}
      filters={useItemFilters()}
      rowId={({ itemId }) => itemId}
      onOpen={({ itemId }) => void navigate(stockCardPath(itemId))}
      empty={empty}
      actions={state => <ReportLink report="inventory" filters={inventoryFilters(state, false)} />}
    />
  )
}
