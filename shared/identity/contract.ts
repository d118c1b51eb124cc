import { firstRun } from './first-run.ts'
import { locks } from './locks.ts'
import { ownAccount } from './own-account.ts'
import { signIn } from './sign-in.ts'
import { users } from './users.ts'

/** Who works here, and how they come in. */
export const identity = { ...firstRun, ...signIn, ...ownAccount, ...users, ...locks }
