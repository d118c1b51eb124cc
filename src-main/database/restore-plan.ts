import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ShutOut } from '../../shared/data-care/backup.ts'
import { archivesFolder, databaseFile } from './data-folder.ts'
import { makeFolder, syncFolder } from './durable.ts'
import { writeWhole } from './whole-file.ts'

/** What a restore is to do and to say, kept until it is entered in the restored audit. */
export const RestorePlan = z.object({
  /** When it was asked for, UTC ISO, and by whom; nobody's account where it was done at the host itself. */
  at: z.string(),
  by: z.object({ userId: z.string(), username: z.string(), role: z.string() }).nullable(),
  backup: z.string(), backupAt: z.string(), schema: z.int(), version: z.string(), auditSeq: z.int(),
  /** The restored database's new one: desks that hear it read everything again. */
  epoch: z.string(),
  /** Who was shut out since the backup; nothing where the present data could not say. */
  shutOut: ShutOut.nullable().default(null),
  /** The newest audit row of what was replaced, where it could be read: what stood there can be told from the kept files. */
  replaced: z.object({ seq: z.int(), hash: z.string() }).nullable(),
})
export type RestorePlan = z.infer<typeof RestorePlan>

export const restoreFolder = (dataFolder: string) => join(dataFolder, 'restore')
export const sealsFolder = 'seals'
const planOf = (dataFolder: string) => join(restoreFolder(dataFolder), 'plan.json')

export function writePlan(dataFolder: string, plan: RestorePlan): void {
  syncFolder(restoreFolder(dataFolder))
  writeWhole(planOf(dataFolder), `${JSON.stringify(plan, null, 2)}\n`)
}

/** The restore that is not entered yet, if any. */
export function readPlan(dataFolder: string): RestorePlan | undefined {
  return existsSync(planOf(dataFolder)) ? RestorePlan.parse(JSON.parse(readFileSync(planOf(dataFolder), 'utf8'))) : undefined
}

/** What is replaced goes there; nothing of it is ever deleted. */
export function keptFolder(dataFolder: string, { at }: Pick<RestorePlan, 'at'>): string {
  return join(dataFolder, 'kept', `before-restore-${at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}`)
}

/**
 * Carries out a planned restore, with no connection open: what is there is moved aside, what was staged takes its place, the
 * database last. Broken off anywhere, it is gone on with at the next opening. Gives the plan until `endRestore`.
 */
export function carryOutRestore(dataFolder: string): RestorePlan | undefined {
  const plan = readPlan(dataFolder)
  if (!plan) return undefined
  const staged = restoreFolder(dataFolder)
  const kept = keptFolder(dataFolder, plan)
  makeFolder(kept)
  if (existsSync(join(staged, sealsFolder))) {
    moveAside(dataFolder, kept, sealsFolder)
    renameSync(join(staged, sealsFolder), join(dataFolder, sealsFolder))
  }
  exchangeArchives(dataFolder, staged, kept)
  if (existsSync(join(staged, databaseFile))) {
    for (const name of [`${databaseFile}-wal`, `${databaseFile}-shm`, `${databaseFile}-journal`, databaseFile]) moveAside(dataFolder, kept, name)
    syncFolder(kept)
    renameSync(join(staged, databaseFile), join(dataFolder, databaseFile))
  }
  syncFolder(dataFolder)
  return plan
}

/** Those that other backups name stay where they are. */
function exchangeArchives(dataFolder: string, staged: string, kept: string): void {
  const [from, to, aside] = [staged, dataFolder, kept].map(folder => join(folder, archivesFolder)) as [string, string, string]
  if (!existsSync(from)) return
  for (const folder of [to, aside]) makeFolder(folder)
  for (const file of readdirSync(from)) {
    moveAside(to, aside, file)
    renameSync(join(from, file), join(to, file))
  }
  for (const folder of [aside, to]) syncFolder(folder)
}

/** It is entered in the restored audit. */
export function endRestore(dataFolder: string): void {
  rmSync(restoreFolder(dataFolder), { recursive: true, force: true })
  syncFolder(dataFolder)
}

function moveAside(dataFolder: string, kept: string, name: string): void {
  if (existsSync(join(dataFolder, name))) renameSync(join(dataFolder, name), join(kept, name))
}
