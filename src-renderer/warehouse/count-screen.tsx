import ArrowBack from '@mui/icons-material/ArrowBack'
import Checklist from '@mui/icons-material/ChecklistOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { allowsCountAct, isCompared } from '../../shared/warehouse/count-rules.ts'
import type { StockCountDetail } from '../../shared/warehouse/counts.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { reportPath, stockCountsPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { CountFoundDialog } from './count-found-dialog.tsx'
import { CountCompareGrid } from './count-compare-grid.tsx'
import { CountEntryGrid } from './count-entry-grid.tsx'
import { BandChip, CountStatusChip, useScopeText } from './count-look.tsx'

/** One count from its preparation to its posting. */
export function CountScreen(): ReactNode {
  const t = useText()
  const { countId = '' } = useParams()
  const { data, error, refetch } = useLive(useApi().warehouse.getCount, { id: countId }, { clears: true })
  if (data) return <Count detail={data} />
  return <PageFrame title={t('warehouse.counts.title')}>{error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />}</PageFrame>
}

function Count({ detail }: { readonly detail: StockCountDetail }): ReactNode {
  const t = useText()
  const { count, passes } = detail
  const [asked, setPass] = useState<1 | 2>()
  const pass = passes.find(one => one === asked) ?? passes[0]
  return (
    <PageFrame title={count.number} fills subtitle={<Head detail={detail} />} actions={<Acts detail={detail} pass={pass} />}>
      <Hint detail={detail} />
      {passes.length > 1 && pass !== undefined && (
        <ToggleButtonGroup exclusive value={pass} onChange={(_event, next: 1 | 2 | null) => next && setPass(next)} aria-label={t('warehouse.counts.counters')} sx={{ alignSelf: 'start' }}>
          <ToggleButton value={1}>{t('warehouse.counts.first')}</ToggleButton>
          <ToggleButton value={2}>{t('warehouse.counts.second')}</ToggleButton>
        </ToggleButtonGroup>
      )}
      {count.status === 'COUNTING' && pass !== undefined && <CountEntryGrid key={count.isOnPaper ? `${count.id} ${pass}` : count.id} detail={detail} pass={pass} />}
      {isCompared(count.status) && <CountCompareGrid key={count.id} detail={detail} isOpen={count.status === 'COMPARED' && detail.openRequest === null} />}
      {count.status === 'DRAFT' && <EmptyState icon={<Checklist />} title={t('warehouse.counts.isPrepared')} hint={t('warehouse.counts.isPreparedHint')} />}
      {count.status === 'CANCELLED' && <EmptyState icon={<Checklist />} title={t('warehouse.counts.statuses.CANCELLED')} hint={count.cancelReason ?? undefined} />}
    </PageFrame>
  )
}

function Head({ detail: { count, band } }: { readonly detail: StockCountDetail }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const scopeText = useScopeText()
  const counters = [count.firstCounterName, count.secondCounterName].filter(Boolean).join(', ')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Button component={Link} to={stockCountsPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('warehouse.counts.back')}</Button>
      <CountStatusChip status={count.status} />
      {band && <BandChip band={band} />}
      <span>{[scopeText(count), count.notes, counters, count.postedAt && `${count.postedByName ?? ''}, ${instant(count.postedAt, 'short')}`].filter(Boolean).join(' · ')}</span>
    </Box>
  )
}

/** What is to be done now, and by whom. */
function Hint({ detail: { count, passes, entered, lines, openRequest, band } }: { readonly detail: StockCountDetail }): ReactNode {
  const t = useText()
  const { time, instant } = useFormats()
  if (count.status === 'COUNTING') {
    const isFrozen = count.frozenUntil !== null && count.frozenUntil > new Date().toISOString()
    const progress = t('warehouse.counts.progress', { first: entered[0], second: entered[1], total: lines.length })
    return (
      <Alert severity={passes.length > 0 ? 'info' : 'warning'}>
        {[passes.length > 0 ? t('warehouse.counts.blind') : t('warehouse.counts.notYours'), progress, isFrozen && t('warehouse.counts.frozen', { time: time(count.frozenUntil ?? '') })].filter(Boolean).join(' ')}
      </Alert>
    )
  }
  if (count.status === 'REVERSED') {
    const about = { by: count.reversedByName ?? '', time: instant(count.reversedAt ?? '', 'short'), reason: count.reverseReason ?? '' }
    return <Alert severity="info">{t('warehouse.counts.reversedHint', about)}</Alert>
  }
  if (openRequest !== null) return <Alert severity="warning">{t('warehouse.counts.waits', { number: openRequest })}</Alert>
  const open = lines.filter(({ compared }) => compared?.needsRecount).length
  if (count.status === 'COMPARED' && open > 0) return <Alert severity="warning">{t('warehouse.counts.recountsLeft', { count: open })}</Alert>
  return count.status === 'COMPARED' && band !== null && band !== 'AUTOMATIC' ? <Alert severity="info">{t('warehouse.counts.needsCauses')}</Alert> : null
}

