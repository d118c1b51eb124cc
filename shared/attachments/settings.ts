import { z } from 'zod'
import { setting } from '../settings/setting.ts'

export const attachmentSettings = {
  maximumMegabytes: setting({
    key: 'attachments.maximumMegabytes', schema: z.int().min(1).max(100), fallback: 20, permission: 'settings.update', unit: 'megabytes',
  }),
}
