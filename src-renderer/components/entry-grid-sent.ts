import { isSame, type Cell } from './entry-grid-cell.ts'
import type { Draft } from './entry-grid-draft.ts'
import { statusOf } from './entry-grid-issues.ts'
import { withRows, type GridRow, type GridState } from './entry-grid-model.ts'

type Cells = Readonly<Record<string, Cell>>
/** A row as it was sent: what was entered, and the record it was entered on. */
export interface SentRow { readonly cells: Cells; readonly record: string | undefined }

/** The rows that were sent last and are not saved, for who looks after them once the grid is gone. */
export function sentRows({ sent, records }: GridState): readonly SentRow[] {
  return sent.map(({ key, cells }) => ({ cells, record: records.get(key)?.id }))
}

/** Without what was sent, and without rows that only wait to be filled in; what was entered since stays. */
export function withoutSent(state: GridState): GridState {
  return withRows(state, state.rows.flatMap(row => rowLeft(state, row)), { refusals: new Map(), hasTried: false, sent: [] })
}

function rowLeft(state: GridState, row: GridRow): readonly GridRow[] {
  const wasSent = state.sent.some(({ key, cells }) => key === row.key && areSame(cells, row.cells))
  if (statusOf(state, row).isUnsaved && !wasSent) return [row]
  return state.records.has(row.key) ? [{ ...row, cells: {} }] : []
}

/** The same of what is kept on the desk; nothing where nothing else is left. */
export function draftWithoutSent(draft: Draft, sent: readonly SentRow[]): Draft | undefined {
  const rows = draft.rows.filter(({ cells, record }) => !sent.some(one => one.record === record?.id && areSame(one.cells, cells)))
  const unsaved = draft.unsaved - (draft.rows.length - rows.length)
  return rows.length === 0 || unsaved <= 0 ? undefined : { ...draft, rows, unsaved }
}

function areSame(a: Cells, b: Cells): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every(name => name in b && isSame(a[name]!, b[name]!))
}
