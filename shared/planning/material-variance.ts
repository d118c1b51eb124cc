import type { Decimal } from '../core/decimal.ts'
import { compareRationals, ratio, rational, type Rational } from '../core/rational.ts'

/** What a part takes of each material for one article. */
export type Materials = ReadonlyMap<string, Rational>

/**
 * PL-20: by how many percent what is taken differs from the BOM in force, of the material that differs most; exactly. Nothing where one takes
 * a material that the other does not: then it is another BOM, not more or less of the same.
 */
export function materialVariance(taken: Materials, inForce: Materials): Rational | undefined {
  if (taken.size !== inForce.size) return undefined
  let most = rational(0n)
  for (const [itemId, now] of inForce) {
    const own = taken.get(itemId)
    if (own === undefined || now.numerator === 0n) return undefined
    const difference = own.numerator * now.denominator - now.numerator * own.denominator
    const percent = ratio((difference < 0n ? -difference : difference) * 100n, now.numerator * own.denominator)
    if (compareRationals(percent, most) > 0) most = percent
  }
  return most
}

/** Whether so much is still near enough to the BOM; another BOM never is. */
export function isNearBom(variance: Rational | undefined, percent: Decimal): boolean {
  return variance !== undefined && compareRationals(variance, rational(percent)) <= 0
}

/** PL-20: why the System leaves a work order to people. */
export const manualReasons = ['URGENT', 'SHORT', 'DEBT', 'VARIANCE', 'OTHER_BOM'] as const
export type ManualReason = (typeof manualReasons)[number]
