import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { cartonsOf } from '../shared/finished-goods/rules.ts'
import type { ManufacturingOrder } from '../shared/planning/manufacturing-orders.ts'
import { openWriter } from '../src-main/database/open.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import type { Desk } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

/** An order of 450 that goes out as 300 to Europe (packed: 310) and 150 to America (packed: 155), received in as many receipts as it takes. */
let factory: ToyDesks
let store: Desk
let packer: Desk
let packingSupervisor: Desk

beforeAll(async () => {
  factory = await openToyFactory({ now: '2026-01-19T03:00:00.000Z' })
  store = await factory.host.as('Warehouse Admin', 'WH')
  packer = await factory.host.as('Admin Packing', 'PCK')
  packingSupervisor = await factory.host.as('SPV Finishing', 'PCK')
  await factory.admin.masters.createLocation({ code: 'WH-FG', name: 'Gudang barang jadi', kind: 'INTERNAL' })
  for (const [code, unitCost] of [['KOHAIR', '90000'], ['KATUN', '24000'], ['BENANG', '15'], ['LABEL', '350'], ['DAKRON', '38000'], ['POLYBAG', '210']] as const) {
    const { id, version } = await factory.admin.masters.getItem({ id: factory.toys.items[code]! })
    await factory.admin.masters.updateItem({ id, version, unitCost })
  }
})
afterAll(async () => {
  expect(ledgerFindings(factory.host.database, 10)).toEqual([])
  expect(factory.host.faults).toEqual([])
  await factory.host.stop()
})

interface Made { readonly order: ManufacturingOrder; readonly deliveries: readonly { readonly id: string; readonly packing: string }[] }

/** Made up to finishing; packing has put out what is said of each delivery. */
async function twoDeliveries(packed: readonly [string, string] = ['310', '155']): Promise<Made> {
  const { admin, planner } = factory
  const order = await factory.inTwoDeliveries(['W05-2026', 'W06-2026'])
  const workOrders = await factory.workOrdersOf(order)
  const inOrder = [...workOrders].sort((a, b) => a.position - b.position || (a.number < b.number ? -1 : 1))
  for (const workOrder of inOrder.filter(({ stageCode }) => stageCode !== 'PCK')) await factory.enter(workOrder, decimalText(workOrder.targetQuantity), {}, admin)
  const packing = workOrders.filter(({ stageCode }) => stageCode === 'PCK')
  for (const [at, workOrder] of packing.entries()) await factory.enter(workOrder, packed[at]!, {}, admin)
  const { batches } = await planner.planning.getManufacturingOrder({ id: order.id })
  return { order, deliveries: packing.map(({ id }, at) => ({ id: batches[at]!.id, packing: id })) }
}

const pack = (workOrderId: string, pieces: number) => packer.finishedGoods.packCartons({ workOrderId, contents: cartonsOf(pieces, 60) })
const receiving = (id: string) => store.finishedGoods.getReceiving({ id })
const statusOf = async ({ id }: { readonly id: string }) => (await factory.planner.planning.getManufacturingOrder({ id })).order.status
const onHand = async () => Number(decimalText((await store.warehouse.getItemStock({ itemId: factory.toys.items.BONEKA! })).onHand))
async function scan(id: string, count = 500): Promise<void> {
  for (const { number } of (await receiving(id)).cartons.filter(({ status }) => status === 'PACKED').slice(0, count)) await store.finishedGoods.scanCarton({ number, deliveryId: id })
}
async function confirm(id: string, more: { readonly reason?: string; readonly isLast?: boolean } = {}) {
  const { receipt, places } = await receiving(id)
  return store.finishedGoods.confirmReceipt({ ...seen(receipt!), locationId: places[0]!.id, ...more })
}
/** As the data of a factory that went on from an older version. */
async function byHand(...changes: readonly (readonly [sql: string, ...values: string[]])[]): Promise<void> {
  const writer = openWriter(join(factory.host.folder, 'lantai.db'))
  for (const [sql, ...values] of changes) writer.prepare(sql).run(...values)
  writer.close()
  await factory.host.restart()
}
const vouchers = (id: string) => factory.host.database.prepare('select number, kind, debit, credit, amount from voucherLine where manufacturingOrderId = ? order by seq').all(id) as
  { readonly number: string; readonly kind: string; readonly debit: string; readonly credit: string; readonly amount: number }[]
