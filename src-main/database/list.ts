import { sql as raw, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import { containing } from './sql.ts'
import type { Reader } from './reader.ts'

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
  /** Sortable column → what it sorts by (`item.code`). Text sorts without regard to case. */
  readonly columns: Readonly<Record<string, string | { readonly ref: string; readonly isText: true }>>
  /** Columns looked through by `search`: every word must be found in one of them. */
  readonly search: readonly string[]
  readonly defaultSort: readonly Sort[]
  /** The unique column that settles ties (`item.id`). */
  readonly id: string
}

/** One page by keyset: as fast on the last page as on the first, and no row is shown twice when others come in between. */
export function listPage<DB, TB extends keyof DB, Row>(db: Reader, request: ListRequest, spec: ListSpec<DB, TB, Row>): Page<Row> {
  const sorts = request.sort.length > 0 ? request.sort : spec.defaultSort
  const keys = [...sorts.map(sort => ({ expression: sortExpression(spec, sort.column), descending: sort.descending })), { expression: raw.ref(spec.id), descending: false }]
  const matching = searched(spec, request.search)
  let query = matching.select(keys.map(({ expression }, at) => expression.as(`sort${at}`))).limit(request.pageSize + 1)
  for (const { expression, descending } of keys) query = query.orderBy(expression, descending ? 'desc' : 'asc')
  if (request.cursor !== undefined) query = query.where(after(keys, readCursor(request.cursor, keys.length)))

  const found = db.all(query) as Record<string, unknown>[]
  const rows = found.slice(0, request.pageSize)
  const last = rows.at(-1)
  const next = found.length > request.pageSize && last ? writeCursor(keys.map((_, at) => last[`sort${at}`])) : undefined
  for (const row of rows) keys.forEach((_, at) => delete row[`sort${at}`])
  const total = request.total ? (db.one(matching.clearSelect().select(raw<number>`count(*)`.as('count'))) as { count: number }).count : undefined
  return { rows: rows as Row[], next, total }
}

function searched<DB, TB extends keyof DB, Row>({ query, search }: ListSpec<DB, TB, Row>, text: string): SelectQueryBuilder<DB, TB, Row> {
  return text.split(/\s+/).filter(Boolean).reduce((narrowed, word) => {
    const pattern = containing(word)
    const matches = search.map(column => raw<SqlBool>`${raw.ref(column)} like ${pattern} escape '\\'`)
    return narrowed.where(raw<SqlBool>`(${raw.join(matches, raw` or `)})`)
  }, query)
}

function sortExpression<DB, TB extends keyof DB, Row>({ columns }: ListSpec<DB, TB, Row>, name: string): RawBuilder<unknown> {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined
  if (column === undefined) throw new AppError('invalid-input', { issues: [{ path: ['sort'], reason: 'invalid_value', params: { value: name } }] })
  return typeof column === 'string' ? raw.ref(column) : raw`${raw.ref(column.ref)} collate nocase`
}

interface Key { readonly expression: RawBuilder<unknown>; readonly descending: boolean }

/** Rows that come after the given one in the order of the keys; SQLite sorts NULL before everything. */
function after([key, ...rest]: readonly Key[], [value, ...values]: readonly unknown[]): RawBuilder<SqlBool> {
  if (!key) return raw<SqlBool>`0`
  const beyond = value === null
    ? raw<SqlBool>`${key.expression} is ${key.descending ? raw`not null and 0` : raw`not null`}`
    : key.descending
      ? raw<SqlBool>`(${key.expression} < ${value} or ${key.expression} is null)`
      : raw<SqlBool>`${key.expression} > ${value}`
  return raw<SqlBool>`(${beyond} or (${key.expression} is ${value} and ${after(rest, values)}))`
}

function writeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

function readCursor(cursor: string, length: number): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isPlain = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number'
    if (Array.isArray(values) && values.length === length && values.every(isPlain)) return values
  } catch {
    // answered below, as any other cursor that is not one of ours
  }
  throw new AppError('invalid-input', { issues: [{ path: ['cursor'], reason: 'cursor', params: {} }] })
}
