import { z } from 'zod'
import { blankFor, entryIssue } from '../core/input-resolver.ts'
import { isEmpty, isSame, isTyped, valueOf, type GridLine } from './entry-grid-cell.ts'
import { entryValue, isEntry, type EntryGridDefinition, type GridIssue } from './entry-grid-definition.ts'
import { cellOf, columnsOf, dataOf, groundOf, isUnsaved, viewOf, type Book, type GridRow, type GridState, type Kept, type Refusal } from './entry-grid-model.ts'

/** What is wrong with one row. `isMissing`: nothing was entered there, which is no fault yet while the row is being filled in. */
export interface RowIssue extends GridIssue { readonly isMissing?: true }

export interface RowStatus { readonly isUnsaved: boolean; readonly issues: readonly RowIssue[] }

interface Looked { readonly record: Kept | undefined; readonly data: unknown; readonly options: GridState['options']; readonly status: RowStatus }

/** A row is looked at once: rows do not change, they are replaced. */
const looked = new WeakMap<EntryGridDefinition, WeakMap<GridRow, Looked>>()
const saved: RowStatus = { isUnsaved: false, issues: [] }

/** Whether the row is to be saved, and what by itself speaks against it. */
export function statusOf(state: Book, row: GridRow): RowStatus {
  const { grid } = state.rules
  const known = looked.get(grid) ?? new WeakMap<GridRow, Looked>()
  looked.set(grid, known)
  const [record, data, { options }] = [state.records.get(row.key), dataOf(state, row), state]
  const before = known.get(row)
  if (before && before.record === record && before.data === data && (before.options === options || !grid.check)) return before.status
  const status = isUnsaved(state, row) ? { isUnsaved: true, issues: issuesOf(state, row) } : saved
  known.set(row, { record, data, options, status })
  return status
}

/** All rows at a glance. */
export interface Survey { readonly unsaved: number; readonly issues: ReadonlyMap<number, readonly RowIssue[]> }
type Surveyed = Pick<GridState, 'rules' | 'records' | 'data' | 'options' | 'refusals'>
const surveys = new WeakMap<GridState['rows'], { readonly of: Surveyed; readonly survey: Survey }>()

/** How many rows are to be saved, and what speaks against it. Looked at once for the same rows. */
export function surveyOf(state: GridState): Survey {
  const kept = surveys.get(state.rows)
  const { rules, records, data, options, refusals } = state
  if (kept && kept.of.rules === rules && kept.of.records === records && kept.of.data === data && kept.of.options === options && kept.of.refusals === refusals) return kept.survey
  const issues = new Map<number, readonly RowIssue[]>()
  let unsaved = 0
  state.rows.forEach((row, at) => {
    if (statusOf(state, row).isUnsaved) unsaved += 1
    const found = issuesOfRow(state, row)
    if (found.length > 0) issues.set(at, found)
  })
  const survey = { unsaved, issues }
  surveys.set(state.rows, { of: { rules, records, data, options, refusals }, survey })
  return survey
}

/** Everything that speaks against saving, by the row's number. */
export function allIssues(state: GridState): Survey['issues'] {
  return surveyOf(state).issues
}

export function unsavedIn(state: GridState): number {
  return surveyOf(state).unsaved
}

/** Without what is merely missing in the row that is being filled in. */
export function faultsShown(state: GridState): number {
  let count = 0
  for (const [row, issues] of allIssues(state)) count += row === state.active.row && !state.hasTried ? issues.filter(({ isMissing }) => !isMissing).length : issues.length
  return count
}

interface Told { readonly status: RowStatus; readonly twins: readonly RowIssue[]; readonly refusal: Refusal | undefined; readonly issues: readonly RowIssue[] }
const told = new WeakMap<GridRow, Told>()
const none: readonly RowIssue[] = []

/** What speaks against saving this row: by itself, beside the others, or in the eyes of the host. The same list as long as it is the same. */
export function issuesOfRow(state: GridState, row: GridRow): readonly RowIssue[] {
  const status = statusOf(state, row)
  const twins = twinsIn(state).get(row) ?? none
  const refusal = refusalOf(state, row)
  const before = told.get(row)
  if (before && before.status === status && before.twins === twins && before.refusal === refusal) return before.issues
  const refused = refusal?.issues.map(issue => ({ column: columnIn(state, issue.path), reason: issue.reason, params: issue.params })) ?? none
  const conflicts = status.isUnsaved ? conflictsOf(state, row).map(column => ({ column, reason: 'grid.issues.conflict' })) : none
  const issues = twins.length + refused.length + conflicts.length === 0 ? status.issues : [...status.issues, ...conflicts, ...twins, ...refused]
  told.set(row, { status, twins, refusal, issues })
  return issues
}

