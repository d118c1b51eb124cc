import { z } from 'zod'
import { setting } from '../settings/setting.ts'

export const approvalsSettings = {
  /** How long a step may wait before its deciders are reminded; twice as long is a red alert. */
  reminderHours: setting({ key: 'approvals.reminderHours', schema: z.int().min(1).max(720), fallback: 24, permission: 'settings.update', unit: 'hours' }),
  /** Whether the Director hears of every request that was approved (PL-19). */
  informsDirector: setting({ key: 'approvals.informsDirector', schema: z.boolean(), fallback: true, permission: 'settings.update' }),
}
