import { hashSync } from 'bcryptjs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { visitor } from '../src-main/core/session.ts'
import { startTestHost, type TestHost } from './support/host.ts'

const day = 86_400_000
let host: TestHost
beforeEach(async () => {
  host = await startTestHost()
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const roleId = (name: string) => host.database.prepare('select id from role where name = ?').pluck().get(name) as string
const person = (username: string, role = 'Viewer') => host.system.identity.createUserRecord({
  username, fullName: username, roleId: roleId(role), sectionId: null, sectionIds: [], canSeeCost: false, language: 'id', passwordHash: hashSync('Pabrik#2026', 4), mustChangePassword: false,
})
const signIn = (username: string, password: string) => host.desk(visitor('desk-a', '10.0.0.5')).identity.login({ username, password })
const isActive = (id: string) => host.database.prepare('select isActive from user where id = ?').pluck().get(id) === 1

test('IA-2 none of the last three passwords is chosen again, and the fourth may be', async () => {
  await person('sari')
  const { token } = await signIn('sari', 'Pabrik#2026')
  const change = (current: string, next: string) => host.desk(host.host.sessions.byToken(token)!).identity.changePassword({ current, next })
  await change('Pabrik#2026', 'Boneka#2026')
  await change('Boneka#2026', 'Kancil#2026')
  for (const used of ['Kancil#2026', 'Boneka#2026', 'Pabrik#2026']) await expect(change('Kancil#2026', used)).rejects.toMatchObject({ code: 'password-reused', params: { count: 3 } })
  await change('Kancil#2026', 'Merpati#26')
  await change('Merpati#26', 'Pabrik#2026')
}, 300_000)

test('IA-2 a password that has lapsed is changed at the next login; at first none lapses', async () => {
  await person('sari')
  host.clock.advance(89 * day)
  expect(await signIn('sari', 'Pabrik#2026')).toMatchObject({ mustChangePassword: false })
  await (await host.as('Admin')).settings.changeSetting({ key: 'identity.passwordDays', value: 90 })
  host.clock.advance(day)
  expect(await signIn('sari', 'Pabrik#2026')).toMatchObject({ mustChangePassword: true })
})

test('IA-2 a password that lapses while its user works ends nothing: they go on, change it in time, and are asked only at the next login', async () => {
  await person('sari')
  await (await host.as('Admin')).settings.changeSetting({ key: 'identity.passwordDays', value: 90 })
  host.clock.advance(90 * day - 60_000)
  const { token, mustChangePassword } = await signIn('sari', 'Pabrik#2026')
  const desk = () => host.desk(host.host.sessions.byToken(token)!)
  host.clock.advance(120_000)
  expect([mustChangePassword, (await desk().identity.whoAmI({})).mustChangePassword]).toEqual([false, false])
  await desk().identity.changePassword({ current: 'Pabrik#2026', next: 'Boneka#2026' })
  expect(await signIn('sari', 'Boneka#2026')).toMatchObject({ mustChangePassword: false })
})

test('IO-6 Indonesian at first; another language is each user’s own, at once in every session of theirs, and stays', async () => {
  await Promise.all(['sari', 'budi'].map(name => person(name)))
  const tokens = await Promise.all(['sari', 'sari', 'budi'].map(async name => (await signIn(name, 'Pabrik#2026')).token))
  const spoken = () => tokens.map(token => host.host.sessions.byToken(token)!.language)
  expect(spoken()).toEqual(['id', 'id', 'id'])
  await host.desk(host.host.sessions.byToken(tokens[0]!)!).identity.setLanguage({ language: 'en' })
  expect(spoken()).toEqual(['en', 'en', 'id'])
  expect(await signIn('sari', 'Pabrik#2026')).toMatchObject({ language: 'en', factory: { timeZone: 'Asia/Jakarta', currency: 'IDR' } })
  const created = await (await host.as('Admin')).identity.createUser({ username: 'baru', fullName: 'Baru', roleId: roleId('Viewer'), password: 'Pabrik#2026' })
  expect(created).toMatchObject({ language: 'id' })
})

test('IA-3 who is not seen for 90 days is kept out by the System, never the last Superadmin; who is let in again begins anew', async () => {
  const [idle, busy] = [await person('idle'), await person('busy')]
  const owner = host.database.prepare(`select id from user where username = 'admin'`).pluck().get() as string
  host.clock.advance(60 * day)
  await signIn('busy', 'Pabrik#2026')
  host.clock.advance(31 * day)
  expect(await host.system.identity.disableIdleUsers({})).toEqual({ count: 1 })
  expect([idle.id, busy.id, owner].map(isActive)).toEqual([false, true, true])
  const superadmin = await host.as('Superadmin')
  await superadmin.identity.setUserActive({ id: idle.id, version: (await superadmin.identity.getUser({ id: idle.id })).version, isActive: true })
  expect(await host.system.identity.disableIdleUsers({})).toMatchObject({ count: 1 })
  expect([isActive(idle.id), isActive(owner)]).toEqual([true, false])
})

test('several users are changed at once, all or none', async () => {
  const admin = await host.as('Superadmin')
  const people = [await person('a'), await person('b')]
  const at = people.map(({ id, version }) => ({ id, version }))
  expect(await admin.identity.changeUsers({ users: at, roleId: roleId('Security'), sectionId: host.section('WH'), reason: 'Pindah' })).toEqual({ count: 2 })
  expect((await admin.identity.listUsers({ filter: { roleId: roleId('Security'), sectionId: host.section('WH') } })).rows).toHaveLength(2)
  await expect(admin.identity.changeUsers({ users: at, roleId: roleId('Viewer'), reason: 'x' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['users', 0], reason: 'errors.conflict' }, { path: ['users', 1], reason: 'errors.conflict' }] } })
  const now = await Promise.all(people.map(({ id }) => admin.identity.getUser({ id })))
  await admin.identity.setUsersActive({ users: now.map(({ id, version }) => ({ id, version })), isActive: false, reason: 'Selesai kontrak' })
  expect(people.map(({ id }) => isActive(id))).toEqual([false, false])
})

