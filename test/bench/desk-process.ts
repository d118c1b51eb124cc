import { WebSocket } from 'ws'
import { openDesk, type Ticket } from './browser.ts'
import { serveTasks, sharedNow } from './child.ts'
import { quantile } from './harness.ts'

/** Many desks in one process: desks of our host with the screens' own client, and bare sockets to compare with. */
export interface Heard { readonly p50: number; readonly p95: number; readonly p99: number; readonly last: number }

/** When each desk had each piece of news, in the order of the news. */
let heard: number[][] = []

const tasks = {
  async openDesks({ url, tickets }: { url: string; tickets: readonly Ticket[] }) {
    await Promise.all(tickets.map(async (ticket, at) => {
      const { transport } = await openDesk(url, ticket)
      transport.onNews(news => {
        if (news === 'everything') throw new Error('A desk was told to read everything')
        const now = sharedNow()
        for (let count = 0; count < news.length; count += 1) (heard[at] ??= []).push(now)
      })
    }))
  },
  async openListeners({ url, count }: { url: string; count: number }) {
    await Promise.all(Array.from({ length: count }, (_, at) => new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(url)
      socket.onerror = reject
      socket.onopen = () => {
        socket.send('listen')
        resolve()
      }
      socket.onmessage = ({ data }) => {
        JSON.parse(String(data))
        ;(heard[at] ??= []).push(sharedNow())
      }
    })))
  },
  forget() {
    heard = []
  },
  /** Once all of so many desks have heard news as often as it was told: how long it took from its telling. */
  async heard({ desks, told }: { desks: number; told: readonly number[] }): Promise<Heard> {
    const isComplete = () => heard.length === desks && heard.every(times => times.length === told.length)
    const patience = sharedNow() + 30_000
    while (!isComplete()) {
      if (sharedNow() > patience) throw new Error(`Of ${told.length} news, ${desks} desks heard ${heard.map(times => times.length).join(' ')}`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    const delays = heard.flatMap(times => times.map((at, number) => at - told[number]!))
    return { p50: quantile(delays, 0.5), p95: quantile(delays, 0.95), p99: quantile(delays, 0.99), last: Math.max(...heard.map(times => times.at(-1)!)) }
  },
}
export type DeskTasks = typeof tasks
serveTasks(tasks)
