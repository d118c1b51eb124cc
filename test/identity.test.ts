import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashSync } from 'bcryptjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../shared/core/ids.ts'
import { modulePermissions, permissions, type Permission } from '../shared/core/permissions.ts'
import { brokenRules } from '../shared/identity/password.ts'
import { systemUserId } from '../shared/identity/system-user.ts'
import { assemble, type Host } from '../src-main/assemble.ts'
import { visitor, type Session } from '../src-main/core/session.ts'
import { connection } from '../src-main/database/reader.ts'
import { seededPermissions, seededRoles } from '../src-main/identity/seed-roles.ts'
import { loadSession } from '../src-main/identity/sessions.ts'
import { hashOfToken } from '../src-main/identity/tokens.ts'
import { createClient } from '../src-renderer/core/client.ts'
import { replyOf, startTestHost, type Desk, type TestHost } from './support/host.ts'
import { hostEntry } from './support/run-folder.ts'

const password = 'Pabrik#2026'
/** Cheap to compare with; what the host itself makes costs 12. */
const cheapHash = hashSync(password, 4)
const minute = 60_000

describe('the first run', () => {
  let folder: string
  let host: Host
  const root = new URL('../', import.meta.url)
  const from = (ip: string): Desk => createClient(async (name, input) => replyOf(await host.dispatch(visitor('desk-1', ip), name, input)))
  const here = from('127.0.0.1')
  const answers = { factoryName: 'Boneka Jaya', fullName: 'Rina Hartati', username: 'rina', language: 'en' as const }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-first-run-'))
    host = assemble({
      dataFolder: folder, worker: hostEntry('worker'), migrations: new URL('migrations/', root),
      tasks: () => ({ tellDemoStory: () => Promise.reject(new Error('told elsewhere')), beginAnew: () => Promise.resolve() }),
    })
  })
  afterAll(async () => {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is offered and accepted only at the host’s own computer', async () => {
    expect(await here.identity.describeHost({})).toEqual({ isSetUp: false, canSetUp: true, factoryName: null, isDemo: false, language: 'id', demoLogins: [] })
    const elsewhere = from('10.9.8.7')
    expect(await elsewhere.identity.describeHost({})).toMatchObject({ isSetUp: false, canSetUp: false })
    await expect(elsewhere.identity.setUp({ ...answers, password })).rejects.toMatchObject({ code: 'not-set-up' })
    await expect(elsewhere.identity.startDemo({})).rejects.toMatchObject({ code: 'not-set-up' })
    await expect(here.identity.login({ username: 'rina', password })).rejects.toMatchObject({ code: 'not-set-up' })
  })

  test('IA-2 Pabrik2026 is refused: it has no symbol', async () => {
    await expect(here.identity.setUp({ ...answers, password: 'Pabrik2026' })).rejects.toMatchObject({ code: 'weak-password', params: { rules: ['symbol'] } })
    expect(await here.identity.describeHost({})).toMatchObject({ isSetUp: false })
  })

  test('makes the factory, its administrator and everything it begins with, and signs them in', async () => {
    const signedIn = await here.identity.setUp({ ...answers, password })
    expect(signedIn).toMatchObject({
      username: 'rina', fullName: 'Rina Hartati', role: 'Superadmin', language: 'en', sections: 'all', canSeeCost: true, mustChangePassword: false,
      factory: { name: 'Boneka Jaya', timeZone: 'Asia/Jakarta', currency: 'IDR', isDemo: false },
    })
    const session = host.sessions.byToken(signedIn.token)
    expect(session).toMatchObject({ username: 'rina', deskId: 'desk-1', ip: '127.0.0.1' })
    const admin = createClient(async (name, input) => replyOf(await host.dispatch(session!, name, input)))
    expect((await admin.masters.listUnits({})).rows.length).toBeGreaterThan(10)
    expect(await here.identity.describeHost({})).toMatchObject({ isSetUp: true, canSetUp: false, factoryName: 'Boneka Jaya', language: 'en', demoLogins: [] })
  })

  test('happens once', async () => {
    await expect(here.identity.setUp({ ...answers, username: 'eve', password })).rejects.toMatchObject({ code: 'already-set-up' })
    await expect(here.identity.startDemo({})).rejects.toMatchObject({ code: 'already-set-up' })
    await expect(host.system('identity.createFactory', { ...answers, passwordHash: '!', isDemo: false })).rejects.toMatchObject({ code: 'already-set-up' })
  })
})

