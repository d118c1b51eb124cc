import Add from '@mui/icons-material/Add'
import Checklist from '@mui/icons-material/ChecklistOutlined'
import EventRepeat from '@mui/icons-material/EventRepeatOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { countRhythms, countStatuses } from '../../shared/warehouse/count-rules.ts'
import type { CountPlan, counts, StockCount } from '../../shared/warehouse/counts.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { SortName } from '../core/list-call.ts'
import { useCommand } from '../core/live.ts'
import { stockCountPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { CountDialog, PlanDialog } from './count-dialogs.tsx'
import { CountStatusChip, useScopeText } from './count-look.tsx'

const views = ['counts', 'plans'] as const
type View = (typeof views)[number]
type Opened = { readonly dialog: 'count'; readonly plan?: CountPlan } | { readonly dialog: 'plan'; readonly plan?: CountPlan }

/** What was counted, is being counted, and is to be counted when. */
export function CountsScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [opened, setOpened] = useState<Opened>()
  const view: View = params.get('view') === 'plans' ? 'plans' : 'counts'
  const begin = () => setOpened({ dialog: 'count' })
  useBegin({ new: may('warehouse.execute') && begin })
  const actions = view === 'plans'
    ? may('warehouse.update') && <Button variant="contained" startIcon={<Add />} onClick={() => setOpened({ dialog: 'plan' })}>{t('warehouse.counts.addPlan')}</Button>
    : may('warehouse.execute') && <Button variant="contained" startIcon={<Add />} onClick={begin}>{t('warehouse.counts.add')}</Button>
  return (
    <PageFrame
      title={t('warehouse.counts.title')} fills actions={actions}
      filters={(
        <Tabs value={view} onChange={(_event, next: View) => setParams(next === 'plans' ? { view: next } : {}, { replace: true })} aria-label={t('warehouse.counts.title')}>
          {views.map(one => <Tab key={one} value={one} label={t(`warehouse.counts.views.${one}`)} />)}
        </Tabs>
      )}
    >
      <Box key={view} sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {view === 'counts' ? <Counts /> : <Plans onCount={plan => setOpened({ dialog: 'count', plan })} onOpen={plan => setOpened({ dialog: 'plan', plan })} />}
      </Box>
      {opened?.dialog === 'count' && <CountDialog plan={opened.plan} onMade={({ id }) => void navigate(stockCountPath(id))} onClose={() => setOpened(undefined)} />}
      {opened?.dialog === 'plan' && <PlanDialog plan={opened.plan} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function Counts(): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { instant } = useFormats()
  const scopeText = useScopeText()
  const columns: readonly BrowseColumn<StockCount, SortName<typeof counts.listCounts>>[] = [
    { name: 'number', sorts: true, label: t('fields.number'), width: 150, value: row => <b>{row.number}</b> },
    { name: 'scope', label: t('warehouse.counts.stores'), grow: 2, minWidth: 200, value: scopeText },
    { name: 'planName', label: t('warehouse.counts.plan'), width: 160, yields: true, value: row => row.planName ?? '–' },
    { name: 'counters', label: t('warehouse.counts.counters'), grow: 1, minWidth: 190, yields: true, value: row => [row.firstCounterName, row.secondCounterName].filter(Boolean).join(', ') || '–' },
    { name: 'createdAt', sorts: true, label: t('warehouse.fields.time'), width: 160, yields: true, value: row => instant(row.startedAt ?? row.createdAt, 'short') },
    { name: 'status', sorts: true, label: t('fields.status'), width: 170, value: row => <CountStatusChip status={row.status} /> },
  ]
  return (
    <BrowseTable
      name="warehouse.counts" title={t('warehouse.counts.views.counts')} call={api.warehouse.listCounts} columns={columns} onOpen={({ id }) => void navigate(stockCountPath(id))}
      filters={[
        { kind: 'enum', name: 'status', label: t('fields.status'), isMultiple: true, options: countStatuses.map(value => ({ value, label: t(`warehouse.counts.statuses.${value}`) })) },
        { kind: 'enum', name: 'rhythm', label: t('warehouse.counts.rhythm'), options: countRhythms.map(value => ({ value, label: t(`warehouse.counts.rhythms.${value}`) })) },
      ]}
      empty={<EmptyState icon={<Checklist />} title={t('warehouse.counts.empty')} hint={t('warehouse.counts.emptyHint')} />}
    />
  )
}

function Plans({ onCount, onOpen }: { onCount(plan: CountPlan): void; onOpen(plan: CountPlan): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { day } = useFormats()
  const makeUsual = useCommand(api.warehouse.createUsualCountPlans, { done: () => t('warehouse.counts.usualPlansMade') })
  const scopeText = useScopeText()
  const columns: readonly BrowseColumn<CountPlan, SortName<typeof counts.listCountPlans>>[] = [
    { name: 'name', sorts: true, label: t('fields.name'), grow: 1.5, minWidth: 200, value: row => <b>{row.name}</b> },
    { name: 'scope', label: t('warehouse.counts.stores'), grow: 2, minWidth: 200, value: scopeText },
    { name: 'rhythm', label: t('warehouse.counts.rhythm'), width: 196, yields: true, value: row => t(`warehouse.counts.rhythms.${row.rhythm}`) },
    { name: 'everyDays', label: t('warehouse.counts.every'), width: 130, yields: true, value: row => t('warehouse.counts.everyDays', { count: row.everyDays }) },
    { name: 'countedOn', sorts: true, label: t('warehouse.counts.countedOn'), width: 130, yields: true, value: row => (row.countedOn === null ? '–' : day(row.countedOn)) },
    { name: 'due', label: t('warehouse.counts.dueOn'), width: 176, value: row => (!row.isActive ? <StatusChip tone="neutral" label={t('words.inactive')} /> : <StatusChip tone={row.isDue ? 'warning' : 'good'} label={row.isDue ? t('warehouse.counts.isDue') : day(row.dueOn)} />) },
    {
      name: 'act', label: t('warehouse.counts.count'), width: 104,
      value: row => may('warehouse.execute') && row.isActive && <Button size="small" variant="outlined" aria-label={t('warehouse.counts.countPlan', { name: row.name })} onClick={event => { event.stopPropagation(); onCount(row) }}>{t('warehouse.counts.count')}</Button>,
    },
  ]
  return (
    <BrowseTable
      name="warehouse.countPlans" title={t('warehouse.counts.views.plans')} call={api.warehouse.listCountPlans} columns={columns} {...(may('warehouse.update') && { onOpen })}
      filters={[{ kind: 'boolean', name: 'isDue', label: t('warehouse.counts.dueOn'), yes: t('warehouse.counts.isDue'), no: t('warehouse.counts.notDue') }]}
      empty={<EmptyState icon={<EventRepeat />} title={t('warehouse.counts.noPlans')} hint={t('warehouse.counts.noPlansHint')} actions={may('warehouse.update') && <Button variant="contained" loading={makeUsual.isPending} onClick={() => makeUsual.mutate({})}>{t('warehouse.counts.addUsualPlans')}</Button>} />}
    />
  )
}
