import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { openRacks, unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let store: Desk
let sewing: Desk
let main: string
let rack: string
let shelf: string
let other: string
let ofPacking: string
let itemId: string

/** A store with a rack, on it a shelf; another rack of it is a section's. 100 in the store, 20 on the rack, 5 on the shelf, 7 on the section's, 40 elsewhere. */
beforeEach(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  store = await host.as('Warehouse Operator', 'WH')
  sewing = await host.as('Admin Sewing', 'SEW')
  const places = await openRacks(host, admin, ['SEW', 'PCK'])
  main = places['WH-MAIN']!
  const below = async (code: string, name: string, parentId: string | null, section: string | null = null) => (
    await admin.masters.createLocation({ code, name, kind: 'INTERNAL', parentId, sectionId: section === null ? null : host.section(section) })).id
  rack = await below('A', 'Rak A', main)
  shelf = await below('A-1', 'Papan 1', rack)
  other = await below('LAIN', 'Gudang lain', null)
  ofPacking = await below('A-PCK', 'Rak Packing di gudang', main, 'PCK')
  itemId = (await admin.masters.createItem({ code: 'KAIN', name: 'Kain', kind: 'RAW_MATERIAL', unitId: await unitIdOf(admin, 'Pcs') })).id
  for (const [at, quantity] of [[main, '100'], [rack, '20'], [shelf, '5'], [ofPacking, '7'], [other, '40']] as const) await store.warehouse.receiveStock({ itemId, quantity, toLocationId: at })
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

describe('a place is looked at with all that stands below it', () => {
  test('in the list of stock, which says where a rack stands; a section is not shown another’s rack', async () => {
    const at = async (locationId: string, desk = store) => (await desk.warehouse.listStock({ filter: { locationId } })).rows.map(row => [row.locationPath, decimalText(row.onHand)])
    expect(await at(main)).toEqual([['Gudang utama', '100'], ['Gudang utama › Rak A › Papan 1', '5'], ['Gudang utama › Rak A', '20'], ['Gudang utama › Rak Packing di gudang', '7']])
    expect(await at(rack)).toEqual([['Gudang utama › Rak A › Papan 1', '5'], ['Gudang utama › Rak A', '20']])
    expect(await at(shelf)).toEqual([['Gudang utama › Rak A › Papan 1', '5']])
    expect((await at(main, sewing)).map(([path]) => path)).toEqual(['Gudang utama', 'Gudang utama › Rak A › Papan 1', 'Gudang utama › Rak A'])
    expect((await store.warehouse.listStores({})).map(({ name, path, parentId }) => [name, path, parentId])).toContainEqual(['Papan 1', 'Gudang utama › Rak A › Papan 1', rack])
  })

  test('in the list of lots', async () => {
    const at = async (locationId: string, desk = store) => (await desk.warehouse.listLots({ filter: { locationId } })).rows.map(lot => [lot.locationPath, decimalText(lot.onHand)])
    expect(await at(rack)).toEqual([['Gudang utama › Rak A', '20'], ['Gudang utama › Rak A › Papan 1', '5']])
    expect((await at(main)).map(([, onHand]) => onHand)).toEqual(['100', '20', '5', '7'])
    expect((await at(main, sewing)).map(([, onHand]) => onHand)).toEqual(['100', '20', '5'])
  })

  test('in the list of moves', async () => {
    await store.warehouse.transferStock({ itemId, quantity: '2', fromLocationId: shelf, toLocationId: other })
    const at = async (locationId: string) => (await store.warehouse.listMoves({ filter: { locationId } })).rows.map(({ quantity }) => decimalText(quantity))
    expect(await at(rack)).toEqual(['2', '5', '20'])
    expect(await at(shelf)).toEqual(['2', '5'])
    expect(await at(other)).toEqual(['2', '40'])
  })

  test('in the lists of documents and of debts', async () => {
    const line = { itemId, quantity: '2', toLocationId: shelf }
    const draft = await store.warehouse.createStockDocument({ kind: 'RECEIPT', toLocationId: other, reference: 'SJ-1', notes: '' })
    await store.warehouse.saveStockDocumentLines({ documentId: draft.id, lines: [line] })
    const of = async (locationId: string) => (await store.warehouse.listStockDocuments({ filter: { locationId } })).rows.map(({ id }) => id)
    expect([await of(main), await of(rack), await of(shelf), await of(other), await of(ofPacking)]).toEqual([[draft.id], [draft.id], [draft.id], [draft.id], []])
  })

  test('on the stock card and in the history of an item, where what moves within a place changes nothing', async () => {
    await store.warehouse.transferStock({ itemId, quantity: '10', fromLocationId: main, toLocationId: shelf })
    await store.warehouse.issueStock({ itemId, quantity: '3', fromLocationId: shelf })
    const card = async (locationId: string, desk = store) => (await desk.warehouse.getStockCard({ itemId, filter: { locationId } })).rows.map(row => [decimalText(row.change), decimalText(row.balance)])
    expect(await card(main)).toEqual([['-3', '129'], ['0', '132'], ['7', '132'], ['5', '125'], ['20', '120'], ['100', '100']])
    expect(await card(rack)).toEqual([['-3', '32'], ['10', '35'], ['5', '25'], ['20', '20']])
    expect((await card(main, sewing))[0]).toEqual(['-3', '122'])
    const { days } = await store.warehouse.getStockHistory({ itemId, locationId: main, fromDay: '2026-11-01' })
    expect(days.map(({ came, went, balance }) => [came, went, balance].map(decimalText))).toEqual([['132', '3', '129']])
  })

  test('in every report that is narrowed to a place', async () => {
    const group = (await admin.masters.createLocation({ code: 'BLOK', name: 'Blok timur', kind: 'VIEW' })).id
    const { version } = (await admin.masters.listLocations({ search: 'LAIN' })).rows[0]!
    await admin.masters.updateLocation({ id: other, version, parentId: group })
    const column = async (report: string, location: string, name: string, more = {}) => {
      const { rows, filters } = await admin.reports.previewReport({ report, filters: { location, ...more } })
      return [filters.find(({ key }) => key === 'location')!.text, ...rows.map(({ cells }) => cells[name])]
    }
    expect(await column('inventory', rack, 'onHand')).toEqual(['Rak A', '5', '20'])
    expect(await column('inventory', group, 'onHand')).toEqual(['Blok timur', '40'])
    expect(await column('stockMovement', main, 'came')).toEqual(['Gudang utama', '132'])
    expect(await column('stockAgeing', rack, 'onHand')).toEqual(['Rak A', '20', '5'])
    expect(await column('stockCard', rack, 'balance', { item: itemId })).toEqual(['Rak A', '0', '20', '25', '25'])
    const goods = (await admin.masters.createItem({ code: 'BJ', name: 'Boneka', kind: 'FINISHED_GOOD', unitId: await unitIdOf(admin, 'Pcs') })).id
    await store.warehouse.receiveStock({ itemId: goods, quantity: '12', toLocationId: shelf })
    expect(await column('finishedGoodsStock', main, 'onHand')).toEqual(['Gudang utama', '12'])
  })
})

test('WH-6 a count of a place covers and freezes its racks, and no other place; what is found on a rack is a line of it', async () => {
  const counted = await store.warehouse.startCount(await store.warehouse.createCount({ rhythm: 'MAIN', locationIds: [rack] }))
  const { lines } = await store.warehouse.getCount({ id: counted.id })
  expect(lines.map(({ locationName }) => locationName)).toEqual(['Papan 1', 'Rak A'])
  for (const fromLocationId of [rack, shelf]) {
    await expect(store.warehouse.issueStock({ itemId, quantity: '1', fromLocationId })).rejects.toMatchObject({ code: 'count-frozen', params: { number: counted.number, location: fromLocationId === rack ? 'Rak A' : 'Papan 1' } })
  }
  await store.warehouse.issueStock({ itemId, quantity: '1', fromLocationId: main })
  const found = (await admin.masters.createItem({ code: 'PITA', name: 'Pita', kind: 'RAW_MATERIAL', unitId: await unitIdOf(admin, 'Pcs') })).id
  expect(await store.warehouse.addCountLine({ id: counted.id, itemId: found, locationId: shelf })).toMatchObject({ lineId: expect.any(String) })
  await expect(store.warehouse.addCountLine({ id: counted.id, itemId: found, locationId: main })).rejects.toMatchObject({ params: { issues: [{ reason: 'warehouse.issues.not-counted' }] } })
  const whole = await store.warehouse.createCount({ rhythm: 'MAIN', locationIds: [main] })
  await expect(store.warehouse.startCount(whole)).rejects.toMatchObject({ code: 'count-overlaps', params: { number: counted.number } })
})

test('WH-6 IA-5 a count of a place with another section’s rack is no section’s own', async () => {
  const sewingStore = (await admin.masters.listLocations({ search: 'WH-SEW' })).rows[0]!.id
  expect(await store.warehouse.createCount({ rhythm: 'SECTION', locationIds: [sewingStore] })).toMatchObject({ sectionId: host.section('SEW') })
  await admin.masters.createLocation({ code: 'SEW-PCK', name: 'Rak titipan', kind: 'INTERNAL', parentId: sewingStore, sectionId: host.section('PCK') })
  expect(await store.warehouse.createCount({ rhythm: 'SECTION', locationIds: [sewingStore] })).toMatchObject({ sectionId: null })
  expect(await store.warehouse.createCount({ rhythm: 'SECTION', locationIds: [ofPacking] })).toMatchObject({ sectionId: host.section('PCK') })
})
