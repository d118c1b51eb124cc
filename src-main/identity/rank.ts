import { AppError } from '../../shared/core/errors.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import { lackedOf } from '../../shared/identity/rules.ts'
import type { User } from '../../shared/identity/users.ts'
import type { Session } from '../core/session.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { ownSectionsOf, rolePermissions } from './sessions.ts'
import { userOf } from './user-list.ts'

/** Who acts; level 0 is the highest. */
type Actor = Pick<Session, 'userId' | 'level' | 'canSeeCost'>
type Giver = Actor & Pick<Session, 'sections'>

/** The level of those who may give what they do not hold, and of whom one must always be left. */
export const superadminLevel = 1
const mostNamed = 5

/** Nobody changes a user of a higher level (IA-4): `higher-level`. */
export function requireBelow(db: Reader, { level }: Actor, userId: string): User {
  const user = userOf(db, userId)
  if (user.level < level) throw new AppError('higher-level', { role: user.role })
  return user
}

/** Nor does anybody by these means change what they themselves may: `own-account`. */
export function requireOther({ userId }: Actor, id: string): void {
  if (id === userId) throw new AppError('own-account')
}

/** Nobody gives a role of a higher level than their own, nor one that may what they may not (`role-exceeds`); the hidden one is nobody's to give. */
export function requireMayGive(db: Reader, actor: Giver, roleId: string): void {
  const { level, canSeeCost } = actor
  const role = db.get('role', roleId)
  if (role.isHidden) throw new AppError('not-found', { entity: 'role', id: roleId })
  requireActiveRole(db, roleId)
  if (role.level < level) throw new AppError('higher-level', { role: role.name })
  requireCostRight({ canSeeCost }, role.canSeeCost)
  requireHoldsRole(db, actor, roleId)
}

/**
 * Nobody but a Superadmin gives a role that has what theirs has not, nor a new password to an account with such a role. What they have
 * for a time is not theirs to give. `role-exceeds` names the first of what is lacking.
 */
export function requireHoldsRole(db: Reader, { userId, level, sections }: Giver, roleId: string): void {
  if (level <= superadminLevel) return
  const { name, sections: seen } = db.get('role', roleId)
  const own = rolePermissions(db, db.get('user', userId).roleId)
  const needed = lackedOf({ grants: rolePermissions(db, roleId), sections: seen }, { grants: own, seesAll: sections === 'all' })
  if (needed.length > 0) throw new AppError('role-exceeds', { role: name, needed: needed.length > mostNamed ? [...needed.slice(0, mostNamed), '…'] : needed })
}

/** A role that was put away is nobody's to have. */
export function requireActiveRole(db: Reader, roleId: string): void {
  const { isActive, name } = db.get('role', roleId)
  if (!isActive) throw new AppError('inactive', { entity: 'role', id: roleId, code: name })
}

/** Who may not see costs can give that right to nobody, nor get at the account of somebody who has it (IA-9). */
export function requireCostRight(actor: Pick<Actor, 'canSeeCost'>, canSeeCost: boolean | undefined): void {
  if (canSeeCost && !actor.canSeeCost) throw new AppError('forbidden', { needed: 'canSeeCost' })
}

/** Nobody gives what their role does not hold, but a Superadmin: `forbidden` names the first of it. What they have for a time is not theirs to give (IA-10). */
export function requireHolds(db: Reader, { userId, level }: Pick<Session, 'userId' | 'level'>, given: readonly Permission[]): void {
  if (level <= superadminLevel) return
  const held = rolePermissions(db, db.get('user', userId).roleId)
  const missing = given.find(permission => !held.includes(permission))
  if (missing !== undefined) throw new AppError('forbidden', { needed: missing })
}

/** Whoever may all must always be somebody: the last active Superadmin stays (`last-superadmin`). */
export function requireSuperadminLeft(db: Reader, user: Pick<User, 'id' | 'level'>): void {
  if (isLastSuperadmin(db, user)) throw new AppError('last-superadmin')
}

export function isLastSuperadmin(db: Reader, { id, level }: Pick<User, 'id' | 'level'>): boolean {
  const others = sql.selectFrom('user').innerJoin('role', 'role.id', 'user.roleId').select('user.id')
    .where('role.level', '=', superadminLevel).where('user.isActive', '=', true).where('user.id', '!=', id).limit(1)
  return level === superadminLevel && db.first(others) === undefined
}

/** Nobody lets others see more sections than they see themselves. */
export function requireSectionRight({ sections }: Pick<Session, 'sections'>, given: 'all' | 'own' | null | undefined): void {
  if (given === 'all' && sections !== 'all') throw new AppError('forbidden', { needed: 'allSections' })
}

/** Nobody lends others a section that is not theirs: `foreign-section`. What was lent to them is not theirs to lend. */
export function requireSectionsHeld(db: Reader, { userId, level }: Pick<Session, 'userId' | 'level'>, sectionIds: readonly string[]): void {
  if (level <= superadminLevel) return
  const user = db.get('user', userId)
  const own = ownSectionsOf(db, user, db.get('role', user.roleId))
  const foreign = own === 'all' ? undefined : sectionIds.find(id => !own.includes(id))
  if (foreign !== undefined) throw new AppError('foreign-section', { sectionId: foreign })
}
