import BetterSqlite, { type Database } from 'better-sqlite3'
import { ShutOut } from '../../shared/data-care/backup.ts'

/** For each: what lets somebody in, as it stands in the backup, and what no longer does, as it stands now. A `token` that is the same in both lets in still. */
const questions: Readonly<Record<Exclude<keyof ShutOut, 'passwords'>, { readonly then: string; readonly now: string }>> = {
  apiKeys: { then: 'select id from apiKey where revokedAt is null', now: 'select id from apiKey where revokedAt is not null' },
  suspendedKeys: { then: 'select id from apiKey where revokedAt is null', now: 'select id from apiKey where revokedAt is null and suspendedAt is not null' },
  grants: { then: 'select id from permissionGrant where revokedAt is null', now: 'select id from permissionGrant where revokedAt is not null' },
  pins: { then: 'select id, pinHash as token from operatorPass where pinHash is not null', now: 'select id, pinHash as token from operatorPass' },
  badges: { then: 'select id, badgeHash as token from operatorPass where badgeHash is not null', now: 'select id, badgeHash as token from operatorPass' },
  users: { then: 'select id from user where isActive = 1', now: 'select id from user where isActive = 0' },
  delegations: { then: 'select id from approvalDelegation where endedAt is null', now: 'select id from approvalDelegation where endedAt is not null' },
}

/**
 * Who was shut out between a backup and the present data: keys and temporary rights revoked, PINs and badges taken or changed, accounts put
 * away, stand-ins ended, passwords changed. What the present data does not know is not shut out by it. Nothing where the present data cannot be read.
 */
export function shutOutSince(thenPath: string, nowPath: string): ShutOut | null {
  const now = attempt(() => new BetterSqlite(nowPath, { readonly: true, fileMustExist: true }))
  if (!now) return null
  const then = new BetterSqlite(thenPath, { readonly: true })
  try {
    const found = Object.entries(questions).map(([name, { then: before, now: after }]) => [name, idsOf(attempt(() => rowsOf(then, before)) ?? [], rowsOf(now, after))])
    return ShutOut.parse({ ...Object.fromEntries(found), passwords: newPasswords(then, now) })
  } catch (error) {
    if (isOfSqlite(error)) return null
    throw error
  } finally {
    then.close()
    now.close()
  }
}

/** The hidden System user signs in with none. */
function newPasswords(then: Database, now: Database): ShutOut['passwords'] {
  const before = new Map(rowsOf(then, 'select id, passwordHash as token from user').map(({ id, token }) => [id, token]))
  const present = now.prepare('select id, passwordHash, passwordChangedAt, mustChangePassword from user').all() as { id: string; passwordHash: string; passwordChangedAt: string | null; mustChangePassword: number }[]
  return present.filter(({ id, passwordHash }) => before.has(id) && before.get(id) !== passwordHash).map(user => ({ ...user, mustChangePassword: user.mustChangePassword === 1 }))
}

interface Row { readonly id: string; readonly token?: string | null }

/** Those that are in both; a token that is the same in both still counts. */
function idsOf(then: readonly Row[], now: readonly Row[]): string[] {
  const present = new Map(now.map(row => [row.id, row.token]))
  return then.filter(({ id, token }) => present.has(id) && (token === undefined || present.get(id) !== token)).map(({ id }) => id)
}

function rowsOf(sqlite: Database, question: string): Row[] {
  return sqlite.prepare(question).all() as Row[]
}

/** An older backup may not have a table: then it lets nobody in by it. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (isOfSqlite(error)) return undefined
    throw error
  }
}

function isOfSqlite(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('SQLITE_') === true
}
