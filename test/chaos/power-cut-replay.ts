import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DamagedDatabaseError } from '../../src-main/database/damage.ts'
import { readMigrations } from '../../src-main/database/migrate.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { migrationsFolder } from '../support/spine.ts'
import { createDisk } from './power-cut-disk.ts'
import type { Step } from './power-cut-recording.ts'
import type { Told } from './power-cut-story.ts'
import { examine } from './power-cut-verdict.ts'
import type { Chance } from './scale.ts'

export interface Replay {
  readonly steps: readonly Step[]
  readonly cuts: number
  readonly random: Chance
  /** The folder as it was when the record began, and what desks had been told by then. */
  readonly before?: { readonly folder: string; readonly told: readonly Told[] }
  /** No cut comes before this step. */
  readonly from?: number
}

/** How many cuts showed what, and an example of each. */
export interface Outcome {
  readonly cuts: number
  /** Promises looked at, over all cuts. */
  readonly promises: number
  lost: number
  doneThough: number
  halfDone: number
  /** Cuts after which the host would not start, because it sees that something is missing. */
  refused: number
  readonly examples: string[]
}

const migrations = readMigrations(migrationsFolder)
const mostExamples = 10

/** Cuts the power at random moments, in order, and looks each time at what a host would find. */
export function cutPower({ steps, cuts, random, before, from = 0 }: Replay): Outcome {
  const scratch = temporaryFolder()
  const moments = Array.from({ length: cuts }, () => from + random.below(steps.length + 1 - from)).sort((a, b) => a - b)
  const disk = createDisk(before?.folder)
  const told = [...(before?.told ?? [])]
  const outcome = { cuts, promises: 0, lost: 0, doneThough: 0, halfDone: 0, refused: 0, examples: [] as string[] }
  let at = 0
  try {
    for (const moment of moments) {
      for (; at < moment; at += 1) {
        const step = steps[at]!
        disk.take(step)
        if (step.kind === 'noted') told.push(JSON.parse(step.text) as Told)
      }
      const folder = join(scratch, 'cut')
      mkdirSync(folder)
      disk.cutInto(folder, random)
      outcome.promises += told.length
      judge(folder, told, `at step ${moment}`, outcome)
      removeFolder(folder)
    }
  } finally {
    removeFolder(scratch)
  }
  return outcome
}

function judge(folder: string, told: readonly Told[], where: string, outcome: Outcome): void {
  const say = (what: string) => outcome.examples.length < mostExamples && outcome.examples.push(`${where}: ${what}`)
  try {
    const { lost, doneThough, halfDone } = examine(folder, migrations, told)
    if (lost.length > 0) say(`${lost.length} lost, such as ${lost[0]}`)
    if (halfDone.length > 0) say(halfDone[0]!)
    outcome.lost += lost.length
    outcome.doneThough += doneThough.length
    outcome.halfDone += halfDone.length
  } catch (error) {
    if (!(error instanceof DamagedDatabaseError)) throw new Error(`The host does not start when the power is cut ${where}`, { cause: error })
    outcome.refused += 1
    say(error.message)
  }
}
