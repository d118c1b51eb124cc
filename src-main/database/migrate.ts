import { readdirSync, readFileSync } from 'node:fs'
import BetterSqlite, { type Database } from 'better-sqlite3'

export interface Migration { readonly number: number; readonly name: string; readonly sql: string }

/** Reads `NNNN-name.sql` files in order. A number twice, or a file of another name, is a mistake of ours. */
export function readMigrations(folder: URL): Migration[] {
  const migrations = readdirSync(folder).filter(name => name.endsWith('.sql')).sort().map(name => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
    if (!number) throw new Error(`Migration ${name} is not named NNNN-name.sql`)
    return { number, name, sql: readFileSync(new URL(name, folder), 'utf8') }
  })
  migrations.forEach((migration, at) => {
    if (migration.number === migrations[at - 1]?.number) throw new Error(`Two migrations have the number ${migration.number}`)
  })
  return migrations
}

/** The file was written by a newer Lantai: it is refused, never opened. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
}

/** The file is a database, but none that a Lantai has made: another program's, or its version number is damaged. */
export class ForeignDatabaseError extends Error {
  override readonly name = 'ForeignDatabaseError'
}

/** The database's version; 0 where it is still empty. */
export function requireKnown(sqlite: Database, migrations: readonly Migration[]): number {
  const current = Number(sqlite.pragma('user_version', { simple: true }))
  const newest = migrations.at(-1)?.number ?? 0
  if (current > newest) {
    throw new NewerDatabaseError(`The database has version ${current}, this program knows ${newest}. Start the newer Lantai that wrote it; nothing was changed`)
  }
  const isEmpty = sqlite.prepare('select count(*) from sqlite_schema').pluck().get() === 0
  if (current === 0 ? !isEmpty : !migrations.some(({ number }) => number === current)) {
    throw new ForeignDatabaseError(`The database has version ${current} and is no Lantai's: another program's file lies in its place, or it is damaged. Put the right file or a backup there; nothing was changed`)
  }
  return current
}

/**
 * Brings the database to the newest migration, each in its own transaction together with its `user_version`, so that a
 * power cut leaves it before or after one, never within. `before` is called once, with the version there is, if anything is to be
 * done (a backup).
 */
export function migrate(sqlite: Database, migrations: readonly Migration[], before: (from: number) => void = () => {}): Migration[] {
  const current = requireKnown(sqlite, migrations)
  const due = migrations.filter(({ number }) => number > current)
  if (due.length > 0 && current > 0) before(current)
  for (const { number, sql } of due) {
    sqlite.exec('begin immediate')
    try {
      sqlite.exec(sql)
      sqlite.pragma(`user_version = ${number}`)
      sqlite.exec('commit')
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('rollback')
      throw error
    }
  }
  return due
}

/** Tables, indexes and triggers that are not as the migrations up to the database's version make them, each as a sentence. */
export function schemaFindings(sqlite: Database, migrations: readonly Migration[]): string[] {
  const [made, found] = [modelOf(migrations, requireKnown(sqlite, migrations)), schemaOf(sqlite)]
  const names = [...new Set([...made.keys(), ...found.keys()])].filter(name => made.get(name) !== found.get(name))
  return names.map(name => `${name} is not as its migration made it`)
}

type Schema = ReadonlyMap<string, string>
const models = new WeakMap<readonly Migration[], Map<number, Schema>>()

/** What these migrations make up to a version: worked out once, for it takes all of them. */
function modelOf(migrations: readonly Migration[], version: number): Schema {
  const known = models.get(migrations) ?? new Map<number, Schema>()
  models.set(migrations, known)
  const schema = known.get(version) ?? madeBy(migrations.filter(({ number }) => number <= version))
  known.set(version, schema)
  return schema
}

function madeBy(migrations: readonly Migration[]): Schema {
  const model = new BetterSqlite(':memory:')
  try {
    migrate(model, migrations)
    return schemaOf(model)
  } finally {
    model.close()
  }
}

function schemaOf(sqlite: Database): Schema {
  const rows = sqlite.prepare(`select type || ' ' || name as name, tbl_name || ' ' || coalesce(sql, '') as sql from sqlite_schema where name not like 'sqlite_stat%'`).all()
  return new Map((rows as { name: string; sql: string }[]).map(({ name, sql }) => [name, sql]))
}
