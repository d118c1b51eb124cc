import { sql as raw } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import { allMasters, nameOfMaster } from '../../shared/masters/masters.ts'
import type { Reader } from '../database/reader.ts'
import { namedSql, sql } from '../database/sql.ts'
import { found } from './lookup.ts'

/** How many active records each master has. */
export function countRecords(db: Reader): Record<string, number> {
  return Object.fromEntries(allMasters.map(master => {
    const { count } = db.one(namedSql.selectFrom(master.entity).select(raw<number>`count(*)`.as('count')).where('isActive', '=', true))
    return [nameOfMaster(master), count]
  }))
}

interface Account { id: string; code: string; name: string; isActive: boolean }

/** The people who sign in; the program's own accounts are nobody's to choose. */
export function findAccounts(db: Reader, { search, pageSize, activeOnly }: { search: string; pageSize: number; activeOnly: boolean }): Page<Account> {
  const accounts = sql.selectFrom('user').innerJoin('role', 'role.id', 'user.roleId').where('role.isHidden', '=', false)
    .select(['user.id', 'user.username as code', 'user.fullName as name', 'user.isActive'])
  return found(db, activeOnly ? accounts.where('user.isActive', '=', true) : accounts, { search, pageSize }, { code: 'user.username', name: 'user.fullName' })
}
