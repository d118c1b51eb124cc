import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashSync } from 'bcryptjs'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkData } from '../src-main/audit/data-check.ts'
import { sealAudit } from '../src-main/audit/seals.ts'
import { verifyAudit } from '../src-main/audit/verify.ts'
import * as auditChain from '../src-main/database/audit-chain.ts'
import { visitor } from '../src-main/core/session.ts'
import { copyToSecondFolder } from '../src-main/data-care/second-folder.ts'
import { readMigrations } from '../src-main/database/migrate.ts'
import { carryOutRestore } from '../src-main/database/restore-plan.ts'
import { stageRestore } from '../src-main/database/restore-staging.ts'
import { createClient } from '../src-renderer/core/client.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { replyOf, startTestHost, type Desk, type TestHost } from './support/host.ts'
import { migrationsFolder } from './support/spine.ts'

const password = 'Gudang#2026'
const migrations = readMigrations(migrationsFolder)
const elsewhere: string[] = []
let host: TestHost
let superadmin: Desk

/** A factory in 2033 whose years 2026 and 2027 were put away. */
beforeEach(async () => {
  host = await startTestHost()
  host.clock.set('2027-03-01T03:00:00.000Z')
  await rename('Pabrik 2027')
  host.clock.set('2033-01-02T03:00:00.000Z')
  const roleId = host.database.prepare("select id from role where name = 'Superadmin'").pluck().get() as string
  const { id: userId } = await host.system.identity.createUserRecord({
    username: 'sari', fullName: 'Sari', roleId, sectionId: null, sectionIds: [], canSeeCost: false, passwordHash: hashSync(password, 4), mustChangePassword: false, language: 'id',
  })
  const { token } = await host.system.identity.startSession({ userId, deskId: 'desk-sari', ip: '127.0.0.1', userAgent: 'test' })
  superadmin = host.desk(host.host.sessions.byToken(token)!)
  await superadmin.audit.archiveYears({})
  host.host.seal()
})
afterEach(async () => {
  await host.stop()
  for (const folder of elsewhere.splice(0)) removeFolder(folder)
})

const rename = async (name: string) => host.system.settings.updateSite({ version: (await host.system.settings.getSite({})).version, name, address: '', phone: '' })
const archives = (folder: string) => (existsSync(join(folder, 'archives')) ? readdirSync(join(folder, 'archives')).sort() : [])
const whole = { structure: [], content: [] }

function emptyFolder(): string {
  const folder = temporaryFolder()
  elsewhere.push(folder)
  return folder
}
function looking<T>(folder: string, look: (sqlite: BetterSqlite.Database) => T): T {
  const sqlite = new BetterSqlite(join(folder, 'lantai.db'), { readonly: true })
  try {
    return look(sqlite)
  } finally {
    sqlite.close()
  }
}
const checked = (folder: string) => looking(folder, sqlite => checkData(sqlite, folder, migrations, auditChain))
async function restoreInto(folder: string, path: string): Promise<void> {
  await stageRestore({ dataFolder: folder, path, migrations, epoch: 'lain', at: host.clock.now(), by: null, present: undefined, replaced: null })
  carryOutRestore(folder)
}

