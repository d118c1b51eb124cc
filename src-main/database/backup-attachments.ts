import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { hashOfFile } from './backup-archive.ts'
import { attachmentsOf, unfinished } from './backup-catalog.ts'
import { makeFolder, syncFile, syncFolder } from './durable.ts'

/** Puts what is not there yet beside the backups. Gives those that could not be: gone, or no longer what their name says. */
export async function keepAttachments(dataFolder: string, folder: string, hashes: readonly string[], onFile: (done: number, total: number) => void): Promise<string[]> {
  const missing: string[] = []
  for (const [at, sha256] of hashes.entries()) {
    onFile(at, hashes.length)
    const [from, to] = [attachmentsOf(dataFolder), attachmentsOf(folder)].map(root => attachmentPath(root, sha256)) as [string, string]
    if (await isKept(to, from, sha256)) continue
    if (!(await keepAttachment(dataFolder, folder, sha256))) missing.push(sha256)
  }
  return missing
}

/** Puts the data folder's own beside the backups, in the place of what may lie there; whether that still was what its name says. */
export async function keepAttachment(dataFolder: string, folder: string, sha256: string): Promise<boolean> {
  const [from, to] = [attachmentsOf(dataFolder), attachmentsOf(folder)].map(root => attachmentPath(root, sha256)) as [string, string]
  return existsSync(from) && (await keepContent(createReadStream(from), to, sha256))
}

/** Every backup looks at sizes, and reads what differs; the whole check reads them all. */
async function isKept(to: string, from: string, sha256: string): Promise<boolean> {
  const [kept, own] = [to, from].map(path => statSync(path, { throwIfNoEntry: false })?.size)
  return kept !== undefined && (kept === own || (await hashOfFile(to)) === sha256)
}

/** Where a file of this content lies. */
export function attachmentPath(root: string, sha256: string): string {
  return join(root, sha256.slice(0, 2), sha256.slice(2))
}

/** Writes a file named by its content, whole or not at all; whether it was that content. */
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
