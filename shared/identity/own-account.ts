import { z } from 'zod'
import { Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { anySession, command, job } from '../core/procedure.ts'
import { Password } from './password.ts'
import { Language } from './user-fields.ts'

export const ownAccount = {
  /** Ends the user's other sessions. `wrong-password`, `weak-password` with the broken `rules`, `password-reused`. */
  changePassword: job({
    permission: anySession,
    lane: 'interactive',
    input: z.object({ current: Password, next: Password }),
    output: z.object({}),
    beforePasswordChange: true,
  }),
  /** Ends the sessions of the user but the one that calls; a password that somebody else chose must be changed. */
  storePassword: command({
    visibility: 'internal',
    permission: anySession,
    input: z.object({ id: IdSchema, version: Version, passwordHash: z.string() }),
    output: z.object({}),
    writes: ['user', 'session'],
  }),
  setLanguage: command({ permission: anySession, input: z.object({ language: Language }), output: z.object({}), writes: ['user'], beforePasswordChange: true }),
}
