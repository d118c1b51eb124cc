import TrendingDown from '@mui/icons-material/TrendingDownOutlined'
import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { decimalText } from '../../shared/core/decimal.ts'
import { features } from '../../shared/features/settings.ts'
import { negativeLevels } from '../../shared/ledger/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMinute } from '../core/minute.ts'
import { useSetting } from '../core/setting.ts'
import { LevelChip } from './looks.tsx'
import { ledgerDayPath } from './paths.ts'

/** What stands below zero in a section, how gravely, and until when it is to be settled; each leads to the day that explains it. */
export function AlertsScreen(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { ledger } = useApi()
  const { day, instant, plain, percent } = useFormats()
  const binds = useSetting(features.ledgerBinds)
  useMinute()
  const stateOf = ({ settledAt, dueAt }: { readonly settledAt: string | null; readonly dueAt: string }) => {
    if (settledAt !== null) return <StatusChip tone="good" label={t('ledger.alerts.settled')} />
    return dueAt < new Date().toISOString() ? <StatusChip tone="bad" label={t('ledger.alerts.overdue')} /> : <StatusChip tone="waiting" label={t('ledger.alerts.open')} />
  }
  return (
    <PageFrame title={t('ledger.alerts.title')} fills filters={!binds && <Alert severity="info">{t('ledger.alerts.notBinding')}</Alert>}>
      <BrowseTable
        name="ledger.alerts" title={t('ledger.alerts.title')} call={ledger.listLedgerAlerts} start={{ filter: { isSettled: false } }} onOpen={alert => void navigate(ledgerDayPath(alert))}
        columns={[
          { name: 'itemName', label: t('ledger.fields.itemId'), grow: 2, minWidth: 180, value: alert => <b>{alert.itemName}</b> },
          { name: 'itemCode', label: t('ledger.fields.itemCode'), width: 120, isHidden: true, value: alert => alert.itemCode },
          { name: 'sectionName', label: t('ledger.fields.sectionId'), width: 130, value: alert => alert.sectionName },
          { name: 'day', label: t('ledger.fields.day'), width: 110, value: alert => day(alert.day) },
          { name: 'quantity', label: t('ledger.short'), kind: 'number', width: 130, value: alert => t('ledger.alerts.figure', { quantity: plain(decimalText(alert.quantity)), unit: alert.unitCode }) },
          { name: 'percent', label: t('ledger.fields.percent'), kind: 'number', sorts: true, width: 110, value: alert => percent(alert.percent) },
          { name: 'level', label: t('ledger.fields.level'), width: 150, value: alert => <LevelChip level={alert.level} /> },
          { name: 'createdAt', label: t('ledger.fields.createdAt'), sorts: true, width: 150, yields: true, value: alert => instant(alert.createdAt, 'short') },
          { name: 'dueAt', label: t('ledger.fields.dueAt'), sorts: true, width: 150, value: alert => instant(alert.dueAt, 'short') },
          { name: 'state', label: t('ledger.fields.state'), width: 130, value: stateOf },
        ]}
        filters={[
          { kind: 'boolean', name: 'isSettled', label: t('ledger.alerts.isSettled'), yes: t('ledger.alerts.settled'), no: t('ledger.alerts.open') },
          { kind: 'enum', name: 'level', label: t('ledger.fields.level'), options: negativeLevels.map(value => ({ value, label: t(`ledger.levels.${value}`) })) },
        ]}
        empty={<EmptyState icon={<TrendingDown />} title={t('ledger.alerts.empty')} hint={t('ledger.alerts.emptyHint')} />}
      />
    </PageFrame>
  )
}
