import { addDays, type BusinessDay } from '../core/dates.ts'
import { decimal, fromUnits, isNegative, isPositive, type Decimal } from '../core/decimal.ts'
import { ratio, toPlaces } from '../core/rational.ts'

/** What a section's ledger says of an item on a day, in the item's unit. */
export interface LedgerFigures { readonly opening: Decimal; readonly received: Decimal; readonly manual: Decimal; readonly output: Decimal; readonly rejected: Decimal; readonly waste: Decimal }

/** PX-7: what could be worked on. */
export function availableOf({ opening, received, manual }: Pick<LedgerFigures, 'opening' | 'received' | 'manual'>): Decimal {
  return fromUnits(opening + received + manual)
}

/** PX-7: more was put out than could be worked on. */
export function isAnomaly(figures: LedgerFigures): boolean {
  return figures.output > availableOf(figures)
}

/** PX-9: percent to two decimals; none where nothing was available. */
export function wastePercent(waste: Decimal, available: Decimal): Decimal | null {
  return isPositive(available) ? percent(waste, available) : null
}

/** PX-8: the day on which what was put out on a day comes to the section after. */
export function arrivalDay(day: BusinessDay, leadDays: number): BusinessDay {
  return addDays(day, leadDays)
}

/** PX-15: by how much of what was available an item stands below zero; all of it where nothing was. */
export function negativePercent(closing: Decimal, available: Decimal): Decimal {
  if (!isNegative(closing)) return decimal('0')
  return isPositive(available) ? percent(fromUnits(-closing), available) : decimal('100')
}

export const negativeLevels = ['SOFT', 'HARD', 'BLOCK'] as const
export type NegativeLevel = (typeof negativeLevels)[number]
/** From which percent on each level stands; `block` only above it. */
export interface NegativeBounds { readonly soft: Decimal; readonly hard: Decimal; readonly block: Decimal }

/** PX-15: 1–5 % soft, 5–10 % hard, above it blocked; nothing below. */
export function negativeLevel(share: Decimal, { soft, hard, block }: NegativeBounds): NegativeLevel | null {
  if (share > block) return 'BLOCK'
  if (share >= hard) return 'HARD'
  return share >= soft && isPositive(share) ? 'SOFT' : null
}

function percent(part: Decimal, whole: Decimal): Decimal {
  return toPlaces(ratio(BigInt(part) * 100n, BigInt(whole)), 2, 'half-up')
}
