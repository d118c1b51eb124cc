import { isPending, isSame, isTyped, type Cell } from './entry-grid-cell.ts'
import { isEntry } from './entry-grid-definition.ts'
import {
  cellAt, cellOf, columnsOf, isBlank, isEditable, newRow, placesIn, selectionOf, withBlankRow, withCells, withRows, type Edit, type GridRow, type GridState, type Place,
} from './entry-grid-model.ts'
import { readCell } from './entry-grid-reading.ts'
import { editText } from './entry-grid-writing.ts'
import type { ReferenceOption } from './reference-source.ts'

/** Opens the editor in the active cell: with its text, or with what was typed instead of it. */
export function startEdit(state: GridState, typed?: string): GridState {
  const column = columnsOf(state)[state.active.column]
  if (!column || !isEntry(column) || !isEditable(state, state.active)) return state
  const edit: Edit = typed === undefined ? { text: textAt(state, state.active), isTyping: false } : { text: typed, isTyping: true }
  return { ...state, edit, notice: null }
}

/** Opens the choices: the calendar of a day, the list of all others. */
export function openChoices(state: GridState): GridState {
  const next = startEdit(state)
  return next.edit && columnsOf(state)[state.active.column]?.kind === 'day' ? { ...next, edit: { ...next.edit, hasCalendar: true } } : next
}

export function changeEdit(state: GridState, change: Partial<Edit>): GridState {
  return state.edit ? { ...state, edit: { ...state.edit, ...change } } : state
}

export function cancelEdit(state: GridState): GridState {
  return { ...state, edit: null }
}

/** Takes what the editor holds. Text that was only looked at keeps its value, however it would be read; it is entered anew against what is known by now. */
export function commitEdit(state: GridState): GridState {
  if (!state.edit) return state
  const { edit: { text }, active } = state
  const column = columnsOf(state)[active.column]
  if (!column || !isEntry(column)) return cancelEdit(state)
  const { anchor, extent } = state
  const cell = text === textAt(state, active) ? cellAt(state, active) : readCell(column, text, state.rules)
  return withCells(state, [{ ...active, cell }], { edit: null, anchor, extent })
}

/** Puts a value into the active cell: chosen from a list, ticked, today. */
export function takeValue(state: GridState, cell: Cell, option?: ReferenceOption): GridState {
  const options = option ? new Map(state.options).set(option.id, option) : state.options
  return withCells({ ...state, options }, [{ ...state.active, cell }], { edit: null })
}

/** Ticks or unticks all selected cells that can be; all the way the active one goes. */
export function toggle(state: GridState): GridState {
  const cell = cellAt(state, state.active) !== true
  const places = placesIn(selectionOf(state)).filter(({ column }) => columnsOf(state)[column]?.kind === 'boolean')
  return withCells(state, places.map(place => ({ ...place, cell })))
}

/** Today, in a column of days; its text in one of texts. */
export function enterToday(state: GridState): GridState {
  const kind = columnsOf(state)[state.active.column]?.kind
  const { today, day } = state.rules.formats
  if (kind === 'day') return takeValue(state, today())
  return kind === 'text' ? takeValue(state, day(today())) : state
}

/** Empties the selected cells; what can only be ticked is unticked. */
export function clear(state: GridState): GridState {
  const places = placesIn(selectionOf(state)).filter(place => isEditable(state, place) && !isBlank(state, state.rows[place.row]!))
  const entries = places.map(place => ({ ...place, cell: columnsOf(state)[place.column]?.kind === 'boolean' ? false : null }))
  const written = entries.filter(({ cell, ...place }) => !isSame(cell, cellAt(state, place)))
  return withCells(state, written, { notice: { kind: 'cleared', cells: written.length } })
}

