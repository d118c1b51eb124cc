import ArrowBack from '@mui/icons-material/ArrowBack'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import type { OrderDetail, PurchaseOrder } from '../../shared/purchasing/orders.ts'
import { ApprovalButtons } from '../components/approval-buttons.tsx'
import { AttachmentList } from '../components/attachment-list.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FactList } from '../components/fact-list.tsx'
import { OverrideBadge } from '../components/override.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useWaiting } from '../core/approvals.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { ordersPath, recordPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { useOrderActs } from './order-acts.tsx'
import { OrderLines } from './order-lines.tsx'
import { DueText, OrderStatusChip } from './order-looks.tsx'
import { ReceiptList } from './receipt-list.tsx'
import { receivePath } from './paths.ts'

/** One order: what is bought, how far it is, what came of it, and what can be done. Who takes goods in without buying is led to where that is done. */
export function OrderScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const mayView = useMay()('purchasing.view')
  const { orderId = '' } = useParams()
  const { data, error } = useLive(api.purchasing.getOrder, { id: orderId }, { clears: true, enabled: mayView })
  if (!mayView) return <Navigate to={receivePath(orderId)} replace />
  if (data) return <OrderPage key={data.order.id} detail={data} />
  return (
    <PageFrame title={t('purchasing.orders.title')}>
      {error ? (
        <EmptyState
          role="alert" icon={<SearchOff />} title={t('purchasing.order.notFound')} hint={error.code === 'not-found' ? t('purchasing.order.notFoundHint') : errorText(error)}
          actions={<Button variant="contained" component={Link} to={ordersPath}>{t('purchasing.order.back')}</Button>}
        />
      ) : <Skeleton variant="rounded" height={320} />}
    </PageFrame>
  )
}

function OrderPage({ detail }: { readonly detail: OrderDetail }): ReactNode {
  const t = useText()
  const may = useMay()
  const { order, lines, receipts, waiting, isLarge } = detail
  const acts = useOrderActs(detail)
  return (
    <PageFrame title={order.number} subtitle={<Identity order={order} />} actions={acts.buttons}>
      <OverrideBadge kind="FORCE_PURCHASE_ORDER" id={order.id} />
      {waiting.map(request => <WaitingLine key={request.id} request={request} order={order} />)}
      {isLarge && order.status === 'DRAFT' && waiting.length === 0 && <Alert severity="info">{t('purchasing.order.large')}</Alert>}
      <OrderLines order={order} lines={lines} mayChange={order.status === 'DRAFT' && waiting.length === 0 && may('purchasing.update')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' }, alignItems: 'start' }}>
        <Section title={t('purchasing.order.receipts')}><ReceiptList receipts={receipts} /></Section>
        {detail.debts.length > 0 && <Section title={t('purchasing.order.debts')}><Debts debts={detail.debts} /></Section>}
        <Section title={t('purchasing.order.facts')}><Box sx={{ p: 2 }}><Facts order={order} manufacturing={detail.manufacturing} /></Box></Section>
        <Section title={t('purchasing.order.history')}>
          <Box sx={{ p: 2 }}><RecordHistory entity="purchaseOrder" id={order.id} words={historyWords()} labels={useHistoryLabels()} /></Box>
        </Section>
        <Section title={t('purchasing.order.attachments')}><Box sx={{ p: 2 }}><AttachmentList entity="purchaseOrder" entityId={order.id} mayChange={may('purchasing.update')} /></Box></Section>
      </Box>
      {acts.dialogs}
    </PageFrame>
  )
}

function Identity({ order }: { readonly order: PurchaseOrder }): ReactNode {
  const t = useText()
  const { money } = useFormats()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
      <Button component={Link} to={ordersPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('purchasing.order.back')}</Button>
      <OrderStatusChip status={order.status} />
      <Box component="b" sx={{ color: 'text.primary' }}>{order.partnerName}</Box>
      <span>{t(`purchasing.kinds.${order.kind}`)}</span>
      <DueText {...order} />
      {order.total !== undefined && <Box component="b" sx={{ color: 'text.primary', fontVariantNumeric: 'tabular-nums' }}>{money(order.total)}</Box>}
    </Box>
  )
}

