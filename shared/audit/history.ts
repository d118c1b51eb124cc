import { z } from 'zod'
import { entities, entityDefinition, type Entity } from '../core/entities.ts'
import { auditActions } from '../core/procedure.ts'

/** The entities with a history: what is audited and is not a single user's own. */
export const auditedEntities = (Object.keys(entities) as Entity[]).filter(entity => {
  const { view, unaudited } = entityDefinition(entity)
  return view !== null && !unaudited
})
export const AuditedEntity = z.enum(auditedEntities as [Entity, ...Entity[]])

/**
 * How a value is to be shown. `decimal`: decimal text; `money`: an amount as plain text; `instant`: UTC ISO; `day`: YYYY-MM-DD; `flag`: true or false; `word`: one
 * of the field's fixed words (`kind`, `status` …); `text`: as it stands, names of other records too. Of a `secret` only the change is told.
 */
export const valueKinds = ['text', 'number', 'decimal', 'money', 'flag', 'instant', 'day', 'word', 'secret'] as const
export type ValueKind = (typeof valueKinds)[number]

const HistoryValue = z.union([z.string(), z.number(), z.boolean()]).nullable()
export type HistoryValue = z.infer<typeof HistoryValue>

/** `label`: what the factory calls a field of its own (`attributes.<name>`), in both languages. */
export const HistoryChange = z.object({
  field: z.string(), kind: z.enum(valueKinds), before: HistoryValue, after: HistoryValue, label: z.object({ id: z.string(), en: z.string() }).optional(),
})
export type HistoryChange = z.infer<typeof HistoryChange>

/**
 * `userName` is the full name; `procedure` what was called (`masters.updateItem`); `reason` where one was asked for. From which desk
 * and address is told to those who may read the audit.
 */
export const HistoryEntry = z.object({
  seq: z.int(), at: z.string(), userName: z.string(), role: z.string(), action: z.enum(auditActions), module: z.string(), procedure: z.string(),
  reason: z.string().nullable(), deskId: z.string().nullable(), ip: z.string().nullable(), changes: z.array(HistoryChange),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
