import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { menuSeeds } from '../shared/identity/menu-seeds.ts'
import { databaseFile } from '../src-main/database/open.ts'
import { menuTree } from '../shared/identity/rules.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
beforeEach(async () => {
  host = await startTestHost()
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const paths = async (desk: Desk) => (await desk.identity.listOwnMenus({})).flatMap(({ children }) => children.map(({ path }) => path!))
const menuId = (path: string) => host.database.prepare('select id from menuItem where path = ?').pluck().get(path) as string
const roleId = (name: string) => host.database.prepare('select id from role where name = ?').pluck().get(name) as string
const item = (code: string, path: string | null, parentId: string | null, position: number, isActive = true) =>
  ({ id: code, version: 1, code, name: code, nameEnglish: code, path, parentId, position, isActive })

test('IA-7 Admin and Superadmin have every menu without being given any; others exactly the active ones they were given', async () => {
  for (const role of ['Admin', 'Superadmin']) {
    const session = await host.sessionFor(role)
    expect((await paths(host.desk(session))).sort()).toEqual(menuSeeds.map(({ path }) => path).sort())
  }
  const viewer = await host.sessionFor('Viewer')
  const admin = await host.as('Admin')
  expect(await paths(host.desk(viewer))).toContain('/warehouse/stock')
  expect(await paths(host.desk(viewer))).not.toContain('/users')
  await admin.identity.changeMenus({ holders: { userIds: [viewer.userId] }, given: [menuId('/settings')], taken: [menuId('/warehouse/stock')], reason: 'uji' })
  expect(await paths(host.desk(viewer))).toContain('/settings')
  expect(await paths(host.desk(viewer))).not.toContain('/warehouse/stock')
  const { id, version } = (await admin.identity.listMenuItems({})).find(({ path }) => path === '/settings')!
  await admin.identity.updateMenuItem({ id, version, isActive: false })
  expect(await paths(host.desk(viewer))).not.toContain('/settings')
})

test('IA-7 a child shows its parent; groups and items stand in their order, and nothing empty is shown', () => {
  const items = [item('b', null, null, 1), item('a', null, null, 0), item('a2', '/a2', 'a', 1), item('a1', '/a1', 'a', 0), item('b1', '/b1', 'b', 0), item('b2', '/b2', 'b', 1, false)]
  const tree = (...held: string[]) => menuTree(items, held).map(({ code, children }) => [code, ...children.map(child => child.code)])
  expect(tree('a1', 'a2', 'b1', 'b2')).toEqual([['a', 'a1', 'a2'], ['b', 'b1']])
  expect(tree('a2')).toEqual([['a', 'a2']])
  expect(tree('b2', 'b')).toEqual([])
})

test('IA-7 a new user begins with the menus of the role; another role exchanges them, and what was given alone stays', async () => {
  const admin = await host.as('Admin')
  const session = await host.sessionFor('Viewer')
  const user = async () => admin.identity.getUser({ id: session.userId })
  await admin.identity.changeMenus({ holders: { userIds: [session.userId] }, given: [menuId('/settings')], taken: [], reason: 'uji' })
  const ofRole = await paths(host.desk(await host.sessionFor('QC Lab')))
  expect(ofRole).toEqual(expect.arrayContaining(['/notifications', '/reports', '/stages/rework']))
  await admin.identity.updateUser({ id: session.userId, version: (await user()).version, roleId: roleId('QC Lab') })
  expect((await paths(host.desk(session))).toSorted()).toEqual([...ofRole, '/settings'].toSorted())
  await admin.identity.changeMenus({ holders: { roleId: roleId('QC Lab') }, given: [menuId('/masters/items')], taken: [menuId('/reports')], reason: 'uji' })
  expect((await paths(host.desk(await host.sessionFor('QC Lab')))).toSorted()).toEqual([...ofRole.filter(path => path !== '/reports'), '/masters/items'].toSorted())
})

test('IA-7 menus are given to several users at once, never to oneself nor above', async () => {
  const session = await host.sessionFor('Admin')
  const admin = host.desk(session)
  const people = await Promise.all(['QC Lab', 'QC Inspector'].map(role => host.sessionFor(role)))
  const held = await admin.identity.changeMenus({ holders: { userIds: people.map(({ userId }) => userId) }, given: [menuId('/settings')], taken: [menuId('/reports')], reason: 'Regu baru' })
  expect(held.every(({ menuIds, hasAll }) => !hasAll && menuIds.includes(menuId('/settings')) && !menuIds.includes(menuId('/reports')))).toBe(true)
  const give = (userId: string) => admin.identity.changeMenus({ holders: { userIds: [people[0]!.userId, userId] }, given: [menuId('/roles')], taken: [], reason: 'x' })
  await expect(give(session.userId)).rejects.toMatchObject({ code: 'own-account' })
  await expect(give((await host.sessionFor('Manager')).userId)).rejects.toMatchObject({ code: 'higher-level' })
  expect(await paths(host.desk(people[0]!))).not.toContain('/roles')
})

test('IA-7 whoever handles invoices begins with the menus of their own work; what billing looks after and follow-up they open once they are given its menu', async () => {
  const work = async (role: string) => (await paths(host.desk(await host.sessionFor(role)))).filter(path => /^\/(fulfilment|follow-up|imports|reports)/.test(path)).sort()
  const all = ['/fulfilment/figures', '/fulfilment/invoices']
  const ofBilling = ['/follow-up/alerts', '/follow-up/clients', '/fulfilment/credit-notes', '/fulfilment/missing', '/fulfilment/returns']
  expect(await work('Picker')).toEqual([...all, '/fulfilment/my-picking'].sort())
  expect(await work('Packer')).toEqual([...all, '/fulfilment/dispatch', '/fulfilment/packing'].sort())
  expect(await work('Driver')).toEqual([...all, '/fulfilment/my-deliveries'].sort())
  expect(await work('Delivery')).toEqual([...all, '/fulfilment/dispatch', '/fulfilment/my-deliveries'].sort())
  expect(await work('Billing')).toEqual([...all, ...ofBilling, '/fulfilment/wall', '/imports', '/reports'].sort())
  expect(await work('Manager')).toEqual(expect.arrayContaining([...all, ...ofBilling, '/fulfilment/history', '/fulfilment/wall']))
  expect(await work('Viewer')).toEqual([...all, ...ofBilling, '/reports'].sort())
  expect(await work('QC Lab')).toEqual(['/reports'])
  const driver = await host.sessionFor('Driver')
  await (await host.as('Admin')).identity.changeMenus({ holders: { userIds: [driver.userId] }, given: [menuId('/follow-up/clients')], taken: [], reason: 'uji' })
  expect(await paths(host.desk(driver))).toContain('/follow-up/clients')
  await expect(host.desk(driver).followUp.listClients({})).resolves.toMatchObject({ rows: [] })
  const [id] = [driver.userId]
  await expect(host.desk(driver).followUp.logFollowUp({ customerId: id, channel: 'PHONE', outcome: 'NO_RESPONSE' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'followUp.create' } })
})

test('IA-7 a menu is no permission: the host refuses as before', async () => {
  const viewer = await host.sessionFor('Viewer')
  await (await host.as('Admin')).identity.changeMenus({ holders: { userIds: [viewer.userId] }, given: [menuId('/users')], taken: [menuId('/masters/items')], reason: 'uji' })
  await expect(host.desk(viewer).identity.listUsers({})).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'identity.view' } })
  await expect(host.desk(viewer).masters.listItems({})).resolves.toMatchObject({ rows: [] })
})

