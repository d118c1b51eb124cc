import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { listInput, page } from '../core/list.ts'
import { query } from '../core/procedure.ts'
import { severities } from '../notifications/notice.ts'

/** What the security log tells of; what each means and what to do is said under `audit.security.kinds`. */
export const securityKinds = [
  'FORBIDDEN', 'FOREIGN_SECTION', 'LOGIN_FAILED', 'ACCOUNT_LOCKED', 'ADDRESS_BLOCKED', 'ACCOUNT_UNLOCKED', 'ADDRESS_UNBLOCKED', 'MANY_REFUSALS',
  'SESSION_REVOKED', 'KEY_REVOKED', 'KEY_REFUSED', 'KEY_MISUSED',
] as const
export type SecurityKind = (typeof securityKinds)[number]

/** One line: an event, or `count` of one kind from `at` to `until`. `account` is what was typed at a login, `userName` who was signed in. */
export const SecurityLine = z.object({
  seq: z.int(), at: z.string(), until: z.string().nullable(), count: z.int(), kind: z.string(), severity: z.enum(severities), userId: z.string().nullable(),
  userName: z.string().nullable(), account: z.string().nullable(), ip: z.string().nullable(), deskId: z.string().nullable(), procedure: z.string().nullable(),
  needed: z.string().nullable(), sectionName: z.string().nullable(), lockedUntil: z.string().nullable(), reason: z.string().nullable(),
})
export type SecurityLine = z.infer<typeof SecurityLine>

export const securityLog = {
  /** The newest first. `search`: an account, an address or what was called. */
  listSecurityEvents: query({
    permission: 'audit.view',
    long: true,
    input: listInput(
      { kinds: z.array(z.string().max(50)).min(1).max(50), severity: z.enum(severities), ip: z.string().max(50), userId: z.string().max(100), fromDay: BusinessDaySchema, toDay: BusinessDaySchema },
      ['seq'],
    ),
    output: page(SecurityLine),
    reads: ['user', 'section', 'site'],
    varies: 'clock',
  }),
}
