import type { Attempt, LoginRefusal } from '../../shared/identity/sign-in.ts'
import { identitySettings } from '../../shared/identity/settings.ts'
import type { CommandContext, SecurityEvent, SettingReader } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** A thing that too many wrong passwords lock: an address, an account, an account on one desk. */
interface Watch {
  readonly lockId: string
  readonly code: 'account-locked' | 'address-blocked'
  /** Which wrong passwords count. */
  readonly of: Partial<Attempt>
  readonly attempts: number
  /** Counts only this far back; without it, all since the last success, which forgets them. */
  readonly withinMinutes?: number
  readonly lockMinutes: number
  readonly event: Pick<SecurityEvent, 'kind' | 'severity'>
}

/** IA-1 and AU-4, the widest lock first. */
function watchesOf({ account, deskId, ip }: Attempt, settings: SettingReader): readonly Watch[] {
  const { addressAttempts, addressMinutes, accountAttempts, accountMinutes, deskAttempts, lockMinutes } = identitySettings
  return [
    {
      lockId: `address ${ip}`, code: 'address-blocked', of: { ip }, attempts: settings.get(addressAttempts), withinMinutes: settings.get(addressMinutes),
      lockMinutes: settings.get(addressMinutes), event: { kind: 'ADDRESS_BLOCKED', severity: 'CRITICAL' },
    },
    {
      lockId: `account ${account}`, code: 'account-locked', of: { account }, attempts: settings.get(accountAttempts), withinMinutes: settings.get(accountMinutes),
      lockMinutes: settings.get(lockMinutes), event: { kind: 'ACCOUNT_LOCKED', severity: 'CRITICAL' },
    },
    {
      lockId: `desk ${deskId} ${account}`, code: 'account-locked', of: { account, deskId }, attempts: settings.get(deskAttempts),
      lockMinutes: settings.get(lockMinutes), event: { kind: 'ACCOUNT_LOCKED', severity: 'WARNING' },
    },
  ]
}

/** Nobody is named by a badge that is not known: such ones are counted for the desk. A user name has no blanks. */
export function badgeAttempt({ deskId, ip }: Pick<Attempt, 'deskId' | 'ip'>): Attempt {
  return { account: `badge ${deskId}`, deskId, ip }
}

/** How an attempt is refused whatever its password is; nothing if it is not. */
export function lockOf(db: Reader, attempt: Attempt, settings: SettingReader, now: string): LoginRefusal | undefined {
  for (const watch of watchesOf(attempt, settings)) {
    const until = lastLock(db, watch, now)
    if (until !== undefined && until > now) return { code: watch.code, until }
  }
  return undefined
}

/**
 * Counts one wrong password, whether or not there is such an account, and locks what has had too many. While something is
 * locked nothing is counted: an attempt that was under way then is only refused.
 */
export function countFailure({ db, settings, clock, warn }: CommandContext, attempt: Attempt): LoginRefusal {
  const now = clock.now()
  warn({ kind: 'LOGIN_FAILED', severity: 'WARNING', usernameAttempted: attempt.account, detail: { deskId: attempt.deskId } })
  const locked = lockOf(db, attempt, settings, now)
  if (locked) return locked
  db.put('loginFailure', { ...attempt, at: now })
  const due = watchesOf(attempt, settings).filter(watch => countedFailures(db, watch, now) >= watch.attempts)
  for (const { lockId, of, lockMinutes, event } of due) {
    const until = minutesFrom(now, lockMinutes)
    db.put('loginLock', { id: lockId, until })
    warn({ ...event, usernameAttempted: attempt.account, detail: { ...of, until } })
  }
  return lockOf(db, attempt, settings, now) ?? { code: 'login-failed' }
}

/** After a success: the count begins anew. A lock elsewhere stands until its time. */
export function forgetFailures(db: Writer, account: string): void {
  db.erase('loginFailure', { account })
}

/** Somebody who may has vouched for the account. */
export function liftLocks(db: Writer, account: string): void {
  forgetFailures(db, account)
  for (const { id } of locksOf(db, account)) db.erase('loginLock', { id })
}

/** Until when the account's longest lock stands; nothing where there is none. */
export function lockedUntil(db: Reader, account: string): string | null {
  return locksOf(db, account).map(({ until }) => until).sort().at(-1) ?? null
}

function locksOf(db: Reader, account: string): { id: string; until: string }[] {
  const isOfAccount = (id: string) => id === `account ${account}` || (id.startsWith('desk ') && id.endsWith(` ${account}`))
  return db.all(sql.selectFrom('loginLock').select(['id', 'until'])).filter(({ id }) => isOfAccount(id))
}

const daysKept = 30

/** Nobody is still waiting for the end of these locks, and nobody has tried these accounts for a month. */
export function purgeFailures(db: Writer, now: string): void {
  const before = minutesFrom(now, -daysKept * 24 * 60)
  for (const { seq } of db.all(sql.selectFrom('loginFailure').select('seq').where('at', '<', before))) db.erase('loginFailure', { seq })
  for (const { id } of db.all(sql.selectFrom('loginLock').select('id').where('until', '<', before))) db.erase('loginLock', { id })
}

/** What came before the last lock has had its answer: after it, all attempts are there again. */
function countedFailures(db: Reader, watch: Watch, now: string): number {
  const { of, withinMinutes } = watch
  const windowStart = withinMinutes === undefined ? '' : minutesFrom(now, -withinMinutes)
  const lockEnd = lastLock(db, watch, now) ?? ''
  const query = sql.selectFrom('loginFailure')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(failure => failure.and(of))
    .where('at', '>=', windowStart > lockEnd ? windowStart : lockEnd)
    .where('at', '<=', now)
  return db.one(query).count
}

/**
 * When the watch's last lock ended or will end. One that would outlast a lock beginning now was set while the clock was ahead: it
 * is none, or everybody would stay outside for as long as the clock was wrong.
 */
function lastLock(db: Reader, { lockId, lockMinutes }: Watch, now: string): string | undefined {
  const until = db.first(sql.selectFrom('loginLock').select('until').where('id', '=', lockId))?.until
  return until !== undefined && until <= minutesFrom(now, lockMinutes) ? until : undefined
}

function minutesFrom(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString()
}
