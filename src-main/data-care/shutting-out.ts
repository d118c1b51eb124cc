import type { ShutOut } from '../../shared/data-care/backup.ts'
import { restoring } from '../../shared/data-care/contract.ts'
import { systemUserId } from '../../shared/identity/system-user.ts'
import type { Actor, CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import type { Writer } from '../database/pen.ts'
import { sql } from '../database/sql.ts'

interface Restored { readonly db: Writer; readonly now: string; readonly by: Actor | null }

/** In data that was put back: everybody signs in again. */
export function endAllSessions({ db, now }: Restored): void {
  for (const session of db.all(sql.selectFrom('session').select(['id', 'version']).where('endedAt', 'is', null))) db.update('session', session, { endedAt: now })
}

/**
 * In data that was put back: who had been shut out since, stays out, and a password that was changed since is not the old one again. Where that cannot be known, no API key works before a Superadmin has
 * looked at it; a program does not notice that it should ask.
 */
export function keepShutOut(restored: Restored, shutOut: ShutOut | null, notify: CommandContext['notify']): void {
  const { db, now, by } = restored
  if (!shutOut) return suspendKeys(db, now, notify)
  const revocation = { revokedAt: now, revokedBy: by && db.find('user', by.userId) ? by.userId : systemUserId }
  for (const id of shutOut.apiKeys) db.update('apiKey', db.get('apiKey', id), revocation)
  for (const id of shutOut.suspendedKeys) db.update('apiKey', db.get('apiKey', id), { suspendedAt: now })
  for (const id of shutOut.grants) db.update('permissionGrant', db.get('permissionGrant', id), revocation)
  for (const id of shutOut.pins) db.update('operatorPass', db.get('operatorPass', id), { pinHash: null })
  for (const id of shutOut.badges) db.update('operatorPass', db.get('operatorPass', id), { badgeHash: null })
  for (const id of shutOut.delegations) db.update('approvalDelegation', db.get('approvalDelegation', id), { endedAt: now })
  for (const { id, ...password } of shutOut.passwords) db.update('user', db.get('user', id), password)
  for (const id of deactivated(db, shutOut.users)) db.update('user', db.get('user', id), { isActive: false })
}

function suspendKeys(db: Writer, now: string, notify: CommandContext['notify']): void {
  const working = db.all(sql.selectFrom('apiKey').select(['id', 'version']).where('revokedAt', 'is', null).where('suspendedAt', 'is', null))
  for (const key of working) db.update('apiKey', key, { suspendedAt: now })
  if (working.length > 0) notify({ kind: 'KEYS_SUSPENDED', audience: [{ role: 'Superadmin' }], params: { count: working.length } })
}

/** Who could restore stays, where nobody else could: by the restored data they may be the only ones. */
function deactivated(db: Reader, users: readonly string[]): readonly string[] {
  const keepers = db.all(sql.selectFrom('user').innerJoin('roleGrant', 'roleGrant.roleId', 'user.roleId').select('user.id')
    .where('user.isActive', '=', true).where('user.id', '!=', systemUserId).where('permission', '=', restoring)).map(({ id }) => id)
  return keepers.every(id => users.includes(id)) ? users.filter(id => !keepers.includes(id)) : users
}
