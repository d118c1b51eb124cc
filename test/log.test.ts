import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openLogFile } from '../src-main/core/log-file.ts'
import { everyLog, type Log } from '../src-main/core/log.ts'
import { redact } from '../src-main/core/redact.ts'
import { crashFolder, logFolder } from '../src-main/database/data-folder.ts'
import { databaseFile } from '../src-main/database/open.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { post, startHostProcess } from './support/host-process.ts'
import { startTestHost } from './support/host.ts'

let folder: string
beforeEach(() => (folder = temporaryFolder()))
afterEach(() => removeFolder(folder))
const read = (name: string) => readFileSync(join(logFolder(folder), name), 'utf8')

describe('the log file', () => {
  test('has an entry a line, with its time in UTC, and the stack below it', () => {
    const log = openLogFile(folder, 'host')
    log.info('Lantai serves at http://127.0.0.1:4310')
    log.error('broadcast', new TypeError('event.rows is not iterable'))
    const [first = '', second = '', third = ''] = read('host.log').split('\n')
    expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info Lantai serves at http:\/\/127\.0\.0\.1:4310$/)
    expect(second).toMatch(/Z error broadcast: TypeError: event\.rows is not iterable$/)
    expect(third).toMatch(/^ {4}at /)
  })

  test('lets no text pass itself off as an entry of its own', () => {
    openLogFile(folder, 'host').info('one\n2026-11-20T03:00:00.000Z info forged')
    expect(read('host.log').split('\n')[1]).toBe('    2026-11-20T03:00:00.000Z info forged')
  })

  test('begins anew when it is full, and keeps the four before it', () => {
    const log = openLogFile(folder, 'host', 2_000)
    for (let at = 0; at < 200; at += 1) log.info(`entry ${at} ${'x '.repeat(40)}`)
    const files = readdirSync(logFolder(folder)).sort()
    expect(files).toEqual(['host.1.log', 'host.2.log', 'host.3.log', 'host.4.log', 'host.log'])
    for (const name of files) expect(statSync(join(logFolder(folder), name)).size).toBeLessThan(2_300)
    const entries = ['host.4.log', 'host.3.log', 'host.2.log', 'host.1.log', 'host.log'].flatMap(name => [...read(name).matchAll(/ entry (\d+) /g)].map(([, at]) => Number(at)))
    expect(entries.at(-1)).toBe(199)
    expect(entries).toEqual(entries.map((_, at) => entries[0]! + at))
  })

  test('goes on where an earlier run stopped', () => {
    openLogFile(folder, 'host').info('first run')
    openLogFile(folder, 'host').info('second run')
    expect(read('host.log').trim().split('\n')).toHaveLength(2)
  })

  test('is kept apart from the desktop’s', () => {
    openLogFile(folder, 'desktop').info('window lost')
    expect(readdirSync(logFolder(folder))).toEqual(['desktop.log'])
    expect(crashFolder(folder)).toBe(join(folder, 'logs', 'crashes'))
  })

  test('does not stop the host where it cannot be written', () => {
    const log = openLogFile(join(folder, 'missing\0name'), 'host')
    expect(() => log.info('lost')).not.toThrow()
  })
})

describe('what a log must not keep', () => {
  const token = 'q3Zr0Vd8uJw1nHc5tYb7xLk2mPs9aEf4gRi6oTzQvWe'
  test.each([
    ['a password by its name', 'login failed for {"username":"sari","password":"Jahit 2026!"}', 'Jahit 2026!'],
    ['a password in a form', 'body password=rahasia&x=1', 'rahasia'],
    ['a PIN', 'pin: 4711', '4711'],
    ['a token by its shape', `no session for ${token}`, token],
    ['a token in a header', `authorization: Bearer ${token}.abc`, token],
    ['a password’s hash', 'row $2b$12$abcdefghijklmnopqrstuuK1Vh0mQ0y1eX1Zb1c1d1e1f1g1h1i1j', '$2b$12$'],
    ['a token’s hash', 'tokenHash 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', '9f86d081'],
    ['what was typed, in a quotation', 'Unexpected token in "Kain katun merah 40 yard" at 3', 'Kain katun'],
    ['what was typed, shortened by the engine', `Unexpected token 'K', "Kain katun"... is not valid JSON`, 'Kain katun'],
    ['a number that was typed', `invalid value '1.234,56'`, '1.234,56'],
  ])('%s', (_, text, secret) => {
    expect(redact(text)).not.toContain(secret)
    expect(redact(text)).toContain('«…»')
  })

  test.each([
    'SqliteError: UNIQUE constraint failed: user.username',
    `ENOENT: no such file or directory, open '/var/lib/lantai/lantai.db'`,
    `EBUSY: resource busy or locked, rename 'C:\\ProgramData\\Lantai data\\lantai.db'`,
    `TypeError: Cannot read properties of undefined (reading 'sectionId')`,
    '    at Object.runJob (file:///opt/lantai/resources/app.asar/dist-main/worker.js:62:11)',
    'kanbanCard 0196a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b is not there',
    'seal the audit: Error: Pragma synchronous is 1, not 2',
    'Mapping: the column is gone',
  ])('but leaves alone: %s', text => expect(redact(text)).toBe(text))
})

