import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, type TestContext } from 'vitest'
import { readMigrations } from '../../src-main/database/migrate.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { migrationsFolder } from '../support/spine.ts'
import { createDisk } from './power-cut-disk.ts'
import { readRecording, type Step } from './power-cut-recording.ts'
import { cutPower, type Outcome } from './power-cut-replay.ts'
import { recordStory, type Told } from './power-cut-story.ts'
import { examine } from './power-cut-verdict.ts'
import type { Factory } from './storage-factory.ts'
import { chance, printCounts, scaled } from './scale.ts'
import { buildShim, calls, openFaults, shimEnvironment, shimObstacle, type Faults } from './storage-shim.ts'

const cuts = scaled({ short: 300, long: 5000 })
const commands = scaled({ short: 20, long: 60 })
const desks = 5
const minutes = 60_000

const obstacle = shimObstacle()
let base: string
let library: string
let full: Story

interface Story { readonly folder: string; readonly steps: readonly Step[]; readonly factory: Factory }

beforeAll(async () => {
  base = temporaryFolder()
  if (obstacle !== undefined) return
  library = buildShim(base)
  full = await story('full')
}, 2 * minutes)
afterAll(() => removeFolder(base))
beforeEach((context: TestContext) => {
  if (obstacle !== undefined) context.skip(obstacle)
})

interface Circumstances { readonly env?: NodeJS.ProcessEnv; readonly faults?: Faults; readonly onTurn?: (turn: number) => void }

async function story(name: string, { env = {}, faults, onTurn }: Circumstances = {}): Promise<Story> {
  const [folder, record] = [join(base, name), join(base, `${name}.record`)]
  mkdirSync(folder)
  const factory = await recordStory({ folder, record, desks, commands, onTurn, env: { ...shimEnvironment(library, folder, { record, faults }), ...env } })
  return { folder, steps: readRecording(record), factory }
}

function print(title: string, { cuts: points, promises, lost, halfDone, doneThough, refused }: Outcome): void {
  printCounts(title, { 'points cut': points, 'acknowledgements looked at': promises, lost, 'half done': halfDone, 'refused, yet done': doneThough, 'starts refused': refused })
}

/** The first that a desk was told. */
const firstPromise = (steps: readonly Step[]) => steps.findIndex(({ kind }) => kind === 'noted')

test('the record is the whole truth: replayed to its end it gives the very files of the host', () => {
  const disk = createDisk()
  for (const step of full.steps) disk.take(step)
  const replayed = disk.files()
  const real = filesIn(full.folder)
  expect(real).toEqual(expect.arrayContaining(['lantai.db', 'keys/audit-seal.pem']))
  for (const name of real) expect(replayed.get(name)?.equals(readFileSync(join(full.folder, name))), name).toBe(true)
  // What the host deleted by ways of its own: files on their way.
  expect([...replayed.keys()].filter(name => !real.includes(name) && !name.startsWith('work/'))).toEqual([])
})

test('whenever the power is cut, no acknowledged command is lost and none is half done', { timeout: 10 * minutes }, () => {
  // Most cuts come while desks work: each of those during the first start makes the next one bring the database up anew, which takes far longer.
  const [starting, working] = [Math.floor(cuts / 10), Math.ceil((cuts * 9) / 10)]
  for (const [title, moments] of [['from the first start on', { cuts: starting }], ['at work', { cuts: working, from: firstPromise(full.steps) }]] as const) {
    const outcome = cutPower({ steps: full.steps, random: chance(`power cut ${title}`), ...moments })
    print(`Power cut at FULL, ${title}`, outcome)
    expect(outcome).toMatchObject({ lost: 0, halfDone: 0, refused: 0, examples: [] })
  }
})

test('the control: with synchronous=NORMAL the same cuts do lose acknowledged commands', { timeout: 10 * minutes }, async () => {
  const preload = new URL('synchronous-normal.mjs', import.meta.url).href
  const { steps } = await story('normal', { env: { NODE_OPTIONS: `--import=${preload}` } })
  const outcome = cutPower({ steps, cuts: cuts / 5, random: chance('control'), from: firstPromise(steps) })
  print('Power cut at NORMAL (the control)', outcome)
  expect(outcome.lost).toBeGreaterThan(0)
})

test('a power cut after a power cut: what the first one left behind is neither taken for true nor for damage', { timeout: 10 * minutes }, async () => {
  for (let round = 1; round <= scaled({ short: 1, long: 5 }); round += 1) await cutTwice(round)
})

async function cutTwice(round: number): Promise<void> {
  const random = chance(`second power cut ${round}`)
  const [folder, before, record] = ['', '-before', '.record'].map(ending => join(base, `second-${round}${ending}`)) as [string, string, string]
  const past = full.steps.slice(0, Math.floor(full.steps.length * (0.6 + 0.4 * random.next())))
  const disk = createDisk()
  for (const step of past) disk.take(step)
  mkdirSync(folder)
  disk.cutInto(folder, random)
  cpSync(folder, before, { recursive: true })
  const told = past.flatMap(step => (step.kind === 'noted' ? [JSON.parse(step.text) as Told] : []))

  const env = shimEnvironment(library, folder, { record })
  await recordStory({ folder, record, desks: 3, commands: scaled({ short: 8, long: 30 }), env, goesOn: { factory: full.factory, desk: 'desk-again' } })
  const outcome = cutPower({ steps: readRecording(record), cuts: cuts / 5, random, before: { folder: before, told } })
  print('Power cut after a power cut', outcome)
  expect(outcome).toMatchObject({ lost: 0, halfDone: 0, refused: 0, examples: [] })
}

/** The log's confirmation is the command's; the database's own is SQLite's to ask for again, and it does. */
const unconfirmed: readonly (readonly [suffix: string, isStopped: boolean])[] = scaled({ short: [['-wal', true]], long: [['-wal', true], ['lantai.db', false]] })

test.each(unconfirmed)('a disk that once fails to confirm %s: nothing acknowledged is lost, whenever the power is cut then', { timeout: 10 * minutes }, async (suffix, isStopped) => {
  const faults = openFaults(join(base, `faults${suffix}`))
  const halfWay = Math.floor((commands * desks) / 2)
  const { folder, steps } = await story(`unconfirmed${suffix}`, {
    faults, onTurn: turn => turn === halfWay && faults.set({ calls: calls.syncs, error: 'EIO', times: 1, suffix }),
  })
  expect(faults.counts().struck).toBe(1)
  faults.close()
  const told = steps.flatMap(step => (step.kind === 'noted' ? [JSON.parse(step.text) as Told] : []))
  const refusals = told.filter(promise => promise.told === 'answer' && !promise.reply.ok && promise.reply.code === 'storage-stopped')
  expect(refusals.length > 0).toBe(isStopped)
  // Up to the end of the host what was refused is not there; if the power goes just then, nobody can say.
  expect(examine(folder, readMigrations(migrationsFolder), told)).toEqual({ lost: [], doneThough: [], halfDone: [] })
  const outcome = cutPower({ steps, cuts: cuts / 5, random: chance(`unconfirmed ${suffix}`), from: steps.findIndex(({ kind }) => kind === 'sync-failed') })
  print(`Power cut after an unconfirmed write of ${suffix}`, outcome)
  expect(outcome).toMatchObject({ lost: 0, halfDone: 0, refused: 0, examples: [] })
})

function filesIn(folder: string, path = ''): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap(entry => {
    const name = join(path, entry.name)
    return entry.isDirectory() ? filesIn(folder, name) : [name]
  })
}
