import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { PaperFacts } from '../engines/reports-paper.ts'

/** Whose paper it is. */
export function factoryOf(db: Reader): PaperFacts['factory'] {
  return db.one(sql.selectFrom('site').select(['name', 'address', 'phone', 'timeZone', 'currency']).limit(1))
}
