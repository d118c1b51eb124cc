import type { InputIssue } from '../../shared/core/errors.ts'
import { isEmpty, isSame, valueOf, type Cell, type CellValue, type GridLine } from './entry-grid-cell.ts'
import { entryValue, isEntry, type GridColumn, type GridRules, type RowView } from './entry-grid-definition.ts'
import type { Notice } from './entry-grid-notice.ts'
import type { ReferenceOption } from './reference-source.ts'

/** A cell by its numbers, from 0, in the order they are shown. */
export interface Place { readonly row: number; readonly column: number }
export interface Rectangle { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** `cells`: only what was entered; the rest is as the record says, or as a new row begins. `key` stays with the row. `against`: see `RowView`. */
export interface GridRow { readonly key: string; readonly cells: Readonly<Record<string, Cell>>; readonly against?: CellValue | undefined }

/** What a row's record says: `base` when its entries were made, `latest` by now. Where both differ, somebody else was there too. */
export interface Kept { readonly id: string; readonly base: GridLine; readonly latest: GridLine; readonly data: unknown }

/** The open editor. `isTyping`: it was opened by typing, so that arrows leave the cell; after F2 they move within the text. `hasCalendar`: the calendar is wanted. */
export interface Edit { readonly text: string; readonly isTyping: boolean; readonly hasCalendar?: true }

/** What undo goes back to. */
export type Step = Pick<GridState, 'rows' | 'active' | 'anchor' | 'extent'>

/** A refusal of the host; it holds for the row and the record as they were then. */
export interface Refusal { readonly row: GridRow; readonly record: Kept | undefined; readonly issues: readonly InputIssue[] }

/**
 * Everything an entry grid knows, as a value: what keys and pointers do are functions from one state to the next. The selection
 * lies between `anchor` and `extent`; `active` is the cell that is typed into.
 */
export interface GridState {
  readonly rules: GridRules
  readonly rows: readonly GridRow[]
  readonly records: ReadonlyMap<string, Kept>
  readonly options: ReadonlyMap<string, ReferenceOption>
  /** What the grid was given for the values of the column `dataBy`. */
  readonly data: ReadonlyMap<string, unknown>
  readonly active: Place
  readonly anchor: Place
  readonly extent: Place
  /** Where a run of Tabs began: Enter returns to this column. */
  readonly tabColumn: number | null
  readonly edit: Edit | null
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  readonly refusals: ReadonlyMap<string, Refusal>
  /** Somebody tried to save: from now on what is missing is marked in every row. */
  readonly hasTried: boolean
  readonly notice: Notice | null
  /** Where the fill handle is being drawn to. */
  readonly filling: Rectangle | null
  /** The rows that were sent last and are not saved: on their way, or refused. */
  readonly sent: readonly GridRow[]
  /** How many rows were made, so that every new one gets a key of its own. */
  readonly made: number
}

const noLine: GridLine = {}
const stepsKept = 200

export function emptyState(rules: GridRules): GridState {
  const corner = { row: 0, column: 0 }
  return withBlankRow({
    rules, rows: [], records: new Map(), options: new Map(), data: new Map(), active: corner, anchor: corner, extent: corner, tabColumn: null, edit: null,
    past: [], future: [], refusals: new Map(), hasTried: false, notice: null, filling: null, sent: [], made: 0,
  })
}

export function columnsOf({ rules }: Pick<GridState, 'rules'>): readonly GridColumn[] {
  return rules.grid.columns
}

/** What the row says where nothing was entered. */
export function groundOf({ records, rules }: Pick<GridState, 'records' | 'rules'>, row: GridRow): GridLine {
  return records.get(row.key)?.latest ?? rules.grid.newRow ?? noLine
}

export function cellOf(state: Pick<GridState, 'records' | 'rules'>, row: GridRow, name: string): Cell {
  return row.cells[name] ?? (name in row.cells ? null : entryValue(groundOf(state, row), name))
}

export function cellAt(state: GridState, { row, column }: Place): Cell {
  const [there, its] = [state.rows[row], columnsOf(state)[column]]
  return there && its && isEntry(its) ? cellOf(state, there, its.name) : null
}

/** What a row is looked at with. */
export type Book = Pick<GridState, 'records' | 'rules' | 'options' | 'data'>

/** The row with what could be read of it. */
export function viewOf(book: Book, row: GridRow): RowView {
  const line = Object.fromEntries(columnsOf(book).filter(isEntry).map(({ name }) => [name, valueOf(cellOf(book, row, name))]))
  return { line, data: dataOf(book, row), against: row.against, option: name => book.options.get(String(line[name] ?? '')) }
}

/** What is known about the row besides its entries. */
export function dataOf(book: Book, row: GridRow): unknown {
  const { dataBy } = book.rules.grid
  const given = dataBy === undefined ? undefined : book.data.get(String(valueOf(cellOf(book, row, dataBy)) ?? ''))
  return given ?? book.records.get(row.key)?.data
}

/** The row with what its entry is made against, by what is known about it. */
export function withAgainst({ rules: { grid: { against } } }: Pick<GridState, 'rules'>, row: GridRow, data: unknown): GridRow {
  if (!against) return row
  const value = data === undefined || isEmpty(row.cells[against.column] ?? null) ? undefined : against.value(data)
  return value === row.against ? row : { ...row, against: value }
}

/** What the grid is given by now; entries that were made before anything was known are made against it. */
export function withData(before: GridState, data: GridState['data']): GridState {
  const state = { ...before, data }
  const found = new Map(state.rows.filter(({ against }) => against === undefined).map(row => [row, withAgainst(state, row, dataOf(state, row))] as const).filter(([row, next]) => row !== next))
  if (found.size === 0) return state
  const known = (rows: GridState['rows']) => rows.map(row => found.get(row) ?? row)
  const steps = (list: readonly Step[]) => list.map(step => ({ ...step, rows: known(step.rows) }))
  return { ...state, rows: known(state.rows), past: steps(state.past), future: steps(state.future) }
}

/** Nothing was entered and no record stands behind it: the row that waits for the next entry. */
export function isBlank(state: Pick<GridState, 'records' | 'rules'>, row: GridRow): boolean {
  return !state.records.has(row.key) && isUntouched(state, row)
}

/** Whether the row says what its record says, or what a new row begins with. */
export function isUntouched(state: Pick<GridState, 'records' | 'rules'>, row: GridRow): boolean {
  const ground = groundOf(state, row)
  return Object.entries(row.cells).every(([name, cell]) => isSame(cell, entryValue(ground, name)))
}

/** A row with entries of its own that mean something. */
export function isUnsaved(book: Book, row: GridRow): boolean {
  if (isUntouched(book, row)) return false
  const { isIdle } = book.rules.grid
  return !isIdle?.(viewOf(book, row)) || Object.values(row.cells).some(cell => typeof cell === 'object' && cell !== null)
}

export function isEditable(state: GridState, { row, column }: Place): boolean {
  const [there, its] = [state.rows[row], columnsOf(state)[column]]
  return there !== undefined && its !== undefined && isEntry(its) && its.isReadOnly?.(viewOf(state, there)) !== true
}

export function selectionOf({ anchor, extent }: Pick<GridState, 'anchor' | 'extent'>): Rectangle {
  return {
    top: Math.min(anchor.row, extent.row), bottom: Math.max(anchor.row, extent.row),
    left: Math.min(anchor.column, extent.column), right: Math.max(anchor.column, extent.column),
  }
}

export function isOneCell({ top, bottom, left, right }: Rectangle): boolean {
  return top === bottom && left === right
}

export function placesIn({ top, bottom, left, right }: Rectangle): Place[] {
  const width = right - left + 1
  return Array.from({ length: (bottom - top + 1) * width }, (_, at) => ({ row: top + Math.floor(at / width), column: left + (at % width) }))
}

/** Other rows, as one step that can be undone. */
export function withRows(state: GridState, rows: readonly GridRow[], more: Partial<GridState> = {}): GridState {
  if (rows === state.rows) return { ...state, ...more }
  const { rows: before, active, anchor, extent } = state
  return withBlankRow({ ...state, rows, past: [...state.past, { rows: before, active, anchor, extent }].slice(-stepsKept), future: [], ...more })
}

/** Where rows can be added, an empty one stands at the end. */
export function withBlankRow(state: GridState): GridState {
  const { rows, rules: { grid }, made } = state
  const last = rows.at(-1)
  if (!grid.newRow || rows.length >= grid.maximumRows || (last && isBlank(state, last))) return state
  return { ...state, rows: [...rows, newRow(made)], made: made + 1 }
}

export function newRow(number: number): GridRow {
  return { key: `new-${number}`, cells: {} }
}

export interface Entry extends Place { readonly cell: Cell }

/** Writes cells where they may be written, as one step; what is the same already stays untouched. */
export function withCells(state: GridState, entries: readonly Entry[], more: Partial<GridState> = {}): GridState {
  const { against, dataBy } = state.rules.grid
  const changed = new Map<number, Record<string, Cell>>()
  const isMadeAnew = new Set<number>()
  for (const { cell, ...place } of entries) {
    const [row, column] = [state.rows[place.row], columnsOf(state)[place.column]]
    if (!row || !column || !isEntry(column) || !isEditable(state, place)) continue
    const cells = changed.get(place.row) ?? { ...row.cells }
    const ground = entryValue(groundOf(state, row), column.name)
    if (isSame(cell, ground)) delete cells[column.name]
    else cells[column.name] = isEmpty(cell) ? null : cell
    changed.set(place.row, cells)
    if (column.name === against?.column || column.name === dataBy) isMadeAnew.add(place.row)
  }
  const written = [...changed].map(([at, cells]): [number, GridRow] => {
    const row = { ...state.rows[at]!, cells }
    return [at, isMadeAnew.has(at) ? withAgainst(state, row, dataOf(state, row)) : row]
  })
  const really = new Map(written.filter(([at, row]) => !isSameRow(state.rows[at]!, row)))
  if (really.size === 0) return { ...state, ...more }
  return withRows(state, state.rows.map((row, at) => really.get(at) ?? row), more)
}

function isSameRow(a: GridRow, b: GridRow): boolean {
  return a.against === b.against && isSameCells(a.cells, b.cells)
}

function isSameCells(a: Readonly<Record<string, Cell>>, b: Readonly<Record<string, Cell>>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every(name => name in b && isSame(a[name]!, b[name]!))
}
