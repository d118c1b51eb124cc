import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, expect, test, type TestContext } from 'vitest'
import { verifyAudit } from '../../src-main/audit/verify.ts'
import * as auditChain from '../../src-main/database/audit-chain.ts'
import { openDatabase } from '../../src-main/database/opening.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startTestHost } from '../support/host.ts'
import { hostEntry } from '../support/run-folder.ts'
import { migrationsFolder } from '../support/spine.ts'
import { migrations } from './damage-verdict.ts'
import { createDisk } from './power-cut-disk.ts'
import { readRecording } from './power-cut-recording.ts'
import { chance, printCounts, scaled } from './scale.ts'
import { buildShim, calls, openFaults, shimEnvironment, shimObstacle, type Faults } from './storage-shim.ts'

const minutes = 60_000
const anyWrite = calls.writes | calls.syncs | calls.renames | calls.opensToWrite | calls.truncates
/** More than go at once, so that some are gone while others wait. */
const rowsOf2027 = 4500
const obstacle = shimObstacle()
let base: string
let library: string
let faults: Faults
/** A factory of 2026, 2027 and 2030, and every row of its audit. */
let factory: string
let rows: ReadonlyMap<number, string>
/** Writing calls of a whole run, and what they were. */
let steps: number
let record: string

beforeAll(async () => {
  base = temporaryFolder()
  if (obstacle !== undefined) return
  library = buildShim(base)
  faults = openFaults(join(base, 'faults'))
  factory = join(base, 'factory')
  rows = await makeFactory()
  record = join(base, 'record')
  faults.set({ calls: anyWrite, error: 'EIO', times: 0 })
  expect(run(copyAs('recorded'), record)).toMatchObject({ status: 0 })
  steps = faults.counts().passed
  faults.clear()
}, 2 * minutes)
afterAll(() => {
  faults?.close()
  removeFolder(base)
})
beforeEach((context: TestContext) => {
  if (obstacle !== undefined) context.skip(obstacle)
})

async function makeFactory(): Promise<Map<number, string>> {
  const host = await startTestHost()
  host.host.seal()
  mkdirSync(factory)
  host.database.prepare('vacuum into ?').run(join(factory, 'lantai.db'))
  for (const folder of ['keys', 'seals']) cpSync(join(host.folder, folder), join(factory, folder), { recursive: true })
  await host.stop()
  const sqlite = new BetterSqlite(join(factory, 'lantai.db'))
  const insert = sqlite.prepare(`insert into auditEntry (${auditChain.auditColumns.join()}, hash) values (${auditChain.auditColumns.map(() => '?').join()}, ?)`)
  let { seq, hash } = sqlite.prepare('select seq, hash from auditEntry order by seq desc limit 1').get() as { seq: number; hash: string }
  sqlite.transaction(() => {
    for (let at = 0; at <= rowsOf2027; at += 1) {
      seq += 1
      const values = [seq, at < rowsOf2027 ? '2027-03-01T03:00:00.000Z' : '2030-03-01T03:00:00.000Z', 'orang', 'Orang', 'Admin', null, 'meja-1', '10.0.0.7', 'UPDATE', 'masters', 'masters.updateUnit', null, null, null, `{"name":"${at}"}`, null, null, hash]
      hash = auditChain.hashOfValues(values)
      insert.run(...values, hash)
    }
  })()
  const all = sqlite.prepare('select seq, hash from auditEntry').raw().all() as [number, string][]
  sqlite.close()
  return new Map(all)
}

function copyAs(name: string): string {
  const folder = join(base, name)
  cpSync(factory, folder, { recursive: true })
  return folder
}

/** A run in a process of its own, above the shim. */
function run(folder: string, recordTo?: string): { readonly status: number | null; readonly signal: string | null } {
  const program = fileURLToPath(hostEntry('purge-run'))
  return spawnSync(process.execPath, [program, folder, hostEntry('worker').href, migrationsFolder.href], { encoding: 'utf8', env: { ...process.env, ...shimEnvironment(library, folder, { record: recordTo, faults }) } })
}

/** Whatever happened: opened as a host does, every row is in the database, or in an archive that the database names and that is whole. */
function expectEveryRow(folder: string): 'nothing put away' | 'a year put away' | 'rows going' | 'all gone' {
  const opened = openDatabase(folder, migrations)
  try {
    const found = new Map<number, string>()
    const { findings } = verifyAudit(opened.reader, folder, auditChain, { onRow: ({ seq, hash }) => found.set(seq, hash) })
    expect(findings).toEqual([])
    expect([...rows].filter(([seq, hash]) => found.get(seq) !== hash)).toEqual([])
    const one = (sql: string) => opened.reader.prepare(sql).pluck().get() as number
    const [mark, marks] = [one("select coalesce(max(throughSeq), 0) from purge where book = 'auditEntry'"), one("select count(*) from purge where book = 'auditEntry'")]
    if (marks === 0) return 'nothing put away'
    const waiting = one(`select count(*) from auditEntry where seq <= ${mark}`)
    return marks === 1 || waiting === mark ? 'a year put away' : waiting > 0 ? 'rows going' : 'all gone'
  } finally {
    opened.leave()
  }
}

const counted = () => ({ 'nothing put away': 0, 'a year put away': 0, 'rows going': 0, 'all gone': 0 })

test('AU-2 killed at whichever step of putting years away, every row is in the database or in a whole archive, and the next run completes it', { timeout: 30 * minutes }, () => {
  const random = chance('killed purge')
  const counts = { kills: 0, ...counted() }
  for (let turn = 0; counts.kills < scaled({ short: 3, long: 200 }); turn += 1) {
    const folder = copyAs(`killed-${turn}`)
    faults.set({ calls: anyWrite, error: 'killed', after: random.below(steps), times: 1 })
    if (run(folder).signal === 'SIGKILL') counts.kills += 1
    faults.clear()
    counts[expectEveryRow(folder)] += 1
    if (turn % scaled({ short: 3, long: 2 }) === 0) {
      expect(run(folder)).toMatchObject({ status: 0 })
      expect(expectEveryRow(folder)).toBe('all gone')
    }
    removeFolder(folder)
  }
  printCounts('Purges killed', counts)
})

test('AU-2 the power cut at any moment of putting years away: every row is in the database or in a whole archive', { timeout: 30 * minutes }, () => {
  const random = chance('purge cut')
  const counts = { 'points cut': 0, ...counted() }
  const recording = readRecording(record)
  const disk = createDisk(factory)
  const moments = Array.from({ length: scaled({ short: 25, long: 500 }) }, () => random.below(recording.length + 1)).sort((a, b) => a - b)
  let at = 0
  for (const moment of moments) {
    for (; at < moment; at += 1) disk.take(recording[at]!)
    const cut = join(base, 'cut')
    mkdirSync(cut)
    disk.cutInto(cut, random)
    counts[expectEveryRow(cut)] += 1
    counts['points cut'] += 1
    removeFolder(cut)
  }
  printCounts('Power cut while years are put away', counts)
})
