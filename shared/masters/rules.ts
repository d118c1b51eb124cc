import type { Decimal } from '../core/decimal.ts'

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

/**
 * The places every factory has, by the code under which the stock engine finds them. Their code, kind, section and
 * activity stay as they are; name and parent may change.
 */
export const baseLocations = [
  { code: 'SUPPLIER', name: 'Pemasok', kind: 'SUPPLIER' },
  { code: 'CUSTOMER', name: 'Pelanggan', kind: 'CUSTOMER' },
  { code: 'PRODUCTION', name: 'Produksi', kind: 'PRODUCTION' },
  { code: 'INVENTORY-LOSS', name: 'Selisih persediaan', kind: 'INVENTORY_LOSS' },
  { code: 'WH-MAIN', name: 'Gudang utama', kind: 'INTERNAL' },
] as const

export function isBaseLocation(code: string): boolean {
  return baseLocations.some(location => location.code === code.toUpperCase())
}
