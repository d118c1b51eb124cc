import { AppError } from '../../shared/core/errors.ts'
import type { sessions } from '../../shared/sessions/contract.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { requireBelow } from '../identity/rank.ts'
import { endSession, endSessions, markEnded } from '../identity/sessions.ts'
import { idleMinutes, idlingOf } from '../operators/idle.ts'
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

/** A lapsed session lets nobody in any more; here it is said of it, with when and why. A shared desk has locked itself. */
function endLapsed({ db, clock, settings }: CommandContext): number {
  const now = Date.parse(clock.now())
  const shared = new Set(db.all(sql.selectFrom('desk').select('id').where('isShared', '=', true)).map(({ id }) => id))
  let count = 0
  for (const session of db.all(sql.selectFrom('session').selectAll().where('endedAt', 'is', null))) {
    const idling = idlingOf({ isWall: session.isWall, isShared: shared.has(session.deskId) })
    const idleAt = Date.parse(session.lastSeenAt) + idleMinutes(settings, idling) * 60_000
    const expiresAt = Date.parse(session.expiresAt)
    if (now <= idleAt && now < expiresAt) continue
    if (idleAt < expiresAt) markEnded(db, session, new Date(idleAt).toISOString(), idling === 'shared' ? 'LOCKED' : 'IDLE')
    else markEnded(db, session, session.expiresAt, 'EXPIRED')
    count += 1
  }
  return count
}
