import { basename, dirname, relative } from 'node:path'
import { restoreCommand, wayBack } from './way-back.ts'

/** The database cannot be trusted, so it is not opened. Nothing was changed; the message says what is left and how to go on. */
export class DamagedDatabaseError extends Error {
  override readonly name = 'DamagedDatabaseError'
}

/** Whether SQLite says by this error that a file is not what it should be. */
export function isDamage(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB)/.test(code)
}

/** `path` is the database's, `what` says what is wrong with it, `remedy` how to go on if it is not by a copy. */
export function damaged(path: string, what: string, remedy = copyRemedy(path)): DamagedDatabaseError {
  return new DamagedDatabaseError(`The data in ${dirname(path)} is damaged: ${what}. Nothing was changed or deleted. ${remedy}`)
}

function copyRemedy(path: string): string {
  const name = basename(path)
  const copy = wayBack(dirname(path))
  const aside = `Move ${name}, ${name}-wal and ${name}-shm together into a folder of their own and keep them`
  if (!copy) return `There is no sound copy in backups/. ${aside}; copy a backup of yours to ${name} and start again, or ask for help before anything else.`
  return `The newest sound copy is ${relative(dirname(path), copy.path)} of ${copy.at}. Go back to it by: ${restoreCommand(dirname(path), copy.path)}. The present files are kept; what was entered after the copy is only in them.`
}