test('AU-2 archived years go along with a backup, once for all of them, and the whole check finds nothing missing', async () => {
  expect(archives(host.folder)).toHaveLength(2)
  const { name } = await superadmin.dataCare.backUp({})
  host.clock.advance(60_000)
  await superadmin.dataCare.backUp({})
  expect(await superadmin.dataCare.verifyBackup({ name })).toMatchObject({ isSound: true, findings: [], missingAttachments: 0 })
  const kept = readdirSync(join(host.folder, 'backups', 'archives'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  expect(kept).toHaveLength(2)
  expect((await superadmin.dataCare.listBackups({})).attachments).toBeGreaterThan(0)
})

test('AU-8 restored into an empty folder, from the first folder, the second or a file that was taken away, the audit is whole with its archives', async () => {
  const { name } = await superadmin.dataCare.backUp({})
  const [second, usb] = [emptyFolder(), emptyFolder()]
  expect(await copyToSecondFolder(host.folder, second, host.clock.now(), host.host.site()!.id)).toBeNull()
  await superadmin.dataCare.copyBackup({ name, folder: usb })
  for (const from of [join(host.folder, 'backups'), second, usb]) {
    const folder = emptyFolder()
    await restoreInto(folder, join(from, name))
    expect(archives(folder)).toEqual(archives(host.folder))
    expect(checked(folder)).toEqual(whole)
    // The host there seals with a key of its own; the archives stay signed by the one they were made with.
    const head = looking(folder, sqlite => sqlite.prepare('select seq, hash from auditEntry order by seq desc limit 1').get()) as { seq: number; hash: string }
    sealAudit({ folder, head, siteId: host.host.site()!.id, now: host.clock.now() })
    expect(checked(folder)).toEqual(whole)
    writeFileSync(join(folder, 'archives', archives(folder)[0]!), 'lain')
    expect(looking(folder, sqlite => verifyAudit(sqlite, folder, auditChain)).findings.map(({ kind }) => kind)).toEqual(['archive-edited', 'archive-damaged'])
  }
})

test('AU-2 a restore brings back the archive that its data names; another one of that name is kept aside', async () => {
  const { name } = await superadmin.dataCare.backUp({})
  const [first, second] = archives(host.folder) as [string, string]
  const path = (file: string) => join(host.folder, 'archives', file)
  const content = readFileSync(path(first))
  cpSync(path(second), path(first))
  rmSync(path(second))
  await superadmin.dataCare.restoreBackup({ name, password, factoryName: 'Pabrik 2027' })
  await host.restart()
  expect(readFileSync(path(first))).toEqual(content)
  expect(checked(host.folder)).toEqual(whole)
  const [kept] = readdirSync(join(host.folder, 'kept'))
  expect(archives(join(host.folder, 'kept', kept!))).toEqual([first])
})

test('AU-2 an archive that is gone is told with the backup and voids none; one that is lost afterwards does', async () => {
  const { name: before } = await superadmin.dataCare.backUp({})
  rmSync(join(host.folder, 'archives', archives(host.folder)[0]!))
  host.clock.advance(60_000)
  // It still lies beside the backups.
  expect(await superadmin.dataCare.backUp({})).toMatchObject({ missingAttachments: 0 })
  rmSync(join(host.folder, 'backups', 'archives'), { recursive: true })
  host.clock.advance(60_000)
  const { name, missingAttachments } = await superadmin.dataCare.backUp({})
  expect(missingAttachments).toBe(1)
  expect((await superadmin.dataCare.verifyBackup({ name })).findings).toEqual([])
  expect((await superadmin.dataCare.verifyBackup({ name: before })).findings.join('\n')).toMatch(/Archive audit-2026.* is not there[\s\S]*archives\/.* is missing or damaged/)
})

test('IO-7 people practise on a copy whose audit is whole, archives and all', { timeout: 300_000 }, async () => {
  await superadmin.dataCare.backUp({})
  const door = createClient(async (name, input) => replyOf(await host.host.dispatch(visitor('desk-1', '127.0.0.1'), name, input)))
  const { token } = await door.training.enter({ username: 'sari', password, deskId: 'desk-1' })
  expect(await superadmin.training.listDrills({})).toMatchObject([{ isSound: true, problem: '' }])
  const { sessions, dispatch, seal } = host.training.current()!
  const trainee: Desk = createClient(async (name, input) => replyOf(await dispatch(sessions.byToken(token)!, name, input)))
  seal()
  expect(await trainee.audit.verifyChain({})).toMatchObject({ findings: [], archivedRows: expect.any(Number) as number })
})
