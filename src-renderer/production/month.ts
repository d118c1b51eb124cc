import { addDays, type BusinessDay } from '../../shared/core/dates.ts'

/** "2026-11" of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** The month so many months later. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** Its days, in order. */
export function daysOfMonth(month: string): BusinessDay[] {
  const first = `${month}-01` as BusinessDay
  return Array.from({ length: 31 }, (_, at) => addDays(first, at)).filter(day => monthOf(day) === month)
}

/** "November 2026", as the language writes it. */
export function monthText(month: string, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
}

/** "24 Sel": the number of a day and its weekday, short. */
export function dayHeading(day: string, language: string): string {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  return `${Number(day.slice(8))} ${weekday}`
}
