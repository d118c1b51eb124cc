import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText, zero, type Decimal } from '../shared/core/decimal.ts'
import { AppError } from '../shared/core/errors.ts'
import { money } from '../shared/core/money.ts'
import { ageBand, availableStock, reversalRight, stockStatus, type MoveKind } from '../shared/warehouse/rules.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
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
  await admin.masters.createLocation({ code: 'WH-2', name: 'Gudang dua', kind: 'INTERNAL' })
  Object.assign(places, await openRacks(host, admin, ['SEW', 'CUT', 'PCK']))
})
afterAll(() => host.stop())

interface NewItem { unit?: string; minimumStock?: string; unitCost?: string; kind?: 'RAW_MATERIAL' | 'SERVICE' | 'WIP' }
async function newItem({ unit = 'Kg', minimumStock = '0', kind = 'RAW_MATERIAL', ...rest }: NewItem = {}): Promise<string> {
  items += 1
  const unitId = await unitIdOf(admin, unit)
  return (await admin.masters.createItem({ code: `ITEM-${items}`, name: `Barang ${items}`, kind, unitId, minimumStock, ...rest })).id
}
const receive = (itemId: string, quantity: string, to = 'WH-MAIN') => store.warehouse.receiveStock({ itemId, quantity, toLocationId: places[to]! })
async function levels(itemId: string, place: string) {
  const { rows } = await admin.warehouse.listStock({ filter: { itemId, locationId: places[place]! } })
  return rows[0] && { onHand: decimalText(rows[0].onHand), reserved: decimalText(rows[0].reserved), available: decimalText(rows[0].available) }
}

