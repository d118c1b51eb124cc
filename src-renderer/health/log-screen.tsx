import Article from '@mui/icons-material/ArticleOutlined'
import { useState, type ReactNode } from 'react'
import { logLevels, type health, type LogEntry } from '../../shared/health/contract.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { SupportButton } from '../components/support-button.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { SortName } from '../core/list-call.ts'
import { useQuietAsking } from '../core/quiet-refresh.ts'
import { HealthTabs } from './health-tabs.tsx'
import { LogDialog } from './log-dialog.tsx'

const refreshEvery = 15_000

/** What the host noted of itself, the newest on top. */
export function LogScreen(): ReactNode {
  const t = useText()
  const { listLogEntries } = useApi().health
  const [opened, setOpened] = useState<LogEntry>()
  useQuietAsking(listLogEntries, refreshEvery)
  return (
    <PageFrame title={t('health.log.title')} subtitle={t('health.log.subtitle')} actions={<SupportButton />} filters={<HealthTabs />} fills>
      <BrowseTable
        name="health.log" title={t('health.log.title')} call={listLogEntries} columns={useColumns()} onOpen={setOpened}
        filters={[{ kind: 'enum', name: 'level', label: t('health.log.columns.level'), options: logLevels.map(value => ({ value, label: t(`health.log.levels.${value}`) })) }]}
        empty={<EmptyState icon={<Article />} title={t('health.log.empty')} hint={t('health.log.emptyHint')} />}
      />
      {opened && <LogDialog entry={opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function useColumns(): readonly BrowseColumn<LogEntry, SortName<typeof health.listLogEntries>>[] {
  const t = useText()
  const { instant } = useFormats()
  return [
    { name: 'at', label: t('health.log.columns.at'), width: 165, value: ({ at }) => instant(at, 'short') },
    { name: 'level', label: t('health.log.columns.level'), width: 145, value: ({ level }) => <StatusChip tone={level === 'error' ? 'bad' : 'waiting'} label={t(`health.log.levels.${level}`)} /> },
    { name: 'text', label: t('health.log.columns.text'), grow: 4, minWidth: 260, value: ({ text }) => text.split('\n')[0] },
  ]
}
