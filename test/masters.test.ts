import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../shared/contract.ts'
import { decimal } from '../shared/core/decimal.ts'
import { fitsUnit, isWholePacking, piecesPerPallet } from '../shared/masters/rules.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let admin: Desk
let pcs: string
let meter: string

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  pcs = await unitId('Pcs')
  meter = await unitId('Meter')
})
afterAll(() => host.stop())

async function unitId(code: string): Promise<string> {
  const { rows } = await host.system.masters.findUnits({ search: code })
  return rows[0]!.id
}
async function locationId(code: string): Promise<string> {
  const { rows } = await host.system.masters.findLocations({ search: code })
  return rows[0]!.id
}
const fabric = (code: string, more = {}) => admin.masters.createItem({ code, name: `Kain ${code}`, kind: 'RAW_MATERIAL', unitId: meter, ...more })
const toy = (code: string, more = {}) => admin.masters.createItem({ code, name: `Boneka ${code}`, kind: 'FINISHED_GOOD', unitId: pcs, ...more })

describe('items', () => {
  test('MD-1 (a) 60 pieces a carton and 8 cartons a pallet make 480 a pallet', async () => {
    expect(await toy('MD1-A', { piecesPerCarton: 60, cartonsPerPallet: 8 })).toMatchObject({ piecesPerPallet: 480 })
    expect(piecesPerPallet({ piecesPerCarton: null, cartonsPerPallet: null })).toBe(null)
  })

  test('MD-1 (b) 60 pieces a carton without cartons a pallet are refused, new or changed', async () => {
    const refusal = { code: 'invalid-input', params: { issues: [{ path: ['cartonsPerPallet'], reason: 'masters.issues.packing-incomplete' }] } }
    await expect(toy('MD1-B', { piecesPerCarton: 60 })).rejects.toMatchObject(refusal)
    const { id, version } = await toy('MD1-C', { piecesPerCarton: 60, cartonsPerPallet: 8 })
    await expect(admin.masters.updateItem({ id, version, cartonsPerPallet: null })).rejects.toMatchObject(refusal)
    expect(await admin.masters.updateItem({ id, version, cartonsPerPallet: null, piecesPerCarton: null })).toMatchObject({ version: 2, piecesPerPallet: null })
    expect(isWholePacking({ piecesPerCarton: null, cartonsPerPallet: 8 })).toBe(false)
    await expect(toy('MD1-D', { piecesPerCarton: 0, cartonsPerPallet: 8 })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('MD-5 nothing can be deleted; what is deactivated stays where it is used and is no longer offered', async () => {
    expect(Object.keys(contract.masters).filter(name => /delete|remove/i.test(name))).toEqual([])
    const { id, version } = await fabric('MD5')
    const { isActive } = await admin.masters.setItemActive({ id, version, isActive: false })
    expect(isActive).toBe(false)
    expect(await admin.masters.findItems({ search: 'MD5' })).toEqual({ rows: [] })
    expect(await admin.masters.findItems({ search: 'MD5', activeOnly: false })).toMatchObject({ rows: [{ id, isActive: false }] })
    expect(await admin.masters.getItem({ id })).toMatchObject({ code: 'MD5' })
    expect((await admin.masters.listItems({ search: 'MD5', filter: { isActive: true } })).rows).toEqual([])
  })

  test('a code is taken whatever its case, and gaps around it do not count', async () => {
    await fabric('Dup-1')
    await expect(fabric(' dUP-1 ')).rejects.toMatchObject({ code: 'duplicate', params: { entity: 'item', field: 'code' } })
  })

  test('IA-9 a cost is neither shown to nor taken from who may not see costs', async () => {
    const { id, version } = await fabric('COST', { unitCost: '12500.5' })
    const [seer, other] = [await host.as('Purchasing'), await host.as('Warehouse Admin', 'WH')]
    expect((await seer.masters.getItem({ id })).unitCost).toBe(decimal('12500.5'))
    expect(await other.masters.getItem({ id })).not.toHaveProperty('unitCost')
    expect((await other.masters.listItems({ search: 'COST' })).rows[0]).not.toHaveProperty('unitCost')
    await expect(other.masters.updateItem({ id, version, unitCost: '1' })).rejects.toMatchObject({ code: 'forbidden' })
    await other.masters.updateItem({ id, version, name: 'Kain mahal' })
    expect(await seer.masters.getItem({ id })).toMatchObject({ name: 'Kain mahal', unitCost: decimal('12500.5') })
  })

  test('the unit stays once stock has moved', async () => {
    const [moved, still] = [await fabric('MOVED'), await fabric('STILL')]
    await admin.warehouse.receiveStock({ itemId: moved.id, quantity: '10', toLocationId: await locationId('WH-MAIN') })
    await expect(admin.masters.updateItem({ id: moved.id, version: 1, unitId: pcs })).rejects.toMatchObject({ code: 'in-use', params: { entity: 'item', by: 'stockMove' } })
    expect(await admin.masters.updateItem({ id: still.id, version: 1, unitId: pcs })).toMatchObject({ unitCode: 'Pcs' })
  })

  test('an item with stock on hand stays active, and the refusal names where it stands', async () => {
    const { id } = await fabric('STOCK')
    await admin.warehouse.receiveStock({ itemId: id, quantity: '10', toLocationId: await locationId('WH-MAIN') })
    await expect(admin.masters.setItemActive({ id, version: 1, isActive: false })).rejects.toMatchObject({
      code: 'in-use', params: { entity: 'item', id, by: 'stockBalance', examples: 'Gudang utama' },
    })
  })

  test('a minimum stock has no more decimals than its unit', async () => {
    await expect(toy('PLACES', { minimumStock: '2.5' })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['minimumStock'], reason: 'masters.issues.unit-places', params: { places: 0 } }] },
    })
    await expect(fabric('PLACES', { minimumStock: '2.255' })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['minimumStock'], reason: 'masters.issues.unit-places', params: { places: 2 } }] },
    })
    expect(await fabric('PLACES', { minimumStock: '2.25' })).toMatchObject({ minimumStock: decimal('2.25') })
    expect([fitsUnit(decimal('-2.5'), 1), fitsUnit(decimal('2.55'), 1), fitsUnit(decimal('0.0001'), 4)]).toEqual([true, false, true])
  })

  test('an inactive unit is not taken for a new item, but goes on counting the old ones', async () => {
    const unit = await admin.masters.createUnit({ code: 'Keranjang', name: 'Keranjang', places: 0 })
    const item = await admin.masters.createItem({ code: 'BASKET', name: 'Kancing', kind: 'AUXILIARY', unitId: unit.id })
    await admin.masters.setUnitActive({ ...unit, isActive: false })
    await expect(admin.masters.createItem({ code: 'BASKET-2', name: 'Ritsleting', kind: 'AUXILIARY', unitId: unit.id })).rejects.toMatchObject({
      code: 'inactive', params: { entity: 'unit', code: 'Keranjang' },
    })
    expect(await admin.masters.updateItem({ id: item.id, version: 1, name: 'Kancing besar' })).toMatchObject({ unitCode: 'Keranjang' })
  })

  test('two clerks on one item: the second is told, nothing is lost', async () => {
    const { id } = await fabric('CLERKS')
    await admin.masters.updateItem({ id, version: 1, notes: 'dari A' })
    await expect(admin.masters.updateItem({ id, version: 1, notes: 'dari B' })).rejects.toMatchObject({ code: 'conflict', params: { entity: 'item', id } })
    expect(await admin.masters.getItem({ id })).toMatchObject({ notes: 'dari A', version: 2 })
  })

  test('a list is searched by every word, narrowed, sorted and paged', async () => {
    for (const at of [1, 2, 3, 4, 5]) await toy(`LIST-${at}`, { category: at > 2 ? 'Beruang' : 'Kelinci', minimumStock: String(10 - at) })
    const list = (more = {}) => admin.masters.listItems({ search: 'list boneka', ...more })
    expect((await list()).rows.map(({ code }) => code)).toEqual(['LIST-1', 'LIST-2', 'LIST-3', 'LIST-4', 'LIST-5'])
    expect((await list({ filter: { category: 'Beruang' }, total: true })).total).toBe(3)
    expect((await list({ sort: [{ column: 'minimumStock' }], pageSize: 2 })).rows.map(({ code }) => code)).toEqual(['LIST-5', 'LIST-4'])
    const first = await list({ pageSize: 2 })
    expect((await list({ pageSize: 2, cursor: first.next })).rows.map(({ code }) => code)).toEqual(['LIST-3', 'LIST-4'])
    expect(await admin.masters.listItemGroups({})).toMatchObject({ categories: ['Beruang', 'Kelinci'] })
  })

  test('quick search finds the very code first, then what begins with it, then names', async () => {
    for (const [code, name] of [['ZIP-10', 'Ritsleting 10'], ['ZIP', 'Ritsleting'], ['X-ZIP', 'Lain'], ['Y', 'Zip merah']] as const) {
      await admin.masters.createItem({ code, name, kind: 'AUXILIARY', unitId: pcs })
    }
    expect((await admin.masters.findItems({ search: 'zip' })).rows.map(({ code }) => code)).toEqual(['ZIP', 'ZIP-10', 'Y', 'X-ZIP'])
    expect(await admin.masters.findItems({ search: 'zip', kinds: ['FINISHED_GOOD'] })).toEqual({ rows: [] })
    expect(await admin.masters.findItems({ search: '%', pageSize: 20 })).toEqual({ rows: [] })
  })

  test('everyone may choose master data, those who may view it see all of it, some may write', async () => {
    const sewing = await host.as('Admin Sewing', 'SEW')
    expect(await sewing.masters.findLocations({ search: 'wh-main' })).toMatchObject({ rows: [{ code: 'WH-MAIN' }] })
    const warehouse = await host.as('Warehouse Admin', 'WH')
    expect((await warehouse.masters.listItems({ pageSize: 1 })).rows).toHaveLength(1)
    expect(await warehouse.masters.createItem({ code: 'BY-WH', name: 'Lem', kind: 'AUXILIARY', unitId: pcs })).toMatchObject({ version: 1 })
    const viewer = await host.as('Viewer')
    await expect(viewer.masters.createUnit({ code: 'No', name: 'No', places: 0 })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'masters.create' } })
  })
})

