import Security from '@mui/icons-material/GppGoodOutlined'
import { useState, type ReactNode } from 'react'
import { securityKinds, type SecurityLine } from '../../shared/audit/security.ts'
import type { audit } from '../../shared/audit/contract.ts'
import { severities } from '../../shared/notifications/notice.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { FilterName, SortName } from '../core/list-call.ts'
import { useActorSource } from './actor-source.ts'
import { LocksPanel } from './locks-panel.tsx'
import { SecurityDialog } from './security-dialog.tsx'
import { useSecurityWords } from './security-words.tsx'

type ListSecurityEvents = typeof audit.listSecurityEvents

/** What was refused, who could not sign in, and what is locked now. */
export function SecurityScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const [opened, setOpened] = useState<SecurityLine>()
  return (
    <PageFrame title={t('audit.security.title')} subtitle={t('audit.security.hint')} fills>
      <LocksPanel />
      <BrowseTable
        name="audit.security" title={t('audit.security.title')} call={api.audit.listSecurityEvents} columns={useColumns()} filters={useFilters()} rowId={({ seq }) => String(seq)}
        onOpen={setOpened} views={useSavedViews('audit.security')} empty={<EmptyState icon={<Security />} title={t('audit.security.empty')} hint={t('audit.security.emptyHint')} />}
      />
      {opened && <SecurityDialog line={opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function useColumns(): BrowseColumn<SecurityLine, SortName<ListSecurityEvents>>[] {
  const t = useText()
  const words = useSecurityWords()
  const { instant, integer } = useFormats()
  return [
    { name: 'seq', sorts: true, label: t('audit.security.time'), width: 148, value: ({ at }) => instant(at, 'short') },
    { name: 'kind', label: t('audit.security.kind'), minWidth: 250, grow: 1.4, value: line => words.chip(line) },
    { name: 'who', label: t('audit.security.who'), minWidth: 150, grow: 1.2, value: words.who },
    { name: 'what', label: t('audit.security.what'), minWidth: 150, grow: 1.4, value: words.what },
    { name: 'count', label: t('audit.security.times'), kind: 'number', width: 76, value: ({ count }) => integer(count) },
    { name: 'ip', label: t('audit.security.address'), width: 136, yields: true, value: words.address },
  ]
}

function useFilters(): BrowseFilter<FilterName<ListSecurityEvents>>[] {
  const t = useText()
  return [
    { kind: 'days', label: t('audit.security.days'), from: 'fromDay', to: 'toDay' },
    { kind: 'enum', name: 'kinds', label: t('audit.security.kind'), isMultiple: true, options: securityKinds.map(value => ({ value, label: t(`audit.security.kinds.${value}`) })) },
    { kind: 'enum', name: 'severity', label: t('audit.security.severity'), options: severities.map(value => ({ value, label: t(`notifications.severities.${value}`) })) },
    referenceFilter({ name: 'userId', label: t('audit.security.user'), source: useActorSource() }),
    { kind: 'text', name: 'ip', label: t('audit.security.address') },
  ]
}
