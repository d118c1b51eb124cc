import ArrowBack from '@mui/icons-material/ArrowBack'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import { Link as RouterLink, useParams } from 'react-router'
import { isZero, maxDecimal, subtractDecimals, zero } from '../../shared/core/decimal.ts'
import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'
import { ApprovalButtons } from '../components/approval-buttons.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useWaiting } from '../core/approvals.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { receivingPath, recordPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { CartonLists } from './carton-lists.tsx'
import { DeliverySwitch } from './delivery-switch.tsx'
import { ReceivingChip } from './looks.tsx'
import { PostedReceipts } from './posted-receipts.tsx'
import { ReceivingActs } from './receiving-acts.tsx'
import { ScanBar } from './scan-bar.tsx'

/** One delivery's cartons on their way into the store: scanned one by one, what is missing at a glance, then confirmed. */
export function ReceivingScreen(): ReactNode {
  const t = useText()
  const { id = '' } = useParams()
  const { data, error } = useLive(useApi().finishedGoods.getReceiving, { id }, { clears: true })
  if (data) return <Receiving key={data.id} detail={data} />
  return (
    <PageFrame title={t('finishedGoods.arriving.title')}>
      {error ? (
        <EmptyState
          role="alert" icon={<SearchOff />} title={t('finishedGoods.receive.notFound')} hint={error.code === 'not-found' ? t('finishedGoods.receive.notFoundHint') : errorText(error)}
          actions={<Button variant="contained" component={RouterLink} to={receivingPath}>{t('finishedGoods.receive.back')}</Button>}
        />
      ) : <Skeleton variant="rounded" height={320} />}
    </PageFrame>
  )
}

function Receiving({ detail }: { readonly detail: ReceivingDetail }): ReactNode {
  const mayReceive = useMay()('finishedGoods.create') && detail.waiting.length === 0
  const isAwaited = !detail.isClosed || detail.scannedCount < detail.cartonCount
  return (
    <PageFrame title={detail.manufacturingNumber} subtitle={<Identity detail={detail} />} actions={<ReceivingActs detail={detail} />}>
      <DeliverySwitch detail={detail} />
      <Waiting detail={detail} />
      <PostedReceipts detail={detail} />
      {isAwaited && mayReceive && <ScanBar detail={detail} />}
      <Figures detail={detail} />
      {!detail.isClosed && <Obstacles detail={detail} />}
      <CartonLists detail={detail} mayChange={mayReceive && detail.scannedCount > detail.receivedCount} />
    </PageFrame>
  )
}

function Identity({ detail }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  const mayOpen = useMay()('planning.view')
  const { manufacturingOrderId, articleName, week, destination, shipDay, state } = detail
  const path = recordPath('manufacturingOrder', manufacturingOrderId)
  const delivery = [week, destination === null ? null : t(`planning.destinations.${destination}`)].filter(Boolean).join(' · ')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
      <Button component={RouterLink} to={receivingPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('finishedGoods.receive.back')}</Button>
      <ReceivingChip state={state} />
      <Box component="b" sx={{ color: 'text.primary' }}>{mayOpen && path !== undefined ? <Link component={RouterLink} to={path}>{articleName}</Link> : articleName}</Box>
      {delivery !== '' && <span>{delivery}</span>}
      <span>{t('planning.fields.shipDay')} {day(shipDay)}</span>
    </Box>
  )
}

/** A difference that somebody is asked about, decided right here by whoever may. */
function Waiting({ detail: { waiting, manufacturingNumber, articleName, receipt } }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  const { stepOf } = useWaiting()
  return waiting.map(({ id, number, kind }) => {
    const step = stepOf(id)
    const title = textOf(`approvals.kinds.${kind}.title`, { order: manufacturingNumber, article: articleName, receipt: receipt?.number ?? '' }) ?? ''
    return (
      <Alert key={id} severity="info" sx={{ alignItems: 'center' }} action={step === undefined ? undefined : <ApprovalButtons id={id} step={step} number={number} title={title} />}>
        {t('finishedGoods.receive.waiting', { number })}: {title}
      </Alert>
    )
  })
}

function Figures({ detail: { ordered, packed, received, difference, hasRest, unitCode } }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  const { decimal, percent } = useFormats()
  const sized = (quantity: typeof ordered) => `${decimal(quantity)}\u00a0${unitCode}`
  return (
    <FigureRow
      figures={[
        { label: t('finishedGoods.receive.figures.ordered'), value: sized(ordered) }, { label: t('finishedGoods.receive.figures.packed'), value: sized(packed) },
        { label: t('finishedGoods.receive.figures.received'), value: sized(received) },
        hasRest ? { label: t('finishedGoods.receive.figures.toCome'), value: sized(maxDecimal(zero, subtractDecimals(maxDecimal(ordered, packed), received))) } : { label: t('finishedGoods.receive.figures.difference'), value: isZero(difference.pieces) ? '–' : sized(difference.pieces), hint: difference.isAny ? percent(difference.percent) : undefined },
      ]}
    />
  )
}

function Obstacles({ detail: { obstacles, cartonsShortOfPallet, difference, hasRest } }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  const others = obstacles.filter(obstacle => obstacle !== 'cartons')
  const isBeyond = difference.isBeyondTolerance && !hasRest
  if (others.length === 0 && !isBeyond) return null
  return (
    <Alert severity={hasRest ? 'info' : 'warning'}>
      {others.map(obstacle => <div key={obstacle}>{t(`finishedGoods.receive.obstacles.${obstacle}`, { count: cartonsShortOfPallet })}</div>)}
      {isBeyond && <div>{t('finishedGoods.receive.beyond')}</div>}
    </Alert>
  )
}
