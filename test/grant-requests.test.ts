import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../src-main/core/session.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

const until = '2026-11-20T05:00:00.000Z'
let host: TestHost
let asker: Session
let grantee: Session
let admin: Desk
beforeEach(async () => {
  host = await startTestHost({ now: '2026-11-20T03:00:00.000Z' })
  ;[asker, grantee] = [await host.sessionFor('Director'), await host.sessionFor('Admin Sewing', 'SEW')]
  admin = await host.as('Admin')
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

type Asked = Parameters<Desk['identity']['requestGrant']>[0]
const ask = (more: Partial<Asked> = {}) =>
  host.desk(asker).identity.requestGrant({ userId: grantee.userId, permission: 'kanban.approve', expiresAt: until, reason: 'Menggantikan SPV yang cuti', ...more })
const kindsOf = async (session: Session) => (await host.desk(session).notifications.listNotices({})).rows.map(({ kind }) => kind)
const now = (session: Session) => host.host.sessions.current(session)!

test('IA-10 a permission is asked for by who may see users, and given by whoever decides: what, where, until when and why are told in words', async () => {
  const { id, number } = await ask({ sectionIds: [host.section('CUT')] })
  expect(now(grantee).permissions.has('kanban.approve')).toBe(false)
  const { request, lines, mine } = await admin.approvals.getRequest({ id })
  expect(request).toMatchObject({ number, kind: 'USER_GRANT', subject: { person: grantee.fullName, permission: 'kanban.approve', until }, reason: 'Menggantikan SPV yang cuti', status: 'PENDING' })
  expect(lines.map(({ labelKey, after }) => [labelKey, after])).toEqual([
    ['identity.grants.person', `${grantee.fullName} · Admin Sewing`], ['identity.grants.permission', 'kanban.approve'], ['identity.grants.sections', 'Cutting'], ['identity.grants.until', until],
  ])
  expect(mine.mayDecide).toBe(true)

  expect(await admin.approvals.approveStep({ id, step: 0 })).toMatchObject({ status: 'APPROVED' })
  const [given] = (await admin.identity.listGrants({ filter: { userId: grantee.userId } })).rows
  expect(given).toMatchObject({ permission: 'kanban.approve', sectionNames: ['Cutting'], expiresAt: until, reason: 'Menggantikan SPV yang cuti', grantedByName: 'Admin 3', state: 'RUNNING' })
  expect(now(grantee).permissions.has('kanban.approve')).toBe(true)
  expect(await kindsOf(asker)).toContain('APPROVAL_APPROVED')
  expect(await kindsOf(grantee)).toContain('GRANT_GIVEN')
  await expect((await host.as('PPIC Manager')).identity.requestGrant({ userId: grantee.userId, permission: 'kanban.view', expiresAt: until, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'identity.view' } })
})

test('IA-5, IA-10 sections that are lent are seen and written for the time, and not a minute longer', async () => {
  const { id } = await ask({ sectionIds: [host.section('CUT')] })
  await admin.approvals.approveStep({ id, step: 0 })
  const seen = () => (now(grantee).sections as ReadonlySet<string>).has(host.section('CUT'))
  expect([seen(), (await host.desk(now(grantee)).identity.whoAmI({})).sections]).toEqual([true, [host.section('SEW'), host.section('CUT')]])
  await expect(host.desk(now(grantee)).kanban.listCards({ filter: { sectionId: host.section('CUT') } })).resolves.toMatchObject({ rows: [] })
  host.clock.set(until)
  expect(seen()).toBe(false)
  await expect(host.desk(now(grantee)).kanban.listCards({ filter: { sectionId: host.section('CUT') } })).rejects.toMatchObject({ code: 'foreign-section' })
})

test('PL-19 nobody decides what they asked for, nor what is for themselves, not by a right that was lent to them either', async () => {
  const own = await host.sessionFor('Admin')
  const { id } = await ask({ userId: own.userId, permission: 'process.clearData' })
  await expect(host.desk(own).approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'own-request' })
  expect(await host.desk(own).approvals.countWaiting({})).toEqual({ count: 0, waiting: [] })
  const lender = await host.sessionFor('Superadmin')
  await host.desk(lender).approvals.createDelegation({ delegateId: own.userId, fromDay: '2026-11-20', toDay: '2026-11-21', reason: 'Cuti' })
  await expect(host.desk(own).approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'own-request' })
  const mine = await host.desk(own).identity.requestGrant({ userId: grantee.userId, permission: 'kanban.approve', expiresAt: until, reason: 'x' })
  await expect(host.desk(own).approvals.approveStep({ id: mine.id, step: 0 })).rejects.toMatchObject({ code: 'own-request' })
})

