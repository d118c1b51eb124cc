import NotificationsActive from '@mui/icons-material/NotificationsActiveOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { addDays } from '../../shared/core/dates.ts'
import { alertKinds, alertStatuses, openAlerts, type TimeLook } from '../../shared/transfers/rules.ts'
import type { TransferAlert, TransferFigures } from '../../shared/transfers/lines.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { AlertChip, LookChip } from './looks.tsx'
import { gatePassPath, slipPath } from './paths.ts'

const shownDays = 30
const ranks = ['none', 'supervisor', 'planning', 'factory'] as const

/** How handovers went in the last days, and what went wrong with them. */
export function AlertsScreen(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { transfers } = useApi()
  const { instant, today } = useFormats()
  const { data: figures } = useLive(transfers.getTransferFigures, { fromDay: addDays(today(), 1 - shownDays), toDay: today() })
  return (
    <PageFrame title={t('transfers.alertsTitle')} fills filters={figures && <Figures figures={figures} />}>
      <BrowseTable
        name="transfers.alerts" title={t('transfers.alertsTitle')} call={transfers.listTransferAlerts} start={{ filter: { status: [...openAlerts] } }}
        onOpen={alert => { const path = pathOf(alert); if (path !== undefined) void navigate(path) }}
        columns={[
          { name: 'kind', label: t('transfers.fields.kind'), grow: 2, minWidth: 180, value: alert => <b>{t(`transfers.kinds.${alert.kind}`)}</b> },
          { name: 'status', label: t('transfers.fields.status'), sorts: true, width: 165, value: alert => <AlertChip status={alert.status} /> },
          { name: 'transferNumber', label: t('transfers.fields.transferId'), width: 165, yields: true, value: alert => alert.transferNumber ?? alert.gatePassNumber },
          { name: 'articleName', label: t('transfers.fields.articleId'), grow: 1, minWidth: 170, yields: true, value: alert => alert.articleName },
          { name: 'sectionName', label: t('transfers.fields.sectionId'), width: 110, yields: true, value: alert => alert.sectionName },
          { name: 'productionLineName', label: t('transfers.fields.productionLineId'), width: 145, yields: true, value: alert => alert.productionLineName },
          { name: 'createdAt', label: t('transfers.fields.blockedAt'), sorts: true, width: 150, yields: true, value: alert => instant(alert.createdAt, 'short') },
          { name: 'level', label: t('transfers.fields.escalationLevel'), width: 150, yields: true, value: alert => t(`transfers.levels.${ranks[alert.escalationLevel] ?? 'none'}`) },
          { name: 'resolution', label: t('transfers.fields.resolution'), grow: 1, minWidth: 150, yields: true, value: alert => alert.resolution },
          { name: 'acts', label: '', width: 220, value: alert => <AlertActs alert={alert} /> },
        ]}
        filters={[
          { kind: 'enum', name: 'status', label: t('transfers.fields.status'), isMultiple: true, options: alertStatuses.map(value => ({ value, label: t(`transfers.transferAlertStatuses.${value}`) })) },
          { kind: 'enum', name: 'kind', label: t('transfers.fields.kind'), options: alertKinds.map(value => ({ value, label: t(`transfers.kinds.${value}`) })) },
        ]}
        empty={<EmptyState icon={<NotificationsActive />} title={t('transfers.alertsEmpty')} hint={t('transfers.alertsEmptyHint')} />}
      />
    </PageFrame>
  )
}

/** What an alert is about: its slip, or its gate pass. */
function pathOf({ transferId, gatePassId }: TransferAlert): string | undefined {
  if (transferId !== null) return slipPath(transferId)
  return gatePassId === null ? undefined : gatePassPath(gatePassId)
}

function AlertActs({ alert: { id, version, status, kind } }: { readonly alert: TransferAlert }): ReactNode {
  const t = useText()
  const may = useMay()
  const { transfers } = useApi()
  const [isResolving, setResolving] = useState(false)
  const acknowledge = useCommand(transfers.acknowledgeTransferAlert, { done: () => t('transfers.acknowledged') })
  const isOpen = openAlerts.some(open => open === status)
  return (
    <Box sx={{ display: 'flex', gap: 1 }} onClick={event => event.stopPropagation()}>
      {status === 'PENDING' && may('process.acceptTransfer') && <Button size="small" loading={acknowledge.isPending} onClick={() => acknowledge.mutate({ id, version })}>{t('transfers.acknowledge')}</Button>}
      {isOpen && kind === 'DUPLICATE_SCAN' && may('production.approve') && <Button size="small" onClick={() => setResolving(true)}>{t('transfers.resolve')}</Button>}
      {isResolving && (
        <ConfirmWithReason
          title={t('transfers.resolveTitle')} text={t('transfers.resolveText')} confirmLabel={t('transfers.resolve')} onCancel={() => setResolving(false)} onDone={() => setResolving(false)}
          onConfirm={async reason => {
            await transfers.resolveTransferAlert({ id, version, reason })
            showDone(t('transfers.resolved'))
          }}
        />
      )}
    </Box>
  )
}

function Figures({ figures }: { readonly figures: TransferFigures }): ReactNode {
  const t = useText()
  const { integer, minutes: minutesText, percent } = useFormats()
  const told = (value: string, look: TimeLook | null) => <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>{value} {look && <LookChip look={look} />}</Box>
  const timed = (key: 'cutToSew' | 'sewToFinish' | 'all') => {
    const { count, minutes, look } = figures[key]
    return { label: t(`transfers.figures.${key}`), hint: t('transfers.figures.count', { handovers: integer(count) }), value: told(minutes === null ? '–' : minutesText(minutes), look) }
  }
  const { cleared, changes, clearance, clearanceLook, acknowledged, sent, acknowledgement, acknowledgementLook } = figures
  return (
    <FigureRow
      figures={[
        timed('cutToSew'), timed('sewToFinish'), timed('all'),
        { label: t('transfers.figures.clearance'), hint: t('transfers.figures.clearanceHint', { cleared: integer(cleared), changes: integer(changes) }), value: told(clearance === null ? '–' : percent(clearance), clearanceLook) },
        { label: t('transfers.figures.acknowledgement'), hint: t('transfers.figures.acknowledgementHint', { acknowledged: integer(acknowledged), sent: integer(sent) }), value: told(acknowledgement === null ? '–' : percent(acknowledgement), acknowledgementLook) },
      ]}
    />
  )
}
