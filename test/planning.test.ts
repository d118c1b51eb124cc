import BetterSqlite from 'better-sqlite3'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import type { ManufacturingOrder } from '../shared/planning/manufacturing-orders.ts'
import type { SalesOrder } from '../shared/planning/sales-orders.ts'
import { databaseFile } from '../src-main/database/open.ts'
import type { Desk, TestHost } from './support/host.ts'
import { openToyFactory, seen } from './support/toy-desks.ts'
import type { ToyFactory } from './support/toy-factory.ts'

let host: TestHost
let admin: Desk
let planner: Desk
let planningManager: Desk
let buyer: Desk
let head: Desk
let toys: ToyFactory

beforeAll(async () => {
  ({ host, admin, planner, planningManager, toys } = await openToyFactory({ stock: {} }))
  buyer = await host.as('Purchasing')
  head = await host.as('Purchasing Head')
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const article = () => toys.items.BONEKA!
const newOrder = (more: Partial<Parameters<Desk['planning']['createManufacturingOrder']>[0]> = {}) => planner.planning.createManufacturingOrder({ articleId: article(), quantity: '450', ...more })
const detailOf = (order: { readonly id: string }) => planner.planning.getManufacturingOrder({ id: order.id })
const issue = (field: string, reason: string) => ({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: [field], reason: `planning.issues.${reason}` })] } })

async function approvedPurchase(entry: Partial<Parameters<Desk['purchasing']['createOrder']>[0]>, item = 'KOHAIR') {
  const { id } = await buyer.purchasing.createOrder({ kind: 'FABRIC', partnerId: toys.vendor, orderDay: '2026-01-19', expectedDay: '2026-01-23', articleId: article(), articleQuantity: '450', ...entry })
  await buyer.purchasing.saveLines({ orderId: id, lines: [{ itemId: toys.items[item]!, quantity: '100', unitPrice: '1000' }] })
  return head.purchasing.approveOrder(seen((await buyer.purchasing.getOrder({ id })).order))
}
const approvedLabel = (sourceOrderId: string, more: Partial<Parameters<Desk['purchasing']['createOrder']>[0]> = {}) =>
  approvedPurchase({ kind: 'LABEL', sourceOrderId, week: 'W05-2026', destination: 'EU', articleQuantity: null, ...more }, 'LABEL')
const ordersOf = async (fabricOrderId: string): Promise<ManufacturingOrder[]> => (await planner.planning.listManufacturingOrders({ filter: { kind: 'PRODUCTION' }, pageSize: 200 })).rows.filter(order => order.fabricOrderId === fabricOrderId)
const only = async (fabricOrderId: string): Promise<ManufacturingOrder> => {
  const [order, ...more] = await ordersOf(fabricOrderId)
  expect(more).toEqual([])
  return order!
}

