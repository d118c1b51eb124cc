import ArrowBack from '@mui/icons-material/ArrowBack'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { Fragment, type ReactNode } from 'react'
import { Link as RouterLink, useParams } from 'react-router'
import { isPositive } from '../../shared/core/decimal.ts'
import type { ManufacturingDetail, ManufacturingOrder } from '../../shared/planning/manufacturing-orders.ts'
import { FactList } from '../components/fact-list.tsx'
import { OverrideBadge } from '../components/override.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { manufacturingOrdersPath, stockCardPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { useHistoryTexts } from './history-texts.ts'
import { DueDay, ManufacturingStatusChip, UrgentChip } from './looks.tsx'
import { MissingRecord } from './missing-record.tsx'
import { isOpenOrder } from './open-order.ts'
import { OrderActs } from './order-acts.tsx'
import { Deliveries, Materials, PurchaseLink, Stages } from './order-parts.tsx'
import { OrderClose } from './order-close.tsx'
import { OrderWorkOrders } from './order-work-orders.tsx'
import { manufacturingOrderPath, salesOrderPath } from './paths.ts'
import { WaitingLine } from './waiting-line.tsx'

/** One order: what is made in which stages, of which materials, for whom, and what can be done. */
export function ManufacturingOrderScreen(): ReactNode {
  const { id = '' } = useParams()
  const { data, error } = useLive(useApi().planning.getManufacturingOrder, { id }, { clears: true })
  return data ? <OrderPage key={data.order.id} detail={data} /> : <MissingRecord kind="orders" listPath={manufacturingOrdersPath} error={error} />
}

function OrderPage({ detail }: { readonly detail: ManufacturingDetail }): ReactNode {
  const t = useText()
  const seesWork = useMay()('process.readDailyProduction')
  const { order, waiting, isAllIn } = detail
  const isProduction = order.kind === 'PRODUCTION'
  const history = useHistoryTexts('statuses')
  return (
    <PageFrame title={order.number} subtitle={<Identity order={order} />} actions={<OrderActs order={order} waiting={waiting} isAllIn={isAllIn} />}>
      <OverrideBadge kind="CLOSE_MANUFACTURING_ORDER" id={order.id} />
      {waiting.map(request => <WaitingLine key={request.id} request={request} subject={{ order: order.number, article: order.articleName }} />)}
      {isProduction ? <Warnings detail={detail} /> : <Alert severity="info">{t('planning.orders.makes')}</Alert>}
      {isProduction && <Stages detail={detail} />}
      {isProduction && <Materials detail={detail} />}
      {isProduction && seesWork && <OrderWorkOrders orderId={order.id} />}
      {isProduction && order.status !== 'DRAFT' && <OrderClose order={order} />}
      {isProduction && <Deliveries detail={detail} />}
      <Box sx={halves}>
        <Section title={t('planning.orders.facts')}><Box sx={{ p: 2 }}><Facts order={order} /></Box></Section>
        <Section title={t('planning.orders.history')}><Box sx={{ p: 2 }}><RecordHistory entity="manufacturingOrder" id={order.id} {...history} /></Box></Section>
      </Box>
    </PageFrame>
  )
}
/** Two columns where there is room. */
const halves = { display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' } as const

/** What is no obstacle, but should be known. */
function Warnings({ detail: { order, others, pallets } }: { readonly detail: ManufacturingDetail }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const upper = pallets === null ? '' : `${decimal(pallets.upper)}\u00a0${order.unitCode}`
  return (
    <>
      {isOpenOrder(order.status) && others.length > 0 && (
        <Alert severity="warning">
          {t('planning.orders.sameArticle')}{' '}
          {others.map(({ id, number, quantity, status }, at) => (
            <Fragment key={id}>
              {at > 0 && ', '}
              <Link component={RouterLink} to={manufacturingOrderPath(id)}>{t('planning.orders.other', { number, quantity: decimal(quantity), status: t(`planning.statuses.${status}`) })}</Link>
            </Fragment>
          ))}
        </Alert>
      )}
      {isOpenOrder(order.status) && pallets !== null && (
        <Alert severity="info">{isPositive(pallets.lower) ? t('planning.orders.pallets', { lower: decimal(pallets.lower), upper }) : t('planning.orders.palletsUp', { upper })}</Alert>
      )}
    </>
  )
}

function Identity({ order }: { readonly order: ManufacturingOrder }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const mayOpen = useMay()('warehouse.view')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
      <Button component={RouterLink} to={manufacturingOrdersPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('planning.orders.back')}</Button>
      <ManufacturingStatusChip status={order.status} />
      {order.isUrgent && <UrgentChip />}
      <Box component="b" sx={{ color: 'text.primary' }}>{mayOpen ? <Link component={RouterLink} to={stockCardPath(order.articleId)}>{order.articleName}</Link> : order.articleName}</Box>
      <Box component="b" sx={{ color: 'text.primary', fontVariantNumeric: 'tabular-nums' }}>{`${decimal(order.quantity)}\u00a0${order.unitCode}`}</Box>
      <span>{t('planning.fields.shipDay')} <DueDay day={order.shipDay} isOpen={isOpenOrder(order.status)} /></span>
    </Box>
  )
}

function Facts({ order }: { readonly order: ManufacturingOrder }): ReactNode {
  const t = useText()
  const { day, instant } = useFormats()
  const personName = usePersonName()
  const by = (name: string | null, at: string | null) => (name === null ? null : `${personName(name)}${at === null ? '' : `, ${instant(at, 'short')}`}`)
  const days = (value: string | null) => (value === null ? null : day(value))
  const link = (path: string, number: string | null) => <Link component={RouterLink} to={path}>{number}</Link>
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('planning.fields.salesOrder'), order.salesOrderId === null ? (order.kind === 'PRODUCTION' ? t('planning.orders.toFree') : null) : <>{link(salesOrderPath(order.salesOrderId), order.salesNumber)} {order.partnerName}</>],
    [t('planning.fields.buyerOrder'), order.buyerOrderId === null ? null : link(manufacturingOrderPath(order.buyerOrderId), order.buyerOrderNumber)],
    [t('planning.fields.fabricOrder'), order.fabricOrderId === null ? null : <PurchaseLink id={order.fabricOrderId} number={order.fabricNumber} />],
    [t('planning.fields.labelOrder'), order.labelOrderId === null ? null : <PurchaseLink id={order.labelOrderId} number={order.labelNumber} />],
    [t('planning.fields.week'), order.week], [t('planning.fields.destination'), order.destination === null ? null : t(`planning.destinations.${order.destination}`)], [t('planning.fields.traceCode'), order.traceCode],
    [t('planning.fields.route'), order.routeName], [t('planning.fields.productionDay'), day(order.productionDay)], [t('planning.fields.labelDay'), day(order.labelDay)], [t('planning.fields.shipDay'), day(order.shipDay)],
    [t('planning.fields.startedDay'), days(order.startedDay)], [t('planning.fields.completedDay'), days(order.completedDay)], [t('planning.fields.notes'), order.notes],
    [t('planning.fields.createdBy'), by(order.createdByName, order.createdAt)], [t('planning.fields.releasedBy'), by(order.releasedByName, order.releasedAt)], [t('planning.fields.completedBy'), by(order.completedByName, order.completedAt)], [t('planning.fields.completeReason'), order.completeReason],
    [t('planning.fields.cancelledBy'), by(order.cancelledByName, order.cancelledAt)], [t('planning.fields.cancelReason'), order.cancelReason],
  ]
  return <FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
}
