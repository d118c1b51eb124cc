import { createHash, type Hash } from 'node:crypto'
import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import type { FulfilmentBoard } from '../../shared/fulfilment/history.ts'
import type { InputOf, Query } from '../../shared/core/procedure.ts'
import type { Api, Call } from '../../src-renderer/core/client.ts'
import { live } from '../../src-renderer/core/live.ts'
import { createNewsDesk } from '../../src-renderer/core/news.ts'
import { createQueryClient } from '../../src-renderer/core/query-client.ts'
import { openDesk } from './browser.ts'
import { eventLine, type Hand, type HeardEvents } from './fulfilment-hands.ts'

/** A desk with its screen open: what that shows is asked again whenever news concerns it. */
export interface FloorDesk extends Hand {
  readonly api: Api
  /** Lays an invoice on the table; what it gives takes it away again. */
  lay(invoiceId: string): () => void
  forget(): void
  heard(): HeardEvents
  board(): FulfilmentBoard | undefined
  close(): void
}

/** So many of each queue are shown. */
const queueLength = 50

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
  const { getBoard, getMyWork, getInvoice, listConsolidation, listReturns } = api.fulfilment
  const { badge, role } = hand
  if (role !== 'Driver') watch(client, getBoard, { queueLength })
  if (role === 'Billing') watch(client, listReturns, { filter: { isOpen: true }, total: true })
  else watch(client, getMyWork, { badge })
  if (role === 'Packer') watch(client, listConsolidation, {})
  return {
    ...hand, api,
    lay: invoiceId => watch(client, getInvoice, { id: invoiceId }),
    forget() {
      ;[count, digest] = [0, createHash('sha256')]
    },
    heard: () => ({ count, digest: digest.copy().digest('hex') }),
    board: () => client.getQueryData<{ readonly value: FulfilmentBoard }>([...getBoard.path, { queueLength }])?.value,
    close() {
      newsDesk.stop()
      transport.disconnect()
    },
  }
}

function watch<P extends Query>(client: QueryClient, call: Call<P>, input: InputOf<P>): () => void {
  return new QueryObserver(client, live(call, input)).subscribe(() => {})
}
