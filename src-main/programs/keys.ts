import type { Selectable } from 'kysely'
import { addDays, dayEnd } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Session } from '../core/session.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { ApiKey, KeyFields, programs } from '../../shared/programs/contract.ts'
import { canBeKeyed } from '../../shared/programs/rules.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ApiKeyTable } from '../database/tables.ts'
import { requireBelow } from '../identity/rank.ts'

const longestDays = 731

/** Nobody gives a key what they do not have themselves, and no key what would let it make itself a user. */
export function requireKeyable(session: Session, { permissions, sections, canSeeCost, expiresOn }: KeyFields, today: string): void {
  const exceeding = permissions.filter(permission => !canBeKeyed(permission) || !session.permissions.has(permission))
  if (exceeding.length > 0) throw new AppError('key-exceeds', { needed: exceeding[0] })
  if (canSeeCost && !session.canSeeCost) throw new AppError('forbidden', { needed: 'canSeeCost' })
  if (sections === 'all' && session.sections !== 'all') throw new AppError('key-exceeds', { needed: 'sections' })
  const { sections: own } = session
  const foreign = sections === 'all' || own === 'all' ? undefined : sections.find(id => !own.has(id))
  if (foreign !== undefined) throw new AppError('foreign-section', { sectionId: foreign })
  const outside = (reason: string, params: Record<string, unknown>) => new AppError('invalid-input', { issues: [{ path: ['expiresOn'], reason, params }] })
  if (expiresOn < today) throw outside('programs.issues.past', {})
  if (expiresOn > addDays(today as KeyFields['expiresOn'], longestDays)) throw outside('programs.issues.tooLong', { days: longestDays })
}

export function storeKey({ db, session, today }: CommandContext, input: ParsedInputOf<typeof programs.storeKey>): { id: string } {
  const { permissions, sections, expiresOn, ...fields } = input
  requireKeyable(session, input, today())
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  return db.insert('apiKey', {
    ...fields, userId: session.userId, permissions: JSON.stringify([...new Set(permissions)]), sections: JSON.stringify(sections),
    expiresAt: dayEnd(expiresOn, timeZone), lastUsedAt: null, revokedAt: null, revokedBy: null,
  })
}

/** One that stands still since a restore works again as it did. */
export function resumeKey({ db, session }: CommandContext, { id, version }: ParsedInputOf<typeof programs.resumeKey>): void {
  const { userId, suspendedAt, revokedAt } = db.get('apiKey', id)
  requireBelow(db, session, userId)
  if (suspendedAt === null || revokedAt !== null) throw new AppError('wrong-state', { entity: 'apiKey', id })
  db.update('apiKey', { id, version }, { suspendedAt: null })
}

/** A key of somebody of a higher level is theirs to revoke (IA-4). */
export function revokeKey(context: CommandContext, { id, version }: ParsedInputOf<typeof programs.revokeKey>): void {
  const { userId, name } = context.db.get('apiKey', id)
  requireBelow(context.db, context.session, userId)
  markRevoked(context, { id, version, userId, name })
}

/** Every key somebody made that still works. */
export function revokeKeysOf(context: CommandContext, userId: string): void {
  const working = sql.selectFrom('apiKey').select(['id', 'version', 'userId', 'name']).where('userId', '=', userId).where('revokedAt', 'is', null).where('expiresAt', '>', context.clock.now())
  for (const key of context.db.all(working)) markRevoked(context, key)
}

function markRevoked({ db, session, clock, warn }: CommandContext, { id, version, userId, name }: Pick<Selectable<ApiKeyTable>, 'id' | 'version' | 'userId' | 'name'>): void {
  db.update('apiKey', { id, version }, { revokedAt: clock.now(), revokedBy: session.userId })
  warn({ kind: 'KEY_REVOKED', severity: 'INFO', usernameAttempted: db.get('user', userId).username, detail: { key: name } })
}

const keyRows = sql.selectFrom('apiKey')
  .innerJoin('user', 'user.id', 'apiKey.userId')
  .leftJoin('user as revoker', 'revoker.id', 'apiKey.revokedBy')
  .select([
    'apiKey.id', 'apiKey.version', 'apiKey.name', 'apiKey.keyStart', 'apiKey.userId', 'user.fullName as owner', 'user.isActive', 'apiKey.permissions', 'apiKey.sections',
    'apiKey.canSeeCost', 'apiKey.createdAt', 'apiKey.expiresAt', 'apiKey.lastUsedAt', 'apiKey.revokedAt', 'apiKey.suspendedAt', 'revoker.fullName as revokedByName',
  ])

export function listKeys({ db, clock, host }: QueryContext, input: ParsedInputOf<typeof programs.listKeys>): Page<ApiKey> {
  const { isActive } = input.filter
  const now = clock.now()
  let query = keyRows
  if (isActive === true) query = query.where('apiKey.revokedAt', 'is', null).where('apiKey.suspendedAt', 'is', null).where('apiKey.expiresAt', '>', now)
  if (isActive === false) query = query.where(({ or, eb }) => or([eb('apiKey.revokedAt', 'is not', null), eb('apiKey.suspendedAt', 'is not', null), eb('apiKey.expiresAt', '<=', now)]))
  const { rows, ...rest } = listPage(db, input, {
    query,
    columns: { name: { ref: 'apiKey.name', isText: true }, createdAt: 'apiKey.createdAt', expiresAt: 'apiKey.expiresAt', lastUsedAt: 'apiKey.lastUsedAt' },
    search: ['apiKey.name', 'apiKey.keyStart', 'user.fullName'],
    defaultSort: [{ column: 'name', descending: false }],
    id: 'apiKey.id',
  })
  return {
    rows: rows.map(({ isActive: isOwnerActive, suspendedAt, permissions, sections, ...row }) => ({
      ...row, permissions: JSON.parse(permissions) as string[], sections: namesOf(db, JSON.parse(sections) as 'all' | string[]), lastUsedAt: host.seenAt(row.id) ?? row.lastUsedAt,
      state: row.revokedAt !== null ? 'REVOKED' : row.expiresAt <= now ? 'EXPIRED' : suspendedAt !== null ? 'SUSPENDED' : isOwnerActive ? 'ACTIVE' : 'OWNER_INACTIVE',
    })),
    ...rest,
  }
}

/** Sections by the names they have now. */
function namesOf(db: Reader, sections: 'all' | string[]): 'all' | string[] {
  return sections === 'all' ? 'all' : sections.map(id => db.find('section', id)?.name ?? id)
}
