import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { openLogFile } from '../src-main/core/log-file.ts'
import type { Session } from '../src-main/core/session.ts'
import { crashFolder } from '../src-main/database/data-folder.ts'
import { databaseFile } from '../src-main/database/open.ts'
import { writeInThread } from '../src-main/shell/support-bundle.ts'
import { bundleName } from '../src-main/support/bundle.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { hostEntry } from './support/run-folder.ts'

const password = 'Rahasia#Jahit 2026'
const entry = hostEntry('support-bundle')

let host: TestHost
let admin: Session
let desk: Desk
let token: string

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.sessionFor('Admin')
  desk = host.desk(admin)
  const role = host.database.prepare("select id from role where name = 'Warehouse Admin'").pluck().get() as string
  const { id } = await desk.identity.createUser({ username: 'sri.wahyuni', fullName: 'Sri Wahyuni', roleId: role, sectionId: host.section('WH'), sectionIds: [], canSeeCost: false, password, language: 'id' })
  token = (await host.system.identity.startSession({ userId: id, deskId: 'desk-sri', ip: '127.0.0.1', userAgent: 'test' })).token
  const { rows } = await host.system.masters.findUnits({ search: 'Pcs' })
  await desk.masters.createItem({ code: 'KAIN-MERAH-01', name: 'Kain katun merah muda', kind: 'RAW_MATERIAL', unitId: rows[0]!.id, unitCost: '123456.5', notes: 'dari Toko Sejahtera' })
  await desk.settings.changeSetting({ key: 'identity.lockMinutes', value: 42 })
  await host.host.dispatch(await host.sessionFor('Viewer'), 'identity.listUsers', {})
  await host.host.dispatch(await host.sessionFor('Viewer'), 'settings.changeSetting', { key: 'identity.lockMinutes', value: 1 })

  const log = openLogFile(host.folder, 'host')
  log.error('imports.stageImport', new Error(`Row 7: "Kain katun merah muda" with token ${token} and {"password":"${password}"}`))
  mkdirSync(join(crashFolder(host.folder), 'pending'), { recursive: true })
  writeFileSync(join(crashFolder(host.folder), 'pending', '7f1c.dmp'), 'MDMP')
  writeFileSync(join(host.folder, 'Gaji Sri Wahyuni.xlsx'), 'x')
})
afterAll(() => host.stop())

async function readZip(path: string): Promise<Map<string, string>> {
  const zip = await openPromise(path, { autoClose: false })
  const entries = new Map<string, string>()
  for await (const one of zip.eachEntry()) entries.set(one.fileName, await text(await zip.openReadStreamPromise(one)))
  zip.close()
  return entries
}

async function exported(): Promise<{ entries: Map<string, string>; name: string; size: number }> {
  const { ticket, name, size } = await desk.support.exportBundle({})
  return { entries: await readZip(host.host.files.redeem(ticket).path), name, size }
}

/** Words of the program's own that tables hold too: names of tables, procedures, screens, kinds and states. */
const ownColumns = /^(kind|status|severity|action|module|procedure|entity|audience|role|permission|sections|detail|language|timeZone|currency|after|before|target|mode|format|report|priority|deskId|ip|userAgent|documentEntity)$/
const ownTables = ['setting', 'answer', 'replay', 'menuItem', 'roleMenu']

/** Every text that any row holds, except such words. */
function textsIn(database: Database): string[] {
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
  const found = tables.filter(table => !ownTables.includes(table)).flatMap(table => {
    const rows = database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]
    return rows.flatMap(row => Object.entries(row).filter(([column]) => !ownColumns.test(column)).map(([, value]) => value))
  })
  // Instants and whole numbers stand in any file; a word shorter than this may do so by chance.
  const isTelling = (value: unknown): value is string => typeof value === 'string' && value.length >= 4 && !/^\d{4}-\d\d-\d\d/.test(value) && !/^\d+$/.test(value)
  return [...new Set(found.filter(isTelling))]
}

