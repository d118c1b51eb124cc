import { basename, relative } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { backupsFolder, listBackups } from './backup-catalog.ts'
import { newestCopy } from './copies.ts'

/** What a damaged folder can be gone back to. */
export interface WayBack { readonly path: string; readonly at: string; readonly siteName: string }

/** The newest checked backup, or a loose copy where that is newer. */
export function wayBack(dataFolder: string): WayBack | undefined {
  const copy = newestCopy(dataFolder)
  if (!copy) return undefined
  const backup = listBackups(backupsFolder(dataFolder)).find(({ name }) => name === basename(copy.path))
  return { path: copy.path, at: copy.at.toISOString(), siteName: backup?.siteName ?? siteNameIn(copy.path) }
}

function siteNameIn(path: string): string {
  const sqlite = new BetterSqlite(path, { readonly: true })
  try {
    return (sqlite.prepare('select name from site limit 1').pluck().get() as string | undefined) ?? ''
  } finally {
    sqlite.close()
  }
}

/** The command by which somebody at the host goes back to it. */
export function restoreCommand(dataFolder: string, path: string): string {
  return `npm run host -- --restore "${relative('', path)}" --data "${relative('', dataFolder) || '.'}"`
}
