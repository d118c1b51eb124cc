import { negateDecimal, type Decimal } from '../core/decimal.ts'
import { addRationals, ceilToInteger, compareRationals, divideRationals, multiplyRationals, ratio, rational, type Rational } from '../core/rational.ts'

/** Pieces that went through a stage. */
export interface Passed { readonly good: number; readonly rejects: number }

/** The share of them that was rejected. Needs some. */
export function defectShare({ good, rejects }: Passed): Rational {
  return ratio(BigInt(rejects), BigInt(good + rejects))
}

/** PL-15: whether a stage rejects so many percentage points more than usual, and not just as many. */
export function isBeyondUsual(now: Rational, usual: Rational, points: Decimal): boolean {
  return compareRationals(now, addRationals(usual, divideRationals(rational(points), rational(100n)))) > 0
}

/** PL-15: the share that many percentage points lower. */
export function aStepLess(share: Rational, points: Decimal): Rational {
  return addRationals(share, divideRationals(rational(negateDecimal(points)), rational(100n)))
}

/** PL-15: a target that makes up for what is lost beyond the usual, rounded up. Needs a share below one. */
export function raisedTarget(target: number, now: Rational, usual: Rational): number {
  return ceilToInteger(multiplyRationals(rational(BigInt(target)), divideRationals(rest(usual), rest(now))))
}

function rest({ numerator, denominator }: Rational): Rational {
  return ratio(denominator - numerator, denominator)
}
