import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { moneyText } from '../shared/core/money.ts'
import type { PurchaseOrder } from '../shared/purchasing/orders.ts'
import { exceeds, isLate, isTooSoon, leadTimeOf, orderStatuses, orderWeeks, statusAfter, statusByReceipts } from '../shared/purchasing/rules.ts'
import type { BusinessDay } from '../shared/core/dates.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { importer } from './support/import-files.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let admin: Desk
let buyer: Desk
let head: Desk
let store: Desk
let vendor: string
let article: string
let fabric: string
let thread: string
const places: Record<string, string> = {}
const units: Record<string, string> = {}

beforeAll(async () => {
  host = await startTestHost({ now: '2026-01-30T03:00:00.000Z' })
  admin = await host.as('Superadmin')
  buyer = await host.as('Purchasing')
  head = await host.as('Purchasing Head')
  store = await host.as('Warehouse Operator', 'WH')
  for (const { code, id } of (await admin.masters.listLocations({ pageSize: 200 })).rows) places[code] = id
  for (const { code, id } of (await admin.masters.listUnits({ pageSize: 200 })).rows) units[code] = id
  vendor = (await admin.masters.createPartner({ code: 'SUP-1', name: 'PT Tekstil', kind: 'SUPPLIER' })).id
  article = (await newItem('BJ-1', 'Pcs', 'FINISHED_GOOD'))
  fabric = await newItem('KOHAIR', 'Meter')
  thread = await newItem('BENANG', 'Pcs')
})
afterAll(async () => {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

const newItem = async (code: string, unit: string, kind: 'RAW_MATERIAL' | 'FINISHED_GOOD' | 'SERVICE' = 'RAW_MATERIAL') =>
  (await admin.masters.createItem({ code, name: `Barang ${code}`, kind, unitId: units[unit]! })).id
const seen = ({ id, version }: Pick<PurchaseOrder, 'id' | 'version'>) => ({ id, version })
type Entry = Partial<Parameters<Desk['purchasing']['createOrder']>[0]>
const newOrder = (more: Entry = {}) => buyer.purchasing.createOrder({ kind: 'ACCESSORIES', partnerId: vendor, orderDay: '2026-01-30', expectedDay: '2026-02-03', ...more })
type Line = Parameters<Desk['purchasing']['saveLines']>[0]['lines'][number]
const thousand: Line[] = [{ itemId: '', quantity: '1000', unitPrice: '250' }]
async function approved(lines: readonly Line[] = thousand, more: Entry = {}): Promise<PurchaseOrder> {
  const { id } = await newOrder(more)
  await buyer.purchasing.saveLines({ orderId: id, lines: lines.map(line => ({ ...line, itemId: line.itemId || thread })) })
  const { order } = await buyer.purchasing.getOrder({ id })
  return head.purchasing.approveOrder(seen(order))
}
const sent = async (lines?: readonly Line[], more?: Entry) => buyer.purchasing.sendOrder(seen(await approved(lines, more)))
const lineIds = async (id: string) => (await buyer.purchasing.getOrder({ id })).lines.map(line => line.id)
type Arrived = Omit<Parameters<Desk['purchasing']['receiveOrder']>[0]['lines'][number], 'lineId'>
async function arrive(id: string, arrived: readonly Arrived[], desk = store) {
  const { order, lines } = await desk.purchasing.getAwaited({ id })
  return desk.purchasing.receiveOrder({ orderId: id, version: order.version, locationId: places['WH-MAIN']!, deliveryNote: 'SJ-1', lines: arrived.map((line, at) => ({ lineId: lines[at]!.id, ...line })) })
}
const stateOf = async (id: string) => (await buyer.purchasing.getOrder({ id })).order.status
const onHand = (itemId: string) => decimalText(decimal(Number(host.database.prepare('select coalesce(sum(onHand), 0) from stockBalance where itemId = ?').pluck().get(itemId)) / 10_000))
const issuesOf = (reasons: Readonly<Record<string, string>>) => ({
  code: 'invalid-input', params: { issues: Object.entries(reasons).map(([field, reason]) => ({ path: [field], reason: `purchasing.issues.${reason}` })) },
})

describe('the rules by themselves', () => {
  test('PL-6 what was received can no longer be cancelled or deleted', () => {
    expect(orderStatuses.filter(status => statusAfter(status, 'cancel'))).toEqual(['DRAFT', 'APPROVED', 'SENT'])
    expect(orderStatuses.filter(status => statusAfter(status, 'delete'))).toEqual(['DRAFT', 'APPROVED', 'SENT', 'CANCELLED'])
    expect(orderStatuses.filter(status => statusAfter(status, 'receive'))).toEqual(['APPROVED', 'SENT', 'PARTIALLY_RECEIVED', 'RECEIVED'])
  })

  test('what has come says where an order stands', () => {
    const line = (quantity: string, received: string) => ({ quantity: decimal(quantity), received: decimal(received) })
    expect(statusByReceipts([line('10', '0'), line('5', '0')])).toBe('SENT')
    expect(statusByReceipts([line('10', '10'), line('5', '0')])).toBe('PARTIALLY_RECEIVED')
    expect(statusByReceipts([line('10', '10.5'), line('5', '5')])).toBe('RECEIVED')
    expect(exceeds(line('1000', '1000'), decimal('50'), decimal('5'))).toBe(false)
    expect(exceeds(line('1000', '1000'), decimal('50.0001'), decimal('5'))).toBe(true)
    expect(isLate({ status: 'SENT', expectedDay: '2026-02-03' }, '2026-02-03')).toBe(false)
    expect(isLate({ status: 'SENT', expectedDay: '2026-02-03' }, '2026-02-04')).toBe(true)
    expect(isLate({ status: 'RECEIVED', expectedDay: '2026-02-03' }, '2026-02-04')).toBe(false)
  })

  test('MD-6 goods take what their vendor says, else what their kind takes: fabric 3 to 5 days, labels 7 to 10, accessories 2 to 7', async () => {
    const shared = await buyer.settings.listShared({})
    const days = (kind: string) => ({ least: Number(shared[`purchasing.${kind}LeadLeast`]), usual: Number(shared[`purchasing.${kind}LeadMost`]) })
    const byKind = { FABRIC: days('fabric'), LABEL: days('label'), ACCESSORIES: days('accessory') }
    expect(byKind).toEqual({ FABRIC: { least: 3, usual: 5 }, LABEL: { least: 7, usual: 10 }, ACCESSORIES: { least: 2, usual: 7 } })
    expect([leadTimeOf(null, 'LABEL', byKind), leadTimeOf(4, 'LABEL', byKind), leadTimeOf(0, 'FABRIC', byKind)]).toEqual([{ least: 7, usual: 10 }, { least: 4, usual: 4 }, { least: 0, usual: 0 }])
    const isSoon = (expected: string) => isTooSoon('2026-01-30' as BusinessDay, expected as BusinessDay, byKind.FABRIC)
    expect([isSoon('2026-02-01'), isSoon('2026-02-02')]).toEqual([true, false])
    await admin.settings.changeSetting({ key: 'purchasing.fabricLeadLeast', value: 4 })
    expect((await buyer.settings.listShared({}))['purchasing.fabricLeadLeast']).toBe(4)
    await expect(admin.settings.changeSetting({ key: 'purchasing.fabricLeadMost', value: 4 })).rejects.toMatchObject({ code: 'invalid-input' })
    await admin.settings.changeSetting({ key: 'purchasing.fabricLeadLeast', value: 3 })
  })

  test('PL-1 weeks reach from the present one to the 52nd after it', () => {
    const weeks = orderWeeks('2026-01-30' as BusinessDay, 52)
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([53, 'W05-2026', 'W04-2027'])
    expect(orderWeeks('2026-01-30' as BusinessDay, 2)).toEqual(['W05-2026', 'W06-2026', 'W07-2026'])
  })
})

describe('an order', () => {
  test('PL-1 a label names its fabric order, a week and a destination; fabric and labels name their article', async () => {
    await expect(newOrder({ kind: 'FABRIC' })).rejects.toMatchObject(issuesOf({ articleId: 'article-needed' }))
    await expect(newOrder({ kind: 'LABEL' })).rejects.toMatchObject(issuesOf({ articleId: 'article-needed', sourceOrderId: 'source-needed', week: 'week-needed', destination: 'destination-needed' }))
    const cloth = await newOrder({ kind: 'FABRIC', articleId: article, articleQuantity: '480' })
    const label = { kind: 'LABEL', articleId: article, sourceOrderId: cloth.id, destination: 'EU' } as const
    await expect(newOrder({ ...label, week: 'W04-2026' })).rejects.toMatchObject(issuesOf({ week: 'week-out-of-reach' }))
    await expect(newOrder({ ...label, week: 'W05-2027' })).rejects.toMatchObject(issuesOf({ week: 'week-out-of-reach' }))
    await expect(newOrder({ ...label, week: 'W05-2026', destination: 'XX' as 'EU' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['destination'] }] } })
    const made = await newOrder({ ...label, week: 'W05-2026' })
    expect(made).toMatchObject({ kind: 'LABEL', status: 'DRAFT', sourceNumber: cloth.number, week: 'W05-2026', destination: 'EU', articleCode: 'BJ-1' })
    await expect(newOrder({ ...label, week: 'W05-2026', sourceOrderId: made.id })).rejects.toMatchObject(issuesOf({ sourceOrderId: 'source-not-fabric' }))
    await expect(buyer.purchasing.updateOrder({ ...seen(cloth), sourceOrderId: cloth.id })).rejects.toMatchObject(issuesOf({ sourceOrderId: 'source-itself' }))
    await expect(newOrder({ kind: 'FABRIC', articleId: article, sourceOrderId: cloth.id })).rejects.toMatchObject(issuesOf({ sourceOrderId: 'source-of-label' }))

    // A week that was within reach when it was named stays, half a year later too.
    host.clock.set('2026-07-30T03:00:00.000Z')
    expect(await buyer.purchasing.updateOrder({ ...seen(made), notes: 'Tunggu naskah' })).toMatchObject({ week: 'W05-2026', notes: 'Tunggu naskah' })
    host.clock.set('2026-01-30T03:00:00.000Z')
  })

  test('PL-1 how many weeks ahead is the factory’s setting, for labels and for what is made alike', async () => {
    const cloth = await newOrder({ kind: 'FABRIC', articleId: article, articleQuantity: '480' })
    const label = { kind: 'LABEL', articleId: article, sourceOrderId: cloth.id, destination: 'EU' } as const
    const planner = await host.as('PPIC Manager')
    const made = { articleId: article, quantity: '480', productionDay: '2026-02-10', shipDay: '2026-02-20' } as const
    await admin.settings.changeSetting({ key: 'planning.weeksAhead', value: 2 })
    await expect(newOrder({ ...label, week: 'W08-2026' })).rejects.toMatchObject({ params: { issues: [{ path: ['week'], reason: 'purchasing.issues.week-out-of-reach', params: { weeks: 2 } }] } })
    expect(await newOrder({ ...label, week: 'W07-2026' })).toMatchObject({ week: 'W07-2026' })
    await expect(planner.planning.createManufacturingOrder({ ...made, week: 'W08-2026' })).rejects.toMatchObject({ params: { issues: [{ path: ['week'], reason: 'planning.issues.week-out-of-reach', params: { weeks: 2 } }] } })
    await admin.settings.changeSetting({ key: 'planning.weeksAhead', value: 52 })
    expect(await newOrder({ ...label, week: 'W08-2026' })).toMatchObject({ week: 'W08-2026' })
  })

  test('is of a vendor, not before its own day, and has a number of its own series', async () => {
    const customer = (await admin.masters.createPartner({ code: 'CUS-1', name: 'Pembeli', kind: 'CUSTOMER' })).id
    await expect(newOrder({ partnerId: customer })).rejects.toMatchObject(issuesOf({ partnerId: 'not-a-vendor' }))
    await expect(newOrder({ expectedDay: '2026-01-29' })).rejects.toMatchObject(issuesOf({ expectedDay: 'expected-before-order' }))
    expect((await newOrder()).number).toMatch(/^PO-2026-\d{5}$/)
  })

  test('has lines in any unit that leads to the item’s own, and is worth what they come to', async () => {
    const { id } = await newOrder()
    const [yards, pieces] = await buyer.purchasing.saveLines({ orderId: id, lines: [
      { itemId: fabric, unitId: units.Yard!, quantity: '100', unitPrice: '45000' }, { itemId: thread, quantity: '12', unitPrice: '1500.5' },
    ] })
    expect([yards, pieces].map(line => [line!.unitCode, line!.itemUnitCode, moneyText(line!.amount!)])).toEqual([['Yard', 'Meter', '4500000'], ['Pcs', 'Pcs', '18006']])
    expect(moneyText((await buyer.purchasing.getOrder({ id })).order.total!)).toBe('4518006')
    await expect(buyer.purchasing.saveLines({ orderId: id, lines: [{ itemId: thread, quantity: '1' }, { itemId: thread, unitId: units.Liter!, quantity: '1' }, { itemId: thread, quantity: '1.5' }] })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['lines', 1, 'unitId'], reason: 'errors.no-conversion' }, { path: ['lines', 2, 'quantity'], reason: 'masters.issues.unit-places' }] },
    })
    const changed = await buyer.purchasing.saveLines({ orderId: id, lines: [{ id: pieces!.id, version: pieces!.version, itemId: thread, quantity: '10', notes: 'Putih' }] })
    expect(changed[0]).toMatchObject({ notes: 'Putih', unitPrice: decimal('1500.5') })
    expect(moneyText((await buyer.purchasing.removeLine(seen(yards!))).total!)).toBe('15005')
  })

  test('holds 500 lines, however they are entered', async () => {
    const { id: orderId } = await newOrder()
    const lines = (count: number) => Array.from({ length: count }, () => ({ itemId: thread, quantity: '1' }))
    await buyer.purchasing.saveLines({ orderId, lines: lines(499) })
    await expect(buyer.purchasing.saveLines({ orderId, lines: lines(2) })).rejects.toMatchObject({ params: { issues: [{ path: ['lines', 1, 'itemId'], reason: 'warehouse.issues.document-full', params: { maximum: 500 } }] } })
    expect(await buyer.purchasing.saveLines({ orderId, lines: lines(1) })).toHaveLength(1)
  })

  test('shows what it costs to those only who may see costs', async () => {
    const { id } = await approved()
    const viewer = await host.as('Viewer')
    const { order, lines } = await viewer.purchasing.getOrder({ id })
    expect([order.total, lines[0]!.unitPrice, lines[0]!.amount]).toEqual([undefined, undefined, undefined])
    expect(JSON.stringify(await store.purchasing.getAwaited({ id }))).not.toContain('unitPrice')
  })

  test('is approved by who may, asked for by who may not, and void as a request once it changes', async () => {
    const { id } = await newOrder()
    await expect(buyer.purchasing.requestOrderApproval(seen(await newOrder()))).rejects.toMatchObject(issuesOf({ lines: 'no-lines' }))
    await buyer.purchasing.saveLines({ orderId: id, lines: [{ itemId: thread, quantity: '10' }] })
    const read = async () => seen((await buyer.purchasing.getOrder({ id })).order)
    await expect(head.purchasing.approveOrder(await read())).rejects.toMatchObject(issuesOf({ lines: 'no-price' }))
    const [line] = (await buyer.purchasing.getOrder({ id })).lines
    await buyer.purchasing.saveLines({ orderId: id, lines: [{ id: line!.id, version: line!.version, itemId: thread, quantity: '10', unitPrice: '500' }] })
    await expect(buyer.purchasing.approveOrder(await read())).rejects.toMatchObject({ code: 'forbidden' })
    const asked = await buyer.purchasing.requestOrderApproval(await read())
    expect((await buyer.purchasing.getOrder({ id })).waiting).toMatchObject([{ number: asked.number, kind: 'PURCHASE_ORDER' }])
    await expect(buyer.purchasing.updateOrder({ ...(await read()), notes: 'x' })).rejects.toMatchObject({ code: 'approval-pending', params: { number: asked.number } })
    await head.approvals.approveStep({ id: asked.id, step: 0 })
    const { order } = await buyer.purchasing.getOrder({ id })
    expect(order).toMatchObject({ status: 'APPROVED', approvedByName: 'Purchasing Head 3' })
    await expect(buyer.purchasing.saveLines({ orderId: id, lines: [{ itemId: thread, quantity: '1' }] })).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await buyer.purchasing.withdrawOrderApproval(seen(order))).toMatchObject({ status: 'DRAFT', approvedByName: null })
  })

  test('needs the second approval above the limit of the factory', async () => {
    const { id } = await newOrder()
    await buyer.purchasing.saveLines({ orderId: id, lines: [{ itemId: thread, quantity: '1000', unitPrice: '100000.01' }] })
    const { order, isLarge } = await buyer.purchasing.getOrder({ id })
    expect(isLarge).toBe(true)
    await expect(head.purchasing.approveOrder(seen(order))).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.approveLargePurchaseOrder' } })
    const asked = await buyer.purchasing.requestOrderApproval(seen(order))
    await head.approvals.approveStep({ id: asked.id, step: 0 })
    expect(await stateOf(id)).toBe('DRAFT')
    await (await host.as('Finance Manager')).approvals.approveStep({ id: asked.id, step: 1 })
    expect(await stateOf(id)).toBe('APPROVED')
  })

  test('PL-6 is cancelled with a reason until goods of it came, and then closed', async () => {
    const order = await sent()
    const cancelled = await buyer.purchasing.cancelOrder({ ...seen(order), reason: 'Pemasok kehabisan' })
    expect(cancelled).toMatchObject({ status: 'CANCELLED', cancelReason: 'Pemasok kehabisan' })
    expect(await buyer.purchasing.reopenOrder(seen(cancelled))).toMatchObject({ status: 'DRAFT', cancelReason: null, approvedByName: null })

    const other = await sent()
    await arrive(other.id, [{ quantity: '400' }])
    const { order: part } = await buyer.purchasing.getOrder({ id: other.id })
    await expect(buyer.purchasing.cancelOrder({ ...seen(part), reason: 'x' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'PARTIALLY_RECEIVED' } })
    await expect(buyer.purchasing.closeOrder(seen(part))).rejects.toMatchObject(issuesOf({ reason: 'reason-for-rest' }))
    const done = await buyer.purchasing.closeOrder({ ...seen(part), reason: 'Sisa dibeli di pasar' })
    expect(done).toMatchObject({ status: 'DONE', closeReason: 'Sisa dibeli di pasar' })
    await expect(buyer.purchasing.cancelOrder({ ...seen(done), reason: 'x' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'DONE' } })
    expect(await buyer.purchasing.reopenOrder(seen(done))).toMatchObject({ status: 'PARTIALLY_RECEIVED' })
  })

  test('is taken back from the vendor as long as nothing of it came, and is approved again as it was', async () => {
    const order = await sent()
    expect([order.status, order.sentByName]).toEqual(['SENT', expect.stringContaining('Purchasing')])
    const back = await buyer.purchasing.withdrawOrderSending(seen(order))
    expect(back).toMatchObject({ status: 'APPROVED', sentByName: null, sentAt: null, approvedByName: expect.stringContaining('Purchasing Head') as string })
    await expect(buyer.purchasing.withdrawOrderSending(seen(back))).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'APPROVED' } })
    const again = await buyer.purchasing.sendOrder(seen(back))
    await arrive(again.id, [{ quantity: '1' }])
    const { order: begun } = await buyer.purchasing.getOrder({ id: order.id })
    await expect(buyer.purchasing.withdrawOrderSending(seen(begun))).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'PARTIALLY_RECEIVED' } })
  })

  test('is found by its number or its article, of a kind, as long as it is not cancelled', async () => {
    const doll = await newItem('BJ-CARI', 'Pcs', 'FINISHED_GOOD')
    const [cloth, gone, threads] = [await newOrder({ kind: 'FABRIC', articleId: doll }), await newOrder({ kind: 'FABRIC', articleId: doll }), await newOrder()]
    await buyer.purchasing.cancelOrder({ ...seen(gone), reason: 'Dobel' })
    const ids = async (input: Parameters<Desk['purchasing']['findOrders']>[0]) => (await buyer.purchasing.findOrders(input)).rows.map(({ id }) => id)
    expect((await buyer.purchasing.findOrders({ search: 'BJ-CARI' })).rows).toEqual([{ id: cloth.id, code: cloth.number, name: 'Barang BJ-CARI', articleId: doll }])
    expect([await ids({ search: cloth.number, kind: 'FABRIC' }), await ids({ search: cloth.number, kind: 'LABEL' }), await ids({ search: threads.number })]).toEqual([[cloth.id], [], [threads.id]])
  })

  test('PL-6 who is no Admin asks for a deletion; it goes once an Admin approves, and an Admin deletes at once', async () => {
    const [first, second, third] = [await newOrder(), await newOrder(), await sent()]
    const asked = await buyer.purchasing.deleteOrder({ ...seen(first), reason: 'Dobel' })
    const request = async () => (await admin.approvals.listRequests({ filter: { kind: 'PURCHASE_DELETION', view: 'all' } })).rows[0]!
    expect(await request()).toMatchObject({ number: asked.request, status: 'PENDING', subject: { order: first.number } })
    const boss = await host.as('Admin')
    await boss.approvals.approveStep({ id: (await request()).id, step: 0 })
    await expect(buyer.purchasing.getOrder({ id: first.id })).rejects.toMatchObject({ code: 'not-found' })
    const again = await buyer.purchasing.deleteOrder({ ...seen(second), reason: 'Dobel' })
    await boss.approvals.rejectRequest({ id: (await request()).id, step: 0, reason: 'Masih perlu' })
    expect([again.request, (await request()).status, await stateOf(second.id)]).toEqual([(await request()).number, 'REJECTED', 'DRAFT'])
    expect(await boss.purchasing.deleteOrder({ ...seen(third), reason: 'Salah pemasok' })).toEqual({ request: null })
    await expect(buyer.purchasing.getOrder({ id: third.id })).rejects.toMatchObject({ code: 'not-found' })

    const cloth = await newOrder({ kind: 'FABRIC', articleId: article })
    const label = await newOrder({ kind: 'LABEL', articleId: article, sourceOrderId: cloth.id, week: 'W06-2026', destination: 'EU' })
    await expect(boss.purchasing.deleteOrder({ ...seen(cloth), reason: 'x' })).rejects.toMatchObject({ code: 'in-use', params: { by: 'purchaseOrder', examples: label.number } })
  })
})

