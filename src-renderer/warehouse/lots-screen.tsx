import Layers from '@mui/icons-material/LayersOutlined'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { ageBands, expiryStates, type AgeBand, type ExpiryState } from '../../shared/warehouse/rules.ts'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { lotPath } from '../core/paths.ts'
import { useAgeLimits, useAgeText } from './age-texts.ts'
import { useEntryActs } from './entry-acts.tsx'
import { useLotColumns } from './lot-columns.tsx'
import { useItemFilter, useStoreFilter } from './move-columns.tsx'
import { ReportLink } from './report-link.tsx'

const list = 'warehouse.listLots'
const start = {}

/** What a clerk looks for: everything, what spoils, and what has lain for long. The two latter begin with what is the most pressing. */
const views = {
  all: {},
  expiring: { filter: { expiry: ['EXPIRED', 'SOON'] }, sort: 'expiresOn' },
  slow: { filter: { ageBand: ['THIRD', 'LAST'] }, sort: 'receivedDay' },
} as const satisfies Readonly<Record<string, LotView>>
type ViewName = keyof typeof views
interface LotView { readonly filter?: { readonly expiry?: readonly ExpiryState[]; readonly ageBand?: readonly AgeBand[] }; readonly sort?: 'expiresOn' | 'receivedDay' }
const viewNames = Object.keys(views) as readonly ViewName[]

/** Every lot that stands anywhere, the oldest first; those that spoil, and those that lie. */
export function LotsScreen(): ReactNode {
  const t = useText()
  const acts = useEntryActs(start)
  const [params, setParams] = useSearchParams()
  const view = viewNames.find(name => name === params.get('view')) ?? 'all'
  const counts = { all: undefined, expiring: useCount('expiring'), slow: useCount('slow') }
  const label = (name: ViewName) => (counts[name] === undefined ? t(`warehouse.lots.views.${name}`) : `${t(`warehouse.lots.views.${name}`)} (${counts[name]})`)
  return (
    <PageFrame
      title={t('warehouse.lots.title')} fills actions={acts.buttons}
      filters={
        <Tabs value={view} onChange={(_event, next: ViewName) => setParams(next === 'all' ? {} : { view: next }, { replace: true })} aria-label={t('warehouse.lots.title')}>
          {viewNames.map(name => <Tab key={name} value={name} label={label(name)} />)}
        </Tabs>
      }
    >
      <LotList key={view} view={view} />
      {acts.dialog}
    </PageFrame>
  )
}

function useCount(view: Exclude<ViewName, 'all'>): number | undefined {
  return useLive(useApi().warehouse.listLots, { filter: inputOf(views[view]), pageSize: 1, total: true }).data?.total
}

function inputOf({ filter = {} }: LotView) {
  const { expiry, ageBand } = filter
  return { ...(expiry && { expiry: [...expiry] }), ...(ageBand && { ageBand: [...ageBand] }) }
}

function LotList({ view }: { readonly view: ViewName }): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const saved = useSavedViews(list)
  const { sort, filter = {} }: LotView = views[view]
  const isAll = view === 'all'
  const { second: days } = useAgeLimits()
  return (
    <BrowseTable
      name={isAll ? list : `${list}.${view}`} title={t('warehouse.lots.list')} call={api.warehouse.listLots} columns={useLotColumns(view === 'expiring')} {...(isAll && { views: saved })}
      fixed={{ filter: inputOf(views[view]) }} {...(sort && { start: { sort: [{ column: sort, descending: false }] } })}
      filters={[useItemFilter(), useStoreFilter(), ...useLotFilters(filter)]}
      actions={({ search }) => <ReportLink report="stockAgeing" filters={{ search }} />}
      onOpen={({ lotId }) => void navigate(lotPath(lotId))}
      empty={<EmptyState icon={<Layers />} title={t(isAll ? 'warehouse.lots.empty' : `warehouse.lots.none.${view}`, { days })} hint={t(isAll ? 'warehouse.lots.emptyHint' : `warehouse.lots.noneHint.${view}`, { days })} />}
    />
  )
}

/** Those that the view does not decide already. */
function useLotFilters({ expiry, ageBand }: NonNullable<LotView['filter']>): readonly BrowseFilter<'expiry' | 'ageBand'>[] {
  const t = useText()
  const ageText = useAgeText()
  return [
    ...(expiry ? [] : [{
      kind: 'enum' as const, name: 'expiry' as const, label: t('warehouse.lots.expiryFilter'), isMultiple: true as const, options: expiryStates.map(value => ({ value, label: t(`warehouse.lots.expiry.${value}`) })),
    }]),
    ...(ageBand ? [] : [{
      kind: 'enum' as const, name: 'ageBand' as const, label: t('warehouse.fields.age'), isMultiple: true as const, options: ageBands.map(value => ({ value, label: ageText(value) })),
    }]),
  ]
}
