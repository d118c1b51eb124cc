import { z } from 'zod'
import { InstantSchema } from '../core/dates.ts'
import { approvalWrites } from '../approvals/kinds.ts'
import { Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { permissions } from '../core/permissions.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { grantWrites } from './grant-writes.ts'

export const grantStates = ['RUNNING', 'LAPSED', 'REVOKED'] as const

/** A permission given to somebody for a time, beside their role (IA-10). */
export const Grant = z.object({
  id: z.string(), version: z.int(), userId: z.string(), userName: z.string(), permission: z.enum(permissions), sectionNames: z.array(z.string()), reason: z.string(),
  grantedBy: z.string(), grantedByName: z.string(), createdAt: z.string(), expiresAt: z.string(), revokedAt: z.string().nullable(), state: z.enum(grantStates),
})
export type Grant = z.infer<typeof Grant>

/** `sectionIds`: what they see for that time beside their own sections, with all that they may. */
export const NewGrant = z.object({
  userId: IdSchema, permission: z.enum(permissions), sectionIds: z.array(IdSchema).max(100).default([]), expiresAt: InstantSchema, reason: Reason,
})
export type NewGrant = z.infer<typeof NewGrant>

const grantReads = ['permissionGrant', 'user', 'section'] as const

export const grants = {
  listGrants: query({
    permission: 'identity.view', varies: 'clock', reads: grantReads,
    input: listInput({ userId: IdSchema, state: z.enum(grantStates) }, ['createdAt', 'expiresAt', 'userName']),
    output: page(Grant),
  }),
  /** What the user themselves was given and still has. */
  listOwnGrants: query({ permission: anySession, varies: 'clock', reads: grantReads, input: z.object({}), output: z.array(Grant) }),
  /**
   * Counts at once, and lapses by itself. Refuses `own-account`, `higher-level`, `forbidden` for what the giver does not hold
   * (a Superadmin may give anything), `grant-time` for an end that has passed or lies beyond the setting's days.
   */
  giveGrant: command({ permission: 'identity.approve', action: 'APPROVE', input: NewGrant, output: Grant, writes: grantWrites }),
  /** The same by consent (PL-19): whoever decides last is the giver. Refused at once as `giveGrant` is for the user, the sections and the time. */
  requestGrant: command({ permission: 'identity.view', input: NewGrant, output: z.object({ id: z.string(), number: z.string() }), writes: approvalWrites }),
  revokeGrant: command({
    permission: 'identity.approve', input: z.object({ id: IdSchema, version: Version, reason: Reason }), output: Grant, writes: ['permissionGrant'],
  }),
  /** Tells everybody whose permission lapses within a day. */
  remindOfGrants: command({ permission: anySession, visibility: 'internal', input: z.object({}), output: z.object({ reminded: z.int() }), writes: [] }),
}
