import { useSyncExternalStore } from 'react'
import { createListeners } from '../core/listeners.ts'
import { useKeptName } from '../core/training.ts'

const kept = 8
const listeners = createListeners<[]>()
const keyOf = (keptName: string) => `lantai.recent.${keptName}`

/** What this user chose last on this desk, the newest first: ids of entries, no names, for what they are called and may be seen is the host's matter. */
export function useRecent(): { readonly ids: readonly string[]; remember(id: string): void } {
  const keptName = useKeptName()
  const stored = useSyncExternalStore(listeners.add, () => localStorage.getItem(keyOf(keptName)) ?? '')
  const ids = stored.split('\n').filter(Boolean)
  return {
    ids,
    remember(id) {
      localStorage.setItem(keyOf(keptName), [id, ...ids.filter(one => one !== id)].slice(0, kept).join('\n'))
      listeners.tell()
    },
  }
}
