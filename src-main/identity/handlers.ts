import type { OutputOf } from '../../shared/core/procedure.ts'
import type { identity } from '../../shared/identity/contract.ts'
import { identitySettings } from '../../shared/identity/settings.ts'
import type { Handlers } from '../core/handlers.ts'
import { createFactory, describeHost, openDemo, requireNewFactory } from './factory.ts'
import { liftLock, listLocks } from './locks.ts'
import { touchKey } from '../programs/key-sessions.ts'
import { giveOwnGrant, listGrants, remindOfGrants, revokeGrant, runningGrantsOf } from './grants.ts'
import { requestGrant } from './grant-approval.ts'
import { disableIdleUsers } from './idle-users.ts'
import { createJobTitle, listJobTitles, updateJobTitle } from './job-titles.ts'
import { ownAccountOf, updateOwnAccount } from './own-account.ts'
import { countFailure, purgeFailures } from './login-locks.ts'
import { arrangeMenuItems, changeMenus, listMenuItems, menusHeld, ownMenus } from './menus.ts'
import { completeMenus } from './seed-menus.ts'
import { hashNewPassword } from './passwords.ts'
import { profileOf } from './profile.ts'
import { requireBelow, requireCostRight, requireHoldsRole, requireMayGive, requireOther } from './rank.ts'
import { endSession, touchSession } from './sessions.ts'
import { acceptPassword, changePassword, login, setUp, startSession } from './sign-in.ts'
import { createRole, listRoles, setRoleActive, updateRole } from './roles.ts'
import { listUsers, userOf } from './user-list.ts'
import { changeUsers, createUser, setUserActive, setUsersActive, storePassword, unlockUser, updateUser } from './users.ts'

/** Users belong to the whole factory; who may change whom is a matter of levels (`rank.ts`). */
export const identityHandlers: Handlers<typeof identity> = {
  describeHost(context) {
    context.scope.everyone()
    return describeHost(context)
  },
  setUp(context, input) {
    context.scope.everyone()
    return setUp(context, input)
  },
  async startDemo({ db, session, scope, hostTask }) {
    scope.everyone()
    requireNewFactory(db, session.ip)
    await hostTask('tellDemoStory')
    return {}
  },
  openDemo(context) {
    context.scope.everyone()
    return openDemo(context)
  },
  createFactory(context, input) {
    context.scope.everyone()
    return createFactory(context, input)
  },

  login(context, input) {
    context.scope.everyone()
    return login(context, input)
  },
  startSession(context, input) {
    context.scope.everyone()
    return startSession(context, input)
  },
  acceptPassword(context, input) {
    context.scope.everyone()
    acceptPassword(context, input)
    return {}
  },
  recordFailedLogin(context, attempt) {
    context.scope.everyone()
    return countFailure(context, attempt)
  },
  logout({ db, scope, session, clock }) {
    scope.everyone()
    endSession(db, session.id, clock.now(), 'LOGOUT')
    return {}
  },
  whoAmI({ db, scope, session, clock }) {
    scope.everyone()
    return profileOf(db, session.userId, clock.now())
  },
  touchSessions({ db, scope }, { sessions }) {
    scope.everyone()
    for (const { id, at } of sessions) {
      touchSession(db, id, at)
      touchKey(db, id, at)
    }
    return {}
  },
  purgeLoginFailures({ db, scope, clock }) {
    scope.everyone()
    purgeFailures(db, clock.now())
    return {}
  },

  async changePassword(context, input) {
    context.scope.everyone()
    await changePassword(context, input)
    return {}
  },
  storePassword(context, input) {
    context.scope.everyone()
    storePassword(context, input)
    return {}
  },
  setLanguage({ db, scope, session }, { language }) {
    scope.everyone()
    db.update('user', db.get('user', session.userId), { language })
    return {}
  },

  listUsers({ db, scope }, input) {
    scope.everyone()
    return listUsers(db, input)
  },
  getUser({ db, scope }, { id }) {
    scope.everyone()
    return userOf(db, id)
  },
  listRoles({ db, scope }) {
    scope.everyone()
    return listRoles(db)
  },
  async createUser({ db, scope, session, settings, command }, { password, ...input }) {
    scope.everyone()
    requireMayGive(db, session, input.roleId)
    requireCostRight(session, input.canSeeCost)
    const unless = { sectionId: null, sectionIds: [], canSeeCost: false, language: settings.get(identitySettings.language) }
    const passwordHash = await hashNewPassword(password)
    return (await command('identity.createUserRecord', { ...unless, ...input, passwordHash, mustChangePassword: true })) as OutputOf<typeof identity.createUserRecord>
  },
  createUserRecord(context, input) {
    context.scope.everyone()
    return createUser(context, input)
  },
  updateUser(context, input) {
    context.scope.everyone()
    return updateUser(context, input)
  },
  async resetPassword({ db, scope, session, command }, { password, ...at }) {
    scope.everyone()
    requireOther(session, at.id)
    const { canSeeCost, roleId } = requireBelow(db, session, at.id)
    requireCostRight(session, canSeeCost || db.get('role', roleId).canSeeCost)
    requireHoldsRole(db, session, roleId)
    await command('identity.storePassword', { ...at, passwordHash: await hashNewPassword(password) })
    return {}
  },
  setUserActive(context, input) {
    context.scope.everyone()
    return setUserActive(context, input)
  },
  changeUsers(context, input) {
    context.scope.everyone()
    return changeUsers(context, input)
  },
  setUsersActive(context, input) {
    context.scope.everyone()
    return setUsersActive(context, input)
  },
  disableIdleUsers(context) {
    context.scope.everyone()
    return { count: disableIdleUsers(context) }
  },
  listJobTitles({ db, scope }, input) {
    scope.everyone()
    return listJobTitles(db, input)
  },
  createJobTitle({ db, scope }, input) {
    scope.everyone()
    return createJobTitle(db, input)
  },
  updateJobTitle({ db, scope }, input) {
    scope.everyone()
    return updateJobTitle(db, input)
  },
  getOwnAccount({ db, scope, session }) {
    scope.everyone()
    return ownAccountOf(db, session.userId)
  },
  updateOwnAccount(context, input) {
    context.scope.everyone()
    return updateOwnAccount(context, input)
  },
  unlockUser(context, input) {
    context.scope.everyone()
    unlockUser(context, input)
    return {}
  },
  listLocks(context) {
    context.scope.everyone()
    return listLocks(context)
  },
  liftLock(context, input) {
    context.scope.everyone()
    liftLock(context, input)
    return {}
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
}
