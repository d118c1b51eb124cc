import { AppError } from '../../shared/core/errors.ts'
import { identitySettings } from '../../shared/identity/settings.ts'
import type { CommandContext, JobContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import { sql } from '../database/sql.ts'
import { isPassword } from './passwords.ts'

const mostKept = 5
const millisecondsPerDay = 86_400_000

/** IA-2: none of the last few, the present one among them: `password-reused`. For jobs: each comparison takes its time. */
export async function requireNewPassword({ db, settings }: JobContext, { id, passwordHash }: { readonly id: string; readonly passwordHash: string }, password: string): Promise<void> {
  const count = settings.get(identitySettings.passwordHistory)
  const kept = db.all(sql.selectFrom('passwordRecord').select('passwordHash').where('userId', '=', id).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(mostKept))
  const last = [...new Set([passwordHash, ...kept.map(record => record.passwordHash)])].slice(0, count)
  for (const hash of last) if (await isPassword(password, hash)) throw new AppError('password-reused', { count })
}

/** Keeps what the setting may ask for at most, and no more. */
export function recordPassword(db: Writer, userId: string, passwordHash: string): void {
  db.insert('passwordRecord', { userId, passwordHash })
  const old = db.all(sql.selectFrom('passwordRecord').select(['id', 'version']).where('userId', '=', userId).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(100)).slice(mostKept)
  for (const record of old) db.remove('passwordRecord', record)
}

/** Whether a password is older than the setting allows; where it is off, never. */
export function isPasswordOld({ settings, clock }: Pick<CommandContext, 'settings' | 'clock'>, { passwordChangedAt, createdAt }: { readonly passwordChangedAt: string | null; readonly createdAt: string }): boolean {
  const days = settings.get(identitySettings.passwordDays)
  return days > 0 && Date.parse(clock.now()) - Date.parse(passwordChangedAt ?? createdAt) >= days * millisecondsPerDay
}
