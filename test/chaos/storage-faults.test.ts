import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, type TestContext } from 'vitest'
import type { ErrorCode } from '../../shared/core/errors.ts'
import type { Reply } from '../../shared/core/frames.ts'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess, type BareDesk, type HostProcess } from '../support/host-process.ts'
import { readMigrations } from '../../src-main/database/migrate.ts'
import { migrationsFolder } from '../support/spine.ts'
import { examine } from './power-cut-verdict.ts'
import { printCounts, scaled } from './scale.ts'
import { setUpFactory, signIn, tokenOf, workOf, type Factory } from './storage-factory.ts'
import { buildShim, calls, openFaults, shimEnvironment, shimObstacle, type Fault, type Faults } from './storage-shim.ts'

const minutes = 60_000
const migrations = readMigrations(migrationsFolder)
const obstacle = shimObstacle()
let base: string
let folder: string
let faults: Faults
let host: HostProcess
let factory: Factory
let desk: BareDesk
let entries = 0

beforeAll(async () => {
  base = temporaryFolder()
  folder = join(base, 'data')
  if (obstacle !== undefined) return
  faults = openFaults(join(base, 'faults'))
  await startHost()
  factory = await setUpFactory(host.url)
  desk = await signIn(host.url, 'desk-1')
}, 2 * minutes)
afterAll(async () => {
  faults?.clear()
  await host?.stop()
  faults?.close()
  removeFolder(base)
})
beforeEach((context: TestContext) => {
  if (obstacle !== undefined) context.skip(obstacle)
})
afterEach(() => faults?.clear())

async function startHost(): Promise<void> {
  host = await startHostProcess(folder, { env: shimEnvironment(buildShim(base), folder, { faults }) })
}

/** An entry with a key of its own, so that it can be sent again. */
function newEntry(by = 'desk-1'): { key: string; send(on?: BareDesk): Promise<Reply> } {
  entries += 1
  const key = `${by}:${entries}`
  return { key, send: (on = desk) => on.call({ ...workOf(factory, key, 1), replayKey: key }) }
}

function moves(key: string): number {
  const sqlite = new BetterSqlite(join(folder, 'lantai.db'), { readonly: true })
  try {
    return sqlite.prepare('select count(*) from stockMove where note = ?').pluck().get(key) as number
  } finally {
    sqlite.close()
  }
}

const exportStock = () => desk.call({ call: 'reports.exportReport', input: { report: 'inventory', format: 'csv' } })
const read = () => desk.call({ call: 'warehouse.listMoves', input: { pageSize: 5 } })

interface Sickness { readonly name: string; readonly fault: Omit<Fault, 'after' | 'times'>; readonly codes: readonly ErrorCode[] }

/** Faults that pass: each write is tried anew. */
const passing: readonly Sickness[] = [
  { name: 'a full disk', fault: { calls: calls.writes | calls.truncates, error: 'ENOSPC' }, codes: ['storage-full'] },
  { name: 'a full disk in the middle of a write', fault: { calls: calls.writes, error: 'ENOSPC', torn: 'failing' }, codes: ['storage-full'] },
  { name: 'a write that fails', fault: { calls: calls.writes, error: 'EIO', suffix: '-wal' }, codes: ['storage-failed'] },
  { name: 'a disk that became read-only', fault: { calls: calls.writes | calls.opensToWrite | calls.truncates, error: 'EROFS' }, codes: ['storage-failed', 'storage-read-only'] },
]

test.each(passing)('$name, from whichever write on: refused with a reason, nothing half done, reading goes on, and the same entry is taken later', { timeout: 5 * minutes }, async ({ name, fault, codes }) => {
  let refused = 0
  for (let after = 0, isTaken = false; !isTaken; after += scaled({ short: 4, long: 1 })) {
    const entry = newEntry()
    faults.set({ ...fault, after })
    const reply = await entry.send()
    isTaken = reply.ok
    if (!reply.ok) {
      refused += 1
      expect(codes, JSON.stringify(reply)).toContain(reply.code)
      expect(await read()).toMatchObject({ ok: true })
      expect(moves(entry.key)).toBe(0)
    }
    faults.clear()
    const again = await entry.send()
    expect(again).toMatchObject({ ok: true, value: { kind: 'RECEIPT' } })
    if (reply.ok) expect((again as { value: unknown }).value).toEqual((reply as { value: unknown }).value)
    expect(moves(entry.key)).toBe(1)
    expect(after).toBeLessThan(500)
  }
  printCounts(`Refused for ${name}`, { 'points of failure': refused, 'taken later': refused })
  expect(refused).toBeGreaterThan(3)
})

test('writes that come short are taken up again, and nobody notices', async () => {
  const entry = newEntry()
  faults.set({ calls: calls.writes, error: 'EIO', torn: 'short', times: 25 })
  expect(await entry.send()).toMatchObject({ ok: true })
  expect(faults.counts().struck).toBe(25)
  expect(moves(entry.key)).toBe(1)
})

