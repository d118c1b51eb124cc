import type { roles } from '../../shared/identity/roles.ts'
import type { grants } from '../../shared/identity/grants.ts'
import type { menus } from '../../shared/identity/menus.ts'
import type { Handlers } from '../core/handlers.ts'
import { giveOwnGrant, listGrants, remindOfGrants, revokeGrant, runningGrantsOf } from './grants.ts'
import { requestGrant } from './grant-approval.ts'
import { arrangeMenuItems, changeMenus, listMenuItems, menusHeld, ownMenus } from './menus.ts'
import { completeMenus } from './seed-menus.ts'
import { createRole, listRoles, setRoleActive, updateRole } from './roles.ts'

/** What people may and see: roles, permissions for a time, menus. */
export const rightHandlers: Handlers<typeof roles & typeof grants & typeof menus> = {
  listRoles({ db, scope }) {
    scope.everyone()
    return listRoles(db)
  },
  createRole(context, input) {
    context.scope.everyone()
    return createRole(context, input)
  },
  updateRole(context, input) {
    context.scope.everyone()
    return updateRole(context, input)
  },
  setRoleActive(context, input) {
    context.scope.everyone()
    return setRoleActive(context, input)
  },
  listGrants({ db, scope, clock }, input) {
    scope.everyone()
    return listGrants(db, input, clock.now())
  },
  listOwnGrants({ db, scope, session, clock }) {
    scope.everyone()
    return runningGrantsOf(db, session.userId, clock.now())
  },
  giveGrant(context, input) {
    context.scope.everyone()
    return giveOwnGrant(context, input)
  },
  requestGrant(context, input) {
    context.scope.everyone()
    return requestGrant(context, input)
  },
  revokeGrant(context, input) {
    context.scope.everyone()
    return revokeGrant(context, input)
  },
  remindOfGrants(context) {
    context.scope.everyone()
    return { reminded: remindOfGrants(context) }
  },
  listOwnMenus({ db, scope, session }) {
    scope.everyone()
    return ownMenus(db, session.userId)
  },
  listMenuItems({ db, scope }) {
    scope.everyone()
    return listMenuItems(db)
  },
  listMenusHeld({ db, scope }, holders) {
    scope.everyone()
    return menusHeld(db, holders)
  },
  changeMenus(context, input) {
    context.scope.everyone()
    return changeMenus(context, input)
  },
  updateMenuItem({ db, scope }, { id, version, ...patch }) {
    scope.everyone()
    return db.update('menuItem', { id, version }, patch)
  },
  arrangeMenuItems(context, input) {
    context.scope.everyone()
    return arrangeMenuItems(context, input)
  },
  completeMenus({ db, scope }) {
    scope.everyone()
    return { added: completeMenus(db) }
  },
}
