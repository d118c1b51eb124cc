import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isClosed, monthsBefore } from '../shared/periods/rules.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let manager: Desk
let store: string
let itemId: string
beforeAll(async () => {
  host = await startTestHost()
  manager = await host.as('Manager')
  const unit = (await host.system.masters.listUnits({})).rows[0]!
  itemId = (await host.system.masters.createItem({ code: 'BENANG', name: 'Benang', kind: 'RAW_MATERIAL', unitId: unit.id })).id
  store = (await host.system.masters.createLocation({ code: 'UTAMA', name: 'Gudang utama', kind: 'INTERNAL', parentId: null, sectionId: null })).id
})
afterAll(() => host.stop())

const periodOf = async (month: string) => (await manager.periods.listPeriods({})).find(period => period.month === month)!
const receive = () => manager.warehouse.receiveStock({ itemId, quantity: '1', toLocationId: store })

describe('accounting periods', () => {
  test('a month that is over can be closed, with all before it, and only the last closed one reopened, with a reason', async () => {
    await expect(manager.periods.closePeriod({ month: '2026-11' })).rejects.toMatchObject({ code: 'period-not-over' })
    expect(await periodOf('2026-10')).toMatchObject({ status: 'OPEN', mayClose: true, mayReopen: false })
    expect(await manager.periods.closePeriod({ month: '2026-09' })).toMatchObject({ status: 'CLOSED', mayReopen: true, version: 1 })
    expect(await periodOf('2026-08')).toMatchObject({ status: 'CLOSED', mayClose: false, mayReopen: false })
    await expect(manager.periods.closePeriod({ month: '2026-08' })).rejects.toMatchObject({ code: 'wrong-state' })
    await manager.periods.closePeriod({ month: '2026-10' })
    await expect(manager.periods.reopenPeriod({ month: '2026-09', version: 1, reason: 'Koreksi' })).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(manager.periods.reopenPeriod({ month: '2026-10', version: 1, reason: ' ' })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await manager.periods.reopenPeriod({ month: '2026-10', version: 1, reason: 'Faktur terlambat' })).toMatchObject({ status: 'OPEN', reason: 'Faktur terlambat', version: 2 })
    await expect(manager.periods.closePeriod({ month: '2026-10', version: 1 })).rejects.toMatchObject({ code: 'conflict' })
    await expect((await host.as('Warehouse Admin')).periods.reopenPeriod({ month: '2026-09', version: 1, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect((await host.as('Warehouse Operator', 'WH')).periods.closePeriod({ month: '2026-10', version: 2 })).rejects.toMatchObject({ code: 'forbidden' })
    const audited = host.database.prepare(`select action, reason from auditEntry where entity = 'accountingPeriod' order by seq desc limit 1`).get()
    expect(audited).toEqual({ action: 'UNLOCK', reason: 'Faktur terlambat' })
  })

  test('nothing is posted into a closed month: receipt, issue, transfer, adjustment, opening and reversal name it and who can reopen it', async () => {
    const { seq } = await receive()
    const { version } = await periodOf('2026-10')
    await manager.periods.closePeriod({ month: '2026-10', version })
    const now = host.clock.now()
    host.clock.set('2026-10-31T05:00:00.000Z')
    const refused = { code: 'period-closed', params: { period: '10-2026', needed: 'audit.approve' } }
    await expect(receive()).rejects.toMatchObject(refused)
    await expect(manager.warehouse.issueStock({ itemId, quantity: '1', fromLocationId: store })).rejects.toMatchObject(refused)
    await expect(manager.warehouse.adjustStock({ itemId, locationId: store, counted: '5', expected: '1', reason: 'x' })).rejects.toMatchObject(refused)
    await expect(manager.warehouse.countOpening({ locationId: store, lines: [{ itemId, quantity: '5', posted: '0' }] })).rejects.toMatchObject(refused)
    await expect(manager.warehouse.reverseMove({ seq, reason: 'x' })).rejects.toMatchObject(refused)
    host.clock.set(now)
    await expect(receive()).resolves.toMatchObject({ kind: 'RECEIPT' })
    expect(await periodOf('2026-11')).toMatchObject({ moves: 2, status: 'OPEN' })
  })

  test('months are counted across years', () => {
    expect([monthsBefore('2026-01', 1), monthsBefore('2026-12', -1), monthsBefore('2026-11', 23)]).toEqual(['2025-12', '2027-01', '2024-12'])
    expect([isClosed('2026-10-31', '2026-10'), isClosed('2026-11-01', '2026-10'), isClosed('2020-01-01', undefined)]).toEqual([true, false, false])
  })
})
