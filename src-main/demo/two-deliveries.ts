import { addDays } from '../../shared/core/dates.ts'
import { deliver, placeOrder, type DemoOrder, type PurchaseStory } from './purchases.ts'

const article = 'BJ-KLC-30'
const orders: readonly DemoOrder[] = [
  {
    key: 'fabric', kind: 'FABRIC', vendor: 'SUP-KAIN-01', lead: 1, article, articleQuantity: '480', state: 'SENT', notes: 'Kelinci Awan untuk dua pelabuhan',
    lines: [['KN-MNK-CKM', '61.38', '47500'], ['KN-VLB-KRM', '40', '28300']],
  },
  { key: 'europe', kind: 'LABEL', vendor: 'SUP-LABEL', lead: 6, article, articleQuantity: '300', source: 'fabric', destination: 'EU', state: 'APPROVED', lines: [['LB-HNG-EU', '330', '410']] },
  { key: 'america', kind: 'LABEL', vendor: 'SUP-LABEL', lead: 6, article, articleQuantity: '180', source: 'fabric', destination: 'NA', inWeeks: 5, state: 'APPROVED', lines: [['LB-HNG-NA', '200', '410']] },
]

/** What comes in for it besides, so that nothing of the other orders is kept for it. */
const trims = [['AK-PT15-MRH', '6'], ['IS-HCS7', '32'], ['MT-10-HTM', '1100'], ['HD-14-HTM', '550'], ['BN-BRD-CKT', '3'], ['BN-JHT-CKT', '6'], ['LB-JHT-EU', '1'], ['KN-SPB', '25']] as const

/** An order that goes out in two deliveries, each with the labels of its own week and harbour; its fabric is there, no more of it than the order takes. */
export async function tellTwoDeliveries(story: PurchaseStory): Promise<void> {
  const ids: Record<string, string> = {}
  for (const order of orders) ids[order.key] = await placeOrder(story, order, ids)
  await deliver(story, ids.fabric!, ['61.38', '40'], 'SJ-TSM/20902')
  const { people: { gudang, ppic }, itemIds, mainStoreId, clock } = story
  for (const [item, quantity] of trims) await gudang!('warehouse', 'receiveStock', { itemId: itemIds[item]!, quantity, toLocationId: mainStoreId, note: 'Bahan bantu Kelinci Awan 30 cm' })
  clock.pass(10)
  const { rows } = await ppic!('planning', 'listManufacturingOrders', { filter: { kind: 'PRODUCTION', articleId: itemIds[article]! }, pageSize: 200 })
  const { id, version } = rows.find(({ fabricOrderId }) => fabricOrderId === ids.fabric)!
  await ppic!('planning', 'generateWorkOrders', { id, version })
}

/** While the power was off, cutting wrote on paper; it is typed, and waits for the photos of the paper. */
export async function tellPaperBatch({ system, people: { potong }, clock, itemIds }: PurchaseStory): Promise<void> {
  clock.pass(5)
  const { rows } = await system('planning', 'listWorkOrders', { filter: { articleId: itemIds[article]! }, pageSize: 200 })
  const cutting = rows.find(({ stageCode, isApproved }) => stageCode === 'CUT' && isApproved)
  if (!cutting) return
  const { rows: [defect] } = await system('masters', 'listDefectReasons', { pageSize: 1 })
  const day = addDays(clock.day(), -1)
  const batch = await potong!('production', 'createPaperBatch', {
    sectionId: cutting.sectionId, firstDay: day, lastDay: day, writer: 'Darto Wibowo', reason: 'Listrik padam dari pukul 13, hasilnya ditulis di formulir',
  })
  await potong!('production', 'savePaperLines', { id: batch.id, lines: [{ workOrderId: cutting.id, day, goodQuantity: '140', rejectQuantity: '1', defectReasonId: defect!.id, notes: 'Ditulis per gelaran' }] })
}
