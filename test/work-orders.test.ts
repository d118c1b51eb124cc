import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import type { ManufacturingOrder } from '../shared/planning/manufacturing-orders.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import type { Desk, TestHost } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'
import type { ToyFactory } from './support/toy-factory.ts'

let host: TestHost
let planner: Desk
let planningManager: Desk
let cutter: Desk
let sewer: Desk
let supervisor: Desk
let buyer: Desk
let head: Desk
let toys: ToyFactory
let factory: ToyDesks

beforeAll(async () => {
  factory = await openToyFactory({ stock: { KOHAIR: '500', KATUN: '2000', BENANG: '60000', LABEL: '5000', DAKRON: '200', POLYBAG: '5000' } });
  ({ host, planner, planningManager, cutter, sewer, supervisor, toys } = factory)
  buyer = await host.as('Purchasing')
  head = await host.as('Purchasing Head')
})
afterAll(async () => {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

const receive = (code: string, quantity: string) => factory.receive(code, quantity)
const released: ToyDesks['released'] = more => factory.released(more)
const ofOrder: ToyDesks['workOrdersOf'] = (order, desk) => factory.workOrdersOf(order, desk)
const short = (number: string, order: ManufacturingOrder) => number.replace(`${order.number}-`, '')
const reserved = (code: string) => factory.reserved(code)

async function bought(kind: 'FABRIC' | 'LABEL', more: Partial<Parameters<Desk['purchasing']['createOrder']>[0]> = {}) {
  const { id } = await buyer.purchasing.createOrder({ kind, partnerId: toys.vendor, orderDay: '2026-01-19', expectedDay: '2026-01-23', articleId: toys.items.BONEKA!, articleQuantity: '450', ...more })
  await buyer.purchasing.saveLines({ orderId: id, lines: [{ itemId: toys.items[kind === 'FABRIC' ? 'KOHAIR' : 'LABEL']!, quantity: '100', unitPrice: '1000' }] })
  return head.purchasing.approveOrder(seen((await buyer.purchasing.getOrder({ id })).order))
}
const madeOf = async (fabricOrderId: string) => (await planner.planning.listManufacturingOrders({ filter: { kind: 'PRODUCTION' }, pageSize: 200 })).rows.find(order => order.fabricOrderId === fabricOrderId)!

describe('work orders of an order', () => {
  test('one is printed for its section alone, and its number leads to it from anywhere', async () => {
    const order = await released()
    await planner.planning.generateWorkOrders(seen(order))
    const { id, number } = (await ofOrder(order, cutter))[0]!
    const told = (await planner.audit.listHistory({ entity: 'workOrder', id })).rows.flatMap(({ changes }) => changes)
    expect(told.find(({ field }) => field === 'manufacturingOrderId')?.after).toBe(order.number)
    for (const language of ['id', 'en'] as const) {
      const file = await cutter.planning.printWorkOrder({ id, language })
      expect(file).toMatchObject({ name: `${number}.pdf`, mediaType: 'application/pdf' })
      expect(readFileSync(host.host.files.redeem(file.ticket).path).subarray(0, 5).toString()).toBe('%PDF-')
    }
    await expect(sewer.planning.printWorkOrder({ id })).rejects.toMatchObject({ code: 'foreign-section' })
    expect(await cutter.search.resolve({ code: number })).toMatchObject([{ kind: 'workOrder', id, code: number }])
    expect(await sewer.search.resolve({ code: number })).toEqual([])
    expect((await cutter.search.find({ text: number })).map(({ code }) => code)).toContain(number)
  })

  test('PL-8, PL-12 are made from it once, with its targets, one after the other on working days, two each', async () => {
    const order = await released()
    expect(await planner.planning.generateWorkOrders(seen(order))).toEqual({ made: 7, waiting: [] })
    const rows = await ofOrder(order)
    expect(rows.map(({ number, itemCode, targetQuantity, startDay, deadlineDay, status, isApproved }) => [short(number, order), itemCode, decimalText(targetQuantity), startDay, deadlineDay, status, isApproved])).toEqual([
      ['CUT-01', 'WIP-BODY', '495', '2026-01-26', '2026-01-27', 'PENDING', true],
      ['CUT-02', 'WIP-CLOTH', '495', '2026-01-26', '2026-01-27', 'PENDING', true],
      ['EMB-01', 'WIP-EMBO', '482', '2026-01-28', '2026-01-29', 'PENDING', true],
      ['FIN-01', 'WIP-BONEKA', '470', '2026-02-02', '2026-02-03', 'PENDING', true],
      ['PCK-01', 'BONEKA', '465', '2026-02-04', '2026-02-05', 'PENDING', true],
      ['SEW-01', 'WIP-SKIN', '481', '2026-01-30', '2026-01-31', 'PENDING', true],
      ['SEW-02', 'WIP-BAJU', '481', '2026-01-30', '2026-01-31', 'PENDING', true],
    ])
    expect(await planner.planning.generateWorkOrders(seen(order))).toEqual({ made: 0, waiting: [] })
    expect((await ofOrder(order)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
    // Each goes on from who makes its parts.
    const sources = async (code: string) => (await planner.planning.getWorkOrder({ id: rows.find(({ itemCode }) => itemCode === code)!.id })).sources.map(({ number }) => short(number, order))
    expect(await Promise.all(['WIP-BODY', 'WIP-EMBO', 'WIP-SKIN', 'WIP-BAJU', 'WIP-BONEKA', 'BONEKA'].map(sources))).toEqual([[], ['CUT-01'], ['EMB-01'], ['CUT-02'], ['SEW-01'], ['FIN-01', 'SEW-02']])
  })

  test('PL-8 a draft, and what a buyer ordered, have none', async () => {
    const draft = await planner.planning.createManufacturingOrder({ articleId: toys.items.BONEKA!, quantity: '450' })
    await expect(planner.planning.generateWorkOrders(seen(draft))).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'DRAFT' } })
  })

  test('PL-3 fabric alone unlocks cutting and embroidery; the labels the rest, delivery by delivery', async () => {
    const fabric = await bought('FABRIC')
    const order = await madeOf(fabric.id)
    // Who plans for all is told what waits and why; who has nothing else to make is refused with the same.
    const { made, waiting } = await planner.planning.generateWorkOrders(seen(order))
    expect([made, waiting.length, (await planner.planning.generateWorkOrders(seen(order))).waiting]).toEqual([3, 3, waiting])
    await expect(sewer.planning.generateWorkOrders(seen(order))).rejects.toMatchObject({ code: 'label-order-missing', params: { number: order.number, stages: waiting[0] } })
    expect(await cutter.planning.generateWorkOrders(seen(order))).toEqual({ made: 0, waiting: [] })
    expect((await ofOrder(order)).map(({ number }) => short(number, order))).toEqual(['CUT-01', 'CUT-02', 'EMB-01'])
    await bought('LABEL', { sourceOrderId: fabric.id, week: 'W05-2026', destination: 'EU', articleQuantity: '300' })
    await bought('LABEL', { sourceOrderId: fabric.id, week: 'W06-2026', destination: 'NA', articleQuantity: '150' })
    // Both are locked with the first of them.
    const labelled = await madeOf(fabric.id)
    expect(labelled).toMatchObject({ status: 'RELEASED', week: 'W05-2026', destination: 'EU' })
    await expect(planningManager.planning.updateManufacturingOrder({ ...seen(labelled), week: 'W07-2026' })).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await sewer.planning.generateWorkOrders(seen(labelled))).toEqual({ made: 4, waiting: [] })
    await planner.planning.generateWorkOrders(seen(await madeOf(fabric.id)))
    const packing = (await ofOrder(order)).filter(({ stageCode }) => stageCode === 'PCK')
    expect(packing.map(({ number, targetQuantity, week, destination }) => [short(number, order), decimalText(targetQuantity), week, destination])).toEqual([['PCK-01', '310', 'W05-2026', 'EU'], ['PCK-02', '155', 'W06-2026', 'NA']])
  })

  test('PL-11 what one delivery has gone on with is not there for the next', async () => {
    const fabric = await bought('FABRIC')
    const order = await madeOf(fabric.id)
    await bought('LABEL', { sourceOrderId: fabric.id, week: 'W05-2026', destination: 'EU', articleQuantity: '300' })
    await bought('LABEL', { sourceOrderId: fabric.id, week: 'W06-2026', destination: 'NA', articleQuantity: '150' })
    await planner.planning.generateWorkOrders(seen(await madeOf(fabric.id)))
    const all = await ofOrder(order)
    const enter = (workOrderId: string, goodQuantity: string, desk: Desk) => desk.production.enterProduction({ workOrderId, day: '2026-01-19', goodQuantity })
    await enter(all.find(({ itemCode }) => itemCode === 'WIP-BODY')!.id, '400', cutter)
    await enter(all.find(({ itemCode }) => itemCode === 'WIP-EMBO')!.id, '400', await host.as('Admin Embroidery', 'EMB'))
    const [first, second] = all.filter(({ itemCode }) => itemCode === 'WIP-SKIN')
    await enter(first!.id, '300', sewer)
    await expect(enter(second!.id, '101', sewer)).rejects.toMatchObject({ code: 'upstream-short', params: { came: 100, passed: 101 } })
    expect((await enter(second!.id, '100', sewer)).entry).toMatchObject({ goodQuantity: decimal('100') })
  })

  test('IA-5 a section’s administrator makes and sees those of their own section', async () => {
    const order = await released()
    expect(await cutter.planning.generateWorkOrders(seen(order))).toEqual({ made: 2, waiting: [] })
    expect((await ofOrder(order, cutter)).map(({ stageCode }) => stageCode)).toEqual(['CUT', 'CUT'])
    expect(await sewer.planning.generateWorkOrders(seen(order))).toEqual({ made: 2, waiting: [] })
    // Nobody has made the embroidery's yet: sewing has nothing to go on from.
    const skin = (await ofOrder(order, sewer)).find(({ itemCode }) => itemCode === 'WIP-SKIN')!
    expect(await sewer.planning.getWorkOrder({ id: skin.id })).toMatchObject({ upstream: decimal('0'), obstacles: ['upstream'] })
    const [foreign] = await ofOrder(order, cutter)
    await expect(sewer.planning.getWorkOrder({ id: foreign!.id })).rejects.toMatchObject({ code: 'foreign-section' })
  })
})

