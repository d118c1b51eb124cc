import { rm, stat } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { renameSync } from 'node:fs'
import { AppError } from '../../shared/core/errors.ts'
import type { JobContext } from '../core/handlers.ts'
import { writeWholeArchive } from '../database/backup-archive.ts'
import { backupsFolder, unfinished, type Backup } from '../database/backup-catalog.ts'
import { companionsOf } from '../database/backup-companions.ts'
import { syncFolder } from '../database/durable.ts'
import { backupNamed } from './backing-up.ts'
import { caring, reasonOf } from './faults.ts'

type Offered = Awaited<ReturnType<JobContext['offer']>>

export async function downloadBackup(context: JobContext, name: string): Promise<Offered> {
  const backup = backupNamed(context, name)
  const file = await context.createFile(name, 'application/zip')
  await caring(() => writeWhole(context, backup, file.path))
  await context.command('dataCare.recordCopy', { backup: name, folder: '', size: (await stat(file.path)).size })
  return context.offer(file)
}

/** The folder must be there: a disk that is not plugged in must not become a folder of the system's own disk. */
export async function copyBackup(context: JobContext, name: string, folder: string): Promise<{ path: string }> {
  const backup = backupNamed(context, name)
  const path = join(folder, name)
  const part = `${path}${unfinished}`
  const way = relative(context.place.dataFolder, folder)
  if (!isAbsolute(folder) || (!way.startsWith('..') && !isAbsolute(way))) throw new AppError('folder-unusable', { folder })
  try {
    if (!(await stat(folder)).isDirectory()) throw new AppError('folder-unusable', { folder })
    await writeWhole(context, backup, part)
    renameSync(part, path)
    syncFolder(folder)
  } catch (error) {
    throw reasonOf(error) === undefined ? error : new AppError('folder-unusable', { folder, reason: reasonOf(error) })
  } finally {
    await rm(part, { force: true }).catch(() => {})
  }
  await context.command('dataCare.recordCopy', { backup: name, folder, size: (await stat(path)).size })
  return { path }
}

/** With the attached files and archived years that lie beside it. */
async function writeWhole({ place: { dataFolder }, progress }: JobContext, backup: Backup, target: string): Promise<void> {
  const companions = companionsOf(backup).filter(({ sha256 }) => !backup.missing.includes(sha256))
  const files = companions.map(({ beside }) => ({ name: beside, path: join(backupsFolder(dataFolder), beside) }))
  progress('writing', 0, 0)
  await writeWholeArchive(backup.path, target, files)
}
