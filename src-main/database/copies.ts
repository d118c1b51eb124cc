import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { listBackups } from './backup-catalog.ts'
import { makeFolder, syncFile, syncFolder } from './durable.ts'

const copiesFolder = 'backups'
const unfinished = '.part'

export interface Copy { readonly path: string; readonly at: Date }

/** Keeps a checked copy of the database in `backups/`. It bears its name only once it is whole, sound and on the disk. */
export function keepCopy(sqlite: Database, dataFolder: string, name: string): void {
  const folder = join(dataFolder, copiesFolder)
  makeFolder(folder)
  for (const file of readdirSync(folder)) if (file.endsWith(unfinished)) rmSync(join(folder, file))
  const path = join(folder, `${name}-${Date.now()}.db`)
  const part = `${path}${unfinished}`
  try {
    sqlite.prepare('vacuum into ?').run(part)
    syncFile(part)
    if (!isSound(part)) throw new Error(`The copy ${path} is not sound`)
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  syncFolder(folder)
}

/** Every backup and every loose copy there is, the newest first; of a copy it is not asked whether it still is sound. */
export function keptCopies(dataFolder: string): Copy[] {
  const folder = join(dataFolder, copiesFolder)
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.db')) : []
  const copies = names.map(name => ({ path: join(folder, name), at: statSync(join(folder, name)).mtime }))
  const backups = listBackups(folder).filter(backup => backup.isSound).map(({ path, at }) => ({ path, at: new Date(at) }))
  return [...copies, ...backups].sort((a, b) => b.at.getTime() - a.at.getTime())
}

function isSound(path: string): boolean {
  let sqlite: Database | undefined
  try {
    sqlite = new BetterSqlite(path, { readonly: true })
    return sqlite.pragma('user_version', { simple: true }) !== 0 && sqlite.pragma('quick_check', { simple: true }) === 'ok'
  } catch {
    return false
  } finally {
    sqlite?.close()
  }
}
