import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { newId } from '../shared/core/ids.ts'
import { expiryState } from '../shared/warehouse/rules.ts'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { migrationsFolder } from './support/spine.ts'
import { openRacks, unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let store: Desk
let sewing: Desk
const places: Record<string, string> = {}
let items = 0

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  store = await host.as('Warehouse Operator', 'WH')
  sewing = await host.as('Admin Sewing', 'SEW')
  Object.assign(places, await openRacks(host, admin, ['SEW', 'CUT']))
})
afterAll(() => host.stop())

async function newItem(unitCost?: string): Promise<string> {
  items += 1
  const unitId = await unitIdOf(admin, 'Kg')
  return (await admin.masters.createItem({ code: `LOT-${items}`, name: `Kain ${items}`, kind: 'RAW_MATERIAL', unitId, unitCost })).id
}
/** One delivery a day. */
async function receiveOn(day: string, itemId: string, quantity: string, lot: { expiresOn?: string; supplierLot?: string } = {}): Promise<void> {
  host.clock.set(`${day}T03:00:00.000Z`)
  await store.warehouse.receiveStock({ itemId, quantity, toLocationId: places['WH-MAIN']!, lot })
}
async function standing(itemId: string, place = 'WH-MAIN') {
  const { rows } = await admin.warehouse.listLots({ filter: { itemId, locationId: places[place]! } })
  return rows.map(({ code, onHand, reserved }) => [code.split('-').slice(2).join('-'), decimalText(onHand), decimalText(reserved)])
}
const lotCalled = async (itemId: string, end: string) => (await admin.warehouse.listLots({ filter: { itemId } })).rows.find(({ code }) => code.endsWith(end))!.lotId

