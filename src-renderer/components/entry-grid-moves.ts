import { isEmpty } from './entry-grid-cell.ts'
import { cellAt, columnsOf, isEditable, isOneCell, selectionOf, viewOf, type GridState, type Place } from './entry-grid-model.ts'
import { isEntry } from './entry-grid-definition.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'
export type Motion = Direction | `edge-${Direction}` | 'home' | 'end' | 'first' | 'last' | 'page-up' | 'page-down'

const steps: Readonly<Record<Direction, Place>> = {
  up: { row: -1, column: 0 }, down: { row: 1, column: 0 }, left: { row: 0, column: -1 }, right: { row: 0, column: 1 },
}

/** Goes to another cell; `isExtending` takes the selection along. `page`: how many rows are in sight. */
export function move(state: GridState, motion: Motion, { isExtending = false, page = 20 } = {}): GridState {
  const from = isExtending ? state.extent : state.active
  return goTo(state, targetOf(state, from, motion, page), { isExtending })
}

export function goTo(state: GridState, wanted: Place, { isExtending = false } = {}): GridState {
  const place = within(state, wanted)
  if (isExtending) return { ...state, anchor: state.active, extent: place, tabColumn: null }
  return { ...state, active: place, anchor: place, extent: place, tabColumn: null }
}

export function selectAll(state: GridState): GridState {
  return { ...state, anchor: { row: 0, column: 0 }, extent: lastPlace(state) }
}

export function selectRows(state: GridState, from: number = selectionOf(state).top, to: number = selectionOf(state).bottom): GridState {
  const last = columnsOf(state).length - 1
  return { ...state, anchor: within(state, { row: from, column: 0 }), extent: within(state, { row: to, column: last }) }
}

export function selectColumns(state: GridState): GridState {
  const { left, right } = selectionOf(state)
  return { ...state, anchor: { row: 0, column: left }, extent: within(state, { row: state.rows.length - 1, column: right }) }
}

/** Enter: down, or back to where a run of Tabs began; within a selection, through the selection. */
export function goDown(state: GridState, by: 1 | -1): GridState {
  const selection = selectionOf(state)
  if (!isOneCell(selection)) return goThrough(state, by, 'columns')
  const column = by === 1 ? (state.tabColumn ?? state.active.column) : state.active.column
  return goTo(state, { row: state.active.row + by, column })
}

/** Tab: to the next cell that can be written, row by row. Nothing where there is none: then Tab leaves the grid. */
export function goRight(state: GridState, by: 1 | -1): GridState | undefined {
  if (!isOneCell(selectionOf(state))) return goThrough(state, by, 'rows')
  const next = nextEditable(state, by)
  return next && { ...goTo(state, next), tabColumn: by === 1 ? (state.tabColumn ?? state.active.column) : null }
}

function nextEditable(state: GridState, by: 1 | -1): Place | undefined {
  const width = columnsOf(state).length
  const cells = state.rows.length * width
  for (let at = state.active.row * width + state.active.column + by; at >= 0 && at < cells; at += by) {
    const place = { row: Math.floor(at / width), column: at % width }
    if (isEditable(state, place)) return place
  }
  return undefined
}

/** The next cell of the selection, around its end. */
function goThrough(state: GridState, by: 1 | -1, first: 'rows' | 'columns'): GridState {
  const { top, left, bottom, right } = selectionOf(state)
  const [height, width] = [bottom - top + 1, right - left + 1]
  const [row, column] = [state.active.row - top, state.active.column - left]
  const count = height * width
  const at = ((first === 'rows' ? row * width + column : column * height + row) + by + count) % count
  const active = first === 'rows' ? { row: top + Math.floor(at / width), column: left + (at % width) } : { row: top + (at % height), column: left + Math.floor(at / height) }
  return { ...state, active }
}

function targetOf(state: GridState, from: Place, motion: Motion, page: number): Place {
  const last = lastPlace(state)
  switch (motion) {
    case 'home':
      return { row: from.row, column: 0 }
    case 'end':
      return { row: from.row, column: last.column }
    case 'first':
      return { row: 0, column: 0 }
    case 'last':
      return last
    case 'page-up':
      return { row: from.row - page, column: from.column }
    case 'page-down':
      return { row: from.row + page, column: from.column }
    case 'edge-up':
    case 'edge-down':
    case 'edge-left':
    case 'edge-right':
      return edgeOf(state, from, steps[motion.slice('edge-'.length) as Direction])
    default:
      return plus(from, steps[motion])
  }
}

/** As a spreadsheet jumps: to the last of the filled cells, or over empty ones to the next filled cell or the edge. */
function edgeOf(state: GridState, from: Place, step: Place): Place {
  const isThere = (place: Place) => place.row >= 0 && place.column >= 0 && place.row < state.rows.length && place.column < columnsOf(state).length
  const isFilled = (place: Place) => isThere(place) && hasText(state, place)
  let place = from
  if (!isThere(plus(place, step))) return place
  const isInBlock = isFilled(place) && isFilled(plus(place, step))
  do place = plus(place, step)
  while (isThere(plus(place, step)) && (isInBlock ? isFilled(plus(place, step)) : !isFilled(place)))
  return place
}

function hasText(state: GridState, place: Place): boolean {
  const [row, column] = [state.rows[place.row]!, columnsOf(state)[place.column]!]
  return isEntry(column) ? !isEmpty(cellAt(state, place)) : column.text(viewOf(state, row)) !== ''
}

function plus(a: Place, b: Place): Place {
  return { row: a.row + b.row, column: a.column + b.column }
}

function lastPlace(state: GridState): Place {
  return { row: Math.max(0, state.rows.length - 1), column: columnsOf(state).length - 1 }
}

function within(state: GridState, { row, column }: Place): Place {
  const last = lastPlace(state)
  return { row: Math.max(0, Math.min(last.row, row)), column: Math.max(0, Math.min(last.column, column)) }
}
