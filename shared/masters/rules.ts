import { decimal, divide, fromUnits, multiply, sumDecimals, type Decimal } from '../core/decimal.ts'

/** How an item is packed: pieces in a carton, cartons on a pallet. Both are given or neither is (MD-1). */
export interface Packing { readonly piecesPerCarton: number | null; readonly cartonsPerPallet: number | null }

/** MD-1: half a packing says nothing. */
export function isWholePacking({ piecesPerCarton, cartonsPerPallet }: Packing): boolean {
  return (piecesPerCarton === null) === (cartonsPerPallet === null)
}

/** MD-1: derived, never kept; 60 pieces a carton and 8 cartons a pallet make 480. None without a packing. */
export function piecesPerPallet({ piecesPerCarton, cartonsPerPallet }: Packing): number | null {
  return piecesPerCarton === null || cartonsPerPallet === null ? null : piecesPerCarton * cartonsPerPallet
}

/** Whether a quantity has at most the decimals its unit is counted with: 2.5 fits metres, not pieces. */
export function fitsUnit(quantity: Decimal, places: number): boolean {
  return quantity % 10 ** (4 - places) === 0
}

/** Between the names of a place’s path: “Gudang utama › Rak A-01”. */
export const placeSeparator = ' › '

/** Where goods come in and are handed out from, unless it is said otherwise. */
export const mainStoreCode = 'WH-MAIN'

/**
 * The places every factory has, by the code under which the stock engine finds them. Their code, kind, section and
 * activity stay as they are; name and parent may change.
 */
export const baseLocations = [
  { code: 'SUPPLIER', name: 'Pemasok', kind: 'SUPPLIER' },
  { code: 'CUSTOMER', name: 'Pelanggan', kind: 'CUSTOMER' },
  { code: 'PRODUCTION', name: 'Produksi', kind: 'PRODUCTION' },
  { code: 'INVENTORY-LOSS', name: 'Selisih persediaan', kind: 'INVENTORY_LOSS' },
  { code: mainStoreCode, name: 'Gudang utama', kind: 'INTERNAL' },
] as const

export function isBaseLocation(code: string): boolean {
  return baseLocations.some(location => location.code === code.toUpperCase())
}

/** A target of a section, for one line and one item, or for all of them. */
export interface DatedRule { readonly productionLineId: string | null; readonly itemId: string | null; readonly startDay: string; readonly endDay: string | null; readonly isActive: boolean }

/**
 * MD-2: of the rules of a section that hold on a day, the one for this very line and item goes before those for more; of equally
 * close ones that which began last counts.
 */
export function ruleInForce<Rule extends DatedRule>(rules: readonly Rule[], day: string, { productionLineId, itemId }: { productionLineId?: string | null; itemId?: string | null } = {}): Rule | undefined {
  const closeness = (rule: Rule) => (rule.itemId === null ? 0 : 2) + (rule.productionLineId === null ? 0 : 1)
  return rules
    .filter(rule => rule.isActive && rule.startDay <= day && (rule.endDay === null || rule.endDay >= day))
    .filter(rule => (rule.productionLineId ?? productionLineId ?? null) === (productionLineId ?? null) && (rule.itemId ?? itemId ?? null) === (itemId ?? null))
    .sort((a, b) => closeness(b) - closeness(a) || (a.startDay < b.startDay ? 1 : -1))[0]
}

/** A way of an item from one section to the next. */
export interface FlowEdge { readonly fromSectionId: string; readonly toSectionId: string }

/** MD-3: the sections of the shortest circle that `edge` closes, from its beginning back to it; nothing if there is none. */
export function flowCycle(edges: readonly FlowEdge[], edge: FlowEdge): string[] | undefined {
  const ways: string[][] = [[edge.fromSectionId, edge.toSectionId]]
  const seen = new Set<string>()
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way.at(-1)!
    if (last === edge.fromSectionId) return way
    if (seen.has(last)) continue
    seen.add(last)
    for (const { fromSectionId, toSectionId } of edges) if (fromSectionId === last) ways.push([...way, toSectionId])
  }
  return undefined
}

/** What a vendor is judged by, each from 0 to 100. */
export interface VendorMarks { readonly quality: Decimal; readonly delivery: Decimal; readonly price: Decimal; readonly responsiveness: Decimal; readonly flexibility: Decimal }
const vendorWeights = { quality: '0.35', delivery: '0.30', price: '0.20', responsiveness: '0.10', flexibility: '0.05' } as const

/** MD-6: 90, 80, 70, 100 and 60 make 82.5. */
export function vendorScore(marks: VendorMarks): Decimal {
  return sumDecimals(Object.entries(vendorWeights).map(([name, weight]) => multiply(marks[name as keyof VendorMarks], decimal(weight), 'half-up')))
}

/** MD-6: percent of the receipts that came in time; nothing without receipts. */
export function onTimeRate(onTime: number, receipts: number): Decimal | undefined {
  return receipts === 0 ? undefined : divide(fromUnits(onTime * 1_000_000), fromUnits(receipts * 10_000), 'half-up')
}
