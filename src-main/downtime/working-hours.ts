import { addDays, businessDay, dayEnd, dayStart, firstDay, instantAt, lastDay, type BusinessDay } from '../../shared/core/dates.ts'
import type { SectionDowntime } from '../../shared/downtime/contract.ts'
import { shiftMinutes, workDayOf } from '../../shared/masters/work-days.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { factoryCalendar } from '../masters/factory-calendar.ts'

/** What a day's shifts are in instants, and how long is worked in them without breaks. */
export type WorkingHours = Pick<SectionDowntime, 'shiftMinutes' | 'hours'>

/** The factory's days as its calendar has them. */
export interface FactoryHours {
  of(day: BusinessDay): WorkingHours
  /** From midnight to midnight of the factory, but a shift that passes midnight belongs whole to the day on which it began: it ends that one later, and the next one begins with its end. */
  day(day: BusinessDay): { readonly from: string; readonly to: string }
  /** The day that an instant belongs to. */
  dayAt(instant: string): BusinessDay
  /** The day that a time on the factory's clock belongs to. */
  dayOf(day: BusinessDay, time: string): BusinessDay
}

export function openFactoryHours(db: Reader): FactoryHours {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const { shifts, holidays } = factoryCalendar(db)
  const reckoned = (day: BusinessDay): WorkingHours => {
    // A shift of the last day there is would end on none.
    if (day === lastDay) return { shiftMinutes: 0, hours: [] }
    const working = workDayOf(day, shifts, holidays).shifts
    return {
      shiftMinutes: working.reduce((sum, shift) => sum + shiftMinutes(shift), 0),
      // A shift that ends no later than it starts ends on the next day.
      hours: working.map(({ startTime, endTime }) => ({ from: instantAt(day, startTime, timeZone), to: instantAt(endTime > startTime ? day : addDays(day, 1), endTime, timeZone) })),
    }
  }
  const known = new Map<BusinessDay, WorkingHours>()
  const of = (day: BusinessDay) => known.get(day) ?? kept(day)
  const kept = (day: BusinessDay) => {
    const working = reckoned(day)
    known.set(day, working)
    return working
  }
  const endOf = (day: BusinessDay) => [dayEnd(day, timeZone), ...of(day).hours.map(({ to }) => to)].toSorted().at(-1)!
  const startOf = (day: BusinessDay) => (day === firstDay ? dayStart(day, timeZone) : endOf(addDays(day, -1)))
  const dayAt = (instant: string) => {
    const day = businessDay(instant, { timeZone })
    return instant < startOf(day) ? addDays(day, -1) : day
  }
  return {
    of,
    day: day => ({ from: startOf(day), to: endOf(day) }),
    dayAt,
    dayOf: (day, time) => dayAt(instantAt(day, time, timeZone)),
  }
}
