import { QueryObserver } from '@tanstack/react-query'
import { createNewsDesk } from '../../src-renderer/core/news.ts'
import { createQueryClient } from '../../src-renderer/core/query-client.ts'
import { live } from '../../src-renderer/core/live.ts'
import { openDesk, type Ticket } from './browser.ts'
import { serveTasks, sharedNow } from './child.ts'
import { quantile } from './harness.ts'

/** A change of a card as it was acknowledged. */
export interface Acknowledged { readonly id: string; readonly version: number; readonly at: number }

/** By desk and card: from when on the desk showed which version. */
const shown: Map<string, { version: number; at: number }[]>[] = []

const tasks = {
  /** Each desk opens the board as the screen does: an answer kept by its tag, asked again when news concerns it. */
  async openBoards({ url, tickets, board }: { url: string; tickets: readonly Ticket[]; board: { sectionId: string; completedSince: string } }) {
    await Promise.all(tickets.map(async ticket => {
      const { api, transport } = await openDesk(url, ticket)
      const client = createQueryClient()
      transport.onNews(createNewsDesk(client).hear)
      const cards = new Map<string, { version: number; at: number }[]>()
      shown.push(cards)
      await new Promise<void>(resolve => new QueryObserver(client, live(api.kanban.getBoard, board)).subscribe(({ data }) => {
        if (!data) return
        const at = sharedNow()
        for (const { id, version } of data.cards) {
          const versions = cards.get(id)
          if (!versions) cards.set(id, [{ version, at }])
          else if (versions.at(-1)!.version < version) versions.push({ version, at })
        }
        resolve()
      }))
    }))
  },
  /** How long after its acknowledgement each change was on each desk, once it is on all of them. */
  async refreshed(changes: readonly Acknowledged[]) {
    const newest = new Map(changes.map(({ id, version }) => [id, version]))
    const isComplete = () => shown.every(cards => [...newest].every(([id, version]) => cards.get(id)!.at(-1)!.version >= version))
    const patience = sharedNow() + 30_000
    while (!isComplete()) {
      if (sharedNow() > patience) throw new Error('Not every desk shows the newest cards')
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    const delays = shown.flatMap(cards => changes.map(({ id, version, at }) => cards.get(id)!.find(one => one.version >= version)!.at - at))
    return { p50: quantile(delays, 0.5), p95: quantile(delays, 0.95), p99: quantile(delays, 0.99) }
  },
}
export type BoardTasks = typeof tasks
serveTasks(tasks)
