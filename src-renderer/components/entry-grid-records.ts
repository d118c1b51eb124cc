import type { InputIssue } from '../../shared/core/errors.ts'
import { isSame, type GridLine } from './entry-grid-cell.ts'
import { entryValue, type GridEntry, type GridRecord } from './entry-grid-definition.ts'
import { conflictsOf, lineOf, statusOf } from './entry-grid-issues.ts'
import { columnsOf, dataOf, groundOf, withAgainst, withBlankRow, withRows, type GridRow, type GridState, type Kept, type Place } from './entry-grid-model.ts'

const none: ReadonlySet<string> = new Set()
const noSteps = { past: [], future: [] } as const

/** Other records: rows that are not saved yet stay, and so does who stands in one; the records that were asked for stand among them. */
export function loadRecords(state: GridState, list: readonly GridRecord[]): GridState {
  const unsaved = state.rows.filter(row => statusOf(state, row).isUnsaved)
  const kept = new Map(unsaved.flatMap(({ key }) => (state.records.has(key) ? [[key, state.records.get(key)!] as const] : [])))
  const corner = { row: 0, column: 0 }
  const loaded = addRecords({ ...known({ ...state, rows: unsaved, records: kept }, list), active: corner, anchor: corner, extent: corner, edit: null, ...noSteps }, list)
  const here = unsaved.find(row => row === state.rows[state.active.row])
  if (!here) return loaded
  const place = { row: loaded.rows.findIndex(({ key }) => key === here.key), column: state.active.column }
  return { ...loaded, active: place, anchor: place, extent: place }
}

/**
 * What the host says by now. Entries stay; cells without entries show what somebody else saved, and where both did, the row is in
 * conflict. Records that are new come in, and those that are gone go, while nothing is unsaved, so that no row moves under the typist's hands.
 */
export function syncRecords(state: GridState, list: readonly GridRecord[], gone: ReadonlySet<string> = none): GridState {
  const isQuiet = !state.edit && state.rows.every(row => !statusOf(state, row).isUnsaved)
  const synced = known(state, list)
  return isQuiet ? addRecords(withoutRecords(synced, gone), list) : synced
}

/** The records that are shown already, as they are now. */
function known(state: GridState, list: readonly GridRecord[]): GridState {
  const keyOf = new Map([...state.records].map(([key, { id }]) => [id, key]))
  const entered = new Map(state.rows.map(row => [row.key, row]))
  const records = new Map(state.records)
  for (const { id, line, data } of list) {
    const key = keyOf.get(id)
    const row = key === undefined ? undefined : entered.get(key)
    if (key !== undefined && row) records.set(key, { ...met(records.get(key)!, row, line), data })
  }
  return { ...state, records, options: withKnown(state, list) }
}

/** Whoever stood below goes along. */
function withoutRecords(state: GridState, gone: ReadonlySet<string>): GridState {
  const isGone = ({ key }: GridRow) => gone.has(state.records.get(key)?.id ?? '')
  if (!state.rows.some(isGone)) return state
  const rows = state.rows.filter(row => !isGone(row))
  const moved = (place: Place) => ({ ...place, row: Math.max(0, Math.min(place.row - state.rows.slice(0, place.row).filter(isGone).length, rows.length - 1)) })
  const records = new Map([...state.records].filter(([, { id }]) => !gone.has(id)))
  return withBlankRow({ ...state, rows, records, active: moved(state.active), anchor: moved(state.anchor), extent: moved(state.extent), ...noSteps })
}

/** The others, below the last record and above what is entered anew. No step leads back to before they came, for it would hide them. */
function addRecords(state: GridState, list: readonly GridRecord[]): GridState {
  const ids = new Set([...state.records.values()].map(({ id }) => id))
  const added = list.filter(({ id }) => !ids.has(id))
  if (added.length === 0) return withBlankRow(state)
  const at = state.rows.findLastIndex(({ key }) => state.records.has(key)) + 1
  const rows = [...state.rows.slice(0, at), ...added.map(({ id }) => ({ key: id, cells: {} })), ...state.rows.slice(at)]
  const records = new Map([...state.records, ...added.map(({ id, line, data }) => [id, { id, base: line, latest: line, data }] as const)])
  // Whoever stood below goes along; a grid that was empty begins at its top.
  const moved = (place: Place) => (state.records.size > 0 && place.row >= at ? { ...place, row: place.row + added.length } : place)
  return withBlankRow({ ...state, rows, records, active: moved(state.active), anchor: moved(state.anchor), extent: moved(state.extent), ...noSteps })
}

