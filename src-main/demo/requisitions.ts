import { addDays } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'
import type { DebtStory } from './debts.ts'

export interface RequisitionStory extends DebtStory { readonly locationIds: Readonly<Record<string, string>> }

interface StoryRequisition {
  readonly by: string; readonly section: string; readonly purpose: string; readonly workOrder: string; readonly lines: readonly (readonly [item: string, quantity: string])[]
  readonly isApproved?: true
  /** What was handed over of each line. */
  readonly issued?: readonly string[]
  readonly isReceived?: true
  readonly rejected?: string
}

const requisitions: readonly StoryRequisition[] = [
  { by: 'jahit', section: 'SEW', purpose: 'Sampel Uni Eropa', workOrder: 'SPK-SEW-0418', lines: [['KN-VLB-PTH', '24'], ['KN-MNK-ORG', '12.5']], isApproved: true, issued: ['24', '12.5'], isReceived: true },
  { by: 'potong', section: 'CUT', purpose: 'Gelar kain SPK besok', workOrder: 'SPK-CUT-0415', lines: [['KN-VLB-KRM', '180'], ['KN-RF08-HTM', '90'], ['KN-MNK-ABU', '60']], isApproved: true, issued: ['180', '50'] },
  { by: 'jahit', section: 'SEW', purpose: 'Pengganti kain cacat', workOrder: 'SPK-SEW-0420', lines: [['KN-MNK-HTM', '18'], ['KN-VLB-ABU', '9']], isApproved: true, issued: ['18'] },
  { by: 'potong', section: 'CUT', purpose: 'Persiapan minggu depan', workOrder: 'SPK-CUT-0421', lines: [['KN-RF08-ABU', '220'], ['KN-VLB-KNG', '75']] },
  { by: 'jahit', section: 'SEW', purpose: 'Stok cadangan lini 2', workOrder: '', lines: [['KN-MNK-PTH', '400']], rejected: 'Cadangan tidak disimpan di lini; minta per SPK' },
  // Both run short: for the first a debt is approved, for the second none was asked for.
  { by: 'potong', section: 'CUT', purpose: 'Harimau Loreng', workOrder: 'SPK-CUT-0422', lines: [['KN-MNK-CKM', '240'], ['KN-RF08-ORG', '30']], isApproved: true },
]

const shortages = [
  { by: 'jahit', section: 'SEW', item: 'KN-MNK-CKT', place: 'WH-SEW', required: '36', note: 'Rak kosong, lini 1 berhenti pukul 14', handling: 'Dikirim 36 yard dari gudang utama' },
  { by: 'potong', section: 'CUT', item: 'KN-RF08-ORG', place: 'WH-MAIN', required: '40', note: 'Kiriman pemasok baru setengah', handling: undefined },
  { by: 'jahit', section: 'SEW', item: 'KN-VLB-CKT', place: 'WH-MAIN', required: '290', note: 'Kurang untuk Harimau Loreng', handling: undefined },
] as const

/** What sections asked the stores for, and what they were short of. */
export async function tellRequisitions(story: RequisitionStory): Promise<void> {
  for (const requisition of requisitions) await playRequisition(story, requisition)
  for (const { by, section, item, place, required, note, handling } of shortages) {
    const shortage = await story.people[by]!('warehouse', 'reportShortage', {
      sectionId: story.sectionIds[section]!, itemId: story.itemIds[item]!, locationId: story.locationIds[place]!, required, note,
    })
    if (handling !== undefined) await story.people.operator!('warehouse', 'handleShortage', { id: shortage.id, version: shortage.version, handling })
  }
}

async function playRequisition({ people, clock, itemIds, sectionIds, mainStoreId, locationIds }: RequisitionStory, story: StoryRequisition): Promise<void> {
  const [asker, keeper, operator] = [people[story.by]!, people.gudang!, people.operator!]
  let at = await asker('warehouse', 'createRequisition', {
    sectionId: sectionIds[story.section]!, supplyLocationId: mainStoreId, storeLocationId: locationIds[`WH-${story.section}`]!, neededBy: addDays(clock.day(), 1), purpose: story.purpose,
    workOrderNumber: story.workOrder, lines: story.lines.map(([item, quantity]) => ({ itemId: itemIds[item]!, quantity })),
  })
  if (story.rejected !== undefined) await keeper('warehouse', 'rejectRequisition', { id: at.id, version: at.version, reason: story.rejected })
  if (story.isApproved) at = await keeper('warehouse', 'approveRequisition', { id: at.id, version: at.version })
  if (story.issued) at = await operator('warehouse', 'issueRequisition', { id: at.id, version: at.version, lines: await issuedLines(operator, at.id, story.issued) })
  if (story.isReceived) {
    const { issues } = await asker('warehouse', 'getRequisition', { id: at.id })
    await asker('warehouse', 'receiveRequisition', { id: at.id, version: at.version, issueIds: issues.map(({ id }) => id) })
  }
}

async function issuedLines(operator: Call, id: string, issued: readonly string[]): Promise<{ lineId: string; quantity: string }[]> {
  const { lines } = await operator('warehouse', 'getRequisition', { id })
  return issued.map((quantity, at) => ({ lineId: lines[at]!.id, quantity }))
}
