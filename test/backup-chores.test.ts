import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBackupChores, type BackupChores } from '../src-main/backup-chores.ts'
import { keepCopy } from '../src-main/database/copies.ts'
import { listBackups } from '../src-main/database/backup-catalog.ts'
import BetterSqlite from 'better-sqlite3'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { startTestHost, type TestHost } from './support/host.ts'

let host: TestHost
let chores: BackupChores
let faults: unknown[]
const backups = () => listBackups(join(host.folder, 'backups'))
const notices = () => host.database.prepare('select kind from notification order by createdAt, id').pluck().all()

beforeEach(async () => {
  host = await startTestHost()
  await host.sessionFor('Admin')
  faults = []
  chores = createBackupChores(host.host, () => host.clock.now(), { dataFolder: host.folder, log: { error: (_where, error) => void faults.push(error), info: () => {} }, checkData: async () => {} })
})
afterEach(async () => {
  chores.stop()
  await host.stop()
})

test('IO-5 the first at once, then every quarter of an hour if something changed, and daily at 03:00 with the whole check', async () => {
  await chores.backUpIfDue()
  expect(backups().map(({ kind }) => kind)).toEqual(['scheduled'])
  host.clock.advance(60_000)
  await chores.backUpIfDue()
  expect(backups()[0]).toMatchObject({ kind: 'daily', findings: [], isSound: true, fullAt: host.clock.now() })
  host.clock.advance(20 * 60_000)
  await chores.backUpIfDue()
  expect(backups().map(({ kind }) => kind)).toEqual(['daily'])
  await host.system.masters.createUnit({ code: 'LSN', name: 'Lusin', places: 0 })
  await chores.backUpIfDue()
  expect(backups().map(({ kind }) => kind)).toEqual(['scheduled', 'daily'])
  // 03:00 in Jakarta.
  host.clock.set('2026-11-20T20:00:30.000Z')
  await chores.backUpIfDue()
  expect(backups()[0]).toMatchObject({ kind: 'daily', isSound: true })
  expect([faults, notices()]).toEqual([[], []])
})

test('IO-5 a daily backup that is found unsound is the one of its day: it is told, and not made again at every turn', async () => {
  await chores.backUpIfDue()
  const writer = new BetterSqlite(join(host.folder, 'lantai.db'))
  writer.exec('drop trigger auditEntryKept')
  writer.prepare("update auditEntry set userName = 'orang lain' where seq = 3").run()
  writer.close()
  for (let minute = 0; minute < 5; minute += 1) {
    host.clock.advance(60_000)
    await chores.backUpIfDue()
  }
  expect(backups().map(({ kind, isSound }) => [kind, isSound])).toEqual([['daily', false], ['scheduled', true]])
  expect(notices()).toEqual(['BACKUP_DAMAGED'])
  host.clock.set('2026-11-20T20:00:30.000Z')
  await chores.backUpIfDue()
  expect(backups()[0]).toMatchObject({ kind: 'daily', at: host.clock.now() })
})

test('IO-5 none goes before the daily one is wholly checked, so that one which is found unsound took no good one’s place', async () => {
  await host.system.settings.changeSetting({ key: 'dataCare.quarterHours', value: 4 })
  for (let turn = 0; turn < 5; turn += 1) {
    await host.system.masters.createUnit({ code: `U${turn}`, name: 'Lusin', places: 0 })
    await host.system.dataCare.backUpAs({ kind: 'scheduled' })
    host.clock.advance(15 * 60_000)
  }
  expect(backups()).toHaveLength(4)
  const good = backups().map(({ name }) => name)
  const writer = new BetterSqlite(join(host.folder, 'lantai.db'))
  writer.exec('drop trigger auditEntryKept')
  writer.prepare("update auditEntry set userName = 'orang lain' where seq = 3").run()
  writer.close()
  await chores.backUpIfDue()
  expect(backups().map(({ kind, isSound }) => [kind, isSound])).toEqual([['daily', false], ...good.map(() => ['scheduled', true])])
  expect(backups().map(({ name }) => name)).toEqual(expect.arrayContaining(good))
})

