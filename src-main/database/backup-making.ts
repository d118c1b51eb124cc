import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { ArchivedYear, backupName, type BackupKind, type Manifest } from '../../shared/data-care/backup.ts'
import { hashOfDatabase, writeArchive, type ArchivePart } from './backup-archive.ts'
import { backupsFolder, claimBackups, readBackup, tidyBackups, unfinished, writeRecord, type Backup } from './backup-catalog.ts'
import { companionsOf, keepCompanions } from './backup-companions.ts'
import { databaseFile } from './data-folder.ts'
import { flushEvery, makeFolder, syncFile, syncFolder } from './durable.ts'
import { isPublicKey, keysFolder } from './public-keys.ts'

/** The stages of its making, for whoever waits; texts under `jobs`. */
export type BackupStage = 'copying' | 'checking' | 'compressing' | 'rereading' | 'unpacking' | 'attachments'
export type OnBackupProgress = (stage: BackupStage, done: number, total: number) => void

export interface BackupOrder {
  readonly dataFolder: string
  readonly kind: BackupKind
  /** UTC ISO. */
  readonly now: string
  /** The program's. */
  readonly version: string
  readonly onProgress?: OnBackupProgress
}

/** Another backup is being made or checked in this very folder. */
export class BackupRunningError extends Error {
  override readonly name = 'BackupRunningError'
}

/** The copy is not what a database should be: what it was copied from is damaged. */
export class UnsoundCopyError extends Error {
  override readonly name = 'UnsoundCopyError'
}

/** The disk would be full before the backup is made; the host needs that room for what is entered. */
export class NoRoomError extends Error {
  readonly code = 'ENOSPC'
}

/**
 * Makes a backup of the database as it is at one instant, by a connection of its own: whoever writes meanwhile is not held up. It
 * counts only once its pages were checked, it was read back to the end, and it is on the disk. Nothing half made stays.
 */
export async function makeBackup({ dataFolder, kind, now, version, onProgress = () => {} }: BackupOrder): Promise<Backup> {
  const folder = backupsFolder(dataFolder)
  makeFolder(folder)
  const release = claimBackups(folder)
  if (!release) throw new BackupRunningError('Another backup is being made')
  const copy = join(folder, `copy${unfinished}.db`)
  try {
    tidyBackups(folder)
    await requireRoom(folder, join(dataFolder, databaseFile))
    await copyDatabase(join(dataFolder, databaseFile), copy, onProgress)
    onProgress('checking', 0, 0)
    const facts = readFacts(copy)
    return await pack({ dataFolder, folder, copy, manifest: { format: 1, kind, at: now, version, ...facts }, onProgress })
  } finally {
    await rm(copy, { force: true })
    release()
  }
}

/** Packs the bare copies that were made where nobody could wait, before a migration: from then on each is a backup like any other. */
export async function packCopies(dataFolder: string): Promise<void> {
  const folder = backupsFolder(dataFolder)
  const release = claimBackups(folder)
  if (!release) return
  try {
    for (const name of readdirSync(folder).filter(one => /^before-migration-.*\.db$/.test(one))) {
      const copy = join(folder, name)
      const at = statSync(copy).mtime.toISOString()
      // Which program made it is not known: an older one.
      await pack({ dataFolder, folder, copy, manifest: { format: 1, kind: 'before-migration', at, version: '', ...readFacts(copy) }, onProgress: () => {} })
      rmSync(copy)
    }
  } finally {
    release()
  }
}

interface Packing { readonly dataFolder: string; readonly folder: string; readonly copy: string; readonly manifest: Manifest; readonly onProgress: OnBackupProgress }

async function pack({ dataFolder, folder, copy, manifest, onProgress }: Packing): Promise<Backup> {
  const name = freeName(folder, manifest)
  const path = join(folder, name)
  const part = `${path}${unfinished}`
  try {
    const told = (stage: BackupStage) => (bytes: number) => onProgress(stage, bytes, manifest.databaseBytes)
    const { size, sha256, databaseSha256 } = await writeArchive(part, { manifest, database: copy, parts: sealParts(dataFolder, manifest) }, told('compressing'))
    if ((await hashOfDatabase(part, told('rereading'))) !== databaseSha256) throw new UnsoundCopyError(`${name} does not hold what was copied`)
    const missing = await keepCompanions(dataFolder, folder, companionsOf(manifest), (done, total) => onProgress('attachments', done, total))
    writeRecord(path, { ...manifest, size, sha256, quickAt: manifest.at, fullAt: null, findings: [], missing })
    renameSync(part, path)
    syncFolder(folder)
    return readBackup(folder, name)!
  } finally {
    rmSync(part, { force: true })
  }
}

/** Two within one second: the later one takes the next. */
function freeName(folder: string, { at, kind }: Manifest): string {
  for (let later = 0; ; later += 1000) {
    const name = backupName(new Date(Date.parse(at) + later).toISOString(), kind)
    if (!existsSync(join(folder, name))) return name
  }
}

