import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '../shared/core/ids.ts'
import { describeBrowser } from '../shared/sessions/browser.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { openDesk, startTestLan } from './support/lan.ts'

const hour = 3_600_000
let host: TestHost
let admin: Desk
beforeEach(async () => {
  host = await startTestHost()
  admin = await host.as('Admin')
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const statesOf = (rows: readonly { fullName: string; state: string }[]) => rows.map(({ fullName, state }) => `${fullName} ${state}`)

/** Another session of the same user, at another desk. */
async function tokenAt(userId: string, deskId: string): Promise<string> {
  return (await host.system.identity.startSession({ userId, deskId, ip: '10.0.0.8', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36' })).token
}

describe('sessions', () => {
  test('are listed with who, where, since when and how they ended', async () => {
    const operator = await host.sessionFor('Warehouse Operator')
    await admin.desks.nameDesk({ id: operator.deskId, name: 'Meja Gudang 1', place: 'Gudang depan', isShared: false })
    await host.desk(operator).identity.logout({})
    const { rows, total } = await admin.sessions.listSessions({ total: true, sort: [{ column: 'startedAt', descending: false }] })
    expect(total).toBe(2)
    expect(rows).toMatchObject([
      { fullName: 'Admin 1', state: 'RUNNING', isThis: true, isOnline: false, deskName: null, endedAt: null },
      { fullName: 'Warehouse Operator 2', role: 'Warehouse Operator', state: 'LOGOUT', deskName: 'Meja Gudang 1', deskPlace: 'Gudang depan', ip: '127.0.0.1', userAgent: 'test', isThis: false },
    ])
    expect((await admin.sessions.listSessions({ filter: { isRunning: true } })).rows).toHaveLength(1)
    expect((await admin.sessions.listSessions({ search: 'gudang depan' })).rows).toHaveLength(1)
    expect((await admin.sessions.listSessions({ filter: { userId: newId() } })).rows).toEqual([])
  })

  test('IA-10 one that idled for 8 hours, IA-11 one of 7 days: shown so at once, and written down by the host', async () => {
    await host.sessionFor('Viewer')
    host.clock.advance(8 * hour + 1000)
    const manager = await host.as('Manager')
    const list = async () => statesOf((await manager.sessions.listSessions({ sort: [{ column: 'startedAt', descending: false }] })).rows)
    expect(await list()).toEqual(['Admin 1 IDLE', 'Viewer 2 IDLE', 'Manager 3 RUNNING'])
    expect(await host.system.sessions.endLapsed({})).toEqual({ count: 2 })
    expect(await list()).toEqual(['Admin 1 IDLE', 'Viewer 2 IDLE', 'Manager 3 RUNNING'])
    const [ended] = (await manager.sessions.listSessions({ sort: [{ column: 'startedAt', descending: false }] })).rows
    expect(ended?.endedAt).toBe('2026-11-20T11:00:00.000Z')
  })

  test('IA-11 a busy session is written down as expired after 7 days', async () => {
    const { id } = await host.sessionFor('Viewer')
    for (let day = 0; day < 7; day += 1) {
      host.clock.advance(6 * hour)
      await host.system.identity.touchSessions({ sessions: [{ id, at: host.clock.now() }] })
      host.clock.advance(18 * hour)
      await host.system.identity.touchSessions({ sessions: [{ id, at: host.clock.now() }] })
    }
    await host.system.sessions.endLapsed({})
    const ended = host.database.prepare('select endReason, endedAt, expiresAt from session where id = ?').get(id) as Record<string, string>
    expect(ended).toMatchObject({ endReason: 'EXPIRED', endedAt: ended.expiresAt })
  })

  test('IA-11 a screen on a wall stays signed in for months, nights off included; what is off for longer, is revoked or may more, does not', async () => {
    const day = 24 * hour
    const userId = (await host.sessionFor('Wall-screen')).userId
    const [tv, revoked] = [await tokenAt(userId, 'desk-tv'), await tokenAt(userId, 'desk-hall')]
    const isIn = (token: string) => host.host.sessions.byToken(token) !== undefined
    const nextDays = async (count: number) => {
      host.clock.advance(count * day)
      await host.system.sessions.endLapsed({})
    }
    const before = host.host.auditHead.seq
    for (let week = 0; week < 26; week += 1) {
      await nextDays(6)
      expect([tv, revoked].map(isIn)).toEqual([true, true])
      await host.system.identity.touchSessions({ sessions: host.host.sessions.takeSeen() })
      host.clock.advance(hour)
      expect(isIn(tv)).toBe(true)
      await host.system.identity.touchSessions({ sessions: host.host.sessions.takeSeen() })
    }
    // A renewal a day at most is in the audit, and nothing of each sign of life.
    expect(host.host.auditHead.seq - before).toBeLessThan(3 * 26 + 10)
    const superadmin = await host.as('Superadmin')
    await superadmin.sessions.endSession({ id: host.host.sessions.byToken(revoked)!.id })
    expect([tv, revoked].map(isIn)).toEqual([true, false])
    await nextDays(8)
    expect(isIn(tv)).toBe(false)
    expect(host.database.prepare("select endReason from session where deskId = 'desk-tv'").pluck().all()).toEqual(['EXPIRED'])

    const again = await tokenAt(userId, 'desk-tv')
    expect(isIn(again)).toBe(true)
    const role = (await superadmin.identity.listRoles({})).find(({ name }) => name === 'Wall-screen')!
    await superadmin.identity.updateRole({ id: role.id, version: role.version, grants: [...role.grants, 'planning.view'], reason: 'Boleh juga melihat SPK' })
    expect(isIn(again)).toBe(false)
    expect(host.database.prepare("select endReason from session where deskId = 'desk-tv' order by createdAt desc limit 1").pluck().get()).toBe('LOCKED')
  })

  test('say why they ended: deactivated, password, revoked', async () => {
    const superadmin = await host.as('Superadmin')
    const [viewer, other] = [await host.sessionFor('Viewer'), await host.sessionFor('Security')]
    await superadmin.identity.setUserActive({ id: viewer.userId, version: (await admin.identity.getUser({ id: viewer.userId })).version, isActive: false })
    await host.system.identity.storePassword({ id: other.userId, version: (await admin.identity.getUser({ id: other.userId })).version, passwordHash: '!' })
    const ended = await admin.sessions.listSessions({ filter: { isRunning: false } })
    expect(statesOf(ended.rows).sort()).toEqual(['Security 4 PASSWORD', 'Viewer 3 DEACTIVATED'])
  })

  test('IA-11 a session that is ended by an Admin is of no use at once, and the security log keeps who did it', async () => {
    const operator = await host.sessionFor('Warehouse Operator')
    const desk = host.desk(operator)
    await admin.sessions.endSession({ id: operator.id })
    expect(host.host.sessions.current(operator)).toBeUndefined()
    const [face] = (await admin.sessions.listSessions({ filter: { userId: operator.userId } })).rows
    expect(face).toMatchObject({ state: 'REVOKED' })
    await vi.waitFor(() => expect(host.database.prepare("select usernameAttempted from securityEvent where kind = 'SESSION_REVOKED'").pluck().all()).toEqual(['user-2']))
    // Ended once, it stays as it ended.
    await desk.identity.logout({})
    expect((await admin.sessions.listSessions({ filter: { userId: operator.userId } })).rows[0]).toMatchObject({ state: 'REVOKED' })
  })

  test('IA-4 nobody ends the session of a user of a higher level', async () => {
    const superadmin = await host.sessionFor('Superadmin')
    await expect(admin.sessions.endSession({ id: superadmin.id })).rejects.toMatchObject({ code: 'higher-level' })
    await expect(admin.sessions.endSessionsOf({ userId: superadmin.userId })).rejects.toMatchObject({ code: 'higher-level' })
    await expect((await host.as('Viewer')).sessions.listSessions({})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('of one’s own are seen and ended by everybody, those of others are not', async () => {
    const viewer = await host.sessionFor('Viewer')
    const desk = host.desk(viewer)
    const left = host.host.sessions.byToken(await tokenAt(viewer.userId, 'desk-left'))!
    await tokenAt(viewer.userId, 'desk-third')
    expect((await desk.sessions.listOwnSessions({})).map(({ deskId, isThis }) => [deskId, isThis])).toEqual(expect.arrayContaining([[viewer.deskId, true], ['desk-left', false]]))
    await desk.sessions.endOwnSession({ id: left.id })
    expect(host.host.sessions.current(left)).toBeUndefined()
    expect(await desk.sessions.endOwnOthers({})).toEqual({ count: 1 })
    expect(host.host.sessions.current(viewer)).toBeDefined()
    const adminsOwn = host.database.prepare("select session.id from session join user on user.id = userId where fullName = 'Admin 1'").pluck().get() as string
    await expect(desk.sessions.endOwnSession({ id: adminsOwn })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('over a real socket', () => {
  test('IA-11 revoking one session closes its line at once, revoking a user closes all of theirs; others stay', async () => {
    const lan = await startTestLan(host)
    try {
      const operator = await host.sessionFor('Warehouse Operator')
      const [first, second, third] = await Promise.all(['desk-a', 'desk-b', 'desk-c'].map(async deskId => {
        const token = await tokenAt(operator.userId, deskId)
        return { token, socket: await openDesk(lan, token, deskId) }
      }))
      const other = await openDesk(lan, await tokenAt((await host.sessionFor('Viewer')).userId, 'desk-d'), 'desk-d')
      const online = await admin.sessions.listSessions({ filter: { userId: operator.userId } })
      expect(online.rows.filter(({ isOnline }) => isOnline).map(({ deskId }) => deskId).sort()).toEqual(['desk-a', 'desk-b', 'desk-c'])

      const began = performance.now()
      await admin.sessions.endSession({ id: host.host.sessions.peek(first!.token)!.id })
      await vi.waitFor(() => expect(first!.socket.closeCode()).toBe(4401), { interval: 5 })
      expect(performance.now() - began).toBeLessThan(500)
      expect(first!.socket.frames.at(-1)).toEqual({ ended: 'signed-out' })
      expect(second!.socket.closeCode()).toBeUndefined()

      await admin.sessions.endSessionsOf({ userId: operator.userId })
      await vi.waitFor(() => expect([second, third].map(desk => desk!.socket.closeCode())).toEqual([4401, 4401]), { interval: 5 })
      expect(other.closeCode()).toBeUndefined()
    } finally {
      await lan.close()
    }
  })
})

describe('desks', () => {
  test('who is on which desk now: named or not, alone or several, and who was there last', async () => {
    const lan = await startTestLan(host)
    try {
      const [operator, viewer] = [await host.sessionFor('Warehouse Operator'), await host.sessionFor('Viewer')]
      const line = await openDesk(lan, await tokenAt(operator.userId, 'desk-wh'), 'desk-wh')
      const second = await openDesk(lan, await tokenAt(viewer.userId, 'desk-wh'), 'desk-wh')
      await openDesk(lan, await tokenAt(viewer.userId, 'desk-x'), 'desk-x')
      const named = await admin.desks.nameDesk({ id: 'desk-wh', name: 'Meja Gudang 1', place: 'Gudang depan', isShared: true })
      expect(named).toMatchObject({ version: 1, isShared: true })
      const faces = await admin.desks.listDesks({})
      expect(faces.map(({ name, people }) => [name, people.map(({ fullName }) => fullName).sort()])).toEqual([
        ['Meja Gudang 1', ['Viewer 3', 'Warehouse Operator 2']], [null, ['Viewer 3']],
      ])
      line.close()
      second.close()
      await vi.waitFor(async () => expect((await admin.desks.listDesks({})).find(({ id }) => id === 'desk-wh')).toMatchObject({ people: [], lastPerson: 'Viewer 3' }), { interval: 10 })
    } finally {
      await lan.close()
    }
  })

  test('have names of their own, changed by who may change settings, and forgotten again', async () => {
    const desk = await admin.desks.nameDesk({ id: 'desk-1', name: 'Kantor', place: '', isShared: false })
    await expect(admin.desks.nameDesk({ id: 'desk-1', name: 'Kantor 2', place: '', isShared: false })).rejects.toMatchObject({ code: 'conflict' })
    await expect(admin.desks.nameDesk({ id: 'desk-2', name: 'kantor', place: '', isShared: false })).rejects.toMatchObject({ code: 'duplicate', params: { field: 'name' } })
    await expect((await host.as('SPV Sewing', 'SEW')).desks.nameDesk({ id: 'desk-3', name: 'Jahit', place: '', isShared: false })).rejects.toMatchObject({ code: 'forbidden' })
    const renamed = await admin.desks.nameDesk({ id: 'desk-1', version: desk.version, name: 'Kantor depan', place: 'Lantai 1', isShared: false })
    await admin.desks.forgetDesk({ id: 'desk-1', version: renamed.version })
    expect(await admin.desks.listDesks({})).toEqual([])
  })
})

test('a browser is said in words', () => {
  expect(describeBrowser('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36')).toBe('Chrome · Windows')
  expect(describeBrowser('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0')).toBe('Edge · Windows')
  expect(describeBrowser('Mozilla/5.0 (Linux; Android 15; SM-X210) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36')).toBe('Chrome · Android')
  expect(describeBrowser('Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1')).toBe('Safari · iOS')
  expect(describeBrowser('Lantai 0.1.0')).toBe('Lantai')
  expect(describeBrowser('something else')).toBe('')
})