test('a text without end is cut, and costs little', () => {
  const log = openLogFile(folder, 'host')
  const before = performance.now()
  for (const text of ['"a" '.repeat(500_000), 'a'.repeat(2_000_000), `${'x '.repeat(9_000)}password: geheim`, 'password'.repeat(200_000)]) log.info(text)
  expect(performance.now() - before).toBeLessThan(5_000)
  const entries = read('host.log').trim().split('\n')
  expect(entries).toHaveLength(4)
  for (const entry of entries) expect(entry.length).toBeLessThan(16_100)
})

test('every log hears everything', () => {
  const heard: string[] = []
  const listener = (name: string): Log => ({ error: (where, error) => heard.push(`${name} ${where} ${String(error)}`), info: text => heard.push(`${name} ${text}`) })
  const log = everyLog(listener('a'), listener('b'))
  log.info('up')
  log.error('there', 'broken')
  expect(heard).toEqual(['a up', 'b up', 'a there broken', 'b there broken'])
})

/** A host that starts while the machine is busy takes its time. */
describe('the host', { timeout: 300_000 }, () => {
  test('logs its start and its end beside the database, and prints what it always printed', async () => {
    const host = await startHostProcess(folder)
    await post(host.url, 'identity.login', { username: 'nobody', password: 'Salah#2026 sekali', deskId: 'd1' })
    await host.stop()
    expect(read('host.log').trim().split('\n').map(line => line.slice(25))).toEqual([expect.stringMatching(/^info Lantai \S+ serves at http:\/\/127\.0\.0\.1:\d+$/), 'info Stopped'])
    expect(host.output()).toMatch(/^Lantai host ready at \S+\n$/)
  })

  test('logs why it could not start', async () => {
    const first = await startHostProcess(folder)
    await expect(startHostProcess(folder)).rejects.toThrow('Another Lantai host is already using')
    await first.stop()
    expect(read('host.log')).toContain('error server: FolderInUseError: Another Lantai host is already using')
  })

  test('hears of the faults of its workers', async () => {
    const host = await startTestHost()
    try {
      const session = await host.sessionFor('Admin')
      const outside = new BetterSqlite(join(host.folder, databaseFile))
      outside.prepare("update site set timeZone = 'Nowhere/Here'").run()
      outside.close()
      const answer = await host.host.dispatch(session, 'imports.exportList', { target: 'units', format: 'csv' })
      expect(answer).toEqual({ ok: false, code: 'unexpected', params: {} })
      expect(host.faults).toEqual([expect.stringMatching(/^imports\.exportList: RangeError: Invalid time zone[^]*worker\.js:\d+/)])
    } finally {
      await host.stop()
    }
  })

  test('logs what ends it', async () => {
    const thrower = join(folder, 'thrower.mjs')
    writeFileSync(thrower, `
      import { workerData } from 'node:worker_threads'
      import { existsSync } from 'node:fs'
      if (workerData?.dataFolder) setInterval(() => { if (existsSync(${JSON.stringify(join(folder, 'now'))})) throw new Error('broken on purpose') }, 100)
    `)
    const host = await startHostProcess(folder, { nodeArgs: [`--import=${pathToFileURL(thrower).href}`] })
    writeFileSync(join(folder, 'now'), '')
    await vi.waitFor(() => expect(host.output()).toContain('The host stopped: Error: broken on purpose'), { timeout: 60_000 })
    await host.stop()
    expect(read('host.log')).toMatch(/ error uncaughtException: Error: broken on purpose\n {4}at /)
  })
})
