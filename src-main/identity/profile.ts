import { AppError } from '../../shared/core/errors.ts'
import type { Profile } from '../../shared/identity/sign-in.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { ownMenus } from './menus.ts'
import { permissionsOf, sectionsOf } from './sessions.ts'

/** A user as the screens know them. */
export function profileOf(db: Reader, userId: string, now: string): Profile {
  const { id, username, fullName, language, sectionId, mustChangePassword, sections, ...user } = db.get('user', userId)
  const role = db.get('role', user.roleId)
  const site = db.first(sql.selectFrom('site').select(['name', 'timeZone', 'currency', 'isDemo', 'isTraining']).limit(1))
  if (!site) throw new AppError('not-set-up')
  return {
    id, username, fullName, language, sectionId, mustChangePassword,
    role: role.name, level: role.level, permissions: permissionsOf(db, { id, roleId: role.id }, now), sections: sectionsOf(db, { id, sectionId, sections }, role, now),
    sectionName: sectionId === null ? null : db.get('section', sectionId).name, canSeeCost: role.canSeeCost || user.canSeeCost, menus: ownMenus(db, id),
    factory: site,
  }
}
