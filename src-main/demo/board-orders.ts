import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import type { Call } from './call.ts'
import { tellGateDay } from './gate-passes.ts'

type Ids = Readonly<Record<string, string>>
interface Story {
  readonly system: Call
  readonly people: Readonly<Record<string, Call>>
  readonly clock: { at(daysAgo: number, time: string): void; pass(minutes: number): void; day(): BusinessDay }
  readonly itemIds: Ids
}

/**
 * Orders for stock, each begun so many days ago; what their stages put out on which day: by whom, at which stage, of how many parts in a
 * hundred, or so little that it is at risk. On whatever day of the week the story ends: the first is late, for its days are over with two
 * Sundays in them; then come one that is off its track, one that is on it, and one that is at risk.
 */
interface DemoOrder {
  readonly daysAgo: number
  readonly quantity: string
  readonly notes: string
  readonly output: readonly (readonly [daysAgo: number, by: string, stage: string, part: number | 'AT_RISK'])[]
}

export const lateOrder = 'Stok toko pusat'
const orders: readonly DemoOrder[] = [
  {
    daysAgo: 11,
    quantity: '60',
    notes: lateOrder,
    output: [
      [11, 'potong', 'CUT', 55],
      [10, 'potong', 'CUT', 45],
      [9, 'bordir', 'EMB', 60],
      [8, 'bordir', 'EMB', 40],
      [5, 'jahit', 'SEW', 30],
      [4, 'jahit', 'SEW', 34],
    ],
  },
  { daysAgo: 1, quantity: '180', notes: 'Contoh pameran', output: [[1, 'potong', 'CUT', 8]] },
  { daysAgo: 0, quantity: '300', notes: 'Ganti stok toko', output: [[0, 'potong', 'CUT', 55]] },
  { daysAgo: 0, quantity: '200', notes: 'Stok toko timur', output: [[0, 'potong', 'CUT', 'AT_RISK']] },
]

/** What is made for stock on a day of the story, so that the planner sees work in every state. */
export async function tellBoardDay(story: Story, daysAgo: number): Promise<void> {
  if (daysAgo > 1) story.clock.at(daysAgo, '00:40')
  if (daysAgo === orders[0]!.daysAgo) await takeFabricIn(story)
  for (const order of orders.filter(one => one.daysAgo === daysAgo)) await begin(story, order)
  // What is back from a subcontractor in the morning is counted that day.
  await tellGateDay(story, daysAgo)
  for (const order of orders)
    for (const [day, by, stage, part] of order.output) if (day === daysAgo) await putOut(story, order, by, stage, part)
}

/** As much as all of these orders take: what the warehouse had is for others. */
async function takeFabricIn({ system, people: { gudang }, itemIds }: Story): Promise<void> {
  const { rows } = await system('masters', 'listLocations', { search: 'WH-MAIN', pageSize: 1 })
  const fabric = { itemId: itemIds['KN-MNK-CKM']!, quantity: '200.45', toLocationId: rows[0]!.id }
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
  part: number | 'AT_RISK',
): Promise<void> {
  const { rows } = await system('planning', 'listManufacturingOrders', { search: notes, pageSize: 1 })
  const { rows: works } = await system('planning', 'listWorkOrders', { filter: { manufacturingOrderId: rows[0]!.id }, pageSize: 200 })
  const entries = output.filter(([, , one]) => one === stage)
  const isLast = entries.at(-1)?.[3] === part && entries.reduce((sum, [, , , one]) => sum + Number(one), 0) === 100
  for (const work of works) {
    if (work.stageCode !== stage || !work.isApproved) continue
    const [target, made] = [pieces(work.targetQuantity), pieces(work.goodQuantity)]
    const good = isLast ? target - made : part === 'AT_RISK' ? riskyPieces(work, target, clock.day()) : Math.floor((target * part) / 100)
    await people[by]!('production', 'enterProduction', { workOrderId: work.id, day: clock.day(), goodQuantity: String(good) })
  }
}

const pieces = (quantity: Decimal) => Number(decimalText(quantity))

/** A little less than is due by tonight; or, where the days of it only begin, a pace that is two days too slow. */
function riskyPieces({ startDay, deadlineDay }: { readonly startDay: string; readonly deadlineDay: string }, target: number, today: BusinessDay): number {
  const [start, deadline] = [startDay as BusinessDay, deadlineDay as BusinessDay]
  if (start <= today) return Math.floor((target * 0.89) / (daysBetween(start, deadline) + 1))
  return Math.ceil(target / (daysBetween(today, deadline) + 3))
}
