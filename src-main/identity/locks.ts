import type { Lock } from '../../shared/identity/locks.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { forgetFailures, liftLocks } from './login-locks.ts'
import { requireBelow } from './rank.ts'

/** A lock's id says what it locks: `address IP`, `account NAME`, `desk DESK NAME`. */
function placeOf(id: string): Pick<Lock, 'kind' | 'address' | 'deskId' | 'account'> {
  const [kind, first = '', ...rest] = id.split(' ')
  if (kind === 'address') return { kind, address: first, deskId: null, account: null }
  if (kind === 'account') return { kind, address: null, deskId: null, account: [first, ...rest].join(' ') }
  return { kind: 'desk', address: null, deskId: first, account: rest.join(' ') }
}

export function listLocks({ db, clock, session }: QueryContext): Lock[] {
  const standing = sql.selectFrom('loginLock').select(['id', 'until']).where('until', '>', clock.now()).orderBy('until', 'desc')
  return db.all(standing).map(({ id, until }) => {
    const place = placeOf(id)
    const user = place.account === null ? undefined : userNamed(db, place.account)
    const isBelow = user === undefined || (user.level >= session.level && user.id !== session.userId)
    return { id, ...place, userId: user?.id ?? null, userName: user?.fullName ?? null, until, canLift: isBelow && session.permissions.has('identity.update') }
  })
}

/** Throws `not-found` where nothing of that id is locked any more, and `higher-level` as any change of that account does. */
export function liftLock(context: CommandContext, { id, reason }: { id: string; reason: string }): void {
  const { db, session, warn } = context
  const lock = db.first(sql.selectFrom('loginLock').selectAll().where('id', '=', id))
  if (!lock) throw new AppError('not-found', { entity: 'loginLock', id })
  const { kind, address, account } = placeOf(id)
  const user = account === null ? undefined : userNamed(db, account)
  if (user) requireBelow(db, session, user.id)
  if (address !== null) {
    db.erase('loginFailure', { ip: address })
    db.erase('loginLock', { id })
  }
  if (account !== null) liftAccount(db, account, kind === 'desk' ? id : undefined)
  keepUnlocking(context, { lock: id, lockedUntil: lock.until, reason })
  warn({
    kind: address === null ? 'ACCOUNT_UNLOCKED' : 'ADDRESS_UNBLOCKED', severity: 'INFO', detail: { reason, ...(address !== null && { address }) },
    ...(account !== null && { usernameAttempted: account }),
  })
}

/** What was locked, until when it would have stood, and why it was lifted: for the audit. */
export function keepUnlocking({ db, session }: CommandContext, facts: { lock: string; lockedUntil: string | null; reason: string }): void {
  db.append('unlocking', { ...facts, createdBy: session.userId })
}

function liftAccount(db: Writer, account: string, deskLock: string | undefined): void {
  if (deskLock === undefined) return liftLocks(db, account)
  forgetFailures(db, account)
  db.erase('loginLock', { id: deskLock })
}

function userNamed(db: Reader, username: string): { id: string; fullName: string; level: number } | undefined {
  return db.first(sql.selectFrom('user').innerJoin('role', 'role.id', 'user.roleId').select(['user.id', 'user.fullName', 'role.level']).where('user.username', '=', username))
}
