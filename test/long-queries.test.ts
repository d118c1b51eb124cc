import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addDecimals, decimalText, subtractDecimals, zero, type Decimal } from '../shared/core/decimal.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let admin: Desk
let store: Desk
let sewing: Desk
const places: Record<string, string> = {}
let itemId: string

/** A past in which an item went to and fro between two of the factory's own stores and two sections, day after day. */
beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  for (const section of ['SEW', 'CUT']) await admin.masters.createLocation({ code: `R-${section}`, name: `Rak ${section}`, kind: 'INTERNAL', sectionId: host.section(section) })
  await admin.masters.createLocation({ code: 'WH-2', name: 'Gudang dua', kind: 'INTERNAL' })
  for (const { code, id } of (await admin.masters.listLocations({ pageSize: 200 })).rows) places[code] = id
  const { rows: [unit] } = await admin.masters.listUnits({})
  itemId = (await admin.masters.createItem({ code: 'KAIN', name: 'Kain', kind: 'RAW_MATERIAL', unitId: unit!.id })).id
  store = await host.as('Warehouse Operator', 'WH')
  sewing = await host.as('Admin Sewing', 'SEW')
  const stores = ['WH-MAIN', 'WH-2', 'R-SEW', 'R-CUT']
  await store.warehouse.receiveStock({ itemId, quantity: '500', toLocationId: places['WH-MAIN']! })
  for (let move = 0; move < 60; move += 1) {
    host.clock.advance(3 * 3_600_000)
    const [from, to] = [stores[(move * 7) % 4]!, stores[(move * 5 + 1) % 4]!]
    const quantity = String(1 + (move * 13) % 29)
    const tried = move % 9 === 0
      ? store.warehouse.receiveStock({ itemId, quantity, toLocationId: places[to]!, note: `Surat jalan ${move}` })
      : move % 7 === 0
        ? store.warehouse.issueStock({ itemId, quantity, fromLocationId: places[from]! })
        : store.warehouse.transferStock({ itemId, quantity, fromLocationId: places[from]!, toLocationId: places[to]! })
    await tried.catch((error: { code: string }) => expect(['stock-short', 'invalid-input']).toContain(error.code))
  }
})
afterAll(() => host.stop())

type Card = Awaited<ReturnType<Desk['warehouse']['getStockCard']>>['rows']
type CardInput = Parameters<Desk['warehouse']['getStockCard']>[0]

async function wholeCard(desk: Desk, input: CardInput): Promise<{ rows: Card; total: number | undefined }> {
  const rows: Card = []
  let page = await desk.warehouse.getStockCard({ ...input, pageSize: 7, total: true })
  const { total } = page
  rows.push(...page.rows)
  while (page.next !== undefined) {
    page = await desk.warehouse.getStockCard({ ...input, pageSize: 7, cursor: page.next })
    rows.push(...page.rows)
  }
  return { rows, total }
}

