import Skeleton from '@mui/material/Skeleton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { DeskPrinterButton } from './floor-desk-printer.tsx'
import { EachDialog } from './floor-each.tsx'
import { PickingHistory } from './floor-history.tsx'
import { PickQueue } from './floor-pick-queue.tsx'
import { PickSession } from './floor-pick-session.tsx'
import { Round } from './floor-round.tsx'
import { useFloorWorker, WorkerLine, type FloorWorker } from './floor-worker.tsx'

/** Whoever picks: what they have in hand, else what is to be picked next. */
export function FloorPickingScreen(): ReactNode {
  const t = useText()
  const worker = useFloorWorker()
  const [tab, setTab] = useState<'work' | 'history'>('work')
  return (
    <PageFrame
      title={t('fulfilment.myPicking')}
      subtitle={<WorkerLine worker={worker} />}
      actions={<DeskPrinterButton />}
      fills={tab === 'history'}
      filters={
        <Tabs value={tab} onChange={(_event, next: typeof tab) => setTab(next)}>
          <Tab value="work" label={t('floor.tabs.work')} />
          <Tab value="history" label={t('floor.tabs.history')} />
        </Tabs>
      }
    >
      {tab === 'history' ? <PickingHistory proof={worker.proof} /> : <Work worker={worker} />}
    </PageFrame>
  )
}

/** A scanned number begins what waits. */
function Work({ worker }: { readonly worker: FloorWorker }): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const { data, error, refetch } = worker.work
  // What an invoice in hand does not take. As long as it is not known whether there is one, a number leads nowhere else either.
  useScan(async code => {
    const { id, number } = await fulfilment.findInvoice({ number: code })
    await fulfilment.startPicking({ invoiceId: id, ...worker.proof })
    return { isKnown: true, text: t('floor.pick.begun', { number }) }
  })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />
  return data.picking.length === 0 ? <PickQueue worker={worker} /> : <InHand invoices={data.picking} worker={worker} />
}

/** One invoice after the other; on a round of several, whichever is chosen or whose number is scanned. */
function InHand({ invoices, worker }: { readonly invoices: readonly Invoice[]; readonly worker: FloorWorker }): ReactNode {
  const t = useText()
  const [chosen, setChosen] = useState<string>()
  const [refused, setRefused] = useState<readonly EachInvoice[]>()
  const current = invoices.find(({ id }) => id === chosen) ?? invoices[0]!
  return (
    <>
      {invoices.length > 1 && <Round invoices={invoices} currentId={current.id} worker={worker} onChosen={setChosen} onRefused={setRefused} />}
      <PickSession key={current.id} invoice={current} worker={worker} />
      <RoundScan invoices={invoices} currentId={current.id} onChosen={setChosen} />
      {refused && <EachDialog title={t('floor.pick.roundResults')} results={refused} onClose={() => setRefused(undefined)} />}
    </>
  )
}

/** Asked before the session, which takes whatever it does not know for a wrong item. */
function RoundScan({
  invoices,
  currentId,
  onChosen,
}: {
  readonly invoices: readonly Invoice[]
  readonly currentId: string
  onChosen(id: string): void
}): null {
  const t = useText()
  useScan(code => {
    const found = invoices.find(({ number }) => number.toUpperCase() === code.toUpperCase())
    if (found === undefined) return undefined
    onChosen(found.id)
    return { isKnown: true, text: t(found.id === currentId ? 'floor.pick.thisOne' : 'floor.pick.nowThis', { number: found.number }) }
  }, 'first')
  return null
}
