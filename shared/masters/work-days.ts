import { addDays, type BusinessDay } from '../core/dates.ts'
import type { Holiday, WorkShift } from './workforce.ts'

export type DayShift = Pick<WorkShift, 'id' | 'code' | 'name' | 'weekdays' | 'startTime' | 'endTime' | 'breakMinutes'>
export type DayHoliday = Pick<Holiday, 'id' | 'day' | 'name'>

/** What a calendar says of one day: on a holiday none of its shifts works. */
export interface WorkDay { readonly day: BusinessDay; readonly holiday: DayHoliday | undefined; readonly shifts: readonly DayShift[] }

/** Monday is 1, as in a shift's `weekdays`. */
export function weekdayOf(day: BusinessDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function workDayOf(day: BusinessDay, shifts: readonly DayShift[], holidays: readonly DayHoliday[]): WorkDay {
  const holiday = holidays.find(one => one.day === day)
  const working = shifts.filter(({ weekdays }) => weekdays.includes(String(weekdayOf(day))))
  return { day, holiday, shifts: holiday ? [] : working.toSorted((a, b) => a.startTime.localeCompare(b.startTime)) }
}

/** Worked minutes of a shift, without its break; one that ends no later than it starts ends on the next day. */
export function shiftMinutes({ startTime, endTime, breakMinutes }: Pick<DayShift, 'startTime' | 'endTime' | 'breakMinutes'>): number {
  const [start, end] = [minutesOf(startTime), minutesOf(endTime)]
  return Math.max(0, (end > start ? end : end + 24 * 60) - start - breakMinutes)
}

/** The weeks that a month lies in, whole, from Monday on; `month` is `2026-11`. */
export function weeksOf(month: string): BusinessDay[][] {
  const first = `${month}-01` as BusinessDay
  const monday = addDays(first, 1 - weekdayOf(first))
  const weeks = Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_day, at) => addDays(monday, week * 7 + at)))
  return weeks.filter(days => days.some(day => day.startsWith(month)))
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}
