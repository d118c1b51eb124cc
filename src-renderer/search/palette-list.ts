import { useQuery } from '@tanstack/react-query'
import type { AppError } from '../../shared/core/errors.ts'
import { foundKinds } from '../../shared/search/found.ts'
import { useApi, useConnectionState } from '../core/api.ts'
import { useDebounced } from '../core/debounced.ts'
import { entryRank, pendingEntry, recordOf, useFoundEntries, useOwnEntries, type DeskAction, type Entry } from './entries.ts'
import { useRecent } from './recent.ts'

export type PaletteGroup = 'recent' | Entry['group']
export interface PaletteList {
  readonly groups: readonly { readonly name: PaletteGroup; readonly entries: readonly Entry[] }[]
  /** The host has not answered yet for what is typed now. */
  readonly isSearching: boolean
  readonly error: AppError | null
}

const typingPause = 90
const shownOfOwn = 6
const shownOfKind = 6
/** Findings that fit by something else than their code and name stand after all that do. */
const rankOfOther = 5
/** Whether a code or a name begins as it was typed makes no difference between groups: then their own order holds. */
const rankOfBeginning = 2
const order: readonly Entry['group'][] = ['screens', 'actions', ...foundKinds]

/**
 * What the palette shows for the typed text. Screens and actions are the desk's own and there at once; the host's findings join
 * them. Until it has answered for this very text, those of its last answer stay that fit what is typed now, and no others.
 */
export function usePaletteList(typed: string, deskActions: readonly DeskAction[]): PaletteList {
  const text = typed.trim()
  const own = useOwnEntries(deskActions)
  const recent = useRecentEntries(own)
  const found = useFound(text)
  if (text === '') return { ...recent, groups: [{ name: 'recent' as const, entries: recent.entries }, ...grouped(own)].filter(({ entries }) => entries.length > 0) }
  const fitting = own.filter(entry => entryRank(text, entry) !== undefined)
  const rank = (entry: Entry) => entryRank(text, entry) ?? rankOfOther
  const best = (entries: readonly Entry[]) => entries.map(rank).map(one => (one === 0 ? 0 : Math.max(one, rankOfBeginning))).reduce((a, b) => Math.min(a, b))
  const groups = [...grouped(fitting).map(({ name, entries }) => ({ name, entries: inOrder(text, entries).slice(0, shownOfOwn) })), ...grouped(found.entries)]
  return { ...found, groups: groups.sort((a, b) => best(a.entries) - best(b.entries)) }
}

interface HostEntries { readonly entries: readonly Entry[]; readonly isSearching: boolean; readonly error: AppError | null }

function useFound(text: string): HostEntries {
  const api = useApi()
  const entriesOf = useFoundEntries()
  const isOnline = useConnectionState().status === 'online'
  const settled = useDebounced(text, typingPause)
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', 'find', settled],
    queryFn: async ({ signal }) => ({ text: settled, found: await api.search.find({ text: settled, limit: shownOfKind }, { signal }) }),
    enabled: settled !== '',
    staleTime: 0,
    gcTime: 0,
    placeholderData: before => before,
  })
  const isAnswered = data?.text === text && !isFetching
  const entries = entriesOf(data?.found ?? [])
  return {
    entries: isAnswered ? entries : entries.filter(entry => entryRank(text, entry) !== undefined),
    // Without the host nothing more comes for now, and what the desk knows itself can be opened.
    isSearching: isOnline && !isAnswered && error === null,
    error: settled === text ? error : null,
  }
}

/** What was used last, as far as it still is this user's to use. */
function useRecentEntries(own: readonly Entry[]): HostEntries {
  const api = useApi()
  const entriesOf = useFoundEntries()
  const isOnline = useConnectionState().status === 'online'
  const { ids } = useRecent()
  const records = ids.map(recordOf).filter(record => record !== undefined)
  const { data, isFetching } = useQuery({
    queryKey: ['search', 'recall', ids], queryFn: ({ signal }) => api.search.recall({ records }, { signal }), enabled: records.length > 0, staleTime: 0, gcTime: 0,
  })
  const all = new Map([...own, ...entriesOf(data ?? [])].map(entry => [entry.id, entry]))
  const isSearching = isOnline && isFetching
  return { entries: ids.flatMap(id => all.get(id) ?? (isSearching && recordOf(id) ? pendingEntry(id) : [])), isSearching, error: null }
}

function grouped(entries: readonly Entry[]): { name: Entry['group']; entries: readonly Entry[] }[] {
  return order.map(name => ({ name, entries: entries.filter(({ group }) => group === name) })).filter(group => group.entries.length > 0)
}

function inOrder(text: string, entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => (entryRank(text, a) ?? rankOfOther) - (entryRank(text, b) ?? rankOfOther))
}
