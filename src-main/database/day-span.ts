import { dayEnd, dayStart, type BusinessDay } from '../../shared/core/dates.ts'
import type { Reader } from './reader.ts'
import { sql } from './sql.ts'

/** The instants between which these days lie in the factory's time zone, from the first to before the second; open where a day is left out. */
export function daySpan(db: Reader, fromDay: BusinessDay | undefined, toDay: BusinessDay | undefined): { from: string; to: string } | undefined {
  if (fromDay === undefined && toDay === undefined) return undefined
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  return {
    from: fromDay === undefined ? '' : dayStart(fromDay, timeZone),
    // After every instant that can be written.
    to: toDay === undefined ? '~' : dayEnd(toDay, timeZone),
  }
}