describe('units', () => {
  test('a new factory has the usual units, in the user’s words', async () => {
    const { rows } = await admin.masters.listUnits({ pageSize: 100, sort: [{ column: 'code' }] })
    const codes = rows.map(({ code }) => code)
    for (const code of ['Pcs', 'Meter', 'Yard', 'Kg', 'Gram', 'Cm', 'Roll', 'Ctn', 'Box', 'Cone', 'Pack', 'Set', 'Liter', 'Sheet', 'Lusin', 'Gross', 'Ball']) expect(codes).toContain(code)
    expect(rows.find(({ code }) => code === 'Kg')).toMatchObject({ name: 'Kilogram', places: 4 })
  })

  test('decimals can be added at any time, but not taken away once stock has moved', async () => {
    const unit = await admin.masters.createUnit({ code: 'Ikat', name: 'Ikat', places: 1 })
    const item = await admin.masters.createItem({ code: 'BUNDLE', name: 'Pita', kind: 'AUXILIARY', unitId: unit.id })
    expect(await admin.masters.updateUnit({ ...unit, places: 0 })).toMatchObject({ places: 0, version: 2 })
    await admin.warehouse.receiveStock({ itemId: item.id, quantity: '3', toLocationId: await locationId('WH-MAIN') })
    expect(await admin.masters.updateUnit({ id: unit.id, version: 2, places: 2 })).toMatchObject({ places: 2 })
    await expect(admin.masters.updateUnit({ id: unit.id, version: 3, places: 1 })).rejects.toMatchObject({ code: 'in-use', params: { entity: 'unit' } })
  })
})

