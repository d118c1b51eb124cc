import { createWriteStream, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import BetterSqlite from 'better-sqlite3'
import type { ShownBackup } from '../../shared/data-care/contract.ts'
import { AppError } from '../../shared/core/errors.ts'
import { checkData } from '../audit/data-check.ts'
import type * as AuditChain from '../database/audit-chain.ts'
import type { JobContext } from '../core/handlers.ts'
import { hashOfFile, readParts, UnreadableBackupError } from '../database/backup-archive.ts'
import { backupsFolder, claimBackups, missingArchives, readBackup, unfinished, writeRecord, type Backup } from '../database/backup-catalog.ts'
import { companionsOf, isContent, keepCompanion, layArchives } from '../database/backup-companions.ts'
import { UnsoundCopyError } from '../database/backup-making.ts'
import { databaseFile } from '../database/data-folder.ts'
import { makeFolder } from '../database/durable.ts'
import { readMigrations, type Migration } from '../database/migrate.ts'
import { unpackBackup } from '../database/restore-staging.ts'
import { backupNamed, paced, pruneBackups, shown } from './backing-up.ts'
import { caring } from './faults.ts'

type Chain = Pick<typeof AuditChain, 'auditHash' | 'genesisHash'>

/** Checks everything in a backup, in a folder of its own beside it, and keeps the verdict with it; then those that need no longer be kept go. */
export async function verifyBackup(context: JobContext, name: string, chain: Chain): Promise<ShownBackup> {
  const { place: { dataFolder, migrations }, clock, settings } = context
  const backup = backupNamed(context, name)
  const folder = backupsFolder(dataFolder)
  const release = claimBackups(folder)
  if (!release) throw new AppError('backup-running')
  let verdict: ShownBackup
  const unpacked = join(folder, `check${unfinished}`)
  try {
    const findings = await caring(() => findingsIn(backup, { dataFolder, unpacked, migrations: readMigrations(migrations), chain, onProgress: paced(context) }))
    const { name: _, path, isSound: __, ...record } = backup
    writeRecord(path, { ...record, fullAt: clock.now(), findings })
    verdict = shown(readBackup(folder, name)!, [])
  } finally {
    rmSync(unpacked, { recursive: true, force: true })
    release()
  }
  pruneBackups(folder, settings, clock.now(), backup.timeZone)
  await context.hostTask('lookAtBackups')
  return verdict
}

interface Checking {
  readonly dataFolder: string
  readonly unpacked: string
  readonly migrations: readonly Migration[]
  readonly chain: Chain
  readonly onProgress: ReturnType<typeof paced>
}

async function findingsIn(backup: Backup, { dataFolder, unpacked, migrations, chain, onProgress }: Checking): Promise<string[]> {
  rmSync(unpacked, { recursive: true, force: true })
  makeFolder(unpacked)
  if ((await hashOfFile(backup.path)) !== backup.sha256) return [`${backup.name} is not as it was written`]
  try {
    await unpackBackup(backup.path, join(unpacked, databaseFile), migrations, onProgress)
  } catch (error) {
    if (error instanceof UnreadableBackupError || error instanceof UnsoundCopyError) return [error.message]
    throw error
  }
  for (const folder of ['seals/', 'keys/']) await readParts(backup.path, folder, async (part, content) => {
    makeFolder(join(unpacked, dirname(part)))
    await pipeline(content, createWriteStream(join(unpacked, dirname(part), basename(part))))
  })
  const besides = await companionFindings(backup, dataFolder, onProgress)
  await layArchives(backup, { dataFolder, besides: dirname(backup.path), into: unpacked })
  const sqlite = new BetterSqlite(join(unpacked, databaseFile), { readonly: true })
  try {
    const { structure, content } = checkData(sqlite, unpacked, migrations, chain, missingArchives(backup))
    return [...structure, ...content, ...besides]
  } finally {
    sqlite.close()
  }
}

/** Those that were missing when it was made are known; what was there must still be what it was, or is put there anew. */
async function companionFindings(backup: Backup, dataFolder: string, onProgress: ReturnType<typeof paced>): Promise<string[]> {
  const findings: string[] = []
  const besides = dirname(backup.path)
  const expected = companionsOf(backup).filter(({ sha256 }) => !backup.missing.includes(sha256))
  for (const [at, companion] of expected.entries()) {
    onProgress('checking', at, expected.length)
    const isWhole = (await isContent(join(besides, companion.beside), companion.sha256)) || (await keepCompanion(dataFolder, besides, companion))
    if (!isWhole) findings.push(`The file ${companion.beside}, which belongs to it, is missing or damaged`)
  }
  return findings
}
