import { AppError, type ErrorCode, type ErrorParams } from '../../shared/core/errors.ts'

type Refusal = readonly [code: ErrorCode, params?: ErrorParams]

/** By the beginning of SQLite's code; the first that fits counts. */
const databaseFaults: readonly (readonly [beginning: string, refusal: Refusal])[] = [
  ['SQLITE_FULL', ['storage-full']],
  // The map beside the log of changes could not grow.
  ['SQLITE_IOERR_SHMSIZE', ['storage-full']],
  ['SQLITE_READONLY', ['storage-read-only']],
  ['SQLITE_IOERR_FSYNC', ['storage-stopped']],
  ['SQLITE_IOERR_DIR_FSYNC', ['storage-stopped']],
  ['SQLITE_CORRUPT', ['storage-damaged']],
  ['SQLITE_NOTADB', ['storage-damaged']],
  ['SQLITE_IOERR', ['storage-failed', { reason: 'disk-fault' }]],
  ['SQLITE_CANTOPEN', ['storage-failed', { reason: 'unreadable' }]],
  ['SQLITE_NOMEM', ['storage-failed', { reason: 'out-of-memory' }]],
]

/** Of files beside the database. */
const fileFaults: Readonly<Record<string, Refusal>> = {
  ENOSPC: ['storage-full'], EDQUOT: ['storage-full'], EROFS: ['storage-read-only'], EIO: ['storage-failed', { reason: 'disk-fault' }],
}

/** What the disk could not do, as a refusal; nothing where the error is of another kind. */
export function storageFault(error: unknown): AppError | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  if (typeof code !== 'string') return undefined
  const refusal = Object.hasOwn(fileFaults, code) ? fileFaults[code] : databaseFaults.find(([beginning]) => code.startsWith(beginning))?.[1]
  return refusal && new AppError(...refusal)
}
