import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { entities, entityDefinition, type Entity } from '../../shared/core/entities.ts'
import { checkData } from '../../src-main/audit/data-check.ts'
import * as auditChain from '../../src-main/database/audit-chain.ts'
import { DamagedDatabaseError } from '../../src-main/database/damage.ts'
import { ForeignDatabaseError, NewerDatabaseError, readMigrations } from '../../src-main/database/migrate.ts'
import { openDatabase, type OpenedDatabase } from '../../src-main/database/opening.ts'
import { removeFolder } from '../support/folder.ts'
import { migrationsFolder } from '../support/spine.ts'

export const migrations = readMigrations(migrationsFolder)

/**
 * How a damage shows. `harmless`: every row is as it was. `at start`: no host opens it. `in use`: SQLite says so when the page is read.
 * `by the check`: the nightly one. `unseen`: rows differ, and nothing says so.
 */
export const showings = ['harmless', 'at start', 'in use', 'by the check', 'unseen'] as const
export type Showing = (typeof showings)[number]
export interface DamageVerdict {
  readonly showing: Showing
  /** What was said, or which `table.column` differ unseen. */
  readonly words: readonly string[]
}

/** The rows of every table, each as text, in the order of their keys. */
export type Content = ReadonlyMap<string, readonly string[]>

/** Opens a copy of a damaged folder as a host does, uses it and checks it. What a host refuses it must have left as it was. */
export function judgeDamage(folder: string, sound: Content): DamageVerdict {
  const before = fingerprints(folder)
  let opened: OpenedDatabase
  try {
    opened = openDatabase(folder, migrations)
  } catch (error) {
    const isOurs = error instanceof DamagedDatabaseError || error instanceof ForeignDatabaseError || error instanceof NewerDatabaseError
    const { code, message } = error as { code?: string; message: string }
    if (!isOurs && code !== 'SQLITE_CORRUPT' && code !== 'SQLITE_NOTADB') throw error
    const after = fingerprints(folder)
    for (const [name, content] of before) if (!after.get(name)?.equals(content)) throw new Error(`A refused start changed ${name}`)
    return { showing: 'at start', words: [message] }
  }
  try {
    return inUse(opened.reader, folder, sound)
  } finally {
    opened.leave()
  }
}

function inUse(sqlite: Database, folder: string, sound: Content): DamageVerdict {
  let content: Content
  try {
    content = contentOf(sqlite)
  } catch (error) {
    return { showing: 'in use', words: [(error as Error).message] }
  }
  const { structure, content: findings } = checkData(sqlite, folder, migrations, auditChain)
  if (structure.length + findings.length > 0) return { showing: 'by the check', words: [...structure, ...findings] }
  const differing = differences(sound, content)
  return differing.length === 0 ? { showing: 'harmless', words: [] } : { showing: 'unseen', words: differing }
}

export function contentOf(sqlite: Database): Content {
  return new Map(tablesOf(sqlite).map(table => [table, (sqlite.prepare(`select * from "${table}"`).all() as object[]).map(row => JSON.stringify(row)).sort()]))
}

/** Those that hold rows of their own: a search index is made of others. */
export function tablesOf(sqlite: Database): string[] {
  return sqlite.prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name`).pluck().all() as string[]
}

/** `table.column` of what differs; `table` alone where rows are missing or there are more. */
function differences(sound: Content, found: Content): string[] {
  return [...sound].flatMap(([table, rows]) => {
    const other = found.get(table) ?? []
    if (other.length !== rows.length) return [table]
    const [gone, come] = [rows.filter(row => !other.includes(row)), other.filter(row => !rows.includes(row))]
    return [...new Set(gone.flatMap((row, at) => changedColumns(row, come[at]!).map(column => `${table}.${column}`)))]
  })
}

function changedColumns(before: string, after: string): string[] {
  const [one, other] = [before, after].map(text => JSON.parse(text) as Record<string, unknown>) as [Record<string, unknown>, Record<string, unknown>]
  return Object.keys(one).filter(column => one[column] !== other[column])
}

/** Whether a column is one that the audit vouches for: audited, neither masked nor left out. Ledger sums and keys belong to these. */
export function isVouchedFor(place: string): boolean {
  const [table = '', column = ''] = place.split('.')
  if (table === 'auditEntry') return true
  if (!Object.hasOwn(entities, table)) return false
  const { unaudited, secret = [], quiet = [] } = entityDefinition(table as Entity)
  return !unaudited && column !== 'version' && !secret.includes(column) && !quiet.includes(column)
}

/** A copy to damage, gone when the work is done. */
export function withCopy<T>(of: string, work: (folder: string) => T): T {
  const folder = `${of}-copy`
  mkdirSync(folder)
  try {
    cpSync(of, folder, { recursive: true })
    return work(folder)
  } finally {
    removeFolder(folder)
  }
}

/** What a host must never touch where it refuses to start. The map beside the log holds nothing of its own. */
function fingerprints(folder: string): Map<string, Buffer> {
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && !entry.name.endsWith('-shm'))
  return new Map(kept.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name))]))
}

export function openForReading(folder: string): Database {
  return new BetterSqlite(join(folder, 'lantai.db'), { readonly: true })
}
