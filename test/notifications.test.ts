import { afterEach, beforeEach, expect, test } from 'vitest'
import { noticeKinds } from '../shared/notifications/notice.ts'
import { notificationsTexts } from '../shared/notifications/texts.ts'
import { systemUserId } from '../shared/identity/system-user.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

type Posted = Parameters<Desk['notifications']['postNotice']>[0]

let host: TestHost
beforeEach(async () => {
  host = await startTestHost({ now: '2026-11-20T01:00:00.000Z' })
})
afterEach(() => host.stop())

const hour = 3_600_000
const minutes = (count: number) => host.clock.advance(count * 60_000)
const item = '0192f000-0000-7000-8000-000000000001'
const other = '0192f000-0000-7000-8000-000000000002'
const warehouse = () => ({ section: host.section('WH') })
const post = (notice: Partial<Posted> = {}) =>
  host.system.notifications.postNotice({
    kind: 'KANBAN_APPROVED', audience: warehouse(), params: { number: 'KAN-20261120-0001', item: 'Kohair', quantity: '12.5', unit: 'yd' },
    entity: 'item', entityId: item, ...notice,
  })
const lowStock = (entityId = item) => post({ kind: 'MATERIAL_LOW_STOCK', params: { item: 'Kohair', location: 'Gudang', quantity: '20', unit: 'yd', minimum: '50' }, entityId })
const kindsOf = async (desk: Desk, input: Parameters<Desk['notifications']['listNotices']>[0] = {}) =>
  (await desk.notifications.listNotices(input)).rows.map(({ kind }) => kind)
const receipts = () => host.database.prepare('select count(*) from notificationReceipt').pluck().get() as number

test('NT-1 (a) who was away during an alert has one unread notice, with its time and place in the order', async () => {
  const session = await host.sessionFor('Admin Cutting', 'CUT')
  await post({ audience: { section: host.section('CUT') } })
  await host.restart()
  const cutting = host.desk(session)
  expect(await cutting.notifications.countUnread({})).toEqual({ unread: 1, open: 0, critical: [] })
  expect((await cutting.notifications.listNotices({})).rows).toEqual([{
    id: expect.any(String) as string, createdAt: '2026-11-20T01:00:00.000Z', kind: 'KANBAN_APPROVED', severity: 'INFO',
    params: { number: 'KAN-20261120-0001', item: 'Kohair', quantity: '12.5', unit: 'yd' }, entity: 'item', entityId: item, readAt: null, acknowledgedAt: null,
  }])
})

test('NT-2 (b) low stock at 08:00 and 09:00 is told once, out of stock at 10:00 is a second notice', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  await lowStock()
  minutes(60)
  await lowStock()
  expect(await kindsOf(operator)).toEqual(['MATERIAL_LOW_STOCK'])
  minutes(60)
  await post({ kind: 'MATERIAL_STOCKOUT', params: { item: 'Kohair', location: 'Gudang' } })
  expect(await kindsOf(operator)).toEqual(['MATERIAL_STOCKOUT', 'MATERIAL_LOW_STOCK'])
})

test('NT-2 a standing condition is told again after 24 hours, for another record at once, and when it is graver', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  await lowStock()
  host.clock.advance(24 * hour - 1)
  await lowStock()
  await lowStock(other)
  expect(await kindsOf(operator)).toHaveLength(2)
  host.clock.advance(1)
  await lowStock()
  expect(await kindsOf(operator)).toHaveLength(3)
  await post({ kind: 'MATERIAL_LOW_STOCK', severity: 'CRITICAL' })
  await post({ kind: 'MATERIAL_LOW_STOCK', severity: 'CRITICAL' })
  expect(await operator.notifications.countUnread({})).toMatchObject({ unread: 4, open: 1 })
})

test('NT-2 an event is told every time', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  for (let at = 0; at < 3; at += 1) await post()
  expect(await kindsOf(operator)).toHaveLength(3)
})

test('NT-2 a condition that concerned nobody is told as soon as there is somebody', async () => {
  await lowStock()
  const operator = await host.as('Warehouse Operator', 'WH')
  await lowStock()
  expect(await kindsOf(operator)).toEqual(['MATERIAL_LOW_STOCK'])
})

