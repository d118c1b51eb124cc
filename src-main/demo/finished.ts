import { addDays, weekCode, type BusinessDay } from '../../shared/core/dates.ts'
import { cartonsOf } from '../../shared/finished-goods/rules.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface Story {
  readonly system: Call
  readonly people: Readonly<Record<string, Call>>
  readonly clock: { at(daysAgo: number, time: string): void; pass(minutes: number): void; day(): BusinessDay }
  readonly itemIds: Ids
}

/** Small orders that hurry: for a fair, and for a shop that ran out. The first is received whole, of the other half the cartons. */
const orders = [
  { item: 'BJ-BRG-30', quantity: '450', perCarton: 60, destination: 'EU', notes: 'Pameran Nürnberg', good: { CUT: 495, EMB: 482, SEW: 481, FIN: 470, PCK: 465 } },
  { item: 'BJ-BRG-20', quantity: '300', perCarton: 120, destination: 'GB', notes: 'Stok toko habis', good: { CUT: 330, EMB: 321, SEW: 321, FIN: 314, PCK: 310 } },
] as const
type Stage = keyof (typeof orders)[number]['good']
/** Who makes it, and how many go wrong. */
const makers: Readonly<Record<Stage, readonly [by: string, reject: string]>> = {
  CUT: ['potong', '2'], EMB: ['bordir', '5'], SEW: ['jahit', '0'], FIN: ['finishing', '6'], PCK: ['packing', '3'],
}

/** They are planned and cut. */
export async function tellHurriedOrders(story: Story): Promise<void> {
  const { people: { ppic }, clock, itemIds } = story
  for (const { item, quantity, destination, notes } of orders) {
    clock.pass(8)
    const shipDay = addDays(clock.day(), 9)
    const draft = await ppic!('planning', 'createManufacturingOrder', {
      articleId: itemIds[item]!, quantity, productionDay: clock.day(), labelDay: clock.day(), shipDay, week: weekCode(shipDay), destination, notes,
    })
    const order = await ppic!('planning', 'releaseManufacturingOrder', { id: draft.id, version: draft.version })
    await ppic!('planning', 'generateWorkOrders', { id: order.id, version: order.version })
  }
  await enterStages(story, ['CUT', 'EMB'])
}

export const tellHurriedSewing = (story: Story): Promise<void> => enterStages(story, ['SEW', 'FIN'])

/** They are packed and received, as far as the story goes. */
export async function tellFinishedGoods(story: Story): Promise<void> {
  await enterStages(story, ['PCK'])
  const { people: { packing, gudang }, clock } = story
  for (const [at, { item, perCarton, good }] of orders.entries()) {
    const workOrder = (await workOrdersOf(story, item)).find(({ stageCode }) => stageCode === 'PCK')!
    await sealCartons(story, workOrder)
    clock.pass(12)
    const { cartons } = await packing!('finishedGoods', 'packCartons', { workOrderId: workOrder.id, contents: cartonsOf(good.PCK, perCarton) })
    const isWhole = at === 0
    for (const { number } of isWhole ? cartons : cartons.slice(0, Math.ceil(cartons.length / 2))) {
      clock.pass(1)
      await gudang!('finishedGoods', 'scanCarton', { number })
    }
    if (!isWhole) continue
    const { receipt, places } = await gudang!('finishedGoods', 'getReceiving', { id: workOrder.manufacturingOrderId })
    await gudang!('finishedGoods', 'confirmReceipt', { id: receipt!.id, version: receipt!.version, locationId: places[0]!.id })
  }
}

/** What no BOM names: tape, and a desiccant in each. */
async function sealCartons({ people: { packing }, clock, itemIds }: Story, { id, sectionId }: { readonly id: string; readonly sectionId: string }): Promise<void> {
  clock.pass(4)
  const lines = [{ itemId: itemIds['KM-LKB']!, quantity: '2' }, { itemId: itemIds['KM-SLG']!, quantity: '480' }]
  await packing!('warehouse', 'consumeMaterials', { sectionId, workOrderId: id, note: 'Segel dan isi karton', lines })
}

async function enterStages(story: Story, stages: readonly Stage[]): Promise<void> {
  const { system, people, clock } = story
  const { rows: [defect] } = await system('masters', 'listDefectReasons', { pageSize: 1 })
  for (const { item, good } of orders) {
    const workOrders = await workOrdersOf(story, item)
    for (const stage of stages) {
      clock.pass(20)
      const [by, rejectQuantity] = makers[stage]
      const workOrder = workOrders.find(({ stageCode }) => stageCode === stage)!
      await people[by]!('production', 'enterProduction', { workOrderId: workOrder.id, day: clock.day(), goodQuantity: String(good[stage]), rejectQuantity, defectReasonId: rejectQuantity === '0' ? null : defect!.id })
    }
  }
}

async function workOrdersOf({ system, itemIds }: Story, item: string) {
  const { rows } = await system('planning', 'listWorkOrders', { filter: { articleId: itemIds[item]! }, pageSize: 200 })
  return rows
}