test('a disk that fills up under many desks: whoever was told “saved” is, the others are not, and all are when there is space again', { timeout: 5 * minutes }, async () => {
  const desks = await Promise.all(Array.from({ length: 6 }, (_, at) => signIn(host.url, `desk-crowd-${at}`)))
  const sent: { on: BareDesk; key: string; reply: Reply; send(on?: BareDesk): Promise<Reply> }[] = []
  faults.set({ calls: calls.writes, error: 'ENOSPC', after: 150 })
  await Promise.all(desks.map(async (on, at) => {
    for (let turn = 0; turn < 10; turn += 1) {
      const entry = newEntry(`desk-crowd-${at}`)
      sent.push({ on, ...entry, reply: await entry.send(on) })
    }
  }))
  const refused = sent.flatMap(({ reply }) => (reply.ok ? [] : [reply.code]))
  expect(new Set(refused)).toEqual(new Set(['storage-full']))
  expect(sent.map(({ key }) => moves(key))).toEqual(sent.map(({ reply }) => (reply.ok ? 1 : 0)))
  faults.clear()
  const again = await Promise.all(sent.map(({ on, send }) => send(on)))
  expect(again.every(({ ok }) => ok)).toBe(true)
  expect(sent.map(({ key }) => moves(key))).toEqual(sent.map(() => 1))
  printCounts('A disk that fills up under six desks', { entries: sent.length, 'taken at once': sent.length - refused.length, 'refused and taken later': refused.length })
  desks.forEach(one => one.close())
})

test('a disk that cannot be read refuses the question, and answers it once it can', { timeout: 5 * minutes }, async () => {
  faults.set({ calls: calls.reads, error: 'EIO', suffix: 'lantai.db' })
  // A worker begins by reading what the host itself has long in memory.
  expect(await exportStock()).toMatchObject({ ok: false, code: 'storage-failed', params: { reason: 'disk-fault' } })
  expect(await newEntry().send()).toMatchObject({ ok: true })
  faults.clear()
  expect(await exportStock()).toMatchObject({ ok: true })
})

test('a full disk refuses a photo and an export, and leaves nothing of them behind', { timeout: 5 * minutes }, async () => {
  const before = readdirSync(join(folder, 'work'))
  faults.set({ calls: calls.writes, error: 'ENOSPC' })
  const upload = await fetch(`${host.url}/files?name=foto.png`, { method: 'POST', headers: { authorization: `Bearer ${await tokenOf(host.url, 'desk-1')}`, 'content-type': 'image/png' }, body: 'foto' })
  expect(await upload.json()).toMatchObject({ ok: false, code: 'storage-full' })
  expect(await exportStock()).toMatchObject({ ok: false, code: 'storage-full' })
  expect(readdirSync(join(folder, 'work'))).toEqual(before)
  faults.clear()
  expect(await exportStock()).toMatchObject({ ok: true })
})

describe('a write that the disk does not confirm', () => {
  test('stops all writing until the host is started anew; reading goes on, and what was refused is not there', { timeout: 5 * minutes }, async () => {
    const [before, entry, next] = [newEntry(), newEntry(), newEntry()]
    const told = await before.send()
    faults.set({ calls: calls.syncs, error: 'EIO', times: 1, suffix: '-wal' })
    expect(await entry.send()).toMatchObject({ ok: false, code: 'storage-stopped' })
    expect(faults.counts().struck).toBe(1)
    // The disk says again that all is well. It is not believed.
    expect(await next.send()).toMatchObject({ ok: false, code: 'storage-stopped' })
    expect(await before.send()).toEqual({ ...told, id: expect.any(Number) as number })
    expect(await read()).toMatchObject({ ok: true })
    expect(await (await fetch(`${host.url}/healthz`)).json()).toMatchObject({ status: 'storage-stopped' })
    expect(host.output()).toMatch(/storage: storage-stopped: nothing is written any more/)

    await host.stop('SIGKILL')
    expect(examine(folder, migrations, [])).toMatchObject({ halfDone: [] })
    expect([entry, next].map(({ key }) => moves(key))).toEqual([0, 0])
    await startHost()
    desk = await signIn(host.url, 'desk-1')
    expect(await entry.send()).toMatchObject({ ok: true })
    expect(await next.send()).toMatchObject({ ok: true })
    expect([before, entry, next].map(({ key }) => moves(key))).toEqual([1, 1, 1])
  })
})

test('a host that ends on a full disk ends, says so, and starts again when there is space', { timeout: 5 * minutes }, async () => {
  const entry = newEntry()
  expect(await entry.send()).toMatchObject({ ok: true })
  faults.set({ calls: calls.writes, error: 'ENOSPC' })
  await host.stop()
  faults.clear()
  expect(examine(folder, migrations, [])).toMatchObject({ halfDone: [] })
  expect(moves(entry.key)).toBe(1)
  await startHost()
  desk = await signIn(host.url, 'desk-1')
  expect(await newEntry().send()).toMatchObject({ ok: true })
})

test('every refusal for the disk’s sake says in both languages what happened and what to do', () => {
  const codes: readonly ErrorCode[] = ['storage-failed', 'storage-full', 'storage-read-only', 'storage-stopped', 'storage-damaged']
  for (const code of codes) {
    expect(texts.id.errors[code]).toMatch(/Admin/)
    expect(texts.en.errors[code]).toMatch(/Admin/)
  }
})
