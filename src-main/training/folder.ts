import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastReset } from '../../shared/training/rules.ts'
import type { TrainingSource } from '../../shared/training/settings.ts'

/** What was made for training, and of what; kept beside it as `made.json`, which is written last. */
export interface MadeTraining { readonly at: string; readonly wanted: TrainingSource; readonly backupAt: string | null }

/** Everything of the training copy: a data folder of its own within that of the factory. */
export const trainingFolder = (dataFolder: string) => join(dataFolder, 'training')

/** What lies there, if it is whole and of today; `now` as UTC ISO text. */
export function keptTraining(folder: string, now: string, timeZone: string, wanted: TrainingSource): MadeTraining | undefined {
  const path = join(folder, 'made.json')
  if (!existsSync(path)) return undefined
  const made = readMade(path)
  return made && made.wanted === wanted && made.at <= now && made.at > lastReset(now, timeZone) ? made : undefined
}

export function noteMade(folder: string, made: MadeTraining): void {
  writeFileSync(join(folder, 'made.json'), JSON.stringify(made), { flush: true })
}

export function discardTraining(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** One that was cut off by a power cut is none. */
function readMade(path: string): MadeTraining | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as MadeTraining
  } catch {
    return undefined
  }
}
