import { addDays, weekCode, type BusinessDay } from '../../shared/core/dates.ts'
import type { OrderKind } from '../../shared/purchasing/rules.ts'
import { monthOf, monthsBefore } from '../../shared/periods/rules.ts'
import type { Destination } from '../../shared/masters/items.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface StoryClock { at(daysAgo: number, time: string): void; pass(minutes: number): void; day(): BusinessDay }
export interface PurchaseStory { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly clock: StoryClock; readonly itemIds: Ids; readonly mainStoreId: string }

export interface DemoOrder {
  readonly key: string
  readonly kind: OrderKind
  readonly vendor: string
  /** Days from the order to the goods. */
  readonly lead: number
  readonly article?: string
  readonly articleQuantity?: string
  /** A label's fabric order, by its key. */
  readonly source?: string
  readonly destination?: Destination
  /** In how many weeks a label's goods go out; 4 where it is not said. */
  readonly inWeeks?: number
  readonly notes?: string
  /** Item, quantity, price, and the unit where it is not the item's own. */
  readonly lines: readonly (readonly [item: string, quantity: string, price: string, unit?: string])[]
  readonly state: 'DRAFT' | 'ASKED' | 'APPROVED' | 'SENT' | 'CANCELLED'
}

/** Ordered when the story begins. */
const first: readonly DemoOrder[] = [
  {
    key: 'rasfur', kind: 'FABRIC', vendor: 'SUP-KAIN-01', lead: 3, article: 'BJ-BRG-45', articleQuantity: '1200', state: 'SENT', notes: 'Warna sesuai contoh Agustus',
    lines: [['KN-RF15-ABU', '350', '72500'], ['KN-RF15-HTM', '180', '72800'], ['KN-FLT-BRL', '200', '18400', 'Yard']],
  },
  { key: 'mata', kind: 'ACCESSORIES', vendor: 'SUP-MATA', lead: 6, state: 'SENT', lines: [['MT-18-AMB', '6000', '345'], ['HD-22-HTM', '4000', '316']] },
  { key: 'benang', kind: 'ACCESSORIES', vendor: 'SUP-BENANG', lead: 3, state: 'SENT', lines: [['BN-JHT-HJL', '120', '8850'], ['BN-JHT-KNG', '96', '8850']] },
  { key: 'label', kind: 'LABEL', vendor: 'SUP-LABEL', lead: 8, article: 'BJ-BRG-45', articleQuantity: '1200', source: 'rasfur', destination: 'GB', state: 'SENT', lines: [['LB-HNG-GB', '6000', '410'], ['LB-RWT-NA', '20', '38500']] },
]

/** Ordered in the last days. */
const later: readonly DemoOrder[] = [
  { key: 'dakron', kind: 'ACCESSORIES', vendor: 'SUP-DAKRON', lead: 5, state: 'SENT', lines: [['IS-GLS', '400', '33100'], ['IS-BS10', '120', '21200']] },
  { key: 'velboa', kind: 'FABRIC', vendor: 'SUP-KAIN-01', lead: 4, article: 'BJ-KLC-30', articleQuantity: '2400', state: 'APPROVED', lines: [['KN-VLB-HJL', '600', '29200'], ['KN-VLB-KNG', '450', '28300']] },
  {
    key: 'minky', kind: 'FABRIC', vendor: 'SUP-KAIN-01', lead: 5, article: 'BJ-KLC-45', articleQuantity: '3000', state: 'ASKED', notes: 'Untuk Kelinci Awan musim semi',
    lines: [['KN-MNK-CKM', '1500', '47500'], ['KN-MNK-ORG', '1200', '46800']],
  },
  { key: 'kancing', kind: 'ACCESSORIES', vendor: 'SUP-MATA', lead: 6, state: 'DRAFT', lines: [['AK-KCG15', '8000', '262'], ['AK-RST12', '2000', '1140'], ['AK-MGN', '1500', '1225']] },
  { key: 'pita', kind: 'ACCESSORIES', vendor: 'SUP-BENANG', lead: 3, state: 'CANCELLED', lines: [['AK-PT25-BRL', '60', '15900']] },
]

/** The marks of each vendor: quality, price, responsiveness, flexibility. */
const marks = [
  ['SUP-KAIN-01', '92', '78', '85', '70'], ['SUP-BENANG', '88', '90', '95', '80'], ['SUP-LABEL', '95', '70', '60', '55'], ['SUP-MATA', '74', '88', '70', '75'],
] as const

