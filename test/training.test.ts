import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { hashSync } from 'bcryptjs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { contract } from '../shared/contract.ts'
import { lastReset, nextReset } from '../shared/training/rules.ts'
import { visitor } from '../src-main/core/session.ts'
import { keepCopy } from '../src-main/database/copies.ts'
import { databaseFile } from '../src-main/database/open.ts'
import { startLan, type Lan } from '../src-main/lan/http.ts'
import { createClient } from '../src-renderer/core/client.ts'
import { login, openDesk, post } from './support/host-process.ts'
import { replyOf, startTestHost, type Desk, type TestHost } from './support/host.ts'

const password = 'Pabrik#2026'
const cheapHash = hashSync(password, 4)
const minute = 60_000

describe('when training begins anew', () => {
  test.each([
    ['2026-11-20T03:00:00.000Z', '2026-11-20T20:00:00.000Z'],
    ['2026-11-20T19:59:30.000Z', '2026-11-20T20:00:00.000Z'],
    ['2026-11-20T20:00:00.000Z', '2026-11-21T20:00:00.000Z'],
    ['2026-11-20T17:30:00.000Z', '2026-11-20T20:00:00.000Z'],
  ])('IO-7 at %s, Jakarta’s next 03:00 is %s', (now, next) => {
    expect(nextReset(now, 'Asia/Jakarta')).toBe(next)
    expect(Date.parse(next) - Date.parse(lastReset(now, 'Asia/Jakarta'))).toBe(24 * 60 * minute)
  })
})