describe('the stock card', () => {
  const looks: readonly [string, CardInput['filter']][] = [
    ['everything', {}], ['one store', { locationId: 'WH-MAIN' }], ['a section’s store', { locationId: 'R-SEW' }], ['one kind', { kind: 'RECEIPT' }],
    ['some days', { fromDay: '2026-11-22', toDay: '2026-11-25' }], ['one kind at one store', { locationId: 'WH-2', kind: 'TRANSFER' }],
  ]
  test.each(looks)('tells the same balances from either end and on every page: %s', async (_, { locationId, ...filter } = {}) => {
    for (const desk of locationId === 'R-SEW' ? [admin, sewing] : [admin, sewing, store]) {
      const seenStores = desk === sewing ? ['WH-MAIN', 'WH-2', 'R-SEW'] : ['WH-MAIN', 'WH-2', 'R-SEW', 'R-CUT']
      const looked = (locationId === undefined ? seenStores : [locationId]).map(code => places[code])
      const expected = summedUp(looked)
      const input = { itemId, filter: { ...filter, ...(locationId !== undefined && { locationId: places[locationId]! }) } }
      const newestFirst = await wholeCard(desk, input)
      const oldestFirst = await wholeCard(desk, { ...input, sort: [{ column: 'seq' }] })
      expect(newestFirst.total).toBe(newestFirst.rows.length)
      expect(oldestFirst.rows).toEqual([...newestFirst.rows].reverse())
      for (const { seq, change, balance } of newestFirst.rows) expect([decimalText(change), decimalText(balance)], `move ${seq}`).toEqual(expected.get(seq))
    }
  })

  /** Move by move from the very first, as the rule says it. */
  function summedUp(looked: readonly (string | undefined)[]): Map<number, [string, string]> {
    const rows = host.database.prepare('select seq, quantity, fromLocationId, toLocationId from stockMove where itemId = ? order by seq').all(itemId) as
      { seq: number; quantity: Decimal; fromLocationId: string; toLocationId: string }[]
    let balance: Decimal = zero
    return new Map(rows.map(({ seq, quantity, fromLocationId, toLocationId }) => {
      const before = balance
      if (looked.includes(toLocationId)) balance = addDecimals(balance, quantity)
      if (looked.includes(fromLocationId)) balance = subtractDecimals(balance, quantity)
      return [seq, [decimalText(subtractDecimals(balance, before)), decimalText(balance)]]
    }))
  }

  test('the history by days ends with what is there, and begins with what was', async () => {
    const { days, opening } = await admin.warehouse.getStockHistory({ itemId, fromDay: '2026-11-23' })
    const { rows: [newest] } = await admin.warehouse.getStockCard({ itemId, pageSize: 1 })
    const { rows: [before] } = await admin.warehouse.getStockCard({ itemId, pageSize: 1, filter: { toDay: '2026-11-22' } })
    expect(days.at(-1)!.balance).toBe(newest!.balance)
    expect(opening).toBe(before!.balance)
  })
})

describe('a query that a worker answers', () => {
  test('sees every command that was acknowledged before it was asked', async () => {
    for (let move = 0; move < 25; move += 1) {
      const { seq } = await store.warehouse.receiveStock({ itemId, quantity: '1', toLocationId: places['WH-MAIN']! })
      expect((await store.warehouse.listMoves({ pageSize: 1 })).rows[0]!.seq).toBe(seq)
    }
  })

  test('is answered once for desks that ask at once, and kept until its rows change', async () => {
    const session = await host.sessionFor('Warehouse Operator', 'WH')
    const ask = (known?: string) => host.host.dispatch(session, 'warehouse.listMoves', { search: 'jalan' }, { known })
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()))
    const tags = new Set(answers.map(answer => answer.ok && answer.tag))
    expect(tags.size).toBe(1)
    const [tag] = [...tags]
    expect(await ask(tag as string)).toMatchObject({ ok: true, unchanged: true })
    await store.warehouse.receiveStock({ itemId, quantity: '1', toLocationId: places['WH-MAIN']!, note: 'Surat jalan baru' })
    expect(await ask(tag as string)).not.toHaveProperty('unchanged')
  })

  test('is refused as anywhere else, and shows no more than to anybody', async () => {
    await expect(sewing.warehouse.getStockCard({ itemId, filter: { locationId: places['R-CUT']! } })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(admin.warehouse.listMoves({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['cursor'] }] } })
    await expect(admin.warehouse.getStockCard({ itemId: places['R-CUT']! })).rejects.toMatchObject({ code: 'not-found' })
    await vi.waitFor(() => expect(host.database.prepare(`select count(*) from securityEvent where kind = 'FOREIGN_SECTION'`).pluck().get()).toBe(1))
    const { rows } = await sewing.warehouse.listMoves({ pageSize: 200 })
    expect(rows.some(({ fromLocationId, toLocationId }) => fromLocationId === places['WH-MAIN'] && toLocationId === places['R-CUT'])).toBe(false)
    expect(host.faults).toEqual([])
  })
})
