import { daysBetween, type BusinessDay } from '../core/dates.ts'
import { isPositive, isZero, maxDecimal, subtractDecimals, zero, type Decimal } from '../core/decimal.ts'
import { addMoney, type Money } from '../core/money.ts'
import { addRationals, divideRationals, floorToInteger, multiplyRationals, ratio, rational, toDecimal, type Rational } from '../core/rational.ts'
import { ageBand, type AgeBand, type AgeLimits } from './rules.ts'

export const debtStatuses = ['PENDING', 'SPV_APPROVED', 'APPROVED', 'REJECTED', 'CANCELLED'] as const
export type DebtStatus = (typeof debtStatuses)[number]

export const paymentStates = ['ACTIVE', 'PARTIAL_PAID', 'FULLY_PAID', 'OVERDUE', 'WRITTEN_OFF'] as const
export type PaymentState = (typeof paymentStates)[number]

export const debtRisks = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const
export type DebtRisk = (typeof debtRisks)[number]

/** WH-21: from these shares of the need on, in percent. */
export interface RiskLimits { readonly medium: Decimal; readonly high: Decimal; readonly critical: Decimal }

/** What the rules look at; a whole debt is one. */
export interface DebtFigures {
  readonly quantity: Decimal
  readonly required: Decimal
  readonly issued: Decimal
  readonly settled: Decimal
  readonly dueDay: string
  readonly writtenOffAt: string | null
}

/** What has been taken on it and not come in. */
export function owedOf({ issued, settled }: Pick<DebtFigures, 'issued' | 'settled'>): Decimal {
  return subtractDecimals(issued, settled)
}

/** What may still be taken on it. */
export function leftOf({ quantity, issued }: Pick<DebtFigures, 'quantity' | 'issued'>): Decimal {
  return subtractDecimals(quantity, issued)
}

/** What of it is not settled, taken or not. */
export function openOf({ quantity, settled }: Pick<DebtFigures, 'quantity' | 'settled'>): Decimal {
  return subtractDecimals(quantity, settled)
}

/** WH-20, of an approved debt on a day. It is overdue from the day after the one it is due, as long as anything is owed. */
export function paymentOf(debt: DebtFigures, today: string): PaymentState {
  if (debt.writtenOffAt !== null) return 'WRITTEN_OFF'
  if (isZero(openOf(debt))) return 'FULLY_PAID'
  if (isPositive(owedOf(debt)) && debt.dueDay < today) return 'OVERDUE'
  return isPositive(debt.settled) ? 'PARTIAL_PAID' : 'ACTIVE'
}

/** The share of the need that is still open, in percent. */
export function shareOwed(debt: Pick<DebtFigures, 'quantity' | 'required' | 'settled'>): Decimal {
  return percentOfNeed(openOf(debt), debt.required)
}

/** WH-21, PL-14: how bad it is that so much of what is needed is missing, exactly: 20 of 100 is HIGH, a hair less MEDIUM. */
export function riskOf(missing: Decimal, required: Decimal, { medium, high, critical }: RiskLimits): DebtRisk {
  const reaches = (limit: Decimal) => BigInt(missing) * 1_000_000n >= BigInt(limit) * BigInt(required)
  if (reaches(critical)) return 'CRITICAL'
  if (reaches(high)) return 'HIGH'
  return reaches(medium) ? 'MEDIUM' : 'LOW'
}

/** So much of the need, in percent to one decimal: 5.42 of 25.92 is 20.9. */
export function percentOfNeed(missing: Decimal, required: Decimal): Decimal {
  const thousandths = divideRationals(multiplyRationals(rational(missing), rational(1000n)), rational(required))
  return toDecimal(ratio(BigInt(floorToInteger(addRationals(thousandths, ratio(1n, 2n)))), 10n), 'half-up')
}

/** WH-21: what the debt costs: the goods, and what their haste adds. Nothing where neither is known. */
export function costImpact(estimated: Money | null, rush: Money | null): Money | null {
  if (estimated === null || rush === null) return estimated ?? rush
  return addMoney(estimated, rush)
}

/** How long it has stood since it was approved. */
export function debtAge(approvedDay: BusinessDay, today: BusinessDay, ages: AgeLimits): { readonly days: number; readonly band: AgeBand } {
  const days = Math.max(0, daysBetween(approvedDay, today))
  return { days, band: ageBand(days, ages) }
}

/** WH-21: how many whole pieces the stock suffices for: 20.5 at 0.054 each make 379. None where there is no stock. */
export function producible(stock: Decimal, perUnit: Decimal | Rational): number {
  if (!isPositive(stock)) return 0
  return floorToInteger(divideRationals(rational(stock), typeof perUnit === 'number' ? rational(perUnit) : perUnit))
}

/** PL-14: less is available than is needed and the margin on top. */
export function isLowFor(available: Decimal, required: Decimal, marginPercent: Decimal): boolean {
  return BigInt(available) * 1_000_000n < BigInt(required) * (1_000_000n + BigInt(marginPercent))
}

/** How much is missing where so much is available; nothing where it suffices. */
export function missingOf(required: Decimal, available: Decimal): Decimal {
  return maxDecimal(zero, subtractDecimals(required, maxDecimal(zero, available)))
}