test('IA-4 whoever decides must be one who may give it, and is told what they lack; the request goes on waiting for one who may', async () => {
  const { id } = await ask({ permission: 'process.restoreData' })
  await expect(admin.approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.restoreData' } })
  expect((await admin.approvals.getRequest({ id })).request.status).toBe('PENDING')
  expect(await (await host.as('Superadmin')).approvals.approveStep({ id, step: 0 })).toMatchObject({ status: 'APPROVED' })
  const high = await host.sessionFor('Manager')
  const above = await ask({ userId: high.userId })
  await expect(admin.approvals.approveStep({ id: above.id, step: 0 })).rejects.toMatchObject({ code: 'higher-level', params: { role: 'Manager' } })
  // Where a role of own sections may give permissions, it gives its own sections only.
  const superadmin = await host.as('Superadmin')
  const role = (await superadmin.identity.listRoles({})).find(({ name }) => name === 'SPV Sewing')!
  await superadmin.identity.updateRole({ id: role.id, version: role.version, grants: [...role.grants, 'identity.view', 'identity.approve'], reason: 'uji' })
  const supervisor = host.desk(await host.sessionFor('SPV Sewing', 'SEW'))
  const foreign = await ask({ sectionIds: [host.section('CUT')] })
  await expect(supervisor.approvals.approveStep({ id: foreign.id, step: 0 })).rejects.toMatchObject({ code: 'foreign-section', params: { sectionId: host.section('CUT') } })
})

test('a permission is asked for once at a time, and in vain where its holder has changed meanwhile or its time has passed', async () => {
  const { id, number } = await ask()
  await expect(ask({ reason: 'lagi' })).rejects.toMatchObject({ code: 'approval-pending', params: { number } })
  const other = await ask({ permission: 'kanban.execute' })
  const user = await admin.identity.getUser({ id: grantee.userId })
  const viewer = (await admin.identity.listRoles({})).find(({ name }) => name === 'Viewer')!
  await admin.identity.updateUser({ id: user.id, version: user.version, roleId: viewer.id })
  expect(await admin.approvals.approveStep({ id, step: 0 })).toMatchObject({ status: 'REVERTED' })
  await admin.approvals.rejectRequest({ id: other.id, step: 0, reason: 'Tidak perlu' })
  expect((await admin.identity.listGrants({ filter: { userId: grantee.userId } })).rows).toEqual([])
  const late = await ask()
  host.clock.set(until)
  expect(await admin.approvals.approveStep({ id: late.id, step: 0 })).toMatchObject({ status: 'REVERTED' })
  await expect(ask({ permission: 'kanban.view', expiresAt: '2027-11-20T05:00:00.000Z' })).rejects.toMatchObject({ code: 'grant-time', params: { maximum: 30 } })
})

test('IA-10, PL-19 a request that nobody decided in time is void by itself at the minute its permission would have ended, and is no longer asked about', async () => {
  const { id, number } = await ask()
  const later = await ask({ permission: 'kanban.execute', expiresAt: '2026-11-20T06:00:00.000Z' })
  host.clock.set('2026-11-20T04:59:59.999Z')
  expect(await host.system.approvals.endLapsed({})).toEqual({ ended: 0 })
  host.clock.set(until)
  expect(await host.system.approvals.endLapsed({})).toEqual({ ended: 1 })
  expect(await admin.approvals.getRequest({ id })).toMatchObject({ request: { status: 'REVERTED' }, mine: { mayDecide: false } })
  expect((await admin.approvals.countWaiting({})).waiting.map(waiting => waiting.id)).toEqual([later.id])
  const [notice] = (await host.desk(asker).notifications.listNotices({})).rows
  expect(notice).toMatchObject({ kind: 'APPROVAL_LAPSED', severity: 'WARNING', params: { number } })
  expect(await host.system.approvals.endLapsed({})).toEqual({ ended: 0 })
  expect((await ask({ expiresAt: '2026-11-20T07:00:00.000Z' })).id).not.toBe(id)
})