function refusalOf({ refusals, records }: GridState, row: GridRow): Refusal | undefined {
  const refusal = refusals.get(row.key)
  return refusal?.row === row && refusal.record === records.get(row.key) ? refusal : undefined
}

/** Columns that I changed and somebody else too, to something else. */
export function conflictsOf(state: Book, row: GridRow): readonly string[] {
  const record = state.records.get(row.key)
  if (!record) return []
  return Object.keys(row.cells).filter(name => {
    const theirs = entryValue(record.latest, name)
    return !isSame(theirs, entryValue(record.base, name)) && !isSame(row.cells[name]!, theirs)
  })
}

/** What the host's path means here: its last name, if a column is called so. */
function columnIn(state: GridState, path: readonly (string | number)[]): string | undefined {
  const name = path.findLast(part => typeof part === 'string')
  return path.some(part => typeof part === 'number') && columnsOf(state).some(column => column.name === name) ? String(name) : undefined
}

function issuesOf(state: Book, row: GridRow): readonly RowIssue[] {
  const { grid } = state.rules
  const issues: RowIssue[] = []
  for (const { name } of columnsOf(state).filter(isEntry)) {
    const cell = cellOf(state, row, name)
    if (isTyped(cell) && cell.fault) issues.push({ column: name, ...cell.fault })
  }
  const decoded = z.safeDecode(grid.schema, lineOf(state, row), { reportInput: true })
  for (const issue of decoded.success ? [] : decoded.error.issues) {
    const { path: [name], reason, params } = entryIssue(issue)
    // What was typed and is no value is said already.
    if (typeof name !== 'string' || isTyped(cellOf(state, row, name)) || issues.some(({ column }) => column === name)) continue
    issues.push({ column: name, reason, params, ...(isEmpty(valueOf(cellOf(state, row, name))) && { isMissing: true as const }) })
  }
  return issues.length > 0 ? issues : (grid.check?.(viewOf(state, row)) ?? [])
}

const blanks = new WeakMap<z.ZodObject, ReadonlyMap<string, unknown>>()

/** The row as its procedure takes it: what is empty is given as the schema likes it, left out, null or empty text. */
export function lineOf(state: Book, row: GridRow): GridLine {
  const { schema } = state.rules.grid
  const blankOf = blanks.get(schema) ?? new Map(Object.entries(schema.shape).map(([name, one]) => [name, blankFor(one, null)]))
  blanks.set(schema, blankOf)
  const line = { ...groundOf(state, row), ...Object.fromEntries(Object.keys(row.cells).map(name => [name, valueOf(row.cells[name]!)])) }
  const given = Object.entries(line).map(([name, value]) => [name, isEmpty(value) ? blankOf.get(name) : value])
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as GridLine
}

type Twins = ReadonlyMap<GridRow, readonly RowIssue[]>
const twinsKept = new WeakMap<GridState['rows'], { readonly records: GridState['records']; readonly twins: Twins }>()

/** Rows that say the same where no two rows may: each is told of the others. Looked for once for the same rows. */
function twinsIn(state: GridState): Twins {
  const kept = twinsKept.get(state.rows)
  if (kept?.records === state.records) return kept.twins
  const twins = findTwins(state)
  twinsKept.set(state.rows, { records: state.records, twins })
  return twins
}

function findTwins(state: GridState): Twins {
  const found = new Map<GridRow, RowIssue[]>()
  for (const names of state.rules.grid.unique ?? []) {
    const places = Map.groupBy(state.rows.keys(), at => keyOf(state, state.rows[at]!, names))
    for (const [key, rows] of places) {
      if (key === undefined || rows.length < 2) continue
      for (const at of rows) {
        const others = rows.filter(other => other !== at).map(other => other + 1)
        const shown = others.length > twinsNamed ? `${others.slice(0, twinsNamed).join(', ')} …` : others.join(', ')
        const issue: RowIssue = { column: names[0]!, reason: 'grid.issues.twice', params: { rows: shown } }
        found.set(state.rows[at]!, [...(found.get(state.rows[at]!) ?? []), issue])
      }
    }
  }
  return found
}

const twinsNamed = 5

/** Upper and lower case are one, as in the database. Rows that lack a part are twins of nobody. */
function keyOf(state: GridState, row: GridRow, names: readonly string[]): string | undefined {
  const values = names.map(name => valueOf(cellOf(state, row, name)))
  return values.some(isEmpty) ? undefined : values.map(value => String(value).trim().toLowerCase()).join('\u0000')
}