describe('sections', () => {
  test('one with active users stays, and the refusal names them', async () => {
    const { id } = await admin.masters.createSection({ code: 'LAB', name: 'Laboratorium' })
    await host.as('QC Lab', 'LAB')
    await expect(admin.masters.setSectionActive({ id, version: 1, isActive: false })).rejects.toMatchObject({
      code: 'in-use', params: { entity: 'section', by: 'user', examples: expect.stringContaining('QC Lab') as string },
    })
  })

  test('one with a kanban board, a location or a section below it stays', async () => {
    const { id, version } = await admin.masters.createSection({ code: 'ASM', name: 'Perakitan' })
    const store = await admin.masters.createLocation({ code: 'WH-ASM', name: 'Gudang perakitan', kind: 'INTERNAL', sectionId: id })
    const refused = (by: string) => expect(admin.masters.setSectionActive({ id, version, isActive: false })).rejects.toMatchObject({ code: 'in-use', params: { by } })
    await refused('location')
    const board = await admin.kanban.createBoard({
      sectionId: id, supplySectionId: host.section('WH'), supplyLocationId: await locationId('WH-MAIN'), storeLocationId: store.id,
    })
    await refused('kanbanBoard')
    await expect(admin.masters.setLocationActive({ id: store.id, version: 1, isActive: false })).rejects.toMatchObject({ code: 'in-use', params: { by: 'kanbanBoard' } })
    await admin.kanban.updateBoard({ id: board.id, version: board.version, isActive: false })
    await admin.masters.setLocationActive({ id: store.id, version: 1, isActive: false })
    const below = await admin.masters.createSection({ code: 'ASM-1', name: 'Perakitan 1', parentId: id })
    expect(below).toMatchObject({ parentName: 'Perakitan' })
    await refused('section')
    await admin.masters.setSectionActive({ id: below.id, version: 1, isActive: false })
    expect(await admin.masters.setSectionActive({ id, version, isActive: false })).toMatchObject({ isActive: false })
  })

  test('a section cannot stand below itself', async () => {
    const top = await admin.masters.createSection({ code: 'TOP', name: 'Atas' })
    const middle = await admin.masters.createSection({ code: 'MID', name: 'Tengah', parentId: top.id })
    for (const parentId of [top.id, middle.id]) {
      await expect(admin.masters.updateSection({ id: top.id, version: 1, parentId })).rejects.toMatchObject({
        code: 'invalid-input', params: { issues: [{ path: ['parentId'], reason: 'masters.issues.parent-below' }] },
      })
    }
    expect(await admin.masters.updateSection({ id: middle.id, version: 1, parentId: null })).toMatchObject({ parentId: null, parentName: null })
  })
})