describe('lots', () => {
  test('WH-1 what came in first goes out first, whichever delivery that was', async () => {
    const itemId = await newItem()
    await receiveOn('2026-11-03', itemId, '30')
    await receiveOn('2026-11-01', itemId, '10')
    await receiveOn('2026-11-01', itemId, '20')
    expect(await standing(itemId)).toEqual([['20261101-001', '10', '0'], ['20261101-002', '20', '0'], ['20261103-001', '30', '0']])
    await store.warehouse.issueStock({ itemId, quantity: '12', fromLocationId: places['WH-MAIN']! })
    expect(await standing(itemId)).toEqual([['20261101-002', '18', '0'], ['20261103-001', '30', '0']])
    await store.warehouse.transferStock({ itemId, quantity: '20', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    expect(await standing(itemId)).toEqual([['20261103-001', '28', '0']])
    expect(await standing(itemId, 'WH-SEW')).toEqual([['20261101-002', '18', '0'], ['20261103-001', '2', '0']])
  })

  test('a lot that is named goes before older ones, as far as it reaches', async () => {
    const itemId = await newItem()
    await receiveOn('2026-11-01', itemId, '10')
    await receiveOn('2026-11-02', itemId, '5')
    const lotId = await lotCalled(itemId, '20261102-001')
    await store.warehouse.issueStock({ itemId, quantity: '4', fromLocationId: places['WH-MAIN']!, lotId })
    expect(await standing(itemId)).toEqual([['20261101-001', '10', '0'], ['20261102-001', '1', '0']])
    await expect(store.warehouse.issueStock({ itemId, quantity: '2', fromLocationId: places['WH-MAIN']!, lotId })).rejects.toMatchObject({
      code: 'lot-short', params: { requested: '2', available: '1', unit: 'Kg' },
    })
    const other = await newItem()
    await receiveOn('2026-11-02', other, '9')
    await expect(store.warehouse.issueStock({ itemId: other, quantity: '1', fromLocationId: places['WH-MAIN']!, lotId })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['lotId'], reason: 'warehouse.issues.other-lot' }] },
    })
  })

  test('the moves of a lot are those that took some of it along, and no others', async () => {
    const itemId = await newItem()
    await receiveOn('2026-11-01', itemId, '10')
    await receiveOn('2026-11-02', itemId, '10')
    await store.warehouse.issueStock({ itemId, quantity: '4', fromLocationId: places['WH-MAIN']! })
    await store.warehouse.issueStock({ itemId, quantity: '8', fromLocationId: places['WH-MAIN']! })
    const movesOf = async (end: string) => {
      const { rows } = await store.warehouse.listMoves({ filter: { lotId: await lotCalled(itemId, end) }, sort: [{ column: 'seq', descending: false }] })
      return rows.map(({ kind, quantity }) => [kind, decimalText(quantity)])
    }
    expect(await movesOf('20261102-001')).toEqual([['RECEIPT', '10'], ['ISSUE', '8']])
  })

  test('what is undone comes back as the very lots it was, and cannot where they have gone on', async () => {
    const itemId = await newItem()
    await receiveOn('2026-11-01', itemId, '10')
    await receiveOn('2026-11-02', itemId, '10')
    const { seq } = await store.warehouse.transferStock({ itemId, quantity: '15', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    await receiveOn('2026-11-04', itemId, '1')
    await admin.warehouse.reverseMove({ seq, reason: 'Salah rak' })
    expect(await standing(itemId)).toEqual([['20261101-001', '10', '0'], ['20261102-001', '10', '0'], ['20261104-001', '1', '0']])

    const again = await store.warehouse.transferStock({ itemId, quantity: '15', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    await sewing.warehouse.consumeMaterial({ itemId, quantity: '3', locationId: places['WH-SEW']! })
    await store.warehouse.transferStock({ itemId, quantity: '6', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    await expect(admin.warehouse.reverseMove({ seq: again.seq, reason: 'Salah rak' })).rejects.toMatchObject({ code: 'lot-short', params: { requested: '10', available: '7' } })
    expect(ledgerFindings(host.database, 10)).toEqual([])
  })

  test('PL-14 what is kept is kept of the oldest lots, and goes to whom it is kept for', async () => {
    const itemId = await newItem()
    await receiveOn('2026-11-01', itemId, '10')
    await receiveOn('2026-11-02', itemId, '10')
    await admin.kanban.createBoard({ sectionId: host.section('SEW'), supplySectionId: host.section('WH'), supplyLocationId: places['WH-MAIN']!, storeLocationId: places['WH-SEW']! })
    const card = await admin.kanban.createCard({ sectionId: host.section('SEW'), itemId, quantity: '12', neededBy: '2026-11-20' })
    const approved = await admin.kanban.approveCard({ id: card.id, version: card.version })
    expect(await standing(itemId)).toEqual([['20261101-001', '10', '10'], ['20261102-001', '10', '2']])
    // Somebody else gets what is kept for nobody, though it is younger.
    await store.warehouse.issueStock({ itemId, quantity: '5', fromLocationId: places['WH-MAIN']! })
    expect(await standing(itemId)).toEqual([['20261101-001', '10', '10'], ['20261102-001', '5', '2']])
    const { reservations } = await admin.warehouse.getItemStock({ itemId })
    expect(reservations.map(({ quantity, documentNumber }) => [decimalText(quantity), documentNumber])).toEqual([['12', card.number]])
    await store.kanban.fulfilCard({ id: approved.id, version: approved.version, quantity: '11' })
    expect(await standing(itemId)).toEqual([['20261102-001', '4', '1']])
    expect(await standing(itemId, 'WH-SEW')).toEqual([['20261101-001', '10', '0'], ['20261102-001', '1', '0']])
  })

  test('what a count finds belongs to the youngest lot there', async () => {
    const itemId = await newItem()
    await receiveOn('2026-11-01', itemId, '10')
    await receiveOn('2026-11-02', itemId, '10')
    await admin.warehouse.adjustStock({ itemId, locationId: places['WH-MAIN']!, counted: '21', expected: '20', reason: 'Hitung' })
    await admin.warehouse.adjustStock({ itemId, locationId: places['WH-CUT']!, counted: '3', expected: '0', reason: 'Hitung' })
    expect(await standing(itemId)).toEqual([['20261101-001', '10', '0'], ['20261102-001', '11', '0']])
    expect(await standing(itemId, 'WH-CUT')).toEqual([['20261102-002', '3', '0']])
  })

  test('WH-7 the bands are those the factory has set, in lists, reports and stock alike; bands that do not ascend are refused', async () => {
    const itemId = await newItem()
    await receiveOn('2026-10-01', itemId, '10')
    await receiveOn('2026-11-10', itemId, '10')
    host.clock.set('2026-11-20T03:00:00.000Z')
    const bands = async () => (await store.warehouse.listLots({ filter: { itemId } })).rows.map(({ ageBand }) => ageBand)
    const reported = async () => (await admin.reports.previewReport({ report: 'stockAgeing', filters: { search: `LOT-${items}` } })).columns.find(({ key }) => key === 'band')!.choices!.map(({ labelParams }) => labelParams)
    expect(await bands()).toEqual(['THIRD', 'SECOND'])
    const days = { ageFirst: 10, ageSecond: 20, ageThird: 45 }
    await expect(admin.settings.changeSetting({ key: 'warehouse.ageFirst', value: 30 })).rejects.toMatchObject({ params: { issues: [{ reason: 'settings.issues.not-below', params: { limit: '30' } }] } })
    for (const [name, value] of Object.entries(days)) await admin.settings.changeSetting({ key: `warehouse.${name}`, value })
    expect(await bands()).toEqual(['LAST', 'FIRST'])
    expect((await store.warehouse.listLots({ filter: { itemId, ageBand: ['FIRST'] } })).rows).toHaveLength(1)
    expect((await admin.warehouse.listStock({ filter: { itemId } })).rows.map(({ ageDays, ageBand }) => [ageDays, ageBand])).toEqual([[10, 'FIRST']])
    expect(await reported()).toEqual([{ from: 0, to: 10 }, { from: 11, to: 20 }, { from: 21, to: 45 }, { from: 46, to: 45 }])
    for (const name of Object.keys(days).reverse()) await admin.settings.resetSetting({ key: `warehouse.${name}`, version: (await admin.settings.listSettings({})).find(({ key }) => key === `warehouse.${name}`)!.version })
  })

  test('a lot tells its age and when it expires, to those who may see the place', async () => {
    const itemId = await newItem('1500')
    await receiveOn('2026-10-01', itemId, '10', { expiresOn: '2026-11-19', supplierLot: 'A-77' })
    await receiveOn('2026-11-10', itemId, '10', { expiresOn: '2026-12-20' })
    await receiveOn('2026-11-12', itemId, '10', { expiresOn: '2026-12-21' })
    await receiveOn('2026-11-19', itemId, '10')
    host.clock.set('2026-11-20T03:00:00.000Z')
    const { rows } = await store.warehouse.listLots({ filter: { itemId } })
    expect(rows.map(({ ageDays, ageBand, expiry, supplierLot }) => [ageDays, ageBand, expiry, supplierLot])).toEqual([
      [50, 'THIRD', 'EXPIRED', 'A-77'], [10, 'SECOND', 'SOON', ''], [8, 'SECOND', 'FINE', ''], [1, 'FIRST', null, ''],
    ])
    expect((await store.warehouse.listLots({ filter: { itemId, expiry: ['EXPIRED', 'SOON'] } })).rows).toHaveLength(2)
    expect((await store.warehouse.listLots({ filter: { itemId, ageBand: ['SECOND'] } })).rows).toHaveLength(2)
    expect(rows[0]).not.toHaveProperty('unitCost', expect.anything())
    const lot = await admin.warehouse.getLot({ id: rows[0]!.lotId })
    expect(decimalText(lot.unitCost!)).toBe('1500')
    const { version, expiresOn } = await admin.warehouse.updateLot({ id: lot.id, version: lot.version, expiresOn: '2027-01-31', notes: 'Diperpanjang pemasok' })
    expect([version, expiresOn]).toEqual([2, '2027-01-31'])
    await store.warehouse.transferStock({ itemId, quantity: '2', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-CUT']! })
    expect((await sewing.warehouse.getLot({ id: lot.id })).places.map(({ locationCode }) => locationCode)).toEqual(['WH-MAIN'])
    expect((await admin.warehouse.getLot({ id: lot.id })).places.map(({ locationCode }) => locationCode).sort()).toEqual(['WH-CUT', 'WH-MAIN'])
  })

  test.each([['2026-11-19', 'EXPIRED'], ['2026-11-20', 'SOON'], ['2026-12-20', 'SOON'], ['2026-12-21', 'FINE'], [null, null]] as const)(
    'of 30 days’ warning on 2026-11-20, what expires on %s is %s', (expiresOn, state) => expect(expiryState(expiresOn as never, '2026-11-20' as never, 30)).toBe(state))
})

test('stock of before lots were kept becomes a lot a place, and what was kept of it stays kept', () => {
  const folder = temporaryFolder()
  const sqlite = new BetterSqlite(join(folder, 'lantai.db'))
  try {
    const migrations = readMigrations(migrationsFolder)
    migrate(sqlite, migrations.filter(({ number }) => number < 210))
    sqlite.pragma('foreign_keys = on')
    const [unit, item, main, rack, supplier, role, user] = Array.from({ length: 7 }, () => newId())
    const at = '2026-11-20T03:00:00.000Z'
    sqlite.prepare('insert into unit (id, createdAt, code, name, places) values (?, ?, ?, ?, 2)').run(unit, at, 'kgx', 'Kilo')
    sqlite.prepare(`insert into item (id, createdAt, code, name, kind, unitId, unitCost) values (?, ?, 'A 1', 'Kain', 'RAW_MATERIAL', ?, 15000000)`).run(item, at, unit)
    for (const [id, code, kind] of [[main, 'M', 'INTERNAL'], [rack, 'R', 'INTERNAL'], [supplier, 'S', 'SUPPLIER']]) {
      sqlite.prepare('insert into location (id, createdAt, code, name, kind) values (?, ?, ?, ?, ?)').run(id, at, `X-${code}`, code, kind)
    }
    sqlite.prepare(`insert into role (id, createdAt, name, level, sections) values (?, ?, 'Uji', 1, 'all')`).run(role, at)
    sqlite.prepare(`insert into user (id, createdAt, username, fullName, roleId, passwordHash, language) values (?, ?, 'uji', 'Uji', ?, '!', 'id')`).run(user, at, role)
    const move = sqlite.prepare(`insert into stockMove (at, postingDay, itemId, quantity, fromLocationId, toLocationId, kind, createdBy) values (?, '2026-11-18', ?, ?, ?, ?, 'RECEIPT', ?)`)
    const balance = sqlite.prepare('insert into stockBalance (id, createdAt, itemId, locationId, onHand, reserved, lastMoveAt, lastInDay) values (?, ?, ?, ?, ?, ?, ?, ?)')
    for (const [place, onHand, reserved] of [[main, 70_000, 20_000], [rack, 30_000, 0]] as const) {
      move.run(at, item, onHand, supplier, place, user)
      balance.run(newId(), at, item, place, onHand, reserved, at, '2026-11-18')
    }
    sqlite.prepare(`insert into stockReservation (id, createdAt, itemId, locationId, quantity, documentEntity, documentId, documentNumber)
      values (?, ?, ?, ?, 20000, 'kanbanCard', ?, 'KAN-1')`).run(newId(), at, item, main, newId())

    migrate(sqlite, migrations)
    expect(ledgerFindings(sqlite, 10)).toEqual([])
    expect(sqlite.prepare('select code, receivedDay, unitCost, onHand, reserved from stockLot join lotBalance on lotId = stockLot.id order by onHand').raw().all()).toEqual([
      [expect.stringMatching(/^A 1-20261118-00[12]$/), '2026-11-18', 15_000_000, 30_000, 0], [expect.stringMatching(/^A 1-20261118-00[12]$/), '2026-11-18', 15_000_000, 70_000, 20_000],
    ])
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
  } finally {
    sqlite.close()
    removeFolder(folder)
  }
})

test('the host had no fault of its own in all this', () => {
  expect(host.faults).toEqual([])
})
