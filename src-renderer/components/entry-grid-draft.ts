import type { Cell, CellValue } from './entry-grid-cell.ts'
import { statusOf } from './entry-grid-issues.ts'
import { isBlank, newRow, withBlankRow, type GridRow, type GridState, type Kept } from './entry-grid-model.ts'
import type { ReferenceOption } from './reference-source.ts'

/** What of a grid is kept on this desk until it is saved. Rows as they stood, with what their records said then. */
export interface Draft {
  readonly at: string
  readonly unsaved: number
  readonly rows: readonly { readonly cells: Readonly<Record<string, Cell>>; readonly record?: Kept; readonly against?: CellValue }[]
  readonly options: readonly ReferenceOption[]
}

/** Nothing where everything is saved. Rows that only show a record stay out: the host has them. */
export function draftOf(state: GridState, at: string): Draft | undefined {
  const unsaved = state.rows.filter(row => statusOf(state, row).isUnsaved).length
  if (unsaved === 0) return undefined
  const kept = state.rows.filter(row => (state.records.has(row.key) ? statusOf(state, row).isUnsaved : !isBlank(state, row)))
  const used = new Set(kept.flatMap(({ key, cells }) => [...Object.values(cells), ...Object.values(state.records.get(key)?.latest ?? {})]))
  return {
    at, unsaved,
    rows: kept.map(({ key, cells, against }) => {
      const record = state.records.get(key)
      return { cells, ...(record && { record }), ...(against !== undefined && { against }) }
    }),
    options: [...state.options.values()].filter(({ id }) => used.has(id)),
  }
}

/** Puts a draft's rows back: entries onto their records where these are shown, else with the record as it was; new ones below. */
export function withDraft(state: GridState, draft: Draft): GridState {
  const keyOf = new Map([...state.records].map(([key, { id }]) => [id, key]))
  const names = new Set(state.rules.grid.columns.map(({ name }) => name))
  const records = new Map(state.records)
  const found = new Map<string, Omit<GridRow, 'key'>>()
  const added = draft.rows.flatMap(({ cells, record, against }, at) => {
    const known = Object.fromEntries(Object.entries(cells).filter(([name]) => names.has(name)))
    const key = record ? (keyOf.get(record.id) ?? record.id) : newRow(state.made + at).key
    if (record) records.set(key, { ...record, ...(records.has(key) && { latest: records.get(key)!.latest, data: records.get(key)!.data }) })
    if (record && keyOf.has(record.id)) {
      found.set(key, { cells: known, against })
      return []
    }
    return [{ key, cells: known, against }]
  })
  const rows = [...state.rows.filter(row => !isBlank(state, row)).map(row => (found.has(row.key) ? { ...row, ...found.get(row.key)! } : row)), ...added]
  return withBlankRow({
    ...state, rows, records, made: state.made + draft.rows.length, past: [], future: [],
    options: new Map([...draft.options.map(option => [option.id, option] as const), ...state.options]),
  })
}
