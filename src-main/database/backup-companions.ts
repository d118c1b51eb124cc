import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, createWriteStream, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Manifest } from '../../shared/data-care/backup.ts'
import { hashOfFile } from './backup-archive.ts'
import { unfinished } from './backup-catalog.ts'
import { archivesFolder, attachmentsFolder } from './data-folder.ts'
import { makeFolder, syncFile, syncFolder } from './durable.ts'

/** A file that a backup needs besides its database: an attached file, or an archived year of the audit. It lies once for all backups, by its content. */
export interface Companion {
  readonly sha256: string
  /** Its path in the data folder. */
  readonly own: string
  /** Its path beside the backups, and in one that was made to take away. */
  readonly beside: string
}

/** The folders beside backups, and in one that was made to take away, in which companions lie. */
export const companionFolders = [attachmentsFolder, archivesFolder] as const

export function companionsOf({ attachments, archives }: Pick<Manifest, 'attachments' | 'archives'>): Companion[] {
  return [
    ...attachments.map(sha256 => ({ sha256, own: byContent(attachmentsFolder, sha256), beside: byContent(attachmentsFolder, sha256) })),
    ...archives.map(({ file, sha256 }) => ({ sha256, own: ownArchive(file), beside: byContent(archivesFolder, sha256) })),
  ]
}

const byContent = (folder: string, sha256: string) => `${folder}/${sha256.slice(0, 2)}/${sha256.slice(2)}`
const ownArchive = (file: string) => `${archivesFolder}/${file}`

/** Puts what is not there yet beside the backups. Gives those that could not be: gone, or no longer what they were. */
export async function keepCompanions(dataFolder: string, folder: string, companions: readonly Companion[], onFile: (done: number, total: number) => void): Promise<string[]> {
  const missing: string[] = []
  for (const [at, companion] of companions.entries()) {
    onFile(at, companions.length)
    if (!(await isKept(dataFolder, folder, companion)) && !(await keepCompanion(dataFolder, folder, companion))) missing.push(companion.sha256)
  }
  return missing
}

/** Puts the data folder's own beside the backups, in the place of what may lie there; whether that still was what it should be. */
export async function keepCompanion(dataFolder: string, folder: string, { own, beside, sha256 }: Companion): Promise<boolean> {
  const from = join(dataFolder, own)
  return existsSync(from) && (await keepContent(createReadStream(from), join(folder, beside), sha256))
}

/** Every backup looks at sizes, and reads what differs; the whole check reads them all. */
async function isKept(dataFolder: string, folder: string, { own, beside, sha256 }: Companion): Promise<boolean> {
  const [kept, present] = [join(folder, beside), join(dataFolder, own)].map(path => statSync(path, { throwIfNoEntry: false })?.size)
  return kept !== undefined && (kept === present || (await isContent(join(folder, beside), sha256)))
}

/** Whether a file is there, with this content. */
export async function isContent(path: string, sha256: string): Promise<boolean> {
  return existsSync(path) && (await hashOfFile(path)) === sha256
}

/** Writes a file of known content, whole or not at all; whether it was that content. */
export async function keepContent(content: Readable, path: string, sha256: string): Promise<boolean> {
  const part = `${path}${unfinished}`
  const hash = createHash('sha256')
  makeFolder(dirname(path))
  try {
    content.on('data', (chunk: Buffer) => hash.update(chunk))
    await pipeline(content, createWriteStream(part))
    if (hash.digest('hex') !== sha256) return false
    syncFile(part)
    renameSync(part, path)
    syncFolder(dirname(path))
    return true
  } finally {
    rmSync(part, { force: true })
  }
}

/**
 * Lays the archived years of a backup into a folder where its database is looked at or practised on, so that its audit is whole there;
 * `besides` is the folder that the backup lies in.
 */
export async function layArchives({ archives }: Pick<Manifest, 'archives'>, { dataFolder, besides, into }: { dataFolder: string; besides: string; into: string }): Promise<void> {
  for (const { file, sha256 } of archives) {
    const places = [join(besides, byContent(archivesFolder, sha256)), join(dataFolder, ownArchive(file))]
    const from = await firstOf(places, place => isContent(place, sha256))
    if (from !== undefined) shareFile(from, join(into, ownArchive(file)))
  }
}

async function firstOf<T>(values: readonly T[], isRight: (value: T) => Promise<boolean>): Promise<T | undefined> {
  for (const value of values) if (await isRight(value)) return value
  return undefined
}

/** A second name for a file that is never changed is enough; where the disk knows no such thing, it is copied. */
export function shareFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
