import { isGranted } from '../../shared/core/procedure.ts'
import { menuGroups, menuRoles, menuSeeds, type MenuSeed } from '../../shared/identity/menu-seeds.ts'
import { systemUserId } from '../../shared/identity/system-user.ts'
import { texts } from '../../shared/texts.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { changeRoleMenus, changeUserMenus } from './menus.ts'
import { rolePermissions } from './sessions.ts'

/**
 * Gives every screen that has none yet its menu, and the menu to every role and active person who may open the screen: nobody loses by
 * an update what they could open before it. Says how many came.
 */
export function completeMenus(db: Writer): number {
  const fresh = menuSeeds.filter(({ path }) => !db.first(sql.selectFrom('menuItem').select('id').where('path', '=', path)))
  if (fresh.length === 0) return 0
  const ids = new Map(fresh.map(seed => [seed, insertItem(db, seed, groupOf(db, seed.group))]))
  for (const role of db.all(sql.selectFrom('role').select(['id', 'name']).where('isHidden', '=', false))) {
    const held = new Set(rolePermissions(db, role.id))
    const begins = ({ path, permission }: MenuSeed) => (menuRoles[path]?.includes(role.name) ?? true) && isGranted(held, permission)
    const given = fresh.filter(begins).map(seed => ids.get(seed)!)
    changeRoleMenus(db, role.id, given, [])
    for (const { id } of db.all(sql.selectFrom('user').select('id').where('roleId', '=', role.id))) changeUserMenus(db, { userId: systemUserId }, id, given, [])
  }
  return fresh.length
}

function groupOf(db: Writer, group: MenuSeed['group']): string {
  const known = db.first(sql.selectFrom('menuItem').select('id').where('code', '=', group))
  if (known) return known.id
  const names = { name: texts.id.navigation[group], nameEnglish: texts.en.navigation[group] }
  return db.insert('menuItem', { code: group, ...names, path: null, parentId: null, position: menuGroups.indexOf(group) }).id
}

function insertItem(db: Writer, { path, title }: MenuSeed, parentId: string): string {
  const names = { name: textIn(texts.id, title), nameEnglish: textIn(texts.en, title) }
  return db.insert('menuItem', { code: path, ...names, path, parentId, position: nextPosition(db, parentId) }).id
}

function nextPosition(db: Reader, parentId: string): number {
  return db.one(sql.selectFrom('menuItem').select(({ fn }) => fn.countAll<number>().as('count')).where('parentId', '=', parentId)).count
}

function textIn(tree: unknown, key: string): string {
  const found = key.split('.').reduce((node, part) => (node as Record<string, unknown> | undefined)?.[part], tree)
  if (typeof found !== 'string') throw new Error(`The menu text ${key} is missing`)
  return found
}
