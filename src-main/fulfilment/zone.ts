import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** The time zone of the factory's days. */
export function siteZone(db: Reader): string {
  return db.one(sql.selectFrom('site').select('timeZone').limit(1)).timeZone
}
