import type { OutputOf } from '../../shared/core/procedure.ts'
import type { ownAccount } from '../../shared/identity/own-account.ts'
import type { users } from '../../shared/identity/users.ts'
import type { locks } from '../../shared/identity/locks.ts'
import type { jobTitles } from '../../shared/identity/job-titles.ts'
import { identitySettings } from '../../shared/identity/settings.ts'
import type { Handlers } from '../core/handlers.ts'
import { liftLock, listLocks } from './locks.ts'
import { disableIdleUsers } from './idle-users.ts'
import { createJobTitle, listJobTitles, updateJobTitle } from './job-titles.ts'
import { ownAccountOf, updateOwnAccount } from './own-account.ts'
import { hashNewPassword } from './passwords.ts'
import { requireBelow, requireCostRight, requireHoldsRole, requireMayGive, requireOther } from './rank.ts'
import { changePassword } from './sign-in.ts'
import { listUsers, userOf } from './user-list.ts'
import { changeUsers, createUser, setUserActive, setUsersActive, storePassword, unlockUser, updateUser } from './users.ts'

/** Accounts, one’s own and those of others; who may change whom is a matter of levels (`rank.ts`). */
export const userHandlers: Handlers<typeof ownAccount & typeof users & typeof locks & typeof jobTitles> = {
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
  getOwnAccount({ db, scope, session }) {
    scope.everyone()
    return ownAccountOf(db, session.userId)
  },
  updateOwnAccount(context, input) {
    context.scope.everyone()
    return updateOwnAccount(context, input)
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
  async createUser({ db, scope, session, settings, command }, { password, ...input }) {
    scope.everyone()
    requireMayGive(db, session, input.roleId)
    requireCostRight(session, input.canSeeCost)
    const unless = { sectionId: null, sectionIds: [], canSeeCost: false, language: settings.get(identitySettings.language) }
    const passwordHash = await hashNewPassword(password)
    return (await command('identity.createUserRecord', { ...unless, ...input, passwordHash, mustChangePassword: true })) as OutputOf<typeof users.createUserRecord>
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
}
