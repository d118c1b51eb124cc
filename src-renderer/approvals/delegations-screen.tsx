import PersonAdd from '@mui/icons-material/PersonAddAltOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import Button from '@mui/material/Button'
import { useMemo, useState, type ReactNode } from 'react'
import type { approvals, Delegation } from '../../shared/approvals/contract.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { DateField } from '../components/date-field.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceSource } from '../components/reference-source.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { SortName } from '../core/list-call.ts'
import { useCommand } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

type ListDelegations = typeof approvals.listDelegations
const tones: Readonly<Record<Delegation['state'], Tone>> = { COMING: 'waiting', RUNNING: 'running', ENDED: 'neutral' }

/** Who decides for whom, and when: before a leave, somebody else is given one's own right. */
export function DelegationsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const [isAdding, setAdding] = useState(false)
  const columns = useColumns()
  const add = <Button variant="contained" startIcon={<PersonAdd />} onClick={() => setAdding(true)}>{t('approvals.delegations.add')}</Button>
  useBegin({ new: () => setAdding(true) })
  return (
    <PageFrame title={t('approvals.delegations.title')} subtitle={t('approvals.delegations.explanation')} actions={add} fills>
      <BrowseTable
        name="approvals.delegations" title={t('approvals.delegations.title')} call={api.approvals.listDelegations} columns={columns}
        filters={[{ kind: 'boolean', name: 'isOpen', label: t('fields.status'), yes: t('approvals.delegations.states.RUNNING'), no: t('approvals.delegations.states.ENDED') }]}
        empty={<EmptyState icon={<SwapHoriz />} title={t('approvals.delegations.none')} hint={t('approvals.delegations.noneHint')} actions={add} />}
      />
      {isAdding && <DelegationForm onClose={() => setAdding(false)} />}
    </PageFrame>
  )
}

function useColumns(): readonly BrowseColumn<Delegation, SortName<ListDelegations>>[] {
  const t = useText()
  const { day } = useFormats()
  return [
    { name: 'userName', label: t('approvals.fields.giver'), grow: 1, minWidth: 150, value: ({ userName }) => userName },
    { name: 'delegateName', label: t('approvals.fields.delegate'), grow: 1, minWidth: 150, value: ({ delegateName }) => <b>{delegateName}</b> },
    { name: 'fromDay', sorts: true, label: t('approvals.fields.from'), width: 130, value: ({ fromDay }) => day(fromDay) },
    { name: 'toDay', sorts: true, label: t('approvals.fields.to'), width: 140, value: ({ toDay }) => day(toDay) },
    { name: 'reason', label: t('approvals.fields.reason'), grow: 1, yields: true, value: ({ reason }) => reason },
    { name: 'state', label: t('fields.status'), width: 150, value: ({ state }) => <StatusChip tone={tones[state]} label={t(`approvals.delegations.states.${state}`)} /> },
    { name: 'end', label: '', width: 110, value: delegation => <EndButton delegation={delegation} /> },
  ]
}

function EndButton({ delegation: { id, version, state, userId, userName, delegateName } }: { readonly delegation: Delegation }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const self = useUser()
  const [isAsking, setAsking] = useState(false)
  const end = useCommand(api.approvals.endDelegation, { done: () => t('approvals.delegations.ended', { name: delegateName }) })
  if (state === 'ENDED' || (userId !== self.id && !may('identity.update'))) return null
  return (
    <>
      <Button size="small" variant="outlined" disabled={end.isPending} onClick={() => setAsking(true)}>{t('approvals.delegations.end')}</Button>
      {isAsking && (
        <ConfirmDialog
          title={t('approvals.delegations.endTitle')} text={t('approvals.delegations.endText', { name: delegateName, giver: userName })} confirmLabel={t('approvals.delegations.end')}
          onConfirm={() => { setAsking(false); end.mutate({ id, version }) }} onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}

function DelegationForm({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { today } = useFormats()
  const source = useMemo<ReferenceSource<typeof approvals.searchDelegates>>(() => ({
    call: api.approvals.searchDelegates, option: ({ id, username, fullName, role }) => ({ id, code: username, name: fullName, detail: role }),
  }), [api])
  return (
    <FormDialog
      title={t('approvals.delegations.add')} subtitle={t('approvals.delegations.explanation')} schema={api.approvals.createDelegation.procedure.input}
      values={{ fromDay: today(), toDay: today() }} onClose={onClose}
      save={async input => showDone(t('approvals.delegations.saved', { name: (await api.approvals.createDelegation(input)).delegateName }))}
    >
      <ReferenceField name="delegateId" label={t('approvals.fields.delegate')} source={source} isRequired autoFocus />
      <FieldRow>
        <DateField name="fromDay" label={t('approvals.fields.from')} isRequired />
        <DateField name="toDay" label={t('approvals.fields.to')} isRequired />
      </FieldRow>
      <TextField name="reason" label={t('approvals.fields.reason')} isRequired />
    </FormDialog>
  )
}
