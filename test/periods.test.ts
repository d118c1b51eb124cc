import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isClosed, monthsBefore } from '../shared/periods/rules.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { importer } from './support/import-files.ts'

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
    const { id: documentId } = await manager.warehouse.createStockDocument({ kind: 'RECEIPT', toLocationId: store })
    await manager.warehouse.saveStockDocumentLines({ documentId, lines: [{ itemId, quantity: '1' }, { itemId, quantity: '2' }] })
    const { document } = await manager.warehouse.getStockDocument({ id: documentId })
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
    // It is a matter of the document, not of each of its lines.
    await expect(manager.warehouse.postStockDocument({ id: documentId, version: document.version })).rejects.toMatchObject(refused)
    host.clock.set(now)
    await expect(receive()).resolves.toMatchObject({ kind: 'RECEIPT' })
    expect(await periodOf('2026-11')).toMatchObject({ moves: 2, status: 'OPEN' })
  })

  test('what was begun before its month was closed is refused as well: a staged import and an approved adjustment save nothing, and go on waiting', async () => {
    const now = host.clock.now()
    host.clock.set('2026-12-31T16:59:00.000Z')
    const admin = await importer(host)
    const batch = await admin.stage('openingStock', 'Kode barang;Kode lokasi;Jumlah\nBENANG;WH-MAIN;5')
    expect(batch).toMatchObject({ newCount: 1, faultyCount: 0 })
    const stock = host.database.prepare('select onHand from stockBalance where itemId = ? and locationId = ?').pluck()
    const before = stock.get(itemId, store) as number
    const { request: asked } = await (await host.as('Warehouse Operator', 'WH')).warehouse.requestAdjustment({ itemId, locationId: store, counted: '50', expected: String(before / 10_000), reason: 'Hitung ulang' })
    // December is closed on New Year’s day, by a clock that was fast and is put right.
    host.clock.set('2026-12-31T17:01:00.000Z')
    const closing = await host.as('Manager')
    await closing.periods.closePeriod({ month: '2026-12' })
    host.clock.set('2026-12-31T16:59:30.000Z')
    await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'period-closed', params: { period: '12-2026' } })
    await expect(closing.approvals.approveStep({ id: asked!.id, step: 0 })).rejects.toMatchObject({ code: 'period-closed' })
    expect(stock.get(itemId, store)).toBe(before)
    host.clock.set('2026-12-31T17:02:00.000Z')
    expect(await closing.approvals.approveStep({ id: asked!.id, step: 0 })).toMatchObject({ status: 'APPROVED' })
    expect(await admin.desk.imports.applyImport(batch)).toMatchObject({ status: 'APPLIED' })
    host.clock.set(now)
  })

  test('months are counted across years', () => {
    expect([monthsBefore('2026-01', 1), monthsBefore('2026-12', -1), monthsBefore('2026-11', 23)]).toEqual(['2025-12', '2027-01', '2024-12'])
    expect([isClosed('2026-10-31', '2026-10'), isClosed('2026-11-01', '2026-10'), isClosed('2020-01-01', undefined)]).toEqual([true, false, false])
  })
})
