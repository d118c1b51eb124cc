import Badge from '@mui/icons-material/BadgeOutlined'
import ManageAccounts from '@mui/icons-material/ManageAccountsOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { OperatorRow, operators } from '../../shared/operators/contract.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useText } from '../core/i18n.ts'
import type { SortName } from '../core/list-call.ts'
import { useMay } from '../core/session.ts'
import { useWideRightsText } from '../core/wide-rights.ts'
import { OperatorDialog } from './operator-dialog.tsx'
import { SwitchRolesDialog } from './switch-roles-dialog.tsx'

/** Who may come in by PIN or badge at shared desks, and by which. */
export function OperatorsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const columns = useColumns()
  const [opened, setOpened] = useState<OperatorRow | 'roles'>()
  const close = () => setOpened(undefined)
  const chooseRoles = <Button variant="outlined" startIcon={<ManageAccounts />} onClick={() => setOpened('roles')}>{t('operators.roles')}</Button>
  useBegin({ roles: () => setOpened('roles') })
  return (
    <PageFrame title={t('operators.title')} subtitle={t('operators.subtitle')} actions={chooseRoles} fills>
      <BrowseTable
        name="operators.operators" title={t('operators.title')} call={api.operators.listOperators} columns={columns} {...(may('identity.update') && { onOpen: setOpened })}
        start={{ sort: [{ column: 'fullName', descending: false }] }} empty={<EmptyState icon={<Badge />} title={t('operators.empty')} hint={t('operators.emptyHint')} actions={chooseRoles} />}
      />
      {opened === 'roles' && <SwitchRolesDialog onClose={close} />}
      {opened !== undefined && opened !== 'roles' && <OperatorDialog operator={opened} onClose={close} />}
    </PageFrame>
  )
}

function useColumns(): readonly BrowseColumn<OperatorRow, SortName<typeof operators.listOperators>>[] {
  const t = useText()
  const rightsText = useWideRightsText()
  const has = (isSet: boolean) => <StatusChip tone={isSet ? 'good' : 'neutral'} label={t(isSet ? 'operators.columns.isSet' : 'operators.columns.notSet')} />
  return [
    { name: 'fullName', sorts: true, label: t('operators.columns.person'), grow: 1.4, minWidth: 170, value: ({ fullName }) => fullName },
    { name: 'role', sorts: true, label: t('operators.columns.role'), minWidth: 150, value: ({ role }) => role },
    { name: 'sectionName', label: t('operators.columns.section'), minWidth: 120, value: ({ sectionName }) => sectionName ?? '' },
    { name: 'pin', label: t('operators.columns.pin'), width: 120, value: ({ hasPin }) => has(hasPin) },
    { name: 'badge', label: t('operators.columns.badge'), width: 120, value: ({ hasBadge }) => has(hasBadge) },
    { name: 'state', label: t('operators.columns.state'), minWidth: 190, yields: true, value: ({ wideRights }) => (wideRights.length === 0 ? '' : <StatusChip tone="warning" label={`${t('operators.columns.tooWide')}: ${rightsText(wideRights)}`} />) },
  ]
}