describe('a receipt', () => {
  test('PL-7 makes a lot of its own of each line, moves it from the supplier into the store, and says so', async () => {
    host.clock.set('2026-02-02T03:04:05.000Z')
    const order = await sent([{ itemId: fabric, unitId: units.Yard!, quantity: '100', unitPrice: '45000' }])
    const receipt = await arrive(order.id, [{ quantity: '100', supplierLot: 'DYE-77', expiresOn: '2027-02-02' }])
    expect(receipt).toMatchObject({ status: 'POSTED', orderNumber: order.number, receivedDay: '2026-02-02', dueDay: '2026-02-03', deliveryNote: 'SJ-1' })
    expect(receipt.lines).toMatchObject([{ lotCode: `LOT-${order.number}-KOHAIR-20260202100405`, supplierLot: 'DYE-77', stockQuantity: decimal('91.44'), itemUnitCode: 'Meter' }])
    expect(onHand(fabric)).toBe('91.44')
    const { rows: [move] } = await admin.warehouse.listMoves({ filter: { seq: receipt.lines[0]!.moveSeq } })
    expect(move).toMatchObject({ kind: 'RECEIPT', fromLocationId: places.SUPPLIER, toLocationId: places['WH-MAIN'], documentEntity: 'purchaseReceipt', documentNumber: receipt.number })
    const { rows: [lot] } = await admin.warehouse.listLots({ filter: { lotId: receipt.lines[0]!.lotId } })
    // 4,500,000 for 91.44 m.
    expect([decimalText(lot!.unitCost!), lot!.expiresOn]).toEqual(['49212.5984', '2027-02-02'])
    expect(await stateOf(order.id)).toBe('RECEIVED')
    expect((await buyer.notifications.listNotices({})).rows[0]).toMatchObject({ kind: 'PURCHASE_RECEIVED', params: { number: order.number, receipt: receipt.number } })
  })

  test('BM-7 keeps by which exact factor another unit than the item’s was converted, and that it was taken back', async () => {
    const doll = await newItem('BJ-KARTON', 'Pcs', 'FINISHED_GOOD')
    await admin.masters.createUnitConversion({ itemId: doll, fromQuantity: '1', fromUnitId: units.Ctn!, toQuantity: '60', toUnitId: units.Pcs! })
    const entries = async (itemId: string, desk = admin) => (await desk.engineering.listUnitEntries({ filter: { itemId } })).rows
    const before = (await entries(fabric)).length
    const order = await sent([{ itemId: doll, unitId: units.Ctn!, quantity: '3', unitPrice: '90000' }, { itemId: fabric, unitId: units.Yard!, quantity: '10', unitPrice: '45000' }, { itemId: thread, quantity: '5', unitPrice: '1' }])
    const receipt = await arrive(order.id, [{ quantity: '3' }, { quantity: '10' }, { quantity: '5' }])
    const [cartons] = await entries(doll)
    expect([cartons, (await entries(fabric))[0]].map(entry => [decimalText(entry!.quantity), entry!.unitCode, entry!.factor, decimalText(entry!.expected), decimalText(entry!.actual), entry!.ownUnitCode])).toEqual([
      ['3', 'Ctn', '60/1', '180', '180', 'Pcs'], ['10', 'Yard', '1143/1250', '9.144', '9.14', 'Meter'],
    ])
    expect(cartons).toMatchObject({ documentEntity: 'purchaseReceipt', documentNumber: receipt.number, isReversed: false, variancePercent: decimal('0'), createdByName: expect.stringContaining('Warehouse Operator') as string, approvedByName: null })
    expect([(await entries(fabric)).length - before, await entries(thread)]).toEqual([1, []])
    await store.purchasing.reverseReceipt({ ...seen(receipt), reason: 'Karton basah' })
    expect((await entries(doll)).map(({ isReversed }) => isReversed)).toEqual([true])
  })

  test('is listed to who may see its place, by vendor, state, day and number', async () => {
    const partnerId = (await admin.masters.createPartner({ code: 'SUP-DAFTAR', name: 'CV Daftar', kind: 'SUPPLIER' })).id
    const order = await sent(thousand, { partnerId })
    const [first, second] = [await arrive(order.id, [{ quantity: '400' }]), await arrive(order.id, [{ quantity: '100', supplierLot: 'D-2' }])]
    await store.purchasing.reverseReceipt({ ...seen(second), reason: 'Salah hitung' })
    const listed = async (filter: NonNullable<Parameters<Desk['purchasing']['listReceipts']>[0]['filter']>, desk = store, search?: string) =>
      (await desk.purchasing.listReceipts({ filter: { partnerId, ...filter }, ...(search !== undefined && { search }) })).rows.map(({ number }) => number)
    expect(await listed({})).toEqual([second.number, first.number])
    expect([await listed({ status: 'POSTED' }), await listed({ status: 'REVERSED' }), await listed({ orderId: order.id }, store, first.number)]).toEqual([[first.number], [second.number], [first.number]])
    const day = first.receivedDay as BusinessDay
    expect([(await listed({ fromDay: day, toDay: day })).length, await listed({ toDay: '2025-12-31' })]).toEqual([2, []])
    const { rows: [shown] } = await store.purchasing.listReceipts({ filter: { partnerId, status: 'REVERSED' } })
    expect(shown!.lines).toMatchObject([{ supplierLot: 'D-2', quantity: decimal('100') }])
    // The main store belongs to nobody alone; a store of sewing's is seen by those of sewing.
    const shelf = (await admin.masters.createLocation({ code: 'RAK-JAHIT', name: 'Rak jahit', kind: 'INTERNAL', sectionId: host.section('SEW') })).id
    const { order: awaited, lines: [line] } = await store.purchasing.getAwaited({ id: order.id })
    const third = await store.purchasing.receiveOrder({ orderId: order.id, version: awaited.version, locationId: shelf, lines: [{ lineId: line!.id, quantity: '50' }] })
    const see = async (section: string) => listed({ status: 'POSTED' }, await host.as('Admin Sewing', section))
    expect([await see('SEW'), await see('CUT')]).toEqual([[third.number, first.number], [first.number]])
  })

  test('takes parts, two lots of one line too, and one desk at a time', async () => {
    const order = await sent()
    const { order: awaited, lines: [line] } = await store.purchasing.getAwaited({ id: order.id })
    const { id: rack } = await admin.masters.createLocation({ code: 'WH-RAK-2', name: 'Rak 2', kind: 'INTERNAL' })
    const arrival = {
      orderId: order.id, version: awaited.version, locationId: places['WH-MAIN']!,
      lines: [{ lineId: line!.id, quantity: '300', supplierLot: 'A' }, { lineId: line!.id, quantity: '100', supplierLot: 'B', expiresOn: '2027-05-01', locationId: rack }],
    }
    const { lines } = await store.purchasing.receiveOrder(arrival)
    expect(lines.map(({ lotCode, supplierLot, expiresOn, locationName }) => [lotCode.replace(/^.*\d{14}/, ''), supplierLot, expiresOn, locationName])).toEqual([['', 'A', null, 'Gudang utama'], ['-2', 'B', '2027-05-01', 'Rak 2']])
    const lots = (await admin.warehouse.listLots({ filter: { itemId: thread }, pageSize: 200 })).rows.filter(({ lotId }) => lines.some(its => its.lotId === lotId))
    expect(lots.map(lot => [lot.supplierLot, lot.locationId, decimalText(lot.onHand)]).toSorted()).toEqual([['A', places['WH-MAIN'], '300'], ['B', rack, '100']])
    await expect(store.purchasing.receiveOrder(arrival)).rejects.toMatchObject({ code: 'conflict' })
    expect(await stateOf(order.id)).toBe('PARTIALLY_RECEIVED')
    expect((await store.purchasing.listAwaited({ search: order.number })).rows).toMatchObject([{ number: order.number, lineCount: 1, fullLines: 0 }])
    await arrive(order.id, [{ quantity: '600' }])
    expect(await stateOf(order.id)).toBe('RECEIVED')
    const [foreign] = await lineIds((await sent()).id)
    const { order: now } = await store.purchasing.getAwaited({ id: order.id })
    await expect(store.purchasing.receiveOrder({ ...arrival, version: now.version, lines: [{ lineId: foreign!, quantity: '1' }] })).rejects.toMatchObject({
      params: { issues: [{ path: ['lines', 0, 'lineId'], reason: 'purchasing.issues.other-order' }] },
    })
  })

  test('is told at its item: what is still to come first, of whom, and its price to who may see costs', async () => {
    const ribbon = await newItem('PITA', 'Pcs')
    const past = await sent([{ itemId: ribbon, quantity: '10', unitPrice: '300' }])
    await arrive(past.id, [{ quantity: '10' }])
    const open = await sent([{ itemId: ribbon, quantity: '40', unitPrice: '275', neededDay: '2026-02-02' }])
    await arrive(open.id, [{ quantity: '15' }])
    await newOrder().then(draft => buyer.purchasing.saveLines({ orderId: draft.id, lines: [{ itemId: ribbon, quantity: '7', unitPrice: '1' }] }))
    const ofItem = (desk: Desk, filter = {}) => desk.purchasing.listItemOrders({ filter: { itemId: ribbon, ...filter } }).then(({ rows }) => rows)
    expect((await ofItem(admin)).map(row => [row.number, row.isOpen, decimalText(row.received), row.expectedDay, row.unitPrice && decimalText(row.unitPrice)])).toEqual([
      [open.number, true, '15', '2026-02-02', '275'], [past.number, false, '10', '2026-02-03', '300'],
    ])
    expect((await ofItem(store, { isOpen: true })).map(row => [row.partnerName, row.unitPrice])).toEqual([['PT Tekstil', undefined]])
  })

  test('PL-7 of more than the tolerance allows is refused, or taken in once somebody approved it', async () => {
    const order = await sent()
    await arrive(order.id, [{ quantity: '1050' }])
    expect(await stateOf(order.id)).toBe('RECEIVED')
    const other = await sent()
    await expect(arrive(other.id, [{ quantity: '1051' }])).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0, 'quantity'], reason: 'errors.over-receipt', params: { most: '1050', rest: '1000', arriving: '1051' } }] } })
    const before = Number(onHand(thread))
    const { order: awaited, lines: [line] } = await store.purchasing.getAwaited({ id: other.id })
    const asked = await store.purchasing.requestOverReceipt({ orderId: other.id, version: awaited.version, locationId: places['WH-MAIN']!, lines: [{ lineId: line!.id, quantity: '1200' }], reason: 'Pemasok memberi bonus' })
    await head.approvals.approveStep({ id: asked.id, step: 0 })
    expect(Number(onHand(thread)) - before).toBe(1200)
    expect((await buyer.purchasing.getOrder({ id: other.id })).lines[0]!.received).toBe(decimal('1200'))
  })

  test('goes back as a whole while nothing of it has gone on', async () => {
    const spool = await newItem('KON', 'Pcs')
    const order = await sent([{ itemId: spool, quantity: '20', unitPrice: '9000' }])
    const first = await arrive(order.id, [{ quantity: '15' }])
    const second = await arrive(order.id, [{ quantity: '5' }])
    await store.warehouse.issueStock({ itemId: spool, quantity: '2', fromLocationId: places['WH-MAIN']! })
    await expect(store.purchasing.reverseReceipt({ ...seen(first), reason: 'Salah hitung' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0, 'quantity'], reason: 'warehouse.issues.lot-gone-on' }] } })
    const reversed = await store.purchasing.reverseReceipt({ ...seen(second), reason: 'Salah hitung' })
    expect(reversed).toMatchObject({ status: 'REVERSED', reverseReason: 'Salah hitung' })
    await expect(store.purchasing.reverseReceipt({ ...seen(reversed), reason: 'Lagi' })).rejects.toMatchObject({ code: 'wrong-state' })
    expect([onHand(spool), await stateOf(order.id)]).toEqual(['13', 'PARTIALLY_RECEIVED'])
    await expect(admin.warehouse.reverseMove({ seq: first.lines[0]!.moveSeq, reason: 'x' })).rejects.toMatchObject({ code: 'document-move' })
  })

  test('is for the store: who buys does not take goods in', async () => {
    const order = await sent()
    await expect(buyer.purchasing.getAwaited({ id: order.id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(store.purchasing.listOrders({})).rejects.toMatchObject({ code: 'forbidden' })
    expect(await store.search.resolve({ code: order.number.toLowerCase() })).toMatchObject([{ kind: 'purchaseOrder', code: order.number }])
  })
})

describe('MD-6 a vendor', () => {
  test('is scored by its marks and its punctuality: 90, 80, 70, 100 and 60 make 82.5', async () => {
    const partnerId = (await admin.masters.createPartner({ code: 'SUP-NILAI', name: 'CV Nilai', kind: 'SUPPLIER' })).id
    host.clock.set('2026-03-02T03:00:00.000Z')
    for (const late of [false, false, false, false, true]) {
      const order = await sent(thousand, { partnerId, orderDay: '2026-02-20', expectedDay: late ? '2026-03-01' : '2026-03-02' })
      await arrive(order.id, [{ quantity: '1000' }])
    }
    const months = { fromMonth: '2026-03', toMonth: '2026-03' }
    expect(await buyer.purchasing.getVendorScore({ partnerId, ...months })).toMatchObject({ overall: { receipts: 5, onTime: 4, delivery: decimal('80'), score: null } })
    const marks = { partnerId, month: '2026-03', quality: '90', price: '70', responsiveness: '100', flexibility: '60' }
    await buyer.purchasing.setVendorMarks(marks)
    await expect(buyer.purchasing.setVendorMarks(marks)).rejects.toMatchObject({ code: 'conflict' })
    const { overall, months: [month] } = await buyer.purchasing.getVendorScore({ partnerId, ...months })
    expect([decimalText(overall.score!), decimalText(month!.score!)]).toEqual(['82.5', '82.5'])
    expect((await buyer.purchasing.listVendorScores(months))[0]).toMatchObject({ partnerCode: 'SUP-NILAI', score: decimal('82.5') })
    await expect(buyer.purchasing.setVendorMarks({ ...marks, month: '2026-04' })).rejects.toMatchObject(issuesOf({ month: 'month-ahead' }))
    await expect(buyer.purchasing.setVendorMarks({ ...marks, version: 1, quality: '100.1' })).rejects.toMatchObject({ params: { issues: [{ path: ['quality'], reason: 'purchasing.issues.mark' }] } })
  })
})

test('orders are found, listed by lateness and laid out by state', async () => {
  host.clock.set('2026-03-10T03:00:00.000Z')
  const late = await sent(thousand, { orderDay: '2026-03-01', expectedDay: '2026-03-09' })
  const { rows } = await buyer.purchasing.listOrders({ filter: { isLate: true }, pageSize: 200 })
  expect(rows.some(({ id }) => id === late.id)).toBe(true)
  expect(rows.every(({ status, expectedDay }) => expectedDay < '2026-03-10' && ['APPROVED', 'SENT', 'PARTIALLY_RECEIVED'].includes(status))).toBe(true)
  const board = await buyer.purchasing.getOrderBoard({})
  expect(board.map(({ status }) => status)).toEqual(['DRAFT', 'APPROVED', 'SENT', 'PARTIALLY_RECEIVED', 'RECEIVED'])
  expect(board.every(({ count, orders, status }) => count === orders.length && orders.every(order => order.status === status))).toBe(true)
  expect((await buyer.search.find({ text: late.number })).find(({ kind }) => kind === 'purchaseOrder')).toMatchObject({ code: late.number, name: 'PT Tekstil', state: 'purchasing.statuses.SENT' })
})

test('lines of drafts are imported from a file, and their own export changes nothing', async () => {
  const keeper = await importer(host, 'Superadmin')
  const { id, number } = await (await host.as('Purchasing')).purchasing.createOrder({ kind: 'ACCESSORIES', partnerId: vendor, orderDay: '2026-04-01', expectedDay: '2026-04-09' })
  const closed = await sent()
  const batch = await keeper.stage('orderLines', `Nomor PO;Kode barang;Jumlah;Satuan;Harga satuan;Dibutuhkan\n${number};KOHAIR;100;Yard;45.000;08/04/2026\n${number};BENANG;24;;1.500,5;`)
  expect(batch).toMatchObject({ newCount: 2, faultyCount: 0 })
  await keeper.desk.imports.applyImport(batch)
  const { lines } = await keeper.desk.purchasing.getOrder({ id })
  expect(lines.map(({ itemCode, unitCode, quantity, unitPrice, neededDay }) => [itemCode, unitCode, decimalText(quantity), decimalText(unitPrice!), neededDay])).toEqual([['KOHAIR', 'Yard', '100', '45000', '2026-04-08'], ['BENANG', 'Pcs', '24', '1500.5', null]])
  const faults = await keeper.stage('orderLines', `Nomor PO;Kode barang;Jumlah;Satuan\n${closed.number};KOHAIR;5;\n${number};KOHAIR;5;Liter\n${number};BENANG;1,5;`)
  const { rows } = await keeper.desk.imports.listImportRows({ batchId: faults.id })
  expect(rows.map(({ issues }) => issues.map(({ reason }) => reason))).toEqual([['order-not-draft'], ['no-conversion'], ['unit-places']])
  const own = await keeper.fetch(await keeper.desk.imports.exportList({ target: 'orderLines', format: 'csv' }))
  expect(await keeper.stage('orderLines', own)).toMatchObject({ newCount: 0, changedCount: 0, faultyCount: 0 })
})

describe('reports', () => {
  const cellsOf = async (report: string, filters: Record<string, unknown> = {}, desk = buyer) => (await desk.reports.previewReport({ report, filters: filters as never, pageSize: 200 })).rows.map(({ cells }) => cells)

  test('tell what came in of whom in a period, without what was reversed, and what it cost', async () => {
    host.clock.set('2026-04-02T03:00:00.000Z')
    const partnerId = (await admin.masters.createPartner({ code: 'SUP-LAP', name: 'Laporan Jaya', kind: 'SUPPLIER' })).id
    const order = await sent([{ itemId: thread, quantity: '1000', unitPrice: '250' }], { partnerId, orderDay: '2026-04-01', expectedDay: '2026-04-03' })
    await arrive(order.id, [{ quantity: '400' }])
    await store.purchasing.reverseReceipt({ ...seen(await arrive(order.id, [{ quantity: '100' }])), reason: 'Salah hitung' })
    expect(await cellsOf('purchases', { period: { from: '2026-04-01', to: '2026-04-30' }, search: 'laporan' })).toMatchObject([{ partner: 'Laporan Jaya', order: order.number, quantity: '400', unit: 'Pcs', amount: '100000' }])
    expect(await cellsOf('purchases', { period: { from: '2026-05-01', to: '2026-05-31' } })).toEqual([])
    expect(await cellsOf('openOrders', { search: 'laporan' })).toMatchObject([{ order: order.number, rest: '600', late: null, amount: '150000' }])
    host.clock.set('2026-04-06T03:00:00.000Z')
    expect(await cellsOf('openOrders', { search: 'laporan', onlyLate: true })).toMatchObject([{ neededDay: '2026-04-03', late: 3 }])
    expect((await cellsOf('openOrders', { search: 'laporan' }, await host.as('Viewer')))[0]).not.toHaveProperty('amount')
    expect((await cellsOf('vendorScores', { period: { from: '2026-03-01', to: '2026-03-31' } })).find(({ code }) => code === 'SUP-NILAI')).toMatchObject({ score: '82.5', delivery: '80.0', receipts: 5, onTime: 4 })
  })

  test('an order is printed in either language for who may view it', async () => {
    const order = await sent()
    const now = await host.as('Purchasing')
    for (const language of ['id', 'en'] as const) {
      const file = await now.purchasing.printOrder({ id: order.id, language })
      expect(file).toMatchObject({ name: `${order.number}.pdf`, mediaType: 'application/pdf' })
      expect(readFileSync(host.host.files.redeem(file.ticket).path).subarray(0, 5).toString()).toBe('%PDF-')
    }
    await expect(store.purchasing.printOrder({ id: order.id })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
