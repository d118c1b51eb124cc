import { decimalText } from '../../shared/core/decimal.ts'
import type { LedgerReceipt } from '../../shared/ledger/contract.ts'
import type { ReferenceOption } from '../components/reference-source.ts'

/** As it travels: a kept row whose quantity is emptied is taken out. */
export type EnteredLine = { readonly itemId: string | null; readonly quantity: string | null; readonly notes: string | null }

export function lineOfEntry({ itemId, quantity, notes }: Pick<LedgerReceipt, 'itemId' | 'quantity' | 'notes'>): EnteredLine {
  return { itemId, quantity: decimalText(quantity), notes: notes || null }
}

export function itemOption({ itemId, itemCode, itemName, unitCode }: Pick<LedgerReceipt, 'itemId' | 'itemCode' | 'itemName' | 'unitCode'>): ReferenceOption {
  return { id: itemId, code: itemCode, name: itemName, detail: unitCode }
}
