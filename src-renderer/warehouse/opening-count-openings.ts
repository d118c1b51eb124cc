import { useQueries } from '@tanstack/react-query'
import { useApi } from '../core/api.ts'
import { live } from '../core/live.ts'
import type { Opening } from './opening-count-definition.ts'

const itemsAtOnce = 100

/**
 * What the books say of these items at this place, live. Asked in hundreds, so that with every item that is typed only the last
 * hundred is asked anew.
 */
export function useOpenings(locationId: string, itemIds: readonly unknown[]): ReadonlyMap<string, Opening> {
  const { warehouse } = useApi()
  const parts = Array.from({ length: Math.ceil(itemIds.length / itemsAtOnce) }, (_, at) => itemIds.slice(at * itemsAtOnce, (at + 1) * itemsAtOnce).map(String))
  return useQueries({ queries: parts.map(ids => ({ ...live(warehouse.listOpenings, { locationId, itemIds: ids }), gcTime: 0 })), combine: byItem })
}

/** The very items as they were, where nothing about them has changed: rows are drawn anew for others only. */
function byItem(answers: readonly { readonly data?: readonly Opening[] | undefined }[]): ReadonlyMap<string, Opening> {
  return new Map(answers.flatMap(({ data = [] }) => data.map(opening => [opening.itemId, opening] as const)))
}
