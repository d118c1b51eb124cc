import History from '@mui/icons-material/HistoryOutlined'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { StockMove } from '../../shared/warehouse/moves.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useItemFilter, useMoveColumns, useMoveFilters, useStoreFilter, Way } from './move-columns.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { movementFilters, ReportLink } from './report-link.tsx'
import { ItemCell, UnitQuantityCell } from './stock-cells.tsx'

type Sort = 'seq' | 'itemCode' | 'quantity'

/** Every move of the ledger that this user may see, the newest first. */
export function MovesScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const [chosen, setChosen] = useState<StockMove>()
  const [params, setParams] = useSearchParams()
  // One may be named by the address.
  const named = Number(params.get('move') ?? 0)
  const { data: found } = useLive(api.warehouse.listMoves, { filter: { seq: named }, pageSize: 1 }, { enabled: named > 0, clears: true })
  const opened = chosen ?? found?.rows[0]
  const close = () => {
    setChosen(undefined)
    if (named > 0) setParams({}, { replace: true })
  }
  const columns = useColumns()
  return (
    <PageFrame title={t('warehouse.moves.title')} fills>
      <BrowseTable
        name="warehouse.listMoves"
        title={t('warehouse.moves.list')}
        call={api.warehouse.listMoves}
        columns={columns}
        rowId={({ seq }) => String(seq)}
        onOpen={setChosen}
        views={useSavedViews('warehouse.listMoves')}
        filters={[useItemFilter(), useStoreFilter(), ...useMoveFilters()]}
        actions={state => <ReportLink report="stockMovement" filters={movementFilters(state)} />}
        empty={<EmptyState icon={<History />} title={t('warehouse.moves.empty')} hint={t('warehouse.moves.emptyHint')} />}
      />
      {opened && <MoveDialog move={opened} onClose={close} />}
    </PageFrame>
  )
}

function useColumns(): BrowseColumn<StockMove, Sort>[] {
  const t = useText()
  const isNarrow = useMediaQuery('(max-width: 1000px)', { noSsr: true })
  const { what, why } = useMoveColumns<StockMove>(isNarrow)
  return [
    ...what,
    {
      name: 'itemCode',
      label: t('warehouse.fields.item'),
      sorts: true,
      value: row => <ItemCell code={row.itemCode} name={row.itemName} />,
      minWidth: isNarrow ? 150 : 210,
      grow: 1.4,
    },
    {
      name: 'quantity',
      label: t('warehouse.fields.quantity'),
      kind: 'number',
      sorts: true,
      width: 124,
      value: row => <UnitQuantityCell quantity={row.quantity} unit={row} isUndone={row.reversedBy !== null} />,
    },
    { name: 'way', label: t('warehouse.moves.way'), value: row => <Way move={row} />, minWidth: isNarrow ? 140 : 196, grow: 1 },
    ...why.map(column => (column.name === 'note' ? { ...column, isHidden: true } : column)),
  ]
}
