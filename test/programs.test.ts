import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { contract } from '../shared/contract.ts'
import { anyOf, type Contract } from '../shared/core/procedure.ts'
import type { KeyFields } from '../shared/programs/contract.ts'
import { canBeKeyed, isForPrograms } from '../shared/programs/rules.ts'
import type { Session } from '../src-main/core/session.ts'
import { databaseFile } from '../src-main/database/open.ts'
import type { Lan } from '../src-main/lan/http.ts'
import { createKeyCalls } from '../src-main/lan/key-calls.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { openDesk, startTestLan } from './support/lan.ts'

let host: TestHost
let lan: Lan
let owner: Session
let admin: Desk
beforeEach(async () => {
  host = await startTestHost()
  lan = await startTestLan(host)
  owner = await host.sessionFor('Superadmin')
  admin = host.desk(owner)
})
afterEach(async () => {
  await lan.close()
  expect(host.faults).toEqual([])
  await host.stop()
})

const fields = (more: Partial<Record<keyof KeyFields, unknown>> = {}) =>
  ({ name: 'Timbangan', permissions: ['warehouse.view', 'masters.view', 'masters.create'], sections: 'all', canSeeCost: false, expiresOn: '2026-12-31', ...more }) as Parameters<Desk['programs']['createKey']>[0]

