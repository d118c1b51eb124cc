import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { Name, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { permissions } from '../core/permissions.ts'
import { command, job, query } from '../core/procedure.ts'

const Sections = z.union([z.literal('all'), z.array(IdSchema).min(1).max(100)])

/** A key acts in the name of who made it, with what it was given and they still have. `lastUsedAt` is right to some minutes. */
export const ApiKey = z.object({
  id: z.string(), version: z.int(), name: z.string(), keyStart: z.string(), userId: z.string(), owner: z.string(),
  permissions: z.array(z.string()), sections: z.union([z.literal('all'), z.array(z.string())]), canSeeCost: z.boolean(),
  createdAt: z.string(), expiresAt: z.string(), lastUsedAt: z.string().nullable(), revokedAt: z.string().nullable(), revokedByName: z.string().nullable(),
  /** `SUSPENDED`: since a restore, after which nobody could tell whether it had been revoked. */
  state: z.enum(['ACTIVE', 'EXPIRED', 'REVOKED', 'SUSPENDED', 'OWNER_INACTIVE']),
})
export type ApiKey = z.infer<typeof ApiKey>

/** `expiresOn` is the last day it works, at most two years ahead. */
export const KeyFields = z.object({
  name: Name, permissions: z.array(z.enum(permissions)).min(1).max(permissions.length), sections: Sections, canSeeCost: z.boolean(), expiresOn: BusinessDaySchema,
})
export type KeyFields = z.infer<typeof KeyFields>

export const programs = {
  listKeys: query({
    permission: 'identity.view', varies: 'clock',
    input: listInput({ isActive: z.boolean() }, ['name', 'createdAt', 'expiresAt', 'lastUsedAt']),
    output: page(ApiKey),
    reads: ['apiKey', 'user', 'section'],
  }),
  /**
   * Makes a key; `key` is told this once and kept nowhere. What its maker does not have, or no key may have, is refused
   * (`key-exceeds`). A job: the answer of a command would be kept for being asked again.
   */
  createKey: job({ permission: 'identity.create', lane: 'interactive', input: KeyFields, output: z.object({ key: z.string(), id: z.string() }) }),
  storeKey: command({
    visibility: 'internal', permission: 'identity.create', input: KeyFields.extend({ keyHash: z.string(), keyStart: z.string() }), output: z.object({ id: z.string() }), writes: ['apiKey'],
  }),
  /** Lets a suspended key work again; for whoever may restore. `wrong-state` where it is not suspended. */
  resumeKey: command({ permission: 'dataCare.execute', input: z.object({ id: IdSchema, version: Version }), output: z.object({}), writes: ['apiKey'] }),
  /** From the next call on it is of no use. */
  revokeKey: command({ permission: 'identity.update', input: z.object({ id: IdSchema, version: Version }), output: z.object({}), writes: ['apiKey'] }),
}
