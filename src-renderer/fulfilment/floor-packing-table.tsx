import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { countScan } from '../../shared/fulfilment/counting.ts'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import type { PackingSession } from '../../shared/fulfilment/sessions.ts'
import { FailureState } from '../components/failure-state.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { BoxingPanel } from './floor-boxing-panel.tsx'
import { Urgency } from './floor-card.tsx'
import { CheckPanel } from './floor-check-panel.tsx'
import { EachDialog } from './floor-each.tsx'
import { PackPanel } from './floor-pack-panel.tsx'
import { floorPaths } from './floor-paths.ts'
import { hasCourier, PapersButton } from './floor-papers.tsx'
import { SendBack } from './floor-send-back.tsx'
import type { FloorWorker } from './floor-worker.tsx'
import { InvoiceChip } from './looks.tsx'

interface TableProps {
  readonly invoiceId: string
  readonly worker: FloorWorker
}

/** One invoice on the packing table, at whatever step it is. */
export function PackingTable({ invoiceId, worker }: TableProps): ReactNode {
  const t = useText()
  const [refused, setRefused] = useState<readonly EachInvoice[]>()
  const { data, error, refetch } = useLive(useApi().fulfilment.getInvoice, { id: invoiceId }, { clears: true })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />
  const session = data.packing.find(({ status }) => status !== 'CANCELLED' && status !== 'REVIEW')
  return (
    <>
      <Head detail={data} worker={worker} />
      <Step detail={data} session={session} worker={worker} onRefused={setRefused} />
      {refused && <EachDialog title={t('floor.box.results')} results={refused} onClose={() => setRefused(undefined)} />}
    </>
  )
}

export interface StepProps {
  readonly detail: InvoiceDetail
  readonly session: PackingSession
  readonly worker: FloorWorker
}

interface AnyStepProps extends Omit<StepProps, 'session'> {
  readonly session: PackingSession | undefined
  onRefused(results: readonly EachInvoice[]): void
}

function Step({ detail, session, worker, onRefused }: AnyStepProps): ReactNode {
  const t = useText()
  if (session?.isHeldForConsolidation) return <Held detail={detail} session={session} worker={worker} />
  if (detail.status === 'PICKED') return <Begin detail={detail} worker={worker} />
  if (session && detail.status === 'PACKING') {
    return session.status === 'CHECKING' ? (
      <CheckPanel detail={detail} session={session} worker={worker} />
    ) : (
      <PackPanel detail={detail} session={session} worker={worker} />
    )
  }
  if (session && detail.status === 'BOXING') return <BoxingPanel detail={detail} session={session} worker={worker} onRefused={onRefused} />
  const isReady = detail.status === 'PACKED'
  return (
    <Alert
      severity={isReady ? 'success' : 'info'}
      action={
        isReady && (
          <Button component={RouterLink} to={floorPaths.dispatch}>
            {t('floor.dispatch.title')}
          </Button>
        )
      }
    >
      {t(isReady ? 'floor.pack.ready' : 'floor.pack.notHere')}
    </Alert>
  )
}

function Head({ detail, worker }: Omit<StepProps, 'session'>): ReactNode {
  const t = useText()
  const { number, customerName, customerArea, status, remarks, pickerName } = detail
  return (
    <Paper variant="outlined" sx={{ p: 2, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      <Box component="b" sx={{ fontSize: '1.625rem' }}>
        {number}
      </Box>
      <InvoiceChip status={status} />
      <Urgency invoice={detail} />
      <Box sx={{ flex: '1 1 220px', fontSize: '1.0625rem' }}>
        <b>{customerName}</b>
        {customerArea !== '' && ` · ${customerArea}`}
        <Box sx={{ color: 'text.secondary', fontSize: '1rem' }}>{pickerName !== null && t('floor.pack.pickedBy', { name: pickerName })}</Box>
        {remarks !== '' && (
          <Box sx={{ fontWeight: 650, color: 'warning.main', overflowWrap: 'anywhere' }}>{t('floor.pick.remarks', { remarks })}</Box>
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1, ml: 'auto' }}>
        <SendBack invoice={detail} worker={worker} stage="PACKING" />
        <PapersButton invoice={detail} hasCourier={hasCourier(detail)} />
      </Box>
    </Paper>
  )
}

function Begin({ detail: { id: invoiceId, number, customerName, lines }, worker: { proof, isProved } }: Omit<StepProps, 'session'>): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const start = useCommand(fulfilment.startChecking)
  // Goods are counted once the check has begun; a number still lays another invoice on the table.
  useScan(code => (countScan(lines, {}, code).kind === 'unknown' ? undefined : { isKnown: false, text: t('floor.scan.beginFirst') }))
  const hold = useCommand(fulfilment.holdForConsolidation, { done: () => t('floor.pack.heldNow', { number, customer: customerName }) })
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button variant="contained" size="large" disabled={!isProved} loading={start.isPending} onClick={() => start.mutate({ invoiceId, ...proof })}>
        {t('floor.pack.startChecking')}
      </Button>
      <Button variant="outlined" disabled={!isProved} loading={hold.isPending} onClick={() => hold.mutate({ invoiceId, ...proof })}>
        {t('floor.pack.hold')}
      </Button>
    </Box>
  )
}

function Held({ detail: { customerId, customerName }, session: { heldByName }, worker: { proof } }: StepProps): ReactNode {
  const t = useText()
  const release = useCommand(useApi().fulfilment.releaseConsolidation, { done: () => t('floor.pack.released', { customer: customerName }) })
  return (
    <Alert
      severity="warning"
      action={
        <Button loading={release.isPending} onClick={() => release.mutate({ customerId, ...proof })}>
          {t('floor.pack.release')}
        </Button>
      }
    >
      {t('floor.pack.isHeld', { customer: customerName, who: heldByName ?? '' })}
    </Alert>
  )
}