/** A host that starts while the machine is busy takes its time. */
const patience = { timeout: 300_000 }

describe('the support bundle', patience, () => {
  test('holds logs, dumps, versions, sizes and counts', async () => {
    const { entries, name, size } = await exported()
    expect(name).toBe('lantai-support_20261120-030000.zip')
    expect(size).toBeGreaterThan(1_000)
    expect([...entries.keys()].sort()).toEqual(['README.txt', 'crash-dumps.json', 'crash-dumps/7f1c.dmp', 'data-folder.json', 'database.json', 'logs/host.log', 'machine.json'])

    expect(JSON.parse(entries.get('machine.json')!)).toMatchObject({
      product: { name: 'Lantai' }, versions: { node: process.versions.node }, system: { platform: process.platform }, memory: { total: expect.any(Number) as number },
      diskOfData: { total: expect.any(Number) as number, free: expect.any(Number) as number },
    })
    const database = JSON.parse(entries.get('database.json')!) as { rows: Record<string, number>; refusals: object[] }
    expect(database).toMatchObject({
      pragmas: { user_version: host.database.pragma('user_version', { simple: true }), page_count: expect.any(Number) as number, freelist_count: expect.any(Number) as number, journal_mode: 'wal' },
      quickCheck: ['ok'], settings: { 'identity.lockMinutes': 42 },
    })
    expect(database.rows).toMatchObject({ item: 1, section: 6 })
    expect(database.rows.user).toBe(host.database.prepare('select count(*) from user').pluck().get())
    expect(database.refusals).toContainEqual({ what: 'FORBIDDEN identity.listUsers', count: 1, latest: expect.any(String) as string })
    expect(JSON.parse(entries.get('crash-dumps.json')!)).toEqual([{ name: '7f1c.dmp', size: 4, at: expect.any(String) as string }])
    const folder = JSON.parse(entries.get('data-folder.json')!) as { files: { name: string }[]; folders: { name: string; files: number; bytes: number }[] }
    expect(folder.files.map(file => file.name)).toEqual(expect.arrayContaining(['lantai.db', 'logs/host.log']))
    expect(folder.folders).toContainEqual({ name: 'other', files: 1, bytes: 1 })
  })

  test('says in both languages what is in it, and that dumps may hold pieces of memory', async () => {
    const readme = (await exported()).entries.get('README.txt')!
    expect(readme).toContain('PAKET DUKUNGAN LANTAI')
    expect(readme).toContain('LANTAI SUPPORT BUNDLE')
    expect(readme).toContain('Yang tidak ada di dalamnya: isi database')
    expect(readme).toContain('Not in it: what the database holds')
    expect(readme).toContain('Pieces of text then on a screen may be left in them')
  })

  test('holds no text of any row, no password, no token, no folder of a person', async () => {
    const { entries } = await exported()
    const all = [...entries].map(([name, content]) => `${name}\n${content}`).join('\n')
    const secrets = textsIn(host.database)
    expect(secrets).toEqual(expect.arrayContaining(['Sri Wahyuni', 'sri.wahyuni', 'KAIN-MERAH-01', 'Kain katun merah muda', 'dari Toko Sejahtera', 'Pabrik Uji']))
    expect(secrets.filter(secret => secret.startsWith('$2')).length, 'password hashes looked for').toBeGreaterThan(0)
    // A unit that names of records hold (attendanceSheet), a setting's key, words of the program's own, and words that describe any computer.
    expect(secrets.filter(secret => all.includes(secret)).sort()).toEqual(['Sheet', 'identity.lockMinutes', 'login', 'system', 'version'])
    for (const secret of [password, token, host.folder, homedir(), 'Gaji', '123456']) expect(all).not.toContain(secret)
    expect(all).toContain('imports.stageImport: Error: Row 7: "«…»" with token «…»')
  })

  test('is for those who run the host, and who took one is in the audit', async () => {
    const rights = await Promise.all(['Manager', 'Superadmin', 'Director', 'Warehouse Admin', 'Viewer'].map(async role => {
      const answer = await host.host.dispatch(await host.sessionFor(role), 'support.exportBundle', {})
      return [role, answer.ok]
    }))
    expect(rights).toEqual([['Manager', true], ['Superadmin', true], ['Director', false], ['Warehouse Admin', false], ['Viewer', false]])
    const { name, size } = await exported()
    const last = host.database.prepare("select action, procedure, userName, entity, after from auditEntry where entity = 'supportBundle' order by seq desc limit 1").get() as { after: string }
    expect(last).toMatchObject({ action: 'EXPORT', procedure: 'support.recordBundle', userName: admin.username })
    expect(JSON.parse(last.after)).toMatchObject({ fileName: name, size })
    const answer = await host.host.dispatch(admin, 'support.recordBundle', { fileName: 'x.zip', size: 1 })
    expect(answer).toMatchObject({ ok: false, code: 'not-found' })
    expect(host.faults).toEqual([])
  })

  test('repeats no name that a desk made up', async () => {
    await host.host.dispatch(await host.sessionFor('Viewer'), 'identity.listUsers', {})
    const { entries } = await exported()
    const { refusals } = JSON.parse(entries.get('database.json')!) as { refusals: { what: string }[] }
    for (const { what } of refusals) expect(what).toMatch(/^[A-Z_]+ (-|[a-zA-Z]+\.[a-zA-Z]+)$/)
  })
})

