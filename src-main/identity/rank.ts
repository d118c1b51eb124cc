import { AppError } from '../../shared/core/errors.ts'
import type { User } from '../../shared/identity/users.ts'
import type { Session } from '../core/session.ts'
import type { Reader } from '../database/reader.ts'
import { userOf } from './user-list.ts'

/** Who acts; level 0 is the highest. */
type Actor = Pick<Session, 'userId' | 'level' | 'canSeeCost'>

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

/** Nobody gives a role of a higher level than their own; the hidden one is nobody's to give. */
export function requireMayGive(db: Reader, { level, canSeeCost }: Actor, roleId: string): void {
  const role = db.get('role', roleId)
  if (role.isHidden) throw new AppError('not-found', { entity: 'role', id: roleId })
  if (role.level < level) throw new AppError('higher-level', { role: role.name })
  requireCostRight({ canSeeCost }, role.canSeeCost)
}

/** Who may not see costs can give that right to nobody, nor get at the account of somebody who has it (IA-9). */
export function requireCostRight(actor: Pick<Actor, 'canSeeCost'>, canSeeCost: boolean | undefined): void {
  if (canSeeCost && !actor.canSeeCost) throw new AppError('forbidden', { needed: 'canSeeCost' })
}
