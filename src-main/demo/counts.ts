import { decimal, decimalText, subtractDecimals } from '../../shared/core/decimal.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface StoryClock { at(daysAgo: number, time: string): void; pass(minutes: number): void }
interface Counted { readonly id: string; readonly version: number }

const plans = [
  { name: 'Gudang utama, kelas A', rhythm: 'MAIN', stores: ['WH-MAIN'], abcClasses: ['A'] },
  { name: 'Rak bagian', rhythm: 'SECTION', stores: ['WH-CUT', 'WH-EMB', 'WH-SEW', 'WH-FIN'] },
  { name: 'Packing dan barang jadi', rhythm: 'GOODS', stores: ['WH-PCK', 'WH-FG'] },
] as const

/** How the demo factory counts: its plans, a section's store that was posted, one that differs, and the thread of the main store, half counted. */
export async function playCounts(people: Readonly<Record<string, Call>>, clock: StoryClock, locationIds: Ids): Promise<void> {
  const { gudang, operator, jahit, potong } = people as Readonly<Record<'gudang' | 'operator' | 'jahit' | 'potong', Call>>
  clock.at(1, '09:30')
  for (const { stores, ...plan } of plans) await gudang('warehouse', 'createCountPlan', { ...plan, abcClasses: 'abcClasses' in plan ? [...plan.abcClasses] : [], locationIds: stores.map(code => locationIds[code]!) })

  async function start(rhythm: 'MAIN' | 'SECTION', store: string, more: { categories?: string[]; notes?: string } = {}): Promise<Counted> {
    const count = await gudang('warehouse', 'createCount', { rhythm, locationIds: [locationIds[store]!], ...more })
    return gudang('warehouse', 'startCount', { id: count.id, version: count.version })
  }
  /** What lies there is what the books say, less what is `short` of an item. */
  async function countAll(counter: Call, { id }: Counted, short: Readonly<Record<string, string>> = {}): Promise<Counted> {
    const { lines, count } = await counter('warehouse', 'getCount', { id })
    const lots = await Promise.all([...new Set(lines.map(({ itemId }) => itemId))].map(itemId => gudang('warehouse', 'listLots', { filter: { itemId, locationId: count.locationIds[0]! } })))
    const onHand = new Map(lots.flatMap(({ rows }) => rows).map(lot => [lot.lotId, lot.onHand]))
    await counter('warehouse', 'enterCounts', {
      id, lines: lines.map(line => ({ lineId: line.id, quantity: decimalText(subtractDecimals(onHand.get(line.lotId!)!, decimal(short[line.itemCode] ?? '0'))) })),
    })
    clock.pass(8)
    return counter('warehouse', 'finishCounting', { id })
  }

  const sewing = await start('SECTION', 'WH-SEW', { notes: 'Hitung mingguan' })
  await countAll(jahit, sewing, { 'HD-14-HTM': '10' })
  const { id, version } = await countAll(operator, sewing, { 'HD-14-HTM': '10' })
  await gudang('warehouse', 'postCount', { id, version })
  const cutting = await start('SECTION', 'WH-CUT', { notes: 'Hitung mingguan' })
  await countAll(potong, cutting, { 'KN-KTN-DNM': '2', 'KN-FLT-HTM': '5' })
  await countAll(operator, cutting, { 'KN-KTN-DNM': '2', 'KN-FLT-HTM': '4' })
  await countAll(operator, await start('MAIN', 'WH-MAIN', { categories: ['Benang'] }))
  await gudang('warehouse', 'classifyItems', {})
}
