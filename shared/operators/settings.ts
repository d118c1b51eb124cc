import { z } from 'zod'
import { setting } from '../settings/setting.ts'

const permission = 'settings.update'

export const operatorSettings = {
  /** A shared desk locks by itself after so long without a sign of life. */
  lockMinutes: setting({ key: 'operators.lockMinutes', schema: z.int().min(1).max(480), fallback: 5, permission, unit: 'minutes' }),
  /** How a badge's code begins, so that it is told from an item's while somebody works. */
  badgePrefix: setting({ key: 'operators.badgePrefix', schema: z.string().regex(/^[\w-]{1,20}$/), fallback: 'LTB-', permission }),
}
