import { z } from 'zod'
import { entities, entityDefinition, type Entity } from '../core/entities.ts'
import { page } from '../core/list.ts'
import { anySession, auditActions, command, query } from '../core/procedure.ts'

/** The entities with a history: what is audited and is not a single user's own. */
export const auditedEntities = (Object.keys(entities) as Entity[]).filter(entity => {
  const { view, unaudited } = entityDefinition(entity)
  return view !== null && !unaudited
})

/**
 * How a value is to be shown. `decimal`: decimal text; `instant`: UTC ISO; `day`: YYYY-MM-DD; `flag`: true or false; `word`: one
 * of the field's fixed words (`kind`, `status` …); `text`: as it stands, names of other records too. Of a `secret` only the change is told.
 */
export const valueKinds = ['text', 'number', 'decimal', 'flag', 'instant', 'day', 'word', 'secret'] as const
export type ValueKind = (typeof valueKinds)[number]

const HistoryValue = z.union([z.string(), z.number(), z.boolean()]).nullable()
export type HistoryValue = z.infer<typeof HistoryValue>

export const HistoryChange = z.object({ field: z.string(), kind: z.enum(valueKinds), before: HistoryValue, after: HistoryValue })
export type HistoryChange = z.infer<typeof HistoryChange>

/** `userName` is the full name; `procedure` what was called (`masters.updateItem`); `reason` where one was asked for. */
export const HistoryEntry = z.object({
  seq: z.int(), at: z.string(), userName: z.string(), action: z.enum(auditActions), procedure: z.string(), reason: z.string().nullable(),
  changes: z.array(HistoryChange),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const audit = {
  /**
   * What happened to one record, the newest first: who, when, by what, why, and each changed field before and after (AU-3, AU-7).
   * Whoever may view the record may read it: a move as in the list of moves, an attachment as what it hangs on (IA-5). Costs only
   * those who may see them. `id` of a ledger's row is its number.
   */
  listHistory: query({
    permission: anySession,
    input: z.object({
      entity: z.enum(auditedEntities as [Entity, ...Entity[]]), id: z.string().min(1).max(100),
      cursor: z.string().regex(/^\d{1,15}$/).optional(), pageSize: z.int().min(1).max(100).default(50),
    }),
    output: page(HistoryEntry),
    reads: auditedEntities,
    varies: 'clock',
  }),
  /** Tells those who look after the data that the host's own check found so many things that do not fit. */
  reportDataFindings: command({ visibility: 'internal', permission: anySession, input: z.object({ count: z.int().min(1) }), output: z.object({}), writes: [] }),
}
