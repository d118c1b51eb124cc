import type { Language } from '../texts.ts'
import { addDays, BusinessDaySchema, wallClock, type BusinessDay } from './dates.ts'

/** `2026-11-20` as people write it: `20-11-2026`. */
export function dayText(day: string): string {
  return day.split('-').reverse().join('-')
}

/** A moment on the factory's clock: `14.05` in Indonesian, `14:05` in English. */
export function clockText(instant: string, timeZone: string, language: Language): string {
  return written(wallClock(instant, timeZone).time, language)
}

/** `20-11-2026 14.05 WIB`; `short` leaves the zone out. */
export function instantText(instant: string, timeZone: string, language: Language, form?: 'short'): string {
  const { day, time } = wallClock(instant, timeZone)
  const zone = form === 'short' ? undefined : zoneNames[timeZone]
  return [dayText(day), written(time, language), zone].filter(Boolean).join(' ')
}

/**
 * What a person typed: `20-11-2026`, `20/11/26`, `20.11` (this year), `20112026`, `20` (this month), or counted from today:
 * `h`, `d`, `+1`, `h+1`, `d-7`. Nothing if there is no such day.
 */
export function readDay(typed: string, today: BusinessDay): BusinessDay | undefined {
  const text = typed.trim().toLowerCase()
  const [, counted] = /^(?:[hd]\s*([+-]\s*\d{1,4})?|([+-]\s*\d{1,4}))$/.exec(text) ? [text, text.replace(/[hd\s]/g, '')] : []
  if (counted !== undefined) return addDays(today, Number(counted || 0))
  const [day, month = today.slice(5, 7), year = today.slice(0, 4), ...rest] = isoParts(text) ?? digitParts(text) ?? text.split(/[-/. ]+/)
  if (day === undefined || rest.length > 0 || ![day, month, year].every(part => /^\d+$/.test(part))) return undefined
  const whole = `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return BusinessDaySchema.safeParse(whole).data
}

/** Pasted from a program: `2026-11-20`. */
function isoParts(text: string): string[] | undefined {
  return /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).reverse()
}

function digitParts(text: string): string[] | undefined {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text) ?? []
  return day === undefined ? undefined : [day, month!, ...(year === undefined ? [] : [year])]
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}

function written(time: string, language: Language): string {
  return time.replace(':', language === 'id' ? '.' : ':')
}

/** As people call the factory's time; other zones go unnamed. */
const zoneNames: Readonly<Record<string, string>> = { 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT', UTC: 'UTC' }
