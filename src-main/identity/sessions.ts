import type { Selectable } from 'kysely'
import { isPermission, permissions, type Permission } from '../../shared/core/permissions.ts'
import { isForWall } from '../../shared/identity/wall.ts'
import { isLimited } from '../../shared/operators/rules.ts'
import { systemUserId, systemUserName } from '../../shared/identity/system-user.ts'
import type { SessionEnd } from '../../shared/sessions/contract.ts'
import { identitySettings } from '../../shared/identity/settings.ts'
import { trainingMark } from '../../shared/training/rules.ts'
import type { CommandContext, SettingReader } from '../core/handlers.ts'
import type { Session } from '../core/session.ts'
import type { KnownSession } from '../core/sessions.ts'
import { recordLogin, recordLogout } from '../activity/record.ts'
import type { Writer } from '../database/pen.ts'
import { createReader, type Connection, type Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { RoleTable, SessionTable, UserTable } from '../database/tables.ts'
import { lentSections } from '../engines/lent-sections.ts'
import { idlingOf } from '../operators/idle.ts'
import { runningGrants } from './running-grants.ts'
import { hashOfToken, newToken } from './tokens.ts'

const millisecondsPerDay = 86_400_000

/** The session of a token's hash with what its user may now; nothing once it has ended, its user is inactive, or they may more than what opened it allows. */
export function loadSession(connection: Connection, hash: string, now: string): KnownSession | undefined {
  const db = createReader(connection, new Set())
  const row = db.first(sql.selectFrom('session').selectAll().where('tokenHash', '=', hash).where('endedAt', 'is', null))
  const session = row && sessionOfUser(db, row.userId, row, now)
  if (!row || !session || isWidened(row, session)) return undefined
  const lapsesAt = runningGrants(db, row.userId, now)[0]?.expiresAt
  return { session, expiresAt: row.expiresAt, lastSeenAt: row.lastSeenAt, lapsesAt, idles: idlingOf({ isWall: row.isWall, isShared: db.find('desk', row.deskId)?.isShared }) }
}

/** A PIN or a badge opens no more than limited rights, and a wall's session lasts because it can do nothing: whoever may more by now comes in by the password. */
export function isWidened({ isQuick, isWall }: Pick<Selectable<SessionTable>, 'isQuick' | 'isWall'>, session: Session): boolean {
  return (isQuick && !isLimited(session)) || (isWall && !isForWall(session.permissions))
}

type CameFrom = Pick<Session, 'id' | 'deskId' | 'ip' | 'userAgent'>

/** What a user may at this moment, as whoever comes in for them; nothing while they are inactive. */
export function sessionOfUser(db: Reader, userId: string, from: CameFrom, now: string): Session | undefined {
  const user = db.get('user', userId)
  return user.isActive ? sessionOf(db, from, user, now) : undefined
}

/** Who does what nobody asked for: every right, every section. */
export function systemSession(): Session {
  return system
}

/** The token of a new session (IA-11): it ends so many days later, whatever happens; one of a wall so many after its last sign of life. */
export function openSession(
  { db, clock, settings }: CommandContext, { userId, ...from }: { userId: string; deskId: string; ip: string; userAgent: string; isQuick?: true },
): string {
  const isTraining = db.one(sql.selectFrom('site').select('isTraining').limit(1)).isTraining
  const token = (isTraining ? trainingMark : '') + newToken()
  const now = clock.now()
  const isWall = isForWall(permissionsOf(db, db.get('user', userId), now))
  const session = db.insert('session', { ...from, userId, tokenHash: hashOfToken(token), lastSeenAt: now, expiresAt: endOf(settings, now), endedAt: null, isWall })
  recordLogin(db, session, now)
  return token
}

function endOf(settings: SettingReader, from: string): string {
  return new Date(Date.parse(from) + settings.get(identitySettings.sessionDays) * millisecondsPerDay).toISOString()
}

/** Signs a user out everywhere, but for the session to keep; how many that were. */
export function endSessions(db: Writer, userId: string, now: string, endReason: SessionEnd, keepId?: string): number {
  const ended = db.all(openSessions.where('userId', '=', userId)).filter(({ id }) => id !== keepId)
  for (const session of ended) markEnded(db, session, now, endReason)
  return ended.length
}

/** Signs whoever is at a desk out of it. */
export function endSessionsAt(db: Writer, deskId: string, now: string, endReason: SessionEnd): void {
  for (const session of db.all(openSessions.where('deskId', '=', deskId))) markEnded(db, session, now, endReason)
}

/** One that has ended already stays as it ended. */
export function endSession(db: Writer, id: string, now: string, endReason: SessionEnd): void {
  const session = db.get('session', id)
  if (session.endedAt === null) markEnded(db, session, now, endReason)
}

const openSessions = sql.selectFrom('session').selectAll().where('endedAt', 'is', null)

/** Notes the end of a running session, at the instant it ended. */
export function markEnded(db: Writer, session: Selectable<SessionTable>, endedAt: string, endReason: SessionEnd): void {
  db.update('session', session, { endedAt, endReason })
  recordLogout(db, session, endedAt, endReason)
}

/** Notes signs of life; one that came late does not set a session back. A wall's renews it, once a day. */
export function touchSession({ db, settings }: Pick<CommandContext, 'db' | 'settings'>, id: string, at: string): void {
  const session = db.find('session', id)
  if (!session || session.endedAt !== null || at <= session.lastSeenAt) return
  const expiresAt = endOf(settings, at)
  const isRenewed = session.isWall && Date.parse(expiresAt) - Date.parse(session.expiresAt) >= millisecondsPerDay
  db.update('session', session, { lastSeenAt: at, ...(isRenewed && { expiresAt }) })
}

/** What a user may now: what their role may, and what they were given for a time. */
export function permissionsOf(db: Reader, { id, roleId }: Pick<Selectable<UserTable>, 'id' | 'roleId'>, now: string): Permission[] {
  const given = runningGrants(db, id, now).map(({ permission }) => permission).filter(isPermission)
  return [...new Set([...rolePermissions(db, roleId), ...given])]
}

/** Texts that are no permission (any more) give nothing. */
export function rolePermissions(db: Reader, roleId: string): Permission[] {
  const granted = sql.selectFrom('roleGrant').select('permission').where('roleId', '=', roleId)
  return db.all(granted).map(({ permission }) => permission).filter(isPermission)
}

/** IA-5, IA-6: a role of `own` sections, unless their account says otherwise, sees the user's own one and those assigned to them; without any, none. */
export function ownSectionsOf(
  db: Reader, { id, sectionId, sections }: Pick<Selectable<UserTable>, 'id' | 'sectionId' | 'sections'>, role: Pick<Selectable<RoleTable>, 'sections'>,
): 'all' | string[] {
  if ((sections ?? role.sections) === 'all') return 'all'
  const assigned = db.all(sql.selectFrom('userSection').select('sectionId').where('userId', '=', id)).map(row => row.sectionId)
  return [...new Set(sectionId === null ? assigned : [sectionId, ...assigned])]
}

/** What a user sees now: their own sections, and those lent to them with a permission (IA-10). */
export function sectionsOf(
  db: Reader, user: Pick<Selectable<UserTable>, 'id' | 'sectionId' | 'sections'>, role: Pick<Selectable<RoleTable>, 'sections'>, now: string,
): 'all' | string[] {
  const own = ownSectionsOf(db, user, role)
  return own === 'all' ? 'all' : [...new Set([...own, ...(lentSections(db, now, user.id).get(user.id) ?? [])])]
}

function sessionOf(db: Reader, { id, deskId, ip, userAgent }: CameFrom, user: Selectable<UserTable>, now: string): Session {
  const role = db.get('role', user.roleId)
  const sections = sectionsOf(db, user, role, now)
  return {
    id, userId: user.id, username: user.username, fullName: user.fullName, role: role.name, level: role.level, language: user.language,
    permissions: new Set(permissionsOf(db, user, now)), sections: sections === 'all' ? 'all' : new Set(sections), sectionId: user.sectionId,
    canSeeCost: role.canSeeCost || user.canSeeCost, mustChangePassword: user.mustChangePassword,
    deskId, ip, userAgent,
  }
}

const system: Session = {
  id: '', userId: systemUserId, username: 'system', fullName: systemUserName, role: 'System', level: 0, language: 'id', permissions: new Set(permissions),
  sections: 'all', sectionId: null, canSeeCost: true, mustChangePassword: false, deskId: 'host', ip: '127.0.0.1', userAgent: '',
}
