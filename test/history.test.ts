import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditedEntities, type HistoryEntry } from '../shared/audit/history.ts'
import { fieldLabel, valueText, type Wording } from '../shared/audit/wording.ts'
import { entityDefinition } from '../shared/core/entities.ts'
import { numberText } from '../shared/core/number-text.ts'
import { referencedEntity } from '../src-main/audit/columns.ts'
import { knownEntity } from '../src-main/audit/record-names.ts'
import { knownText } from '../src-main/engines/reports-text.ts'
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

const wording = (language: 'id' | 'en'): Wording => ({ language, text: key => knownText(language, key), day: day => day, instant: instant => instant, number: plain => numberText(plain, language) })
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

test('an extra field is told by the name that the factory gave it, in both languages, and written as its kind is', async () => {
  const attributes = { entity: 'item', position: 0 } as const
  await admin.masters.createAttributeDefinition({ ...attributes, labelIndonesian: 'Merek', labelEnglish: 'Brand', kind: 'text' })
  await admin.masters.createAttributeDefinition({ ...attributes, labelIndonesian: 'Lebar', labelEnglish: 'Width', kind: 'decimal' })
  const { id, version } = await newItem('EYE-BRAND', { attributes: { merek: 'Juki' } })
  await admin.masters.updateItem({ id, version, attributes: { merek: 'Brother', lebar: '1250.5' } })
  const [change] = await historyOf(id)
  const told = (language: 'id' | 'en') => change!.changes.map(one => [fieldLabel(wording(language), 'item', one), valueText(wording(language), 'item', one, one.before), valueText(wording(language), 'item', one, one.after)])
  expect(told('id')).toEqual([['Merek', 'Juki', 'Brother'], ['Lebar', '(kosong)', '1.250,5']])
  expect(told('en')).toEqual([['Brand', 'Juki', 'Brother'], ['Width', '(empty)', '1,250.5']])
})

test('what is lent with a permission for a time is told by names: the permission, the sections, who gave it', async () => {
  const { userId } = await host.sessionFor('Admin Sewing', 'SEW')
  const { id } = await admin.identity.giveGrant({ userId, permission: 'kanban.approve', sectionIds: [host.section('CUT')], expiresAt: new Date(Date.parse(host.clock.now()) + 3_600_000).toISOString(), reason: 'Cuti' })
  const { changes } = (await admin.audit.listHistory({ entity: 'permissionGrant', id })).rows[0]!
  const after = Object.fromEntries(changes.map(one => [fieldLabel(wording('id'), 'permissionGrant', one), valueText(wording('id'), 'permissionGrant', one, one.after)]))
  expect(after).toMatchObject({ Izin: 'Kanban: setujui', 'Bagian yang terlihat': 'Cutting', 'Diberikan oleh': expect.stringContaining('Superadmin') as string })
})

test('a request is told in words: its kind, its state, who decided', async () => {
  const { id } = await host.desk(await host.sessionFor('Director')).identity.requestGrant({ userId: (await host.sessionFor('Viewer')).userId, permission: 'kanban.view', expiresAt: new Date(Date.parse(host.clock.now()) + 3_600_000).toISOString(), reason: 'Cuti' })
  await admin.approvals.approveStep({ id, step: 0 })
  const told = (entity: string, changes: HistoryEntry['changes']) => changes.map(one => [fieldLabel(wording('id'), entity, one), valueText(wording('id'), entity, one, one.after)])
  const [decided, asked] = (await admin.audit.listHistory({ entity: 'approvalRequest', id })).rows
  expect(told('approvalRequest', asked!.changes)).toEqual(expect.arrayContaining([['Jenis', 'Izin sementara'], ['Status', 'Menunggu']]))
  expect(told('approvalRequest', decided!.changes)).toContainEqual(['Status', 'Disetujui'])
  const { rows } = await admin.audit.listEntries({ filter: { entity: 'approvalDecision' } })
  expect(told('approvalDecision', rows[0]!.changes)).toContainEqual(['Keputusan', 'disetujui'])
})

/** Kept for the program alone: keys of its own, plans of several parts, and what another field says already. */
const technical = ['attributes', 'epoch', 'logoId', 'isTraining', 'path', 'entity', 'entityId', 'documentEntity', 'documentId', 'params', 'audience', 'notificationId', 'columns', 'constants', 'replacements', 'setup', 'findings', 'parts', 'files',
  'previewSha256', 'state', 'filters', 'milliseconds', 'steps', 'subject', 'lines', 'before', 'change', 'step', 'topic', 'requestId', 'backupAuditSeq', 'replacedSeq', 'replacedHash']
const ofTheFactory = ['identity', 'settings', 'approvals', 'audit', 'masters', 'dataCare', 'notifications', 'imports', 'reports', 'training']

test.each(['id', 'en'] as const)('people, masters, settings and the care of data: no field is without a word in the audit (%s)', language => {
  const bookkeeping = ['id', 'version', 'createdAt', 'seq', 'at']
  const unnamed = auditedEntities.filter(entity => ofTheFactory.includes(entityDefinition(entity).view!.split('.')[0]!)).flatMap(entity => {
    const columns = (host.database.pragma(`table_info("${entity}")`) as { name: string }[]).map(({ name }) => name).filter(name => !bookkeeping.includes(name) && !technical.includes(name))
    return columns.filter(field => fieldLabel(wording(language), entity, { field }) === undefined).map(field => `${entity}.${field}`)
  })
  expect(unnamed).toEqual([])
})

test('AU-3 a column that refers to a record is told by that record’s name, never by its id', () => {
  const unnamed = auditedEntities.flatMap(entity => {
    const keys = host.database.prepare('select "from" as column, "table" as referred from pragma_foreign_key_list(?)').all(entity) as { readonly column: string; readonly referred: string }[]
    return keys.filter(({ column, referred }) => !entityDefinition(knownEntity(referred)!).ledger && referencedEntity(entity, column) !== referred).map(({ column, referred }) => `${entity}.${column} → ${referred}`)
  })
  expect(unnamed).toEqual([])
})
