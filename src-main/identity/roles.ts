import type { Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { rightsChange } from '../../shared/identity/rules.ts'
import type { Role, RoleFields, roles } from '../../shared/identity/roles.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Session } from '../core/session.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { RoleTable } from '../database/tables.ts'
import { changeRoleMenus, roleMenuIds } from './menus.ts'
import { endWidenedSessions } from './quick-sessions.ts'
import { requireHolds, superadminLevel } from './rank.ts'
import { rolePermissions } from './sessions.ts'

export function listRoles(db: Reader): Role[] {
  const visible = sql.selectFrom('role').select('id').where('isHidden', '=', false).orderBy('level').orderBy('name')
  return db.all(visible).map(({ id }) => roleOf(db, id))
}

export function createRole({ db, session }: CommandContext, { copyOf, reason: _reason, ...fields }: ParsedInputOf<typeof roles.createRole>): Role {
  const grants = visibleRole(db, copyOf).grants
  requireFields(session, fields)
  requireHolds(db, session, grants)
  const { id } = db.insert('role', fields)
  writeGrants(db, id, grants)
  changeRoleMenus(db, id, roleMenuIds(db, copyOf), [])
  return roleOf(db, id)
}

export function updateRole({ db, session, clock }: CommandContext, { id, version, grants, reason: _reason, ...fields }: ParsedInputOf<typeof roles.updateRole>): Role {
  const before = requireChangeable(db, session, id)
  requireFields(session, fields, before)
  if (grants) requireHolds(db, session, rightsChange(before.grants, grants).given)
  db.update('role', { id, version }, fields)
  if (grants) writeGrants(db, id, grants)
  endWidenedSessions(db, clock.now())
  return roleOf(db, id)
}

export function setRoleActive({ db, session }: CommandContext, { id, version, isActive }: ParsedInputOf<typeof roles.setRoleActive>): Role {
  requireChangeable(db, session, id)
  const holders = db.all(sql.selectFrom('user').select('fullName').where('roleId', '=', id).where('isActive', '=', true).orderBy('fullName').limit(3))
  if (!isActive && holders.length > 0) throw new AppError('in-use', { entity: 'role', id, by: 'user', examples: holders.map(({ fullName }) => fullName).join(', ') })
  db.update('role', { id, version }, { isActive })
  return roleOf(db, id)
}

function roleOf(db: Reader, id: string): Role {
  const { version, name, level, sections, canSeeCost, isActive } = db.get('role', id)
  const holders = sql.selectFrom('user').select(({ fn }) => fn.countAll<number>().as('count')).where('roleId', '=', id).where('isActive', '=', true)
  return { id, version, name, level, sections, canSeeCost, isActive, grants: rolePermissions(db, id), userCount: db.one(holders).count }
}

/** The hidden role is nobody's to see. */
function visibleRole(db: Reader, id: string): Role {
  if (db.get('role', id).isHidden) throw new AppError('not-found', { entity: 'role', id })
  return roleOf(db, id)
}

function requireChangeable(db: Reader, session: Session, id: string): Role {
  const role = visibleRole(db, id)
  if (role.level < session.level) throw new AppError('higher-level', { role: role.name })
  if (role.level === superadminLevel) throw new AppError('fixed-role', { role: role.name })
  if (db.get('user', session.userId).roleId === id) throw new AppError('own-role')
  return role
}

/** Nobody makes a role higher, wider or more knowing than they are themselves. */
function requireFields(session: Session, { level, canSeeCost, sections }: Partial<RoleFields>, before?: Pick<Selectable<RoleTable>, 'canSeeCost' | 'sections'>): void {
  if (level !== undefined && level < session.level) throw new AppError('higher-level', { role: session.role })
  const changesCost = canSeeCost !== undefined && canSeeCost !== (before?.canSeeCost ?? false)
  if (changesCost && !session.canSeeCost) throw new AppError('forbidden', { needed: 'canSeeCost' })
  if (sections === 'all' && before?.sections !== 'all' && session.sections !== 'all') throw new AppError('forbidden', { needed: 'allSections' })
}

function writeGrants(db: Writer, roleId: string, grants: readonly Permission[]): void {
  const held = db.all(sql.selectFrom('roleGrant').select(['id', 'version', 'permission']).where('roleId', '=', roleId))
  for (const grant of held) if (!grants.some(permission => permission === grant.permission)) db.remove('roleGrant', grant)
  const missing = new Set(grants.filter(permission => !held.some(grant => grant.permission === permission)))
  for (const permission of missing) db.insert('roleGrant', { roleId, permission })
}
