import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { entities, type Entity } from '../core/entities.ts'
import { listInput, page } from '../core/list.ts'
import { auditActions, job, query } from '../core/procedure.ts'
import { AuditedEntity, HistoryChange, HistoryEntry } from './history.ts'

/** One act as it stands in the list; `record` is what its record is called, `changes` the first few of its `changeCount` fields. */
export const AuditRow = HistoryEntry.extend({
  userId: z.string(), entity: z.string().nullable(), entityId: z.string().nullable(), record: z.string().nullable(), changeCount: z.int(),
})
export type AuditRow = z.infer<typeof AuditRow>

/** One act with all that is kept of it. `sealedAt`: when a seal first covered it; nothing as long as none does. */
export const AuditEntry = AuditRow.omit({ changeCount: true }).extend({
  userAccount: z.string(), sessionId: z.string().nullable(), replayKey: z.string().nullable(), previousHash: z.string(), hash: z.string(),
  changes: z.array(HistoryChange),
})
export type AuditEntry = z.infer<typeof AuditEntry>

const filter = {
  userId: z.string().max(100), module: z.string().max(50), actions: z.array(z.enum(auditActions)).min(1).max(auditActions.length), entity: AuditedEntity,
  entityId: z.string().min(1).max(100), fromDay: BusinessDaySchema, toDay: BusinessDaySchema,
}

/** How many matches are counted; where there are more, a list tells no total. */
export const mostCounted = 10_000
/** How many rows one file of an export may have. */
export const mostExported = 1_000_000
export const changesListed = 3

const NamedCount = z.object({ name: z.string(), count: z.int() })
const RecentAct = AuditRow.omit({ changes: true, changeCount: true })
export type RecentAct = z.infer<typeof RecentAct>

/** What an entry is about is named by its record, and found by it: any there is. */
const reads = Object.keys(entities) as Entity[]

/**
 * The audit as its readers see it (AU-5): all of it, so whoever sees only some sections is refused. Costs are left out for who may not
 * see them. Varies by the clock: its rows are no entity's.
 */
export const entries = {
  /** The newest first. `search`: the number, code or name of a record. */
  listEntries: query({
    permission: 'audit.view',
    long: true,
    input: listInput(filter, ['seq']).extend({ pageSize: z.int().min(1).max(100).default(50) }),
    output: page(AuditRow),
    reads,
    varies: 'clock',
  }),
  /** Everybody who has or had an account, to look for what they did. */
  listActors: query({
    permission: 'audit.view', input: listInput({ id: z.string().max(100) }, ['fullName']), output: page(z.object({ id: z.string(), username: z.string(), fullName: z.string() })), reads: ['user'],
  }),
  getEntry: query({ permission: 'audit.view', input: z.object({ seq: z.int().min(1) }), output: AuditEntry, reads, varies: 'clock' }),
  /** Figures of the last hours and days, of who and what they concern; `days` are the last thirty, the oldest first. Asked for, not kept up to date. */
  summarize: query({
    permission: 'audit.view',
    long: true,
    input: z.object({}),
    output: z.object({
      total: z.int(), lastDay: z.int(), lastWeek: z.int(), archived: z.int(), days: z.array(z.object({ day: z.string(), count: z.int() })),
      users: z.array(NamedCount.extend({ userId: z.string() })), modules: z.array(NamedCount), deletions: z.array(RecentAct), approvals: z.array(RecentAct),
    }),
    reads,
    varies: 'clock',
  }),
  /** All that the list shows, as a file; kept in the audit as any export. `language`: the user's own if left out. */
  exportEntries: job({
    permission: 'audit.view',
    lane: 'bulk',
    input: z.object({
      search: z.string().max(100).default(''), filter: z.object(filter).partial().default({}), format: z.enum(['csv', 'xlsx']), language: z.enum(['id', 'en']).optional(),
    }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int(), rowCount: z.int() }),
  }),
}
