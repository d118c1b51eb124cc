import type { entries } from '../../shared/audit/entries.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

type Actor = OutputOf<typeof entries.listActors>['rows'][number]

/** Users are never deleted, so whoever acted is among them; the System too. */
export function listActors(db: Reader, input: ParsedInputOf<typeof entries.listActors>): Page<Actor> {
  const { id } = input.filter
  const users = sql.selectFrom('user').select(['user.id', 'user.username', 'user.fullName'])
  return listPage(db, input, {
    query: id === undefined ? users : users.where('user.id', '=', id), columns: { fullName: { ref: 'user.fullName', isText: true } }, search: ['user.fullName', 'user.username'],
    defaultSort: [{ column: 'fullName', descending: false }], id: 'user.id',
  })
}
