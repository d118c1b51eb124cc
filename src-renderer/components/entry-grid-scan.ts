import { isSame, valueOf, type Cell } from './entry-grid-cell.ts'
import { cellOf, columnsOf, isBlank, isEditable, withCells, type GridState } from './entry-grid-model.ts'
import { goTo } from './entry-grid-moves.ts'
import type { ReferenceOption } from './reference-source.ts'

/** Goes to what is to be entered beside the scanned value: in its row, or in a new one where rows can be added. */
export function takeScan(state: GridState, name: string, cell: Cell, option?: ReferenceOption): GridState {
  const at = columnsOf(state).findIndex(column => column.name === name)
  const known = rowOf(state, name, cell)
  const row = known >= 0 ? known : state.rows.findIndex(one => isBlank(state, one))
  if (row < 0) return state
  const options = option ? new Map(state.options).set(option.id, option) : state.options
  const written = known >= 0 ? state : withCells({ ...state, options }, [{ row, column: at, cell }])
  const next = columnsOf(written).findIndex((_, column) => column > at && isEditable(written, { row, column }))
  return goTo(written, { row, column: next < 0 ? at : next })
}

/** The option with this code, where a row of the grid has it: the host need not be asked. */
export function optionInGrid(state: GridState, name: string, code: string): ReferenceOption | undefined {
  const options = state.rows.map(row => state.options.get(String(valueOf(cellOf(state, row, name)) ?? '')))
  return options.find(option => option?.code.toLowerCase() === code.toLowerCase())
}

/** The row that has this value in the column; -1 if there is none. Upper and lower case are one. */
export function rowOf(state: GridState, name: string, cell: Cell): number {
  return state.rows.findIndex(row => isAlike(cellOf(state, row, name), cell))
}

function isAlike(a: Cell, b: Cell): boolean {
  return isSame(a, b) || (typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase())
}
