import AccountBalanceWallet from '@mui/icons-material/AccountBalanceWalletOutlined'
import PersonPin from '@mui/icons-material/PersonPinOutlined'
import PhoneForwarded from '@mui/icons-material/PhoneForwardedOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Client } from '../../shared/follow-up/contract.ts'
import { importActs } from '../../shared/imports/rules.ts'
import type { BrowseState } from '../components/browse-state.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ListExport } from '../components/list-export.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { newImportOf, reportPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { useClientFilters } from './client-filters.ts'
import { NextDay, useSince } from './day-words.tsx'
import { LogDialog, useLogKey } from './log-dialog.tsx'
import { OutcomeChip, RiskChip } from './looks.tsx'
import { clientPath } from './paths.ts'
import { RiskHead } from './risk-head.tsx'

/** Whoever owes the factory something, the greatest risk first (IF-20). */
export function ClientsScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const navigate = useNavigate()
  const { followUp } = useApi()
  const { day, money } = useFormats()
  const since = useSince()
  const filters = useClientFilters()
  const mayLog = may('followUp.create')
  const [isLogging, setLogging] = useState(false)
  const { data: sums } = useLive(followUp.summarizeClients, {})
  useBegin({ log: mayLog && (() => setLogging(true)) })
  useLogKey(mayLog && !isLogging, () => setLogging(true))
  const importButton = may(importActs('customerLedger')) && (
    <Button component={Link} to={newImportOf('customerLedger')} startIcon={<UploadFile />}>
      {t('followUp.clients.import')}
    </Button>
  )
  const amount = (value: Client['promised']) => (value === null ? null : money(value))
  return (
    <PageFrame
      title={t('followUp.title')}
      fills
      filters={sums && sums.owing.count > 0 && <RiskHead sums={sums} />}
      actions={
        <>
          {importButton}
          {mayLog && (
            <Button variant="contained" startIcon={<PhoneForwarded />} onClick={() => setLogging(true)}>
              {t('followUp.log.act')}
            </Button>
          )}
        </>
      }
    >
      <BrowseTable
        name="followUp.clients"
        title={t('followUp.title')}
        call={followUp.listClients}
        views={useSavedViews('followUp.clients')}
        start={{ filter: { isOwing: true } }}
        onOpen={({ id }) => void navigate(clientPath(id))}
        columns={[
          {
            name: 'customerName',
            label: t('followUp.fields.customerId'),
            sorts: true,
            grow: 2,
            minWidth: 175,
            value: row => <CustomerCell client={row} />,
          },
          { name: 'risk', label: t('followUp.fields.risk'), sorts: true, width: 105, value: row => <RiskChip risk={row.risk} /> },
          {
            name: 'outstanding',
            label: t('followUp.fields.outstanding'),
            sorts: true,
            kind: 'number',
            width: 135,
            value: row => money(row.outstanding),
          },
          { name: 'lastFollowUpDay', label: t('followUp.clients.last'), sorts: true, width: 135, value: row => since(row.lastFollowUpDay) },
          { name: 'promised', label: t('followUp.fields.promised'), sorts: true, kind: 'number', width: 130, value: row => amount(row.promised) },
          { name: 'nextDay', label: t('followUp.clients.next'), sorts: true, width: 140, value: row => <NextDay day={row.nextDay} /> },
          { name: 'agentName', label: t('followUp.fields.agentName'), sorts: true, width: 150, yields: true, value: row => row.agentName },
          { name: 'area', label: t('followUp.fields.area'), sorts: true, width: 110, yields: true, value: row => row.area },
          {
            name: 'lastOutcome',
            label: t('followUp.fields.lastOutcome'),
            width: 185,
            yields: true,
            value: row => row.lastOutcome && <OutcomeChip outcome={row.lastOutcome} />,
          },
          { name: 'customerCode', label: t('followUp.fields.customerCode'), width: 130, yields: true, value: row => row.customerCode },
          { name: 'escalatedToName', label: t('followUp.fields.escalatedTo'), width: 160, isHidden: true, value: row => row.escalatedToName },
          { name: 'debit', label: t('followUp.fields.debit'), kind: 'number', width: 140, isHidden: true, value: row => money(row.debit) },
          { name: 'credit', label: t('followUp.fields.credit'), kind: 'number', width: 140, isHidden: true, value: row => money(row.credit) },
          { name: 'asOf', label: t('followUp.fields.asOf'), width: 120, isHidden: true, value: row => row.asOf && day(row.asOf) },
        ]}
        filters={filters}
        foot={state => <Sums state={state} />}
        actions={state => <Actions state={state} />}
        empty={
          <EmptyState
            icon={<AccountBalanceWallet />}
            title={t('followUp.clients.empty')}
            hint={t('followUp.clients.emptyHint')}
            actions={importButton}
          />
        }
      />
      {isLogging && <LogDialog onClose={() => setLogging(false)} />}
    </PageFrame>
  )
}

/** Who it is; what was escalated is marked, for it is one person's alone. */
function CustomerCell({ client: { customerName, escalatedToName } }: { readonly client: Client }): ReactNode {
  const t = useText()
  if (escalatedToName === null) return <b>{customerName}</b>
  const words = t('followUp.clients.escalatedTo', { who: escalatedToName })
  return (
    <Box
      component="span"
      title={`${customerName} · ${words}`}
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, minWidth: 0, maxWidth: '100%', verticalAlign: 'middle' }}
    >
      <Box component="b" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {customerName}
      </Box>
      <PersonPin titleAccess={words} sx={{ fontSize: 18, color: 'error.main', flexShrink: 0 }} />
    </Box>
  )
}

/** What all that the list shows comes to, however many pages that is. */
function Sums({ state: { search, filter } }: { readonly state: BrowseState }): ReactNode {
  const t = useText()
  const { money } = useFormats()
  const { data } = useLive(useApi().followUp.summarizeClients, { search, filter })
  if (!data) return null
  const sums = [
    { label: t('followUp.fields.outstanding'), value: data.owing.amount },
    { label: t('followUp.fields.promised'), value: data.promised.amount },
  ]
  return (
    <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2.5 }}>
      {sums.map(({ label, value }) => (
        <Box key={label} sx={{ display: 'flex', gap: 0.75 }}>
          <dt>{label}</dt>
          <Box component="dd" sx={{ m: 0, color: 'text.primary', fontWeight: 650 }}>
            {money(value)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

/** The same rows on paper, and the whole list as a file. */
function Actions({ state: { search, filter } }: { readonly state: BrowseState }): ReactNode {
  const t = useText()
  const may = useMay()
  const [risk, ...others] = Array.isArray(filter.risk) ? filter.risk : []
  const asked = new URLSearchParams({ ...(search !== '' && { search }), ...(typeof risk === 'string' && others.length === 0 && { risk }) })
  const label = t('followUp.reportLinks.outstanding')
  return (
    <>
      {may('reports.view') && (
        <Tooltip title={label}>
          <IconButton component={Link} to={`${reportPath('outstanding')}?${asked}`} aria-label={label}>
            <Print fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
      {may('dataCare.view') && <ListExport target="customerLedger" title={t('followUp.title')} />}
    </>
  )
}
