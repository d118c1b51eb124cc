import type { LastRestore, keptKinds } from '../../shared/data-care/contract.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

type KeptKind = (typeof keptKinds)[number]

/** The newest restore, and what its audit says of those who were shut out after the backup: they stayed out. */
export function lastRestore(db: Reader): LastRestore | null {
  const restore = db.first(sql.selectFrom('dataRestore').select(['at', 'backupAt']).orderBy('seq', 'desc').limit(1))
  if (!restore) return null
  const entries = db.all(sql.selectFrom('auditEntry').select(['entity', 'entityId', 'after']).where('procedure', '=', 'dataCare.recordRestore').where('at', '=', restore.at).orderBy('seq'))
  return { ...restore, kept: entries.flatMap(({ entity, entityId, after }) => (entityId === null ? [] : keptBy(db, entity ?? '', entityId, Object.keys(JSON.parse(after ?? '{}') as object)))) }
}

/** Of one changed record: what became of it, and whose it is. */
function keptBy(db: Reader, entity: string, id: string, changed: readonly string[]): LastRestore['kept'] {
  const nameOf = (userId: string | undefined) => (userId === undefined ? undefined : db.find('user', userId)?.fullName)
  const told = (name: string | undefined, kinds: readonly (readonly [field: string, kind: KeptKind])[]) =>
    kinds.filter(([field]) => changed.includes(field)).map(([, kind]) => ({ kind, name: name ?? '–' }))
  if (entity === 'apiKey') return told(db.find('apiKey', id)?.name, [['revokedAt', 'apiKey'], ['suspendedAt', 'suspendedKey']])
  if (entity === 'permissionGrant') return told(nameOf(db.find('permissionGrant', id)?.userId), [['revokedAt', 'grant']])
  if (entity === 'operatorPass') return told(nameOf(db.find('operatorPass', id)?.userId), [['pinHash', 'pin'], ['badgeHash', 'badge']])
  if (entity === 'approvalDelegation') return told(nameOf(db.find('approvalDelegation', id)?.userId), [['endedAt', 'delegation']])
  return entity === 'user' ? told(nameOf(id), [['isActive', 'account'], ['passwordHash', 'password']]) : []
}
