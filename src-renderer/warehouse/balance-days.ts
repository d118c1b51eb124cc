import { addDays, daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { maxDecimal, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'

export type StockHistory = OutputOf<AppContract['warehouse']['getStockHistory']>
/** `balance` is the one at the end of the day. */
export interface BalanceDay {
  readonly day: BusinessDay
  readonly came: Decimal
  readonly went: Decimal
  readonly balance: Decimal
}

/** A history with every day in it, from the first to the last: what stood still goes on standing. */
export function balanceDays({ opening, days }: StockHistory, from: BusinessDay, to: BusinessDay): BalanceDay[] {
  const moved = new Map(days.map(one => [one.day, one]))
  let balance = opening
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => {
    const day = addDays(from, at)
    const { came, went, balance: after } = moved.get(day) ?? { came: zero, went: zero, balance }
    balance = after
    return { day, came, went, balance }
  })
}

export interface BalanceSummary {
  readonly came: Decimal
  readonly went: Decimal
  readonly lowest: BalanceDay
  readonly highest: Decimal
  readonly closing: Decimal
}

/** What a series of days says at a glance; of equally low days the latest one. Nothing for no days. */
export function summarize(days: readonly BalanceDay[]): BalanceSummary | undefined {
  const last = days.at(-1)
  if (!last) return undefined
  return {
    came: sumDecimals(days.map(({ came }) => came)),
    went: sumDecimals(days.map(({ went }) => went)),
    lowest: days.reduce((lowest, day) => (day.balance <= lowest.balance ? day : lowest), last),
    highest: days.reduce((highest, { balance }) => maxDecimal(highest, balance), last.balance),
    closing: last.balance,
  }
}
