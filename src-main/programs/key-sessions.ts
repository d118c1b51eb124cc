import type { Selectable } from 'kysely'
import { isPermission } from '../../shared/core/permissions.ts'
import { canBeKeyed } from '../../shared/programs/rules.ts'
import type { Session } from '../core/session.ts'
import type { KnownSession } from '../core/sessions.ts'
import type { Writer } from '../database/pen.ts'
import { createReader, type Connection, type Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ApiKeyTable } from '../database/tables.ts'
import { runningGrants } from '../identity/running-grants.ts'
import { sessionOfUser } from '../identity/sessions.ts'

export const keyDesk = 'key-'

/** The session of an API key's hash: its maker's, narrowed to what the key was given; nothing once it is revoked, while it is suspended or they are inactive. */
export function loadKeySession(connection: Connection, keyHash: string, now: string): KnownSession | undefined {
  const db = createReader(connection, new Set())
  const key = db.first(sql.selectFrom('apiKey').selectAll().where('keyHash', '=', keyHash).where('revokedAt', 'is', null).where('suspendedAt', 'is', null))
  const session = key && narrowed(db, key, now)
  return key && session && { session, expiresAt: key.expiresAt, lastSeenAt: key.lastUsedAt ?? key.createdAt, idles: 'never', lapsesAt: runningGrants(db, key.userId, now)[0]?.expiresAt }
}

/** Taken from its maker later, or no longer given to keys, a right is taken from the key too. */
function narrowed(db: Reader, key: Selectable<ApiKeyTable>, now: string): Session | undefined {
  const owner = sessionOfUser(db, key.userId, { id: key.id, deskId: `${keyDesk}${key.id}`, ip: '', userAgent: '' }, now)
  if (!owner || owner.mustChangePassword) return undefined
  const sections = JSON.parse(key.sections) as 'all' | string[]
  return {
    ...owner, isProgram: true,
    permissions: new Set((JSON.parse(key.permissions) as string[]).filter(isPermission).filter(permission => canBeKeyed(permission) && owner.permissions.has(permission))),
    sections: sections === 'all' ? owner.sections : new Set(sections.filter(id => owner.sections === 'all' || owner.sections.has(id))),
    canSeeCost: key.canSeeCost && owner.canSeeCost,
  }
}

/** Notes when a key was last used; nothing if the id is no key's. */
export function touchKey(db: Writer, id: string, at: string): void {
  const key = db.find('apiKey', id)
  if (key && (key.lastUsedAt === null || at > key.lastUsedAt)) db.update('apiKey', key, { lastUsedAt: at })
}
