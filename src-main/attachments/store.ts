import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../shared/core/errors.ts'
import type { WorkFile } from '../core/handlers.ts'
import { makeFolder, syncFile, syncFolder } from '../database/durable.ts'

/**
 * Attached files in the data folder's `attachments/`, beside its `work/`, each named by the SHA-256 of its content:
 * `ab/cdef…`. Nothing there is ever changed or deleted.
 */
export interface KeptFile { readonly sha256: string; readonly size: number }

/** Moves a work file to its place. Once this returns it survives a power cut; the row that names it comes after. */
export async function keepFile(file: WorkFile): Promise<KeptFile> {
  const { size } = await stat(file.path)
  const sha256 = await hashOf(file.path)
  const path = keptPath(file, sha256)
  if (await exists(path)) {
    await rm(file.path)
  } else {
    makeFolder(dirname(path))
    syncFile(file.path)
    await rename(file.path, path)
  }
  // Also where it was there already: whoever put it there a moment ago may not have come to this yet.
  syncFolder(dirname(path))
  syncFolder(dirname(dirname(path)))
  return { sha256, size }
}

/** Copies a kept file into a work file, to be offered. Throws `not-found` if it is gone, `storage-failed` if its content has changed. */
export async function copyKept(kept: { readonly id: string; readonly sha256: string }, into: WorkFile): Promise<void> {
  const path = keptPath(into, kept.sha256)
  if (!(await exists(path))) throw new AppError('not-found', { entity: 'attachment', id: kept.id })
  const hash = createHash('sha256')
  const source = createReadStream(path)
  source.on('data', chunk => hash.update(chunk))
  await pipeline(source, createWriteStream(into.path))
  if (hash.digest('hex') !== kept.sha256) throw new AppError('storage-failed', { reason: 'damaged-attachment' })
}

/** The content of a small kept file; `beside` is any work file. Throws as `copyKept`. */
export async function readKept(kept: { readonly id: string; readonly sha256: string }, beside: WorkFile): Promise<Buffer> {
  const path = keptPath(beside, kept.sha256)
  if (!(await exists(path))) throw new AppError('not-found', { entity: 'attachment', id: kept.id })
  const bytes = await readFile(path)
  if (createHash('sha256').update(bytes).digest('hex') !== kept.sha256) throw new AppError('storage-failed', { reason: 'damaged-attachment' })
  return bytes
}

function keptPath(work: WorkFile, sha256: string): string {
  return join(dirname(work.path), '..', 'attachments', sha256.slice(0, 2), sha256.slice(2))
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}
