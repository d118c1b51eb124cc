import type { Query, QueryClient } from '@tanstack/react-query'
import type { Entity } from '../../shared/core/entities.ts'
import type { Changed } from '../../shared/core/frames.ts'
import type { RowScope } from '../../shared/core/procedure.ts'
import type { News } from './transport.ts'

/** What a live query reads; see `useLive`. */
export interface Readings { readonly reads: readonly Entity[]; readonly scope: RowScope }

declare module '@tanstack/react-query' {
  interface Register { queryMeta: Partial<Readings> }
}

/** After a quiet time news goes out at once, so that an alert shows within a second; then it is gathered. */
const quietAfter = 1_000
const firstPause = { least: 20, most: 90 }
const pause = { least: 250, most: 500 }

/**
 * Refetches the queries that news concerns, and only those. News that arrives together is gathered, with some chance in the
 * pause, so that the desks of a factory do not ask in one moment. A query that is being fetched is asked again afterwards:
 * breaking it off each time would starve a slow one, and leaving it would miss the change.
 */
export function createNewsDesk(client: QueryClient): { hear(news: News): void; stop(): void } {
  const concerned = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastOut = -Infinity

  function hear(news: News): void {
    for (const query of client.getQueryCache().getAll()) if (isConcerned(query, news)) concerned.add(query.queryHash)
    plan(Date.now() - lastOut > quietAfter ? firstPause : pause)
  }
  function plan({ least, most }: { least: number; most: number }): void {
    if (timer !== undefined || concerned.size === 0) return
    timer = setTimeout(goOut, least + Math.random() * (most - least))
  }
  function goOut(): void {
    timer = undefined
    lastOut = Date.now()
    const ready = [...concerned].filter(hash => client.getQueryCache().get(hash)?.state.fetchStatus !== 'fetching')
    for (const hash of ready) concerned.delete(hash)
    const hashes = new Set(ready)
    void client.invalidateQueries({ predicate: query => hashes.has(query.queryHash) })
    plan(pause)
  }
  return {
    hear,
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

export function isConcerned({ meta }: Pick<Query, 'meta'>, news: News): boolean {
  if (!meta?.reads) return false
  return news === 'everything' || news.some(change => meta.reads!.includes(change.entity) && overlaps(change, meta.scope ?? {}))
}

/** A change or a query without a section concerns every section; the same for users. */
function overlaps({ scope }: Changed, { sectionId, userId }: RowScope): boolean {
  return matches(scope.sectionId, sectionId) && matches(scope.userId, userId)
}

function matches(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}
