import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BackupName, BackupRecord } from '../../shared/data-care/backup.ts'
import { claimFile } from './folder-lock.ts'
import { writeWhole } from './whole-file.ts'

/** A finished backup in a folder. `isSound`: it is as it was when it was checked, and no check found anything. */
export interface Backup extends BackupRecord { readonly name: string; readonly path: string; readonly isSound: boolean }

export const backupsFolder = (dataFolder: string) => join(dataFolder, 'backups')
/** Of what is not finished; whoever comes next throws it away. */
export const unfinished = '.part'
const recordOf = (path: string) => `${path}.json`

/** Every finished backup of a folder, the newest first. What is half made, or has no record, is none. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter(name => BackupName.safeParse(name).success)
  return names.flatMap(name => readBackup(folder, name) ?? []).sort((a, b) => b.at.localeCompare(a.at) || b.name.localeCompare(a.name))
}

export function readBackup(folder: string, name: string): Backup | undefined {
  const path = join(folder, name)
  try {
    const record = BackupRecord.parse(JSON.parse(readFileSync(recordOf(path), 'utf8')))
    const { size } = statSync(path)
    return { ...record, name, path, isSound: size === record.size && record.findings.length === 0 }
  } catch {
    return undefined
  }
}

/** Names of archived years that were not to be had when it was made. */
export function missingArchives({ archives, missing }: Pick<BackupRecord, 'archives' | 'missing'>): string[] {
  return archives.filter(({ sha256 }) => missing.includes(sha256)).map(({ file }) => file)
}

/** The newest backup of a data folder that can be gone back to. */
export function newestBackup(dataFolder: string): Backup | undefined {
  return listBackups(backupsFolder(dataFolder)).find(({ isSound }) => isSound)
}

/** What makes a file a backup: once this is on the disk, and the file under its name, it counts. */
export function writeRecord(path: string, record: BackupRecord): void {
  writeWhole(recordOf(path), `${JSON.stringify(record, null, 2)}\n`)
}

/** The file first: a record without it is no backup. */
export function removeBackup({ path }: Pick<Backup, 'path'>): void {
  rmSync(path, { force: true })
  rmSync(recordOf(path), { force: true })
}

const ownLeftOver = /^(copy\.part\.db(-journal)?|check\.part|lantai-[\d-]+-[a-z-]+\.zip\.part)$/

/** Throws away what an ended process left half made, and nothing that people put there. Only for who has claimed the folder. */
export function tidyBackups(folder: string): void {
  const isRecordAlone = (name: string) => name.endsWith('.json') && BackupName.safeParse(name.slice(0, -'.json'.length)).success && !existsSync(join(folder, name.slice(0, -'.json'.length)))
  for (const name of readdirSync(folder)) if (ownLeftOver.test(name) || isRecordAlone(name)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** One at a time writes into a backup folder. Gives the function that lets go; nothing while somebody else is at it. */
export function claimBackups(folder: string): (() => void) | undefined {
  return claimFile(join(folder, 'backups.lock'))
}
