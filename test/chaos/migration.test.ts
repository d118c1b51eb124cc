import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, expect, test, type TestContext } from 'vitest'
import { migrate, schemaFindings, type Migration } from '../../src-main/database/migrate.ts'
import { openWriter } from '../../src-main/database/open.ts'
import { openDatabase } from '../../src-main/database/opening.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess } from '../support/host-process.ts'
import { hostEntry } from '../support/run-folder.ts'
import { migrationsFolder } from '../support/spine.ts'
import { contentOf, migrations, openForReading, tablesOf, type Content } from './damage-verdict.ts'
import { createDisk } from './power-cut-disk.ts'
import { readRecording } from './power-cut-recording.ts'
import { chance, printCounts, scaled } from './scale.ts'
import { setUpFactory, signIn, workOf } from './storage-factory.ts'
import { buildShim, calls, openFaults, shimEnvironment, shimObstacle, type Faults } from './storage-shim.ts'

const minutes = 60_000
const newest = migrations.at(-1)!.number
const anyWrite = calls.writes | calls.syncs | calls.renames | calls.opensToWrite | calls.truncates
const obstacle = shimObstacle()
let base: string
let library: string
let faults: Faults
/** Older versions, of which there is a database with a factory in it: each is made when it is first asked for. */
const versions = migrations.slice(0, -1).map((_, at) => migrations.slice(0, at + 1))
const made = new Map<readonly Migration[], Old>()
interface Old { readonly version: number; readonly folder: string; readonly content: Content }

beforeAll(async () => {
  base = temporaryFolder()
  if (obstacle !== undefined) return
  library = buildShim(base)
  faults = openFaults(join(base, 'faults'))
  const host = await startHostProcess(donor())
  const factory = await setUpFactory(host.url)
  const desk = await signIn(host.url, 'desk-1')
  for (let turn = 0; turn < 30; turn += 1) await desk.call({ ...workOf(factory, `desk-1:${turn + 1}`, turn), replayKey: `desk-1:${turn + 1}` })
  desk.close()
  await host.stop()
}, 2 * minutes)
afterAll(() => {
  faults?.close()
  removeFolder(base)
})
beforeEach((context: TestContext) => {
  if (obstacle !== undefined) context.skip(obstacle)
})

const donor = () => join(base, 'donor')

function oldOf(known: readonly Migration[]): Old {
  const old = made.get(known) ?? oldDatabase(known)
  made.set(known, old)
  return old
}

/** As it was left when these were all the migrations: what the donor has in the tables and columns of that time. */
function oldDatabase(known: readonly Migration[]): Old {
  const version = known.at(-1)!.number
  const folder = join(base, `old-${version}`)
  mkdirSync(folder)
  const sqlite = openWriter(join(folder, 'lantai.db'))
  migrate(sqlite, known)
  sqlite.pragma('foreign_keys = off')
  sqlite.exec(`attach '${join(donor(), 'lantai.db')}' as donor`)
  for (const table of tablesOf(sqlite)) {
    const columns = sqlite.prepare(`select name from pragma_table_info(?) intersect select name from pragma_table_info(?, 'donor')`).pluck().all(table, table) as string[]
    if (columns.length > 0) sqlite.exec(`insert or ignore into main."${table}" (${columns.map(quoted).join()}) select ${columns.map(quoted).join()} from donor."${table}"`)
  }
  sqlite.exec('detach donor')
  const content = contentOf(sqlite)
  sqlite.close()
  return { version, folder, content }
}

const quoted = (name: string) => `"${name}"`

