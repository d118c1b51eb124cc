import { addDays, weekCode, type BusinessDay } from '../../shared/core/dates.ts'
import { lateOrder } from './board-orders.ts'
import type { Call } from './call.ts'

interface Story {
  readonly system: Call
  readonly people: Readonly<Record<string, Call>>
  readonly clock: { at(daysAgo: number, time: string): void; pass(minutes: number): void; day(): BusinessDay }
  readonly itemIds: Readonly<Record<string, string>>
}

const urgentOrder = 'Pengganti karton yang basah'

/** What went otherwise than it was planned: sewing is to make fewer, and an order hurries so much that the director lets its cutting begin. */
export async function tellPlanChanges(story: Story): Promise<void> {
  await makeFewer(story)
  await hurry(story)
}

/** The shop takes fewer while they are being sewn: asked for by the supervisor, let through by the manager. */
async function makeFewer({ people, clock, ...story }: Story): Promise<void> {
  clock.at(1, '02:20')
  const sewing = (await workOrdersOf(story, lateOrder)).find(({ stageCode, status }) => stageCode === 'SEW' && status === 'RUNNING')!
  const { request } = await people.spvjahit!('planning', 'requestWorkOrderChange', {
    id: sewing.id, version: sewing.version, targetQuantity: '60', reason: 'Toko pusat membatalkan lima boneka',
  })
  clock.pass(40)
  await people.manajer!('approvals', 'approveStep', { id: request!.id, step: 0, note: 'Sudah dibicarakan dengan toko' })
}

/** What hurries waits for its approval; the director does not. */
async function hurry({ people, clock, ...story }: Story): Promise<void> {
  clock.pass(15)
  const shipDay = addDays(clock.day(), 12)
  const draft = await people.ppic!('planning', 'createManufacturingOrder', {
    articleId: story.itemIds['BJ-KLC-45']!, quantity: '40', productionDay: clock.day(), shipDay, week: weekCode(shipDay), destination: 'GB', isUrgent: true, notes: urgentOrder,
  })
  const { id, version } = await people.ppic!('planning', 'releaseManufacturingOrder', { id: draft.id, version: draft.version })
  await people.ppic!('planning', 'generateWorkOrders', { id, version })
  const cutting = (await workOrdersOf(story, urgentOrder)).find(({ stageCode }) => stageCode === 'CUT')!
  clock.pass(20)
  await people.direktur!('planning', 'overrideAsDirector', {
    kind: 'UNLOCK_WORK_ORDER', id: cutting.id, version: cutting.version, reason: 'Karton di gudang pembeli basah, penggantinya ikut kapal minggu depan',
  })
}

async function workOrdersOf({ system }: Pick<Story, 'system'>, notes: string) {
  const { rows: [order] } = await system('planning', 'listManufacturingOrders', { search: notes, pageSize: 1 })
  return (await system('planning', 'listWorkOrders', { filter: { manufacturingOrderId: order!.id }, pageSize: 200 })).rows
}
