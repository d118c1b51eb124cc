import { existsSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import { findSetting } from '../../shared/settings/registry.ts'
import { databaseFile } from '../database/open.ts'

const pragmas = ['user_version', 'page_size', 'page_count', 'freelist_count', 'journal_mode', 'auto_vacuum', 'encoding'] as const
const mostComplaints = 20
const refusalsCounted = 10_000

/**
 * How the database stands: pragmas, a quick check, how many rows each table has, which settings differ from the default, and what
 * was refused of late. No row's content. Reads on a connection of its own; the host may be running on it or not.
 */
export function databaseFacts(dataFolder: string): object {
  const path = join(dataFolder, databaseFile)
  if (!existsSync(path)) return { problem: `There is no ${databaseFile}` }
  const sqlite = new BetterSqlite(path, { readonly: true, fileMustExist: true })
  try {
    return {
      pragmas: Object.fromEntries(pragmas.map(name => [name, sqlite.pragma(name, { simple: true })])),
      quickCheck: part(() => (sqlite.pragma(`quick_check(${mostComplaints})`) as { quick_check: string }[]).map(row => row.quick_check)),
      rows: part(() => rowCounts(sqlite)),
      settings: part(() => changedSettings(sqlite)),
      refusals: part(() => refusals(sqlite)),
    }
  } finally {
    sqlite.close()
  }
}

/** A damaged database answers some questions and not others. SQLite names the fault and its tables, never a row. */
function part<T>(read: () => T): T | { readonly problem: string } {
  try {
    return read()
  } catch (error) {
    return { problem: (error as { code?: string }).code ?? 'unreadable' }
  }
}

function rowCounts(sqlite: Database): Record<string, number | { readonly problem: string }> {
  const tables = sqlite.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name").pluck().all() as string[]
  return Object.fromEntries(tables.map(table => [table, part(() => sqlite.prepare(`select count(*) from "${table}"`).pluck().get() as number)]))
}

/** Numbers, switches and choices by their value; a text somebody wrote only by its name. */
function changedSettings(sqlite: Database): Record<string, unknown> {
  const stored = sqlite.prepare('select id, value from setting order by id').all() as { id: string; value: string }[]
  return Object.fromEntries(stored.flatMap(({ id, value }) => {
    const setting = findSetting(id)
    if (!setting) return []
    const { type, enum: choices } = z.toJSONSchema(setting.schema, { io: 'input', unrepresentable: 'any' })
    const isFreeText = type === 'string' && !choices
    return [[id, isFreeText ? '(changed)' : part(() => JSON.parse(value) as unknown)]]
  }))
}

interface Refusal { readonly at: string; readonly kind: string; readonly detail: string }

/** Kind and procedure of the newest refusals and failed logins, counted; not who was refused. */
function refusals(sqlite: Database): object[] {
  const newest = sqlite.prepare('select at, kind, detail from securityEvent order by seq desc limit ?').all(refusalsCounted) as Refusal[]
  const groups = Map.groupBy(newest, ({ kind, detail }) => `${kind} ${procedureIn(detail)}`)
  return [...groups].map(([what, [latest, ...others]]) => ({ what, count: others.length + 1, latest: latest?.at }))
}

/** The name is what a desk sent: only one of the contract's own is repeated. */
function procedureIn(detail: string): string {
  const { procedure } = JSON.parse(detail) as { procedure?: unknown }
  const [module = '', name = ''] = String(procedure ?? '').split('.')
  const isKnown = Object.hasOwn(contract, module) && Object.hasOwn(contract[module as keyof typeof contract], name)
  return isKnown ? `${module}.${name}` : '-'
}
