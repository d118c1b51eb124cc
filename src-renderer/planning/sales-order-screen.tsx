import ArrowBack from '@mui/icons-material/ArrowBack'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { SalesLine, SalesOrder } from '../../shared/planning/sales-orders.ts'
import { FactList } from '../components/fact-list.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { salesOrdersPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { useHistoryTexts } from './history-texts.ts'
import { DueDay, SalesStatusChip } from './looks.tsx'
import { MissingRecord } from './missing-record.tsx'
import { SalesActs } from './sales-acts.tsx'
import { SalesLines } from './sales-lines.tsx'
import { SalesLineTable } from './sales-line-table.tsx'

/** One order of a buyer: what is ordered, what makes it, and what can be done. */
export function SalesOrderScreen(): ReactNode {
  const { id = '' } = useParams()
  const { data, error } = useLive(useApi().planning.getSalesOrder, { id }, { clears: true })
  return data ? <SalesPage key={data.order.id} order={data.order} lines={data.lines} /> : <MissingRecord kind="sales" listPath={salesOrdersPath} error={error} />
}

function SalesPage({ order, lines }: { readonly order: SalesOrder; readonly lines: readonly SalesLine[] }): ReactNode {
  const t = useText()
  const isSheet = useMay()('planning.update') && order.status === 'DRAFT'
  const history = useHistoryTexts('salesStatuses')
  return (
    <PageFrame title={order.number} subtitle={<Identity order={order} />} actions={<SalesActs order={order} lines={lines} />}>
      {isSheet ? <SalesLines salesOrderId={order.id} lines={lines} /> : <SalesLineTable order={order} lines={lines} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Section title={t('planning.sales.facts')}><Box sx={{ p: 2 }}><Facts order={order} /></Box></Section>
        <Section title={t('planning.sales.history')}><Box sx={{ p: 2 }}><RecordHistory entity="salesOrder" id={order.id} {...history} /></Box></Section>
      </Box>
    </PageFrame>
  )
}

function Identity({ order }: { readonly order: SalesOrder }): ReactNode {
  const t = useText()
  const { money } = useFormats()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
      <Button component={Link} to={salesOrdersPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('planning.sales.back')}</Button>
      <SalesStatusChip status={order.status} />
      <Box component="b" sx={{ color: 'text.primary' }}>{order.partnerName}</Box>
      {order.buyerNumber !== '' && <span>{order.buyerNumber}</span>}
      <span>{t('planning.fields.shipDay')} <DueDay day={order.shipDay} isOpen={order.status === 'CONFIRMED'} /></span>
      {order.total !== undefined && <Box component="b" sx={{ color: 'text.primary', fontVariantNumeric: 'tabular-nums' }}>{money(order.total)}</Box>}
    </Box>
  )
}

function Facts({ order }: { readonly order: SalesOrder }): ReactNode {
  const t = useText()
  const { day, instant } = useFormats()
  const personName = usePersonName()
  const by = (name: string | null, at: string | null) => (name === null ? null : `${personName(name)}${at === null ? '' : `, ${instant(at, 'short')}`}`)
  const facts = [
    [t('planning.fields.buyerNumber'), order.buyerNumber], [t('planning.fields.orderDay'), day(order.orderDay)], [t('planning.fields.shipDay'), day(order.shipDay)], [t('planning.fields.notes'), order.notes],
    [t('planning.fields.createdBy'), by(order.createdByName, order.createdAt)], [t('planning.fields.confirmedBy'), by(order.confirmedByName, order.confirmedAt)], [t('planning.fields.closedBy'), by(order.closedByName, order.closedAt)],
    [t('planning.fields.cancelledBy'), by(order.cancelledByName, order.cancelledAt)], [t('planning.fields.cancelReason'), order.cancelReason],
  ] as const
  return <FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
}
