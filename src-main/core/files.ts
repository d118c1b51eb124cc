import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '../../shared/core/errors.ts'
import { newId } from '../../shared/core/ids.ts'
import type { Session } from './session.ts'
import { countUploads, type DailyUploads } from './daily-uploads.ts'
import { storageFault } from './storage-faults.ts'
import type { WorkFile } from './handlers.ts'

export interface OfferedFile { readonly ticket: string; readonly name: string; readonly mediaType: string; readonly size: number }

/**
 * Files on their way between desks and the host, in the data folder's `work/`: never over the socket. A ticket is random,
 * works once, lapses after some minutes and belongs to a user.
 */
export interface FileStore {
  /**
   * Streams an upload into the work folder. `file-too-large` past the limit of one file, `own-uploads-full` and `uploads-full` past
   * what one user's, or everybody's, may hold together, `daily-uploads-full` past what one user may send in a day; nothing of it is left behind.
   */
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
  readonly quotas?: UploadQuotas
  /** What one user may send in a day; no such limit where it is not said. */
  readonly daily?: () => DailyUploads
  /** What this host's tickets, and the names of the files it makes, begin with. */
  readonly ticketMark?: string
  readonly nameMark?: string
}

/** What uploads may hold of the host's disk, in bytes, until they are used up or lapse. */
export interface UploadQuotas { readonly ofOneUser: number; readonly ofAll: number }

const megabyte = 1024 * 1024
const unlimited = (): DailyUploads => ({ bytes: Infinity, day: '', endsAt: () => '' })
const usualQuotas: UploadQuotas = { ofOneUser: 500 * megabyte, ofAll: 4096 * megabyte }
/** What the smallest file counts: a heap of empty ones is a burden too. */
const leastCounted = 64 * 1024

/** `owner`: who sent it; a file of the host's own has none. `isClaimed`: a job was given it, and may have moved it to its last place. */
interface Kept { readonly file: WorkFile; readonly owner: string | undefined; size: number; isClaimed: boolean; lapsesAt: number }
interface Ticket { readonly use: 'upload' | 'download'; readonly userId: string; readonly kept: Kept; readonly size: number; readonly lapsesAt: number }

const minute = 60_000
/** How long a file stays. `work` is what a job writes or reads: longer than any job takes. */
const lifetimes = { upload: 30 * minute, download: 5 * minute, work: 6 * 60 * minute }

export function createFileStore({ folder, now, maximumBytes, quotas = usualQuotas, daily = unlimited, ticketMark = '', nameMark = '' }: FileStoreParts): FileStore {
  const files = new Map<string, Kept>()
  const tickets = new Map<string, Ticket>()
  const count = countUploads(daily)
  const empty = () => {
    rmSync(folder, { recursive: true, force: true })
    files.clear()
    tickets.clear()
  }
  const after = (lifetime: number) => Date.parse(now()) + lifetime
  empty()
  mkdirSync(folder, { recursive: true, mode: 0o700 })

  /** On disk a file is named by its id alone: what a person called it never becomes a path. */
  function keep(name: string, mediaType: string, owner?: string): Kept {
    const id = newId()
    const file = { id, path: join(folder, id), name: safeName(name), mediaType: safeMediaType(mediaType) }
    const kept = { file, owner, size: 0, isClaimed: false, lapsesAt: after(lifetimes.work) }
    files.set(id, kept)
    return kept
  }
  async function discard({ id, path }: WorkFile): Promise<void> {
    files.delete(id)
    await rm(path, { force: true })
  }
  function issue({ userId }: Session, use: Ticket['use'], { id }: WorkFile, size: number): OfferedFile {
    const kept = files.get(id)
    // A clock set forward by hours makes files lapse that are still being worked on.
    if (!kept) throw new AppError('ticket-invalid')
    kept.lapsesAt = after(lifetimes[use])
    const ticket = ticketMark + randomBytes(32).toString('base64url')
    tickets.set(ticket, { use, userId, kept, size, lapsesAt: kept.lapsesAt })
    const { name, mediaType } = kept.file
    return { ticket, name, mediaType, size }
  }
  function uploadsOf(owner?: string): Kept[] {
    return [...files.values()].filter(kept => kept.owner !== undefined && (owner === undefined || kept.owner === owner))
  }
  function overfull(owner: string): AppError | undefined {
    const own = uploadsOf(owner)
    if (held(own) <= quotas.ofOneUser) return held(uploadsOf()) > quotas.ofAll ? new AppError('uploads-full') : undefined
    const until = new Date(Math.min(...own.map(({ lapsesAt }) => lapsesAt))).toISOString()
    return new AppError('own-uploads-full', { maximum: quotas.ofOneUser, until })
  }
  /** Asks the disk only where the books say that there is no room: what a job has moved to its last place counts no more. */
  function requireRoom(owner: string): void {
    if (!overfull(owner)) return
    for (const { file } of uploadsOf().filter(({ isClaimed }) => isClaimed)) if (!existsSync(file.path)) files.delete(file.id)
    const refusal = overfull(owner)
    if (refusal) throw refusal
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
    create: (name, mediaType) => keep(nameMark + name, mediaType).file,
    discard,
    async receive(session, name, mediaType, body) {
      const kept = keep(name, mediaType, session.userId)
      const { file } = kept
      try {
        requireRoom(session.userId)
        await write(file.path, body, added => {
          count.take(session.userId, added)
          kept.size += added
          if (kept.size > maximumBytes) throw new AppError('file-too-large', { maximum: maximumBytes })
          requireRoom(session.userId)
        })
        return issue(session, 'upload', file, kept.size)
      } catch (error) {
        await discard(file)
        throw unwritable(error) ?? error
      }
    },
    claim(session, ticket) {
      const { kept } = spend(ticket, 'upload', lifetimes.work, ({ userId }) => userId === session.userId)
      kept.isClaimed = true
      return kept.file
    },
    async offer(session, file) {
      if (!files.has(file.id)) throw new AppError('ticket-invalid')
      return issue(session, 'download', file, (await stat(file.path)).size)
    },
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

function held(uploads: readonly Kept[]): number {
  return uploads.reduce((sum, { size }) => sum + Math.max(size, leastCounted), 0)
}

/** Writes the stream to a new file, each chunk after `take` let it pass. It leaves a refused stream open, so that its sender can still be answered. */
async function write(path: string, body: Readable, take: (bytes: number) => void): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      take(chunk.length)
      await handle.writeFile(chunk)
    }
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

/** The work folder is the host's own: where a file cannot be made there, its disk is at fault. */
function unwritable(error: unknown): AppError | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  return code === 'EMFILE' || code === 'ENOENT' || code === 'EACCES' ? new AppError('storage-failed', { reason: 'unreadable' }) : storageFault(error)
}
