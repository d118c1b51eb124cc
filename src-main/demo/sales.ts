import { addDays, weekCode, type BusinessDay } from '../../shared/core/dates.ts'
import type { Destination } from '../../shared/masters/items.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface StoryClock { at(daysAgo: number, time: string): void; pass(minutes: number): void; day(): BusinessDay }
export interface SalesStory { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly clock: StoryClock; readonly itemIds: Ids }

interface DemoSale {
  readonly buyer: string; readonly number: string; readonly shipsIn: number; readonly isConfirmed: boolean
  readonly lines: readonly (readonly [item: string, quantity: string, price: string, destination: Destination])[]
}

/** Ordered before the fabric of the first is bought. */
const first: readonly DemoSale[] = [
  { buyer: 'CUS-NORDLEK', number: 'NL-4471', shipsIn: 34, isConfirmed: true, lines: [['BJ-BRG-45', '1200', '118500', 'GB'], ['BJ-BRG-30', '2400', '71500', 'EU']] },
]
const later: readonly DemoSale[] = [
  { buyer: 'CUS-PLUSHCO', number: 'PC-2026-118', shipsIn: 45, isConfirmed: true, lines: [['BJ-KLC-30', '2400', '74900', 'NA'], ['BJ-BRG-20', '3600', '48200', 'NA']] },
  { buyer: 'CUS-NORDLEK', number: 'NL-4490', shipsIn: 60, isConfirmed: false, lines: [['BJ-BRG-30', '1200', '71500', 'EU']] },
]

export async function tellFirstSales(story: SalesStory): Promise<void> {
  for (const sale of first) await sell(story, sale)
}

/** And one order by hand, which only reckons yet; what is unlocked gets its work orders. */
export async function tellLaterSales(story: SalesStory): Promise<void> {
  story.clock.at(2, '02:10')
  for (const sale of later) await sell(story, sale)
  const { people: { ppic }, itemIds, clock } = story
  await ppic!('planning', 'createManufacturingOrder', { articleId: itemIds['BJ-BRG-20']!, quantity: '960', shipDay: addDays(clock.day(), 28), notes: 'Stok pameran' })
  const { rows } = await ppic!('planning', 'listManufacturingOrders', { filter: { kind: 'PRODUCTION', status: ['PARTIAL', 'RELEASED'] } })
  for (const { id, version } of rows) await ppic!('planning', 'generateWorkOrders', { id, version })
}

async function sell({ system, people: { ppic }, clock, itemIds }: SalesStory, { buyer, number, shipsIn, isConfirmed, lines }: DemoSale): Promise<void> {
  clock.pass(9)
  const shipDay = addDays(clock.day(), shipsIn)
  const partner = (await system('masters', 'listPartners', { pageSize: 200 })).rows.find(({ code }) => code === buyer)!
  const { id } = await ppic!('planning', 'createSalesOrder', { partnerId: partner.id, buyerNumber: number, orderDay: clock.day(), shipDay })
  await ppic!('planning', 'saveSalesLines', { salesOrderId: id, lines: lines.map(([item, quantity, unitPrice, destination]) => ({ itemId: itemIds[item]!, quantity, unitPrice, destination, week: weekCode(shipDay) })) })
  if (isConfirmed) await ppic!('planning', 'confirmSalesOrder', { id, version: (await ppic!('planning', 'getSalesOrder', { id })).order.version })
}
