import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Permission } from '../shared/core/permissions.ts'
import { startTestHost, type TestHost } from './support/host.ts'

const minute = 60_000
let host: TestHost
beforeEach(async () => {
  host = await startTestHost({ now: '2026-11-20T03:00:00.000Z' })
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const now = (permission: Permission, token: string) => host.host.sessions.peek(token)!.permissions.has(permission)
/** Somebody who came in by the door, whose token is asked for again with every call. */
async function atWork(role: string) {
  const session = await host.sessionFor(role, 'SEW')
  const { token } = await host.system.identity.startSession({ userId: session.userId, deskId: 'desk-x', ip: '127.0.0.1', userAgent: '' })
  return { userId: session.userId, token, desk: () => host.desk(host.host.sessions.byToken(token)!) }
}
const until = '2026-11-20T05:00:00.000Z'

test('IA-10 a grant counts at once in a session that is open, and lapses to the minute without a restart', async () => {
  const admin = await host.as('Admin')
  const viewer = await atWork('Viewer')
  await expect(viewer.desk().kanban.cancelCard({ id: viewer.userId, version: 1, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  const given = await admin.identity.giveGrant({ userId: viewer.userId, permission: 'kanban.create', expiresAt: until, reason: 'Menggantikan Sri yang cuti' })
  expect(given).toMatchObject({ permission: 'kanban.create', state: 'RUNNING', expiresAt: until, reason: 'Menggantikan Sri yang cuti' })
  await expect(viewer.desk().kanban.cancelCard({ id: viewer.userId, version: 1, reason: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  expect((await viewer.desk().identity.whoAmI({})).permissions).toContain('kanban.create')
  expect(await viewer.desk().identity.listOwnGrants({})).toMatchObject([{ id: given.id }])

  host.clock.set('2026-11-20T04:59:59.999Z')
  expect(now('kanban.create', viewer.token)).toBe(true)
  host.clock.set(until)
  expect(now('kanban.create', viewer.token)).toBe(false)
  expect((await viewer.desk().identity.whoAmI({})).permissions).not.toContain('kanban.create')
  expect(await viewer.desk().identity.listOwnGrants({})).toEqual([])
  expect(await admin.identity.listGrants({ filter: { state: 'LAPSED' } })).toMatchObject({ rows: [{ id: given.id, state: 'LAPSED' }] })
  await expect(admin.identity.revokeGrant({ id: given.id, version: given.version, reason: 'terlambat' })).rejects.toMatchObject({ code: 'wrong-state' })
})

test('IA-10 a grant that lapses takes nothing that the role holds, nor a longer grant of the same', async () => {
  const admin = await host.as('Admin')
  const viewer = await atWork('Viewer')
  for (const [permission, expiresAt] of [['kanban.view', until], ['kanban.create', until], ['kanban.create', '2026-11-20T06:00:00.000Z']] as const) {
    await admin.identity.giveGrant({ userId: viewer.userId, permission, expiresAt, reason: 'uji' })
  }
  host.clock.set('2026-11-20T05:30:00.000Z')
  expect([now('kanban.view', viewer.token), now('kanban.create', viewer.token)]).toEqual([true, true])
  host.clock.set('2026-11-20T06:00:00.000Z')
  expect([now('kanban.view', viewer.token), now('kanban.create', viewer.token)]).toEqual([true, false])
})

test('IA-10 a revoked grant is gone at once, and whoever holds the session hears of both', async () => {
  const admin = await host.as('Admin')
  const viewer = await atWork('Viewer')
  let heard = 0
  const stop = host.host.sessions.onChange(() => (heard += 1))
  const given = await admin.identity.giveGrant({ userId: viewer.userId, permission: 'process.unlockSectionDay', expiresAt: until, reason: 'uji' })
  expect([heard > 0, now('process.unlockSectionDay', viewer.token)]).toEqual([true, true])
  heard = 0
  expect(await admin.identity.revokeGrant({ id: given.id, version: given.version, reason: 'Sudah selesai' })).toMatchObject({ state: 'REVOKED' })
  expect([heard > 0, now('process.unlockSectionDay', viewer.token)]).toEqual([true, false])
  stop()
  const entries = host.database.prepare(`select action, reason from auditEntry where entity = 'permissionGrant' order by seq`).all()
  expect(entries).toEqual([{ action: 'APPROVE', reason: 'uji' }, { action: 'UPDATE', reason: 'Sudah selesai' }])
})

test('IA-10 whoever gets a grant hears when it is given, the day before it lapses, once, and when it is taken back', async () => {
  const admin = await host.as('Admin')
  const session = await host.sessionFor('Viewer')
  const viewer = host.desk(session)
  const told = async () => (await viewer.notifications.listNotices({})).rows.map(({ kind, params, readAt }) => [kind, params.permission, readAt !== null])
  const give = (permission: Permission, expiresAt: string) => admin.identity.giveGrant({ userId: session.userId, permission, expiresAt, reason: 'Menggantikan Sri' })
  const long = await give('kanban.create', '2026-11-23T03:00:00.000Z')
  expect((await viewer.notifications.listNotices({})).rows).toMatchObject([{ kind: 'GRANT_GIVEN', severity: 'INFO', params: { permission: 'kanban.create', until: '2026-11-23T03:00:00.000Z', reason: 'Menggantikan Sri' } }])
  await give('kanban.approve', '2026-11-21T03:00:00.000Z')
  expect(await host.system.identity.remindOfGrants({})).toEqual({ reminded: 0 })
  host.clock.set('2026-11-22T03:00:00.000Z')
  expect(await host.system.identity.remindOfGrants({})).toEqual({ reminded: 1 })
  host.clock.advance(15 * minute)
  await host.system.identity.remindOfGrants({})
  expect(await told()).toEqual([['GRANT_LAPSING', 'kanban.create', false], ['GRANT_GIVEN', 'kanban.approve', false], ['GRANT_GIVEN', 'kanban.create', false]])
  await (await host.as('Admin')).identity.revokeGrant({ id: long.id, version: long.version, reason: 'Sri sudah kembali' })
  expect(await told()).toEqual([['GRANT_REVOKED', 'kanban.create', false], ['GRANT_LAPSING', 'kanban.create', true], ['GRANT_GIVEN', 'kanban.approve', false], ['GRANT_GIVEN', 'kanban.create', true]])
  expect(await host.system.identity.remindOfGrants({})).toEqual({ reminded: 0 })
})

test('IA-4 nobody gives what they do not hold, to themselves, or to a higher level; a Superadmin may give anything', async () => {
  const adminSession = await host.sessionFor('Admin')
  const admin = host.desk(adminSession)
  const viewer = await host.sessionFor('Viewer')
  const give = (userId: string, permission: Permission, expiresAt = until) => ({ userId, permission, expiresAt, reason: 'uji' })
  await expect(admin.identity.giveGrant(give(viewer.userId, 'process.restoreData'))).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.restoreData' } })
  await expect(admin.identity.giveGrant(give(adminSession.userId, 'kanban.view'))).rejects.toMatchObject({ code: 'own-account' })
  const manager = await host.sessionFor('Manager')
  await expect(admin.identity.giveGrant(give(manager.userId, 'kanban.view'))).rejects.toMatchObject({ code: 'higher-level' })
  await expect(host.desk(viewer).identity.giveGrant(give(manager.userId, 'kanban.view'))).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'identity.approve' } })
  const superadmin = await host.as('Superadmin')
  expect(await superadmin.identity.giveGrant(give(viewer.userId, 'process.overrideSegregation'))).toMatchObject({ state: 'RUNNING' })
})

test('IA-10 what somebody has for a time they give to nobody, neither for a time nor by a role', async () => {
  const admin = await host.sessionFor('Admin', undefined, { grants: ['process.restoreData'] })
  expect(admin.permissions.has('process.restoreData')).toBe(true)
  const { identity } = host.desk(admin)
  const { userId } = await host.sessionFor('Viewer')
  const refused = { code: 'forbidden', params: { needed: 'process.restoreData' } }
  await expect(identity.giveGrant({ userId, permission: 'process.restoreData', expiresAt: until, reason: 'uji' })).rejects.toMatchObject(refused)
  const viewer = (await identity.listRoles({})).find(({ name }) => name === 'Viewer')!
  await expect(identity.updateRole({ id: viewer.id, version: viewer.version, grants: [...viewer.grants, 'process.restoreData'], reason: 'uji' })).rejects.toMatchObject(refused)
})

test('IA-10 a grant ends after now and within the days of the setting', async () => {
  const admin = await host.as('Admin')
  const { userId } = await host.sessionFor('Viewer')
  const give = (expiresAt: string) => admin.identity.giveGrant({ userId, permission: 'kanban.create', expiresAt, reason: 'uji' })
  await expect(give('2026-11-20T03:00:00.000Z')).rejects.toMatchObject({ code: 'grant-time', params: { maximum: 30 } })
  await expect(give('2026-12-20T03:01:00.000Z')).rejects.toMatchObject({ code: 'grant-time' })
  expect(await give('2026-12-20T03:00:00.000Z')).toMatchObject({ state: 'RUNNING' })
  host.clock.advance(minute)
  expect((await admin.identity.listGrants({ filter: { userId, state: 'RUNNING' } })).rows).toHaveLength(1)
})
