import type { Database, Statement } from 'better-sqlite3'
import type { Compilable, CompiledQuery, Selectable } from 'kysely'
import type { VersionedEntity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { KnownRows } from './known-rows.ts'
import { isLasting } from './sql.ts'
import type { EntityTables } from './tables.ts'
import type { Forms, Insert } from './written-rows.ts'

type Value = string | number | bigint | null
type Row = Record<string, unknown>

export interface Reader {
  all<R>(query: Compilable<R>): R[]
  first<R>(query: Compilable<R>): R | undefined
  /** The only row of an aggregate, or the first one; none is a `not-found`. */
  one<R>(query: Compilable<R>): R
  /** One row by its id, by a statement kept prepared. */
  find<E extends VersionedEntity>(entity: E, id: string): Selectable<EntityTables[E]> | undefined
  /** The same where the row must be there: its lack is a `not-found` that names it. */
  get<E extends VersionedEntity>(entity: E, id: string): Selectable<EntityTables[E]>
  /** The one row that has these values; together they are a unique key of its table, and none of them is null. */
  findBy<E extends VersionedEntity>(entity: E, key: Partial<Selectable<EntityTables[E]>>): Selectable<EntityTables[E]> | undefined
}

interface Kept { readonly statement: Statement; readonly tables: readonly string[]; readonly booleans: readonly string[] }

/** A connection with its statements kept prepared, each with the tables it reads and the boolean columns it yields. */
export interface Connection {
  readonly sqlite: Database
  readonly kept: Map<string, Kept>
  /** How rows of each table are added and changed, by the columns that are given. */
  readonly inserts: Forms<Insert>
  readonly updates: Forms<Statement>
}

export function connection(sqlite: Database): Connection {
  return { sqlite, kept: new Map(), inserts: new Map(), updates: new Map() }
}

const booleanName = /^(is|has|can|must)[A-Z]/
/** Whether a column's name is a claim, of which the value is a boolean. */
export function isClaim(column: string): boolean {
  return booleanName.test(column)
}
const statementsKept = 2000

/** `touched` collects every table read, for the check against the contract's `reads`. `known` are rows that need not be read again. */
export function createReader(connected: Connection, touched: Set<string>, known?: KnownRows): Reader {
  function keptFor(compiled: CompiledQuery): Kept {
    const kept = prepare(connected, compiled.sql, () => tablesOf(compiled))
    for (const table of kept.tables) touched.add(table)
    return kept
  }
  function all<R>(query: Compilable<R>): R[] {
    const compiled = query.compile()
    const kept = keptFor(compiled)
    const read = () => withBooleans(kept, kept.statement.all(...compiled.parameters.map(bind)) as Row[])
    if (!known || !isLasting(compiled)) return read() as R[]
    return known.answer({ text: compiled.sql, values: compiled.parameters, tables: kept.tables }, read) as R[]
  }
  function first<R>(query: Compilable<R>): R | undefined {
    const compiled = query.compile()
    if (known && isLasting(compiled)) return all<R>({ compile: () => compiled })[0]
    const kept = keptFor(compiled)
    const row = kept.statement.get(...compiled.parameters.map(bind)) as Row | undefined
    return row && (withBooleans(kept, [row])[0] as R)
  }
  function find<E extends VersionedEntity>(entity: E, id: string): Selectable<EntityTables[E]> | undefined {
    touched.add(entity)
    const row = known?.get(entity, id) ?? readRow(entity, id)
    return row as Selectable<EntityTables[E]> | undefined
  }
  function readRow(entity: VersionedEntity, id: string): Row | undefined {
    const kept = prepare(connected, `select * from "${entity}" where id = ?`, () => [entity])
    const row = kept.statement.get(id) as Row | undefined
    if (!row) return undefined
    withBooleans(kept, [row])
    known?.set(entity, id, row)
    return row
  }
  function findBy<E extends VersionedEntity>(entity: E, key: Row): Selectable<EntityTables[E]> | undefined {
    touched.add(entity)
    return (known?.named(entity, key) ?? readBy(entity, key)) as Selectable<EntityTables[E]> | undefined
  }
  function readBy(entity: VersionedEntity, key: Row): Row | undefined {
    const text = `select * from "${entity}" where ${Object.keys(key).map(column => `"${column}" = +?`).join(' and ')}`
    const kept = prepare(connected, text, () => [entity])
    const row = kept.statement.get(...Object.values(key).map(bind)) as Row | undefined
    if (!row) return undefined
    withBooleans(kept, [row])
    known?.set(entity, row.id as string, row, key)
    return row
  }
  return {
    all,
    first,
    findBy,
    one(query) {
      const row = first(query)
      if (row === undefined) throw new AppError('not-found')
      return row
    },
    find,
    get(entity, id) {
      const row = find(entity, id)
      if (!row) throw new AppError('not-found', { entity, id })
      return row
    },
  }
}

export function prepare({ sqlite, kept }: Connection, text: string, tables: () => readonly string[]): Kept {
  const known = kept.get(text)
  if (known) return known
  const statement = sqlite.prepare(text)
  const columns = statement.reader ? statement.columns() : []
  const entry = { statement, tables: tables(), booleans: columns.map(({ name }) => name).filter(isClaim) }
  if (kept.size >= statementsKept) kept.clear()
  kept.set(text, entry)
  return entry
}

/** SQLite has no booleans: they are kept as 0 and 1 in the columns whose name is a claim. */
export function withBooleans({ booleans }: Kept, rows: Row[]): Row[] {
  for (const row of rows) for (const name of booleans) if (row[name] !== null) row[name] = row[name] === 1
  return rows
}

export function bind(value: unknown): Value {
  if (typeof value === 'boolean') return value ? 1 : 0
  return (value ?? null) as Value
}

function tablesOf(compiled: CompiledQuery): string[] {
  if (compiled.query.kind !== 'SelectQueryNode') throw new Error(`A reader was given a ${compiled.query.kind}`)
  const found = new Set<string>()
  const common = new Set<string>()
  collectTables(compiled.query, found, common)
  return [...found].filter(table => !common.has(table))
}

function collectTables(node: unknown, into: Set<string>, common: Set<string>): void {
  if (typeof node !== 'object' || node === null) return
  const { kind, table } = node as { kind?: string; table?: unknown }
  // It names a column, by its table's alias too; what is read is named by FROM and JOIN.
  if (kind === 'ReferenceNode') return
  const identifier = (table as { identifier?: { name?: string } } | undefined)?.identifier?.name
  if (kind === 'TableNode' && identifier) into.add(identifier)
  if (kind === 'CommonTableExpressionNameNode') common.add((table as { table: { identifier: { name: string } } }).table.identifier.name)
  for (const child of Object.values(node)) collectTables(child, into, common)
}