test('NT-1 (c) the audience is the host’s: nobody sees, counts, reads or acknowledges what is another’s', async () => {
  const packing = await host.as('Admin Packing', 'PCK')
  const sewing = await host.as('Admin Sewing', 'SEW')
  await post({ kind: 'MATERIAL_STOCKOUT', audience: { section: host.section('SEW') } })
  expect(await packing.notifications.countUnread({})).toEqual({ unread: 0, open: 0, critical: [] })
  expect(await kindsOf(packing)).toEqual([])

  const { rows: [notice] } = await sewing.notifications.listNotices({})
  const id = notice!.id
  const refusal = { code: 'not-found', params: { entity: 'notificationReceipt', id } }
  await expect(packing.notifications.markRead({ ids: [id] })).rejects.toMatchObject(refusal)
  await expect(packing.notifications.acknowledge({ ids: [id] })).rejects.toMatchObject(refusal)
  await expect(packing.notifications.markAllRead({ upTo: id })).rejects.toMatchObject(refusal)
  await expect(packing.notifications.listNotices({ filter: { since: id } })).rejects.toMatchObject(refusal)
  await expect(packing.notifications.postNotice({ kind: 'KANBAN_APPROVED', audience: { everyone: true }, params: {} })).rejects.toMatchObject({ code: 'not-found' })
  expect(await sewing.notifications.countUnread({})).toMatchObject({ unread: 1, open: 1 })

  const receiptEvents = host.events.filter(({ entity }) => entity === 'notificationReceipt')
  expect(receiptEvents.map(({ scope }) => scope.userId)).toEqual([host.database.prepare('select userId from notificationReceipt').pluck().get()])
})

test('NT-1 an audience is a user, a section with its supervisors, a role by id or name, or everyone; each has one receipt', async () => {
  const sewing = await host.sessionFor('Admin Sewing', 'SEW')
  const supervisor = await host.sessionFor('SPV Sewing', 'CUT', { sections: ['SEW'] })
  const packing = await host.sessionFor('Admin Packing', 'PCK')
  const idsOf = () => (host.database.prepare('select userId from notificationReceipt order by userId').pluck().all() as string[])
  const told = async (audience: Posted['audience']) => {
    const before = idsOf()
    await post({ audience })
    return idsOf().filter((id, at, all) => all.indexOf(id) === at && all.filter(one => one === id).length > before.filter(one => one === id).length).sort()
  }
  const ids = (...sessions: { userId: string }[]) => sessions.map(({ userId }) => userId).sort()
  const administrator = host.database.prepare(`select id as userId from user where username = 'admin'`).get() as { userId: string }
  const sewingRole = host.database.prepare(`select id from role where name = 'Admin Sewing'`).pluck().get() as string

  expect(await told({ user: packing.userId })).toEqual(ids(packing))
  expect(await told({ section: host.section('SEW') })).toEqual(ids(sewing, supervisor))
  expect(await told({ role: 'admin sewing' })).toEqual(ids(sewing))
  expect(await told({ role: sewingRole })).toEqual(ids(sewing))
  expect(await told({ everyone: true })).toEqual(ids(administrator, sewing, supervisor, packing))
  const before = receipts()
  await post({ audience: [{ section: host.section('SEW') }, { role: sewingRole }, { user: sewing.userId }] })
  expect(receipts() - before).toBe(2)
})

test('NT-1 inactive users and the hidden System user are in no audience', async () => {
  const sewing = await host.sessionFor('Admin Sewing', 'SEW')
  const { version } = host.database.prepare('select version from user where id = ?').get(sewing.userId) as { version: number }
  await host.system.identity.setUserActive({ id: sewing.userId, version, isActive: false })
  await post({ audience: [{ user: sewing.userId }, { section: host.section('SEW') }, { user: systemUserId }] })
  expect(receipts()).toBe(0)
  await post({ audience: { everyone: true } })
  expect(host.database.prepare('select count(*) from notificationReceipt where userId in (?, ?)').pluck().get(sewing.userId, systemUserId)).toBe(0)
})

test('NT-3 a notice is stored with its cause: what fails tells nobody', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  const events = host.events.length
  await expect(host.system.notifications.postNotice({ kind: 'KANBAN_APPROVED', audience: warehouse(), params: {}, entity: 'nothing' as 'item' })).rejects.toMatchObject({ code: 'invalid-input' })
  expect(await operator.notifications.countUnread({})).toMatchObject({ unread: 0 })
  expect(host.events.length).toBe(events)
  await post()
  expect(host.events.slice(events).map(({ entity }) => entity)).toEqual(['notification', 'notificationReceipt'])
})

