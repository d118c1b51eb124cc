import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditRow } from '../shared/audit/entries.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let manager: Desk
let finance: Desk
let unitId: string
let kohair: { id: string; version: number }

beforeAll(async () => {
  host = await startTestHost({ now: '2026-11-20T03:00:00.000Z' })
  unitId = (await host.system.masters.findUnits({ search: 'Pcs' })).rows[0]!.id
  const admin = await host.as('Superadmin')
  kohair = await admin.masters.createItem({ code: 'KHR-1', name: 'Kohair', kind: 'RAW_MATERIAL', unitId, minimumStock: '480', unitCost: '150' })
  host.clock.set('2026-11-21T03:00:00.000Z')
  kohair = await admin.masters.updateItem({ id: kohair.id, version: 1, minimumStock: '465', unitCost: '175' })
  manager = await host.as('Manager')
  finance = await host.as('Finance Manager')
  for (let at = 0; at < 8; at += 1) await manager.masters.createItem({ code: `B-${at}`, name: `Benang ${at}`, kind: 'AUXILIARY', unitId })
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const list = async (input: Parameters<Desk['audit']['listEntries']>[0], desk = manager) => desk.audit.listEntries(input)
const rows = async (input: Parameters<Desk['audit']['listEntries']>[0], desk = manager): Promise<AuditRow[]> => (await list(input, desk)).rows
const last = () => host.database.prepare('select max(seq) from auditEntry').pluck().get() as number

describe('AU-5 who reads the audit, and how', () => {
  test('AU-5 Developer, Superadmin, Manager, Finance, Admin and PPIC Manager read it, others are refused', async () => {
    for (const role of ['Developer', 'Superadmin', 'Manager', 'Finance Manager', 'Admin', 'PPIC Manager']) await expect((await host.as(role)).audit.listEntries({ pageSize: 1 }), role).resolves.toBeDefined()
    for (const role of ['Viewer', 'SPV Sewing', 'Warehouse Admin']) await expect((await host.as(role, 'SEW')).audit.listEntries({}), role).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('AU-5 fifty a page, a hundred at most, the newest first; the next page goes on where the last one ended', async () => {
    const first = await list({ total: true })
    expect(first.rows.length).toBe(50)
    expect(first.total).toBe(last())
    const all = [...first.rows]
    for (let next = first.next; next !== undefined; ) {
      const page = await list({ cursor: next, pageSize: 100 })
      all.push(...page.rows)
      next = page.next
    }
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: all[0]!.seq }, (_, at) => all[0]!.seq - at))
    expect((await rows({ sort: [{ column: 'seq' }], pageSize: 2 })).map(({ seq }) => seq)).toEqual([1, 2])
    await expect(list({ pageSize: 101 })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(list({ cursor: '1 or 1' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('AU-5 filtered by user, module, act, kind of record, record and days of the factory’s clock', async () => {
    const userId = (await rows({ filter: { entity: 'item' }, pageSize: 1 }))[0]!.userId
    expect((await rows({ filter: { userId, entity: 'item' } })).length).toBe(8)
    expect((await rows({ filter: { module: 'masters', entity: 'item', actions: ['UPDATE'] } })).map(({ entityId }) => entityId)).toEqual([kohair.id])
    expect((await rows({ filter: { entity: 'item', entityId: kohair.id } })).map(({ action }) => action)).toEqual(['UPDATE', 'CREATE'])
    expect((await rows({ filter: { actions: ['DELETE', 'APPROVE'] } })).length).toBe(0)
    // 03:00 UTC is 10:00 in Jakarta: the creation was on the 20th there, the rest on the 21st.
    expect((await rows({ filter: { entity: 'item', toDay: '2026-11-20' } })).map(({ record }) => record)).toEqual(['KHR-1 · Kohair'])
    expect((await rows({ filter: { entity: 'item', fromDay: '2026-11-21', toDay: '2026-11-21' } })).length).toBe(9)
    expect(await rows({ filter: { fromDay: '2027-01-01' } })).toEqual([])
  })

  test('found by the number, code or name of a record, and by its own number', async () => {
    expect((await rows({ search: 'kohair' })).map(({ action }) => action)).toEqual(['UPDATE', 'CREATE'])
    expect((await rows({ search: 'KHR-1', filter: { actions: ['UPDATE'] } })).length).toBe(1)
    expect((await rows({ search: '#5' })).map(({ seq }) => seq)).toEqual([5])
    expect(await rows({ search: 'tidak ada yang begini' })).toEqual([])
  })

  test('AU-5 the audit is whole: who sees only their own sections is refused, although they may view it', async () => {
    const own = { ...(await host.sessionFor('SPV Sewing', 'SEW')), permissions: new Set(['audit.view'] as const) }
    await expect(host.desk(own).audit.listEntries({})).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(host.desk(own).audit.getEntry({ seq: 1 })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(host.desk(own).audit.summarize({})).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(host.desk(own).audit.listSecurityEvents({})).rejects.toMatchObject({ code: 'foreign-section' })
  })
})

describe('one act', () => {
  test('AU-3 (a) of a change from 480 to 465 only that is told, before and after', async () => {
    const [row] = await rows({ filter: { entity: 'item', entityId: kohair.id }, pageSize: 1 }, finance)
    const entry = await finance.audit.getEntry({ seq: row!.seq })
    expect(entry.changes).toEqual([
      { field: 'minimumStock', kind: 'decimal', before: '480', after: '465' }, { field: 'unitCost', kind: 'decimal', before: '150', after: '175' },
    ])
    expect(entry).toMatchObject({ record: 'KHR-1 · Kohair', action: 'UPDATE', module: 'masters', procedure: 'masters.updateItem', ip: '127.0.0.1', role: 'Superadmin' })
    expect(entry.hash).toBe(host.database.prepare('select hash from auditEntry where seq = ?').pluck().get(entry.seq))
    await expect(finance.audit.getEntry({ seq: last() + 100 })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('IA-9 costs are in no list, entry or file of who may not see them', async () => {
    const [row] = await rows({ filter: { entity: 'item', entityId: kohair.id }, pageSize: 1 })
    expect(row!.changes.map(({ field }) => field)).toEqual(['minimumStock'])
    expect((await manager.audit.getEntry({ seq: row!.seq })).changes.map(({ field }) => field)).toEqual(['minimumStock'])
    expect(await exported(manager, { filter: { entity: 'item', entityId: kohair.id } })).not.toMatch(/175|Harga/)
    expect(await exported(finance, { filter: { entity: 'item', entityId: kohair.id } })).toMatch(/Harga satuan: 150.*Harga satuan: 175/s)
  })

  test('secrets are nowhere, only that they changed', async () => {
    const [row] = await rows({ filter: { entity: 'user', actions: ['CREATE'] }, pageSize: 1 })
    const { changes } = await manager.audit.getEntry({ seq: row!.seq })
    expect(changes).toContainEqual({ field: 'passwordHash', kind: 'secret', before: null, after: null })
    expect(JSON.stringify(changes)).not.toContain('•••')
  })

  test('AU-7 of one record: who, what, when, where, why and how, in its order; from where is told to readers of the audit alone', async () => {
    const { rows: [change, creation] } = await manager.audit.listHistory({ entity: 'item', id: kohair.id })
    expect(change).toMatchObject({ action: 'UPDATE', role: 'Superadmin', at: '2026-11-21T03:00:00.000Z', ip: '127.0.0.1', module: 'masters', procedure: 'masters.updateItem', reason: null })
    expect(change!.deskId).toMatch(/^desk-/)
    expect(creation).toMatchObject({ action: 'CREATE' })
    const viewer = await host.as('Viewer')
    expect((await viewer.audit.listHistory({ entity: 'item', id: kohair.id })).rows[0]).toMatchObject({ ip: null, deskId: null })
  })
})

async function exported(desk: Desk, input: Partial<Parameters<Desk['audit']['exportEntries']>[0]> = {}): Promise<string> {
  const file = await desk.audit.exportEntries({ format: 'csv', language: 'id', ...input })
  return readFileSync(host.host.files.redeem(file.ticket).path, 'utf8')
}

describe('AU-5 exports', () => {
  test('AU-5 a file holds what the list shows, in words, and the audit keeps who took it', async () => {
    const before = last()
    const text = await exported(manager, { filter: { entity: 'item' }, search: 'kohair' })
    const [heading, ...lines] = text.trimEnd().split('\r\n')
    expect(heading).toBe('\uFEFFNomor;Waktu;Pengguna;Peran;Tindakan;Modul;Jenis data;Data;Sebelum;Sesudah;Alasan;Dari mana;Bagaimana')
    expect(lines.length).toBe(2)
    expect(lines[0]).toContain('21-11-2026 10.00 WIB;Superadmin 1;Superadmin;Diubah;Data induk;Barang;KHR-1 · Kohair;Stok minimum: 480;Stok minimum: 465;;komputer host · komputer SK-1;Lewat layar Data induk')
    const [kept] = await rows({ filter: { actions: ['EXPORT'] }, pageSize: 1 })
    expect(kept).toMatchObject({ seq: before + 1, entity: 'reportExport', procedure: 'reports.recordExport' })
    expect((await manager.audit.getEntry({ seq: kept!.seq })).changes).toContainEqual({ field: 'rowCount', kind: 'number', before: null, after: 2 })
  })

  test('AU-5 (c) an export without the right to it is refused, leaves no trace of a file, and is kept in the security log', async () => {
    const before = last()
    const operator = await host.sessionFor('Warehouse Operator', 'WH')
    const acts = last()
    await expect(host.desk(operator).audit.exportEntries({ format: 'csv' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'audit.view' } })
    expect(last()).toBe(acts)
    expect(before).toBeLessThan(acts)
    await expect.poll(async () => (await manager.audit.listSecurityEvents({ filter: { userId: operator.userId } })).rows).toMatchObject([
      { kind: 'FORBIDDEN', severity: 'WARNING', procedure: 'audit.exportEntries', needed: 'audit.view', ip: '127.0.0.1', count: 1 },
    ])
  })
})

test('AU-5 the summary: all, a day, a week, the busiest of thirty days, and the latest deletions and approvals', async () => {
  const summary = await manager.audit.summarize({})
  const count = (where: string) => host.database.prepare(`select count(*) from auditEntry where ${where}`).pluck().get()
  expect(summary).toMatchObject({ total: last(), archived: 0, lastDay: count(`at >= '2026-11-20T03:00:00.000Z'`), lastWeek: last(), deletions: [], approvals: [] })
  expect(summary.days.length).toBe(30)
  expect(summary.days.at(-1)).toEqual({ day: '2026-11-21', count: count(`at >= '2026-11-20T17:00:00.000Z'`) })
  expect(summary.days.reduce((sum, day) => sum + day.count, 0)).toBe(last())
  expect(summary.users.length).toBe(10)
  expect(summary.users[0]!.count).toBeGreaterThanOrEqual(summary.users[1]!.count)
  expect(summary.modules[0]!.count).toBeGreaterThanOrEqual(summary.modules[1]!.count)
})

describe('AU-6 what was locked is opened with a reason', () => {
  const lock = async (account: string) => {
    for (let at = 0; at < 5; at += 1) await host.system.identity.recordFailedLogin({ account, deskId: 'desk-x', ip: '10.0.0.9' })
  }

  test('AU-6 (d) without a reason it is refused, and no row is changed', async () => {
    const admin = await host.as('Admin')
    await lock('admin')
    const [locked] = await admin.identity.listLocks({})
    expect(locked).toMatchObject({ kind: 'desk', account: 'admin', userName: 'Admin Uji', address: null })
    const before = last()
    for (const reason of ['', '   ']) await expect(admin.identity.liftLock({ id: locked!.id, reason })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(last()).toBe(before)
    expect(await admin.identity.listLocks({})).toHaveLength(1)
  })

  test('AU-6 with one, before and after, why and from which address are kept', async () => {
    const superadmin = await host.as('Superadmin')
    const [locked] = await superadmin.identity.listLocks({})
    expect(locked!.canLift).toBe(true)
    await superadmin.identity.liftLock({ id: locked!.id, reason: 'Orangnya berdiri di depan saya' })
    expect(await superadmin.identity.listLocks({})).toEqual([])
    const [kept] = await rows({ filter: { actions: ['UNLOCK'] } })
    expect(kept).toMatchObject({ action: 'UNLOCK', reason: 'Orangnya berdiri di depan saya', ip: '127.0.0.1', entity: 'unlocking' })
    expect(kept!.changes).toContainEqual({ field: 'lockedUntil', kind: 'instant', before: null, after: locked!.until })
    await expect(superadmin.identity.liftLock({ id: locked!.id, reason: 'Lagi' })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('AU-6 nobody lifts the lock of somebody above them', async () => {
    await lock('admin')
    const admin = await host.as('Admin')
    const [locked] = await admin.identity.listLocks({})
    expect(locked!.canLift).toBe(false)
    await expect(admin.identity.liftLock({ id: locked!.id, reason: 'Coba' })).rejects.toMatchObject({ code: 'higher-level' })
  })
})
