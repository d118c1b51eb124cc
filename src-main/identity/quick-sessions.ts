import { isLimited } from '../../shared/operators/rules.ts'
import type { Writer } from '../database/pen.ts'
import { sql } from '../database/sql.ts'
import { markEnded, sessionOfUser } from './sessions.ts'

/** A PIN or a badge opens no more than limited rights: whoever came in by one and may more by now must come in by the password. */
export function endWidenedSessions(db: Writer, now: string): void {
  for (const row of db.all(sql.selectFrom('session').selectAll().where('endedAt', 'is', null).where('isQuick', '=', true))) {
    const session = sessionOfUser(db, row.userId, row, now)
    if (session && !isLimited(session)) markEnded(db, row, now, 'LOCKED')
  }
}