test('NT-3 a desk that comes back hears what it missed, in order, and nothing twice', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  for (let at = 0; at < 3; at += 1) await post({ params: { number: `${at}` } })
  const { rows } = await operator.notifications.listNotices({})
  expect(rows.map(({ params }) => params.number)).toEqual(['2', '1', '0'])

  for (let at = 3; at < 6; at += 1) await post({ params: { number: `${at}` } })
  const missed = await operator.notifications.listNotices({ filter: { since: rows[0]!.id }, pageSize: 2 })
  expect(missed.rows.map(({ params }) => params.number)).toEqual(['3', '4'])
  const rest = await operator.notifications.listNotices({ filter: { since: rows[0]!.id }, pageSize: 2, cursor: missed.next })
  expect(rest.rows.map(({ params }) => params.number)).toEqual(['5'])
  expect(rest.next).toBeUndefined()
  expect(await kindsOf(operator, { filter: { since: rest.rows[0]!.id } })).toEqual([])
})

test('NT-4 (d) an urgent request stays critical for the warehouse until it is acknowledged; reading is not enough', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  const colleague = await host.as('Warehouse Admin', 'WH')
  await post({ kind: 'KANBAN_NEW_REQUEST', severity: 'CRITICAL', params: { number: 'KAN-20261120-0007', section: 'Packing', item: 'Karton', quantity: '500', unit: 'pcs', priority: 'URGENT' } })
  const { unread, open, critical } = await operator.notifications.countUnread({})
  expect([unread, open, critical.map(({ params }) => params.number)]).toEqual([1, 1, ['KAN-20261120-0007']])

  const ids = critical.map(({ id }) => id)
  minutes(1)
  expect(await operator.notifications.markRead({ ids })).toEqual({ changed: 1 })
  expect(await operator.notifications.markRead({ ids })).toEqual({ changed: 0 })
  expect(await operator.notifications.countUnread({})).toMatchObject({ unread: 0, open: 1 })
  minutes(1)
  expect(await operator.notifications.acknowledge({ ids })).toEqual({ changed: 1 })
  expect(await operator.notifications.acknowledge({ ids })).toEqual({ changed: 0 })
  expect(await operator.notifications.countUnread({})).toEqual({ unread: 0, open: 0, critical: [] })
  const { rows: [notice] } = await operator.notifications.listNotices({})
  expect(notice).toMatchObject({ readAt: '2026-11-20T01:01:00.000Z', acknowledgedAt: '2026-11-20T01:02:00.000Z' })
  expect(await colleague.notifications.countUnread({})).toMatchObject({ unread: 1, open: 1 })
})

test('NT-4 acknowledging also marks as read, and of many the newest twenty come along', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  for (let at = 0; at < 25; at += 1) await post({ kind: 'KANBAN_NEW_REQUEST', severity: 'CRITICAL', params: { number: `${at}` } })
  const { open, critical } = await operator.notifications.countUnread({})
  expect([open, critical.length, critical[0]?.params.number]).toEqual([25, 20, '24'])
  await operator.notifications.acknowledge({ ids: critical.map(({ id }) => id) })
  expect(await operator.notifications.countUnread({})).toMatchObject({ unread: 5, open: 5 })
})

test('all is read up to what was seen: a notice arriving meanwhile stays unread', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  await post()
  await post()
  const { rows: [newest] } = await operator.notifications.listNotices({})
  await post()
  expect(await operator.notifications.markAllRead({ upTo: newest!.id })).toEqual({ changed: 2 })
  expect(await operator.notifications.countUnread({})).toMatchObject({ unread: 1 })
  expect(await operator.notifications.markAllRead({})).toEqual({ changed: 1 })
})

