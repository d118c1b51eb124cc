import type { MenuItem, MenuNode } from './menus.ts'
import { permissions, type Permission } from '../core/permissions.ts'

export interface RightsChange { readonly given: readonly Permission[]; readonly taken: readonly Permission[] }

/** What changes when one list of permissions takes the place of another, each in the order of the matrix. */
export function rightsChange(before: readonly Permission[], after: readonly Permission[]): RightsChange {
  return {
    given: permissions.filter(permission => after.includes(permission) && !before.includes(permission)),
    taken: permissions.filter(permission => before.includes(permission) && !after.includes(permission)),
  }
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
