import { z } from 'zod'
import { setting } from '../settings/setting.ts'

export const attachmentSettings = {
  maximumMegabytes: setting({
    key: 'attachments.maximumMegabytes', schema: z.int().min(1).max(100), fallback: 20, permission: 'settings.update', unit: 'megabytes',
  }),
  /** Of one user, for imports and attachments together. */
  dailyMegabytes: setting({
    key: 'attachments.dailyMegabytes', schema: z.int().min(100).max(1_000_000), fallback: 5000, permission: 'settings.update', unit: 'megabytes',
  }),
}
