import { z } from 'zod'
import { Name, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { anySession, command, job, query } from '../core/procedure.ts'
import { Password } from './password.ts'
import { Email, Language, Phone } from './user-fields.ts'

const OwnAccount = z.object({ version: Version, username: z.string(), fullName: Name, email: Email.nullable(), phone: Phone.nullable(), jobTitle: z.string().nullable() })
export type OwnAccount = z.infer<typeof OwnAccount>

export const ownAccount = {
  /** Ends the user's other sessions. `wrong-password`, `weak-password` with the broken `rules`, `password-reused`. */
  changePassword: job({
    permission: anySession,
    lane: 'interactive',
    input: z.object({ current: Password, next: Password }),
    output: z.object({}),
    beforePasswordChange: true,
  }),
  /** Ends the sessions of the user but the one that calls; a password that somebody else chose must be changed, and ends the user's API keys too. */
  storePassword: command({
    visibility: 'internal',
    permission: anySession,
    input: z.object({ id: IdSchema, version: Version, passwordHash: z.string() }),
    output: z.object({}),
    writes: ['user', 'passwordRecord', 'session', 'apiKey'],
  }),
  /** What a user may change of themselves. */
  getOwnAccount: query({ permission: anySession, varies: 'user', input: z.object({}), output: OwnAccount, reads: ['user', 'jobTitle'] }),
  updateOwnAccount: command({
    permission: anySession, input: OwnAccount.pick({ version: true, fullName: true, email: true, phone: true }), output: OwnAccount, writes: ['user'],
  }),
  setLanguage: command({ permission: anySession, input: z.object({ language: Language }), output: z.object({}), writes: ['user'], beforePasswordChange: true }),
}