test('the list is filtered by unread, open and severity, and counts what it leaves out', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  await post()
  await lowStock()
  await post({ kind: 'MATERIAL_STOCKOUT' })
  const { rows: [critical, , info] } = await operator.notifications.listNotices({})
  await operator.notifications.markRead({ ids: [info!.id] })
  expect(await kindsOf(operator, { filter: { isUnread: true } })).toEqual(['MATERIAL_STOCKOUT', 'MATERIAL_LOW_STOCK'])
  expect(await kindsOf(operator, { filter: { isUnread: false } })).toEqual(['KANBAN_APPROVED'])
  expect(await kindsOf(operator, { filter: { isOpen: true } })).toEqual(['MATERIAL_STOCKOUT'])
  expect(await kindsOf(operator, { filter: { severity: 'WARNING' } })).toEqual(['MATERIAL_LOW_STOCK'])
  await operator.notifications.acknowledge({ ids: [critical!.id] })
  expect(await kindsOf(operator, { filter: { isOpen: true } })).toEqual([])
  expect(await kindsOf(operator, { filter: { isOpen: false } })).toHaveLength(3)
  expect(await operator.notifications.listNotices({ pageSize: 1, total: true, sort: [{ column: 'createdAt' }] })).toMatchObject({ total: 3, rows: [{ kind: 'KANBAN_APPROVED' }] })
})

test('a notice is no audited change of its own; who acknowledged when is kept in the receipt', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  await post()
  const { rows: [notice] } = await operator.notifications.listNotices({})
  await operator.notifications.acknowledge({ ids: [notice!.id] })
  expect(host.database.prepare(`select count(*) from auditEntry where entity like 'notification%'`).pluck().get()).toBe(0)
  expect(host.faults).toEqual([])
})

test('every kind has a text in both languages that asks for nothing the notice does not bring', () => {
  for (const notices of [notificationsTexts.id.notices, notificationsTexts.en.notices] as Record<string, string>[]) {
    for (const [kind, { params }] of Object.entries(noticeKinds)) {
      const asked = [...notices[kind]!.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1])
      expect(asked.filter(name => !(params as readonly string[]).includes(name!)), kind).toEqual([])
    }
  }
})

test('NT-1 everyday news can be kept quiet by each user for themselves, and only that', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  const colleague = await host.as('Warehouse Admin', 'WH')
  expect(await operator.notifications.listChoices({})).toEqual([])
  await operator.notifications.chooseNotice({ kind: 'KANBAN_APPROVED', hasSound: false, hasDesktopNotice: true })
  await operator.notifications.chooseNotice({ kind: 'KANBAN_APPROVED', hasSound: false, hasDesktopNotice: false })
  expect(await operator.notifications.listChoices({})).toEqual([{ kind: 'KANBAN_APPROVED', hasSound: false, hasDesktopNotice: false }])
  expect(await colleague.notifications.listChoices({})).toEqual([])
})

test('the list is filtered by kind and by days of the factory’s clock, and searched by what it says', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  await post()
  host.clock.advance(30 * hour)
  const later = await host.as('Warehouse Operator', 'WH')
  await lowStock()
  await post({ params: { number: 'KAN-20261121-0009', item: 'Benang' } })
  expect(await kindsOf(later, { filter: { kinds: ['MATERIAL_LOW_STOCK'] } })).toEqual(['MATERIAL_LOW_STOCK'])
  expect(await kindsOf(later, { filter: { fromDay: '2026-11-21', toDay: '2026-11-21' } })).toHaveLength(2)
  expect(await kindsOf(later, { filter: { toDay: '2026-11-20' } })).toEqual([])
  expect(await kindsOf(later, { search: 'benang' })).toHaveLength(1)
  expect(operator).toBeDefined()
})

test('after a year notices go, except critical ones that somebody has not acknowledged', async () => {
  const operator = await host.as('Warehouse Operator', 'WH')
  const colleague = await host.as('Warehouse Admin', 'WH')
  await post()
  await post({ kind: 'MATERIAL_STOCKOUT' })
  const { rows: [critical] } = await operator.notifications.listNotices({ filter: { isOpen: true } })
  await operator.notifications.acknowledge({ ids: [critical!.id] })
  expect(colleague).toBeDefined()
  host.clock.advance(364 * 24 * hour)
  expect(await host.system.notifications.forgetOld({})).toEqual({ forgotten: 0, left: false })
  host.clock.advance(2 * 24 * hour)
  expect(await host.system.notifications.forgetOld({})).toEqual({ forgotten: 3, left: false })
  expect(receipts()).toBe(1)
  expect(host.database.prepare('select kind from notification').pluck().all()).toEqual(['MATERIAL_STOCKOUT'])
  expect(host.faults).toEqual([])
})
