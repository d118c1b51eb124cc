import { AppError } from '../../shared/core/errors.ts'
import { UnreadableBackupError } from '../database/backup-archive.ts'
import { BackupRunningError, UnsoundCopyError } from '../database/backup-making.ts'
import { NewerDatabaseError } from '../database/migrate.ts'

/** By the beginning of the error's code. */
const reasons: readonly (readonly [beginning: string, reason: string])[] = [
  ['ENOSPC', 'no-room'], ['EDQUOT', 'no-room'], ['SQLITE_FULL', 'no-room'],
  ['EROFS', 'not-writable'], ['EACCES', 'not-writable'], ['EPERM', 'not-writable'], ['SQLITE_READONLY', 'not-writable'],
  ['SQLITE_CORRUPT', 'unsound'], ['SQLITE_NOTADB', 'unsound'],
  ['EIO', 'disk-fault'], ['SQLITE_IOERR', 'disk-fault'], ['ENOENT', 'unreadable'], ['ENOTDIR', 'unreadable'], ['EISDIR', 'unreadable'], ['SQLITE_CANTOPEN', 'unreadable'],
]

export function reasonOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? reasons.find(([beginning]) => code.startsWith(beginning))?.[1] : undefined
}

/**
 * Does what concerns backups; what goes wrong with them is a refusal of its own kind, not a fault of the disk that the factory's
 * data is on: it must not stop the writing.
 */
export async function caring<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupRunningError) throw new AppError('backup-running')
    if (error instanceof UnsoundCopyError) throw new AppError('backup-failed', { reason: 'unsound' })
    if (error instanceof UnreadableBackupError) throw new AppError('backup-damaged')
    if (error instanceof NewerDatabaseError) throw new AppError('backup-newer')
    const reason = reasonOf(error)
    throw reason === undefined ? error : new AppError('backup-failed', { reason })
  }
}
