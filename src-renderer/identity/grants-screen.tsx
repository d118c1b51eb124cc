import HowToVote from '@mui/icons-material/HowToVoteOutlined'
import Add from '@mui/icons-material/MoreTimeOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { grantStates, type Grant, type grants } from '../../shared/identity/grants.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { permissionText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { SortName } from '../core/list-call.ts'
import { useMay } from '../core/session.ts'
import { grantTones } from './grant-tones.ts'
import { NewGrantForm } from './new-grant-form.tsx'
import { RevokeGrant } from './revoke-grant.tsx'

/** All permissions given for a time: who has what, from whom, why, until when. */
export function GrantsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const columns = useColumns()
  const [opened, setOpened] = useState<Grant | 'new' | 'request'>()
  const close = () => setOpened(undefined)
  const actions = (
    <>
      <Button variant="outlined" startIcon={<HowToVote />} onClick={() => setOpened('request')}>{t('identity.grants.request')}</Button>
      {may('identity.approve') && <Button variant="contained" startIcon={<Add />} onClick={() => setOpened('new')}>{t('identity.grants.add')}</Button>}
    </>
  )
  useBegin({ new: may('identity.approve') && (() => setOpened('new')) })
  return (
    <PageFrame title={t('identity.grants.title')} subtitle={t('identity.grants.subtitle')} actions={actions} fills>
      <BrowseTable
        name="identity.grants" title={t('identity.grants.title')} call={api.identity.listGrants} columns={columns} start={{ filter: { state: 'RUNNING' } }}
        filters={[{ kind: 'enum', name: 'state', label: t('fields.status'), options: grantStates.map(value => ({ value, label: t(`identity.statuses.${value}`) })) }]}
        {...(may('identity.approve') && { onOpen: (grant: Grant) => grant.state === 'RUNNING' && setOpened(grant) })}
        empty={<EmptyState icon={<Add />} title={t('identity.grants.empty')} hint={t('identity.grants.subtitle')} actions={actions} />}
      />
      {(opened === 'new' || opened === 'request') && <NewGrantForm asks={opened === 'request'} onClose={close} />}
      {opened !== undefined && opened !== 'new' && opened !== 'request' && <RevokeGrant grant={opened} onClose={close} />}
    </PageFrame>
  )
}

function useColumns(): readonly BrowseColumn<Grant, SortName<typeof grants.listGrants>>[] {
  const t = useText()
  const { instant } = useFormats()
  return [
    { name: 'userName', sorts: true, label: t('identity.grants.person'), grow: 1, minWidth: 140, value: ({ userName }) => <b>{userName}</b> },
    { name: 'permission', label: t('identity.grants.permission'), grow: 1.5, minWidth: 180, value: ({ permission }) => permissionText(permission) },
    { name: 'sections', label: t('identity.grants.sections'), minWidth: 130, isHidden: true, value: ({ sectionNames }) => sectionNames.join(', ') },
    { name: 'state', label: t('fields.status'), width: 130, value: ({ state }) => <StatusChip tone={grantTones[state]} label={t(`identity.statuses.${state}`)} /> },
    { name: 'expiresAt', sorts: true, label: t('identity.grants.until'), minWidth: 180, value: ({ expiresAt, revokedAt }) => instant(revokedAt ?? expiresAt) },
    { name: 'reason', label: t('fields.reason'), grow: 2, minWidth: 160, yields: true, value: ({ reason }) => reason },
    { name: 'grantedByName', label: t('identity.grants.by'), minWidth: 130, yields: true, value: ({ grantedByName }) => grantedByName },
    { name: 'createdAt', sorts: true, label: t('fields.createdAt'), minWidth: 150, isHidden: true, value: ({ createdAt }) => instant(createdAt) },
  ]
}
