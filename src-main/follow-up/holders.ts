import { sql } from '../database/sql.ts'
import type { Reader } from '../database/reader.ts'

export interface Holder {
  readonly id: string
  readonly fullName: string
  readonly role: string
}

/** To whom a customer can be escalated: everybody active who may follow up, by their role or for the time they were given it. */
export function holdersOf(db: Reader, now: string): Holder[] {
  const granting = sql.selectFrom('roleGrant').select('roleId').where('permission', '=', 'followUp.create')
  const given = sql
    .selectFrom('permissionGrant')
    .select('userId')
    .where('permission', '=', 'followUp.create')
    .where('expiresAt', '>', now)
    .where('revokedAt', 'is', null)
  return db.all(
    sql
      .selectFrom('user')
      .innerJoin('role', 'role.id', 'user.roleId')
      .where('user.isActive', '=', true)
      .where('role.isHidden', '=', false)
      .where(({ eb, or }) => or([eb('user.roleId', 'in', granting), eb('user.id', 'in', given)]))
      .select(['user.id', 'user.fullName', 'role.name as role'])
      .orderBy('role.level')
      .orderBy('user.fullName'),
  )
}
