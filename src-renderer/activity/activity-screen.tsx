import Insights from '@mui/icons-material/InsightsOutlined'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { use, useState, type ReactNode } from 'react'
import { addDays } from '../../shared/core/dates.ts'
import { activityKinds, type activity, type ActivityEntry, type ActivityKind } from '../../shared/activity/contract.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useUserSource } from '../components/user-source.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { FilterName, SortName } from '../core/list-call.ts'
import { useMay } from '../core/session.ts'
import { ScreenListContext } from '../core/screen-list.ts'
import { ActivitySummaryView } from './activity-summary.tsx'
import { useActivityWords } from './activity-words.ts'

type ListActivity = typeof activity.listActivity
const views = ['summary', 'log'] as const
const shownDays = 6

/** What people do all day: summed up, and entry by entry. */
export function ActivityScreen(): ReactNode {
  const t = useText()
  const [view, setView] = useState<(typeof views)[number]>('summary')
  const choice = (
    <ToggleButtonGroup exclusive size="small" value={view} onChange={(_event, next: typeof view | null) => next && setView(next)} aria-label={t('activity.title')}>
      {views.map(one => <ToggleButton key={one} value={one}>{t(`activity.views.${one}`)}</ToggleButton>)}
    </ToggleButtonGroup>
  )
  return (
    <PageFrame title={t('activity.title')} subtitle={t('activity.subtitle')} actions={choice} fills={view === 'log'}>
      {view === 'log' ? <ActivityLog /> : <ActivitySummaryView />}
    </PageFrame>
  )
}

const tones: Readonly<Record<ActivityKind, Tone>> = { LOGIN: 'good', LOGOUT: 'neutral', PAGE: 'waiting', ACTION: 'running' }

function ActivityLog(): ReactNode {
  const t = useText()
  const api = useApi()
  const filters = useFilters()
  const columns = useColumns()
  const { today } = useFormats()
  return (
    <BrowseTable
      name="activity.log" title={t('activity.title')} call={api.activity.listActivity} columns={columns} filters={filters} rowId={({ seq }) => String(seq)}
      start={{ sort: [{ column: 'at', descending: true }], filter: { from: addDays(today(), -shownDays), to: today() } }}
      empty={<EmptyState icon={<Insights />} title={t('activity.empty')} hint={t('activity.emptyHint')} />}
    />
  )
}

function useFilters(): readonly BrowseFilter<FilterName<ListActivity>>[] {
  const t = useText()
  const may = useMay()
  const source = useUserSource()
  const words = useActivityWords()
  const { screens } = use(ScreenListContext)
  const filters: readonly BrowseFilter<FilterName<ListActivity>>[] = [
    { kind: 'days', from: 'from', to: 'to', label: t('activity.filters.days') },
    { kind: 'enum', name: 'kind', label: t('activity.columns.kind'), options: activityKinds.map(kind => ({ value: kind, label: t(`activity.kinds.${kind}`) })) },
    { kind: 'enum', name: 'subject', label: t('activity.filters.screen'), options: screens.map(({ path }) => ({ value: path, label: words.screen(path) })) },
  ]
  return may('identity.view') ? [...filters, referenceFilter({ name: 'userId', label: t('activity.filters.user'), source })] : filters
}

function useColumns(): readonly BrowseColumn<ActivityEntry, SortName<ListActivity>>[] {
  const t = useText()
  const words = useActivityWords()
  const { instant, duration } = useFormats()
  return [
    { name: 'at', sorts: true, label: t('activity.columns.at'), width: 160, value: ({ at }) => instant(at, 'short') },
    { name: 'fullName', label: t('activity.columns.person'), minWidth: 160, value: ({ fullName }) => fullName },
    { name: 'kind', label: t('activity.columns.kind'), width: 140, value: ({ kind }) => <StatusChip tone={tones[kind]} label={t(`activity.kinds.${kind}`)} /> },
    { name: 'what', label: t('activity.columns.what'), grow: 1.6, minWidth: 180, value: words.what },
    { name: 'seconds', sorts: true, label: t('activity.columns.seconds'), width: 150, value: ({ seconds }) => (seconds === null ? '' : duration(seconds)) },
    { name: 'role', label: t('activity.columns.role'), minWidth: 130, yields: true, value: ({ role }) => role },
    { name: 'desk', label: t('activity.columns.desk'), minWidth: 130, yields: true, value: ({ deskName }) => deskName ?? t('activity.unnamedDesk') },
  ]
}
