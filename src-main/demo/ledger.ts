import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { decimal, decimalText, isPositive, subtractDecimals } from '../../shared/core/decimal.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface Story { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly clock: { day(): BusinessDay }; readonly sectionIds: Ids; readonly itemIds: Ids }
interface Waste { readonly daysAgo: number; readonly reason: string; readonly quantity: string; readonly notes?: string }
interface Part { readonly by: string; readonly section: string; readonly item: string; readonly left: string; readonly from: string; readonly waste: readonly Waste[] }

const reasons = [
  ['SALAH-POTONG', 'Salah potong'], ['KOTOR', 'Kotor terkena oli'], ['ROBEK', 'Robek saat dijahit'], ['SALAH-ISI', 'Isi menggumpal'], ['SISA-KAIN', 'Sisa kain terlalu kecil'],
] as const
/** The days that were not locked, on which something was received by hand; each covers the ones to the next. */
const receiptDays = [5, 2, 1] as const

/** What each section threw away, and what it was left with yesterday: two of them put out more than they had. */
const parts: readonly Part[] = [
  {
    by: 'potong', section: 'CUT', item: 'BJ-BRG-30', left: '-75', from: 'Kain gelar dari gudang bahan', waste: [
      { daysAgo: 5, reason: 'SISA-KAIN', quantity: '14' }, { daysAgo: 4, reason: 'SALAH-POTONG', quantity: '22', notes: 'Pola telinga terbalik' }, { daysAgo: 2, reason: 'SISA-KAIN', quantity: '9' }, { daysAgo: 1, reason: 'SALAH-POTONG', quantity: '15' },
    ],
  },
  {
    by: 'jahit', section: 'SEW', item: 'BJ-HRM-30', left: '-12', from: 'Panel dari rak WIP jahit', waste: [
      { daysAgo: 5, reason: 'ROBEK', quantity: '8' }, { daysAgo: 2, reason: 'ROBEK', quantity: '3' }, { daysAgo: 2, reason: 'KOTOR', quantity: '5', notes: 'Mesin lini 2 bocor oli' }, { daysAgo: 1, reason: 'ROBEK', quantity: '4' },
    ],
  },
  {
    by: 'finishing', section: 'FIN', item: 'BJ-HRM-30', left: '64', from: 'Sisa hitung fisik finishing', waste: [
      { daysAgo: 4, reason: 'SALAH-ISI', quantity: '6' }, { daysAgo: 2, reason: 'KOTOR', quantity: '4' }, { daysAgo: 1, reason: 'SALAH-ISI', quantity: '9', notes: 'Dakron basah' },
    ],
  },
]

/** What the sections received by hand and threw away on their last days, so that their ledger says what is left. */
export async function tellLedger({ system, people, clock, sectionIds, itemIds }: Story): Promise<void> {
  const reasonIds: Record<string, string> = {}
  for (const [code, name] of reasons) reasonIds[code] = (await system('masters', 'createWasteReason', { code, name })).id
  for (const { by, section, item, left, from, waste } of parts) {
    const place = { sectionId: sectionIds[section]!, itemId: itemIds[item]! }
    const call = people[by]!
    for (const { daysAgo, reason, quantity, notes = '' } of waste) {
      await call('ledger', 'saveWaste', { sectionId: place.sectionId, day: addDays(clock.day(), -daysAgo), rows: [{ kind: 'enter', itemId: place.itemId, wasteReasonId: reasonIds[reason]!, quantity, notes }] })
    }
    await receiveAsUsed(call, clock, place, { left, from })
  }
  await system('ledger', 'remindOfNegative', {})
}

/** As much as was put out and thrown away until the next time, and a little more; yesterday as much as leaves what is told. */
async function receiveAsUsed(call: Call, clock: Story['clock'], { sectionId, itemId }: { readonly sectionId: string; readonly itemId: string }, { left, from }: Pick<Part, 'left' | 'from'>): Promise<void> {
  for (const [at, daysAgo] of receiptDays.entries()) {
    const until = (receiptDays[at + 1] ?? 0) + 1
    const { line } = await call('ledger', 'getLedgerDay', { sectionId, itemId, day: addDays(clock.day(), -until) })
    const quantity = subtractDecimals(decimal(until === 1 ? left : '30'), line.closing)
    if (isPositive(quantity)) await call('ledger', 'saveReceipts', { sectionId, day: addDays(clock.day(), -daysAgo), rows: [{ kind: 'enter', itemId, quantity: decimalText(quantity), notes: from }] })
  }
}
