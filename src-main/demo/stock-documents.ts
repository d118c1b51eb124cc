import type { DocumentKind } from '../../shared/warehouse/document-rules.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface StoryClock { at(daysAgo: number, time: string): void }
export interface StockDocumentStory { readonly people: Readonly<Record<string, Call>>; readonly clock: StoryClock; readonly itemIds: Ids; readonly locationIds: Ids }

interface DemoDocument {
  readonly daysAgo: number
  readonly time: string
  readonly by: string
  readonly kind: DocumentKind
  readonly from?: string
  readonly to?: string
  readonly reference?: string
  readonly notes?: string
  /** Item, quantity, and what is remarked about it. */
  readonly lines: readonly (readonly [item: string, quantity: string, note?: string])[]
  readonly state: 'DRAFT' | 'POSTED'
  readonly reversed?: string
}

const documents: readonly DemoDocument[] = [
  {
    daysAgo: 2, time: '07:30', by: 'operator', kind: 'RECEIPT', to: 'WH-MAIN', reference: 'SJ-CTH/118', notes: 'Contoh aksesori dari pemasok, tanpa pesanan', state: 'POSTED',
    lines: [['AK-PT06-MRH', '6'], ['AK-GNT', '250'], ['AK-SQK', '100', 'untuk uji suara']],
  },
  {
    daysAgo: 2, time: '08:15', by: 'operator', kind: 'TRANSFER', from: 'WH-MAIN', to: 'WH-SEW', notes: 'Stok rak jahit minggu ini', state: 'POSTED',
    lines: [['AK-PT15-BRL', '8'], ['AK-PT15-KNG', '6'], ['AK-KCG11', '800'], ['AK-MGN', '500']],
  },
  {
    daysAgo: 1, time: '09:25', by: 'operator', kind: 'TRANSFER', from: 'WH-MAIN', to: 'WH-CUT', notes: 'Kain contoh untuk Cutting', state: 'POSTED', reversed: 'Salah rak: seharusnya ke karantina',
    lines: [['KN-SPB', '20'], ['KN-KTN-DNM', '4']],
  },
  { daysAgo: 0, time: '01:05', by: 'operator', kind: 'ISSUE', from: 'WH-MAIN', notes: 'Rusak kena bocor, difoto', state: 'DRAFT', lines: [['AK-PT25-MRM', '3'], ['KM-SDT', '120']] },
  { daysAgo: 0, time: '01:10', by: 'gudang', kind: 'TRANSFER', from: 'WH-MAIN', to: 'WH-SEW', notes: 'Untuk SPK besok', state: 'DRAFT', lines: [['AK-PT15-MRH', '4'], ['AK-TPI-ORG', '150', 'dus kedua']] },
]

/** Goods that were moved several at once so many days ago: posted, taken back, and drafts that wait. */
export async function tellStockDocuments(story: StockDocumentStory, daysAgo: number): Promise<void> {
  for (const document of documents.filter(one => one.daysAgo === daysAgo)) await play(story, document)
}

async function play({ people, clock, itemIds, locationIds }: StockDocumentStory, { daysAgo, time, by, from, to, lines, state, reversed, ...head }: DemoDocument): Promise<void> {
  const clerk = people[by]!
  clock.at(daysAgo, time)
  const { id } = await clerk('warehouse', 'createStockDocument', {
    ...head, fromLocationId: from === undefined ? null : locationIds[from]!, toLocationId: to === undefined ? null : locationIds[to]!, issuedFor: head.kind === 'ISSUE' ? 'INVENTORY_LOSS' : null,
  })
  await clerk('warehouse', 'saveStockDocumentLines', { documentId: id, lines: lines.map(([item, quantity, note = '']) => ({ itemId: itemIds[item]!, quantity, note })) })
  if (state === 'DRAFT') return
  const { document } = await clerk('warehouse', 'getStockDocument', { id })
  const { document: posted } = await clerk('warehouse', 'postStockDocument', { id, version: document.version })
  if (reversed !== undefined) await clerk('warehouse', 'reverseStockDocument', { id, version: posted.version, reason: reversed })
}
