import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

/** Looks before anything is written: a file of a newer version is left as it is, to the last byte. */
export function refuseNewer(path: string, migrations: readonly Migration[]): void {
  if (!existsSync(path)) return
  const sqlite = new BetterSqlite(path, { readonly: true })
  try {
    requireKnown(sqlite, migrations)
  } finally {
    sqlite.close()
  }
}

function requireKnown(sqlite: Database, migrations: readonly Migration[]): number {
  const current = Number(sqlite.pragma('user_version', { simple: true }))
  const newest = migrations.at(-1)?.number ?? 0
  if (current > newest) throw new NewerDatabaseError(`The database has version ${current}, this program knows ${newest}`)
  return current
}

/**
 * Brings the database to the newest migration, each in its own transaction together with its `user_version`, so that a
 * power cut leaves it before or after one, never within. `before` is called once if anything is to be done (a backup).
 */
export function migrate(sqlite: Database, migrations: readonly Migration[], before: () => void = () => {}): Migration[] {
  const current = requireKnown(sqlite, migrations)
  const due = migrations.filter(({ number }) => number > current)
  if (due.length > 0 && current > 0) before()
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
