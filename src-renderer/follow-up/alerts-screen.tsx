import NotificationImportant from '@mui/icons-material/NotificationImportantOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { PaymentAlert } from '../../shared/follow-up/contract.ts'
import { alertKinds, alertLevels, isForAnother } from '../../shared/follow-up/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay, useUser } from '../core/session.ts'
import { useEndWords } from './end-words.ts'
import { LogDialog } from './log-dialog.tsx'
import { AlertChip } from './looks.tsx'
import { clientPath } from './paths.ts'
import { ResolveDialog } from './resolve-dialog.tsx'

/** What is to be told of customers that owe something; an escalated one is its holder's alone (IF-20). */
export function AlertsScreen(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { instant, money } = useFormats()
  const endWords = useEndWords()
  const { id: userId } = useUser()
  const [logged, setLogged] = useState<PaymentAlert>()
  const [resolved, setResolved] = useState<PaymentAlert>()
  return (
    <PageFrame title={t('followUp.alerts.title')} fills>
      <BrowseTable
        name="followUp.alerts"
        title={t('followUp.alerts.title')}
        call={useApi().followUp.listAlerts}
        views={useSavedViews('followUp.alerts')}
        start={{ filter: { isOpen: true } }}
        onOpen={({ accountId }) => void navigate(clientPath(accountId))}
        columns={[
          { name: 'kind', label: t('followUp.fields.kind'), width: 235, value: row => <AlertChip kind={row.kind} level={row.level} /> },
          {
            name: 'customerName',
            label: t('followUp.fields.customerId'),
            sorts: true,
            grow: 2,
            minWidth: 170,
            value: row => <b>{row.customerName}</b>,
          },
          {
            name: 'outstanding',
            label: t('followUp.fields.outstanding'),
            sorts: true,
            kind: 'number',
            width: 150,
            value: row => money(row.outstanding),
          },
          { name: 'assignedToName', label: t('followUp.fields.assignedTo'), width: 150, yields: true, value: row => row.assignedToName },
          {
            name: 'createdAt',
            label: t('followUp.alerts.since'),
            sorts: true,
            width: 150,
            yields: true,
            value: row => instant(row.createdAt, 'short'),
          },
          { name: 'level', label: t('followUp.fields.level'), sorts: true, width: 95, yields: true, value: row => t(`followUp.levels.${row.level}`) },
          { name: 'resolution', label: t('followUp.fields.resolution'), grow: 2, minWidth: 190, yields: true, value: row => endWords(row) },
          { name: 'customerCode', label: t('followUp.fields.customerCode'), width: 130, isHidden: true, value: row => row.customerCode },
          { name: 'acts', label: '', width: 205, value: row => <Acts alert={row} onLog={() => setLogged(row)} onResolve={() => setResolved(row)} /> },
        ]}
        filters={[
          { kind: 'boolean', name: 'isOpen', label: t('followUp.alerts.state'), yes: t('followUp.alerts.open'), no: t('followUp.alerts.closed') },
          {
            kind: 'enum',
            name: 'kind',
            label: t('followUp.fields.kind'),
            options: alertKinds.map(value => ({ value, label: t(`followUp.kinds.${value}`) })),
          },
          {
            kind: 'enum',
            name: 'level',
            label: t('followUp.fields.level'),
            options: alertLevels.map(value => ({ value, label: t(`followUp.levels.${value}`) })),
          },
          { kind: 'enum', name: 'assignedTo', label: t('followUp.fields.assignedTo'), options: [{ value: userId, label: t('followUp.alerts.me') }] },
        ]}
        empty={<EmptyState icon={<NotificationImportant />} title={t('followUp.alerts.empty')} hint={t('followUp.alerts.emptyHint')} />}
      />
      {logged && <LogDialog about={logged} onClose={() => setLogged(undefined)} />}
      {resolved && <ResolveDialog alert={resolved} onClose={() => setResolved(undefined)} />}
    </PageFrame>
  )
}

interface ActsProps {
  readonly alert: PaymentAlert
  onLog(): void
  onResolve(): void
}

/** What can be done with an alert; of what is somebody else's, whose it is. */
function Acts({ alert, onLog, onResolve }: ActsProps): ReactNode {
  const t = useText()
  const may = useMay()
  const { id: userId } = useUser()
  if (alert.resolvedAt !== null || !may('followUp.create')) return null
  if (isForAnother(alert, userId))
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t('followUp.alerts.onlyFor', { who: alert.assignedToName ?? '' })}
      </Box>
    )
  return (
    <Box
      sx={{ display: 'flex', alignItems: 'center', gap: 1, height: '100%' }}
      onClick={event => event.stopPropagation()}
      onDoubleClick={event => event.stopPropagation()}
    >
      <Button size="small" onClick={onResolve}>
        {t('followUp.alerts.resolve')}
      </Button>
      {(alert.heldBy === null || alert.heldBy === userId) && (
        <Button size="small" onClick={onLog}>
          {t('followUp.log.short')}
        </Button>
      )}
    </Box>
  )
}