/** What is left on the account of the work: nothing once an order is completed. */
const leftOnWork = (id: string) => vouchers(id).reduce((sum, { debit, credit, amount }) => sum + (debit === '1-1420' ? amount : 0) - (credit === '1-1420' ? amount : 0), 0)

describe('deliveries of one order', () => {
  test('FG-4 each is received for itself: the first leaves the order open, the last completes it', async () => {
    const { order, deliveries: [europe, america] } = await twoDeliveries()
    await pack(europe!.packing, 310)
    const before = await onHand()
    await scan(europe!.id)
    expect(await receiving(europe!.id)).toMatchObject({ state: 'COMPLETE', ordered: decimal('300'), packed: decimal('310'), hasRest: false, completesOrder: false, week: 'W05-2026', destination: 'EU' })
    await confirm(europe!.id)
    expect([await statusOf(order), await onHand() - before]).toEqual(['IN_PROGRESS', 310])
    expect(vouchers(order.id)).toEqual([]) // IO-11: with the order, not before.
    const worth = (await factory.admin.planning.getOrderClose({ id: order.id })).worth!
    // What is in the store was made: the order is not cancelled any more.
    await expect(factory.planningManager.planning.cancelManufacturingOrder({ ...seen((await factory.planner.planning.getManufacturingOrder({ id: order.id })).order), reason: 'Batal' }))
      .rejects.toMatchObject({ code: 'in-use', params: { by: 'finishedGoodsReceipt' } })

    await pack(america!.packing, 155)
    const rows = (await store.finishedGoods.listArriving({ search: order.number })).rows
    expect(rows.map(({ id, state, scannedCount, cartonCount }) => [id, state, scannedCount, cartonCount])).toEqual([[europe!.id, 'POSTED', 6, 6], [america!.id, 'PACKING', 0, 3]])
    // By the order's id: the delivery that is awaited.
    expect(await receiving(order.id)).toMatchObject({ id: america!.id, completesOrder: true, deliveries: [{ state: 'POSTED' }, { state: 'PACKING' }] })
    const [carton] = (await receiving(america!.id)).cartons
    await expect(store.finishedGoods.scanCarton({ number: carton!.number, deliveryId: europe!.id })).rejects.toMatchObject({ code: 'carton-elsewhere', params: { week: 'W06-2026', destination: 'NA' } })
    await scan(america!.id)
    await confirm(america!.id)
    expect([await statusOf(order), await onHand() - before]).toEqual(['COMPLETED', 465])
    expect((await factory.admin.planning.getOrderClose({ id: order.id })).received).toEqual(decimal('465'))
    // Of one cost to the rounding, for nothing more was used meanwhile: the goods are worth all of it, and nothing stays on the account of the work.
    const costs = (await factory.admin.warehouse.listLots({ search: order.number })).rows.map(({ unitCost }) => Number(decimalText(unitCost!)))
    expect(costs[0]).toBeCloseTo(costs[1]!, 2)
    expect(leftOnWork(order.id)).toBe(0)
    const goods = vouchers(order.id).filter(({ kind }) => kind === 'GOODS').map(({ amount }) => amount)
    expect(goods).toHaveLength(1)
    expect(Math.abs(goods[0]! - worth)).toBeLessThan(100) // less than one Rupiah by rounding
    const lots = (await factory.admin.warehouse.listLots({ search: order.number })).rows.map(({ code, onHand: there }) => [code, decimalText(there)])
    expect(lots.toSorted()).toEqual([[`${order.number}-05-2026-EU`, '310'], [`${order.number}-06-2026-NA`, '155']])
  })

  test('FG-4 a part is received, the rest is awaited, may be unpacked and packed anew, and is received afterwards', async () => {
    const { order, deliveries: [europe, america] } = await twoDeliveries()
    await pack(europe!.packing, 310)
    await scan(europe!.id, 4)
    expect(await receiving(europe!.id)).toMatchObject({ state: 'SCANNING', hasRest: true, scannedDifference: { isAny: false } })
    expect((await confirm(europe!.id)).request).toBeNull() // nobody is asked, no reason is needed: more is to come.
    expect(await receiving(europe!.id)).toMatchObject({ state: 'PARTIAL', isClosed: false, scannedCount: 4, receivedCount: 4, receipt: null, posted: [{ receivedQuantity: decimal('240') }] })
    // Not the newest, and not received yet: it is unpacked; the received ones are not.
    const { cartons } = await receiving(europe!.id)
    await packer.finishedGoods.unpackCarton(seen(cartons[4]!))
    await expect(packer.finishedGoods.unpackCarton(seen(cartons[0]!))).rejects.toMatchObject({ code: 'wrong-state' })
    await packer.finishedGoods.unpackCarton(seen(cartons[5]!))
    await pack(europe!.packing, 70)
    // Those that were unpacked had their numbers and marks on paper: they do not come again.
    const numbersOf = (from: readonly { readonly number: string; readonly shippingMark: string }[]) => from.flatMap(({ number, shippingMark }) => [number, shippingMark])
    const fresh = (await receiving(europe!.id)).cartons.filter(({ status }) => status === 'PACKED')
    expect(fresh.map(({ position }) => position)).toEqual([7, 8])
    expect(numbersOf(fresh).filter(number => numbersOf(cartons).includes(number))).toEqual([])
    await scan(europe!.id)
    await confirm(europe!.id)
    expect(await receiving(europe!.id)).toMatchObject({ state: 'POSTED', isClosed: true, received: decimal('310'), posted: [{ receivedQuantity: decimal('240') }, { receivedQuantity: decimal('70') }] })
    await pack(america!.packing, 155)
    await scan(america!.id)
    await confirm(america!.id)
    expect(await statusOf(order)).toBe('COMPLETED')
  })

  test('FG-1 a carton that is not full is the last of what is not received yet: after its receipt more may be packed', async () => {
    const { deliveries: [europe] } = await twoDeliveries(['130', '60'])
    await pack(europe!.packing, 130)
    await expect(packer.finishedGoods.packCartons({ workOrderId: europe!.packing, contents: [60] })).rejects.toMatchObject({ code: 'invalid-input' })
    await scan(europe!.id)
    await confirm(europe!.id)
    // More is to be packed, and nothing of it waits for the store.
    const waiting = async () => (await store.finishedGoods.listArriving({ filter: { hasCartons: true, state: ['PARTIAL'] }, pageSize: 200 })).rows.some(({ id }) => id === europe!.id)
    expect([(await receiving(europe!.id)).state, await waiting()]).toEqual(['PARTIAL', false])
    factory.nextDay()
    await factory.enter({ id: europe!.packing }, '90', {}, factory.admin)
    expect(await pack(europe!.packing, 90)).toMatchObject({ loose: decimal('0'), isClosed: true })
    expect(await waiting()).toBe(true)
  })

  test('BM-6 a delivery is closed short by whoever answers for that; what turns up afterwards is received all the same', async () => {
    const { order, deliveries: [europe, america] } = await twoDeliveries()
    await pack(america!.packing, 155)
    await scan(america!.id)
    await confirm(america!.id)
    await pack(europe!.packing, 310)
    await scan(europe!.id, 5) // all but the last, of 10 pieces
    await expect(confirm(europe!.id, { isLast: true })).rejects.toMatchObject({ code: 'reason-needed' })
    expect((await confirm(europe!.id)).request).toBeNull()
    // 10 of 310 are missing: 3.2 %, a reason is enough.
    const missing = (await receiving(europe!.id)).cartons.find(({ status }) => status === 'PACKED')!
    const closed = await store.finishedGoods.closeDelivery({ id: europe!.id, reason: 'Satu karton hilang' })
    expect(closed.request).toBeNull()
    expect(await statusOf(order)).toBe('COMPLETED')
    expect(leftOnWork(order.id)).toBe(0)
    const before = await onHand()
    await store.finishedGoods.scanCarton({ number: missing.number })
    await confirm(europe!.id)
    expect([await onHand() - before, await statusOf(order), leftOnWork(order.id)]).toEqual([10, 'COMPLETED', 0])
    // Taken back, it is missing again; the order stays as it was closed.
    const { posted } = await receiving(europe!.id)
    await store.finishedGoods.reverseReceipt({ ...seen(posted.at(-1)!), reason: 'Karton lain' })
    expect([await onHand() - before, await statusOf(order), leftOnWork(order.id)]).toEqual([0, 'COMPLETED', 0])
    await packer.finishedGoods.unpackCarton(seen((await receiving(europe!.id)).cartons.find(({ status }) => status === 'PACKED')!))
    expect(await receiving(europe!.id)).toMatchObject({ state: 'POSTED', cartonCount: 5 })
  })

  test('BM-6 a delivery that is closed with a carton of 60 missing is the manager’s: asked for, and carried out as the last one', async () => {
    const { order, deliveries: [europe, america] } = await twoDeliveries()
    await pack(america!.packing, 155)
    await scan(america!.id)
    await confirm(america!.id)
    await pack(europe!.packing, 310)
    await scan(europe!.id, 4)
    const { request } = await confirm(europe!.id, { isLast: true, reason: 'Satu karton dan sisanya hilang' })
    expect(await receiving(europe!.id)).toMatchObject({ waiting: [{ kind: 'RECEIPT_DIFFERENCE_LARGE' }], difference: { pieces: decimal('-70') } })
    expect((await factory.manager.approvals.getRequest({ id: request!.id })).lines).toMatchObject([{ before: '310', after: '240' }, { after: '300' }, { after: true }])
    await expect(packingSupervisor.approvals.approveStep({ id: request!.id, step: 0 })).rejects.toMatchObject({ code: 'not-step-holder' })
    await factory.manager.approvals.approveStep({ id: request!.id, step: 0 })
    expect([await statusOf(order), (await receiving(europe!.id)).state]).toEqual(['COMPLETED', 'POSTED'])
  })

  test('a receipt of a completed order is taken back: its delivery and the order are open again, and the books told once more with the last', async () => {
    const { order, deliveries: [europe, america] } = await twoDeliveries()
    for (const [{ id, packing }, pieces] of [[europe!, 310], [america!, 155]] as const) {
      await pack(packing, pieces)
      await scan(id)
      await confirm(id)
    }
    expect(await statusOf(order)).toBe('COMPLETED')
    const before = await onHand()
    const { posted: [first] } = await receiving(europe!.id)
    await store.finishedGoods.reverseReceipt({ ...seen(first!), reason: 'Salah palet' })
    expect([await statusOf(order), await onHand() - before]).toEqual(['IN_PROGRESS', -310])
    expect([(await receiving(europe!.id)).state, (await receiving(america!.id)).state]).toEqual(['PACKING', 'POSTED'])
    expect(leftOnWork(order.id)).toBe(0)
    await scan(europe!.id)
    await confirm(europe!.id)
    expect([await statusOf(order), await onHand() - before, leftOnWork(order.id)]).toEqual(['COMPLETED', 0, 0])
  })

  const closeByDirector = async ({ id }: { readonly id: string }) => {
    const { order } = await factory.planner.planning.getManufacturingOrder({ id })
    await factory.director.planning.overrideAsDirector({ kind: 'CLOSE_MANUFACTURING_ORDER', ...seen(order), reason: 'Pembeli membatalkan sisanya, kapal berangkat' })
  }
  const statesOf = async (order: { readonly id: string }) => (await factory.workOrdersOf(order)).map(({ number, status }) => [number, status])

  test('PL-24 a receipt that closed its delivery is taken back after the director closed the order: that stays closed, and the goods alone leave the books', async () => {
    const { order, deliveries: [europe] } = await twoDeliveries()
    await pack(europe!.packing, 310)
    await scan(europe!.id)
    await confirm(europe!.id)
    await closeByDirector(order)
    const [told, states, before] = [vouchers(order.id), await statesOf(order), await onHand()]
    await store.finishedGoods.reverseReceipt({ ...seen((await receiving(europe!.id)).posted[0]!), reason: 'Salah palet' })
    expect([await statusOf(order), await statesOf(order), await onHand() - before]).toEqual(['COMPLETED', states, -310])
    expect(vouchers(order.id).slice(told.length).map(({ kind }) => kind)).toEqual(['GOODS', 'VARIANCE'])
    expect(leftOnWork(order.id)).toBe(0)
    // What turns up again is received, and the material is not told a second time.
    await scan(europe!.id)
    await confirm(europe!.id)
    const materials = (lines: typeof told) => lines.filter(({ kind }) => kind === 'MATERIAL')
    expect([await statusOf(order), materials(vouchers(order.id)), leftOnWork(order.id)]).toEqual(['COMPLETED', materials(told), 0])
  })

  test('PL-24 a delivery that is closed after the director closed its order does not open the order again when its receipt is taken back', async () => {
    const order = await factory.planned()
    const inOrder = [...await factory.workOrdersOf(order)].sort((a, b) => a.position - b.position || (a.number < b.number ? -1 : 1))
    for (const workOrder of inOrder) await factory.enter(workOrder, workOrder.stageCode === 'PCK' ? '120' : decimalText(workOrder.targetQuantity), {}, factory.admin)
    await pack(inOrder.find(({ stageCode }) => stageCode === 'PCK')!.id, 120)
    const { id } = await receiving(order.id)
    await scan(id)
    await confirm(id)
    await closeByDirector(order)
    const states = await statesOf(order)
    await factory.manager.finishedGoods.closeDelivery({ id, reason: 'Sisanya dibatalkan pembeli' })
    expect((await receiving(id)).isClosed).toBe(true)
    const told = vouchers(order.id)
    await store.finishedGoods.reverseReceipt({ ...seen((await receiving(id)).posted[0]!), reason: 'Salah palet' })
    expect([await statusOf(order), await statesOf(order), (await receiving(id)).isClosed]).toEqual(['COMPLETED', states, false])
    expect(vouchers(order.id).slice(told.length).map(({ kind }) => kind)).toEqual(['GOODS', 'VARIANCE'])
    expect(leftOnWork(order.id)).toBe(0)
  })

  test('FG-4 labels of the other delivery taken back after the first came in: the planner’s manager completes the order by what came in, and a receipt taken back opens it again', async () => {
    const { admin, planner, planningManager, host } = factory
    const buyer = await host.as('Purchasing')
    const { id: fabricOrderId } = await factory.bought('FABRIC', { articleQuantity: '450' })
    await factory.bought('LABEL', { sourceOrderId: fabricOrderId, week: 'W05-2026', destination: 'EU', articleQuantity: '300' })
    const order = (await planner.planning.listManufacturingOrders({ filter: { kind: 'PRODUCTION' }, pageSize: 200 })).rows.find(row => row.fabricOrderId === fabricOrderId)!
    await planner.planning.generateWorkOrders(seen(order))
    const made = (await factory.workOrdersOf(order)).toSorted((a, b) => a.position - b.position || (a.number < b.number ? -1 : 1))
    for (const workOrder of made.filter(({ stageCode }) => stageCode !== 'PCK')) await factory.enter(workOrder, decimalText(workOrder.targetQuantity), {}, admin)
    const packing = made.find(({ stageCode }) => stageCode === 'PCK')!
    await factory.enter(packing, '310', {}, admin)
    const labels = await factory.bought('LABEL', { sourceOrderId: fabricOrderId, week: 'W06-2026', destination: 'NA', articleQuantity: '150' })
    await pack(packing.id, 310)
    const { batches: [europe] } = await planner.planning.getManufacturingOrder({ id: order.id })
    await scan(europe!.id)
    await confirm(europe!.id, { isLast: true, reason: 'Sisanya tidak datang' })
    const now = async () => seen((await planner.planning.getManufacturingOrder({ id: order.id })).order)
    const complete = async (desk = planningManager) => desk.planning.completeManufacturingOrder({ ...await now(), reason: 'Label kiriman kedua ditarik' })
    expect(await planner.planning.getManufacturingOrder({ id: order.id })).toMatchObject({ isAllIn: false, order: { status: 'IN_PROGRESS' } })
    await expect(complete()).rejects.toMatchObject({ code: 'deliveries-open', params: { number: order.number } })
    await buyer.purchasing.cancelOrder({ ...seen((await buyer.purchasing.getOrder({ id: labels.id })).order), reason: 'Pembeli mundur' })
    expect(await planner.planning.getManufacturingOrder({ id: order.id })).toMatchObject({ isAllIn: true, order: { status: 'IN_PROGRESS' } })
    await expect(complete(planner)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(planningManager.planning.completeManufacturingOrder({ id: order.id, version: 1, reason: 'Lama' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await complete()).toMatchObject({ status: 'COMPLETED', completeReason: 'Label kiriman kedua ditarik' })
    expect((await factory.workOrdersOf(order)).every(({ status }) => status === 'FINISHED' || status === 'CANCELLED')).toBe(true)
    expect([vouchers(order.id).length > 0, leftOnWork(order.id)]).toEqual([true, 0])
    await expect(complete()).rejects.toMatchObject({ code: 'wrong-state' })
    await store.finishedGoods.reverseReceipt({ ...seen((await receiving(europe!.id)).posted[0]!), reason: 'Salah palet' })
    expect((await planner.planning.getManufacturingOrder({ id: order.id })).order).toMatchObject({ status: 'IN_PROGRESS', completeReason: '' })
    expect(leftOnWork(order.id)).toBe(0)
    await scan(europe!.id)
    await confirm(europe!.id, { isLast: true, reason: 'Sisanya tidak datang' })
    expect([await statusOf(order), leftOnWork(order.id)]).toEqual(['COMPLETED', 0])
  })

  test('a receipt of before, when one took in the whole order, counts for each of its deliveries, and is taken back as it was', async () => {
    const { order, deliveries: [europe, america] } = await twoDeliveries()
    await pack(europe!.packing, 310)
    await pack(america!.packing, 155)
    await scan(europe!.id)
    await scan(america!.id)
    const receiptIn = (id: string) => factory.host.database.prepare("select id from finishedGoodsReceipt where deliveryBatchId = ? and status = 'DRAFT'").pluck().get(id) as string
    const [one, other] = [receiptIn(europe!.id), receiptIn(america!.id)]
    await byHand(['update carton set receiptId = ? where receiptId = ?', one, other], ['delete from finishedGoodsReceipt where id = ?', other])
    await confirm(europe!.id)
    await byHand(['update finishedGoodsReceipt set deliveryBatchId = null where id = ?', one])
    expect((await receiving(america!.id)).state).toBe('POSTED')
    expect((await receiving(one)).state).toBe('POSTED')
    const { posted: [old] } = await receiving(europe!.id)
    await store.finishedGoods.reverseReceipt({ ...seen(old!), reason: 'Salah palet' })
    expect([(await receiving(europe!.id)).state, (await receiving(america!.id)).state, await statusOf(order)]).toEqual(['PACKING', 'PACKING', 'IN_PROGRESS'])
  })
})

test('FG-5 what lies in the store is told by week, destination and article, in pallets, cartons and pieces; after 30 days it is old, in the bands of WH-7', async () => {
  const { order, deliveries: [europe, america] } = await twoDeliveries()
  for (const [{ id, packing }, pieces] of [[america!, 155], [europe!, 310]] as const) {
    await pack(packing, pieces)
    await scan(id)
    await confirm(id)
  }
  const stored = async (filters: Parameters<Desk['reports']['previewReport']>[0]['filters'] = {}) =>
    (await store.reports.previewReport({ report: 'finishedGoodsStock', filters: { search: order.number, ...filters }, pageSize: 200 })).rows.map(({ cells }) => cells)
  const shared = { article: 'Buatan BONEKA', location: 'Gudang barang jadi', ageDays: 0, band: 'FIRST', stored: 'FRESH', unit: 'Pcs' }
  expect(await stored()).toMatchObject([
    { ...shared, week: 'W05-2026', destination: 'EU', lot: `${order.number}-05-2026-EU`, pallets: 1, cartons: 6, onHand: '310' },
    { ...shared, week: 'W06-2026', destination: 'NA', lot: `${order.number}-06-2026-NA`, pallets: 1, cartons: 3, onHand: '155' },
  ])
  factory.host.clock.advance(30 * 86_400_000)
  expect(await stored({ stored: 'OLD' })).toEqual([])
  const notices = () => factory.host.database.prepare("select params from notification where kind = 'GOODS_OLD' order by id").pluck().all().map(params => JSON.parse(params as string) as { article: string; days: number; count: number })
  factory.nextDay()
  expect(await stored({ stored: 'OLD', destination: 'NA' })).toMatchObject([{ ageDays: 31, band: 'THIRD', stored: 'OLD' }])
  // Each article is told once a day as long as it lies there, by how long the oldest of its lots does.
  const old = await stored({ stored: 'OLD', search: 'Buatan BONEKA' })
  const oldest = Math.max(...old.map(({ ageDays }) => ageDays as number))
  for (const _ of ['now', 'an hour later']) await factory.host.system.finishedGoods.tellOldGoods({})
  expect(notices().filter(({ article }) => article === 'Buatan BONEKA')).toMatchObject([{ unit: 'Pcs', count: old.length, days: oldest }])
  factory.nextDay()
  await factory.host.system.finishedGoods.tellOldGoods({})
  expect(notices().filter(({ article }) => article === 'Buatan BONEKA').map(({ days }) => days)).toEqual([oldest, oldest + 1])
})