describe('a buyer’s order', () => {
  const newSale = (more: Partial<Parameters<Desk['planning']['createSalesOrder']>[0]> = {}) => planner.planning.createSalesOrder({ partnerId: toys.buyer, buyerNumber: 'NL-881', orderDay: '2026-01-19', shipDay: '2026-02-20', ...more })
  async function confirmed(quantity: string): Promise<SalesOrder> {
    const { id } = await newSale()
    await planningManager.planning.saveSalesLines({ salesOrderId: id, lines: [{ itemId: article(), quantity, unitPrice: '45000', week: 'W07-2026', destination: 'EU' }] })
    return planningManager.planning.confirmSalesOrder(seen((await planner.planning.getSalesOrder({ id })).order))
  }

  test('holds 500 lines, however they are entered', async () => {
    const { id: salesOrderId } = await newSale()
    const lines = (count: number) => Array.from({ length: count }, () => ({ itemId: article(), quantity: '1' }))
    await planningManager.planning.saveSalesLines({ salesOrderId, lines: lines(499) })
    await expect(planningManager.planning.saveSalesLines({ salesOrderId, lines: lines(2) })).rejects.toMatchObject({ params: { issues: [{ path: ['lines', 1, 'itemId'], reason: 'warehouse.issues.document-full', params: { maximum: 500 } }] } })
  })

  test('locks what is ordered when it is confirmed, and gives it free while nobody makes it', async () => {
    const order = await confirmed('450')
    expect(order).toMatchObject({ status: 'CONFIRMED', lineCount: 1, madeLines: 0, number: expect.stringMatching(/^SO-2026-\d{5}$/) as string })
    const { lines: [line] } = await planner.planning.getSalesOrder({ id: order.id })
    const { rows } = await planner.planning.listManufacturingOrders({ filter: { kind: 'BUYER', articleId: article() } })
    expect(rows).toMatchObject([{ id: line!.buyerOrderId, kind: 'BUYER', status: 'DRAFT', quantity: decimal('450'), salesNumber: order.number, partnerName: 'Nordlek', week: 'W07-2026', shipDay: '2026-02-20' }])
    await expect(planner.planning.updateManufacturingOrder({ ...seen(rows[0]!), quantity: '400' })).rejects.toMatchObject(issue('quantity', 'locked-by-buyer'))
    await expect(planningManager.planning.releaseManufacturingOrder(seen(rows[0]!))).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await planningManager.planning.withdrawSalesOrder(seen(order))).toMatchObject({ status: 'DRAFT' })
    expect((await planner.planning.listManufacturingOrders({ filter: { kind: 'BUYER', articleId: article() } })).rows).toEqual([])
  })

  test('is made by an order of at least as many, and stays as it is from then on', async () => {
    const order = await confirmed('300')
    const buyerOrderId = (await planner.planning.getSalesOrder({ id: order.id })).lines[0]!.buyerOrderId!
    await expect(newOrder({ buyerOrderId, quantity: '299' })).rejects.toMatchObject(issue('quantity', 'less-than-ordered'))
    const made = await newOrder({ buyerOrderId, quantity: '300' })
    expect(made).toMatchObject({ buyerOrderId, salesNumber: order.number, week: 'W07-2026', destination: 'EU', traceCode: `${made.number}-07-2026-EU`, shipDay: '2026-02-20' })
    await expect(newOrder({ buyerOrderId, quantity: '300' })).rejects.toMatchObject({ code: 'in-use', params: { examples: made.number } })
    await expect(planningManager.planning.cancelSalesOrder({ ...seen(order), reason: 'Pembeli mundur' })).rejects.toMatchObject({ code: 'in-use', params: { examples: made.number } })
    const cancelled = await planningManager.planning.cancelManufacturingOrder({ ...seen(made), reason: 'Dibuat ulang' })
    expect(cancelled.status).toBe('CANCELLED')
    expect(await planningManager.planning.cancelSalesOrder({ ...seen(order), reason: 'Pembeli mundur' })).toMatchObject({ status: 'CANCELLED', cancelReason: 'Pembeli mundur' })
  })

  test('says which line and field it will not take', async () => {
    await expect(newSale({ partnerId: toys.vendor })).rejects.toMatchObject(issue('partnerId', 'not-a-buyer'))
    await expect(newSale({ shipDay: '2026-01-18' })).rejects.toMatchObject(issue('shipDay', 'ship-before-order'))
    const { id } = await newSale()
    const lines = [{ itemId: article(), quantity: '10' }, { itemId: toys.items.KOHAIR!, quantity: '10' }]
    await expect(planner.planning.saveSalesLines({ salesOrderId: id, lines })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['lines', 1, 'itemId'], reason: 'planning.issues.not-finished' })] } })
    expect((await planner.planning.getSalesOrder({ id })).lines).toEqual([])
    await expect(planningManager.planning.confirmSalesOrder(seen((await planner.planning.getSalesOrder({ id })).order))).rejects.toMatchObject(issue('lines', 'no-lines'))
  })
})

