import ArrowBack from '@mui/icons-material/ArrowBack'
import AllInbox from '@mui/icons-material/AllInboxOutlined'
import QrCodeScanner from '@mui/icons-material/QrCodeScanner'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router'
import { AppError } from '../../shared/core/errors.ts'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { CardGrid, InvoiceCard, RestOfQueue } from './floor-card.tsx'
import { DeskPrinterButton } from './floor-desk-printer.tsx'
import { PackingHistory } from './floor-history.tsx'
import { PackingTable } from './floor-packing-table.tsx'
import { floorPaths, packingOf } from './floor-paths.ts'
import { useQueue } from './floor-queue.ts'
import { useFloorWorker, WorkerLine, type FloorWorker } from './floor-worker.tsx'
import { InvoiceChip } from './looks.tsx'

/** Where what was picked is checked, put into trays and boxes, and closed. */
export function FloorPackingScreen(): ReactNode {
  const t = useText()
  const worker = useFloorWorker()
  const [params] = useSearchParams()
  const invoiceId = params.get('invoice')
  const [tab, setTab] = useState<'work' | 'history'>('work')
  const isHistory = invoiceId === null && tab === 'history'
  useOpenByScan()
  return (
    <PageFrame
      title={t('floor.pack.title')}
      subtitle={<WorkerLine worker={worker} />}
      actions={
        <>
          <DeskPrinterButton />
          {invoiceId !== null && (
            <Button component={RouterLink} to={floorPaths.packing} variant="outlined" startIcon={<ArrowBack />}>
              {t('floor.pack.back')}
            </Button>
          )}
        </>
      }
      fills={isHistory}
      {...(invoiceId === null && {
        filters: (
          <Tabs value={tab} onChange={(_event, next: typeof tab) => setTab(next)}>
            <Tab value="work" label={t('floor.tabs.work')} />
            <Tab value="history" label={t('floor.tabs.history')} />
          </Tabs>
        ),
      })}
    >
      {isHistory ? <PackingHistory proof={worker.proof} /> : invoiceId === null ? <Waiting worker={worker} /> : <PackingTable key={invoiceId} invoiceId={invoiceId} worker={worker} />}
    </PageFrame>
  )
}

/** What is to be done next; a scanned number or tray lays its invoice on the table. */
function Waiting({ worker }: { readonly worker: FloorWorker }): ReactNode {
  const t = useText()
  const toCheck = useQueue('check')
  const toBox = useQueue('box')
  const groups = useLive(useApi().fulfilment.listConsolidation, {})
  if (!toCheck.invoices || !toBox.invoices) {
    const failed = [toCheck, toBox].find(({ error }) => error)
    return failed ? <FailureState error={failed.error} onRetry={failed.refetch} /> : <Skeleton variant="rounded" height={320} />
  }
  const held = (groups.data ?? []).flatMap(({ invoices }) => invoices.map(({ id }) => id))
  // What waits for its customer's other invoices is in nobody's hands.
  const mine = (worker.work.data?.packing ?? []).filter(({ id }) => !held.includes(id))
  const others = toBox.invoices.filter(({ id }) => !mine.some(one => one.id === id))
  const othersCount = toBox.count - mine.filter(({ status, isSelfBoxing }) => status === 'BOXING' && !isSelfBoxing).length
  const isIdle = mine.length + toCheck.count + toBox.count + held.length === 0
  return (
    <>
      <Alert severity="info" icon={<QrCodeScanner />}>
        {t('floor.pack.hint')}
      </Alert>
      {isIdle && <EmptyState icon={<AllInbox />} title={t('floor.pack.nothing')} hint={t('floor.pack.nothingHint')} />}
      <Group title={t('floor.pack.mine')} invoices={mine} hasState />
      <Group title={t('floor.pack.toCheck')} {...toCheck} invoices={toCheck.invoices} />
      <Group title={t('floor.pack.toBox')} invoices={others} count={othersCount} more={toBox.more} />
      {groups.data?.map(({ customerId, customerName, invoices }) => (
        <Group
          key={customerId}
          title={t('floor.pack.held', { customer: customerName })}
          hint={t('floor.pack.heldHint', { count: invoices.length })}
          invoices={invoices}
          actions={<Release customerId={customerId} customerName={customerName} worker={worker} />}
        />
      ))}
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly hint?: string
  readonly invoices: readonly Invoice[]
  readonly actions?: ReactNode
  readonly hasState?: boolean
  /** How many there are, where they are not all shown, and what shows more of them. */
  readonly count?: number
  readonly more?: (() => void) | undefined
}

function Group({ title, hint, invoices, actions, hasState = false, count = invoices.length, more }: GroupProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  if (count === 0) return null
  return (
    <Section title={`${title} (${integer(count)})`} {...(hint !== undefined && { hint })} actions={actions}>
      <Box sx={{ p: 2 }}>
        <CardGrid>
          {invoices.map(invoice => (
            <InvoiceCard
              key={invoice.id}
              invoice={invoice}
              actions={
                <Button component={RouterLink} to={packingOf(invoice.id)} variant="contained" size="large">
                  {t('floor.pack.open')}
                </Button>
              }
            >
              {hasState && (
                <div>
                  <InvoiceChip status={invoice.status} />
                </div>
              )}
            </InvoiceCard>
          ))}
        </CardGrid>
        <RestOfQueue queue={{ invoices, count, more }} />
      </Box>
    </Section>
  )
}

function Release({
  customerId,
  customerName,
  worker: { proof },
}: {
  readonly customerId: string
  readonly customerName: string
  readonly worker: FloorWorker
}): ReactNode {
  const t = useText()
  const release = useCommand(useApi().fulfilment.releaseConsolidation, { done: () => t('floor.pack.released', { customer: customerName }) })
  return (
    <Button loading={release.isPending} onClick={() => release.mutate({ customerId, ...proof })}>
      {t('floor.pack.release')}
    </Button>
  )
}

/** What the invoice on the table does not take for its own: a number or a tray lays another one on it. */
function useOpenByScan(): void {
  const t = useText()
  const navigate = useNavigate()
  const { fulfilment } = useApi()
  useScan(async code => {
    const { id, number } = await fulfilment.findInvoice({ number: code }).catch((error: unknown) => {
      // No invoice has it: it may be a tray's.
      if (error instanceof AppError && error.code === 'invoice-unknown') return fulfilment.findTray({ code })
      throw error
    })
    void navigate(packingOf(id))
    return { isKnown: true, text: t('floor.pack.onTable', { number }) }
  })
}
