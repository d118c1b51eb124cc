import { createReadStream, createWriteStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import BetterSqlite from 'better-sqlite3'
import { contentOf, readManifest, readParts, UnreadableBackupError, unpackDatabase } from './backup-archive.ts'
import { attachmentsOf } from './backup-catalog.ts'
import { attachmentPath, keepContent } from './backup-attachments.ts'
import { readFacts, UnsoundCopyError, type OnBackupProgress } from './backup-making.ts'
import { databaseFile } from './data-folder.ts'
import { makeFolder, syncFile, syncFolder } from './durable.ts'
import { migrate, requireKnown, type Migration } from './migrate.ts'
import { restoreFolder, sealsFolder, writePlan, type RestorePlan } from './restore-plan.ts'
import type { Manifest } from '../../shared/data-care/backup.ts'

export interface UnpackedBackup { readonly manifest: Manifest; readonly database: string }

/**
 * Unpacks a backup's database to `target` and checks it: `UnreadableBackupError`, `UnsoundCopyError`; `NewerDatabaseError` where a
 * newer program wrote it. A bare database file, as older versions kept them, will do too.
 */
export async function unpackBackup(path: string, target: string, migrations: readonly Migration[], onProgress: OnBackupProgress = () => {}): Promise<UnpackedBackup> {
  makeFolder(dirname(target))
  if (path.endsWith('.db')) {
    await pipeline(createReadStream(path), createWriteStream(target))
    requireKnownFile(target, migrations)
    const facts = readFacts(target)
    return { manifest: { format: 1, kind: 'before-migration', at: statSync(path).mtime.toISOString(), version: '', ...facts }, database: target }
  }
  const manifest = await readManifest(path)
  await unpackDatabase(path, target, bytes => onProgress('unpacking', bytes, manifest.databaseBytes))
  onProgress('checking', 0, 0)
  requireKnownFile(target, migrations)
  const { siteId, auditHash } = readFacts(target)
  if (siteId !== manifest.siteId || auditHash !== manifest.auditHash) throw new UnsoundCopyError(`${basename(path)} holds another database than it says`)
  return { manifest, database: target }
}

function requireKnownFile(path: string, migrations: readonly Migration[]): void {
  const sqlite = new BetterSqlite(path, { readonly: true })
  try {
    requireKnown(sqlite, migrations)
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_') === true) throw new UnreadableBackupError((error as Error).message, { cause: error })
    throw error
  } finally {
    sqlite.close()
  }
}

export type RestoreOrder = Pick<RestorePlan, 'at' | 'by' | 'liveSessions' | 'replaced'> & {
  readonly dataFolder: string
  /** Of the backup. */
  readonly path: string
  readonly epoch: string
  readonly migrations: readonly Migration[]
  readonly onProgress?: OnBackupProgress
}

/**
 * Puts everything a restore needs into the data folder, beside what is there, and last of all the plan: from then on the next
 * opening carries it out. The database is brought to the program's version already here, so that nothing can fail after the swap.
 */
export async function stageRestore({ dataFolder, path, migrations, onProgress = () => {}, ...facts }: RestoreOrder): Promise<RestorePlan> {
  const folder = restoreFolder(dataFolder)
  rmSync(folder, { recursive: true, force: true })
  makeFolder(folder)
  const { manifest, database } = await unpackBackup(path, join(folder, databaseFile), migrations, onProgress)
  bringUp(database, migrations)
  await stageSeals(dataFolder, path)
  await bringAttachments(dataFolder, path, manifest, onProgress)
  const plan: RestorePlan = { ...facts, backup: basename(path), backupAt: manifest.at, schema: manifest.schema, version: manifest.version, auditSeq: manifest.auditSeq }
  writePlan(dataFolder, plan)
  return plan
}

/** A factory without the host's key begins its seals anew: those of another key would prove nothing here. */
async function stageSeals(dataFolder: string, path: string): Promise<void> {
  const seals = join(restoreFolder(dataFolder), sealsFolder)
  makeFolder(seals)
  if (path.endsWith('.db')) return
  const ownKey = join(dataFolder, 'keys', 'audit-seal.pub.pem')
  let isOwn = false
  await readParts(path, 'keys/audit-seal.pub.pem', async (_name, content) => {
    isOwn = existsSync(ownKey) && readFileSync(ownKey).equals(await contentOf(content))
  })
  if (!isOwn) return
  await readParts(path, `${sealsFolder}/`, async (name, content) => {
    const target = join(seals, basename(name))
    await pipeline(content, createWriteStream(target))
    syncFile(target)
  })
  syncFolder(seals)
}

function bringUp(database: string, migrations: readonly Migration[]): void {
  const sqlite = new BetterSqlite(database)
  try {
    sqlite.pragma('synchronous = full')
    sqlite.pragma('foreign_keys = on')
    sqlite.pragma('recursive_triggers = on')
    migrate(sqlite, migrations)
  } finally {
    sqlite.close()
  }
  syncFile(database)
}

/** Only adds: a file is named by its content. They lie beside the backup, or in it where it was made to take away. */
async function bringAttachments(dataFolder: string, path: string, { attachments }: Manifest, onProgress: OnBackupProgress): Promise<void> {
  const root = attachmentsOf(dataFolder)
  const beside = attachmentsOf(dirname(path))
  const absent = attachments.filter(sha256 => !existsSync(attachmentPath(root, sha256)))
  for (const [at, sha256] of absent.entries()) {
    onProgress('attachments', at, absent.length)
    const from = attachmentPath(beside, sha256)
    if (existsSync(from)) await keepContent(createReadStream(from), attachmentPath(root, sha256), sha256)
  }
  const wanted = new Set(absent.filter(sha256 => !existsSync(attachmentPath(root, sha256))))
  if (wanted.size === 0 || path.endsWith('.db')) return
  await readParts(path, 'attachments/', async (name, content) => {
    const sha256 = name.slice('attachments/'.length).replace('/', '')
    if (wanted.has(sha256)) await keepContent(content, attachmentPath(root, sha256), sha256)
    else content.resume()
  })
}