describe('an order by hand', () => {
  test('PL-8 a draft only reckons: its targets, what it needs and what is short, and writes nothing', async () => {
    const order = await newOrder()
    expect(order).toMatchObject({ status: 'DRAFT', kind: 'PRODUCTION', productionDay: '2026-01-26', labelDay: '2026-01-29', shipDay: '2026-02-09', number: expect.stringMatching(/^MO-2026-\d{5}$/) as string })
    const { stages, materials } = await detailOf(order)
    expect(stages.map(({ code, targetQuantity, cartons, isUnlocked }) => [code, decimalText(targetQuantity), cartons, isUnlocked])).toEqual([
      ['CUT', '495', null, false], ['EMB', '482', null, false], ['SEW', '481', null, false], ['FIN', '470', null, false], ['PCK', '465', 8, false],
    ])
    // Of what each stage makes: 495 × 0.1005 yd, 495 × 60 cm, 482 × 18.5 m, 481 labels, 470 × 54 g, 465 bags.
    expect(Object.fromEntries(materials.map(({ itemCode, required, unitCode }) => [itemCode, `${decimalText(required)} ${unitCode}`]))).toEqual({
      KOHAIR: '49.7475 Yard', KATUN: '297 Meter', BENANG: '8917 Meter', LABEL: '481 Pcs', DAKRON: '25.38 Kg', POLYBAG: '465 Pcs',
    })
    expect(materials.every(({ missing, required }) => missing === required)).toBe(true)
    expect(host.database.prepare('select count(*) from orderPart where manufacturingOrderId = ?').pluck().get(order.id)).toBe(0)
  })

  test('PL-9 a stage’s own buffer goes before the setting, and an article’s before that', async () => {
    const stage = await admin.masters.getProductionStage({ id: toys.stages.SEW! })
    const changed = await admin.masters.updateProductionStage({ ...seen(stage), bufferPercent: '8' })
    const order = await newOrder()
    const sewn = async () => decimalText((await detailOf(order)).stages.find(({ code }) => code === 'SEW')!.targetQuantity)
    expect(await sewn()).toBe('486')
    const buffer = await admin.masters.createStageBuffer({ productionStageId: toys.stages.SEW!, itemId: article(), bufferPercent: '10' })
    expect(await sewn()).toBe('495')
    await admin.masters.setStageBufferActive({ ...seen(buffer), isActive: false })
    await admin.masters.updateProductionStage({ ...seen(changed), bufferPercent: null })
    expect(await sewn()).toBe('481')
  })

  test('PL-10 by yield each stage makes what those after it lose', async () => {
    const { stages } = await detailOf(await newOrder({ targetMethod: 'YIELD' }))
    expect(stages.map(({ code, targetQuantity }) => [code, decimalText(targetQuantity)])).toEqual([['CUT', '476'], ['EMB', '473'], ['SEW', '468'], ['FIN', '458'], ['PCK', '453']])
  })

  test('PL-22 what is free in the stores is set against what is needed', async () => {
    const { rows } = await admin.masters.listLocations({ pageSize: 200 })
    const store = await host.as('Warehouse Operator', 'WH')
    await store.warehouse.receiveStock({ itemId: toys.items.POLYBAG!, quantity: '480', toLocationId: rows.find(({ code }) => code === 'WH-MAIN')!.id })
    const need = (await detailOf(await newOrder())).materials.find(({ itemCode }) => itemCode === 'POLYBAG')!
    // Enough for 465, and less than 465 and a tenth.
    expect(need).toMatchObject({ available: decimal('480'), missing: decimal('0'), isLow: true })
  })

  test('FG-2 a quantity that is no multiple of a pallet is told the nearest ones', async () => {
    expect((await detailOf(await newOrder({ quantity: '2500' }))).pallets).toEqual({ lower: decimal('2400'), upper: decimal('2880') })
    expect((await detailOf(await newOrder({ quantity: '2400' }))).pallets).toBeNull()
  })

  test('BM-3 once released it keeps the BOM it was released with', async () => {
    const order = await planningManager.planning.releaseManufacturingOrder(seen(await newOrder()))
    expect(order).toMatchObject({ status: 'RELEASED', routeName: 'Lengkap', releasedByName: expect.any(String) as string })
    const before = await detailOf(order)
    expect(before.stages.every(({ isUnlocked }) => isUnlocked)).toBe(true)
    const { rows: [bom] } = await admin.engineering.listBoms({ filter: { itemId: toys.items['WIP-BONEKA']!, kind: 'PRODUCTION', status: 'ACTIVE' } })
    const revision = await admin.engineering.reviseBom({ id: bom!.id, reason: 'Isi lebih padat' })
    const { lines } = await admin.engineering.getBom({ id: revision.id })
    const filling = lines.find(({ componentItemId }) => componentItemId === toys.items.DAKRON)!
    await admin.engineering.saveBomLines({ bomHeaderId: revision.id, rows: [{ id: filling.id, version: filling.version, componentItemId: filling.componentItemId, quantity: '60', unitId: toys.units.Gram! }] })
    await admin.engineering.activateBom(seen(await admin.engineering.getBom({ id: revision.id })))
    const dakron = async (id: string) => decimalText((await detailOf({ id })).materials.find(({ itemCode }) => itemCode === 'DAKRON')!.required)
    expect(await dakron(order.id)).toBe('25.38')
    expect(await dakron((await newOrder()).id)).toBe('28.2')
  })

  test('is of whole pieces, ships after it is made, and names a week that comes', async () => {
    await expect(newOrder({ quantity: '450.5' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['quantity'] }] } })
    await expect(newOrder({ productionDay: '2026-02-20', shipDay: '2026-02-19' })).rejects.toMatchObject(issue('shipDay', 'ship-before-production'))
    await expect(newOrder({ week: 'W02-2026' })).rejects.toMatchObject(issue('week', 'week-out-of-reach'))
    await expect(newOrder({ articleId: toys.items.KOHAIR! })).rejects.toMatchObject(issue('articleId', 'not-made'))
    const bare = await admin.masters.createItem({ code: 'TANPA-BOM', name: 'Tanpa BOM', kind: 'FINISHED_GOOD', unitId: toys.units.Pcs! })
    const order = await newOrder({ articleId: bare.id })
    expect(await detailOf(order)).toMatchObject({ materials: [] })
    await expect(planningManager.planning.releaseManufacturingOrder(seen(order))).rejects.toMatchObject({ code: 'no-bom', params: { article: 'TANPA-BOM' } })
  })
})

