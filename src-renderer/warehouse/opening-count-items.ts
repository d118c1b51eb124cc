import type { ItemKind } from '../../shared/masters/items.ts'
import type { ItemStockRow } from '../../shared/warehouse/stock.ts'
import type { Api } from '../core/client.ts'

interface ItemsAsked {
  readonly itemKind: ItemKind | null
  readonly search: string
  /** Items that are in the grid already. */
  readonly known: readonly string[]
  readonly room: number
}

/** The items that are not in the grid yet, by code, page after page, as many as there is room for. */
export async function itemsToCount(list: Api['warehouse']['listItemStock'], { itemKind, search, known, room }: ItemsAsked): Promise<{ readonly items: readonly ItemStockRow[]; readonly hasMore: boolean }> {
  const asked = { search, filter: itemKind === null ? {} : { itemKind }, pageSize: 200 }
  const knownIds = new Set(known)
  const items: ItemStockRow[] = []
  let cursor: string | undefined
  do {
    const page = await list({ ...asked, cursor })
    items.push(...page.rows.filter(({ itemId }) => !knownIds.has(itemId)))
    cursor = page.next
  } while (cursor !== undefined && items.length <= room)
  return { items: items.slice(0, room), hasMore: items.length > room }
}
