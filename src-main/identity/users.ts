import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { ownAccount } from '../../shared/identity/own-account.ts'
import type { User, UserFields, users } from '../../shared/identity/users.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { eachRow } from '../engines/each-row.ts'
import { requireActiveTitle } from './job-titles.ts'
import { keepUnlocking } from './locks.ts'
import { liftLocks, lockedUntil } from './login-locks.ts'
import { revokeKeysOf } from '../programs/keys.ts'
import { exchangeRoleMenus, giveRoleMenus } from './menus.ts'
import { recordPassword } from './password-history.ts'
import { endWidenedSessions } from './quick-sessions.ts'
import { requireActiveRole, requireBelow, requireCostRight, requireMayGive, requireOther, requireSectionRight, requireSuperadminLeft } from './rank.ts'
import { requireActiveSections } from './sections.ts'
import { endSessions } from './sessions.ts'
import { userOf } from './user-list.ts'

export function createUser({ db, session, clock }: CommandContext, { sectionIds, ...fields }: ParsedInputOf<typeof users.createUserRecord>): User {
  requireMayGive(db, session, fields.roleId)
  requireCostRight(session, fields.canSeeCost)
  requireSectionRight(session, fields.sections)
  requireActiveSections(db, [fields.sectionId, ...sectionIds])
  requireActiveTitle(db, fields.jobTitleId)
  const none = { email: null, phone: null, jobTitleId: null, sections: null, activatedAt: null, lastLoginAt: null }
  const { id } = db.insert('user', { ...none, ...fields, createdBy: session.userId, passwordChangedAt: clock.now() })
  recordPassword(db, id, fields.passwordHash)
  assignSections(db, id, sectionIds)
  giveRoleMenus(db, session, { id, roleId: fields.roleId })
  return userOf(db, id)
}

/** What gives rights is for others to change: one's own role, sections and sight of costs (IA-4). */
export function updateUser({ db, session, clock }: CommandContext, { id, version, ...patch }: ParsedInputOf<typeof users.updateUser>): User {
  const before = requireBelow(db, session, id)
  const { username, fullName, language, email, phone, jobTitleId, ...rights } = patch
  if (Object.values(rights).some(value => value !== undefined)) requireOther(session, id)
  const { roleId, sectionId, sectionIds, canSeeCost, sections } = rights
  requireRights(db, session, before, rights)
  if (jobTitleId !== before.jobTitleId) requireActiveTitle(db, jobTitleId)
  if (roleId !== undefined && roleId !== before.roleId) exchangeRoleMenus(db, session, id, before.roleId, roleId)
  db.update('user', { id, version }, { username, fullName, language, email, phone, jobTitleId, roleId, sectionId, canSeeCost, sections })
  if (sectionIds) assignSections(db, id, sectionIds)
  endWidenedSessions(db, clock.now())
  return userOf(db, id)
}

type Rights = Partial<Pick<UserFields, 'roleId' | 'sectionId' | 'sectionIds' | 'canSeeCost' | 'sections'>>

/** Only what somebody did not have before must be the giver's to give. */
function requireRights(db: Reader, session: CommandContext['session'], before: User, { roleId, sectionId, sectionIds, canSeeCost, sections }: Rights): void {
  if (roleId !== undefined && roleId !== before.roleId) {
    requireMayGive(db, session, roleId)
    requireSuperadminLeft(db, before)
  }
  requireCostRight(session, canSeeCost && !before.canSeeCost)
  if (sections !== before.sections) requireSectionRight(session, sections)
  if (sectionId !== before.sectionId) requireActiveSections(db, [sectionId])
  if (sectionIds) requireActiveSections(db, sectionIds.filter(section => !before.sectionIds.includes(section)))
}

/** The same for several people, all or none. */
export function changeUsers(context: CommandContext, { users: people, roleId, sectionId }: ParsedInputOf<typeof users.changeUsers>): { count: number } {
  eachRow('users', people, at => updateUser(context, { ...at, roleId, sectionId }))
  return { count: people.length }
}

export function setUsersActive(context: CommandContext, { users: people, isActive }: ParsedInputOf<typeof users.setUsersActive>): { count: number } {
  eachRow('users', people, at => setUserActive(context, { ...at, isActive }))
  return { count: people.length }
}

/** Who is deactivated is signed out at once (IA-11), and not signed in again by being activated. */
export function setUserActive({ db, session, clock }: CommandContext, { id, version, isActive }: ParsedInputOf<typeof users.setUserActive>): User {
  requireOther(session, id)
  const before = requireBelow(db, session, id)
  if (isActive) requireActiveRole(db, before.roleId)
  else requireSuperadminLeft(db, before)
  db.update('user', { id, version }, { isActive, ...(isActive && { activatedAt: clock.now() }) })
  if (!isActive) endSessions(db, id, clock.now(), 'DEACTIVATED')
  return userOf(db, id)
}

/** A password that somebody else chose opens the door once: then it must be changed. What was let in by the old one, programs too, is let in no more. */
export function storePassword(context: CommandContext, { id, version, passwordHash }: ParsedInputOf<typeof ownAccount.storePassword>): void {
  const { db, session, clock } = context
  const { username } = requireBelow(db, session, id)
  db.update('user', { id, version }, { passwordHash, mustChangePassword: id !== session.userId, passwordChangedAt: clock.now() })
  recordPassword(db, id, passwordHash)
  endSessions(db, id, clock.now(), 'PASSWORD', session.id)
  if (id !== session.userId) revokeKeysOf(context, id)
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
