import { z } from 'zod'
import { Name, text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { anySession, command, query } from '../core/procedure.ts'

const longestState = 20_000

/** How a list is looked at: search, filters, sorting, columns. The list's screen reads it, the host only keeps it. */
const ViewState = z.record(z.string().max(50), z.json())
  .refine(state => JSON.stringify(state).length <= longestState, { params: { reason: 'out-of-range' } })

export const SavedView = z.object({ id: z.string(), version: z.int(), name: z.string(), state: ViewState })
export type SavedView = z.infer<typeof SavedView>

/** The list's name: `masters.items`. */
const ListName = text(100)

/** The views of a list that a user keeps for themselves. */
export const views = {
  listViews: query({ permission: anySession, input: z.object({ list: ListName }), output: z.array(SavedView), reads: ['savedView'], varies: 'user' }),
  /** A view of the same name is replaced. */
  saveView: command({
    permission: anySession,
    input: z.object({ list: ListName, name: Name, state: ViewState }),
    output: SavedView,
    writes: ['savedView'],
  }),
  removeView: command({ permission: anySession, input: z.object({ id: IdSchema, version: Version }), output: z.object({}), writes: ['savedView'] }),
}