function Acts({ detail, pass }: { readonly detail: StockCountDetail; readonly pass: 1 | 2 | undefined }): ReactNode {
  const { count, mayDecide, openRequest, passes, lines } = detail
  const t = useText()
  const { warehouse } = useApi()
  const may = useMay()
  const [isCancelling, setCancelling] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const [isReversing, setReversing] = useState(false)
  const [isNaming, setNaming] = useState(false)
  const at = { id: count.id, version: count.version }
  const start = useCommand(warehouse.startCount, { done: () => t('warehouse.counts.started') })
  const finish = useCommand(warehouse.finishCounting, { done: ({ status }) => t(status === 'COMPARED' ? 'warehouse.counts.comparedNow' : 'warehouse.counts.finished') })
  const post = useCommand(warehouse.postCount, { done: ({ request }) => (request ? t('warehouse.counts.asked', { number: request.number }) : t('warehouse.counts.posted', { number: count.number })) })
  const isOpen = count.status === 'DRAFT' || count.status === 'COUNTING' || count.status === 'COMPARED'
  const mayReverse = allowsCountAct(count.status, 'reverse') && may('warehouse.update') && !detail.hasCounted
  const isSettled = lines.every(({ compared }) => compared?.needsRecount === false)
  return (
    <>
      {may('reports.view') && count.status !== 'DRAFT' && (
        <Button component={Link} variant="outlined" startIcon={<Print />} to={`${reportPath(count.status === 'COUNTING' ? 'countSheet' : 'countVariance')}?number=${count.number}`}>
          {t(count.status === 'COUNTING' ? 'warehouse.counts.sheet' : 'warehouse.counts.varianceReport')}
        </Button>
      )}
      {mayReverse && <Button color="error" variant="outlined" onClick={() => setReversing(true)}>{t('warehouse.counts.reverse')}</Button>}
      {isOpen && openRequest === null && may('warehouse.execute') && <Button onClick={() => setCancelling(true)}>{t('warehouse.counts.cancel')}</Button>}
      {count.status === 'DRAFT' && may('warehouse.execute') && <Button variant="contained" onClick={() => start.mutate(at)} loading={start.isPending}>{t('warehouse.counts.start')}</Button>}
      {count.status === 'COUNTING' && passes.length > 0 && <Button variant="outlined" onClick={() => setAdding(true)}>{t('warehouse.counts.addFound')}</Button>}
      {count.status === 'COUNTING' && passes.length > 0 && pass !== undefined && <Button variant="contained" onClick={() => (count.isOnPaper ? setNaming(true) : finish.mutate({ id: count.id, pass }))} loading={finish.isPending}>{t('warehouse.counts.finish')}</Button>}
      {count.status === 'COMPARED' && openRequest === null && may('warehouse.execute') && (
        <Button variant="contained" disabled={!isSettled} onClick={() => post.mutate(at)} loading={post.isPending}>{t(mayDecide ? 'warehouse.counts.post' : 'warehouse.counts.ask')}</Button>
      )}
      {isAdding && <CountFoundDialog detail={detail} onClose={() => setAdding(false)} />}
      {isNaming && (
        <ConfirmWithReason
          title={`${t('warehouse.counts.finish')} · ${t(pass === 2 ? 'warehouse.counts.second' : 'warehouse.counts.first')}`} text={t('warehouse.counts.sheetNameText')} confirmLabel={t('warehouse.counts.finish')} reasonLabel={t('warehouse.counts.sheetName')}
          onConfirm={countedBy => finish.mutateAsync({ id: count.id, pass, countedBy })} onDone={() => setNaming(false)} onCancel={() => setNaming(false)}
        />
      )}
      {isReversing && (
        <ConfirmWithReason
          title={t('warehouse.counts.reverseTitle', { number: count.number })} text={t('warehouse.counts.reverseText')} confirmLabel={t('warehouse.counts.reverse')} isDangerous lineName={line => lines[line]?.itemName}
          onConfirm={async reason => {
            await warehouse.reverseCount({ ...at, reason })
            showDone(t('warehouse.counts.reversed', { number: count.number }))
          }}
          onDone={() => setReversing(false)} onCancel={() => setReversing(false)}
        />
      )}
      {isCancelling && (
        <ConfirmWithReason
          title={t('warehouse.counts.cancelTitle', { number: count.number })} text={t('warehouse.counts.cancelText')} confirmLabel={t('warehouse.counts.cancel')} isDangerous
          onConfirm={async reason => {
            await warehouse.cancelCount({ ...at, reason })
            showDone(t('warehouse.counts.cancelled', { number: count.number }))
          }}
          onDone={() => setCancelling(false)} onCancel={() => setCancelling(false)}
        />
      )}
    </>
  )
}