describe('stock in motion', () => {
  test('a receipt, a transfer and an issue move what they say', async () => {
    const itemId = await newItem()
    const receipt = await receive(itemId, '100.5')
    expect(receipt).toMatchObject({ kind: 'RECEIPT', quantity: decimal('100.5'), postingDay: '2026-11-20', fromLocationId: places.SUPPLIER })
    await store.warehouse.transferStock({ itemId, quantity: '40', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    await store.warehouse.issueStock({ itemId, quantity: '0.5', fromLocationId: places['WH-MAIN']!, purpose: 'INVENTORY_LOSS' })
    expect(await levels(itemId, 'WH-MAIN')).toMatchObject({ onHand: '60' })
    expect(await levels(itemId, 'WH-SEW')).toMatchObject({ onHand: '40' })
    const virtual = host.database.prepare('select count(*) from stockBalance join location on location.id = locationId where kind <> ?').pluck().get('INTERNAL')
    expect(virtual).toBe(0)
  })

  test('moves are posted on the factory’s business day, not on the clock’s', async () => {
    const itemId = await newItem()
    host.clock.set('2026-11-20T16:59:00.000Z')
    expect(await receive(itemId, '1')).toMatchObject({ postingDay: '2026-11-20' })
    host.clock.set('2026-11-20T17:01:00.000Z')
    expect(await receive(itemId, '1')).toMatchObject({ postingDay: '2026-11-21' })
    host.clock.set('2026-11-20T03:00:00.000Z')
  })

  test('WH-2 what takes more than is available is refused and says how much there is', async () => {
    const itemId = await newItem()
    await receive(itemId, '10')
    const refused = store.warehouse.issueStock({ itemId, quantity: '10.0001', fromLocationId: places['WH-MAIN']! })
    await expect(refused).rejects.toMatchObject({
      code: 'stock-short', params: { itemName: `Barang ${items}`, itemCode: `ITEM-${items}`, location: 'Gudang utama', requested: '10.0001', available: '10', unit: 'Kg' },
    })
    await expect(store.warehouse.issueStock({ itemId, quantity: '1', fromLocationId: places['WH-2']! })).rejects.toMatchObject({ code: 'stock-short', params: { available: '0' } })
    expect(await levels(itemId, 'WH-MAIN')).toMatchObject({ onHand: '10' })
    await store.warehouse.issueStock({ itemId, quantity: '10', fromLocationId: places['WH-MAIN']! })
    expect(await levels(itemId, 'WH-MAIN')).toMatchObject({ onHand: '0' })
  })

  test('zero, negative, huge and too fine quantities are refused, whatever they are sent as', async () => {
    const itemId = await newItem()
    const pieces = await newItem({ unit: 'Pcs' })
    const issues = (quantity: string, id = itemId) => receive(id, quantity).then(() => 'accepted', (error: AppError) => (error.params.issues as { reason: string }[])[0]!.reason)
    expect(await issues('0')).toBe('not-positive')
    expect(await issues('-1')).toBe('not-positive')
    expect(await issues('1000000000.0001')).toBe('out-of-range')
    expect(await issues('99999999999999999999')).toBe('out-of-range')
    expect(await issues('0.00001')).toBe('too-many-places')
    expect(await issues('1e3')).toBe('not-a-number')
    expect(await issues("1'; drop table stockMove;--")).toBe('not-a-number')
    expect(await issues('0.5', pieces)).toBe('masters.issues.unit-places')
    expect(await issues('1000000000')).toBe('accepted')
    await expect(store.warehouse.receiveStock({ itemId, quantity: '1', toLocationId: places['WH-MAIN']!, note: 'x'.repeat(5000) })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('stock stands only where stock can stand, and only of what can be kept', async () => {
    const itemId = await newItem()
    const service = await newItem({ kind: 'SERVICE' })
    const group = await admin.masters.createLocation({ code: 'GROUP', name: 'Kelompok', kind: 'VIEW' })
    const refused = (path: string, reason: string) => ({ code: 'invalid-input', params: { issues: [{ path: [path], reason }] } })
    await expect(store.warehouse.receiveStock({ itemId, quantity: '1', toLocationId: group.id })).rejects.toMatchObject(refused('toLocationId', 'warehouse.issues.no-store'))
    await expect(store.warehouse.receiveStock({ itemId, quantity: '1', toLocationId: places.CUSTOMER! })).rejects.toMatchObject(refused('toLocationId', 'warehouse.issues.no-store'))
    await expect(receive(service, '1')).rejects.toMatchObject(refused('itemId', 'warehouse.issues.service'))
    await expect(store.warehouse.transferStock({ itemId, quantity: '1', fromLocationId: places['WH-2']!, toLocationId: places['WH-2']! }))
      .rejects.toMatchObject(refused('toLocationId', 'warehouse.issues.same-place'))
    await expect(store.warehouse.receiveStock({ itemId: places['WH-2']!, quantity: '1', toLocationId: places['WH-2']! })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a count sets the books, up or down, if they still say what they said when it was counted', async () => {
    const keeper = await host.as('Warehouse Admin', 'WH')
    const itemId = await newItem()
    await receive(itemId, '100')
    const count = (counted: string, expected: string) => keeper.warehouse.adjustStock({ itemId, locationId: places['WH-MAIN']!, counted, expected, reason: 'Hitung bulanan' })
    expect(await count('96', '100')).toMatchObject({ kind: 'ADJUSTMENT', quantity: decimal('4'), toLocationId: places['INVENTORY-LOSS'] })
    expect(await count('97.25', '96')).toMatchObject({ quantity: decimal('1.25'), fromLocationId: places['INVENTORY-LOSS'] })
    expect(await count('97.25', '97.25')).toBeNull()
    await expect(count('10', '96')).rejects.toMatchObject({ code: 'conflict', params: { entity: 'stockBalance' } })
    await expect(keeper.warehouse.adjustStock({ itemId, locationId: places['WH-MAIN']!, counted: '1', expected: '97.25', reason: ' ' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(store.warehouse.adjustStock({ itemId, locationId: places['WH-MAIN']!, counted: '1', expected: '97.25', reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await levels(itemId, 'WH-MAIN')).toMatchObject({ onHand: '97.25' })
  })

  test('a reversal moves it all back, once, and only while it is there', async () => {
    const itemId = await newItem()
    const { seq } = await receive(itemId, '10')
    const reversal = await store.warehouse.reverseMove({ seq, reason: 'Salah barang' })
    expect(reversal).toMatchObject({ kind: 'RECEIPT', fromLocationId: places['WH-MAIN'], toLocationId: places.SUPPLIER })
    expect(await levels(itemId, 'WH-MAIN')).toMatchObject({ onHand: '0' })
    await expect(store.warehouse.reverseMove({ seq, reason: 'lagi' })).rejects.toMatchObject({ code: 'reversed-already' })
    await expect(store.warehouse.reverseMove({ seq: reversal.seq, reason: 'lagi' })).rejects.toMatchObject({ code: 'reversed-already' })
    const second = await receive(itemId, '10')
    await store.warehouse.issueStock({ itemId, quantity: '4', fromLocationId: places['WH-MAIN']! })
    await expect(store.warehouse.reverseMove({ seq: second.seq, reason: 'x' })).rejects.toMatchObject({ code: 'stock-short', params: { available: '6' } })
    await expect(store.warehouse.reverseMove({ seq: 999_999, reason: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    const { rows } = await admin.warehouse.listMoves({ filter: { itemId } })
    expect(rows.map(row => [row.seq, row.reverses, row.reversedBy])).toContainEqual([seq, null, reversal.seq])
    expect(rows.find(row => row.seq === reversal.seq)).toMatchObject({ reverses: seq, note: 'Salah barang' })
  })

  test('what was counted or opened is taken back only by who may adjust', async () => {
    const keeper = await host.as('Warehouse Admin', 'WH')
    const itemId = await newItem()
    const adjustment = await keeper.warehouse.adjustStock({ itemId, locationId: places['WH-MAIN']!, counted: '5', expected: '0', reason: 'Hitung' })
    expect(['RECEIPT', 'ISSUE', 'TRANSFER', 'ADJUSTMENT', 'OPENING'].map(kind => reversalRight(kind as MoveKind)))
      .toEqual(['warehouse.execute', 'warehouse.execute', 'warehouse.execute', 'warehouse.update', 'warehouse.update'])
    const reverse = (desk: Desk) => desk.warehouse.reverseMove({ seq: adjustment!.seq, reason: 'Salah hitung' })
    await expect(reverse(store)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'warehouse.update' } })
    expect(await levels(itemId, 'WH-MAIN')).toMatchObject({ onHand: '5' })
    expect(await reverse(keeper)).toMatchObject({ kind: 'ADJUSTMENT' })
    expect(await levels(itemId, 'WH-MAIN')).toMatchObject({ onHand: '0' })
  })

  test('nothing is moved back to a place that is no longer active', async () => {
    const itemId = await newItem()
    const old = await admin.masters.createLocation({ code: 'WH-OLD', name: 'Gudang lama', kind: 'INTERNAL' })
    await store.warehouse.receiveStock({ itemId, quantity: '8', toLocationId: old.id })
    const { seq } = await store.warehouse.transferStock({ itemId, quantity: '8', fromLocationId: old.id, toLocationId: places['WH-MAIN']! })
    await admin.masters.setLocationActive({ id: old.id, version: old.version, isActive: false })
    await expect(store.warehouse.reverseMove({ seq, reason: 'x' })).rejects.toMatchObject({ code: 'inactive', params: { entity: 'location', code: 'WH-OLD' } })
    expect(await levels(itemId, 'WH-MAIN')).toMatchObject({ onHand: '8' })
  })

  test('the ledger cannot be changed, not even by its file', async () => {
    await receive(await newItem(), '1')
    const { default: BetterSqlite } = await import('better-sqlite3')
    const file = new BetterSqlite(host.database.name)
    try {
      expect(() => file.exec('update stockMove set quantity = 1')).toThrow(/append-only/)
      expect(() => file.exec('delete from stockMove')).toThrow(/append-only/)
      expect(() => file.exec('insert or replace into stockMove select * from stockMove limit 1')).toThrow(/append-only/)
      expect(() => file.exec('update stockBalance set onHand = -1')).toThrow(/CHECK/)
      expect(() => file.exec('update stockBalance set reserved = onHand + 1')).toThrow(/CHECK/)
    } finally {
      file.close()
    }
  })

  test('the same key posts once, however often it arrives', async () => {
    const itemId = await newItem()
    const session = await host.sessionFor('Warehouse Operator', 'WH')
    const desk = host.desk(session, { replayKey: `${session.deskId}:1` })
    const input = { itemId, quantity: '5', toLocationId: places['WH-MAIN']! }
    const [first, second] = await Promise.all([desk.warehouse.receiveStock(input), desk.warehouse.receiveStock(input)])
    expect(second).toEqual(first)
    expect(await desk.warehouse.receiveStock(input)).toEqual(first)
    expect(await levels(itemId, 'WH-MAIN')).toMatchObject({ onHand: '5' })
  })
})

describe('what is there', () => {
  test('WH-1 (g) 125 on hand with 49.75 reserved leave 75.25', () => {
    expect(availableStock({ onHand: decimal('125'), reserved: decimal('49.75') })).toBe(decimal('75.25'))
  })

  test('WH-7 nothing left is CRITICAL, at most the minimum LOW, else OK', async () => {
    expect([['0', '5'], ['0', '0'], ['5', '5'], ['0.0001', '5'], ['5.0001', '5'], ['1', '0']].map(([available, minimum]) => stockStatus(decimal(available!), decimal(minimum!))))
      .toEqual(['CRITICAL', 'CRITICAL', 'LOW', 'LOW', 'OK', 'OK'])
    const itemId = await newItem({ minimumStock: '50' })
    const status = async () => (await admin.warehouse.listStock({ filter: { itemId } })).rows.map(row => row.status)
    const itemStatus = async () => (await admin.warehouse.listItemStock({ search: `ITEM-${items}` })).rows.find(row => row.itemId === itemId)!.status
    expect(await itemStatus()).toBe('CRITICAL')
    await receive(itemId, '60')
    expect(await status()).toEqual(['OK'])
    await store.warehouse.transferStock({ itemId, quantity: '30', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    expect(await status()).toEqual(['OK', 'OK'])
    await store.warehouse.issueStock({ itemId, quantity: '10', fromLocationId: places['WH-MAIN']! })
    expect(await status()).toEqual(['LOW', 'LOW'])
    expect(await itemStatus()).toBe('LOW')
    expect((await admin.warehouse.listStock({ filter: { itemId, status: ['OK'] } })).rows).toEqual([])
    expect((await admin.warehouse.listStock({ filter: { itemId, status: ['LOW', 'CRITICAL'] } })).rows).toHaveLength(2)
    await store.warehouse.issueStock({ itemId, quantity: '20', fromLocationId: places['WH-MAIN']! })
    await sewing.warehouse.consumeMaterial({ itemId, quantity: '30', locationId: places['WH-SEW']! })
    expect(await status()).toEqual(['CRITICAL', 'CRITICAL'])
  })

  test('WH-7 the status in the list is the rule’s, whatever the numbers', async () => {
    const { rows } = await admin.warehouse.listItemStock({ pageSize: 200 })
    for (const row of rows) {
      const total = host.database.prepare('select coalesce(sum(onHand - reserved), 0) from stockBalance where itemId = ?').pluck().get(row.itemId) as Decimal
      expect(row.status).toBe(stockStatus(total, row.minimumStock))
    }
    const counts = await admin.warehouse.countStock({})
    expect(counts.CRITICAL + counts.LOW + counts.OK).toBe(rows.length)
  })

  test('WH-7 stock ages in bands from the day goods last came in', async () => {
    expect([0, 7, 8, 30, 31, 90, 91, 4000].map(days => ageBand(days, { first: 7, second: 30, third: 90 }))).toEqual(['FIRST', 'FIRST', 'SECOND', 'SECOND', 'THIRD', 'THIRD', 'LAST', 'LAST'])
    const itemId = await newItem()
    await receive(itemId, '10')
    const age = async () => {
      const { rows: [row] } = await admin.warehouse.listStock({ filter: { itemId } })
      return [row!.ageDays, row!.ageBand]
    }
    expect(await age()).toEqual([0, 'FIRST'])
    host.clock.set('2026-11-28T03:00:00.000Z')
    admin = await host.as('Superadmin')
    store = await host.as('Warehouse Operator', 'WH')
    expect(await age()).toEqual([8, 'SECOND'])
    const { seq } = await store.warehouse.issueStock({ itemId, quantity: '1', fromLocationId: places['WH-MAIN']! })
    await store.warehouse.reverseMove({ seq, reason: 'kembali' })
    expect(await age()).toEqual([8, 'SECOND'])
    await receive(itemId, '1')
    expect(await age()).toEqual([0, 'FIRST'])
    host.clock.set('2026-11-20T03:00:00.000Z')
  })

  test('IA-9 the value of stock is for those who may see costs', async () => {
    const itemId = await newItem({ unitCost: '12500.5' })
    await receive(itemId, '10.5')
    const seeing = host.desk(await host.sessionFor('Warehouse Operator', 'WH', { canSeeCost: true }))
    expect((await seeing.warehouse.listStock({ filter: { itemId } })).rows[0]!.value).toBe(money('131255.25'))
    expect((await seeing.warehouse.getItemStock({ itemId })).value).toBe(money('131255.25'))
    expect((await store.warehouse.listStock({ filter: { itemId } })).rows[0]).not.toHaveProperty('value')
    expect((await store.warehouse.getItemStock({ itemId })).places[0]).not.toHaveProperty('value')
  })

  test('very much of something very dear has no value rather than a wrong one', async () => {
    const itemId = await newItem({ unitCost: '900000000' })
    for (let at = 0; at < 3; at += 1) await receive(itemId, '1000000000')
    expect((await admin.warehouse.listStock({ filter: { itemId } })).rows[0]).toMatchObject({ onHand: decimal('3000000000'), value: null })
    const planner = host.desk(await host.sessionFor('Manager', undefined, { canSeeCost: true }))
    const { rows: [row], totals } = await planner.reports.previewReport({ report: 'inventory', filters: { search: `ITEM-${items}` } })
    expect(row!.cells).toMatchObject({ onHand: '3000000000.0000', value: null })
    expect(totals).toHaveLength(1)
  })

  test('sums beyond the range are not shown, and a line without a sum is none', async () => {
    const dear = [await newItem({ unitCost: '80000', kind: 'WIP' }), await newItem({ unitCost: '80000', kind: 'WIP' }), await newItem({ unit: 'Pcs', kind: 'WIP' })]
    for (const itemId of dear) await receive(itemId, '1000000000')
    const ask = async (canSeeCost: boolean) => {
      const desk = host.desk(await host.sessionFor('Warehouse Admin', 'WH', { canSeeCost }))
      return (await desk.reports.previewReport({ report: 'inventory', filters: { itemKind: 'WIP' } })).totals.map(({ unit, cells }) => [unit, cells.value])
    }
    expect(await ask(true)).toEqual([['Kg', null], ['Pcs', '0'], [null, null]])
    expect(await ask(false)).toEqual([['Kg', undefined], ['Pcs', undefined]])
  })

  test('the stock card tells the balance after each move, newest first, page by page', async () => {
    const itemId = await newItem()
    await receive(itemId, '100')
    await store.warehouse.transferStock({ itemId, quantity: '30', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    await store.warehouse.issueStock({ itemId, quantity: '20', fromLocationId: places['WH-MAIN']!, note: 'Contoh' })
    const card = async (input: Parameters<Desk['warehouse']['getStockCard']>[0]) => {
      const page = await admin.warehouse.getStockCard(input)
      return { next: page.next, rows: page.rows.map(({ change, balance }) => [decimalText(change), decimalText(balance)]) }
    }
    expect((await card({ itemId, filter: { locationId: places['WH-MAIN']! } })).rows).toEqual([['-20', '50'], ['-30', '70'], ['100', '100']])
    expect((await card({ itemId, filter: { locationId: places['WH-SEW']! } })).rows).toEqual([['30', '30']])
    expect((await card({ itemId })).rows).toEqual([['-20', '80'], ['0', '100'], ['100', '100']])
    expect((await card({ itemId, filter: { locationId: places['WH-MAIN']!, kind: 'RECEIPT' } })).rows).toEqual([['100', '100']])
    const first = await card({ itemId, pageSize: 2 })
    expect(first.rows).toHaveLength(2)
    expect((await card({ itemId, pageSize: 2, cursor: first.next })).rows).toEqual([['100', '100']])
    const { rows: [newest] } = await admin.warehouse.getStockCard({ itemId })
    expect(newest).toMatchObject({ createdByName: expect.stringContaining('Warehouse Operator') as string, note: 'Contoh', fromLocationName: 'Gudang utama', toLocationName: 'Produksi' })
    const history = await admin.warehouse.getStockHistory({ itemId, fromDay: '2026-11-20' })
    expect(history).toEqual({ opening: zero, days: [{ day: '2026-11-20', came: decimal('100'), went: decimal('20'), balance: decimal('80') }] })
    expect(await admin.warehouse.getStockHistory({ itemId, fromDay: '2026-11-21' })).toEqual({ opening: decimal('80'), days: [] })
  })

  test('lists page, sort, search and count on the host', async () => {
    const [one, two] = [await newItem(), await newItem()]
    await receive(one, '5')
    await receive(two, '7')
    const { rows, total } = await admin.warehouse.listStock({ search: 'Barang utama', sort: [{ column: 'onHand', descending: true }], total: true, pageSize: 200 })
    expect(rows.length).toBe(total)
    expect(rows.map(row => row.onHand)).toEqual(rows.map(row => row.onHand).sort((a, b) => b - a))
    for (const [search, filter] of [['', {}], ['', { itemId: two }], ['barang', {}]] as const) {
      for (const desk of [admin, sewing]) {
        const { rows: moved, total: counted } = await desk.warehouse.listMoves({ search, filter, total: true, pageSize: 200 })
        expect(counted).toBe(moved.length)
      }
    }
    const page = await admin.warehouse.listItemStock({ pageSize: 1, filter: { hasStock: true } })
    expect(page.rows[0]).toMatchObject({ itemCode: 'ITEM-1' })
    expect((await admin.warehouse.listItemStock({ pageSize: 1, filter: { hasStock: true }, cursor: page.next })).rows).toHaveLength(1)
  })
})

describe('sections', () => {
  test('IA-5 a section sees its own stores and the factory’s, not another’s', async () => {
    const itemId = await newItem()
    await receive(itemId, '100')
    for (const to of ['WH-SEW', 'WH-CUT']) await store.warehouse.transferStock({ itemId, quantity: '10', fromLocationId: places['WH-MAIN']!, toLocationId: places[to]! })
    expect((await sewing.warehouse.listStock({ filter: { itemId } })).rows.map(row => row.locationName)).toEqual(['Gudang utama', 'Rak SEW'])
    expect((await sewing.warehouse.getItemStock({ itemId })).onHand).toBe(decimal('90'))
    expect((await sewing.warehouse.listStores({})).map(({ code }) => code)).toEqual(['WH-2', 'WH-MAIN', 'WH-SEW'])
    expect((await sewing.warehouse.listMoves({ filter: { itemId } })).rows.map(row => row.toLocationName)).toEqual(['Rak SEW', 'Gudang utama'])
    const card = await sewing.warehouse.getStockCard({ itemId })
    expect(card.rows.map(row => decimalText(row.balance))).toEqual(['100', '100'])
    await expect(sewing.warehouse.listStock({ filter: { sectionId: host.section('CUT') } })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(sewing.warehouse.getStockCard({ itemId, filter: { locationId: places['WH-CUT']! } })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(sewing.warehouse.getStockHistory({ itemId, locationId: places['WH-CUT']!, fromDay: '2026-01-01' })).rejects.toMatchObject({ code: 'foreign-section' })
  })

  test('IA-5 a section uses material from its own store only; the attempt on another’s is written down', async () => {
    const itemId = await newItem()
    await receive(itemId, '10')
    for (const to of ['WH-SEW', 'WH-CUT']) await store.warehouse.transferStock({ itemId, quantity: '5', fromLocationId: places['WH-MAIN']!, toLocationId: places[to]! })
    const used = await sewing.warehouse.consumeMaterial({ itemId, quantity: '2', locationId: places['WH-SEW']!, note: 'SPK 12' })
    expect(used).toMatchObject({ kind: 'ISSUE', toLocationId: places.PRODUCTION })
    await sewing.warehouse.returnMaterial({ seq: used.seq, reason: 'Tidak jadi' })
    expect(await levels(itemId, 'WH-SEW')).toMatchObject({ onHand: '5' })
    const before = host.database.prepare("select count(*) from securityEvent where kind = 'FOREIGN_SECTION'").pluck().get() as number
    await expect(sewing.warehouse.consumeMaterial({ itemId, quantity: '1', locationId: places['WH-CUT']! })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect.poll(() => host.database.prepare("select count(*) from securityEvent where kind = 'FOREIGN_SECTION'").pluck().get()).toBe(before + 1)
    await expect(sewing.warehouse.consumeMaterial({ itemId, quantity: '1', locationId: places['WH-MAIN']! })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ reason: 'warehouse.issues.not-own-store' }] },
    })
    const { seq } = await store.warehouse.transferStock({ itemId, quantity: '1', fromLocationId: places['WH-SEW']!, toLocationId: places['WH-MAIN']! })
    await expect(sewing.warehouse.returnMaterial({ seq, reason: 'x' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(sewing.warehouse.reverseMove({ seq, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(sewing.warehouse.receiveStock({ itemId, quantity: '1', toLocationId: places['WH-SEW']! })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('IA-5 events of a section’s stock are scoped to it', async () => {
    const itemId = await newItem()
    await receive(itemId, '10')
    const from = host.events.length
    await store.warehouse.transferStock({ itemId, quantity: '5', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    const balances = host.events.slice(from).filter(({ entity }) => entity === 'stockBalance').map(({ scope }) => scope.sectionId ?? null)
    expect(balances.sort()).toEqual([host.section('SEW'), null].sort())
  })
})

describe('notices', () => {
  test('NT-2 stock that leaves the factory tells once a day that an item is low, and again when it is out', async () => {
    const planner = await host.as('PPIC Manager')
    const itemId = await newItem({ minimumStock: '50' })
    await receive(itemId, '100')
    const kinds = async () => (await planner.notifications.listNotices({})).rows.filter(({ entityId }) => entityId === itemId).map(({ kind, severity }) => `${kind} ${severity}`)
    const issue = (quantity: string) => store.warehouse.issueStock({ itemId, quantity, fromLocationId: places['WH-MAIN']! })
    await store.warehouse.transferStock({ itemId, quantity: '60', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    await issue('10')
    expect(await kinds()).toEqual([])
    await issue('30')
    expect(await kinds()).toHaveLength(0)
    await sewing.warehouse.consumeMaterial({ itemId, quantity: '20', locationId: places['WH-SEW']! })
    expect(await kinds()).toEqual(['MATERIAL_LOW_STOCK WARNING'])
    await sewing.warehouse.consumeMaterial({ itemId, quantity: '10', locationId: places['WH-SEW']! })
    expect(await kinds()).toHaveLength(1)
    await sewing.warehouse.consumeMaterial({ itemId, quantity: '30', locationId: places['WH-SEW']! })
    expect(await kinds()).toEqual(['MATERIAL_STOCKOUT CRITICAL', 'MATERIAL_LOW_STOCK WARNING'])
    expect((await sewing.notifications.listNotices({})).rows.filter(({ entityId }) => entityId === itemId)).toHaveLength(2)
  })
})

describe('invariants', () => {
  const place = fc.constantFrom('WH-MAIN', 'WH-2', 'WH-SEW')
  const quantity = fc.integer({ min: 1, max: 30_0000 }).map(count => decimalText(count as Decimal))
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ act: fc.constant('receive' as const), to: place, quantity }) },
    { weight: 4, arbitrary: fc.record({ act: fc.constant('transfer' as const), from: place, to: place, quantity }) },
    { weight: 3, arbitrary: fc.record({ act: fc.constant('issue' as const), from: place, quantity }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('adjust' as const), at: place, quantity }) },
    { weight: 3, arbitrary: fc.record({ act: fc.constant('request' as const), quantity }) },
    { weight: 5, arbitrary: fc.record({ act: fc.constant('fulfil' as const), percent: fc.integer({ min: 1, max: 120 }) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('cancel' as const) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('withdraw' as const) }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('unfulfil' as const) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('reverse' as const) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('restart' as const) }) },
  )
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

  test('WH-1 WH-2 whatever is done, the balance is the sum of the moves, and 0 ≤ Σ reservations = reserved ≤ on hand', async () => {
    const board = await admin.kanban.createBoard({
      sectionId: host.section('SEW'), supplySectionId: host.section('WH'), supplyLocationId: places['WH-MAIN']!, storeLocationId: places['WH-SEW']!,
      maximumPending: 1000, maximumInProgress: 1000,
    })
    expect(board).toMatchObject({ maximumPending: 1000 })
    const done = new Map<string, number>()
    const refused = new Map<string, number>()
    const count = (counts: Map<string, number>, act: string) => counts.set(act, (counts.get(act) ?? 0) + 1)
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 50 }), async steps => {
      const itemId = await newItem()
      const rule = await admin.kanban.createRule({ sectionId: host.section('SEW'), itemId, reorderPoint: '5', orderQuantity: '3' })
      expect(rule.isActive).toBe(true)
      await receive(itemId, '100')
      for (const one of steps) {
        try {
          const result = await run(one, itemId)
          if (!Array.isArray(result) || result.length > 0) count(done, one.act)
        } catch (error) {
          if (!(error instanceof AppError) || error.code === 'unexpected') throw error
          count(refused, one.act)
        }
        checkBooks(itemId)
      }
    }), { numRuns: 25, seed: 20261120 })
    for (const act of ['receive', 'transfer', 'issue', 'adjust', 'request', 'fulfil', 'cancel', 'withdraw', 'unfulfil', 'reverse', 'restart']) {
      expect(done.get(act) ?? 0, `${act} never succeeded`).toBeGreaterThan(0)
    }
    for (const act of ['transfer', 'issue', 'fulfil', 'reverse']) expect(refused.get(act) ?? 0, `${act} was never refused`).toBeGreaterThan(0)
    expect(host.faults).toEqual([])
  }, 300_000)

  async function run(one: Step, itemId: string): Promise<unknown> {
    const cards = async (...status: ('PENDING' | 'APPROVED' | 'IN_PROGRESS' | 'COMPLETED')[]) => (await host.system.kanban.listCards({ filter: { itemId, status } })).rows
    const at = ({ id, version }: { id: string; version: number }) => ({ id, version })
    switch (one.act) {
      case 'receive': return host.system.warehouse.receiveStock({ itemId, quantity: one.quantity, toLocationId: places[one.to]! })
      case 'transfer': return host.system.warehouse.transferStock({ itemId, quantity: one.quantity, fromLocationId: places[one.from]!, toLocationId: places[one.to]! })
      case 'issue': return host.system.warehouse.issueStock({ itemId, quantity: one.quantity, fromLocationId: places[one.from]! })
      case 'adjust': {
        const { rows: [row] } = await host.system.warehouse.listStock({ filter: { itemId, locationId: places[one.at]! } })
        const expected = decimalText(row?.onHand ?? zero)
        return host.system.warehouse.adjustStock({ itemId, locationId: places[one.at]!, counted: one.quantity, expected, reason: 'Hitung' })
      }
      case 'request': {
        const card = await host.system.kanban.createCard({ sectionId: host.section('SEW'), itemId, quantity: one.quantity, neededBy: '2026-11-20' })
        return host.system.kanban.approveCard(at(card))
      }
      case 'fulfil': return Promise.all((await cards('APPROVED', 'IN_PROGRESS')).slice(0, 1).map(async card => {
        const { deliverable } = await host.system.kanban.getCard({ id: card.id })
        return host.system.kanban.fulfilCard({ ...at(card), quantity: decimalText(Math.round(deliverable * one.percent / 100) as Decimal) })
      }))
      case 'cancel': return Promise.all((await cards('PENDING', 'APPROVED')).slice(0, 2).map(card => host.system.kanban.cancelCard({ ...at(card), reason: 'x' })))
      case 'withdraw': return Promise.all((await cards('APPROVED')).slice(0, 1).map(card => host.system.kanban.withdrawApproval(at(card))))
      case 'unfulfil': return Promise.all((await cards('IN_PROGRESS', 'COMPLETED')).slice(0, 1).map(async card => {
        const { deliveries } = await host.system.kanban.getCard({ id: card.id })
        return host.system.kanban.reverseFulfilment({ ...at(card), move: deliveries.at(-1)?.seq ?? 1, reason: 'x' })
      }))
      case 'reverse': {
        const { rows: [row] } = await host.system.warehouse.listMoves({ filter: { itemId }, pageSize: 1 })
        return row && host.system.warehouse.reverseMove({ seq: row.seq, reason: 'x' })
      }
      case 'restart': return host.restart()
    }
  }

  function checkBooks(itemId: string): void {
    const wrong = host.database.prepare(`
      select location.code, balance.onHand, balance.reserved,
        (select coalesce(sum(quantity), 0) from stockMove where itemId = @itemId and toLocationId = location.id)
          - (select coalesce(sum(quantity), 0) from stockMove where itemId = @itemId and fromLocationId = location.id) as moved,
        (select coalesce(sum(quantity), 0) from stockReservation where itemId = @itemId and locationId = location.id) as kept
      from location left join stockBalance balance on balance.locationId = location.id and balance.itemId = @itemId
      where location.kind = 'INTERNAL' and (moved <> coalesce(onHand, 0) or kept <> coalesce(reserved, 0) or onHand < 0 or reserved < 0 or reserved > onHand)`).all({ itemId })
    expect(wrong).toEqual([])
    expect(ledgerFindings(host.database, 5)).toEqual([])
    const overdrawn = host.database.prepare('select number from kanbanCard where fulfilled > quantity or fulfilled < 0').all()
    expect(overdrawn).toEqual([])
  }
})

test('the host had no fault of its own in all this', () => {
  expect(host.faults).toEqual([])
})
