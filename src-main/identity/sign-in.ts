import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { identity } from '../../shared/identity/contract.ts'
import type { Attempt, LoginRefusal, SignedIn } from '../../shared/identity/sign-in.ts'
import type { CommandContext, JobContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { isSetUp, requireNewFactory } from './factory.ts'
import { forgetFailures, lockOf } from './login-locks.ts'
import { isPasswordOld, requireNewPassword } from './password-history.ts'
import { hashNewPassword, isPassword } from './passwords.ts'
import { profileOf } from './profile.ts'
import { openSession } from './sessions.ts'
import { accountOf } from './users.ts'

export async function login(context: JobContext, { username, password, deskId }: ParsedInputOf<typeof identity.login>): Promise<SignedIn> {
  const attempt = attemptOf(context, username, deskId)
  const user = await provePassword(context, attempt, password)
  return begin(context, user.id, attempt.deskId)
}

/** The user of a name and password, for what opens no session here: refused as a login, and a success counts as one. */
export async function recognise(context: JobContext, { username, password, deskId }: ParsedInputOf<typeof identity.login>): Promise<{ readonly id: string }> {
  const attempt = attemptOf(context, username, deskId)
  const user = await provePassword(context, attempt, password)
  await context.command('identity.acceptPassword', { ...attempt, userId: user.id })
  return user
}

function attemptOf(context: JobContext, username: string, deskId: string | undefined): Attempt {
  return { account: accountOf(username), deskId: deskOf(context, deskId), ip: context.session.ip }
}

/** Whether there is such a user or not, and whatever is wrong: the same answer after the same time. */
async function provePassword(context: JobContext, attempt: Attempt, password: string): Promise<{ readonly id: string }> {
  const { db } = context
  if (!isSetUp(db)) throw new AppError('not-set-up')
  refuseLocked(context, attempt)
  const user = db.first(mayComeIn.where('user.username', '=', attempt.account))
  const isRight = await isPassword(password, user?.passwordHash)
  if (!user || !isRight) throw refusal(await failed(context, attempt))
  return user
}

export async function setUp(context: JobContext, { password, deskId, ...input }: ParsedInputOf<typeof identity.setUp>): Promise<SignedIn> {
  const { db, session, command } = context
  requireNewFactory(db, session.ip)
  const made = await command('identity.createFactory', { ...input, passwordHash: await hashNewPassword(password), isDemo: false })
  return begin(context, (made as OutputOf<typeof identity.createFactory>).userId, deskOf(context, deskId))
}

export function startSession(context: CommandContext, input: ParsedInputOf<typeof identity.startSession>): { token: string } {
  const { id: userId, username, role } = acceptPassword(context, input)
  context.actAs({ userId, username, role })
  const user = context.db.get('user', userId)
  if (isPasswordOld(context, user)) context.db.update('user', user, { mustChangePassword: true })
  return { token: openSession(context, input) }
}

/** The lock is looked at again: right passwords that were on their way when it fell are refused too. */
export function acceptPassword(
  { db, settings, clock }: CommandContext, { userId, deskId, ip }: Readonly<Record<'userId' | 'deskId' | 'ip', string>>,
): { readonly id: string; readonly username: string; readonly role: string } {
  const user = db.first(mayComeIn.where('user.id', '=', userId))
  if (!user) throw new AppError('login-failed')
  const account = accountOf(user.username)
  const lock = lockOf(db, { account, deskId, ip }, settings, clock.now())
  if (lock) throw refusal(lock)
  forgetFailures(db, account)
  return user
}

export async function changePassword(context: JobContext, { current, next }: ParsedInputOf<typeof identity.changePassword>): Promise<void> {
  const { db, session, command } = context
  await requireOwnPassword(context, current)
  const user = db.get('user', session.userId)
  await requireNewPassword(context, user, next)
  await command('identity.storePassword', { id: user.id, version: user.version, passwordHash: await hashNewPassword(next) })
}

/**
 * Before what goes far: that it is really the session's user who asks. `wrong-password`; guessing it in a session left open counts
 * like guessing it at the door.
 */
export async function requireOwnPassword(context: JobContext, password: string): Promise<void> {
  const { db, session } = context
  const user = db.get('user', session.userId)
  const attempt = { account: accountOf(user.username), deskId: session.deskId, ip: session.ip }
  refuseLocked(context, attempt)
  if (await isPassword(password, user.passwordHash)) return
  const answer = await failed(context, attempt)
  throw answer.code === 'login-failed' ? new AppError('wrong-password') : refusal(answer)
}

const mayComeIn = sql.selectFrom('user').innerJoin('role', 'role.id', 'user.roleId')
  .select(['user.id', 'user.username', 'user.passwordHash', 'role.name as role'])
  .where('user.isActive', '=', true)
  .where('role.isHidden', '=', false)

async function begin({ db, session, clock, command }: JobContext, userId: string, deskId: string): Promise<SignedIn> {
  const started = await command('identity.startSession', { userId, deskId, ip: session.ip, userAgent: session.userAgent.slice(0, 300) })
  return { ...(started as OutputOf<typeof identity.startSession>), ...profileOf(db, userId, clock.now()) }
}

/** The desk that a caller names, or the one its request came from; a program need not name one. */
function deskOf({ session }: JobContext, deskId: string | undefined): string {
  return deskId ?? (session.deskId || 'unnamed')
}

export function refuseLocked({ db, settings, clock }: JobContext, attempt: Attempt): void {
  const lock = lockOf(db, attempt, settings, clock.now())
  if (lock) throw refusal(lock)
}

/** Counts the attempt, and says how it is to be refused. */
export async function failed({ command }: JobContext, attempt: Attempt): Promise<LoginRefusal> {
  return (await command('identity.recordFailedLogin', attempt)) as LoginRefusal
}

export function refusal({ code, until }: LoginRefusal): AppError {
  return new AppError(code, until === undefined ? {} : { until })
}