test('IA-4 of several people each who may not be changed is named, and then nobody is', async () => {
  const own = await host.sessionFor('Admin')
  const { identity } = host.desk(own)
  const chief = await host.sessionFor('Manager')
  const clerk = await person('clerk')
  const ids = [clerk.id, own.userId, chief.userId]
  const { rows } = await identity.listUsers({ filter: { ids } })
  const users = ids.map(id => rows.find(row => row.id === id)!).map(({ id, version }) => ({ id, version }))
  await expect(identity.changeUsers({ users, sectionId: host.section('WH'), reason: 'Pindah' })).rejects.toMatchObject({
    code: 'invalid-input', params: { issues: [{ path: ['users', 1], reason: 'errors.own-account' }, { path: ['users', 2], reason: 'errors.higher-level' }] },
  })
  expect((await identity.getUser({ id: clerk.id })).sectionId).toBe(clerk.sectionId)
  expect(await identity.changeUsers({ users: users.slice(0, 1), sectionId: host.section('WH'), reason: 'Pindah' })).toEqual({ count: 1 })
})

test('a job title is there once in a section, and people change only what is theirs of themselves', async () => {
  const admin = await host.as('Admin')
  const title = await admin.identity.createJobTitle({ title: 'Kepala regu', sectionId: host.section('SEW') })
  await expect(admin.identity.createJobTitle({ title: 'kepala regu', sectionId: host.section('SEW') })).rejects.toMatchObject({ code: 'duplicate' })
  await admin.identity.createJobTitle({ title: 'Kepala regu', sectionId: host.section('CUT') })
  const session = await host.sessionFor('Viewer')
  const desk = host.desk(session)
  const { version } = await admin.identity.getUser({ id: session.userId })
  const changed = await admin.identity.updateUser({ id: session.userId, version, jobTitleId: title.id, email: 'sari@pabrik.id' })
  expect(await desk.identity.updateOwnAccount({ version: changed.version, fullName: 'Sari W', email: 'sari.w@pabrik.id', phone: '0812' })).toMatchObject({ fullName: 'Sari W', jobTitle: 'Kepala regu' })
  await expect(desk.identity.updateUser({ id: session.userId, version: changed.version + 1, fullName: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('IA-6 an account may see other sections than its role', async () => {
  const admin = await host.as('Admin')
  const spv = await host.sessionFor('SPV Cutting', 'CUT')
  const { version } = await admin.identity.getUser({ id: spv.userId })
  await admin.identity.updateUser({ id: spv.userId, version, sections: 'all' })
  expect((await host.desk(spv).identity.whoAmI({})).sections).toBe('all')
})

test('IA-5 whoever has no section still finds what belongs to none', async () => {
  const homeless = await host.as('Admin Sewing')
  await expect(homeless.search.find({ text: 'gudang' })).resolves.toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'section', name: 'Gudang' })]))
})
