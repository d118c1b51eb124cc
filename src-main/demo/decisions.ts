import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { decimal, decimalText, subtractDecimals } from '../../shared/core/decimal.ts'
import { monthOf, monthsBefore } from '../../shared/periods/rules.ts'
import type { Call } from './call.ts'

type People = Readonly<Record<string, Call>>
interface StoryClock { at(daysAgo: number, time: string): void; pass(minutes: number): void; day(): BusinessDay }

/** Counts that differed from the books by `short`, asked for by the operator; what became of them. */
const counts = [
  { daysAgo: 3, item: 'KM-LKB', short: '5', reason: 'Lima rol basah kena bocor, dipisahkan', verdict: 'approved' },
  { daysAgo: 2, item: 'KM-STR', short: '3', reason: 'Hitung rak tidak cocok', verdict: 'Hitung ulang dengan dua orang dulu' },
  { daysAgo: 0, item: 'BN-JHT-MRM', short: '3', reason: 'Tiga kon rusak saat dibongkar', verdict: undefined },
  { daysAgo: 0, item: 'KN-FLT-HTM', short: '6.5', reason: 'Ujung rol cacat, sudah difoto', verdict: undefined },
] as const

/** What was decided in the demo factory: counts that differed, thresholds agreed upon, a month closed, a stand-in for a leave. */
export async function playDecisions(people: People, clock: StoryClock, itemIds: Readonly<Record<string, string>>, mainStoreId: string): Promise<void> {
  const [operator, manager] = [people.operator!, people.manajer!]
  for (const { daysAgo, item, short, reason, verdict } of counts) {
    clock.at(daysAgo, '00:40')
    const { rows: [balance] } = await operator('warehouse', 'listStock', { filter: { itemId: itemIds[item]!, locationId: mainStoreId } })
    if (!balance) throw new Error(`The demo has no ${item} in the main store`)
    const { request } = await operator('warehouse', 'requestAdjustment', {
      itemId: itemIds[item]!, locationId: mainStoreId, expected: decimalText(balance.onHand), counted: decimalText(subtractDecimals(balance.onHand, decimal(short))), reason,
    })
    clock.pass(45)
    if (!request) throw new Error(`The demo's count of ${item} differs too little to be asked about`)
    const { id } = request
    if (verdict === 'approved') await manager('approvals', 'approveStep', { id, step: 0, note: 'Sudah dilihat di gudang' })
    else if (verdict !== undefined) await manager('approvals', 'rejectRequest', { id, step: 0, reason: verdict })
  }
  for (const [key, value] of [['features.strictPallets', true], ['planning.bufferSewing', '7'], ['production.lateSupervisorDays', 3]] as const) await manager('settings', 'changeSetting', { key, value })
  await manager('periods', 'closePeriod', { month: monthsBefore(monthOf(clock.day()), 2), reason: 'Hitung stok akhir bulan selesai' })
  const leave = { fromDay: addDays(clock.day(), 3), toDay: addDays(clock.day(), 10), reason: 'Cuti tahunan' }
  const { rows: [director] } = await manager('approvals', 'searchDelegates', { search: 'direktur' })
  if (director) await manager('approvals', 'createDelegation', { ...leave, delegateId: director.id })
}