/** Empty rows above the selected ones, as many as are selected. */
export function insertRows(state: GridState): GridState {
  const { top, bottom } = selectionOf(state)
  const { grid } = state.rules
  const count = Math.min(bottom - top + 1, grid.maximumRows - state.rows.length)
  if (!grid.newRow || count <= 0) return { ...state, notice: { kind: 'tooManyRows', rows: bottom - top + 1, room: 0 } }
  const inserted = Array.from({ length: count }, (_, at) => newRow(state.made + at))
  return withRows(state, [...state.rows.slice(0, top), ...inserted, ...state.rows.slice(top)], {
    made: state.made + count, active: { row: top, column: state.active.column }, notice: { kind: 'inserted', rows: count },
    anchor: { row: top, column: state.active.column }, extent: { row: top, column: state.active.column },
  })
}

/** Takes the selected rows out; what is kept already stays, because a grid deletes nothing. */
export function removeRows(state: GridState): GridState {
  const { top, bottom } = selectionOf(state)
  const goes = (row: GridRow, at: number) => at >= top && at <= bottom && !state.records.has(row.key) && at < state.rows.length
  const rows = state.rows.filter((row, at) => !goes(row, at))
  const count = state.rows.length - rows.length
  if (count === 0) return { ...state, notice: { kind: 'kept', rows: bottom - top + 1 } }
  const place = { row: Math.min(top, Math.max(0, rows.length - 1)), column: state.active.column }
  return withRows(state, rows, { active: place, anchor: place, extent: place, notice: { kind: 'removed', rows: count } })
}

/** Rows from elsewhere, such as all items of a list, below what was entered. */
export function addRows(state: GridState, lines: readonly Readonly<Record<string, Cell>>[], options: readonly ReferenceOption[]): GridState {
  const entered = state.rows.filter((row, at) => at < state.rows.length - 1 || Object.keys(row.cells).length > 0 || state.records.has(row.key))
  const room = Math.max(0, state.rules.grid.maximumRows - entered.length)
  const added = lines.slice(0, room).map((cells, at) => ({ ...newRow(state.made + at), cells }))
  const notice = lines.length > room ? ({ kind: 'tooManyRows', rows: lines.length, room } as const) : null
  return withRows(state, [...entered, ...added], {
    made: state.made + added.length, notice, options: new Map([...state.options, ...options.map(option => [option.id, option] as const)]),
  })
}

export function undo(state: GridState): GridState {
  const step = state.past.at(-1)
  if (!step) return { ...state, notice: { kind: 'nothingToUndo' } }
  const { rows, active, anchor, extent } = state
  return withBlankRow({
    ...state, ...step, past: state.past.slice(0, -1), future: [...state.future, { rows, active, anchor, extent }], notice: { kind: 'undone' },
  })
}

export function redo(state: GridState): GridState {
  const step = state.future.at(-1)
  if (!step) return { ...state, notice: { kind: 'nothingToRedo' } }
  const { rows, active, anchor, extent } = state
  return withBlankRow({
    ...state, ...step, future: state.future.slice(0, -1), past: [...state.past, { rows, active, anchor, extent }], notice: { kind: 'redone' },
  })
}

/** What the host found for the texts of one column: values where it knows them, faults where it does not. No step of its own. */
export function resolve(state: GridState, name: string, answers: ReadonlyMap<string, Cell>, options: readonly ReferenceOption[]): GridState {
  const rows = state.rows.map(row => {
    const cell = cellOf(state, row, name)
    const answer = isPending(cell) ? answers.get(cell.typed.toLowerCase()) : undefined
    if (answer === undefined || !isPending(cell)) return row
    return { ...row, cells: { ...row.cells, [name]: isTyped(answer) ? { typed: cell.typed, fault: answer.fault } : answer } }
  })
  return { ...state, rows, options: new Map([...state.options, ...options.map(option => [option.id, option] as const)]) }
}

function textAt(state: GridState, place: Place): string {
  const column = columnsOf(state)[place.column]
  if (!column || !isEntry(column)) return ''
  const cell = cellAt(state, place)
  return editText(column, cell, isTyped(cell) ? undefined : state.options.get(String(cell)), state.rules.formats)
}
