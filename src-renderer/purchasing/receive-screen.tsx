import ArrowBack from '@mui/icons-material/ArrowBack'
import MoveToInbox from '@mui/icons-material/MoveToInboxOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useMemo, useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { InputIssue } from '../../shared/core/errors.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import { mainStoreCode } from '../../shared/masters/rules.ts'
import type { purchasing } from '../../shared/purchasing/contract.ts'
import type { AwaitedLine, Receipt } from '../../shared/purchasing/receipts.ts'
import type { Store } from '../../shared/warehouse/stock.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import type { GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { issuesOf, errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showDone, showUndo } from '../core/toasts.ts'
import { DueText, OrderStatusChip } from './order-looks.tsx'
import { receivingPath } from './paths.ts'
import { useReceiveDefinition, type ArrivedRow } from './receive-definition.ts'
import { entryOf, recordOf } from './receive-rows.ts'
import { PlaceScan, ReceiveTools, RowsExcess } from './receive-tools.tsx'

type Awaited = OutputOf<typeof purchasing.getAwaited>

/** Goods of one order as they come off the truck: scan the item, type the quantity, post. */
export function ReceiveScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { orderId = '' } = useParams()
  const { data, error } = useLive(api.purchasing.getAwaited, { id: orderId }, { clears: true })
  if (data) return <ReceivePage key={data.order.id} awaited={data} />
  return (
    <PageFrame title={t('purchasing.receiving.title')}>
      {error ? (
        <EmptyState
          role="alert" icon={<MoveToInbox />} title={t('purchasing.receiving.gone')} hint={errorText(error)}
          actions={<Button variant="contained" component={Link} to={receivingPath}>{t('purchasing.receiving.title')}</Button>}
        />
      ) : <Skeleton variant="rounded" height={320} />}
    </PageFrame>
  )
}

const noStores: readonly Store[] = []

/** More than may come was entered: whoever may is asked instead. */
type Excess = readonly GridEntry<ArrivedRow, AwaitedLine>[]

function ReceivePage({ awaited: { order, lines, tolerance } }: { readonly awaited: Awaited }): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { percent } = useFormats()
  const stores = useLive(api.warehouse.listStores, {}).data ?? noStores
  const usual = stores.find(({ code }) => code === mainStoreCode) ?? stores[0]
  const [chosen, setChosen] = useState<string | null>(null)
  const [deliveryNote, setDeliveryNote] = useState('')
  const [excess, setExcess] = useState<Excess>()
  const [isAsking, setAsking] = useState(false)
  const grid = useEntryGrid(useReceiveDefinition(order.id, stores))
  const records = useMemo(() => lines.map(recordOf), [lines])
  const locationId = chosen ?? usual?.id ?? ''
  const arrivalOf = (entries: Excess) => ({ orderId: order.id, version: order.version, locationId, deliveryNote, lines: entries.map(entryOf) })

  async function save(entries: Excess): Promise<readonly GridRecord<ArrivedRow, AwaitedLine>[]> {
    setExcess(undefined)
    try {
      const receipt = await api.purchasing.receiveOrder(arrivalOf(entries))
      tellPosted(receipt)
    } catch (error) {
      if (issuesOf(error).some(isExcess)) setExcess(entries)
      throw error
    }
    return entries.map(({ data }) => recordOf(data!))
  }
  function tellPosted({ id, version, number }: Receipt): void {
    showUndo(t('purchasing.done.received', { number, order: order.number }), () => api.purchasing.reverseReceipt({ id, version, reason: t('purchasing.receiving.undo') }))
    void navigate(receivingPath)
  }
  async function ask(reason: string): Promise<void> {
    const { number } = await api.purchasing.requestOverReceipt({ ...arrivalOf(excess ?? []), reason })
    showDone(t('purchasing.done.asked', { number: order.number, request: number }))
    void navigate(receivingPath)
  }
  return (
    <PageFrame
      title={t('purchasing.receiving.of', { number: order.number })} fills
      subtitle={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
          <Button component={Link} to={receivingPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('purchasing.receiving.title')}</Button>
          <OrderStatusChip status={order.status} />
          <Box component="b" sx={{ color: 'text.primary' }}>{order.partnerName}</Box>
          {order.articleName !== null && <span>{order.articleName}</span>}
          <DueText {...order} />
          <span>{t('purchasing.receiving.scanHint')}</span>
        </Box>
      }
      filters={
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, maxWidth: 720 }}>
          <SelectInput label={t('purchasing.receiving.place')} isRequired value={locationId === '' ? null : locationId} onChange={setChosen} options={stores.map(({ id, name }) => ({ value: id, label: name }))} />
          <TextInput label={t('purchasing.receiving.deliveryNote')} value={deliveryNote} onChange={setDeliveryNote} />
        </Box>
      }
    >
      {excess && (
        <Alert severity="warning" action={<Button variant="contained" size="small" onClick={() => setAsking(true)}>{t('purchasing.receiving.ask')}</Button>}>
          {t('purchasing.receiving.tooMuch', { tolerance: percent(tolerance) })}
        </Alert>
      )}
      <RowsExcess store={grid.store} lines={lines} />
      <EntryGrid
        grid={grid} records={records} asked={order.id} save={save} autoFocus
        tools={<ReceiveTools store={grid.store} lines={lines} />}
      />
      <PlaceScan store={grid.store} places={stores} onChoose={setChosen} />
      {isAsking && (
        <ConfirmWithReason
          title={t('purchasing.receiving.askTitle')} text={t('purchasing.receiving.askText')} confirmLabel={t('purchasing.receiving.ask')}
          onConfirm={ask} onDone={() => setAsking(false)} onCancel={() => setAsking(false)}
        />
      )}
    </PageFrame>
  )
}

function isExcess({ reason }: InputIssue): boolean {
  return reason === 'errors.over-receipt'
}
