import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import type { InputIssue } from '../shared/core/errors.ts'
import { largestCount } from '../shared/warehouse/opening-count.ts'
import { itemsToCount } from '../src-renderer/warehouse/opening-count-items.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let clerk: Desk
const places: Record<string, string> = {}
let items = 0

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  clerk = await host.as('Warehouse Admin', 'WH')
  await admin.masters.createLocation({ code: 'WH-SEW', name: 'Rak jahit', kind: 'INTERNAL', sectionId: host.section('SEW') })
  for (const { code, id } of (await admin.masters.listLocations({ pageSize: 200 })).rows) places[code] = id
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

async function newItem({ unit = 'Kg', kind = 'RAW_MATERIAL' }: { unit?: string; kind?: 'RAW_MATERIAL' | 'SERVICE' } = {}): Promise<string> {
  items += 1
  const unitId = await unitIdOf(admin, unit)
  return (await admin.masters.createItem({ code: `COUNT-${items}`, name: `Barang ${items}`, kind, unitId })).id
}
const line = (itemId: string, quantity: string, posted = '0') => ({ itemId, quantity, posted })
const count = (lines: ReturnType<typeof line>[], place = 'WH-MAIN') => clerk.warehouse.countOpening({ locationId: places[place]!, lines })
const book = async (itemId: string, place = 'WH-MAIN') => (await clerk.warehouse.listOpenings({ locationId: places[place]!, itemIds: [itemId] }))[0]!
const openings = (itemId: string) => host.database.prepare(`select count(*) from stockMove where kind = 'OPENING' and itemId = ?`).pluck().get(itemId)
/** `quantity: reason`, by line. */
async function refusalsOf(promise: Promise<unknown>): Promise<string[]> {
  const error = (await promise.then(() => expect.fail('nothing was refused'), (thrown: unknown) => thrown)) as { code: string; params: { issues: InputIssue[] } }
  expect(error.code).toBe('invalid-input')
  return error.params.issues.map(({ path, reason }) => `${path.join('.')}: ${reason}`)
}

