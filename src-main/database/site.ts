import type { Database } from 'better-sqlite3'
import { businessDay } from '../../shared/core/dates.ts'

export interface Site { readonly id: string; readonly name: string; readonly timeZone: string; readonly epoch: string; readonly isDemo: boolean; readonly isReady: boolean }

/** The factory this database belongs to; nothing before the first run. */
export function readSite(sqlite: Database): Site | undefined {
  const row = sqlite.prepare('select id, name, timeZone, epoch, isDemo, isReady from site limit 1').get() as
    | (Omit<Site, 'isDemo' | 'isReady'> & { isDemo: number; isReady: number })
    | undefined
  return row && { ...row, isDemo: row.isDemo === 1, isReady: row.isReady === 1 }
}

export const defaultTimeZone = 'Asia/Jakarta'

/** The factory's business day at an instant. */
export function siteDay(sqlite: Database, instant: string): string {
  return businessDay(instant, { timeZone: readSite(sqlite)?.timeZone ?? defaultTimeZone })
}

export function storedSettings(sqlite: Database): { id: string; value: string }[] {
  return sqlite.prepare('select id, value from setting').all() as { id: string; value: string }[]
}
