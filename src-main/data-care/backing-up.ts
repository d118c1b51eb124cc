import { readdirSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupKind } from '../../shared/data-care/backup.ts'
import type { Backups, ShownBackup } from '../../shared/data-care/contract.ts'
import { backupsToKeep, type Retention } from '../../shared/data-care/rules.ts'
import { dataCareSettings } from '../../shared/data-care/settings.ts'
import { AppError } from '../../shared/core/errors.ts'
import { productVersion } from '../../shared/core/version.ts'
import type { JobContext, SettingReader } from '../core/handlers.ts'
import { backupsFolder, listBackups, readBackup, removeBackup, type Backup } from '../database/backup-catalog.ts'
import { companionFolders } from '../database/backup-companions.ts'
import { makeBackup, packCopies, type OnBackupProgress } from '../database/backup-making.ts'
import { makeFolder } from '../database/durable.ts'
import { caring } from './faults.ts'
import { readSecondFolder } from './second-folder.ts'

const gigabyte = 1024 ** 3
const progressEvery = 200
const waitingFor = 500

/** Makes a backup and lets go of those that need no longer be kept; every desk hears of it. After the daily one none goes before its whole check: it may not be sound. */
export async function backUp(context: JobContext, kind: BackupKind): Promise<ShownBackup> {
  const { place: { dataFolder }, clock, settings } = context
  const make = () => caring(() => makeBackup({ dataFolder, kind, now: clock.now(), version: productVersion, onProgress: paced(context) }))
  const backup = kind === 'manual' ? await afterOthers(context, make) : await make()
  await caring(() => packCopies(dataFolder))
  if (kind !== 'daily') pruneBackups(backupsFolder(dataFolder), settings, clock.now(), backup.timeZone)
  await context.hostTask('lookAtBackups')
  return shown(backup, [])
}

/** Whoever asks by hand need not ask twice: one that is being made or checked is waited for. */
async function afterOthers<T>({ progress }: JobContext, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'backup-running')) throw error
      progress('queued', 0, 0)
      await new Promise(resolve => setTimeout(resolve, waitingFor))
    }
  }
}

/** Some thousand pieces a second are no news to a person. */
export function paced({ progress }: Pick<JobContext, 'progress'>): OnBackupProgress {
  let last = { stage: '', at: 0 }
  return (stage, done, total) => {
    if (stage === last.stage && Date.now() - last.at < progressEvery) return
    last = { stage, at: Date.now() }
    progress(stage, done, total)
  }
}

export function pruneBackups(folder: string, settings: SettingReader, now: string, timeZone: string): void {
  const backups = listBackups(folder)
  const keep = backupsToKeep(backups.filter(({ isSound }) => isSound), retentionIn(folder, settings), timeZone, now)
  // What is not sound may still be worth a look; it goes like any other once it is older than what is kept. The newest daily one says that
  // its day has one.
  const newestDaily = backups.find(({ kind }) => kind === 'daily')
  const oldest = backups.filter(({ name }) => keep.has(name)).at(-1)?.at ?? ''
  for (const backup of backups) if (backup !== newestDaily && !keep.has(backup.name) && (backup.isSound || backup.at < oldest)) removeBackup(backup)
}

function retentionIn(folder: string, settings: SettingReader): Retention {
  const count = (name: 'quarterHours' | 'days' | 'months' | 'years') => settings.get(dataCareSettings[name])
  const budget = settings.get(dataCareSettings.budgetGigabytes) * gigabyte - companionBytes(folder)
  return { quarterHours: count('quarterHours'), days: count('days'), months: count('months'), years: count('years'), budget }
}

export async function overview({ place: { dataFolder }, settings }: JobContext): Promise<Backups> {
  const folder = backupsFolder(dataFolder)
  makeFolder(folder)
  const backups = listBackups(folder)
  const second = readSecondFolder(dataFolder)
  const attachments = companionBytes(folder)
  const { bavail, bsize } = await statfs(folder)
  return {
    folder, backups: backups.map(backup => shown(backup, second?.names ?? [])), attachments, used: attachments + backups.reduce((sum, { size }) => sum + size, 0),
    budget: settings.get(dataCareSettings.budgetGigabytes) * gigabyte, everyMinutes: settings.get(dataCareSettings.everyMinutes), free: bavail * bsize,
    second: settings.get(dataCareSettings.secondFolder) === '' || !second ? null : { folder: second.folder, at: second.at, problem: second.problem },
  }
}

/** A backup by its name; `not-found` where there is none (any more). */
export function backupNamed({ place: { dataFolder } }: Pick<JobContext, 'place'>, name: string): Backup {
  const backup = readBackup(backupsFolder(dataFolder), name)
  if (!backup) throw new AppError('not-found', { entity: 'backup', id: name })
  return backup
}

export function shown({ missing, name, kind, at, version, schema, size, databaseBytes, quickAt, fullAt, findings, isSound }: Backup, inSecond: readonly string[]): ShownBackup {
  return { name, kind, at, version, schema, size, databaseBytes, quickAt, fullAt, findings, isSound, missingAttachments: missing.length, isInSecondFolder: inSecond.includes(name) }
}

const companionBytes = (folder: string) => companionFolders.reduce((sum, name) => sum + sizeOf(join(folder, name)), 0)

function sizeOf(folder: string): number {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return 0
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return files.reduce((sum, { parentPath, name }) => sum + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
