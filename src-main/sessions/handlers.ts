import { AppError } from '../../shared/core/errors.ts'
import { identitySettings } from '../../shared/identity/settings.ts'
import type { sessions } from '../../shared/sessions/contract.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { requireBelow } from '../identity/rank.ts'
import { endSession, endSessions } from '../identity/sessions.ts'
import { listOwnSessions, listSessions } from './session-list.ts'

/** Sessions belong to their users; who may end whose is a matter of levels (IA-4). */
export const sessionsHandlers: Handlers<typeof sessions> = {
  listSessions(context, input) {
    context.scope.everyone()
    return listSessions(context, input)
  },
  listOwnSessions(context) {
    context.scope.everyone()
    return listOwnSessions(context)
  },
  endSession({ db, scope, session, clock, warn }, { id }) {
    scope.everyone()
    const { username } = requireBelow(db, session, db.get('session', id).userId)
    endSession(db, id, clock.now(), 'REVOKED')
    warn({ kind: 'SESSION_REVOKED', severity: 'INFO', usernameAttempted: username, detail: { sessionId: id } })
    return {}
  },
  endSessionsOf({ db, scope, session, clock, warn }, { userId }) {
    scope.everyone()
    const { username } = requireBelow(db, session, userId)
    const count = endSessions(db, userId, clock.now(), 'REVOKED', session.id)
    warn({ kind: 'SESSION_REVOKED', severity: 'INFO', usernameAttempted: username, detail: { count } })
    return { count }
  },
  endOwnSession({ db, scope, session, clock }, { id }) {
    scope.everyone()
    if (db.find('session', id)?.userId !== session.userId) throw new AppError('not-found', { entity: 'session', id })
    endSession(db, id, clock.now(), 'REVOKED')
    return {}
  },
  endOwnOthers({ db, scope, session, clock }) {
    scope.everyone()
    return { count: endSessions(db, session.userId, clock.now(), 'REVOKED', session.id) }
  },
  endLapsed(context) {
    context.scope.everyone()
    return { count: endLapsed(context) }
  },
}

/** A lapsed session lets nobody in any more; here it is said of it, with when and why. */
function endLapsed({ db, clock, settings }: CommandContext): number {
  const now = clock.now()
  const idle = settings.get(identitySettings.idleMinutes) * 60_000
  const seenBefore = new Date(Date.parse(now) - idle).toISOString()
  const lapsed = sql.selectFrom('session').select(['id', 'version', 'expiresAt', 'lastSeenAt'])
    .where('endedAt', 'is', null)
    .where(({ or, eb }) => or([eb('expiresAt', '<=', now), eb('lastSeenAt', '<', seenBefore)]))
  const rows = db.all(lapsed)
  for (const { id, version, expiresAt, lastSeenAt } of rows) {
    const idleAt = new Date(Date.parse(lastSeenAt) + idle).toISOString()
    const isIdle = idleAt < expiresAt
    db.update('session', { id, version }, { endedAt: isIdle ? idleAt : expiresAt, endReason: isIdle ? 'IDLE' : 'EXPIRED' })
  }
  return rows.length
}
