import History from '@mui/icons-material/HistoryOutlined'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import type { StockCardRow } from '../../shared/warehouse/stock.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import type { ItemStock } from './entry-item.ts'
import { ChangeCell, useMoveColumns, useMoveFilters, Way } from './move-columns.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { QuantityCell } from './stock-cells.tsx'

export interface ItemMovesProps { readonly item: ItemStock; readonly locationId: string | undefined }

/** The moves of one item with the balance after each. */
export function ItemMoves({ item, locationId }: ItemMovesProps): ReactNode {
  const t = useText()
  const api = useApi()
  const [opened, setOpened] = useState<StockCardRow>()
  const isNarrow = useMediaQuery('(max-width: 1000px)', { noSsr: true })
  const { what, why } = useMoveColumns<StockCardRow>(isNarrow)
  const columns: BrowseColumn<StockCardRow, 'seq'>[] = [
    ...what,
    { name: 'way', label: t('warehouse.moves.way'), value: row => <Way move={row} />, minWidth: isNarrow ? 140 : 200, grow: 1.5 },
    { name: 'change', label: t('warehouse.fields.change'), kind: 'number', value: row => <ChangeCell move={row} />, width: isNarrow ? 100 : 106 },
    { name: 'balance', label: t('warehouse.fields.balance'), kind: 'number', value: row => <QuantityCell quantity={row.balance} unit={row} isStrong />, width: isNarrow ? 100 : 106 },
    ...why.map(column => (isNarrow ? { ...column, isHidden: true } : column)),
  ]
  return (
    <>
      <BrowseTable
        // Another item's pages, filters and dates are no use here.
        key={item.itemId} name={`warehouse.getStockCard.${item.itemId}`} title={t('warehouse.moves.ofItem')} call={api.warehouse.getStockCard} columns={columns} views={useSavedViews('warehouse.getStockCard')} filters={useMoveFilters()}
        fixed={{ itemId: item.itemId, ...(locationId !== undefined && { filter: { locationId } }) }} rowId={({ seq }) => String(seq)} onOpen={setOpened}
        empty={<EmptyState icon={<History />} title={t('warehouse.moves.empty')} hint={t('warehouse.moves.emptyHint')} />}
      />
      {opened && <MoveDialog move={opened} isOnCard onClose={() => setOpened(undefined)} />}
    </>
  )
}
