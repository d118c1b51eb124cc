import { z } from 'zod'
import { setting } from '../settings/setting.ts'

export const activitySettings = {
  /** How long the activity log is kept (AU-2). */
  retentionDays: setting({ key: 'activity.retentionDays', schema: z.int().min(30).max(3650), fallback: 365, permission: 'settings.update', unit: 'days' }),
}
