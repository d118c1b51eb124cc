import type { Database } from 'better-sqlite3'
import { businessDay, dayEnd } from '../../shared/core/dates.ts'
import { prepare, withBooleans, type Connection, type Reader } from './reader.ts'
import { lasting, sql } from './sql.ts'

export interface Site { readonly id: string; readonly name: string; readonly timeZone: string; readonly epoch: string; readonly isDemo: boolean; readonly isReady: boolean; readonly isTraining: boolean }

/** The factory this database belongs to; nothing before the first run. */
export function readSite(connected: Connection): Site | undefined {
  const kept = prepare(connected, 'select id, name, timeZone, epoch, isDemo, isReady, isTraining from site limit 1', () => [])
  return withBooleans(kept, kept.statement.all() as Record<string, unknown>[])[0] as Site | undefined
}

export const defaultTimeZone = 'Asia/Jakarta'

/** The last day told: nearly every command asks for the day, and a time zone's day is the same all minute. */
let told = { minute: '', timeZone: '', day: '' }

/** The factory's business day at an instant. */
export function siteDay(connected: Connection, instant: string): string {
  return dayIn(readSite(connected)?.timeZone, instant)
}

const zoneOfSite = lasting(() => sql.selectFrom('site').select('timeZone').limit(1))

/** The same for a command, which is not to read the site each time. */
export function commandDay(db: Reader, instant: string): string {
  return dayIn(db.first(zoneOfSite({}))?.timeZone, instant)
}

function dayIn(timeZone = defaultTimeZone, instant: string): string {
  const minute = instant.slice(0, 'YYYY-MM-DDTHH:MM'.length)
  if (told.minute !== minute || told.timeZone !== timeZone) told = { minute, timeZone, day: businessDay(instant, { timeZone }) }
  return told.day
}

/** When the factory's day of this instant is over. */
export function siteDayEnd(connected: Connection, instant: string): string {
  const timeZone = readSite(connected)?.timeZone ?? defaultTimeZone
  return dayEnd(businessDay(instant, { timeZone }), timeZone)
}

export function storedSettings(sqlite: Database): { id: string; value: string }[] {
  return sqlite.prepare('select id, value from setting').all() as { id: string; value: string }[]
}
