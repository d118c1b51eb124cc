import { sql as raw, type SqlBool } from 'kysely'
import type { entries, RecentAct } from '../../shared/audit/entries.ts'
import { addDays, dayStart, wallClock } from '../../shared/core/dates.ts'
import type { AuditAction, OutputOf } from '../../shared/core/procedure.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { entryOf, entryPage, liveCount } from './entries.ts'
import { recordNames } from './record-names.ts'

type Summary = OutputOf<typeof entries.summarize>

const daysShown = 30
const mostNamed = 10
const hour = 3_600_000

/** Of the last thirty days every act is read once, by the index of times; the rest is counted by numbers. */
export function summarize({ db, clock, session }: QueryContext): Summary {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const now = clock.now()
  const today = wallClock(now, timeZone).day
  const days = Array.from({ length: daysShown }, (_, at) => addDays(today, at + 1 - daysShown))
  const starts = [...days, addDays(today, 1)].map(day => dayStart(day, timeZone))
  const since = starts[0]!
  const recent = (actions: readonly AuditAction[]) => recentActs(db, actions, session.canSeeCost)
  return {
    total: liveCount(db), archived: db.one(sql.selectFrom('purge').select(raw<number>`coalesce(max(throughSeq), 0)`.as('count')).where('book', '=', 'auditEntry')).count,
    lastDay: countBetween(db, hoursBefore(now, 24), '~'), lastWeek: countBetween(db, hoursBefore(now, 7 * 24), '~'),
    days: days.map((day, at) => ({ day, count: countBetween(db, starts[at]!, starts[at + 1]!) })),
    ...busiest(db, since), deletions: recent(['DELETE']), approvals: recent(['APPROVE']),
  }
}

function hoursBefore(instant: string, hours: number): string {
  return new Date(Date.parse(instant) - hours * hour).toISOString()
}

/** By the index of times alone. */
function countBetween(db: Reader, from: string, to: string): number {
  return db.one(sql.selectFrom('auditEntry').select(({ fn }) => fn.countAll<number>().as('count')).where('at', '>=', from).where('at', '<', to)).count
}

/** The rows of the time lie together in the table: it is read from the first of them on. */
function busiest(db: Reader, since: string): Pick<Summary, 'users' | 'modules'> {
  const { first } = db.one(sql.selectFrom('auditEntry').select(raw<number | null>`min(seq)`.as('first')).where('at', '>=', since))
  const lately = sql.selectFrom('auditEntry').where('auditEntry.seq', '>=', first ?? 0).where(raw<SqlBool>`+at >= ${since}`)
  const counted = lately.groupBy(['auditEntry.userId', 'auditEntry.userName', 'auditEntry.module'])
    .select(['auditEntry.userId', 'auditEntry.userName', 'auditEntry.module', ({ fn }) => fn.countAll<number>().as('count')])
  const users = new Map<string, { userId: string; name: string; count: number }>()
  const modules = new Map<string, number>()
  for (const { userId, userName, module, count } of first === null ? [] : db.all(counted)) {
    users.set(userId, { userId, name: userName, count: (users.get(userId)?.count ?? 0) + count })
    modules.set(module, (modules.get(module) ?? 0) + count)
  }
  const most = <T extends { count: number }>(all: T[]) => all.sort((a, b) => b.count - a.count).slice(0, mostNamed)
  return {
    users: most([...users.values()]).map(user => ({ ...user, name: db.find('user', user.userId)?.fullName ?? user.name })),
    modules: most([...modules].map(([name, count]) => ({ name, count }))),
  }
}

function recentActs(db: Reader, actions: readonly AuditAction[], canSeeCost: boolean): RecentAct[] {
  const names = recordNames(db)
  return db.all(entryPage(db, { filter: { actions: [...actions] }, search: '', meant: [] }, { after: undefined, isDescending: true, most: mostNamed })).map(row => {
    const { changes: _, ...act } = entryOf(row, names, { canSeeCost })
    return act
  })
}
