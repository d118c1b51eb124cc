import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'

type People = Readonly<Record<string, Call>>
type Ids = Readonly<Record<string, string>>
interface StoryClock { at(daysAgo: number, time: string): void; pass(minutes: number): void; day(): BusinessDay }
/** `system` stands in for purchasing, which knows the costs. */
export interface DebtStory { readonly system: Call; readonly people: People; readonly clock: StoryClock; readonly itemIds: Ids; readonly sectionIds: Ids; readonly mainStoreId: string }

interface StoryDebt {
  readonly by: string; readonly section: string; readonly item: string; readonly required: string; readonly quantity: string; readonly dueIn: number; readonly workOrder: string; readonly reason: string
  /** Who approves, step by step; without all of them it waits. */
  readonly approvedBy: readonly string[]
  readonly rejected?: string
  readonly rushCost?: string
  readonly isTaken?: true
  readonly received?: string
}

const earlier: readonly StoryDebt[] = [
  { by: 'jahit', section: 'SEW', item: 'BN-JHT-HJL', required: '20', quantity: '4', dueIn: 5, workOrder: 'SPK-SEW-0412', reason: 'Benang hijau lumut kurang untuk Katak Daun', approvedBy: ['spvjahit', 'manajer'], rushCost: '75000', isTaken: true, received: '24' },
  { by: 'potong', section: 'CUT', item: 'KN-RF08-ORG', required: '60', quantity: '60', dueIn: 7, workOrder: 'SPK-CUT-0398', reason: 'Kiriman rasfur oranye mundur seminggu', approvedBy: ['manajer', 'manajer'], rushCost: '450000', isTaken: true, received: '25' },
]

const today: readonly StoryDebt[] = [
  { by: 'potong', section: 'CUT', item: 'KN-MNK-CKM', required: '240', quantity: '29.5', dueIn: 4, workOrder: 'SPK-CUT-0415', reason: 'Kurang satu rol untuk menutup SPK', approvedBy: ['manajer', 'manajer'] },
  { by: 'jahit', section: 'SEW', item: 'IS-GLS', required: '3200', quantity: '470.5', dueIn: 6, workOrder: 'SPK-SEW-0420', reason: 'Pesanan Uni Eropa dimajukan dua hari', approvedBy: ['spvjahit'] },
  { by: 'jahit', section: 'SEW', item: 'IS-BS10', required: '90', quantity: '23', dueIn: 3, workOrder: 'SPK-SEW-0421', reason: 'Busa lembar habis dipakai sampel', approvedBy: [] },
  { by: 'potong', section: 'CUT', item: 'KN-VLB-CKT', required: '300', quantity: '32.5', dueIn: 2, workOrder: 'SPK-CUT-0416', reason: 'Velboa cokelat tua kurang', approvedBy: [], rejected: 'Pakai sisa potongan lot lama dulu' },
]

/** Debts of the days before, one paid and one still owed. */
export async function tellEarlierDebts(story: DebtStory): Promise<void> {
  story.clock.at(11, '00:20')
  for (const debt of earlier) await playDebt(story, debt)
  await Promise.all(Object.values(story.people).map(acknowledgeAlarms))
}

/** Whoever was alarmed then has seen it by now. */
export async function acknowledgeAlarms(person: Call): Promise<void> {
  const { critical } = await person('notifications', 'countUnread', {})
  if (critical.length > 0) await person('notifications', 'acknowledge', { ids: critical.map(({ id }) => id) })
}

/** Debts of today, as far as they have come. */
export async function tellDebtsOfToday(story: DebtStory): Promise<void> {
  for (const debt of today) await playDebt(story, debt)
}

async function playDebt({ system, people, clock, itemIds, sectionIds, mainStoreId }: DebtStory, debt: StoryDebt): Promise<void> {
  const [keeper, manager] = [people.operator!, people.manajer!]
  const itemId = itemIds[debt.item]!
  const { id, requestId } = await people[debt.by]!('warehouse', 'requestDebt', {
    itemId, locationId: mainStoreId, sectionId: sectionIds[debt.section]!, required: debt.required, quantity: debt.quantity, dueDay: addDays(clock.day(), debt.dueIn), reason: debt.reason,
    workOrderNumber: debt.workOrder,
  })
  clock.pass(3)
  for (const [step, name] of debt.approvedBy.entries()) await people[name]!('approvals', 'approveStep', { id: requestId!, step, note: '' })
  if (debt.rejected !== undefined) await manager('approvals', 'rejectRequest', { id: requestId!, step: 0, reason: debt.rejected })
  if (debt.rushCost !== undefined) {
    const { debt: { version } } = await system('warehouse', 'getDebt', { id })
    const { rows: [order] } = await system('purchasing', 'findOrders', { itemId })
    await system('warehouse', 'updateDebt', { id, version, rushCost: debt.rushCost, ...(order && { purchaseOrderId: order.id }) })
  }
  if (debt.isTaken) await keeper('warehouse', 'issueStock', { itemId, quantity: debt.required, fromLocationId: mainStoreId, purpose: 'PRODUCTION', note: debt.workOrder, debtId: id })
  clock.pass(2)
  if (debt.received !== undefined) await keeper('warehouse', 'receiveStock', { itemId, quantity: debt.received, toLocationId: mainStoreId, note: 'Kiriman susulan' })
}
