import ArrowBack from '@mui/icons-material/ArrowBack'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FactList } from '../components/fact-list.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { invoicesPath } from '../core/paths.ts'
import { useInvoiceHistoryTexts } from './history-texts.ts'
import { InvoiceActs } from './invoice-acts.tsx'
import { CreditNotes, Returns } from './invoice-corrections.tsx'
import { Containers, Deliveries } from './invoice-goods.tsx'
import { InvoiceLines } from './invoice-lines.tsx'
import { InvoiceMarks } from './invoice-marks.tsx'
import { InvoiceSessions } from './invoice-sessions.tsx'
import { InvoiceChip } from './looks.tsx'

/** One invoice with all that happened to it. */
export function InvoiceScreen(): ReactNode {
  const t = useText()
  const { id = '' } = useParams()
  const { data, error, refetch } = useLive(useApi().fulfilment.getInvoice, { id }, { clears: true })
  if (data) return <InvoicePage key={data.id} invoice={data} />
  return (
    <PageFrame title={t('fulfilment.listTitle')}>
      {error?.code === 'not-found' && (
        <EmptyState
          role="alert"
          icon={<SearchOff />}
          title={t('fulfilment.billing.page.missing')}
          hint={t('fulfilment.billing.page.missingHint')}
          actions={
            <Button variant="contained" component={Link} to={invoicesPath}>
              {t('fulfilment.billing.page.back')}
            </Button>
          }
        />
      )}
      {error && error.code !== 'not-found' && <FailureState error={error} onRetry={() => void refetch()} />}
      {!error && <Skeleton variant="rounded" height={320} />}
    </PageFrame>
  )
}

function InvoicePage({ invoice }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const { money } = useFormats()
  const history = useInvoiceHistoryTexts()
  const open = invoice.returns.find(({ resolvedAt }) => resolvedAt === null)
  const isAgain = invoice.billingStatus === 'RE_INVOICED' && invoice.status === 'PICKING'
  return (
    <PageFrame title={invoice.number} subtitle={<Identity invoice={invoice} />} actions={<InvoiceActs invoice={invoice} />}>
      {invoice.status === 'REVIEW' && open && (
        <Alert severity="warning">
          {t('fulfilment.billing.page.inReview', {
            who: open.returnedByName,
            section: t(`fulfilment.sections.${open.section}`),
            reason: open.reason,
          })}
        </Alert>
      )}
      {invoice.isOnHold && <Alert severity="error">{t('fulfilment.billing.page.onHold', { reason: invoice.holdReason ?? '' })}</Alert>}
      {isAgain && <Alert severity="info">{t('fulfilment.billing.page.again')}</Alert>}
      {invoice.isTotalDifferent && invoice.statedTotal != null && invoice.total !== undefined && (
        <Alert severity="warning">
          {t('fulfilment.billing.page.different', { stated: money(invoice.statedTotal), total: money(invoice.total) })}
        </Alert>
      )}
      <InvoiceLines invoice={invoice} />
      <InvoiceSessions invoice={invoice} />
      <Returns invoice={invoice} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Containers invoice={invoice} />
          <Deliveries invoice={invoice} />
          <CreditNotes invoice={invoice} />
          <Section title={t('fulfilment.billing.page.history')}>
            <Box sx={{ p: 2 }}>
              <RecordHistory entity="invoice" id={invoice.id} {...history} />
            </Box>
          </Section>
        </Box>
        <Section title={t('fulfilment.billing.page.facts')}>
          <Box sx={{ p: 2 }}>
            <Facts invoice={invoice} />
          </Box>
        </Section>
      </Box>
    </PageFrame>
  )
}

function Identity({ invoice }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const { money } = useFormats()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
      <Button component={Link} to={invoicesPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>
        {t('fulfilment.billing.page.back')}
      </Button>
      <InvoiceChip status={invoice.status} />
      <InvoiceMarks invoice={invoice} />
      <Box component="b" sx={{ color: 'text.primary' }}>
        {invoice.customerName}
      </Box>
      {invoice.total !== undefined && (
        <Box component="b" sx={{ color: 'text.primary', fontVariantNumeric: 'tabular-nums' }}>
          {money(invoice.total)}
        </Box>
      )}
    </Box>
  )
}

function Facts({ invoice }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const { day, instant } = useFormats()
  const { customer } = invoice
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('fulfilment.fields.day'), day(invoice.day)],
    [t('fulfilment.fields.customerId'), `${invoice.customerCode} · ${invoice.customerName}`],
    [t('fulfilment.fields.temporaryName'), invoice.temporaryName],
    [t('fulfilment.fields.address'), [customer.address, invoice.customerArea, customer.postalCode].filter(Boolean).join(', ')],
    [t('fulfilment.billing.page.contact'), [customer.phone, customer.alternatePhone, customer.email].filter(Boolean).join(' · ')],
    [t('fulfilment.fields.salesmanId'), invoice.salesmanName],
    [t('fulfilment.fields.creator'), invoice.creator],
    [t('fulfilment.fields.createdBy'), `${invoice.createdByName}, ${instant(invoice.createdAt, 'short')}`],
    [t('fulfilment.fields.statusSince'), instant(invoice.statusSince, 'short')],
    [t('fulfilment.fields.billingStatus'), t(`fulfilment.billingStatuses.${invoice.billingStatus}`)],
    [t('fulfilment.fields.priority'), t(`fulfilment.priorities.${invoice.priority}`)],
    [t('fulfilment.fields.isSelfBoxing'), invoice.isSelfBoxing ? t('words.yes') : null],
    [t('fulfilment.fields.pickerId'), invoice.pickerName],
    [t('fulfilment.fields.packerId'), invoice.packerName],
    [t('fulfilment.fields.assigneeId'), invoice.assigneeName],
    [
      t('fulfilment.fields.deliveryStatus'),
      invoice.deliveryStatus === null ? null : t(`fulfilment.deliverySessionStatuses.${invoice.deliveryStatus}`),
    ],
    [t('fulfilment.fields.remarks'), invoice.remarks],
  ]
  return <FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
}
