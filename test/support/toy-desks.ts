import { decimalText, fromUnits } from '../../shared/core/decimal.ts'
import type { ManufacturingOrder } from '../../shared/planning/manufacturing-orders.ts'
import type { WorkOrder } from '../../shared/planning/work-orders.ts'
import { startTestHost, type Desk, type TestHost } from './host.ts'
import { foundToyFactory, type ToyFactory } from './toy-factory.ts'

/** What toys are made of. */
export const toyMaterials = ['KOHAIR', 'KATUN', 'BENANG', 'LABEL', 'DAKRON', 'POLYBAG'] as const

type NewOrder = Partial<Parameters<Desk['planning']['createManufacturingOrder']>[0]>
type NewPurchase = Partial<Parameters<Desk['purchasing']['createOrder']>[0]>
type Entry = Parameters<Desk['production']['enterProduction']>[0]

/** A toy factory at work: its people signed in, and what they do all day in a word each. */
export interface ToyDesks {
  readonly host: TestHost
  readonly toys: ToyFactory
  readonly admin: Desk
  readonly planner: Desk
  readonly planningManager: Desk
  readonly cutter: Desk
  readonly embroiderer: Desk
  readonly sewer: Desk
  readonly supervisor: Desk
  readonly manager: Desk
  readonly director: Desk
  readonly defect: string
  today(): string
  nextDay(): void
  receive(code: string, quantity: string): Promise<unknown>
  /** An approved order for fabric or labels. */
  bought(kind: 'FABRIC' | 'LABEL', more: NewPurchase): ReturnType<Desk['purchasing']['approveOrder']>
  /** A released order of 450 bears, or as said. */
  released(more?: NewOrder): Promise<ManufacturingOrder>
  /** A released order with its work orders. */
  planned(more?: NewOrder): Promise<ManufacturingOrder>
  /** An order of 450 with its work orders that goes out as 300 to Europe in the first of these weeks, and as 150 to North America in the second. */
  inTwoDeliveries(weeks: readonly [string, string]): Promise<ManufacturingOrder>
  workOrdersOf(order: { readonly id: string }, desk?: Desk): Promise<WorkOrder[]>
  /** The work order of an order that puts out this item. */
  workOrderOf(order: { readonly id: string }, itemCode: string): Promise<WorkOrder>
  current(workOrder: { readonly id: string }): Promise<WorkOrder>
  enter(workOrder: { readonly id: string }, goodQuantity: string, more?: Partial<Entry>, desk?: Desk): ReturnType<Desk['production']['enterProduction']>
  reserved(code: string): string
}

export const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })

interface Setting {
  /** Of each material, in its unit; plenty unless said otherwise. */
  readonly stock?: Partial<Record<(typeof toyMaterials)[number], string>>
  readonly now?: string
}

export async function openToyFactory({ stock, now = '2026-01-19T03:00:00.000Z' }: Setting = {}): Promise<ToyDesks> {
  const host = await startTestHost({ now })
  const admin = await host.as('Superadmin')
  const planner = await host.as('PPIC Admin')
  const planningManager = await host.as('PPIC Manager')
  const cutter = await host.as('Admin Cutting', 'CUT')
  const store = await host.as('Warehouse Operator', 'WH')
  const toys = await foundToyFactory(host, admin)
  const mainStore = (await admin.masters.listLocations({ pageSize: 200 })).rows.find(({ code }) => code === 'WH-MAIN')!.id
  const today = () => host.clock.now().slice(0, 10)
  const receive: ToyDesks['receive'] = (code, quantity) => store.warehouse.receiveStock({ itemId: toys.items[code]!, quantity, toLocationId: mainStore })
  const released: ToyDesks['released'] = async (more = {}) =>
    planningManager.planning.releaseManufacturingOrder(seen(await planner.planning.createManufacturingOrder({ articleId: toys.items.BONEKA!, quantity: '450', ...more })))
  const workOrdersOf: ToyDesks['workOrdersOf'] = async ({ id }, desk = planner) =>
    (await desk.planning.listWorkOrders({ filter: { manufacturingOrderId: id }, sort: [{ column: 'number', descending: false }], pageSize: 200 })).rows
  const bought: ToyDesks['bought'] = async (kind, more) => {
    const { id } = await admin.purchasing.createOrder({ kind, partnerId: toys.vendor, orderDay: today(), expectedDay: today(), articleId: toys.items.BONEKA!, ...more })
    await admin.purchasing.saveLines({ orderId: id, lines: [{ itemId: toys.items[kind === 'FABRIC' ? 'KOHAIR' : 'LABEL']!, quantity: '100', unitPrice: '1000' }] })
    return admin.purchasing.approveOrder(seen((await admin.purchasing.getOrder({ id })).order))
  }
  for (const code of toyMaterials) {
    const quantity = stock ? stock[code] : '900000'
    if (quantity !== undefined) await receive(code, quantity)
  }
  return {
    host, toys, admin, planner, planningManager, cutter, today, receive, bought, released, workOrdersOf,
    embroiderer: await host.as('Admin Embroidery', 'EMB'), sewer: await host.as('Admin Sewing', 'SEW'), supervisor: await host.as('SPV Cutting', 'CUT'),
    manager: await host.as('Manager'), director: await host.as('Director'), defect: (await admin.masters.listDefectReasons({ pageSize: 1 })).rows[0]!.id,
    nextDay: () => host.clock.advance(86_400_000),
    async planned(more) {
      const order = await released(more)
      await planner.planning.generateWorkOrders(seen(order))
      return order
    },
    async inTwoDeliveries([first, second]) {
      const { id: fabricOrderId } = await bought('FABRIC', { articleQuantity: '450' })
      await bought('LABEL', { sourceOrderId: fabricOrderId, week: first, destination: 'EU', articleQuantity: '300' })
      await bought('LABEL', { sourceOrderId: fabricOrderId, week: second, destination: 'NA', articleQuantity: '150' })
      const { rows } = await planner.planning.listManufacturingOrders({ filter: { kind: 'PRODUCTION' }, pageSize: 200 })
      const order = rows.find(row => row.fabricOrderId === fabricOrderId)!
      await planner.planning.generateWorkOrders(seen(order))
      return order
    },
    workOrderOf: async (order, itemCode) => (await workOrdersOf(order)).find(row => row.itemCode === itemCode && row.status !== 'VOIDED')!,
    current: async ({ id }) => (await planner.planning.getWorkOrder({ id })).workOrder,
    enter: ({ id }, goodQuantity, more = {}, desk = cutter) => desk.production.enterProduction({ workOrderId: id, day: today(), goodQuantity, ...more }),
    reserved: code => decimalText(fromUnits(host.database.prepare('select coalesce(sum(reserved), 0) from stockBalance where itemId = ?').pluck().get(toys.items[code]!) as number)),
  }
}
