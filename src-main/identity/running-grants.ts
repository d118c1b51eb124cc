import type { Selectable } from 'kysely'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { PermissionGrantTable } from '../database/tables.ts'

/** What a user was given for a time and still has, the first to lapse in front. */
export function runningGrants(db: Reader, userId: string, now: string): Pick<Selectable<PermissionGrantTable>, 'permission' | 'expiresAt'>[] {
  return db.all(sql.selectFrom('permissionGrant').select(['permission', 'expiresAt'])
    .where('userId', '=', userId).where('expiresAt', '>', now).where('revokedAt', 'is', null).orderBy('expiresAt'))
}
