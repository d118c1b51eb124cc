import { z } from 'zod'

/** A calendar day that exists, `YYYY-MM-DD`; sorts as text. Branded, so that only a checked or computed day is taken for one. */
export const BusinessDaySchema = z.iso.date().brand<'BusinessDay'>()
export type BusinessDay = z.infer<typeof BusinessDaySchema>

/**
 * A moment as UTC ISO text with Z. Seconds are needed, their fraction is not; it is kept with exactly 3 digits
 * ("2026-02-01T00:00:00.000Z"), because with mixed digits text order would not be time order.
 */
export const InstantSchema = z.iso.datetime({ abort: true }).overwrite(text => new Date(text).toISOString())

/** Wall clock `HH:MM`, 00:00 to 23:59. */
export const ClockTimeSchema = z.iso.time({ precision: -1 })

/** `start` and `end` as `HH:MM` on the factory's wall clock. An `end` not after `start` lies on the next day; equal ones make 24 hours. */
export interface Shift { readonly start: string; readonly end: string }
/** `timeZone` is an IANA name such as Asia/Jakarta. */
export interface BusinessCalendar { readonly timeZone: string; readonly shift?: Shift | undefined }

const millisecondsPerDay = 86_400_000
const thursday = 4

/**
 * The day an entry made at `instant` (UTC text with Z) belongs to: the factory's local day, except inside a shift that passes
 * midnight, which keeps the day it began on. With the shift 22:00–06:00, 02:30 on 5 March is 4 March; 06:00 is 5 March,
 * because the shift is over. An unusable instant or an unknown zone throws `RangeError`.
 */
export function businessDay(instant: string, calendar: BusinessCalendar): BusinessDay {
  const { day, time } = wallClock(instant, calendar.timeZone)
  return calendar.shift && isAfterMidnight(time, calendar.shift) ? addDays(day, -1) : day
}

/** Throws `RangeError` outside the years 0000–9999. */
export function addDays(day: BusinessDay, days: number): BusinessDay {
  return dayAt(midnight(day) + days * millisecondsPerDay)
}

/** `days` earlier, or the first day that can be written: for looking back from a day that somebody else named. */
export function daysBefore(day: BusinessDay, days: number): BusinessDay {
  return dayAt(Math.max(midnight(day) - days * millisecondsPerDay, midnight(firstDay)))
}

/** How many days `to` is after `from`; negative if it is before. */
export function daysBetween(from: BusinessDay, to: BusinessDay): number {
  return (midnight(to) - midnight(from)) / millisecondsPerDay
}

/** -1, 0 or 1, for `sort`. */
export function compareDays(a: BusinessDay, b: BusinessDay): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** ISO 8601: weeks begin on Monday and belong to the year of their Thursday, so 2027-01-01 is week 53 of 2026. */
export function isoWeek(day: BusinessDay): { week: number; year: number } {
  const middle = addDays(day, thursday - isoWeekday(day))
  const year = Number(middle.slice(0, 4))
  const daysIntoYear = daysBetween(firstDayOf(middle), middle)
  return { week: Math.floor(daysIntoYear / 7) + 1, year }
}

/** The week as orders and labels name it: "W05-2026". */
export function weekCode(day: BusinessDay): string {
  const { week, year } = isoWeek(day)
  return `W${String(week).padStart(2, '0')}-${String(year).padStart(4, '0')}`
}

function isAfterMidnight(time: string, shift: Shift): boolean {
  return shift.end <= shift.start && time < shift.end
}

const wallClocks = new Map<string, Intl.DateTimeFormat>()

/** Kept per zone: making a formatter costs six times as much as using it. */
function wallClockFormat(timeZone: string): Intl.DateTimeFormat {
  const kept = wallClocks.get(timeZone)
  if (kept) return kept
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  })
  wallClocks.set(timeZone, made)
  return made
}

/** What calendar and clock (`HH:MM`) show in a time zone at `instant` (UTC text with Z). */
export function wallClock(instant: string, timeZone: string): { day: BusinessDay; time: string } {
  // Without Z, JavaScript would read the text in the zone of whatever machine it runs on.
  if (!instant.endsWith('Z')) throw new RangeError(`not a UTC instant: ${instant}`)
  const parts = wallClockFormat(timeZone).formatToParts(new Date(instant))
  const { year = '', month, day, hour, minute } = Object.fromEntries(parts.map(part => [part.type, part.value]))
  return { day: `${year.padStart(4, '0')}-${month}-${day}` as BusinessDay, time: `${hour}:${minute}` }
}

/** Days are counted on UTC midnights, where every day has 24 hours; no zone comes into it. */
function midnight(day: BusinessDay): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayAt(milliseconds: number): BusinessDay {
  const text = new Date(milliseconds).toISOString()
  if (!/^\d{4}-/.test(text)) throw new RangeError(`day out of range: ${text}`)
  return text.slice(0, 10) as BusinessDay
}

function firstDayOf(day: BusinessDay): BusinessDay {
  return `${day.slice(0, 4)}-01-01` as BusinessDay
}

/** 1 is Monday, 7 is Sunday. */
export function isoWeekday(day: BusinessDay): number {
  return new Date(midnight(day)).getUTCDay() || 7
}

/** No day before the first or after the last can be written. */
export const firstDay = '0000-01-01' as BusinessDay
export const lastDay = '9999-12-31'

/** The instant a day begins in a time zone, UTC ISO: midnight there, also across a change of its offset. */
export function dayStart(day: BusinessDay, timeZone: string): string {
  return instantAt(day, '00:00', timeZone)
}

/** The instant, UTC ISO, at which calendar and clock (`HH:MM`) show this in a time zone. */
export function instantAt(day: BusinessDay, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00.000Z`)
  let instant = wanted
  // The second look settles days on which the offset itself changes.
  for (let look = 0; look < 2; look += 1) {
    const { day: there, time: shown } = wallClock(new Date(instant).toISOString(), timeZone)
    instant += wanted - Date.parse(`${there}T${shown}:00.000Z`)
  }
  return new Date(instant).toISOString()
}

/** The instant after a day in a time zone, for comparisons: of the last day there is, a text after every instant. */
export function dayEnd(day: BusinessDay, timeZone: string): string {
  return day === lastDay ? '~' : dayStart(addDays(day, 1), timeZone)
}
