import ViewAgenda from '@mui/icons-material/ViewAgendaOutlined'
import ViewList from '@mui/icons-material/ViewListOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState, type ReactNode } from 'react'
import { countOf, lacking } from '../../shared/fulfilment/counting.ts'
import type { Invoice, InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import { piecesOf } from '../../shared/fulfilment/rules.ts'
import type { PickingSession } from '../../shared/fulfilment/sessions.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { showDone } from '../core/toasts.ts'
import { Urgency } from './floor-card.tsx'
import { pickingWork, useCounting } from './floor-counting.ts'
import { useDeskLabels } from './floor-desk-printer.tsx'
import { CountedLines, NextLine } from './floor-lines.tsx'
import { Progress } from './floor-progress.tsx'
import { useSaver } from './floor-saver.ts'
import { ShortDialog } from './floor-short-dialog.tsx'
import { forgetWork } from './floor-store.ts'
import type { FloorWorker } from './floor-worker.tsx'

/** An invoice that is being picked, counted piece by piece; the last scan completes it. */
export function PickSession({ invoice: { id }, worker }: { readonly invoice: Invoice; readonly worker: FloorWorker }): ReactNode {
  const { data, error, refetch } = useLive(useApi().fulfilment.getInvoice, { id }, { clears: true })
  const session = data?.picking.find(({ status }) => status === 'PREPARING')
  if (data && session) return <Picking detail={data} session={session} worker={worker} />
  return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />
}

interface PickingProps {
  readonly detail: InvoiceDetail
  readonly session: PickingSession
  readonly worker: FloorWorker
}

function Picking({ detail, session, worker: { proof, isProved, mayByHand } }: PickingProps): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const [isList, setList] = useState(true)
  const [open, setOpen] = useState<'short' | 'cancel'>()
  const { id: invoiceId, number, lines } = detail
  const work = pickingWork(session)
  const saver = useSaver((lineIds: string[]) => fulfilment.savePicked({ invoiceId, lineIds, ...proof }))
  const complete = useCommand(fulfilment.completePicking, {
    done: () => t('floor.pick.completed', { number }),
    onSuccess: finished,
  })
  const labels = useDeskLabels()
  const counted = useCounting({
    session: work,
    lines,
    ticked: session.selectedLines,
    onTicked: lineIds => {
      if (isProved) saver.save(lineIds)
    },
    async onAllFull(lineIds) {
      if (!isProved) return t('floor.pick.badgeToComplete')
      await fulfilment.completePicking({ invoiceId, lineIds, ...proof })
      finished()
      return t('floor.pick.completed', { number })
    },
  })
  function finished(): void {
    saver.drop()
    forgetWork(work)
    labels(detail, 'basket')
  }
  return (
    <>
      <Head detail={detail} counted={counted} />
      {saver.error && (
        <Alert severity="warning" action={<Button onClick={saver.retry}>{t('buttons.retry')}</Button>}>
          {t('floor.notSaved', { reason: errorText(saver.error) })}
        </Alert>
      )}
      {counted.isAllFull && !isProved && <Alert severity="info">{t('floor.pick.badgeToComplete')}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <ToggleButtonGroup
          exclusive
          value={isList}
          onChange={(_event, next: boolean | null) => next !== null && setList(next)}
          aria-label={t('floor.pick.view')}
        >
          <ToggleButton value>
            <ViewList sx={{ mr: 1 }} />
            {t('floor.pick.asList')}
          </ToggleButton>
          <ToggleButton value={false}>
            <ViewAgenda sx={{ mr: 1 }} />
            {t('floor.pick.oneByOne')}
          </ToggleButton>
        </ToggleButtonGroup>
        <Box sx={{ ml: 'auto', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button color="inherit" onClick={() => setOpen('cancel')}>
            {t('floor.pick.cancel')}
          </Button>
          {!counted.isAllFull && (
            <Button variant="outlined" disabled={!isProved} onClick={() => setOpen('short')}>
              {t('floor.pick.short')}
            </Button>
          )}
          {counted.isAllFull && (
            <Button
              variant="contained"
              size="large"
              disabled={!isProved}
              loading={complete.isPending}
              onClick={() => complete.mutate({ invoiceId, lineIds: counted.whole, ...proof })}
            >
              {t('floor.pick.complete')}
            </Button>
          )}
        </Box>
      </Box>
      {isList ? <CountedLines counted={counted} mayByHand={mayByHand} /> : <NextLine counted={counted} mayByHand={mayByHand} />}
      {open === 'short' && (
        <ShortDialog
          invoiceId={invoiceId}
          number={number}
          proof={proof}
          lineIds={counted.whole}
          lacking={lacking(lines, counted.counts)}
          onDone={() => forgetWork(work)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'cancel' && (
        <ConfirmWithReason
          title={t('floor.pick.cancelTitle', { number })}
          text={t('floor.pick.cancelText')}
          confirmLabel={t('floor.pick.cancel')}
          isDangerous
          onConfirm={reason => fulfilment.cancelSession({ invoiceId, ...proof, stage: 'PICKING', reason })}
          onDone={() => {
            forgetWork(work)
            showDone(t('floor.pick.cancelled', { number }))
          }}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

/** Which one, for whom, and how far it is: in sight however long the list. */
function Head({ detail, counted: { counts } }: { readonly detail: InvoiceDetail; readonly counted: ReturnType<typeof useCounting> }): ReactNode {
  const { number, customerName, customerArea, lines, remarks } = detail
  const t = useText()
  const pieces = piecesOf(lines)
  const done = lines.reduce((sum, { id, isCharge }) => sum + (isCharge ? 0 : countOf(counts, id)), 0)
  return (
    <Paper variant="outlined" sx={{ p: 2, display: 'grid', gap: 1, position: 'sticky', top: 0, zIndex: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <Box component="b" sx={{ fontSize: '1.625rem' }}>
          {number}
        </Box>
        <Box sx={{ fontSize: '1.125rem' }}>{[customerName, customerArea].filter(Boolean).join(' · ')}</Box>
        <Urgency invoice={detail} />
      </Box>
      {remarks !== '' && (
        <Box sx={{ fontSize: '1.0625rem', fontWeight: 650, color: 'warning.main', overflowWrap: 'anywhere' }}>
          {t('floor.pick.remarks', { remarks })}
        </Box>
      )}
      <Progress done={done} pieces={pieces} />
    </Paper>
  )
}
