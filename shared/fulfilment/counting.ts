import { decimalText } from '../core/decimal.ts'
import { readOwnCode } from '../scan/own-code.ts'

/** What of a line is needed to find it on its shelf and to count it. */
export interface CountedLine {
  readonly id: string
  readonly position: number
  readonly itemCode: string
  readonly barcode: string
  readonly quantity: number
  readonly isCharge: boolean
  readonly shelfLocation: string
}
/** How many pieces of each line were counted so far. */
export type Counts = Readonly<Record<string, number>>
export type CountAnswer<Line> =
  | { readonly kind: 'counted'; readonly line: Line; readonly counts: Counts; readonly isLineFull: boolean; readonly isAllFull: boolean }
  | { readonly kind: 'over'; readonly line: Line }
  | { readonly kind: 'unknown' }

/** In the order in which the shelves stand: `R-2` before `R-10`, what has no shelf last. Charges are not on any shelf. */
export function inShelfOrder<Line extends CountedLine>(lines: readonly Line[]): Line[] {
  return lines
    .filter(({ isCharge }) => !isCharge)
    .toSorted(
      (a, b) =>
        Number(a.shelfLocation === '') - Number(b.shelfLocation === '') ||
        a.shelfLocation.localeCompare(b.shelfLocation, 'en', { numeric: true }) ||
        a.position - b.position,
    )
}

/**
 * One scan is one piece, that of a carton as many as it holds, of the first line of that item with room for them. What is no item of the
 * invoice, or too many of it, is not counted.
 */
export function countScan<Line extends CountedLine>(lines: readonly Line[], counts: Counts, scanned: string): CountAnswer<Line> {
  const { code, pieces } = readScan(scanned)
  const goods = inShelfOrder(lines)
  const same = goods.filter(line => line.barcode.toUpperCase() === code || line.itemCode.toUpperCase() === code)
  const [first] = same
  if (first === undefined) return { kind: 'unknown' }
  const line = same.find(({ id, quantity }) => countOf(counts, id) + pieces <= quantity)
  if (line === undefined) return { kind: 'over', line: same.find(one => !isFull(counts, one)) ?? first }
  const next = { ...counts, [line.id]: countOf(counts, line.id) + pieces }
  return { kind: 'counted', line, counts: next, isLineFull: isFull(next, line), isAllFull: goods.every(one => isFull(next, one)) }
}

export function countOf(counts: Counts, lineId: string): number {
  return counts[lineId] ?? 0
}

export function isFull(counts: Counts, { id, quantity }: Pick<CountedLine, 'id' | 'quantity'>): boolean {
  return countOf(counts, id) === quantity
}

/** As far as the host knows: lines that were ticked off are whole. */
export function tickedCounts(lines: readonly CountedLine[], ticked: readonly string[]): Counts {
  return Object.fromEntries(lines.filter(({ id, isCharge }) => !isCharge && ticked.includes(id)).map(({ id, quantity }) => [id, quantity]))
}

/** What the shelf has not given yet, line by line. */
export function lacking<Line extends CountedLine>(lines: readonly Line[], counts: Counts): { readonly line: Line; readonly quantity: number }[] {
  return inShelfOrder(lines)
    .map(line => ({ line, quantity: line.quantity - countOf(counts, line.id) }))
    .filter(({ quantity }) => quantity > 0)
}

/** The goods of which nobody said that all pieces are there, though the shelf lacks none of them. */
export function notCounted<Line extends CountedLine>(lines: readonly Line[], whole: readonly string[], short: readonly string[]): Line[] {
  return inShelfOrder(lines).filter(({ id }) => !whole.includes(id) && !short.includes(id))
}

function readScan(scanned: string): { readonly code: string; readonly pieces: number } {
  const own = readOwnCode(scanned)
  const code = (own?.code ?? scanned).trim().toUpperCase()
  return { code, pieces: own?.quantity === undefined ? 1 : Number(decimalText(own.quantity)) }
}
