import { join } from 'node:path'
import { damaged, isDamage } from './damage.ts'
import { databaseFile } from './open.ts'

/** What can be wrong with the folder, its disk or who else uses it. The names are told to the window program, which has words for them. */
const sentences = {
  DiskFullError: folder => `The disk of ${folder} is full. Free some space there and start again; nothing was lost`,
  DiskFailingError: folder => `The disk of ${folder} fails to read or write. Check it before you start again; nothing was changed`,
  FolderReadOnlyError: folder => `Lantai may not write in ${folder}: the folder or its disk is read-only, or belongs to another user. Allow writing there, or name another folder`,
  FolderInvalidError: folder => `${folder} is a file, lies in one, or leads nowhere. Name a folder for the data`,
  FileUnopenedError: folder => `${databaseFile} or host.lock in ${folder} cannot be opened: check that it is a file, who may write there, and that the disk is not full`,
  DatabaseHeldError: folder => `Another program holds ${databaseFile} in ${folder}. Close it, then start again`,
} as const satisfies Record<string, (folder: string) => string>

export class StartFault extends Error {
  override readonly name: keyof typeof sentences

  constructor(name: keyof typeof sentences, folder: string, cause: unknown) {
    super(sentences[name](folder), { cause })
    this.name = name
  }
}

/** By the beginning of the error's code; the first that fits counts. */
const faults: readonly (readonly [beginning: string, name: StartFault['name']])[] = [
  ['ENOSPC', 'DiskFullError'], ['EDQUOT', 'DiskFullError'], ['SQLITE_FULL', 'DiskFullError'],
  // The map beside the log of changes could not be made or grow.
  ['SQLITE_IOERR_SHMSIZE', 'DiskFullError'],
  ['EROFS', 'FolderReadOnlyError'], ['EACCES', 'FolderReadOnlyError'], ['EPERM', 'FolderReadOnlyError'], ['SQLITE_READONLY', 'FolderReadOnlyError'],
  ['ENOTDIR', 'FolderInvalidError'], ['EEXIST', 'FolderInvalidError'], ['ENOENT', 'FolderInvalidError'],
  ['EIO', 'DiskFailingError'], ['SQLITE_IOERR', 'DiskFailingError'],
  ['EISDIR', 'FileUnopenedError'], ['SQLITE_CANTOPEN', 'FileUnopenedError'], ['SQLITE_BUSY', 'DatabaseHeldError'],
]

/** Why a host does not start, as one sentence that says what to do; an error of another kind as it is. */
export function startFault(error: unknown, dataFolder: string): unknown {
  if (isDamage(error)) return damaged(join(dataFolder, databaseFile), `SQLite cannot read ${databaseFile} (${(error as Error).message})`)
  const { code, path } = (error ?? {}) as { code?: unknown; path?: unknown }
  // Of the program's own files there is nothing to say here.
  if (typeof path === 'string' && !path.startsWith(dataFolder)) return error
  const name = typeof code === 'string' ? faults.find(([beginning]) => code.startsWith(beginning))?.[1] : undefined
  return name ? new StartFault(name, dataFolder, error) : error
}
