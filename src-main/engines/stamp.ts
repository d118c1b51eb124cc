import { trainingStamp } from '../../shared/training/rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** What must stand across every paper and file that is made here; nothing in the factory itself. */
export function stampOf(db: Reader): string | undefined {
  return db.one(sql.selectFrom('site').select('isTraining').limit(1)).isTraining ? trainingStamp : undefined
}
