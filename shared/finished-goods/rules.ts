import { isNegative, isPositive, isZero, negateDecimal, subtractDecimals, type Decimal } from '../core/decimal.ts'
import { compareRationals, divideRationals, multiplyRationals, rational, type Rational } from '../core/rational.ts'
import { cartonVerdict, type CartonVerdict } from '../engineering/gates.ts'

export const cartonStatuses = ['PACKED', 'SCANNED', 'RECEIVED'] as const
export type CartonStatus = (typeof cartonStatuses)[number]

export const receiptStatuses = ['DRAFT', 'POSTED', 'REVERSED'] as const
export type ReceiptStatus = (typeof receiptStatuses)[number]

/** "FG-2026-00001-CTN004": after the order's number without its letters, counted within the order. */
export function cartonNumber(orderNumber: string, position: number): string {
  return `FG-${orderNumber.replace(/^\D+/, '')}-CTN${String(position).padStart(3, '0')}`
}

/** PX-14: what is printed on a carton for the carrier, "MARK-MO-2026-00001-0004": the order is the batch, counted within it. */
export function shippingMark(batch: string, position: number): string {
  return `MARK-${batch}-${String(position).padStart(4, '0')}`
}

/** FG-1: pieces in full cartons, and what is left for the last one: 465 in cartons of 60 are seven full ones and one of 45. */
export function cartonsOf(pieces: number, piecesPerCarton: number): number[] {
  const full = Array.from({ length: Math.floor(pieces / piecesPerCarton) }, () => piecesPerCarton)
  const rest = pieces % piecesPerCarton
  return rest === 0 ? full : [...full, rest]
}

/** FG-1: the places of those that do not hold what a carton holds: all but the last are full, and none holds more. */
export function badCartons(contents: readonly number[], piecesPerCarton: number): number[] {
  return contents.flatMap((pieces, at) => {
    const isLast = at === contents.length - 1
    return pieces === piecesPerCarton || (isLast && pieces > 0 && pieces < piecesPerCarton) ? [] : [at]
  })
}

/** FG-3: how many cartons more make whole pallets; nothing where they do already, or nobody says how many a pallet takes. */
export function cartonsShortOfPallet(cartons: number, cartonsPerPallet: number | null): number {
  return cartonsPerPallet === null || cartons % cartonsPerPallet === 0 ? 0 : cartonsPerPallet - (cartons % cartonsPerPallet)
}

/** What a receipt is held against: what was packed, and what was ordered. */
export interface Received { readonly received: Decimal; readonly packed: Decimal; readonly ordered: Decimal }
export interface Difference {
  /** Against what was packed; negative where less came. */
  readonly pieces: Decimal
  /** The larger of both differences, in percent. */
  readonly percent: Rational
  readonly isAny: boolean
}

/** How far what was received is from what was packed, or, where less came than was ordered, from that. */
export function differenceOf({ received, packed, ordered }: Received): Difference {
  const pieces = subtractDecimals(received, packed)
  const missing = subtractDecimals(ordered, received)
  const [ofPacked, ofOrdered] = [share(pieces, packed), isPositive(missing) ? share(missing, ordered) : none]
  return { pieces, percent: compareRationals(ofPacked, ofOrdered) >= 0 ? ofPacked : ofOrdered, isAny: !isZero(pieces) || isPositive(missing) }
}
const none = rational(0n)

function share(part: Decimal, whole: Decimal): Rational {
  if (isZero(whole)) return none
  return multiplyRationals(divideRationals(rational(isNegative(part) ? negateDecimal(part) : part), rational(whole)), rational(100n))
}

/** BM-6: who answers for a difference. */
export function receiptVerdict({ percent, isAny }: Difference, limits: Parameters<typeof cartonVerdict>[1]): CartonVerdict {
  return isAny ? cartonVerdict(percent, limits) : 'AUTOMATIC'
}
