import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Permission } from '../shared/core/permissions.ts'
import { rightsChange } from '../shared/identity/rules.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
beforeEach(async () => {
  host = await startTestHost()
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const role = async (desk: Desk, name: string) => (await desk.identity.listRoles({})).find(one => one.name === name)!
const change = async (desk: Desk, name: string, patch: object) => {
  const { id, version } = await role(desk, name)
  return desk.identity.updateRole({ id, version, reason: 'uji', ...patch })
}
const without = (grants: readonly Permission[], gone: Permission) => grants.filter(permission => permission !== gone)

test('a change of a role counts at once for whoever has it, and the audit says why', async () => {
  const admin = await host.as('Admin')
  const viewer = await host.sessionFor('Viewer')
  const { grants } = await role(admin, 'Viewer')
  const changed = await change(admin, 'Viewer', { grants: [...without(grants, 'projects.view'), 'kanban.create'], reason: 'Kunjungan auditor' })
  expect(rightsChange(grants, changed.grants)).toEqual({ given: ['kanban.create'], taken: ['projects.view'] })
  expect((await host.desk(host.host.sessions.current(viewer)!).identity.whoAmI({})).permissions).toContain('kanban.create')
  const reasons = host.database.prepare(`select action, reason from auditEntry where entity = 'roleGrant' order by seq desc limit 2`).all()
  expect(reasons).toEqual([{ action: 'CREATE', reason: 'Kunjungan auditor' }, { action: 'DELETE', reason: 'Kunjungan auditor' }])
})

test('a role is made as a copy, renamed, and deactivated once nobody has it', async () => {
  const admin = await host.as('Admin')
  const original = await role(admin, 'QC Inspector')
  const made = await admin.identity.createRole({ name: 'QC Malam', level: 5, sections: 'own', canSeeCost: false, copyOf: original.id, reason: 'Regu malam' })
  expect(made).toMatchObject({ name: 'QC Malam', sections: 'own', isActive: true, userCount: 0 })
  expect([...made.grants].sort()).toEqual([...original.grants].sort())
  const { userId } = await host.sessionFor('QC Malam', 'SEW')
  const renamed = await change(admin, 'QC Malam', { name: 'QC Regu C' })
  await expect(admin.identity.setRoleActive({ id: made.id, version: renamed.version, isActive: false, reason: 'x' })).rejects.toMatchObject({ code: 'in-use', params: { by: 'user' } })
  const user = await admin.identity.getUser({ id: userId })
  await admin.identity.updateUser({ id: userId, version: user.version, roleId: original.id })
  expect(await admin.identity.setRoleActive({ id: made.id, version: renamed.version, isActive: false, reason: 'Tidak dipakai' })).toMatchObject({ isActive: false })
  const again = await admin.identity.getUser({ id: userId })
  await expect(admin.identity.updateUser({ id: userId, version: again.version, roleId: made.id })).rejects.toMatchObject({ code: 'inactive', params: { entity: 'role' } })
})

test('nobody comes back with a role that was put away meanwhile', async () => {
  const superadmin = await host.as('Superadmin')
  const { userId: id } = await host.sessionFor('QC Lab', 'SEW')
  const off = await superadmin.identity.setUserActive({ id, version: (await superadmin.identity.getUser({ id })).version, isActive: false })
  const lab = await role(superadmin, 'QC Lab')
  await superadmin.identity.setRoleActive({ id: lab.id, version: lab.version, isActive: false, reason: 'uji' })
  await expect(superadmin.identity.setUserActive({ id, version: off.version, isActive: true })).rejects.toMatchObject({ code: 'inactive', params: { entity: 'role', code: 'QC Lab' } })
})

test('IA-4 nobody changes a role of a higher level, their own, or the Superadmin’s, nor makes one above themselves', async () => {
  const admin = await host.as('Admin')
  for (const name of ['Manager', 'Director', 'Superadmin', 'Developer']) await expect(change(admin, name, { name: 'x' })).rejects.toMatchObject({ code: 'higher-level' })
  await expect(change(admin, 'Admin', { name: 'x' })).rejects.toMatchObject({ code: 'own-role' })
  await expect(change(admin, 'Viewer', { level: 2 })).rejects.toMatchObject({ code: 'higher-level' })
  const superadmin = await host.as('Superadmin')
  await expect(change(superadmin, 'Superadmin', { grants: [] })).rejects.toMatchObject({ code: 'fixed-role' })
  await expect(change(superadmin, 'Viewer', { level: 1 })).rejects.toMatchObject({ code: 'invalid-input' })
  const system = host.database.prepare('select id, version from role where isHidden = 1').get() as { id: string; version: number }
  await expect(superadmin.identity.updateRole({ ...system, name: 'x', reason: 'x' })).rejects.toMatchObject({ code: 'not-found' })
})

test('IA-4 nobody gives a role what they do not hold, but the Superadmin; what they lack they may take away', async () => {
  const admin = await host.as('Admin')
  const { grants } = await role(admin, 'Viewer')
  await expect(change(admin, 'Viewer', { grants: [...grants, 'process.clearData'] })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.clearData' } })
  const superadmin = await host.as('Superadmin')
  await change(superadmin, 'Viewer', { grants: [...grants, 'process.overrideSegregation'] })
  expect((await change(admin, 'Viewer', { grants })).grants).not.toContain('process.overrideSegregation')
})

const person = (username: string, roleId: string) => ({ username, fullName: username, roleId, password: 'Kuat#2026' })

test('IA-4 nobody gives a role that may what theirs may not, nor gets at an account of one; the refusal names it', async () => {
  const [superadmin, admin] = [await host.as('Superadmin'), await host.as('Admin')]
  const keeper = await superadmin.identity.createRole({ name: 'Penjaga data', level: 5, sections: 'all', canSeeCost: false, copyOf: (await role(superadmin, 'Viewer')).id, reason: 'uji' })
  const grants = [...keeper.grants, 'dataCare.delete', 'process.restoreData'] as const
  await superadmin.identity.updateRole({ id: keeper.id, version: keeper.version, grants: [...grants], reason: 'uji' })
  const lacks = { code: 'role-exceeds', params: { role: 'Penjaga data', needed: ['dataCare.delete', 'process.restoreData'] } }
  await expect(admin.identity.createUser(person('penjaga', keeper.id))).rejects.toMatchObject(lacks)
  const viewer = await host.sessionFor('Viewer')
  const at = async (id: string) => ({ id, version: (await admin.identity.getUser({ id })).version })
  await expect(admin.identity.updateUser({ ...(await at(viewer.userId)), roleId: keeper.id })).rejects.toMatchObject(lacks)
  await expect(admin.identity.changeUsers({ users: [await at(viewer.userId)], roleId: keeper.id, reason: 'uji' })).rejects.toMatchObject({
    code: 'invalid-input', params: { issues: [{ path: ['users', 0], reason: 'errors.role-exceeds', params: lacks.params }] },
  })
  expect(await superadmin.identity.updateUser({ ...(await at(viewer.userId)), roleId: keeper.id })).toMatchObject({ role: 'Penjaga data' })
  await expect(admin.identity.resetPassword({ ...(await at(viewer.userId)), password: 'Rebut#2026' })).rejects.toMatchObject(lacks)
  // The everyday duties of others are no bar: an Admin takes on a supervisor.
  expect(await admin.identity.createUser(person('penyelia', (await role(admin, 'SPV Cutting')).id))).toMatchObject({ role: 'SPV Cutting' })
})

test('IA-4 nobody gives a role that sees more sections than they do, nor by a right they have for a time', async () => {
  const superadmin = await host.as('Superadmin')
  const headed = await superadmin.identity.createRole({ name: 'Kepala bagian', level: 4, sections: 'own', canSeeCost: false, copyOf: (await role(superadmin, 'Viewer')).id, reason: 'uji' })
  await superadmin.identity.updateRole({ id: headed.id, version: headed.version, grants: [...headed.grants, 'identity.create', 'identity.view'], reason: 'uji' })
  const head = host.desk(await host.sessionFor('Kepala bagian', 'SEW', { grants: ['warehouse.execute', 'kanban.create', 'kanban.execute'] }))
  await expect(head.identity.createUser(person('tamu', (await role(head, 'Viewer')).id))).rejects.toMatchObject({ code: 'role-exceeds', params: { role: 'Viewer', needed: ['allSections'] } })
  const refused = await head.identity.createUser(person('petugas', (await role(head, 'Warehouse Operator')).id)).catch((error: { params: object }) => error.params)
  expect(refused).toEqual({ role: 'Warehouse Operator', needed: ['allSections', 'warehouse.execute', 'kanban.create', 'kanban.execute'] })
})

test('IA-9 who may not see costs neither gives nor takes that right of a role', async () => {
  const manager = await host.as('Manager')
  await expect(change(manager, 'Viewer', { canSeeCost: true })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'canSeeCost' } })
  await expect(change(manager, 'Purchasing', { canSeeCost: false })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'canSeeCost' } })
  expect(await change(await host.as('Admin'), 'Viewer', { canSeeCost: true })).toMatchObject({ canSeeCost: true })
})

test('the last Superadmin can neither be kept out nor given another role', async () => {
  const owner = host.database.prepare(`select user.id, user.version from user join role on role.id = roleId where role.name = 'Superadmin'`).get() as { id: string; version: number }
  const developer = await host.sessionFor('Developer', undefined, { grants: ['identity.delete', 'identity.update'] })
  const other = host.database.prepare(`select id from role where name = 'Viewer'`).pluck().get() as string
  await expect(host.desk(developer).identity.setUserActive({ ...owner, isActive: false })).rejects.toMatchObject({ code: 'last-superadmin' })
  await expect(host.desk({ ...developer, canSeeCost: true }).identity.updateUser({ ...owner, roleId: other })).rejects.toMatchObject({ code: 'last-superadmin' })
  await host.sessionFor('Superadmin')
  expect(await host.desk(developer).identity.setUserActive({ ...owner, isActive: false })).toMatchObject({ isActive: false })
})
