import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { entities } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ShutOut } from '../../shared/data-care/backup.ts'
import type { RestoreReport } from '../../shared/data-care/contract.ts'
import type { JobContext } from '../core/handlers.ts'
import { contentOf, readParts } from '../database/backup-archive.ts'
import { backupsFolder } from '../database/backup-catalog.ts'
import { companionsOf } from '../database/backup-companions.ts'
import { readMigrations } from '../database/migrate.ts'
import { shutOutSince } from '../database/shut-out.ts'
import { unpackBackup } from '../database/restore-staging.ts'
import { backupNamed, paced } from './backing-up.ts'
import { caring } from './faults.ts'
import { Seal } from '../audit/seals.ts'

/** IO-5: what going back to a backup would mean. Nothing of the data is touched: it is unpacked among the files on their way, and thrown away. */
export async function reportOnRestore(context: JobContext, name: string, siteId: string): Promise<RestoreReport> {
  const { place: { dataFolder, migrations } } = context
  const backup = backupNamed(context, name)
  const known = readMigrations(migrations)
  const file = await context.createFile('restore.db', 'application/octet-stream')
  try {
    const { manifest } = await caring(() => unpackBackup(backup.path, file.path, known, paced(context)))
    if (manifest.siteId !== siteId) throw new AppError('backup-of-another-factory', { factory: manifest.siteName })
    return {
      name, at: manifest.at, version: manifest.version, schema: manifest.schema, programSchema: known.at(-1)!.number, siteName: manifest.siteName,
      seal: await newestSeal(backup.path),
      missingAttachments: companionsOf(manifest).filter(({ own, beside }) => !existsSync(join(dataFolder, own)) && !existsSync(join(backupsFolder(dataFolder), beside))).length,
      shutOut: counted(shutOutSince(file.path, databaseOf(context))),
      ...compare(file.path, databaseOf(context)),
    }
  } finally {
    await rm(file.path, { force: true })
  }
}

function counted(shutOut: ShutOut | null): RestoreReport['shutOut'] {
  if (!shutOut) return null
  const { apiKeys, grants, pins, badges, users, delegations, passwords } = shutOut
  return { apiKeys: apiKeys.length, grants: grants.length, passes: pins.length + badges.length, users: users.length, delegations: delegations.length, passwords: passwords.length }
}

function databaseOf({ place: { dataFolder } }: JobContext): string {
  return `${dataFolder}/lantai.db`
}

/** Of the database of a backup with the one there is; what of that cannot be read is left out. */
export function compare(thenPath: string, nowPath: string): Pick<RestoreReport, 'tables' | 'from' | 'to' | 'lost'> {
  const then = new BetterSqlite(thenPath, { readonly: true })
  const now = attempt(() => new BetterSqlite(nowPath, { readonly: true, fileMustExist: true }))
  try {
    const tables = [...Object.keys(entities), 'auditEntry'].map(table => ({ table, then: countOf(then, table), now: now ? countOf(now, table) : null }))
    const span = then.prepare('select min(at) as "from", max(at) as "to" from auditEntry').get() as { from: string | null; to: string | null }
    return { tables: tables.filter(({ then, now }) => then !== null || now !== null), ...span, lost: (now && attempt(() => lostSince(then, now))) ?? null }
  } finally {
    then.close()
    now?.close()
  }
}

function countOf(sqlite: Database, table: string): number | null {
  return attempt(() => sqlite.prepare(`select count(*) from "${table}"`).pluck().get() as number) ?? null
}

const peopleNamed = 10

/** What the present audit has after the last row that both have in common. */
function lostSince(then: Database, now: Database): RestoreReport['lost'] {
  const common = commonRow(then, now)
  const whole = now.prepare('select count(*) as count, min(at) as first, max(at) as last from auditEntry where seq > ?').get(common) as { count: number; first: string | null; last: string | null }
  const people = now.prepare('select coalesce(fullName, auditEntry.userName) as name, count(*) as count from auditEntry left join user on user.id = userId where seq > ? group by userId order by count desc limit ?').all(common, peopleNamed) as { name: string; count: number }[]
  return { ...whole, people }
}

/** Two chains that were one agree up to a row, and nowhere after it; old rows may have gone to an archive since. */
function commonRow(then: Database, now: Database): number {
  const newest = (sqlite: Database) => sqlite.prepare('select coalesce(max(seq), 0) from auditEntry').pluck().get() as number
  const [one, other] = [then, now].map(sqlite => sqlite.prepare('select hash from auditEntry where seq = ?').pluck()) as [ReturnType<Database['prepare']>, ReturnType<Database['prepare']>]
  const oldest = (sqlite: Database) => sqlite.prepare('select coalesce(min(seq), 1) from auditEntry').pluck().get() as number
  let [low, high] = [Math.max(oldest(then), oldest(now)) - 1, Math.min(newest(then), newest(now))]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (one.get(middle) === other.get(middle)) low = middle
    else high = middle - 1
  }
  return low
}

async function newestSeal(path: string): Promise<RestoreReport['seal']> {
  let newest: RestoreReport['seal'] = null
  if (path.endsWith('.db')) return newest
  await readParts(path, 'seals/', async (_name, content) => {
    const seal = Seal.safeParse(JSON.parse((await contentOf(content)).toString()))
    if (seal.success && seal.data.seq > (newest?.seq ?? 0)) newest = { seq: seal.data.seq, at: seal.data.at }
  })
  return newest
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_') === true) return undefined
    throw error
  }
}
