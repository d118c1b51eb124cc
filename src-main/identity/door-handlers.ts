import type { firstRun } from '../../shared/identity/first-run.ts'
import type { signIn } from '../../shared/identity/sign-in.ts'
import type { Handlers } from '../core/handlers.ts'
import { createFactory, describeHost, openDemo, requireNewFactory } from './factory.ts'
import { touchKey } from '../programs/key-sessions.ts'
import { countFailure, purgeFailures } from './login-locks.ts'
import { profileOf } from './profile.ts'
import { endSession, touchSession } from './sessions.ts'
import { acceptPassword, login, setUp, startSession } from './sign-in.ts'

/** Setting a factory up, coming in and going out. */
export const doorHandlers: Handlers<typeof firstRun & typeof signIn> = {
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
  touchSessions(context, { sessions }) {
    const { db, scope } = context
    scope.everyone()
    for (const { id, at } of sessions) {
      touchSession(context, id, at)
      touchKey(db, id, at)
    }
    return {}
  },
  purgeLoginFailures({ db, scope, clock }) {
    scope.everyone()
    purgeFailures(db, clock.now())
    return {}
  },
}