describe('what they need', () => {
  test('PL-14 is kept for them, and given back to the unit when the order is cancelled (PL-22)', async () => {
    const codes = ['KOHAIR', 'KATUN', 'BENANG', 'LABEL', 'DAKRON', 'POLYBAG']
    const before = codes.map(reserved)
    const order = await released()
    await planner.planning.generateWorkOrders(seen(order))
    expect(decimal(reserved('DAKRON')) - decimal(before[4]!)).toBe(decimal('25.38'))
    const finishing = (await ofOrder(order)).find(({ stageCode }) => stageCode === 'FIN')!
    expect((await planner.planning.getWorkOrder({ id: finishing.id })).allocations).toMatchObject([{ itemCode: 'DAKRON', required: decimal('25.38'), allocated: decimal('25.38'), state: 'ALLOCATED', locationName: expect.any(String) as string }])
    await planningManager.planning.cancelManufacturingOrder({ ...seen(order), reason: 'Pembeli mundur' })
    expect(codes.map(reserved)).toEqual(before)
    expect((await ofOrder(order)).map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 'CANCELLED'))
  })

  test('PL-20 what is short, or urgent, is not approved by the System but by supervisor and manager', async () => {
    const order = await released({ quantity: '9000' }) // 9,900 × 0.1005 yd are more than there is
    await cutter.planning.generateWorkOrders(seen(order))
    const [body] = await ofOrder(order)
    expect(body).toMatchObject({ isApproved: false, approvedByName: null })
    const { waiting, obstacles, allocations } = await planner.planning.getWorkOrder({ id: body!.id })
    expect(obstacles).toEqual(['unapproved', 'material'])
    expect(allocations).toMatchObject([{ itemCode: 'KOHAIR', state: 'PARTIAL', required: decimal('994.95') }])
    await supervisor.approvals.approveStep({ id: waiting[0]!.id, step: 0 })
    await (await host.as('Manager')).approvals.approveStep({ id: waiting[0]!.id, step: 1 })
    expect(await planner.planning.getWorkOrder({ id: body!.id })).toMatchObject({ workOrder: { isApproved: true, approvedByName: expect.any(String) as string }, obstacles: ['material'] })
    await planningManager.planning.cancelManufacturingOrder({ ...seen(order), reason: 'Terlalu banyak' })
    const urgent = await released({ isUrgent: true })
    await cutter.planning.generateWorkOrders(seen(urgent))
    expect((await ofOrder(urgent)).map(({ isApproved, isUrgent }) => [isApproved, isUrgent])).toEqual([[false, true], [false, true]])
  })
})

