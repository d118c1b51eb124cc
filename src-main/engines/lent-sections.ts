import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** The sections that are lent with permissions now, by whom they are lent to; of one user only, where one is named. */
export function lentSections(db: Reader, now: string, userId?: string): ReadonlyMap<string, readonly string[]> {
  let running = sql.selectFrom('permissionGrant').select(['userId', 'sections']).where('expiresAt', '>', now).where('revokedAt', 'is', null).where('sections', '!=', '[]')
  if (userId !== undefined) running = running.where('userId', '=', userId)
  const byUser = Map.groupBy(db.all(running), row => row.userId)
  return new Map([...byUser].map(([id, rows]) => [id, rows.flatMap(({ sections }) => JSON.parse(sections) as string[])]))
}
