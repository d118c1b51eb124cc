import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import { isPermission } from '../../shared/core/permissions.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Grant, grants, NewGrant } from '../../shared/identity/grants.ts'
import { identitySettings } from '../../shared/identity/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { settleNotices } from '../engines/notifications.ts'
import { endWidenedSessions } from './quick-sessions.ts'
import { requireBelow, requireHolds, requireOther, requireSectionsHeld } from './rank.ts'
import { requireActiveSections, sectionNames } from './sections.ts'

const millisecondsPerDay = 86_400_000
type Giving = Pick<CommandContext, 'db' | 'clock' | 'settings' | 'notify'>

/**
 * Gives a permission for a time (IA-10), in the caller's command, which declares `writes: grantWrites`. Whether
 * `grantedBy` may give it is for the caller to have asked: an approval asks its steps. Whoever gets it hears of it. Throws `inactive`, `grant-time`.
 */
export function giveGrant(context: Giving, { sectionIds, ...grant }: NewGrant & { readonly grantedBy: string }): Grant {
  const { db, clock, notify } = context
  requireGivable(context, { ...grant, sectionIds })
  const { id } = db.insert('permissionGrant', { ...grant, sections: JSON.stringify([...new Set(sectionIds)]), revokedAt: null, revokedBy: null })
  endWidenedSessions(db, clock.now())
  const given = grantOf(db, id, clock.now())
  notify({ kind: 'GRANT_GIVEN', ...told(given), params: { permission: given.permission, until: given.expiresAt, by: given.grantedByName, reason: given.reason } })
  return given
}

/** What is asked of every permission for a time, whoever gives it: `inactive`, `grant-time`. */
export function requireGivable({ db, clock, settings }: Giving, { userId, sectionIds, expiresAt }: NewGrant): void {
  const user = db.get('user', userId)
  if (!user.isActive) throw new AppError('inactive', { entity: 'user', id: user.id, code: user.username })
  requireActiveSections(db, sectionIds)
  const days = settings.get(identitySettings.grantDays)
  const latest = new Date(Date.parse(clock.now()) + days * millisecondsPerDay).toISOString()
  if (expiresAt <= clock.now() || expiresAt > latest) throw new AppError('grant-time', { maximum: days })
}

/** Given by somebody who decides it alone, or decided it last. */
export function giveOwnGrant(context: CommandContext, input: ParsedInputOf<typeof grants.giveGrant>): Grant {
  const { db, session } = context
  requireOther(session, input.userId)
  requireBelow(db, session, input.userId)
  requireHolds(db, session, [input.permission])
  requireSectionsHeld(db, session, input.sectionIds)
  return giveGrant(context, { ...input, grantedBy: session.userId })
}

/** Ends at once what is still running; what has ended stays as it was (`wrong-state`). */
export function revokeGrant({ db, session, clock, notify }: CommandContext, { id, version, reason }: ParsedInputOf<typeof grants.revokeGrant>): Grant {
  const { state, userId } = grantOf(db, id, clock.now())
  requireOther(session, userId)
  requireBelow(db, session, userId)
  if (state !== 'RUNNING') throw new AppError('wrong-state', { entity: 'permissionGrant', id, status: state })
  db.update('permissionGrant', { id, version }, { revokedAt: clock.now(), revokedBy: session.userId })
  const revoked = grantOf(db, id, clock.now())
  settleNotices(db, 'permissionGrant', id, clock.now())
  notify({ kind: 'GRANT_REVOKED', ...told(revoked), params: { permission: revoked.permission, by: db.get('user', session.userId).fullName, reason } })
  return revoked
}

/** Tells those whose permission ends within a day; who had it for no more than that heard of its end when it was given. Answers how many lapse so. */
export function remindOfGrants({ db, clock, notify }: CommandContext): number {
  const [now, tomorrow] = [clock.now(), new Date(Date.parse(clock.now()) + millisecondsPerDay).toISOString()]
  const lapsing = runningRows(now).where('permissionGrant.expiresAt', '<=', tomorrow)
  const longer = db.all(lapsing).flatMap(row => known(db, row, now)).filter(({ createdAt, expiresAt }) => Date.parse(expiresAt) - Date.parse(createdAt) > millisecondsPerDay)
  for (const grant of longer) notify({ kind: 'GRANT_LAPSING', ...told(grant), params: { permission: grant.permission, until: grant.expiresAt } })
  return longer.length
}

function told({ id, userId }: Grant) {
  return { audience: { user: userId }, entity: 'permissionGrant', entityId: id } as const
}

const grantRows = sql.selectFrom('permissionGrant')
  .innerJoin('user', 'user.id', 'permissionGrant.userId')
  .innerJoin('user as giver', 'giver.id', 'permissionGrant.grantedBy')
  .select([
    'permissionGrant.id', 'permissionGrant.version', 'permissionGrant.userId', 'user.fullName as userName', 'permissionGrant.permission', 'permissionGrant.sections', 'permissionGrant.reason',
    'permissionGrant.grantedBy', 'giver.fullName as grantedByName', 'permissionGrant.createdAt', 'permissionGrant.expiresAt', 'permissionGrant.revokedAt',
  ])

export function listGrants(db: Reader, input: ParsedInputOf<typeof grants.listGrants>, now: string): Page<Grant> {
  const { userId, state } = input.filter
  let query = grantRows
  if (userId !== undefined) query = query.where('permissionGrant.userId', '=', userId)
  if (state === 'REVOKED') query = query.where('permissionGrant.revokedAt', 'is not', null)
  else if (state !== undefined) query = query.where('permissionGrant.revokedAt', 'is', null).where('permissionGrant.expiresAt', state === 'RUNNING' ? '>' : '<=', now)
  const { rows, ...rest } = listPage(db, input, {
    query,
    columns: { createdAt: 'permissionGrant.createdAt', expiresAt: 'permissionGrant.expiresAt', userName: { ref: 'user.fullName', isText: true } },
    search: ['user.fullName', 'user.username', 'permissionGrant.reason', 'giver.fullName'],
    defaultSort: [{ column: 'expiresAt', descending: true }],
    id: 'permissionGrant.id',
  })
  return { rows: rows.flatMap(row => known(db, row, now)), ...rest }
}

export function runningGrantsOf(db: Reader, userId: string, now: string): Grant[] {
  return db.all(runningRows(now).where('permissionGrant.userId', '=', userId).orderBy('permissionGrant.expiresAt')).flatMap(row => known(db, row, now))
}

function runningRows(now: string) {
  return grantRows.where('permissionGrant.revokedAt', 'is', null).where('permissionGrant.expiresAt', '>', now)
}

function grantOf(db: Reader, id: string, now: string): Grant {
  const [grant] = db.all(grantRows.where('permissionGrant.id', '=', id)).flatMap(row => known(db, row, now))
  if (!grant) throw new AppError('not-found', { entity: 'permissionGrant', id })
  return grant
}

/** What is no permission any more gives nothing, and is not told. */
function known(db: Reader, { permission, sections, ...row }: Omit<Grant, 'permission' | 'sectionNames' | 'state'> & { permission: string; sections: string }, now: string): Grant[] {
  const { revokedAt, expiresAt } = row
  const state = revokedAt !== null ? 'REVOKED' : expiresAt > now ? 'RUNNING' : 'LAPSED'
  return isPermission(permission) ? [{ ...row, permission, state, sectionNames: sectionNames(db, JSON.parse(sections) as string[]) }] : []
}
