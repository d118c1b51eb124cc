import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { SessionEnd, SessionFace, sessions, SessionState } from '../../shared/sessions/contract.ts'
import type { QueryContext, SettingReader } from '../core/handlers.ts'
import type { Idling } from '../core/sessions.ts'
import { listPage } from '../database/list.ts'
import { sql } from '../database/sql.ts'
import { idleMinutes, idlingOf } from '../operators/idle.ts'

const sessionRows = sql.selectFrom('session')
  .innerJoin('user', 'user.id', 'session.userId')
  .innerJoin('role', 'role.id', 'user.roleId')
  .leftJoin('desk', 'desk.id', 'session.deskId')
  .where('role.isHidden', '=', false)
  .select([
    'session.id', 'session.userId', 'user.fullName', 'user.username', 'role.name as role', 'session.deskId', 'desk.name as deskName', 'desk.place as deskPlace', 'session.ip',
    'session.userAgent', 'session.createdAt as startedAt', 'session.lastSeenAt', 'session.expiresAt', 'session.endedAt', 'session.endReason', 'session.isWall', 'desk.isShared',
  ])

const ownShown = 30

export function listSessions(context: QueryContext, input: ParsedInputOf<typeof sessions.listSessions>): Page<SessionFace> {
  const { userId, isRunning } = input.filter
  let query = sessionRows
  if (userId !== undefined) query = query.where('session.userId', '=', userId)
  if (isRunning !== undefined) query = query.where('session.endedAt', isRunning ? 'is' : 'is not', null)
  const { rows, ...rest } = listPage(context.db, input, {
    query,
    columns: { fullName: { ref: 'user.fullName', isText: true }, startedAt: 'session.createdAt', lastSeenAt: 'session.lastSeenAt', deskName: { ref: 'desk.name', isText: true } },
    search: ['user.fullName', 'user.username', 'desk.name', 'desk.place', 'session.ip'],
    defaultSort: [{ column: 'lastSeenAt', descending: true }],
    id: 'session.id',
  })
  return { rows: facesOf(context, rows), ...rest }
}

export function listOwnSessions(context: QueryContext): SessionFace[] {
  const own = sessionRows.where('session.userId', '=', context.session.userId)
  const running = context.db.all(own.where('session.endedAt', 'is', null).orderBy('session.lastSeenAt', 'desc'))
  const ended = context.db.all(own.where('session.endedAt', 'is not', null).orderBy('session.createdAt', 'desc').limit(ownShown))
  return facesOf(context, [...running, ...ended])
}

type SessionRow = Omit<SessionFace, 'state' | 'isOnline' | 'isThis'> & { readonly endReason: SessionEnd | null; readonly isWall: boolean; readonly isShared: boolean | null }

/** As the sessions are at this moment: what the host has seen and not written yet counts. */
function facesOf({ host, clock, settings, session }: QueryContext, rows: readonly SessionRow[]): SessionFace[] {
  const online = new Set(host.desks().map(({ sessionId }) => sessionId))
  return rows.map(({ endReason, isWall, isShared, ...row }) => {
    const lastSeenAt = host.seenAt(row.id) ?? row.lastSeenAt
    const state = row.endedAt === null ? stateNow({ ...row, lastSeenAt }, idlingOf({ isWall, isShared }), settings, clock.now()) : (endReason ?? 'ENDED')
    return { ...row, lastSeenAt, state, isOnline: state === 'RUNNING' && online.has(row.id), isThis: row.id === session.id }
  })
}

function stateNow({ expiresAt, lastSeenAt }: Pick<SessionFace, 'expiresAt' | 'lastSeenAt'>, idling: Idling, settings: SettingReader, now: string): SessionState {
  if (now >= expiresAt) return 'EXPIRED'
  if (Date.parse(now) - Date.parse(lastSeenAt) <= idleMinutes(settings, idling) * 60_000) return 'RUNNING'
  return idling === 'shared' ? 'LOCKED' : 'IDLE'
}
