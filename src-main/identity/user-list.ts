import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { User, users } from '../../shared/identity/users.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

const lastLogins = sql.selectFrom('session').select(({ fn }) => ['userId', fn.max('createdAt').as('at')]).groupBy('userId').as('lastLogin')

/** The newest picture that hangs on a user. */
const avatars = sql.selectFrom('attachment').select(({ fn }) => ['entityId', fn.max('id').as('id')])
  .where('entity', '=', 'user').where('isRemoved', '=', false).where('previewSha256', 'is not', null).groupBy('entityId').as('avatar')

const userRows = sql.selectFrom('user')
  .innerJoin('role', 'role.id', 'user.roleId')
  .leftJoin('section', 'section.id', 'user.sectionId')
  .leftJoin('jobTitle', 'jobTitle.id', 'user.jobTitleId')
  .leftJoin('user as maker', 'maker.id', 'user.createdBy')
  .leftJoin(lastLogins, 'lastLogin.userId', 'user.id')
  .leftJoin(avatars, 'avatar.entityId', 'user.id')
  .where('role.isHidden', '=', false)
  .select([
    'user.id', 'user.version', 'user.username', 'user.fullName', 'user.roleId', 'role.name as role', 'role.level', 'user.sectionId', 'section.code as sectionCode',
    'section.name as sectionName', 'user.email', 'user.phone', 'user.jobTitleId', 'jobTitle.title as jobTitle', 'user.sections', 'maker.fullName as createdByName', 'user.createdAt', 'user.language', 'user.canSeeCost', 'user.mustChangePassword', 'user.isActive', 'lastLogin.at as lastLoginAt',
    'avatar.id as avatarId',
  ])

export function listUsers(db: Reader, input: ParsedInputOf<typeof users.listUsers>): Page<User> {
  const { ids, roleId, sectionId, isActive } = input.filter
  let query = userRows
  if (ids !== undefined) query = query.where('user.id', 'in', ids)
  if (roleId !== undefined) query = query.where('user.roleId', '=', roleId)
  if (sectionId !== undefined) query = query.where('user.sectionId', '=', sectionId)
  if (isActive !== undefined) query = query.where('user.isActive', '=', isActive)
  const { rows, ...rest } = listPage(db, input, {
    query,
    columns: {
      username: { ref: 'user.username', isText: true }, fullName: { ref: 'user.fullName', isText: true }, role: { ref: 'role.name', isText: true },
      sectionName: { ref: 'section.name', isText: true }, lastLoginAt: 'lastLogin.at',
    },
    search: ['user.username', 'user.fullName', 'role.name', 'section.name', 'user.email', 'user.phone', 'jobTitle.title'],
    defaultSort: [{ column: 'fullName', descending: false }],
    id: 'user.id',
  })
  return { rows: withSections(db, rows), ...rest }
}

/** A user whom people may know of; the System user is `not-found`. */
export function userOf(db: Reader, id: string): User {
  const row = db.first(userRows.where('user.id', '=', id))
  if (!row) throw new AppError('not-found', { entity: 'user', id })
  return withSections(db, [row])[0]!
}

function withSections(db: Reader, rows: readonly Omit<User, 'sectionIds'>[]): User[] {
  const assigned = db.all(sql.selectFrom('userSection').select(['userId', 'sectionId']).where('userId', 'in', rows.map(({ id }) => id)))
  return rows.map(row => ({ ...row, sectionIds: assigned.filter(({ userId }) => userId === row.id).map(({ sectionId }) => sectionId) }))
}