async function call(name: string, input: unknown, key: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${lan.url}/api/v1/${name.replace('.', '/')}`, {
    method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers }, body: JSON.stringify(input),
  })
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: (await response.json()) as { ok: boolean; code?: string; value?: unknown; params?: Record<string, unknown> } }
}
const securityKinds = () => host.database.prepare('select kind from securityEvent order by seq').pluck().all()

describe('API keys', () => {
  test('IA-11 API keys are separate: shown once, kept as a hash, answered over HTTP by what they were given', async () => {
    const { key, id } = await admin.programs.createKey(fields())
    expect(key).toMatch(/^lantai_[\w-]{43}$/)
    const stored = JSON.stringify(['apiKey', 'auditEntry', 'replayAnswer', 'event'].map(table => host.database.prepare(`select * from ${table}`).all()))
    expect(stored).not.toContain(key)
    expect(stored).not.toContain(key.slice(20))
    expect(await call('masters.listUnits', {}, key)).toMatchObject({ status: 200, body: { ok: true } })
    expect(await call('kanban.listCards', {}, key)).toMatchObject({ status: 403, body: { code: 'forbidden', params: { needed: 'kanban.view' } } })
    // A session is no key, and a key no session.
    expect(host.database.prepare('select count(*) from session').pluck().get()).toBe(1)
    const section = await call('masters.createSection', { code: 'NEW', name: 'Baru', parentId: null }, key)
    expect(section.status).toBe(200)
    const [entry] = host.database.prepare("select userName, deskId, sessionId from auditEntry where procedure = 'masters.createSection' order by seq desc limit 1").all()
    expect(entry).toEqual({ userName: owner.username, deskId: `key-${id}`, sessionId: id })
  })

  test('a password that somebody else gives ends the keys of its user and every session, and the security log keeps it; one’s own does not', async () => {
    const maker = await host.sessionFor('Admin')
    const made = await host.desk(maker).programs.createKey(fields())
    const other = await admin.programs.createKey(fields({ name: 'Milik orang lain' }))
    const at = async () => ({ id: maker.userId, version: (await admin.identity.getUser({ id: maker.userId })).version })
    await host.desk(maker, { isInternal: true }).identity.storePassword({ ...(await at()), passwordHash: '!' })
    expect((await call('masters.listUnits', {}, made.key)).status).toBe(200)
    await admin.identity.resetPassword({ ...(await at()), password: 'Rebut#2026' })
    expect(await call('masters.listUnits', {}, made.key)).toMatchObject({ status: 401 })
    expect((await admin.programs.listKeys({ filter: { isActive: false } })).rows).toMatchObject([{ id: made.id, state: 'REVOKED', revokedByName: owner.fullName }])
    expect(host.host.sessions.current(maker)).toBeUndefined()
    expect((await call('masters.listUnits', {}, other.key)).status).toBe(200)
    expect(securityKinds()).toContain('KEY_REVOKED')
  })

  test('what it did is done once under its replay key', async () => {
    const { key, id } = await admin.programs.createKey(fields())
    const create = () => call('masters.createUnit', { code: 'Lusin2', name: 'Lusin kedua', places: 0 }, key, { 'replay-key': `key-${id}:1` })
    const [first, again] = [await create(), await create()]
    expect(first.status).toBe(200)
    expect(again.body).toEqual(first.body)
  })

  test('are given no more than their maker has, and nothing that looks after users or puts the data as a whole at stake', async () => {
    for (const needed of ['dataCare.update', 'dataCare.execute', 'process.restoreData', 'process.clearData'] as const) {
      expect(owner.permissions.has(needed)).toBe(true)
      await expect(admin.programs.createKey(fields({ permissions: [needed] }))).rejects.toMatchObject({ code: 'key-exceeds', params: { needed } })
    }
    const { key, id } = await admin.programs.createKey(fields({ permissions: ['dataCare.view'] }))
    const widened = new BetterSqlite(join(host.folder, databaseFile))
    widened.prepare('update apiKey set permissions = ? where id = ?').run(JSON.stringify(['dataCare.view', 'dataCare.execute', 'process.clearData']), id)
    widened.close()
    expect(host.host.sessions.byToken(key)?.permissions).toEqual(new Set(['dataCare.view']))
    const limited = await host.as('Admin')
    await expect(limited.programs.createKey(fields({ permissions: ['dataCare.delete'] }))).rejects.toMatchObject({ code: 'key-exceeds' })
    await expect(admin.programs.createKey(fields({ permissions: ['identity.create'] }))).rejects.toMatchObject({ code: 'key-exceeds' })
    await expect((await host.as('Manager')).programs.createKey(fields({ canSeeCost: true }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(admin.programs.createKey(fields({ expiresOn: '2026-11-19' }))).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(admin.programs.createKey(fields({ expiresOn: '2030-01-01' }))).rejects.toMatchObject({ code: 'invalid-input' })
    await expect((await host.as('Viewer')).programs.createKey(fields())).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('lose what their maker loses, and are of no use while they are inactive', async () => {
    const maker = await host.sessionFor('Admin')
    const { key } = await host.desk(maker).programs.createKey(fields())
    const grant = host.database.prepare("select roleGrant.id from roleGrant join role on role.id = roleId where role.name = 'Admin' and permission = 'masters.view'").pluck().get() as string
    expect((await call('masters.listUnits', {}, key)).status).toBe(200)
    const user = await admin.identity.getUser({ id: maker.userId })
    const viewer = (await admin.identity.listRoles({})).find(({ name }) => name === 'Security')!
    const changed = await admin.identity.updateUser({ id: user.id, version: user.version, roleId: viewer.id })
    expect(grant).toBeDefined()
    expect(await call('masters.listUnits', {}, key)).toMatchObject({ status: 403 })
    await admin.identity.setUserActive({ id: user.id, version: changed.version, isActive: false })
    expect(await call('masters.listUnits', {}, key)).toMatchObject({ status: 401, body: { code: 'key-invalid' } })
    expect((await admin.programs.listKeys({})).rows[0]).toMatchObject({ state: 'OWNER_INACTIVE' })
  })

  test('keep to their sections', async () => {
    const { key } = await admin.programs.createKey(fields({ permissions: ['kanban.view'], sections: [host.section('SEW')] }))
    expect((await call('kanban.listCards', {}, key)).status).toBe(200)
    expect(host.host.sessions.byToken(key)?.sections).toEqual(new Set([host.section('SEW')]))
    expect((await admin.programs.listKeys({})).rows[0]).toMatchObject({ sections: ['Jahit'] })
  })

  test('never call what needs no login nor what is a person’s own, and trying is a security event', async () => {
    const { key } = await admin.programs.createKey(fields({ permissions: [...owner.permissions].filter(canBeKeyed) }))
    for (const [name, input] of [
      ['identity.login', { username: 'admin', password: 'x' }], ['identity.describeHost', {}], ['identity.changePassword', { current: 'a', next: 'b' }], ['identity.logout', {}],
      ['identity.createUser', {}], ['identity.resetPassword', {}], ['programs.createKey', fields({ name: 'Lain' })], ['sessions.endOwnOthers', {}],
    ] as const) expect(await call(name, input, key), name).toMatchObject({ status: 403, body: { code: 'person-only' } })
    expect(await call('identity.storePassword', {}, key)).toMatchObject({ status: 404 })
    await vi.waitFor(() => expect(securityKinds()).toContain('KEY_MISUSED'))
  })

  test('IA-11 revoked it is of no use at once; a bad, a revoked and a lapsed one are told alike, and kept in the security log', async () => {
    const { key, id } = await admin.programs.createKey(fields())
    const other = await admin.programs.createKey(fields({ name: 'Pintu', expiresOn: '2026-11-20' }))
    expect((await call('masters.listUnits', {}, other.key)).status).toBe(200)
    const [row] = (await admin.programs.listKeys({ search: 'Timbangan' })).rows
    await admin.programs.revokeKey({ id, version: row!.version })
    expect(await call('masters.listUnits', {}, key)).toMatchObject({ status: 401, body: { code: 'key-invalid' } })
    expect(await call('masters.listUnits', {}, `lantai_${'x'.repeat(43)}`)).toMatchObject({ status: 401, body: { code: 'key-invalid' } })
    // 20 November in Jakarta ends at 17:00 UTC.
    host.clock.set('2026-11-20T16:59:00.000Z')
    expect((await call('masters.listUnits', {}, other.key)).status).toBe(200)
    host.clock.set('2026-11-20T17:00:00.000Z')
    expect((await call('masters.listUnits', {}, other.key)).status).toBe(401)
    await vi.waitFor(() => expect(securityKinds()).toEqual(expect.arrayContaining(['KEY_REVOKED', 'KEY_REFUSED'])))
    expect(JSON.stringify(host.database.prepare('select detail from securityEvent').all())).not.toContain(key.slice(14))
  })

  test('IA-4 the key of somebody of a higher level is not revoked', async () => {
    const { id } = await admin.programs.createKey(fields())
    await expect((await host.as('Admin')).programs.revokeKey({ id, version: 1 })).rejects.toMatchObject({ code: 'higher-level' })
  })

  test('too many calls within a minute are told how long to wait', async () => {
    await admin.settings.changeSetting({ key: 'programs.callsPerMinute', value: 3 })
    const { key } = await admin.programs.createKey(fields())
    for (let at = 0; at < 3; at += 1) expect((await call('masters.listUnits', {}, key)).status).toBe(200)
    const refused = await call('masters.listUnits', {}, key)
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited', params: { maximum: 3 } } })
    expect(Number(refused.retryAfter)).toBeGreaterThan(0)
    let now = 0
    const calls = createKeyCalls(() => now)
    calls.count('a', 1)
    expect(() => calls.count('a', 1)).toThrow('rate-limited')
    calls.count('b', 1)
    now = 60_000
    calls.count('a', 1)
    expect(() => calls.count('a', 1)).toThrow('rate-limited')
    // The host's clock is set back by an hour: nobody waits until it has come round again.
    now -= 3_600_000
    calls.count('a', 1)
  })

  test('open no line and do not idle; when they were last used is noted quietly', async () => {
    const { key } = await admin.programs.createKey(fields())
    const line = await openDesk(lan, key)
    expect(line.frames.at(-1)).toEqual({ ended: 'signed-out' })
    host.clock.advance(20 * 86_400_000)
    expect((await call('masters.listUnits', {}, key)).status).toBe(200)
    const events = host.events.length
    await host.system.identity.touchSessions({ sessions: host.host.sessions.takeSeen() })
    expect(host.events.length).toBe(events)
    const viewer = await host.as('Manager')
    expect((await viewer.programs.listKeys({})).rows[0]).toMatchObject({ lastUsedAt: host.clock.now(), state: 'ACTIVE' })
  })

  test('IA-3 an account whose key is used is not idle', async () => {
    const makers = [await host.sessionFor('Admin'), await host.sessionFor('Admin')] as const
    const [used] = await Promise.all(makers.map((maker, at) => host.desk(maker).programs.createKey(fields({ name: `Timbangan ${at}`, expiresOn: '2027-06-30' }))))
    host.clock.advance(60 * 86_400_000)
    expect((await call('masters.listUnits', {}, used!.key)).status).toBe(200)
    await host.system.identity.touchSessions({ sessions: host.host.sessions.takeSeen() })
    host.clock.advance(31 * 86_400_000)
    await host.system.identity.disableIdleUsers({})
    expect(makers.map(({ userId }) => host.database.prepare('select isActive from user where id = ?').pluck().get(userId))).toEqual([1, 0])
  })

  test('are named in the API’s description, where they may be used', async () => {
    const document = (await (await fetch(`${lan.url}/api/v1/openapi.json`)).json()) as { components: { securitySchemes: object }; paths: Record<string, { post: { security: object[] } }> }
    expect(document.components.securitySchemes).toHaveProperty('apiKey')
    expect(document.paths['/api/v1/masters/listUnits']?.post.security).toEqual([{ bearer: [] }, { apiKey: [] }])
    expect(document.paths['/api/v1/identity/changePassword']?.post.security).toEqual([{ bearer: [] }])
  })
})

test('every procedure that looks after users or needs no login is closed to programs', () => {
  const open = Object.entries(contract satisfies Contract as Contract)
    .flatMap(([module, members]) => Object.entries(members).map(([name, procedure]) => ({ module, name, procedure })))
    .filter(({ module, procedure }) => isForPrograms(module, procedure))
  expect(open.filter(({ procedure }) => procedure.visibility === 'public')).toEqual([])
  expect(open.filter(({ procedure }) => procedure.kind !== 'query' && anyOf(procedure.permission).some(needed => needed.startsWith('identity.')))).toEqual([])
  expect(open.length).toBeGreaterThan(60)
})