/** Another row beside the record of the active one, right below it: a second lot of what one line ordered. Goes to its cell in the column. */
export function insertRecord(state: GridState, { id, line, data }: GridRecord, column: string): GridState {
  const row = state.active.row + 1
  const rows = [...state.rows.slice(0, row), { key: id, cells: {} }, ...state.rows.slice(row)]
  const records = new Map(state.records).set(id, { id, base: line, latest: line, data })
  const place = { row, column: Math.max(0, columnsOf(state).findIndex(({ name }) => name === column)) }
  return { ...state, rows, records, active: place, anchor: place, extent: place, tabColumn: null, ...noSteps }
}

/** Where nothing was entered, theirs is the ground of what comes next; where something was, the ground stays what it was entered on. */
function met(kept: Kept, row: GridRow, latest: GridLine): Kept {
  const base = { ...latest, ...Object.fromEntries(Object.keys(row.cells).map(name => [name, entryValue(kept.base, name)])) }
  return { ...kept, base, latest }
}

/** The rows to save, in order. */
export function entriesOf(state: GridState): readonly { readonly row: GridRow; readonly entry: GridEntry }[] {
  return state.rows.filter(row => statusOf(state, row).isUnsaved).map(row => {
    const record = state.records.get(row.key)
    const line = lineOf(state, row)
    const changed = Object.fromEntries(Object.keys(row.cells).filter(name => !isSame(row.cells[name]!, entryValue(record?.latest ?? {}, name))).map(name => [name, line[name] ?? null]))
    return { row, entry: { id: record?.id, line, changed: record ? changed : line, data: dataOf(state, row) } }
  })
}

/** The host has them: entries made or taken back since stay entries. There is no way back by undo; there is one by typing. */
export function savedRows(state: GridState, sent: readonly GridRow[], answered: readonly GridRecord[]): GridState {
  const records = new Map(state.records)
  const places = new Map(sent.map((row, at) => [row.key, { row, record: answered[at]! }]))
  const rows = state.rows.map(row => {
    const place = places.get(row.key)
    if (!place) return row
    const { id, line, data } = place.record
    records.set(row.key, { id, base: line, latest: line, data })
    const since = Object.entries(row.cells).filter(([name, cell]) => !(name in place.row.cells) || !isSame(cell, place.row.cells[name]!))
    const ground = groundOf(state, row)
    const takenBack = Object.keys(place.row.cells).filter(name => !(name in row.cells) && !isSame(entryValue(ground, name), entryValue(line, name)))
    return withAgainst(state, { ...row, cells: Object.fromEntries([...since, ...takenBack.map(name => [name, entryValue(ground, name)] as const)]) }, data)
  })
  const notice = { kind: 'saved', rows: sent.length } as const
  return withBlankRow({ ...state, rows, records, options: withKnown(state, answered), refusals: new Map(), hasTried: false, sent: [], notice, ...noSteps })
}

/** What the host refused, by the number of the row among those that were sent. */
export function refuseRows(state: GridState, sent: readonly GridRow[], issues: readonly InputIssue[]): GridState {
  const byRow = Map.groupBy(issues, ({ path }) => path.find(part => typeof part === 'number'))
  const refusals = new Map([...byRow].flatMap(([at, its]) => {
    const row = sent[Number(at ?? -1)]
    return row ? [[row.key, { row, record: state.records.get(row.key), issues: its }] as const] : []
  }))
  return { ...state, refusals, hasTried: true }
}

/** Settles the row's conflicts: theirs takes my entries back, as a step that can be undone; mine stands against what they saved. */
export function settle(state: GridState, row: GridRow, whose: 'theirs' | 'mine'): GridState {
  const names = conflictsOf(state, row)
  const record = state.records.get(row.key)
  if (!record || names.length === 0) return state
  const settled = { ...record, base: { ...record.base, ...Object.fromEntries(names.map(name => [name, entryValue(record.latest, name)])) } }
  const records = new Map(state.records).set(row.key, settled)
  if (whose === 'mine') return { ...state, records }
  const cells = Object.fromEntries(Object.entries(row.cells).filter(([name]) => !names.includes(name)))
  return withRows({ ...state, records }, state.rows.map(other => (other.key === row.key ? { ...row, cells } : other)))
}

function withKnown({ options }: GridState, list: readonly GridRecord[]): GridState['options'] {
  const known = list.flatMap(({ known = [] }) => known).filter(option => options.get(option.id)?.name !== option.name || options.get(option.id)?.code !== option.code)
  return known.length === 0 ? options : new Map([...options, ...known.map(option => [option.id, option] as const)])
}
