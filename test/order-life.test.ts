import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { badCartons, cartonNumber, cartonsOf, cartonsShortOfPallet, differenceOf, receiptVerdict } from '../shared/finished-goods/rules.ts'
import { reversedEntry, voucherOf } from '../shared/finished-goods/vouchers.ts'
import { fromMinorUnits, money } from '../shared/core/money.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import type { Session } from '../src-main/core/session.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { pdfText } from './support/pdf-text.ts'
import type { Desk, TestHost } from './support/host.ts'
import { openToyFactory, seen, toyMaterials, type ToyDesks } from './support/toy-desks.ts'
import type { ToyFactory } from './support/toy-factory.ts'

let desks: ToyDesks
let host: TestHost
let admin: Desk
let planner: Desk
let packer: Desk
let packingSupervisor: Desk
let warehouse: Desk
let manager: Desk
let finance: Session
let toys: ToyFactory
let mainStore: string
let goodsStore: string
let defect: string

const costs = { KOHAIR: '90000', KATUN: '24000', BENANG: '15', LABEL: '350', DAKRON: '38000', POLYBAG: '210' } as const

beforeAll(async () => {
  desks = await openToyFactory();
  ({ host, admin, planningManager: planner, manager, toys, defect } = desks)
  packer = await host.as('Admin Packing', 'PCK')
  packingSupervisor = await host.as('SPV Finishing', 'PCK')
  warehouse = await host.as('Warehouse Admin', 'WH')
  finance = await host.sessionFor('Finance Manager')
  const stores = (await admin.masters.listLocations({ pageSize: 200 })).rows
  mainStore = stores.find(({ code }) => code === 'WH-MAIN')!.id
  goodsStore = (await admin.masters.createLocation({ code: 'WH-FG', name: 'Gudang barang jadi', kind: 'INTERNAL' })).id
  for (const code of toyMaterials) {
    const { id, version } = await admin.masters.getItem({ id: toys.items[code]! })
    await admin.masters.updateItem({ id, version, unitCost: costs[code] })
  }
  // What each section used is asked of the stores here, so that it is known to the last metre.
  await admin.settings.changeSetting({ key: 'features.backflush', value: false })
})
afterAll(async () => {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

/** What each work order puts out on one day: the domain's order of 450, with a few rejects on the way. */
const output: Readonly<Record<string, readonly [section: string, good: string, reject: string]>> = {
  'WIP-BODY': ['CUT', '495', '2'], 'WIP-CLOTH': ['CUT', '495', '1'], 'WIP-EMBO': ['EMB', '482', '5'], 'WIP-SKIN': ['SEW', '481', '0'], 'WIP-BAJU': ['SEW', '481', '4'],
  'WIP-BONEKA': ['FIN', '470', '6'], BONEKA: ['PCK', '465', '3'],
}
/** What the sections fetched for it, in the item's own unit. */
const used: readonly (readonly [made: string, item: string, quantity: string])[] = [
  ['WIP-BODY', 'KOHAIR', '50.5'], ['WIP-CLOTH', 'KATUN', '300'], ['WIP-EMBO', 'BENANG', '9010'], ['WIP-SKIN', 'LABEL', '481'], ['WIP-BONEKA', 'DAKRON', '25.7'], ['BONEKA', 'POLYBAG', '470'],
]

const newOrder = async (quantity = '450'): Promise<string> => (await desks.planned({ quantity, week: 'W09-2026', destination: 'EU' })).id
const workOrdersOf = async (id: string): Promise<ReadonlyMap<string, WorkOrder>> => new Map((await desks.workOrdersOf({ id })).map(row => [row.itemCode!, row]))
const orderOf = async (id: string) => (await planner.planning.getManufacturingOrder({ id })).order
const enter = (id: string, goodQuantity: string, rejectQuantity = '0') =>
  desks.enter({ id }, goodQuantity, { rejectQuantity, ...(rejectQuantity !== '0' && { defectReasonId: defect }) }, admin)

/** Makes an order from cutting to packing, as far as `packed` says. */
async function makeOrder(packed = '465', quantity = '450'): Promise<{ readonly id: string; readonly packing: WorkOrder }> {
  const id = await newOrder(quantity)
  const workOrders = await workOrdersOf(id)
  for (const [item, [, good, reject]] of Object.entries(output)) {
    await enter(workOrders.get(item)!.id, item === 'BONEKA' ? packed : good, reject)
  }
  return { id, packing: (await workOrdersOf(id)).get('BONEKA')! }
}

async function fetchMaterial(workOrder: WorkOrder, item: string, quantity: string): Promise<void> {
  const asked = await admin.warehouse.createRequisition({
    sectionId: workOrder.sectionId, supplyLocationId: mainStore, neededBy: desks.today(), workOrderNumber: workOrder.number, lines: [{ itemId: toys.items[item]!, quantity }],
  })
  await warehouse.warehouse.approveRequisition(seen(asked))
  const { requisition, lines } = await warehouse.warehouse.getRequisition({ id: asked.id })
  await warehouse.warehouse.issueRequisition({ ...seen(requisition), lines: [{ lineId: lines[0]!.id, quantity }] })
}

const pack = (workOrderId: string, contents: readonly number[]) => packer.finishedGoods.packCartons({ workOrderId, contents: [...contents] })
const receiving = (manufacturingOrderId: string) => warehouse.finishedGoods.getReceiving({ id: manufacturingOrderId })
async function scanAll(manufacturingOrderId: string, numbers?: readonly string[]): Promise<void> {
  const { cartons } = await receiving(manufacturingOrderId)
  for (const number of numbers ?? cartons.map(carton => carton.number)) await warehouse.finishedGoods.scanCarton({ number, manufacturingOrderId })
}
/** As the last of its delivery: nothing more comes. */
async function confirm(manufacturingOrderId: string, more: { reason?: string } = {}, desk = warehouse) {
  const { receipt } = await receiving(manufacturingOrderId)
  return desk.finishedGoods.confirmReceipt({ ...seen(receipt!), locationId: goodsStore, isLast: true, ...more })
}
/** An order of which all cartons are scanned. */
async function scannedOrder(packed = '465', contents = cartonsOf(Number(packed), 60)) {
  const made = await makeOrder(packed)
  await pack(made.packing.id, contents)
  await scanAll(made.id)
  return made
}
const onHand = async () => (await warehouse.warehouse.getItemStock({ itemId: toys.items.BONEKA! })).onHand
async function csvOf(input: Parameters<Desk['finishedGoods']['exportVouchers']>[0]): Promise<{ readonly text: string; readonly rowCount: number }> {
  const { ticket, rowCount } = await host.desk(finance).finishedGoods.exportVouchers(input)
  return { text: readFileSync(host.host.files.redeem(ticket).path, 'utf8').replace('\uFEFF', ''), rowCount }
}

describe('cartons', () => {
  test('FG-1 465 pieces of 60 are seven full cartons and one of 45: 8 cartons; all but the last are full', () => {
    expect(cartonsOf(465, 60)).toEqual([60, 60, 60, 60, 60, 60, 60, 45])
    expect(cartonsOf(2400, 60)).toHaveLength(40)
    expect([badCartons([60, 60, 45], 60), badCartons([60, 45, 60], 60), badCartons([61], 60)]).toEqual([[], [1], [0]])
    expect(cartonNumber('MO-2026-00001', 8)).toBe('FG-2026-00001-CTN008')
  })

  test('FG-3 8 cartons are a whole pallet of 8, though one is partial; 9 lack 7', () => {
    expect([cartonsShortOfPallet(8, 8), cartonsShortOfPallet(9, 8), cartonsShortOfPallet(9, null)]).toEqual([0, 7, 0])
  })

  test('FG-1 never more is packed than was made, and nothing after a carton that is not full', async () => {
    const { id, packing } = await makeOrder('130')
    const { number } = await orderOf(id)
    await expect(pack(packing.id, [60, 60, 60])).rejects.toMatchObject({ code: 'over-packed', params: { made: 130, packed: 180 } })
    await expect(pack(packing.id, [30, 60])).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['contents', 0], reason: 'finishedGoods.issues.not-full', params: { pieces: 60 } }] } })
    expect(await pack(packing.id, [60])).toMatchObject({ loose: decimal('70'), isClosed: false })
    const packed = await pack(packing.id, [60, 10])
    expect(packed).toMatchObject({ loose: decimal('0'), isClosed: true })
    expect(packed.cartons.map(carton => [carton.number, decimalText(carton.quantity), carton.isPartial])).toEqual([
      [cartonNumber(number, 1), '60', false], [cartonNumber(number, 2), '60', false], [cartonNumber(number, 3), '10', true],
    ])
    await expect(pack(packing.id, [60])).rejects.toMatchObject({ params: { issues: [{ reason: 'finishedGoods.issues.last-is-partial' }] } })
    // What stands in cartons stays made.
    const [entry] = (await packer.production.getWorkOrderDays({ workOrderId: packing.id })).days
    await expect(packer.production.updateProduction({ ...seen(entry!), goodQuantity: '129', defectReasonId: defect })).rejects.toMatchObject({ code: 'over-packed', params: { made: 129, packed: 130 } })
    const [first, , last] = packed.cartons
    await packer.finishedGoods.unpackCarton(seen(first!))
    await packer.finishedGoods.unpackCarton(seen(last!))
    expect(await packer.finishedGoods.listPackedCartons({ workOrderId: packing.id })).toMatchObject({ loose: decimal('70'), isClosed: false })
  })
})

