import { z } from 'zod'
import { setting } from '../settings/setting.ts'

const permission = 'audit.execute'

/** How long the books are kept. None can be set below what the law and the rules of the house ask for (AU-2). */
export const auditSettings = {
  /** Years the audit stays in the database; older ones go to a sealed archive and are never thrown away. */
  retentionYears: setting({ key: 'audit.retentionYears', schema: z.int().min(5).max(50), fallback: 5, permission, unit: 'years' }),
  securityYears: setting({ key: 'audit.securityYears', schema: z.int().min(2).max(50), fallback: 2, permission, unit: 'years' }),
  /** Days of change events: a desk that was away for longer reads everything anew. */
  eventDays: setting({ key: 'audit.eventDays', schema: z.int().min(30).max(3650), fallback: 90, permission, unit: 'days' }),
}
