import GroupAdd from '@mui/icons-material/GroupAddOutlined'
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { AppError } from '../../shared/core/errors.ts'
import type { User, users } from '../../shared/identity/users.ts'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PersonFace } from '../components/person-face.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { FilterName, SortName } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { showError } from '../core/toasts.ts'
import { BulkActButton, type BulkAct } from './bulk-act.tsx'
import { BulkDialog, type FormAct } from './bulk-dialog.tsx'
import { useOpenMenusOf } from './menus-of.ts'
import { NewUserForm } from './new-user-form.tsx'
import { useOwnLevel } from './own-level.ts'
import { useSectionSource } from './section-source.ts'
import { UserForm } from './user-form.tsx'

type ListUsers = typeof users.listUsers

/** Who works here: found, added, changed, given a new password, let in or kept out; one by one or several at once. */
export function UsersScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const level = useOwnLevel()
  const [opened, setOpened] = useState<User | 'new'>()
  const [selected, setSelected] = useState<readonly string[]>([])
  const [bulk, setBulk] = useState<FormAct>()
  const openMenusOf = useOpenMenusOf()
  const columns = useColumns()
  const filters = useFilters()
  const add = may('identity.create') && <Button variant="contained" startIcon={<PersonAdd />} onClick={() => setOpened('new')}>{t('identity.users.add')}</Button>
  const open = (user: User) => (user.level < level ? showError(new AppError('higher-level', { role: user.role })) : setOpened(user))
  const close = () => setOpened(undefined)
  const act = (chosen: BulkAct) => (chosen === 'menus' ? openMenusOf(selected) : setBulk(chosen))
  useBegin({ new: may('identity.create') && (() => setOpened('new')) })

  return (
    <PageFrame title={t('identity.users.title')} subtitle={t('identity.users.emptyHint')} actions={add} fills>
      <BrowseTable
        name="identity.users" title={t('identity.users.title')} call={api.identity.listUsers} columns={columns} filters={filters}
        start={{ sort: [{ column: 'fullName', descending: false }], filter: { isActive: true } }} {...(may('identity.update') && { onOpen: open, selected, onSelected: setSelected })}
        selectionActions={<BulkActButton count={selected.length} onChoose={act} />}
        empty={<EmptyState icon={<GroupAdd />} title={t('identity.users.empty')} hint={t('identity.users.emptyHint')} actions={add} />}
      />
      {bulk && <BulkDialog act={bulk} ids={selected} onDone={() => setSelected([])} onClose={() => setBulk(undefined)} />}
      {opened === 'new' && <NewUserForm onClose={close} />}
      {opened !== undefined && opened !== 'new' && <UserForm user={opened} onClose={close} />}
    </PageFrame>
  )
}

function useColumns(): readonly BrowseColumn<User, SortName<ListUsers>>[] {
  const t = useText()
  const self = useUser()
  const { relative } = useFormats()
  return [
    {
      name: 'fullName', sorts: true, label: t('fields.fullName'), grow: 1.5, minWidth: 180,
      value: ({ id, fullName, avatarId }) => (
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
          <PersonFace name={fullName} pictureId={avatarId} size={24} />
          {id === self.id ? `${fullName} (${t('identity.users.self')})` : fullName}
        </Box>
      ),
    },
    { name: 'username', sorts: true, label: t('fields.username'), value: ({ username }) => username },
    { name: 'role', sorts: true, label: t('fields.roleId'), minWidth: 130, value: ({ role }) => role },
    { name: 'sectionName', sorts: true, label: t('fields.sectionId'), value: sectionsText },
    { name: 'status', label: t('fields.status'), minWidth: 200, value: user => <UserStatus user={user} /> },
    {
      name: 'lastLoginAt', sorts: true, label: t('identity.users.lastLogin'), minWidth: 140,
      value: ({ lastLoginAt }) => (lastLoginAt === null ? t('identity.users.never') : relative(lastLoginAt)),
    },
  ]
}

/** "Jahit +1": the own section, and how many more. */
function sectionsText({ sectionName, sectionIds }: User): string {
  return [sectionName, sectionIds.length > 0 && `+${sectionIds.length}`].filter(Boolean).join(' ')
}

function UserStatus({ user: { isActive, mustChangePassword } }: { readonly user: User }): ReactNode {
  const t = useText()
  if (!isActive) return <StatusChip tone="neutral" label={t('words.inactive')} />
  return mustChangePassword ? <StatusChip tone="waiting" label={t('identity.users.mustChange')} /> : <StatusChip tone="good" label={t('words.active')} />
}

function useFilters(): readonly BrowseFilter<FilterName<ListUsers>>[] {
  const t = useText()
  const api = useApi()
  const source = useSectionSource()
  const { data: roles = [] } = useLive(api.identity.listRoles, {})
  return [
    { kind: 'enum', name: 'roleId', label: t('fields.roleId'), options: roles.map(({ id, name }) => ({ value: id, label: name })) },
    referenceFilter({ name: 'sectionId', label: t('fields.sectionId'), source }),
    { kind: 'boolean', name: 'isActive', label: t('fields.status'), yes: t('words.active'), no: t('words.inactive') },
  ]
}
