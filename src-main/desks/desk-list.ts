import type { DeskFace, DeskPerson } from '../../shared/desks/contract.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { OnlineDesk } from '../core/host-view.ts'
import { sql } from '../database/sql.ts'

/** Who is at which desk now: every desk with a line open, and every one that has a name. */
export function listDesks({ db, host }: QueryContext): DeskFace[] {
  const online = Map.groupBy(host.desks(), ({ deskId }) => deskId)
  const named = new Map(db.all(sql.selectFrom('desk').selectAll()).map(desk => [desk.id, desk]))
  const faces = [...new Set([...online.keys(), ...named.keys()])].map((id): DeskFace => {
    const desk = named.get(id)
    const people = peopleAt(db, online.get(id) ?? [], host.seenAt)
    return {
      id, version: desk?.version ?? null, name: desk?.name ?? null, place: desk?.place ?? '', isShared: desk?.isShared ?? false, people,
      ...(people.length === 0 ? lastAt(db, id) : { lastSeenAt: null, lastPerson: null }),
    }
  })
  const place = ({ people, name }: DeskFace) => `${people.length > 0 ? 0 : 1}${name === null ? 1 : 0}`
  return faces.sort((a, b) => place(a).localeCompare(place(b)) || (a.name ?? a.id).localeCompare(b.name ?? b.id))
}

/** One line a session: a second window of the same person is no second person. */
function peopleAt(db: QueryContext['db'], lines: readonly OnlineDesk[], seenAt: (sessionId: string) => string | undefined): DeskPerson[] {
  const bySession = new Map(lines.toReversed().map(line => [line.sessionId, line]))
  return [...bySession.values()].reverse().flatMap(({ sessionId, ip, since }) => {
    const session = db.find('session', sessionId)
    const user = session && db.get('user', session.userId)
    if (!session || !user) return []
    return [{
      sessionId, userId: user.id, fullName: user.fullName, role: db.get('role', user.roleId).name, ip, userAgent: session.userAgent, since,
      lastSeenAt: seenAt(sessionId) ?? session.lastSeenAt, ...screenOf(db, sessionId),
    }]
  })
}

/** The screen they opened last, as their desk reported it. */
function screenOf(db: QueryContext['db'], sessionId: string): Pick<DeskPerson, 'screen' | 'screenSince'> {
  const last = db.first(sql.selectFrom('activityEntry').select(['subject', 'at']).where('sessionId', '=', sessionId).where('kind', '=', 'PAGE').orderBy('at', 'desc').limit(1))
  return { screen: last?.subject ?? null, screenSince: last?.at ?? null }
}

function lastAt(db: QueryContext['db'], deskId: string): Pick<DeskFace, 'lastSeenAt' | 'lastPerson'> {
  const last = db.first(sql.selectFrom('session').innerJoin('user', 'user.id', 'session.userId').select(['user.fullName', 'session.lastSeenAt'])
    .where('session.deskId', '=', deskId).orderBy('session.createdAt', 'desc').limit(1))
  return { lastSeenAt: last?.lastSeenAt ?? null, lastPerson: last?.fullName ?? null }
}