describe('signing in', () => {
  let host: TestHost
  beforeEach(async () => {
    host = await startTestHost({ now: '2026-11-20T03:00:00.000Z' })
    await person('sari')
  })
  afterEach(async () => {
    expect(host.faults).toEqual([])
    await host.stop()
  })

  const roleId = (name: string) => host.database.prepare('select id from role where name = ?').pluck().get(name) as string
  const person = (username: string, role = 'Admin Sewing', more: { passwordHash?: string; mustChangePassword?: boolean } = {}) =>
    host.system.identity.createUserRecord({
      username, fullName: `Orang ${username}`, roleId: roleId(role), sectionId: host.section('SEW'), sectionIds: [], canSeeCost: false, language: 'id',
      passwordHash: cheapHash, mustChangePassword: false, ...more,
    })
  const at = (deskId: string, ip = '10.0.0.5') => host.desk(visitor(deskId, ip, 'Firefox'))
  const signIn = (username: string, given = password, deskId = 'desk-a') => at(deskId).identity.login({ username, password: given, deskId })
  const wrong = async (times: number, username = 'sari', deskId = 'desk-a') => {
    const answers: unknown[] = []
    for (let time = 0; time < times; time += 1) answers.push(await signIn(username, 'salah', deskId).catch((error: unknown) => error))
    return answers
  }
  /** Wrong passwords without the work of comparing them. */
  const failed = (account: string, deskId: string, ip = '10.0.0.5') => host.system.identity.recordFailedLogin({ account, deskId, ip })
  const failures = () => host.database.prepare('select count(*) from loginFailure').pluck().get()
  const security = async () => {
    await new Promise(resolve => setImmediate(resolve))
    return host.database.prepare('select kind, severity, usernameAttempted, ip, detail from securityEvent order by seq').all() as Record<string, string>[]
  }
  const kinds = async () => (await security()).map(({ kind }) => kind)
  const signedIn = async (username: string, deskId = 'desk-a') => {
    const { token } = await signIn(username, password, deskId)
    return { token, session: host.host.sessions.byToken(token)! }
  }

  test('gives a token and the profile; only the token’s hash is kept, and the audit names who came in', async () => {
    const answer = await signIn('SARI')
    expect(answer).toMatchObject({ username: 'sari', role: 'Admin Sewing', level: 5, sections: [host.section('SEW')], sectionName: 'Jahit', canSeeCost: false })
    const session = host.host.sessions.byToken(answer.token)!
    const { token: _, ...profile } = answer
    expect(await host.desk(session).identity.whoAmI({})).toEqual(profile)
    expect(host.database.prepare('select tokenHash, deskId, ip, userAgent from session where id = ?').get(session.id)).toEqual({
      tokenHash: hashOfToken(answer.token), deskId: 'desk-a', ip: '10.0.0.5', userAgent: 'Firefox',
    })
    await host.desk(session).identity.logout({})
    const entries = host.database
      .prepare(`select action, userName from auditEntry where procedure in ('identity.startSession', 'identity.logout') order by seq desc limit 2`)
      .all()
    expect(entries).toMatchObject([{ action: 'LOGOUT', userName: 'sari' }, { action: 'LOGIN', userName: 'sari' }])
    expect(JSON.stringify(host.database.prepare('select after from auditEntry').all())).not.toContain(hashOfToken(answer.token))
  })

  test('IA-1 four wrong passwords and a right one: the counter is back at 0', async () => {
    expect(await wrong(4)).toMatchObject(Array.from({ length: 4 }, () => ({ code: 'login-failed', params: {} })))
    expect(failures()).toBe(4)
    await signIn('sari')
    expect(failures()).toBe(0)
    expect(await wrong(4)).toMatchObject(Array.from({ length: 4 }, () => ({ code: 'login-failed' })))
  })

  test('IA-1 five wrong at 10:00 lock the account on that desk: refused at 10:14 even with the right password, accepted at 10:16', async () => {
    host.clock.set('2026-11-20T03:00:00.000Z')
    const until = '2026-11-20T03:15:00.000Z'
    expect((await wrong(5)).at(-1)).toMatchObject({ code: 'account-locked', params: { until } })
    expect(await security()).toContainEqual(
      { kind: 'ACCOUNT_LOCKED', severity: 'WARNING', usernameAttempted: 'sari', ip: '10.0.0.5', detail: JSON.stringify({ account: 'sari', deskId: 'desk-a', until }) },
    )
    await expect(signIn('sari', password, 'desk-b')).resolves.toMatchObject({ username: 'sari' })
    host.clock.set('2026-11-20T03:14:00.000Z')
    await expect(signIn('sari')).rejects.toMatchObject({ code: 'account-locked', params: { until } })
    host.clock.set('2026-11-20T03:16:00.000Z')
    await expect(signIn('sari')).resolves.toMatchObject({ username: 'sari' })
  })

  test('IA-1 after a lock all attempts are there again', async () => {
    await wrong(5)
    host.clock.advance(15 * minute)
    expect(await wrong(5)).toMatchObject([...Array.from({ length: 4 }, () => ({ code: 'login-failed' })), { code: 'account-locked' }])
  })

  test('IA-1 fifteen wrong within an hour over all desks lock the account everywhere', async () => {
    for (let time = 0; time < 14; time += 1) expect(await failed('sari', `desk-${time % 7}`, `10.0.1.${time}`)).toEqual({ code: 'login-failed' })
    host.clock.advance(59 * minute)
    expect(await failed('sari', 'desk-x')).toEqual({ code: 'account-locked', until: '2026-11-20T04:14:00.000Z' })
    expect((await security()).at(-1)).toMatchObject({ kind: 'ACCOUNT_LOCKED', severity: 'CRITICAL' })
    await expect(signIn('sari', password, 'desk-new')).rejects.toMatchObject({ code: 'account-locked' })
    host.clock.advance(15 * minute)
    await expect(signIn('sari', password, 'desk-new')).resolves.toMatchObject({ username: 'sari' })
  })

  test('IA-1 wrong passwords of an hour ago do not count over all desks', async () => {
    for (let desk = 0; desk < 14; desk += 1) await failed('sari', `desk-${desk}`, `10.0.1.${desk}`)
    host.clock.advance(61 * minute)
    expect(await failed('sari', 'desk-x')).toEqual({ code: 'login-failed' })
  })

  test('IA-1 a right password that was on its way when the lock fell is refused', async () => {
    const { id } = await person('budi')
    for (let time = 0; time < 5; time += 1) await failed('budi', 'desk-a')
    await expect(host.system.identity.startSession({ userId: id, deskId: 'desk-a', ip: '10.0.0.5', userAgent: '' })).rejects.toMatchObject({ code: 'account-locked' })
    expect(await failed('budi', 'desk-a')).toMatchObject({ code: 'account-locked' })
    expect(failures()).toBe(5)
  })

  test('IA-1 attempts and minutes are settings', async () => {
    const manager = await host.as('Manager')
    await manager.settings.changeSetting({ key: 'identity.deskAttempts', value: 3 })
    await manager.settings.changeSetting({ key: 'identity.lockMinutes', value: 60 })
    expect(await wrong(3)).toMatchObject([{ code: 'login-failed' }, { code: 'login-failed' }, { code: 'account-locked', params: { until: '2026-11-20T04:00:00.000Z' } }])
  })

  test('IA-1 an Admin who may lifts a lock at once, and the security log keeps it', async () => {
    await wrong(5)
    const admin = await host.as('Admin')
    const { rows: [sari] } = await admin.identity.listUsers({ search: 'sari' })
    await admin.identity.unlockUser({ id: sari!.id, reason: 'Sari sendiri yang salah ketik' })
    expect(await kinds()).toContain('ACCOUNT_UNLOCKED')
    await expect(signIn('sari')).resolves.toMatchObject({ username: 'sari' })
  })

  test('an unknown user gets the same answers, the same locks and the same work of comparing', async () => {
    await person('dewi', 'Admin Sewing', { passwordHash: hashSync(password, 12) })
    const timed = async (username: string) => {
      const start = performance.now()
      const [answer] = await wrong(1, username)
      return { answer, took: performance.now() - start }
    }
    await timed('dewi')
    const [known, unknown] = [await timed('dewi'), await timed('nobody')]
    expect(unknown.answer).toEqual(known.answer)
    expect(unknown.answer).toMatchObject({ code: 'login-failed', params: {} })
    expect(Math.min(known.took, unknown.took)).toBeGreaterThan(80)
    for (let time = 0; time < 3; time += 1) await failed('nobody', 'desk-a')
    expect(await failed('nobody', 'desk-a')).toEqual({ code: 'account-locked', until: '2026-11-20T03:15:00.000Z' })
    expect((await security()).at(-1)).toMatchObject({ kind: 'ACCOUNT_LOCKED', usernameAttempted: 'nobody' })
  })

  test('an inactive user and the System user are unknown', async () => {
    const admin = await host.as('Superadmin')
    const { rows: [sari] } = await admin.identity.listUsers({ search: 'sari' })
    await admin.identity.setUserActive({ id: sari!.id, version: sari!.version, isActive: false })
    await expect(signIn('sari')).rejects.toMatchObject({ code: 'login-failed' })
    await expect(signIn('system', '!')).rejects.toMatchObject({ code: 'login-failed' })
    await expect(host.system.identity.startSession({ userId: systemUserId, deskId: 'desk-a', ip: '', userAgent: '' })).rejects.toMatchObject({ code: 'login-failed' })
  })

  test('AU-4 thirty wrong passwords from one address within 15 minutes block it for every account', async () => {
    for (let time = 0; time < 29; time += 1) expect(await failed(`user-${time}`, `desk-${time}`)).toEqual({ code: 'login-failed' })
    expect(await failed('other', 'desk-y')).toEqual({ code: 'address-blocked', until: '2026-11-20T03:15:00.000Z' })
    expect((await security()).at(-1)).toMatchObject({ kind: 'ADDRESS_BLOCKED', severity: 'CRITICAL', ip: '127.0.0.1' })
    await expect(signIn('sari')).rejects.toMatchObject({ code: 'address-blocked' })
    await expect(at('desk-z', '10.0.0.6').identity.login({ username: 'sari', password })).resolves.toMatchObject({ username: 'sari' })
  })

  test('every failed login is in the security log, and no password is anywhere', async () => {
    await wrong(1)
    expect(await security()).toEqual([{ kind: 'LOGIN_FAILED', severity: 'WARNING', usernameAttempted: 'sari', ip: '10.0.0.5', detail: '{"deskId":"desk-a"}' }])
    const tables = host.database.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[]
    const everything = tables.map(name => JSON.stringify(host.database.prepare(`select * from "${name}"`).all())).join()
    expect(everything).toContain('LOGIN_FAILED')
    expect(everything).not.toContain('salah')
  })

  test('what counts for nothing any more is purged', async () => {
    await wrong(5)
    host.clock.advance(31 * 24 * 60 * minute)
    await failed('sari', 'desk-b')
    await host.system.identity.purgeLoginFailures({})
    expect(failures()).toBe(1)
    expect(host.database.prepare('select count(*) from loginLock').pluck().get()).toBe(0)
  })

  test('a password of more than 72 bytes is refused before any work', async () => {
    const long = `Aa1#${'é'.repeat(35)}`
    const refused = { code: 'invalid-input', params: { issues: [{ reason: 'identity.issues.passwordTooLong', params: { maximum: 72 } }] } }
    await expect(signIn('sari', long)).rejects.toMatchObject(refused)
    const desk = host.desk((await signedIn('sari')).session)
    await expect(desk.identity.changePassword({ current: password, next: long })).rejects.toMatchObject(refused)
    await expect(signIn('sari', `Aa1#${'é'.repeat(34)}`)).rejects.toMatchObject({ code: 'login-failed' })
  })

  test('IA-2 a first password opens nothing but its change, and the change ends the other sessions', async () => {
    const { id } = await person('budi', 'Admin Sewing', { mustChangePassword: true })
    const { session } = await signedIn('budi')
    const other = await signedIn('budi', 'desk-b')
    const desk = host.desk(session)
    for (const call of [() => desk.masters.listItems({}), () => desk.settings.getSite({}), () => desk.masters.createUnit({ code: 'X', name: 'X', places: 0 })]) {
      await expect(call()).rejects.toMatchObject({ code: 'password-change-needed' })
    }
    expect(await desk.identity.whoAmI({})).toMatchObject({ mustChangePassword: true })
    await desk.identity.setLanguage({ language: 'en' })

    const change = (next: string, current = password) => desk.identity.changePassword({ current, next })
    await expect(change('Baru#2027', 'bukan')).rejects.toMatchObject({ code: 'wrong-password' })
    expect(failures()).toBe(1)
    await expect(change('Pabrik2026')).rejects.toMatchObject({ code: 'weak-password', params: { rules: ['symbol'] } })
    await expect(change(password)).rejects.toMatchObject({ code: 'password-reused' })
    await change('Baru#2027')

    expect(host.host.sessions.byToken(other.token)).toBeUndefined()
    const fresh = host.desk(reloaded(session.id))
    expect(await fresh.identity.whoAmI({})).toMatchObject({ mustChangePassword: false, language: 'en' })
    await expect(fresh.masters.listItems({})).resolves.toMatchObject({ rows: [] })
    expect(host.database.prepare('select passwordHash from user where id = ?').pluck().get(id)).toMatch(/^\$2b\$12\$/)
    await expect(signIn('budi')).rejects.toMatchObject({ code: 'login-failed' })
    await expect(signIn('budi', 'Baru#2027')).resolves.toMatchObject({ language: 'en' })
  })

  test('a session left open is no place to guess the password', async () => {
    const desk = host.desk((await signedIn('sari')).session)
    const answers: unknown[] = []
    for (let time = 0; time < 5; time += 1) answers.push(await desk.identity.changePassword({ current: 'salah', next: 'Baru#2027' }).catch((error: unknown) => error))
    expect(answers).toMatchObject([...Array.from({ length: 4 }, () => ({ code: 'wrong-password' })), { code: 'account-locked' }])
  })

  test('IA-10 a session ends after 8 hours without a sign of life, not before', async () => {
    const { token } = await signedIn('sari')
    host.clock.advance(8 * 60 * minute)
    expect(host.host.sessions.byToken(token)).toBeDefined()
    host.clock.advance(8 * 60 * minute + 1)
    expect(host.host.sessions.byToken(token)).toBeUndefined()
  })

  test('IA-10 the last sign of life outlasts a restart', async () => {
    const { token, session } = await signedIn('sari')
    host.clock.advance(7 * 60 * minute)
    expect(host.host.sessions.byToken(token)).toBeDefined()
    const before = host.host.auditHead.seq
    await host.system.identity.touchSessions({ sessions: host.host.sessions.takeSeen() })
    await host.system.identity.touchSessions({ sessions: [{ id: session.id, at: '2026-11-20T03:00:00.000Z' }, { id: 'gone', at: host.clock.now() }] })
    expect(host.host.auditHead.seq).toBe(before)
    await host.restart()
    host.clock.advance(2 * 60 * minute)
    expect(host.host.sessions.byToken(token)).toBeDefined()
  })

  test('IA-11 a session ends after 7 days however busy it is', async () => {
    const { token } = await signedIn('sari')
    for (let step = 0; step < 7 * 4 - 1; step += 1) {
      host.clock.advance(6 * 60 * minute)
      expect(host.host.sessions.byToken(token)).toBeDefined()
    }
    host.clock.advance(6 * 60 * minute)
    expect(host.host.sessions.byToken(token)).toBeUndefined()
  })

  test('IA-11 logout and deactivation end sessions at once and tell whoever holds them', async () => {
    const [first, second] = [await signedIn('sari'), await signedIn('sari', 'desk-b')]
    let told = 0
    host.host.sessions.onChange(() => {
      told += 1
    })
    await host.desk(first.session).identity.logout({})
    expect([host.host.sessions.byToken(first.token), host.host.sessions.byToken(second.token)?.username, told]).toEqual([undefined, 'sari', 1])
    const admin = await host.as('Superadmin')
    const { rows: [sari] } = await admin.identity.listUsers({ search: 'sari' })
    const off = await admin.identity.setUserActive({ id: sari!.id, version: sari!.version, isActive: false })
    expect(host.host.sessions.byToken(second.token)).toBeUndefined()
    await admin.identity.setUserActive({ id: sari!.id, version: off.version, isActive: true })
    expect(host.host.sessions.byToken(second.token)).toBeUndefined()
  })

  test('a reset password is for the next login only, ends sessions and lifts locks', async () => {
    const { token } = await signedIn('sari')
    await wrong(5, 'sari', 'desk-b')
    const admin = await host.as('Admin')
    const { rows: [sari] } = await admin.identity.listUsers({ search: 'sari' })
    const at = { id: sari!.id, version: sari!.version }
    await expect(admin.identity.resetPassword({ ...at, password: 'mudah' })).rejects.toMatchObject({ code: 'weak-password', params: { rules: ['length', 'upper', 'digit', 'symbol'] } })
    await admin.identity.resetPassword({ ...at, password: 'Awal#2026' })
    expect(host.host.sessions.byToken(token)).toBeUndefined()
    await expect(signIn('sari', 'Awal#2026', 'desk-b')).resolves.toMatchObject({ mustChangePassword: true })
    await expect(admin.identity.resetPassword({ ...at, password: 'Awal#2027' })).rejects.toMatchObject({ code: 'conflict' })
  })

  /** The session as the host knows it now. */
  function reloaded(id: string): Session {
    const hash = host.database.prepare('select tokenHash from session where id = ?').pluck().get(id) as string
    return loadSession(connection(host.database), hash, host.clock.now())!.session
  }
})

