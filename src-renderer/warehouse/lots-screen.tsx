import Layers from '@mui/icons-material/LayersOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { ageBands, expiryStates } from '../../shared/warehouse/rules.ts'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { lotPath } from '../core/paths.ts'
import { useEntryActs } from './entry-acts.tsx'
import { useLotColumns } from './lot-columns.tsx'
import { useItemFilter, useStoreFilter } from './move-columns.tsx'

const list = 'warehouse.listLots'
const start = {}

/** Every lot that stands anywhere, the oldest first. */
export function LotsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const acts = useEntryActs(start)
  return (
    <PageFrame title={t('warehouse.lots.title')} fills actions={acts.buttons}>
      <BrowseTable
        name={list}
        title={t('warehouse.lots.list')}
        call={api.warehouse.listLots}
        columns={useLotColumns()}
        views={useSavedViews(list)}
        filters={[useItemFilter(), useStoreFilter(), ...useLotFilters()]}
        onOpen={({ lotId }) => void navigate(lotPath(lotId))}
        empty={<EmptyState icon={<Layers />} title={t('warehouse.lots.empty')} hint={t('warehouse.lots.emptyHint')} />}
      />
      {acts.dialog}
    </PageFrame>
  )
}

function useLotFilters(): readonly BrowseFilter<'expiry' | 'ageBand'>[] {
  const t = useText()
  return [
    {
      kind: 'enum',
      name: 'expiry',
      label: t('warehouse.lots.expiryFilter'),
      isMultiple: true,
      options: expiryStates.map(value => ({ value, label: t(`warehouse.lots.expiry.${value}`) })),
    },
    {
      kind: 'enum',
      name: 'ageBand',
      label: t('warehouse.fields.age'),
      isMultiple: true,
      options: ageBands.map(value => ({ value, label: t(`warehouse.ageBands.${value}`) })),
    },
  ]
}