describe('beginning', () => {
  test('PL-13 is refused with every reason, and by what is bought later for what was short', async () => {
    const order = await released({ quantity: '9000' })
    await planner.planning.generateWorkOrders(seen(order))
    const rows = await ofOrder(order)
    const [body, embroidery] = ['WIP-BODY', 'WIP-EMBO'].map(code => rows.find(({ itemCode }) => itemCode === code)!)
    await expect(cutter.planning.startWorkOrder(seen(body!))).rejects.toMatchObject({ code: 'start-refused', params: { obstacles: ['unapproved', 'material'] } })
    await expect((await host.as('Admin Embroidery', 'EMB')).planning.startWorkOrder(seen(embroidery!))).rejects.toMatchObject({ code: 'start-refused', params: { obstacles: expect.arrayContaining(['unapproved', 'upstream']) as string[] } })
    await receive('KOHAIR', '1000')
    const { waiting } = await planner.planning.getWorkOrder({ id: body!.id })
    await supervisor.approvals.approveStep({ id: waiting[0]!.id, step: 0 })
    await (await host.as('Manager')).approvals.approveStep({ id: waiting[0]!.id, step: 1 })
    const started = await cutter.planning.startWorkOrder(seen((await planner.planning.getWorkOrder({ id: body!.id })).workOrder))
    expect(started).toMatchObject({ status: 'RUNNING', startedDay: '2026-01-19' })
    await expect(cutter.planning.startWorkOrder(seen(started))).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'RUNNING' } })
  })

  test('PL-13 nobody is asked to agree to a day of what may not begin', async () => {
    const urgent = await released({ isUrgent: true })
    await cutter.planning.generateWorkOrders(seen(urgent))
    const [body] = await ofOrder(urgent)
    const late = { workOrderId: body!.id, day: '2026-01-18', goodQuantity: '10', reason: 'Listrik padam' }
    await expect(cutter.production.enterProduction(late)).rejects.toMatchObject({ code: 'start-refused', params: { obstacles: ['unapproved'] } })
    expect((await planner.planning.getWorkOrder({ id: body!.id })).waiting.map(({ kind }) => kind)).toEqual(['WORK_ORDER'])
  })

  test('PL-12 the first stage begins at once, a later one once something has come', async () => {
    for (const code of ['KOHAIR', 'KATUN', 'BENANG', 'LABEL', 'DAKRON', 'POLYBAG']) await receive(code, '20000')
    const order = await released()
    await planner.planning.generateWorkOrders(seen(order))
    const rows = await ofOrder(order)
    const cloth = rows.find(({ itemCode }) => itemCode === 'WIP-CLOTH')!
    expect(await cutter.planning.startWorkOrder(seen(cloth))).toMatchObject({ status: 'RUNNING' })
    const clothes = rows.find(({ itemCode }) => itemCode === 'WIP-BAJU')!
    expect(await planner.planning.getWorkOrder({ id: clothes.id })).toMatchObject({ upstream: decimal('0'), obstacles: ['upstream'] })
    await expect(sewer.planning.startWorkOrder(seen(clothes))).rejects.toMatchObject({ code: 'start-refused', params: { obstacles: ['upstream'] } })
  })
})
