import BetterSqlite, { type Database } from 'better-sqlite3'

export { databaseFile } from './data-folder.ts'

/** What every connection must have. `synchronous` is set per connection: SQLite forgets it on reopen. */
const pragmas: Readonly<Record<string, number>> = {
  synchronous: 2, foreign_keys: 1, recursive_triggers: 1, trusted_schema: 0, busy_timeout: 5000,
}

/** The one connection that writes. Creates the file where there is none. */
export function openWriter(path: string): Database {
  const sqlite = new BetterSqlite(path)
  sqlite.pragma('journal_mode = WAL')
  // What commands that commit together may have to give back: a file for each of them takes longer than the command.
  sqlite.pragma('temp_store = MEMORY')
  return secure(sqlite)
}

/** A connection that cannot write, for queries and jobs. The file must be there. */
export function openReader(path: string): Database {
  return secure(new BetterSqlite(path, { readonly: true, fileMustExist: true }))
}

/** Sets the pragmas, then reads them back after a first statement, because some fall back at the first use of the file. */
function secure(sqlite: Database): Database {
  apply(sqlite)
  sqlite.prepare('select count(*) from sqlite_schema').get()
  apply(sqlite)
  sqlite.prepare('select count(*) from sqlite_schema').get()
  for (const [name, wanted] of Object.entries(pragmas)) {
    const found = sqlite.pragma(name, { simple: true })
    if (found !== wanted) throw new Error(`Pragma ${name} is ${String(found)}, not ${wanted}`)
  }
  if (sqlite.pragma('journal_mode', { simple: true }) !== 'wal') throw new Error('The database is not in WAL mode')
  return sqlite
}

function apply(sqlite: Database): void {
  for (const [name, value] of Object.entries(pragmas)) sqlite.pragma(`${name} = ${value}`)
}
