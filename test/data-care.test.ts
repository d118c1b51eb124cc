import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { hashSync } from 'bcryptjs'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../shared/core/ids.ts'
import { checkData } from '../src-main/audit/data-check.ts'
import * as auditChain from '../src-main/database/audit-chain.ts'
import type { Session } from '../src-main/core/session.ts'
import { claimBackups, listBackups, newestBackup } from '../src-main/database/backup-catalog.ts'
import { makeBackup } from '../src-main/database/backup-making.ts'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { copyToSecondFolder, readSecondFolder } from '../src-main/data-care/second-folder.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { migrationsFolder } from './support/spine.ts'

const password = 'Gudang#2026'
const passwordHash = hashSync(password, 4)
let host: TestHost
let session: Session
let token: string
let superadmin: Desk
let itemId: string
const backups = () => listBackups(join(host.folder, 'backups'))
const siteId = () => host.host.site()!.id
const migrations = readMigrations(migrationsFolder)

beforeEach(async () => {
  host = await startTestHost()
  const roleId = host.database.prepare("select id from role where name = 'Superadmin'").pluck().get() as string
  const { id: userId } = await host.system.identity.createUserRecord({
    username: 'sari', fullName: 'Sari', roleId, sectionId: null, sectionIds: [], canSeeCost: false, passwordHash, mustChangePassword: false, language: 'id',
  })
  ;({ token } = await host.system.identity.startSession({ userId, deskId: 'desk-sari', ip: '127.0.0.1', userAgent: 'test' }))
  session = host.host.sessions.byToken(token)!
  superadmin = host.desk(session)
  const unitId = host.database.prepare('select id from unit limit 1').pluck().get() as string
  itemId = (await superadmin.masters.createItem({ code: 'KNC-1', name: 'Kancing', kind: 'AUXILIARY', unitId })).id
})
afterEach(() => host.stop())

