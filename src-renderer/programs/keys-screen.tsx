import Key from '@mui/icons-material/VpnKeyOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { ApiKey, programs } from '../../shared/programs/contract.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { FilterName, SortName } from '../core/list-call.ts'
import { useMay } from '../core/session.ts'
import { KeyDialog } from './key-dialog.tsx'
import { KeyState } from './key-state.tsx'
import { KeyForm } from './key-form.tsx'
import { MadeKeyDialog, type MadeKey } from './made-key-dialog.tsx'

type ListKeys = typeof programs.listKeys

/** Which other programs may call this one, and with what right. */
export function KeysScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const columns = useColumns()
  const [opened, setOpened] = useState<ApiKey | 'new'>()
  const [made, setMade] = useState<MadeKey>()
  const close = () => setOpened(undefined)
  const add = may('identity.create') && <Button variant="contained" startIcon={<Key />} onClick={() => setOpened('new')}>{t('programs.add')}</Button>
  const filters: readonly BrowseFilter<FilterName<ListKeys>>[] = [{ kind: 'boolean', name: 'isActive', label: t('programs.isActive'), yes: t('programs.active'), no: t('programs.notActive') }]
  useBegin({ new: may('identity.create') && (() => setOpened('new')) })
  return (
    <PageFrame title={t('programs.title')} subtitle={t('programs.subtitle')} actions={add} fills>
      <BrowseTable
        name="programs.keys" title={t('programs.title')} call={api.programs.listKeys} columns={columns} filters={filters} onOpen={setOpened}
        start={{ sort: [{ column: 'name', descending: false }] }} empty={<EmptyState icon={<Key />} title={t('programs.empty')} hint={t('programs.emptyHint')} actions={add} />}
      />
      {opened === 'new' && <KeyForm onClose={close} onMade={setMade} />}
      {opened !== undefined && opened !== 'new' && <KeyDialog apiKey={opened} onClose={close} />}
      {made && <MadeKeyDialog made={made} onClose={() => setMade(undefined)} />}
    </PageFrame>
  )
}

function useColumns(): readonly BrowseColumn<ApiKey, SortName<ListKeys>>[] {
  const t = useText()
  const { instant, relative } = useFormats()
  return [
    { name: 'name', sorts: true, label: t('programs.columns.name'), grow: 1.5, minWidth: 160, value: ({ name }) => <b>{name}</b> },
    { name: 'state', label: t('programs.columns.state'), width: 170, value: ({ state }) => <KeyState state={state} /> },
    { name: 'permissions', label: t('programs.columns.permissions'), minWidth: 110, value: ({ permissions }) => t('programs.permissionCount', { count: permissions.length }) },
    { name: 'sections', label: t('programs.columns.sections'), minWidth: 130, value: ({ sections }) => (sections === 'all' ? t('programs.allSections') : sections.join(', ')) },
    { name: 'lastUsedAt', sorts: true, label: t('programs.columns.lastUsedAt'), minWidth: 140, value: ({ lastUsedAt }) => (lastUsedAt === null ? t('programs.never') : relative(lastUsedAt)) },
    { name: 'expiresAt', sorts: true, label: t('programs.columns.expiresAt'), width: 160, yields: true, value: ({ expiresAt }) => instant(expiresAt, 'short') },
    { name: 'owner', label: t('programs.columns.owner'), minWidth: 140, yields: true, value: ({ owner }) => owner },
    { name: 'keyStart', label: t('programs.columns.keyStart'), width: 150, yields: true, value: ({ keyStart }) => `${keyStart}…` },
  ]
}
