import { z } from 'zod'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'

/** Why a session ended. `IDLE` and `EXPIRED`: it lapsed by itself (IA-10, IA-11). */
export const sessionEnds = ['LOGOUT', 'REVOKED', 'DEACTIVATED', 'PASSWORD', 'SWITCHED', 'LOCKED', 'IDLE', 'EXPIRED'] as const
export type SessionEnd = (typeof sessionEnds)[number]

/** `ENDED`: before it was kept why. */
export const sessionStates = ['RUNNING', ...sessionEnds, 'ENDED'] as const
export type SessionState = (typeof sessionStates)[number]

export const SessionFace = z.object({
  id: z.string(),
  userId: z.string(), fullName: z.string(), username: z.string(), role: z.string(),
  /** `name` and `place` where the desk was given them. */
  deskId: z.string(), deskName: z.string().nullable(), deskPlace: z.string().nullable(),
  ip: z.string(), userAgent: z.string(),
  startedAt: z.string(), lastSeenAt: z.string(), expiresAt: z.string(), endedAt: z.string().nullable(),
  state: z.enum(sessionStates),
  /** A desk has its line open at this moment. */
  isOnline: z.boolean(),
  /** The very one that asks. */
  isThis: z.boolean(),
})
export type SessionFace = z.infer<typeof SessionFace>

const reads = ['session', 'user', 'role', 'desk'] as const

export const sessions = {
  listSessions: query({
    permission: 'identity.view',
    input: listInput({ userId: IdSchema, isRunning: z.boolean() }, ['fullName', 'startedAt', 'lastSeenAt', 'deskName']),
    output: page(SessionFace),
    reads, varies: 'clock',
  }),
  /** The running and the last ended sessions of whoever asks. */
  listOwnSessions: query({ permission: anySession, input: z.object({}), output: z.array(SessionFace), reads, varies: 'clock' }),
  /** Ends one session at once, its open lines too (IA-11). Of a user of a higher level: `higher-level` (IA-4). */
  endSession: command({ permission: 'identity.update', input: z.object({ id: IdSchema }), output: z.object({}), writes: ['session'], action: 'LOGOUT' }),
  /** Ends all sessions of a user, but for the one that asks. */
  endSessionsOf: command({ permission: 'identity.update', input: z.object({ userId: IdSchema }), output: z.object({ count: z.int() }), writes: ['session'], action: 'LOGOUT' }),
  /** The same for one's own: a desk that was left without signing out. */
  endOwnSession: command({ permission: anySession, input: z.object({ id: IdSchema }), output: z.object({}), writes: ['session'], action: 'LOGOUT' }),
  endOwnOthers: command({ permission: anySession, input: z.object({}), output: z.object({ count: z.int() }), writes: ['session'], action: 'LOGOUT' }),
  /** Writes down which sessions have lapsed. */
  endLapsed: command({ visibility: 'internal', permission: anySession, input: z.object({}), output: z.object({ count: z.int() }), writes: ['session'] }),
}
