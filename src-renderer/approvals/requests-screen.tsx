import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { approvals, ApprovalRequest } from '../../shared/approvals/contract.ts'
import { requestViews } from '../../shared/approvals/contract.ts'
import { readableKindNames } from '../../shared/approvals/kinds.ts'
import { requestStatuses } from '../../shared/approvals/rules.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useWaiting } from '../core/approvals.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { FilterName, SortName } from '../core/list-call.ts'
import { useMay } from '../core/session.ts'
import { delegationsPath } from './paths.ts'
import { RequestChips } from './request-chips.tsx'
import { RequestDrawer } from './request-drawer.tsx'
import { useRequestTitle } from './request-words.ts'

type ListRequests = typeof approvals.listRequests
type View = (typeof requestViews)[number]
const perPage = 20

/** What waits for this user's decision, what they asked for, and what became of it. */
export function RequestsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const columns = useColumns()
  const filters = useFilters()
  const { count } = useWaiting()
  const [params, setParams] = useSearchParams()
  const views = requestViews.filter(view => view !== 'all' || may('audit.view'))
  const view = views.find(one => one === params.get('view')) ?? 'waiting'
  const opened = params.get('request')
  const change = (name: 'view' | 'request', value: string | undefined) => setParams(before => {
    const next = new URLSearchParams(before)
    if (value === undefined) next.delete(name)
    else next.set(name, value)
    return next
  }, { replace: value === undefined })
  const tabLabel = (one: View) => (one === 'waiting' && count > 0 ? `${t('approvals.views.waiting')} (${count})` : t(`approvals.views.${one}`))
  return (
    <PageFrame
      title={t('approvals.title')} fills
      actions={<Button component={Link} to={delegationsPath} variant="outlined" startIcon={<SwapHoriz />}>{t('approvals.delegations.title')}</Button>}
      filters={(
        <Tabs value={view} onChange={(_event, next: View) => change('view', next)} variant="scrollable" aria-label={t('approvals.title')}>
          {views.map(one => <Tab key={one} value={one} label={tabLabel(one)} />)}
        </Tabs>
      )}
    >
      <Box key={view} sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <BrowseTable
          name={`approvals.${view}`} title={t(`approvals.views.${view}`)} call={api.approvals.listRequests} columns={columns} filters={filters} start={{ pageSize: perPage }}
          fixed={{ filter: { view } }} onOpen={({ id }) => change('request', id)} empty={<Empty view={view} />}
        />
      </Box>
      {opened !== null && <RequestDrawer id={opened} onClose={() => change('request', undefined)} />}
    </PageFrame>
  )
}

function Empty({ view }: { readonly view: View }): ReactNode {
  const t = useText()
  const [title, hint] = view === 'waiting' ? [t('approvals.empty.waiting'), t('approvals.empty.waitingHint')]
    : view === 'mine' ? [t('approvals.empty.mine'), t('approvals.empty.mineHint')] : [t('approvals.empty.other'), t('approvals.empty.otherHint')]
  return <EmptyState icon={<TaskAlt />} title={title} hint={hint} />
}

function useColumns(): readonly BrowseColumn<ApprovalRequest, SortName<ListRequests>>[] {
  const t = useText()
  const titleOf = useRequestTitle()
  const { relative, instant } = useFormats()
  return [
    { name: 'number', sorts: true, label: t('fields.number'), width: 140, value: ({ number }) => number },
    { name: 'title', label: t('approvals.fields.request'), grow: 2, minWidth: 220, value: request => <b>{titleOf(request)}</b> },
    { name: 'requestedByName', label: t('approvals.fields.requester'), grow: 1, minWidth: 140, value: ({ requestedByName }) => requestedByName },
    { name: 'sectionName', label: t('approvals.fields.section'), width: 130, yields: true, value: ({ sectionName }) => sectionName ?? '–' },
    { name: 'reason', label: t('approvals.fields.reason'), grow: 1.5, minWidth: 160, yields: true, value: ({ reason }) => reason },
    { name: 'createdAt', sorts: true, label: t('approvals.fields.asked'), width: 150, yields: true, value: ({ createdAt }) => <span title={instant(createdAt)}>{relative(createdAt)}</span> },
    { name: 'status', label: t('approvals.fields.state'), width: 210, value: request => <RequestChips request={request} /> },
  ]
}

function useFilters(): readonly BrowseFilter<FilterName<ListRequests>>[] {
  const t = useText()
  return [
    { kind: 'enum', name: 'status', label: t('approvals.fields.state'), options: requestStatuses.map(value => ({ value, label: t(`approvals.statuses.${value}`) })) },
    { kind: 'enum', name: 'kind', label: t('approvals.fields.kind'), options: readableKindNames.map(value => ({ value, label: t(`approvals.kinds.${value}.name`) })) },
  ]
}
