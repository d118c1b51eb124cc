import { z } from 'zod'
import { Code, optionalText } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { permissions } from '../core/permissions.ts'
import { anySession, command, job, query } from '../core/procedure.ts'
import { InstantSchema } from '../core/dates.ts'
import { MenuNode } from './menus.ts'
import { Password } from './password.ts'
import { DeskId, Language } from './user-fields.ts'

/** Who is signed in and what they may, as the screens need it; the host decides anew on every call. */
export const Profile = z.object({
  id: z.string(),
  username: z.string(),
  fullName: z.string(),
  role: z.string(),
  level: z.int(),
  language: Language,
  permissions: z.array(z.enum(permissions)),
  sections: z.union([z.literal('all'), z.array(z.string())]),
  sectionId: z.string().nullable(),
  sectionName: z.string().nullable(),
  canSeeCost: z.boolean(),
  mustChangePassword: z.boolean(),
  /** What the navigation shows (IA-7). */
  menus: z.array(MenuNode),
  factory: z.object({ name: z.string(), timeZone: z.string(), currency: z.string(), isDemo: z.boolean(), isTraining: z.boolean() }),
})
export type Profile = z.infer<typeof Profile>

/** What a desk is given when a session of its begins. */
export const SignedIn = Profile.extend({ token: z.string() })
export type SignedIn = z.infer<typeof SignedIn>

/** One attempt to sign in: `account` is the user name in lower case, whether or not there is such a user. */
const Attempt = z.object({ account: z.string().max(200), deskId: DeskId, ip: z.string() })
export type Attempt = z.infer<typeof Attempt>

export const LoginRefusal = z.object({ code: z.enum(['login-failed', 'account-locked', 'address-blocked']), until: z.string().optional() })
export type LoginRefusal = z.infer<typeof LoginRefusal>

export const signIn = {
  /**
   * Opens a session of this desk. `login-failed` whatever was wrong, after the same time; `account-locked` and
   * `address-blocked` say `until` when.
   */
  login: job({
    visibility: 'public',
    permission: anySession,
    lane: 'interactive',
    input: z.object({ username: Code, password: Password, deskId: DeskId.optional() }),
    output: SignedIn,
  }),
  startSession: command({
    visibility: 'internal',
    permission: anySession,
    input: z.object({ userId: IdSchema, deskId: DeskId, ip: z.string(), userAgent: optionalText(300) }),
    output: z.object({ token: z.string() }),
    writes: ['session', 'user'],
    action: 'LOGIN',
  }),
  /** A right password counts as a login although no session of this factory begins: it resets the count of wrong ones (IA-1). */
  acceptPassword: command({
    visibility: 'internal', permission: anySession, input: Attempt.extend({ userId: IdSchema }), output: z.object({}), writes: [],
  }),
  /** Counts a wrong password and locks what has had too many; says how the attempt is to be refused. */
  recordFailedLogin: command({ visibility: 'internal', permission: anySession, input: Attempt, output: LoginRefusal, writes: [] }),
  logout: command({ permission: anySession, input: z.object({}), output: z.object({}), writes: ['session'], action: 'LOGOUT', beforePasswordChange: true }),
  whoAmI: query({
    permission: anySession,
    input: z.object({}),
    output: Profile,
    reads: ['user', 'role', 'roleGrant', 'permissionGrant', 'menuItem', 'userMenu', 'userSection', 'section', 'site'],
    varies: 'clock',
    beforePasswordChange: true,
  }),
  /** Notes when sessions and API keys were last seen. */
  touchSessions: command({
    visibility: 'internal',
    permission: anySession,
    input: z.object({ sessions: z.array(z.object({ id: z.string(), at: InstantSchema })) }),
    output: z.object({}),
    writes: ['session', 'apiKey'],
  }),
  /** Forgets wrong passwords and locks that count for nothing any more. */
  purgeLoginFailures: command({ visibility: 'internal', permission: anySession, input: z.object({}), output: z.object({}), writes: [] }),
}
