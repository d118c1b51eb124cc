import { z } from 'zod'
import { setting } from '../settings/setting.ts'

export const programSettings = {
  /** Calls with one key within a minute; further ones are told to wait. */
  callsPerMinute: setting({ key: 'programs.callsPerMinute', schema: z.int().min(1).max(100_000), fallback: 300, permission: 'settings.update', unit: 'times' }),
}
