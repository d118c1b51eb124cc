import type { Decimal } from '../core/decimal.ts'
import type { Money } from '../core/money.ts'

export const abcClasses = ['A', 'B', 'C'] as const
export type AbcClass = (typeof abcClasses)[number]

/** Percent of the value moved in a year that class A reaches up to, and class B after it. */
export interface AbcShares { readonly first: Decimal; readonly second: Decimal }

/**
 * Classes by the value that each item moved in a year: from the largest down, those before the first share is reached are A, before
 * the second B, the rest C. Of 700, 200 and 100 with shares of 70 and 90 percent: A, B, C. What moved nothing is C.
 */
export function abcClassesOf(moved: ReadonlyMap<string, Money>, { first, second }: AbcShares): ReadonlyMap<string, AbcClass> {
  const largestFirst = [...moved].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const total = largestFirst.reduce((sum, [, value]) => sum + BigInt(Math.max(0, value)), 0n)
  let before = 0n
  return new Map(largestFirst.map(([itemId, value]) => {
    const isBelow = (share: Decimal) => before * 1_000_000n < BigInt(share) * total
    const abcClass = value <= 0 ? 'C' : isBelow(first) ? 'A' : isBelow(second) ? 'B' : 'C'
    before += BigInt(Math.max(0, value))
    return [itemId, abcClass]
  }))
}
