import { sql } from '../database/sql.ts'
import { wordFinder, type Finder } from '../engines/finders.ts'

export const userFinder: Finder = wordFinder({
  kind: 'user', entity: 'user', needs: ['identity.view'], id: 'user.id',
  rows: () => sql.selectFrom('user').innerJoin('role', 'role.id', 'user.roleId').leftJoin('section', 'section.id', 'user.sectionId').where('role.isHidden', '=', false)
    .select(['user.id', 'user.username as code', 'user.fullName as name', 'user.isActive', 'role.name as role', 'section.name as section']),
  face: ({ role, section, ...row }) => ({ ...row, detail: section === null ? role : `${role} · ${section}` }),
})
