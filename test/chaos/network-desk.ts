import { QueryObserver, type QueryObserverResult } from '@tanstack/react-query'
import { vi } from 'vitest'
import { WebSocket } from 'ws'
import type { InputOf, Query } from '../../shared/core/procedure.ts'
import type { Reply } from '../../shared/core/frames.ts'
import { createClient, type Api, type Call } from '../../src-renderer/core/client.ts'
import { createNewsDesk } from '../../src-renderer/core/news.ts'
import { createQueryClient } from '../../src-renderer/core/query-client.ts'
import { createSocketTransport } from '../../src-renderer/core/socket.ts'
import type { ConnectionState } from '../../src-renderer/core/transport.ts'

/** What of a browser the desks' own transport stands on. */
export function standInForBrowser(): void {
  const deaf = { addEventListener: () => {}, removeEventListener: () => {} }
  vi.stubGlobal('WebSocket', BrowserSocket)
  vi.stubGlobal('document', { visibilityState: 'visible', ...deaf })
  vi.stubGlobal('addEventListener', deaf.addEventListener)
  vi.stubGlobal('removeEventListener', deaf.removeEventListener)
}

/** As in a browser, a socket that cannot open only closes. */
class BrowserSocket extends WebSocket {
  constructor(url: string) {
    super(url, { perMessageDeflate: false })
    this.on('error', () => {})
  }
}

/** A command as it was made, under the key that its desk gave it; `reply` once the host has answered. */
export interface Sent { readonly key: string; readonly name: string; readonly input: unknown; reply?: Reply }

/** A desk of the product's own transport, calls, news and queries, without its screens. */
export interface NetworkDesk {
  readonly id: string
  readonly api: Api
  /** Every command it ever made. */
  readonly sent: readonly Sent[]
  state(): ConnectionState
  /** A screen that shows a list: read once, kept true by news. */
  show<P extends Query>(call: Call<P>, input: InputOf<P>): Shown
  /** Nothing is on its way, and nothing is waited for. */
  isQuiet(): boolean
  /** How often the host told it to read everything again. */
  readonly refetches: number
  close(): void
}
export interface Shown {
  value(): unknown
  /** What the host says when it is asked anew. */
  ask(): Promise<unknown>
}

let desks = 0

export function openNetworkDesk(url: string, id: string, token: string): NetworkDesk {
  const pageId = `page${(desks += 1)}`
  const transport = createSocketTransport({ desk: { id, pageId }, address: { protocol: 'http:', host: url.replace('http://', '') } })
  const queries = createQueryClient()
  const news = createNewsDesk(queries)
  const sent: Sent[] = []
  const unsubscribe: (() => void)[] = []
  let commands = 0
  let refetches = 0
  let waiting = 0

  const api = createClient(async (name, input, options) => {
    const entry: Sent | undefined = options.procedure.kind === 'command' ? { key: `${id}.${pageId}:${(commands += 1)}`, name, input } : undefined
    if (entry) sent.push(entry)
    waiting += 1
    try {
      const reply = await transport.send(name, input, options)
      if (entry) entry.reply = reply
      return reply
    } finally {
      waiting -= 1
    }
  })
  transport.onNews(heard => {
    if (heard === 'everything') refetches += 1
    news.hear(heard)
  })
  transport.connect(token)

  function show<P extends Query>(call: Call<P>, input: InputOf<P>): Shown {
    const { procedure } = call
    const observer = new QueryObserver(queries, {
      queryKey: [...call.path, input], queryFn: async () => (await call.ask(input)) as { value?: unknown },
      meta: { reads: procedure.reads, scope: procedure.scope?.(procedure.input.parse(input)) ?? {} },
    })
    let latest: QueryObserverResult<{ value?: unknown }> | undefined
    unsubscribe.push(observer.subscribe(result => (latest = result)))
    return { value: () => latest?.data?.value, ask: () => call(input) }
  }
  return {
    id, api, sent, show,
    state: () => transport.state(),
    isQuiet: () => waiting === 0 && queries.isFetching() === 0,
    get refetches() {
      return refetches
    },
    close() {
      for (const stop of unsubscribe) stop()
      news.stop()
      queries.clear()
      transport.disconnect()
    },
  }
}
