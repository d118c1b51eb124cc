import type { activity, ActivityEntry } from '../../shared/activity/contract.ts'
import { activitySettings } from '../../shared/activity/settings.ts'
import { dayEnd, dayStart } from '../../shared/core/dates.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Handlers } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { summariseActivity } from './summary.ts'

const millisecondsPerDay = 86_400_000
/** So many rows are deleted in one go: the writer is held for some milliseconds. */
const forgottenAtOnce = 5_000

export const activityHandlers: Handlers<typeof activity> = {
  report({ db, scope, session, clock }, { entries }) {
    scope.everyone()
    const now = Date.parse(clock.now())
    for (const { secondsAgo, ...entry } of entries) {
      const { id: sessionId, userId, deskId } = session
      db.put('activityEntry', { seconds: null, ...entry, entry: `d.${entry.entry}`, at: new Date(now - secondsAgo * 1000).toISOString(), sessionId, userId, deskId })
    }
    return {}
  },
  listActivity({ db, scope }, input) {
    scope.everyone()
    return listActivity(db, input)
  },
  summariseActivity({ db, scope }, days) {
    scope.everyone()
    return summariseActivity(db, days)
  },
  forgetOld({ db, scope, clock, settings }) {
    scope.everyone()
    const before = new Date(Date.parse(clock.now()) - settings.get(activitySettings.retentionDays) * millisecondsPerDay).toISOString()
    return { count: db.eraseOldest('activityEntry', before, forgottenAtOnce) }
  },
}

function listActivity(db: Reader, input: ParsedInputOf<typeof activity.listActivity>): Page<ActivityEntry> {
  const { userId, kind, subject, from, to } = input.filter
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  let query = sql.selectFrom('activityEntry')
    .innerJoin('user', 'user.id', 'activityEntry.userId')
    .innerJoin('role', 'role.id', 'user.roleId')
    .leftJoin('desk', 'desk.id', 'activityEntry.deskId')
    .select([
      'activityEntry.seq', 'activityEntry.at', 'activityEntry.userId', 'user.fullName', 'role.name as role', 'activityEntry.deskId', 'desk.name as deskName',
      'activityEntry.kind', 'activityEntry.subject', 'activityEntry.seconds',
    ])
  if (userId !== undefined) query = query.where('activityEntry.userId', '=', userId)
  if (kind !== undefined) query = query.where('activityEntry.kind', '=', kind)
  if (subject !== undefined) query = query.where('activityEntry.subject', '=', subject)
  if (from !== undefined) query = query.where('activityEntry.at', '>=', dayStart(from, timeZone))
  if (to !== undefined) query = query.where('activityEntry.at', '<', dayEnd(to, timeZone))
  return listPage(db, input, {
    query,
    columns: { at: 'activityEntry.at', seconds: 'activityEntry.seconds' },
    search: ['user.fullName', 'user.username', 'desk.name'],
    defaultSort: [{ column: 'at', descending: true }],
    id: 'activityEntry.seq',
  })
}