describe('without a host', patience, () => {
  let folder: string
  beforeAll(() => {
    folder = temporaryFolder()
    host.database.exec(`vacuum into '${join(folder, databaseFile)}'`)
  })
  afterAll(() => removeFolder(folder))

  const inThread = (target: string) => writeInThread(entry, folder, target)

  test('the command line writes one', async () => {
    const target = join(folder, 'out.zip')
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(entry), '--data', folder, '--to', target])
    expect(stdout).toBe(`Support bundle written to ${target}\n`)
    expect((await readZip(target)).get('README.txt')).not.toContain('crash-dumps/')
  })

  test('the desktop’s thread writes one, also of a database that is damaged', async () => {
    const [whole, target] = [join(folder, 'whole.db'), join(folder, 'damaged.zip')]
    copyFileSync(join(folder, databaseFile), whole)
    truncateSync(join(folder, databaseFile), 40_960)
    await inThread(target)
    const database = (await readZip(target)).get('database.json')!
    expect(database).toMatch(/SQLITE_CORRUPT|malformed|out of range|invalid page/i)
    copyFileSync(whole, join(folder, databaseFile))
  })

  test('the desktop’s thread writes one where there is no database at all, or none that can be read', async () => {
    for (const content of [undefined, 'this is not a database, whatever its name says. '.repeat(100)]) {
      const path = join(folder, databaseFile)
      removeFolder(path)
      if (content !== undefined) writeFileSync(path, content)
      const target = join(folder, 'none.zip')
      await inThread(target)
      expect(JSON.parse((await readZip(target)).get('database.json')!)).toEqual({ problem: expect.any(String) as string })
    }
  })

  test('where it cannot be written, the reason is told and nothing stays', async () => {
    const target = join(folder, 'missing', 'out.zip')
    await expect(inThread(target)).rejects.toThrow(/ENOENT/)
    expect(existsSync(target)).toBe(false)
    expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
    const failed = await promisify(execFile)(process.execPath, [fileURLToPath(entry)]).catch((error: { stderr: string; code: number }) => error)
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('--data is missing') as string })
  })

  test('its name tells the time', () => expect(bundleName('2026-11-20T03:04:05.678Z')).toBe('lantai-support_20261120-030405.zip'))
})

test('a bundle reads a log as it lies there', () => expect(readFileSync(join(host.folder, 'logs', 'host.log'), 'utf8')).not.toContain(password))
