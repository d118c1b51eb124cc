import type { Trainee } from '../../shared/training/contract.ts'
import { isPermission } from '../../shared/core/permissions.ts'
import { systemUserId } from '../../shared/identity/system-user.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { giveRoleMenus } from '../identity/menus.ts'
import { lentSections } from '../engines/lent-sections.ts'
import { runningGrants } from '../identity/running-grants.ts'
import { openSession, rolePermissions } from '../identity/sessions.ts'

type From = Pick<Trainee, 'deskId' | 'ip' | 'userAgent'>

/** A user of the factory as the training copy is to know them: by names and codes, for its ids may be others. */
export function traineeOf(db: Reader, userId: string, now: string, from: From): Trainee {
  const { username, fullName, language, canSeeCost, passwordHash, roleId, sectionId, sections: ownSections } = db.get('user', userId)
  const role = db.get('role', roleId)
  const sections = db.all(sql.selectFrom('userSection').innerJoin('section', 'section.id', 'userSection.sectionId').select('code').where('userId', '=', userId))
  return {
    ...from, username, fullName, language, canSeeCost, passwordHash,
    role: { name: role.name, level: role.level, sections: role.sections, canSeeCost: role.canSeeCost, grants: rolePermissions(db, roleId) },
    sections: ownSections,
    sectionCode: sectionId === null ? null : db.get('section', sectionId).code,
    sectionCodes: [...new Set([...sections.map(({ code }) => code), ...(lentSections(db, now, userId).get(userId) ?? []).flatMap(id => db.find('section', id)?.code ?? [])])],
    temporary: runningGrants(db, userId, now).flatMap(({ permission, expiresAt }) => (isPermission(permission) ? [{ permission, expiresAt }] : [])),
  }
}

/** Signs them in; what the copy does not know of them yet, or knows otherwise, is written there first. */
export function admitTrainee(context: CommandContext, trainee: Trainee): { token: string } {
  const { db, actAs, clock } = context
  const { deskId, ip, userAgent, role } = trainee
  const roleId = writeRole(db, role)
  const userId = writeUser(db, trainee, roleId)
  writeTemporary(db, userId, trainee.temporary, clock.now())
  giveRoleMenus(db, { userId: systemUserId }, { id: userId, roleId })
  actAs({ userId, username: trainee.username, role: role.name })
  return { token: openSession(context, { userId, deskId, ip, userAgent }) }
}

function writeRole(db: Writer, { grants, ...role }: Trainee['role']): string {
  const known = db.first(sql.selectFrom('role').select(['id', 'version']).where('name', '=', role.name))
  const { id } = known ? db.update('role', known, role) : db.insert('role', role)
  const given = db.all(sql.selectFrom('roleGrant').select(['id', 'version', 'permission']).where('roleId', '=', id))
  for (const grant of given) if (!grants.some(permission => permission === grant.permission)) db.remove('roleGrant', grant)
  for (const permission of grants) if (!given.some(grant => grant.permission === permission)) db.insert('roleGrant', { roleId: id, permission })
  return id
}

function writeUser(db: Writer, trainee: Trainee, roleId: string): string {
  const { username, fullName, language, canSeeCost, passwordHash, sections, sectionCode, sectionCodes } = trainee
  const known = db.first(sql.selectFrom('user').select(['id', 'version']).where('username', '=', username))
  const user = {
    username, fullName, language, canSeeCost, passwordHash, roleId, sections, sectionId: sectionCode === null ? null : sectionOf(db, sectionCode),
    mustChangePassword: false, isActive: true,
  }
  const { id } = known ? db.update('user', known, user) : db.insert('user', { ...user, lastLoginAt: null })
  const assigned = db.all(sql.selectFrom('userSection').select(['id', 'version', 'sectionId']).where('userId', '=', id))
  const wanted = sectionCodes.map(code => sectionOf(db, code)).filter(sectionId => sectionId !== null)
  for (const one of assigned) if (!wanted.includes(one.sectionId)) db.remove('userSection', one)
  for (const sectionId of wanted) if (!assigned.some(one => one.sectionId === sectionId)) db.insert('userSection', { userId: id, sectionId })
  return id
}

/** What was taken from them since the copy, or lapsed, ends there too; what they were given since, they have there as long. */
function writeTemporary(db: Writer, userId: string, temporary: Trainee['temporary'], now: string): void {
  const running = db.all(sql.selectFrom('permissionGrant').select(['id', 'version', 'permission', 'expiresAt']).where('userId', '=', userId).where('expiresAt', '>', now).where('revokedAt', 'is', null))
  const isSame = (one: { permission: string; expiresAt: string }) => (other: { permission: string; expiresAt: string }) => one.permission === other.permission && one.expiresAt === other.expiresAt
  for (const { id, version, ...grant } of running) if (!temporary.some(isSame(grant))) db.update('permissionGrant', { id, version }, { revokedAt: now, revokedBy: systemUserId })
  for (const grant of temporary) if (!running.some(isSame(grant))) db.insert('permissionGrant', { userId, ...grant, grantedBy: systemUserId, reason: '', revokedAt: null, revokedBy: null })
}

/** A section made since the copy, or one the demo factory does not have, is none there. */
function sectionOf(db: Reader, code: string): string | null {
  return db.first(sql.selectFrom('section').select('id').where('code', '=', code))?.id ?? null
}
