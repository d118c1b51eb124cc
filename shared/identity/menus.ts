import { z } from 'zod'
import { Name, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { anySession, command, query } from '../core/procedure.ts'

/** A line of the navigation; one without a path is a group. */
export const MenuItem = z.object({
  id: z.string(), version: z.int(), code: z.string(), name: z.string(), nameEnglish: z.string(), path: z.string().nullable(), parentId: z.string().nullable(),
  position: z.int(), isActive: z.boolean(),
})
export type MenuItem = z.infer<typeof MenuItem>

/** As a desk shows it: a group with what stands in it, in order. */
export const MenuLeaf = z.object({ code: z.string(), name: z.string(), nameEnglish: z.string(), path: z.string().nullable() })
export const MenuNode = MenuLeaf.extend({ children: z.array(MenuLeaf) })
export type MenuLeaf = z.infer<typeof MenuLeaf>
export type MenuNode = z.infer<typeof MenuNode>

const mostUsers = 500
const Ids = z.array(IdSchema).max(mostUsers)

/** Whose menus: users', or those that new users of a role begin with. */
export const MenuHolders = z.object({ userIds: Ids.min(1) }).or(z.object({ roleId: IdSchema }))
export type MenuHolders = z.infer<typeof MenuHolders>

export const MenusHeld = z.object({
  id: z.string(), name: z.string(),
  /** Has all of them by the role. */
  hasAll: z.boolean(),
  menuIds: z.array(z.string()),
})
export type MenusHeld = z.infer<typeof MenusHeld>

/** Menus decide what is shown, never what is allowed (IA-7). */
export const menus = {
  /** The caller's own: all active ones for an Admin, else what they were given, each with its group. */
  listOwnMenus: query({
    permission: anySession, varies: 'user', input: z.object({}), output: z.array(MenuNode), reads: ['menuItem', 'userMenu', 'user', 'role'], beforePasswordChange: true,
  }),
  listMenuItems: query({ permission: 'identity.view', input: z.object({}), output: z.array(MenuItem), reads: ['menuItem'] }),
  listMenusHeld: query({
    permission: 'identity.view', varies: 'clock', input: MenuHolders, output: z.array(MenusHeld), reads: ['userMenu', 'roleMenu', 'user', 'role'],
  }),
  /** Gives and takes menus of several users at once, or of what a role begins with. `higher-level`, `own-account`. */
  changeMenus: command({
    permission: 'identity.update', input: z.object({ holders: MenuHolders, given: Ids, taken: Ids, reason: Reason }), output: z.array(MenusHeld), writes: ['userMenu', 'roleMenu'],
  }),
  updateMenuItem: command({
    permission: 'identity.update', input: z.object({ id: IdSchema, version: Version, name: Name, nameEnglish: Name, isActive: z.boolean() }).partial({ name: true, nameEnglish: true, isActive: true }),
    output: MenuItem, writes: ['menuItem'],
  }),
  /** Puts these in this order, under this group; `null` for the groups themselves. */
  arrangeMenuItems: command({
    permission: 'identity.update', input: z.object({ parentId: IdSchema.nullable(), ids: Ids.min(1) }), output: z.array(MenuItem), writes: ['menuItem'],
  }),
  /** At every start: screens that came with this version get a menu, given to every role and person that may open them. */
  completeMenus: command({
    visibility: 'internal', permission: 'identity.update', input: z.object({}), output: z.object({ added: z.int() }), writes: ['menuItem', 'userMenu', 'roleMenu'],
  }),
}
