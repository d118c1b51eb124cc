import { z } from 'zod'
import { page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { entries } from './entries.ts'
import { auditedEntities, AuditedEntity, HistoryEntry } from './history.ts'
import { integrity } from './integrity.ts'
import { securityLog } from './security.ts'

export const audit = {
  ...entries,
  ...integrity,
  ...securityLog,
  /**
   * What happened to one record, the newest first: who, when, by what, why, and each changed field before and after (AU-3, AU-7).
   * Whoever may view the record may read it: a move as in the list of moves, an attachment as what it hangs on (IA-5). Costs only
   * those who may see them. `id` of a ledger's row is its number.
   */
  listHistory: query({
    permission: anySession,
    input: z.object({
      entity: AuditedEntity, id: z.string().min(1).max(100),
      cursor: z.string().regex(/^\d{1,15}$/).optional(), pageSize: z.int().min(1).max(100).default(50),
    }),
    output: page(HistoryEntry),
    reads: auditedEntities,
    varies: 'clock',
  }),
  /** Tells those who look after the data that the host's own check found so many things that do not fit. */
  reportDataFindings: command({ visibility: 'internal', permission: anySession, input: z.object({ count: z.int().min(1) }), output: z.object({}), writes: [] }),
}
