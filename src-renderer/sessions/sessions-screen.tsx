import Devices from '@mui/icons-material/DevicesOutlined'
import { useState, type ReactNode } from 'react'
import type { SessionFace, sessions } from '../../shared/sessions/contract.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useUserSource } from '../components/user-source.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { FilterName, SortName } from '../core/list-call.ts'
import { SessionDialog } from './session-dialog.tsx'
import { SessionStateChip, useSessionWords } from './session-words.tsx'

type ListSessions = typeof sessions.listSessions

/** Who is and was signed in, from where, and why no more; what was left open is ended here. */
export function SessionsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const columns = useColumns()
  const [opened, setOpened] = useState<SessionFace>()
  const source = useUserSource()
  const filters: readonly BrowseFilter<FilterName<ListSessions>>[] = [
    { kind: 'boolean', name: 'isRunning', label: t('sessions.state'), yes: t('sessions.running'), no: t('sessions.ended') },
    referenceFilter({ name: 'userId', label: t('sessions.filterUser'), source }),
  ]
  return (
    <PageFrame title={t('sessions.title')} subtitle={t('sessions.subtitle')} fills>
      <BrowseTable
        name="sessions.sessions" title={t('sessions.title')} call={api.sessions.listSessions} columns={columns} filters={filters} onOpen={setOpened}
        start={{ sort: [{ column: 'lastSeenAt', descending: true }], filter: { isRunning: true } }}
        empty={<EmptyState icon={<Devices />} title={t('sessions.empty')} hint={t('sessions.emptyHint')} />}
      />
      {opened && <SessionDialog session={opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function useColumns(): readonly BrowseColumn<SessionFace, SortName<ListSessions>>[] {
  const t = useText()
  const { instant, relative } = useFormats()
  const words = useSessionWords()
  return [
    { name: 'fullName', sorts: true, label: t('sessions.columns.person'), grow: 1.4, minWidth: 170, value: ({ fullName, isThis }) => (isThis ? `${fullName} (${t('sessions.thisOne')})` : fullName) },
    { name: 'state', label: t('sessions.state'), width: 190, value: session => <SessionStateChip session={session} /> },
    { name: 'deskName', sorts: true, label: t('sessions.columns.desk'), grow: 1.2, minWidth: 140, value: words.desk },
    { name: 'startedAt', sorts: true, label: t('sessions.columns.startedAt'), width: 150, value: ({ startedAt }) => instant(startedAt, 'short') },
    { name: 'lastSeenAt', sorts: true, label: t('sessions.columns.lastSeenAt'), width: 150, value: ({ lastSeenAt }) => relative(lastSeenAt) },
    { name: 'browser', label: t('sessions.columns.browser'), minWidth: 140, yields: true, value: words.browser },
    { name: 'ip', label: t('sessions.columns.ip'), width: 130, yields: true, value: ({ ip }) => ip },
  ]
}