describe('receiving', () => {
  test('BM-6 a difference is held against what was packed, or against what was ordered where that is more', () => {
    const limits = { cartonReview: decimal('5'), cartonManager: decimal('15') }
    const judge = (received: string, packed: string, ordered: string) => {
      const difference = differenceOf({ received: decimal(received), packed: decimal(packed), ordered: decimal(ordered) })
      return [decimalText(difference.pieces), difference.isAny, receiptVerdict(difference, limits)]
    }
    expect(judge('465', '465', '450')).toEqual(['0', false, 'AUTOMATIC'])
    // Example (e): 8 cartons, one with 57.
    expect(judge('477', '480', '450')).toEqual(['-3', true, 'AUTOMATIC'])
    expect(judge('441', '465', '440')).toEqual(['-24', true, 'SUPERVISOR'])
    expect(judge('380', '380', '450')).toEqual(['0', true, 'MANAGER'])
  })

  test('FG-4 every carton is scanned once; foreign and unknown ones are refused in words, complete and incomplete is told', async () => {
    const { id, packing } = await makeOrder()
    const other = await makeOrder('60')
    await pack(packing.id, cartonsOf(465, 60))
    const { cartons: [foreign] } = await pack(other.packing.id, [60])
    const { cartons } = await receiving(id)
    expect(cartons).toHaveLength(8)
    const first = cartons[0]!.number
    expect(await warehouse.finishedGoods.scanCarton({ number: first.toLowerCase(), manufacturingOrderId: id })).toMatchObject({ scannedCount: 1, cartonCount: 8, carton: { status: 'SCANNED' } })
    await expect(warehouse.finishedGoods.scanCarton({ number: first, manufacturingOrderId: id })).rejects.toMatchObject({ code: 'carton-scanned', params: { number: first } })
    await expect(warehouse.finishedGoods.scanCarton({ number: foreign!.number, manufacturingOrderId: id })).rejects.toMatchObject({ code: 'carton-foreign', params: { number: foreign!.number } })
    await expect(warehouse.finishedGoods.scanCarton({ number: 'FG-2026-99999-CTN001' })).rejects.toMatchObject({ code: 'carton-unknown' })
    expect(await receiving(id)).toMatchObject({ state: 'SCANNING', scannedCount: 1, obstacles: ['cartons'], receipt: { status: 'DRAFT' } })
    await scanAll(id, cartons.slice(1).map(({ number }) => number))
    expect(await receiving(id)).toMatchObject({ state: 'COMPLETE', packed: decimal('465'), received: decimal('465'), difference: { isAny: false }, obstacles: [] })
    const scanned = (await receiving(id)).cartons[7]!
    expect(await warehouse.finishedGoods.unscanCarton(seen(scanned))).toMatchObject({ status: 'PACKED', countedQuantity: null })
    const list = await warehouse.finishedGoods.listArriving({ filter: { state: ['SCANNING'] } })
    expect(list.rows.find(row => row.manufacturingOrderId === id)).toMatchObject({ scannedCount: 7, cartonCount: 8 })
  })

  test('FG-4 an order of 450 is packed and received with 465, completed and locked; the goods are a lot of its trace code worth what was used', async () => {
    const before = await onHand()
    const { id } = await scannedOrder()
    const workOrders = await workOrdersOf(id)
    for (const [made, item, quantity] of used) await fetchMaterial(workOrders.get(made)!, item, quantity)
    const { number, request } = await confirm(id)
    expect(request).toBeNull()
    expect(await orderOf(id)).toMatchObject({ status: 'COMPLETED', completedDay: desks.today() })
    expect(decimalText(await onHand())).toBe(decimalText(decimal(String(Number(decimalText(before)) + 465))))
    const order = await orderOf(id)
    const lot = (await admin.warehouse.listLots({ search: order.traceCode! })).rows[0]!
    // 4,545,000 + 7,200,000 + 135,150 + 168,350 + 976,600 + 98,700 are 13,123,800 for 465 pieces.
    expect(lot).toMatchObject({ code: order.traceCode, onHand: decimal('465'), unitCost: decimal('28223.2258') })
    expect(await receiving(id)).toMatchObject({ state: 'POSTED', receipt: null, posted: [{ number, status: 'POSTED', locationId: goodsStore }], cartons: expect.arrayContaining([expect.objectContaining({ status: 'RECEIVED' })]) })
    // PL-21: nothing more is done with it.
    const [entry] = (await admin.production.getWorkOrderDays({ workOrderId: workOrders.get('WIP-BODY')!.id })).days
    await expect(enter(workOrders.get('BONEKA')!.id, '1')).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'COMPLETED' } })
    await expect(admin.production.updateProduction({ ...seen(entry!), goodQuantity: '1' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'COMPLETED' } })
    await expect(pack(workOrders.get('BONEKA')!.id, [60])).rejects.toMatchObject({ code: 'wrong-state' })
    const body = workOrders.get('WIP-BODY')!
    const material = { sectionId: body.sectionId, workOrderId: body.id, lines: [{ itemId: toys.items.KOHAIR!, quantity: '1' }] }
    await expect(admin.warehouse.consumeMaterials(material)).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'COMPLETED' } })
  })

  test('an order closes four ways: target and output, BOM and use, purchase BOM and bought, waste', async () => {
    const { id } = await scannedOrder()
    const workOrders = await workOrdersOf(id)
    for (const [made, item, quantity] of used) await fetchMaterial(workOrders.get(made)!, item, quantity)
    await confirm(id)
    const close = await admin.planning.getOrderClose({ id })
    expect(close).toMatchObject({ ordered: decimal('450'), packed: decimal('465'), received: decimal('465'), worth: money('13123800'), worthOfOne: decimal('28223.2258') })
    expect(close.stages.map(stage => [stage.stageName, ...[stage.planned, stage.actual, stage.reject].map(decimalText)])).toEqual([
      ['Potong', '495', '495', '2'], ['Potong', '495', '495', '1'], ['Bordir', '482', '482', '5'], ['Jahit', '481', '481', '0'], ['Jahit', '481', '481', '4'], ['Finishing', '470', '470', '6'],
      ['Kemas', '465', '465', '3'],
    ])
    // BM-5: good and rejected pieces × BOM, here without wastage: 497 × 0.1005 yd, 496 × 60 cm, 487 × 18.5 m, 476 × 54 g.
    expect(close.materials.map(one => [one.itemCode, ...[one.planned, one.actual, one.wasted, one.allowance].map(decimalText)])).toEqual([
      ['BENANG', '9009.5', '9010', '0.5', '0'], ['DAKRON', '25.704', '25.7', '-0.004', '0'], ['KATUN', '297.6', '300', '2.4', '0'], ['KOHAIR', '49.95', '50.5', '0.55', '0'],
      ['LABEL', '481', '481', '0', '0'], ['POLYBAG', '468', '470', '2', '0'],
    ])
    expect(close.purchases.find(({ itemCode }) => itemCode === 'KATUN')).toMatchObject({ planned: decimal('270'), actual: decimal('0'), percent: decimal('0') })
    expect((await planner.planning.getOrderClose({ id })).worth).toBe(close.worth)
    expect((await (await host.as('PPIC Admin')).planning.getOrderClose({ id })).worth).toBeUndefined()
    const preview = await admin.reports.previewReport({ report: 'orderClose', filters: { search: (await orderOf(id)).number, way: 'STAGES' } })
    expect(preview.rows.map(({ cells }) => [cells.planned, cells.actual])).toEqual([['495', '495'], ['495', '495'], ['482', '482'], ['481', '481'], ['481', '481'], ['470', '470'], ['465', '465']])
  })

  test('IO-11 the books are told it, balanced to the cent, and the very same again', async () => {
    const { id } = await scannedOrder()
    const workOrders = await workOrdersOf(id)
    for (const [made, item, quantity] of used) await fetchMaterial(workOrders.get(made)!, item, quantity)
    const { number } = await confirm(id)
    const { number: order } = await orderOf(id)
    const day = desks.today().split('-').reverse().join('-')
    const { text, rowCount } = await csvOf({ manufacturingOrderId: id, language: 'id' })
    expect(text.trim().split('\r\n')).toEqual([
      'Tanggal;Nomor bukti;Debit;Kredit;Jumlah;Keterangan;Bagian',
      ...[['11745000', 'CUT'], ['135150', 'EMB'], ['976600', 'FIN'], ['98700', 'PCK'], ['168350', 'SEW']].map(([worth, section]) => `${day};${number};1-1420;1-1410;${worth},00;Pemakaian bahan ${order};${section}`),
      `${day};${number};1-1430;1-1420;13123800,00;Barang jadi ${order};PCK`,
    ])
    expect(rowCount).toBe(6)
    await admin.settings.changeSetting({ key: 'finishedGoods.goodsAccount', value: '1-9999' })
    expect(await csvOf({ manufacturingOrderId: id, language: 'id' })).toEqual({ text, rowCount })
    await admin.settings.resetSetting({ key: 'finishedGoods.goodsAccount' })
    expect((await csvOf({ fromDay: desks.today(), toDay: desks.today(), language: 'en' })).text).toContain(`Finished goods of ${order}`)
    await expect(host.desk(await host.sessionFor('Warehouse Admin')).finishedGoods.exportVouchers({ manufacturingOrderId: id })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('PL-24, IO-11 an order is not closed by force while cartons wait; without any the books are told what it used', async () => {
    const director = await host.as('Director')
    const { id, packing } = await makeOrder('120')
    await fetchMaterial((await workOrdersOf(id)).get('WIP-BODY')!, 'KOHAIR', '50.5')
    const close = async () => director.planning.overrideAsDirector({ kind: 'CLOSE_MANUFACTURING_ORDER', ...seen(await orderOf(id)), reason: 'Pembeli membatalkan sisanya, kapal sudah berangkat' })
    await pack(packing.id, [60, 60])
    const waiting = { code: 'cartons-waiting', params: { number: (await orderOf(id)).number, cartons: 2 } }
    await expect(close()).rejects.toMatchObject(waiting)
    await scanAll(id)
    await expect(close()).rejects.toMatchObject(waiting)
    for (const carton of (await receiving(id)).cartons.toReversed()) {
      const taken = await warehouse.finishedGoods.unscanCarton(seen(carton))
      await packer.finishedGoods.unpackCarton(seen(taken))
    }
    await close()
    expect(await orderOf(id)).toMatchObject({ status: 'COMPLETED' })
    const { text, rowCount } = await csvOf({ manufacturingOrderId: id })
    // 50.5 at 90,000: into the work by the section that used it, and out of it as variance.
    expect(rowCount).toBe(2)
    expect(text.match(/4545000/g)).toHaveLength(2)
    await expect(close()).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('IO-11 what stays between material and goods is the variance: nothing is left on the account of the work', () => {
    const accounts = { materials: 'B', work: 'W', goods: 'J', variance: 'S' }
    const entries = voucherOf({ used: [{ department: 'CUT', value: money('100.02') }, { department: 'SEW', value: money('-0.02') }], goods: money('99.99'), goodsDepartment: 'PCK' }, accounts)
    const left = (list: typeof entries) => list.reduce((sum, { debit, credit, amount }) => sum + (debit === 'W' ? amount : 0) - (credit === 'W' ? amount : 0), 0)
    expect([left(entries), left(entries.map(reversedEntry))]).toEqual([0, 0])
    expect(entries.at(-1)).toEqual({ kind: 'VARIANCE', debit: 'S', credit: 'W', amount: fromMinorUnits(1), department: 'PCK' })
    expect(entries[1]).toMatchObject({ debit: 'B', credit: 'W', amount: fromMinorUnits(2) })
  })

  test('BM-6 a short carton needs a reason, a small difference only that', async () => {
    const { id } = await scannedOrder()
    const carton = (await receiving(id)).cartons[5]!
    await expect(warehouse.finishedGoods.countCarton({ ...seen(carton), countedQuantity: '57', note: '' })).rejects.toMatchObject({ code: 'reason-needed' })
    await warehouse.finishedGoods.countCarton({ ...seen(carton), countedQuantity: '57', note: 'Tiga cacat' })
    expect(await receiving(id)).toMatchObject({ received: decimal('462'), difference: { pieces: decimal('-3'), verdict: 'AUTOMATIC', isBeyondTolerance: false } })
    await expect(confirm(id)).rejects.toMatchObject({ code: 'reason-needed' })
    expect(await confirm(id, { reason: 'Tiga cacat di karton 6' })).toMatchObject({ request: null })
    expect(await orderOf(id)).toMatchObject({ status: 'COMPLETED' })
  })

  test('BM-6 a carton missing is the supervisor’s to accept, two are the manager’s; carried out as they were asked for', async () => {
    const { id } = await makeOrder()
    await pack((await workOrdersOf(id)).get('BONEKA')!.id, cartonsOf(465, 60))
    const { cartons } = await receiving(id)
    await scanAll(id, cartons.slice(1).map(({ number }) => number))
    const asked = await confirm(id, { reason: 'Satu karton hilang' })
    expect(asked.request).not.toBeNull()
    expect(await receiving(id)).toMatchObject({ difference: { verdict: 'SUPERVISOR' }, waiting: [{ kind: 'RECEIPT_DIFFERENCE' }] })
    await packingSupervisor.approvals.approveStep({ id: asked.request!.id, step: 0 })
    expect(await orderOf(id)).toMatchObject({ status: 'COMPLETED' })
    expect(await receiving(id)).toMatchObject({ posted: [{ status: 'POSTED', reason: 'Satu karton hilang' }] })

    const second = await makeOrder()
    await pack(second.packing.id, cartonsOf(465, 60))
    const numbers = (await receiving(second.id)).cartons.map(({ number }) => number)
    await scanAll(second.id, numbers.slice(2))
    const large = await confirm(second.id, { reason: 'Dua karton tertukar' })
    expect(await receiving(second.id)).toMatchObject({ difference: { verdict: 'MANAGER' }, waiting: [{ kind: 'RECEIPT_DIFFERENCE_LARGE' }] })
    // One was found meanwhile: what was asked for is no longer what there is.
    await scanAll(second.id, numbers.slice(1, 2))
    expect(await manager.approvals.approveStep({ id: large.request!.id, step: 0 })).toMatchObject({ status: 'REVERTED' })
    expect(await orderOf(second.id)).toMatchObject({ status: 'IN_PROGRESS' })
  })

  test('what is less than ordered is a difference too, though every carton came', async () => {
    const { id } = await scannedOrder('420')
    expect(await receiving(id)).toMatchObject({ obstacles: ['packing'], difference: { pieces: decimal('0'), isAny: true, verdict: 'SUPERVISOR' } })
    await expect(confirm(id)).rejects.toMatchObject({ code: 'reason-needed' })
    expect(await confirm(id, { reason: 'Kain habis, pembeli setuju' }, manager)).toMatchObject({ request: null })
    const packing = (await workOrdersOf(id)).get('BONEKA')!
    expect(packing).toMatchObject({ status: 'FINISHED', finishedDay: desks.today() })
  })

  test('FG-3 strict: cartons that fill no pallet are not received', async () => {
    await admin.settings.changeSetting({ key: 'features.strictPallets', value: true })
    const { id } = await scannedOrder('420')
    await expect(confirm(id, { reason: 'x' })).rejects.toMatchObject({ code: 'pallets-not-full', params: { missing: 1 } })
    await admin.settings.resetSetting({ key: 'features.strictPallets' })
  })

  test('a receipt is reversed while nothing of it has gone on: the order, its work orders and the cartons are open again', async () => {
    const { id } = await scannedOrder('455')
    await fetchMaterial((await workOrdersOf(id)).get('BONEKA')!, 'POLYBAG', '460')
    const before = await onHand()
    await confirm(id, { reason: 'Sisa sepuluh cacat' })
    desks.nextDay()
    const { posted: [receipt] } = await receiving(id)
    await warehouse.finishedGoods.reverseReceipt({ ...seen(receipt!), reason: 'Salah palet' })
    expect(await onHand()).toBe(before)
    // IO-11: the books are told the opposite.
    const told = host.database.prepare('select debit, credit, amount from voucherLine where receiptId = ? order by seq').all(receipt!.id) as { debit: string; credit: string; amount: number }[]
    expect(told).toHaveLength(4)
    expect(told.slice(told.length / 2)).toEqual(told.slice(0, told.length / 2).map(({ debit, credit, amount }) => ({ debit: credit, credit: debit, amount })))
    expect(await orderOf(id)).toMatchObject({ status: 'IN_PROGRESS', completedDay: null })
    expect((await workOrdersOf(id)).get('BONEKA')).toMatchObject({ status: 'RUNNING', finishedDay: null })
    expect(await receiving(id)).toMatchObject({ state: 'PACKING', receipt: null, scannedCount: 0 })
    // Once more, and some of it goes on.
    await scanAll(id)
    await confirm(id, { reason: 'Sisa sepuluh cacat' })
    const again = (await receiving(id)).posted[0]!
    const lotId = host.database.prepare('select lotId from finishedGoodsReceiptLine where receiptId = ?').pluck().get(again.id) as string
    await admin.warehouse.issueStock({ itemId: toys.items.BONEKA!, fromLocationId: goodsStore, lotId, quantity: '5', note: 'Contoh untuk pembeli' })
    await expect(warehouse.finishedGoods.reverseReceipt({ ...seen(again), reason: 'Salah' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0, 'quantity'] }] } })
  })
})

test('a carton is found by its number, and its label says what travels with it', async () => {
  const { id } = await makeOrder('60')
  const { cartons: [carton] } = await pack((await workOrdersOf(id)).get('BONEKA')!.id, [60])
  expect(await warehouse.search.resolve({ code: carton!.number })).toMatchObject([{ kind: 'carton', id: carton!.id }])
  const printer = await host.as('Admin Packing', 'PCK')
  const { ticket } = await printer.labels.makeLabelSheet({ labels: [{ kind: 'packedCarton', id: carton!.id }] })
  const text = pdfText(host.host.files.redeem(ticket).path) ?? ''
  const { number, traceCode } = (await planner.planning.getManufacturingOrder({ id })).order
  if (text !== '') for (const said of [carton!.number, 'Buatan BONEKA', '60 Pcs', number, traceCode!, 'W09-2026', 'Lengkap', 'CUT-01', 'PCK-01']) expect(text).toContain(said)
})