/** Material that was used before it was there, and that this order is to bring. */
function Debts({ debts }: Pick<OrderDetail, 'debts'>): ReactNode {
  const t = useText()
  const may = useMay()
  const { day, decimal } = useFormats()
  return (
    <PlainTable
      label={t('purchasing.order.debts')} head={[{ words: t('fields.number') }, { prose: t('warehouse.fields.item') }, t('purchasing.order.debtLeft'), { words: t('warehouse.fields.section') }, { words: t('warehouse.debts.fields.dueDay') }]}
      rows={debts.map(({ id, number, itemCode, itemName, left, unitCode, sectionName, dueDay }) => ({
        key: id, cells: [may('warehouse.view') ? <MuiLink key="number" component={Link} to={recordPath('materialDebt', id)!}>{number}</MuiLink> : number, `${itemCode} ${itemName}`, `${decimal(left)} ${unitCode}`, sectionName, day(dueDay)],
      }))}
    />
  )
}

/** What is asked for about it; decided right here by whoever may. */
function WaitingLine({ request, order }: { readonly request: OrderDetail['waiting'][number]; readonly order: PurchaseOrder }): ReactNode {
  const t = useText()
  const { stepOf } = useWaiting()
  const step = stepOf(request.id)
  const title = textOf(`approvals.kinds.${request.kind}.title`, { order: order.number, vendor: order.partnerName }) ?? ''
  return (
    <Alert severity="info" sx={{ alignItems: 'center' }} action={step === undefined ? undefined : <ApprovalButtons id={request.id} step={step} number={request.number} title={title} />}>
      {t('purchasing.order.waiting', { number: request.number })}: {title}
    </Alert>
  )
}

function Facts({ order, manufacturing }: Pick<OrderDetail, 'order' | 'manufacturing'>): ReactNode {
  const t = useText()
  const mayPlan = useMay()('planning.view')
  const { day, decimal, instant } = useFormats()
  const personName = usePersonName()
  const by = (name: string | null, at: string | null) => (name === null ? null : `${personName(name)}${at === null ? '' : `, ${instant(at, 'short')}`}`)
  const made = manufacturing.map(({ id, number }) => (mayPlan ? <MuiLink key={id} component={Link} to={recordPath('manufacturingOrder', id)!} sx={{ mr: 1 }}>{number}</MuiLink> : <span key={id}>{number} </span>))
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('purchasing.fields.orderDay'), day(order.orderDay)], [t('purchasing.fields.expectedDay'), day(order.expectedDay)],
    [t('purchasing.fields.article'), order.articleName === null ? null : `${order.articleCode ?? ''} ${order.articleName}`], [t('purchasing.fields.articleQuantity'), order.articleQuantity === null ? null : decimal(order.articleQuantity)],
    [t('purchasing.fields.source'), order.sourceNumber], [t('purchasing.fields.week'), order.week], [t('purchasing.fields.destination'), order.destination === null ? null : t(`masters.destinations.${order.destination}`)],
    [t('purchasing.fields.notes'), order.notes], [t('purchasing.fields.createdBy'), by(order.createdByName, order.createdAt)], [t('purchasing.fields.approvedBy'), by(order.approvedByName, order.approvedAt)],
    [t('purchasing.fields.sentBy'), by(order.sentByName, order.sentAt)], [t('purchasing.fields.closedBy'), by(order.closedByName, order.closedAt)], [t('purchasing.fields.closeReason'), order.closeReason],
    [t('purchasing.fields.cancelledBy'), by(order.cancelledByName, order.cancelledAt)], [t('purchasing.fields.cancelReason'), order.cancelReason],
    [t('purchasing.fields.manufacturing'), made.length === 0 ? null : <>{made}</>],
  ]
  return <FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
}

const historyFields = ['kind', 'status', 'orderDay', 'expectedDay', 'partnerId', 'articleId', 'articleQuantity', 'sourceOrderId', 'week', 'destination', 'total', 'notes', 'approvedBy', 'sentBy', 'closedBy', 'closeReason', 'cancelledBy', 'cancelReason'] as const

function useHistoryLabels(): Readonly<Record<string, string>> {
  const t = useText()
  return Object.fromEntries(historyFields.map(field => [field, t(`purchasing.fields.${field}`)]))
}

function historyWords() {
  const words = (group: 'statuses' | 'kinds' | 'destinations', names: readonly string[]) => Object.fromEntries(names.map(name => [name, textOf(`purchasing.${group}.${name}`) ?? name]))
  return {
    status: words('statuses', ['DRAFT', 'APPROVED', 'SENT', 'PARTIALLY_RECEIVED', 'RECEIVED', 'DONE', 'CANCELLED']), kind: words('kinds', ['FABRIC', 'LABEL', 'ACCESSORIES']),
    destination: words('destinations', ['EU', 'AP', 'ME', 'NA', 'US', 'CA', 'RU', 'GB', 'NL']),
  }
}