describe('backups', () => {
  test('IO-5 a backup holds everything, is checked, and is told to every desk', async () => {
    expect(host.host.condition.now().backup).toBeNull()
    const made = await superadmin.dataCare.backUp({})
    expect(made).toMatchObject({ kind: 'manual', isSound: true, fullAt: null, findings: [] })
    expect(host.host.condition.now()).toMatchObject({ backup: { state: 'good', at: host.clock.now(), uncoveredSince: null }, backups: 1 })
    expect(readdirSync(join(host.folder, 'backups')).sort()).toEqual(['backups.lock', made.name, `${made.name}.json`])
    const verified = await superadmin.dataCare.verifyBackup({ name: made.name })
    expect(verified).toMatchObject({ isSound: true, fullAt: host.clock.now(), findings: [] })
    const listed = await superadmin.dataCare.listBackups({})
    expect(listed).toMatchObject({ backups: [{ name: made.name, fullAt: host.clock.now() }], second: null, attachments: 0 })
    expect(listed.used).toBe(made.size)
    expect(host.faults).toEqual([])
  })

  test('IO-5 entries after the newest backup are told; red after two hours', async () => {
    await superadmin.dataCare.backUp({})
    host.clock.advance(60_000)
    const entered = host.clock.now()
    await superadmin.masters.createUnit({ code: 'LSN', name: 'Lusin', places: 0 })
    host.host.lookAtBackups()
    expect(host.host.condition.now().backup).toMatchObject({ state: 'good', uncoveredSince: entered })
    host.clock.advance(2 * 3_600_000 + 1)
    host.host.lookAtBackups()
    expect(host.host.condition.now().backup).toMatchObject({ state: 'late', uncoveredSince: entered })
  })

  test('attached files go along, new ones only; one that is gone is told and voids nothing', async () => {
    const attach = async (content: string) => {
      const { ticket } = await host.host.files.receive(session, `${content}.txt`, 'text/plain', Readable.from([Buffer.from(content)]))
      await superadmin.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket })
      return createHash('sha256').update(content).digest('hex')
    }
    const first = await attach('satu')
    const place = (folder: string, sha256: string) => join(host.folder, folder, sha256.slice(0, 2), sha256.slice(2))
    await superadmin.dataCare.backUp({})
    const { ino } = statSync(place('backups/attachments', first))
    const second = await attach('dua')
    rmSync(place('attachments', second))
    host.clock.advance(1000)
    const made = await superadmin.dataCare.backUp({})
    expect(made).toMatchObject({ missingAttachments: 1, isSound: true })
    expect(statSync(place('backups/attachments', first)).ino).toBe(ino)
    expect(readFileSync(place('backups/attachments', first), 'utf8')).toBe('satu')
    // What is no longer what its name says is put there anew from the factory's own, at once or by the whole check.
    writeFileSync(place('backups/attachments', first), 'terpotong')
    host.clock.advance(1000)
    await superadmin.dataCare.backUp({})
    expect(readFileSync(place('backups/attachments', first), 'utf8')).toBe('satu')
    writeFileSync(place('backups/attachments', first), 'lain')
    expect((await superadmin.dataCare.verifyBackup({ name: made.name })).findings).toEqual([])
    expect(readFileSync(place('backups/attachments', first), 'utf8')).toBe('satu')
    for (const folder of ['attachments', 'backups/attachments']) writeFileSync(place(folder, first), 'lain')
    expect((await superadmin.dataCare.verifyBackup({ name: made.name })).findings).toEqual([expect.stringContaining('missing or damaged')])
  })

  test('what is half made counts for nothing and is thrown away by the next one', async () => {
    const folder = join(host.folder, 'backups')
    mkdirSync(folder)
    for (const name of ['copy.part.db', 'lantai-20261119-030000-daily.zip.part', 'lantai-20261119-030000-daily.zip.json']) writeFileSync(join(folder, name), '{}')
    expect(backups()).toEqual([])
    const { name } = await superadmin.dataCare.backUp({})
    expect(readdirSync(folder).sort()).toEqual(['backups.lock', name, `${name}.json`])
  })

  test('a backup that is cancelled leaves nothing', async () => {
    const abort = new AbortController()
    const answer = host.host.dispatch(session, 'dataCare.backUp', {}, { signal: abort.signal, onProgress: () => abort.abort() })
    expect(await answer).toMatchObject({ ok: false, code: 'cancelled' })
    expect(backups()).toEqual([])
    expect((await superadmin.dataCare.backUp({})).isSound).toBe(true)
  })

  test('while another one is made, what the program asks for is refused, and what a person asks for waits', async () => {
    mkdirSync(join(host.folder, 'backups'))
    const release = claimBackups(join(host.folder, 'backups'))!
    await expect(host.system.dataCare.backUpAs({ kind: 'scheduled' })).rejects.toMatchObject({ code: 'backup-running' })
    const asked = superadmin.dataCare.backUp({})
    setTimeout(release, 700)
    expect((await asked).isSound).toBe(true)
  })

  test('damaged or cut off afterwards, it is no backup to go back to, and the one before is', async () => {
    const first = await superadmin.dataCare.backUp({})
    host.clock.advance(60_000)
    const second = await superadmin.dataCare.backUp({})
    host.clock.advance(60_000)
    const third = await superadmin.dataCare.backUp({})
    const path = (name: string) => join(host.folder, 'backups', name)
    truncateSync(path(third.name), third.size - 10)
    const bytes = readFileSync(path(second.name))
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    writeFileSync(path(second.name), bytes)
    expect(newestBackup(host.folder)?.name).toBe(second.name)
    expect((await superadmin.dataCare.verifyBackup({ name: second.name })).isSound).toBe(false)
    expect(newestBackup(host.folder)?.name).toBe(first.name)
    await expect(superadmin.dataCare.inspectRestore({ name: second.name })).rejects.toMatchObject({ code: expect.stringMatching(/backup-(damaged|failed)/) as string })
  })

  test('AU-8 a copy whose audit was edited is found by the whole check', async () => {
    const writer = new BetterSqlite(join(host.folder, 'lantai.db'))
    writer.exec('drop trigger auditEntryKept')
    writer.prepare("update auditEntry set userName = 'orang lain' where seq = 3").run()
    writer.close()
    const { name } = await superadmin.dataCare.backUp({})
    const { findings, isSound } = await superadmin.dataCare.verifyBackup({ name })
    expect(isSound).toBe(false)
    expect(findings.join('\n')).toMatch(/auditEntryKept[\s\S]*3/)
  })

  test('the second folder gets the same; where it is missing or full that is told, and nothing is held up', async () => {
    const folder = temporaryFolder()
    try {
      const made = await superadmin.dataCare.backUp({})
      expect(await copyToSecondFolder(host.folder, folder, host.clock.now(), siteId())).toBeNull()
      expect(readdirSync(folder).sort()).toEqual([made.name, `${made.name}.json`])
      await superadmin.settings.changeSetting({ key: 'dataCare.secondFolder', value: folder })
      expect(await superadmin.dataCare.listBackups({})).toMatchObject({ backups: [{ isInSecondFolder: true }], second: { folder, problem: null } })
      expect(listBackups(folder)).toMatchObject([{ name: made.name, isSound: true }])

      expect(await copyToSecondFolder(host.folder, join(folder, 'gone'), host.clock.now(), siteId())).toBe('unreachable')
      expect(existsSync(join(folder, 'gone'))).toBe(false)
      expect(await copyToSecondFolder(host.folder, join(host.folder, 'backups'), host.clock.now(), siteId())).toBe('unreachable')
      expect(readSecondFolder(host.folder)).toMatchObject({ problem: 'unreachable', names: [] })
      expect((await superadmin.dataCare.backUp({})).isSound).toBe(true)
    } finally {
      removeFolder(folder)
    }
  })

  test('in the second folder a copy that was cut off, written over or has lost bits is made anew; what is damaged in the first does not take its place', async () => {
    const folder = temporaryFolder()
    try {
      const { name, at } = await superadmin.dataCare.backUp({})
      const [from, to] = [join(host.folder, 'backups', name), join(folder, name)]
      const copy = () => copyToSecondFolder(host.folder, folder, host.clock.now(), siteId())
      const whole = readFileSync(from)
      const flipped = Buffer.from(whole)
      flipped[Math.floor(whole.length / 2)]! ^= 1
      const spoil = (content: Buffer, modified?: Date) => {
        writeFileSync(to, content)
        if (modified) utimesSync(to, modified, modified)
      }
      await copy()
      spoil(whole.subarray(0, 1000))
      expect(await copy()).toBeNull()
      expect(readFileSync(to)).toEqual(whole)

      spoil(flipped, new Date('2026-01-01'))
      await copy()
      expect(readFileSync(to)).toEqual(whole)

      // Nobody wrote there: the disk lost it, which its being read anew after a week shows.
      spoil(flipped, statSync(to).mtime)
      await copy()
      expect(readFileSync(to)).toEqual(flipped)
      host.clock.set(new Date(Date.parse(at) + 8 * 86_400_000).toISOString())
      await copy()
      expect(readFileSync(to)).toEqual(whole)

      writeFileSync(from, flipped)
      expect(await copy()).toBeNull()
      expect(readFileSync(to)).toEqual(whole)
      rmSync(to)
      expect(await copy()).toBeNull()
      expect([existsSync(to), readSecondFolder(host.folder)!.names]).toEqual([false, []])
    } finally {
      removeFolder(folder)
    }
  })

  test('in the second folder only what this host copied there for this site goes, and nothing while there is none to go back to', async () => {
    const folder = temporaryFolder()
    const other = await startTestHost({ sections: [['JHT', 'Jahit']] })
    try {
      const { name: first } = await superadmin.dataCare.backUp({})
      await other.system.dataCare.backUpAs({ kind: 'manual' })
      const [theirs] = listBackups(join(other.folder, 'backups'))
      // Theirs of the same second lies there under the name of one of ours.
      const foreign = 'lantai-20261101-000000-manual.zip'
      const copy = () => copyToSecondFolder(host.folder, folder, host.clock.now(), siteId())
      for (const name of [foreign, first]) for (const end of ['', '.json']) copyFileSync(`${theirs!.path}${end}`, join(folder, `${name}${end}`))
      expect(await copy()).toBeNull()
      expect(listBackups(folder).map(({ siteId: of }) => of)).toEqual([theirs!.siteId, theirs!.siteId])

      host.clock.advance(60_000)
      const { name: second } = await superadmin.dataCare.backUp({})
      host.clock.advance(60_000)
      const { name: third } = await superadmin.dataCare.backUp({})
      await copy()
      for (const end of ['', '.json']) rmSync(join(host.folder, 'backups', `${second}${end}`))
      await copy()
      expect(listBackups(folder).map(({ name }) => name)).toEqual(expect.arrayContaining([first, foreign, third]))
      expect(listBackups(folder)).toHaveLength(3)

      // The first folder is lost, with what was known of the second, and without.
      for (const end of ['', '.json']) for (const name of [first, third]) rmSync(join(host.folder, 'backups', `${name}${end}`))
      await copy()
      expect(listBackups(folder)).toHaveLength(3)
      rmSync(join(host.folder, 'backups'), { recursive: true })
      host.clock.advance(60_000)
      await superadmin.dataCare.backUp({})
      await copy()
      expect(listBackups(folder)).toHaveLength(4)
    } finally {
      await other.stop()
      removeFolder(folder)
    }
  })

  test('IA only who may: an Admin makes backups but neither restores nor takes them away; a clerk sees none', async () => {
    const { name } = await superadmin.dataCare.backUp({})
    const [admin, clerk] = [await host.as('Admin'), await host.as('Warehouse Operator')]
    expect((await admin.dataCare.listBackups({})).backups).toHaveLength(1)
    for (const refused of [
      () => admin.dataCare.restoreBackup({ name, password, factoryName: 'Pabrik Uji' }), () => admin.dataCare.inspectRestore({ name }), () => admin.dataCare.downloadBackup({ name }),
      () => admin.dataCare.copyBackup({ name, folder: '/tmp' }), () => clerk.dataCare.listBackups({}), () => clerk.dataCare.backUp({}),
    ]) await expect(refused()).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('taken away it is one whole file, and who took it is in the audit', async () => {
    const { ticket: upload } = await host.host.files.receive(session, 'foto.txt', 'text/plain', Readable.from([Buffer.from('foto')]))
    await superadmin.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket: upload })
    const { name } = await superadmin.dataCare.backUp({})
    const { ticket } = await superadmin.dataCare.downloadBackup({ name })
    const file = readFileSync(host.host.files.redeem(ticket).path)
    expect(file.includes('attachments/')).toBe(true)
    expect(host.database.prepare("select action, userId from auditEntry where entity = 'backupCopy'").get()).toEqual({ action: 'EXPORT', userId: session.userId })
    const folder = temporaryFolder()
    expect(await superadmin.dataCare.copyBackup({ name, folder })).toEqual({ path: join(folder, name) })
    expect(readdirSync(folder)).toEqual([name])
    await expect(superadmin.dataCare.copyBackup({ name, folder: join(folder, 'none') })).rejects.toMatchObject({ code: 'folder-unusable' })
    await expect(superadmin.dataCare.copyBackup({ name, folder: host.folder })).rejects.toMatchObject({ code: 'folder-unusable' })
    removeFolder(folder)
  })
})

