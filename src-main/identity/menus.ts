import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { MenuHolders, MenuItem, MenuNode, menus, MenusHeld } from '../../shared/identity/menus.ts'
import { menuTree } from '../../shared/identity/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Session } from '../core/session.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requireBelow, requireOther } from './rank.ts'

/** IA-7: what an Admin has without being given it, and what everybody else was given. */
export function ownMenus(db: Reader, userId: string): MenuNode[] {
  const { hasAllMenus } = db.get('role', db.get('user', userId).roleId)
  const items = listMenuItems(db)
  const given = new Set(menuIdsOf(db, userId))
  return menuTree(items, hasAllMenus ? items.map(({ id }) => id) : [...given])
}

export function listMenuItems(db: Reader): MenuItem[] {
  return db.all(sql.selectFrom('menuItem').select(['id', 'version', 'code', 'name', 'nameEnglish', 'path', 'parentId', 'position', 'isActive']).orderBy('position').orderBy('code'))
}

export function menusHeld(db: Reader, holders: MenuHolders): MenusHeld[] {
  if ('roleId' in holders) {
    const { id, name, hasAllMenus: hasAll } = db.get('role', holders.roleId)
    return [{ id, name, hasAll, menuIds: roleMenuIds(db, id) }]
  }
  return holders.userIds.map(userId => {
    const { id, fullName: name, roleId } = db.get('user', userId)
    return { id, name, hasAll: db.get('role', roleId).hasAllMenus, menuIds: menuIdsOf(db, id) }
  })
}

export function changeMenus({ db, session }: CommandContext, { holders, given, taken }: ParsedInputOf<typeof menus.changeMenus>): MenusHeld[] {
  for (const id of given) db.get('menuItem', id)
  if ('roleId' in holders) {
    const { level, name, isHidden } = db.get('role', holders.roleId)
    if (isHidden) throw new AppError('not-found', { entity: 'role', id: holders.roleId })
    if (level < session.level) throw new AppError('higher-level', { role: name })
    changeRoleMenus(db, holders.roleId, given, taken)
  } else {
    for (const userId of holders.userIds) {
      requireOther(session, userId)
      requireBelow(db, session, userId)
      changeUserMenus(db, session, userId, given, taken)
    }
  }
  return menusHeld(db, holders)
}

/** A new user begins with the menus of their role. */
export function giveRoleMenus(db: Writer, giver: Pick<Session, 'userId'>, { id, roleId }: { readonly id: string; readonly roleId: string }): void {
  changeUserMenus(db, giver, id, roleMenuIds(db, roleId), [])
}

/** Whoever gets another role gets what it begins with, and loses what the old one did; what was given to them alone stays. */
export function exchangeRoleMenus(db: Writer, giver: Pick<Session, 'userId'>, userId: string, roleBefore: string, roleId: string): void {
  const given = roleMenuIds(db, roleId)
  changeUserMenus(db, giver, userId, given, roleMenuIds(db, roleBefore).filter(id => !given.includes(id)))
}

export function changeUserMenus(db: Writer, { userId: assignedBy }: Pick<Session, 'userId'>, userId: string, given: readonly string[], taken: readonly string[]): void {
  const held = db.all(sql.selectFrom('userMenu').select(['id', 'version', 'menuItemId']).where('userId', '=', userId))
  for (const row of held) if (taken.includes(row.menuItemId)) db.remove('userMenu', row)
  for (const menuItemId of new Set(given)) if (!held.some(row => row.menuItemId === menuItemId)) db.insert('userMenu', { userId, menuItemId, assignedBy })
}

export function changeRoleMenus(db: Writer, roleId: string, given: readonly string[], taken: readonly string[]): void {
  const held = db.all(sql.selectFrom('roleMenu').select(['id', 'version', 'menuItemId']).where('roleId', '=', roleId))
  for (const row of held) if (taken.includes(row.menuItemId)) db.remove('roleMenu', row)
  for (const menuItemId of new Set(given)) if (!held.some(row => row.menuItemId === menuItemId)) db.insert('roleMenu', { roleId, menuItemId })
}

export function roleMenuIds(db: Reader, roleId: string): string[] {
  return db.all(sql.selectFrom('roleMenu').select('menuItemId').where('roleId', '=', roleId)).map(({ menuItemId }) => menuItemId)
}

/** A group keeps the items it has; what belongs to another kind is refused. */
export function arrangeMenuItems({ db }: CommandContext, { parentId, ids }: ParsedInputOf<typeof menus.arrangeMenuItems>): MenuItem[] {
  ids.forEach((id, position) => {
    const item = db.get('menuItem', id)
    const isGroup = item.path === null
    if (isGroup !== (parentId === null)) throw new AppError('wrong-state', { entity: 'menuItem', id })
    db.update('menuItem', item, { parentId, position })
  })
  return listMenuItems(db)
}

function menuIdsOf(db: Reader, userId: string): string[] {
  return db.all(sql.selectFrom('userMenu').select('menuItemId').where('userId', '=', userId)).map(({ menuItemId }) => menuItemId)
}
