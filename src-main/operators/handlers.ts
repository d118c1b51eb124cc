import type { operators } from '../../shared/operators/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { hashPin } from '../identity/passwords.ts'
import { requireBelow } from '../identity/rank.ts'
import { endSession } from '../identity/sessions.ts'
import { requireOwnPassword } from '../identity/sign-in.ts'
import { describeDesk, listOperators, listSwitchRoles, ownDesk } from './operator-list.ts'
import { clearPass, ownPass, setBadge, setRoleSwitching, storePin } from './passes.ts'
import { requireOperator, requireShared, startQuickSession, switchByBadge, switchByPin } from './switching.ts'

export const operatorsHandlers: Handlers<typeof operators> = {
  describeDesk(context, { deskId }) {
    context.scope.everyone()
    return describeDesk(context, deskId)
  },
  readOwnDesk(context) {
    context.scope.everyone()
    return ownDesk(context, context.session.deskId)
  },
  switchByPin(context, input) {
    context.scope.everyone()
    return switchByPin(context, input)
  },
  switchByBadge(context, input) {
    context.scope.everyone()
    return switchByBadge(context, input)
  },
  startQuickSession(context, input) {
    context.scope.everyone()
    return startQuickSession(context, input)
  },
  lockDesk({ db, scope, session, clock }) {
    scope.everyone()
    requireShared(db, session.deskId)
    endSession(db, session.id, clock.now(), 'LOCKED')
    return {}
  },
  listOperators({ db, scope }, input) {
    scope.everyone()
    return listOperators(db, input)
  },
  readOwnPass({ db, scope, session, clock }) {
    scope.everyone()
    return ownPass(db, session.userId, clock.now())
  },
  async setOwnPin(context, { current, pin }) {
    context.scope.everyone()
    const { db, session, command } = context
    requireOperator(db, session.userId, context.clock.now())
    await requireOwnPassword(context, current)
    await command('operators.storePin', { userId: session.userId, pinHash: await hashPin(pin) })
    return {}
  },
  clearOwnPass(context, { what }) {
    context.scope.everyone()
    clearPass(context, { userId: context.session.userId, what })
    return {}
  },
  async setPin({ db, scope, session, clock, command }, { userId, pin }) {
    scope.everyone()
    requireBelow(db, session, userId)
    requireOperator(db, userId, clock.now())
    await command('operators.storePin', { userId, pinHash: await hashPin(pin) })
    return {}
  },
  storePin(context, input) {
    context.scope.everyone()
    storePin(context, input)
    return {}
  },
  setBadge(context, input) {
    context.scope.everyone()
    setBadge(context, input)
    return {}
  },
  clearPass(context, input) {
    context.scope.everyone()
    clearPass(context, input)
    return {}
  },
  listSwitchRoles({ db, scope }) {
    scope.everyone()
    return listSwitchRoles(db)
  },
  setRoleSwitching(context, input) {
    context.scope.everyone()
    return setRoleSwitching(context, input)
  },
}
