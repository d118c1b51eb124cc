import type { BusinessDay } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface Story {
  readonly system: Call
  readonly people: Readonly<Record<string, Call>>
  readonly clock: { at(daysAgo: number, time: string): void; pass(minutes: number): void; day(): BusinessDay }
  readonly itemIds: Ids
}

/**
 * Orders for stock, each begun so many days ago; what their stages put out on which day: by whom, at which stage, of how many parts in a
 * hundred.
 */
interface DemoOrder {
  readonly daysAgo: number
  readonly quantity: string
  readonly notes: string
  readonly output: readonly (readonly [daysAgo: number, by: string, stage: string, percent: number])[]
}

const orders: readonly DemoOrder[] = [
  {
    daysAgo: 9,
    quantity: '60',
    notes: 'Stok toko pusat',
    output: [
      [9, 'potong', 'CUT', 55],
      [8, 'potong', 'CUT', 45],
      [7, 'bordir', 'EMB', 60],
      [6, 'bordir', 'EMB', 40],
      [5, 'jahit', 'SEW', 30],
      [4, 'jahit', 'SEW', 34],
    ],
  },
  { daysAgo: 1, quantity: '180', notes: 'Contoh pameran', output: [[1, 'potong', 'CUT', 22]] },
  { daysAgo: 0, quantity: '300', notes: 'Ganti stok toko', output: [[0, 'potong', 'CUT', 44]] },
  { daysAgo: 0, quantity: '200', notes: 'Stok toko timur', output: [[0, 'potong', 'CUT', 20]] },
]

/** What is made for stock on a day of the story, so that the planner sees work in every state. */
export async function tellBoardDay(story: Story, daysAgo: number): Promise<void> {
  if (daysAgo > 1) story.clock.at(daysAgo, '00:40')
  if (daysAgo === orders[0]!.daysAgo) await takeFabricIn(story)
  for (const order of orders.filter(one => one.daysAgo === daysAgo)) await begin(story, order)
  for (const order of orders)
    for (const [day, by, stage, percent] of order.output) if (day === daysAgo) await putOut(story, order, by, stage, percent)
}

/** As much as all of these orders take: what the warehouse had is for others. */
async function takeFabricIn({ system, people: { gudang }, itemIds }: Story): Promise<void> {
  const { rows } = await system('masters', 'listLocations', { search: 'WH-MAIN', pageSize: 1 })
  const fabric = { itemId: itemIds['KN-MNK-CKM']!, quantity: '190.15', toLocationId: rows[0]!.id }
  await gudang!('warehouse', 'receiveStock', { ...fabric, note: 'Kain untuk stok toko' })
}

async function begin({ people: { ppic }, clock, itemIds }: Story, { quantity, notes }: DemoOrder): Promise<void> {
  const draft = await ppic!('planning', 'createManufacturingOrder', {
    articleId: itemIds['BJ-KLC-45']!,
    quantity,
    productionDay: clock.day(),
    notes,
  })
  const { id, version } = await ppic!('planning', 'releaseManufacturingOrder', { id: draft.id, version: draft.version })
  await ppic!('planning', 'generateWorkOrders', { id, version })
}

/** Every part of the stage alike; the last entry of a stage rounds up to its target. */
async function putOut(
  { system, people, clock }: Story,
  { notes, output }: DemoOrder,
  by: string,
  stage: string,
  percent: number,
): Promise<void> {
  const { rows } = await system('planning', 'listManufacturingOrders', { search: notes, pageSize: 1 })
  const { rows: works } = await system('planning', 'listWorkOrders', { filter: { manufacturingOrderId: rows[0]!.id }, pageSize: 200 })
  const isLast =
    output.filter(([, , one]) => one === stage).reduce((sum, [, , , part]) => sum + part, 0) === 100 &&
    output.filter(([, , one]) => one === stage).at(-1)?.[3] === percent
  for (const { id, stageCode, isApproved, targetQuantity, goodQuantity } of works) {
    if (stageCode !== stage || !isApproved) continue
    const [target, made] = [Number(targetQuantity) / 10_000, Number(goodQuantity) / 10_000]
    const pieces = isLast ? target - made : Math.floor((target * percent) / 100)
    await people[by]!('production', 'enterProduction', { workOrderId: id, day: clock.day(), goodQuantity: String(pieces) })
  }
}
