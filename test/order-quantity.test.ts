import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

let factory: ToyDesks
beforeAll(async () => {
  factory = await openToyFactory()
})
afterAll(async () => {
  expect(ledgerFindings(factory.host.database, 10)).toEqual([])
  expect(factory.host.faults).toEqual([])
  await factory.host.stop()
})

const detailOf = ({ id }: { readonly id: string }) => factory.planner.planning.getManufacturingOrder({ id })
const issue = (words: string) => ({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['quantity'], reason: `planning.issues.${words}` })] } })
async function ask(order: { readonly id: string }, quantity: string) {
  return factory.planner.planning.requestManufacturingChange({ ...seen((await detailOf(order)).order), quantity, reason: 'Pembeli mengubah jumlah pesanannya' })
}
async function consent({ id }: { readonly id: string }) {
  await factory.manager.approvals.approveStep({ id, step: 0 })
  return factory.director.approvals.approveStep({ id, step: 1 })
}
const targets = async (order: { readonly id: string }) => (await factory.workOrdersOf(order)).filter(({ status }) => status !== 'VOIDED')
  .map(({ number, stageCode, targetQuantity, status }) => [`${stageCode}${/-R\d+$/.exec(number)?.[0] ?? ''}`, decimalText(targetQuantity), status])

describe('another quantity of an order', () => {
  test('PL-4 takes manager and director; targets, materials and delivery follow: in place, by revision, and not what is finished', async () => {
    const order = await factory.planned()
    const [body, cloth] = [await factory.workOrderOf(order, 'WIP-BODY'), await factory.workOrderOf(order, 'WIP-CLOTH')]
    await factory.enter(body, '495')
    await factory.enter(cloth, '100')
    const request = await ask(order, '500')
    await factory.manager.approvals.approveStep({ id: request.id, step: 0 })
    expect((await detailOf(order)).order.quantity).toBe(decimal('450'))
    await factory.director.approvals.approveStep({ id: request.id, step: 1 })
    expect(await targets(order)).toEqual([
      ['CUT', '495', 'FINISHED'], ['CUT-R1', '550', 'RUNNING'], ['EMB', '535', 'PENDING'], ['FIN', '522', 'PENDING'], ['PCK', '517', 'PENDING'], ['SEW', '534', 'PENDING'], ['SEW', '534', 'PENDING'],
    ])
    const revision = await factory.workOrderOf(order, 'WIP-CLOTH')
    expect(revision).toMatchObject({ number: `${cloth.number}-R1`, goodQuantity: decimal('100'), parentNumber: cloth.number })
    const { allocations } = await factory.planner.planning.getWorkOrder({ id: (await factory.workOrderOf(order, 'WIP-BONEKA')).id })
    expect(allocations).toMatchObject([{ itemCode: 'DAKRON', required: decimal('28.188'), allocated: decimal('28.188') }])
    expect(await detailOf(order)).toMatchObject({ order: { quantity: decimal('500') }, batches: [{ quantity: decimal('500') }] })
  })

  test('PL-4 is of whole pieces, and no less than has been made', async () => {
    const order = await factory.planned()
    const body = await factory.workOrderOf(order, 'WIP-BODY')
    await factory.enter(body, '400')
    await expect(ask(order, '450.5')).rejects.toMatchObject(issue('whole'))
    // 363 and a tenth are 399.3: 400 are just enough.
    await expect(ask(order, '360')).rejects.toMatchObject({ params: { issues: [{ reason: 'planning.issues.less-than-made', params: { number: body.number, produced: 400 } }] } })
    const request = await ask(order, '363')
    factory.nextDay()
    await factory.enter(body, '1')
    await factory.manager.approvals.approveStep({ id: request.id, step: 0 })
    await expect(factory.director.approvals.approveStep({ id: request.id, step: 1 })).rejects.toMatchObject(issue('less-than-made'))
    expect((await detailOf(order)).order.quantity).toBe(decimal('450'))
  })

  test('PL-4 is at least what a buyer ordered; what was only locked for it goes along', async () => {
    const { planner, planningManager, toys } = factory
    const { id } = await planner.planning.createSalesOrder({ partnerId: toys.buyer, orderDay: '2026-01-19', shipDay: '2026-03-20' })
    await planner.planning.saveSalesLines({ salesOrderId: id, lines: [{ itemId: toys.items.BONEKA!, quantity: '300' }] })
    await planningManager.planning.confirmSalesOrder(seen((await planner.planning.getSalesOrder({ id })).order))
    const buyerOrderId = (await planner.planning.getSalesOrder({ id })).lines[0]!.buyerOrderId!
    const order = await factory.planned({ buyerOrderId, quantity: '320' })
    await expect(ask(order, '299')).rejects.toMatchObject(issue('less-than-ordered'))
    await consent(await ask(order, '300'))
    expect((await detailOf(order)).order.quantity).toBe(decimal('300'))
    expect((await detailOf({ id: buyerOrderId })).order.quantity).toBe(decimal('300'))
  })

  test('PL-20 what was asked for about its work orders is void: their targets are others now', async () => {
    const order = await factory.planned({ isUrgent: true })
    const body = await factory.workOrderOf(order, 'WIP-BODY')
    const [asked] = (await factory.planner.planning.getWorkOrder({ id: body.id })).waiting
    await consent(await ask(order, '500'))
    expect((await factory.planner.planning.getWorkOrder({ id: body.id }))).toMatchObject({ waiting: [], workOrder: { isApproved: true, targetQuantity: decimal('550') } })
    await expect(factory.manager.approvals.approveStep({ id: asked!.id, step: 0 })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'REVERTED' } })
  })
})