/** The copy, its archive, and what is entered meanwhile. */
async function requireRoom(folder: string, database: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const needed = 1.5 * sizeWithLog(database) + 64 * 1024 * 1024
  if (bavail * bsize < needed) throw new NoRoomError(`${Math.ceil(needed / 2 ** 20)} MB are needed on the disk of ${folder}`)
}

function sizeWithLog(database: string): number {
  return [database, `${database}-wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
}

/** Pages of one step: some milliseconds, so that it can be stopped and its progress told. */
const pagesAtOnce = 2_000
/** Steps of 8 MB: what has been copied does not pile up before the disk. */
const stepsToFlush = Math.round(flushEvery / (pagesAtOnce * 4096))

/** The copy is no database of a log of changes: it is whole in one file. */
async function copyDatabase(database: string, target: string, onProgress: OnBackupProgress): Promise<void> {
  const source = new BetterSqlite(database, { readonly: true, fileMustExist: true })
  let steps = 0
  try {
    // What it reads stays as it is at this moment, so that no change lets the copying begin anew.
    source.exec('begin')
    source.prepare('select count(*) from sqlite_schema').get()
    await source.backup(target, {
      progress({ totalPages, remainingPages }) {
        onProgress('copying', totalPages - remainingPages, totalPages)
        if ((steps += 1) % stepsToFlush === 0) flushAndRest(target)
        return pagesAtOnce
      },
    })
  } finally {
    source.close()
  }
  const copy = new BetterSqlite(target)
  try {
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
  syncFile(target)
}

/** As long as the flush took, the disk is for others. Only for a worker: its thread sleeps. */
function flushAndRest(path: string): void {
  const began = performance.now()
  syncFile(path)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, performance.now() - began)
}

type Facts = Omit<Manifest, 'format' | 'kind' | 'at' | 'version'>

/** Checks the pages of a database that stands by itself, and says what is in it. `UnsoundCopyError` where they do not fit together. */
export function readFacts(path: string): Facts {
  const sqlite = new BetterSqlite(path, { readonly: true, fileMustExist: true })
  try {
    const finding = String(sqlite.pragma('quick_check(1)', { simple: true }))
    if (finding !== 'ok') throw new UnsoundCopyError(finding)
    const site = sqlite.prepare('select id, name, timeZone from site limit 1').get() as { id: string; name: string; timeZone: string } | undefined
    const head = sqlite.prepare('select seq, hash from auditEntry order by seq desc limit 1').get() as { seq: number; hash: string } | undefined
    return {
      schema: Number(sqlite.pragma('user_version', { simple: true })), siteId: site?.id ?? '', siteName: site?.name ?? '', timeZone: site?.timeZone ?? 'Asia/Jakarta',
      auditSeq: head?.seq ?? 0, auditHash: head?.hash ?? '', eventSeq: sqlite.prepare('select coalesce(max(seq), 0) from event').pluck().get() as number,
      databaseBytes: statSync(path).size, attachments: attachmentsIn(sqlite), archives: archivesIn(sqlite),
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_') === true) throw new UnsoundCopyError((error as Error).message, { cause: error })
    throw error
  } finally {
    sqlite.close()
  }
}

/** What older versions do not have, they name none of. */
function attachmentsIn(sqlite: Database): string[] {
  const columns = sqlite.pragma('table_info(attachment)') as { name: string }[]
  const named = columns.map(({ name }) => name).filter(name => name === 'sha256' || name === 'previewSha256')
  const all = named.map(name => `select ${name} from attachment where ${name} is not null`).join(' union ')
  return all === '' ? [] : (sqlite.prepare(`${all} order by 1`).pluck().all() as string[])
}

/** Of versions before archives there are none. */
function archivesIn(sqlite: Database): ArchivedYear[] {
  if (sqlite.prepare("select 1 from sqlite_schema where name = 'purge'").get() === undefined) return []
  const named = sqlite.prepare("select file, sha256 from purge where book = 'auditEntry' order by throughSeq").all()
  return named.flatMap(row => ArchivedYear.safeParse(row).data ?? [])
}

/** Seals that name rows which the copy has (one made a moment ago may name later ones), and the public keys to check them and the archives by. */
function sealParts(dataFolder: string, { auditSeq }: Manifest): ArchivePart[] {
  const seals = join(dataFolder, 'seals')
  const keys = join(dataFolder, keysFolder)
  const found = existsSync(seals) ? readdirSync(seals).filter(name => name.endsWith('.json') && Number.parseInt(name, 10) <= auditSeq).map(name => ({ name: `seals/${name}`, path: join(seals, name) })) : []
  const publicKeys = existsSync(keys) ? readdirSync(keys).filter(isPublicKey).map(name => ({ name: `${keysFolder}/${name}`, path: join(keys, name) })) : []
  return [...found, ...publicKeys]
}