test('IO-5 a daily one whose whole check was cut off is checked at the next turn', async () => {
  await chores.backUpIfDue()
  host.clock.advance(60_000)
  await host.system.dataCare.backUpAs({ kind: 'daily' })
  expect(backups()[0]).toMatchObject({ kind: 'daily', fullAt: null })
  await chores.backUpIfDue()
  expect(backups()[0]).toMatchObject({ kind: 'daily', fullAt: host.clock.now(), isSound: true })
  expect([faults, notices()]).toEqual([[], []])
})

test('IO-5 a backup that cannot be made is a critical notice, told once; it is tried again after a quarter of an hour', async () => {
  // A folder in the place of a file.
  mkdirSync(join(host.folder, 'backups', 'backups.lock'), { recursive: true })
  await chores.backUpIfDue().catch(() => {})
  expect(faults).toHaveLength(1)
  expect(notices()).toEqual(['BACKUP_FAILED'])
  await chores.backUpIfDue().catch(() => {})
  expect(faults).toHaveLength(1)
  host.clock.advance(16 * 60_000)
  await chores.backUpIfDue().catch(() => {})
  expect([faults.length, notices().length]).toEqual([2, 1])
})

test('IO-5 none for a day is a critical notice; a second folder that is away is a warning', async () => {
  await chores.backUpIfDue()
  await host.system.settings.changeSetting({ key: 'dataCare.secondFolder', value: join(host.folder, 'none') })
  await chores.copyBeside()
  expect(notices()).toEqual(['BACKUP_SECOND_FAILED'])
})

test('IO-5 when an import is begun, what there is now is kept, once', async () => {
  const published = (seq: number) => host.host.events.publish([{ seq, entity: 'importBatch', id: 'batch-1', scope: {} }])
  published(1)
  await expect.poll(() => backups().map(({ kind }) => kind), { timeout: 45_000 }).toEqual(['before-import'])
  host.clock.advance(60_000)
  published(2)
  await chores.backUpIfDue()
  expect(backups().filter(({ kind }) => kind === 'before-import')).toHaveLength(1)
})

test('a bare copy from before a migration is packed and is a backup like any other', async () => {
  const sqlite = new BetterSqlite(join(host.folder, 'lantai.db'))
  keepCopy(sqlite, host.folder, 'before-migration-from-110')
  sqlite.close()
  await chores.backUpIfDue()
  expect(backups().map(({ kind }) => kind).sort()).toEqual(['before-migration', 'scheduled'])
  expect(readdirSync(join(host.folder, 'backups')).filter(name => name.endsWith('.db'))).toEqual([])
})

test('killed while it makes a backup, a process leaves none that is half; the next one is whole', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder()
  try {
    const sqlite = new BetterSqlite(join(folder, 'lantai.db'))
    sqlite.exec('pragma journal_mode = wal; create table site (id text, name text, timeZone text); create table auditEntry (seq integer, hash text); create table event (seq integer)')
    const insert = sqlite.prepare('insert into auditEntry values (?, ?)')
    sqlite.transaction(() => {
      for (let seq = 1; seq <= 150_000; seq += 1) insert.run(seq, Math.random().toString(36).repeat(8))
    })()
    sqlite.close()
    mkdirSync(join(folder, 'backups'))
    const order = JSON.stringify({ dataFolder: folder, kind: 'manual', now: '2026-11-20T03:00:00.000Z', version: '1' })
    const script = `import { makeBackup } from ${JSON.stringify(new URL('../src-main/database/backup-making.ts', import.meta.url).href)}
      await makeBackup({ ...${order}, onProgress: stage => process.stdout.write(stage + '\\n') })`
    for (const stage of ['copying', 'compressing', 'rereading']) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
      child.stdout.on('data', (data: Buffer) => data.toString().includes(stage) && child.kill('SIGKILL'))
      await once(child, 'exit')
      expect(listBackups(join(folder, 'backups'))).toEqual([])
    }
    const { makeBackup } = await import('../src-main/database/backup-making.ts')
    expect(await makeBackup({ dataFolder: folder, kind: 'manual', now: '2026-11-20T03:00:00.000Z', version: '1' })).toMatchObject({ isSound: true })
    expect(readdirSync(join(folder, 'backups')).filter(name => name.includes('.part'))).toEqual([])
  } finally {
    removeFolder(folder)
  }
})
