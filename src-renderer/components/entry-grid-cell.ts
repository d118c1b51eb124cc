import type { ErrorParams } from '../../shared/core/errors.ts'

/** A value as it travels: decimals, days and ids are text. `null` is an empty cell; empty text counts as empty too. */
export type CellValue = string | number | boolean | null
export type GridLine = Readonly<Record<string, CellValue>>

/** `reason` is a key as `issueText` takes it. */
export interface CellFault { readonly reason: string; readonly params: ErrorParams }
/**
 * What was typed or pasted where it is no value of its column: kept, so that nothing typed is lost. Without a fault nobody knows
 * yet what it means, because the host is being asked.
 */
export interface Typed { readonly typed: string; readonly fault: CellFault | null }
export type Cell = CellValue | Typed

export function isTyped(cell: Cell): cell is Typed {
  return typeof cell === 'object' && cell !== null
}

export function isPending(cell: Cell): cell is Typed {
  return isTyped(cell) && cell.fault === null
}

export function isEmpty(cell: Cell): cell is '' | null {
  return cell === null || cell === ''
}

export function isSame(a: Cell, b: Cell): boolean {
  if (a === b || (isEmpty(a) && isEmpty(b))) return true
  return isTyped(a) && isTyped(b) && a.typed === b.typed
}

/** The cell's value; none where what was typed is no value. */
export function valueOf(cell: Cell): CellValue {
  return isTyped(cell) || cell === '' ? null : cell
}
