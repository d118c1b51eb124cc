import ArrowBack from '@mui/icons-material/ArrowBack'
import PhoneForwarded from '@mui/icons-material/PhoneForwardedOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { ClientDetail } from '../../shared/follow-up/contract.ts'
import { texts } from '../../shared/texts.ts'
import { FactList } from '../components/fact-list.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { clientsPath, recordPath } from '../core/paths.ts'
import { useMay, useUser } from '../core/session.ts'
import { ClientAlerts } from './client-alerts.tsx'
import { ClientHistory } from './client-history.tsx'
import { NextDay, useSince } from './day-words.tsx'
import { LogDialog, useLogKey } from './log-dialog.tsx'
import { RiskChip } from './looks.tsx'

/** One customer: what they owe and promised, how they were asked for it, and what there is to tell. */
export function ClientScreen(): ReactNode {
  const t = useText()
  const { id = '' } = useParams()
  const { data, error, refetch } = useLive(useApi().followUp.getClient, { id }, { clears: true })
  if (data) return <ClientPage client={data} />
  return (
    <PageFrame title={t('followUp.title')}>
      {error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />}
    </PageFrame>
  )
}

function ClientPage({ client }: { readonly client: ClientDetail }): ReactNode {
  const t = useText()
  const may = useMay()
  const { id: userId } = useUser()
  const [isLogging, setLogging] = useState(false)
  const isForOther = client.escalatedTo !== null && client.escalatedTo !== userId
  const mayLog = may('followUp.create') && !isForOther
  useLogKey(mayLog && !isLogging, () => setLogging(true))
  return (
    <PageFrame
      title={client.customerName}
      subtitle={<Identity client={client} />}
      actions={
        may('followUp.create') && (
          <Button variant="contained" startIcon={<PhoneForwarded />} disabled={isForOther} onClick={() => setLogging(true)}>
            {t('followUp.log.act')}
          </Button>
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        {client.escalatedToName !== null && (
          <Alert severity={isForOther ? 'info' : 'warning'}>
            {isForOther ? t('followUp.page.forOther', { who: client.escalatedToName }) : t('followUp.page.forYou')}
          </Alert>
        )}
        <Figures client={client} />
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(300px, 2fr)' },
            alignItems: 'start',
          }}
        >
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            <ClientHistory customerId={client.customerId} />
          </Box>
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            <ClientAlerts customerId={client.customerId} />
            <Section title={t('followUp.page.about')}>
              <Box sx={{ p: 2 }}>
                <Facts client={client} />
              </Box>
            </Section>
            <AccountHistory id={client.id} />
          </Box>
        </Box>
      </Box>
      {isLogging && <LogDialog about={client} onClose={() => setLogging(false)} />}
    </PageFrame>
  )
}

function Identity({ client: { customerCode, agentName, area, risk } }: { readonly client: ClientDetail }): ReactNode {
  const t = useText()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Button component={Link} to={clientsPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>
        {t('followUp.page.back')}
      </Button>
      <RiskChip risk={risk} />
      <span>{[customerCode, area, agentName].filter(Boolean).join(' · ')}</span>
    </Box>
  )
}

function Figures({ client: { outstanding, debit, credit, promised, nextDay, lastFollowUpDay } }: { readonly client: ClientDetail }): ReactNode {
  const t = useText()
  const { day, money } = useFormats()
  const since = useSince()
  return (
    <FigureRow
      figures={[
        {
          label: t('followUp.fields.outstanding'),
          value: money(outstanding),
          hint: t('followUp.page.formula', { debit: money(debit), credit: money(credit) }),
        },
        {
          label: t('followUp.fields.promised'),
          value: promised === null ? '–' : money(promised),
          ...(promised !== null && nextDay !== null && { hint: day(nextDay) }),
        },
        {
          label: t('followUp.fields.lastFollowUpDay'),
          value: since(lastFollowUpDay),
          ...(lastFollowUpDay !== null && { hint: day(lastFollowUpDay) }),
        },
        { label: t('followUp.fields.nextDay'), value: nextDay === null ? '–' : <NextDay day={nextDay} /> },
      ]}
    />
  )
}

/** How to reach them, and since when the figures stand. */
function Facts({ client: { customerId, phone, alternatePhone, email, address, asOf } }: { readonly client: ClientDetail }): ReactNode {
  const t = useText()
  const may = useMay()
  const { day } = useFormats()
  const phones = [phone, alternatePhone].filter(Boolean)
  const facts = [
    ...(phones.length === 0
      ? []
      : [
          {
            label: t('followUp.channels.PHONE'),
            value: (
              <Lines>
                {phones.map(number => (
                  <MuiLink key={number} href={`tel:${number.replace(/[^+\d]/g, '')}`}>
                    {number}
                  </MuiLink>
                ))}
              </Lines>
            ),
          },
        ]),
    ...(email === '' ? [] : [{ label: t('followUp.channels.EMAIL'), value: <MuiLink href={`mailto:${email}`}>{email}</MuiLink> }]),
    ...(address === '' ? [] : [{ label: t('followUp.page.address'), value: address }]),
  ]
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <FactList
        facts={[
          ...(facts.length === 0 ? [{ label: t('followUp.page.contact'), value: t('followUp.page.noContact') }] : facts),
          { label: t('followUp.fields.asOf'), value: asOf === null ? t('followUp.page.unknownDay') : day(asOf) },
        ]}
      />
      {may('masters.view') && (
        <Box>
          <Button component={Link} to={recordPath('customer', customerId)!} size="small">
            {t('followUp.page.editCustomer')}
          </Button>
        </Box>
      )}
    </Box>
  )
}

function Lines({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box component="span" sx={{ display: 'grid', justifyItems: 'start' }}>
      {children}
    </Box>
  )
}

/** What ledgers and follow-ups changed of the account. */
function AccountHistory({ id }: { readonly id: string }): ReactNode {
  const t = useText()
  const [language] = useLanguage()
  const [isShown, setShown] = useState(false)
  return (
    <Section
      title={t('followUp.page.ledger')}
      actions={
        !isShown && (
          <Button size="small" onClick={() => setShown(true)}>
            {t('followUp.page.show')}
          </Button>
        )
      }
    >
      {isShown && (
        <Box sx={{ p: 2 }}>
          <RecordHistory entity="customerAccount" id={id} labels={texts[language].followUp.fields} />
        </Box>
      )}
    </Section>
  )
}
