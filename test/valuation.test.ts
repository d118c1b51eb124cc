import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText, type Decimal } from '../shared/core/decimal.ts'
import { money, moneyText, type Money } from '../shared/core/money.ts'
import { averageOf, cameIn, wentOut } from '../shared/warehouse/valuation.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let store: Desk
const places: Record<string, string> = {}
let items = 0

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  store = await host.as('Warehouse Operator', 'WH')
  await admin.masters.createLocation({ code: 'WH-SEW', name: 'Rak Jahit', kind: 'INTERNAL', sectionId: host.section('SEW') })
  for (const { code, id } of (await admin.masters.listLocations({ pageSize: 200 })).rows) places[code] = id
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

async function newItem(unitCost?: string): Promise<string> {
  items += 1
  const unitId = await unitIdOf(admin, 'Pcs')
  return (await admin.masters.createItem({ code: `NILAI-${items}`, name: `Barang ${items}`, kind: 'RAW_MATERIAL', unitId, unitCost })).id
}
const receive = (itemId: string, quantity: string, unitCost: string | null) => admin.warehouse.receiveStock({ itemId, quantity, toLocationId: places['WH-MAIN']!, lot: { unitCost } })
const issue = (itemId: string, quantity: string) => store.warehouse.issueStock({ itemId, quantity, fromLocationId: places['WH-MAIN']! })
function kept(itemId: string): string[] {
  const row = host.database.prepare('select quantity, worth as value from itemCost where itemId = ?').get(itemId) as { quantity: Decimal; value: Money | null }
  return [decimalText(row.quantity), row.value === null ? '–' : moneyText(row.value)]
}
async function reported(itemId: string, filters: Parameters<Desk['reports']['previewReport']>[0]['filters'] = {}) {
  const { rows } = await admin.reports.previewReport({ report: 'stockValuation', filters, pageSize: 200 })
  const { closing, value, issued, issuedValue } = rows.find(({ source }) => source?.id === itemId)!.cells
  return [closing, value, issued, issuedValue]
}

describe('the rules by themselves', () => {
  const held = (quantity: string, value: string | null) => ({ quantity: decimal(quantity), value: value === null ? null : money(value) })

  test('10 at 100 and 10 at 120 are 20 at 110; 12 of them leave 8 worth 880', () => {
    const both = cameIn(cameIn(held('0', null), decimal('10'), decimal('100')), decimal('10'), decimal('120'))
    expect([both, averageOf(both)]).toEqual([held('20', '2200'), decimal('110')])
    expect(wentOut(both, decimal('12'))).toEqual(held('8', '880'))
  })

  test('what leaves in parts leaves nothing behind, however it rounds', () => {
    const third = held('3', '100')
    expect([wentOut(third, decimal('1')), wentOut(wentOut(third, decimal('1')), decimal('1')), wentOut(wentOut(wentOut(third, decimal('1')), decimal('1')), decimal('1'))])
      .toEqual([held('2', '66.67'), held('1', '33.33'), held('0', '0')])
  })

  test('where no cost was known, the first one that is values all; what was owed is worth what comes', () => {
    expect(cameIn(held('5', null), decimal('5'), decimal('10'))).toEqual(held('10', '100'))
    expect(cameIn(held('5', null), decimal('5'), null)).toEqual(held('10', null))
    expect(cameIn(held('-4', null), decimal('10'), decimal('10'))).toEqual(held('6', '60'))
  })
})

/** What the lists of stock and the reports say that an item is worth. */
async function shown(itemId: string): Promise<string[]> {
  const { code } = await admin.masters.getItem({ id: itemId })
  const [{ rows: [placed] }, { rows: [summed] }, one] = await Promise.all([admin.warehouse.listStock({ filter: { itemId } }), admin.warehouse.listItemStock({ search: code }), admin.warehouse.getItemStock({ itemId })])
  const reportedAs = await Promise.all(['inventory', 'stockMovement'].map(async report => {
    const { rows: [row] } = await admin.reports.previewReport({ report, filters: { search: code } })
    return moneyText(money(String(row!.cells.value ?? row!.cells.closingValue)))
  }))
  return [...[placed!.value, summed!.value, one.value].map(value => moneyText(value!)), ...reportedAs]
}

