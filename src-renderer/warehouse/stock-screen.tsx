import Category from '@mui/icons-material/CategoryOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { create } from 'zustand'
import { stockStatuses, type StockStatus } from '../../shared/warehouse/rules.ts'
import { useBrowseState } from '../components/browse-state.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { masterPaths, newImportOf } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { useEntryActs, type EntryActs } from './entry-acts.tsx'
import { openingCountPath } from './opening-count-path.ts'
import { StockFigures } from './stock-figures.tsx'
import { ItemStockTable, PlaceStockTable, stockLists } from './stock-tables.tsx'

type Layout = keyof typeof stockLists

/** Kept while the program runs, as the lists' own layouts are. */
const useLayout = create<{ readonly layout: Layout }>(() => ({ layout: 'place' }))

const start = {}

/** Stock on hand: what is where, what is short, and the entries that change it. */
export function StockScreen(): ReactNode {
  const t = useText()
  const { layout } = useLayout()
  const items = useBrowseState(stockLists.item, undefined)
  const acts = useEntryActs(start)
  const setLayout = (next: Layout) => useLayout.setState({ layout: next })
  const chosen = layout === 'item' ? statusIn(items.filter) : undefined
  // The figures count items: what they open is the list by item, narrowed to nothing else, so that it has as many rows.
  const choose = (status: StockStatus | undefined) => {
    items.change({ search: '', filter: status === undefined ? {} : { status: [status] } })
    setLayout('item')
  }
  const head = (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      <StockFigures chosen={chosen} onChoose={choose} />
      <ToggleButtonGroup
        exclusive
        value={layout}
        onChange={(_event, next: Layout | null) => next && setLayout(next)}
        aria-label={t('warehouse.stock.layout')}
      >
        <ToggleButton value="place">{t('warehouse.stock.byPlace')}</ToggleButton>
        <ToggleButton value="item">{t('warehouse.stock.byItem')}</ToggleButton>
      </ToggleButtonGroup>
    </Box>
  )
  const Table = layout === 'place' ? PlaceStockTable : ItemStockTable
  return (
    <PageFrame title={t('warehouse.stock.title')} fills subtitle={head} actions={acts.buttons}>
      <Table empty={<NoStock acts={acts} />} />
      {acts.dialog}
    </PageFrame>
  )
}

/** The one status a list is narrowed to. */
function statusIn({ status }: Readonly<Record<string, unknown>>): StockStatus | undefined {
  return Array.isArray(status) && status.length === 1 ? stockStatuses.find(one => one === status[0]) : undefined
}

function NoStock({ acts }: { readonly acts: EntryActs }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { data: counts } = useLive(api.warehouse.countStock, {})
  if (counts && stockStatuses.every(status => counts[status] === 0)) {
    const action = may('masters.view') && (
      <Button variant="contained" component={Link} to={masterPaths.items}>
        {t('warehouse.stock.toItems')}
      </Button>
    )
    return <EmptyState icon={<Category />} title={t('warehouse.stock.noItems')} hint={t('warehouse.stock.noItemsHint')} actions={action} />
  }
  return (
    <EmptyState
      icon={<Inventory />}
      title={t('warehouse.stock.empty')}
      hint={t('warehouse.stock.emptyHint')}
      actions={
        <>
          {may('process.importData') && may('warehouse.update') && (
            <Button variant="contained" component={Link} to={newImportOf('openingStock')}>
              {t('warehouse.stock.importOpening')}
            </Button>
          )}
          {may('warehouse.update') && (
            <Button variant="outlined" component={Link} to={openingCountPath}>
              {t('warehouse.count.title')}
            </Button>
          )}
          {acts.allowed.includes('receive') && (
            <Button variant="outlined" onClick={() => acts.begin('receive')}>
              {t('warehouse.stock.firstReceipt')}
            </Button>
          )}
        </>
      }
    />
  )
}
