import { identitySettings } from '../../shared/identity/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { isLastSuperadmin } from './rank.ts'
import { endSessions } from './sessions.ts'

const millisecondsPerDay = 86_400_000

/** IA-3: who has not been seen for so many days, nor a program with a key of theirs, is kept out until somebody lets them in again; the last Superadmin never. Says how many. */
export function disableIdleUsers({ db, settings, clock, warn }: CommandContext): number {
  const days = settings.get(identitySettings.idleDays)
  if (days === 0) return 0
  const before = new Date(Date.parse(clock.now()) - days * millisecondsPerDay).toISOString()
  const seen = sql.selectFrom('session').select(({ fn }) => ['userId', fn.max('lastSeenAt').as('at')]).groupBy('userId').as('seen')
  const used = sql.selectFrom('apiKey').select(({ fn }) => ['userId', fn.max('lastUsedAt').as('at')]).groupBy('userId').as('used')
  const people = sql.selectFrom('user').innerJoin('role', 'role.id', 'user.roleId').leftJoin(seen, 'seen.userId', 'user.id').leftJoin(used, 'used.userId', 'user.id')
    .select(['user.id', 'user.version', 'user.username', 'role.level'])
    .where('user.isActive', '=', true).where('role.isHidden', '=', false).where('user.createdAt', '<', before)
    .where(person => person.or([person('user.activatedAt', 'is', null), person('user.activatedAt', '<', before)]))
    .where(person => person.or([person('seen.at', 'is', null), person('seen.at', '<', before)]))
    .where(person => person.or([person('used.at', 'is', null), person('used.at', '<', before)]))
  let count = 0
  for (const { id, version, username, level } of db.all(people)) {
    if (isLastSuperadmin(db, { id, level })) continue
    count += 1
    db.update('user', { id, version }, { isActive: false })
    endSessions(db, id, clock.now(), 'DEACTIVATED')
    warn({ kind: 'ACCOUNT_IDLE', severity: 'INFO', usernameAttempted: username, detail: { days } })
  }
  return count
}
