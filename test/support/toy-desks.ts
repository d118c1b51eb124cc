import { decimalText, fromUnits } from '../../shared/core/decimal.ts'
import type { ManufacturingOrder } from '../../shared/planning/manufacturing-orders.ts'
import type { WorkOrder } from '../../shared/planning/work-orders.ts'
import { startTestHost, type Desk, type TestHost } from './host.ts'
import { foundToyFactory, type ToyFactory } from './toy-factory.ts'

/** What toys are made of. */
export const toyMaterials = ['KOHAIR', 'KATUN', 'BENANG', 'LABEL', 'DAKRON', 'POLYBAG'] as const

type NewOrder = Partial<Parameters<Desk['planning']['createManufacturingOrder']>[0]>
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
  /** A released order of 450 bears, or as said. */
  released(more?: NewOrder): Promise<ManufacturingOrder>
  /** A released order with its work orders. */
  planned(more?: NewOrder): Promise<ManufacturingOrder>
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
  for (const code of toyMaterials) {
    const quantity = stock ? stock[code] : '900000'
    if (quantity !== undefined) await receive(code, quantity)
  }
  return {
    host, toys, admin, planner, planningManager, cutter, today, receive, released, workOrdersOf,
    embroiderer: await host.as('Admin Embroidery', 'EMB'), sewer: await host.as('Admin Sewing', 'SEW'), supervisor: await host.as('SPV Cutting', 'CUT'),
    manager: await host.as('Manager'), director: await host.as('Director'), defect: (await admin.masters.listDefectReasons({ pageSize: 1 })).rows[0]!.id,
    nextDay: () => host.clock.advance(86_400_000),
    async planned(more) {
      const order = await released(more)
      await planner.planning.generateWorkOrders(seen(order))
      return order
    },
    workOrderOf: async (order, itemCode) => (await workOrdersOf(order)).find(row => row.itemCode === itemCode && row.status !== 'VOIDED')!,
    current: async ({ id }) => (await planner.planning.getWorkOrder({ id })).workOrder,
    enter: ({ id }, goodQuantity, more = {}, desk = cutter) => desk.production.enterProduction({ workOrderId: id, day: today(), goodQuantity, ...more }),
    reserved: code => decimalText(fromUnits(host.database.prepare('select coalesce(sum(reserved), 0) from stockBalance where itemId = ?').pluck().get(toys.items[code]!) as number)),
  }
}