describe('restore', () => {
  /** Every file of the folder with its hash, but for the map of who reads, which is no data. */
  function contents(): Record<string, string> {
    const files = readdirSync(host.folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && !entry.name.endsWith('-shm'))
    return Object.fromEntries(files.map(({ parentPath, name }) => [join(parentPath, name), createHash('sha256').update(readFileSync(join(parentPath, name))).digest('hex')]))
  }
  const restore = (name: string) => superadmin.dataCare.restoreBackup({ name, password, factoryName: 'Pabrik Uji' })

  test('IO-5 (b) the dry run shows the counts of tables, what would be lost and by whom, and changes no byte', async () => {
    const { name } = await superadmin.dataCare.backUp({})
    host.clock.advance(60_000)
    const clerk = await host.as('Warehouse Admin')
    await clerk.masters.createUnit({ code: 'LSN', name: 'Lusin', places: 0 })
    const before = contents()
    const report = await superadmin.dataCare.inspectRestore({ name })
    expect(contents()).toEqual(before)
    const units = report.tables.find(({ table }) => table === 'unit')!
    expect(units.now! - units.then!).toBe(1)
    expect(report.lost).toMatchObject({ first: host.clock.now(), last: host.clock.now() })
    expect(report.lost!.people).toContainEqual({ name: 'Warehouse Admin 1', count: 2 })
    expect(report).toMatchObject({ schema: migrations.at(-1)!.number, siteName: 'Pabrik Uji', missingAttachments: 0 })
    expect(report.seal!.seq).toBeGreaterThan(0)
  })

  test('IO-5 needs the password and the factory’s name', async () => {
    const { name } = await superadmin.dataCare.backUp({})
    await expect(superadmin.dataCare.restoreBackup({ name, password: 'salah', factoryName: 'Pabrik Uji' })).rejects.toMatchObject({ code: 'wrong-password' })
    await expect(superadmin.dataCare.restoreBackup({ name, password, factoryName: 'pabrik uji' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['factoryName'] }] } })
    expect(host.asked.beginAnew).toBe(0)
    expect(existsSync(join(host.folder, 'restore'))).toBe(false)
  })

  test('IO-5 goes back with a copy of what there was, a new epoch, an entry in the audit that is sealed, and a notice to all', async () => {
    const epoch = host.host.site()!.epoch
    const { ticket } = await host.host.files.receive(session, 'foto.txt', 'text/plain', Readable.from([Buffer.from('foto')]))
    await superadmin.attachments.addAttachment({ entity: 'item', entityId: itemId, ticket })
    const { name, at } = await superadmin.dataCare.backUp({})
    host.clock.advance(60_000)
    await superadmin.masters.createUnit({ code: 'LSN', name: 'Lusin', places: 0 })
    rmSync(join(host.folder, 'attachments'), { recursive: true })
    host.host.seal()
    const lost = host.host.auditHead
    host.clock.advance(60_000)
    await restore(name)
    expect(host.asked.beginAnew).toBe(1)
    expect(backups()[0]).toMatchObject({ kind: 'before-restore', isSound: true })

    await host.restart()
    expect(host.database.prepare("select count(*) from unit where code = 'LSN'").pluck().get()).toBe(0)
    expect(host.host.site()!.epoch).not.toBe(epoch)
    expect(existsSync(join(host.folder, 'restore'))).toBe(false)
    const [kept] = readdirSync(join(host.folder, 'kept'))
    expect(readdirSync(join(host.folder, 'kept', kept!)).sort()).toEqual(expect.arrayContaining(['lantai.db', 'seals']))
    const entry = host.database.prepare("select action, userId, after from auditEntry where entity = 'dataRestore'").get() as { action: string; userId: string; after: string }
    expect(entry).toMatchObject({ action: 'RESTORE', userId: session.userId })
    expect(JSON.parse(entry.after)).toMatchObject({ backup: name, backupAt: at, keptIn: `kept/${kept!}` })
    expect((JSON.parse(entry.after) as { replacedSeq: number }).replacedSeq).toBeGreaterThanOrEqual(lost.seq)
    expect(host.database.prepare("select count(*) from notification where kind = 'DATA_RESTORED' and severity = 'CRITICAL'").pluck().get()).toBe(1)
    expect(readdirSync(join(host.folder, 'attachments'))).toHaveLength(1)
    // The audit is whole, and its newest seal is of after the restore.
    expect(checkData(host.database, host.folder, migrations, auditChain)).toEqual({ structure: [], content: [] })
    const seals = readdirSync(join(host.folder, 'seals')).sort()
    expect(Number.parseInt(seals.at(-1)!, 10)).toBe(host.host.auditHead.seq)
    expect(host.faults).toEqual([])
    // What was there before is a backup like any other.
    await (await host.as('Superadmin')).dataCare.inspectRestore({ name: backups()[0]!.name })
  })

  test('IO-5 what was acknowledged after the backup is not taken as done: the same key is done again, once', async () => {
    const { name } = await superadmin.dataCare.backUp({})
    const desk = host.desk(session, { replayKey: `${session.deskId}.page:1` })
    const unit = { code: 'LSN', name: 'Lusin', places: 0 }
    const first = await desk.masters.createUnit(unit)
    await restore(name)
    await host.restart()
    const again = await desk.masters.createUnit(unit)
    expect(again.id).not.toBe(first.id)
    expect(await desk.masters.createUnit(unit)).toEqual(again)
    expect(host.database.prepare("select count(*) from unit where code = 'LSN'").pluck().get()).toBe(1)
  })

  test('IO-5 everybody signs in again, and what was revoked or changed since stays so, and is told: keys, temporary rights, PINs, badges, accounts, stand-ins, passwords', async () => {
    const [keyOf, untouched] = await Promise.all(['Timbangan', 'Absensi'].map(name =>
      superadmin.programs.createKey({ name, permissions: ['masters.view'], sections: 'all', canSeeCost: false, expiresOn: '2026-12-31' })))
    const operators = [await host.sessionFor('Warehouse Operator'), await host.sessionFor('Warehouse Operator'), await host.sessionFor('Warehouse Operator')] as const
    for (const [at, { userId }] of operators.entries()) {
      await host.system.operators.storePin({ userId, pinHash: hashSync(`258${at}`, 4) })
      await superadmin.operators.setBadge({ userId, code: `LTB-000${at}` })
    }
    const newHash = hashSync('Boneka#2026', 4)
    const gone = await host.sessionFor('Manager')
    const give = (permission: 'masters.create' | 'masters.update') => superadmin.identity.giveGrant({ userId: gone.userId, permission, expiresAt: '2026-11-25T03:00:00.000Z', reason: 'Cuti' })
    const [taken] = [await give('masters.create'), await give('masters.update')]
    const lent = await host.desk(operators[2]).approvals.createDelegation({ delegateId: gone.userId, fromDay: '2026-11-20', toDay: '2026-11-30', reason: 'Cuti' })
    const { name } = await superadmin.dataCare.backUp({})
    const version = (table: string, id: string) => host.database.prepare(`select version from "${table}" where id = ?`).pluck().get(id) as number
    await superadmin.programs.revokeKey({ id: keyOf!.id, version: version('apiKey', keyOf!.id) })
    await superadmin.identity.revokeGrant({ id: taken.id, version: version('permissionGrant', taken.id), reason: 'Sudah kembali' })
    await superadmin.operators.clearPass({ userId: operators[0].userId, what: 'pin' })
    await superadmin.operators.setBadge({ userId: operators[1].userId, code: 'LTB-0009' })
    await superadmin.identity.setUserActive({ id: gone.userId, version: version('user', gone.userId), isActive: false })
    await host.desk(operators[2]).approvals.endDelegation({ id: lent.id, version: lent.version })
    await host.system.identity.storePassword({ id: operators[0].userId, version: version('user', operators[0].userId), passwordHash: newHash })
    expect((await superadmin.dataCare.inspectRestore({ name })).shutOut).toEqual({ apiKeys: 1, grants: 1, passes: 2, users: 1, delegations: 1, passwords: 1 })
    await restore(name)
    await host.restart()

    const listed = (sql: string) => host.database.prepare(sql).all()
    expect(listed('select 1 from session where endedAt is null')).toEqual([])
    expect(host.host.sessions.byToken(token)).toBeUndefined()
    expect(listed("select name, revokedAt is null as works, revokedBy from apiKey order by name")).toEqual([{ name: 'Absensi', works: 1, revokedBy: null }, { name: 'Timbangan', works: 0, revokedBy: session.userId }])
    expect(host.host.sessions.byToken(untouched!.key)).toBeDefined()
    expect(host.host.sessions.byToken(keyOf!.key)).toBeUndefined()
    expect(listed('select permission from permissionGrant where revokedAt is null')).toEqual([{ permission: 'masters.update' }])
    const passes = operators.map(({ userId }) => host.database.prepare('select pinHash is not null as pin, badgeHash is not null as badge from operatorPass where userId = ?').get(userId))
    expect(passes).toEqual([{ pin: 0, badge: 1 }, { pin: 1, badge: 0 }, { pin: 1, badge: 1 }])
    expect(host.database.prepare('select isActive from user where id = ?').pluck().get(gone.userId)).toBe(0)
    expect(host.database.prepare("select count(*) from auditEntry where procedure = 'dataCare.recordRestore' and entity in ('apiKey', 'permissionGrant', 'operatorPass', 'approvalDelegation', 'user')").pluck().get()).toBe(7)
    expect(listed('select endedAt is null as runs from approvalDelegation')).toEqual([{ runs: 0 }])
    expect(host.database.prepare('select passwordHash from user where id = ?').pluck().get(operators[0].userId)).toBe(newHash)
    expect(host.database.prepare('select count(*) from auditEntry where after like ?').pluck().get(`%${newHash}%`)).toBe(0)
    const { restore: told } = await (await host.as('Superadmin')).dataCare.readLastRestore({})
    expect(told?.kept.map(({ kind, name: whose }) => [kind, whose])).toEqual([
      ['apiKey', 'Timbangan'], ['grant', gone.fullName], ['pin', operators[0].fullName], ['badge', operators[1].fullName], ['delegation', operators[2].fullName],
      ['password', operators[0].fullName], ['account', gone.fullName],
    ])
    await expect((await host.as('Admin')).dataCare.readLastRestore({})).rejects.toMatchObject({ code: 'forbidden' })
    expect(host.faults).toEqual([])
  })

  test('IO-5 those who alone could restore by the restored data keep their accounts, though they were put away since', async () => {
    // Who takes copies away does not restore for that.
    const role = (await superadmin.identity.listRoles({})).find(one => one.name === 'Admin')!
    await superadmin.identity.updateRole({ id: role.id, version: role.version, grants: [...role.grants, 'dataCare.execute'], reason: 'Membawa salinan' })
    await host.sessionFor('Admin')
    const { name } = await superadmin.dataCare.backUp({})
    const keepers = host.database.prepare("select user.id, user.version from user join roleGrant using (roleId) where permission = 'process.restoreData' and isActive = 1 and username <> 'system'").all() as { id: string; version: number }[]
    const roleId = host.database.prepare("select id from role where name = 'Superadmin'").pluck().get() as string
    const { id: userId } = await host.system.identity.createUserRecord({
      username: 'tono', fullName: 'Tono', roleId, sectionId: null, sectionIds: [], canSeeCost: false, passwordHash, mustChangePassword: false, language: 'id',
    })
    const { token: ofTono } = await host.system.identity.startSession({ userId, deskId: 'desk-tono', ip: '127.0.0.1', userAgent: 'test' })
    for (const keeper of keepers) await host.system.identity.setUserActive({ ...keeper, isActive: false })
    await host.desk(host.host.sessions.byToken(ofTono)!).dataCare.restoreBackup({ name, password, factoryName: 'Pabrik Uji' })
    await host.restart()
    expect(host.database.prepare("select count(*) from user where username = 'tono'").pluck().get()).toBe(0)
    expect(host.database.prepare('select count(*) from user where isActive = 1 and id in (select value from json_each(?))').pluck().get(JSON.stringify(keepers.map(({ id }) => id)))).toBe(keepers.length)
  })

  test('broken off between its steps, it is gone on with at the next opening', async () => {
    const { name } = await superadmin.dataCare.backUp({})
    await superadmin.masters.createUnit({ code: 'LSN', name: 'Lusin', places: 0 })
    await restore(name)
    // As after a power cut right after the seals and the log were moved aside.
    const plan = JSON.parse(readFileSync(join(host.folder, 'restore', 'plan.json'), 'utf8')) as { at: string }
    mkdirSync(join(host.folder, 'kept', `before-restore-${plan.at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}`), { recursive: true })
    await host.restart()
    await host.restart()
    expect(host.database.prepare("select count(*) from dataRestore").pluck().get()).toBe(1)
    expect(host.database.prepare("select count(*) from unit where code = 'LSN'").pluck().get()).toBe(0)
  })

  test('a backup of an older version is brought to the present one; one of a newer is refused', async () => {
    const older = migrations.filter(({ number }) => number < 180)
    const folder = temporaryFolder()
    const path = join(folder, 'lantai.db')
    const sqlite = new BetterSqlite(path)
    migrate(sqlite, older)
    const { id } = host.host.site()!
    sqlite.prepare("insert into site (id, createdAt, name, epoch) values (?, '2026-11-01T00:00:00.000Z', 'Pabrik Uji', 'dulu')").run(id)
    sqlite.prepare("insert into unit (id, createdAt, code, name) values (?, '2026-11-01T00:00:00.000Z', 'LAMA', 'Lama')").run(newId())
    sqlite.close()
    const made = await makeBackup({ dataFolder: folder, kind: 'daily', now: '2026-11-02T00:00:00.000Z', version: '0.0.9' })
    const writer = new BetterSqlite(path)
    writer.pragma('user_version = 9999')
    writer.close()
    const newer = await makeBackup({ dataFolder: folder, kind: 'manual', now: '2026-11-03T00:00:00.000Z', version: '9.0.0' })
    await superadmin.dataCare.backUp({})
    for (const { path: from, name } of [made, newer]) for (const end of ['', '.json']) copyFileSync(`${from}${end}`, join(host.folder, 'backups', `${name}${end}`))

    expect(await superadmin.dataCare.inspectRestore({ name: made.name })).toMatchObject({ version: '0.0.9', schema: older.at(-1)!.number })
    await expect(superadmin.dataCare.inspectRestore({ name: newer.name })).rejects.toMatchObject({ code: 'backup-newer' })
    await expect(restore(newer.name)).rejects.toMatchObject({ code: 'backup-newer' })
    await restore(made.name)
    await host.restart()
    expect(host.database.pragma('user_version', { simple: true })).toBe(migrations.at(-1)!.number)
    expect(host.database.prepare("select count(*) from unit where code = 'LAMA'").pluck().get()).toBe(1)
    removeFolder(folder)
  })

  test('where backups go, and how many are kept, is for who may take them away', async () => {
    const admin = await host.as('Admin')
    const refused = { code: 'forbidden', params: { needed: 'dataCare.execute' } }
    await expect(admin.settings.changeSetting({ key: 'dataCare.secondFolder', value: 'C:\\Bersama' })).rejects.toMatchObject(refused)
    await expect(admin.settings.changeSetting({ key: 'dataCare.budgetGigabytes', value: 1 })).rejects.toMatchObject(refused)
    expect(await admin.settings.changeSetting({ key: 'dataCare.dailyHour', value: 4 })).toMatchObject({ value: 4 })
  })

  test('a backup of another factory is refused', async () => {
    const other = await startTestHost({ sections: [['JHT', 'Jahit']] })
    await other.system.dataCare.backUpAs({ kind: 'manual' })
    const [theirs] = listBackups(join(other.folder, 'backups'))
    await superadmin.dataCare.backUp({})
    for (const end of ['', '.json']) copyFileSync(`${theirs!.path}${end}`, join(host.folder, 'backups', `lantai-20261101-000000-manual.zip${end}`))
    await other.stop()
    await expect(restore('lantai-20261101-000000-manual.zip')).rejects.toMatchObject({ code: 'backup-of-another-factory' })
  })
})
