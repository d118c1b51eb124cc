import { useWatch } from 'react-hook-form'
import type { AppContract } from '../../shared/contract.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { Store } from '../../shared/warehouse/stock.ts'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'

export type ItemStock = OutputOf<AppContract['warehouse']['getItemStock']>

/** The item chosen in the form, with its stock by place; nothing until one is chosen and its stock is known. */
export function useEntryItem(): ItemStock | undefined {
  const api = useApi()
  const itemId = useEntryValue('itemId')
  return useLive(api.warehouse.getItemStock, { itemId: itemId ?? '' }, { enabled: itemId !== undefined, clears: true }).data
}

/** What the field of this name holds, if anything. */
export function useEntryValue(name: string): string | undefined {
  const value: unknown = useWatch({ name })
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Whether a store is one of these or stands below one of them. */
export function isStoreWithin(stores: readonly Store[], store: Store, ids: readonly string[]): boolean {
  for (let at: Store | undefined = store; at; at = stores.find(({ id }) => id === at?.parentId)) if (ids.includes(at.id)) return true
  return false
}

const none: readonly Store[] = []

/** The places whose stock this user may see; nothing while the host is asked. */
export function useStores(): readonly Store[] {
  const api = useApi()
  return useLive(api.warehouse.listStores, {}).data ?? none
}
