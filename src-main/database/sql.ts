import {
  createQueryId, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, ValueNode, type Compilable, type CompiledQuery, type Dialect, type LimitNode, type OperationNodeSource,
  type RootOperationNode,
} from 'kysely'
import type { Tables } from './tables.ts'

/**
 * SQLite prepares a statement anew each time it is given a value that may decide how it is planned, which takes longer than reading what is found: a limit,
 * whatever may say whether a partial index serves, and any bare `?` compared in a query of several tables. So limits and words of state (`PENDING`) stand in
 * the text, and a value is written `+?`: the same value, which the planner does not look at.
 */
class Compiler extends SqliteQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    if (!ValueNode.is(limit)) throw new Error('A limit is a number that is known when the query is built')
    this.append(`limit ${Number(limit.value)}`)
  }

  protected override appendValue(value: unknown): void {
    if (typeof value === 'string' && wordOfState.test(value)) this.appendImmediateValue(value)
    else super.appendValue(value)
  }

  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}
const wordOfState = /^[A-Z_]{1,40}$/

/** For a query with places: what is no place in it is the same each time, so all of it stands in the text. */
class PlanCompiler extends Compiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Place) super.appendValue(value)
    else this.appendImmediateValue(typeof value === 'boolean' ? Number(value) : value)
  }
}

const dialect: Dialect = {
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: db => new SqliteIntrospector(db),
  createQueryCompiler: () => new Compiler(),
}

/** Builds typed SELECTs and never runs them: `Reader` does. Writing goes through `Writer`, which keeps the audit. */
export const sql: Pick<Kysely<Tables>, 'selectFrom' | 'fn' | 'with'> = new Kysely<Tables>({ dialect })

export type NamedTables = Record<string, Record<string, unknown>>
/** The same where tables and columns are named by a definition and known at run time only. */
export const namedSql: Pick<Kysely<NamedTables>, 'selectFrom'> = new Kysely<NamedTables>({ dialect })

/** A query that is built and not yet compiled. */
export type Query<R> = Compilable<R> & OperationNodeSource

/**
 * A query built once and asked with other values each time: building one takes longer than reading the row it finds. `build` gets
 * places for the values instead of the values; it may only hand them on, and throws where it looks at one.
 *
 * `const balanceAt = planned((at: Spot) => sql.selectFrom('stockBalance').selectAll().where('itemId', '=', at.itemId)…)`
 */
export function planned<Values extends object, R>(build: (values: Values) => Query<R>): (values: Values) => Compilable<R> {
  const places = new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Values
  let plan: ((values: object) => Compilable<R>) | undefined
  return values => (plan ??= planOf(build(places)))(values)
}

/**
 * The same of tables that seldom change, such as boards, roles and closed months: a command is given the last answer again until one of them has changed. Its
 * values are such as come again; an instant is none. Throws for what it could not be told of when it changes: tables that others than the pen write, and raw SQL, which may read any.
 */
export function lasting<Values extends object, R>(build: (values: Values) => Query<R>): (values: Values) => Compilable<R> {
  const plan = planned(build)
  return values => asLasting(plan(values))
}

export function asLasting<R>(query: Compilable<R>): Compilable<R> {
  return {
    compile() {
      const compiled = query.compile()
      if (!foundSound.has(compiled.query)) requireFollowed(compiled.query)
      foundSound.add(compiled.query)
      return { ...compiled, isLasting: true }
    },
  }
}

const foundSound = new WeakSet<object>()
/** Kept by triggers, or by a connection of their own, and views of such. */
const writtenByOthers: ReadonlySet<string> = new Set(['searchEntry', 'searchWord', 'ledgerDay', 'ledgerProduction', 'ledgerSlip', 'flowPeriod', 'slipPeriod', 'equipmentPeriod', 'event', 'auditEntry', 'numberCounter'])

function requireFollowed(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  const { kind, sqlFragments, table } = node as { kind?: string; sqlFragments?: readonly string[]; table?: { identifier?: { name?: string } } }
  if (kind === 'RawNode' && !/^(asc|desc)$/.test(sqlFragments?.join('') ?? '')) throw new Error(`What raw SQL reads is not known to have changed: ${sqlFragments?.join('…')}`)
  const name = kind === 'TableNode' ? table?.identifier?.name : undefined
  if (name !== undefined && writtenByOthers.has(name)) throw new Error(`Nobody is told when ${name} has changed`)
  for (const child of Object.values(node)) requireFollowed(child)
}

export function isLasting(compiled: CompiledQuery): boolean {
  return 'isLasting' in compiled
}

/** A query with places in it, compiled; what it gives is that query with these values in the places of their names. */
export function planOf<R>(query: Query<R>): (values: object) => Compilable<R> {
  const plan = new PlanCompiler().compileQuery(query.toOperationNode() as RootOperationNode, createQueryId()) as CompiledQuery<R>
  const valueIn = (values: object) => (value: unknown) => (value instanceof Place ? values[value.name as keyof typeof values] : value)
  return values => ({ compile: () => ({ ...plan, parameters: plan.parameters.map(valueIn(values)) }) })
}

/** The same with a place for every text and number in it; their values are put into `values`, by the places' names. */
export function withPlaces<T>(given: T, values: Record<string, unknown>, name = ''): T {
  if (typeof given === 'string' || typeof given === 'number') {
    values[name] = given
    return new Place(name) as T
  }
  if (typeof given !== 'object' || given === null) return given
  const members = Object.entries(given).map(([key, member]) => [key, withPlaces(member as unknown, values, `${name}.${key}`)] as const)
  return (Array.isArray(given) ? members.map(([, member]) => member) : Object.fromEntries(members)) as T
}

class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
  [Symbol.toPrimitive](): never {
    throw new Error(`A planned query looks at ${this.name}, which is only known when it is asked`)
  }
}

/** A text pattern for `like … escape '\'` that finds `text` anywhere, whatever characters it holds. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, character => `\\${character}`)}%`
}
