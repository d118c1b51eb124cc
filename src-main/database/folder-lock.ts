import { mkdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'

/** Another host already serves this data folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

/**
 * Makes the folder where there is none, and claims it: one host a folder. The lock is the operating system's, on a file of its own:
 * it ends with the process, however that ends. Gives the function that ends it before.
 */
export function claimFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'host.lock')
  try {
    return lock(path)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'SQLITE_BUSY') throw new FolderInUseError(`Another Lantai host is already using ${folder}`)
    if (code !== 'SQLITE_NOTADB') throw error
    // Nobody holds it, else it would be busy; there is nothing of ours in it, and nothing is needed.
    truncateSync(path)
    return lock(path)
  }
}

/** Claims a file in the same way; nothing where somebody else has it. */
export function claimFile(path: string): (() => void) | undefined {
  try {
    return lock(path)
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined
    throw error
  }
}

function lock(path: string): () => void {
  const held = new BetterSqlite(path, { timeout: 0 })
  try {
    held.pragma('journal_mode = memory')
    held.exec('begin exclusive')
  } catch (error) {
    held.close()
    throw error
  }
  return () => held.close()
}