describe('what is bought', () => {
  test('PL-2 an approved fabric order makes an order that may be cut, and locks what is to be made, once', async () => {
    const fabric = await approvedPurchase({})
    const order = await only(fabric.id)
    expect(order).toMatchObject({ status: 'PARTIAL', quantity: decimal('450'), fabricNumber: fabric.number, routeName: 'Lengkap' })
    const buyerOrder = await detailOf({ id: order.buyerOrderId! })
    expect(buyerOrder.order).toMatchObject({ kind: 'BUYER', status: 'PARTIAL', quantity: decimal('450') })
    await expect(head.purchasing.approveOrder(seen((await buyer.purchasing.getOrder({ id: fabric.id })).order))).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await only(fabric.id)).toMatchObject({ id: order.id, version: order.version })
  })

  test('PL-2 a fabric order that is taken back takes what was to be made with it; approved again, it makes what it says now', async () => {
    const fabric = await approvedPurchase({})
    const before = await only(fabric.id)
    const draft = await buyer.purchasing.withdrawOrderApproval(seen(fabric))
    expect((await detailOf(before)).order).toMatchObject({ status: 'CANCELLED', cancelReason: fabric.number })
    // Nobody but the fabric wanted it.
    expect((await detailOf({ id: before.buyerOrderId! })).order).toMatchObject({ kind: 'BUYER', status: 'CANCELLED' })
    expect((await buyer.purchasing.getOrder({ id: fabric.id })).manufacturing).toEqual([])
    await head.purchasing.approveOrder(seen(await buyer.purchasing.updateOrder({ ...seen(draft), articleQuantity: '600' })))
    const [, after] = (await ordersOf(fabric.id)).toSorted((a, b) => a.number.localeCompare(b.number))
    expect(after).toMatchObject({ status: 'PARTIAL', quantity: decimal('600') })
    expect((await detailOf({ id: after!.buyerOrderId! })).order).toMatchObject({ status: 'PARTIAL', quantity: decimal('600') })
    await buyer.purchasing.cancelOrder({ ...seen((await buyer.purchasing.getOrder({ id: fabric.id })).order), reason: 'Salah pemasok' })
    expect((await detailOf(after!)).order).toMatchObject({ status: 'CANCELLED', cancelReason: `${fabric.number}: Salah pemasok` })
  })

  test('PL-2 what a buyer ordered is wanted as before when its fabric order is cancelled', async () => {
    const { id } = await planner.planning.createSalesOrder({ partnerId: toys.buyer, orderDay: '2026-01-19', shipDay: '2026-02-02' })
    await planner.planning.saveSalesLines({ salesOrderId: id, lines: [{ itemId: article(), quantity: '300', destination: 'NA' }] })
    await planningManager.planning.confirmSalesOrder(seen((await planner.planning.getSalesOrder({ id })).order))
    const fabric = await approvedPurchase({ articleQuantity: '300' })
    const { buyerOrderId } = await only(fabric.id)
    await buyer.purchasing.cancelOrder({ ...seen(fabric), reason: 'Salah pemasok' })
    expect((await detailOf({ id: buyerOrderId! })).order).toMatchObject({ kind: 'BUYER', status: 'DRAFT' })
    await planningManager.planning.cancelSalesOrder({ ...seen((await planner.planning.getSalesOrder({ id })).order), reason: 'Pembeli mundur' })
  })

  test('PL-2 a fabric order whose work orders are made is not taken back, and none that made something is deleted', async () => {
    const fabric = await approvedPurchase({})
    const order = await only(fabric.id)
    await planner.planning.generateWorkOrders(seen(order))
    const refused = { code: 'manufacturing-begun', params: { order: fabric.number, manufacturing: order.number } }
    await expect(buyer.purchasing.withdrawOrderApproval(seen(fabric))).rejects.toMatchObject(refused)
    await expect(buyer.purchasing.cancelOrder({ ...seen(fabric), reason: 'Salah pemasok' })).rejects.toMatchObject(refused)
    await expect(admin.purchasing.deleteOrder({ ...seen(fabric), reason: 'Salah ketik' })).rejects.toMatchObject({ code: 'in-use', params: { by: 'manufacturingOrder', examples: order.number } })
    await planningManager.planning.cancelManufacturingOrder({ ...seen((await detailOf(order)).order), reason: 'Batal' })
    expect(await buyer.purchasing.cancelOrder({ ...seen(fabric), reason: 'Salah pemasok' })).toMatchObject({ status: 'CANCELLED' })
  })

  test('PL-4 labels that are taken back lock the order again, week and destination open, while nothing was made of it', async () => {
    const fabric = await approvedPurchase({})
    const { id } = await only(fabric.id)
    const label = await approvedLabel(fabric.id)
    const second = await approvedLabel(fabric.id, { articleQuantity: '150', week: 'W06-2026', destination: 'NA' })
    await expect(buyer.purchasing.withdrawOrderApproval(seen(fabric))).rejects.toMatchObject({ code: 'in-use', params: { by: 'purchaseOrder', examples: label.number } })
    await buyer.purchasing.withdrawOrderApproval(seen(label))
    expect(await detailOf({ id })).toMatchObject({ order: { status: 'RELEASED', labelNumber: second.number, week: 'W06-2026', destination: 'NA' }, batches: [{ position: 2, labelNumber: second.number }] })
    await buyer.purchasing.cancelOrder({ ...seen(second), reason: 'Salah tujuan' })
    expect(await detailOf({ id })).toMatchObject({ order: { status: 'PARTIAL', labelNumber: null, week: null, destination: null, traceCode: null }, batches: [] })
    const again = await head.purchasing.approveOrder(seen((await buyer.purchasing.getOrder({ id: label.id })).order))
    const released = (await detailOf({ id })).order
    expect(released).toMatchObject({ status: 'RELEASED', week: 'W05-2026', destination: 'EU' })
    await planner.planning.generateWorkOrders(seen(released))
    await expect(buyer.purchasing.withdrawOrderApproval(seen(again))).rejects.toMatchObject({ code: 'manufacturing-begun', params: { manufacturing: released.number } })
    // Of a completed order no label is bought any more.
    const writer = new BetterSqlite(join(host.folder, databaseFile))
    writer.prepare("update manufacturingOrder set status = 'COMPLETED' where id = ?").run(id)
    writer.close()
    await host.restart()
    await expect(approvedLabel(fabric.id, { articleQuantity: '150' })).rejects.toMatchObject({ code: 'manufacturing-completed', params: { order: fabric.number, manufacturing: released.number } })
  })

  test('PL-2 it makes what a buyer ordered and nobody makes yet; another order of the article is a warning only', async () => {
    const { id } = await planner.planning.createSalesOrder({ partnerId: toys.buyer, orderDay: '2026-01-19', shipDay: '2026-03-02' })
    await planner.planning.saveSalesLines({ salesOrderId: id, lines: [{ itemId: article(), quantity: '900', destination: 'NA' }] })
    const sale = await planningManager.planning.confirmSalesOrder(seen((await planner.planning.getSalesOrder({ id })).order))
    const fabric = await approvedPurchase({ articleQuantity: '900' })
    const order = await only(fabric.id)
    expect(order).toMatchObject({ salesNumber: sale.number, partnerName: 'Nordlek', destination: 'NA', shipDay: '2026-03-02' })
    expect(await planner.planning.getSalesOrder({ id })).toMatchObject({ order: { madeLines: 1 }, lines: [{ productionNumber: order.number }] })
    expect((await detailOf(order)).others.length).toBeGreaterThan(0)
  })

  test('PL-2 an article without a BOM in force, or a fabric order without a quantity, is not approved', async () => {
    const bare = await admin.masters.createItem({ code: 'POLOS', name: 'Polos', kind: 'FINISHED_GOOD', unitId: toys.units.Pcs! })
    await expect(approvedPurchase({ articleId: bare.id })).rejects.toMatchObject({ code: 'no-bom', params: { article: 'POLOS' } })
    await expect(approvedPurchase({ articleQuantity: null })).rejects.toMatchObject(issue('articleQuantity', 'quantity-needed'))
    const { rows } = await planner.planning.listManufacturingOrders({ filter: { articleId: bare.id } })
    expect(rows).toEqual([])
  })

  test('PL-4 the label order releases it, with its week and destination, which are read-only from then on', async () => {
    const fabric = await approvedPurchase({})
    const { id } = await only(fabric.id)
    const label = await approvedLabel(fabric.id)
    const released = (await detailOf({ id })).order
    for (const purchase of [fabric, label]) expect((await buyer.purchasing.getOrder({ id: purchase.id })).manufacturing).toEqual([{ id, number: released.number }])
    expect(released).toMatchObject({ status: 'RELEASED', labelNumber: label.number, week: 'W05-2026', destination: 'EU', traceCode: `${released.number}-05-2026-EU` })
    await expect(planner.planning.updateManufacturingOrder({ ...seen(released), week: 'W06-2026' })).rejects.toMatchObject({ code: 'wrong-state' })
    // The manager, then the director.
    const manager = await host.as('Manager')
    const director = await host.as('Director')
    const request = await planner.planning.requestManufacturingChange({ ...seen(released), week: 'W06-2026', reason: 'Pembeli menggeser minggu kirim' })
    await manager.approvals.approveStep({ id: request.id, step: 0 })
    expect((await detailOf({ id })).order.week).toBe('W05-2026')
    await director.approvals.approveStep({ id: request.id, step: 1 })
    const changed = await detailOf({ id })
    expect(changed.order).toMatchObject({ week: 'W06-2026', traceCode: `${released.number}-06-2026-EU` })
    expect(changed.batches).toMatchObject([{ week: 'W06-2026', destination: 'EU', quantity: decimal('450') }])
  })

  test('PL-4 a second label order is another delivery with targets of its own', async () => {
    const fabric = await approvedPurchase({})
    const { id } = await only(fabric.id)
    await approvedLabel(fabric.id, { articleQuantity: '300' })
    await approvedLabel(fabric.id, { articleQuantity: '150', week: 'W06-2026', destination: 'NA' })
    const { batches, stages } = await detailOf({ id })
    expect(batches).toMatchObject([{ position: 1, quantity: decimal('300'), week: 'W05-2026', destination: 'EU' }, { position: 2, quantity: decimal('150'), week: 'W06-2026', destination: 'NA' }])
    expect(stages.filter(({ code }) => code === 'PCK' || code === 'CUT').map(({ code, targetQuantity, batchId }) => [code, decimalText(targetQuantity), batches.findIndex(batch => batch.id === batchId)]))
      .toEqual([['CUT', '495', -1], ['PCK', '310', 0], ['PCK', '155', 1]])
  })

  test('PL-4 labels for fabric that nobody approved are not approved', async () => {
    const { id } = await buyer.purchasing.createOrder({ kind: 'FABRIC', partnerId: toys.vendor, orderDay: '2026-01-19', expectedDay: '2026-01-23', articleId: article(), articleQuantity: '450' })
    const draft = await buyer.purchasing.getOrder({ id })
    await expect(approvedLabel(id)).rejects.toMatchObject({ code: 'no-manufacturing-order', params: { order: draft.order.number } })
  })
})
