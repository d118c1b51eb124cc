import ArrowBack from '@mui/icons-material/ArrowBack'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link as RouterLink, useParams } from 'react-router'
import { decimalText } from '../../shared/core/decimal.ts'
import { ratio, toPlaces } from '../../shared/core/rational.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import type { WorkOrder, WorkOrderDetail } from '../../shared/planning/work-orders.ts'
import { FactList } from '../components/fact-list.tsx'
import { OverrideBadge } from '../components/override.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { workOrdersPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { useHistoryTexts } from './history-texts.ts'
import { DueDay, UrgentChip, WorkOrderStatusChip } from './looks.tsx'
import { MissingRecord } from './missing-record.tsx'
import { manufacturingOrderPath } from './paths.ts'
import { WaitingLine } from './waiting-line.tsx'
import { AdjustTarget } from './adjust-target.tsx'
import { hasOnlySome, WorkOrderActs } from './work-order-acts.tsx'
import { WorkOrderCartons } from './work-order-cartons.tsx'
import { Allocations, Sources } from './work-order-parts.tsx'
import { WorkOrderRequests } from './work-order-requests.tsx'
import { ReplacedLine, Revisions } from './work-order-revisions.tsx'

/** One section's part of an order: what to make until when, of what, and what keeps it from starting. */
export function WorkOrderScreen(): ReactNode {
  const { id = '' } = useParams()
  const { data, error } = useLive(useApi().planning.getWorkOrder, { id }, { clears: true })
  return data ? <WorkOrderPage key={data.workOrder.id} detail={data} /> : <MissingRecord kind="work" listPath={workOrdersPath} error={error} />
}

function WorkOrderPage({ detail }: { readonly detail: WorkOrderDetail }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const { workOrder, waiting, obstacles, upstream } = detail
  const history = useHistoryTexts('workOrderStatuses')
  const subject = { workOrder: workOrder.number, article: workOrder.articleName, section: workOrder.sectionName }
  return (
    <PageFrame title={workOrder.number} subtitle={<Identity workOrder={workOrder} />} actions={<WorkOrderActs detail={detail} />}>
      <ReplacedLine detail={detail} />
      <OverrideBadge kind="UNLOCK_WORK_ORDER" id={workOrder.id} />
      {waiting.map(request => <WaitingLine key={request.id} request={request} subject={subject} />)}
      {obstacles.length > 0 && (
        <Alert severity="warning">
          {t('planning.work.obstacles')}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{obstacles.map(obstacle => <li key={obstacle}>{t(`planning.obstacles.${obstacle}`)}</li>)}</Box>
        </Alert>
      )}
      {hasOnlySome(detail) && <Alert severity="info" sx={{ alignItems: 'center' }} action={<AdjustTarget detail={detail} />}>{t('planning.work.some', { pieces: decimal(upstream) })}</Alert>}
      <Progress workOrder={workOrder} />
      {workOrder.stageKind === 'PACKING' && <WorkOrderCartons workOrder={workOrder} />}
      <Revisions detail={detail} />
      {workOrder.status !== 'VOIDED' && <Allocations detail={detail} />}
      <WorkOrderRequests workOrderId={workOrder.id} />
      {workOrder.status !== 'VOIDED' && <Sources detail={detail} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Section title={t('planning.work.facts')}><Box sx={{ p: 2 }}><Facts detail={detail} /></Box></Section>
        <Section title={t('planning.work.history')}><Box sx={{ p: 2 }}><RecordHistory entity="workOrder" id={workOrder.id} {...history} /></Box></Section>
      </Box>
    </PageFrame>
  )
}

function Identity({ workOrder }: { readonly workOrder: WorkOrder }): ReactNode {
  const t = useText()
  const mayOpen = useMay()('planning.view')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
      <Button component={RouterLink} to={workOrdersPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('planning.work.back')}</Button>
      <WorkOrderStatusChip status={workOrder.status} />
      {workOrder.isUrgent && <UrgentChip />}
      <Box component="b" sx={{ color: 'text.primary' }}>{workOrder.sectionName}</Box>
      <Box component="b" sx={{ color: 'text.primary' }}>{workOrder.itemName ?? workOrder.articleName}</Box>
      <span>{mayOpen ? <Link component={RouterLink} to={manufacturingOrderPath(workOrder.manufacturingOrderId)}>{workOrder.manufacturingNumber}</Link> : workOrder.manufacturingNumber}</span>
      <span>{t('planning.work.due')} <DueDay day={workOrder.deadlineDay} isOpen={openWorkOrders.some(status => status === workOrder.status)} /></span>
    </Box>
  )
}

/** How much of the target is made. */
function Progress({ workOrder: { goodQuantity, targetQuantity, status } }: { readonly workOrder: WorkOrder }): ReactNode {
  const t = useText()
  const { decimal, percent } = useFormats()
  const reached = toPlaces(ratio(BigInt(goodQuantity) * 100n, BigInt(targetQuantity)), 1, 'half-up')
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <LinearProgress variant="determinate" color={status === 'VOIDED' ? 'inherit' : 'primary'} value={Math.min(100, Number(decimalText(reached)))} aria-label={t('planning.work.progress')} sx={{ flex: 1, height: 10, borderRadius: 1 }} />
      <Box component="b" sx={{ fontVariantNumeric: 'tabular-nums' }}>{t('planning.work.done', { good: decimal(goodQuantity), target: decimal(targetQuantity), percent: percent(reached) })}</Box>
    </Box>
  )
}

function Facts({ detail: { workOrder } }: { readonly detail: WorkOrderDetail }): ReactNode {
  const t = useText()
  const { day, decimal, instant } = useFormats()
  const personName = usePersonName()
  const days = (value: string | null) => (value === null ? null : day(value))
  function approval(): string {
    if (workOrder.approvedAt === null) return t('planning.work.notApproved')
    return `${workOrder.approvedByName === null ? t('planning.work.approvedBySystem') : personName(workOrder.approvedByName)}, ${instant(workOrder.approvedAt, 'short')}`
  }
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('planning.fields.article'), `${workOrder.articleCode} ${workOrder.articleName}`], [t('planning.work.part'), workOrder.itemName === null ? null : `${workOrder.itemCode ?? ''} ${workOrder.itemName}`],
    [t('planning.orders.stage'), workOrder.stageName], [t('planning.fields.startDay'), day(workOrder.startDay)], [t('planning.work.due'), day(workOrder.deadlineDay)], [t('planning.fields.week'), workOrder.week],
    [t('planning.fields.destination'), workOrder.destination === null ? null : textOf(`planning.destinations.${workOrder.destination}`)], [t('planning.fields.rejectQuantity'), workOrder.entryCount === 0 ? null : decimal(workOrder.rejectQuantity)], [t('planning.fields.startedDay'), days(workOrder.startedDay)],
    [t('planning.fields.finishedDay'), days(workOrder.finishedDay)], [t('planning.work.approval'), approval()], [t('planning.fields.plannedItemId'), workOrder.plannedItemName],
  ]
  return <FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
}
