import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
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

const reason = 'Pembeli menunggu di pelabuhan, kapal berangkat malam ini'
type Kind = Parameters<ToyDesks['director']['planning']['overrideAsDirector']>[0]['kind']
const force = (kind: Kind, record: { readonly id: string; readonly version: number }, desk = factory.director) => desk.planning.overrideAsDirector({ kind, ...seen(record), reason })
const orderOf = async ({ id }: { readonly id: string }) => (await factory.planner.planning.getManufacturingOrder({ id })).order

describe('a director’s decision', () => {
  test('PL-24 unlocks a work order that is urgent and short of material; what comes from the stages before is still waited for', async () => {
    const order = await factory.planned({ quantity: '99999999', isUrgent: true })
    const [body, embroidery] = [await factory.workOrderOf(order, 'WIP-BODY'), await factory.workOrderOf(order, 'WIP-EMBO')]
    await expect(factory.cutter.planning.startWorkOrder(seen(body))).rejects.toMatchObject({ params: { obstacles: ['unapproved', 'material'] } })
    const told = await force('UNLOCK_WORK_ORDER', body)
    expect(told).toMatchObject({ kind: 'UNLOCK_WORK_ORDER', number: body.number, reason, madeByName: expect.stringContaining('Director') as string })
    expect(await factory.planner.planning.getWorkOrder({ id: body.id })).toMatchObject({ obstacles: [], waiting: [], workOrder: { isApproved: true } })
    expect(await factory.cutter.planning.startWorkOrder(seen(await factory.current(body)))).toMatchObject({ status: 'RUNNING' })
    expect(await factory.cutter.planning.listOverrides({ kind: 'UNLOCK_WORK_ORDER', id: body.id })).toEqual([told])
    await expect(factory.sewer.planning.listOverrides({ kind: 'UNLOCK_WORK_ORDER', id: body.id })).rejects.toMatchObject({ code: 'foreign-section' })
    await force('UNLOCK_WORK_ORDER', embroidery)
    expect((await factory.planner.planning.getWorkOrder({ id: embroidery.id })).obstacles).toEqual(['upstream'])
    await factory.planningManager.planning.cancelManufacturingOrder({ ...seen(await orderOf(order)), reason: 'Hanya percobaan' })
  })

  test('PL-24 is marked as such in the audit, and told to administrator and manager', async () => {
    const { rows } = await factory.admin.audit.listEntries({ filter: { actions: ['OVERRIDE'], entity: 'workOrder' } })
    expect(rows[0]).toMatchObject({ action: 'OVERRIDE', procedure: 'planning.overrideAsDirector', reason })
    const administrator = await factory.host.as('Admin')
    factory.host.clock.advance(1000)
    const order = await factory.planned({ isUrgent: true })
    const body = await factory.workOrderOf(order, 'WIP-BODY')
    await force('UNLOCK_WORK_ORDER', body)
    for (const desk of [administrator, factory.manager]) {
      const { rows: notices } = await desk.notifications.listNotices({})
      expect(notices[0]).toMatchObject({ kind: 'DIRECTOR_OVERRIDE', severity: 'WARNING', entity: 'workOrder', entityId: body.id, params: { number: body.number, reason, actKey: 'planning.overrides.told.UNLOCK_WORK_ORDER' } })
    }
  })

  test('PL-24 is the director’s alone, with a reason that explains it, and at most five a day', async () => {
    factory.nextDay()
    const order = await factory.planned({ isUrgent: true })
    const [first, ...others] = await factory.workOrdersOf(order)
    await expect(force('UNLOCK_WORK_ORDER', first!, factory.manager)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.overrideEmergency' } })
    await expect(factory.director.planning.overrideAsDirector({ kind: 'UNLOCK_WORK_ORDER', ...seen(first!), reason: 'Mendesak sekali' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(force('UNLOCK_WORK_ORDER', { ...first!, version: 99 })).rejects.toMatchObject({ code: 'conflict' })
    expect(await factory.director.planning.countOverrides({})).toEqual({ made: 0, limit: 5 })
    for (const workOrder of [first!, ...others.slice(0, 4)]) await force('UNLOCK_WORK_ORDER', workOrder)
    expect(await factory.director.planning.countOverrides({})).toEqual({ made: 5, limit: 5 })
    await expect(force('UNLOCK_WORK_ORDER', others[4]!)).rejects.toMatchObject({ code: 'override-limit', params: { limit: 5 } })
    expect(await factory.current(others[4]!)).toMatchObject({ isApproved: false })
    // Another director has five of their own, and tomorrow is another day.
    await force('UNLOCK_WORK_ORDER', others[4]!, await factory.host.as('Director'))
    factory.nextDay()
    await force('UNLOCK_WORK_ORDER', others[5]!)
  })

  test('PL-24 approves a purchase order past its chain, with what that sets going', async () => {
    factory.nextDay()
    const { host, toys } = factory
    const buyer = await host.as('Purchasing')
    await host.as('Purchasing Head')
    const day = factory.today()
    const { id } = await buyer.purchasing.createOrder({ kind: 'FABRIC', partnerId: toys.vendor, orderDay: day, expectedDay: day, articleId: toys.items.BONEKA!, articleQuantity: '450' })
    await buyer.purchasing.saveLines({ orderId: id, lines: [{ itemId: toys.items.KOHAIR!, quantity: '100', unitPrice: '1000' }] })
    const request = await buyer.purchasing.requestOrderApproval({ ...seen((await buyer.purchasing.getOrder({ id })).order) })
    await force('FORCE_PURCHASE_ORDER', (await buyer.purchasing.getOrder({ id })).order)
    expect(await buyer.purchasing.getOrder({ id })).toMatchObject({ order: { status: 'APPROVED', approvedByName: expect.stringContaining('Director') as string }, waiting: [] })
    expect((await factory.planner.planning.listManufacturingOrders({ filter: { status: ['PARTIAL'] } })).rows.map(({ fabricOrderId }) => fabricOrderId)).toContain(id)
    expect((await buyer.approvals.getRequest({ id: request.id })).request.status).toBe('REVERTED')
    await expect(force('FORCE_PURCHASE_ORDER', (await buyer.purchasing.getOrder({ id })).order)).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('PL-24 approves a debt past its chain', async () => {
    const { host, toys, director, cutter } = factory
    const mainStore = (await factory.admin.masters.listLocations({ pageSize: 200 })).rows.find(({ code }) => code === 'WH-MAIN')!.id
    const debt = await cutter.warehouse.requestDebt({ itemId: toys.items.KOHAIR!, locationId: mainStore, sectionId: host.section('CUT'), required: '50', quantity: '50', dueDay: factory.today(), reason: 'Kain belum datang' })
    await force('APPROVE_DEBT', debt)
    expect((await cutter.warehouse.getDebt({ id: debt.id })).debt).toMatchObject({ status: 'APPROVED' })
    expect(await cutter.planning.listOverrides({ kind: 'APPROVE_DEBT', id: debt.id })).toMatchObject([{ number: debt.number }])
    await expect(force('APPROVE_DEBT', (await director.warehouse.getDebt({ id: debt.id })).debt)).rejects.toMatchObject({ code: 'debt-closed' })
  })

  test('PL-24 closes an order as far as it is made; PL-21 locks it, and what was kept is free', async () => {
    const before = factory.reserved('DAKRON')
    const order = await factory.planned()
    const body = await factory.workOrderOf(order, 'WIP-BODY')
    await factory.enter(body, '120')
    await force('CLOSE_MANUFACTURING_ORDER', await orderOf(order))
    expect(await orderOf(order)).toMatchObject({ status: 'COMPLETED', completedDay: factory.today(), completedByName: expect.stringContaining('Director') as string })
    expect((await factory.workOrdersOf(order)).filter(({ status }) => status === 'PENDING' || status === 'RUNNING')).toEqual([])
    expect((await factory.current(body)).goodQuantity).toBe(decimal('120'))
    expect(factory.reserved('DAKRON')).toBe(before)
    await expect(factory.enter(body, '10')).rejects.toMatchObject({ code: expect.stringMatching(/wrong-state|duplicate/) as string })
    const draft = await factory.planner.planning.createManufacturingOrder({ articleId: factory.toys.items.BONEKA!, quantity: '450' })
    await expect(force('CLOSE_MANUFACTURING_ORDER', draft)).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('PL-24 a day that waits for consent still waits once its work order is unlocked', async () => {
    factory.nextDay()
    const body = await factory.workOrderOf(await factory.planned(), 'WIP-BODY')
    const yesterday = new Date(Date.parse(factory.host.clock.now()) - 86_400_000).toISOString().slice(0, 10)
    const { request } = await factory.enter(body, '10', { day: yesterday, reason: 'Listrik padam' })
    await force('UNLOCK_WORK_ORDER', await factory.current(body))
    expect(await factory.supervisor.approvals.approveStep({ id: request!.id, step: 0 })).toMatchObject({ status: 'APPROVED' })
    expect(await factory.current(body)).toMatchObject({ goodQuantity: decimal('10') })
  })
})
