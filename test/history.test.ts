import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HistoryEntry } from '../shared/audit/history.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let admin: Desk
let unitId: string

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  unitId = (await admin.masters.findUnits({ search: 'Pcs' })).rows[0]!.id
})
afterAll(() => host.stop())

const newItem = (code: string, more = {}) => admin.masters.createItem({ code, name: 'Mata boneka', kind: 'AUXILIARY', unitId, ...more })
const historyOf = async (id: string, desk = admin): Promise<HistoryEntry[]> => (await desk.audit.listHistory({ entity: 'item', id })).rows

test('AU-3 of a change from 480 to 465 only that field is kept, before and after', async () => {
  const { id } = await newItem('EYE-480', { minimumStock: '480' })
  host.clock.advance(60_000)
  await admin.masters.updateItem({ id, version: 1, name: 'Mata boneka', minimumStock: '465' })
  const [change, creation] = await historyOf(id)
  expect(change).toMatchObject({
    action: 'UPDATE', procedure: 'masters.updateItem', at: host.clock.now(), userName: expect.stringContaining('Superadmin') as string,
    changes: [{ field: 'minimumStock', kind: 'decimal', before: '480', after: '465' }],
  })
  expect(host.database.prepare("select before, after from auditEntry where entityId = ? and action = 'UPDATE'").get(id)).toEqual({
    before: '{"minimumStock":4800000}', after: '{"minimumStock":4650000}',
  })
  expect(creation).toMatchObject({ action: 'CREATE' })
})

test('a saving that changes nothing leaves no trace', async () => {
  const { id } = await newItem('EYE-SAME')
  expect(await admin.masters.updateItem({ id, version: 1, name: 'Mata boneka' })).toMatchObject({ version: 1 })
  expect(await historyOf(id)).toHaveLength(1)
})

test('other records are named, words and flags are told apart, empty fields are left out', async () => {
  const { id } = await newItem('EYE-NAMES')
  const meter = (await admin.masters.findUnits({ search: 'Meter' })).rows[0]!.id
  await admin.masters.updateItem({ id, version: 1, unitId: meter })
  await admin.masters.setItemActive({ id, version: 2, isActive: false })
  const [deactivation, change, creation] = await historyOf(id)
  expect(deactivation!.changes).toEqual([{ field: 'isActive', kind: 'flag', before: true, after: false }])
  expect(change!.changes).toEqual([{ field: 'unitId', kind: 'text', before: 'Pcs', after: 'Meter' }])
  const fields = Object.fromEntries(creation!.changes.map(({ field, ...rest }) => [field, rest]))
  expect(fields.kind).toEqual({ kind: 'word', before: null, after: 'AUXILIARY' })
  expect(fields).not.toHaveProperty('notes')
  expect(fields).not.toHaveProperty('id')

  const { id: sectionId } = await admin.masters.createSection({ code: 'S-1', name: 'Sulam', parentId: host.section('SEW') })
  const [section] = (await admin.audit.listHistory({ entity: 'section', id: sectionId })).rows
  expect(section!.changes).toContainEqual({ field: 'parentId', kind: 'text', before: null, after: 'Jahit' })
})

test('IA-9 costs are in no history of who may not see them', async () => {
  const { id } = await newItem('EYE-COST', { unitCost: '150' })
  await admin.masters.updateItem({ id, version: 1, unitCost: '175', name: 'Mata boneka 8 mm' })
  const warehouse = await host.as('Warehouse Admin', 'WH')
  expect((await historyOf(id))[0]!.changes).toContainEqual({ field: 'unitCost', kind: 'decimal', before: '150', after: '175' })
  expect(JSON.stringify(await historyOf(id, warehouse))).not.toContain('unitCost')
  expect((await historyOf(id, warehouse))[0]!.changes).toEqual([{ field: 'name', kind: 'text', before: 'Mata boneka', after: 'Mata boneka 8 mm' }])
})