/** What is bought before the story’s other days, and what of it came at once; answers the ids of the orders by their keys. */
export async function tellFirstOrders(story: PurchaseStory): Promise<Ids> {
  const ids: Record<string, string> = {}
  for (const order of first) ids[order.key] = await placeOrder(story, order, ids)
  await deliver(story, ids.benang!, ['120', '96'], 'SJ-BN/1182')
  await deliver(story, ids.rasfur!, ['200', '60', '200'], 'SJ-TSM/20844')
  return ids
}

/** Deliveries that came late, one still not whole; and the vendors’ marks. */
export async function tellDeliveries(story: PurchaseStory, orderIds: Ids): Promise<void> {
  const { people, clock } = story
  clock.at(1, '09:30')
  await deliver(story, orderIds.rasfur!, ['150', '60'], 'SJ-TSM/20871')
  await deliver(story, orderIds.label!, ['6000', '20'], 'SJ-LPC/0417')
  const { order } = await people.beli!('purchasing', 'getOrder', { id: orderIds.benang! })
  await people.beli!('purchasing', 'closeOrder', { id: order.id, version: order.version })
  const month = monthOf(clock.day())
  const vendorIds = await vendorsByCode(story)
  for (const at of [monthsBefore(month, 1), month]) {
    for (const [vendor, quality, price, responsiveness, flexibility] of marks) {
      await people.kepalabeli!('purchasing', 'setVendorMarks', { partnerId: vendorIds[vendor]!, month: at, quality, price, responsiveness, flexibility })
    }
  }
}

/** What is under way today. */
export async function tellLaterOrders(story: PurchaseStory): Promise<void> {
  story.clock.at(1, '10:30')
  for (const order of later) await placeOrder(story, order, {})
}

export async function placeOrder(story: PurchaseStory, { key: _key, vendor, lead, article, source, inWeeks = 4, state, lines, ...fields }: DemoOrder, orderIds: Ids): Promise<string> {
  const { people: { beli, kepalabeli }, clock, itemIds } = story
  clock.pass(12)
  const today = clock.day()
  const unitIds = Object.fromEntries((await story.system('masters', 'listUnits', { pageSize: 200 })).rows.map(({ code, id }) => [code, id]))
  const { id } = await beli!('purchasing', 'createOrder', {
    ...fields, partnerId: (await vendorsByCode(story))[vendor]!, orderDay: today, expectedDay: addDays(today, lead), articleId: article === undefined ? null : itemIds[article]!,
    ...(source !== undefined && { sourceOrderId: orderIds[source]!, week: weekCode(addDays(today, 7 * inWeeks)) }),
  })
  await beli!('purchasing', 'saveLines', { orderId: id, lines: lines.map(([item, quantity, unitPrice, unit]) => ({ itemId: itemIds[item]!, quantity, unitPrice, unitId: unit === undefined ? null : unitIds[unit]! })) })
  const seen = async () => {
    const { order } = await beli!('purchasing', 'getOrder', { id })
    return { id, version: order.version }
  }
  if (state === 'ASKED') await beli!('purchasing', 'requestOrderApproval', { ...(await seen()), reason: 'Stok minky tinggal untuk dua minggu' })
  if (state === 'CANCELLED') await beli!('purchasing', 'cancelOrder', { ...(await seen()), reason: 'Pemasok menaikkan harga 30 %' })
  if (state === 'APPROVED' || state === 'SENT') await kepalabeli!('purchasing', 'approveOrder', await seen())
  if (state === 'SENT') await beli!('purchasing', 'sendOrder', await seen())
  return id
}

export async function deliver({ people: { operator }, clock, mainStoreId }: PurchaseStory, orderId: string, quantities: readonly string[], deliveryNote: string): Promise<void> {
  clock.pass(8)
  const { order, lines } = await operator!('purchasing', 'getAwaited', { id: orderId })
  await operator!('purchasing', 'receiveOrder', {
    orderId, version: order.version, locationId: mainStoreId, deliveryNote, lines: quantities.map((quantity, at) => ({ lineId: lines[at]!.id, quantity, supplierLot: `${deliveryNote.slice(3)}-${at + 1}` })),
  })
}

async function vendorsByCode({ system }: PurchaseStory): Promise<Ids> {
  return Object.fromEntries((await system('masters', 'listPartners', { pageSize: 200 })).rows.map(({ code, id }) => [code, id]))
}