test('an order is kept, a name is changed in both languages, and the profile brings the tree', async () => {
  const admin = await host.as('Admin')
  const items = await admin.identity.listMenuItems({})
  const group = items.find(({ code }) => code === 'masters')!
  const children = items.filter(({ parentId }) => parentId === group.id).map(({ id }) => id)
  await admin.identity.arrangeMenuItems({ parentId: group.id, ids: children.toReversed() })
  const units = items.find(({ path }) => path === '/masters/units')!
  await admin.identity.updateMenuItem({ id: units.id, version: (await admin.identity.listMenuItems({})).find(({ id }) => id === units.id)!.version, name: 'Satuan ukur', nameEnglish: 'Measures' })
  const { menus } = await (await host.as('Viewer')).identity.whoAmI({})
  const masters = menus.find(({ code }) => code === 'masters')!
  expect(masters.children.map(({ path }) => items.find(one => one.path === path)!.id)).toEqual(children.toReversed().filter(id => items.find(one => one.id === id)!.isActive))
  expect(masters.children).toContainEqual({ code: '/masters/units', path: '/masters/units', name: 'Satuan ukur', nameEnglish: 'Measures' })
  await expect(admin.identity.arrangeMenuItems({ parentId: null, ids: children })).rejects.toMatchObject({ code: 'wrong-state' })
})

test('whoever worked before there were menus is given all that they may open', async () => {
  const viewer = await host.sessionFor('Viewer')
  const before = await paths(host.desk(viewer))
  const file = new BetterSqlite(join(host.folder, databaseFile))
  for (const table of ['userMenu', 'roleMenu', 'menuItem']) file.exec(`delete from ${table}`)
  file.close()
  await host.restart()
  expect(await paths(host.desk(viewer))).toEqual([])
  expect(await host.system.identity.completeMenus({})).toEqual({ added: menuSeeds.length })
  expect(await paths(host.desk(viewer))).toEqual(before)
  expect(await paths(host.desk(await host.sessionFor('Viewer')))).toEqual(before)
  expect(await host.system.identity.completeMenus({})).toEqual({ added: 0 })
})
