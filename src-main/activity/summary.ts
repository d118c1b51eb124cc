import { sql as raw } from 'kysely'
import { dayEnd, dayStart, type BusinessDay } from '../../shared/core/dates.ts'
import type { ActivitySummary } from '../../shared/activity/contract.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

const mostListed = 20
const hoursOfDay = 24

/** How the factory worked on these days: how many at which hour, on which screens, and who for how long. */
export function summariseActivity(db: Reader, { from, to }: Record<'from' | 'to', BusinessDay>): ActivitySummary {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const span = { from: dayStart(from, timeZone), until: dayEnd(to, timeZone) }
  const entries = sql.selectFrom('activityEntry').where('at', '>=', span.from).where('at', '<', span.until)
  const views = raw<number>`sum(kind = 'PAGE')`.as('views')
  const actions = raw<number>`sum(kind = 'ACTION')`.as('actions')
  const seconds = raw<number>`coalesce(sum(case when kind = 'PAGE' then seconds end), 0)`.as('seconds')
  const people = raw<number>`count(distinct userId)`.as('people')

  const users = db.all(entries.innerJoin('user', 'user.id', 'activityEntry.userId').innerJoin('role', 'role.id', 'user.roleId')
    .select(['activityEntry.userId', 'user.fullName', 'role.name as role', views, actions, seconds, raw<string>`max(at)`.as('lastAt')])
    .groupBy('activityEntry.userId').orderBy('seconds', 'desc').limit(mostListed))
  const screens = db.all(entries.where('kind', '=', 'PAGE').select(['subject as screen', raw<number>`count(*)`.as('views'), people, seconds])
    .groupBy('subject').orderBy('views', 'desc').limit(mostListed))
  const totals = db.one(entries.select([people, views, actions, seconds]))
  return { people: totals.people, views: totals.views ?? 0, actions: totals.actions ?? 0, seconds: totals.seconds, hours: activeByHour(db, span, from, timeZone), screens, users }
}

/** A screen that is open over several hours makes its user active in all of them. Whoever comes back in the same hour counts once. */
function activeByHour(db: Reader, { from, until }: Record<'from' | 'until', string>, day: BusinessDay, timeZone: string): number[] {
  const offset = `${Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(dayStart(day, timeZone))) / 60_000)} minutes`
  const hourAt = (later: ReturnType<typeof raw<string>>) => raw<number>`cast(strftime('%H', activityEntry.at, ${offset}, ${later}) as integer)`
  const spans = db.all(sql.selectFrom('activityEntry')
    .where('at', '>=', from).where('at', '<', until).where('kind', '!=', 'LOGOUT')
    .select(['userId', hourAt(raw<string>`'+0 seconds'`).as('first'), hourAt(raw<string>`'+' || coalesce(seconds, 0) || ' seconds'`).as('last')])
    .distinct())
  const active = Array.from({ length: hoursOfDay }, () => new Set<string>())
  for (const { userId, first, last } of spans) {
    const length = (last - first + hoursOfDay) % hoursOfDay
    for (let step = 0; step <= length; step += 1) active[(first + step) % hoursOfDay]!.add(userId)
  }
  return active.map(users => users.size)
}
