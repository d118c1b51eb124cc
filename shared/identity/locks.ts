import { z } from 'zod'
import { Reason } from '../core/fields.ts'
import { command, query } from '../core/procedure.ts'

/** What is locked now: an address, an account, or an account on one desk alone. `canLift`: by the asker. */
export const Lock = z.object({
  id: z.string(), kind: z.enum(['address', 'account', 'desk']), address: z.string().nullable(), deskId: z.string().nullable(), account: z.string().nullable(),
  userId: z.string().nullable(), userName: z.string().nullable(), until: z.string(), canLift: z.boolean(),
})
export type Lock = z.infer<typeof Lock>

export const locks = {
  /** Addresses and accounts that may not sign in now, the longest lock first. */
  listLocks: query({ permission: 'audit.view', input: z.object({}), output: z.array(Lock), reads: ['user', 'role', 'unlocking'], varies: 'clock' }),
  /** Lets an address or an account try again. Why is kept in the audit (AU-6), that it was done in the security log. */
  liftLock: command({
    permission: 'identity.update', action: 'UNLOCK', input: z.object({ id: z.string().min(1).max(300), reason: Reason }), output: z.object({}), writes: ['unlocking'],
  }),
}
