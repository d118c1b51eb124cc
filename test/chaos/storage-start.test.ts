import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assemble, type Host } from '../../src-main/assemble.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess } from '../support/host-process.ts'
import { hostEntry } from '../support/run-folder.ts'
import { migrationsFolder } from '../support/spine.ts'
import { setUpFactory, signIn, workOf } from './storage-factory.ts'
import { buildShim, calls, openFaults, shimEnvironment, shimObstacle } from './storage-shim.ts'

const minutes = 60_000
let base: string
let folder: string
beforeEach(() => {
  base = temporaryFolder()
  folder = join(base, 'data')
})
afterEach(() => removeFolder(base))

/** Why the host does not open this folder. */
function refusal(at = folder): string {
  try {
    void openHost(at).close()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('The host opened the folder')
}

function openHost(dataFolder: string): Host {
  return assemble({
    dataFolder, log: { error: () => {}, info: () => {} }, worker: hostEntry('worker'), migrations: migrationsFolder,
    tasks: () => ({ tellDemoStory: async () => {}, beginAnew: async () => {} }),
  })
}

/** What the program says then: one line, for a person, without a stack. */
async function printedRefusal(env: NodeJS.ProcessEnv = {}): Promise<string> {
  const ended = await startHostProcess(folder, { env }).then(
    async host => {
      await host.stop()
      throw new Error('The host started')
    },
    (error: Error) => error.message,
  )
  const [, code, text] = /^The host ended \((.+?)\): (.*)$/s.exec(ended) ?? []
  expect(code, ended).toBe('1')
  expect(text!.trim().split('\n'), ended).toHaveLength(1)
  expect(text).not.toMatch(/\bat .*:\d+:\d+|SqliteError|ERR_/)
  return text!
}

describe('the data folder in an odd state', () => {
  test('one that is not there is made, with those above it', async () => {
    folder = join(base, 'some', 'where', 'data')
    await openHost(folder).close()
    expect(existsSync(join(folder, 'lantai.db'))).toBe(true)
  })

  test('a lock file that an ended host left behind locks nobody out, whatever is in it', async () => {
    const host = await startHostProcess(folder)
    await host.stop('SIGKILL')
    expect(existsSync(join(folder, 'host.lock'))).toBe(true)
    await openHost(folder).close()
    writeFileSync(join(folder, 'host.lock'), 'pid 4711\n'.repeat(200))
    const open = openHost(folder)
    expect(refusal()).toMatch(/Another Lantai host is already using/)
    await open.close()
  })

  test('a folder in the place of the lock, of the database, or a link that leads nowhere', () => {
    mkdirSync(join(folder, 'host.lock'), { recursive: true })
    expect(refusal()).toMatch(/host\.lock .* cannot be opened: check that it is a file/)
    rmSync(join(folder, 'host.lock'), { recursive: true })
    mkdirSync(join(folder, 'lantai.db'))
    expect(refusal()).toMatch(/lantai\.db or host\.lock in .* cannot be opened: check that it is a file/)
    rmSync(folder, { recursive: true })
    symlinkSync(join(base, 'gone'), folder)
    expect(refusal()).toMatch(/leads nowhere\. Name a folder for the data/)
  })

  test('a file in its place, or above it', async () => {
    writeFileSync(folder, 'catatan')
    expect(refusal(join(folder, 'data'))).toMatch(/is a file, lies in one, .* Name a folder/)
    expect(await printedRefusal()).toMatch(/is a file, lies in one, .* Name a folder/)
    expect(readFileSync(folder, 'utf8')).toBe('catatan')
  })
})

describe('a disk that takes nothing', () => {
  test('a read-only one, and a full one, are named in one line with what to do', { timeout: 5 * minutes }, async context => {
    const obstacle = shimObstacle()
    if (obstacle !== undefined) context.skip(obstacle)
    await openHost(folder).close()
    const faults = openFaults(join(base, 'faults'))
    const env = shimEnvironment(buildShim(base), folder, { faults })
    faults.set({ calls: calls.writes | calls.opensToWrite | calls.truncates, error: 'EROFS' })
    expect(await printedRefusal(env)).toMatch(/may not write in .*Allow writing there|cannot be opened/)
    faults.set({ calls: calls.writes, error: 'ENOSPC' })
    expect(await printedRefusal(env)).toMatch(/disk of .* is full\. Free some space/)
    faults.close()
    await openHost(folder).close()
  })

  test('a real small disk: what no longer fits is refused, and taken when there is space again; full or read-only, no host starts on it', { timeout: 5 * minutes }, async context => {
    mkdirSync(folder)
    const mount = (...options: string[]) => spawnSync('mount', [...options, folder]).status === 0
    if (process.getuid?.() !== 0 || !mount('-t', 'tmpfs', '-o', 'size=12m', 'tmpfs')) context.skip('only root may mount a small disk, and not everywhere')
    try {
      const host = await startHostProcess(folder)
      const factory = await setUpFactory(host.url)
      const desk = await signIn(host.url, 'desk-1')
      fill()
      const sent: string[] = []
      const send = (key: string) => desk.call({ ...workOf(factory, key, 1), replayKey: key })
      let reply
      do {
        sent.push(`desk-1:${sent.length + 1}`)
        reply = await send(sent.at(-1)!)
      } while (reply.ok && sent.length < 2000)
      expect(reply).toMatchObject({ ok: false, code: 'storage-full' })
      expect(await desk.call({ call: 'warehouse.listMoves', input: { pageSize: 5 } })).toMatchObject({ ok: true })
      rmSync(join(folder, 'filler'))
      expect(await send(sent.at(-1)!)).toMatchObject({ ok: true })
      const listed = (await desk.call({ call: 'warehouse.listMoves', input: { pageSize: 1, total: true } })) as { value: { total: number } }
      expect(listed.value.total).toBe(sent.length + 1)
      desk.close()
      expect(await host.stop()).toBe(0)

      fill()
      expect(refusal()).toMatch(/disk of .* is full\. Free some space/)
      rmSync(join(folder, 'filler'))
      expect(mount('-o', 'remount,ro')).toBe(true)
      expect(refusal()).toMatch(/may not write in .*Allow writing there|cannot be opened/)
      expect(mount('-o', 'remount,rw')).toBe(true)
      await openHost(folder).close()
    } finally {
      spawnSync('umount', [folder])
    }
  })

  /** To the last byte. */
  function fill(): void {
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) appendFileSync(join(folder, 'filler'), Buffer.alloc(size))
      } catch {
        // so much no longer fits
      }
    }
  }
})
