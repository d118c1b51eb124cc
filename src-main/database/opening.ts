import { existsSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { keepCopy } from './copies.ts'
import { requireSoundPages, requireWholeFiles } from './inspection.ts'
import { migrate, requireKnown, type Migration } from './migrate.ts'
import { databaseFile, openReader, openWriter } from './open.ts'

export interface OpenedDatabase {
  readonly path: string
  readonly writer: Database
  readonly reader: Database
  close(): void
  /** Closes and leaves the files as they are: nothing is moved from the log of changes into the database. */
  leave(): void
}

/**
 * Opens the database of a data folder and brings it to the newest version; makes it where there is none. A damaged, a newer and a
 * foreign one is refused and left as it is, to the last byte: `DamagedDatabaseError`, `NewerDatabaseError`, `ForeignDatabaseError`.
 */
export function openDatabase(dataFolder: string, migrations: readonly Migration[]): OpenedDatabase {
  const path = join(dataFolder, databaseFile)
  requireWholeFiles(path)
  if (existsSync(path)) look(path, migrations)
  const opened = open(path)
  try {
    const { writer } = opened
    // What a power cut left in the log, behind its last whole change, is not to be taken for damage after the next cut.
    writer.pragma('wal_checkpoint(truncate)')
    migrate(writer, migrations, from => keepCopy(writer, dataFolder, `before-migration-from-${from}`))
    return opened
  } catch (error) {
    opened.leave()
    throw error
  }
}

/** By a connection that cannot write; but a database whose making was cut off has a journal that only one that writes can take back. */
function look(path: string, migrations: readonly Migration[]): void {
  const sqlite = new BetterSqlite(path, { readonly: !existsSync(`${path}-journal`) })
  try {
    requireKnown(sqlite, migrations)
    requireSoundPages(sqlite, path)
  } finally {
    sqlite.close()
  }
}

function open(path: string): OpenedDatabase {
  const writer = openWriter(path)
  let reader: Database
  try {
    reader = openReader(path)
  } catch (error) {
    writer.close()
    throw error
  }
  return {
    path, writer, reader,
    close() {
      reader.close()
      writer.close()
    },
    // What closes last tidies up; a connection that cannot write has nothing to tidy with.
    leave() {
      writer.close()
      reader.close()
    },
  }
}
