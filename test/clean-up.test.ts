import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import BetterSqlite from 'better-sqlite3'
import { hashSync } from 'bcryptjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as auditChain from '../src-main/database/audit-chain.ts'
import { checkData } from '../src-main/audit/data-check.ts'
import { readMigrations } from '../src-main/database/migrate.ts'
import { databaseFile } from '../src-main/database/open.ts'
import { backupsFolder, listBackups } from '../src-main/database/backup-catalog.ts'
import type { Session } from '../src-main/core/session.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { startHostProcess } from './support/host-process.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { hostEntry } from './support/run-folder.ts'
import { importer } from './support/import-files.ts'

const password = 'Pabrik#2026'
const cheapHash = hashSync(password, 4)
const run = promisify(execFile)
const clearCommand = (folder: string, ...args: string[]) =>
  run(process.execPath, [fileURLToPath(hostEntry('clear-data')), '--data', folder, ...args])

describe('clearing data', { timeout: 300_000 }, () => {
  let host: TestHost
  let session: Session
  let admin: Desk
  beforeEach(async () => {
    host = await startTestHost()
    session = await host.sessionFor('Superadmin')
    const { id, version } = await host.system.identity.getUser({ id: session.userId })
    await host.system.identity.storePassword({ id, version, passwordHash: cheapHash })
    // Somebody else's choice of password ends all sessions, and is to be changed first: here it is taken as it is.
    const { token } = await host.system.identity.startSession({ userId: id, deskId: 'desk-a', ip: '127.0.0.1', userAgent: 'test' })
    session = { ...host.host.sessions.byToken(token)!, mustChangePassword: false }
    admin = host.desk(session)
    await admin.cleanUp.seedMasters({})
    await stock()
  })
  afterEach(() => host.stop())

  async function stock(): Promise<void> {
    const { rows: items } = await host.system.masters.listItems({ pageSize: 3 })
    const { rows: places } = await host.system.masters.listLocations({ search: 'WH-MAIN', pageSize: 5 })
    for (const { id } of items) await admin.warehouse.receiveStock({ itemId: id, toLocationId: places[0]!.id, quantity: '25', note: '' })
  }
  const clear = (more: Partial<Parameters<Desk['cleanUp']['clearData']>[0]> = {}) =>
    admin.cleanUp.clearData({ scope: 'transactions', reason: 'Selesai mencoba', factoryName: 'Pabrik Uji', password, ...more })
  const rowsOf = (table: string) => host.database.prepare(`select count(*) from "${table}"`).pluck().get() as number
  function findings(): string[] {
    const sqlite = new BetterSqlite(join(host.folder, databaseFile), { readonly: true })
    const { structure, content } = checkData(sqlite, host.folder, readMigrations(new URL('../migrations/', import.meta.url)), auditChain)
    sqlite.close()
    return [...structure, ...content]
  }

  test('says first what would go, and changes nothing by it', async () => {
    const before = rowsOf('auditEntry')
    expect(await admin.cleanUp.previewClear({ scope: 'transactions' })).toMatchObject({
      factoryName: 'Pabrik Uji', goes: expect.arrayContaining([{ entity: 'stockMove', rows: 3 }, { entity: 'stockBalance', rows: 3 }]), others: 0, isEmpty: false,
    })
    expect(rowsOf('auditEntry')).toBe(before)
  })

  test('of transactions it leaves masters and users, makes a backup before, and keeps and extends the audit', async () => {
    const [items, users, audited] = [rowsOf('item'), rowsOf('user'), rowsOf('auditEntry')]
    const { backup, cleared } = await clear()
    expect(cleared).toContainEqual({ entity: 'stockMove', rows: 3 })
    expect(listBackups(backupsFolder(host.folder))).toMatchObject([{ name: backup, kind: 'before-clear', isSound: true }])
    expect([rowsOf('stockMove'), rowsOf('stockBalance'), rowsOf('numberCounter'), rowsOf('item'), rowsOf('user')]).toEqual([0, 0, 0, items, users])
    expect(rowsOf('auditEntry')).toBeGreaterThan(audited)
    const entry = host.database.prepare("select action, reason, before, userName from auditEntry where entity = 'stockMove' and entityId = '*'").get()
    expect(entry).toEqual({ action: 'DELETE', reason: 'Selesai mencoba', before: '{"rows":3}', userName: session.username })
    expect(host.events.some(({ entity, id }) => entity === 'stockBalance' && id === '*')).toBe(true)
    expect(findings()).toEqual([])
    await stock()
    expect((await admin.warehouse.listStock({ pageSize: 5 })).rows).toHaveLength(3)
    expect(() => new BetterSqlite(join(host.folder, databaseFile)).exec('delete from stockMove')).toThrow('append-only')
    expect(host.faults).toEqual([])
  })

  test('the ledger of sections’ days goes with its entries, and is kept anew from the next', async () => {
    const { rows: [item] } = await host.system.masters.listItems({ pageSize: 1 })
    const sectionId = host.section('SEW')
    const receive = () => host.system.ledger.saveReceipts({ sectionId, day: host.clock.now().slice(0, 10), rows: [{ kind: 'enter', itemId: item!.id, quantity: '25', notes: '' }] })
    await receive()
    expect(rowsOf('ledgerDay')).toBe(1)
    await clear()
    expect([rowsOf('ledgerReceipt'), rowsOf('ledgerDay')]).toEqual([0, 0])
    const [entry] = await receive()
    await host.system.ledger.saveReceipts({ sectionId, day: entry!.day, rows: [{ kind: 'remove', id: entry!.id, version: entry!.version }] })
    expect(rowsOf('ledgerDay')).toBe(0)
    expect(findings()).toEqual([])
  })

  test('while an import of several lists waits, everything goes with its rows', async () => {
    const { stage } = await importer(host)
    const columns = { section: 'Bagian', team: 'Tim', workDay: 'Tanggal', targetEfficiency: 'Target' }
    const batch = await stage('lineTargets', 'Bagian;Tim;Tanggal;Target\nSEW;1;20-11-2026;0,8', { columns, constants: { shiftHours: '8' }, decimalMark: ',' })
    expect([batch.status, rowsOf('importPartRow') > 0]).toEqual(['STAGED', true])
    await clear({ scope: 'everything', force: true })
    expect([rowsOf('importBatch'), rowsOf('importRow'), rowsOf('importPartRow')]).toEqual([0, 0, 0])
    expect(findings()).toEqual([])
  })

  test('of everything it leaves users, roles, sections and settings, with base data to begin with', async () => {
    await clear({ scope: 'everything' })
    expect(rowsOf('item')).toBe(0)
    expect(rowsOf('section')).toBeGreaterThan(5)
    expect((await admin.masters.listUnits({ pageSize: 50 })).rows.length).toBeGreaterThan(10)
    expect((await admin.masters.listLocations({ pageSize: 50 })).rows.map(({ code }) => code)).toContain('WH-MAIN')
    expect(findings()).toEqual([])
    expect((await admin.cleanUp.seedMasters({})).items).toBeGreaterThan(100)
    const { rows: stages } = await admin.masters.listProductionStages({ pageSize: 50 })
    expect(stages.map(({ code }) => code).sort()).toEqual(['CUT', 'EMB', 'FIN', 'PCK', 'SEW'])
    expect(rowsOf('stageStep')).toBe(13)
    expect((await admin.masters.listProductionRoutes({ pageSize: 50 })).rows.map(({ code }) => code).sort()).toEqual(['RUTE-1', 'RUTE-2'])
    await expect(admin.cleanUp.seedMasters({})).rejects.toMatchObject({ code: 'not-empty' })
  })

  test('is refused for another name, a wrong password, and while others work', async () => {
    await expect(clear({ factoryName: 'pabrik uji' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['factoryName'] }] } })
    await expect(clear({ password: 'Salah#2026' })).rejects.toMatchObject({ code: 'wrong-password' })
    await host.as('Manager')
    await expect(clear()).rejects.toMatchObject({ code: 'others-at-work', params: { count: 1 } })
    expect(rowsOf('stockMove')).toBe(3)
    await clear({ force: true })
    expect(rowsOf('stockMove')).toBe(0)
  })
})

