import ManageSearch from '@mui/icons-material/ManageSearchOutlined'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { audit } from '../../shared/audit/contract.ts'
import type { AuditRow } from '../../shared/audit/entries.ts'
import { auditedEntities } from '../../shared/audit/history.ts'
import { entityText, moduleText, personText, recordText } from '../../shared/audit/wording.ts'
import { contract } from '../../shared/contract.ts'
import { auditActions } from '../../shared/core/procedure.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { ActChip } from '../components/act-chip.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { FilterName, FixedInput, SortName } from '../core/list-call.ts'
import { auditPath } from '../core/paths.ts'
import { useWording } from '../core/wording.ts'
import { AuditTabs } from './audit-tabs.tsx'
import { changeSummary } from './change-summary.ts'
import { EntriesExport } from './entries-export.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { useActorSource } from './actor-source.ts'

type ListEntries = typeof audit.listEntries

/** Who changed what, when, from where and why: searched, filtered, opened, taken along as a file. */
export function EntriesScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const [opened, setOpened] = useState<number>()
  const [params] = useSearchParams()
  const [entity, entityId] = [params.get('entity'), params.get('id')]
  const fixed = useMemo(() => (entity === null || entityId === null ? {} : { filter: { entity, entityId } }) as FixedInput<ListEntries>, [entity, entityId])
  return (
    <PageFrame title={t('audit.title')} subtitle={t('audit.hint')} fills filters={<AuditTabs />}>
      {entity !== null && entityId !== null && <OneRecord entity={entity} onClear={() => void navigate(auditPath)} />}
      <BrowseTable
        name="audit.entries" title={t('audit.title')} call={api.audit.listEntries} fixed={fixed} columns={useColumns()} filters={useFilters(entity === null)}
        start={{ pageSize: 50 }} rowId={({ seq }) => String(seq)} onOpen={({ seq }) => setOpened(seq)} views={useSavedViews('audit.entries')}
        actions={state => <EntriesExport search={state.search} filter={{ ...state.filter, ...fixed.filter }} />}
        empty={<EmptyState icon={<ManageSearch />} title={t('audit.list.empty')} hint={t('audit.list.emptyHint')} />}
      />
      {opened !== undefined && <EntryDrawer seq={opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function OneRecord({ entity, onClear }: { readonly entity: string; onClear(): void }): ReactNode {
  const t = useText()
  const wording = useWording()
  return <Box><Chip label={t('audit.list.ofRecord', { record: entityText(wording, entity) })} onDelete={onClear} sx={{ bgcolor: 'tint.primary', color: 'primary.main' }} /></Box>
}

function useColumns(): BrowseColumn<AuditRow, SortName<ListEntries>>[] {
  const t = useText()
  const wording = useWording()
  const { instant } = useFormats()
  return [
    { name: 'seq', sorts: true, label: t('audit.list.time'), width: 142, value: ({ at }) => instant(at, 'short') },
    { name: 'user', label: t('audit.list.user'), minWidth: 112, grow: 1, value: ({ userName }) => personText(wording, userName) },
    { name: 'action', label: t('audit.list.action'), width: 116, value: ({ action }) => <ActChip action={action} /> },
    {
      name: 'record', label: t('audit.list.record'), minWidth: 136, grow: 1.6,
      value: ({ entity, record }) => [entityText(wording, entity), recordText(wording, entity, record)].filter(Boolean).join(' · '),
    },
    { name: 'change', label: t('audit.list.change'), minWidth: 150, grow: 2.4, value: row => changeSummary(row, wording, count => t('audit.list.more', { count })) },
    { name: 'module', label: t('audit.list.module'), width: 128, yields: true, value: ({ module }) => moduleText(wording, module) },
    { name: 'reason', label: t('audit.list.reason'), minWidth: 120, isHidden: true, value: ({ reason }) => reason ?? '' },
    { name: 'role', label: t('fields.roleId'), minWidth: 120, isHidden: true, value: ({ role }) => role },
    { name: 'ip', label: t('audit.security.address'), minWidth: 120, isHidden: true, value: ({ ip }) => ip ?? '' },
    { name: 'number', label: t('audit.list.number'), kind: 'number', width: 90, isHidden: true, value: ({ seq }) => `#${seq}` },
  ]
}

function useFilters(hasEntity: boolean): BrowseFilter<FilterName<ListEntries>>[] {
  const t = useText()
  const wording = useWording()
  const actors = useActorSource()
  const sorted = (options: { value: string; label: string }[]) => options.sort((a, b) => a.label.localeCompare(b.label))
  return [
    { kind: 'days', label: t('audit.list.days'), from: 'fromDay', to: 'toDay' },
    referenceFilter({ name: 'userId', label: t('audit.list.user'), source: actors }),
    { kind: 'enum', name: 'actions', label: t('audit.list.action'), isMultiple: true, options: auditActions.map(value => ({ value, label: t(`history.${value}`) })) },
    { kind: 'enum', name: 'module', label: t('audit.list.module'), options: sorted(Object.keys(contract).map(value => ({ value, label: moduleText(wording, value) }))) },
    ...(hasEntity ? [{ kind: 'enum', name: 'entity', label: t('audit.list.entity'), options: sorted(auditedEntities.map(value => ({ value, label: entityText(wording, value) }))) } as const] : []),
  ]
}
