import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '../../shared/core/errors.ts'
import { newId } from '../../shared/core/ids.ts'
import type { Session } from './session.ts'
import type { WorkFile } from './handlers.ts'

export interface OfferedFile { readonly ticket: string; readonly name: string; readonly mediaType: string; readonly size: number }

/**
 * Files on their way between desks and the host, in the data folder's `work/`: never over the socket. A ticket is random,
 * works once, lapses after some minutes and belongs to a user.
 */
export interface FileStore {
  /** Streams an upload into the work folder; `file-too-large` past the limit, and nothing is left behind. */
  receive(session: Session, name: string, mediaType: string, body: Readable): Promise<OfferedFile>
  /** The file behind the ticket this user was given at upload, for a job; its ticket is used up. `ticket-invalid` otherwise. */
  claim(session: Session, ticket: string): WorkFile
  /** A path for a new file. */
  create(name: string, mediaType: string): WorkFile
  /** Deletes what nobody will fetch: its job failed or was cancelled. */
  discard(file: WorkFile): Promise<void>
  /** Makes the one-use ticket by which this user may fetch the file. */
  offer(session: Session, file: WorkFile): Promise<OfferedFile>
  /** The file behind a download ticket, once. `ticket-invalid` otherwise. */
  redeem(ticket: string): WorkFile & { readonly size: number }
  /** Deletes what has lapsed. */
  sweep(): Promise<void>
  close(): Promise<void>
}

export interface FileStoreParts {
  /** The store's own folder: whatever is in it at start is deleted. */
  readonly folder: string
  now(): string
  /** The largest upload, in bytes. */
  readonly maximumBytes: number
}

interface Kept { readonly file: WorkFile; lapsesAt: number }
interface Ticket { readonly use: 'upload' | 'download'; readonly userId: string; readonly kept: Kept; readonly size: number; readonly lapsesAt: number }

const minute = 60_000
/** How long a file stays. `work` is what a job writes or reads: longer than any job takes. */
const lifetimes = { upload: 30 * minute, download: 5 * minute, work: 6 * 60 * minute }

export function createFileStore({ folder, now, maximumBytes }: FileStoreParts): FileStore {
  const files = new Map<string, Kept>()
  const tickets = new Map<string, Ticket>()
  const empty = () => {
    rmSync(folder, { recursive: true, force: true })
    files.clear()
    tickets.clear()
  }
  const after = (lifetime: number) => Date.parse(now()) + lifetime
  empty()
  mkdirSync(folder, { recursive: true, mode: 0o700 })

  /** On disk a file is named by its id alone: what a person called it never becomes a path. */
  function create(name: string, mediaType: string): WorkFile {
    const id = newId()
    const file = { id, path: join(folder, id), name: safeName(name), mediaType: safeMediaType(mediaType) }
    files.set(id, { file, lapsesAt: after(lifetimes.work) })
    return file
  }
  async function discard({ id, path }: WorkFile): Promise<void> {
    files.delete(id)
    await rm(path, { force: true })
  }
  function issue({ userId }: Session, use: Ticket['use'], { id }: WorkFile, size: number): OfferedFile {
    const kept = files.get(id)
    if (!kept) throw new Error(`No work file ${id}`)
    kept.lapsesAt = after(lifetimes[use])
    const ticket = randomBytes(32).toString('base64url')
    tickets.set(ticket, { use, userId, kept, size, lapsesAt: kept.lapsesAt })
    const { name, mediaType } = kept.file
    return { ticket, name, mediaType, size }
  }
  /** A ticket that is refused stays what it was: a stranger's attempt does not spend it. */
  function spend(ticket: string, use: Ticket['use'], lifetime: number, isAllowed: (found: Ticket) => boolean): Ticket {
    const found = tickets.get(ticket)
    if (!found || found.use !== use || found.lapsesAt <= after(0) || !isAllowed(found)) throw new AppError('ticket-invalid')
    tickets.delete(ticket)
    found.kept.lapsesAt = after(lifetime)
    return found
  }
  return {
    create,
    discard,
    async receive(session, name, mediaType, body) {
      const file = create(name, mediaType)
      try {
        return issue(session, 'upload', file, await write(file.path, body, maximumBytes))
      } catch (error) {
        await discard(file)
        throw storageFault(error) ?? error
      }
    },
    claim: (session, ticket) => spend(ticket, 'upload', lifetimes.work, ({ userId }) => userId === session.userId).kept.file,
    offer: async (session, file) => issue(session, 'download', file, (await stat(file.path)).size),
    redeem(ticket) {
      const { kept, size } = spend(ticket, 'download', lifetimes.download, () => true)
      return { ...kept.file, size }
    },
    async sweep() {
      const at = after(0)
      for (const [ticket, { lapsesAt }] of tickets) if (lapsesAt <= at) tickets.delete(ticket)
      const lapsed = [...files.values()].filter(({ lapsesAt }) => lapsesAt <= at)
      await Promise.allSettled(lapsed.map(async ({ file }) => {
        await rm(file.path, { force: true })
        files.delete(file.id)
      }))
    },
    async close() {
      empty()
    },
  }
}

/** Writes the stream to a new file and gives its size. It leaves a refused stream open, so that its sender can still be answered. */
async function write(path: string, body: Readable, maximum: number): Promise<number> {
  const handle = await open(path, 'wx', 0o600)
  try {
    let size = 0
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maximum) throw new AppError('file-too-large', { maximum })
      await handle.writeFile(chunk)
    }
    return size
  } finally {
    await handle.close()
  }
}

const longestName = 200
const longestExtension = 20
/** Control and formatting characters (a right-to-left mark hides an extension) and what Windows forbids in names. */
const unsafeCharacters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu

/** The last part of whatever was sent, at most 200 characters with its extension; never empty. */
function safeName(name: string): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(unsafeCharacters, '').replace(/^[.\s]+|[.\s]+$/g, '')
  if (plain === '') return 'file'
  const [extension = ''] = /\.[^.]*$/.exec(plain) ?? []
  const kept = extension.length <= longestExtension ? extension : ''
  const base = plain.slice(0, plain.length - kept.length).slice(0, longestName - kept.length)
  return base.replace(/\p{Cs}$/u, '') + kept
}

function safeMediaType(text: string): string {
  const [type = ''] = text.split(';')
  return /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type.trim()) ? type.trim().toLowerCase() : 'application/octet-stream'
}

const storageFaults = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENOENT', 'EACCES']

function storageFault(error: unknown): AppError | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && storageFaults.includes(code) ? new AppError('storage-failed', { reason: code }) : undefined
}
