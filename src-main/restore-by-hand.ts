import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import BetterSqlite from 'better-sqlite3'
import type { ShutOut } from '../shared/data-care/backup.ts'
import type { RestoreReport } from '../shared/data-care/contract.ts'
import { compare } from './data-care/restore-report.ts'
import { claimFolder } from './database/folder-lock.ts'
import { requireSoundPages, requireWholeFiles } from './database/inspection.ts'
import { readMigrations } from './database/migrate.ts'
import { databaseFile } from './database/open.ts'
import { carryOutRestore, keptFolder } from './database/restore-plan.ts'
import { stageRestore, unpackBackup, type UnpackedBackup } from './database/restore-staging.ts'
import { shutOutSince } from './database/shut-out.ts'
import { wayBack } from './database/way-back.ts'

export interface RestoreByHand {
  readonly dataFolder: string
  /** The backup's file; `newest` for the newest checked one of the folder. */
  readonly file: string
  readonly isSure: boolean
}

const migrationsFolder = new URL('../migrations/', import.meta.url)
const say = (text: string) => void process.stdout.write(`${text}\n`)

/**
 * Goes back to a backup where no host runs: says what it would mean, asks, and does it. Whoever may write into the data folder may do
 * so; no password is asked. Gives the exit code.
 */
export async function restoreByHand({ dataFolder, file, isSure }: RestoreByHand): Promise<number> {
  const path = file === 'newest' ? wayBack(dataFolder)?.path : resolve(file)
  if (path === undefined || !existsSync(path)) throw new Error(file === 'newest' ? `There is no checked backup in ${join(dataFolder, 'backups')}` : `There is no file ${path ?? file}`)
  const release = claimFolder(dataFolder)
  const work = mkdtempSync(join(tmpdir(), 'lantai-restore-'))
  try {
    const migrations = readMigrations(migrationsFolder)
    const unpacked = await unpackBackup(path, join(work, 'then.db'), migrations)
    const copy = presentIn(dataFolder, work)
    const present = openable(copy)
    say(reportText(path, unpacked, compare(unpacked.database, copy), present === undefined ? null : shutOutSince(unpacked.database, present)))
    if (!(isSure || (await isAgreed()))) {
      say('Nothing was changed.')
      return 0
    }
    const at = new Date().toISOString()
    await stageRestore({ dataFolder, path, present, migrations, epoch: randomUUID(), at, by: null, replaced: null })
    carryOutRestore(dataFolder)
    say(`Done. What was there before is kept in ${keptFolder(dataFolder, { at })}. Start the host now; everybody signs in again.`)
    return 0
  } finally {
    rmSync(work, { recursive: true, force: true })
    release()
  }
}

/** A copy is looked at, so that not even a lock is left beside what may be damaged. */
function presentIn(dataFolder: string, work: string): string {
  for (const end of ['', '-wal']) if (existsSync(join(dataFolder, `${databaseFile}${end}`))) copyFileSync(join(dataFolder, `${databaseFile}${end}`), join(work, `now.db${end}`))
  return join(work, 'now.db')
}

/** Only data that a host would open says who was shut out since. */
function openable(path: string): string | undefined {
  try {
    requireWholeFiles(path)
    const sqlite = new BetterSqlite(path, { readonly: true, fileMustExist: true })
    try {
      requireSoundPages(sqlite, path)
    } finally {
      sqlite.close()
    }
    return path
  } catch {
    return undefined
  }
}

function reportText(path: string, { manifest }: UnpackedBackup, { tables, lost }: Pick<RestoreReport, 'tables' | 'lost'>, shutOut: ShutOut | null): string {
  const rows = tables.filter(({ then, now }) => then !== now).map(({ table, then, now }) => `  ${table.padEnd(24)} ${String(then ?? '–').padStart(10)} ${String(now ?? '–').padStart(10)}`)
  return [
    `Backup ${path}`,
    `  of ${manifest.siteName || 'a factory'}, ${manifest.at}, made by Lantai ${manifest.version || '?'} (data version ${manifest.schema})`,
    lost ? `Entries made after it: ${lost.count}${lost.count > 0 ? `, from ${lost.first ?? ''} to ${lost.last ?? ''}, by ${lost.people.map(({ name, count }) => `${name} (${count})`).join(', ')}` : ''}` : 'What was entered after it cannot be read from the present files.',
    shutOut
      ? 'Everybody signs in again. Keys, temporary rights, stand-ins, PINs and accounts that were ended after it stay ended, and passwords that were changed stay changed.'
      : 'Everybody signs in again. What was revoked after it cannot be known: no API key works before a Superadmin lets it (Administration, Other programs); temporary rights, PINs, badges and accounts are as they were then.',
    ...(rows.length > 0 ? [`  ${'Rows of'.padEnd(24)} ${'then'.padStart(10)} ${'now'.padStart(10)}`, ...rows] : []),
  ].join('\n')
}

async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    say('Add --yes to go back to it.')
    return false
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^y(es)?$/i.test((await asking.question('Go back to this backup? The present files are kept aside. [y/N] ')).trim())
  } finally {
    asking.close()
  }
}
