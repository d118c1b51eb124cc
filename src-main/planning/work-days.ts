import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { workDayOf } from '../../shared/masters/work-days.ts'
import type { Reader } from '../database/reader.ts'
import { factoryCalendar } from '../masters/factory-calendar.ts'

/** A factory that works on no day of the week has said nothing: then every day counts. */
const longestRest = 60

/** The factory's working days, by its first calendar in use. */
export interface WorkDays {
  /** The day itself if it is worked on, else the next one that is. */
  from(day: BusinessDay): BusinessDay
  /** The last of so many working days from `day` on: 1 is `from(day)`. */
  last(day: BusinessDay, count: number): BusinessDay
  /** How many working days lie after `day`, up to `until`. */
  between(day: BusinessDay, until: BusinessDay): number
}

export function openWorkDays(db: Reader): WorkDays {
  const { shifts, holidays } = factoryCalendar(db)
  const isWorked = (day: BusinessDay) => shifts.length === 0 || workDayOf(day, shifts, holidays).shifts.length > 0
  const from = (day: BusinessDay) => Array.from({ length: longestRest }, (_, ahead) => addDays(day, ahead)).find(isWorked) ?? day
  return {
    from,
    last(day, count) {
      let at = from(day)
      for (let counted = 1; counted < count; counted += 1) at = from(addDays(at, 1))
      return at
    },
    between(day, until) {
      let count = 0
      for (let at = addDays(day, 1); at <= until; at = addDays(at, 1)) if (isWorked(at)) count += 1
      return count
    },
  }
}
