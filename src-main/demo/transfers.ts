import { compareDecimals, decimal } from '../../shared/core/decimal.ts'
import type { Call } from './call.ts'

interface Story { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly owner: Call; readonly clock: { pass(minutes: number): void }; readonly sectionIds: Readonly<Record<string, string>> }
/** Who hands over, out of which section, how many; after how many minutes it was counted, by whom, how many, and why it differs. Without a count it still waits. */
interface Handover { readonly by: string; readonly from: string; readonly pieces: string; readonly batch: string; readonly counted?: readonly [minutes: number, by: string, pieces: string, reason: string] }

const handovers: readonly Handover[] = [
  { by: 'admin', from: 'CUT', pieces: '200', batch: 'IKAT-1', counted: [9, 'bordir', '198', 'Dua potong sobek di rak'] }, { by: 'bordir', from: 'EMB', pieces: '321', batch: 'IKAT-2', counted: [14, 'jahit', '321', ''] },
  { by: 'admin', from: 'CUT', pieces: '66', batch: 'IKAT-3' }, { by: 'bordir', from: 'EMB', pieces: '65', batch: 'IKAT-4' },
]

/** Lines that the supervisor saw to be empty before the first goods came. */
const clearances = [{ line: 'EMB-01', method: 'CLEANED', notes: 'Benang lama dikeluarkan' }, { line: 'SEW-01', method: 'VISUAL', notes: '' }] as const

/** What sections handed over today on the trial of transfer slips: two were received, one waits, and one stands before a line that holds other goods. Then the trial is over. */
export async function tellTransfers(story: Story): Promise<void> {
  await setTrial(story, true)
  for (const clearance of clearances) await seeClear(story, clearance)
  for (const handover of handovers) await handOver(story, handover)
  await setTrial(story, false)
}

async function setTrial({ system }: Story, isBySlip: boolean): Promise<void> {
  const { rows } = await system('masters', 'listProductionStages', { pageSize: 200 })
  for (const { id, version } of rows.filter(({ code }) => code === 'EMB' || code === 'SEW')) await system('masters', 'updateProductionStage', { id, version, isBySlip })
}

async function seeClear({ people, clock }: Story, { line, method, notes }: (typeof clearances)[number]): Promise<void> {
  clock.pass(3)
  const supervisor = people.spvjahit!
  const found = (await supervisor('transfers', 'listLines', {})).find(({ code }) => code === line)
  if (found) await supervisor('transfers', 'clearLine', { productionLineId: found.productionLineId, version: found.version, method, notes })
}

async function handOver({ people, owner, clock, sectionIds }: Story, { by, from, pieces, batch, counted }: Handover): Promise<void> {
  const sender = by === 'admin' ? owner : people[by]!
  clock.pass(4)
  const work = (await sender('transfers', 'listSendable', { sectionId: sectionIds[from]! })).find(({ available }) => compareDecimals(available, decimal(pieces)) >= 0)
  const receiver = work?.receivers[0]
  if (!work || !receiver) return
  const { id, version } = await sender('transfers', 'sendTransfer', { fromWorkOrderId: work.workOrderId, toWorkOrderId: receiver.workOrderId, productionLineId: receiver.lines[0]?.id ?? null, quantity: pieces, batch })
  if (!counted) return
  const [minutes, receivedBy, countedQuantity, reason] = counted
  clock.pass(minutes)
  await people[receivedBy]!('transfers', 'acceptTransfer', { id, version, countedQuantity, reason })
}
