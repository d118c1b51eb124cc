import { createReadStream, createWriteStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import BetterSqlite from 'better-sqlite3'
import { contentOf, readManifest, readParts, UnreadableBackupError, unpackDatabase } from './backup-archive.ts'
import { companionFolders, companionsOf, isContent, keepContent } from './backup-companions.ts'
import { readFacts, UnsoundCopyError, type OnBackupProgress } from './backup-making.ts'
import { attachmentsFolder, databaseFile } from './data-folder.ts'
import { makeFolder, syncFile, syncFolder } from './durable.ts'
import { migrate, requireKnown, type Migration } from './migrate.ts'
import { keepEarlierKeys, keysFolder, publicKeyFile } from './public-keys.ts'
import { restoreFolder, sealsFolder, writePlan, type RestorePlan } from './restore-plan.ts'
import { shutOutSince } from './shut-out.ts'
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

export type RestoreOrder = Pick<RestorePlan, 'at' | 'by' | 'replaced'> & {
  readonly dataFolder: string
  /** Of the backup. */
  readonly path: string
  /** The present database, where it can be opened: by it those who were shut out since stay out. */
  readonly present: string | undefined
  readonly epoch: string
  readonly migrations: readonly Migration[]
  readonly onProgress?: OnBackupProgress
}

/**
 * Puts everything a restore needs into the data folder, beside what is there, and last of all the plan: from then on the next
 * opening carries it out. The database is brought to the program's version already here, so that nothing can fail after the swap.
 */
export async function stageRestore({ dataFolder, path, present, migrations, onProgress = () => {}, ...facts }: RestoreOrder): Promise<RestorePlan> {
  const folder = restoreFolder(dataFolder)
  rmSync(folder, { recursive: true, force: true })
  makeFolder(folder)
  const { manifest, database } = await unpackBackup(path, join(folder, databaseFile), migrations, onProgress)
  bringUp(database, migrations)
  await stageSeals(dataFolder, path)
  await keepEarlierKeys(dataFolder, path)
  await bringCompanions(dataFolder, path, manifest, onProgress)
  const shutOut = present === undefined ? null : shutOutSince(database, present)
  const plan: RestorePlan = { ...facts, shutOut, backup: basename(path), backupAt: manifest.at, schema: manifest.schema, version: manifest.version, auditSeq: manifest.auditSeq }
  writePlan(dataFolder, plan)
  return plan
}

/** A factory without the host's key begins its seals anew: those of another key would prove nothing here. */
async function stageSeals(dataFolder: string, path: string): Promise<void> {
  const seals = join(restoreFolder(dataFolder), sealsFolder)
  makeFolder(seals)
  if (path.endsWith('.db')) return
  const ownKey = join(dataFolder, keysFolder, publicKeyFile)
  let isOwn = false
  await readParts(path, `${keysFolder}/${publicKeyFile}`, async (_name, content) => {
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

/**
 * Attached files are only added, for they are named by their content. An archived year is staged with the database: one of the same name
 * that lies there now may hold another course of things. They lie beside the backup, or in it where it was made to take away.
 */
async function bringCompanions(dataFolder: string, path: string, manifest: Manifest, onProgress: OnBackupProgress): Promise<void> {
  const wanted = new Map<string, { sha256: string; target: string }>()
  for (const { own, beside, sha256 } of companionsOf(manifest)) {
    const isAttachment = own.startsWith(`${attachmentsFolder}/`)
    const isThere = isAttachment ? existsSync(join(dataFolder, own)) : await isContent(join(dataFolder, own), sha256)
    if (!isThere) wanted.set(beside, { sha256, target: join(isAttachment ? dataFolder : restoreFolder(dataFolder), own) })
  }
  const total = wanted.size
  for (const [beside, { sha256, target }] of wanted) {
    onProgress('attachments', total - wanted.size, total)
    const from = join(dirname(path), beside)
    if (existsSync(from) && (await keepContent(createReadStream(from), target, sha256))) wanted.delete(beside)
  }
  if (wanted.size === 0 || path.endsWith('.db')) return
  for (const folder of companionFolders) await readParts(path, `${folder}/`, async (name, content) => {
    const { sha256, target } = wanted.get(name) ?? {}
    if (sha256 !== undefined && target !== undefined) await keepContent(content, target, sha256)
    else content.resume()
  })
}
