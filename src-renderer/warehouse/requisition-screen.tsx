import ArrowBack from '@mui/icons-material/ArrowBack'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { mayDo } from '../../shared/warehouse/requisition-rules.ts'
import type { Requisition, RequisitionDetail } from '../../shared/warehouse/requisitions.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { FactList } from '../components/fact-list.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { requisitionsPath } from '../core/paths.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { RequisitionHandOvers } from './requisition-hand-overs.tsx'
import { RequisitionLines } from './requisition-lines.tsx'
import { RequisitionStatusChip } from './requisition-status.tsx'
import { DocumentLink } from './stock-reservations.tsx'

/** One requisition: what is asked for, what went out, what was confirmed, and whose turn it is. */
export function RequisitionScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { id = '' } = useParams()
  const { data, error, refetch } = useLive(api.warehouse.getRequisition, { id }, { clears: true })
  if (data) return <RequisitionPage detail={data} />
  return <PageFrame title={t('warehouse.requisitions.title')}>{error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />}</PageFrame>
}

function RequisitionPage({ detail }: { readonly detail: RequisitionDetail }): ReactNode {
  const t = useText()
  const { requisition, workOrderId } = detail
  const may = useMay()
  const { day, instant } = useFormats()
  const workOrder = workOrderId !== null && may('process.readDailyProduction') ? <DocumentLink entity="workOrder" id={workOrderId} number={requisition.workOrderNumber} /> : requisition.workOrderNumber
  const field = (name: 'supply' | 'store' | 'neededBy' | 'purpose' | 'workOrderNumber' | 'requestedBy' | 'status') => t(`warehouse.requisitions.fields.${name}`)
  return (
    <PageFrame title={requisition.number} subtitle={<Identity requisition={requisition} />} actions={<Acts detail={detail} />}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <RequisitionLines key={requisition.id} detail={detail} />
        <RequisitionHandOvers detail={detail} />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
          <Section title={t('warehouse.requisitions.about')}>
            <Box sx={{ p: 2 }}>
              <FactList
                facts={[
                  { label: field('supply'), value: requisition.supplyLocationName }, { label: field('store'), value: requisition.storeLocationName ?? t('warehouse.requisitions.usedUp') }, { label: field('neededBy'), value: day(requisition.neededBy) },
                  ...(requisition.workOrderNumber === '' ? [] : [{ label: field('workOrderNumber'), value: workOrder }]), ...(requisition.purpose === '' ? [] : [{ label: field('purpose'), value: requisition.purpose }]),
                  { label: field('requestedBy'), value: requisition.requestedByName },
                ]}
              />
            </Box>
          </Section>
          <Section title={t('warehouse.requisitions.history')}>
            <PlainTable
              label={t('warehouse.requisitions.history')} head={[{ words: t('warehouse.fields.time') }, { words: field('status') }, { prose: t('warehouse.fields.by') }]}
              rows={detail.steps.map((step, at) => ({
                key: String(at), cells: [instant(step.at, 'short'), t(step.fromStatus === step.toStatus ? 'warehouse.requisitions.handOverTakenBack' : `warehouse.requisitions.statuses.${step.toStatus}`), [step.byName, step.fromStatus === null ? '' : step.note].filter(Boolean).join(' · ')],
              }))}
            />
          </Section>
        </Box>
      </Box>
    </PageFrame>
  )
}

function Identity({ requisition }: { readonly requisition: Requisition }): ReactNode {
  const t = useText()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Button component={Link} to={requisitionsPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('warehouse.requisitions.back')}</Button>
      <RequisitionStatusChip status={requisition.status} />
      <span>{requisition.sectionName}</span>
    </Box>
  )
}

type Ended = 'reject' | 'cancel' | 'close'

/** What its state and the user's rights allow; nobody decides what they asked for. */
function Acts({ detail: { requisition, lines } }: { readonly detail: RequisitionDetail }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const user = useUser()
  const [ended, setEnded] = useState<Ended>()
  const { id, version, number, status } = requisition
  const approve = useCommand(api.warehouse.approveRequisition, { done: () => t('warehouse.requisitions.told.approved', { number }) })
  const can = (act: Parameters<typeof mayDo>[1]) => mayDo(status, act, lines)
  const decides = may('warehouse.approve') && requisition.requestedBy !== user.id
  const calls = { reject: api.warehouse.rejectRequisition, cancel: api.warehouse.cancelRequisition, close: api.warehouse.closeRequisition }
  const told = { reject: 'rejected', cancel: 'cancelled', close: 'closed' } as const
  return (
    <>
      {can('cancel') && may('process.requestMaterial') && <Button color="error" onClick={() => setEnded('cancel')}>{t('warehouse.requisitions.cancel')}</Button>}
      {can('close') && may('warehouse.approve') && !can('cancel') && <Button onClick={() => setEnded('close')}>{t('warehouse.requisitions.close')}</Button>}
      {can('reject') && decides && <Button color="error" onClick={() => setEnded('reject')}>{t('warehouse.requisitions.reject')}</Button>}
      {can('approve') && decides && <Button variant="contained" loading={approve.isPending} onClick={() => approve.mutate({ id, version })}>{t('warehouse.requisitions.approve')}</Button>}
      {ended && (
        <ConfirmWithReason
          title={t(`warehouse.requisitions.${ended}Title`, { number })} text={t(`warehouse.requisitions.${ended}Text`)} confirmLabel={t(`warehouse.requisitions.${ended}`)} isDangerous={ended !== 'close'}
          onCancel={() => setEnded(undefined)} onDone={() => setEnded(undefined)}
          onConfirm={async reason => {
            await calls[ended]({ id, version, reason })
            showDone(t(`warehouse.requisitions.told.${told[ended]}`, { number }))
          }}
        />
      )}
    </>
  )
}
