import { mkdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import BetterSqlite from 'better-sqlite3'
import type { Drill } from '../shared/training/contract.ts'
import type { TrainingSource } from '../shared/training/settings.ts'
import { assemble } from './assemble.ts'
import { checkData } from './audit/data-check.ts'
import * as auditChain from './database/audit-chain.ts'
import { movableClock } from './core/clock.ts'
import { missingArchives, readBackup } from './database/backup-catalog.ts'
import { layArchives } from './database/backup-companions.ts'
import { keptCopies, type Copy } from './database/copies.ts'
import { readMigrations } from './database/migrate.ts'
import { databaseFile } from './database/open.ts'
import { keepEarlierKeys } from './database/public-keys.ts'
import { unpackBackup } from './database/restore-staging.ts'
import { seedDemo } from './demo/seed.ts'
import { shareAttachments } from './training/attachments.ts'
import { discardTraining, trainingFolder } from './training/folder.ts'

/** Makes the training copy, in a thread beside the host: from the newest backup that opens and is sound, else the demo factory. */
export interface TrainingOrder { readonly dataFolder: string; readonly wanted: TrainingSource }
/** Every attempt, in order; the last one was successful. */
export type TrainingReport = readonly Drill[]

/** So many backups in a row that do not open are no accident of one file. */
const mostTried = 3
const beside = (name: string) => new URL(`./${name}${extname(import.meta.url)}`, import.meta.url)
const migrations = new URL('../migrations/', import.meta.url)

async function prepare({ dataFolder, wanted }: TrainingOrder): Promise<TrainingReport> {
  const folder = trainingFolder(dataFolder)
  const drills: Drill[] = []
  for (const copy of wanted === 'demo' ? [] : keptCopies(dataFolder).slice(0, mostTried)) {
    const drill = await attempt(folder, copy, () => takeCopy(dataFolder, folder, copy))
    drills.push(drill)
    if (drill.isSound) return drills
  }
  const told = await attempt(folder, undefined, async () => [])
  if (!told.isSound) throw new Error(told.problem)
  return [...drills, told]
}

/** One way to a training copy: `lay` puts the files there and gives what is wrong with them. */
async function attempt(folder: string, copy: Copy | undefined, lay: () => Promise<readonly string[]>): Promise<Drill> {
  const startedAt = performance.now()
  discardTraining(folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const findings = await lay().then(async found => {
    if (found.length === 0) await open(folder, copy === undefined)
    return found
  }).catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
  return {
    backupName: copy ? basename(copy.path) : null, backupAt: copy ? copy.at.toISOString() : null, isSound: findings.length === 0, problem: findings.slice(0, 3).join('; '),
    size: findings.length === 0 ? statSync(join(folder, databaseFile)).size : 0, milliseconds: Math.round(performance.now() - startedAt),
  }
}

async function takeCopy(dataFolder: string, folder: string, copy: Copy): Promise<readonly string[]> {
  const path = join(folder, databaseFile)
  const { manifest } = await unpackBackup(copy.path, path, readMigrations(migrations))
  shareAttachments(dataFolder, folder)
  await layArchives(manifest, { dataFolder, besides: dirname(copy.path), into: folder })
  await keepEarlierKeys(folder, copy.path)
  const sqlite = new BetterSqlite(path)
  try {
    const { structure, content } = checkData(sqlite, folder, readMigrations(migrations), auditChain, knownMissing(copy))
    return [...structure, ...content]
  } finally {
    sqlite.close()
  }
}

function knownMissing({ path }: Copy): string[] {
  const record = readBackup(dirname(path), basename(path))
  return record ? missingArchives(record) : []
}

/** As any host opens its data, migrations included; from then on it says of itself that it is a copy. */
async function open(folder: string, isDemo: boolean): Promise<void> {
  const clock = movableClock()
  const host = assemble({ dataFolder: folder, clock, worker: beside('worker'), migrations, tasks: () => ({}) })
  try {
    if (isDemo) await seedDemo(host, clock, new URL('../resources/', import.meta.url))
    await host.system('training.begin', {})
  } finally {
    await host.close()
  }
}

parentPort?.postMessage(await prepare(workerData as TrainingOrder))
