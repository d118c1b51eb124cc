import { z } from 'zod'
import { setting } from '../settings/setting.ts'

const permission = 'settings.update'

export const identitySettings = {
  /** The language of the screens before login. */
  language: setting<'id' | 'en'>({ key: 'identity.language', schema: z.enum(['id', 'en']), fallback: 'id', permission }),
  /** Consecutive wrong passwords of one account on one desk until it is locked there (IA-1). */
  deskAttempts: setting({ key: 'identity.deskAttempts', schema: z.int().min(2).max(50), fallback: 5, permission, unit: 'times' }),
  lockMinutes: setting({ key: 'identity.lockMinutes', schema: z.int().min(1).max(1440), fallback: 15, permission, unit: 'minutes' }),
  /** Wrong passwords of one account over all desks until it is locked everywhere. */
  accountAttempts: setting({ key: 'identity.accountAttempts', schema: z.int().min(2).max(500), fallback: 15, permission, unit: 'times' }),
  accountMinutes: setting({ key: 'identity.accountMinutes', schema: z.int().min(1).max(1440), fallback: 60, permission, unit: 'minutes' }),
  /** Wrong passwords of any account from one network address until it is blocked (AU-4). */
  addressAttempts: setting({ key: 'identity.addressAttempts', schema: z.int().min(5).max(10_000), fallback: 30, permission, unit: 'times' }),
  addressMinutes: setting({ key: 'identity.addressMinutes', schema: z.int().min(1).max(1440), fallback: 15, permission, unit: 'minutes' }),
  /** A session ends after this long without a sign of life (IA-10). */
  idleMinutes: setting({ key: 'identity.idleMinutes', schema: z.int().min(1).max(10_080), fallback: 480, permission, unit: 'minutes' }),
  /** A session ends this long after its login, however busy it is (IA-11). */
  sessionDays: setting({ key: 'identity.sessionDays', schema: z.int().min(1).max(90), fallback: 7, permission, unit: 'days' }),
  /** The longest that a permission is given for (IA-10). */
  grantDays: setting({ key: 'identity.grantDays', schema: z.int().min(1).max(366), fallback: 30, permission, unit: 'days' }),
  /** So many of the last passwords are not chosen again (IA-2). */
  passwordHistory: setting({ key: 'identity.passwordHistory', schema: z.int().min(3).max(5), fallback: 3, permission, unit: 'passwords' }),
  /** A password lasts so long (IA-2); 0: for ever. */
  passwordDays: setting({ key: 'identity.passwordDays', schema: z.int().min(0).max(365), fallback: 0, permission, unit: 'days' }),
  /** Who is not seen for so long is kept out (IA-3); 0: nobody is. */
  idleDays: setting({ key: 'identity.idleDays', schema: z.int().min(0).max(730), fallback: 90, permission, unit: 'days' }),
}