describe('who may', () => {
  let host: TestHost
  beforeAll(async () => {
    host = await startTestHost()
  })
  afterAll(() => host.stop())

  test('the act counts, not what else somebody may with the data: with one they look, with the other they clear and restore', async () => {
    const name = 'lantai-20261120-030000-daily.zip'
    const clearing = { scope: 'transactions', reason: 'x', factoryName: 'Pabrik Uji', password } as const
    const looker = host.desk(await host.sessionFor('Admin', undefined, { grants: ['dataCare.delete', 'dataCare.execute'] }))
    expect(await looker.cleanUp.previewClear({ scope: 'transactions' })).toMatchObject({ factoryName: 'Pabrik Uji' })
    await expect(looker.cleanUp.clearData(clearing)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.clearData' } })
    await expect(looker.dataCare.inspectRestore({ name })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.restoreData' } })
    const doer = host.desk(await host.sessionFor('Admin', undefined, { grants: ['process.clearData', 'process.restoreData'] }))
    await expect(doer.cleanUp.clearData(clearing)).rejects.toMatchObject({ code: 'wrong-password' })
    await expect(doer.dataCare.inspectRestore({ name })).rejects.toMatchObject({ code: 'not-found' })
  })

  test.each(['Admin', 'Manager', 'Developer', 'Director', 'PPIC Manager', 'Warehouse Admin'])('Import / restore / clear: clearing and restoring are not for %s', async role => {
    const desk = await host.as(role)
    await expect(desk.cleanUp.previewClear({ scope: 'transactions' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'dataCare.delete' } })
    await expect(desk.cleanUp.clearData({ scope: 'transactions', reason: 'x', factoryName: 'Pabrik Uji', password })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.clearData' } })
    await expect(desk.dataCare.restoreBackup({ name: 'lantai-20261120-030000-daily.zip', password, factoryName: 'Pabrik Uji' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.restoreData' } })
    await expect(desk.training.reset({ when: 'now' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(desk.cleanUp.seedMasters({})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each([['Viewer', false], ['QC Lab', false], ['Billing', false], ['Admin', true], ['Superadmin', true]])('Import / restore / clear: whether %s may import: %s', async (role, may) => {
    const desk = await host.as(role)
    const asked = desk.imports.downloadTemplate({ target: 'items', format: 'csv' })
    if (may) await expect(asked).resolves.toMatchObject({ mediaType: 'text/csv' })
    else await expect(asked).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('from the command line', { timeout: 300_000 }, () => {
  test('clearing asks for the factory’s name, makes a backup, and refuses a folder in use', async () => {
    const folder = temporaryFolder()
    const demo = await startHostProcess(folder, { args: ['--seed', 'demo'] })
    await expect(clearCommand(folder, '--scope', 'transactions', '--reason', 'uji', '--yes', '--factory', 'x')).rejects.toMatchObject({ stderr: expect.stringContaining('already using') })
    await demo.stop()
    await expect(startHostProcess(folder, { args: ['--seed', 'demo'] })).rejects.toThrow('not empty')
    for (const args of [['--yes'], [], ['--yes', '--factory', 'Boneka']]) {
      await expect(clearCommand(folder, '--scope', 'transactions', '--reason', 'uji', ...args)).rejects.toMatchObject({ stderr: expect.stringContaining('Nothing was cleared') })
    }
    const { stdout } = await clearCommand(folder, '--scope', 'transactions', '--reason', 'uji', '--yes', '--factory', 'Boneka Rimba Nusantara')
    expect(stdout).toMatch(/Will go:[^]*stock move[^]*Backup made: [^]*Cleared \d+ rows/)
    const sqlite = new BetterSqlite(join(folder, databaseFile), { readonly: true })
    expect(sqlite.prepare('select (select count(*) from stockMove) as moves, (select count(*) > 100 from item) as items').get()).toEqual({ moves: 0, items: 1 })
    sqlite.close()
    expect(listBackups(backupsFolder(folder))).toMatchObject([{ kind: 'before-clear' }])
    removeFolder(folder)
  })
})
