import { hashSync } from 'bcryptjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isGuessable, isLimited } from '../shared/operators/rules.ts'
import { visitor, type Session } from '../src-main/core/session.ts'
import { createClient } from '../src-renderer/core/client.ts'
import { replyOf, startTestHost, type Desk, type TestHost } from './support/host.ts'

const deskId = 'desk-shared'
const minute = 60_000
const cheap = (pin: string) => hashSync(pin, 4)
let host: TestHost
let admin: Desk
let operator: Session
let door: Desk
beforeEach(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  operator = await host.sessionFor('Warehouse Operator')
  door = createClient(async (name, input) => replyOf(await host.host.dispatch(visitor(deskId, '10.0.0.7'), name, input)))
  await admin.desks.nameDesk({ id: deskId, name: 'Meja bersama', place: 'Gudang', isShared: true })
  await host.system.operators.storePin({ userId: operator.userId, pinHash: cheap('2580') })
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})
const byPin = (userId: string, pin: string) => door.operators.switchByPin({ userId, pin, deskId })

describe('a quick change of operator', () => {
  test('by PIN: opens a session in under a second, ends the one before, and the audit names the person', async () => {
    const second = await host.sessionFor('Picker', 'WH')
    await admin.operators.setBadge({ userId: second.userId, code: 'LTB-0001' })
    const first = await byPin(operator.userId, '2580')
    const before = host.host.sessions.byToken(first.token)!
    expect(first).toMatchObject({ fullName: 'Warehouse Operator 2', role: 'Warehouse Operator' })
    const began = performance.now()
    const next = await door.operators.switchByBadge({ code: 'LTB-0001', deskId })
    expect(performance.now() - began).toBeLessThan(1000)
    expect(next.fullName).toBe('Picker 3')
    expect(host.host.sessions.current(before)).toBeUndefined()
    expect((await admin.sessions.listSessions({ filter: { userId: operator.userId } })).rows.map(({ state }) => state)).toContain('SWITCHED')
    const logins = host.database.prepare("select userName from auditEntry where procedure = 'operators.startQuickSession' and action = 'LOGIN' and \"before\" is null order by seq").pluck().all()
    expect(logins).toEqual(['user-2', 'user-3'])
  })

  test('only at a desk that is shared, and only its names are told', async () => {
    expect(await door.operators.describeDesk({ deskId })).toMatchObject({ isShared: true, name: 'Meja bersama', people: [{ fullName: 'Warehouse Operator 2', hasPin: true }] })
    expect(await door.operators.describeDesk({ deskId: 'desk-other' })).toMatchObject({ isShared: false, people: [] })
    await expect(door.operators.switchByPin({ userId: operator.userId, pin: '2580', deskId: 'desk-other' })).rejects.toMatchObject({ code: 'desk-not-shared' })
    await expect(host.desk(operator).operators.lockDesk({})).rejects.toMatchObject({ code: 'desk-not-shared' })
  })

  test('is for limited roles; full ones need the password', async () => {
    const manager = await host.sessionFor('Manager')
    await expect(admin.operators.setPin({ userId: manager.userId, pin: '2580' })).rejects.toMatchObject({ code: 'password-needed' })
    const costly = await host.sessionFor('Warehouse Operator', undefined, { canSeeCost: true })
    await expect(admin.operators.setBadge({ userId: costly.userId, code: 'LTB-0002' })).rejects.toMatchObject({ code: 'password-needed' })
    // A right that came later closes the door again.
    const user = await admin.identity.getUser({ id: operator.userId })
    await admin.identity.updateUser({ id: user.id, version: user.version, canSeeCost: true })
    await expect(byPin(operator.userId, '2580')).rejects.toMatchObject({ code: 'password-needed' })
  })

  test.each([
    ['the role', async () => {
      const role = (await admin.identity.listRoles({})).find(({ name }) => name === 'Warehouse Operator')!
      const wide = await admin.identity.updateRole({ id: role.id, version: role.version, grants: [...role.grants, 'audit.view'], reason: 'uji' })
      return () => admin.identity.updateRole({ id: role.id, version: wide.version, grants: [...role.grants], reason: 'uji' })
    }],
    ['the user', async () => {
      const user = await admin.identity.getUser({ id: operator.userId })
      const wide = await admin.identity.updateUser({ id: user.id, version: user.version, canSeeCost: true })
      return () => admin.identity.updateUser({ id: user.id, version: wide.version, canSeeCost: false })
    }],
    ['a permission for a time', async () => {
      const expiresAt = new Date(Date.parse(host.clock.now()) + 60 * minute).toISOString()
      const grant = await admin.identity.giveGrant({ userId: operator.userId, permission: 'process.clearData', expiresAt, reason: 'uji' })
      return () => admin.identity.revokeGrant({ id: grant.id, version: grant.version, reason: 'uji' })
    }],
  ] as const)('a session opened by PIN ends for good when %s gives more than a PIN opens; one by password goes on', async (_what, widen) => {
    const { token } = await byPin(operator.userId, '2580')
    const ordinary = await host.as('Picker', 'WH')
    expect(host.host.sessions.peek(token)).toBeDefined()
    const narrowAgain = await widen()
    expect(host.host.sessions.peek(token)).toBeUndefined()
    expect((await admin.sessions.listSessions({ filter: { userId: operator.userId } })).rows.map(({ state }) => state).sort()).toEqual(['LOCKED', 'RUNNING'])
    expect(host.host.sessions.current(operator)).toBeDefined()
    await expect(byPin(operator.userId, '2580')).rejects.toMatchObject({ code: 'password-needed' })
    await narrowAgain()
    expect(host.host.sessions.peek(token)).toBeUndefined()
    await expect(ordinary.identity.whoAmI({})).resolves.toMatchObject({ role: 'Picker' })
  })

  test('which roles may is data, and no role that looks after users or sees costs can be given it', async () => {
    const roles = await admin.operators.listSwitchRoles({})
    expect(roles.filter(({ canSwitchQuickly }) => canSwitchQuickly).every(({ level, wideRights }) => level === 5 && wideRights.length === 0)).toBe(true)
    const [chief, lab] = ['Purchasing Head', 'QC Lab'].map(name => roles.find(role => role.name === name)!)
    await expect(admin.operators.setRoleSwitching({ id: chief!.id, version: chief!.version, canSwitchQuickly: true })).rejects.toMatchObject({ code: 'role-not-limited', params: { needed: 'canSeeCost' } })
    expect(roles.find(({ name }) => name === 'Finance Manager')!.wideRights).toEqual(['canSeeCost', 'audit.view', 'dataCare.view'])
    expect(await admin.operators.setRoleSwitching({ id: lab!.id, version: lab!.version, canSwitchQuickly: true })).toMatchObject({ canSwitchQuickly: true })
    await expect((await host.as('Viewer')).operators.listSwitchRoles({})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('IA-1 wrong PINs lock like wrong passwords, and lift with them', async () => {
    for (let at = 0; at < 4; at += 1) await expect(byPin(operator.userId, '9999')).rejects.toMatchObject({ code: 'pin-wrong' })
    await expect(byPin(operator.userId, '9999')).rejects.toMatchObject({ code: 'account-locked' })
    await expect(byPin(operator.userId, '2580')).rejects.toMatchObject({ code: 'account-locked' })
    host.clock.advance(16 * minute)
    expect((await byPin(operator.userId, '2580')).username).toBe('user-2')
    for (let at = 0; at < 5; at += 1) await byPin(operator.userId, '9999').catch(() => undefined)
    await admin.identity.unlockUser({ id: operator.userId, reason: 'Lupa PIN' })
    expect((await byPin(operator.userId, '2580')).username).toBe('user-2')
  })

  test('unknown badges name nobody, and are counted for the desk', async () => {
    for (let at = 0; at < 4; at += 1) await expect(door.operators.switchByBadge({ code: `LTB-none-${at}`, deskId })).rejects.toMatchObject({ code: 'badge-unknown' })
    await expect(door.operators.switchByBadge({ code: 'LTB-none-9', deskId })).rejects.toMatchObject({ code: 'account-locked' })
    expect((await byPin(operator.userId, '2580')).username).toBe('user-2')
  })

  test('a badge is one person’s, kept as a hash; PIN and badge are taken off again', async () => {
    await admin.operators.setBadge({ userId: operator.userId, code: 'LTB-4711-secret' })
    const other = await host.sessionFor('Security')
    await expect(admin.operators.setBadge({ userId: other.userId, code: 'LTB-4711-secret' })).rejects.toMatchObject({ code: 'badge-taken', params: { name: 'Warehouse Operator 2' } })
    await expect(admin.operators.setBadge({ userId: other.userId, code: '4711' })).rejects.toMatchObject({ code: 'invalid-input' })
    const everything = JSON.stringify(['operatorPass', 'auditEntry', 'replayAnswer'].map(table => host.database.prepare(`select * from ${table}`).all()))
    expect(everything.includes('-secret')).toBe(false)
    expect(host.database.prepare("select after from auditEntry where entity = 'operatorPass' order by seq desc limit 1").pluck().get()).toBe('{"badgeHash":"•••"}')
    await admin.operators.clearPass({ userId: operator.userId, what: 'badge' })
    await expect(door.operators.switchByBadge({ code: 'LTB-4711-secret', deskId })).rejects.toMatchObject({ code: 'badge-unknown' })
    expect((await admin.operators.listOperators({ filter: { hasPin: true } })).rows).toMatchObject([{ fullName: 'Warehouse Operator 2', hasPin: true, hasBadge: false, wideRights: [] }])
  })

  test('one’s own PIN needs the present password, and no guessable PIN is taken', async () => {
    await host.system.identity.storePassword({ id: operator.userId, version: (await admin.identity.getUser({ id: operator.userId })).version, passwordHash: cheap('Pabrik#2026') })
    host.clock.advance(minute)
    const version = (await admin.identity.getUser({ id: operator.userId })).version
    const { token } = await host.system.identity.startSession({ userId: operator.userId, deskId: 'desk-9', ip: '127.0.0.1', userAgent: 'test' })
    expect(version).toBeGreaterThan(1)
    const desk = host.desk({ ...host.host.sessions.byToken(token)!, mustChangePassword: false })
    await expect(desk.operators.setOwnPin({ current: 'wrong', pin: '8642' })).rejects.toMatchObject({ code: 'password-needed' })
    await expect(admin.operators.setPin({ userId: operator.userId, pin: '1234' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('one’s own PIN and badge are told and taken off without the password; whoever may have none is told which right is too wide', async () => {
    await admin.operators.setBadge({ userId: operator.userId, code: 'LTB-0007' })
    const own = host.desk(operator).operators
    expect(await own.readOwnPass({})).toEqual({ mayHave: true, roleMay: true, wideRights: [], hasPin: true, hasBadge: true })
    await own.clearOwnPass({ what: 'pin' })
    expect(await own.readOwnPass({})).toMatchObject({ hasPin: false, hasBadge: true })
    await expect(byPin(operator.userId, '2580')).rejects.toMatchObject({ code: 'pin-wrong' })
    const costly = await host.sessionFor('Warehouse Operator', undefined, { canSeeCost: true })
    expect(await host.desk(costly).operators.readOwnPass({})).toEqual({ mayHave: false, roleMay: true, wideRights: ['canSeeCost'], hasPin: false, hasBadge: false })
    expect(await (await host.as('Manager')).operators.readOwnPass({})).toMatchObject({ mayHave: false, roleMay: false })
  })

  test('IA-10 a shared desk locks by itself after some minutes, another one does not', async () => {
    const { token } = await byPin(operator.userId, '2580')
    const elsewhere = await host.sessionFor('Security')
    host.clock.advance(5 * minute)
    expect(host.host.sessions.peek(token)).toBeDefined()
    host.clock.advance(1000)
    expect(host.host.sessions.peek(token)).toBeUndefined()
    expect(host.host.sessions.current(elsewhere)).toBeDefined()
    await host.system.sessions.endLapsed({})
    expect((await admin.sessions.listSessions({ filter: { userId: operator.userId, isRunning: false } })).rows).toMatchObject([{ state: 'LOCKED', deskId }])
    await byPin(operator.userId, '2580').then(({ token: again }) => host.desk(host.host.sessions.byToken(again)!).operators.lockDesk({}))
    expect((await admin.sessions.listSessions({ filter: { userId: operator.userId, isRunning: true } })).rows.map(({ deskId: at }) => at)).not.toContain(deskId)
  })
})

test('what is guessable, and which rights are limited', () => {
  expect(['0000', '1234', '87654321'].every(isGuessable)).toBe(true)
  expect(['2580', '1357', '1122'].some(isGuessable)).toBe(false)
  expect(isLimited({ permissions: ['kanban.view', 'warehouse.execute'], canSeeCost: false })).toBe(true)
  expect(isLimited({ permissions: ['kanban.view'], canSeeCost: true })).toBe(false)
  for (const permission of ['settings.view', 'dataCare.update', 'process.restoreData', 'process.clearData'] as const) expect(isLimited({ permissions: [permission], canSeeCost: false })).toBe(false)
})
