import History from '@mui/icons-material/HistoryOutlined'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { StockCardRow } from '../../shared/warehouse/stock.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { useBrowseState } from '../components/browse-state.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import type { ItemStock } from './entry-item.ts'
import { ChangeCell, useMoveColumns, useMoveFilters, Way } from './move-columns.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { cardFilters, ReportLink } from './report-link.tsx'
import { QuantityCell } from './stock-cells.tsx'

const listName = 'warehouse.getStockCard'

export interface ItemMovesProps {
  readonly item: ItemStock
  readonly locationId: string | undefined
}

/** The moves of one item with the balance after each. */
export function ItemMoves({ item, locationId }: ItemMovesProps): ReactNode {
  const t = useText()
  const api = useApi()
  useFreshList(item.itemId, locationId)
  const [opened, setOpened] = useState<StockCardRow>()
  const isNarrow = useMediaQuery('(max-width: 1000px)', { noSsr: true })
  const { what, why } = useMoveColumns<StockCardRow>(isNarrow)
  const columns: BrowseColumn<StockCardRow, 'seq'>[] = [
    ...what,
    { name: 'way', label: t('warehouse.moves.way'), value: row => <Way move={row} />, minWidth: isNarrow ? 140 : 216, grow: 1.5 },
    { name: 'change', label: t('warehouse.fields.change'), kind: 'number', value: row => <ChangeCell move={row} />, width: 100 },
    {
      name: 'balance',
      label: t('warehouse.fields.balance'),
      kind: 'number',
      value: row => <QuantityCell quantity={row.balance} unit={row} isStrong />,
      width: 100,
    },
    ...why,
  ]
  return (
    <>
      <BrowseTable
        name={listName}
        title={t('warehouse.moves.ofItem')}
        call={api.warehouse.getStockCard}
        columns={columns}
        views={useSavedViews(listName)}
        filters={useMoveFilters()}
        fixed={{ itemId: item.itemId, ...(locationId !== undefined && { filter: { locationId } }) }}
        rowId={({ seq }) => String(seq)}
        actions={view => <ReportLink report="stockCard" filters={cardFilters(view, item.itemId, locationId)} />}
        onOpen={setOpened}
        empty={<EmptyState icon={<History />} title={t('warehouse.moves.empty')} hint={t('warehouse.moves.emptyHint')} />}
      />
      {opened && <MoveDialog move={opened} isOnCard onClose={() => setOpened(undefined)} />}
    </>
  )
}

/** Columns are kept for all items; search, filters and pages are one item's own, and pages one place's. */
function useFreshList(itemId: string, locationId: string | undefined): void {
  const state = useBrowseState(listName, undefined)
  const shownItem = useRef<string>(undefined)
  const begin = useEffectEvent(() => {
    if (shownItem.current === itemId) state.turn(0, undefined)
    else state.change({ search: '', filter: {} })
    shownItem.current = itemId
  })
  useEffect(() => begin(), [itemId, locationId])
}
