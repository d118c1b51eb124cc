import { useEffect } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { useSession } from '../core/session.ts'

/** What a user chose for a list, as a saved view keeps it. `filter` holds values as they travel. */
export const ViewStateSchema = z.object({
  search: z.string().default(''),
  filter: z.record(z.string(), z.json()).default({}),
  sort: z.array(z.object({ column: z.string(), descending: z.boolean().default(false) })).default([]),
  columns: z.record(z.string(), z.boolean()).default({}),
  pageSize: z.int().min(10).max(100).default(50),
})
export type ViewState = z.infer<typeof ViewStateSchema>

interface ListState extends ViewState {
  /** The cursor of each page seen, the first page's being none. */
  readonly cursors: readonly (string | undefined)[]
  readonly page: number
  /** What the screen itself had the list ask: pages of one item's moves are no pages of another's. */
  readonly asked: string
}

export interface BrowseState extends ListState {
  /** Filters, search, sort: whatever changes the rows begins at the first page. */
  change(change: Partial<ViewState>): void
  /** `cursor`: where that page begins. */
  turn(page: number, cursor: string | undefined): void
  reset(): void
}

const layoutKey = (list: string) => `lantai.list.${list}`

/** Kept while the program runs, so that whoever comes back from a document finds the list as they left it. */
const useLists = create<Readonly<Record<string, ListState>>>(() => ({}))

/** Each user's own: who signs in after somebody else does not find their search. `start`: how the list looks before the user chose anything. Columns and page size stay with the browser. */
export function useBrowseState(list: string, start: Partial<ViewState> | undefined, asked = ''): BrowseState {
  const key = `${useSession(session => session.user?.id)} ${list}`
  const kept = useLists(lists => lists[key])
  const state = kept?.asked === asked ? kept : { ...(kept ?? firstState(list, start)), asked, page: 0, cursors: [undefined] }
  const set = (next: Partial<ListState>) => useLists.setState({ [key]: { ...state, ...next } })
  useEffect(() => {
    if (kept) localStorage.setItem(layoutKey(list), JSON.stringify({ columns: kept.columns, pageSize: kept.pageSize }))
  }, [kept, list])
  return {
    ...state,
    change(change) {
      const isSameRows = Object.keys(change).every(key => key === 'columns')
      set(isSameRows ? change : { ...change, page: 0, cursors: [undefined] })
    },
    turn: (page, cursor) => set({ page, cursors: state.cursors.slice(0, page).concat(cursor) }),
    reset: () => set({ ...ViewStateSchema.parse(start ?? {}), page: 0, cursors: [undefined] }),
  }
}

export function viewStateOf({ search, filter, sort, columns, pageSize }: BrowseState): ViewState {
  return { search, filter, sort, columns, pageSize }
}

function firstState(list: string, start: Partial<ViewState> | undefined): ViewState {
  return ViewStateSchema.parse({ ...start, ...storedLayout(list) })
}

function storedLayout(list: string): Partial<ViewState> {
  const text = localStorage.getItem(layoutKey(list))
  const layout = ViewStateSchema.pick({ columns: true, pageSize: true }).safeParse(text === null ? undefined : JSON.parse(text))
  return layout.data ?? {}
}
