import type { MenuItem, MenuNode } from './menus.ts'
import { farReachingActs, permissions, type Permission } from '../core/permissions.ts'
import type { Role } from './roles.ts'

export interface RightsChange { readonly given: readonly Permission[]; readonly taken: readonly Permission[] }

/** What changes when one list of permissions takes the place of another, each in the order of the matrix. */
export function rightsChange(before: readonly Permission[], after: readonly Permission[]): RightsChange {
  return {
    given: permissions.filter(permission => after.includes(permission) && !before.includes(permission)),
    taken: permissions.filter(permission => before.includes(permission) && !after.includes(permission)),
  }
}

/** Of whom it is asked what they may give: what their role holds, and whether they see every section. */
export interface Giver { readonly grants: readonly Permission[]; readonly seesAll: boolean }

/** IA-4: what a role has that whoever gives it has not; nothing if it is theirs to give. */
export function lackedOf(role: Pick<Role, 'grants' | 'sections'>, { grants, seesAll }: Giver): (Permission | 'allSections')[] {
  const lacked = permissions.filter(permission => role.grants.includes(permission) && isGuarded(permission) && !grants.includes(permission))
  return role.sections === 'all' && !seesAll ? ['allSections', ...lacked] : lacked
}

function isGuarded(permission: Permission): boolean {
  return !permission.startsWith('process.') || farReachingActs.some(act => permission === `process.${act}`)
}

/**
 * The navigation of whoever has these menus (IA-7): active items in their groups, both in order. A group is there for the sake of what
 * stands in it; switched off, it takes all of it along.
 */
export function menuTree(items: readonly MenuItem[], heldIds: readonly string[]): MenuNode[] {
  const held = new Set(heldIds)
  const ordered = items.filter(({ isActive }) => isActive).toSorted((a, b) => a.position - b.position)
  const childrenOf = (groupId: string) => ordered.filter(({ id, parentId }) => parentId === groupId && held.has(id)).map(leafOf)
  return ordered.filter(({ path }) => path === null).map(group => ({ ...leafOf(group), children: childrenOf(group.id) })).filter(({ children }) => children.length > 0)
}

function leafOf({ code, name, nameEnglish, path }: MenuItem): MenuNode['children'][number] {
  return { code, name, nameEnglish, path }
}
