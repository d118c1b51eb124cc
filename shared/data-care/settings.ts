import { z } from 'zod'
import { setting } from '../settings/setting.ts'

const permission = 'dataCare.update'
/** What decides where backups go, and which are thrown away. */
const farReaching = 'dataCare.execute'

export const dataCareSettings = {
  everyMinutes: setting({ key: 'dataCare.everyMinutes', schema: z.int().min(5).max(720), fallback: 15, permission, unit: 'minutes' }),
  /** In the factory's time zone. */
  dailyHour: setting({ key: 'dataCare.dailyHour', schema: z.int().min(0).max(23), fallback: 3, permission, unit: 'oclock' }),
  quarterHours: setting({ key: 'dataCare.quarterHours', schema: z.int().min(4).max(672), fallback: 96, permission: farReaching, unit: 'backups' }),
  days: setting({ key: 'dataCare.days', schema: z.int().min(7).max(366), fallback: 30, permission: farReaching, unit: 'backups' }),
  months: setting({ key: 'dataCare.months', schema: z.int().min(0).max(120), fallback: 12, permission: farReaching, unit: 'backups' }),
  years: setting({ key: 'dataCare.years', schema: z.int().min(0).max(30), fallback: 5, permission: farReaching, unit: 'backups' }),
  budgetGigabytes: setting({ key: 'dataCare.budgetGigabytes', schema: z.int().min(1).max(100_000), fallback: 50, permission: farReaching, unit: 'gigabytes' }),
  /** A folder of another disk or computer where each backup goes too; empty for none. */
  secondFolder: setting({ key: 'dataCare.secondFolder', schema: z.string().trim().max(500), fallback: '', permission: farReaching }),
}