describe('locations', () => {
  test('a new factory has the places stock comes from and goes to, which keep code, kind and activity', async () => {
    const id = await locationId('SUPPLIER')
    const refusal = { code: 'base-location', params: { code: 'SUPPLIER' } }
    await expect(admin.masters.setLocationActive({ id, version: 1, isActive: false })).rejects.toMatchObject(refusal)
    await expect(admin.masters.updateLocation({ id, version: 1, code: 'VENDOR' })).rejects.toMatchObject(refusal)
    await expect(admin.masters.updateLocation({ id, version: 1, kind: 'INTERNAL' })).rejects.toMatchObject(refusal)
    expect(await admin.masters.updateLocation({ id, version: 1, name: 'Semua pemasok' })).toMatchObject({ name: 'Semua pemasok', kind: 'SUPPLIER' })
  })

  test('one with stock stays, keeps its kind and section, and the refusal names the items', async () => {
    const { id } = await admin.masters.createLocation({ code: 'RACK', name: 'Rak', kind: 'INTERNAL', parentId: await locationId('WH-MAIN') })
    const { id: itemId } = await fabric('ON-RACK')
    await admin.warehouse.receiveStock({ itemId, quantity: '5', toLocationId: id })
    await expect(admin.masters.setLocationActive({ id, version: 1, isActive: false })).rejects.toMatchObject({
      code: 'in-use', params: { entity: 'location', by: 'stockBalance', examples: 'Kain ON-RACK' },
    })
    await expect(admin.masters.updateLocation({ id, version: 1, kind: 'VIEW' })).rejects.toMatchObject({ code: 'in-use', params: { by: 'stockMove' } })
    await expect(admin.masters.updateLocation({ id, version: 1, sectionId: host.section('SEW') })).rejects.toMatchObject({ code: 'in-use', params: { by: 'stockMove' } })
    await admin.warehouse.issueStock({ itemId, quantity: '5', fromLocationId: id })
    expect(await admin.masters.setLocationActive({ id, version: 1, isActive: false })).toMatchObject({ isActive: false })
  })

  test('a list narrows by kind and section, a search field too', async () => {
    const sectionId = host.section('CUT')
    await admin.masters.createLocation({ code: 'WH-CUT', name: 'Gudang potong', kind: 'INTERNAL', sectionId })
    expect((await admin.masters.listLocations({ filter: { sectionId } })).rows).toMatchObject([{ code: 'WH-CUT', sectionName: 'Cutting' }])
    expect((await admin.masters.listLocations({ filter: { kind: 'PRODUCTION' } })).rows).toMatchObject([{ code: 'PRODUCTION' }])
    expect((await admin.masters.findLocations({ kinds: ['SUPPLIER', 'CUSTOMER'] })).rows.map(({ code }) => code)).toEqual(['CUSTOMER', 'SUPPLIER'])
    expect(await admin.masters.findLocations({ search: 'potong', sectionId })).toMatchObject({ rows: [{ code: 'WH-CUT', sectionId }] })
  })
})
