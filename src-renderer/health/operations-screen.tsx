import MonitorHeart from '@mui/icons-material/MonitorHeartOutlined'
import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { operationWords } from '../../shared/activity/operation-words.ts'
import type { health, Operation } from '../../shared/health/contract.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import type { FilterName, SortName } from '../core/list-call.ts'
import { useQuietAsking } from '../core/quiet-refresh.ts'
import { useHealthFigures } from './health-figures.ts'
import { HealthTabs } from './health-tabs.tsx'
import { addressOf, OperationDialog } from './operation-dialog.tsx'

type ListOperations = typeof health.listOperations
const refreshEvery = 5_000

/** What was asked of the host, how long the answers took, and what failed. */
export function OperationsScreen(): ReactNode {
  const t = useText()
  const { listOperations } = useApi().health
  const [opened, setOpened] = useState<Operation>()
  useQuietAsking(listOperations, refreshEvery)
  return (
    <PageFrame title={t('health.operations.title')} subtitle={t('health.operations.subtitle')} filters={<HealthTabs />} fills>
      <BrowseTable
        name="health.operations" title={t('health.operations.title')} call={listOperations} columns={useColumns()} filters={useFilters()} rowId={({ name }) => name} onOpen={setOpened}
        start={{ sort: [{ column: 'p95', descending: true }], filter: { span: 'hour' } }}
        empty={<EmptyState icon={<MonitorHeart />} title={t('health.operations.empty')} hint={t('health.operations.emptyHint')} />}
      />
      {opened && <OperationDialog operation={opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function useFilters(): readonly BrowseFilter<FilterName<ListOperations>>[] {
  const t = useText()
  return [
    { kind: 'enum', name: 'span', label: t('health.operations.filters.span'), options: (['hour', 'start'] as const).map(value => ({ value, label: t(`health.operations.filters.${value}`) })) },
    { kind: 'enum', name: 'kind', isMultiple: true, label: t('health.operations.columns.kind'), options: (['query', 'command', 'job'] as const).map(value => ({ value, label: t(`health.operations.kinds.${value}`) })) },
    { kind: 'boolean', name: 'isFaulty', label: t('health.operations.filters.faulty'), yes: t('health.operations.filters.isFaulty'), no: t('health.operations.filters.anyway') },
  ]
}

function useColumns(): readonly BrowseColumn<Operation, SortName<ListOperations>>[] {
  const t = useText()
  const { integer } = useFormats()
  const { took } = useHealthFigures()
  const label = (name: 'name' | 'kind' | 'count' | 'p50' | 'p95' | 'longest' | 'refused' | 'faults') => t(`health.operations.columns.${name}`)
  const time = (name: 'p50' | 'p95' | 'longest') => ({ name, label: label(name), sorts: true as const, kind: 'number' as const, width: 105, value: (row: Operation) => (row[name] === null ? '–' : took(row[name])) })
  return [
    { name: 'name', label: label('name'), sorts: true, grow: 1.5, minWidth: 220, value: ({ name }) => operationWords(name, textOf) },
    { name: 'address', label: t('health.operations.address'), minWidth: 190, yields: true, value: ({ name }) => addressOf(name) },
    { name: 'count', label: label('count'), sorts: true, kind: 'number', width: 115, value: ({ count }) => integer(count) },
    time('p95'),
    { name: 'faults', label: label('faults'), sorts: true, kind: 'number', width: 110, value: ({ faults }) => <Box component="span" sx={{ ...(faults > 0 && { color: 'error.main', fontWeight: 700 }) }}>{integer(faults)}</Box> },
    { name: 'refused', label: label('refused'), sorts: true, kind: 'number', width: 105, yields: true, value: ({ refused }) => integer(refused) },
    { ...time('longest'), yields: true },
    { ...time('p50'), yields: true },
    { name: 'kind', label: label('kind'), width: 105, yields: true, value: ({ kind }) => t(`health.operations.kinds.${kind}`) },
  ]
}