describe('users, roles and what they may', () => {
  let host: TestHost
  let managerSession: Session
  beforeAll(async () => {
    host = await startTestHost()
    managerSession = await host.sessionFor('Manager')
  })
  afterAll(async () => {
    expect(host.faults).toEqual([])
    await host.stop()
  })
  const roleId = (name: string) => host.database.prepare('select id from role where name = ?').pluck().get(name) as string
  const fields = (username: string, role: string) => ({ username, fullName: `Orang ${username}`, roleId: roleId(role), password })

  test('a new user gets a hash of cost 12, a password to change, and is found by any part of the name', async () => {
    const admin = await host.as('Admin')
    const made = await admin.identity.createUser({ ...fields('joko', 'SPV Sewing'), sectionId: host.section('SEW'), sectionIds: [host.section('EMB')] })
    expect(made).toMatchObject({
      username: 'joko', role: 'SPV Sewing', level: 4, sectionName: 'Jahit', sectionIds: [host.section('EMB')], mustChangePassword: true, isActive: true, canSeeCost: false,
      language: 'id', lastLoginAt: null,
    })
    expect(host.database.prepare('select passwordHash from user where id = ?').pluck().get(made.id)).toMatch(/^\$2b\$12\$/)
    expect((await admin.identity.listUsers({ search: 'JOK sewing' })).rows).toEqual([made])
    await expect(admin.identity.createUser(fields('JOKO', 'Viewer'))).rejects.toMatchObject({ code: 'duplicate', params: { entity: 'user', field: 'username' } })
    await expect(admin.identity.createUser(fields('a b', 'Viewer'))).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['username'] }] } })
    await expect((await host.as('PPIC Manager')).identity.createUser(fields('x', 'Viewer'))).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'identity.create' } })
  })

  test('lists are paged and filtered, and know nothing of the System user', async () => {
    const admin = await host.as('Admin')
    const spv = await admin.identity.listUsers({ filter: { roleId: roleId('SPV Sewing') }, total: true })
    expect(spv).toMatchObject({ total: 1, rows: [{ username: 'joko' }] })
    expect((await admin.identity.listUsers({ filter: { sectionId: host.section('CUT') } })).rows).toEqual([])
    const first = await admin.identity.listUsers({ pageSize: 1, sort: [{ column: 'lastLoginAt', descending: true }] })
    const second = await admin.identity.listUsers({ pageSize: 1, sort: [{ column: 'lastLoginAt', descending: true }], cursor: first.next })
    expect(first.rows[0]!.id).not.toBe(second.rows[0]!.id)
    const all = await admin.identity.listUsers({ pageSize: 200 })
    expect(all.rows.map(({ username }) => username)).not.toContain('system')
    await expect(admin.identity.getUser({ id: systemUserId })).rejects.toMatchObject({ code: 'not-found' })
    expect((await admin.identity.listRoles({})).map(({ name }) => name)).not.toContain('System')
  })

  test('IA-4 nobody changes a user of a higher level', async () => {
    const manager = host.desk(managerSession)
    const { rows: [owner] } = await manager.identity.listUsers({ search: 'admin', filter: { roleId: roleId('Superadmin') } })
    const at = { id: owner!.id, version: owner!.version }
    for (const attempt of [
      () => manager.identity.updateUser({ ...at, fullName: 'Bukan Saya' }),
      () => host.desk({ ...managerSession, permissions: new Set(permissions) }).identity.setUserActive({ ...at, isActive: false }),
      () => manager.identity.resetPassword({ ...at, password: 'Rebut#2026' }),
      () => manager.identity.unlockUser({ id: at.id, reason: 'Coba' }),
      () => host.desk(managerSession, { isInternal: true }).identity.storePassword({ ...at, passwordHash: '!' }),
    ]) await expect(attempt()).rejects.toMatchObject({ code: 'higher-level', params: { role: 'Superadmin' } })
    const peer = await host.sessionFor('Manager')
    const { version } = await manager.identity.getUser({ id: peer.userId })
    expect(await manager.identity.updateUser({ id: peer.userId, version, fullName: 'Setingkat' })).toMatchObject({ fullName: 'Setingkat' })
  })

  test('IA-4 nobody gives a role of a higher level, nor changes what they themselves may', async () => {
    const manager = host.desk(managerSession)
    for (const role of ['Superadmin', 'Developer']) {
      await expect(manager.identity.createUser(fields('naik', role))).rejects.toMatchObject({ code: 'higher-level', params: { role } })
    }
    await expect(manager.identity.createUser(fields('naik', 'System'))).rejects.toMatchObject({ code: 'not-found' })
    const viewer = await host.sessionFor('Viewer')
    const at = async (id: string) => ({ id, version: (await manager.identity.getUser({ id })).version })
    await expect(manager.identity.updateUser({ ...(await at(viewer.userId)), roleId: roleId('Superadmin') })).rejects.toMatchObject({ code: 'higher-level' })
    expect(await manager.identity.updateUser({ ...(await at(viewer.userId)), roleId: roleId('Security') })).toMatchObject({ role: 'Security' })

    const own = await at(managerSession.userId)
    for (const rights of [{ roleId: roleId('Director') }, { sectionId: host.section('SEW') }, { sectionIds: [host.section('SEW')] }, { canSeeCost: true }]) {
      await expect(manager.identity.updateUser({ ...own, ...rights })).rejects.toMatchObject({ code: 'own-account' })
    }
    const superadmin = await host.sessionFor('Superadmin')
    await expect(host.desk(superadmin).identity.setUserActive({ ...(await at(superadmin.userId)), isActive: false })).rejects.toMatchObject({ code: 'own-account' })
    await expect(manager.identity.resetPassword({ ...own, password: 'Sendiri#26' })).rejects.toMatchObject({ code: 'own-account' })
    expect(await manager.identity.updateUser({ ...own, fullName: 'Nama Baru' })).toMatchObject({ fullName: 'Nama Baru' })
  })

  test('IA-4 only who may delete users keeps them out and lets them in again', async () => {
    const viewer = await host.sessionFor('Viewer')
    const at = async () => ({ id: viewer.userId, version: (await host.desk(managerSession).identity.getUser({ id: viewer.userId })).version })
    for (const role of ['Manager', 'Admin']) {
      await expect((await host.as(role)).identity.setUserActive({ ...(await at()), isActive: false })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'identity.delete' } })
    }
    const superadmin = await host.as('Superadmin')
    expect(await superadmin.identity.setUserActive({ ...(await at()), isActive: false })).toMatchObject({ isActive: false })
    await expect((await host.as('Admin')).identity.setUserActive({ ...(await at()), isActive: true })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await superadmin.identity.setUserActive({ ...(await at()), isActive: true })).toMatchObject({ isActive: true })
  })

  test('IA-9 who may not see costs gives that right to nobody, and gets at no account that has it', async () => {
    const manager = host.desk(managerSession)
    const needed = { code: 'forbidden', params: { needed: 'canSeeCost' } }
    await expect(manager.identity.createUser(fields('harga', 'Finance Manager'))).rejects.toMatchObject(needed)
    await expect(manager.identity.createUser({ ...fields('harga', 'Viewer'), canSeeCost: true })).rejects.toMatchObject(needed)
    const finance = await host.sessionFor('Finance Manager')
    const viewer = await host.sessionFor('Viewer')
    const at = async (id: string) => ({ id, version: (await manager.identity.getUser({ id })).version })
    await expect(manager.identity.updateUser({ ...(await at(viewer.userId)), canSeeCost: true })).rejects.toMatchObject(needed)
    await expect(manager.identity.resetPassword({ ...(await at(finance.userId)), password: 'Sendiri#26' })).rejects.toMatchObject(needed)
  })

  test('IA-5 a role of its own sections has the user’s one and those assigned, none without; management, planning and the stores have all', async () => {
    const sectionsOf = async (role: string, code?: string, sections: readonly string[] = []) => (await host.sessionFor(role, code, { sections })).sections
    expect(await sectionsOf('Admin Sewing', 'SEW')).toEqual(new Set([host.section('SEW')]))
    expect(await sectionsOf('Admin Sewing')).toEqual(new Set())
    expect(await sectionsOf('SPV Sewing', 'SEW', ['EMB'])).toEqual(new Set([host.section('SEW'), host.section('EMB')]))
    for (const role of ['Manager', 'Director', 'PPIC Admin', 'Warehouse Operator']) expect(await sectionsOf(role, 'WH')).toBe('all')
  })

  test('IA-5 whoever has no section is refused on the screens of sections, by name, and still reads what is everybody’s', async () => {
    const homeless = await host.as('Admin Sewing')
    const spv = host.desk(await host.sessionFor('SPV Sewing'))
    for (const attempt of [
      () => homeless.kanban.listBoards({}), () => homeless.kanban.listCards({}), () => homeless.kanban.listRules({}), () => homeless.warehouse.listStock({}),
      () => homeless.warehouse.listMoves({}), () => homeless.reports.previewReport({ report: 'inventory' }), () => spv.kanban.getBoard({ completedSince: '2026-11-01' }),
    ]) await expect(attempt()).rejects.toMatchObject({ code: 'no-section' })
    await expect(homeless.masters.listItems({})).resolves.toMatchObject({ rows: [] })
    await expect(homeless.notifications.listNotices({})).resolves.toMatchObject({ rows: [] })
    expect(await (await host.as('Admin Sewing', 'SEW')).kanban.listCards({})).toMatchObject({ rows: [] })
  })

  test('IA-5 Admin Sewing writing for Cutting is refused, as is anybody without a section, and the security log keeps it', async () => {
    const events = () => host.database.prepare(`select userId, detail from securityEvent where kind = 'FOREIGN_SECTION'`).all()
    const asked = { sectionId: host.section('CUT'), itemId: newId(), quantity: '5', neededBy: '2026-11-21' }
    const homeless = await host.sessionFor('Admin Sewing')
    const sewing = await host.sessionFor('Admin Sewing', 'SEW')
    for (const session of [sewing, homeless]) {
      await expect(host.desk(session).kanban.createCard(asked)).rejects.toMatchObject({ code: 'foreign-section', params: { sectionId: host.section('CUT') } })
    }
    await new Promise(resolve => setImmediate(resolve))
    expect(events()).toEqual([sewing, homeless].map(({ userId }) => ({ userId, detail: JSON.stringify({ procedure: 'kanban.createCard', sectionId: host.section('CUT') }) })))
  })

  test('IA-6 a section that is given or taken away counts at once', async () => {
    const admin = await host.as('Admin')
    const spv = await host.sessionFor('SPV Cutting', 'CUT')
    const { version } = await admin.identity.getUser({ id: spv.userId })
    const given = await admin.identity.updateUser({ id: spv.userId, version, sectionIds: [host.section('FIN'), host.section('PCK')] })
    expect([...given.sectionIds].sort()).toEqual([host.section('FIN'), host.section('PCK')].sort())
    const profile = () => host.desk(spv).identity.whoAmI({}).then(({ sections }) => sections)
    expect(await profile()).toHaveLength(3)
    await admin.identity.updateUser({ id: spv.userId, version: given.version, sectionIds: [host.section('PCK')] })
    expect(await profile()).toEqual([host.section('CUT'), host.section('PCK')])
  })

  test('IA-9 costs reach only those who may see them, by role or by person', async () => {
    const admin = await host.as('Superadmin')
    const { rows: [unit] } = await admin.masters.listUnits({ search: 'Pcs' })
    const { id } = await admin.masters.createItem({ code: 'IA-9', name: 'Kain', kind: 'RAW_MATERIAL', unitId: unit!.id, unitCost: '125' })
    const sees = async (role: string, more = {}) => 'unitCost' in (await host.desk(await host.sessionFor(role, 'SEW', more)).masters.getItem({ id }))
    const seeing = seededRoles.filter(({ canSeeCost, isHidden }) => canSeeCost && !isHidden).map(({ name }) => name)
    expect(seeing.sort()).toEqual(['Admin', 'Billing', 'Director', 'Finance Manager', 'PPIC Manager', 'Purchasing', 'Purchasing Head', 'Superadmin'])
    // Billing sees what invoices come to, and no items.
    for (const role of seeing.filter(name => name !== 'Billing')) expect([role, await sees(role)]).toEqual([role, true])
    for (const role of ['Manager', 'Admin Sewing', 'Warehouse Admin', 'Viewer', 'Developer']) expect([role, await sees(role)]).toEqual([role, false])
    expect(await sees('Admin Sewing', { canSeeCost: true })).toBe(true)
  })

  test('roles begin with the grants of the design', async () => {
    const of = (name: string) => seededPermissions(seededRoles.find(role => role.name === name)!)
    expect(permissions.filter(permission => !of('Superadmin').includes(permission))).toEqual(['process.overrideSegregation', 'process.overrideEmergency'])
    for (const role of ['Admin', 'Manager']) expect(modulePermissions.filter(permission => !of(role).includes(permission))).toEqual(['identity.delete', 'dataCare.delete', 'dataCare.execute'])
    expect(of('Director').filter(permission => !permission.endsWith('.view'))).toEqual(['process.readDailyProduction', 'process.viewPlanningDashboard', 'process.overrideEmergency'])
    const holders = (permission: Permission) => seededRoles.filter(role => role.level > 3 && seededPermissions(role).includes(permission)).map(({ name }) => name).sort()
    expect(holders('kanban.approve')).toEqual(['SPV Cutting', 'SPV Finishing', 'SPV Sewing', 'Warehouse Admin'])
    expect(holders('kanban.execute')).toEqual(['Warehouse Admin', 'Warehouse Operator'])
    expect(holders('kanban.create')).toEqual([
      'Admin Cutting', 'Admin Embroidery', 'Admin Finishing', 'Admin Packing', 'Admin Sewing', 'SPV Cutting', 'SPV Finishing', 'SPV Sewing', 'Warehouse Admin', 'Warehouse Operator',
    ])
    expect(holders('dataCare.create')).toEqual(['Warehouse Admin'])
    expect(holders('dataCare.view')).toEqual(['PPIC Manager', 'Warehouse Admin'])
    expect(holders('quality.approve')).toEqual(['QC Lab'])
    expect(holders('audit.view')).toEqual(['PPIC Manager'])
    const byName = <R extends { name: string }>(roles: R[]) => roles.sort((a, b) => a.name.localeCompare(b.name))
    const stored = await (await host.as('Admin')).identity.listRoles({})
    const seeded = seededRoles.filter(({ isHidden }) => !isHidden)
    expect(byName(stored.map(({ name, level, sections, grants }) => ({ name, level, sections, grants: [...grants].sort() }))))
      .toEqual(byName(seeded.map(({ name, level, sections, grants }) => ({ name, level, sections, grants: seededPermissions({ name, grants }).sort() }))))
  })

  test('a Developer only looks at production', () => {
    const production = seededPermissions(seededRoles.find(({ name }) => name === 'Developer')!).filter(permission => permission.startsWith('production.'))
    expect(production).toEqual(['production.view'])
  })

  test('a session knows what its role is granted at this moment', async () => {
    const session = await host.sessionFor('Security')
    expect([...session.permissions].sort()).toEqual(['finishedGoods.execute', 'finishedGoods.view', 'process.shipFinishedGoods', 'reports.view'])
  })

  const passwords: [string, string[]][] = [
    ['Pabrik#2026', []], ['Pabrik2026', ['symbol']], ['Pab#1', ['length']], ['pabrik#2026', ['upper']], ['PABRIK#2026', ['lower']], ['Pabrik#Jaya', ['digit']],
    ['', ['length', 'upper', 'lower', 'digit', 'symbol']], ['Pabrik 2026', ['symbol']], ['Ärger-12', []],
  ]
  test.each(passwords)('IA-2 the password “%s” breaks %j', (given, rules) => {
    expect(brokenRules(given)).toEqual(rules)
  })
})