describe('valued stock', () => {
  test('received 10 at 100 and 10 at 120, issued 12: 1,240 by FIFO, 1,320 by the moving average', async () => {
    const itemId = await newItem()
    await receive(itemId, '10', '100')
    await receive(itemId, '10', '120')
    expect(kept(itemId)).toEqual(['20', '2200'])
    await issue(itemId, '12')
    expect(kept(itemId)).toEqual(['8', '880'])
    expect(await reported(itemId, { method: 'FIFO' })).toEqual(['8', '960', '12', '1240'])
    expect(await reported(itemId, { method: 'AVERAGE' })).toEqual(['8', '880', '12', '1320'])
    // Which counts where nobody says, is the factory's choice.
    expect(await reported(itemId)).toEqual(['8', '960', '12', '1240'])
    expect(await shown(itemId)).toEqual(['960', '960', '960', '960', '960'])
    await admin.settings.changeSetting({ key: 'warehouse.movingAverage', value: true })
    expect(await reported(itemId)).toEqual(['8', '880', '12', '1320'])
    expect(await shown(itemId)).toEqual(['880', '880', '880', '880', '880'])
  })

  test('as of a day: what moved since does not count', async () => {
    const itemId = await newItem()
    host.clock.set('2026-11-10T03:00:00.000Z')
    await receive(itemId, '10', '100')
    host.clock.set('2026-11-15T03:00:00.000Z')
    await receive(itemId, '10', '200')
    await issue(itemId, '5')
    const until = { period: { from: '2026-11-01', to: '2026-11-12' } }
    expect([await reported(itemId, { ...until, method: 'FIFO' }), await reported(itemId, { ...until, method: 'AVERAGE' })]).toEqual([['10', '1000', '0', '0'], ['10', '1000', '0', '0']])
    expect(await reported(itemId, { period: { from: '2026-11-13', to: '2026-11-30' }, method: 'AVERAGE' })).toEqual(['15', '2250', '5', '750'])
    host.clock.set('2026-11-20T03:00:00.000Z')
  })

  test('what is taken back leaves the average as it was; moves between stores and found goods do not change it', async () => {
    const itemId = await newItem()
    await receive(itemId, '10', '100')
    const wrong = await receive(itemId, '10', '300')
    expect(kept(itemId)).toEqual(['20', '4000'])
    await admin.warehouse.reverseMove({ seq: wrong.seq, reason: 'Salah harga' })
    expect(kept(itemId)).toEqual(['10', '1000'])
    const { seq } = await issue(itemId, '4')
    await receive(itemId, '6', '200')
    await admin.warehouse.reverseMove({ seq, reason: 'Salah barang' })
    expect(kept(itemId)).toEqual(['16', '2200'])
    await store.warehouse.transferStock({ itemId, quantity: '5', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    expect(kept(itemId)).toEqual(['16', '2200'])
    await admin.warehouse.adjustStock({ itemId, locationId: places['WH-SEW']!, counted: '9', expected: '5', reason: 'Hitung' })
    expect(kept(itemId)).toEqual(['20', '2750'])
  })

  test('IA-9 the value is kept from whoever may not see costs', async () => {
    const warehouseAdmin = await host.as('Warehouse Admin', 'WH')
    const { columns } = await warehouseAdmin.reports.previewReport({ report: 'stockValuation' })
    expect(columns.map(({ key }) => key)).toEqual(['code', 'name', 'unit', 'closing', 'issued'])
  })

  test('whatever is received, issued, moved, counted and taken back, also after a restart: quantities are the balances, and nothing is worth less than nothing', async () => {
    const step = fc.tuple(fc.constantFrom('receive', 'issue', 'transfer', 'count', 'undo', 'restart'), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 500 }))
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async steps => {
      const itemId = await newItem('7')
      const moves: number[] = []
      const onHand = async () => (await admin.warehouse.listStock({ filter: { itemId, locationId: places['WH-MAIN']! } })).rows[0]?.onHand ?? decimal('0')
      const acts = {
        receive: (quantity: number, cost: number) => receive(itemId, String(quantity), String(cost)),
        issue: (quantity: number) => issue(itemId, String(quantity)),
        transfer: (quantity: number) => store.warehouse.transferStock({ itemId, quantity: String(quantity), fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! }),
        count: async (quantity: number) => admin.warehouse.adjustStock({ itemId, locationId: places['WH-MAIN']!, counted: String(quantity), expected: decimalText(await onHand()), reason: 'Hitung' }),
        undo: (quantity: number) => admin.warehouse.reverseMove({ seq: moves[quantity % Math.max(1, moves.length)] ?? 1, reason: 'Salah' }),
        restart: async () => {
          await host.restart()
          return null
        },
      }
      for (const [act, quantity, cost] of steps) {
        const move = await acts[act](quantity, cost).catch((error: { code: string }) => {
          expect(['stock-short', 'lot-short', 'reversed-already', 'not-found', 'invalid-input']).toContain(error.code)
          return null
        })
        if (move) moves.push(move.seq)
      }
      const balances = host.database.prepare('select coalesce(sum(onHand), 0) from stockBalance where itemId = ?').pluck().get(itemId)
      const row = host.database.prepare('select quantity, worth as value from itemCost where itemId = ?').get(itemId) as { quantity: number; value: number | null } | undefined
      expect(row?.quantity ?? 0).toBe(balances)
      expect(row?.value ?? 0).toBeGreaterThanOrEqual(0)
      expect(ledgerFindings(host.database, 5)).toEqual([])
    }), { numRuns: 12 })
  }, 300_000)
})
