import { z } from 'zod'
import { entities, type Entity } from '../core/entities.ts'
import { Name, Reason } from '../core/fields.ts'
import { command, job, query } from '../core/procedure.ts'
import { Password } from '../identity/password.ts'
import { clearable, clearScopes } from './parts.ts'

const EntityName = z.enum(Object.keys(entities) as [Entity, ...Entity[]])
const Count = z.object({ entity: EntityName, rows: z.int() })
const Scope = z.enum(clearScopes)

export const ClearPreview = z.object({
  factoryName: z.string(),
  /** What would go, and what of the same kind would stay; entities without a row are left out. */
  goes: z.array(Count),
  stays: z.array(Count),
  /** Sessions of others that are alive. */
  others: z.int(),
  /** No item, no move, no document: sample masters may be put in. */
  isEmpty: z.boolean(),
})
export type ClearPreview = z.infer<typeof ClearPreview>

/** What counts for clearing; to see what it would take is a module permission. */
export const clearing = 'process.clearData'

/** Beginning in earnest: what was tried out goes, the audit of it stays. */
export const cleanUp = {
  /** What clearing would take. Changes nothing. */
  previewClear: query({
    permission: 'dataCare.delete',
    liveOnly: true,
    long: true,
    varies: 'clock',
    input: z.object({ scope: Scope }),
    output: ClearPreview,
    reads: ['site', 'session', 'attachment', 'section', 'user', 'role', 'setting', ...clearable],
  }),
  /**
   * Makes a backup, then clears. `password`: the asker's own, again; `factoryName`: as the factory is called, typed. Throws
   * `wrong-password`, `others-at-work` unless `force`.
   */
  clearData: job({
    permission: clearing,
    lane: 'interactive',
    liveOnly: true,
    input: z.object({ scope: Scope, reason: Reason, factoryName: Name, password: Password, force: z.boolean().default(false) }),
    output: z.object({ backup: z.string(), cleared: z.array(Count) }),
  }),
  /** All or nothing; the audit says of each entity how many rows went, and why. Base data begins anew, and so do the numbers of documents. */
  clear: command({
    visibility: 'internal',
    permission: clearing,
    input: z.object({ scope: Scope, reason: Reason }),
    output: z.object({ cleared: z.array(Count) }),
    writes: ['attachment', ...clearable],
    action: 'DELETE',
  }),
  /** Puts the demo factory's sections, stores and items into a factory that has none: `not-empty` otherwise. */
  seedMasters: job({ permission: 'dataCare.execute', lane: 'interactive', liveOnly: true, input: z.object({}), output: z.object({ items: z.int() }) }),
}
