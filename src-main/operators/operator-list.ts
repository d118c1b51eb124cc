import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { OperatorRow, operators, OwnDesk, SharedDesk, SwitchRole } from '../../shared/operators/contract.ts'
import { wideRightsOf } from '../../shared/operators/rules.ts'
import { operatorSettings } from '../../shared/operators/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { rolePermissions } from '../identity/sessions.ts'

const operatorRows = sql.selectFrom('user')
  .innerJoin('role', 'role.id', 'user.roleId')
  .leftJoin('section', 'section.id', 'user.sectionId')
  .leftJoin('operatorPass', 'operatorPass.userId', 'user.id')
  .where('user.isActive', '=', true)
  .where('role.isHidden', '=', false)
  .where('role.canSwitchQuickly', '=', true)

/** The names at a shared desk, the ones that were there last at first; of any other desk nothing is told. */
export function describeDesk({ db, settings }: QueryContext, deskId: string): SharedDesk {
  const desk = ownDesk({ db, settings }, deskId)
  if (!desk.isShared) return { ...desk, people: [] }
  const visits = sql.selectFrom('session').select(({ fn }) => ['userId', fn.max('createdAt').as('at')]).where('deskId', '=', deskId).groupBy('userId').as('visit')
  const people = db.all(operatorRows
    .leftJoin(visits, 'visit.userId', 'user.id')
    .where(({ or, eb }) => or([eb('operatorPass.pinHash', 'is not', null), eb('operatorPass.badgeHash', 'is not', null)]))
    .select(['user.id', 'user.fullName', 'role.name as role', 'section.name as sectionName', 'operatorPass.pinHash'])
    .orderBy('visit.at', 'desc').orderBy('user.fullName'))
  return { ...desk, people: people.map(({ pinHash, ...person }) => ({ ...person, hasPin: pinHash !== null })) }
}

/** A desk nobody has named is nobody's to share. */
export function ownDesk({ db, settings }: Pick<QueryContext, 'db' | 'settings'>, deskId: string): OwnDesk {
  const desk = db.find('desk', deskId)
  const badgePrefix = settings.get(operatorSettings.badgePrefix)
  return desk?.isShared ? { isShared: true, name: desk.name, place: desk.place, badgePrefix } : { isShared: false, name: '', place: '', badgePrefix }
}

export function listOperators(db: Reader, input: ParsedInputOf<typeof operators.listOperators>): Page<OperatorRow> {
  const { hasPin, hasBadge } = input.filter
  let query = operatorRows.select(['user.id', 'user.fullName', 'user.username', 'user.roleId', 'user.canSeeCost', 'role.name as role', 'role.canSeeCost as hasRoleCost', 'section.name as sectionName', 'operatorPass.pinHash', 'operatorPass.badgeHash'])
  if (hasPin !== undefined) query = query.where('operatorPass.pinHash', hasPin ? 'is not' : 'is', null)
  if (hasBadge !== undefined) query = query.where('operatorPass.badgeHash', hasBadge ? 'is not' : 'is', null)
  const { rows, ...rest } = listPage(db, input, {
    query,
    columns: { fullName: { ref: 'user.fullName', isText: true }, role: { ref: 'role.name', isText: true } },
    search: ['user.fullName', 'user.username', 'role.name', 'section.name'],
    defaultSort: [{ column: 'fullName', descending: false }],
    id: 'user.id',
  })
  return {
    rows: rows.map(({ id, fullName, username, role, roleId, sectionName, pinHash, badgeHash, canSeeCost, hasRoleCost }) => ({
      id, fullName, username, role, sectionName, hasPin: pinHash !== null, hasBadge: badgeHash !== null,
      wideRights: wideRightsOf({ permissions: rolePermissions(db, roleId), canSeeCost: canSeeCost || hasRoleCost }),
    })),
    ...rest,
  }
}

export function listSwitchRoles(db: Reader): SwitchRole[] {
  return db.all(sql.selectFrom('role').select('id').where('isHidden', '=', false).where('isActive', '=', true).orderBy('level', 'desc').orderBy('name')).map(({ id }) => switchRoleOf(db, id))
}

export function switchRoleOf(db: Reader, roleId: string): SwitchRole {
  const { id, version, name, level, canSwitchQuickly, canSeeCost } = db.get('role', roleId)
  return { id, version, name, level, canSwitchQuickly, wideRights: wideRightsOf({ permissions: rolePermissions(db, id), canSeeCost }) }
}
