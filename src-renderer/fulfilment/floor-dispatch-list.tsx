import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import QrCodeScanner from '@mui/icons-material/QrCodeScanner'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import { useState, type ReactNode } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { deliveryKinds, type DeliveryKind } from '../../shared/fulfilment/rules.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { CardGrid, InvoiceCard, RestOfQueue } from './floor-card.tsx'
import { DeliveryDetail } from './floor-delivery-detail.tsx'
import { DispatchDialog } from './floor-dispatch-dialog.tsx'
import { EachDialog } from './floor-each.tsx'
import type { Queue } from './floor-queue.ts'
import { NumbersDialog } from './floor-numbers-dialog.tsx'
import { PapersButton } from './floor-papers.tsx'
import type { FloorWorker } from './floor-worker.tsx'

interface DispatchListProps {
  readonly queue: Queue
  readonly ready: readonly Invoice[]
  readonly worker: FloorWorker
}
type Chosen = Pick<Invoice, 'id' | 'number'>

/** What is ready to leave: chosen by scanning, ticking or pasting numbers, and sent together. */
export function DispatchList({ queue, ready, worker }: DispatchListProps): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [kind, setKind] = useState<DeliveryKind>()
  const [isPasting, setPasting] = useState(false)
  const [results, setResults] = useState<readonly EachInvoice[]>()
  const [sent, setSent] = useState<string>()
  const add = (more: readonly Chosen[]) => setChosen(before => [...before, ...more.filter(one => !before.some(({ id }) => id === one.id))])
  useScan(async code => {
    const { id, number, status, deliveryStatus } = await fulfilment.findInvoice({ number: code })
    if (status !== 'PACKED') return { isKnown: false, text: t('floor.dispatch.notPacked', { number, state: t(`fulfilment.statuses.${status}`) }) }
    if (deliveryStatus === 'TO_CONSIDER') return { isKnown: false, text: t('floor.dispatch.goneToDriver', { number }) }
    add([{ id, number }])
    return { isKnown: true, text: t('floor.dispatch.chosen', { number }) }
  })
  // What left meanwhile, from another desk, is not sent again.
  const outside = chosen.filter(({ id }) => !ready.some(one => one.id === id))
  function finish(each: readonly EachInvoice[], how: DeliveryKind): void {
    setKind(undefined)
    setChosen([])
    const done = each.filter(({ error }) => error === null)
    if (done.length < each.length) setResults(each)
    else if (how === 'COURIER' && done.length === 1) setSent(done[0]!.invoiceId)
  }
  return (
    <>
      <Alert severity="info" icon={<QrCodeScanner />} action={<Button onClick={() => setPasting(true)}>{t('floor.dispatch.paste')}</Button>}>
        {t('floor.dispatch.hint')}
      </Alert>
      {chosen.length > 0 && (
        <Box
          sx={{
            position: 'sticky',
            top: 0,
            zIndex: 2,
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1,
            p: 1.5,
            borderRadius: 1,
            bgcolor: 'tint.primary',
          }}
        >
          <Box component="b" sx={{ mr: 'auto' }}>
            {t('floor.dispatch.count', { count: chosen.length })}
            {outside.length > 0 && (
              <Box component="span" sx={{ fontWeight: 400 }}>
                {' '}
                · {outside.map(({ number }) => number).join(', ')}
              </Box>
            )}
          </Box>
          <Button color="inherit" onClick={() => setChosen([])}>
            {t('floor.dispatch.none')}
          </Button>
          {deliveryKinds.map(one => (
            <Button key={one} variant="contained" disabled={!worker.isProved} onClick={() => setKind(one)}>
              {t(`floor.dispatch.ways.${one}`)}
            </Button>
          ))}
        </Box>
      )}
      {ready.length === 0 && <EmptyState icon={<LocalShipping />} title={t('floor.dispatch.nothing')} hint={t('floor.dispatch.nothingHint')} />}
      <CardGrid>
        {ready.map(invoice => {
          const isChosen = chosen.some(({ id }) => id === invoice.id)
          return (
            <InvoiceCard
              key={invoice.id}
              invoice={invoice}
              isChosen={isChosen}
              actions={<PapersButton invoice={invoice} first="deliveryNote" />}
              before={
                <Checkbox
                  checked={isChosen}
                  onChange={(_event, isOn) => (isOn ? add([invoice]) : setChosen(chosen.filter(({ id }) => id !== invoice.id)))}
                  slotProps={{ input: { 'aria-label': t('floor.pick.choose', { number: invoice.number }) } }}
                />
              }
            />
          )
        })}
      </CardGrid>
      <RestOfQueue queue={queue} />
      {kind && (
        <DispatchDialog kind={kind} invoices={chosen} proof={worker.proof} onSent={each => finish(each, kind)} onClose={() => setKind(undefined)} />
      )}
      {isPasting && <NumbersDialog onFound={add} onClose={() => setPasting(false)} />}
      {results && <EachDialog title={t('floor.dispatch.results')} results={results} onClose={() => setResults(undefined)} />}
      {sent !== undefined && <DeliveryDetail invoiceId={sent} proof={worker.proof} onClose={() => setSent(undefined)} />}
    </>
  )
}
