import { createHash, type Hash } from 'node:crypto'
import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import type { FulfilmentBoard } from '../../shared/fulfilment/history.ts'
import type { FloorQueue } from '../../shared/fulfilment/queues.ts'
import type { InputOf, Query } from '../../shared/core/procedure.ts'
import type { Api, Call } from '../../src-renderer/core/client.ts'
import { live } from '../../src-renderer/core/live.ts'
import { createNewsDesk } from '../../src-renderer/core/news.ts'
import { createQueryClient } from '../../src-renderer/core/query-client.ts'
import { openDesk } from './browser.ts'
import { eventLine, type FloorRole, type Hand, type HeardEvents } from './fulfilment-hands.ts'

/** A desk with its screen open: what that shows is asked again whenever news concerns it. */
export interface FloorDesk extends Hand {
  readonly api: Api
  /** Lays an invoice on the table; what it gives takes it away again. */
  lay(invoiceId: string): () => void
  forget(): void
  heard(): HeardEvents
  /** The day's figures, where they are looked at: in the office. */
  board(): FulfilmentBoard | undefined
  /** How many wait in each queue that this desk shows, as it shows them. */
  waiting(): Partial<Record<FloorQueue, number | undefined>>
  close(): void
}

/** Whose screen shows which queues, and how much of each. */
const shown: Readonly<Record<FloorRole, readonly FloorQueue[]>> = { Picker: ['pick', 'again'], Packer: ['check', 'box'], Delivery: ['ready', 'driver', 'road'], Driver: [], Billing: [] }
const length = 50
const figures = { queueLength: 0 }

export async function openFloorDesk(url: string, hand: Hand): Promise<FloorDesk> {
  const { api, transport } = await openDesk(url, hand)
  const client = createQueryClient()
  const newsDesk = createNewsDesk(client)
  let [count, digest]: [number, Hash] = [0, createHash('sha256')]
  transport.onNews(news => {
    if (news === 'everything') throw new Error('A desk was told to read everything')
    for (const { entity, id } of news) digest.update(eventLine(entity, id))
    count += news.length
    newsDesk.hear(news)
  })
  const { getBoard, getMyWork, getInvoice, listConsolidation, listQueue, listReturns } = api.fulfilment
  const { badge, role } = hand
  for (const queue of shown[role]) watch(client, listQueue, { queue, length })
  if (role === 'Billing') {
    watch(client, getBoard, figures)
    watch(client, listReturns, { filter: { isOpen: true }, total: true })
  } else watch(client, getMyWork, { badge })
  if (role === 'Packer') watch(client, listConsolidation, {})
  return {
    ...hand, api,
    lay: invoiceId => watch(client, getInvoice, { id: invoiceId }),
    forget() {
      ;[count, digest] = [0, createHash('sha256')]
    },
    heard: () => ({ count, digest: digest.copy().digest('hex') }),
    board: () => client.getQueryData<{ readonly value: FulfilmentBoard }>([...getBoard.path, figures])?.value,
    waiting: () => Object.fromEntries(shown[role].map(queue => [queue, client.getQueryData<{ readonly value: { readonly count: number } }>([...listQueue.path, { queue, length }])?.value.count])),
    close() {
      newsDesk.stop()
      transport.disconnect()
    },
  }
}

function watch<P extends Query>(client: QueryClient, call: Call<P>, input: InputOf<P>): () => void {
  return new QueryObserver(client, live(call, input)).subscribe(() => {})
}
