import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimalText, fromUnits } from '../shared/core/decimal.ts'
import { texts } from '../shared/texts.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import type { Desk } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

let desks: ToyDesks
let store: Desk
let ownStore: string
let mainStore: string

beforeAll(async () => {
  desks = await openToyFactory()
  store = await desks.host.as('Warehouse Admin', 'WH')
  mainStore = (await desks.admin.masters.listLocations({ pageSize: 200 })).rows.find(({ code }) => code === 'WH-MAIN')!.id
  ownStore = (await desks.admin.masters.createLocation({ code: 'RAK-CUT', name: 'Rak potong', kind: 'INTERNAL', sectionId: desks.host.section('CUT') })).id
})
afterAll(async () => {
  expect(ledgerFindings(desks.host.database, 10)).toEqual([])
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

const fabric = () => desks.toys.items.KOHAIR!
const bring = (quantity: string) => store.warehouse.transferStock({ itemId: fabric(), quantity, fromLocationId: mainStore, toLocationId: ownStore })
const cutting = async () => desks.workOrderOf(await desks.planned(), 'WIP-BODY')
type Consumption = Partial<Parameters<Desk['warehouse']['consumeMaterials']>[0]>
const consume = (workOrderId: string, quantity: string, more: Consumption = {}, desk = desks.cutter) =>
  desk.warehouse.consumeMaterials({ sectionId: desks.host.section('CUT'), workOrderId, lines: [{ itemId: fabric(), quantity }], ...more })
const sum = (statement: string, id: string) => decimalText(fromUnits(desks.host.database.prepare(statement).pluck().get(id) as number))
const byOutput = ({ id }: { readonly id: string }) =>
  sum("select coalesce(sum(case when reverses is null then quantity else -quantity end), 0) from stockMove where documentEntity = 'workOrder' and documentId = ?", id)
const given = async ({ id }: { readonly id: string }) => decimalText((await desks.planner.planning.getWorkOrder({ id })).allocations[0]!.given)
const newestOf = ({ id }: { readonly id: string }) => desks.host.database.prepare('select max(seq) from stockMove where workOrderId = ?').pluck().get(id) as number
const orderOf = async ({ manufacturingOrderId }: { readonly manufacturingOrderId: string }) => (await desks.planner.planning.getManufacturingOrder({ id: manufacturingOrderId })).order

describe('what is used for a work order by hand', () => {
  test('WH-3 stays used whatever output does, which takes only what it does not cover', async () => {
    await bring('20')
    const workOrder = await cutting()
    await consume(workOrder.id, '8')
    const { entry } = await desks.enter(workOrder, '40') // takes 4.02
    expect([byOutput(workOrder), await given(workOrder)]).toEqual(['0', '8'])
    const { entry: more } = await desks.cutter.production.updateProduction({ ...seen(entry!), goodQuantity: '100' }) // takes 10.05
    expect([byOutput(workOrder), await given(workOrder)]).toEqual(['2.05', '10.05'])
    await desks.cutter.production.removeProduction(seen(more!))
    expect([byOutput(workOrder), await given(workOrder)]).toEqual(['0', '8'])
  })

  test('WH-3 is taken back by itself while its order is open, and output makes up for it', async () => {
    await bring('10')
    const workOrder = await cutting()
    await consume(workOrder.id, '5')
    await desks.cutter.warehouse.returnMaterial({ seq: newestOf(workOrder), reason: 'Salah ketik' })
    expect(await given(workOrder)).toBe('0')
    await consume(workOrder.id, '3')
    await desks.planningManager.planning.cancelManufacturingOrder({ ...seen(await orderOf(workOrder)), reason: 'Pembeli mundur' })
    await expect(desks.cutter.warehouse.returnMaterial({ seq: newestOf(workOrder), reason: 'Salah ketik' })).rejects.toMatchObject({ code: 'wrong-state', params: { entity: 'manufacturingOrder', status: 'CANCELLED' } })
  })

  test('PL-21 is refused for a work order that another replaced, and for an order that is over', async () => {
    await bring('10')
    const cancelled = await cutting()
    await desks.planningManager.planning.cancelManufacturingOrder({ ...seen(await orderOf(cancelled)), reason: 'Pembeli mundur' })
    await expect(consume(cancelled.id, '1')).rejects.toMatchObject({ code: 'wrong-state', params: { number: cancelled.number, status: 'CANCELLED' } })
    const replaced = await cutting()
    await desks.enter(replaced, '100')
    const { request } = await desks.supervisor.planning.requestWorkOrderChange({ ...seen(await desks.current(replaced)), targetQuantity: '400', reason: 'Pembeli mengurangi pesanannya' })
    await desks.manager.approvals.approveStep({ id: request!.id, step: 0 })
    await expect(consume(replaced.id, '1')).rejects.toMatchObject({ code: 'wrong-state', params: { number: replaced.number, status: 'VOIDED' } })
  })
})

describe('what output takes', () => {
  test('PL-14 is kept for it until the day that finishes it has taken all, though a card of its store waits for the same', async () => {
    const own = await openToyFactory({ stock: { KOHAIR: '59.75' } })
    const { host, admin, toys } = own
    const keeper = await host.as('Warehouse Admin', 'WH')
    const main = (await admin.masters.listLocations({ pageSize: 200 })).rows.find(({ code }) => code === 'WH-MAIN')!.id
    const sectionId = host.section('CUT')
    const rack = (await admin.masters.createLocation({ code: 'RAK-CUT', name: 'Rak potong', kind: 'INTERNAL', sectionId })).id
    await admin.kanban.createBoard({ sectionId, supplySectionId: host.section('WH'), supplyLocationId: main, storeLocationId: rack, hasAutoApproval: true, autoApprovalThreshold: '100' })
    await keeper.warehouse.transferStock({ itemId: toys.items.KOHAIR!, quantity: '10', fromLocationId: main, toLocationId: rack })
    await admin.kanban.createRule({ sectionId, itemId: toys.items.KOHAIR!, reorderPoint: '5', orderQuantity: '30' })
    const workOrder = await own.workOrderOf(await own.planned(), 'WIP-BODY') // 495 pieces need 49.75
    await own.enter(workOrder, '495')
    expect(await own.current(workOrder)).toMatchObject({ status: 'FINISHED' })
    expect((await admin.warehouse.listStock({ filter: { itemId: toys.items.KOHAIR! } })).rows.map(({ locationId, onHand, reserved }) => [locationId, decimalText(onHand), decimalText(reserved)]).toSorted()).toEqual([[main, '10', '10'], [rack, '0', '0']].toSorted())
    expect(ledgerFindings(host.database, 10)).toEqual([])
    await host.stop()
  })

  test('WH-20 where material is short, the refusal names the work order that a debt has to name', async () => {
    const own = await openToyFactory({ stock: { KOHAIR: '49.75' } })
    const workOrder = await own.workOrderOf(await own.planned(), 'WIP-BODY')
    const refused = await own.enter(workOrder, '499').catch((thrown: unknown) => thrown) // takes 50.15
    expect(refused).toMatchObject({ code: 'stock-short', params: { workOrder: workOrder.number, shorts: [{ itemCode: 'KOHAIR', missing: '0.4' }] } })
    expect(texts.id.errorDetails['stock-short-output']).toContain('Ajukan utang material atas nama {{number}}')
    await own.host.stop()
  })
})
