import { AppError } from '../../shared/core/errors.ts'
import type { ErrorCode } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Attempt, SignedIn } from '../../shared/identity/sign-in.ts'
import type { operators } from '../../shared/operators/contract.ts'
import { isLimited } from '../../shared/operators/rules.ts'
import type { CommandContext, JobContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { badgeAttempt, forgetFailures, lockOf } from '../identity/login-locks.ts'
import { isPassword } from '../identity/passwords.ts'
import { profileOf } from '../identity/profile.ts'
import { endSessionsAt, openSession, sessionOfUser } from '../identity/sessions.ts'
import { failed, refusal, refuseLocked } from '../identity/sign-in.ts'
import { hashOfToken } from '../identity/tokens.ts'
import { accountOf } from '../identity/users.ts'

export async function switchByPin(context: JobContext, { userId, pin, deskId }: ParsedInputOf<typeof operators.switchByPin>): Promise<SignedIn> {
  const { db, session } = context
  requireShared(db, deskId)
  const user = db.find('user', userId)
  const attempt = { account: accountOf(user?.username ?? userId), deskId, ip: session.ip }
  refuseLocked(context, attempt)
  const pass = db.first(sql.selectFrom('operatorPass').select('pinHash').where('userId', '=', userId))
  if (!(await isPassword(pin, pass?.pinHash ?? undefined))) return refuse(context, attempt, 'pin-wrong')
  return takeOver(context, userId, deskId)
}

export async function switchByBadge(context: JobContext, { code, deskId }: ParsedInputOf<typeof operators.switchByBadge>): Promise<SignedIn> {
  const { db, session } = context
  requireShared(db, deskId)
  const attempt = badgeAttempt({ deskId, ip: session.ip })
  refuseLocked(context, attempt)
  const pass = db.first(sql.selectFrom('operatorPass').select('userId').where('badgeHash', '=', hashOfToken(code)))
  if (!pass) return refuse(context, attempt, 'badge-unknown')
  return takeOver(context, pass.userId, deskId)
}

/** Whoever was at the desk is signed out of it; their drafts stay on the desk until they come back. */
export function startQuickSession(context: CommandContext, input: ParsedInputOf<typeof operators.startQuickSession>): { token: string } {
  const { db, clock, settings, actAs } = context
  requireShared(db, input.deskId)
  const { username, role } = requireOperator(db, input.userId, clock.now())
  const account = accountOf(username)
  const lock = lockOf(db, { account, deskId: input.deskId, ip: input.ip }, settings, clock.now())
  if (lock) throw refusal(lock)
  forgetFailures(db, account)
  forgetFailures(db, badgeAttempt(input).account)
  actAs({ userId: input.userId, username, role })
  endSessionsAt(db, input.deskId, clock.now(), 'SWITCHED')
  return { token: openSession(context, { ...input, isQuick: true }) }
}

/** `password-needed` where the role may not, or the person may more than it. */
export function requireOperator(db: Reader, userId: string, now: string): { readonly username: string; readonly role: string } {
  const { session, fullName, isOperator } = operatorOf(db, userId, now)
  if (!isOperator) throw new AppError('password-needed', { name: fullName })
  return session
}

/** Whether somebody may come in by PIN or badge: by their role, by what they may themselves, and by a password of their own choice. */
export function operatorOf(db: Reader, userId: string, now: string) {
  const { roleId, fullName, mustChangePassword } = db.get('user', userId)
  const session = sessionOfUser(db, userId, { id: '', deskId: '', ip: '', userAgent: '' }, now)
  const role = db.get('role', roleId)
  if (!session || role.isHidden) throw new AppError('not-found', { entity: 'user', id: userId })
  return { session, fullName, roleMay: role.canSwitchQuickly, isOperator: role.canSwitchQuickly && !mustChangePassword && isLimited(session) }
}

export function requireShared(db: Reader, deskId: string): void {
  if (!db.find('desk', deskId)?.isShared) throw new AppError('desk-not-shared')
}

async function takeOver({ db, session, clock, command }: JobContext, userId: string, deskId: string): Promise<SignedIn> {
  const started = await command('operators.startQuickSession', { userId, deskId, ip: session.ip, userAgent: session.userAgent.slice(0, 300) })
  return { ...(started as OutputOf<typeof operators.startQuickSession>), ...profileOf(db, userId, clock.now()) }
}

async function refuse(context: JobContext, attempt: Attempt, code: ErrorCode): Promise<never> {
  const answer = await failed(context, attempt)
  throw answer.code === 'login-failed' ? new AppError(code) : refusal(answer)
}
