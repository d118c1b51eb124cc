import type { Call } from './call.ts'

interface Story {
  readonly system: Call
  readonly people: Readonly<Record<string, Call>>
  readonly itemIds: Readonly<Record<string, string>>
  readonly clock: { pass(minutes: number): void }
}

/** Fabric that the cutting tables used beside what output took: as the BOM says, more than it, and so much more that the supervisor has to accept it first. */
const uses = [
  { article: 'BJ-BRG-45', item: 'KN-RF15-CKM', quantity: '12', reason: '' },
  { article: 'BJ-BRG-30', item: 'KN-RF08-CKM', quantity: '3.5', reason: 'Lebar kain kurang 2 cm dari pesanan' },
  { article: 'BJ-BRG-20', item: 'KN-RF08-CKM', quantity: '4', reason: 'Rol cacat di tengah, 4 yard harus diganti' },
] as const

/** What was used for work orders by hand, held against their BOMs. */
export async function tellUses({ system, people, itemIds, clock }: Story): Promise<void> {
  for (const { article, item, quantity, reason } of uses) {
    clock.pass(7)
    const { rows } = await system('planning', 'listWorkOrders', { filter: { articleId: itemIds[article]!, status: ['RUNNING', 'FINISHED'] }, pageSize: 200 })
    const workOrder = rows.find(({ stageCode }) => stageCode === 'CUT')!
    const use = { workOrderId: workOrder.id, itemId: itemIds[item]!, quantity }
    const judged = await people.potong!('warehouse', 'previewUse', use)
    if (judged?.need === 'APPROVAL') await people.potong!('warehouse', 'requestUse', { ...use, reason })
    else {
      const lines = [{ itemId: use.itemId, quantity }]
      await people.potong!('warehouse', 'consumeMaterials', { sectionId: workOrder.sectionId, workOrderId: workOrder.id, reason, lines })
    }
  }
}