function copyOf({ folder }: Old, name: string): string {
  const copy = join(base, name)
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** A start in a process of its own, above the shim. */
function start(folder: string, record?: string): { readonly status: number | null; readonly signal: string | null; readonly stderr: string } {
  const program = fileURLToPath(hostEntry('migration-start'))
  return spawnSync(process.execPath, [program, folder, migrationsFolder.href], { encoding: 'utf8', env: { ...process.env, ...shimEnvironment(library, folder, { record, faults }) } })
}

/** Whatever happened: it stands whole at one version, every row is there, every copy that has its name is sound, and the next start completes it. */
function expectWhole(folder: string, { version, content }: Old): number {
  const sqlite = openForReading(folder)
  const reached = Number(sqlite.pragma('user_version', { simple: true }))
  expect([version, ...migrations.map(({ number }) => number).filter(number => number > version)]).toContain(reached)
  expectSame(sqlite, content)
  sqlite.close()

  openDatabase(folder, migrations).close()
  const completed = openForReading(folder)
  expect(completed.pragma('user_version', { simple: true })).toBe(newest)
  expectSame(completed, content)
  completed.close()
  const copies = readdirSync(join(folder, 'backups')).filter(name => name.endsWith('.db'))
  expect(copies.length).toBeGreaterThan(0)
  for (const copy of copies) {
    const kept = new BetterSqlite(join(folder, 'backups', copy), { readonly: true })
    expectSame(kept, content)
    kept.close()
  }
  return reached
}

function expectSame(sqlite: Database, content: Content): void {
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(schemaFindings(sqlite, migrations)).toEqual([])
  const found = contentOf(sqlite)
  for (const [table, rows] of content) {
    const count = found.get(table)?.length
    // A migration makes findable what was not.
    if (table === 'searchEntry') expect(count, table).toBeGreaterThanOrEqual(rows.length)
    // It grants an act of its own to whoever did it by another, and takes none away.
    else if (table === 'roleGrant') expect(rows.filter(row => !found.get(table)?.includes(row)), table).toEqual([])
    else expect(count, table).toBe(rows.length)
  }
}

test('killed at whichever step of a migration, the next start finds a whole version and completes it', { timeout: 10 * minutes }, () => {
  const random = chance('killed migration')
  const tried = someOf(random)
  const counts = { kills: 0, 'at the old version': 0, between: 0, 'at the new one': 0 }
  for (let turn = 0; counts.kills < scaled({ short: 10, long: 300 }); turn += 1) {
    const old = oldOf(random.oneOf(tried))
    const folder = copyOf(old, `killed-${turn}`)
    // Most steps make the copy; as many kills shall meet the migration itself.
    const count = stepsFrom(old)
    faults.set({ calls: anyWrite, error: 'killed', after: random.oneOf([random.below(count), count - 1 - random.below(Math.ceil(count / 4))]), times: 1 })
    const { signal } = start(folder)
    faults.clear()
    if (signal === 'SIGKILL') counts.kills += 1
    const reached = expectWhole(folder, old)
    counts[reached === old.version ? 'at the old version' : reached === newest ? 'at the new one' : 'between'] += 1
    removeFolder(folder)
  }
  printCounts('Migrations killed', counts)
})

/** A few versions in a short run, for each takes a while to be made: others every time. */
const someOf = (random: ReturnType<typeof chance>) => scaled({ short: Array.from({ length: 3 }, () => random.oneOf(versions)), long: versions })

/** How many writing calls the whole migration takes; counted once for each version. */
const steps = new Map<number, number>()
function stepsFrom(old: Old): number {
  let count = steps.get(old.version)
  if (count === undefined) {
    const folder = copyOf(old, `counted-${old.version}`)
    faults.set({ calls: anyWrite, error: 'EIO', times: 0 })
    expect(start(folder)).toMatchObject({ status: 0, stderr: '' })
    steps.set(old.version, (count = faults.counts().passed))
    removeFolder(folder)
  }
  return count
}

test('on a disk that fills up, or fails, during a migration: one sentence says so, nothing is half done, and the next start completes it', { timeout: 10 * minutes }, () => {
  const random = chance('failed migration')
  const tried = someOf(random)
  const counts = { faults: 0, refused: 0, unnoticed: 0 }
  for (; counts.faults < scaled({ short: 8, long: 200 }); counts.faults += 1) {
    const old = oldOf(random.oneOf(tried))
    const folder = copyOf(old, `failed-${counts.faults}`)
    faults.set({ ...random.oneOf([{ calls: calls.writes, error: 'ENOSPC' }, { calls: calls.writes | calls.syncs, error: 'EIO' }] as const), after: random.below(stepsFrom(old)) })
    const { status, stderr } = start(folder)
    faults.clear()
    if (status === 0) counts.unnoticed += 1
    else {
      counts.refused += 1
      expect(stderr).toMatch(/^(The disk of .* is full\. Free some space|The disk of .* fails to read or write|lantai\.db or host\.lock in .* cannot be opened).*\n$/)
    }
    expectWhole(folder, old)
    removeFolder(folder)
  }
  printCounts('Migrations on a failing disk', counts)
})

test('the power cut at any moment of a migration: a whole version, every row, a sound copy', { timeout: 10 * minutes }, () => {
  const random = chance('migration cut')
  const counts = { 'points cut': 0, 'at the old version': 0, between: 0, 'at the new one': 0 }
  for (const old of scaled({ short: [random.oneOf(versions)], long: versions }).map(oldOf)) {
    const [folder, record] = [copyOf(old, `recorded-${old.version}`), join(base, `record-${old.version}`)]
    expect(start(folder, record)).toMatchObject({ status: 0 })
    const recording = readRecording(record)
    const disk = createDisk(old.folder)
    const moments = Array.from({ length: scaled({ short: 30, long: 300 }) }, () => random.below(recording.length + 1)).sort((a, b) => a - b)
    let at = 0
    for (const moment of moments) {
      for (; at < moment; at += 1) disk.take(recording[at]!)
      const cut = join(base, 'cut')
      mkdirSync(cut)
      disk.cutInto(cut, random)
      const reached = expectWhole(cut, old)
      counts['points cut'] += 1
      counts[reached === old.version ? 'at the old version' : reached === newest ? 'at the new one' : 'between'] += 1
      removeFolder(cut)
    }
  }
  printCounts('Power cut during a migration', counts)
})