test('a history is read by who may view the record, of their own sections', async () => {
  const sewing = await host.as('Admin Sewing', 'SEW')
  const user = host.database.prepare('select id from user limit 1').pluck().get() as string
  await expect(sewing.audit.listHistory({ entity: 'user', id: user })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'identity.view' } })
  await expect(admin.audit.listHistory({ entity: 'notification', id: user })).rejects.toMatchObject({ code: 'invalid-input' })
  const { rows } = await admin.audit.listHistory({ entity: 'user', id: user })
  expect(rows.flatMap(({ changes }) => changes)).toContainEqual({ field: 'passwordHash', kind: 'secret', before: null, after: null })
})

test('IA-5 the history of another section’s board is refused', async () => {
  const [store] = [await admin.masters.createLocation({ code: 'WH-CUT', name: 'Gudang potong', kind: 'INTERNAL', sectionId: host.section('CUT') })]
  const main = (await admin.masters.findLocations({ search: 'WH-MAIN' })).rows[0]!.id
  const board = await admin.kanban.createBoard({ sectionId: host.section('CUT'), supplySectionId: host.section('WH'), supplyLocationId: main, storeLocationId: store.id })
  const ask = async (role: string, section: string) => (await host.as(role, section)).audit.listHistory({ entity: 'kanbanBoard', id: board.id })
  expect((await ask('Admin Cutting', 'CUT')).rows).toHaveLength(1)
  await expect(ask('Admin Sewing', 'SEW')).rejects.toMatchObject({ code: 'foreign-section' })
  await expect(admin.audit.listHistory({ entity: 'kanbanBoard', id: '00000000-0000-7000-8000-0000000000ff' })).rejects.toMatchObject({ code: 'not-found' })
})

test('IA-5 the history of a move is read by who sees it in the list of moves', async () => {
  const { id: itemId } = await newItem('EYE-MOVE')
  const rack = await admin.masters.createLocation({ code: 'RACK-CUT', name: 'Rak potong', kind: 'INTERNAL', sectionId: host.section('CUT') })
  const main = (await admin.masters.findLocations({ search: 'WH-MAIN' })).rows[0]!.id
  const receipt = await admin.warehouse.receiveStock({ itemId, quantity: '10', toLocationId: main })
  const supply = await admin.warehouse.transferStock({ itemId, quantity: '4', fromLocationId: main, toLocationId: rack.id })
  const ask = async (desk: Desk, id: string) => (await desk.audit.listHistory({ entity: 'stockMove', id })).rows.length
  const [cutting, sewing] = [await host.as('Admin Cutting', 'CUT'), await host.as('Admin Sewing', 'SEW')]
  for (const desk of [admin, cutting]) expect([await ask(desk, String(receipt.seq)), await ask(desk, String(supply.seq))]).toEqual([1, 1])
  expect(await ask(sewing, String(receipt.seq))).toBe(1)
  await expect(ask(sewing, String(supply.seq))).rejects.toMatchObject({ code: 'foreign-section' })
  for (const id of ['999999', 'x']) await expect(ask(sewing, id)).rejects.toMatchObject({ code: 'not-found' })
})

test('a long history comes in pages, the newest first', async () => {
  const { id } = await newItem('EYE-LONG')
  for (let version = 1; version <= 4; version += 1) await admin.masters.updateItem({ id, version, notes: `catatan ${version}` })
  const first = await admin.audit.listHistory({ entity: 'item', id, pageSize: 3 })
  const rest = await admin.audit.listHistory({ entity: 'item', id, pageSize: 3, cursor: first.next })
  expect([...first.rows, ...rest.rows].map(({ changes }) => changes.find(({ field }) => field === 'notes')?.after ?? null)).toEqual(['catatan 4', 'catatan 3', 'catatan 2', 'catatan 1', null])
  expect(rest.next).toBeUndefined()
})
