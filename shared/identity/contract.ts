import { firstRun } from './first-run.ts'
import { locks } from './locks.ts'
import { grants } from './grants.ts'
import { jobTitles } from './job-titles.ts'
import { menus } from './menus.ts'
import { ownAccount } from './own-account.ts'
import { roles } from './roles.ts'
import { signIn } from './sign-in.ts'
import { users } from './users.ts'

/** Who works here, and how they come in. */
export const identity = { ...firstRun, ...signIn, ...ownAccount, ...users, ...locks, ...roles, ...grants, ...menus, ...jobTitles }
