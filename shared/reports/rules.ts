import { addDays, BusinessDaySchema, type BusinessDay } from '../core/dates.ts'
import { divide, isZero, multiply, decimal, type Decimal } from '../core/decimal.ts'
import type { Period } from './report.ts'

const hundred = decimal('100')

/** RP-4: `part` of `whole` in percent, to 4 places; of zero there is no share. 488 of 500 is 97.6. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  return isZero(whole) ? null : divide(multiply(part, hundred, 'half-even'), whole, 'half-even')
}

/** From the first to the last day of the month. */
export function monthOf(day: BusinessDay): Period {
  const from = `${day.slice(0, 8)}01` as BusinessDay
  const next = addDays(from, 31)
  return { from, to: addDays(`${next.slice(0, 8)}01` as BusinessDay, -1) }
}

/**
 * RP-2: what is no day, or missing, is that end of this month, without an error; a period that ends before it begins is this
 * month as a whole.
 */
export function readPeriod(given: { readonly from?: string | undefined; readonly to?: string | undefined }, today: BusinessDay): Period {
  const month = monthOf(today)
  const from = BusinessDaySchema.safeParse(given.from).data ?? month.from
  const to = BusinessDaySchema.safeParse(given.to).data ?? month.to
  return from <= to ? { from, to } : month
}
