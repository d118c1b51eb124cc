import { z } from 'zod'
import { command, job } from '../core/procedure.ts'

export const support = {
  /**
   * Logs, crash dumps, versions, sizes and counts in one ZIP archive, for whoever helps from afar: no row of the factory's. Gives the
   * ticket to fetch it; who took one is kept in the audit.
   */
  exportBundle: job({
    permission: 'settings.execute',
    lane: 'bulk',
    input: z.object({}),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
  recordBundle: command({
    permission: 'settings.execute',
    visibility: 'internal',
    action: 'EXPORT',
    input: z.object({ fileName: z.string(), size: z.int() }),
    output: z.object({ seq: z.int() }),
    writes: ['supportBundle'],
  }),
}
