import { AliasNode, ColumnNode, IdentifierNode, ReferenceNode, sql as raw, type Compilable, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import { containing, planOf, withPlaces, type Query } from './sql.ts'
import { bind, type Reader } from './reader.ts'

/** A column, or a condition on the list's own table, which spares a long list from being joined row by row. */
export type SearchPlace = string | ((pattern: string) => RawBuilder<SqlBool>)

interface Sort { readonly column: string; readonly descending: boolean }
/** What a handler gets from `listInput`, whatever its filters. */
export interface ListRequest {
  readonly search: string
  readonly sort: readonly Sort[]
  readonly cursor?: string | undefined
  readonly pageSize: number
  readonly total: boolean
}

export interface ListSpec<DB, TB extends keyof DB, Row> {
  /** Rows with joins, scope and filters already applied; neither ordered nor limited. */
  readonly query: SelectQueryBuilder<DB, TB, Row>
  /** The same rows by fewer joins, to be counted where nothing is searched for. */
  readonly count?: Query<Count>
  /** Sortable column → what it sorts by (`item.code`). Text sorts without regard to case. */
  readonly columns: Readonly<Record<string, string | { readonly ref: string; readonly isText: true }>>
  /** What is looked through by `search`: every word must be found in one of them. */
  readonly search: readonly SearchPlace[]
  readonly defaultSort: readonly Sort[]
  /** The unique column that settles ties (`item.id`). */
  readonly id: string
}

/** One page by keyset: as fast on the last page as on the first, and no row is shown twice when others come in between. */
export function listPage<DB, TB extends keyof DB, Row>(db: Reader, request: ListRequest, spec: ListSpec<DB, TB, Row>): Page<Row> {
  return readPage(db, request, pageQueries(spec, request.sort, positionOf(request)))
}

const formsKept = 200

/**
 * The same for a list that is asked for often: each form of it, by filters, sorts and words, is built once. `specOf` gets the filter
 * with places for its texts and numbers, as in `planned`; flags are as they are.
 */
export function keptList<Filter extends object, DB, TB extends keyof DB, Row>(
  specOf: (filter: Filter) => ListSpec<DB, TB, Row>,
): (db: Reader, request: ListRequest & { readonly filter: Filter }) => Page<Row> {
  const plans = new Map<string, (values: object) => PageQueries>()
  return (db, request) => {
    const values = {}
    const { most, ...place } = positionOf(request)
    const { filter, ...position } = { ...withPlaces({ filter: request.filter, ...place }, values), most }
    const form = JSON.stringify([filter, request.sort, position])
    let plan = plans.get(form)
    if (!plan) {
      if (plans.size >= formsKept) plans.clear()
      plans.set(form, (plan = planPage(pageQueries(specOf(filter), request.sort, position))))
    }
    return readPage(db, request, plan(values))
  }
}

/** Where in a list: after the row of the cursor's values, among those with all the words. */
interface Position { readonly patterns: readonly string[]; readonly cursor: readonly unknown[] | undefined; readonly most: number }

function positionOf({ search, cursor, pageSize }: ListRequest): Position {
  return { patterns: patternsOf(search), cursor: readCursor(cursor), most: pageSize + 1 }
}

function patternsOf(search: string): string[] {
  return search.split(/\s+/).filter(Boolean).map(containing)
}

/** Keeps the rows that have every word of a search in one of these places, wherever it stands there. */
export function withWords<DB, TB extends keyof DB, Row>(query: SelectQueryBuilder<DB, TB, Row>, search: string, places: readonly SearchPlace[]): SelectQueryBuilder<DB, TB, Row> {
  return withPatterns(query, patternsOf(search), places)
}

function withPatterns<DB, TB extends keyof DB, Row>(query: SelectQueryBuilder<DB, TB, Row>, patterns: readonly string[], places: readonly SearchPlace[]): SelectQueryBuilder<DB, TB, Row> {
  return patterns.reduce((narrowed, pattern) => narrowed.where(isFound(pattern, places)), query)
}

/** The same as a condition of its own; words that are none keep all. */
export function hasWords(search: string, places: readonly SearchPlace[]): RawBuilder<SqlBool> {
  const patterns = patternsOf(search)
  return patterns.length === 0 ? raw<SqlBool>`1` : raw<SqlBool>`${raw.join(patterns.map(pattern => isFound(pattern, places)), raw` and `)}`
}

function isFound(pattern: string, places: readonly SearchPlace[]): RawBuilder<SqlBool> {
  return raw<SqlBool>`(${raw.join(places.map(place => (typeof place === 'string' ? isLike(place, pattern) : place(pattern))), raw` or `)})`
}

/** Whether a pattern, as `search` gets it, is found in a column. */
export function isLike(column: string, pattern: string): RawBuilder<SqlBool> {
  return raw<SqlBool>`${raw.ref(column)} like ${pattern} escape '\\'`
}

interface Count { readonly count: number }

export function countOf<DB, TB extends keyof DB, Row>(query: SelectQueryBuilder<DB, TB, Row>): Query<Count> {
  return query.clearSelect().select(raw<number>`count(*)`.as('count'))
}

/** The parts of a page follow each other: the next is only asked where the ones before did not fill it. */
interface PageQueries {
  readonly parts: readonly Compilable<unknown>[]
  readonly count: Compilable<Count>
  /** The columns of a row that say where it stands, for the cursor. */
  readonly keyColumns: readonly string[]
}

/** The same, not compiled yet. */
interface BuiltPage extends PageQueries { readonly parts: readonly Query<unknown>[]; readonly count: Query<Count> }

function planPage({ parts, count, keyColumns }: BuiltPage): (values: object) => PageQueries {
  const [partPlans, countPlan] = [parts.map(planOf), planOf(count)]
  return values => ({ parts: partPlans.map(plan => plan(values)), count: countPlan(values), keyColumns })
}

function pageQueries<DB, TB extends keyof DB, Row>(
  spec: ListSpec<DB, TB, Row>, sort: readonly Sort[], { patterns, cursor, most }: Position,
): BuiltPage {
  const sorts = sort.length > 0 ? sort : spec.defaultSort
  const keys = [...sorts.map(({ column, descending }) => ({ ...sortKey(spec, column), descending })), { ref: spec.id, expression: raw.ref(spec.id), descending: false }]
  if (cursor && cursor.length !== keys.length) throw badCursor()
  const matching = withPatterns(spec.query, patterns, spec.search)
  // What the rows show anyway need not be read twice.
  const shown = shownColumns(spec.query)
  const keyColumns = keys.map(({ ref }, at) => shown.get(ref) ?? `sort${at}`)
  const hidden = keys.flatMap(({ ref }, at) => (shown.has(ref) ? [] : [raw.ref(ref).as(`sort${at}`)]))
  let ordered = (hidden.length === 0 ? matching : matching.select(hidden)).limit(most)
  for (const { expression, descending } of keys) ordered = ordered.orderBy(expression, descending ? 'desc' : 'asc')
  return {
    parts: cursor ? partsAfter(keys, cursor).map(part => ordered.where(part)) : [ordered],
    count: patterns.length === 0 && spec.count ? spec.count : countOf(matching),
    keyColumns,
  }
}

function readPage<Row>(db: Reader, { pageSize, total }: ListRequest, { parts, count, keyColumns }: PageQueries): Page<Row> {
  const found: Record<string, unknown>[] = []
  for (const part of parts) if (found.length <= pageSize) found.push(...(db.all(part) as Record<string, unknown>[]))
  const last = found[pageSize - 1]
  const next = found.length > pageSize && last ? writeCursor(keyColumns.map(column => bind(last[column]))) : undefined
  return { rows: found.slice(0, pageSize) as Row[], next, total: total ? db.one(count).count : undefined }
}

/** What a list is sorted by: a column of its query, and how it is compared. */
function sortKey<DB, TB extends keyof DB, Row>({ columns }: ListSpec<DB, TB, Row>, name: string): { readonly ref: string; readonly expression: RawBuilder<unknown> } {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined
  if (column === undefined) throw new AppError('invalid-input', { issues: [{ path: ['sort'], reason: 'invalid_value', params: { value: name } }] })
  return typeof column === 'string' ? { ref: column, expression: raw.ref(column) } : { ref: column.ref, expression: raw`${raw.ref(column.ref)} collate nocase` }
}

/** The plain columns of a query, `table.column` → the name it has in a row. */
function shownColumns<DB, TB extends keyof DB, Row>(query: SelectQueryBuilder<DB, TB, Row>): ReadonlyMap<string, string> {
  return new Map((query.toOperationNode().selections ?? []).flatMap(({ selection }) => {
    const node = AliasNode.is(selection) ? selection.node : selection
    if (!ReferenceNode.is(node) || !ColumnNode.is(node.column) || !node.table) return []
    const name = node.column.column.name
    const alias = AliasNode.is(selection) && IdentifierNode.is(selection.alias) ? selection.alias.name : name
    return [[`${node.table.table.identifier.name}.${name}`, alias] as const]
  }))
}

interface Key { readonly expression: RawBuilder<unknown>; readonly descending: boolean }

/**
 * The rows that come after the given one, in parts that follow each other: each is one range of the first key, so that an index
 * leads to its beginning. SQLite sorts NULL before everything.
 */
function partsAfter([key, ...rest]: readonly Key[], [value, ...values]: readonly unknown[]): RawBuilder<SqlBool>[] {
  if (!key) return []
  const { expression, descending } = key
  const later = partsAfter(rest, values)
  if (value === null) return [either(later.map(part => raw`(${expression} is null and ${part})`)), ...(descending ? [] : [raw<SqlBool>`${expression} is not null`])]
  const beyond = raw<SqlBool>`${expression} ${descending ? raw`<` : raw`>`} ${value}`
  const range = later.length === 0 ? beyond : raw<SqlBool>`(${expression} ${descending ? raw`<=` : raw`>=`} ${value} and ${either([beyond, ...later])})`
  return descending ? [range, raw<SqlBool>`${expression} is null`] : [range]
}

function either(conditions: readonly RawBuilder<unknown>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? raw<SqlBool>`0` : raw<SqlBool>`(${raw.join([...conditions], raw` or `)})`
}

function writeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

function readCursor(cursor: string | undefined): readonly unknown[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isPlain = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number'
    if (Array.isArray(values) && values.every(isPlain)) return values
  } catch {
    // answered below, as any other cursor that is not one of ours
  }
  throw badCursor()
}

function badCursor(): AppError {
  return new AppError('invalid-input', { issues: [{ path: ['cursor'], reason: 'cursor', params: {} }] })
}
