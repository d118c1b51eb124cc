import { z } from 'zod'
import { setting } from '../settings/setting.ts'

export const notificationsSettings = {
  /** A critical notice that nobody has acknowledged is kept beyond it. */
  daysKept: setting({ key: 'notifications.daysKept', schema: z.int().min(30).max(3650), fallback: 365, permission: 'settings.update', unit: 'days' }),
}
