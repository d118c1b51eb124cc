import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { ownAccount } from '../../shared/identity/own-account.ts'
import type { User, users } from '../../shared/identity/users.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { keepUnlocking } from './locks.ts'
import { liftLocks, lockedUntil } from './login-locks.ts'
import { requireBelow, requireCostRight, requireMayGive, requireOther } from './rank.ts'
import { endSessions } from './sessions.ts'
import { userOf } from './user-list.ts'

export function createUser({ db, session }: CommandContext, { sectionIds, ...fields }: ParsedInputOf<typeof users.createUserRecord>): User {
  requireMayGive(db, session, fields.roleId)
  requireCostRight(session, fields.canSeeCost)
  requireActiveSections(db, [fields.sectionId, ...sectionIds])
  const { id } = db.insert('user', { ...fields, lastLoginAt: null })
  assignSections(db, id, sectionIds)
  return userOf(db, id)
}

/** What gives rights is for others to change: one's own role, sections and sight of costs (IA-4). */
export function updateUser({ db, session }: CommandContext, { id, version, ...patch }: ParsedInputOf<typeof users.updateUser>): User {
  const before = requireBelow(db, session, id)
  const { username, fullName, language, ...rights } = patch
  if (Object.values(rights).some(value => value !== undefined)) requireOther(session, id)
  const { roleId, sectionId, sectionIds, canSeeCost } = rights
  if (roleId !== undefined && roleId !== before.roleId) requireMayGive(db, session, roleId)
  requireCostRight(session, canSeeCost && !before.canSeeCost)
  if (sectionId !== before.sectionId) requireActiveSections(db, [sectionId])
  if (sectionIds) requireActiveSections(db, sectionIds.filter(section => !before.sectionIds.includes(section)))
  db.update('user', { id, version }, { username, fullName, language, roleId, sectionId, canSeeCost })
  if (sectionIds) assignSections(db, id, sectionIds)
  return userOf(db, id)
}

/** Who is deactivated is signed out at once (IA-11), and not signed in again by being activated. */
export function setUserActive({ db, session, clock }: CommandContext, { id, version, isActive }: ParsedInputOf<typeof users.setUserActive>): User {
  requireOther(session, id)
  requireBelow(db, session, id)
  db.update('user', { id, version }, { isActive })
  if (!isActive) endSessions(db, id, clock.now(), 'DEACTIVATED')
  return userOf(db, id)
}

/** A password that somebody else chose opens the door once: then it must be changed. */
export function storePassword({ db, session, clock }: CommandContext, input: ParsedInputOf<typeof ownAccount.storePassword>): void {
  const { id, version, passwordHash } = input
  const { username } = requireBelow(db, session, id)
  db.update('user', { id, version }, { passwordHash, mustChangePassword: id !== session.userId })
  endSessions(db, id, clock.now(), 'PASSWORD', session.id)
  liftLocks(db, accountOf(username))
}

/** Lifts every lock of the account; who vouches for it, and why, stands in the audit and in the security log. */
export function unlockUser(context: CommandContext, { id, reason }: ParsedInputOf<typeof users.unlockUser>): void {
  const { db, session, warn } = context
  const account = accountOf(requireBelow(db, session, id).username)
  keepUnlocking(context, { lock: `account ${account}`, lockedUntil: lockedUntil(db, account), reason })
  liftLocks(db, account)
  warn({ kind: 'ACCOUNT_UNLOCKED', severity: 'INFO', usernameAttempted: account, detail: { reason } })
}

/** What attempts to sign in are counted by, however the name was typed. */
export function accountOf(username: string): string {
  return username.toLowerCase()
}

function assignSections(db: Writer, userId: string, sectionIds: readonly string[]): void {
  const assigned = db.all(sql.selectFrom('userSection').select(['id', 'version', 'sectionId']).where('userId', '=', userId))
  for (const row of assigned) if (!sectionIds.includes(row.sectionId)) db.remove('userSection', row)
  const missing = new Set(sectionIds.filter(sectionId => !assigned.some(row => row.sectionId === sectionId)))
  for (const sectionId of missing) db.insert('userSection', { userId, sectionId })
}

function requireActiveSections(db: Reader, sectionIds: readonly (string | null | undefined)[]): void {
  for (const id of sectionIds) {
    if (id === null || id === undefined) continue
    const { isActive, code } = db.get('section', id)
    if (!isActive) throw new AppError('inactive', { entity: 'section', id, code })
  }
}