describe('counting the opening stock', () => {
  test('the books begin with what was counted; counted anew they are brought to it, and the same count posts nothing', async () => {
    const [one, two] = [await newItem(), await newItem()]
    expect(await count([line(one, '12.5'), line(two, '0')])).toEqual({ posted: 1 })
    expect(await book(one)).toMatchObject({ onHand: decimal('12.5'), posted: decimal('12.5'), hasMoved: false, unitCode: 'Kg' })
    expect(await count([line(one, '10', '12.5'), line(two, '4')])).toEqual({ posted: 2 })
    expect(await count([line(one, '10', '10'), line(two, '4', '4')])).toEqual({ posted: 0 })
    expect([decimalText((await book(one)).onHand), decimalText((await book(two)).onHand)]).toEqual(['10', '4'])
    expect([openings(one), openings(two)]).toEqual([2, 1])
    expect(await count([line(one, '0', '10')])).toEqual({ posted: 1 })
    expect(await book(one)).toMatchObject({ onHand: decimal('0'), posted: decimal('0') })
  })

  test('each faulty line is named with its field, and none of the others is posted', async () => {
    const [good, pieces, service, moved, other] = [await newItem(), await newItem({ unit: 'Pcs' }), await newItem({ kind: 'SERVICE' }), await newItem(), await newItem()]
    await admin.warehouse.receiveStock({ itemId: moved, quantity: '1', toLocationId: places['WH-MAIN']! })
    await count([line(other, '7')])
    const stopped = await newItem()
    const { version } = await admin.masters.getItem({ id: stopped })
    await admin.masters.setItemActive({ id: stopped, version, isActive: false })
    const refused = count([
      line(good, '5'), line(pieces, '1.5'), line(service, '1'), line(moved, '3'), line(other, '9'), line(good, '6'), line(stopped, '1'),
      line('0190a000-0000-7000-8000-000000000000', '1'),
    ])
    expect(await refusalsOf(refused)).toEqual([
      'lines.1.quantity: masters.issues.unit-places', 'lines.2.itemId: warehouse.issues.service', 'lines.3.quantity: warehouse.issues.opening-moved',
      'lines.4.quantity: warehouse.issues.stock-moved', 'lines.5.itemId: grid.issues.twice', 'lines.6.itemId: errors.inactive', 'lines.7.itemId: errors.not-found',
    ])
    expect(await book(good)).toMatchObject({ posted: decimal('0') })
    expect(openings(good)).toBe(0)
    await expect(count([line(good, '-1')])).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0, 'quantity'], reason: 'negative' }] } })
  })

  test('less than is reserved cannot be counted', async () => {
    const item = await newItem()
    await count([line(item, '10')])
    await admin.kanban.createBoard({
      sectionId: host.section('SEW'), supplySectionId: host.section('WH'), supplyLocationId: places['WH-MAIN']!, storeLocationId: places['WH-SEW']!,
    })
    const card = await admin.kanban.createCard({ sectionId: host.section('SEW'), itemId: item, quantity: '8', priority: 'NORMAL', neededBy: '2026-11-21', notes: '' })
    await clerk.kanban.approveCard({ id: card.id, version: card.version })
    expect(await refusalsOf(count([line(item, '7', '10')]))).toEqual(['lines.0.quantity: warehouse.issues.count-below-reserved'])
    expect(await count([line(item, '8', '10')])).toEqual({ posted: 1 })
  })

  test('a cost is for those who may see costs and change items; it changes the item in the same go', async () => {
    const item = await newItem()
    const seller = host.desk(await host.sessionFor('Warehouse Admin', 'WH', { canSeeCost: true }))
    const { itemVersion } = await book(item)
    expect(await book(item)).not.toHaveProperty('unitCost')
    const withCost = { ...line(item, '3'), unitCost: '1250.5', itemVersion }
    await expect(count([withCost])).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'canSeeCost' } })
    await seller.warehouse.countOpening({ locationId: places['WH-MAIN']!, lines: [withCost] })
    expect(await admin.masters.getItem({ id: item })).toMatchObject({ unitCost: decimal('1250.5'), version: itemVersion + 1 })
    const stale = seller.warehouse.countOpening({ locationId: places['WH-MAIN']!, lines: [{ ...withCost, posted: '3' }] })
    expect(await refusalsOf(stale)).toEqual(['lines.0.unitCost: errors.conflict'])
  })

  test('it takes the right to adjust the books, and a store of one’s own', async () => {
    const item = await newItem()
    const operator = await host.as('Warehouse Operator', 'WH')
    await expect(operator.warehouse.countOpening({ locationId: places['WH-MAIN']!, lines: [line(item, '1')] })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'warehouse.update' } })
    await expect(operator.warehouse.listOpenings({ locationId: places['WH-MAIN']!, itemIds: [item] })).rejects.toMatchObject({ code: 'forbidden' })
    const session = await host.sessionFor('Admin Cutting', 'CUT')
    const cutter = host.desk({ ...session, permissions: new Set([...session.permissions, 'warehouse.update']) })
    await expect(cutter.warehouse.countOpening({ locationId: places['WH-SEW']!, lines: [line(item, '1')] })).rejects.toMatchObject({ code: 'foreign-section' })
    expect(await refusalsOf(count([line(item, '1')], 'SUPPLIER'))).toEqual(['locationId: warehouse.issues.no-store'])
  })

  test(`${largestCount} lines are posted at once, and more are refused`, async () => {
    const unitId = (await admin.masters.listUnits({ search: 'Kg' })).rows[0]!.id
    const rows = Array.from({ length: largestCount }, (_, at) => ({ code: `BULK-${at}`, name: `Banyak ${at}`, kind: 'RAW_MATERIAL' as const, unitId }))
    const made = await admin.masters.saveItems({ rows })
    const lines = made.map(({ id }, at) => line(id, String(at + 1)))
    expect(await count(lines)).toEqual({ posted: largestCount })
    expect(host.database.prepare(`select count(*), sum(onHand) / 10000 as total from stockBalance join item on item.id = itemId where code like 'BULK-%'`).get())
      .toEqual({ 'count(*)': largestCount, total: (largestCount * (largestCount + 1)) / 2 })
    expect(await refusalsOf(count([...lines, line(await newItem(), '1')]))).toEqual(['lines: too_big'])

    const asked = { itemKind: null, search: 'BULK-' }
    const load = (known: readonly string[], room: number) => itemsToCount(clerk.warehouse.listItemStock, { ...asked, known, room })
    const first = await load([], 450)
    expect([first.items.length, first.hasMore]).toEqual([450, true])
    const known = first.items.map(({ itemId }) => itemId)
    const rest = await load(known, largestCount - 450)
    expect([rest.items.length, rest.hasMore, new Set([...known, ...rest.items.map(({ itemId }) => itemId)]).size]).toEqual([largestCount - 450, false, largestCount])
    expect((await load(known, 10)).hasMore).toBe(true)
  })
})
