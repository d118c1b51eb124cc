import Inventory from '@mui/icons-material/Inventory2Outlined'
import QrCodeScanner from '@mui/icons-material/QrCodeScanner'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { features } from '../../shared/features/settings.ts'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useSetting } from '../core/setting.ts'
import { CardGrid, InvoiceCard, RestOfQueue } from './floor-card.tsx'
import { EachDialog } from './floor-each.tsx'
import { useQueue } from './floor-queue.ts'
import type { FloorWorker } from './floor-worker.tsx'

/** What is to be picked: the urgent first, then what has waited longest. */
export function PickQueue({ worker: { proof, isProved } }: { readonly worker: FloorWorker }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { fulfilment } = useApi()
  const waiting = useQueue('pick')
  // What billing corrected waits for whoever is free, without being in anybody's hands (IF-4).
  const again = useQueue('again')
  const hasRounds = useSetting(features.bulkPicking)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [results, setResults] = useState<readonly EachInvoice[]>()
  const start = useCommand(fulfilment.startPicking)
  const startRound = useCommand(fulfilment.startRound, {
    onSuccess(each) {
      setChosen([])
      if (each.some(one => one.error !== null)) setResults(each)
    },
  })
  if (!waiting.invoices || !again.invoices) {
    const failed = [waiting, again].find(({ error }) => error)
    return failed ? <FailureState error={failed.error} onRetry={failed.refetch} /> : <Skeleton variant="rounded" height={320} />
  }
  if (waiting.count + again.count === 0) {
    return <EmptyState icon={<Inventory />} title={t('floor.pick.nothing')} hint={t('floor.pick.nothingHint')} />
  }
  const card = (invoice: Invoice) => (
    <InvoiceCard
      key={invoice.id}
      invoice={invoice}
      isChosen={chosen.includes(invoice.id)}
      before={
        hasRounds &&
        !invoice.isOnHold && (
          <Checkbox
            checked={chosen.includes(invoice.id)}
            onChange={(_event, isOn) => setChosen(isOn ? [...chosen, invoice.id] : chosen.filter(id => id !== invoice.id))}
            slotProps={{ input: { 'aria-label': t('floor.pick.choose', { number: invoice.number }) } }}
          />
        )
      }
      actions={
        <Button
          variant="contained"
          size="large"
          disabled={!isProved || invoice.isOnHold}
          loading={start.isPending && start.variables.invoiceId === invoice.id}
          onClick={() => start.mutate({ invoiceId: invoice.id, ...proof })}
        >
          {t('floor.pick.start')}
        </Button>
      }
    />
  )
  return (
    <>
      <Alert
        severity={isProved ? 'info' : 'warning'}
        icon={<QrCodeScanner />}
        action={
          hasRounds &&
          chosen.length > 0 && (
            <Button
              variant="contained"
              loading={startRound.isPending}
              disabled={!isProved}
              onClick={() => startRound.mutate({ invoiceIds: [...chosen], ...proof })}
            >
              {t('floor.pick.startRound', { count: chosen.length })}
            </Button>
          )
        }
      >
        {t(isProved ? 'floor.pick.queueHint' : 'floor.pick.badgeFirst')}
      </Alert>
      {again.count > 0 && (
        <>
          <Typography component="h2" variant="h2">
            {t('floor.pick.again', { invoices: integer(again.count) })}
          </Typography>
          <CardGrid>{again.invoices.map(card)}</CardGrid>
          <RestOfQueue queue={again} />
        </>
      )}
      <Typography component="h2" variant="h2">
        {t('floor.pick.waiting', { invoices: integer(waiting.count) })}
      </Typography>
      <CardGrid>{waiting.invoices.map(card)}</CardGrid>
      <RestOfQueue queue={waiting} />
      {results && <EachDialog title={t('floor.pick.roundBegun')} results={results} onClose={() => setResults(undefined)} />}
    </>
  )
}