describe('training', { timeout: 300_000 }, () => {
  let host: TestHost
  let lan: Lan | undefined
  beforeEach(async () => {
    host = await startTestHost()
    await addPerson('rina', 'Superadmin')
    await addPerson('budi', 'Warehouse Admin')
  })
  afterEach(async () => {
    await lan?.close()
    lan = undefined
    await host.stop()
  })

  async function addPerson(username: string, role: string, sectionCode?: string): Promise<void> {
    const roleId = host.database.prepare('select id from role where name = ?').pluck().get(role) as string
    await host.system.identity.createUserRecord({
      username, fullName: username.toUpperCase(), roleId, sectionId: sectionCode === undefined ? null : host.section(sectionCode), sectionIds: [], canSeeCost: false,
      passwordHash: cheapHash, mustChangePassword: false, language: 'id',
    })
  }
  function backUp(): void {
    const sqlite = new BetterSqlite(join(host.folder, databaseFile), { readonly: true })
    keepCopy(sqlite, host.folder, 'backup')
    sqlite.close()
  }
  const door = () => createClient(async (name, input) => replyOf(await host.host.dispatch(visitor('desk-1', '127.0.0.1'), name, input)))
  const enter = (username: string) => door().training.enter({ username, password, deskId: 'desk-1' })
  /** A client of the training copy. */
  async function practise(username: string): Promise<Desk> {
    const { token } = await enter(username)
    const { sessions, dispatch } = host.training.current()!
    return createClient(async (name, input) => replyOf(await dispatch(sessions.byToken(token)!, name, input)))
  }
  async function stockItem(desk: Desk, code: string): Promise<{ itemId: string; toLocationId: string }> {
    const unit = (await desk.masters.listUnits({ pageSize: 200 })).rows.find(({ code: one }) => one === 'Meter')!
    const store = (await desk.masters.listLocations({ pageSize: 200 })).rows.find(({ kind }) => kind === 'INTERNAL')!
    const { id } = await desk.masters.createItem({ code, name: code, kind: 'RAW_MATERIAL', unitId: unit.id, minimumStock: '0' })
    return { itemId: id, toLocationId: store.id }
  }
  async function startNetwork(): Promise<Lan> {
    const { dispatch, sessions, online, warn, keyCallsPerMinute, events, files, epoch } = host.host
    return (lan = await startLan({
      bind: '127.0.0.1', port: 0, dataFolder: host.folder, rendererFolder: undefined, version: '9', contract, log: { error: () => {}, info: () => {} },
      dispatch, sessions, online, warn, keyCallsPerMinute, events, files, epoch, siteName: () => 'Pabrik Uji', condition: host.host.condition, training: host.training,
    }))
  }
  /** Every row of every table of the factory, and every file beside it that training has no part in. */
  function fingerprintOfFactory(): Record<string, string> {
    const sqlite = new BetterSqlite(join(host.folder, databaseFile), { readonly: true })
    const tables = sqlite.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name").pluck().all() as string[]
    const rows = tables.map(table => [table, hashOf(JSON.stringify(sqlite.prepare(`select * from "${table}"`).all()))] as const)
    sqlite.close()
    const folders = ['seals', 'backups', 'keys', 'attachments', 'work'].map(name => [`${name}/`, filesIn(join(host.folder, name))] as const)
    return Object.fromEntries([...rows, ...folders])
  }

  test('IO-7 (c) work finished in training leaves the stock, and everything else of the factory, as it was', async () => {
    const manager = await host.as('Superadmin')
    const { itemId, toLocationId } = await stockItem(manager, 'KN-001')
    await manager.warehouse.receiveStock({ itemId, toLocationId, quantity: '100', note: '' })
    backUp()
    const rina = await practise('rina')
    const before = fingerprintOfFactory()
    const news = host.events.length
    const random = seeded(7)
    for (let at = 0; at < 60; at += 1) await oneOf(random, [
      () => rina.warehouse.receiveStock({ itemId, toLocationId, quantity: String(1 + Math.floor(random() * 50)), note: 'latihan' }),
      () => rina.masters.createUnit({ code: `U${at}`, name: `Latihan ${at}`, places: 0 }),
      () => rina.notifications.markAllRead({}),
      () => rina.settings.updateSite({ version: 1, name: 'Pabrik latihan', address: '', phone: '' }).catch(() => {}),
      () => rina.settings.changeSetting({ key: 'identity.idleMinutes', value: 30 + at }).catch(() => {}),
      () => rina.masters.createSection({ code: `S${at}`, name: `Bagian ${at}`, parentId: null }),
      () => rina.reports.exportReport({ report: 'inventory', format: 'csv', filters: {} }).catch(() => {}),
    ])()
    await rina.warehouse.issueStock({ itemId, fromLocationId: toLocationId, quantity: '7.5', note: 'Selesai dikerjakan dalam latihan' })
    host.training.current()!.seal()
    expect(fingerprintOfFactory()).toEqual(before)
    expect(host.events).toHaveLength(news)
    const live = await manager.warehouse.listStock({ pageSize: 10 })
    expect(live.rows.map(({ onHand }) => String(onHand))).not.toEqual((await rina.warehouse.listStock({ pageSize: 10 })).rows.map(({ onHand }) => String(onHand)))
    await host.training.close()
    expect(fingerprintOfFactory()).toEqual(before)
    expect(host.faults).toEqual([])
  })

  test('IO-7 people come in with the password of the factory, and a right is what it is there now', async () => {
    backUp()
    await addPerson('wati', 'Admin Sewing', 'SEW')
    const wati = await practise('wati')
    expect(await wati.identity.whoAmI({})).toMatchObject({ username: 'wati', role: 'Admin Sewing', sectionName: 'Jahit', factory: { isTraining: true, name: 'Pabrik Uji' } })
    await expect(wati.masters.createUnit({ code: 'X', name: 'X', places: 0 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(door().training.enter({ username: 'wati', password: 'Salah#2026', deskId: 'desk-1' })).rejects.toMatchObject({ code: 'login-failed' })
    expect(host.database.prepare('select account from loginFailure').pluck().all()).toEqual(['wati'])
    await enter('wati')
    expect(host.database.prepare('select count(*) from loginFailure').pluck().get()).toBe(0)
    await wati.identity.changePassword({ current: password, next: 'Latihan#2026' })
    expect((await door().identity.login({ username: 'wati', password })).username).toBe('wati')
    await enter('wati')
  })

  test('IO-7 sections and temporary rights that somebody has lost since the backup, they do not have in the copy; what they got since, they do', async () => {
    await addPerson('wati', 'Admin Sewing', 'SEW')
    const keeper = await host.as('Superadmin')
    const { rows: [wati] } = await host.system.identity.listUsers({ search: 'wati' })
    const { id } = wati!
    const later = (days: number) => new Date(Date.parse(host.clock.now()) + days * 24 * 60 * minute).toISOString()
    const lost = await keeper.identity.giveGrant({ userId: id, permission: 'masters.create', expiresAt: later(3), reason: 'Cuti' })
    await keeper.identity.giveGrant({ userId: id, permission: 'masters.update', expiresAt: later(3), reason: 'Cuti' })
    const change = async (user: { sections: 'all' | 'own' | null; sectionIds: string[] }) => {
      const { version } = await host.system.identity.getUser({ id })
      await keeper.identity.updateUser({ id, version, ...user })
    }
    await change({ sections: 'all', sectionIds: [host.section('FIN'), host.section('PCK')] })
    backUp()
    const before = await practise('wati')
    expect((await before.identity.whoAmI({})).sections).toBe('all')
    await before.masters.createUnit({ code: 'LAT', name: 'Latihan', places: 0 })

    await change({ sections: 'own', sectionIds: [host.section('FIN'), host.section('CUT')] })
    await keeper.identity.revokeGrant({ id: lost.id, version: lost.version, reason: 'Sudah kembali' })
    await keeper.identity.giveGrant({ userId: id, permission: 'audit.view', expiresAt: later(2), reason: 'Pemeriksaan' })
    const after = await practise('wati')
    const me = await after.identity.whoAmI({})
    expect(new Set(me.sections)).toEqual(new Set(['SEW', 'FIN', 'CUT'].map(code => host.section(code))))
    expect(me.permissions).toEqual(expect.arrayContaining(['masters.update', 'audit.view']))
    expect(me.permissions).not.toContain('masters.create')
    await expect(after.masters.createUnit({ code: 'LAGI', name: 'Lagi', places: 0 })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('who must change their password does that in the factory first', async () => {
    const { rows } = await host.system.identity.listUsers({ search: 'budi' })
    await host.system.identity.storePassword({ id: rows[0]!.id, version: rows[0]!.version, passwordHash: cheapHash })
    await expect(enter('budi')).rejects.toMatchObject({ code: 'password-change-needed' })
    expect(host.training.current()).toBeUndefined()
  })

  test('IO-7 without a backup people practise in the demo factory, with their own name and role', async () => {
    const rina = await practise('rina')
    expect(await rina.identity.whoAmI({})).toMatchObject({ username: 'rina', role: 'Superadmin', factory: { isTraining: true, isDemo: true, name: 'Boneka Rimba Nusantara' } })
    expect((await rina.masters.listItems({ pageSize: 5 })).rows).toHaveLength(5)
    const manager = await host.as('Superadmin')
    expect(await manager.training.listDrills({})).toMatchObject([{ backupName: null, isSound: true }])
    expect(await manager.training.readState({})).toMatchObject({ isOpen: true, desks: 0, backupAt: null, madeAt: '2026-11-20T03:00:00.000Z', resetsAt: '2026-11-20T20:00:00.000Z' })
  })

  test('a backup that does not open is told as a failed one, and the next older one is taken', async () => {
    backUp()
    const [sound] = readdirSync(join(host.folder, 'backups'))
    const broken = join(host.folder, 'backups', 'backup-9.db')
    copyFileSync(join(host.folder, 'backups', sound!), broken)
    const bytes = readFileSync(broken)
    bytes.fill(0x5a, 8192, 24_576)
    writeFileSync(broken, bytes)
    const keeper = await host.as('Superadmin')
    await enter('rina')
    expect(await keeper.training.listDrills({})).toMatchObject([{ backupName: sound, isSound: true, problem: '' }, { backupName: 'backup-9.db', isSound: false }])
    const { rows } = await keeper.notifications.listNotices({ pageSize: 5 })
    expect(rows).toMatchObject([{ kind: 'BACKUP_UNUSABLE', severity: 'CRITICAL', params: { backup: 'backup-9.db' } }])
  })

  test('IO-7 a copy is kept for the day, and made anew where it does not open any more', async () => {
    backUp()
    const rina = await practise('rina')
    await rina.masters.createUnit({ code: 'LAT', name: 'Latihan', places: 0 })
    const unitsAfter = async (minutes: number) => {
      host.clock.advance(minutes * minute)
      await host.training.look()
      expect(host.training.current()).toBeUndefined()
      return (await (await practise('rina')).masters.listUnits({ search: 'LAT', pageSize: 5 })).rows.length
    }
    expect(await unitsAfter(16)).toBe(1)
    host.clock.advance(16 * minute)
    await host.training.look()
    writeFileSync(join(host.folder, 'training', databaseFile), 'damaged')
    expect(await unitsAfter(0)).toBe(0)
    expect(host.faults).toEqual([expect.stringContaining('training')])
  })

  test('IO-7 tokens, news and files of one world mean nothing in the other', async () => {
    backUp()
    const { url } = await startNetwork()
    const liveToken = await login(url, 'rina', password, 'desk-1')
    const entered = await post(url, 'training.enter', { username: 'rina', password, deskId: 'desk-2' })
    const { token } = (entered as { value: { token: string } }).value
    const [live, practising] = [await openDesk(url, liveToken, 'desk-1'), await openDesk(url, token, 'desk-2')]
    expect(practising.welcome.epoch).not.toBe(live.welcome.epoch)
    await practising.call({ call: 'masters.createUnit', input: { code: 'LAT', name: 'Latihan', places: 0 } })
    await vi.waitFor(() => expect(practising.changes.some(({ entity }) => entity === 'unit')).toBe(true))
    await live.call({ call: 'masters.createUnit', input: { code: 'ASLI', name: 'Asli', places: 0 } })
    await vi.waitFor(() => expect(live.changes.filter(({ entity }) => entity === 'unit')).toHaveLength(1))
    expect(practising.changes.filter(({ entity }) => entity === 'unit')).toHaveLength(1)
    for (const stranger of [token.slice('training.'.length), `training.${liveToken}`]) {
      expect(await post(url, 'identity.whoAmI', {}, { authorization: `Bearer ${stranger}` })).toMatchObject({ ok: false, code: 'signed-out' })
    }
    expect(await post(url, 'identity.whoAmI', {}, { authorization: `Bearer ${token}` })).toMatchObject({ value: { factory: { isTraining: true } } })
    const made = await practising.call({ call: 'reports.exportReport', input: { report: 'inventory', format: 'pdf', filters: {} } }) as { value: { ticket: string; name: string } }
    expect(made.value.name).toMatch(/^LATIHAN-TRAINING_/)
    expect((await fetch(`${url}/files/${made.value.ticket}`)).headers.get('content-type')).toBe('application/pdf')
    expect(await practising.call({ call: 'training.reset', input: { when: 'now' } })).toMatchObject({ ok: false, code: 'live-only' })
  })

  test('IO-7 at 03:00 those who practise were told ten minutes before, are signed out, and come back to a fresh copy', async () => {
    backUp()
    const { url } = await startNetwork()
    const entered = await post(url, 'training.enter', { username: 'rina', password, deskId: 'desk-2' })
    const desk = await openDesk(url, (entered as { value: { token: string } }).value.token, 'desk-2')
    await desk.call({ call: 'masters.createUnit', input: { code: 'LAT', name: 'Latihan', places: 0 } })
    await host.training.look()
    expect(desk.changes.some(({ entity }) => entity === 'notificationReceipt')).toBe(false)
    host.clock.set('2026-11-20T19:51:00.000Z')
    await host.training.look()
    await vi.waitFor(() => expect(desk.changes.some(({ entity }) => entity === 'notificationReceipt')).toBe(true))
    host.clock.set('2026-11-20T20:00:20.000Z')
    await host.training.look()
    await vi.waitFor(() => expect(desk.frames.at(-1)).toEqual({ ended: 'training-reset' }))
    expect(host.training.current()).toBeUndefined()
    expect(existsSync(join(host.folder, 'training'))).toBe(false)
    const again = await practise('rina')
    expect((await again.masters.listUnits({ search: 'LAT', pageSize: 5 })).rows).toEqual([])
  })
})

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

function filesIn(folder: string): string {
  if (!existsSync(folder)) return 'none'
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().filter(name => statSync(join(folder, name)).isFile())
  return names.map(name => `${name} ${hashOf(readFileSync(join(folder, name)))}`).join('\n')
}

function seeded(start: number): () => number {
  let state = start
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

function oneOf(random: () => number, acts: readonly (() => Promise<unknown>)[]): () => Promise<unknown> {
  return acts[Math.floor(random() * acts.length)]!
}
