import type { Selectable } from 'kysely'
import type { Reader } from '../database/reader.ts'
import { lasting, sql } from '../database/sql.ts'
import type { LocationTable } from '../database/tables.ts'

const withCode = lasting((wanted: { code: string }) => sql.selectFrom('location').selectAll().where('code', '=', wanted.code))

/** Whatever the code's case; nothing if there is none. */
export function locationByCode(db: Reader, code: string): Selectable<LocationTable> | undefined {
  return db.first(withCode({ code }))
}
